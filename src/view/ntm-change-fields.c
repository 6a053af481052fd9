/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The columns of the file as people call them, and what stands in them as people read it. Columns of one name
 * mean the same in all tables but those that are named.
 */

#include "config.h"

#include "ntm-change-private.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#include "ntm-number.h"
#include "ntm-view-words.h"

typedef enum
{
  HOLDS_TEXT,
  HOLDS_CODE,
  HOLDS_DAY,       /* also a month or a year */
  HOLDS_NUMBER,
  HOLDS_FIGURE,    /* a number in the unit of the indicator */
  HOLDS_SHARE,     /* a number of which 1 is the whole */
  HOLDS_YES_NO,
  HOLDS_UNIT,
  HOLDS_INDICATOR,
  HOLDS_DOCUMENT,
  HOLDS_AGENCY,
  HOLDS_TITLE_KIND,
  HOLDS_TASK,
  HOLDS_BYTES,
} Holds;

typedef struct
{
  const char *table;   /* NULL: any */
  const char *column, *name;
  Holds       holds;
} Field;

/* What is said of one table stands before what is said of all. */
static const Field fields[] = {
  { "criterion", "unit", N_("Unit of measurement"), HOLDS_TEXT },
  { "document", "kind", N_("Kind of document"), HOLDS_CODE },
  { "document", "date", N_("Day of the document"), HOLDS_DAY },
  { "document", "number", N_("Number of the document"), HOLDS_TEXT },
  { "document", "title_vi", N_("What it is about"), HOLDS_TEXT },
  { "document", "title_en", N_("What it is about, in English"), HOLDS_TEXT },
  { "task", "title_vi", N_("What is to be done"), HOLDS_TEXT },
  { "task", "title_en", N_("What is to be done, in English"), HOLDS_TEXT },
  { "task", "source", N_("Given by"), HOLDS_DOCUMENT },
  { "task_progress", "text_vi", N_("What was done"), HOLDS_TEXT },
  { "task_progress", "text_en", N_("What was done, in English"), HOLDS_TEXT },
  { "title", "kind", NC_("form", "Title"), HOLDS_TITLE_KIND },
  { "unit_state", "short_name", N_("Name without the type"), HOLDS_TEXT },
  { NULL, "agency", N_("Agency"), HOLDS_AGENCY },
  { NULL, "amount", N_("Amount"), HOLDS_NUMBER },
  { NULL, "area", N_("Area (km²)"), HOLDS_NUMBER },
  { NULL, "area_share", N_("Share of the area"), HOLDS_SHARE },
  { NULL, "as_of", N_("As of"), HOLDS_DAY },
  { NULL, "assigned", N_("Given on"), HOLDS_DAY },
  { NULL, "basis", N_("Decision"), HOLDS_DOCUMENT },
  { NULL, "basis_from", N_("Decision that made the unit"), HOLDS_DOCUMENT },
  { NULL, "basis_to", N_("Decision that ended the unit"), HOLDS_DOCUMENT },
  { NULL, "certainty", N_("Certainty"), HOLDS_CODE },
  { NULL, "chair_en", N_("Chair, in English"), HOLDS_TEXT },
  { NULL, "chair_vi", N_("Chair"), HOLDS_TEXT },
  { NULL, "code", N_("Code"), HOLDS_TEXT },
  { NULL, "comparison", N_("Comparison"), HOLDS_CODE },
  { NULL, "criteria_period", N_("Criteria of the years"), HOLDS_DAY },
  { NULL, "criterion", N_("Criterion"), HOLDS_TEXT },
  { NULL, "date", N_("Day"), HOLDS_DAY },
  { NULL, "decimals", N_("Decimals shown"), HOLDS_NUMBER },
  { NULL, "decision", N_("Decision"), HOLDS_DOCUMENT },
  { NULL, "delegates", N_("Delegates"), HOLDS_NUMBER },
  { NULL, "delegates_qualifier", N_("How the number is meant"), HOLDS_CODE },
  { NULL, "delegates_words", N_("Number as worded"), HOLDS_TEXT },
  { NULL, "denominator", N_("Denominator"), HOLDS_NUMBER },
  { NULL, "derived", N_("Computed from other figures"), HOLDS_YES_NO },
  { NULL, "detail_en", N_("Detail, in English"), HOLDS_TEXT },
  { NULL, "detail_vi", N_("Detail, in our words"), HOLDS_TEXT },
  { NULL, "direction", N_("Which way is better"), HOLDS_CODE },
  { NULL, "disbursed", N_("Disbursed (billion đồng)"), HOLDS_NUMBER },
  { NULL, "document", N_("Document"), HOLDS_DOCUMENT },
  { NULL, "done", N_("Done on"), HOLDS_DAY },
  { NULL, "done_by", N_("Paper that reports it done"), HOLDS_DOCUMENT },
  { NULL, "due", N_("Day of the deadline"), HOLDS_DAY },
  { NULL, "due_en", N_("Deadline as worded, in English"), HOLDS_TEXT },
  { NULL, "due_kind", N_("Deadline"), HOLDS_CODE },
  { NULL, "due_vi", N_("Deadline as worded"), HOLDS_TEXT },
  { NULL, "exact", N_("Exact words of the document"), HOLDS_TEXT },
  { NULL, "field_en", N_("Outstanding field, in English"), HOLDS_TEXT },
  { NULL, "field_vi", N_("Outstanding field"), HOLDS_TEXT },
  { NULL, "for_year", N_("For the year"), HOLDS_DAY },
  { NULL, "form", N_("Form"), HOLDS_CODE },
  { NULL, "from_unit", N_("From the unit"), HOLDS_UNIT },
  { NULL, "fund", N_("Fund"), HOLDS_CODE },
  { NULL, "geometry", N_("Boundary"), HOLDS_BYTES },
  { NULL, "goal_en", N_("Goal in words, in English"), HOLDS_TEXT },
  { NULL, "goal_vi", N_("Goal in words"), HOLDS_TEXT },
  { NULL, "households_share", N_("Share of the households"), HOLDS_SHARE },
  { NULL, "id", N_("Identifier"), HOLDS_TEXT },
  { NULL, "indicator", N_("Indicator"), HOLDS_INDICATOR },
  { NULL, "issuer", N_("Issued by"), HOLDS_TEXT },
  { NULL, "item", N_("Item"), HOLDS_TEXT },
  { NULL, "judgement_en", N_("Judgement, in English"), HOLDS_TEXT },
  { NULL, "judgement_vi", N_("Judgement"), HOLDS_TEXT },
  { NULL, "key", N_("Detail of the file"), HOLDS_TEXT },
  { NULL, "kind", N_("Kind"), HOLDS_CODE },
  { NULL, "ladder", N_("Ladder of titles"), HOLDS_CODE },
  { NULL, "level", N_("Level"), HOLDS_CODE },
  { NULL, "maximum", N_("Largest possible value"), HOLDS_FIGURE },
  { NULL, "meeting", N_("Meeting"), HOLDS_TEXT },
  { NULL, "minimum", N_("Smallest possible value"), HOLDS_FIGURE },
  { NULL, "name", N_("Name"), HOLDS_TEXT },
  { NULL, "name_en", N_("Name in English"), HOLDS_TEXT },
  { NULL, "name_vi", N_("Name in Vietnamese"), HOLDS_TEXT },
  { NULL, "note", N_("Note"), HOLDS_TEXT },
  { NULL, "note_en", N_("Note in English"), HOLDS_TEXT },
  { NULL, "note_vi", N_("Note"), HOLDS_TEXT },
  { NULL, "number", N_("Number"), HOLDS_TEXT },
  { NULL, "numerator", N_("Numerator"), HOLDS_NUMBER },
  { NULL, "owner", N_("Agency responsible"), HOLDS_AGENCY },
  { NULL, "parent", N_("Belongs to"), HOLDS_UNIT },
  { NULL, "people", N_("People"), HOLDS_NUMBER },
  { NULL, "people_share", N_("Share of the people"), HOLDS_SHARE },
  { NULL, "period", N_("Period"), HOLDS_DAY },
  { NULL, "place", N_("Section"), HOLDS_TEXT },
  { NULL, "plan_year", N_("For the year"), HOLDS_DAY },
  { NULL, "planned", N_("Planned (billion đồng)"), HOLDS_NUMBER },
  { NULL, "preferred", N_("Chosen among figures that differ"), HOLDS_YES_NO },
  { NULL, "procedure_en", N_("Procedure, in English"), HOLDS_TEXT },
  { NULL, "procedure_vi", N_("Procedure"), HOLDS_TEXT },
  { NULL, "published", N_("Published on"), HOLDS_DAY },
  { NULL, "purpose_en", N_("Purpose, in English"), HOLDS_TEXT },
  { NULL, "purpose_vi", N_("Purpose"), HOLDS_TEXT },
  { NULL, "qualifier", N_("How the figure is meant"), HOLDS_CODE },
  { NULL, "rank", N_("Rank"), HOLDS_NUMBER },
  { NULL, "rate", N_("Share of the plan (%)"), HOLDS_NUMBER },
  { NULL, "recognised_by", N_("Called recognised on"), HOLDS_DAY },
  { NULL, "revoked", N_("Revoked on"), HOLDS_DAY },
  { NULL, "revoked_by", N_("Number of the decision that revokes it"), HOLDS_DOCUMENT },
  { NULL, "role", N_("Part in it"), HOLDS_CODE },
  { NULL, "round", N_("Round"), HOLDS_TEXT },
  { NULL, "scope_en", N_("Scope in words, in English"), HOLDS_TEXT },
  { NULL, "scope_vi", N_("Scope in words"), HOLDS_TEXT },
  { NULL, "seq", N_("Place in the list"), HOLDS_NUMBER },
  { NULL, "set_id", N_("Set of criteria"), HOLDS_TEXT },
  { NULL, "short_en", N_("Short name in English"), HOLDS_TEXT },
  { NULL, "short_name", N_("Short name"), HOLDS_TEXT },
  { NULL, "short_vi", N_("Short name"), HOLDS_TEXT },
  { NULL, "signed", N_("Signed on"), HOLDS_DAY },
  { NULL, "sites", N_("Video bridge points"), HOLDS_NUMBER },
  { NULL, "source", N_("Source"), HOLDS_DOCUMENT },
  { NULL, "sponsor", N_("Sponsor"), HOLDS_AGENCY },
  { NULL, "sponsor_en", N_("Sponsor in words, in English"), HOLDS_TEXT },
  { NULL, "sponsor_vi", N_("Sponsor in words"), HOLDS_TEXT },
  { NULL, "state", N_("State of the figure"), HOLDS_CODE },
  { NULL, "status", N_("Status"), HOLDS_CODE },
  { NULL, "step", N_("Step"), HOLDS_CODE },
  { NULL, "task", N_("Task"), HOLDS_TASK },
  { NULL, "text_en", N_("Text in English"), HOLDS_TEXT },
  { NULL, "text_vi", N_("Text"), HOLDS_TEXT },
  { NULL, "threshold", N_("Threshold"), HOLDS_TEXT },
  { NULL, "title_en", N_("Name in English"), HOLDS_TEXT },
  { NULL, "title_kind", NC_("form", "Title"), HOLDS_TITLE_KIND },
  { NULL, "title_vi", N_("Name in Vietnamese"), HOLDS_TEXT },
  { NULL, "to_unit", N_("To the unit"), HOLDS_UNIT },
  { NULL, "tone", N_("Tone"), HOLDS_CODE },
  { NULL, "topic", N_("Topic"), HOLDS_CODE },
  { NULL, "type", N_("Type"), HOLDS_CODE },
  { NULL, "types", N_("Types of units"), HOLDS_TEXT },
  { NULL, "unit", N_("Unit"), HOLDS_UNIT },
  { NULL, "unit_en", N_("Unit of measurement in English"), HOLDS_TEXT },
  { NULL, "unit_vi", N_("Unit of measurement in Vietnamese"), HOLDS_TEXT },
  { NULL, "url", N_("Web address"), HOLDS_TEXT },
  { NULL, "valid_from", N_("From the day"), HOLDS_DAY },
  { NULL, "valid_to", N_("Until the day"), HOLDS_DAY },
  { NULL, "value", N_("Value"), HOLDS_FIGURE },
  { NULL, "words", N_("Figure as worded"), HOLDS_TEXT },
};

/* The codes of columns; those not listed are told as they stand. */
static const struct { const char *column, *code, *name; } codes[] = {
  { "state", "value", N_("a figure") },
  { "state", "no_data", N_("no data") },
  { "state", "not_applicable", N_("not applicable") },
  { "state", "not_verified", N_("not verified") },
  { "certainty", "confirmed", N_("Confirmed") },
  { "certainty", "unverified", N_("To be checked against the decision") },
  { "direction", "up", N_("Higher is better") },
  { "direction", "down", N_("Lower is better") },
  { "direction", "none", N_("Neither") },
  { "due_kind", "before", N_("Before the day") },
  { "due_kind", "by", N_("By the day") },
  { "kind", "decision", N_("Decision") },
  { "kind", "notice", N_("Notice") },
  { "kind", "resolution", N_("Resolution") },
  { "kind", "official_letter", N_("Official letter") },
  { "kind", "submission", N_("Submission") },
  { "kind", "report", N_("Report") },
  { "kind", "page", N_("Web page") },
  { "kind", "legal", N_("Legal document") },
  { "level", "province", N_("province") },
  { "level", "district", N_("district") },
  { "level", "commune", N_("commune") },
  { "level", "village", N_("village") },
};

static const struct { const char *code, *name; } qualifiers[] = {
  { ">=", NC_("target", "≥ at least") }, { "<=", NC_("target", "≤ at most") }, { "=", NC_("target", "= exactly") },
  { ">", NC_("target", "> more than") }, { "<", NC_("target", "< less than") }, { "~", NC_("target", "≈ about") },
};

static const Field *
find_field (const char *table, const char *column)
{
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_str_equal (fields[i].column, column) && (!fields[i].table || g_str_equal (fields[i].table, table)))
      return &fields[i];
  return NULL;
}

static gboolean
is_meta (const NtmChangedValue *value)
{
  return g_str_equal (value->table, "meta");
}

const char *
_ntm_change_field_name (const NtmChangedValue *value)
{
  const Field *field = find_field (value->table, value->column);

  if (is_meta (value))
    return g_str_equal (value->key, "reference_date") ? _("Reference date") : _("Detail of the file");
  if (!field)
    return value->column;
  /* The one word that has two senses. */
  return g_str_equal (field->name, "Title") ? C_("form", "Title") : _(field->name);
}

static char *
number_words (const NtmViewContext *ctx, const char *text, const char *unit)
{
  NtmDecimal number;

  if (!ntm_decimal_parse (text, &number, NULL))
    return g_strdup (text);
  return ntm_number_format_unit (number, -1, unit, ctx->lang);
}

static char *
figure_words (const NtmViewContext *ctx, const NtmChangedValue *value, const char *text)
{
  const NtmIndicator *indicator = ntm_atlas_lookup (ctx->atlas, NTM_TABLE_INDICATOR, value->indicator);

  return number_words (ctx, text, indicator ? ntm_view_indicator_unit (ctx, indicator) : "");
}

static char *
share_words (const NtmViewContext *ctx, const char *text)
{
  NtmDecimal share, percent;

  if (!ntm_decimal_parse (text, &share, NULL) || !ntm_decimal_percent (share, NTM_DECIMAL_ONE, &percent))
    return g_strdup (text);
  return ntm_number_format_unit (percent, -1, "%", ctx->lang);
}

static char *
code_words (const char *column, const char *text)
{
  NtmUnitState state = { .type = (char *) text };

  if (g_str_equal (column, "type"))
    return ntm_lang_current () == NTM_LANG_VI ? g_strdup (text) : ntm_view_unit_type_name (&state);
  for (gsize i = 0; g_str_has_suffix (column, "qualifier") && i < G_N_ELEMENTS (qualifiers); i++)
    if (g_str_equal (qualifiers[i].code, text))
      return g_strdup (g_dpgettext2 (GETTEXT_PACKAGE, "target", qualifiers[i].name));
  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    if (g_str_equal (codes[i].column, column) && g_str_equal (codes[i].code, text))
      return g_strdup (_(codes[i].name));
  return g_strdup (text);
}

/* What another row of the file is called. */
static char *
reference_words (const NtmViewContext *ctx, Holds holds, const char *text)
{
  const NtmUnit *unit = holds == HOLDS_UNIT ? ntm_atlas_find_unit (ctx->atlas, text) : NULL;
  const NtmIndicator *indicator = holds == HOLDS_INDICATOR ? ntm_atlas_lookup (ctx->atlas, NTM_TABLE_INDICATOR, text) : NULL;
  const NtmTitleKind *kind = holds == HOLDS_TITLE_KIND ? ntm_atlas_lookup (ctx->atlas, NTM_TABLE_TITLE_KIND, text) : NULL;
  const NtmTask *task = holds == HOLDS_TASK ? ntm_atlas_lookup (ctx->atlas, NTM_TABLE_TASK, text) : NULL;

  if (unit)
    return ntm_view_unit_name (ctx, unit);
  if (indicator)
    return g_strdup (ntm_view_indicator_name (ctx, indicator));
  if (kind)
    return g_strdup (ntm_lang_pick (ctx->lang, kind->name_vi, kind->name_en));
  if (task)
    return g_strdup (ntm_lang_pick (ctx->lang, task->title_vi, task->title_en));
  if (holds == HOLDS_AGENCY)
    return ntm_view_agency (ctx, text);
  return holds == HOLDS_DOCUMENT ? ntm_view_document_short (ctx, text) : g_strdup (text);
}

/* Returns: (nullable): @text in words, %NULL where there is nothing */
char *
_ntm_change_value_words (const NtmViewContext *ctx, const NtmChangedValue *value, const char *text)
{
  const Field *field = find_field (value->table, value->column);
  Holds holds = field ? field->holds : HOLDS_TEXT;

  if (!text || !*text)
    return NULL;
  if (is_meta (value))
    holds = g_str_equal (value->key, "reference_date") ? HOLDS_DAY : HOLDS_TEXT;
  switch (holds)
    {
    case HOLDS_DAY:
      return ntm_view_part_date (ctx, text);
    case HOLDS_NUMBER:
      return number_words (ctx, text, "");
    case HOLDS_FIGURE:
      return figure_words (ctx, value, text);
    case HOLDS_SHARE:
      return share_words (ctx, text);
    case HOLDS_YES_NO:
      return g_strdup (g_str_equal (text, "0") ? _("no") : _("yes"));
    case HOLDS_CODE:
      return code_words (value->column, text);
    case HOLDS_BYTES:
      return g_strdup (_("an outline"));
    case HOLDS_TEXT:
      return g_strdup (text);
    case HOLDS_UNIT:
    case HOLDS_INDICATOR:
    case HOLDS_DOCUMENT:
    case HOLDS_AGENCY:
    case HOLDS_TITLE_KIND:
    case HOLDS_TASK:
    default:
      return reference_words (ctx, holds, text);
    }
}

/* "3,79 % → 3,01 %"; of what is new only that, of what is gone that it is. */
char *
_ntm_change_words (const NtmViewContext *ctx, const NtmChangedValue *value)
{
  g_autofree char *old = _ntm_change_value_words (ctx, value, value->old);
  g_autofree char *new_value = _ntm_change_value_words (ctx, value, value->new_value);
  gboolean is_figure = g_str_equal (value->table, "observation") && g_str_equal (value->column, "value");
  const char *nothing = is_figure ? ntm_view_no_data () : C_("value before or after a change", "empty");

  if (!old && new_value)
    return g_steal_pointer (&new_value);
  return g_strdup_printf ("%s → %s", old ? old : nothing, new_value ? new_value : nothing);
}
