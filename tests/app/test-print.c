/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Paper: printed to PDF by GTK and read back with poppler's tools; the preview beside it. */

#include "config.h"

#include "fixture.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "ntm-chart.h"
#include "ntm-preview.h"
#include "ntm-print.h"
#include "ntm-settings.h"
#include "ntm-sheet.h"
#include "ntm-text-box.h"

#define MM (72 / 25.4)

typedef struct
{
  NtmDesk *desk;
  char    *path;
} Fixture;

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  g_autofree char *file = fixture_new_file ("print.ntm");
  g_autoptr (GSettings) settings = ntm_settings_new ();
  g_autoptr (GError) error = NULL;
  NtmStore *store = ntm_store_open (file, NTM_STORE_WRITE, &error);

  g_assert_no_error (error);
  g_settings_reset (settings, "page-setup");
  self->desk = ntm_desk_new ();
  ntm_desk_take_store (self->desk, store);
  self->path = fixture_dup_path ("printed.pdf");
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  ntm_desk_take_store (self->desk, NULL);
  g_assert_finalize_object (self->desk);
  g_remove (self->path);
  g_free (self->path);
}

static gboolean
is_vietnamese (void)
{
  return ntm_lang_current () == NTM_LANG_VI;
}

/* Returns: NULL where the tool is not installed */
static char *
run (const char *const *argv)
{
  g_autofree char *found = g_find_program_in_path (argv[0]);
  g_autoptr (GError) error = NULL;
  char *out = NULL;
  int status = -1;

  if (found == NULL)
    return NULL;
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &out, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  return out;
}

static char *
read_page (const char *path,
           guint       page)
{
  g_autofree char *number = g_strdup_printf ("%u", page);
  const char *argv[] = { "pdftotext", "-layout", "-f", number, "-l", number, path, "-", NULL };
  g_autoptr (GRegex) blanks = g_regex_new ("[\\s\u00a0]+", 0, 0, NULL);
  g_autofree char *text = run (argv);

  return text == NULL ? NULL : g_regex_replace_literal (blanks, text, -1, 0, " ", 0, NULL);
}

static char *
info_of (const char *path)
{
  const char *argv[] = { "pdfinfo", path, NULL };

  return run (argv);
}

static int
count_of (const char *text,
          const char *needle)
{
  int n = 0;

  for (const char *p = text; (p = strstr (p, needle)) != NULL; p += strlen (needle))
    n++;
  return n;
}

static void
assert_pages (const char *path,
              guint       n)
{
  g_autofree char *info = info_of (path);
  const char *found = info == NULL ? NULL : strstr (info, "Pages:");

  if (found != NULL)
    g_assert_cmpuint (g_ascii_strtoull (found + strlen ("Pages:"), NULL, 10), ==, n);
}

/* Printed as by a person who chose "print to file". */
static void
print (NtmPrintJob  *job,
       GtkPageSetup *setup,
       const char   *path)
{
  g_autoptr (GtkPrintOperation) operation = ntm_print_new_operation (job, setup);
  g_autoptr (GError) error = NULL;
  GtkPrintOperationResult result;

  gtk_print_operation_set_export_filename (operation, path);
  result = gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (result, ==, GTK_PRINT_OPERATION_RESULT_APPLY);
}

/* For the eyes. */
static void
keep (Fixture    *self,
      const char *name)
{
  const char *to = g_getenv ("NTM_TEST_PICTURES");
  g_autofree char *file = g_strdup_printf ("%s-%s.pdf", name, is_vietnamese () ? "vi" : "en");
  g_autofree char *copy = to == NULL ? NULL : g_build_filename (to, file, NULL);
  g_autofree char *bytes = NULL;
  gsize n;

  if (copy != NULL && g_file_get_contents (self->path, &bytes, &n, NULL))
    fixture_write (copy, bytes, n);
}

static NtmFigure *
new_chart (Fixture     *self,
           NtmChartKind kind,
           const char  *indicator)
{
  g_autoptr (NtmChart) chart = ntm_chart_new (kind, indicator);
  g_autoptr (GError) error = NULL;
  NtmFigure *figure = ntm_chart_new_figure (chart, self->desk, NULL, &error);

  g_assert_no_error (error);
  return figure;
}

static NtmFigure *
new_long_list (guint n_groups,
               guint n_rows)
{
  g_autoptr (NtmTaskListSpec) spec = ntm_task_list_spec_new ();

  ntm_spec_set (&spec->title, "A long list");
  ntm_spec_set (&spec->source, "The source of the list");
  ntm_spec_set (&spec->head_title, "HeadTask");
  ntm_spec_set (&spec->head_deadline, "HeadDue");
  ntm_spec_set (&spec->head_state, "HeadState");
  ntm_spec_set (&spec->head_result, "HeadResult");
  ntm_spec_set (&spec->head_place, "HeadPlace");
  for (guint g = 0; g < n_groups; g++)
    {
      g_autofree char *name = g_strdup_printf ("Agency %u", g);
      NtmTaskGroup *group = ntm_task_list_spec_add_group (spec, name, name, "many");

      for (guint r = 0; r < n_rows; r++)
        {
          g_autofree char *title = g_strdup_printf ("Row-%03u%s", g * n_rows + r,
                                                    r % 7 == 3 ? " which says a lot more than fits into a single line of its column" : "");
          NtmTaskRow *row = ntm_task_group_add_row (group, title, title);

          ntm_spec_set (&row->deadline, "30/6/2024");
          ntm_spec_set (&row->state, "open");
          ntm_spec_set (&row->result, "none yet");
          row->no_result = TRUE;
        }
    }
  return ntm_figure_new_for_tasks (spec);
}

static void
assert_furniture (const char *text,
                  guint       page,
                  guint       n)
{
  g_autofree char *number = g_strdup_printf (is_vietnamese () ? "Trang %u/%u" : "Page %u of %u", page, n);

  g_assert_cmpint (count_of (text, number), ==, 1);
  g_assert_cmpint (count_of (text, is_vietnamese () ? "21/02/2024" : "21 Feb 2024"), >=, 1);
}

/* A long list goes on over pages: the header on each, no row lost, none twice. */
static void
test_tasks (Fixture      *self,
            gconstpointer data)
{
  g_autoptr (NtmFigure) figure = new_long_list (6, 50);
  g_autoptr (NtmPrintJob) job = ntm_print_job_new (figure, self->desk);
  g_autoptr (GtkPageSetup) setup = ntm_print_load_page_setup ();
  g_autoptr (GString) all = g_string_new (NULL);
  guint n;

  print (job, setup, self->path);
  n = ntm_print_job_get_n_pages (job);
  g_assert_cmpuint (n, >, 6);
  g_assert_cmpuint (n, <, 40);
  assert_pages (self->path, n);
  for (guint page = 1; page <= n; page++)
    {
      g_autofree char *text = read_page (self->path, page);

      if (text == NULL)
        {
          g_test_skip ("pdftotext is not installed");
          return;
        }
      g_assert_cmpint (count_of (text, "HeadTask"), ==, 1);
      g_assert_cmpint (count_of (text, "HeadState"), ==, 1);
      g_assert_cmpint (count_of (text, "A long list"), ==, 1);
      assert_furniture (text, page, n);
      g_string_append (all, text);
    }
  for (guint row = 0; row < 300; row++)
    {
      g_autofree char *name = g_strdup_printf ("Row-%03u", row);
      g_assert_cmpint (count_of (all->str, name), ==, 1);
    }
  g_assert_cmpint (count_of (all->str, "The source of the list"), ==, 1);
  keep (self, "print-long");
}

/* The tasks of the file and the titles of its communes, as a person prints them. */
static void
test_real (Fixture      *self,
           gconstpointer data)
{
  NtmViewContext context = ntm_desk_get_context (self->desk);
  NtmTasksQuestion tasks = { 0 };
  NtmTitlesQuestion titles = { .level = NTM_LEVEL_COMMUNE, .boxed = TRUE };
  g_autoptr (GError) error = NULL;
  g_autoptr (NtmFigure) list = ntm_figure_new_tasks (&context, &tasks, &error);
  g_autoptr (NtmFigure) table = ntm_figure_new_titles (&context, &titles, &error);
  g_autoptr (NtmPrintJob) first = NULL, second = NULL;
  g_autoptr (GtkPageSetup) setup = ntm_print_load_page_setup ();
  g_autofree char *foot = NULL;

  g_assert_no_error (error);
  /* The tasks have a day of their own, which the foot of each page says. */
  ntm_desk_set_task_day (self->desk, ntm_date_new (2024, 11, 12));
  first = ntm_print_job_new (list, self->desk);
  second = ntm_print_job_new (table, self->desk);
  print (first, setup, self->path);
  g_assert_cmpuint (ntm_print_job_get_n_pages (first), >, 1);
  assert_pages (self->path, ntm_print_job_get_n_pages (first));
  foot = read_page (self->path, 2);
  if (foot != NULL)
    g_assert_cmpint (count_of (foot, is_vietnamese () ? "12/11/2024" : "12 Nov 2024"), ==, 1);
  keep (self, "print-tasks");
  print (second, setup, self->path);
  g_assert_cmpuint (ntm_print_job_get_n_pages (second), >, 4);
  assert_pages (self->path, ntm_print_job_get_n_pages (second));
  keep (self, "print-titles");
}

static void
assert_fonts (const char *path)
{
  const char *argv[] = { "pdffonts", path, NULL };
  g_autofree char *fonts = run (argv);
  g_auto (GStrv) lines = fonts == NULL ? NULL : g_strsplit (fonts, "\n", -1);

  /* Two lines of header; then "emb sub uni" are the columns before the object number. */
  for (guint i = 2; lines != NULL && lines[i] != NULL && *lines[i] != '\0'; i++)
    if (strstr (lines[i], "yes yes yes") == NULL)
      g_error ("a font is not embedded: %s", lines[i]);
}

/* Title, figures, source, day and number of a chart on one sheet of A4, all fonts inside. */
static void
test_chart (Fixture      *self,
            gconstpointer data)
{
  g_autoptr (NtmFigure) figure = new_chart (self, NTM_CHART_TREND, "poverty_rate");
  g_autoptr (NtmPrintJob) job = ntm_print_job_new (figure, self->desk);
  g_autoptr (GtkPageSetup) setup = ntm_print_load_page_setup ();
  g_autofree char *info = NULL, *text = NULL;

  print (job, setup, self->path);
  g_assert_cmpuint (ntm_print_job_get_n_pages (job), ==, 1);
  info = info_of (self->path);
  text = read_page (self->path, 1);
  keep (self, "print-chart");
  if (text == NULL || info == NULL)
    {
      g_test_skip ("poppler's tools are not installed");
      return;
    }
  g_assert_nonnull (strstr (info, "(A4)"));
  g_assert_nonnull (strstr (text, is_vietnamese () ? "3,79 %" : "3.79 %"));
  g_assert_nonnull (strstr (text, is_vietnamese () ? "3,01 %" : "3.01 %"));
  assert_furniture (text, 1, 1);
  assert_fonts (self->path);
}

/* A map and a projection chart, across, with what is behind them on the next page. */
static void
test_map (Fixture      *self,
          gconstpointer data)
{
  NtmViewContext context = ntm_desk_get_context (self->desk);
  NtmMapQuestion question = { .level = NTM_LEVEL_DISTRICT, .legend_place = NTM_LEGEND_BELOW };
  g_autoptr (GError) error = NULL;
  g_autoptr (NtmFigure) map = ntm_figure_new_map (&context, &question, &error);
  g_autoptr (NtmFigure) water = new_chart (self, NTM_CHART_TREND, "central_water_rate");
  g_autoptr (NtmPrintJob) first = NULL, second = NULL;
  g_autoptr (GtkPageSetup) setup = ntm_print_load_page_setup ();
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  first = ntm_print_job_new (map, self->desk);
  second = ntm_print_job_new (water, self->desk);
  print (first, setup, self->path);
  keep (self, "print-map");
  gtk_page_setup_set_orientation (setup, GTK_PAGE_ORIENTATION_LANDSCAPE);
  ntm_print_job_set_with_table (second, TRUE);
  print (second, setup, self->path);
  keep (self, "print-water");
  g_assert_cmpuint (ntm_print_job_get_n_pages (second), ==, 2);
  assert_pages (self->path, 2);
  text = read_page (self->path, 2);
  if (text != NULL)
    g_assert_nonnull (strstr (text, is_vietnamese () ? "24,5 %" : "24.5 %"));
}

static NtmPrintJob *
print_sheet (Fixture           *self,
             NtmSheet          *sheet,
             GtkPageOrientation orientation,
             const char        *name)
{
  g_autoptr (NtmTableSpec) table = ntm_sheet_new_table (sheet);
  g_autoptr (NtmFigure) figure = ntm_figure_new_for_table (table);
  NtmPrintJob *job = ntm_print_job_new (figure, self->desk);
  g_autoptr (GtkPageSetup) setup = ntm_print_load_page_setup ();

  gtk_page_setup_set_orientation (setup, orientation);
  print (job, setup, self->path);
  assert_pages (self->path, ntm_print_job_get_n_pages (job));
  keep (self, name);
  return job;
}

/* The years of an indicator on one sheet: only those with figures, and where they are from. */
static void
test_years (Fixture      *self,
            gconstpointer data)
{
  g_autoptr (NtmSheet) sheet = ntm_sheet_new (self->desk);
  g_autoptr (NtmPrintJob) job = NULL;
  g_autofree char *text = NULL;

  ntm_sheet_set_indicator (sheet, "poverty_rate");
  job = print_sheet (self, sheet, GTK_PAGE_ORIENTATION_LANDSCAPE, "print-years");
  g_assert_cmpuint (ntm_print_job_get_n_pages (job), ==, 1);
  text = read_page (self->path, 1);
  if (text == NULL)
    {
      g_test_skip ("pdftotext is not installed");
      return;
    }
  g_assert_nonnull (strstr (text, is_vietnamese () ? "3,79" : "3.79"));
  g_assert_nonnull (strstr (text, is_vietnamese () ? "Huyện Hương Khê" : "Hương Khê district"));
  g_assert_nonnull (strstr (text, is_vietnamese () ? "Thông báo 21/02/2024" : "Notice of 21 Feb 2024"));
  g_assert_nonnull (strstr (text, "2023"));
  g_assert_null (strstr (text, "2015"));   /* no figure, no column */
  assert_furniture (text, 1, 1);
}

/* @n_rows units by @n_columns columns; the text of each cell is there once. */
static NtmFigure *
new_wide_table (guint n_rows,
                guint n_columns)
{
  g_autoptr (NtmTableSpec) spec = ntm_table_spec_new ();

  spec->boxed = TRUE;
  ntm_spec_set (&spec->title, "A wide table");
  ntm_spec_set (&spec->note, "The note of the table");
  ntm_table_spec_add_column (spec, "HeadUnit", NTM_ALIGN_LEFT, 20);
  for (guint c = 0; c < n_columns; c++)
    {
      g_autofree char *title = g_strdup_printf ("Col%02u", c);

      ntm_spec_set (&ntm_table_spec_add_column (spec, title, NTM_ALIGN_RIGHT, 8)->group, c < n_columns / 2 ? "Left" : "Right");
    }
  for (guint r = 0; r < n_rows; r++)
    {
      g_autofree char *name = g_strdup_printf ("Unit%03u", r);
      NtmTableRow *row = ntm_table_spec_add_row (spec, name);

      ntm_table_row_set (row, 0, name);
      for (guint c = 0; c < n_columns; c++)
        {
          g_autofree char *text = g_strdup_printf ("%u.%03u", 10 + c, r);

          ntm_table_row_set (row, c + 1, text);
        }
    }
  return ntm_figure_new_for_table (spec);
}

/* Prints and reads back all pages, each with its furniture; NULL without poppler. */
static char *
print_and_read (Fixture    *self,
                NtmFigure  *figure,
                guint       n_pages,
                const char *name)
{
  g_autoptr (NtmPrintJob) job = ntm_print_job_new (figure, self->desk);
  g_autoptr (GtkPageSetup) setup = ntm_print_load_page_setup ();
  g_autoptr (GString) all = g_string_new (NULL);

  print (job, setup, self->path);
  keep (self, name);
  g_assert_cmpuint (ntm_print_job_get_n_pages (job), ==, n_pages);
  assert_pages (self->path, n_pages);
  for (guint page = 1; page <= n_pages; page++)
    {
      g_autofree char *text = read_page (self->path, page);

      if (text == NULL)
        return NULL;
      assert_furniture (text, page, n_pages);
      g_assert_cmpint (count_of (text, "A wide table"), ==, 1);
      g_assert_cmpint (count_of (text, "HeadUnit"), >=, 1);
      g_string_append (all, text);
    }
  return g_string_free (g_steal_pointer (&all), FALSE);
}

/* Blocks of columns stand below each other as far as they fit: each cell once, each unit once a block. */
static void
test_blocks (Fixture      *self,
             gconstpointer data)
{
  static const struct { guint n_rows, n_columns, n_pages, n_blocks; } cases[] = {
    { 13, 31, 2, 4 },    /* blocks of 8, 8, 8 and 7 */
    { 61, 14, 6, 2 },    /* each longer than a page */
    { 13, 5, 1, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strdup_printf ("print-blocks-%u", i);
      g_autoptr (NtmFigure) figure = new_wide_table (cases[i].n_rows, cases[i].n_columns);
      g_autofree char *text = print_and_read (self, figure, cases[i].n_pages, name);

      if (text == NULL)
        {
          g_test_skip ("pdftotext is not installed");
          return;
        }
      g_assert_cmpint (count_of (text, "The note of the table"), ==, 1);
      for (guint r = 0; r < cases[i].n_rows; r++)
        {
          g_autofree char *unit = g_strdup_printf ("Unit%03u", r);

          g_assert_cmpint (count_of (text, unit), ==, (int) cases[i].n_blocks);
          for (guint c = 0; c < cases[i].n_columns; c++)
            {
              g_autofree char *cell = g_strdup_printf (" %u.%03u ", 10 + c, r);

              g_assert_cmpint (count_of (text, cell), ==, 1);
            }
        }
    }
}

/* The preview begins a wide table across, and only that; the remembered paper stays. */
static void
test_turned (Fixture      *self,
             gconstpointer data)
{
  static const struct { guint n_rows, n_columns; gboolean across; } cases[] = { { 20, 31, TRUE }, { 90, 5, FALSE }, { 5, 5, FALSE } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (NtmFigure) figure = new_wide_table (cases[i].n_rows, cases[i].n_columns);
      GtkWidget *preview = ntm_preview_new (NULL, figure, self->desk);
      g_autoptr (GtkPageSetup) setup = ntm_print_load_page_setup ();
      double width, height;

      ntm_print_job_get_paper (ntm_preview_get_job (NTM_PREVIEW (preview)), &width, &height);
      g_assert_cmpint (width > height, ==, cases[i].across);
      g_assert_cmpint (gtk_page_setup_get_orientation (setup), ==, GTK_PAGE_ORIENTATION_PORTRAIT);
      gtk_window_destroy (GTK_WINDOW (preview));
    }
}

/* The figures of the file: many columns, read back whole. */
static void
test_wide (Fixture      *self,
           gconstpointer data)
{
  g_autoptr (NtmSheet) sheet = ntm_sheet_new (self->desk);
  g_autoptr (NtmPrintJob) job = NULL;
  g_autoptr (GString) all = g_string_new (NULL);
  guint n_pages;

  ntm_sheet_set_mode (sheet, NTM_SHEET_INDICATORS);
  job = print_sheet (self, sheet, GTK_PAGE_ORIENTATION_LANDSCAPE, "print-indicators");
  n_pages = ntm_print_job_get_n_pages (job);
  g_assert_cmpuint (n_pages, <, 10);
  for (guint page = 1; page <= n_pages; page++)
    {
      g_autofree char *text = read_page (self->path, page);

      if (text == NULL)
        {
          g_test_skip ("pdftotext is not installed");
          return;
        }
      assert_furniture (text, page, n_pages);
      g_string_append (all, text);
    }
  g_assert_cmpint (count_of (all->str, is_vietnamese () ? "11,063" : "11.063"), ==, 1);
}

/* A ranking too long for a page is also listed in full. */
static void
test_long_ranking (Fixture      *self,
                   gconstpointer data)
{
  g_autoptr (NtmRankSpec) spec = ntm_rank_spec_new ();
  g_autoptr (NtmFigure) figure = NULL;
  g_autoptr (NtmPrintJob) job = NULL;
  g_autoptr (GString) all = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  ntm_spec_set (&spec->title, "A long ranking");
  for (guint i = 0; i < 220; i++)
    {
      g_autofree char *name = g_strdup_printf ("Unit-%03u", i);
      ntm_rank_spec_add_value (spec, name, name, i, name);
    }
  figure = ntm_figure_new_for_rank (spec);
  job = ntm_print_job_new (figure, self->desk);
  g_assert_cmpuint (ntm_print_job_get_n_pages (job), >, 3);
  g_assert_true (ntm_print_job_write (job, self->path, &error));
  g_assert_no_error (error);
  for (guint page = 2; page <= ntm_print_job_get_n_pages (job); page++)
    {
      g_autofree char *text = read_page (self->path, page);

      if (text == NULL)
        return;
      g_assert_nonnull (strstr (text, _("Place")));
      g_string_append (all, text);
    }
  for (guint i = 0; i < 220; i++)
    {
      g_autofree char *name = g_strdup_printf ("Unit-%03u", i);
      g_assert_cmpint (count_of (all->str, name), ==, 2);   /* as unit and as value */
    }
}

static void
draw_ruler (cairo_t *cr,
            guint    page,
            gpointer data)
{
  cairo_rectangle (cr, 50 * MM, 100 * MM, 100 * MM, 10 * MM);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_fill (cr);
}

static void
note_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
}

/* A hundred millimetres are a hundred millimetres on paper: a thousand pixels at 254 dpi. */
static void
test_exact_size (Fixture      *self,
                 gconstpointer data)
{
  gboolean is_freed = FALSE;
  NtmPrintJob *job = ntm_print_job_new_composed ("Ruler", 3, draw_ruler, &is_freed, note_cb);
  g_autoptr (GtkPageSetup) setup = ntm_print_load_page_setup ();
  g_autofree char *stem = fixture_dup_path ("ruler"), *png = g_strconcat (stem, ".png", NULL);
  const char *argv[] = { "pdftoppm", "-r", "254", "-f", "2", "-l", "2", "-singlefile", "-png", self->path, stem, NULL };
  g_autofree char *out = NULL;
  cairo_surface_t *surface;
  int n_dark = 0, first = -1;

  print (job, setup, self->path);
  assert_pages (self->path, 3);
  ntm_print_job_unref (job);
  g_assert_true (is_freed);
  out = run (argv);
  if (out == NULL)
    {
      g_test_skip ("pdftoppm is not installed");
      return;
    }
  surface = cairo_image_surface_create_from_png (png);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpint (ABS (cairo_image_surface_get_width (surface) - 2100), <=, 2);
  for (int x = 0; x < cairo_image_surface_get_width (surface); x++)
    {
      guint32 pixel;

      memcpy (&pixel, cairo_image_surface_get_data (surface) + 1050 * cairo_image_surface_get_stride (surface) + 4 * x, 4);
      if ((pixel & 0xff) < 0x80)
        {
          n_dark++;
          first = first < 0 ? x : first;
        }
    }
  cairo_surface_destroy (surface);
  g_assert_cmpint (ABS (n_dark - 1000), <=, 2);
  g_assert_cmpint (ABS (first - 500), <=, 2);
}

/* Another paper is laid out again, also when it is chosen in the dialog, that is while printing begins. */
static void
test_paper (Fixture      *self,
            gconstpointer data)
{
  g_autoptr (NtmFigure) figure = new_long_list (4, 30);
  g_autoptr (NtmPrintJob) job = ntm_print_job_new (figure, self->desk);
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  g_autoptr (GtkPaperSize) a5 = gtk_paper_size_new (GTK_PAPER_NAME_A5), a3 = gtk_paper_size_new (GTK_PAPER_NAME_A3);
  guint on_a4 = ntm_print_job_get_n_pages (job);
  g_autofree char *info = NULL;

  gtk_page_setup_set_paper_size (setup, a5);
  print (job, setup, self->path);
  g_assert_cmpuint (ntm_print_job_get_n_pages (job), >, on_a4);
  assert_pages (self->path, ntm_print_job_get_n_pages (job));
  gtk_page_setup_set_paper_size (setup, a3);
  gtk_page_setup_set_orientation (setup, GTK_PAGE_ORIENTATION_LANDSCAPE);
  print (job, setup, self->path);
  g_assert_cmpuint (ntm_print_job_get_n_pages (job), <=, on_a4);
  info = info_of (self->path);
  if (info != NULL)
    g_assert_nonnull (strstr (info, "(A3)"));
}

/* A PDF that cannot be written is an error; the older file stays. */
static void
test_write_errors (Fixture      *self,
                   gconstpointer data)
{
  g_autoptr (NtmFigure) figure = new_chart (self, NTM_CHART_TREND, "poverty_rate");
  g_autoptr (NtmPrintJob) job = ntm_print_job_new (figure, self->desk);
  g_autofree char *png = fixture_dup_path ("pages.png");
  g_autoptr (GError) error = NULL;

  g_assert_false (ntm_print_job_write (job, png, &error));
  g_assert_error (error, NTM_ERROR, NTM_ERROR_INPUT);
  g_clear_error (&error);
  g_assert_false (ntm_print_job_write (job, "/proc/no/pages.pdf", &error));
  g_assert_error (error, NTM_ERROR, NTM_ERROR_NOT_FOUND);
}

static NtmPreview *
open_preview (Fixture   *self,
              NtmFigure *figure)
{
  NtmPreview *preview = NTM_PREVIEW (ntm_preview_new (NULL, figure, self->desk));

  gtk_window_present (GTK_WINDOW (preview));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (preview));
  fixture_spin (150);
  return preview;
}

static void
assert_place (NtmPreview *preview,
              guint       page)
{
  g_autofree char *wanted = g_strdup_printf (is_vietnamese () ? "Trang %u/%u" : "Page %u of %u", page,
                                             ntm_print_job_get_n_pages (ntm_preview_get_job (preview)));

  g_assert_cmpstr (ntm_preview_get_place (preview), ==, wanted);
}

/* The preview says where one is, draws only what is in sight and turns pages. */
static void
test_preview (Fixture      *self,
              gconstpointer data)
{
  g_autoptr (NtmFigure) figure = new_long_list (6, 50);
  NtmPreview *preview = open_preview (self, figure);
  NtmPreviewPages *pages = ntm_preview_get_pages (preview);
  guint n = ntm_print_job_get_n_pages (ntm_preview_get_job (preview));
  double fitted = ntm_preview_pages_get_zoom (pages);

  assert_place (preview, 1);
  g_assert_cmpuint (n, >, 6);
  g_assert_cmpuint (ntm_preview_pages_get_n_drawn (pages), >=, 1);
  g_assert_cmpuint (ntm_preview_pages_get_n_drawn (pages), <=, 3);
  fixture_save_picture (GTK_WIDGET (preview), is_vietnamese () ? "preview-long-vi.png" : "preview-long-en.png");
  gtk_widget_activate_action (GTK_WIDGET (preview), "preview.turn", "i", 1);
  fixture_spin (100);
  assert_place (preview, 2);
  gtk_widget_activate_action (GTK_WIDGET (preview), "preview.turn", "i", 1000);
  fixture_spin (100);
  assert_place (preview, n);
  gtk_widget_activate_action (GTK_WIDGET (preview), "preview.zoom-in", NULL);
  g_assert_cmpfloat_with_epsilon (ntm_preview_pages_get_zoom (pages), fitted * 1.2, 0.01);
  gtk_widget_activate_action (GTK_WIDGET (preview), "preview.zoom-fit", NULL);
  fixture_spin (100);
  g_assert_cmpfloat_with_epsilon (ntm_preview_pages_get_zoom (pages), fitted, 0.02);
  gtk_window_destroy (GTK_WINDOW (preview));
  fixture_spin (20);
}

static GtkWidget *
find_toggle (GtkWidget  *widget,
             const char *label)
{
  GtkWidget *found = NULL;

  if (GTK_IS_TOGGLE_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_toggle (child, label);
  return found;
}

/* What is chosen changes the pages at once and is there again the next time. */
static void
test_preview_paper (Fixture      *self,
                    gconstpointer data)
{
  g_autoptr (NtmFigure) figure = new_chart (self, NTM_CHART_RANK, "sponsorship_locality");
  NtmPreview *preview = open_preview (self, figure);
  double width, height;

  ntm_print_job_get_paper (ntm_preview_get_job (preview), &width, &height);
  g_assert_cmpfloat_with_epsilon (width, 210 * MM, 0.5);
  g_assert_cmpfloat_with_epsilon (height, 297 * MM, 0.5);
  assert_place (preview, 1);
  fixture_save_picture (GTK_WIDGET (preview), is_vietnamese () ? "preview-vi.png" : "preview-en.png");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_toggle (GTK_WIDGET (preview), _("With Table of Figures"))), TRUE);
  g_assert_cmpuint (ntm_print_job_get_n_pages (ntm_preview_get_job (preview)), ==, 2);
  assert_place (preview, 1);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_toggle (GTK_WIDGET (preview), _("Across"))), TRUE);
  ntm_print_job_get_paper (ntm_preview_get_job (preview), &width, &height);
  g_assert_cmpfloat (width, >, height);
  fixture_spin (100);
  fixture_save_picture (GTK_WIDGET (preview), is_vietnamese () ? "preview-across-vi.png" : "preview-across-en.png");
  gtk_window_destroy (GTK_WINDOW (preview));
  fixture_spin (20);

  preview = open_preview (self, figure);
  ntm_print_job_get_paper (ntm_preview_get_job (preview), &width, &height);
  g_assert_cmpfloat (width, >, height);
  gtk_window_destroy (GTK_WINDOW (preview));
  fixture_spin (20);
}

#define ADD(name, func) g_test_add ("/app/print/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  fixture_init (&argc, &argv);
  ADD ("tasks", test_tasks);
  ADD ("real", test_real);
  ADD ("chart", test_chart);
  ADD ("map", test_map);
  ADD ("years", test_years);
  ADD ("wide", test_wide);
  ADD ("blocks", test_blocks);
  ADD ("turned", test_turned);
  ADD ("long-ranking", test_long_ranking);
  ADD ("exact-size", test_exact_size);
  ADD ("paper", test_paper);
  ADD ("write-errors", test_write_errors);
  ADD ("preview", test_preview);
  ADD ("preview-paper", test_preview_paper);
  return fixture_run ();
}
