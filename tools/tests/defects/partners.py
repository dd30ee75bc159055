"""Defects of custom user-data storage: what a partner is asked, and what is made of the answer."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

import httpx
import pytest
from attrs import evolve

from login_contract.mock.contract.compiled import CompiledOperation
from login_contract.mock.domain import attribute_update, storage_claims
from login_contract.mock.domain.events import Events
from login_contract.mock.domain.tokens import InvalidToken, OfAnotherKind, Tokens, UnknownProject
from login_contract.mock.flows import account_linking, partner
from login_contract.mock.flows.partner import Partners, Question
from login_contract.mock.flows.password import GivenPassword
from login_contract.mock.operations import tokens
from login_contract.mock.outgoing import partner_answer, partner_webhooks
from login_contract.mock.outgoing.partner_answer import REFUSED, PartnerAnswer
from login_contract.mock.outgoing.partner_webhooks import PartnerWebhooks
from login_contract.mock.outgoing.repeated_secrets import Echoes
from login_contract.mock.settings.project import Project
from login_contract.mock.store import partner_data, users
from login_contract.mock.store.database import Transaction
from login_contract.mock.store.user_rows import User
from login_contract.tokens.issuer import GATEWAY_TOKEN
from login_contract.tokens.signing import secret_key, signed
from tests.defects.planting import altered


def redirect_followed(patch: pytest.MonkeyPatch) -> None:
    sound = httpx.AsyncClient

    def client(**options: Any) -> httpx.AsyncClient:
        return sound(**{**options, "follow_redirects": True})

    patch.setattr(httpx, "AsyncClient", client)


def answer_of_any_length_accepted(patch: pytest.MonkeyPatch) -> None:
    shortened = altered(json, dumps=lambda value, **options: json.dumps(value, **options)[:1000])
    patch.setattr(partner_answer, "json", shortened)


def bytes_counted_for_characters(patch: pytest.MonkeyPatch) -> None:
    in_bytes = altered(json, dumps=lambda value, **options: json.dumps(value, **options).encode())
    patch.setattr(partner_answer, "json", in_bytes)


def repeated_attribute_accepted(patch: pytest.MonkeyPatch) -> None:
    sound = partner_answer._accepted

    def accepted(webhook: CompiledOperation, status: int, value: Any, remarks: list[str]) -> PartnerAnswer:
        given = value.get("attributes") if isinstance(value, dict) else None
        if isinstance(given, list) and all(isinstance(each, dict) for each in given):
            value = {**value, "attributes": list({str(each.get("key")): each for each in given}.values())}
        return sound(webhook, status, value, remarks)

    patch.setattr(partner_answer, "_accepted", accepted)


def nested_value_written_as_text(patch: pytest.MonkeyPatch) -> None:
    sound = partner_answer._accepted

    def accepted(webhook: CompiledOperation, status: int, value: Any, remarks: list[str]) -> PartnerAnswer:
        given = value.get("attributes") if isinstance(value, dict) else None
        if isinstance(given, list) and all(isinstance(each, dict) for each in given):
            flat = [{**each, "value": json.dumps(each.get("value")).strip('"')} for each in given]
            value = {**value, "attributes": flat}
        return sound(webhook, status, value, remarks)

    patch.setattr(partner_answer, "_accepted", accepted)


def null_value_kept_as_an_empty_text(patch: pytest.MonkeyPatch) -> None:
    sound = attribute_update.told
    patch.setattr(attribute_update, "told", lambda given: sound({**given, "value": given["value"] or ""}))


def gateway_token_signed_by_a_stranger(patch: pytest.MonkeyPatch) -> None:
    sound = Tokens.sign

    async def sign(self: Tokens, project: Project, content: Mapping[str, Any]) -> str:
        if content.get("request_type") != GATEWAY_TOKEN:
            return await sound(self, project, content)
        return signed(content, secret_key("a-secret-that-belongs-to-nobody-at-all"))

    patch.setattr(Tokens, "sign", sign)


def gateway_token_about_nobody(patch: pytest.MonkeyPatch) -> None:
    sound = PartnerWebhooks.ask

    async def ask(
        self: PartnerWebhooks, project: Project, name: str, body: Mapping[str, Any], claims: Mapping[str, Any]
    ) -> PartnerAnswer:
        return await sound(self, project, name, body, {})

    patch.setattr(PartnerWebhooks, "ask", ask)


def user_token_taken_for_a_gateway_token(patch: pytest.MonkeyPatch) -> None:
    async def check(self: Tokens, token: str, project: Project) -> None:
        await self._trusted(token, project)

    patch.setattr(Tokens, "check_gateway", check)


def expired_gateway_token_called_foreign(patch: pytest.MonkeyPatch) -> None:
    sound = Tokens.check_gateway

    async def check(self: Tokens, token: str, project: Project) -> None:
        try:
            await sound(self, token, project)
        except InvalidToken:
            raise OfAnotherKind("is not good") from None

    patch.setattr(Tokens, "check_gateway", check)


def verify_code_kept_from_the_partner(patch: pytest.MonkeyPatch) -> None:
    _sent(patch, lambda body: {**body, "fields": {"password": body["fields"]["password"]}})


def verify_code_told_as_a_number(patch: pytest.MonkeyPatch) -> None:
    def stripped(body: dict[str, Any]) -> dict[str, Any]:
        fields = {name: text.lstrip("0") for name, text in body["fields"].items()}
        return {**body, "fields": fields}

    _sent(patch, stripped)


def _sent(patch: pytest.MonkeyPatch, alter: Callable[[dict[str, Any]], dict[str, Any]]) -> None:
    """Change what a partner is sent when a password is reset."""
    sound = PartnerWebhooks.ask

    async def ask(
        self: PartnerWebhooks, project: Project, name: str, body: Mapping[str, Any], claims: Mapping[str, Any]
    ) -> PartnerAnswer:
        body = alter(dict(body)) if name == "password-reset" else body
        return await sound(self, project, name, body, claims)

    patch.setattr(PartnerWebhooks, "ask", ask)


def proxy_only_after_a_password(patch: pytest.MonkeyPatch) -> None:
    sound = storage_claims.type_claim

    def type_claim(project: Project, login_type: str) -> str:
        return sound(project, login_type) if login_type == "xsolla_login" else login_type

    patch.setattr(storage_claims, "type_claim", type_claim)


def network_called_xsolla(patch: pytest.MonkeyPatch) -> None:
    sound = storage_claims.of_storage

    def of_storage(tx: Transaction, project: Project, user: User, **about: Any) -> dict[str, Any]:
        return sound(tx, project, user, **{**about, "provider": None})

    patch.setattr(storage_claims, "of_storage", of_storage)


def one_account_at_playfab_for_all(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(storage_claims, "_simulated_id", lambda kind, user: "0" * 16)


def used_up_before_the_partner_is_asked(patch: pytest.MonkeyPatch) -> None:
    async def rehearse(
        self: Partners, identify: Callable[[Transaction], tuple[User, Any]], finish: Any
    ) -> User:
        user, _proof = await self._store.transaction(identify)
        return user

    patch.setattr(Partners, "_rehearse", rehearse)


def partner_data_merged(patch: pytest.MonkeyPatch) -> None:
    sound = partner_data.replace

    def replace(tx: Transaction, user_id: str, data: Mapping[str, Any]) -> None:
        sound(tx, user_id, {**(partner_data.of_user(tx, user_id) or {}), **data})

    patch.setattr(partner_data, "replace", replace)


def answer_kept_before_the_flow_ends(patch: pytest.MonkeyPatch) -> None:
    sound = PartnerWebhooks.ask

    async def ask(
        self: PartnerWebhooks, project: Project, name: str, body: Mapping[str, Any], claims: Mapping[str, Any]
    ) -> PartnerAnswer:
        answer = await sound(self, project, name, body, claims)
        user_id = claims.get("sub")
        if user_id is not None:
            await self._store.transaction(lambda tx: partner_data.replace(tx, user_id, answer.free))
        return answer

    patch.setattr(PartnerWebhooks, "ask", ask)


def password_in_the_delivery_log(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(partner_webhooks, "_masked", lambda value: value)


def echo_in_the_delivery_log(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Echoes, "hidden", lambda self, text: text)


def refusal_ignored(patch: pytest.MonkeyPatch) -> None:
    sound = Partners._refuse

    async def refuse(self: Partners, question: Question, answer: PartnerAnswer) -> None:
        if answer.verdict != REFUSED:
            await sound(self, question, answer)

    patch.setattr(Partners, "_refuse", refuse)


def refusal_with_success_accepted(patch: pytest.MonkeyPatch) -> None:
    sound = partner_answer.judged

    def judged(webhook: CompiledOperation, status: int, media_type: str, body: bytes) -> PartnerAnswer:
        if status == 400:
            return sound(webhook, status, media_type, body)
        with pytest.MonkeyPatch.context() as blindness:
            blindness.setattr(partner_answer, "_refusal", lambda webhook, value: None)
            return sound(webhook, status, media_type, body)

    patch.setattr(partner_webhooks, "judged", judged)


def unconfirmed_account_told_before(patch: pytest.MonkeyPatch) -> None:
    _ask(patch, proves=False)


def refused_passwords_not_counted(patch: pytest.MonkeyPatch) -> None:
    _ask(patch, refused=None)


def password_outlives_its_reset(patch: pytest.MonkeyPatch) -> None:
    _ask(patch, still=None)


def _ask(patch: pytest.MonkeyPatch, **changed: Any) -> None:
    """Change what a password login asks."""
    sound = GivenPassword.question.fget  # type: ignore[attr-defined]
    patch.setattr(GivenPassword, "question", property(lambda self: evolve(sound(self), **changed)))


def known_account_dropped_for_another(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(users, "is_new", lambda tx, user_id: True)


def second_holder_of_an_id_let_in_without(patch: pytest.MonkeyPatch) -> None:
    sound = account_linking.holder_of

    def holder_of(
        tx: Transaction, project: Project, webhook: str, user: User, custom_id: str, events: Events
    ) -> User:
        if not project["merge_by_server_custom_id"]:
            partner_data.set_server_custom_id(tx, project.project_id, user.user_id, custom_id)
            return user
        return sound(tx, project, webhook, user, custom_id, events)

    patch.setattr(partner, "holder_of", holder_of)


def linked_account_overwritten(patch: pytest.MonkeyPatch) -> None:
    sound = account_linking.join

    def with_account(tx: Transaction, project: Project, account: User, user: User, events: Events) -> User:
        linked = sound(tx, project, account, user, events)
        users.set_fields(tx, linked, user.fields)
        return evolve(linked, fields={**linked.fields, **user.fields})

    patch.setattr(account_linking, "join", with_account)


def unproven_address_locks_an_account(patch: pytest.MonkeyPatch) -> None:
    sound = users.take_names

    def take_names(tx: Transaction, user: User, of: User) -> User:
        taken = sound(tx, user, of)
        if user.email is None and of.email is not None:
            users.set_contact(tx, taken, "email", of.email, proven=False)
            tx.execute("UPDATE users SET confirmed = 0 WHERE user_id = :user_id", user_id=user.user_id)
            return evolve(taken, email=of.email, confirmed=False)
        return taken

    patch.setattr(users, "take_names", take_names)


def ban_lifted_by_linking(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(account_linking, "_check_both", lambda webhook, user, account: None)


def gone_user_not_told_apart(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(tokens, "UnknownUser", UnknownProject)
