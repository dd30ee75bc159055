"""Users, and what is known of each of them."""

from __future__ import annotations

TABLES = """
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
CREATE INDEX IF NOT EXISTS users_by_number ON users (project_id, number);
CREATE TABLE IF NOT EXISTS newcomers (
    user_id TEXT PRIMARY KEY
);
CREATE TABLE IF NOT EXISTS pictures (
    name TEXT PRIMARY KEY,
    user_id TEXT NOT NULL,
    media_type TEXT NOT NULL,
    content BYTEA NOT NULL
);
CREATE INDEX IF NOT EXISTS pictures_by_user ON pictures (user_id);
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
CREATE TABLE IF NOT EXISTS consents (
    user_id TEXT NOT NULL,
    client_id BIGINT NOT NULL,
    scope TEXT NOT NULL,
    approved INTEGER NOT NULL,
    PRIMARY KEY (user_id, client_id, scope)
);
"""
