"""A launcher signs its player in with OAuth 2.0: authorization code, proof key, refresh token."""

import webbrowser

from authlib.common.security import generate_token
from authlib.integrations.httpx_client import OAuth2Client

API = "http://127.0.0.1:8480/api"

with OAuth2Client(
    client_id="1001",
    redirect_uri="https://example.com/callback",
    scope="offline",  # without it there is no refresh token
    code_challenge_method="S256",
    token_endpoint_auth_method="none",  # with a secret: "client_secret_post"
) as launcher:
    verifier = generate_token(48)
    address, state = launcher.create_authorization_url(f"{API}/oauth2/auth", code_verifier=verifier)
    webbrowser.open(address)  # sign in as demo with password123, by e-mail code or with a social network
    ended = input("The address that the browser ended on: ")
    token = launcher.fetch_token(
        f"{API}/oauth2/token", authorization_response=ended, state=state, code_verifier=verifier
    )
    token = launcher.refresh_token(f"{API}/oauth2/token")
    print(token["access_token"])
