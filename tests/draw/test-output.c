/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files: signature, size, pages, well-formedness, the same bytes twice, what cannot be written. */

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "draw-fixture.h"
#include "ntm-mark.h"
#include "ntm-output.h"
#include "ntm-text-box.h"

static void
draw_cb (cairo_t *cr, guint page, gpointer data)
{
  const NtmDrawStyle *style = data;
  g_autofree char *text = g_strdup_printf ("Trang %u: Ỹ ẫ ỡ đ", page + 1);
  g_autoptr(NtmTextBox) box = ntm_text_box_new (style, NTM_FONT_BODY, NTM_TEXT_PLAIN, text, 0);
  const NtmColor black = { 0, 0, 0, 1 };

  cairo_rectangle (cr, 10, 10, 60, 40);
  ntm_mark_fill_path (cr, NTM_MARK_COMPLETED, 1, style->palette);
  ntm_glyph_draw (cr, NTM_MARK_MODEL, TRUE, 100, 30, 20, style->palette);
  ntm_text_box_draw (box, cr, 10, 60, &black);
}

static GBytes *
render (NtmOutputFormat format, const NtmOutputSpec *spec)
{
  g_autoptr(NtmDrawStyle) style = ntm_draw_style_new (NTM_STYLE_LIGHT, NTM_MEDIUM_DESK, NTM_LANG_VI);
  g_autoptr(GError) error = NULL;
  GBytes *bytes = ntm_output_render (format, spec, draw_cb, style, &error);

  g_assert_no_error (error);
  return bytes;
}

static guint
count (GBytes *bytes, const char *what)
{
  gsize size, length = strlen (what);
  const char *data = g_bytes_get_data (bytes, &size);
  guint n = 0;

  for (gsize i = 0; i + length <= size; i++)
    n += memcmp (data + i, what, length) == 0;

  return n;
}

static guint32
big_endian (const guint8 *data)
{
  return (guint32) data[0] << 24 | (guint32) data[1] << 16 | (guint32) data[2] << 8 | data[3];
}

static void
test_png (void)
{
  const NtmColor white = { 1, 1, 1, 1 };
  const NtmOutputSpec spec = { .width = 120, .height = 90, .pixel_scale = 2.5, .background = &white };
  g_autoptr(GBytes) bytes = render (NTM_OUTPUT_PNG, &spec), again = render (NTM_OUTPUT_PNG, &spec);
  const guint8 *data = g_bytes_get_data (bytes, NULL);

  g_assert_cmpint (memcmp (data, "\211PNG\r\n\032\n", 8), ==, 0);
  g_assert_cmpuint (big_endian (data + 16), ==, 300);
  g_assert_cmpuint (big_endian (data + 20), ==, 225);
  g_assert_true (g_bytes_equal (bytes, again));
}

static void
element_cb (GMarkupParseContext *context, const char *name, const char **names, const char **values, gpointer data, GError **error)
{
  guint *n = data;

  if (g_str_equal (name, "svg"))
    for (guint i = 0; names[i] != NULL; i++)
      if (g_str_equal (names[i], "width"))
        g_assert_cmpfloat_with_epsilon (g_ascii_strtod (values[i], NULL), 120, 1e-6);
  ++*n;
}

static void
test_svg (void)
{
  const NtmOutputSpec spec = { .width = 120, .height = 90 };
  const GMarkupParser parser = { .start_element = element_cb };
  g_autoptr(GBytes) bytes = render (NTM_OUTPUT_SVG, &spec), again = render (NTM_OUTPUT_SVG, &spec);
  guint n_elements = 0;
  g_autoptr(GMarkupParseContext) context = g_markup_parse_context_new (&parser, G_MARKUP_DEFAULT_FLAGS, &n_elements, NULL);
  g_autoptr(GError) error = NULL;

  g_markup_parse_context_parse (context, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
  g_assert_true (g_markup_parse_context_end_parse (context, &error));
  g_assert_cmpuint (n_elements, >, 5);
  /* Textures stay vectors. */
  g_assert_cmpuint (count (bytes, "<image"), ==, 0);
  g_assert_true (g_bytes_equal (bytes, again));
}

static void
test_pdf (void)
{
  const NtmOutputSpec spec = { .width = 595, .height = 842, .n_pages = 3, .title = "Báo cáo", .author = "VPĐP" };
  NtmOutputSpec dated = spec;
  g_autoptr(GBytes) bytes = render (NTM_OUTPUT_PDF, &spec);
  g_autoptr(GBytes) with_date = NULL, again = NULL;

  /* Another second, the same file. */
  g_usleep (1100 * 1000);
  again = render (NTM_OUTPUT_PDF, &spec);
  dated.created = "2024-11-12T08:00:00Z";
  with_date = render (NTM_OUTPUT_PDF, &dated);
  g_assert_cmpint (memcmp (g_bytes_get_data (bytes, NULL), "%PDF-", 5), ==, 0);
  g_assert_cmpuint (count (bytes, "/Type /Page") - count (bytes, "/Type /Pages"), ==, 3);
  g_assert_cmpuint (count (bytes, "%%EOF"), ==, 1);
  g_assert_cmpuint (count (bytes, "/Title"), ==, 1);
  g_assert_true (g_bytes_equal (bytes, again));
  g_assert_cmpuint (count (with_date, "20241112080000"), ==, 1);
  g_assert_cmpuint (count (bytes, "CreationDate (2") + count (bytes, "CreationDate (D:2"), ==, 0);
}

static void
expect_error (const char *path, const NtmOutputSpec *spec, int code)
{
  g_autoptr(NtmDrawStyle) style = ntm_draw_style_new (NTM_STYLE_LIGHT, NTM_MEDIUM_DESK, NTM_LANG_VI);
  g_autoptr(GError) error = NULL;

  g_assert_false (ntm_output_write (path, spec, draw_cb, style, &error));
  g_assert_error (error, NTM_ERROR, code);
}

static void
test_errors (void)
{
  const NtmOutputSpec good = { .width = 100, .height = 80 }, pages = { .width = 100, .height = 80, .n_pages = 2 };
  const NtmOutputSpec flat = { .width = 100, .height = 0 }, huge = { .width = 100000, .height = 100 };
  g_autofree char *folder = g_dir_make_tmp ("ntm-output-XXXXXX", NULL);
  g_autofree char *missing = g_build_filename (folder, "missing", "x.png", NULL), *png = g_build_filename (folder, "x.png", NULL);

  expect_error ("x.jpg", &good, NTM_ERROR_INPUT);
  expect_error (".png", &good, NTM_ERROR_INPUT);
  expect_error ("", &good, NTM_ERROR_INPUT);
  expect_error (png, &pages, NTM_ERROR_INPUT);
  expect_error (png, &flat, NTM_ERROR_RANGE);
  expect_error (png, &huge, NTM_ERROR_RANGE);
  expect_error (missing, &good, NTM_ERROR_NOT_FOUND);
  g_assert_false (g_file_test (png, G_FILE_TEST_EXISTS));
  g_rmdir (folder);
}

static void
test_write (void)
{
  static const char * const names[] = { "a.PNG", "b.svg", "c.Pdf" };
  const NtmOutputSpec spec = { .width = 100, .height = 80 };
  g_autoptr(NtmDrawStyle) style = ntm_draw_style_new (NTM_STYLE_DARK, NTM_MEDIUM_DESK, NTM_LANG_VI);
  g_autofree char *folder = g_dir_make_tmp ("ntm-output-XXXXXX", NULL);

  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);
      g_autoptr(GError) error = NULL;

      g_assert_true (ntm_output_write (path, &spec, draw_cb, style, &error));
      g_assert_no_error (error);
      g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
      g_remove (path);
    }
  g_rmdir (folder);
}

/* Data are not drawn over, whatever they are called. */
static void
test_not_over_data (void)
{
  static const char data[] = "SQLite format 3\0 and what follows";
  g_autoptr(NtmDrawStyle) style = ntm_draw_style_new (NTM_STYLE_LIGHT, NTM_MEDIUM_DESK, NTM_LANG_EN);
  const NtmOutputSpec spec = { .width = 120, .height = 60 };
  g_autofree char *folder = g_dir_make_tmp ("ntm-output-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "data.pdf", NULL);
  g_autofree char *link_path = g_build_filename (folder, "link.png", NULL);
  g_autoptr(GError) error = NULL;
  g_autofree char *after = NULL;
  gsize size;

  g_assert_true (g_file_set_contents (path, data, sizeof data, NULL));
  g_assert_cmpint (symlink ("data.pdf", link_path), ==, 0);
  g_assert_false (ntm_output_write (path, &spec, draw_cb, style, &error));
  g_assert_error (error, NTM_ERROR, NTM_ERROR_INPUT);
  g_clear_error (&error);
  g_assert_false (ntm_output_write (link_path, &spec, draw_cb, style, &error));
  g_assert_error (error, NTM_ERROR, NTM_ERROR_INPUT);
  g_assert_true (g_file_get_contents (path, &after, &size, NULL));
  g_assert_cmpmem (after, size, data, sizeof data);
  g_remove (path);
  g_remove (link_path);
  g_rmdir (folder);
}

/* Every drawing in every style, on every kind of surface, leaves cairo content. */
static void
draw_everything_cb (cairo_t *cr, guint page, gpointer data)
{
  const NtmDrawStyle *style = data;
  g_autoptr(FixtureArea) area = fixture_area_new_grid (5, 4, 6, 2);
  g_autoptr(NtmMapSpec) map = fixture_map_new (area, page % 2 == 1);
  g_autoptr(NtmMapLayout) map_layout = ntm_map_layout_new (map, style, 600, 500);
  g_autoptr(NtmTrendSpec) trend = fixture_trend_new ();
  g_autoptr(NtmTrendLayout) trend_layout = ntm_trend_layout_new (trend, style, 600, 400);
  g_autoptr(NtmRankSpec) rank = fixture_rank_new (5, 3);
  g_autoptr(NtmRankLayout) rank_layout = ntm_rank_layout_new (rank, style, 600, 400);
  g_autoptr(NtmTableSpec) table = fixture_table_new (30, page == 0);
  g_autoptr(NtmTableLayout) table_layout = ntm_table_layout_new (table, style, 600, 300, 0);
  g_autoptr(NtmTaskListSpec) tasks = fixture_tasks_new (3, 6);
  g_autoptr(NtmTaskListLayout) tasks_layout = ntm_task_list_layout_new (tasks, style, 600, 300, 0);

  ntm_map_layout_draw (map_layout, cr);
  ntm_trend_layout_draw (trend_layout, cr);
  ntm_rank_layout_draw (rank_layout, cr);
  for (guint i = 0; i < ntm_table_layout_get_n_pages (table_layout); i++)
    ntm_table_layout_draw (table_layout, cr, i);
  for (guint i = 0; i < ntm_task_list_layout_get_n_pages (tasks_layout); i++)
    ntm_task_list_layout_draw (tasks_layout, cr, i);
  for (guint i = 0; i < NTM_N_MARKS; i++)
    ntm_mark_swatch (cr, (NtmMark) i, i % 2 == 0, 10 + i * 30, 10, 26, 16, 1, style->palette);
}

static void
test_everything (void)
{
  for (guint s = 0; s < NTM_N_STYLES; s++)
    for (guint format = 0; format <= NTM_OUTPUT_PDF; format++)
      {
        g_autoptr(NtmDrawStyle) style = ntm_draw_style_new ((NtmStyle) s, (NtmMedium) s, NTM_LANG_EN);
        const NtmOutputSpec spec = { .width = 600, .height = 500, .n_pages = format == NTM_OUTPUT_PDF ? 2 : 1 };
        g_autoptr(GError) error = NULL;
        g_autoptr(GBytes) bytes = ntm_output_render ((NtmOutputFormat) format, &spec, draw_everything_cb, style, &error);

        g_assert_no_error (error);
        g_assert_cmpuint (g_bytes_get_size (bytes), >, 10000);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draw/output/png", test_png);
  g_test_add_func ("/draw/output/svg", test_svg);
  g_test_add_func ("/draw/output/pdf", test_pdf);
  g_test_add_func ("/draw/output/errors", test_errors);
  g_test_add_func ("/draw/output/write", test_write);
  g_test_add_func ("/draw/output/not-over-data", test_not_over_data);
  g_test_add_func ("/draw/output/everything", test_everything);
  return g_test_run ();
}
