"""Projects: their settings and keys, and what each of them has been given by calls."""

from __future__ import annotations

TABLES = """
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
CREATE TABLE IF NOT EXISTS attribute_schemas (
    project_id TEXT PRIMARY KEY,
    schema TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS email_templates (
    project_id TEXT NOT NULL,
    template_id TEXT NOT NULL,
    template_type TEXT NOT NULL,
    locale TEXT NOT NULL,
    header TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (project_id, template_id, template_type, locale)
);
CREATE TABLE IF NOT EXISTS event_webhooks (
    id {identity},
    project_id TEXT NOT NULL,
    event_type TEXT NOT NULL,
    url TEXT NOT NULL,
    UNIQUE (project_id, event_type, url)
);
CREATE TABLE IF NOT EXISTS provider_identities (
    project_id TEXT NOT NULL,
    provider TEXT NOT NULL,
    external_id TEXT NOT NULL,
    profile TEXT NOT NULL,
    PRIMARY KEY (project_id, provider, external_id)
);
"""
