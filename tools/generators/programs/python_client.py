"""Logs in with the Python client of openapi-generator."""

import sys
from urllib.parse import parse_qs, urlsplit

from openapi_client import ApiClient, Configuration  # type: ignore[import-not-found]
from openapi_client.api import PasswordApi, ProfileApi, RegistrationApi  # type: ignore[import-not-found]
from openapi_client.models import PasswordLogin, Registration  # type: ignore[import-not-found]

base_url, project_id, username = sys.argv[1:]
password = "correct-horse-7"

with ApiClient(Configuration(host=base_url)) as client:
    account = Registration(username=username, password=password, email=f"{username}@example.com")
    RegistrationApi(client).jwt_register_new_user(project_id, account)
    credentials = PasswordLogin(username=username, password=password)
    answer = PasswordApi(client).auth_by_username_and_password(project_id, credentials)

(token,) = parse_qs(urlsplit(answer.login_url).query)["token"]
with ApiClient(Configuration(host=base_url, access_token=token)) as client:
    sys.stdout.write(f"{ProfileApi(client).get_user_details().email}\n")
