"""A diagram as a part of a page: the drawing, its name, and the same in words."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from login_contract.site.diagrams.drawing import Drawing
from login_contract.site.diagrams.sequence import Block, Diagram, Message, Note, Step

_CASES = {"alt": "In one case", "opt": "Only sometimes", "loop": "Again and again"}


def figure(diagram: Diagram, number: int) -> str:
    """Return the HTML of the diagram that is the `number`th of its page."""
    title, description = escape(diagram.title), escape(diagram.description)
    steps = _words(diagram.steps, [" ".join(name.split()) for name in diagram.participants])
    # Who compares the page with its Markdown leaves it out: that has the source of the diagram.
    return f"""\
<figure class="diagram" data-markdown-ignore>
<div class="wide" tabindex="0" role="region" aria-label="Diagram {number}: {title}">
{_svg(diagram, f"diagram-{number}")}
</div>
<details><summary>The same in words</summary>
<p>{description}</p>
{steps}</details>
</figure>
"""


def _svg(diagram: Diagram, name: str) -> str:
    drawing = Drawing(diagram)
    drawing.draw()
    left, top, width, height = (round(each) for each in drawing.view_box)
    marks = "\n".join(drawing.marks)
    return f"""\
<svg role="img" aria-labelledby="{name}-title" aria-describedby="{name}-told"
 width="{width}" height="{height}" viewBox="{left} {top} {width} {height}">
<title id="{name}-title">{escape(diagram.title)}</title>
<desc id="{name}-told">{escape(diagram.description)}</desc>
{marks}
</svg>"""


def _words(steps: Sequence[Step], names: Sequence[str]) -> str:
    return f"<ol>{''.join(f'<li>{_word(step, names)}</li>' for step in steps)}</ol>\n"


def _word(step: Step, names: Sequence[str]) -> str:
    if isinstance(step, Block):
        return "".join(
            f"{_CASES[step.kind] if number == 0 else 'Otherwise'}"
            f"{escape(f': {section.condition}' if section.condition else '')}{_words(section.steps, names)}"
            for number, section in enumerate(step.sections)
        )
    return escape(f"{_who(step, names)}: {' '.join(step.text.split())}")


def _who(step: Message | Note, names: Sequence[str]) -> str:
    if isinstance(step, Note):
        return " and ".join(names[place] for place in sorted({step.first, step.last}))
    source, target = names[step.source], names[step.target]
    if source == target:
        return f"{source}, by itself"
    return f"{source} answers {target}" if step.answer else f"{source} to {target}"
