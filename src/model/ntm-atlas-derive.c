/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Everything of the records that is computed when they enter the Atlas. May run again over the same
 * records: what was derived before is replaced. What fails gets a safe value and an issue: an interval
 * that holds on no day, no parent, no deadline.
 */

#include "config.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#include "ntm-atlas-private.h"
#include "ntm-text.h"

#define FALLBACK_YEAR 2000

void
ntm_atlas_add_issue (NtmAtlas *self, NtmTableId table, gconstpointer record, const char *column,
                     const char *problem, const char *advice)
{
  const NtmTable *description = ntm_table_get (table);
  g_autofree char *key = ntm_record_dup_key (description, record);

  g_ptr_array_add (self->issues, ntm_issue_new (description->name, 0, column, key, problem, advice));
}

void
ntm_atlas_forget_issues (NtmAtlas *self, const char *table, const char *key_prefix)
{
  GPtrArray *kept = g_ptr_array_new_with_free_func ((GDestroyNotify) ntm_issue_free);

  for (guint i = 0; i < self->issues->len; i++)
    {
      NtmIssue *issue = self->issues->pdata[i];

      if (g_str_equal (issue->file, table) && g_str_has_prefix (issue->value, key_prefix))
        ntm_issue_free (issue);
      else
        g_ptr_array_add (kept, issue);
    }
  g_ptr_array_set_free_func (self->issues, NULL);
  g_ptr_array_unref (self->issues);
  self->issues = kept;
}

void
ntm_atlas_group_add (GHashTable *groups, char *key, gpointer record)
{
  GPtrArray *group = g_hash_table_lookup (groups, key);

  if (!group)
    {
      group = g_ptr_array_new ();
      g_hash_table_insert (groups, key, group);
    }
  g_ptr_array_add (group, record);
}

/* Records by a text member, which stays theirs. */
GHashTable *
ntm_atlas_group (const GPtrArray *records, gsize key_offset)
{
  GHashTable *groups = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < records->len; i++)
    ntm_atlas_group_add (groups, G_STRUCT_MEMBER (char *, records->pdata[i], key_offset), records->pdata[i]);
  return groups;
}

/* A short, valid quotation of text from outside. */
char *
ntm_model_quote (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, (gssize) strnlen (text, 240));
  g_autofree char *line = g_strdelimit (g_steal_pointer (&valid), "\n\r\t", ' ');

  if (g_utf8_strlen (line, -1) <= 60)
    return g_steal_pointer (&line);
  *g_utf8_offset_to_pointer (line, 60) = '\0';
  return g_strconcat (line, "…", NULL);
}

static void
read_interval (NtmAtlas *self, NtmTableId table, gconstpointer record, const char *from, const char *to,
               NtmInterval *out)
{
  static const NtmInterval never = { NTM_DATE_MIN, NTM_DATE_MIN };
  g_autoptr (GError) error = NULL;

  if (ntm_interval_parse (from, to, out, &error))
    return;
  *out = never;
  ntm_atlas_add_issue (self, table, record, "valid_from", error->message,
                       _("The row holds on no day until its dates are put right."));
}

NtmLevel
ntm_atlas_read_level (NtmAtlas *self, NtmTableId table, gconstpointer record, const char *text, NtmLevel fallback)
{
  NtmLevel level;

  if (ntm_level_parse (text, &level))
    return level;
  ntm_atlas_add_issue (self, table, record, "level", _("There is no such level."),
                       _("Write province, district, commune or village."));
  return fallback;
}

static void
derive_units (NtmAtlas *self)
{
  const GPtrArray *units = self->records[NTM_TABLE_UNIT];

  for (guint i = 0; i < units->len; i++)
    {
      NtmUnit *unit = units->pdata[i];

      unit->index = i;
      unit->level = ntm_atlas_read_level (self, NTM_TABLE_UNIT, unit, unit->level_name, NTM_LEVEL_VILLAGE);
      read_interval (self, NTM_TABLE_UNIT, unit, unit->valid_from, unit->valid_to, &unit->life);
      g_clear_pointer (&unit->states, g_ptr_array_unref);
      unit->states = g_ptr_array_new ();
    }
  g_clear_pointer (&self->units_coded, g_hash_table_unref);
  self->units_coded = ntm_atlas_group (units, G_STRUCT_OFFSET (NtmUnit, code));
  g_clear_pointer (&self->states_below, g_hash_table_unref);
  self->states_below = ntm_atlas_group (self->records[NTM_TABLE_UNIT_STATE], G_STRUCT_OFFSET (NtmUnitState, parent));
}

static void
derive_parent (NtmAtlas *self, NtmUnitState *state, const NtmUnit *unit)
{
  NtmUnit *parent = (NtmUnit *) ntm_atlas_find_unit (self, state->parent);

  state->parent_unit = NULL;
  if (!*state->parent)
    return;
  if (!parent)
    ntm_atlas_add_issue (self, NTM_TABLE_UNIT_STATE, state, "parent", _("The parent is no unit of the file."),
                         _("Write the id of the unit it belongs to."));
  else if (unit && parent->level >= unit->level)
    /* This also keeps chains of parents from running in a circle. */
    ntm_atlas_add_issue (self, NTM_TABLE_UNIT_STATE, state, "parent", _("The parent is not of a higher level."),
                         _("Write the id of the district or province it belongs to."));
  else
    state->parent_unit = parent;
}

static void
derive_states (NtmAtlas *self)
{
  const GPtrArray *states = self->records[NTM_TABLE_UNIT_STATE];

  for (guint i = 0; i < states->len; i++)
    {
      NtmUnitState *state = states->pdata[i];
      const NtmUnit *unit = ntm_atlas_find_unit (self, state->unit);

      read_interval (self, NTM_TABLE_UNIT_STATE, state, state->valid_from, state->valid_to, &state->valid);
      derive_parent (self, state, unit);
      g_free (state->folded);
      state->folded = ntm_text_fold (state->name);
      if (unit)
        g_ptr_array_add (unit->states, state);
    }
}

static int
compare_states (gconstpointer a, gconstpointer b)
{
  const NtmUnitState *one = *(NtmUnitState *const *) a;
  const NtmUnitState *other = *(NtmUnitState *const *) b;

  return (one->valid.from > other->valid.from) - (one->valid.from < other->valid.from);
}

/* Whether the states follow each other without gap or overlap from the first to the last day of the unit. */
static gboolean
states_cover_life (const NtmUnit *unit)
{
  NtmDate day = unit->life.from;

  if (unit->life.from >= unit->life.to)
    return TRUE; /* told already */
  for (guint i = 0; i < unit->states->len; i++)
    {
      const NtmUnitState *state = unit->states->pdata[i];

      if (i == 0 ? state->valid.from > day : state->valid.from != day)
        return FALSE;
      day = state->valid.to;
    }
  return unit->states->len > 0 && day >= unit->life.to;
}

static void
sort_states (NtmAtlas *self)
{
  const GPtrArray *units = self->records[NTM_TABLE_UNIT];

  for (guint i = 0; i < units->len; i++)
    {
      NtmUnit *unit = units->pdata[i];

      g_ptr_array_sort (unit->states, compare_states);
      if (!states_cover_life (unit))
        ntm_atlas_add_issue (self, NTM_TABLE_UNIT, unit, NULL,
                             _("The unit has days without a name, or with two."),
                             _("Let each state of the unit begin on the day on which the one before ends."));
    }
}

void
ntm_atlas_derive_boundaries (NtmAtlas *self)
{
  const GPtrArray *boundaries = self->records[NTM_TABLE_BOUNDARY];

  for (guint i = 0; i < boundaries->len; i++)
    {
      NtmBoundary *boundary = boundaries->pdata[i];
      g_autoptr (GError) error = NULL;

      read_interval (self, NTM_TABLE_BOUNDARY, boundary, boundary->valid_from, boundary->valid_to, &boundary->valid);
      g_clear_pointer (&boundary->shape, ntm_geometry_free);
      if (boundary->geometry)
        boundary->shape = ntm_geometry_from_wkb (boundary->geometry, &error);
      if (!boundary->shape)
        ntm_atlas_add_issue (self, NTM_TABLE_BOUNDARY, boundary, "geometry",
                             error ? error->message : _("There is no boundary in the row."),
                             _("Import the boundary again."));
    }
  g_clear_pointer (&self->boundaries_of, g_hash_table_unref);
  self->boundaries_of = ntm_atlas_group (boundaries, G_STRUCT_OFFSET (NtmBoundary, unit));
}

static void
derive_indicators (NtmAtlas *self)
{
  const GPtrArray *indicators = self->records[NTM_TABLE_INDICATOR];

  for (guint i = 0; i < indicators->len; i++)
    {
      NtmIndicator *indicator = indicators->pdata[i];
      const char *direction = indicator->direction_name;

      indicator->is_flow = g_str_equal (indicator->kind, "flow");
      indicator->direction = g_str_equal (direction, "up")     ? NTM_DIRECTION_UP
                             : g_str_equal (direction, "down") ? NTM_DIRECTION_DOWN
                                                               : NTM_DIRECTION_NONE;
      /* Left out, the column has this default. */
      if (indicator->decimals == NTM_NONE)
        indicator->decimals = 0;
    }
}

static void
derive_breaks (NtmAtlas *self)
{
  const GPtrArray *breaks = self->records[NTM_TABLE_SERIES_BREAK];

  for (guint i = 0; i < breaks->len; i++)
    {
      NtmSeriesBreak *item = breaks->pdata[i];
      g_autoptr (GError) error = NULL;

      /* Before all values, a break parts none. */
      item->date = NTM_DATE_MIN;
      if (!ntm_date_parse (item->date_text, &item->date, &error))
        ntm_atlas_add_issue (self, NTM_TABLE_SERIES_BREAK, item, "date", error->message,
                             _("Write the first day of the new definition."));
    }
}

static void
derive_targets (NtmAtlas *self)
{
  const GPtrArray *targets = self->records[NTM_TABLE_TARGET];

  for (guint i = 0; i < targets->len; i++)
    {
      NtmTarget *target = targets->pdata[i];
      g_autoptr (GError) error = NULL;

      target->qualifier = NTM_QUALIFIER_EQUAL;
      if (*target->qualifier_code && !ntm_qualifier_parse (target->qualifier_code, &target->qualifier))
        ntm_atlas_add_issue (self, NTM_TABLE_TARGET, target, "qualifier", _("This is not a qualifier."),
                             _("Write =, ~, <, >, <= or >=."));
      memset (&target->period, 0, sizeof target->period);
      target->has_period = *target->period_text && ntm_period_parse (target->period_text, &target->period, &error);
      if (error)
        ntm_atlas_add_issue (self, NTM_TABLE_TARGET, target, "period", error->message, NULL);
    }
  g_clear_pointer (&self->targets_of, g_hash_table_unref);
  self->targets_of = ntm_atlas_group (targets, G_STRUCT_OFFSET (NtmTarget, unit));
}

/* A day, or NTM_DATE_MAX where there is none or none that can be read. */
static NtmDate
read_task_day (NtmAtlas *self, const NtmTask *task, const char *column, const char *text)
{
  g_autoptr (GError) error = NULL;
  NtmDate day = NTM_DATE_MAX;

  if (*text && !ntm_date_parse (text, &day, &error))
    ntm_atlas_add_issue (self, NTM_TABLE_TASK, task, column, error->message,
                         _("Until then the task counts as if no day were given."));
  return day;
}

static void
derive_tasks (NtmAtlas *self)
{
  const GPtrArray *tasks = self->records[NTM_TABLE_TASK];

  for (guint i = 0; i < tasks->len; i++)
    {
      NtmTask *task = tasks->pdata[i];

      task->counted_from = read_task_day (self, task, "due", task->due_text);
      task->due = task->counted_from;
      if (task->due != NTM_DATE_MAX && !g_str_equal (task->due_kind, "before"))
        task->due++;
      task->done = read_task_day (self, task, "done", task->done_text);
    }
}

/* The newest day of a document, where the file does not say what day it speaks of. */
static NtmDate
newest_document (NtmAtlas *self)
{
  const GPtrArray *documents = self->records[NTM_TABLE_DOCUMENT];
  NtmDate newest = ntm_date_new (FALLBACK_YEAR, 1, 1);

  for (guint i = 0; i < documents->len; i++)
    {
      const NtmDocument *document = documents->pdata[i];
      NtmDate day;

      if (ntm_date_parse (document->date, &day, NULL))
        newest = MAX (newest, day);
    }
  return newest;
}

static void
derive_reference_date (NtmAtlas *self)
{
  const NtmMeta *meta = ntm_atlas_lookup (self, NTM_TABLE_META, "reference_date");
  g_autoptr (GError) error = NULL;

  self->reference_date = newest_document (self);
  if (meta && !ntm_date_parse (meta->value, &self->reference_date, &error))
    ntm_atlas_add_issue (self, NTM_TABLE_META, meta, "value", error->message, _("Set the reference date again."));
}

void
ntm_atlas_derive (NtmAtlas *self)
{
  ntm_atlas_forget_names (self);
  derive_units (self);
  derive_states (self);
  sort_states (self);
  derive_indicators (self);
  derive_breaks (self);
  ntm_atlas_derive_titles (self);
  derive_targets (self);
  derive_tasks (self);
  derive_reference_date (self);
  ntm_atlas_check_references (self);
}
