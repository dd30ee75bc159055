"""The theme of a project on a page: its colours and corners as a style, its logo as an element."""

from __future__ import annotations

from html import escape

from login_contract.mock.domain.theme import Colours, Theme


def style(theme: Theme) -> str:
    """Return rules that win over those of the stylesheet before them."""
    return f"""\
:root {{ {_colours(theme.light)}; --radius: {theme.radius}px }}
@media (prefers-color-scheme: dark) {{ :root {{ {_colours(theme.dark)} }} }}
"""


def logo(theme: Theme) -> str:
    """Return the logo as HTML, if there is one; the page's policy has to allow ``data:``."""
    if theme.logo is None:
        return ""
    return f'<img class="logo" src="{escape(theme.logo)}" alt="{escape(theme.project_name)}">\n'


def _colours(colours: Colours) -> str:
    return f"--accent: {colours.accent}; --on-accent: {colours.on_accent}"
