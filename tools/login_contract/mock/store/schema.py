"""The tables, in the SQL that SQLite and PostgreSQL share."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Collection, Sequence

TABLES = """
CREATE TABLE IF NOT EXISTS made_by (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    tables TEXT NOT NULL,
    settings TEXT NOT NULL DEFAULT ''
);
CREATE TABLE IF NOT EXISTS state (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    clock_offset DOUBLE PRECISION NOT NULL DEFAULT 0,
    changes BIGINT NOT NULL DEFAULT 0,
    projects_revision BIGINT NOT NULL DEFAULT 0,
    projects_emptied BIGINT NOT NULL DEFAULT 0,
    pending_faults BIGINT NOT NULL DEFAULT 0,
    runs BIGINT NOT NULL DEFAULT 0
);
INSERT INTO state (id) VALUES (1) ON CONFLICT DO NOTHING;
CREATE TABLE IF NOT EXISTS projects (
    project_id TEXT PRIMARY KEY,
    settings TEXT NOT NULL,
    configured TEXT,
    revision BIGINT NOT NULL,
    last_tag BIGINT NOT NULL DEFAULT 999
);
CREATE INDEX IF NOT EXISTS projects_by_revision ON projects (revision);
CREATE TABLE IF NOT EXISTS signing_keys (
    project_id TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    number INTEGER NOT NULL DEFAULT 0,
    kid TEXT NOT NULL,
    pem TEXT NOT NULL,
    good_until DOUBLE PRECISION,
    PRIMARY KEY (project_id, fingerprint, number)
);
CREATE TABLE IF NOT EXISTS users (
    number {identity},
    user_id TEXT NOT NULL UNIQUE,
    project_id TEXT NOT NULL,
    username TEXT,
    username_key TEXT,
    email TEXT,
    email_key TEXT,
    phone_number TEXT,
    password_hash TEXT,
    confirmed INTEGER NOT NULL DEFAULT 0,
    ban TEXT,
    nickname TEXT,
    nickname_key TEXT,
    nickname_start TEXT,
    tag TEXT,
    picture TEXT,
    external_id TEXT,
    two_factor_phone TEXT,
    mfa TEXT,
    grouped INTEGER NOT NULL DEFAULT 0,
    fields TEXT NOT NULL DEFAULT '{}',
    created_at DOUBLE PRECISION NOT NULL,
    last_login DOUBLE PRECISION,
    UNIQUE (project_id, external_id),
    UNIQUE (project_id, username_key),
    UNIQUE (project_id, email_key),
    UNIQUE (project_id, phone_number)
);
CREATE INDEX IF NOT EXISTS users_by_nickname ON users (project_id, nickname_start, tag)
    WHERE nickname_start IS NOT NULL;
CREATE INDEX IF NOT EXISTS users_by_tag ON users (project_id, tag) WHERE tag IS NOT NULL;
CREATE TABLE IF NOT EXISTS pictures (
    name TEXT PRIMARY KEY,
    user_id TEXT NOT NULL,
    media_type TEXT NOT NULL,
    content BYTEA NOT NULL
);
CREATE INDEX IF NOT EXISTS pictures_by_user ON pictures (user_id);
CREATE INDEX IF NOT EXISTS users_by_number ON users (project_id, number);
CREATE TABLE IF NOT EXISTS user_groups (
    position {identity},
    project_id TEXT NOT NULL,
    name TEXT NOT NULL,
    UNIQUE (project_id, name)
);
CREATE TABLE IF NOT EXISTS group_members (
    user_id TEXT NOT NULL,
    group_id BIGINT NOT NULL,
    PRIMARY KEY (user_id, group_id)
);
CREATE INDEX IF NOT EXISTS group_members_by_group ON group_members (group_id);
CREATE TABLE IF NOT EXISTS sessions (
    jti TEXT PRIMARY KEY,
    project_id TEXT NOT NULL,
    user_id TEXT NOT NULL,
    purpose TEXT NOT NULL,
    context TEXT NOT NULL DEFAULT '{}',
    family TEXT,
    expires_at DOUBLE PRECISION NOT NULL,
    revoked_at DOUBLE PRECISION
);
CREATE INDEX IF NOT EXISTS sessions_by_user ON sessions (user_id);
CREATE INDEX IF NOT EXISTS sessions_by_family ON sessions (family);
CREATE TABLE IF NOT EXISTS authorization_codes (
    code TEXT PRIMARY KEY,
    project_id TEXT NOT NULL,
    client_id BIGINT,
    user_id TEXT NOT NULL,
    family TEXT NOT NULL,
    context TEXT NOT NULL,
    consumed_at DOUBLE PRECISION,
    expires_at DOUBLE PRECISION NOT NULL
);
CREATE TABLE IF NOT EXISTS refresh_tokens (
    token TEXT PRIMARY KEY,
    project_id TEXT NOT NULL,
    client_id BIGINT NOT NULL,
    user_id TEXT NOT NULL,
    family TEXT NOT NULL,
    context TEXT NOT NULL,
    consumed_at DOUBLE PRECISION,
    arrived_at DOUBLE PRECISION,
    answered_at DOUBLE PRECISION,
    revoked_at DOUBLE PRECISION,
    expires_at DOUBLE PRECISION NOT NULL
);
CREATE INDEX IF NOT EXISTS refresh_tokens_by_family ON refresh_tokens (family);
CREATE INDEX IF NOT EXISTS refresh_tokens_by_user ON refresh_tokens (user_id);
CREATE TABLE IF NOT EXISTS attributes (
    user_id TEXT NOT NULL,
    game BIGINT NOT NULL,
    key TEXT NOT NULL,
    attr_type TEXT NOT NULL,
    value TEXT NOT NULL,
    permission TEXT NOT NULL,
    read_only INTEGER NOT NULL,
    data_type TEXT,
    description TEXT,
    format TEXT,
    updated_at DOUBLE PRECISION NOT NULL,
    PRIMARY KEY (user_id, game, key)
);
CREATE INDEX IF NOT EXISTS attributes_by_key ON attributes (key, updated_at);
CREATE TABLE IF NOT EXISTS attribute_schemas (
    project_id TEXT PRIMARY KEY,
    schema TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS partner_data (
    user_id TEXT PRIMARY KEY,
    data TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS server_custom_ids (
    project_id TEXT NOT NULL,
    server_custom_id TEXT NOT NULL,
    user_id TEXT NOT NULL UNIQUE,
    PRIMARY KEY (project_id, server_custom_id)
);
CREATE TABLE IF NOT EXISTS deliveries (
    position {identity},
    id TEXT NOT NULL UNIQUE,
    project_id TEXT NOT NULL,
    name TEXT NOT NULL,
    url TEXT NOT NULL,
    request TEXT NOT NULL,
    response TEXT,
    duration_seconds DOUBLE PRECISION NOT NULL,
    verdict TEXT NOT NULL,
    remarks TEXT NOT NULL,
    created_at DOUBLE PRECISION NOT NULL
);
CREATE INDEX IF NOT EXISTS deliveries_by_project ON deliveries (project_id);
CREATE TABLE IF NOT EXISTS event_webhooks (
    id {identity},
    project_id TEXT NOT NULL,
    event_type TEXT NOT NULL,
    url TEXT NOT NULL,
    UNIQUE (project_id, event_type, url)
);
CREATE TABLE IF NOT EXISTS queued_events (
    position {identity},
    project_id TEXT NOT NULL,
    user_id TEXT NOT NULL,
    webhook_id BIGINT NOT NULL,
    url TEXT NOT NULL,
    body TEXT NOT NULL,
    tries INTEGER NOT NULL DEFAULT 0,
    due_at DOUBLE PRECISION NOT NULL,
    claim TEXT,
    claimed_until DOUBLE PRECISION NOT NULL DEFAULT 0
);
CREATE INDEX IF NOT EXISTS queued_events_by_user ON queued_events (user_id, url, position);
CREATE INDEX IF NOT EXISTS queued_events_by_url ON queued_events (url, claimed_until);
CREATE TABLE IF NOT EXISTS newcomers (
    user_id TEXT PRIMARY KEY
);
CREATE TABLE IF NOT EXISTS sso_sessions (
    browser TEXT NOT NULL,
    project_id TEXT NOT NULL,
    user_id TEXT NOT NULL,
    login_type TEXT NOT NULL,
    expires_at DOUBLE PRECISION NOT NULL,
    PRIMARY KEY (browser, project_id)
);
CREATE TABLE IF NOT EXISTS consents (
    user_id TEXT NOT NULL,
    client_id BIGINT NOT NULL,
    scope TEXT NOT NULL,
    approved INTEGER NOT NULL,
    PRIMARY KEY (user_id, client_id, scope)
);
CREATE TABLE IF NOT EXISTS external_accounts (
    project_id TEXT NOT NULL,
    provider TEXT NOT NULL,
    external_id TEXT NOT NULL,
    user_id TEXT NOT NULL,
    profile TEXT,
    PRIMARY KEY (project_id, provider, external_id)
);
CREATE INDEX IF NOT EXISTS external_accounts_by_user ON external_accounts (user_id);
CREATE TABLE IF NOT EXISTS devices (
    id {identity},
    project_id TEXT NOT NULL,
    device_id TEXT NOT NULL,
    type TEXT NOT NULL,
    name TEXT NOT NULL,
    last_used_at DOUBLE PRECISION NOT NULL,
    UNIQUE (project_id, device_id)
);
CREATE TABLE IF NOT EXISTS relationships (
    user_id TEXT NOT NULL,
    other_id TEXT NOT NULL,
    outgoing TEXT NOT NULL,
    incoming TEXT NOT NULL,
    updated DOUBLE PRECISION NOT NULL,
    name_key TEXT NOT NULL,
    PRIMARY KEY (user_id, other_id)
);
CREATE INDEX IF NOT EXISTS relationships_sent_by_name
    ON relationships (user_id, outgoing, name_key, other_id);
CREATE INDEX IF NOT EXISTS relationships_sent_by_time
    ON relationships (user_id, outgoing, updated, other_id);
CREATE INDEX IF NOT EXISTS relationships_got_by_name
    ON relationships (user_id, incoming, name_key, other_id);
CREATE INDEX IF NOT EXISTS relationships_got_by_time
    ON relationships (user_id, incoming, updated, other_id);
CREATE INDEX IF NOT EXISTS relationships_by_other ON relationships (other_id);
CREATE TABLE IF NOT EXISTS provider_identities (
    project_id TEXT NOT NULL,
    provider TEXT NOT NULL,
    external_id TEXT NOT NULL,
    profile TEXT NOT NULL,
    PRIMARY KEY (project_id, provider, external_id)
);
CREATE TABLE IF NOT EXISTS tickets (
    secret TEXT PRIMARY KEY,
    project_id TEXT NOT NULL,
    provider TEXT NOT NULL,
    purpose TEXT NOT NULL,
    context TEXT NOT NULL,
    consumed_at DOUBLE PRECISION,
    expires_at DOUBLE PRECISION NOT NULL
);
CREATE TABLE IF NOT EXISTS one_time_codes (
    operation_id TEXT PRIMARY KEY,
    project_id TEXT NOT NULL,
    channel TEXT NOT NULL,
    recipient TEXT NOT NULL,
    code TEXT NOT NULL,
    link_state TEXT UNIQUE,
    link_url TEXT,
    user_id TEXT,
    context TEXT NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    clicked_at DOUBLE PRECISION,
    consumed_at DOUBLE PRECISION,
    expires_at DOUBLE PRECISION NOT NULL
);
CREATE INDEX IF NOT EXISTS one_time_codes_by_expiry ON one_time_codes (expires_at);
CREATE TABLE IF NOT EXISTS mailed_links (
    code TEXT PRIMARY KEY,
    project_id TEXT NOT NULL,
    user_id TEXT NOT NULL,
    purpose TEXT NOT NULL,
    context TEXT NOT NULL,
    consumed_at DOUBLE PRECISION,
    expires_at DOUBLE PRECISION NOT NULL
);
CREATE INDEX IF NOT EXISTS mailed_links_by_user ON mailed_links (user_id, purpose);
CREATE TABLE IF NOT EXISTS linking_codes (
    user_id TEXT PRIMARY KEY,
    project_id TEXT NOT NULL,
    code TEXT NOT NULL,
    expires_at DOUBLE PRECISION NOT NULL,
    UNIQUE (project_id, code)
);
CREATE TABLE IF NOT EXISTS failures (
    project_id TEXT NOT NULL,
    login TEXT NOT NULL,
    count INTEGER NOT NULL,
    locked_until DOUBLE PRECISION NOT NULL DEFAULT 0,
    PRIMARY KEY (project_id, login)
);
CREATE TABLE IF NOT EXISTS rate_windows (
    project_id TEXT NOT NULL,
    operation_id TEXT NOT NULL,
    client TEXT NOT NULL,
    window_end DOUBLE PRECISION NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (project_id, operation_id, client)
);
CREATE TABLE IF NOT EXISTS messages (
    position {identity},
    id TEXT NOT NULL,
    project_id TEXT NOT NULL,
    channel TEXT NOT NULL,
    recipient TEXT NOT NULL,
    recipient_key TEXT NOT NULL,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    text TEXT NOT NULL,
    html TEXT NOT NULL,
    code TEXT,
    link TEXT,
    operation_id TEXT,
    locale TEXT NOT NULL,
    language TEXT NOT NULL,
    created_at DOUBLE PRECISION NOT NULL
);
CREATE INDEX IF NOT EXISTS messages_by_recipient ON messages (recipient_key, position);
CREATE TABLE IF NOT EXISTS files (
    name TEXT PRIMARY KEY,
    project_id TEXT NOT NULL,
    expires_at DOUBLE PRECISION NOT NULL
);
CREATE TABLE IF NOT EXISTS file_pieces (
    position {identity},
    name TEXT NOT NULL,
    piece TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS file_pieces_by_name ON file_pieces (name, position);
CREATE TABLE IF NOT EXISTS email_templates (
    project_id TEXT NOT NULL,
    template_id TEXT NOT NULL,
    template_type TEXT NOT NULL,
    locale TEXT NOT NULL,
    header TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (project_id, template_id, template_type, locale)
);
CREATE TABLE IF NOT EXISTS faults (
    position {identity},
    operation_id TEXT NOT NULL,
    remaining INTEGER NOT NULL,
    effect TEXT NOT NULL
);
"""

NAMES = frozenset(re.findall(r"CREATE TABLE IF NOT EXISTS (\w+)", TABLES))
# What is no state of the API: whose tables these are, the clock and its counters, and the projects.
KEPT_BY_RESET = frozenset({"made_by", "state", "projects"})
EMPTIED_BY_RESET = tuple(sorted(NAMES - KEPT_BY_RESET))
# Tables are made, never altered: a database of other ones is refused, and a new one costs nothing.
VERSION = hashlib.sha256(" ".join(TABLES.split()).encode()).hexdigest()[:16]
MADE = f"INSERT INTO made_by (id, tables) VALUES (1, '{VERSION}') ON CONFLICT DO NOTHING"
MADE_BY = "SELECT tables FROM made_by"


def statements(*, identity: str) -> list[str]:
    """Return the statements that make every table, with the dialect's way to number rows."""
    made = [text for text in TABLES.replace("{identity}", identity).split(";") if text.strip()]
    return [*made, MADE]


def belongs(present: Collection[str], made_by: Callable[[], Sequence[str]]) -> bool:
    """Say whether a database with these tables is new, or made with the tables of this very version.

    ``made_by`` reads what ``MADE_BY`` selects, and is called only where there is such a table.
    """
    if NAMES.isdisjoint(present):
        return True
    return "made_by" in present and list(made_by()) == [VERSION]
