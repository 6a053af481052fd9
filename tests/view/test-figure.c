/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One face for all pictures: drawn in every format and style, pages of tables, the table twin. */

#include "config.h"

#include <string.h>

#include <glib/gstdio.h>

#include "ntm-figure.h"
#include "view-fixture.h"

static NtmFigure *
make_figure (const ViewFixture *self, NtmFigureKind kind)
{
  NtmMapQuestion map = { .level = NTM_LEVEL_DISTRICT };
  NtmTrendQuestion trend = { .indicator = "central_water_rate" };
  NtmRankQuestion rank = { .indicator = "sponsorship_locality", .level = NTM_LEVEL_DISTRICT };
  NtmTitlesQuestion titles = { .level = NTM_LEVEL_COMMUNE };
  NtmTasksQuestion tasks = { 0 };
  NtmPeriod period;

  if (kind == NTM_FIGURE_MAP)
    return ntm_figure_new_map (&self->ctx, &map, NULL);
  if (kind == NTM_FIGURE_TREND)
    return ntm_figure_new_trend (&self->ctx, &trend, NULL);
  g_assert_true (ntm_period_parse ("2023-H1", &period, NULL));
  rank.period = &period;
  if (kind == NTM_FIGURE_RANK)
    return ntm_figure_new_rank (&self->ctx, &rank, NULL);
  if (kind == NTM_FIGURE_TABLE)
    return ntm_figure_new_titles (&self->ctx, &titles, NULL);
  return ntm_figure_new_tasks (&self->ctx, &tasks, NULL);
}

/* Where to leave the pictures for the eye; a folder of its own otherwise. */
static char *
make_dir (void)
{
  const char *wanted = g_getenv ("NTM_TEST_PICTURES");

  return wanted ? g_strdup (wanted) : g_dir_make_tmp ("ntm-figure-XXXXXX", NULL);
}

static guint
count_colours (cairo_surface_t *surface)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_direct_hash, g_direct_equal);
  const guchar *data = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);

  for (int y = 0; y < cairo_image_surface_get_height (surface); y += 3)
    for (int x = 0; x < cairo_image_surface_get_width (surface); x += 3)
      {
        guint32 pixel;

        memcpy (&pixel, data + y * stride + x * 4, sizeof pixel);
        g_hash_table_add (seen, GUINT_TO_POINTER (pixel));
      }
  return g_hash_table_size (seen);
}

static void
assert_file (const char *path, const char *magic)
{
  g_autofree char *text = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  g_assert_cmpuint (length, >, 1000);
  g_assert_true (memcmp (text, magic, strlen (magic)) == 0);
}

static void
test_draw (ViewFixture *self, gconstpointer data)
{
  for (NtmFigureKind kind = NTM_FIGURE_MAP; kind <= NTM_FIGURE_TASKS; kind++)
    for (NtmStyle look = NTM_STYLE_LIGHT; look < NTM_N_STYLES; look++)
      {
        NtmMedium medium = look == NTM_STYLE_PRINT ? NTM_MEDIUM_PRINT : NTM_MEDIUM_DESK;
        g_autoptr (NtmFigure) figure = make_figure (self, kind);
        g_autoptr (NtmDrawStyle) style = ntm_draw_style_new (look, medium, self->ctx.lang);
        cairo_surface_t *surface;
        cairo_t *cr;
        double width, height;

        ntm_figure_get_preferred_size (figure, style, &width, &height);
        g_assert_cmpfloat (width, >, 100);
        g_assert_cmpfloat (height, >, 100);
        surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) width, (int) MIN (height, 3000));
        cr = cairo_create (surface);
        ntm_figure_draw (figure, cr, style, width, height);
        g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
        cairo_destroy (cr);
        cairo_surface_flush (surface);
        g_assert_cmpuint (count_colours (surface), >, 8);
        cairo_surface_destroy (surface);
      }
}

static void
test_write (ViewFixture *self, gconstpointer data)
{
  static const struct { const char *ending, *magic; } formats[] = {
    { "png", "\211PNG" }, { "svg", "<?xml" }, { "pdf", "%PDF" },
  };
  static const char *const looks[] = { "light", "dark", "print" };
  g_autofree char *dir = make_dir ();

  for (NtmFigureKind kind = NTM_FIGURE_MAP; kind <= NTM_FIGURE_TASKS; kind++)
    for (guint format = 0; format < G_N_ELEMENTS (formats); format++)
      {
        g_autoptr (NtmFigure) figure = make_figure (self, kind);
        /* Each kind in each format once: a file costs time. All styles are drawn above. */
        NtmStyle look = (NtmStyle) ((kind + format) % NTM_N_STYLES);
        g_autoptr (NtmDrawStyle) style = ntm_draw_style_new (look, look == NTM_STYLE_PRINT ? NTM_MEDIUM_PRINT
                                                                                           : NTM_MEDIUM_DESK,
                                                             self->ctx.lang);
        g_autofree char *name = g_strdup_printf ("figure-%d-%s-%s.%s", kind, looks[look],
                                                 ntm_lang_code (self->ctx.lang), formats[format].ending);
        g_autofree char *path = g_build_filename (dir, name, NULL);
        g_autoptr (GError) error = NULL;

        ntm_figure_write (figure, path, 0, 0, style, &error);
        g_assert_no_error (error);
        assert_file (path, formats[format].magic);
        if (!g_getenv ("NTM_TEST_PICTURES"))
          g_remove (path);
      }
  g_rmdir (dir);
}

/* The other maps: communes of the province and of a district, an indicator. */
static void
test_maps (ViewFixture *self, gconstpointer data)
{
  static const NtmMapQuestion questions[] = {
    { .level = NTM_LEVEL_COMMUNE },
    { .level = NTM_LEVEL_COMMUNE, .parent = "444-0" },
    { .theme = "sponsorship_locality", .level = NTM_LEVEL_DISTRICT },
    { .level = NTM_LEVEL_DISTRICT, .selected = "444-0", .only = 1u << NTM_STATUS_NOT_YET, .plain = TRUE },
  };
  g_autofree char *dir = make_dir ();
  g_autoptr (NtmDrawStyle) style = ntm_draw_style_new (NTM_STYLE_LIGHT, NTM_MEDIUM_DESK, self->ctx.lang);

  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (NtmFigure) figure = ntm_figure_new_map (&self->ctx, &questions[i], &error);
      g_autofree char *name = g_strdup_printf ("map-%u-%s.png", i, ntm_lang_code (self->ctx.lang));
      g_autofree char *path = g_build_filename (dir, name, NULL);

      g_assert_no_error (error);
      ntm_figure_write (figure, path, 1000, 780, style, &error);
      g_assert_no_error (error);
      assert_file (path, "\211PNG");
      if (!g_getenv ("NTM_TEST_PICTURES"))
        g_remove (path);
    }
  g_rmdir (dir);
}

static void
test_refused (ViewFixture *self, gconstpointer data)
{
  g_autoptr (NtmFigure) figure = make_figure (self, NTM_FIGURE_TREND);
  g_autoptr (NtmDrawStyle) style = ntm_draw_style_new (NTM_STYLE_LIGHT, NTM_MEDIUM_DESK, self->ctx.lang);
  g_autoptr (GError) error = NULL;

  g_assert_false (ntm_figure_write (figure, "picture.bmp", 0, 0, style, &error));
  g_assert_error (error, NTM_ERROR, NTM_ERROR_INPUT);
  g_clear_error (&error);
  g_assert_false (ntm_figure_write (figure, "/no/such/folder/picture.png", 0, 0, style, &error));
  g_assert_nonnull (error);
}

/* 216 communes need several pages of paper, and all on one when asked for a picture. */
static void
test_pages (ViewFixture *self, gconstpointer data)
{
  g_autoptr (NtmFigure) table = make_figure (self, NTM_FIGURE_TABLE);
  g_autoptr (NtmFigure) map = make_figure (self, NTM_FIGURE_MAP);
  g_autoptr (NtmDrawStyle) style = ntm_draw_style_new (NTM_STYLE_PRINT, NTM_MEDIUM_PRINT, self->ctx.lang);
  double height = ntm_figure_get_height (table, style, 468);

  g_assert_cmpuint (ntm_figure_get_n_pages (table, style, 468, 700), >, 3);
  g_assert_cmpuint (ntm_figure_get_n_pages (table, style, 468, height), ==, 1);
  g_assert_cmpuint (ntm_figure_get_n_pages (map, style, 468, 300), ==, 1);
}

static void
test_rows (ViewFixture *self, gconstpointer data)
{
  static const guint columns[] = { 3, 4, 3, NTM_TITLES_N_COLUMNS, 6 };

  for (NtmFigureKind kind = NTM_FIGURE_MAP; kind <= NTM_FIGURE_TASKS; kind++)
    {
      g_autoptr (NtmFigure) figure = make_figure (self, kind);
      g_autoptr (GPtrArray) rows = ntm_figure_to_rows (figure);
      g_autofree char *tsv = ntm_figure_to_tsv (figure);
      guint lines = 0;

      g_assert_cmpint (ntm_figure_get_kind (figure), ==, kind);
      g_assert_nonnull (ntm_figure_get_title (figure));
      g_assert_cmpuint (rows->len, >, 1);
      for (guint i = 0; i < rows->len; i++)
        g_assert_cmpuint (g_strv_length (g_ptr_array_index (rows, i)), ==, columns[kind]);
      for (const char *c = tsv; *c; c++)
        lines += *c == '\n';
      g_assert_cmpuint (lines, ==, rows->len);
    }
}

/* Each unit of the map is a row of its twin, with the name of its status. */
static void
test_map_rows (ViewFixture *self, gconstpointer data)
{
  g_autoptr (NtmFigure) figure = make_figure (self, NTM_FIGURE_MAP);
  g_autoptr (GPtrArray) rows = ntm_figure_to_rows (figure);

  g_assert_cmpuint (rows->len, ==, 14);
  for (guint i = 1; i < rows->len; i++)
    g_assert_cmpstr (((char **) g_ptr_array_index (rows, i))[1], !=, "");
}

int
main (int argc, char **argv)
{
  view_test_init (&argc, &argv);
  view_add ("/figure/draw", "2024-11-12", test_draw);
  view_add ("/figure/write", "2024-11-12", test_write);
  view_add ("/figure/maps", "2023-12-31", test_maps);
  view_add ("/figure/refused", "2024-11-12", test_refused);
  view_add ("/figure/pages", "2024-11-12", test_pages);
  view_add ("/figure/rows", "2024-11-12", test_rows);
  view_add ("/figure/map-rows", "2023-12-31", test_map_rows);
  return g_test_run ();
}
