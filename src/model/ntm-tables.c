/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What each table consists of, in the order of data/sql/schema.sql, but key fields first and in the order
 * of the primary key. A member of the wrong type does not compile; tests/model compares the rest with the
 * schema itself.
 */

#include "config.h"

#include "ntm-records.h"

/* The offset of a member; an array of negative size where it is not of that type. */
#define OFFSET(record, member, type) \
  (G_STRUCT_OFFSET (record, member) + 0 * sizeof (char[_Generic (((record *) 0)->member, type: 1, default: -1)]))

#define KEY_AS(record, column, member)  { column, NTM_FIELD_TEXT, OFFSET (record, member, char *), TRUE }
#define KEY(record, name)               KEY_AS (record, #name, name)
#define KEY_INTEGER(record, name)       { #name, NTM_FIELD_INTEGER, OFFSET (record, name, gint64), TRUE }
#define TEXT_AS(record, column, member) { column, NTM_FIELD_TEXT, OFFSET (record, member, char *), FALSE }
#define TEXT(record, name)              TEXT_AS (record, #name, name)
#define INTEGER_AS(record, column, member) { column, NTM_FIELD_INTEGER, OFFSET (record, member, gint64), FALSE }
#define INTEGER(record, name)           INTEGER_AS (record, #name, name)
#define DECIMAL(record, name)           { #name "_e6", NTM_FIELD_DECIMAL, OFFSET (record, name, NtmDecimal), FALSE }
#define BYTES(record, name)             { #name, NTM_FIELD_BYTES, OFFSET (record, name, GBytes *), FALSE }

static const NtmField meta_fields[] = { KEY (NtmMeta, key), TEXT (NtmMeta, value) };

static const NtmField document_fields[] = {
  KEY (NtmDocument, id), TEXT (NtmDocument, kind), TEXT (NtmDocument, number), TEXT (NtmDocument, date),
  TEXT (NtmDocument, issuer), TEXT (NtmDocument, title_vi), TEXT (NtmDocument, title_en),
  TEXT (NtmDocument, url), TEXT (NtmDocument, certainty), TEXT (NtmDocument, note),
};

static const NtmField document_recipient_fields[] = {
  KEY (NtmDocumentRecipient, document), KEY_INTEGER (NtmDocumentRecipient, seq),
  TEXT (NtmDocumentRecipient, name_vi), TEXT (NtmDocumentRecipient, name_en),
};

static const NtmField agency_fields[] = {
  KEY (NtmAgency, id), TEXT (NtmAgency, name_vi), TEXT (NtmAgency, name_en), TEXT (NtmAgency, short_vi),
  TEXT (NtmAgency, short_en), TEXT (NtmAgency, kind), TEXT (NtmAgency, note),
};

static const NtmField unit_fields[] = {
  KEY (NtmUnit, id), TEXT (NtmUnit, code), TEXT_AS (NtmUnit, "level", level_name),
  TEXT (NtmUnit, valid_from), TEXT (NtmUnit, valid_to), DECIMAL (NtmUnit, area), INTEGER (NtmUnit, people),
  TEXT (NtmUnit, basis_from), TEXT (NtmUnit, basis_to), TEXT (NtmUnit, note),
};

static const NtmField unit_state_fields[] = {
  KEY (NtmUnitState, unit), KEY (NtmUnitState, valid_from), TEXT (NtmUnitState, valid_to),
  TEXT (NtmUnitState, type), TEXT (NtmUnitState, name), TEXT (NtmUnitState, short_name),
  TEXT (NtmUnitState, parent), TEXT (NtmUnitState, note),
};

static const NtmField transfer_fields[] = {
  KEY (NtmTransfer, from_unit), KEY (NtmTransfer, to_unit), TEXT (NtmTransfer, date),
  DECIMAL (NtmTransfer, area_share), DECIMAL (NtmTransfer, people_share),
  DECIMAL (NtmTransfer, households_share), DECIMAL (NtmTransfer, area), INTEGER (NtmTransfer, people),
  TEXT (NtmTransfer, basis), TEXT (NtmTransfer, note),
};

static const NtmField boundary_fields[] = {
  KEY (NtmBoundary, unit), KEY (NtmBoundary, valid_from), TEXT (NtmBoundary, valid_to),
  TEXT (NtmBoundary, kind), TEXT (NtmBoundary, source), BYTES (NtmBoundary, geometry),
};

static const NtmField title_kind_fields[] = {
  KEY (NtmTitleKind, code), TEXT (NtmTitleKind, name_vi), TEXT (NtmTitleKind, name_en),
  TEXT_AS (NtmTitleKind, "level", level_name), TEXT_AS (NtmTitleKind, "status", status_name),
  TEXT (NtmTitleKind, ladder), INTEGER (NtmTitleKind, rank), TEXT (NtmTitleKind, types),
};

static const NtmField title_fields[] = {
  KEY (NtmTitle, id), TEXT (NtmTitle, unit), TEXT (NtmTitle, kind), TEXT (NtmTitle, criteria_period),
  TEXT (NtmTitle, for_year), TEXT (NtmTitle, round), TEXT (NtmTitle, decision),
  TEXT_AS (NtmTitle, "signed", signed_on), TEXT (NtmTitle, recognised_by), TEXT (NtmTitle, published),
  TEXT (NtmTitle, field_vi), TEXT (NtmTitle, field_en), TEXT (NtmTitle, certainty),
  TEXT (NtmTitle, revoked), TEXT (NtmTitle, revoked_by), TEXT (NtmTitle, source), TEXT (NtmTitle, note),
};

static const NtmField indicator_fields[] = {
  KEY (NtmIndicator, code), TEXT (NtmIndicator, name_vi), TEXT (NtmIndicator, name_en),
  TEXT (NtmIndicator, unit_vi), TEXT (NtmIndicator, unit_en),
  TEXT_AS (NtmIndicator, "direction", direction_name), TEXT (NtmIndicator, kind),
  INTEGER (NtmIndicator, decimals), TEXT (NtmIndicator, owner), TEXT (NtmIndicator, topic),
  DECIMAL (NtmIndicator, minimum), DECIMAL (NtmIndicator, maximum), TEXT (NtmIndicator, note),
};

static const NtmField observation_fields[] = {
  KEY (NtmObservation, indicator), KEY (NtmObservation, unit), KEY_AS (NtmObservation, "period", period_text),
  KEY_AS (NtmObservation, "kind", kind_name), KEY (NtmObservation, source), DECIMAL (NtmObservation, value),
  TEXT_AS (NtmObservation, "qualifier", qualifier_code), TEXT (NtmObservation, words),
  DECIMAL (NtmObservation, numerator), DECIMAL (NtmObservation, denominator),
  TEXT_AS (NtmObservation, "state", state_name), TEXT (NtmObservation, place),
  INTEGER_AS (NtmObservation, "derived", is_derived), INTEGER_AS (NtmObservation, "preferred", is_preferred),
  TEXT (NtmObservation, note),
};

static const NtmField series_break_fields[] = {
  KEY (NtmSeriesBreak, indicator), KEY_AS (NtmSeriesBreak, "date", date_text), TEXT (NtmSeriesBreak, note_vi),
  TEXT (NtmSeriesBreak, note_en), TEXT (NtmSeriesBreak, source),
};

static const NtmField target_fields[] = {
  KEY (NtmTarget, id), TEXT (NtmTarget, unit), TEXT (NtmTarget, scope_vi), TEXT (NtmTarget, scope_en),
  TEXT (NtmTarget, indicator), TEXT (NtmTarget, title_kind), TEXT (NtmTarget, goal_vi),
  TEXT (NtmTarget, goal_en), DECIMAL (NtmTarget, value), TEXT_AS (NtmTarget, "qualifier", qualifier_code),
  TEXT_AS (NtmTarget, "period", period_text), TEXT (NtmTarget, owner), TEXT (NtmTarget, certainty),
  TEXT (NtmTarget, source), TEXT (NtmTarget, place), TEXT (NtmTarget, note),
};

static const NtmField task_fields[] = {
  KEY (NtmTask, id), TEXT (NtmTask, title_vi), TEXT (NtmTask, title_en), TEXT (NtmTask, detail_vi),
  TEXT (NtmTask, detail_en), TEXT (NtmTask, exact), TEXT (NtmTask, agency), TEXT (NtmTask, unit),
  TEXT (NtmTask, scope_vi), TEXT (NtmTask, scope_en), TEXT (NtmTask, indicator), TEXT (NtmTask, criterion),
  TEXT (NtmTask, kind), TEXT (NtmTask, assigned), TEXT_AS (NtmTask, "due", due_text),
  TEXT (NtmTask, due_kind), TEXT (NtmTask, due_vi), TEXT (NtmTask, due_en),
  TEXT_AS (NtmTask, "done", done_text), TEXT (NtmTask, done_by), TEXT (NtmTask, source),
  TEXT (NtmTask, place), TEXT (NtmTask, note),
};

static const NtmField task_partner_fields[] = {
  KEY (NtmTaskPartner, task), KEY (NtmTaskPartner, agency), TEXT (NtmTaskPartner, role),
};

static const NtmField task_progress_fields[] = {
  KEY (NtmTaskProgress, id), TEXT (NtmTaskProgress, task), TEXT (NtmTaskProgress, date),
  TEXT (NtmTaskProgress, text_vi), TEXT (NtmTaskProgress, text_en), TEXT (NtmTaskProgress, document),
  TEXT (NtmTaskProgress, source),
};

static const NtmField finding_fields[] = {
  KEY (NtmFinding, id), TEXT (NtmFinding, unit), TEXT (NtmFinding, scope_vi), TEXT (NtmFinding, scope_en),
  TEXT (NtmFinding, period), TEXT (NtmFinding, indicator), TEXT (NtmFinding, criterion),
  TEXT (NtmFinding, tone), TEXT (NtmFinding, judgement_vi), TEXT (NtmFinding, judgement_en),
  TEXT (NtmFinding, text_vi), TEXT (NtmFinding, text_en), TEXT (NtmFinding, source),
  TEXT (NtmFinding, place), TEXT (NtmFinding, note),
};

static const NtmField meeting_fields[] = {
  KEY (NtmMeeting, id), TEXT (NtmMeeting, date), TEXT (NtmMeeting, title_vi), TEXT (NtmMeeting, title_en),
  TEXT (NtmMeeting, chair_vi), TEXT (NtmMeeting, chair_en), DECIMAL (NtmMeeting, delegates),
  TEXT (NtmMeeting, delegates_qualifier), TEXT (NtmMeeting, delegates_words), INTEGER (NtmMeeting, sites),
  TEXT (NtmMeeting, procedure_vi), TEXT (NtmMeeting, procedure_en), TEXT (NtmMeeting, document),
  TEXT (NtmMeeting, source), TEXT (NtmMeeting, note),
};

static const NtmField meeting_party_fields[] = {
  KEY (NtmMeetingParty, meeting), KEY_INTEGER (NtmMeetingParty, seq), TEXT (NtmMeetingParty, name_vi),
  TEXT (NtmMeetingParty, name_en),
};

static const NtmField sponsorship_fields[] = {
  KEY (NtmSponsorship, id), TEXT (NtmSponsorship, sponsor), TEXT (NtmSponsorship, sponsor_vi),
  TEXT (NtmSponsorship, sponsor_en), TEXT (NtmSponsorship, unit), TEXT (NtmSponsorship, scope_vi),
  TEXT (NtmSponsorship, scope_en), TEXT (NtmSponsorship, period), DECIMAL (NtmSponsorship, amount),
  TEXT (NtmSponsorship, qualifier), TEXT (NtmSponsorship, form), TEXT (NtmSponsorship, purpose_vi),
  TEXT (NtmSponsorship, purpose_en), TEXT (NtmSponsorship, decision), TEXT (NtmSponsorship, source),
  TEXT (NtmSponsorship, place), TEXT (NtmSponsorship, note),
};

static const NtmField capital_fields[] = {
  KEY (NtmCapital, id), TEXT (NtmCapital, unit), TEXT (NtmCapital, plan_year), TEXT (NtmCapital, fund),
  DECIMAL (NtmCapital, planned), DECIMAL (NtmCapital, disbursed), TEXT (NtmCapital, qualifier),
  DECIMAL (NtmCapital, rate), TEXT (NtmCapital, as_of), TEXT (NtmCapital, text_vi),
  TEXT (NtmCapital, text_en), TEXT (NtmCapital, agency), TEXT (NtmCapital, source),
  TEXT (NtmCapital, place), TEXT (NtmCapital, note),
};

static const NtmField project_fields[] = {
  KEY (NtmProject, id), TEXT (NtmProject, kind), TEXT (NtmProject, name_vi), TEXT (NtmProject, name_en),
  TEXT (NtmProject, agency), TEXT (NtmProject, unit), TEXT (NtmProject, period), TEXT (NtmProject, step),
  TEXT (NtmProject, decision), TEXT (NtmProject, source), TEXT (NtmProject, place),
  TEXT (NtmProject, note_vi), TEXT (NtmProject, note_en),
};

static const NtmField criteria_set_fields[] = {
  KEY (NtmCriteriaSet, id), TEXT (NtmCriteriaSet, name_vi), TEXT (NtmCriteriaSet, name_en),
  TEXT (NtmCriteriaSet, level), TEXT (NtmCriteriaSet, title_kind), TEXT (NtmCriteriaSet, decision),
  TEXT (NtmCriteriaSet, valid_from), TEXT (NtmCriteriaSet, valid_to), TEXT (NtmCriteriaSet, note),
};

static const NtmField criterion_fields[] = {
  KEY (NtmCriterion, set_id), KEY (NtmCriterion, criterion), KEY (NtmCriterion, item),
  INTEGER (NtmCriterion, seq), TEXT (NtmCriterion, name_vi), TEXT (NtmCriterion, name_en),
  TEXT (NtmCriterion, unit), TEXT (NtmCriterion, comparison), TEXT (NtmCriterion, threshold),
  TEXT (NtmCriterion, indicator), TEXT (NtmCriterion, owner), TEXT (NtmCriterion, decision),
  TEXT (NtmCriterion, certainty), TEXT (NtmCriterion, source), TEXT (NtmCriterion, note),
};

#define TABLE(id, table_name, record, n) \
  [NTM_TABLE_##id] = { #table_name, sizeof (record), table_name##_fields, G_N_ELEMENTS (table_name##_fields), n }

static const NtmTable tables[NTM_N_TABLES] = {
  TABLE (META, meta, NtmMeta, 1),
  TABLE (DOCUMENT, document, NtmDocument, 1),
  TABLE (DOCUMENT_RECIPIENT, document_recipient, NtmDocumentRecipient, 2),
  TABLE (AGENCY, agency, NtmAgency, 1),
  TABLE (UNIT, unit, NtmUnit, 1),
  TABLE (UNIT_STATE, unit_state, NtmUnitState, 2),
  TABLE (TRANSFER, transfer, NtmTransfer, 2),
  TABLE (BOUNDARY, boundary, NtmBoundary, 2),
  TABLE (TITLE_KIND, title_kind, NtmTitleKind, 1),
  TABLE (TITLE, title, NtmTitle, 1),
  TABLE (INDICATOR, indicator, NtmIndicator, 1),
  TABLE (OBSERVATION, observation, NtmObservation, 5),
  TABLE (SERIES_BREAK, series_break, NtmSeriesBreak, 2),
  TABLE (TARGET, target, NtmTarget, 1),
  TABLE (TASK, task, NtmTask, 1),
  TABLE (TASK_PARTNER, task_partner, NtmTaskPartner, 2),
  TABLE (TASK_PROGRESS, task_progress, NtmTaskProgress, 1),
  TABLE (FINDING, finding, NtmFinding, 1),
  TABLE (MEETING, meeting, NtmMeeting, 1),
  TABLE (MEETING_PARTY, meeting_party, NtmMeetingParty, 2),
  TABLE (SPONSORSHIP, sponsorship, NtmSponsorship, 1),
  TABLE (CAPITAL, capital, NtmCapital, 1),
  TABLE (PROJECT, project, NtmProject, 1),
  TABLE (CRITERIA_SET, criteria_set, NtmCriteriaSet, 1),
  TABLE (CRITERION, criterion, NtmCriterion, 3),
};

/**
 * ntm_table_get:
 * @id: a table
 *
 * Returns: (transfer none): what it consists of; lives for ever
 */
const NtmTable *
ntm_table_get (NtmTableId id)
{
  g_return_val_if_fail ((guint) id < NTM_N_TABLES, NULL);

  return &tables[id];
}
