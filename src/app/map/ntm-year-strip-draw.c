/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Bars, years and dashed lines of the strip. */

#include "config.h"

#include "ntm-year-strip-private.h"

#include <math.h>

#include "ntm-look.h"
#include "ntm-mark.h"

#define BAR_WIDTH 26.0
#define BAR_SHARE 0.6        /* of the room of a year, where that is narrow */
#define OTHER_ALPHA 0.72     /* of the bars of other years than the one shown */
#define CAPTION_GAP 5.0
#define RADIUS 2.0

/* From the bottom of a bar to its top: the highest rung below, gaps above. */
static const guint mark_order[] = {
  NTM_MARK_SMART, NTM_MARK_MODEL, NTM_MARK_ADVANCED, NTM_MARK_STANDARD, NTM_MARK_COMPLETED, NTM_MARK_URBAN,
  NTM_MARK_NOT_YET, NTM_MARK_NO_DECISION, NTM_MARK_NOT_APPLICABLE, NTM_MARK_NO_DATA,
};

static double
bar_height (NtmYearStrip *self)
{
  return self->is_low ? NTM_STRIP_BARS_LOW : NTM_STRIP_BARS;
}

static double
bar_width (NtmYearStrip *self)
{
  double step = _ntm_year_strip_x (self, self->first + 1) - _ntm_year_strip_x (self, self->first);

  return MIN (BAR_WIDTH, MAX (4, step * BAR_SHARE));
}

static gboolean
is_current (NtmYearStrip *self,
            int           year)
{
  return self->date == ntm_map_years_end (year);
}

typedef struct
{
  cairo_t             *cr;
  const NtmPalette    *palette;
  const NtmYearCounts *counts;
  double               x, width, bottom, height;   /* @bottom rises as parts are added */
} Bar;

/* Fills the part of the bar that stands for @n units; the path is left for the caller to have filled. */
static gboolean
begin_part (Bar  *bar,
            guint part)
{
  guint n = bar->counts->parts[part];
  double height = bar->height * n / bar->counts->n_units;

  if (n == 0)
    return FALSE;
  cairo_rectangle (bar->cr, bar->x, bar->bottom - height, bar->width, height);
  bar->bottom -= height;
  return TRUE;
}

static void
draw_marks (Bar  *bar,
            guint from,
            guint to)
{
  for (guint i = from; i < to; i++)
    if (begin_part (bar, mark_order[i]))
      {
        ntm_mark_fill_path (bar->cr, mark_order[i], 1, bar->palette);
        cairo_new_path (bar->cr);
      }
}

static void
draw_classes (Bar *bar)
{
  for (guint c = bar->counts->n_classes; c-- > 0;)
    if (begin_part (bar, NTM_YEAR_CLASS (c)))
      {
        NtmColor fill = ntm_palette_get_class (bar->palette, c, bar->counts->n_classes);
        ntm_color_set (&fill, bar->cr);
        cairo_fill (bar->cr);
      }
}

static void
draw_bar (NtmYearStrip     *self,
          cairo_t          *cr,
          const NtmPalette *palette,
          int               year)
{
  const NtmYearCounts *counts = &self->counts[year - self->first];
  double width = bar_width (self), height = bar_height (self);
  double x = round (_ntm_year_strip_x (self, year) - width / 2), y = NTM_STRIP_CAPTION;
  Bar bar = { cr, palette, counts, x, width, y + height, height };

  if (!counts->is_counted)
    return;
  cairo_push_group (cr);
  ntm_rounded_rectangle (cr, x, y, width, height, RADIUS);
  cairo_clip (cr);
  if (counts->n_units == 0)
    ntm_hatch_rectangle (cr, x, y, width, height, RADIUS, 1, palette);
  else
    {
      draw_classes (&bar);
      draw_marks (&bar, 0, G_N_ELEMENTS (mark_order));
    }
  cairo_pop_group_to_source (cr);
  cairo_paint_with_alpha (cr, is_current (self, year) ? 1 : OTHER_ALPHA);
  ntm_color_set (ntm_palette_get_color (palette, is_current (self, year) ? NTM_ROLE_ACCENT : NTM_ROLE_RULE), cr);
  ntm_rounded_rectangle (cr, x - 0.5, y - 0.5, width + 1, height + 1, RADIUS);
  cairo_set_line_width (cr, is_current (self, year) ? 1.5 : 1);
  cairo_stroke (cr);
}

static PangoLayout *
new_layout (NtmYearStrip *self,
            const char   *text,
            gboolean      bold,
            int          *width)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);

  if (bold)
    {
      PangoAttrList *attributes = pango_attr_list_new ();
      pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
      pango_layout_set_attributes (layout, attributes);
      pango_attr_list_unref (attributes);
    }
  pango_layout_get_pixel_size (layout, width, NULL);
  return layout;
}

static void
draw_text (NtmYearStrip   *self,
           cairo_t        *cr,
           PangoLayout    *layout,
           const NtmColor *color,
           double          x,
           double          y)
{
  ntm_color_set (color, cr);
  cairo_move_to (cr, round (x), round (y));
  pango_cairo_show_layout (cr, layout);
}

/* Every year where there is room, else every second, fifth; the one shown always. */
static void
draw_years (NtmYearStrip     *self,
            cairo_t          *cr,
            const NtmPalette *palette)
{
  double step = _ntm_year_strip_x (self, self->first + 1) - _ntm_year_strip_x (self, self->first);
  int every = step >= 38 ? 1 : step >= 20 ? 2 : 5;
  double y = self->scale_y + self->scale_height;

  for (int year = self->first; year <= self->last; year++)
    {
      gboolean current = is_current (self, year);
      g_autofree char *text = g_strdup_printf ("%d", year);
      g_autoptr (PangoLayout) layout = NULL;
      int width;

      if ((self->last - year) % every != 0 && !current)
        continue;
      layout = new_layout (self, text, current, &width);
      draw_text (self, cr, layout, ntm_palette_get_color (palette, current ? NTM_ROLE_ACCENT_TEXT : NTM_ROLE_SECONDARY),
                 _ntm_year_strip_x (self, year) - width / 2., y);
    }
}

/* Between two bars even where it is the first day after a year's end. */
static double
line_x (NtmYearStrip *self,
        NtmDate       date)
{
  double position = ntm_map_years_position (date), x = _ntm_year_strip_x (self, position);
  double before = _ntm_year_strip_x (self, floor (position)), after = _ntm_year_strip_x (self, ceil (position));
  double clear = bar_width (self) / 2 + 4;

  return after - before < 2 * clear ? (before + after) / 2 : CLAMP (x, before + clear, after - clear);
}

static void
draw_line (NtmYearStrip     *self,
           cairo_t          *cr,
           const NtmPalette *palette,
           double            x)
{
  static const double dashes[] = { 3, 3 };

  cairo_save (cr);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_set_line_width (cr, 1);
  ntm_color_set (ntm_palette_get_color (palette, NTM_ROLE_SECONDARY), cr);
  cairo_move_to (cr, floor (x) + 0.5, 2);
  cairo_line_to (cr, floor (x) + 0.5, self->scale_y + self->scale_height);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* From the newest back: the last to the right of its line where that fits, the others to the left. None stands on
 * the line before, which it would seem to be of. */
static void
draw_captions (NtmYearStrip     *self,
               cairo_t          *cr,
               const NtmPalette *palette)
{
  double free_to = gtk_widget_get_width (GTK_WIDGET (self));

  for (guint i = self->marks == NULL ? 0 : self->marks->len; i-- > 0;)
    {
      const NtmYearMark *mark = &g_array_index (self->marks, NtmYearMark, i);
      double x = line_x (self, mark->date), at;
      double free_from = i == 0 ? 0 : line_x (self, mark[-1].date) + CAPTION_GAP;
      int width;
      g_autoptr (PangoLayout) layout = new_layout (self, mark->text, FALSE, &width);

      draw_line (self, cr, palette, x);
      at = x + CAPTION_GAP;
      if (at + width > free_to)
        at = MIN (x, free_to) - CAPTION_GAP - width;
      if (at < x && at < free_from)
        {
          free_to = MIN (free_to, x - CAPTION_GAP);
          continue;
        }
      draw_text (self, cr, layout, ntm_palette_get_color (palette, NTM_ROLE_SECONDARY), at, 0);
      free_to = MIN (at, x) - CAPTION_GAP;
    }
}

/* Under the slider, which is a widget of its own. */
void
_ntm_year_strip_draw (NtmYearStrip *self,
                      cairo_t      *cr)
{
  const NtmPalette *palette = ntm_look_get_palette ();

  draw_captions (self, cr, palette);
  for (int year = self->first; year <= self->last; year++)
    draw_bar (self, cr, palette, year);
  draw_years (self, cr, palette);
}
