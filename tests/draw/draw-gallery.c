/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Draws one of each for a look: draw-gallery FOLDER OUTLINE_FOLDER. Not a test. */

#include "draw-fixture.h"
#include "ntm-mark.h"
#include "ntm-output.h"

typedef struct
{
  gpointer layout;
  void (*draw) (gpointer layout, cairo_t *cr, guint page);
  double margin;
} Job;

static void
draw_job (cairo_t *cr, guint page, gpointer data)
{
  Job *job = data;

  cairo_translate (cr, job->margin, job->margin);
  job->draw (job->layout, cr, page);
}

static void draw_map (gpointer layout, cairo_t *cr, guint page) { ntm_map_layout_draw (layout, cr); }
static void draw_trend (gpointer layout, cairo_t *cr, guint page) { ntm_trend_layout_draw (layout, cr); }
static void draw_rank (gpointer layout, cairo_t *cr, guint page) { ntm_rank_layout_draw (layout, cr); }
static void draw_table (gpointer layout, cairo_t *cr, guint page) { ntm_table_layout_draw (layout, cr, page); }
static void draw_tasks (gpointer layout, cairo_t *cr, guint page) { ntm_task_list_layout_draw (layout, cr, page); }

static void
save (const char *folder, const char *name, const NtmDrawStyle *style, double width, double height, double margin, gpointer layout,
      void (*draw) (gpointer, cairo_t *, guint))
{
  static const char * const styles[] = { "light", "dark", "print" };
  static const char * const media[] = { "", "-projector", "" };
  Job job = { layout, draw, margin };
  const NtmOutputSpec output = { .width = width + 2 * margin, .height = height + 2 * margin, .title = name,
                                 .pixel_scale = style->medium == NTM_MEDIUM_PRINT ? 1.6 : 1,
                                 .background = ntm_palette_get_color (style->palette, NTM_ROLE_CARD) };
  g_autoptr(GError) error = NULL;
  static const char * const endings[] = { "png", "svg", "pdf" };

  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/%s-%s%s.%s", folder, name, styles[ntm_palette_get_style (style->palette)], media[style->medium], endings[i]);

      if (!ntm_output_write (path, &output, draw_job, &job, &error))
        g_error ("%s", error->message);
    }
}

static void
draw_all (const char *folder, const char *outline, const NtmDrawStyle *style)
{
  gboolean paper = style->medium == NTM_MEDIUM_PRINT;
  double zoom = style->medium == NTM_MEDIUM_PROJECTOR ? 1.9 : 1;
  g_autoptr(FixtureArea) area = fixture_area_new_csv (outline);
  g_autoptr(FixtureArea) grid = fixture_area_new_grid (18, 12, 6, 3);
  g_autoptr(NtmMapSpec) map = fixture_map_new (area, FALSE), classes = fixture_map_new (area, TRUE), communes = fixture_map_new (grid, FALSE);
  g_autoptr(NtmTrendSpec) trend = fixture_trend_new ();
  g_autoptr(NtmRankSpec) rank = fixture_rank_new (7, 6);
  g_autoptr(NtmTableSpec) table = fixture_table_new (17, paper);
  g_autoptr(NtmTaskListSpec) tasks = fixture_tasks_new (3, 3);
  double w = paper ? 470 : 970 * zoom, h = paper ? 420 : 790 * zoom;
  double cw = paper ? 470 : 620 * zoom, ch = paper ? 300 : 430 * zoom;

  map->selected = paper ? NULL : g_strdup ("444");
  if (paper)
    map->legend_place = NTM_LEGEND_BELOW;
  {
    g_autoptr(NtmMapLayout) layout = ntm_map_layout_new (map, style, w, h);
    save (folder, "map", style, w, h, 0, layout, draw_map);
  }
  {
    g_autoptr(NtmMapLayout) layout = ntm_map_layout_new (classes, style, cw, ch);
    save (folder, "classes", style, cw, ch, 0, layout, draw_map);
  }
  {
    g_autoptr(NtmMapLayout) layout = ntm_map_layout_new (communes, style, w, h);
    save (folder, "communes", style, w, h, 0, layout, draw_map);
  }
  {
    g_autoptr(NtmTrendLayout) layout = ntm_trend_layout_new (trend, style, cw, ch);
    save (folder, "trend", style, cw, ch, 0, layout, draw_trend);
  }
  {
    g_autoptr(NtmRankLayout) layout = ntm_rank_layout_new (rank, style, cw, ch);
    save (folder, "rank", style, cw, ch, 0, layout, draw_rank);
  }
  {
    g_autoptr(NtmTableLayout) layout = ntm_table_layout_new (table, style, paper ? 470 : 760 * zoom, 0, 0);
    save (folder, "table", style, paper ? 470 : 760 * zoom, ntm_table_layout_get_height (layout, 0), 12, layout, draw_table);
  }
  {
    g_autoptr(NtmTaskListLayout) layout = ntm_task_list_layout_new (tasks, style, paper ? 490 : 1050 * zoom, 0, 0);
    save (folder, "tasks", style, paper ? 490 : 1050 * zoom, ntm_task_list_layout_get_height (layout, 0), 12, layout, draw_tasks);
  }
}

static void
draw_glyphs (gpointer layout, cairo_t *cr, guint page)
{
  NtmPalette *palette = layout;

  for (guint i = 0; i < NTM_N_MARKS; i++)
    {
      ntm_glyph_draw (cr, (NtmMark) i, i % 3 == 0, 20 + i * 44, 20, 14, palette);
      ntm_glyph_draw (cr, (NtmMark) i, i % 3 == 0, 20 + i * 44, 60, 30, palette);
      ntm_mark_swatch (cr, (NtmMark) i, i % 3 == 1, 4 + i * 44, 90, 36, 22, 1, palette);
    }
}

int
main (int argc, char **argv)
{
  static const struct { NtmStyle style; NtmMedium medium; } kinds[] = {
    { NTM_STYLE_LIGHT, NTM_MEDIUM_DESK }, { NTM_STYLE_DARK, NTM_MEDIUM_DESK }, { NTM_STYLE_PRINT, NTM_MEDIUM_PRINT }, { NTM_STYLE_LIGHT, NTM_MEDIUM_PROJECTOR },
  };

  if (argc != 3)
    return 1;

  g_mkdir_with_parents (argv[1], 0755);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr(NtmDrawStyle) style = ntm_draw_style_new (kinds[i].style, kinds[i].medium, NTM_LANG_VI);

      draw_all (argv[1], argv[2], style);
      save (argv[1], "glyphs", style, 590, 120, 0, style->palette, draw_glyphs);
    }
  return 0;
}
