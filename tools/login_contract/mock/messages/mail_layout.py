"""The one HTML frame of every mail: inline styles, no pictures, light and dark, either writing direction.

Mail programs drop style sheets, understand tables and little else; so every style that matters stands on
its element, and the only style sheet recolours the mail where the reader prefers dark.

The pieces are filled in twice: ``$names`` once per language, ``{names}`` for every recipient, which is why
the braces of CSS are doubled.
"""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from string import Template

from login_contract.mock.messages.forms import Style

FONT = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif"
DARK, SOFT, ACCENT = "#1b1f2a", "#5a6275", "#3d4be0"
NAME = "{project_name}"
# A project's name may be written in the other direction than the text around it.
ISOLATED_NAME = f"<bdi>{NAME}</bdi>"
LIFETIME = "{lifetime}"
# A number is not torn from its unit.
UNBROKEN_LIFETIME = f'<span style="white-space:nowrap">{LIFETIME}</span>'

DOCUMENT = Template(f"""\
<!DOCTYPE html>
<html lang="$language" dir="$direction">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>$subject</title>
<style>
@media (prefers-color-scheme: dark) {{{{
.page {{{{ background: #14161d !important }}}}
.card {{{{ background: #1d202a !important; border-color: #343948 !important }}}}
.text, .code {{{{ color: #e9ebf2 !important }}}}
.soft, .soft a {{{{ color: #a9b0c2 !important }}}}
.code {{{{ background: #282c3a !important; border-color: #454c60 !important }}}}
.button {{{{ background: #98a4ff !important; color: #14161d !important }}}}
}}}}
</style>
</head>
<body class="page" style="margin:0;padding:0;background:#f3f4f8">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" class="page"
 style="background:#f3f4f8">
<tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" dir="$direction"
 style="max-width:520px;word-break:break-word">
<tr><td class="soft" style="padding:0 8px 12px;{FONT};font-size:14px;font-weight:600;color:{SOFT}">
{ISOLATED_NAME}
</td></tr>
<tr><td class="card" style="padding:28px 24px 12px;{FONT};background:#ffffff;
border:1px solid #e0e3ec;border-radius:12px">
$body
</td></tr>
<tr><td class="soft" style="padding:16px 8px 0;{FONT};font-size:13px;line-height:20px;color:{SOFT}">
$signature<br>$footer
</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
""")

PARAGRAPH = "margin:0 0 16px"
BLOCKS: Mapping[Style, Template] = {
    "heading": Template(
        f'<h1 class="text" style="margin:0 0 14px;font-size:22px;line-height:30px;color:{DARK}">$text</h1>'
    ),
    "paragraph": Template(
        f'<p class="text" style="{PARAGRAPH};font-size:16px;line-height:24px;color:{DARK}">$text</p>'
    ),
    "code": Template(
        '<div class="code" dir="ltr" style="margin:0 0 16px;padding:14px 8px;background:#f1f2fd;'
        "border:1px solid #d3d7f6;border-radius:8px;font-family:Menlo,Consolas,monospace;font-size:28px;"
        f'line-height:36px;letter-spacing:4px;text-align:center;color:{DARK}">{{code}}</div>'
    ),
    "button": Template(
        '<p style="margin:4px 0 20px"><a class="button" href="{link}" style="display:inline-block;'
        f"padding:12px 22px;border-radius:8px;background:{ACCENT};color:#ffffff;font-size:16px;"
        'line-height:24px;font-weight:600;text-decoration:none">$text</a></p>'
    ),
    "note": Template(
        f'<p class="soft" style="{PARAGRAPH};font-size:14px;line-height:21px;color:{SOFT}">$text</p>'
    ),
    "link_hint": Template(
        f'<p class="soft" style="{PARAGRAPH};font-size:13px;line-height:20px;color:{SOFT}">$text<br>'
        f'<a href="{{link}}" dir="ltr" style="color:{SOFT};word-break:break-all">{{link}}</a></p>'
    ),
}


def block(style: Style, text: str) -> str:
    """Return one block of a mail around a text of a language file, as a format string."""
    return BLOCKS[style].substitute(text=_markup(text))


def document(*, language: str, direction: str, subject: str, signature: str, footer: str, body: str) -> str:
    """Return a whole mail as a format string; ``body`` is blocks, the other texts are plain."""
    return DOCUMENT.substitute(
        language=escape(language),
        direction=escape(direction),
        subject=escape(subject),
        signature=_markup(signature),
        footer=_markup(footer),
        body=body,
    )


def _markup(text: str) -> str:
    return escape(text).replace(NAME, ISOLATED_NAME).replace(LIFETIME, UNBROKEN_LIFETIME)
