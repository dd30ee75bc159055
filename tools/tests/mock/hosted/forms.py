"""The forms of a page as a browser would send them."""

from __future__ import annotations

from html.parser import HTMLParser

from attrs import define, field

from login_contract.mock.errors import LoginError, Refusal


@define
class Form:
    """One form: ``refused`` names the fields that are marked as wrong."""

    method: str
    action: str
    hidden: dict[str, str] = field(factory=dict)
    fields: dict[str, str] = field(factory=dict)
    buttons: dict[str, tuple[str, str]] = field(factory=dict)
    refused: list[str] = field(factory=list)
    required: list[str] = field(factory=list)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self.pressed: tuple[str, str] | None = None
        self.label: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.forms.append(Form(given["method"], given["action"]))
        elif tag == "input":
            form = self.forms[-1]
            kind = form.hidden if given.get("type") == "hidden" else form.fields
            kind[given["name"]] = given.get("value", "")
            if "aria-invalid" in given:
                form.refused.append(given["name"])
            if "required" in given:
                form.required.append(given["name"])
        elif tag == "button":
            self.pressed, self.label = (given.get("name", ""), given.get("value", "")), []

    def handle_data(self, data: str) -> None:
        self.label.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "button" and self.pressed is not None:
            self.forms[-1].buttons[" ".join("".join(self.label).split())] = self.pressed
            self.pressed = None


def told(text: str) -> LoginError:
    """Return the refusal of a partner, whose code and words may be anything."""
    return LoginError(Refusal(401, text), text, of_partner=True)


def forms_of(html: str) -> list[Form]:
    """Return the forms in the order of the page."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.forms
