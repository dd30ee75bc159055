"""One endpoint of a partner while it is tested: whom deliveries are about, and what it answers them."""

from __future__ import annotations

import json
import shlex
from collections import Counter
from collections.abc import Mapping
from typing import Any

import attrs
from attrs import define, field

from login_contract.partner_suite import bodies
from login_contract.partner_suite.bodies import samples
from login_contract.partner_suite.deliveries import Deliveries, Delivery, RecordedAnswer, secrets_of
from login_contract.partner_suite.endpoints import PartnerEndpoint
from login_contract.partner_suite.people import Person, claims_about
from login_contract.partner_suite.settings import PartnerSettings
from login_contract.partner_suite.signer import Signer
from login_contract.partner_suite.standing import BELIEVING, Standing, standing
from login_contract.suite.actors.concurrency import at_once
from login_contract.suite.reporting.recorder import Recorder

UNREACHABLE_AFTER = 3
TRIES = 3
UNTOLD = "the usual delivery is not answered as meant; the first case (-k usual) says why"
UNKNOWN = "needs a user whom the partner accepts: --known-user, or an endpoint for new-user"
REGISTRATION = "new-user"
LOGIN = "user-verification"
# What is told about a user without changing what the partner knows of them.
HARMLESS = (LOGIN, "refresh-token", "password-change")


@define
class Patience:
    """Counts deliveries that were not answered at all; shared by all endpoints of a run.

    Three in a row are enough for an address, and for a server that never answered anything. One that did
    may have an endpoint that hangs, so it is given up for twice as many; so is a run without any answer.
    """

    limit: int = UNREACHABLE_AFTER
    lost: int = 0
    lost_in_a_row: Counter[str] = field(factory=Counter)
    answered: set[str] = field(factory=set)

    def note(self, endpoint: PartnerEndpoint, answer: RecordedAnswer) -> None:
        """Take note of an answer, or of none."""
        for place in (endpoint.url, endpoint.origin):
            self.lost_in_a_row[place] += 1
        self.lost += 1
        if not answer.silent:
            self.answered.add(endpoint.origin)
            self.lost_in_a_row[endpoint.url] = self.lost_in_a_row[endpoint.origin] = 0

    def is_over(self, endpoint: PartnerEndpoint) -> bool:
        """Say whether nothing more is to be expected from an address."""
        of_server = self.limit * 2 if endpoint.origin in self.answered else self.limit
        return (
            self.lost_in_a_row[endpoint.url] >= self.limit
            or self.lost_in_a_row[endpoint.origin] >= of_server
            or (not self.answered and self.lost >= self.limit * 2)
        )


@define
class PartnerUnderTest:
    """Everything that a run knows of a partner."""

    settings: PartnerSettings
    signer: Signer = field(repr=False)
    deliveries: Deliveries = field(repr=False)
    recorder: Recorder = field(repr=False)
    patience: Patience = field(factory=Patience)
    trials: dict[str, Trial] = field(factory=dict, repr=False)

    def trial(self, name: str) -> Trial | None:
        """Return the endpoint for a webhook, None when the partner has none."""
        for endpoint in self.settings.endpoints:
            if endpoint.name == name and name not in self.trials:
                self.trials[name] = Trial(self, endpoint)
        return self.trials.get(name)

    @property
    def known(self) -> Person | None:
        """The user whom the partner knows, when one was named."""
        user = self.settings.known_user
        return Person.known(user, self.settings.known_password) if user else None

    def asked(self) -> tuple[list[Trial], list[str]]:
        """Send the usual delivery to each endpoint that anything is to be expected of.

        Return these endpoints, and the names of the others.
        """
        asked, untried = [], []
        for endpoint in self.settings.endpoints:
            trial = self.trial(endpoint.name)
            if trial is None or (self.patience.is_over(endpoint) and not trial.late):
                untried.append(endpoint.name)
            else:
                trial.usual()
                asked.append(trial)
        return asked, untried

    @property
    def is_believed(self) -> bool:
        """Whether any endpoint takes the tokens of this run for the Login server's."""
        return any(trial.standing in BELIEVING for trial in self.asked()[0])

    def registered(self) -> Person | None:
        """Register somebody new; None when the partner has no such endpoint, or refuses."""
        registration = self.trial(REGISTRATION)
        if registration is None or self.patience.is_over(registration.endpoint):
            return None
        person = Person.made_up()
        answer = registration.send(bodies.plain(REGISTRATION, person), person)
        return person.with_account() if answer.accepted else None


@define
class Trial:
    """One endpoint under test."""

    partner: PartnerUnderTest = field(repr=False)
    endpoint: PartnerEndpoint
    _acquaintance: list[Person | None] = field(factory=list, repr=False)
    _usual: list[RecordedAnswer] = field(factory=list, repr=False)
    _tampered: list[RecordedAnswer] = field(factory=list, repr=False)
    _documented: list[tuple[str, RecordedAnswer]] = field(factory=list, repr=False)
    _answers: list[tuple[str, RecordedAnswer]] = field(factory=list, repr=False)

    @property
    def name(self) -> str:
        """The webhook's name."""
        return self.endpoint.name

    def deliver(
        self, content: bytes, person: Person, *, body: Any = None, defect: str | None = None, **how: Any
    ) -> RecordedAnswer:
        """Send bytes, with a token about somebody; ``how`` changes the request, as ``Delivery`` names it."""
        delivery = self._delivery(content, person, body, defect, how)
        answer = self.partner.deliveries.send(delivery)
        self.partner.patience.note(self.endpoint, answer)
        self.partner.recorder.note(answer.exchange)
        return answer

    def send(self, body: Any, person: Person, *, defect: str | None = None, **how: Any) -> RecordedAnswer:
        """Send a body, with a token about somebody."""
        return self.deliver(bodies.encoded(body), person, body=body, defect=defect, **how)

    def send_at_once(self, people: list[Person]) -> list[RecordedAnswer]:
        """Send the usual delivery about each of them at the same moment."""
        ready = [self._usual_delivery(person) for person in people]
        answers = list(at_once(len(ready), lambda number: self.partner.deliveries.send(ready[number])))
        for answer in answers:
            self.partner.recorder.note(answer.exchange)
        return answers

    def person(self) -> Person:
        """Return somebody for the next delivery: whom the partner knows, where the webhook is about such."""
        if self.name in HARMLESS:
            if not self._acquaintance:
                known = self.partner.known
                fits = known is not None and bodies.can_be_about(self.name, known)
                self._acquaintance.append(known if fits else self.partner.registered())
            return self._acquaintance[0] or Person.made_up()
        if self.name in ("password-reset", "email-change"):
            return self.partner.registered() or Person.made_up()
        return Person.made_up()

    def body(self, person: Person) -> bodies.Body:
        """Return the usual delivery about somebody."""
        return usual_body(self.name, person, self.partner.signer)

    @property
    def standing(self) -> Standing:
        """What the answers to the usual delivery and to one with a bad token say together."""
        return standing(self.name, self.usual(), self.tampered)

    @property
    def trouble(self) -> str | None:
        """Why nothing else can be judged: the usual delivery is not answered as meant; None when it is."""
        if self.standing in BELIEVING:
            return None
        return UNKNOWN if self.standing == "open" and self.partner.is_believed else UNTOLD

    def usual(self) -> RecordedAnswer:
        """Return the answer to the usual delivery, sent once in a run; again where nobody answered."""
        while not self._usual or (
            self._usual[-1].silent and not self.partner.patience.is_over(self.endpoint)
        ):
            person = self.person()
            self._usual.append(self.send(self.body(person), person))
        return self._usual[-1]

    @property
    def late(self) -> list[RecordedAnswer]:
        """The usual deliveries that nobody answered."""
        return [answer for answer in self._usual if answer.silent]

    def tampered(self) -> RecordedAnswer:
        """Return the answer to the usual delivery with a tampered token, sent once in a run."""
        if not self._tampered:
            person = self.person()
            self._tampered.append(self.send(self.body(person), person, defect="tampered"))
        return self._tampered[0]

    def documented(self) -> list[tuple[str, RecordedAnswer]]:
        """Return the answers to the usual delivery and to the documented samples, each sent once in a run."""
        if not self._documented:
            self._documented.append(("the usual delivery", self.usual()))
            for key, body in samples(self.name).items():
                answer = self.send(body, Person.made_up())
                self._documented.append((f"the documented sample {key!r}", answer))
        return self._documented

    def answers(self) -> list[tuple[str, RecordedAnswer]]:
        """Return answers to what an endpoint is asked all the time, each with what it was asked."""
        if not self._answers:
            person, stranger = self.person(), Person.made_up()
            longest = self.send(bodies.longest(self.name, stranger), stranger)
            self._answers = [*self.documented(), ("a delivery as long as it may be", longest)]
            missing = self.send(self.body(person), person, defect="missing")
            self._answers.append(("a delivery whose token is missing", missing))
            self._answers.append(("a delivery whose token is tampered", self.tampered()))
        return self._answers

    def show(self, answer: RecordedAnswer) -> None:
        """Put an answer of an earlier test into the evidence of the running one."""
        self.partner.recorder.note(answer.exchange)

    def command(self, *options: str) -> str:
        """Return the command that sends such a delivery with a fresh token, as a shell reads it."""
        words = [*("login-contract", "webhooks", "send", self.name), "--url", self.endpoint.url]
        return shlex.join([*words, *options, *self.partner.settings.flags])

    def _usual_delivery(self, person: Person) -> Delivery:
        body = self.body(person)
        return self._delivery(bodies.encoded(body), person, body, None, {})

    def _delivery(
        self, content: bytes, person: Person, body: Any, defect: str | None, how: Mapping[str, Any]
    ) -> Delivery:
        told = body if body is not None else _json(content)
        token = self.partner.signer.token(claims_about(self.name, told, person), defect=defect)
        delivery = Delivery(url=self.endpoint.url, content=content, token=token, secrets=secrets_of(told))
        return attrs.evolve(delivery, **how)


def usual_body(name: str, person: Person, signer: Signer) -> bodies.Body:
    """Return the usual delivery about somebody; that of a new address has a user token with the address."""
    body = bodies.plain(name, person)
    if name == "email-change":
        account = person.with_account()
        told = {"sub": account.sub, "username": account.username, "email": f"new-{account.email}"}
        body["token"] = signer.user_token(told)
    return body


def _json(content: bytes) -> Any:
    try:
        return json.loads(content)
    except (ValueError, RecursionError):
        return None
