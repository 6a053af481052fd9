/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Entries of the history as sentences: what an edit did, in one line and value by value. */

#include "config.h"

#include "ntm-change-view.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#include "ntm-change-private.h"
#include "ntm-edit-point.h"

/**
 * ntm_change_line_free:
 * @self: (nullable) (transfer full): a line
 */
void
ntm_change_line_free (NtmChangeLine *self)
{
  if (!self)
    return;
  g_free (self->subject);
  g_free (self->field);
  g_free (self->change);
  g_free (self->spoken);
  g_free (self->unit);
  g_free (self->indicator);
  g_free (self->task);
  g_free (self);
}

/**
 * ntm_change_summary_free:
 * @self: (nullable) (transfer full): a summary
 */
void
ntm_change_summary_free (NtmChangeSummary *self)
{
  if (!self)
    return;
  g_free (self->what);
  g_free (self->subject);
  g_free (self->change);
  g_free (self);
}

/* Where in the window the value is to be seen; what is no longer in the file is nowhere. */
static void
find_place (NtmChangeLine *line, const NtmViewContext *ctx, const NtmChangedValue *values, guint n, guint i)
{
  const NtmChangedValue *value = &values[i];
  const char *task = "";
  g_autofree char *first = g_strndup (value->key, strcspn (value->key, " "));

  if (g_str_equal (value->table, "task") || g_str_equal (value->table, "task_partner"))
    task = first;
  else if (g_str_equal (value->table, "task_progress"))
    task = _ntm_change_row_text (ctx, values, n, i, "task");
  if (*task && ntm_atlas_lookup (ctx->atlas, NTM_TABLE_TASK, task))
    line->task = g_strdup (task);
  if (*value->unit && ntm_atlas_find_unit (ctx->atlas, value->unit))
    line->unit = g_strdup (value->unit);
  if (*value->indicator && ntm_atlas_lookup (ctx->atlas, NTM_TABLE_INDICATOR, value->indicator))
    line->indicator = g_strdup (value->indicator);
}

static NtmChangeLine *
new_line (const NtmViewContext *ctx, const NtmChangedValue *values, guint n, guint i)
{
  NtmChangeLine *line = g_new0 (NtmChangeLine, 1);

  line->subject = _ntm_change_subject (ctx, values, n, i);
  line->field = g_strdup (_ntm_change_field_name (&values[i]));
  line->change = _ntm_change_words (ctx, &values[i]);
  line->is_first = i == 0 || !_ntm_change_same_row (&values[i - 1], &values[i]);
  line->spoken = *line->subject ? g_strdup_printf ("%s. %s: %s", line->subject, line->field, line->change)
                                : g_strdup_printf ("%s: %s", line->field, line->change);
  find_place (line, ctx, values, n, i);
  return line;
}

/**
 * ntm_change_new_lines:
 * @ctx: the context
 * @values: (array length=n): the values an edit changed, those of a row together
 * @n: how many
 *
 * Tells what an edit changed: units, indicators, tasks and documents by their names, numbers and days as the
 * language writes them. A name that is no longer in the file is taken from the edit; what has none is told by
 * what stands in the file.
 *
 * Returns: (transfer full) (element-type NtmChangeLine): a line for each value
 */
GPtrArray *
ntm_change_new_lines (const NtmViewContext *ctx, const NtmChangedValue *values, guint n)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) ntm_change_line_free);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (lines, new_line (ctx, values, n, i));
  return lines;
}

/**
 * ntm_change_dup_place:
 * @ctx: the context
 * @table: of the file
 * @key: of a row of it, "" for none
 * @column: of it, "" for none
 *
 * Returns: (transfer full): which value of what that is: "Huyện Kỳ Anh · Poverty rate · Value", as it stands in the file
 *   where it has no other name
 */
char *
ntm_change_dup_place (const NtmViewContext *ctx, const char *table, const char *key, const char *column)
{
  g_autofree char *plain = g_strndup (column, strlen (column) - (g_str_has_suffix (column, "_e6") ? strlen ("_e6") : 0));
  NtmChangedValue value = { table, key, plain, NULL, NULL, "", "" };
  g_auto (GStrv) parts = g_strsplit (key, " ", 3);
  gboolean is_figure = g_str_equal (table, "observation") && g_strv_length (parts) == 3;
  g_autofree char *subject = NULL;

  value.indicator = is_figure ? parts[0] : _ntm_change_row_text (ctx, &value, 1, 0, "indicator");
  value.unit = is_figure ? parts[1] : _ntm_change_row_text (ctx, &value, 1, 0, "unit");
  subject = _ntm_change_subject (ctx, &value, 1, 0);
  if (*subject == '\0')
    {
      g_free (subject);
      subject = g_strdup (*key != '\0' ? key : table);
    }
  if (*column == '\0')
    return g_steal_pointer (&subject);
  return g_strdup_printf ("%s · %s", subject, _ntm_change_field_name (&value));
}

/* --- in one line ------------------------------------------------------------------------------- */

/* What an edit is about comes before what it brings along, such as the document of a title. */
static const struct { const char *table, *added, *changed, *removed; } deeds[] = {
  { "title", N_("Title added"), N_("Title corrected"), N_("Title removed") },
  { "task", N_("Task added"), N_("Task changed"), N_("Task removed") },
  { "task_progress", N_("Progress reported"), N_("Report of progress changed"), N_("Report of progress removed") },
  { "task_partner", N_("Agency added to a task"), N_("Agency of a task changed"), N_("Agency removed from a task") },
  { "unit", N_("Unit added"), N_("Unit changed"), N_("Unit removed") },
  { "unit_state", N_("New name of a unit"), N_("Name or type of a unit changed"), N_("Name of a unit removed") },
  { "transfer", N_("Merger or split added"), N_("Merger or split changed"), N_("Merger or split removed") },
  { "boundary", N_("Boundary added"), N_("Boundary changed"), N_("Boundary removed") },
  { "indicator", N_("Indicator added"), N_("Indicator changed"), N_("Indicator removed") },
  { "target", N_("Target set"), N_("Target changed"), N_("Target removed") },
  { "observation", N_("Figure entered"), N_("Figure changed"), N_("Figure removed") },
  { "series_break", N_("Break in a series added"), N_("Break in a series changed"), N_("Break in a series removed") },
  { "finding", N_("Finding added"), N_("Finding changed"), N_("Finding removed") },
  { "meeting", N_("Meeting added"), N_("Meeting changed"), N_("Meeting removed") },
  { "sponsorship", N_("Sponsorship added"), N_("Sponsorship changed"), N_("Sponsorship removed") },
  { "capital", N_("Capital added"), N_("Capital changed"), N_("Capital removed") },
  { "project", N_("Project added"), N_("Project changed"), N_("Project removed") },
  { "criteria_set", N_("Criteria added"), N_("Criteria changed"), N_("Criteria removed") },
  { "criterion", N_("Criterion added"), N_("Criterion changed"), N_("Criterion removed") },
  { "title_kind", N_("Kind of title added"), N_("Kind of title changed"), N_("Kind of title removed") },
  { "agency", N_("Agency added"), N_("Agency changed"), N_("Agency removed") },
  { "document", N_("Document added"), N_("Document changed"), N_("Document removed") },
  { "document_recipient", N_("Recipient added"), N_("Recipient changed"), N_("Recipient removed") },
  { "meeting_party", N_("Party to a meeting added"), N_("Party to a meeting changed"), N_("Party to a meeting removed") },
  { "meta", N_("Detail of the file added"), N_("Detail of the file changed"), N_("Detail of the file removed") },
};

static guint
rank_of (const char *table)
{
  guint rank = 0;

  while (rank < G_N_ELEMENTS (deeds) && !g_str_equal (deeds[rank].table, table))
    rank++;
  return rank;
}

static gboolean
is_empty (const char *text)
{
  return !text || !*text;
}

static const char *
deed_of_meta (const NtmChangedValue *value)
{
  if (g_str_equal (value->key, "reference_date"))
    return _("Reference date changed");
  if (g_str_has_prefix (value->key, NTM_NAMED_POINT_PREFIX))
    return is_empty (value->new_value) ? _("Name of a point removed") : _("Point named");
  return NULL;
}

/* What one value alone tells of a row that was there and is there. */
static const char *
deed_of_value (const NtmChangedValue *value)
{
  if (g_str_equal (value->table, "title") && g_str_equal (value->column, "revoked"))
    return is_empty (value->new_value) ? NULL : _("Title revoked");
  if (g_str_equal (value->table, "task") && g_str_equal (value->column, "done"))
    return is_empty (value->new_value) ? _("Task reopened") : _("Task finished");
  return NULL;
}

static const char *
deed_of_row (const NtmChangedValue *values, guint n, guint first)
{
  guint rank = rank_of (values[first].table);
  const char *deed = g_str_equal (values[first].table, "meta") ? deed_of_meta (&values[first]) : NULL;
  gboolean added = TRUE, removed = TRUE;

  for (guint i = first; i < n && _ntm_change_same_row (&values[i], &values[first]); i++)
    {
      added = added && !values[i].old;
      removed = removed && !values[i].new_value;
    }
  for (guint i = first; !added && !removed && !deed && i < n && _ntm_change_same_row (&values[i], &values[first]); i++)
    deed = deed_of_value (&values[i]);
  if (deed || rank == G_N_ELEMENTS (deeds))
    return deed;
  return _(added ? deeds[rank].added : removed ? deeds[rank].removed : deeds[rank].changed);
}

typedef struct
{
  guint first, last;   /* of the values of the row told */
  guint n_alike;       /* rows of its table */
  guint n_rows;
} Rows;

static Rows
look_at_rows (const NtmChangedValue *values, guint n)
{
  Rows rows = { 0 };
  guint best = G_MAXUINT;

  for (guint i = 0; i < n; i++)
    {
      guint rank = rank_of (values[i].table);

      if (i > 0 && _ntm_change_same_row (&values[i - 1], &values[i]))
        {
          rows.last = rows.first <= i && _ntm_change_same_row (&values[rows.first], &values[i]) ? i : rows.last;
          continue;
        }
      rows.n_rows++;
      if (rank < best)
        {
          best = rank;
          rows.first = rows.last = i;
          rows.n_alike = 0;
        }
      rows.n_alike += rank == best;
    }
  return rows;
}

static char *
subject_of (const NtmViewContext *ctx, const NtmChangedValue *values, guint n, const Rows *rows, gboolean complete)
{
  g_autofree char *subject = _ntm_change_subject (ctx, values, n, rows->first);
  guint more = rows->n_alike - 1;

  if (!complete)
    return g_strdup_printf (_("%s and others"), subject);
  if (more == 0)
    return g_steal_pointer (&subject);
  return g_strdup_printf (ngettext ("%s and %u more", "%s and %u more", more), subject, more);
}

/* The change of an edit of one row: of its figure, or of the only value. */
static char *
change_of (const NtmViewContext *ctx, const NtmChangedValue *values, const Rows *rows)
{
  const NtmChangedValue *first = &values[rows->first];

  if (rows->n_rows > 1 || g_str_has_prefix (first->key, NTM_NAMED_POINT_PREFIX))
    return g_strdup ("");
  for (guint i = rows->first; i <= rows->last; i++)
    if (g_str_equal (values[i].table, "observation") && g_str_equal (values[i].column, "value"))
      return _ntm_change_words (ctx, &values[i]);
  return rows->first == rows->last ? _ntm_change_words (ctx, first) : g_strdup ("");
}

/* Labels of our own are translated, others stand as they are. */
static const char *
label_words (const char *label)
{
  static const char *const own[] = { N_("Built-in data"), N_("Sample data") };

  for (gsize i = 0; i < G_N_ELEMENTS (own); i++)
    if (g_str_equal (own[i], label))
      return _(own[i]);
  return label;
}

/**
 * ntm_change_new_summary:
 * @ctx: the context
 * @label: what the edit was called by what made it
 * @values: (array length=n): the first values it changed, those of a row together
 * @n: how many of them
 * @n_all: how many it changed in all
 *
 * Tells an edit in one line. @label stands in only where the values say nothing: it was written for files, not
 * for people.
 *
 * Returns: (transfer full): the line
 */
NtmChangeSummary *
ntm_change_new_summary (const NtmViewContext *ctx, const char *label, const NtmChangedValue *values, guint n, gint64 n_all)
{
  NtmChangeSummary *self = g_new0 (NtmChangeSummary, 1);
  Rows rows = look_at_rows (values, n);
  const char *deed = n > 0 ? deed_of_row (values, n, rows.first) : _("New file filled");

  self->what = g_strdup (deed ? deed : _("Data of the file changed"));
  if (n == 0 || !deed)
    self->subject = g_strdup (label_words (label));
  else
    self->subject = subject_of (ctx, values, n, &rows, (gint64) n == n_all);
  self->change = n > 0 && (gint64) n == n_all ? change_of (ctx, values, &rows) : g_strdup ("");
  return self;
}
