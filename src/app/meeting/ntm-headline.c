/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The column of large figures beside the map. They are words when they are made: no record is kept. */

#include "config.h"

#include "ntm-headline.h"

#include <glib/gi18n.h>

#include "ntm-standings.h"
#include "ntm-text-box.h"
#include "ntm-view-words.h"

#define GAP 24
#define COMMUNES "ntm_communes"

/* What the programme is asked about first; a unit without one of them goes without it. */
static const char *const indicators[] = { COMMUNES, "poverty_rate", "central_water_rate" };

static void
headline_free (gpointer data)
{
  NtmHeadline *self = data;

  g_free (self->value);
  g_free (self->name);
  g_free (self->detail);
  g_free (self);
}

static char *
describe_target (const NtmViewContext *context,
                 const NtmIndicator   *indicator,
                 const NtmUnit        *unit)
{
  const NtmTarget *target = ntm_atlas_target_for (context->atlas, indicator->code, unit, context->at);
  g_autofree char *wanted = NULL;
  g_autofree char *period = NULL;

  if (target == NULL)
    return g_strdup ("");
  wanted = ntm_view_target (context, indicator, target);
  if (!target->has_period)
    return g_strdup_printf (_("target %s"), wanted);
  period = ntm_period_format (&target->period, context->lang);
  return g_strdup_printf (_("target %1$s in %2$s"), wanted, period);
}

/* "Advanced NTM 60 · Model NTM 15": the higher titles are counted in the lower ones. */
static char *
describe_higher (const NtmViewContext *context)
{
  g_autoptr (GArray) counts = ntm_published_counts (context);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < counts->len; i++)
    {
      const NtmPublishedCount *count = &g_array_index (counts, NtmPublishedCount, i);
      g_autofree char *number = NULL;

      if (count->status == NTM_STATUS_STANDARD)
        continue;
      number = ntm_number_format (count->observation->shown, 0, context->lang);
      g_string_append_printf (text, "%s%s %s", text->len > 0 ? " · " : "", ntm_view_status_name (count->status), number);
    }
  return g_string_free (text, FALSE);
}

static char *
describe (const NtmViewContext *context,
          const NtmIndicator   *indicator,
          const NtmUnit        *unit,
          const NtmPeriod      *when)
{
  g_autofree char *period = ntm_view_period_words (context, indicator, when);
  g_autofree char *more = NULL;

  if (unit->level == NTM_LEVEL_PROVINCE && g_str_equal (indicator->code, COMMUNES))
    more = describe_higher (context);
  else
    more = describe_target (context, indicator, unit);
  return g_strdup_printf ("%s%s%s", period, *more == '\0' ? "" : " · ", more);
}

static NtmHeadline *
new_headline (const NtmViewContext *context,
              const NtmUnit        *unit,
              const char           *code)
{
  const NtmIndicator *indicator = ntm_atlas_lookup (context->atlas, NTM_TABLE_INDICATOR, code);
  const NtmSeries *series = indicator == NULL ? NULL : ntm_atlas_series (context->atlas, code, NULL);
  const NtmObservation *observation = series == NULL ? NULL : ntm_series_latest (series, unit, context->at);
  NtmHeadline *self;

  if (observation == NULL || observation->state != NTM_STATE_VALUE)
    return NULL;
  self = g_new0 (NtmHeadline, 1);
  self->value = ntm_view_observation (context, indicator, observation);
  self->name = ntm_view_indicator_subject (context, indicator);
  self->detail = describe (context, indicator, unit, &observation->period);
  return self;
}

/**
 * ntm_headlines_new:
 * @context: the file, the day, the basis and the language
 * @unit: a unit of the file
 *
 * Returns: (transfer full) (element-type NtmHeadline): the large figures there are of @unit, at most three
 */
GPtrArray *
ntm_headlines_new (const NtmViewContext *context,
                   const NtmUnit        *unit)
{
  GPtrArray *headlines = g_ptr_array_new_with_free_func (headline_free);

  for (guint i = 0; i < G_N_ELEMENTS (indicators); i++)
    {
      NtmHeadline *headline = new_headline (context, unit, indicators[i]);

      if (headline != NULL)
        g_ptr_array_add (headlines, headline);
    }
  return headlines;
}

/* --- drawing ---------------------------------------------------------------------------------- */

/* Draws if there is a @cr. Returns: the height it takes with figures of that size, 0 if one is cut */
static double
draw_one (const NtmHeadline  *self,
          cairo_t            *cr,
          const NtmDrawStyle *style,
          double              scale,
          double              x,
          double              y,
          double              width)
{
  const NtmColor *text = ntm_palette_get_color (style->palette, NTM_ROLE_TEXT);
  g_autoptr (NtmDrawStyle) large = ntm_draw_style_copy (style);
  g_autoptr (NtmTextBox) value = NULL;
  g_autoptr (NtmTextBox) name = ntm_text_box_new (style, NTM_FONT_BODY, NTM_TEXT_BOLD | NTM_TEXT_WRAP, self->name, width);
  g_autoptr (NtmTextBox) detail = ntm_text_box_new (style, NTM_FONT_CELL, NTM_TEXT_WRAP, self->detail, width);

  large->scale *= scale;
  value = ntm_text_box_new (large, NTM_FONT_FIGURE, NTM_TEXT_BOLD, self->value, width);
  if (cr != NULL)
    {
      ntm_text_box_draw (value, cr, x, y, text);
      ntm_text_box_draw (name, cr, x, y + value->height, text);
      ntm_text_box_draw (detail, cr, x, y + value->height + name->height, ntm_palette_get_color (style->palette, NTM_ROLE_SECONDARY));
    }
  return ntm_text_box_is_cut (value) ? 0 : value->height + name->height + detail->height;
}

/* One size for all figures: the largest at which all are whole and fit. */
static double
find_scale (const GPtrArray    *headlines,
            const NtmDrawStyle *style,
            double              width,
            double              height)
{
  static const double scales[] = { 1, 0.9, 0.8, 0.7, 0.6, 0.5 };

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      double total = 0, one = 1;

      for (guint k = 0; k < headlines->len && one > 0; k++)
        {
          one = draw_one (g_ptr_array_index (headlines, k), NULL, style, scales[i], 0, 0, width);
          total += one + (k > 0 ? 2 * GAP : 0);
        }
      if (one > 0 && total <= height)
        return scales[i];
    }
  return 0.4;
}

/**
 * ntm_headlines_draw:
 * @headlines: (element-type NtmHeadline): large figures
 * @cr: where to draw, in units of the style
 * @style: the style
 * @x: left edge
 * @y: upper edge
 * @width: width of the column
 * @height: height of the column
 *
 * Draws them one below the other with rules between.
 */
void
ntm_headlines_draw (const GPtrArray    *headlines,
                    cairo_t            *cr,
                    const NtmDrawStyle *style,
                    double              x,
                    double              y,
                    double              width,
                    double              height)
{
  double scale = find_scale (headlines, style, width, height);

  for (guint i = 0; i < headlines->len; i++)
    {
      const NtmHeadline *one = g_ptr_array_index (headlines, i);

      if (i > 0)
        {
          ntm_color_set (ntm_palette_get_color (style->palette, NTM_ROLE_RULE), cr);
          cairo_rectangle (cr, x, y + GAP, width, 2);
          cairo_fill (cr);
          y += 2 * GAP;
        }
      y += draw_one (one, cr, style, scale, x, y, width);
    }
}
