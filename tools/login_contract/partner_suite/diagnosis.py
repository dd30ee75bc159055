"""Why a partner's endpoints do not take the usual delivery: the likely cause, said once for all of them."""

from __future__ import annotations

from collections.abc import Iterable

import httpx
from attrs import frozen

from login_contract.http_client import make_client
from login_contract.partner_suite.key_server import ASKED
from login_contract.partner_suite.settings import PartnerSettings
from login_contract.partner_suite.trial import PartnerUnderTest, Trial

PATIENCE_SECONDS = 2


@frozen
class Diagnosis:
    """What keeps endpoints from being judged: the cause in a line, and all that can be told of it."""

    cause: str
    text: str


@frozen
class LikelyCause:
    """Something that may be wrong, the remedy, and words by which an answer hints at it."""

    wrong: str
    remedy: str
    hints: tuple[str, ...]

    @property
    def text(self) -> str:
        """What is wrong, and the remedy."""
        return f"{self.wrong}: {self.remedy}"

    def is_hinted_at(self, answer: str) -> bool:
        """Say whether an answer has one of the words."""
        return any(hint in answer for hint in self.hints)


def diagnosis(partner: PartnerUnderTest) -> Diagnosis | None:
    """Return what keeps endpoints from being judged, with the remedy; None when nothing does."""
    trials, untried = partner.asked()
    broken = [trial for trial in trials if trial.standing == "broken"]
    refusing = [trial for trial in trials if trial.standing in ("deaf", "open")]
    if partner.is_believed:
        # Where tokens are believed elsewhere, the user is the reason.
        refusing = [trial for trial in refusing if trial.standing == "deaf"]
    told = [*_broken(broken), *_refused(partner, refusing)]
    if told:
        told.append(f"To send such a delivery: {[*broken, *refusing][0].command()}")
    if untried:
        told.append(f"Given up with them, and not asked: {', '.join(untried)}.")
    # The last one shown is the one to send again.
    for trial in reversed([*broken, *refusing]):
        trial.show(trial.usual())
    return Diagnosis(_cause(partner, broken, refusing), "\n".join(told)) if told else None


def _cause(partner: PartnerUnderTest, broken: list[Trial], refusing: list[Trial]) -> str:
    if broken:
        return f"the usual delivery is not answered as it should be: {broken[0].usual().brief}"
    if refusing:
        return f"no good token is accepted, most likely because {_ranked(partner, refusing)[0].wrong}"
    return "nobody answers"


def _broken(trials: list[Trial]) -> Iterable[str]:
    by_answer: dict[str, list[Trial]] = {}
    for trial in trials:
        by_answer.setdefault(trial.usual().brief, []).append(trial)
    for brief, those in by_answer.items():
        yield f"{_names(those)}: the usual delivery is not answered as it should be: {brief}."
        yield _remedy(those[0])


def _remedy(trial: Trial) -> str:
    answer = trial.usual()
    if answer.lost is not None:
        return _REMEDIES.get(answer.lost.cause, "Look into the log of the server that is tested.")
    status = answer.status or 0
    if status in (404, 405):
        return "No endpoint for POST is at that address: give the right one with --url."
    if 300 <= status < 400:
        return "Give the address that answers: no redirect is followed."
    if status >= 500:
        return "Look into the log of the server that is tested."
    return "Answer 200, 201 or 204 to accept a delivery, else 400 with an error object."


_REMEDIES = {
    "timed_out": "Answer at once what is asked, and do afterwards what takes longer; --timeout waits longer.",
    "refused": "Start the server that is tested, or give its address with --url.",
    "no_name": "Give an address with --url whose host exists.",
    "unreachable": "Give an address with --url that this machine reaches.",
    "tls": "Give the server a certificate that this machine trusts, or an address that begins with http.",
    "reset": "Something ends the connection before it answers: the server's process, a proxy or a firewall.",
    "closed": "Something ends the connection before it answers: the server's process, a proxy or a firewall.",
    "cut_off": "Send as many bytes as Content-Length announces.",
    "no_http": "Give an address with --url where HTTP is spoken.",
    "decoding": "Leave the header Content-Encoding away, or compress the body as it says.",
}


def _refused(partner: PartnerUnderTest, trials: list[Trial]) -> Iterable[str]:
    if not trials:
        return
    settings, answer = partner.settings, trials[0].usual()
    yield (
        f"{_names(trials)}: the usual delivery is refused like one with a bad token: {answer.brief}. "
        "Nothing else can be judged before a good token is accepted."
    )
    yield _signed(settings)
    likely, *others = _ranked(partner, trials)
    yield f"Most likely {likely.text}."
    yield from (f"Or {cause.text}." for cause in others)


def _ranked(partner: PartnerUnderTest, trials: list[Trial]) -> list[LikelyCause]:
    """Return what may be wrong, the likeliest first: what the answer itself hints at."""
    answer = trials[0].usual().text.lower()
    return sorted(_causes(partner.settings, trials), key=lambda cause: not cause.is_hinted_at(answer))


def _signed(settings: PartnerSettings) -> str:
    about = (
        f"The tokens of this run are signed with {settings.algorithm}, for the project {settings.project_id}"
    )
    if settings.keys_url is None:
        return f"{about}."
    asked = keys_asked(settings)
    times = {None: "", 0: ", and nobody has asked for them"}.get(
        asked, f", and they were asked for {asked} times"
    )
    return f"{about}; their keys are at {settings.keys_url}{times}."


def _causes(settings: PartnerSettings, trials: list[Trial]) -> Iterable[LikelyCause]:
    if all(trial.standing == "open" for trial in trials):
        yield _of_users(settings)
    project = LikelyCause(
        "the partner expects tokens of another project",
        "give its id with --project-id",
        ("project", "audience", "tenant"),
    )
    if settings.algorithm == "HS256":
        yield LikelyCause(
            "the partner's project signs with RS256",
            "leave --secret-env away, and let it read the keys whose address is printed then, or sign with a "
            "key that it knows, --private-key",
            ("rs256", "rsa", "kid", "jwk", "algorithm", "public key", "pem"),
        )
        yield LikelyCause("the partner has another secret", "look at --secret-env", ("signature", "secret"))
        yield project
        return
    hs256 = LikelyCause(
        "the partner's project signs with HS256",
        "name the variable that holds the secret with --secret-env",
        ("hs256", "hmac", "secret", "algorithm"),
    )
    keys = LikelyCause(
        "the partner looks for the keys somewhere else",
        "let it read those of this run, or sign with a key that it knows, --private-key",
        ("kid", "jwk", "key", "signature"),
    )
    # Who has read the keys takes RS256.
    yield from (project, keys) if keys_asked(settings) else (hs256, keys, project)


def _of_users(settings: PartnerSettings) -> LikelyCause:
    hints = ("user", "password", "credential")
    if settings.known_user is not None:
        return LikelyCause(
            "the partner does not accept the known user, and does not say so",
            "look at --known-user and --known-password-env",
            hints,
        )
    return LikelyCause(
        "the partner does not know the user, and does not say so",
        "name one with --known-user and --known-password-env, or test its endpoint for new-user too",
        hints,
    )


def keys_asked(settings: PartnerSettings) -> int | None:
    """Return how often the keys of this run were asked for, None when nobody can tell."""
    if settings.keys_url is None:
        return None
    try:
        with make_client(timeout=PATIENCE_SECONDS) as client:
            return int(client.get(httpx.URL(settings.keys_url).join(ASKED)).json())
    except (httpx.HTTPError, ValueError, TypeError):
        return None


def _names(trials: list[Trial]) -> str:
    every = len(trials[0].partner.settings.endpoints)
    return f"All {every} endpoints" if len(trials) == every > 1 else ", ".join(trial.name for trial in trials)
