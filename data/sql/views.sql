-- SPDX-License-Identifier: GPL-3.0-or-later
-- For people who open a file with another program: names instead of ids, numbers as they are written.
-- Nothing in NTM Atlas reads these views, so that they may be changed or dropped.
-- Numbers are floating-point here; the exact ones are the tables' *_e6 columns divided by 1 000 000.

-- One row for each state of each unit: its name, type and parent from a day to a day.
CREATE VIEW v_unit AS
SELECT u.id, u.code, u.level, s.type, s.name, s.short_name,
       (SELECT p.name FROM unit_state AS p
        WHERE p.unit = s.parent AND p.valid_from <= s.valid_from
        ORDER BY p.valid_from DESC LIMIT 1) AS parent,
       s.valid_from, s.valid_to, u.valid_from AS unit_from, u.valid_to AS unit_to,
       u.area_e6 / 1000000.0 AS area_km2, u.people, u.basis_from, u.basis_to, s.note
FROM unit AS u JOIN unit_state AS s ON s.unit = u.id
ORDER BY u.level, u.id, s.valid_from;

-- The last name of each unit, which the other views use.
CREATE VIEW v_unit_name AS
SELECT s.unit, s.name
FROM unit_state AS s
WHERE s.valid_from = (SELECT max (x.valid_from) FROM unit_state AS x WHERE x.unit = s.unit);

CREATE VIEW v_transfer AS
SELECT t.date, t.from_unit, f.name AS from_name, t.to_unit, g.name AS to_name,
       t.area_share_e6 / 10000.0 AS area_percent, t.people_share_e6 / 10000.0 AS people_percent,
       t.households_share_e6 / 10000.0 AS households_percent,
       t.area_e6 / 1000000.0 AS area_km2, t.people, t.basis, t.note
FROM transfer AS t
LEFT JOIN v_unit_name AS f ON f.unit = t.from_unit
LEFT JOIN v_unit_name AS g ON g.unit = t.to_unit;

CREATE VIEW v_boundary AS
SELECT b.unit, n.name, b.valid_from, b.valid_to, b.kind, b.source, length (b.geometry) AS bytes
FROM boundary AS b LEFT JOIN v_unit_name AS n ON n.unit = b.unit;

CREATE VIEW v_title AS
SELECT t.id, t.unit, n.name, k.name_vi AS title_vi, k.name_en AS title_en, t.for_year, t.round, t.decision,
       t.signed, t.recognised_by, t.published, t.criteria_period, t.field_vi, t.field_en, t.certainty,
       t.revoked, t.revoked_by, t.source, t.note
FROM title AS t JOIN title_kind AS k ON k.code = t.kind
LEFT JOIN v_unit_name AS n ON n.unit = t.unit;

CREATE VIEW v_indicator AS
SELECT i.code, i.name_vi, i.name_en, i.unit_vi, i.unit_en, i.direction, i.kind, i.topic,
       a.name_vi AS owner_vi, a.name_en AS owner_en,
       i.minimum_e6 / 1000000.0 AS minimum, i.maximum_e6 / 1000000.0 AS maximum, i.note
FROM indicator AS i LEFT JOIN agency AS a ON a.id = i.owner;

-- share = 100 × numerator / denominator, where the value is stated as such.
CREATE VIEW v_observation AS
SELECT o.indicator, i.name_vi AS indicator_vi, i.name_en AS indicator_en, o.unit, n.name, o.period, o.kind,
       o.state, o.qualifier, o.words,
       coalesce (o.value_e6 / 1000000.0, 100.0 * o.numerator_e6 / nullif (o.denominator_e6, 0)) AS value,
       i.unit_vi, i.unit_en,
       o.numerator_e6 / 1000000.0 AS numerator, o.denominator_e6 / 1000000.0 AS denominator,
       o.derived, o.preferred, o.source, d.number AS source_number, d.title_vi AS source_title, o.place, o.note
FROM observation AS o
JOIN indicator AS i ON i.code = o.indicator
LEFT JOIN v_unit_name AS n ON n.unit = o.unit
LEFT JOIN document AS d ON d.id = o.source;

CREATE VIEW v_target AS
SELECT t.id, t.unit, n.name, t.scope_vi, t.scope_en, t.indicator, i.name_vi AS indicator_vi,
       i.name_en AS indicator_en, k.name_vi AS title_vi, k.name_en AS title_en, t.goal_vi, t.goal_en,
       t.qualifier, t.value_e6 / 1000000.0 AS value, i.unit_vi, i.unit_en, t.period,
       a.name_vi AS owner_vi, a.name_en AS owner_en, t.certainty, t.source, t.place, t.note
FROM target AS t
LEFT JOIN v_unit_name AS n ON n.unit = t.unit
LEFT JOIN indicator AS i ON i.code = t.indicator
LEFT JOIN title_kind AS k ON k.code = t.title_kind
LEFT JOIN agency AS a ON a.id = t.owner;

CREATE VIEW v_task AS
SELECT t.id, t.kind, t.title_vi, t.title_en, a.name_vi AS agency_vi, a.name_en AS agency_en,
       (SELECT group_concat (p.name_vi, '; ') FROM task_partner AS tp JOIN agency AS p ON p.id = tp.agency
        WHERE tp.task = t.id) AS partners_vi,
       t.unit, n.name, t.scope_vi, t.scope_en, t.assigned, t.due, t.due_kind, t.due_vi, t.due_en, t.done,
       t.done_by, t.detail_vi, t.detail_en, t.source, t.place, t.note
FROM task AS t JOIN agency AS a ON a.id = t.agency
LEFT JOIN v_unit_name AS n ON n.unit = t.unit;

CREATE VIEW v_finding AS
SELECT f.id, f.unit, n.name, f.scope_vi, f.scope_en, f.period, f.indicator, i.name_vi AS indicator_vi,
       i.name_en AS indicator_en, f.criterion, f.tone, f.judgement_vi, f.judgement_en, f.text_vi, f.text_en,
       f.source, f.place, f.note
FROM finding AS f
LEFT JOIN v_unit_name AS n ON n.unit = f.unit
LEFT JOIN indicator AS i ON i.code = f.indicator;

CREATE VIEW v_sponsorship AS
SELECT s.id, coalesce (a.name_vi, s.sponsor_vi) AS sponsor_vi, coalesce (a.name_en, s.sponsor_en) AS sponsor_en,
       s.unit, n.name, s.scope_vi, s.scope_en, s.period, s.qualifier, s.amount_e6 / 1000000.0 AS million_dong,
       s.form, s.purpose_vi, s.purpose_en, s.decision, s.source, s.place, s.note
FROM sponsorship AS s
LEFT JOIN agency AS a ON a.id = s.sponsor
LEFT JOIN v_unit_name AS n ON n.unit = s.unit;

CREATE VIEW v_capital AS
SELECT c.id, c.unit, n.name, c.plan_year, c.fund, c.planned_e6 / 1000000.0 AS planned_billion_dong,
       c.disbursed_e6 / 1000000.0 AS disbursed_billion_dong, c.qualifier, c.rate_e6 / 1000000.0 AS rate_percent,
       c.as_of, c.text_vi, c.text_en, c.agency, c.source, c.place, c.note
FROM capital AS c LEFT JOIN v_unit_name AS n ON n.unit = c.unit;

CREATE VIEW v_project AS
SELECT p.id, p.kind, p.name_vi, p.name_en, a.name_vi AS agency_vi, a.name_en AS agency_en, p.unit, n.name,
       p.period, p.step, p.decision, p.source, p.place, p.note_vi, p.note_en
FROM project AS p
LEFT JOIN agency AS a ON a.id = p.agency
LEFT JOIN v_unit_name AS n ON n.unit = p.unit;

CREATE VIEW v_criterion AS
SELECT c.set_id, s.name_vi AS set_vi, s.name_en AS set_en, c.seq, c.criterion, c.item, c.name_vi, c.name_en,
       c.comparison, c.threshold, c.unit, c.indicator, c.owner, c.decision, c.certainty, c.source, c.note
FROM criterion AS c JOIN criteria_set AS s ON s.id = c.set_id
ORDER BY c.set_id, c.seq;

-- What was changed when and by whom, newest first.
CREATE VIEW v_history AS
SELECT e.seq, e.time, e.author, e.label, e.state, v.tbl, v.key, v.col, v.old, v.new, v.unit, v.indicator
FROM edit_value AS v JOIN edit AS e ON e.id = v.edit
ORDER BY e.seq DESC, v.seq;
