/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of units with their titles at a day: what, by which decision, how certain, from where. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ntm-standings.h"
#include "ntm-text-box.h"
#include "ntm-text.h"
#include "ntm-titles-view.h"
#include "ntm-view-words.h"

typedef struct
{
  const NtmViewContext    *ctx;
  const NtmTitlesQuestion *question;
  GPtrArray               *units;
  NtmTableSpec            *spec;
} Builder;

static void
builder_clear (Builder *self)
{
  g_clear_pointer (&self->units, g_ptr_array_unref);
  g_clear_pointer (&self->spec, ntm_table_spec_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Builder, builder_clear)

static void
add_columns (NtmTableSpec *spec)
{
  ntm_table_spec_add_column (spec, _("Unit"), NTM_ALIGN_LEFT, 1.75);
  ntm_table_spec_add_column (spec, _("Status"), NTM_ALIGN_LEFT, 2.15);
  ntm_table_spec_add_column (spec, _("Decision"), NTM_ALIGN_LEFT, 1.4);
  ntm_table_spec_add_column (spec, _("Signed"), NTM_ALIGN_RIGHT, 1.1);
  ntm_table_spec_add_column (spec, _("For year"), NTM_ALIGN_RIGHT, 0.7);
  ntm_table_spec_add_column (spec, _("Certainty"), NTM_ALIGN_LEFT, 1.1);
  ntm_table_spec_add_column (spec, _("Source"), NTM_ALIGN_LEFT, 1.95);
}

static void
set_secondary (NtmTableRow *row, guint column, const char *text)
{
  NtmTableCell *cell = ntm_table_row_set (row, column, text);

  cell->italic = TRUE;
  cell->tone = NTM_CELL_SECONDARY;
}

/* The day it was signed; where only a document calls the unit recognised, the day of that document. */
static void
set_signed (const NtmViewContext *ctx, NtmTableRow *row, const NtmTitle *title)
{
  g_autofree char *signed_on = ntm_view_part_date (ctx, title->signed_on);
  g_autofree char *by = NULL;
  g_autofree char *text = NULL;

  if (*signed_on)
    {
      ntm_table_row_set (row, NTM_TITLES_COLUMN_SIGNED, signed_on);
      return;
    }
  if (!*title->recognised_by)
    {
      set_secondary (row, NTM_TITLES_COLUMN_SIGNED, _("not known"));
      return;
    }
  by = ntm_view_part_date (ctx, title->recognised_by);
  text = g_strdup_printf (_("by %s"), by);
  set_secondary (row, NTM_TITLES_COLUMN_SIGNED, text);
}

static void
set_title (const NtmViewContext *ctx, NtmTableRow *row, const NtmTitle *title, gboolean uncertain)
{
  gboolean unverified = g_str_equal (title->certainty, "unverified");
  g_autofree char *source = ntm_view_document_short (ctx, title->source);
  NtmTableCell *cell;

  if (*title->decision)
    ntm_table_row_set (row, NTM_TITLES_COLUMN_DECISION, title->decision);
  else
    set_secondary (row, NTM_TITLES_COLUMN_DECISION, _("number not known"));
  set_signed (ctx, row, title);
  ntm_table_row_set (row, NTM_TITLES_COLUMN_YEAR, title->for_year);
  /* A confirmed title may still lack the day from which it counts. */
  cell = ntm_table_row_set (row, NTM_TITLES_COLUMN_CERTAINTY,
                            unverified ? _("to be verified") : uncertain ? _("day to be verified") : _("confirmed"));
  cell->tone = uncertain ? NTM_CELL_WARNING : NTM_CELL_PLAIN;
  ntm_table_row_set (row, NTM_TITLES_COLUMN_SOURCE, source);
}

static void
add_unit (Builder *self, const NtmUnit *unit)
{
  NtmStanding standing = ntm_atlas_standing (self->ctx->atlas, unit, self->ctx->at, self->ctx->basis);
  g_autofree char *name = NULL;
  NtmTableRow *row;
  NtmTableCell *cell;

  if (self->question->only_titled && !standing.title)
    return;
  name = ntm_view_unit_name (self->ctx, unit);
  row = ntm_table_spec_add_row (self->spec, unit->id);
  ntm_table_row_set (row, NTM_TITLES_COLUMN_UNIT, name);
  cell = ntm_table_row_set (row, NTM_TITLES_COLUMN_STATUS, ntm_view_status_name (standing.status));
  cell->has_mark = TRUE;
  cell->mark = (NtmMark) standing.status;
  cell->uncertain = standing.uncertain;
  if (standing.title)
    {
      if (self->question->cited)
        ntm_sources_add (self->question->cited, standing.title->source, NULL);
      set_title (self->ctx, row, standing.title, standing.uncertain);
      return;
    }
  /* No event is a gap where nothing is known, and nothing at all where the unit is known not to have one. */
  for (guint column = NTM_TITLES_COLUMN_DECISION; column < NTM_TITLES_N_COLUMNS; column++)
    {
      cell = ntm_table_row_set (row, column, "");
      cell->hatch = standing.status == NTM_STATUS_NO_DECISION;
    }
  if (standing.uncertain)
    ntm_table_row_set (row, NTM_TITLES_COLUMN_CERTAINTY, _("to be verified"));
}

static const NtmUnit *
parent_of (const Builder *self, const NtmUnit *unit)
{
  const NtmUnitState *state = ntm_unit_state_at (unit, self->ctx->at);

  return state ? state->parent_unit : NULL;
}

typedef struct
{
  const NtmUnit *unit, *parent;
  char          *key;
  guint          order;  /* of the parent, as first met */
} Entry;

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *x = a, *y = b;

  if (x->order != y->order)
    return x->order < y->order ? -1 : 1;
  return g_strcmp0 (x->key, y->key);
}

static void
entry_clear (gpointer data)
{
  g_free (((Entry *) data)->key);
}

/* Communes by district, in Vietnamese order of their bare names within one. */
static GArray *
sort_communes (const Builder *self)
{
  GArray *entries = g_array_new (FALSE, TRUE, sizeof (Entry));

  g_array_set_clear_func (entries, entry_clear);
  for (guint i = 0; i < self->units->len; i++)
    {
      const NtmUnit *unit = g_ptr_array_index (self->units, i);
      const NtmUnitState *state = ntm_unit_state_at (unit, self->ctx->at);
      Entry entry = { unit, parent_of (self, unit), ntm_text_sort_key (state ? state->short_name : unit->code), 0 };

      entry.order = entry.parent ? entry.parent->index : G_MAXUINT;
      g_array_append_val (entries, entry);
    }
  g_array_sort (entries, compare_entries);
  return entries;
}

static void
add_section (Builder *self, const NtmUnit *parent)
{
  g_autofree char *name = ntm_view_unit_name (self->ctx, parent);
  NtmTableRow *row = ntm_table_spec_add_row (self->spec, parent->id);

  row->kind = NTM_ROW_SECTION;
  ntm_table_row_set (row, 0, name)->bold = TRUE;
}

static void
add_communes (Builder *self)
{
  g_autoptr (GArray) entries = sort_communes (self);
  const NtmUnit *parent = NULL;

  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = &g_array_index (entries, Entry, i);
      NtmStanding standing = ntm_atlas_standing (self->ctx->atlas, entry->unit, self->ctx->at, self->ctx->basis);

      if (self->question->only_titled && !standing.title)
        continue;
      /* No heading for the province, under which all communes stand since the districts ended. */
      if (entry->parent && entry->parent != parent && entry->parent->level == NTM_LEVEL_DISTRICT)
        add_section (self, entry->parent);
      parent = entry->parent;
      add_unit (self, entry->unit);
    }
}

static char *
build_caption (const Builder *self)
{
  g_autofree char *when = ntm_view_date_words (self->ctx, self->ctx->at);
  g_autofree char *count = ntm_view_count_units (self->ctx, self->units);
  g_autofree char *sample = ntm_view_sample_note (self->ctx);

  if (sample)
    return g_strdup_printf (_("Titles of %1$s, %2$s, by %3$s · %4$s"), count, when,
                            ntm_view_basis_name (self->ctx->basis), sample);
  return g_strdup_printf (_("Titles of %1$s, %2$s, by %3$s"), count, when, ntm_view_basis_name (self->ctx->basis));
}

/* What was counted here, and for communes what was published, so that neither passes for the other. */
static char *
build_note (const Builder *self)
{
  NtmStandingCounts counts = ntm_standings_count (self->ctx, self->units);
  g_autofree char *sentence = ntm_standings_sentence (self->ctx, self->units, &counts);
  g_autoptr (GString) note = g_string_new (sentence);

  if (self->question->level == NTM_LEVEL_COMMUNE && !self->question->parent)
    {
      g_autoptr (GArray) published = ntm_published_counts (self->ctx);

      for (guint i = 0; i < published->len; i++)
        {
          g_autofree char *text = ntm_published_sentence (self->ctx, &g_array_index (published, NtmPublishedCount, i));

          g_string_append_printf (note, " %s", text);
        }
    }
  return g_string_free (g_steal_pointer (&note), FALSE);
}

/**
 * ntm_titles_view_new:
 * @ctx: the context
 * @question: what to list
 * @error: return location for a #GError
 *
 * Makes the table of titles: the columns of #NtmTitlesColumn, a row for each unit with its id as key. The
 * note counts the units by status and, for all communes, sets published totals beside the decisions of
 * the file.
 *
 * Returns: (transfer full): the spec; %NULL with %NTM_ERROR_NOT_FOUND where the day has no units of the
 *   level
 */
NtmTableSpec *
ntm_titles_view_new (const NtmViewContext *ctx, const NtmTitlesQuestion *question, GError **error)
{
  g_auto (Builder) self = { .ctx = ctx, .question = question };
  g_autofree char *caption = NULL;
  g_autofree char *note = NULL;

  self.units = ntm_view_units (ctx, question->level, question->parent, error);
  if (!self.units)
    return NULL;
  self.spec = ntm_table_spec_new ();
  add_columns (self.spec);
  if (question->level == NTM_LEVEL_COMMUNE)
    add_communes (&self);
  else
    for (guint i = 0; i < self.units->len; i++)
      add_unit (&self, g_ptr_array_index (self.units, i));
  caption = build_caption (&self);
  note = build_note (&self);
  self.spec->boxed = question->boxed;
  ntm_spec_set (&self.spec->title, caption);
  ntm_spec_set (&self.spec->note, note);
  ntm_spec_set (&self.spec->empty, _("No unit has a title at this day"));
  return g_steal_pointer (&self.spec);
}
