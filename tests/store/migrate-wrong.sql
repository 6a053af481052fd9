-- SPDX-License-Identifier: GPL-3.0-or-later
-- A step that forgets something.
ALTER TABLE agency RENAME COLUMN name TO name_vi;
