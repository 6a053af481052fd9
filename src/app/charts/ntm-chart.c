/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * From a chart of the board to its figure: the question is put to `view` with the unit and the day of the
 * desk. The board is kept in the settings as pairs of kind and indicator.
 */

#include "config.h"

#include "ntm-chart.h"

#include "ntm-text-box.h"
#include "ntm-view-words.h"

static const char * const kind_codes[NTM_N_CHART_KINDS] = { "trend", "rank" };

/**
 * ntm_chart_new:
 * @kind: what kind
 * @indicator: code of an indicator, which the file need not know
 *
 * Returns: (transfer full): the chart
 */
NtmChart *
ntm_chart_new (NtmChartKind kind,
               const char  *indicator)
{
  NtmChart *self = g_new0 (NtmChart, 1);

  self->kind = kind;
  self->indicator = g_strdup (indicator);
  self->shown = NTM_CHART_UNIT;
  return self;
}

/**
 * ntm_chart_copy:
 * @self: a chart
 *
 * Returns: (transfer full): a chart like it
 */
NtmChart *
ntm_chart_copy (const NtmChart *self)
{
  NtmChart *copy = ntm_chart_new (self->kind, self->indicator);

  copy->shown = self->shown;
  return copy;
}

/**
 * ntm_chart_free:
 * @self: (transfer full) (nullable): a chart
 */
void
ntm_chart_free (NtmChart *self)
{
  if (self == NULL)
    return;
  g_free (self->indicator);
  g_free (self);
}

/**
 * ntm_chart_kind_code:
 * @kind: a kind
 *
 * Returns: its name in the settings, as in `ntm chart`
 */
const char *
ntm_chart_kind_code (NtmChartKind kind)
{
  g_return_val_if_fail (kind < NTM_N_CHART_KINDS, NULL);

  return kind_codes[kind];
}

/**
 * ntm_chart_kind_parse:
 * @code: a name
 * @out: (out): the kind
 *
 * Returns: whether there is a kind of that name
 */
gboolean
ntm_chart_kind_parse (const char   *code,
                      NtmChartKind *out)
{
  for (guint i = 0; i < NTM_N_CHART_KINDS; i++)
    if (g_str_equal (code, kind_codes[i]))
      {
        *out = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * ntm_charts_parse:
 * @variant: pairs of kind and indicator, `a(ss)`
 *
 * Reads a board from the settings; kinds of a later version are left out.
 *
 * Returns: (transfer full) (element-type NtmChart): the charts in order
 */
GPtrArray *
ntm_charts_parse (GVariant *variant)
{
  GPtrArray *charts = g_ptr_array_new_with_free_func ((GDestroyNotify) ntm_chart_free);
  const char *code, *indicator;
  NtmChartKind kind;
  GVariantIter iter;

  g_variant_iter_init (&iter, variant);
  while (g_variant_iter_next (&iter, "(&s&s)", &code, &indicator))
    if (ntm_chart_kind_parse (code, &kind))
      g_ptr_array_add (charts, ntm_chart_new (kind, indicator));
  return charts;
}

/**
 * ntm_charts_to_variant:
 * @charts: (element-type NtmChart): charts
 *
 * Returns: (transfer floating): them as `a(ss)`
 */
GVariant *
ntm_charts_to_variant (const GPtrArray *charts)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(ss)"));
  for (guint i = 0; i < charts->len; i++)
    {
      const NtmChart *chart = g_ptr_array_index (charts, i);

      g_variant_builder_add (&builder, "(ss)", ntm_chart_kind_code (chart->kind), chart->indicator);
    }
  return g_variant_builder_end (&builder);
}

static void
strip (char **title,
       char **subtitle,
       char **source)
{
  ntm_spec_set (title, NULL);
  ntm_spec_set (subtitle, NULL);
  ntm_spec_set (source, NULL);
}

/* Nothing is known of the unit: the frame stays, hatched; shares have the axis they would have. */
static void
hatch_empty (NtmTrendSpec *spec,
             NtmDate       at)
{
  int year = ntm_date_year (at);

  for (guint i = 0; i < spec->series->len; i++)
    if (((const NtmTrendSeries *) g_ptr_array_index (spec->series, i))->points->len > 0)
      return;
  spec->from = ntm_date_new (year - 4, 1, 1);
  spec->to = ntm_date_new (year + 1, 12, 31);
  spec->y_min = 0;
  spec->y_max = g_strcmp0 (spec->unit, "%") == 0 ? 100 : 10;
  spec->has_projection = spec->has_pace = spec->has_target = FALSE;
  g_ptr_array_set_size (spec->references, 0);
  g_ptr_array_set_size (spec->gaps, 0);
  ntm_trend_spec_add_gap (spec, spec->from, spec->to, ntm_view_no_data ());
  ntm_spec_set (&spec->empty, NULL);
}

/* The province, where a unit inside it is selected that could be compared with it. */
static const NtmUnit *
find_whole (NtmDesk *desk)
{
  const NtmUnit *unit = ntm_desk_get_selected (desk);
  NtmAtlas *atlas = ntm_desk_get_atlas (desk);

  if (atlas == NULL || unit == NULL || unit->level == NTM_LEVEL_PROVINCE)
    return NULL;
  return ntm_atlas_province (atlas, ntm_desk_get_date (desk));
}

/**
 * ntm_chart_dup_series:
 * @self: a chart
 * @desk: what the window works on
 *
 * Returns: (transfer full): names of what the chart may show, in the order of #NtmChartSeries; none where there is
 *   nothing to choose
 */
GStrv
ntm_chart_dup_series (const NtmChart *self,
                      NtmDesk        *desk)
{
  GStrv names = g_new0 (char *, 3);
  const NtmUnit *whole = self->kind == NTM_CHART_TREND ? find_whole (desk) : NULL;
  NtmViewContext context;

  if (whole == NULL)
    return names;
  context = ntm_desk_get_context (desk);
  names[0] = ntm_view_unit_name (&context, ntm_desk_get_selected (desk));
  names[1] = ntm_view_unit_name (&context, whole);
  return names;
}

static NtmTrendSpec *
new_trend (const NtmChart *self,
           NtmDesk        *desk,
           GError        **error)
{
  NtmViewContext context = ntm_desk_get_context (desk);
  const NtmUnit *unit = ntm_desk_get_selected (desk);
  const NtmUnit *whole = self->shown & NTM_CHART_PROVINCE ? find_whole (desk) : NULL;
  const char *units[3] = { NULL };
  guint n = 0;
  NtmTrendQuestion question = { .indicator = self->indicator, .units = units };
  NtmTrendSpec *spec;

  if (unit != NULL && (whole == NULL || (self->shown & NTM_CHART_UNIT)))
    units[n++] = unit->id;
  if (whole != NULL)
    units[n++] = whole->id;
  spec = ntm_trend_view_new (&context, &question, error);
  if (spec != NULL)
    hatch_empty (spec, context.at);
  return spec;
}

/* A commune is compared with those of its district, everything else with the units of the desk's level. */
static NtmRankSpec *
new_rank (const NtmChart *self,
          NtmDesk        *desk,
          GError        **error)
{
  NtmViewContext context = ntm_desk_get_context (desk);
  const NtmUnit *unit = ntm_desk_get_selected (desk);
  const NtmUnitState *state = unit == NULL ? NULL : ntm_unit_state_at (unit, context.at);
  NtmRankQuestion question = { .indicator = self->indicator, .level = ntm_desk_get_level (desk) };

  if (unit != NULL)
    question.highlighted = unit->id;
  if (state != NULL && unit->level > question.level)
    {
      question.level = unit->level;
      question.parent = state->parent;
    }
  return ntm_rank_view_new (&context, &question, error);
}

static NtmFigure *
new_trend_figure (const NtmChart *self,
                  NtmDesk        *desk,
                  gboolean        plain,
                  GError        **error)
{
  g_autoptr (NtmTrendSpec) spec = new_trend (self, desk, error);

  if (spec == NULL)
    return NULL;
  if (plain)
    strip (&spec->title, &spec->subtitle, &spec->source);
  spec->names_outside = plain;
  return ntm_figure_new_for_trend (spec);
}

static NtmFigure *
new_rank_figure (const NtmChart *self,
                 NtmDesk        *desk,
                 gboolean        plain,
                 GError        **error)
{
  g_autoptr (NtmRankSpec) spec = new_rank (self, desk, error);

  if (spec == NULL)
    return NULL;
  if (plain)
    strip (&spec->title, &spec->subtitle, &spec->source);
  return ntm_figure_new_for_rank (spec);
}

static NtmFigure *
new_figure (const NtmChart *self,
            NtmDesk        *desk,
            gboolean        plain,
            GError        **error)
{
  if (self->kind == NTM_CHART_RANK)
    return new_rank_figure (self, desk, plain, error);
  return new_trend_figure (self, desk, plain, error);
}

/**
 * ntm_chart_new_figure:
 * @self: a chart
 * @desk: a desk with a file
 * @plain: (out) (optional) (transfer full): the same without title, subtitle and source, for a place that
 *   shows them around it
 * @error: return location for a #GError
 *
 * Draws up the chart for the unit selected on the desk, the province when there is none.
 *
 * Returns: (transfer full): the figure as it is printed and exported; %NULL with @error set if the file does
 *   not know the indicator or could not be read
 */
NtmFigure *
ntm_chart_new_figure (const NtmChart *self,
                      NtmDesk        *desk,
                      NtmFigure     **plain,
                      GError        **error)
{
  g_autoptr (NtmFigure) figure = new_figure (self, desk, FALSE, error);

  if (plain != NULL)
    *plain = figure == NULL ? NULL : new_figure (self, desk, TRUE, NULL);
  return g_steal_pointer (&figure);
}
