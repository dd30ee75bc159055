"""A launcher signs its player in, and the browser comes back to a port of this machine."""

import webbrowser
from http.server import BaseHTTPRequestHandler, HTTPServer
from uuid import UUID

from xsolla_login_client import LoginApi
from xsolla_login_client.pkce import Pkce, new_state

API = "http://127.0.0.1:8480/api"
PROJECT = UUID("4f1c7a4e-6d0b-4b7e-9a54-0c6f0a3f5d10")


class Landing(HTTPServer):
    """Where the browser ends; `ended` is the address then."""

    ended = ""


class Request(BaseHTTPRequestHandler):
    """Takes the address of the login, and nothing else that a browser may ask for."""

    server: Landing

    def do_GET(self) -> None:
        found = self.path.startswith("/signed-in?")
        if found:
            self.server.ended = f"http://127.0.0.1:7000{self.path}"
        self.send_response(200 if found else 404)
        self.send_header("Content-Type", "text/plain")
        self.end_headers()
        self.wfile.write(b"You may close this page." if found else b"")

    def log_message(self, format: str, *args: object) -> None:
        """Keep the code out of logs."""


proof = Pkce.new()
with (
    Landing(("127.0.0.1", 7000), Request) as landing,
    LoginApi(
        PROJECT,
        client_id=3001,
        redirect_url="http://127.0.0.1:7000/signed-in",
        state=new_state(),
        scope="offline",
        base_url=API,
    ) as api,
):
    page = api.oauth2_auth(code_challenge=proof.challenge, code_challenge_method=proof.method)
    webbrowser.open(page)
    while not landing.ended:
        landing.handle_request()
    api.complete(landing.ended, code_verifier=proof.verifier)  # compares state
    print("hello,", api.account.get_user_details().username)
