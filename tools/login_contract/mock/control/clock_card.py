"""The mock's clock on the page, and the buttons that move it."""

from __future__ import annotations

from datetime import UTC, datetime
from html import escape

from login_contract.mock.calls import html_document
from login_contract.mock.control import wording
from login_contract.mock.control.page_view import View

STYLE = """\
.clock { display: grid; gap: .75rem; grid-template-columns: minmax(0, 1fr) }
.clock time { font-size: 1.125rem; font-weight: 600; color: inherit; font-variant-numeric: tabular-nums }
.steps { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: .5rem }
.own { grid-template-columns: minmax(0, 1fr) auto; gap: .5rem; align-items: end }
.own input { padding-block: .5rem }
"""
STEPS = (60, 300, 3_600, 86_400)
SECONDS = 'type="number" min="0" max="315360000" step="any" required'  # As the description has it.


def card(view: View, *, now: float, ahead: float, refusal: str = "") -> str:
    """Return the clock; ``now`` is its time in unix seconds, ``ahead`` how far it is ahead of real time."""
    moment = html_document.time(datetime.fromtimestamp(now, UTC).isoformat())
    told = f"{wording.duration(ahead)} ahead of real time" if round(ahead) else "Real time"
    action = escape(view.address("time"))
    refused = f'<p class="refusal" role="alert" id="refusal">{escape(refusal)}</p>' if refusal else ""
    steps = "\n".join(
        '<button class="button plain" name="advance_seconds"'
        f' value="{step}">{wording.duration(step)}</button>'
        for step in STEPS
    )
    return f"""\
<section class="card clock" aria-labelledby="time">
<h2 id="time">Time</h2>
<div data-live="clock"><p data-now="{now:.3f}">{moment}</p>
<p class="soft ahead">{told}</p></div>
<div data-live="refusal">{refused}</div>
<form method="post" action="{action}" data-quiet>
<input type="hidden" name="action" value="advance">
<p id="steps">Move time forward by</p>
<div class="steps" role="group" aria-labelledby="steps">
{steps}
</div>
</form>
<form class="own typed" method="post" action="{action}" data-quiet>
<input type="hidden" name="action" value="advance">
<div class="field">
<label for="advance_seconds">Seconds</label>
<input id="advance_seconds" name="advance_seconds" {SECONDS}>
</div>
<button class="button plain">Move</button>
</form>
<details>
<summary>Back to real time</summary>
<p>Only a reset goes back. It takes away every message, and every user and project that the settings do not
name.</p>
<form method="post" action="{escape(view.address())}">
<input type="hidden" name="action" value="reset">
<button class="button plain">Reset the mock</button>
</form>
</details>
</section>"""
