-- SPDX-License-Identifier: GPL-3.0-or-later
-- The tables of an NTM Atlas file, schema version 1.
--
-- Conventions: dates are ISO text, '' = unknown or unbounded; intervals are half-open
-- [valid_from, valid_to); decimals are integers scaled by 10^6 in columns named *_e6, NULL = none;
-- share_e6 = 1 000 000 is the whole; _vi/_en hold the two languages ('' in _en: use _vi).
-- Keys are stable text, equal in every copy of the data, so that changes can be merged.

-- map_place_1, map_place_2 ... = "longitude;latitude;from;to;Vietnamese;English": a name beside the map
CREATE TABLE meta (
  key        TEXT NOT NULL PRIMARY KEY,   -- reference_date, title_vi, title_en, sample, bundle
  value      TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What a figure rests on: notices, decisions, resolutions, web pages.
CREATE TABLE document (
  id         TEXT NOT NULL PRIMARY KEY,
  kind       TEXT NOT NULL,               -- notice, decision, resolution, official_letter, submission, report, page, legal, memory
  number     TEXT NOT NULL DEFAULT '',    -- 321/QĐ-TTg
  date       TEXT NOT NULL DEFAULT '',    -- ISO day, month (2019-12) or year
  issuer     TEXT NOT NULL DEFAULT '',
  title_vi   TEXT NOT NULL,
  title_en   TEXT NOT NULL DEFAULT '',
  url        TEXT NOT NULL DEFAULT '',
  certainty  TEXT NOT NULL DEFAULT 'confirmed',  -- confirmed, unverified
  note       TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;

CREATE TABLE document_recipient (
  document   TEXT NOT NULL REFERENCES document (id),
  seq        INTEGER NOT NULL,
  name_vi    TEXT NOT NULL,
  name_en    TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (document, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE agency (
  id         TEXT NOT NULL PRIMARY KEY,   -- so_nn_ptnt, ubnd_huyen_huong_khe
  name_vi    TEXT NOT NULL,
  name_en    TEXT NOT NULL DEFAULT '',
  short_vi   TEXT NOT NULL DEFAULT '',
  short_en   TEXT NOT NULL DEFAULT '',
  kind       TEXT NOT NULL DEFAULT '',    -- department, district_committee, steering, sponsor, investor, party, union, group
  note       TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;

-- Identity and life of a unit; what may change without ending it is in unit_state.
CREATE TABLE unit (
  id         TEXT NOT NULL PRIMARY KEY,   -- CODE-YYYYMMDD, CODE-0 = before the records
  code       TEXT NOT NULL,
  level      TEXT NOT NULL CHECK (level IN ('province', 'district', 'commune', 'village')),
  valid_from TEXT NOT NULL DEFAULT '',
  valid_to   TEXT NOT NULL DEFAULT '',
  area_e6    INTEGER,                     -- km2 as stated by the decision that ended or made it
  people     INTEGER,                     -- as stated there
  basis_from TEXT NOT NULL DEFAULT '',    -- number of the decision
  basis_to   TEXT NOT NULL DEFAULT '',
  note       TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;

CREATE TABLE unit_state (
  unit       TEXT NOT NULL REFERENCES unit (id),
  valid_from TEXT NOT NULL DEFAULT '',
  valid_to   TEXT NOT NULL DEFAULT '',
  type       TEXT NOT NULL CHECK (type IN ('tỉnh', 'huyện', 'thị xã', 'thành phố', 'xã', 'phường', 'thị trấn', 'thôn')),
  name       TEXT NOT NULL,               -- Huyện Kỳ Anh
  short_name TEXT NOT NULL,               -- Kỳ Anh
  parent     TEXT NOT NULL DEFAULT '',    -- unit id, '' for the province
  note       TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (unit, valid_from)
) STRICT, WITHOUT ROWID;

-- Mergers and splits. Unknown shares stay NULL.
CREATE TABLE transfer (
  from_unit  TEXT NOT NULL REFERENCES unit (id),
  to_unit    TEXT NOT NULL REFERENCES unit (id),
  date       TEXT NOT NULL,
  area_share_e6       INTEGER,
  people_share_e6     INTEGER,
  households_share_e6 INTEGER,
  area_e6    INTEGER,                     -- km2, as stated
  people     INTEGER,
  basis      TEXT NOT NULL DEFAULT '',
  note       TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (from_unit, to_unit)
) STRICT, WITHOUT ROWID;

CREATE TABLE boundary (
  unit       TEXT NOT NULL REFERENCES unit (id),
  valid_from TEXT NOT NULL DEFAULT '',
  valid_to   TEXT NOT NULL DEFAULT '',
  kind       TEXT NOT NULL CHECK (kind IN ('outline', 'schematic', 'imported', 'generated')),
  source     TEXT NOT NULL DEFAULT '' ,
  geometry   BLOB NOT NULL,               -- WKB MultiPolygon, longitude latitude WGS 84
  PRIMARY KEY (unit, valid_from)
) STRICT, WITHOUT ROWID;

CREATE TABLE title_kind (
  code       TEXT NOT NULL PRIMARY KEY,   -- commune_ntm, commune_advanced, district_ntm, town_completed, urban_civilised ...
  name_vi    TEXT NOT NULL,
  name_en    TEXT NOT NULL,
  level      TEXT NOT NULL,
  status     TEXT NOT NULL,               -- palette key: standard, advanced, model, smart, completed, urban
  ladder     TEXT NOT NULL,               -- titles of one ladder replace each other by rank
  rank       INTEGER NOT NULL,
  types      TEXT NOT NULL DEFAULT ''     -- unit types it may be given to, '' = any of the level
) STRICT, WITHOUT ROWID;

-- A title is an event, never a flag.
CREATE TABLE title (
  id         TEXT NOT NULL PRIMARY KEY,
  unit       TEXT NOT NULL REFERENCES unit (id),
  kind       TEXT NOT NULL REFERENCES title_kind (code),
  criteria_period TEXT NOT NULL DEFAULT '',   -- 2016/2020, 2021/2025
  for_year   TEXT NOT NULL DEFAULT '',
  round      TEXT NOT NULL DEFAULT '',
  decision   TEXT NOT NULL DEFAULT '',
  signed     TEXT NOT NULL DEFAULT '',    -- day, month or year; a month or year counts from its last day
  recognised_by TEXT NOT NULL DEFAULT '', -- day of a document that calls it recognised, where no signing date is known
  published  TEXT NOT NULL DEFAULT '',
  field_vi   TEXT NOT NULL DEFAULT '',    -- outstanding field of a model commune
  field_en   TEXT NOT NULL DEFAULT '',
  certainty  TEXT NOT NULL DEFAULT 'confirmed' CHECK (certainty IN ('confirmed', 'unverified')),
  revoked    TEXT NOT NULL DEFAULT '',    -- day it was revoked
  revoked_by TEXT NOT NULL DEFAULT '',
  source     TEXT NOT NULL DEFAULT '',
  note       TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;

CREATE TABLE indicator (
  code       TEXT NOT NULL PRIMARY KEY,
  name_vi    TEXT NOT NULL,
  name_en    TEXT NOT NULL,
  unit_vi    TEXT NOT NULL DEFAULT '',    -- %, ha, tỷ đồng
  unit_en    TEXT NOT NULL DEFAULT '',
  direction  TEXT NOT NULL DEFAULT 'none' CHECK (direction IN ('up', 'down', 'none')),
  kind       TEXT NOT NULL CHECK (kind IN ('stock', 'flow')),
  decimals   INTEGER NOT NULL DEFAULT 0,  -- usual number of decimals shown
  owner      TEXT NOT NULL DEFAULT '',    -- agency id
  topic      TEXT NOT NULL DEFAULT '',    -- groups lists: poverty, water, title, capital ...
  minimum_e6 INTEGER,                     -- values below or above are refused
  maximum_e6 INTEGER,
  note       TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;

-- Written with OR because SQLite makes a table of an IN list for every row it checks, which is several times slower.
CREATE TABLE observation (
  unit       TEXT NOT NULL REFERENCES unit (id),
  indicator  TEXT NOT NULL REFERENCES indicator (code),
  period     TEXT NOT NULL,               -- 2023, 2023-H1, 2023-Q1, 2023-06, 2024-02-17, 2021/2025
  kind       TEXT NOT NULL CHECK (kind = 'plan' OR kind = 'estimate' OR kind = 'reported' OR kind = 'verified'),
  source     TEXT NOT NULL DEFAULT '',    -- document id
  value_e6   INTEGER,
  qualifier  TEXT NOT NULL DEFAULT '=' CHECK (qualifier = '=' OR qualifier = '~' OR qualifier = '<' OR qualifier = '>' OR qualifier = '<=' OR qualifier = '>='),
  words      TEXT NOT NULL DEFAULT '',    -- the wording kept: "gần", "giữa năm 2024"
  numerator_e6   INTEGER,
  denominator_e6 INTEGER,
  state      TEXT NOT NULL DEFAULT 'value' CHECK (state = 'value' OR state = 'no_data' OR state = 'not_applicable' OR state = 'not_verified'),
  place      TEXT NOT NULL DEFAULT '',    -- paragraph: mục I
  derived    INTEGER NOT NULL DEFAULT 0,  -- 1 = computed from other published figures
  preferred  INTEGER NOT NULL DEFAULT 0,  -- 1 = the office's choice among conflicting values
  note       TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (indicator, unit, period, kind, source)
) STRICT, WITHOUT ROWID;

-- A break in definition: values on its two sides are not to be joined.
CREATE TABLE series_break (
  indicator  TEXT NOT NULL REFERENCES indicator (code),
  date       TEXT NOT NULL,
  note_vi    TEXT NOT NULL,
  note_en    TEXT NOT NULL DEFAULT '',
  source     TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (indicator, date)
) STRICT, WITHOUT ROWID;

CREATE TABLE target (
  id         TEXT NOT NULL PRIMARY KEY,
  unit       TEXT NOT NULL DEFAULT '',    -- unit id, or '' with a scope in words
  scope_vi   TEXT NOT NULL DEFAULT '',
  scope_en   TEXT NOT NULL DEFAULT '',
  indicator  TEXT NOT NULL DEFAULT '',    -- one of indicator ...
  title_kind TEXT NOT NULL DEFAULT '',    -- ... title to be reached ...
  goal_vi    TEXT NOT NULL DEFAULT '',    -- ... or a goal in words
  goal_en    TEXT NOT NULL DEFAULT '',
  value_e6   INTEGER,
  qualifier  TEXT NOT NULL DEFAULT '=',
  period     TEXT NOT NULL DEFAULT '',    -- 2025: its value at the end of that period
  owner      TEXT NOT NULL DEFAULT '',
  certainty  TEXT NOT NULL DEFAULT 'confirmed',
  source     TEXT NOT NULL DEFAULT '',
  place      TEXT NOT NULL DEFAULT '',
  note       TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;

CREATE TABLE task (
  id         TEXT NOT NULL PRIMARY KEY,
  title_vi   TEXT NOT NULL,
  title_en   TEXT NOT NULL DEFAULT '',
  detail_vi  TEXT NOT NULL DEFAULT '',
  detail_en  TEXT NOT NULL DEFAULT '',
  exact      TEXT NOT NULL DEFAULT '',    -- the exact words, where the office pastes them
  agency     TEXT NOT NULL REFERENCES agency (id),
  unit       TEXT NOT NULL DEFAULT '',
  scope_vi   TEXT NOT NULL DEFAULT '',
  scope_en   TEXT NOT NULL DEFAULT '',
  indicator  TEXT NOT NULL DEFAULT '',
  criterion  TEXT NOT NULL DEFAULT '',
  kind       TEXT NOT NULL DEFAULT 'task' CHECK (kind IN ('task', 'rule', 'regime')),
  assigned   TEXT NOT NULL DEFAULT '',    -- day it was given
  due        TEXT NOT NULL DEFAULT '',    -- ISO day; '' = no deadline stated
  due_kind   TEXT NOT NULL DEFAULT '' CHECK (due_kind IN ('', 'before', 'by')),  -- before D: late from D; by D: late from D + 1
  due_vi     TEXT NOT NULL DEFAULT '',    -- deadline as worded
  due_en     TEXT NOT NULL DEFAULT '',
  done       TEXT NOT NULL DEFAULT '',    -- ISO day
  done_by    TEXT NOT NULL DEFAULT '',    -- document id
  source     TEXT NOT NULL DEFAULT '',
  place      TEXT NOT NULL DEFAULT '',
  note       TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;

CREATE TABLE task_partner (
  task       TEXT NOT NULL REFERENCES task (id),
  agency     TEXT NOT NULL REFERENCES agency (id),
  role       TEXT NOT NULL DEFAULT 'co_owner',   -- co_owner, through, receives
  PRIMARY KEY (task, agency)
) STRICT, WITHOUT ROWID;

CREATE TABLE task_progress (
  id         TEXT NOT NULL PRIMARY KEY,
  task       TEXT NOT NULL REFERENCES task (id),
  date       TEXT NOT NULL DEFAULT '',
  text_vi    TEXT NOT NULL,
  text_en    TEXT NOT NULL DEFAULT '',
  document   TEXT NOT NULL DEFAULT '',    -- document id: number and date of the paper
  source     TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;

CREATE TABLE finding (
  id         TEXT NOT NULL PRIMARY KEY,
  unit       TEXT NOT NULL DEFAULT '',
  scope_vi   TEXT NOT NULL DEFAULT '',
  scope_en   TEXT NOT NULL DEFAULT '',
  period     TEXT NOT NULL DEFAULT '',
  indicator  TEXT NOT NULL DEFAULT '',
  criterion  TEXT NOT NULL DEFAULT '',    -- SET:NO
  tone       TEXT NOT NULL CHECK (tone IN ('good', 'neutral', 'weak')),
  judgement_vi TEXT NOT NULL DEFAULT '',  -- khá, chậm, thấp
  judgement_en TEXT NOT NULL DEFAULT '',
  text_vi    TEXT NOT NULL,
  text_en    TEXT NOT NULL DEFAULT '',
  source     TEXT NOT NULL DEFAULT '',
  place      TEXT NOT NULL DEFAULT '',
  note       TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;

CREATE TABLE meeting (
  id         TEXT NOT NULL PRIMARY KEY,
  date       TEXT NOT NULL,
  title_vi   TEXT NOT NULL,
  title_en   TEXT NOT NULL DEFAULT '',
  chair_vi   TEXT NOT NULL DEFAULT '',
  chair_en   TEXT NOT NULL DEFAULT '',
  delegates_e6 INTEGER,
  delegates_qualifier TEXT NOT NULL DEFAULT '=',
  delegates_words TEXT NOT NULL DEFAULT '',
  sites      INTEGER,                     -- bridge points
  procedure_vi TEXT NOT NULL DEFAULT '',
  procedure_en TEXT NOT NULL DEFAULT '',
  document   TEXT NOT NULL DEFAULT '',    -- the notice of its conclusions
  source     TEXT NOT NULL DEFAULT '',
  note       TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;

CREATE TABLE meeting_party (
  meeting    TEXT NOT NULL REFERENCES meeting (id),
  seq        INTEGER NOT NULL,
  name_vi    TEXT NOT NULL,
  name_en    TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (meeting, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE sponsorship (
  id         TEXT NOT NULL PRIMARY KEY,
  sponsor    TEXT NOT NULL DEFAULT '',    -- agency id
  sponsor_vi TEXT NOT NULL DEFAULT '',    -- or in words
  sponsor_en TEXT NOT NULL DEFAULT '',
  unit       TEXT NOT NULL DEFAULT '',
  scope_vi   TEXT NOT NULL DEFAULT '',    -- thôn 6
  scope_en   TEXT NOT NULL DEFAULT '',
  period     TEXT NOT NULL DEFAULT '',
  amount_e6  INTEGER,                     -- million đồng
  qualifier  TEXT NOT NULL DEFAULT '=',
  form       TEXT NOT NULL DEFAULT '' CHECK (form IN ('', 'cash', 'in_kind', 'total')),
  purpose_vi TEXT NOT NULL DEFAULT '',
  purpose_en TEXT NOT NULL DEFAULT '',
  decision   TEXT NOT NULL DEFAULT '',
  source     TEXT NOT NULL DEFAULT '',
  place      TEXT NOT NULL DEFAULT '',
  note       TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;

CREATE TABLE capital (
  id         TEXT NOT NULL PRIMARY KEY,
  unit       TEXT NOT NULL DEFAULT '',
  plan_year  TEXT NOT NULL,
  fund       TEXT NOT NULL DEFAULT 'all' CHECK (fund IN ('all', 'investment', 'recurrent', 'policy', 'water')),
  planned_e6 INTEGER,                     -- billion đồng (tỷ đồng)
  disbursed_e6 INTEGER,
  qualifier  TEXT NOT NULL DEFAULT '=',
  rate_e6    INTEGER,                     -- % of the plan, as stated
  as_of      TEXT NOT NULL DEFAULT '',
  text_vi    TEXT NOT NULL DEFAULT '',    -- what is asked or judged, in our words
  text_en    TEXT NOT NULL DEFAULT '',
  agency     TEXT NOT NULL DEFAULT '',
  source     TEXT NOT NULL DEFAULT '',
  place      TEXT NOT NULL DEFAULT '',
  note       TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;

CREATE TABLE project (
  id         TEXT NOT NULL PRIMARY KEY,
  kind       TEXT NOT NULL DEFAULT '',    -- water, scheme, movement, agriculture
  name_vi    TEXT NOT NULL,
  name_en    TEXT NOT NULL DEFAULT '',
  agency     TEXT NOT NULL DEFAULT '',    -- investor or lead
  unit       TEXT NOT NULL DEFAULT '',
  period     TEXT NOT NULL DEFAULT '',
  step       TEXT NOT NULL DEFAULT '' CHECK (step IN ('', 'dossier', 'appraisal', 'approved', 'started', 'finished')),
  decision   TEXT NOT NULL DEFAULT '',    -- document id
  source     TEXT NOT NULL DEFAULT '',
  place      TEXT NOT NULL DEFAULT '',
  note_vi    TEXT NOT NULL DEFAULT '',
  note_en    TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;

CREATE TABLE criteria_set (
  id         TEXT NOT NULL PRIMARY KEY,
  name_vi    TEXT NOT NULL,
  name_en    TEXT NOT NULL,
  level      TEXT NOT NULL DEFAULT '',    -- province, district, commune, village or ''
  title_kind TEXT NOT NULL DEFAULT '',
  decision   TEXT NOT NULL DEFAULT '',
  valid_from TEXT NOT NULL DEFAULT '',
  valid_to   TEXT NOT NULL DEFAULT '',
  note       TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;

-- One row a criterion (item = '') or an item under it.
CREATE TABLE criterion (
  set_id     TEXT NOT NULL REFERENCES criteria_set (id),
  criterion  TEXT NOT NULL,
  item       TEXT NOT NULL DEFAULT '',
  seq        INTEGER NOT NULL,            -- reading order in the set
  name_vi    TEXT NOT NULL,
  name_en    TEXT NOT NULL DEFAULT '',
  unit       TEXT NOT NULL DEFAULT '',
  comparison TEXT NOT NULL DEFAULT '',    -- >=, <=, >, <, =, pass, level, composite or ''
  threshold  TEXT NOT NULL DEFAULT '',    -- '' = not entered, which never reads as 0
  indicator  TEXT NOT NULL DEFAULT '',    -- indicator code it is measured by
  owner      TEXT NOT NULL DEFAULT '',
  decision   TEXT NOT NULL DEFAULT '',
  certainty  TEXT NOT NULL DEFAULT 'unverified' CHECK (certainty IN ('confirmed', 'unverified')),
  source     TEXT NOT NULL DEFAULT '',
  note       TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (set_id, criterion, item)
) STRICT, WITHOUT ROWID;
