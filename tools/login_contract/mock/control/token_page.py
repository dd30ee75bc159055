"""The page that shows a token which was just made, and how to call the API with it."""

from __future__ import annotations

import shlex
from collections.abc import Iterable
from html import escape

from login_contract.mock.calls import html_document
from login_contract.mock.control import message_card, outbox_page, wording
from login_contract.mock.control.page_view import View
from login_contract.mock.store.user_rows import User

VALID = "valid"
STYLE = """\
main { max-width: 48rem; margin-inline: auto; padding: 1.5rem 1rem 3rem; display: grid; gap: 1.25rem;
  grid-template-columns: minmax(0, 1fr) }
section { padding: 1rem; display: grid; gap: .5rem; grid-template-columns: minmax(0, 1fr) }
h2 { font-size: 1rem }
pre { margin: 0; padding: .75rem; border-radius: var(--radius); background: var(--tint);
  white-space: pre-wrap; word-break: break-all; max-block-size: 10rem; overflow: auto;
  cursor: pointer; user-select: all; -webkit-user-select: all }
.button { padding: .4rem .9rem; justify-self: start }
"""


def page(
    *, token: str, user: User, defect: str, defects: Iterable[str], base_url: str, view: View, account: str
) -> str:
    """Return the page; ``defects`` are those that a token can have, ``account`` the path of the account page.

    The way back is to what ``view`` shows.
    """
    name = wording.user(user)
    header = f"Authorization: Bearer {token}"
    curl = f"curl -H {shlex.quote(header)} {shlex.quote(base_url.rstrip('/') + '/api/users/me')}"
    warned = f"Spoilt on purpose: {escape(_words(defect))}. Whatever checks tokens has to refuse it."
    spoilt = f'<p class="status">{warned}</p>\n' if defect != VALID else ""
    link = f'<p><a href="{escape(account)}#token={escape(token)}">Open the account page with it</a></p>\n'
    head = f"<noscript><style>{outbox_page.SCRIPTLESS}</style></noscript>\n{outbox_page.SCRIPT}"
    body = f"""\
<main>
<nav><a href="{escape(view.address())}">Back to the messages</a></nav>
<h1>A token of <bdi>{escape(name)}</bdi></h1>
<p>It is shown this once. Its session is among those of the user, and can be ended there.</p>
{spoilt}{link if defect == VALID else ""}{_piece("Token", "token", token)}
{_piece("Header", "header", header)}
{_piece("A call", "call", curl)}
{_another(user, defect, defects, view)}
</main>
{outbox_page.NEWS}"""
    return html_document.document(
        title=f"A token of {name}", body=body, head=head, style=outbox_page.SHARED_STYLE + STYLE
    )


def _piece(title: str, name: str, text: str) -> str:
    return f"""\
<section class="card" aria-labelledby="{name}">
<h2 id="{name}">{title}</h2>
<pre dir="ltr" tabindex="0" title="A click selects it">{escape(text)}</pre>
{message_card.copy_button(text, name)}
</section>"""


def _another(user: User, defect: str, defects: Iterable[str], view: View) -> str:
    options = "".join(
        f'<option value="{each}"{" selected" if each == defect else ""}>{_words(each)}</option>'
        for each in defects
    )
    return f"""\
<section class="card" aria-labelledby="another">
<h2 id="another">Another one</h2>
<form method="post" action="{escape(view.address().replace("./", "./new-token", 1))}">
<input type="hidden" name="project_id" value="{escape(user.project_id)}">
<input type="hidden" name="user_id" value="{escape(user.user_id)}">
<div class="field">
<label for="defect">What is wrong with it</label>
<select id="defect" name="defect">{options}</select>
</div>
<button class="button">Make a token</button>
</form>
</section>"""


def _words(defect: str) -> str:
    return "nothing" if defect == VALID else defect.replace("_", " ")
