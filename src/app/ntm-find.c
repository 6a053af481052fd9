/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Finding anything by a part of its name, accents and case aside. Per kind of thing the best come first: the
 * name begins with the words looked for, then a word of it does, then it holds them; of indicators the one with
 * the shortest name, which is the plain one. A province has some hundreds of names, so all are looked at on every
 * key. No widget here.
 */

#include "config.h"

#include "ntm-find.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ntm-task.h"
#include "ntm-text.h"
#include "ntm-unit-facts.h"
#include "ntm-view-words.h"

#define MAX_TOLD 30   /* units whose registers are looked through at every key */
#define MAX_NAME 1000 /* bytes of a name that count for its rank */

typedef struct
{
  const char *title, *detail, *action, *target;
} Command;

/* The commands of menu and header bar, by name and key. */
static const Command commands[] = {
  { NC_("command", "Map"), "Alt+1", "win.show-view", "map" },
  { NC_("command", "Figures"), "Alt+2", "win.show-view", "table" },
  { NC_("command", "Charts"), "Alt+3", "win.show-view", "charts" },
  { NC_("command", "Tasks"), "Alt+4", "win.show-view", "tasks" },
  { NC_("command", "New file"), "Ctrl+N", "win.new", NULL },
  { NC_("command", "Open a file"), "Ctrl+O", "win.open", NULL },
  { NC_("command", "Save a copy"), "Ctrl+Shift+S", "win.save-copy", NULL },
  { NC_("command", "Export this page"), "Ctrl+E", "win.export", NULL },
  { NC_("command", "Print"), "Ctrl+P", "win.print", NULL },
  { NC_("command", "Present in a meeting"), "F5", "win.present", NULL },
  { NC_("command", "Present from this page"), "Shift+F5", "win.present-here", NULL },
  { NC_("command", "Full screen"), "F11", "win.fullscreen", NULL },
  { NC_("command", "Undo"), "Ctrl+Z", "win.undo", NULL },
  { NC_("command", "Redo"), "Ctrl+Shift+Z", "win.redo", NULL },
  { NC_("command", "History of changes"), "Ctrl+H", "win.history", NULL },
  { NC_("command", "List of units"), "F9", "win.show-sidebar", NULL },
  { NC_("command", "Inspector"), "Shift+F9", "win.show-inspector", NULL },
  { NC_("command", "Add a title"), "", "win.add-title", NULL },
  { NC_("command", "Revoke a title"), "", "win.revoke-title", NULL },
  { NC_("command", "Edit the unit"), "", "win.edit-unit", NULL },
  { NC_("command", "Preferences"), "Ctrl+,", "app.preferences", NULL },
  { NC_("command", "Help"), "F1", "app.help", NULL },
  { NC_("command", "Keyboard shortcuts"), "Ctrl+?", "app.shortcuts", NULL },
  { NC_("command", "About NTM Atlas"), "", "app.about", NULL },
  { NC_("command", "Quit"), "Ctrl+Q", "app.quit", NULL },
};

static void
found_free (NtmFound *found)
{
  g_free (found->title);
  g_free (found->detail);
  g_free (found->target);
  g_free (found);
}

/* 0 begins with, 1 a word of it begins with, 2 holds, -1 neither; @folded and @needle are search keys. */
static int
rank_match (const char *folded,
            const char *needle)
{
  gsize n = strlen (needle);
  int rank = -1;

  if (!ntm_text_matches (folded, needle))
    return -1;
  if (strncmp (folded, needle, n) == 0)
    return 0;
  rank = 2;
  for (const char *at = strstr (folded, needle); at != NULL; at = strstr (at + 1, needle))
    if (at > folded && at[-1] == ' ')
      rank = 1;
  return rank;
}

/* @detail: (transfer full) */
static void
take (GPtrArray    *found,
      NtmFoundGroup group,
      int           rank,
      const char   *title,
      char         *detail,
      const char   *action,
      const char   *target)
{
  NtmFound *one = g_new0 (NtmFound, 1);

  one->group = group;
  one->rank = rank;
  one->title = g_strdup (title);
  one->detail = detail;
  one->action = action;
  one->target = g_strdup (target);
  g_ptr_array_add (found, one);
}

static void
take_unit (GPtrArray            *found,
           const NtmViewContext *context,
           const NtmUnit        *unit,
           const NtmUnitState   *state,
           int                   rank)
{
  g_autofree char *name = ntm_view_unit_name (context, unit);
  gboolean nested = state->parent_unit != NULL && state->parent_unit->level != NTM_LEVEL_PROVINCE;

  take (found, NTM_FOUND_UNIT, rank * NTM_N_LEVELS + (int) unit->level, name,
        nested ? ntm_view_unit_name (context, state->parent_unit) : g_strdup (unit->code), "win.show-unit", unit->id);
}

static void
find_units (GPtrArray            *found,
            const NtmViewContext *context,
            const char           *needle)
{
  for (NtmLevel level = NTM_LEVEL_PROVINCE; level <= NTM_LEVEL_VILLAGE; level++)
    {
      g_autoptr (GPtrArray) units = ntm_atlas_units_at (context->atlas, level, context->at);

      for (guint i = 0; i < units->len; i++)
        {
          const NtmUnit *unit = g_ptr_array_index (units, i);
          const NtmUnitState *state = ntm_unit_state_at (unit, context->at);
          g_autofree char *bare = state == NULL ? NULL : ntm_text_fold (state->short_name);
          int rank = bare == NULL ? -1 : rank_match (bare, needle);

          if (rank < 0 && state != NULL)
            rank = g_str_has_prefix (unit->code, needle) ? 0 : rank_match (state->folded, needle);
          if (rank >= 0)
            take_unit (found, context, unit, state, rank);
        }
    }
}

static void
find_indicators (GPtrArray            *found,
                 const NtmViewContext *context,
                 const char           *needle)
{
  const GPtrArray *indicators = ntm_atlas_records (context->atlas, NTM_TABLE_INDICATOR);

  for (guint i = 0; i < indicators->len; i++)
    {
      const NtmIndicator *indicator = g_ptr_array_index (indicators, i);
      const char *name = ntm_view_indicator_name (context, indicator);
      g_autofree char *folded = ntm_text_fold (name);
      int rank = rank_match (folded, needle);

      if (rank < 0 && g_str_has_prefix (indicator->code, needle))
        rank = 1;
      if (rank >= 0)
        take (found, NTM_FOUND_INDICATOR, rank * MAX_NAME + (int) MIN (strlen (folded), MAX_NAME - 1), name,
              g_strdup (ntm_view_indicator_unit (context, indicator)),
              "win.show-indicator", indicator->code);
    }
}

static void
find_tasks (GPtrArray            *found,
            const NtmViewContext *context,
            const char           *needle)
{
  const GPtrArray *tasks = ntm_atlas_records (context->atlas, NTM_TABLE_TASK);

  for (guint i = 0; i < tasks->len; i++)
    {
      const NtmTask *task = g_ptr_array_index (tasks, i);
      const char *title = ntm_lang_pick (context->lang, task->title_vi, task->title_en);
      g_autofree char *folded = ntm_text_fold (title);
      int rank = rank_match (folded, needle);
      NtmTaskStanding standing = ntm_task_standing (task, context->at);

      if (rank >= 0)
        take (found, NTM_FOUND_TASK, rank, title, ntm_view_task_state (context, task, &standing), "win.show-task", task->id);
    }
}

/* The province and the units that a register names. */
static GPtrArray *
list_told (const NtmViewContext *context)
{
  static const NtmTableId tables[] = { NTM_TABLE_CAPITAL, NTM_TABLE_SPONSORSHIP, NTM_TABLE_PROJECT };
  const NtmUnit *province = ntm_atlas_province (context->atlas, context->at);
  GPtrArray *units = g_ptr_array_new ();

  if (province != NULL)
    g_ptr_array_add (units, (gpointer) province);
  for (guint t = 0; t < G_N_ELEMENTS (tables); t++)
    {
      const NtmTable *table = ntm_table_get (tables[t]);
      const GPtrArray *rows = ntm_atlas_records (context->atlas, tables[t]);
      guint field = (guint) (ntm_table_find_field (table, "unit") - table->fields);

      for (guint i = 0; i < rows->len && units->len < MAX_TOLD; i++)
        {
          const NtmUnit *unit = ntm_atlas_find_unit (context->atlas, ntm_record_get_text (table, g_ptr_array_index (rows, i), field));

          if (unit != NULL && ntm_unit_state_at (unit, context->at) != NULL && !g_ptr_array_find (units, unit, NULL))
            g_ptr_array_add (units, (gpointer) unit);
        }
    }
  return units;
}

/* By its heading, else by what it says. */
static int
rank_section (const GPtrArray *entries,
              const char      *name,
              const char      *needle)
{
  g_autofree char *folded = ntm_text_fold (name);
  int rank = rank_match (folded, needle);

  for (guint i = 0; rank < 0 && i < entries->len; i++)
    {
      const NtmUnitEntry *entry = g_ptr_array_index (entries, i);
      g_autofree char *text = g_strdup_printf ("%s %s", entry->text, entry->detail);
      g_autofree char *key = ntm_text_fold (text);

      if (ntm_text_matches (key, needle))
        rank = 3;
    }
  return rank;
}

static void
find_sections (GPtrArray            *found,
               const NtmViewContext *context,
               const char           *needle)
{
  g_autoptr (GPtrArray) units = list_told (context);

  for (guint i = 0; i < units->len; i++)
    {
      const NtmUnit *unit = g_ptr_array_index (units, i);
      g_autoptr (NtmUnitFacts) facts = ntm_unit_facts_new_sections (context, unit);

      for (NtmUnitSection section = 0; section < NTM_UNIT_N_SECTIONS; section++)
        {
          const char *name = ntm_unit_section_name (section);
          int rank = facts->sections[section] == NULL ? -1 : rank_section (facts->sections[section], name, needle);
          g_autofree char *target = g_strdup_printf ("%d %s", (int) section, unit->id);

          if (rank >= 0)
            take (found, NTM_FOUND_SECTION, rank * NTM_N_LEVELS + (int) unit->level, name, ntm_view_unit_name (context, unit),
                  "win.show-section", target);
        }
    }
}

static void
find_commands (GPtrArray  *found,
               const char *needle)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      const char *title = g_dpgettext2 (NULL, "command", commands[i].title);
      g_autofree char *folded = ntm_text_fold (title);
      int rank = *needle == '\0' ? (int) i : rank_match (folded, needle) * (int) G_N_ELEMENTS (commands) + (int) i;

      if (*needle == '\0' || rank_match (folded, needle) >= 0)
        take (found, NTM_FOUND_COMMAND, rank, title, g_strdup (commands[i].detail), commands[i].action, commands[i].target);
    }
}

static int
compare_found (gconstpointer a,
               gconstpointer b)
{
  const NtmFound *one = *(NtmFound * const *) a, *other = *(NtmFound * const *) b;

  if (one->group != other->group)
    return (int) one->group - (int) other->group;
  if (one->rank != other->rank)
    return one->rank - other->rank;
  return ntm_text_compare (one->title, other->title);
}

/* The best @max of each kind. */
static void
cut (GPtrArray *found,
     guint      max)
{
  guint n[NTM_N_FOUND_GROUPS] = { 0 };

  for (guint i = 0; i < found->len;)
    if (++n[((NtmFound *) g_ptr_array_index (found, i))->group] > max)
      g_ptr_array_remove_index (found, i);
    else
      i++;
}

/**
 * ntm_find:
 * @desk: a desk, perhaps without a file
 * @text: what was typed: a part of a name, with or without accents, or the start of a code
 * @max: how many of each kind
 *
 * Looks for units alive on the reference date, indicators, tasks and commands. Nothing typed finds all
 * commands.
 *
 * Returns: (transfer full) (element-type NtmFound): what was found, kind by kind, the best first
 */
GPtrArray *
ntm_find (NtmDesk    *desk,
          const char *text,
          guint       max)
{
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) found_free);
  g_autofree char *folded = ntm_text_fold (text);
  const char *needle = g_strstrip (folded);

  if (*needle != '\0' && ntm_desk_get_atlas (desk) != NULL)
    {
      NtmViewContext context = ntm_desk_get_context (desk);
      NtmViewContext task_context = ntm_desk_get_task_context (desk);

      find_units (found, &context, needle);
      find_indicators (found, &context, needle);
      find_tasks (found, &task_context, needle);
      find_sections (found, &context, needle);
    }
  find_commands (found, needle);
  g_ptr_array_sort (found, compare_found);
  cut (found, *needle == '\0' ? G_N_ELEMENTS (commands) : max);
  return found;
}

/**
 * ntm_find_group_name:
 * @group: a kind of thing
 *
 * Returns: its heading, in the language of the window
 */
const char *
ntm_find_group_name (NtmFoundGroup group)
{
  static const char * const names[] = { N_("Units"), N_("Indicators"), N_("Tasks"), N_("In the inspector"), N_("Commands") };

  return group < G_N_ELEMENTS (names) ? _(names[group]) : "";
}
