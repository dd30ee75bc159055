"""The users of a project on the page, what they are signed in with, and tokens of theirs to try out."""

from __future__ import annotations

from html import escape

from login_contract.mock import moments
from login_contract.mock.calls.html_document import time
from login_contract.mock.control import wording
from login_contract.mock.control.page_content import People
from login_contract.mock.control.page_view import View
from login_contract.mock.store.sessions import ASK, Alive, Session
from login_contract.mock.store.user_rows import User

STYLE = """\
.people { gap: .75rem; margin-block-start: .5rem }
.person { display: grid; gap: .25rem; grid-template-columns: minmax(0, 1fr); padding-block-start: .75rem;
  border-block-start: 1px solid var(--line); font-size: .875rem }
.person .name { display: flex; flex-wrap: wrap; gap: .25rem .5rem; align-items: center;
  justify-content: space-between }
.session { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: .5rem; align-items: start }
.sessions { margin-block-start: .25rem }
.pager { display: flex; flex-wrap: wrap; gap: .25rem 1rem; margin-block-start: .75rem; font-size: .875rem }
"""


def fold(project_id: str, people: People, view: View) -> str:
    """Return the users of a project, folded; the one project that is shown has pages of them."""
    if not people.total:
        return f'<p class="soft">{"No user matches the filter." if view.recipient else "No users."}</p>'
    # A form in a form is none, so buttons name theirs.
    tokens, sessions = f"tokens-{project_id}", f"sessions-{project_id}"
    listed = "\n".join(_user(user, people.alive.get(user.user_id), tokens, sessions) for user in people.users)
    opened = " open" if view.project_id else ""
    return f"""\
<details class="users" data-fold="users"{opened}>
<summary>Users <span class="soft">{people.total:,}</span></summary>
<form id="{escape(tokens)}" method="post" action="{escape(view.address().replace("./", "./new-token", 1))}">
<input type="hidden" name="project_id" value="{escape(project_id)}"></form>
<form id="{escape(sessions)}" method="post" action="{escape(view.address(_anchor(project_id)))}" data-quiet>
<input type="hidden" name="action" value="end_session"></form>
<ul class="people">
{listed}
</ul>
{_pager(project_id, people, view)}</details>"""


def _anchor(project_id: str) -> str:
    return f"project-{project_id}"


def _user(user: User, alive: Alive | None, tokens: str, sessions: str) -> str:
    name = wording.user(user)
    contacts = [each for each in (user.email, user.phone_number) if each is not None and each != name]
    marks = ["Confirmed" if user.confirmed else "Not confirmed", *(["Banned"] if user.banned else [])]
    told = f"Make a token for {name}"
    return f"""\
<li class="person">
<div class="name"><strong dir="auto">{escape(name)}</strong>
<button class="button plain small" form="{escape(tokens)}" name="user_id" value="{escape(user.user_id)}"
 aria-label="{escape(told)}">Make a token</button></div>
{"".join(f'<div><bdi dir="ltr">{escape(each)}</bdi></div>' for each in contacts)}
<div class="soft">{", ".join(marks)}</div>
{_signed_in(user.user_id, name, alive, sessions)}
</li>"""


def _signed_in(user_id: str, name: str, alive: Alive | None, form: str) -> str:
    if alive is None:
        return '<div class="soft">Not signed in</div>'
    count = f"{alive.count:,} {'session' if alive.count == 1 else 'sessions'}"
    listed = "\n".join(_session(name, each, form) for each in alive.newest)
    more = alive.count - len(alive.newest)
    left_out = f'\n<li class="soft">{more:,} older ones are not shown.</li>' if more else ""
    return f"""\
<details data-fold="{escape(user_id)}">
<summary>{count}</summary>
<ul class="sessions">
{listed}{left_out}
</ul>
</details>"""


def _session(name: str, session: Session, form: str) -> str:
    client_id = session.context.get("client_id")
    way = "JWT" if client_id is None else f"OAuth 2.0 client {client_id}"
    asks = ", still asked for fields" if session.purpose == ASK else ""
    opened, expires = (_moment(each) for each in (session.opened_at, session.expires_at))
    short = session.jti[:8]
    return f"""\
<li class="session">
<span><code dir="ltr" title="{escape(session.jti)}">{escape(short)}</code> {escape(way)}{asks}<br>
issued {opened}<br>expires {expires}</span>
<button class="button plain small" form="{escape(form)}" name="session" value="{escape(session.jti)}"
 aria-label="End session {escape(short)} of {escape(name)}">End</button></li>"""


def _moment(seconds: float) -> str:
    return time(moments.in_milliseconds(seconds))


def _pager(project_id: str, people: People, view: View) -> str:
    anchor = _anchor(project_id)
    if not view.project_id and people.total > len(people.users):
        everyone = escape(view.address(anchor, project_id=project_id))
        return f'<p class="pager"><a href="{everyone}">All {people.total:,} users</a></p>\n'
    at = min(view.users, people.pages)
    links = [
        f'<a href="{escape(view.address(anchor, users=number))}">{text}</a>'
        for number, text in ((at - 1, "Newer"), (at + 1, "Older"))
        if 1 <= number <= people.pages
    ]
    if not links:
        return ""
    return (
        f'<p class="pager"><span class="soft">Page {at:,} of {people.pages:,}</span> {" ".join(links)}</p>\n'
    )
