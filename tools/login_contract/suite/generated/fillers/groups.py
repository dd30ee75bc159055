"""Groups of users."""

from __future__ import annotations

from collections.abc import Mapping

from login_contract.suite.generated.fillers.inputs import Filler, Inputs
from login_contract.suite.generated.live_stock import Stock


def _new_group(inputs: Inputs, stock: Stock) -> None:
    # A name is given once only.
    inputs.body["name"] = f"{inputs.body['name'][:200]}{stock.name()}"


def _renamed_group(inputs: Inputs, stock: Stock) -> None:
    _group(inputs, stock)
    inputs.body["new_name"] = f"{inputs.body['new_name'][:200]}{stock.name()}"


def _group(inputs: Inputs, stock: Stock) -> None:
    inputs.path_parameters["group_id"] = stock.group()


def _groups(inputs: Inputs, stock: Stock) -> None:
    named = {
        name: [stock.group() for _ in ids[:1]] for name, ids in inputs.body.items() if isinstance(ids, list)
    }
    inputs.body.update({name: ids for name, ids in named.items() if name.endswith("user_groups")})


BODIES: Mapping[str, Filler] = {
    "NewUserGroup": _new_group,
    "RenamedUserGroup": _renamed_group,
    "MembershipChange": _groups,
    "Membership": _groups,
    "MembershipEnd": _groups,
}
ALONE: Mapping[str, Filler] = {
    "del-project-user-group": _group,
}
