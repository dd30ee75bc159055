"""What the server has sent, has to send and shows at an address: messages, files, webhooks."""

from __future__ import annotations

TABLES = """
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
"""
