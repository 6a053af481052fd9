-- SPDX-License-Identifier: GPL-3.0-or-later
-- Makes of a file of version 1 one of an imagined version 0: agencies had one name and little else,
-- the list of views was shorter and one of them was another.
PRAGMA foreign_keys = OFF;
PRAGMA legacy_alter_table = ON;
DROP VIEW v_criterion;
DROP VIEW v_project;
DROP VIEW v_capital;
CREATE VIEW v_criterion AS SELECT 1 AS x;
ALTER TABLE agency RENAME TO agency_new;
CREATE TABLE agency (id TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO agency SELECT id, name_vi FROM agency_new;
DROP TABLE agency_new;
PRAGMA user_version = 0;
