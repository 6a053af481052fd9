-- SPDX-License-Identifier: GPL-3.0-or-later
-- From the imagined version 0 to 1. The new table differs from schema.sql in comments and spaces only.
PRAGMA legacy_alter_table = ON;
ALTER TABLE agency RENAME TO agency_old;
CREATE TABLE agency (
  id         TEXT NOT NULL PRIMARY KEY,
  name_vi    TEXT NOT NULL,
  name_en    TEXT NOT NULL DEFAULT '',
  short_vi   TEXT NOT NULL DEFAULT '',
  short_en   TEXT NOT NULL DEFAULT '',
  kind       TEXT NOT NULL DEFAULT '',
  note       TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;
INSERT INTO agency (id, name_vi) SELECT id, name FROM agency_old;
DROP TABLE agency_old;
PRAGMA legacy_alter_table = OFF;
