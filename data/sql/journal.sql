-- SPDX-License-Identifier: GPL-3.0-or-later
-- The journal: one row an edit with its change-set, and one a value changed, for the history.
-- These tables are not themselves recorded.

CREATE TABLE edit (
  id         TEXT NOT NULL PRIMARY KEY,   -- UUID
  seq        INTEGER NOT NULL UNIQUE,     -- order of writing
  time       TEXT NOT NULL,               -- UTC, ISO 8601
  author     TEXT NOT NULL,
  label      TEXT NOT NULL,
  state      TEXT NOT NULL CHECK (state IN ('done', 'undone', 'dropped')),
  undoable   INTEGER NOT NULL DEFAULT 1,  -- 0 = before a schema migration
  changeset  BLOB NOT NULL
) STRICT;

CREATE TABLE edit_value (
  edit       TEXT NOT NULL REFERENCES edit (id),
  seq        INTEGER NOT NULL,
  tbl        TEXT NOT NULL,
  key        TEXT NOT NULL,               -- primary key, parts joined by a space
  col        TEXT NOT NULL,
  old        TEXT,                        -- NULL = there was none
  new        TEXT,
  unit       TEXT NOT NULL DEFAULT '',    -- of the row, where it has one: what history is asked by
  indicator  TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (edit, seq)
) STRICT, WITHOUT ROWID;

CREATE INDEX edit_value_unit ON edit_value (unit, indicator);
CREATE INDEX edit_undone ON edit (seq) WHERE state = 'undone';
