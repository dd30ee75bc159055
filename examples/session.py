"""A launcher keeps its player signed in from start to start, and a game server checks whose token it is."""

import json
import webbrowser
from pathlib import Path
from urllib.parse import parse_qs, urlencode, urlsplit

from xsolla_login_client import Client
from xsolla_login_client.api.oauth2_token import generate_jwt
from xsolla_login_client.api.profile import get_user_details
from xsolla_login_client.models import TokenGrant
from xsolla_login_client.pkce import Pkce, new_state, same_state
from xsolla_login_client.token_auth import TokenAuth, Tokens
from xsolla_login_client.token_validator import TokenRefused, TokenValidator

API = "http://127.0.0.1:8480/api"
PROJECT = "4f1c7a4e-6d0b-4b7e-9a54-0c6f0a3f5d10"
CALLBACK = "https://example.com/callback"
KEPT = Path("login.json")


def keep(tokens: Tokens) -> None:
    """Write the tokens to where the next start finds them; use what keeps secrets on your platform."""
    KEPT.write_text(json.dumps([tokens.access_token, tokens.refresh_token, tokens.expires_at]))


# Sign in once: what comes back has to belong to what was started here.
proof, state = Pkce.new(), new_state()
started = {
    "client_id": 1001,
    "response_type": "code",
    "redirect_uri": CALLBACK,
    "scope": "offline",  # without it there is no refresh token
    "state": state,
    "code_challenge": proof.challenge,
    "code_challenge_method": proof.method,
}
webbrowser.open(f"{API}/oauth2/auth?{urlencode(started)}")
ended = parse_qs(urlsplit(input("The address that the browser ended on: ")).query)
if not same_state(state, ended["state"][0]):
    raise SystemExit("this is not the end of the login that was started here")
code = TokenGrant(
    grant_type="authorization_code",
    client_id="1001",
    code=ended["code"][0],
    redirect_uri=CALLBACK,
    code_verifier=proof.verifier,
)
with Client(base_url=API) as visitor:
    keep(Tokens.from_answer(generate_jwt.sync(client=visitor, body=code)))

# From then on, at every start:
auth = TokenAuth(Tokens(*json.loads(KEPT.read_text())), client_id=1001, base_url=API, save=keep)
with Client(base_url=API, auth=auth) as player:
    print(get_user_details.sync(client=player).email)

# The game's own server, which is shown the token:
validator = TokenValidator.by_keys(PROJECT, base_url=API)
try:
    print("user", validator.validate(auth.tokens.access_token).sub)
except TokenRefused as refused:
    print("nobody:", refused)
