"""Logins that are not through: codes, links and tickets that prove something once, and failures."""

from __future__ import annotations

TABLES = """
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
CREATE TABLE IF NOT EXISTS tickets (
    secret TEXT PRIMARY KEY,
    project_id TEXT NOT NULL,
    provider TEXT NOT NULL,
    purpose TEXT NOT NULL,
    context TEXT NOT NULL,
    consumed_at DOUBLE PRECISION,
    expires_at DOUBLE PRECISION NOT NULL
);
CREATE TABLE IF NOT EXISTS failures (
    project_id TEXT NOT NULL,
    login TEXT NOT NULL,
    count INTEGER NOT NULL,
    locked_until DOUBLE PRECISION NOT NULL DEFAULT 0,
    PRIMARY KEY (project_id, login)
);
"""
