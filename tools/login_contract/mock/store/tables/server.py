"""The server: whose tables these are, its clock and counters, and what is planned for calls."""

from __future__ import annotations

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
CREATE TABLE IF NOT EXISTS rate_windows (
    project_id TEXT NOT NULL,
    operation_id TEXT NOT NULL,
    client TEXT NOT NULL,
    window_end DOUBLE PRECISION NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (project_id, operation_id, client)
);
CREATE TABLE IF NOT EXISTS faults (
    position {identity},
    operation_id TEXT NOT NULL,
    remaining INTEGER NOT NULL,
    effect TEXT NOT NULL
);
"""
