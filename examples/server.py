"""A partner's server looks after its users: ids, attributes, groups, bans, files, mails, keys."""

import httpx

API = "http://127.0.0.1:8480/api"
PROJECT = "4f1c7a4e-6d0b-4b7e-9a54-0c6f0a3f5d10"
PUBLISHER = 40000
OPERATOR = "ops@example.com"  # whom reports and links are mailed to

# A server's own token; every call below is made with it. It is good for an hour.
client = {"client_id": "2001", "client_secret": "mock-server-secret"}
answer = httpx.post(f"{API}/oauth2/token", data={"grant_type": "client_credentials", **client})
project = f"/projects/{PROJECT}"

with httpx.Client(
    base_url=API,
    headers={"X-SERVER-AUTHORIZATION": answer.raise_for_status().json()["access_token"]},
    event_hooks={"response": [httpx.Response.raise_for_status]},
) as server:
    # A user that the server makes, and an id of its own by which it logs them in from then on.
    made = server.post("/users", params={"projectId": PROJECT}, json={"email": "jane.doe@example.com"})
    user = made.json()["user_id"]
    server.put(f"{project}/users/{user}/server_custom_id", json={"server_custom_id": "player-7"})
    token = server.post(
        "/users/login/server_custom_id",
        params={"projectId": PROJECT},
        json={"server_custom_id": "player-7"},
    ).json()["token"]

    # What the game reads and cannot change.
    rank = {"key": "rank", "value": "gold", "permission": "private"}
    server.post(
        f"/attributes/users/{user}/update_read_only",
        json={"publisher_id": PUBLISHER, "attributes": [rank]},
    )

    # A group; the tokens of its users name it from their next login.
    server.post(f"{project}/user_groups", json={"name": "vip"})
    groups = server.get(f"{project}/user_groups").json()
    vip = next(group["id"] for group in groups if group["name"] == "vip")
    server.patch(f"{project}/users/{user}/user_groups", json={"user_groups": [vip]})

    # A ban ends tokens and logins at once; it ends by itself, or is lifted.
    server.post(
        f"{project}/users/{user}/ban",
        json={"reason": "Cheating", "date_to": "2100-01-01T00:00:00+0000"},
    )
    server.delete(f"{project}/users/{user}/ban")

    # Users come and go as CSV: the report of an import and the link of an export are mails.
    server.post(
        f"{project}/user_import",
        files={"users": b"john.roe@example.com,John\r\n"},
        data={"mapping": '{"email": 0, "nickname": 1}', "email": OPERATOR},
    )
    server.post(f"{project}/export_users", json={"email": OPERATOR})

    # A mail in words of the project's own.
    mail = {"header": "Season {{season}}", "body": "<p>{{season}} has begun.</p>"}
    server.post(f"{project}/templates/email/season-start/en_US/custom", json=mail)
    template = {"id": "season-start", "locale": "en_US", "params": {"season": "Frost"}}
    server.post(
        "/templates/email/send",
        params={"projectId": PROJECT},
        json={"email": "demo@example.com", "template": template},
    )

    # A new key signs from now on; the one before verifies until its tokens have expired.
    print(server.post(f"{project}/keys").json())

    # Everything of the user goes with them.
    server.delete(f"/users/{user}", params={"projectId": PROJECT})
