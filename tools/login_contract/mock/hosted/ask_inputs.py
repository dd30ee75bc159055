"""The fields of the form for asked fields, each by its kind, with its rules and with what is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from attrs import frozen

from login_contract.mock.calls.html_document import isolated
from login_contract.mock.contract.refusals import CONTACT_TAKEN, UNDELIVERABLE_NUMBER
from login_contract.mock.domain import ask_fields
from login_contract.mock.hosted.ask_answers import GENDERS, LONGEST, NO, YES, Input, Problem
from login_contract.mock.hosted.form import EMAIL, Texts

STYLE = """\
fieldset { min-width: 0; margin: 0; padding: 0; border: 0; display: grid }
legend { padding: 0; font-weight: 600; overflow-wrap: anywhere; hyphens: auto }
legend span, label span { font-weight: 400 }
.choice { display: flex; gap: .625rem; align-items: flex-start; padding-block: .5rem; font-weight: 400 }
.choice input { flex: none; width: 1.25rem; height: 1.25rem; margin: .125rem 0 0; padding: 0;
  accent-color: var(--accent) }
.rule, .wrong { font-size: .875rem; overflow-wrap: anywhere }
.wrong { color: var(--bad) }
"""
LABELS = {
    "email": "email",
    "phone_number": "phone_number",
    "country": "country",
    "birthday": "birthday",
    "gdpr_consent": "consent",
    "promo_email_agreement": "promotion",
    "nickname": "nickname",
    "first_name": "first_name",
    "last_name": "last_name",
    "gender": "gender",
}
# What browsers fill in themselves (the autofill tokens of HTML), by what a field is about.
AUTOCOMPLETE = {
    "nickname": "nickname",
    "name": "name",
    "first_name": "given-name",
    "last_name": "family-name",
    "birthday": "bday",
    "country": "country-name",
    "gender": "sex",
}
TEXT = 'dir="auto"'
ATTRIBUTES: Mapping[str, str] = {
    "email": EMAIL,
    "phone": 'type="tel" autocomplete="tel" dir="ltr"',
    "date": 'type="date"',
    "pass": f'type="password" autocomplete="new-password" {TEXT}',
    "str": TEXT,
}
# Told in the words that all pages have, where there are no own ones.
SHARED = {"taken": CONTACT_TAKEN.code, "unreachable": UNDELIVERABLE_NUMBER.code}
# Their texts have a form for each number.
COUNTED = frozenset({"too_short", "too_long", "at_least"})
GENDER_TEXTS = dict(zip(GENDERS, ("gender_f", "gender_m", "gender_other", "gender_unsaid"), strict=True))


@frozen
class InputView:
    """One field; ``number`` tells it from the others of its page."""

    texts: Texts
    given: Input
    number: int
    focused: bool = False

    def html(self) -> str:
        """Return the field with its label, its rules and what is wrong."""
        if self.given.kind in ("multi_select", "yes_no"):
            return self._group()
        if self.given.kind == "consent":
            return self._consent()
        control = self._select() if self.given.kind == "select" else self._text()
        return f"""\
<div class="field">
<label for="{self._id}">{self._label()}{self._mark()}</label>
{control}
{self._notes()}</div>"""

    @property
    def _id(self) -> str:
        return f"field-{self.number}"

    @property
    def _name(self) -> str:
        return escape(f"field.{self.given.name}")

    def _label(self) -> str:
        known = LABELS.get(self.given.meaning)
        if known is not None:
            return self.texts.html(known)
        words = self.given.name.replace("_", " ").replace("-", " ").strip()
        return isolated(words[:1].upper() + words[1:] if words else self.given.name)

    def _mark(self) -> str:
        if not self.given.required:
            return f' <span class="soft">({self.texts.html("optional")})</span>'
        # Where no control can say so itself, the star has to be read out.
        hidden = "" if self.given.kind == "multi_select" else ' aria-hidden="true"'
        # A star alone on a line would belong to nothing.
        return f"<span{hidden}>&nbsp;*</span>"

    def _described(self) -> str:
        """Return the attribute that ties a control to its notes."""
        notes = [f"{self._id}-{name}" for name, text in self._texts().items() if text]
        return f' aria-describedby="{" ".join(notes)}"' if notes else ""

    def _needs(self) -> str:
        """Return the attributes that say whether a control has to be filled in, and is where to go on."""
        required = " required" if self.given.required and self.given.kind != "multi_select" else ""
        return required + (" autofocus" if self.focused else "")

    def _invalid(self) -> str:
        return ' aria-invalid="true"' if self.given.problems else ""

    def _state(self) -> str:
        return f"{self._described()}{self._invalid()}{self._needs()}"

    def _text(self) -> str:
        attributes = ATTRIBUTES[self.given.kind]
        if "autocomplete" not in attributes:
            attributes += self._autocomplete()
        value = "" if self.given.kind == "pass" else escape(self.given.value)
        return (
            f'<input id="{self._id}" name="{self._name}" value="{value}" {attributes}'
            f' maxlength="{LONGEST}"{self._state()}>'
        )

    def _autocomplete(self) -> str:
        token = AUTOCOMPLETE.get(self.given.meaning)
        return f' autocomplete="{token}"' if token is not None else ""

    def _select(self) -> str:
        options = [f'<option value="">{self.texts.html("choose")}</option>']
        for choice in self.given.choices:
            chosen = " selected" if choice == self.given.value else ""
            options.append(f'<option value="{escape(choice)}"{chosen}>{self._choice(choice)}</option>')
        attributes = f'id="{self._id}" name="{self._name}"{self._autocomplete()}{self._state()}'
        return "\n".join([f"<select {attributes}>", *options, "</select>"])

    def _consent(self) -> str:
        known = LABELS.get(self.given.meaning)
        named = "" if known else f"<p>{self._label()}</p>\n"
        checked = " checked" if self.given.value == YES else ""
        attributes = f'id="{self._id}" name="{self._name}" value="{YES}" type="checkbox"{checked}'
        return f"""\
<div class="field">
{named}<label class="choice" for="{self._id}">
<input {attributes}{self._state()}>
<span>{self.texts.html(known or "agree")}{self._mark()}</span></label>
{self._notes()}</div>"""

    def _group(self) -> str:
        several = self.given.kind == "multi_select"
        role = "" if several else f' role="radiogroup"{self._invalid()}'
        choices = "\n".join(self._option(number, several) for number in range(len(self.given.choices)))
        return f"""\
<fieldset{role}{self._described()}>
<legend>{self._label()}{self._mark()}</legend>
{choices}
{self._notes()}</fieldset>"""

    def _option(self, number: int, several: bool) -> str:
        choice = self.given.choices[number]
        name = escape(f"choice.{number}.{self.given.name}") if several else self._name
        chosen = choice in self.given.value.split(",") if several else choice == self.given.value
        state = " checked" if chosen else ""
        state += self._invalid() if several else ""
        state += self._needs() if number == 0 else ""
        identity = f"{self._id}-{number}"
        return (
            f'<label class="choice" for="{identity}"><input id="{identity}" name="{name}"'
            f' value="{escape(choice)}" type="{"checkbox" if several else "radio"}"{state}>'
            f"<span>{self._choice(choice)}</span></label>"
        )

    def _choice(self, choice: str) -> str:
        if self.given.kind == "yes_no":
            return self.texts.html({YES: "yes", NO: "no"}[choice])
        if self.given.meaning == "gender" and choice in GENDER_TEXTS:
            return escape(self.texts.words.texts[f"account.{GENDER_TEXTS[choice]}"])
        return escape(choice) if self.given.kind == "select" else isolated(choice)

    def _texts(self) -> Mapping[str, list[str]]:
        """Return the rules that are kept, and what is wrong, in words."""
        rules = [
            Problem(rule.name, rule.n, rule.characters)
            for rule in ask_fields.rules(self.given.asked)
            if rule.name != "unsuitable"
        ]
        return {
            "rule": [self._sentence(each) for each in rules if each not in self.given.problems],
            "wrong": [self._sentence(each) for each in self.given.problems],
        }

    def _sentence(self, problem: Problem) -> str:
        if problem.name in SHARED:
            if problem.name == "taken" and self.given.name == "phone_number":
                return escape(self.texts.words.texts["account.phone_taken"])
            return self.texts.refusal(SHARED[problem.name])
        if problem.name in COUNTED:
            return self.texts.counted(problem.name, problem.n, characters=problem.characters)
        return self.texts.html(problem.name, characters=problem.characters)

    def _notes(self) -> str:
        told = self._texts()
        lines = []
        if told["rule"]:
            lines.append(f'<p class="soft rule" id="{self._id}-rule">{"<br>".join(told["rule"])}</p>\n')
        if told["wrong"]:
            lines.append(f'<p class="wrong" id="{self._id}-wrong">{"<br>".join(told["wrong"])}</p>\n')
        return "".join(lines)
