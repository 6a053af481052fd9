/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The brief: written, then read back with poppler; nothing outside the margins; sample data marked. */

#include "config.h"

#include <math.h>
#include <string.h>

#include <glib/gstdio.h>

#include "ntm-brief.h"
#include "ntm-sample.h"
#include "view-fixture.h"

static char *
make_dir (void)
{
  const char *wanted = g_getenv ("NTM_TEST_PICTURES");

  return wanted ? g_strdup (wanted) : g_dir_make_tmp ("ntm-brief-XXXXXX", NULL);
}

static void
clean (const char *dir, const char *path)
{
  if (g_getenv ("NTM_TEST_PICTURES"))
    return;
  g_remove (path);
  g_rmdir (dir);
}

static char *
run (const char *program, const char *option, const char *path)
{
  g_autofree char *found = g_find_program_in_path (program);
  const char *argv[] = { program, option, path, strcmp (program, "pdftotext") == 0 ? "-" : NULL, NULL };
  g_autoptr (GError) error = NULL;
  char *out = NULL;
  int status = -1;

  if (!found)
    return NULL;
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &out, NULL,
                &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  return out;
}

static char *
write_brief (const ViewFixture *self, char **dir)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_strdup_printf ("brief-%s.pdf", ntm_lang_code (self->ctx.lang));
  char *path;

  *dir = make_dir ();
  path = g_build_filename (*dir, name, NULL);
  ntm_brief_write (&self->ctx, path, &error);
  g_assert_no_error (error);
  return path;
}

static void
assert_contains (const ViewFixture *self, const char *text, const char *en, const char *vi)
{
  const char *wanted = self->ctx.lang == NTM_LANG_EN ? en : vi;

  if (!view_is_translated (self) || strstr (text, wanted))
    return;
  g_error ("“%s” is not in the report", wanted);
}

/* Lines break at blanks, which become @blank, and after hyphens. */
static char *
flatten (const char *text, const char *blank)
{
  g_autoptr (GRegex) blanks = g_regex_new ("[\\s\u00a0]+", 0, 0, NULL);

  return g_regex_replace_literal (blanks, text, -1, 0, blank, 0, NULL);
}

static void
test_text (ViewFixture *self, gconstpointer data)
{
  g_autofree char *dir = NULL;
  g_autofree char *path = write_brief (self, &dir);
  g_autofree char *raw = run ("pdftotext", "-raw", path);
  g_autofree char *text = NULL;

  if (!raw)
    {
      clean (dir, path);
      g_test_skip ("pdftotext is not installed");
      return;
    }
  text = flatten (raw, " ");
  assert_contains (self, text, "HÀ TĨNH PROVINCE", "TỈNH HÀ TĨNH");
  assert_contains (self, text, "BRIEF REPORT", "BÁO CÁO NHANH");
  assert_contains (self, text, "As of 12 Nov 2024; titles counted by day signed",
                   "Tính đến 12/11/2024; danh hiệu tính theo ngày ký");
  assert_contains (self, text, "NTM communes: 181 published (17 Jan 2024)", "Số xã đạt chuẩn NTM: công bố 181 (17/01/2024)");
  assert_contains (self, text, "0.78 percentage points less than in 2022", "giảm 0,78 điểm % so với năm 2022");
  assert_contains (self, text, "2.3 times as fast", "nhanh gấp 2,3 lần");
  assert_contains (self, text, "1709/QĐ-TTg", "1709/QĐ-TTg");
  assert_contains (self, text, "840/QĐ-TTg", "840/QĐ-TTg");
  assert_contains (self, text, "overdue by 135 days", "quá hạn 135 ngày");
  assert_contains (self, text, "submitted 28 days late", "trình muộn 28 ngày");
  assert_contains (self, text, "DOCUMENTS CITED", "VĂN BẢN TRÍCH DẪN");
  assert_contains (self, text, "https://baohatinh.vn/", "https://baohatinh.vn/");
  g_assert_null (strstr (text, "sample data"));
  g_assert_null (strstr (text, "dữ liệu minh hoạ"));
  clean (dir, path);
}

static void
test_info (ViewFixture *self, gconstpointer data)
{
  g_autoptr (NtmBrief) brief = ntm_brief_new (&self->ctx, NULL);
  g_autofree char *dir = NULL;
  g_autofree char *path = write_brief (self, &dir);
  g_autofree char *info = run ("pdfinfo", "-box", path);
  g_autofree char *pages = g_strdup_printf ("%u\n", ntm_brief_get_n_pages (brief));
  const char *found = info ? strstr (info, "Pages:") : NULL;

  g_assert_cmpuint (ntm_brief_get_n_pages (brief), >=, 4);
  if (found)
    {
      g_assert_true (g_str_has_prefix (found + strlen ("Pages:") + strspn (found + strlen ("Pages:"), " "), pages));
      g_assert_nonnull (strstr (info, "(A4)"));
      g_assert_nonnull (strstr (info, ntm_brief_get_title (brief)));
    }
  clean (dir, path);
}

/* Ink in the margins, but for the page number above and the mark below. */
static void
assert_margins (cairo_surface_t *surface, double scale)
{
  const guchar *data = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  int left = (int) floor (30 / 25.4 * 72 * scale) - 2;
  int right = (int) ceil ((210 - 15) / 25.4 * 72 * scale) + 2;
  int bottom = (int) ceil ((297 - 20) / 25.4 * 72 * scale) + 2;

  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      {
        guint32 pixel;

        if (x >= left && x < right && y < bottom)
          continue;
        memcpy (&pixel, data + y * stride + x * 4, sizeof pixel);
        if (pixel >> 24)
          g_error ("ink at %d, %d of %d × %d", x, y, width, height);
      }
}

static gboolean
has_ink (cairo_surface_t *surface)
{
  const guchar *data = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);

  for (int y = 0; y < cairo_image_surface_get_height (surface); y++)
    for (int x = 0; x < cairo_image_surface_get_width (surface); x++)
      if (data[y * stride + x * 4 + 3])
        return TRUE;
  return FALSE;
}

static void
test_margins (ViewFixture *self, gconstpointer data)
{
  g_autoptr (NtmBrief) brief = ntm_brief_new (&self->ctx, NULL);

  for (guint page = 0; page < ntm_brief_get_n_pages (brief); page++)
    {
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 596, 842);
      cairo_t *cr = cairo_create (surface);

      ntm_brief_draw_page (brief, cr, page);
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      cairo_destroy (cr);
      cairo_surface_flush (surface);
      g_assert_true (has_ink (surface));
      assert_margins (surface, 1);
      cairo_surface_destroy (surface);
    }
}

/* Every figure of the map, every unit and every task is on some page, whole. */
static void
test_complete (ViewFixture *self, gconstpointer data)
{
  const GPtrArray *tasks = ntm_atlas_records (self->atlas, NTM_TABLE_TASK);
  g_autofree char *dir = NULL;
  g_autofree char *path = write_brief (self, &dir);
  g_autofree char *raw = run ("pdftotext", "-raw", path);
  g_autofree char *text = raw ? flatten (raw, "") : NULL;
  guint n = 0, found = 0;

  for (guint i = 0; text && i < tasks->len; i++)
    {
      const NtmTask *task = g_ptr_array_index (tasks, i);
      const char *title = ntm_lang_pick (self->ctx.lang, task->title_vi, task->title_en);
      g_autofree char *flat = flatten (title, "");

      if (!g_str_equal (task->kind, "task"))
        continue;
      n++;
      if (strstr (text, flat))
        found++;
      else
        g_test_message ("not found: %s", flat);
    }
  g_assert_cmpuint (found, ==, n);
  clean (dir, path);
}

static void
test_sample (ViewFixture *self, gconstpointer data)
{
  NtmRow *row = ntm_edit_write (self->edit, NTM_TABLE_META, "sample", NULL);
  g_autoptr (NtmAtlas) atlas = NULL;
  g_autofree char *dir = NULL;
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) pages = NULL;
  ViewFixture other = *self;

  g_assert_true (ntm_row_set (row, "value", "1", NULL));
  atlas = view_fixture_new_atlas (self->edit);
  other.atlas = other.ctx.atlas = atlas;
  path = write_brief (&other, &dir);
  text = run ("pdftotext", "-raw", path);
  pages = text ? g_strsplit (text, "\f", -1) : NULL;
  for (guint i = 0; pages && pages[i] && *pages[i]; i++)
    assert_contains (self, pages[i], "sample data", "dữ liệu minh hoạ");
  clean (dir, path);
}

/* A file of generated data, with other names and no figures of ours: still a report, marked on each page. */
static void
test_generated (ViewFixture *self, gconstpointer data)
{
  const NtmSampleSpec spec = { .units = 120, .indicators = 3, .years = 4, .vertices = 30, .seed = 1 };
  g_autoptr (GError) error = NULL;
  g_autoptr (NtmEdit) edit = ntm_sample_new_registers (&spec, &error);
  g_autoptr (NtmAtlas) atlas = NULL;
  g_autoptr (NtmBrief) brief = NULL;
  NtmViewContext ctx;

  g_assert_no_error (error);
  atlas = view_fixture_new_atlas (edit);
  g_assert_true (ntm_atlas_is_sample (atlas));
  ctx = ntm_view_context_new (atlas, self->ctx.lang);
  brief = ntm_brief_new (&ctx, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ntm_brief_get_n_pages (brief), >=, 1);
}

/* Since July 2025 there are no districts: the communes take their place. */
static void
test_later (ViewFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NtmBrief) brief = ntm_brief_new (&self->ctx, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (ntm_brief_get_n_pages (brief), >=, 3);
}

static void
test_pictures (ViewFixture *self, gconstpointer data)
{
  g_autofree char *dir = make_dir ();
  g_autoptr (GPtrArray) paths = NULL;
  g_autoptr (GError) error = NULL;

  ntm_brief_write_pages_png (&self->ctx, dir, 60, &paths, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (paths->len, >=, 4);
  for (guint i = 0; i < paths->len; i++)
    {
      cairo_surface_t *surface = cairo_image_surface_create_from_png (g_ptr_array_index (paths, i));

      g_assert_cmpint (abs (cairo_image_surface_get_width (surface) - (int) (NTM_A4_WIDTH * 60 / 72)), <=, 1);
      g_assert_cmpint (abs (cairo_image_surface_get_height (surface) - (int) (NTM_A4_HEIGHT * 60 / 72)), <=, 1);
      cairo_surface_destroy (surface);
      g_remove (g_ptr_array_index (paths, i));
    }
  g_rmdir (dir);
  g_assert_false (ntm_brief_write_pages_png (&self->ctx, "/no/such/folder", 60, NULL, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_false (ntm_brief_write (&self->ctx, "brief.png", &error));
  g_assert_error (error, NTM_ERROR, NTM_ERROR_INPUT);
}

int
main (int argc, char **argv)
{
  view_test_init (&argc, &argv);
  view_add ("/brief/text", "2024-11-12", test_text);
  view_add ("/brief/info", "2024-11-12", test_info);
  view_add ("/brief/margins", "2024-11-12", test_margins);
  view_add ("/brief/complete", "2024-11-12", test_complete);
  view_add ("/brief/sample", "2024-11-12", test_sample);
  view_add ("/brief/generated", NULL, test_generated);
  view_add ("/brief/later", "2025-08-01", test_later);
  view_add ("/brief/pictures", "2024-02-21", test_pictures);
  return g_test_run ();
}
