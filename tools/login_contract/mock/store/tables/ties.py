"""Users among each other: their groups, and who is whose friend."""

from __future__ import annotations

TABLES = """
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
"""
