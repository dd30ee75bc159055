"""What becomes of two users by each of the seven actions, seen by the one who acts."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from login_contract.mock.contract.refusals import BLOCKED_RELATIONSHIP, NOT_FOUND
from login_contract.mock.errors import LoginError
from login_contract.mock.store.relationships import BLOCKED, FRIEND, NONE, REQUESTED, STRANGERS, Stand

FRIENDS = Stand(FRIEND, FRIEND)
ASKED = Stand(REQUESTED, NONE)
ASKED_BY = Stand(NONE, REQUESTED)


def after(action: str, stand: Stand) -> Stand:
    """Return what the two are to each other after an action; what is so already stays as it is.

    Raises:
        LoginError: 403 010-026, one of the two has blocked the other; 404 003-061, there is nothing that the
            action could end or answer.
    """
    return ACTIONS[action](stand)


def _ask(stand: Stand) -> Stand:
    if BLOCKED in (stand.outgoing, stand.incoming):
        raise LoginError(BLOCKED_RELATIONSHIP, because="one of the two has blocked the other")
    # Who asks somebody that has asked already wants the same: neither has to answer any more.
    return {STRANGERS: ASKED, ASKED_BY: FRIENDS}.get(stand, stand)


def _block(stand: Stand) -> Stand:
    return Stand(BLOCKED, stand.incoming if stand.incoming == BLOCKED else NONE)


def _unblock(stand: Stand) -> Stand:
    if stand.outgoing != BLOCKED:
        raise LoginError(NOT_FOUND, because="the user has not blocked the other one")
    return Stand(NONE, stand.incoming)


def _from(needed: Stand, result: Stand) -> Callable[[Stand], Stand]:
    def change(stand: Stand) -> Stand:
        if stand != needed:
            raise LoginError(NOT_FOUND, because=f"the two are {stand.outgoing} and {stand.incoming}")
        return result

    return change


ACTIONS: Mapping[str, Callable[[Stand], Stand]] = {
    "friend_request_add": _ask,
    "friend_request_cancel": _from(ASKED, STRANGERS),
    "friend_request_approve": _from(ASKED_BY, FRIENDS),
    "friend_request_deny": _from(ASKED_BY, STRANGERS),
    "friend_remove": _from(FRIENDS, STRANGERS),
    "block": _block,
    "unblock": _unblock,
}
