"""The commented settings file that ``login-contract mock init`` writes."""

from __future__ import annotations

from pathlib import Path

from login_contract.errors import UsageError

EXAMPLE = '''\
# Settings of the Login mock. `login-contract mock` reads this file when it is called login-mock.toml
# and stands in the working directory. Flags of the command line win over it.

# host = "127.0.0.1"          # another address needs admin_token as well
# port = 8480
# database_url = "sqlite:///login.db"      # or postgresql://user:password@host/database; default: temporary
# workers = 1
# seed = 1                    # repeatable ids and codes, with one worker
# admin_token = "…"           # guards /_mock; better given as LOGIN_CONTRACT_ADMIN_TOKEN
# public_url = "https://login.test"        # what links in messages begin with
# log = "text"                # or "json": a line of JSON for each message, refusal and failed webhook
# quiet = false               # true: only the addresses at start

[[projects]]
project_id = "4f1c7a4e-6d0b-4b7e-9a54-0c6f0a3f5d10"
name = "Demo Game"
# theme = { accent = "#e4007c", radius = 4 }   # of sign-in and account pages; logo = "logo.svg": a file here
# protocol = "both"           # which calls the project serves: "jwt", "oauth2" or both
# storage = "xsolla"          # or "custom", or "playfab", which serves the scope playfab
callback_urls = ["https://example.com/callback"]
blank_redirect = true         # the empty page that game SDKs end on is taken without being registered
# link_url_origins = "known"  # or "any": a link_url may be any page of the web
# error_callback_url = "https://example.com/error"
allowed_origins = ["http://localhost:*", "http://127.0.0.1:*"]
algorithm = "RS256"           # or "HS256"
# private_key = """-----BEGIN PRIVATE KEY----- …"""    # RS256; made at start when left out
# hs256_secret = "at least 32 characters …"            # HS256; made at start when left out
access_token_lifetime = 86400 # of the JWT protocol; seconds, like every duration here
# publisher_id = 34           # a claim of the tokens

# oauth_token_lifetime = 3600            # an access token of the OAuth 2.0 protocol
# refresh_token_lifetime = 2592000       # given with the scope offline; each use starts it anew
# authorization_code_lifetime = 60       # also the code of a single sign-on
# sso_lifetime = 86400                   # how long a browser stays signed in
# two_factor = "none"         # or "email", or "sms": a code that follows the right password
# mfa_types = [{ mfa_type = "email", priority = 1 }]  # what users may turn on for themselves; both by default
# mfa_url = "http://localhost:3000/second-factor"  # a page of your own that asks for the code
# Logins of devices need no setting: a new device_id makes a new user.

registration_allowed = true
confirmation_required = true  # a password works only after the mailed link was opened
# confirmation_lifetime = 86400
password_reset_allowed = true
# password_reset_lifetime = 3600
# reset_form_url = "https://example.com/new-password"  # default: a small form on the mock
magic_links = true            # messages may carry a link beside the code
code_lifetime = 180
# code_attempts = 5           # wrong tries after which a code is dead
# code_length = 6
otc_wait_seconds = 20         # how long the call that waits for an opened link holds on

# picture_max_bytes = 5242880 # how large the picture of a user may be
# export_pause_seconds = 3600 # from one export of users to the next

# ask_choices = { character = ["Knight", "Mage"] }   # what a select of this name offers on the hosted page
# captcha_calls = ["code", "ask"]        # which calls want a solved captcha: code requests, answers to asks
# lockout = { attempts = 10, seconds = 900, captcha = false }
# undeliverable_phones = ["+12025550199"]
# email_templates = { other = "The Other Game" }
# test_codes = { "qa@example.com" = "000000" }

# geo_country = "US"          # where callers seem to be
# required_age = 13           # how old check-users-age wants somebody to be
# required_ages = { DE = 16, KR = 14 }   # and where geo_country is one of these; default: by law
# social_providers = ["google", "facebook", "steam"]   # what the project offers; default: all that are known
# social_order = { DE = ["steam", "google"] }          # country: which of them come first there
# social_access_token = true             # tokens of social logins carry that of the network
# social_identities = { steam = [{ id = "sam", name = "Sam", friends = ["sue"] }] }   # people there to pick

# webhooks = { new-user = "http://127.0.0.1:3000/new-user" }
# webhook_timeout_seconds = 5
# key_map = { user-verification = { "user_info.birthday" = "birthday" } }
# merge_by_server_custom_id = false   # true: whoever has the id of an account there is let into it

# [[projects.rate_limits]]
# operation_id = "auth-by-username-and-password"       # or "*"
# limit = 5
# per_seconds = 60

# [[projects.ask_fields]]
# name = "email"
# type = "email"
# required = true
# step = 0
# confirmation_type = "code"

[[projects.oauth_clients]]
client_id = 1001
type = "public"               # has no secret; PKCE protects its codes where it uses it
redirect_uris = ["https://example.com/callback"]

[[projects.oauth_clients]]
client_id = 1002
type = "confidential"         # shows its secret where it exchanges a code
client_secret = "mock-confidential-secret"
redirect_uris = ["https://example.com/callback"]

[[projects.oauth_clients]]
client_id = 2001
type = "server"               # gets tokens of its own, by client_credentials
client_secret = "mock-server-secret"

[[projects.users]]
username = "demo"
email = "demo@example.com"
password = "password123"
# confirmed = true
# phone_number = "+12025550143"
# nickname = "Demo"
'''


def write_example(path: Path) -> None:
    """Write the example file.

    Raises:
        UsageError: the file exists already or cannot be written.
    """
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(EXAMPLE)
    except FileExistsError:
        raise UsageError(f"{path}: exists already; it is left as it is") from None
    except OSError as problem:
        raise UsageError(f"{path}: {problem.strerror or problem}") from problem
