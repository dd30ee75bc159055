from __future__ import annotations

import pytest

from login_contract.description.model import described
from login_contract.description.storage_webhooks import NAMES, PREFIX
from login_contract.errors import UsageError
from login_contract.partner_suite import endpoints
from login_contract.partner_suite.endpoints import PartnerEndpoint


def test_names_are_the_webhooks_of_the_description() -> None:
    custom = [name for name in described().document["webhooks"] if name.startswith(PREFIX)]

    assert [PREFIX + name for name in NAMES] == custom
    assert [f"/{name}" for name in NAMES] == list(described("partner").document["paths"])


def test_named_addresses_keep_to_their_webhooks() -> None:
    found = endpoints.from_flags(["phone=https://x.example/p?a=b", "new-user=http://localhost:3000"])

    assert found == (
        PartnerEndpoint("new-user", "http://localhost:3000"),
        PartnerEndpoint("phone", "https://x.example/p?a=b"),
    )


def test_bare_address_is_that_of_all_webhooks() -> None:
    found = endpoints.from_flags(["http://localhost:3000/hook?a=b"])

    assert [each.name for each in found] == list(NAMES)
    assert {each.url for each in found} == {"http://localhost:3000/hook?a=b"}


def test_name_in_a_bare_address_stands_for_each_webhook() -> None:
    found = endpoints.from_flags(["http://localhost:3000/{name}"])

    assert found[0].url == "http://localhost:3000/new-user"
    assert found[-1].url == "http://localhost:3000/email-change"


@pytest.mark.parametrize(
    ("urls", "expected"),
    [
        (["nwe-user=http://x"], "unknown webhook 'nwe-user' (known: new-user, "),
        (["phone=http://x", "phone=http://y"], "phone is given twice"),
        (["http://x", "http://y"], "either one bare address"),
        (["http://x", "phone=http://y"], "either one bare address"),
        (["phone=ftp://x"], "'ftp://x' is no http(s) address"),
        (["phone="], "'' is no http(s) address"),
        (["nonsense"], "'nonsense' is no http(s) address"),
        (["http://x:99999"], "is no http(s) address"),
        (["http://a b"], "is no address"),
        (["phone=http://user:secret@x"], "must not carry a user name or password"),
        (["phone=user:secret@x/hook"], "'…@x/hook' is no http(s) address"),
        (["phone=http://user:sec ret@x?key=secret"], "'…@x?…' is no address"),
        (["phone=ftp://x?key=secret"], "'ftp://x?…' is no http(s) address"),
    ],
)
def test_address_that_makes_no_sense_is_refused(urls: list[str], expected: str) -> None:
    with pytest.raises(UsageError) as refused:
        endpoints.from_flags(urls)

    assert expected in str(refused.value)
    assert str(refused.value).startswith("--url: ")
    assert "secret" not in str(refused.value)


@pytest.mark.parametrize(
    ("url", "local"),
    [
        ("http://localhost:3000", True),
        ("http://127.0.0.1/x", True),
        ("http://[::1]:80/", True),
        ("https://10.0.0.7/", True),
        ("https://192.168.1.2/", True),
        ("https://build.internal/", True),
        ("https://partner.example.com/", False),
        ("https://8.8.8.8/", False),
    ],
)
def test_local_addresses_are_told_from_others(url: str, local: bool) -> None:
    assert endpoints.is_local(url) is local
