/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * From a theme, a level and a day to a map. A theme is the title of the units, or an indicator in
 * classes. At most a few hundred units.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ntm-map-cards.h"
#include "ntm-map-view.h"
#include "ntm-sources.h"
#include "ntm-standings.h"
#include "ntm-text-box.h"
#include "ntm-view-periods.h"
#include "ntm-view-words.h"

#define MAX_SOURCES 3 /* a line under a map names no more */

/* Everything a map is built from, kept together while it is built. */
typedef struct
{
  const NtmViewContext *ctx;
  const NtmMapQuestion *question;
  GPtrArray            *units;
  GHashTable           *shared;    /* names that need their type */
  NtmMapSpec           *spec;
  NtmSources           *sources;
  gboolean              outlined, schematic;
} Builder;

static void
builder_clear (Builder *self)
{
  g_clear_pointer (&self->units, g_ptr_array_unref);
  g_clear_pointer (&self->shared, g_hash_table_unref);
  g_clear_pointer (&self->spec, ntm_map_spec_unref);
  g_clear_pointer (&self->sources, ntm_sources_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Builder, builder_clear)

static void
set_no_boundaries (GError **error, NtmLevel level, const char *day)
{
  if (level == NTM_LEVEL_COMMUNE)
    g_set_error (error, NTM_ERROR, NTM_ERROR_NOT_FOUND,
                 _("The file has no commune boundaries on %s. Show the districts instead."), day);
  else
    g_set_error (error, NTM_ERROR, NTM_ERROR_NOT_FOUND,
                 _("The file has no boundaries of this level on %s. Import them, or choose another day."), day);
}

static NtmShapes *
build_shapes (const NtmViewContext *ctx, const GPtrArray *units, NtmLevel level, GError **error)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();
  g_autoptr (GPtrArray) geometries = g_ptr_array_new ();
  g_autofree char *day = ntm_date_format (ctx->at, ctx->lang);

  for (guint i = 0; i < units->len; i++)
    {
      const NtmUnit *unit = g_ptr_array_index (units, i);
      const NtmBoundary *boundary = ntm_atlas_boundary_at (ctx->atlas, unit, ctx->at);

      if (!boundary || !boundary->shape)
        continue;
      g_ptr_array_add (keys, unit->id);
      g_ptr_array_add (geometries, boundary->shape);
    }
  if (keys->len == 0)
    {
      set_no_boundaries (error, level, day);
      return NULL;
    }
  return ntm_shapes_new ((const char *const *) keys->pdata, (const NtmGeometry *const *) geometries->pdata, keys->len);
}

/**
 * ntm_map_view_new_shapes:
 * @ctx: the context
 * @level: a level
 * @parent: (nullable): id of a unit; only what is below it
 * @error: return location for a #GError
 *
 * Builds the shapes of a map, for a caller that draws several maps of the same boundaries.
 *
 * Returns: (transfer full): the shapes; %NULL with %NTM_ERROR_NOT_FOUND and a sentence saying what to show
 *   instead where the day has no units or no boundaries of the level
 */
NtmShapes *
ntm_map_view_new_shapes (const NtmViewContext *ctx, NtmLevel level, const char *parent, GError **error)
{
  g_autoptr (GPtrArray) units = ntm_view_units (ctx, level, parent, error);

  return units ? build_shapes (ctx, units, level, error) : NULL;
}

/**
 * ntm_map_view_dup_shapes_key:
 * @ctx: the context
 * @level: a level
 * @parent: (nullable): id of a unit; only what is below it
 *
 * Names the set of boundaries that a map would use: equal text, equal shapes. It changes when units or
 * their boundaries do, so it can be compared at every step of a time slider.
 *
 * Returns: (transfer full): a text of no other meaning
 */
char *
ntm_map_view_dup_shapes_key (const NtmViewContext *ctx, NtmLevel level, const char *parent)
{
  g_autoptr (GPtrArray) units = ntm_view_units (ctx, level, parent, NULL);
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint i = 0; units && i < units->len; i++)
    {
      const NtmUnit *unit = g_ptr_array_index (units, i);
      const NtmBoundary *boundary = ntm_atlas_boundary_at (ctx->atlas, unit, ctx->at);

      if (!boundary || !boundary->shape)
        continue;
      g_checksum_update (sum, (const guchar *) unit->id, -1);
      g_checksum_update (sum, (const guchar *) "\t", 1);
      g_checksum_update (sum, (const guchar *) boundary->valid_from, -1);
      g_checksum_update (sum, (const guchar *) "\n", 1);
      if (boundary->geometry)
        {
          guint32 hash = g_bytes_hash (boundary->geometry);

          g_checksum_update (sum, (const guchar *) &hash, sizeof hash);
        }
    }
  return g_strdup (g_checksum_get_string (sum));
}

/* An item with its names; @unit without a boundary is listed but not drawn. */
static NtmMapItem *
add_item (Builder *self, const NtmUnit *unit)
{
  const NtmViewContext *ctx = self->ctx;
  const NtmBoundary *boundary = ntm_atlas_boundary_at (ctx->atlas, unit, ctx->at);
  guint shape = ntm_shapes_find (self->spec->shapes, unit->id);
  g_autofree char *label = ntm_view_unit_map_label (ctx, unit, self->shared);
  NtmMapItem *item = ntm_map_spec_add_item (self->spec, unit->id, label, shape);
  const char *kind = boundary ? boundary->kind : "";

  self->outlined = self->outlined || g_str_equal (kind, "outline");
  self->schematic = self->schematic || g_str_equal (kind, "schematic");
  return item;
}

static char *
title_sublabel (const NtmStanding *standing)
{
  if (!standing->title)
    return standing->uncertain ? g_strdup (_("to be verified")) : NULL;
  return g_strdup_printf (standing->uncertain ? "%d ?" : "%d", ntm_date_year (standing->since));
}

static void
add_title_items (Builder *self)
{
  guint only = self->question->only;

  for (guint i = 0; i < self->units->len; i++)
    {
      const NtmUnit *unit = g_ptr_array_index (self->units, i);
      NtmStanding standing = ntm_atlas_standing (self->ctx->atlas, unit, self->ctx->at, self->ctx->basis);
      g_autofree char *sublabel = title_sublabel (&standing);
      NtmMapItem *item = add_item (self, unit);

      item->fill = NTM_MAP_FILL_MARK;
      item->mark = (NtmMark) standing.status;
      item->uncertain = standing.uncertain;
      item->dimmed = only != 0 && !(only & (1u << standing.status));
      item->priority = standing.title ? (int) standing.title->title_kind->rank : 0;
      ntm_spec_set (&item->sublabel, sublabel);
      if (standing.title)
        ntm_sources_add (self->sources, standing.title->source, NULL);
    }
}

static char *
title_heading (NtmLevel level)
{
  return g_strdup (level == NTM_LEVEL_DISTRICT ? _("NTM status of districts") : _("NTM status of communes"));
}

/* The words for a period begin small, as inside a sentence. */
static GString *
begin_with_capital (const char *text)
{
  GString *out = g_string_new (NULL);

  if (!*text)
    return out;
  g_string_append_unichar (out, g_unichar_toupper (g_utf8_get_char (text)));
  return g_string_append (out, g_utf8_next_char (text));
}

/* "End of 2023 · 13 districts, towns and cities", with the parent's name where there is one. */
static char *
build_subtitle (const Builder *self, const char *when)
{
  const NtmViewContext *ctx = self->ctx;
  const char *parent_id = self->question->parent;
  const NtmUnit *parent = parent_id ? ntm_atlas_find_unit (ctx->atlas, parent_id) : NULL;
  g_autofree char *count = ntm_view_count_units (ctx, self->units);
  g_autofree char *name = parent ? ntm_view_unit_name (ctx, parent) : NULL;
  g_autofree char *sample = ntm_view_sample_note (ctx);
  g_autoptr (GString) text = begin_with_capital (when);

  g_string_append_printf (text, " · %s", count);
  if (name)
    g_string_append_printf (text, " · %s", name);
  if (sample)
    g_string_append_printf (text, " · %s", sample);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
date_heading (const NtmViewContext *ctx)
{
  g_autofree char *day = NULL;
  int year, month, day_of_month;

  ntm_date_split (ctx->at, &year, &month, &day_of_month);
  if (month == 12 && day_of_month == 31)
    return g_strdup_printf (_("End of %d"), year);
  day = ntm_date_format (ctx->at, ctx->lang);
  return g_strdup_printf (_("As of %s"), day);
}

static char *
build_note (const Builder *self)
{
  g_autofree char *sample = ntm_view_sample_note (self->ctx);
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  const NtmLegend *legend = g_ptr_array_index (self->spec->legends, 0);

  /* A band below has no room of its own for the note of its legend. */
  if (self->question->legend_place == NTM_LEGEND_BELOW && legend->note)
    g_ptr_array_add (parts, legend->note);
  if (sample)
    g_ptr_array_add (parts, sample);
  if (self->schematic)
    g_ptr_array_add (parts, (gpointer) _("sketch, not boundaries"));
  else if (self->outlined)
    g_ptr_array_add (parts, (gpointer) _("generalised outline"));
  if (parts->len == 0)
    return NULL;
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

/* Words that every theme has: title, subtitle, source, note, places. */
static void
finish (Builder *self, const char *title, const char *when)
{
  NtmMapSpec *spec = self->spec;
  g_autofree char *note = build_note (self);

  ntm_spec_set (&spec->note, note);
  ntm_spec_set (&spec->selected, self->question->selected);
  spec->legend_place = self->question->legend_place;
  spec->scale_bar = TRUE;
  ntm_map_cards_add_places (spec, self->ctx);
  ntm_sources_add_all (self->question->cited, self->sources);
  if (!self->question->plain)
    {
      g_autofree char *subtitle = build_subtitle (self, when);
      g_autofree char *source = ntm_sources_to_line (self->sources, self->ctx, MAX_SOURCES);

      ntm_spec_set (&spec->title, title);
      ntm_spec_set (&spec->subtitle, subtitle);
      ntm_spec_set (&spec->source, source);
    }
}

static void
build_titles (Builder *self)
{
  g_autofree char *title = title_heading (self->question->level);
  g_autofree char *when = date_heading (self->ctx);

  add_title_items (self);
  ntm_map_cards_add_statuses (self->spec, self->ctx, self->units, self->question->only);
  if (self->question->level == NTM_LEVEL_DISTRICT && !self->question->parent && !self->question->plain)
    ntm_map_cards_add_published (self->spec, self->ctx);
  finish (self, title, when);
}

/* An indicator in one period, and what the legend counts of it. */
typedef struct
{
  const NtmIndicator *indicator;
  const NtmSeries    *series;
  int                 column;  /* of the period, -1 without */
  NtmClasses          classes;
  guint               counts[NTM_PALETTE_MAX_CLASSES];
  guint               gaps[NTM_STATE_NOT_VERIFIED + 1];
} Measure;

/* What is not verified is told with its "?", but in no class. */
static void
add_gap (Builder *self, Measure *measure, const NtmUnit *unit)
{
  NtmMapItem *item = add_item (self, unit);
  NtmState state = measure->column >= 0 ? ntm_view_state (measure->series, unit, (guint) measure->column)
                                        : NTM_STATE_NO_DATA;
  const NtmObservation *told;
  g_autofree char *value = NULL;

  item->fill = NTM_MAP_FILL_MARK;
  item->mark = ntm_map_cards_gap_mark (state);
  measure->gaps[state]++;
  if (state != NTM_STATE_NOT_VERIFIED)
    return;
  told = ntm_series_get (measure->series, unit, (guint) measure->column);
  if (told->shown == NTM_NONE)
    return;
  value = ntm_view_figure (self->ctx, measure->indicator, told);
  ntm_spec_set (&item->sublabel, value);
  ntm_sources_add (self->sources, told->source, told->place);
}

static void
add_figure (Builder *self, Measure *measure, const NtmUnit *unit, const NtmObservation *observation)
{
  NtmMapItem *item = add_item (self, unit);
  g_autofree char *value = ntm_view_figure (self->ctx, measure->indicator, observation);

  item->fill = NTM_MAP_FILL_CLASS;
  item->class_index = ntm_classes_find (&measure->classes, observation->shown);
  item->priority = 1;
  measure->counts[item->class_index]++;
  ntm_spec_set (&item->sublabel, value);
  ntm_sources_add (self->sources, observation->source, observation->place);
}

static void
build_indicator (Builder *self, const NtmIndicator *indicator, const NtmSeries *series)
{
  Measure measure = { .indicator = indicator, .series = series, .column = -1 };
  NtmPeriod period;
  gboolean found = ntm_view_newest_period (self->ctx, series, self->units, &period);
  g_autofree char *when = found ? ntm_view_period_words (self->ctx, indicator, &period)
                                : g_strdup (ntm_view_no_data ());
  g_autofree char *title = ntm_view_indicator_measure (self->ctx, indicator);

  measure.classes = ntm_classes_of_series (series, self->units);
  if (found)
    measure.column = ntm_series_find_period (series, &period);
  for (guint i = 0; i < self->units->len; i++)
    {
      const NtmUnit *unit = g_ptr_array_index (self->units, i);
      const NtmObservation *observation = measure.column >= 0 ? ntm_view_observed (series, unit, (guint) measure.column)
                                                              : NULL;

      if (observation)
        add_figure (self, &measure, unit, observation);
      else
        add_gap (self, &measure, unit);
    }
  self->spec->n_classes = measure.classes.n_classes;
  ntm_map_cards_add_classes (self->spec, self->ctx, indicator, &measure.classes, measure.counts, measure.gaps);
  finish (self, title, when);
}

static gboolean
build_theme (Builder *self, GError **error)
{
  const char *theme = self->question->theme;
  const NtmIndicator *indicator;
  const NtmSeries *series;

  if (!theme || g_str_equal (theme, NTM_THEME_TITLE))
    {
      build_titles (self);
      return TRUE;
    }
  indicator = ntm_atlas_resolve_indicator (self->ctx->atlas, theme, error);
  if (!indicator)
    return FALSE;
  series = ntm_atlas_series (self->ctx->atlas, indicator->code, error);
  if (!series)
    return FALSE;
  build_indicator (self, indicator, series);
  return TRUE;
}

/**
 * ntm_map_view_new:
 * @ctx: the context
 * @question: what to show
 * @error: return location for a #GError
 *
 * Makes a map. Titles are coloured by status, with the year of the title under the name and "?" where it
 * is to be verified; an indicator is in up to five classes, the same for all years, in the newest period
 * of which any unit has a figure.
 *
 * Returns: (transfer full): the spec; %NULL with %NTM_ERROR_NOT_FOUND where the day has no units or
 *   boundaries of the level (the message says what to show instead) or there is no such unit or
 *   indicator, or with the error of reading the file
 */
NtmMapSpec *
ntm_map_view_new (const NtmViewContext *ctx, const NtmMapQuestion *question, GError **error)
{
  g_auto (Builder) self = { .ctx = ctx, .question = question };
  g_autoptr (NtmShapes) shapes = NULL;

  self.units = ntm_view_units (ctx, question->level, question->parent, error);
  if (!self.units)
    return NULL;
  shapes = question->shapes ? ntm_shapes_ref (question->shapes)
                            : build_shapes (ctx, self.units, question->level, error);
  if (!shapes)
    return NULL;
  self.spec = ntm_map_spec_new (shapes);
  self.shared = ntm_view_shared_names (ctx, self.units);
  self.sources = ntm_sources_new ();
  if (!build_theme (&self, error))
    return NULL;
  return g_steal_pointer (&self.spec);
}
