"""Logins that are through: sessions, and what OAuth 2.0 and single sign-on make of them."""

from __future__ import annotations

TABLES = """
CREATE TABLE IF NOT EXISTS sessions (
    jti TEXT PRIMARY KEY,
    project_id TEXT NOT NULL,
    user_id TEXT NOT NULL,
    purpose TEXT NOT NULL,
    context TEXT NOT NULL DEFAULT '{}',
    family TEXT,
    opened_at DOUBLE PRECISION NOT NULL,
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
CREATE TABLE IF NOT EXISTS sso_sessions (
    browser TEXT NOT NULL,
    project_id TEXT NOT NULL,
    user_id TEXT NOT NULL,
    login_type TEXT NOT NULL,
    expires_at DOUBLE PRECISION NOT NULL,
    PRIMARY KEY (browser, project_id)
);
"""
