/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables and task lists over pages: no row lost, none over the foot, header on each page, no lonely headings. */

#include "draw-fixture.h"
#include "ntm-text-box.h"

static void
test_table (void)
{
  static const guint counts[] = { 1, 2, 9, 40, 200 };

  for (guint boxed = 0; boxed < 2; boxed++)
    for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
      for (double first = 0; first <= 300; first += 60)
        {
          g_autoptr(NtmDrawStyle) style = ntm_draw_style_new (boxed ? NTM_STYLE_PRINT : NTM_STYLE_LIGHT, boxed ? NTM_MEDIUM_PRINT : NTM_MEDIUM_DESK, NTM_LANG_VI);
          g_autoptr(NtmTableSpec) spec = fixture_table_new (counts[i], boxed);
          g_autoptr(NtmTableLayout) layout = ntm_table_layout_new (spec, style, 470, 600, first);
          guint next = 0;

          for (guint page = 0; page < ntm_table_layout_get_n_pages (layout); page++)
            {
              double room = page == 0 && first > 0 ? first : 600;
              double y = 0;
              guint n, n_heads = 0, n_rows = 0, last = 0;
              const NtmPlaced *placed = ntm_table_layout_get_placed (layout, page, &n);

              for (guint k = 0; k < n; k++)
                {
                  n_heads += placed[k].kind == NTM_PLACED_HEADER;
                  if (placed[k].kind == NTM_PLACED_HEADER)
                    y = placed[k].y + placed[k].height;
                }
              for (guint k = 0; k < n; k++)
                {
                  if (placed[k].kind != NTM_PLACED_ROW)
                    continue;
                  /* Each row once, in order, one under the other. */
                  g_assert_cmpuint (placed[k].index, ==, next);
                  g_assert_cmpfloat_with_epsilon (placed[k].y, y, 1e-6);
                  y += placed[k].height;
                  last = next++;
                  n_rows++;
                }
              g_assert_cmpuint (n_heads, ==, 5);
              if (n_rows == 0)
                {
                  g_assert_cmpuint (page, ==, 0);
                  continue;
                }
              g_assert_cmpfloat (ntm_table_layout_get_height (layout, page), <=, room + 1e-6);
              g_assert_cmpfloat (y, <=, room + 1e-6);
              if (page + 1 < ntm_table_layout_get_n_pages (layout))
                g_assert_cmpint (((NtmTableRow *) g_ptr_array_index (spec->rows, last))->kind, !=, NTM_ROW_SECTION);
            }
          g_assert_cmpuint (next, ==, counts[i]);
        }
}

/* A long text makes its row higher, a row higher than the page has one of its own. */
static void
test_wrap (void)
{
  g_autoptr(NtmDrawStyle) style = ntm_draw_style_new (NTM_STYLE_LIGHT, NTM_MEDIUM_DESK, NTM_LANG_VI);
  g_autoptr(NtmTableSpec) spec = ntm_table_spec_new ();
  g_autoptr(NtmTableLayout) layout = NULL;
  g_autoptr(GString) text = g_string_new (NULL);
  const NtmPlaced *placed;
  double heights[3] = { 0 };
  guint n;

  for (guint i = 0; i < 400; i++)
    g_string_append (text, "nông thôn mới ");
  ntm_table_spec_add_column (spec, "A", NTM_ALIGN_LEFT, 1);
  ntm_table_spec_add_column (spec, "B", NTM_ALIGN_RIGHT, 1);
  for (guint i = 0; i < 3; i++)
    ntm_table_row_set (ntm_table_spec_add_row (spec, NULL), 0, i == 1 ? text->str : "ngắn");
  layout = ntm_table_layout_new (spec, style, 300, 200, 0);
  g_assert_cmpuint (ntm_table_layout_get_n_pages (layout), ==, 3);
  for (guint page = 0; page < 3; page++)
    {
      placed = ntm_table_layout_get_placed (layout, page, &n);
      for (guint k = 0; k < n; k++)
        if (placed[k].kind == NTM_PLACED_ROW)
          heights[placed[k].index] = placed[k].height;
    }
  g_assert_cmpfloat (heights[1], >, 200);
  g_assert_cmpfloat_with_epsilon (heights[0], heights[2], 1e-9);
}

static void
test_table_columns (void)
{
  g_autoptr(NtmDrawStyle) style = ntm_draw_style_new (NTM_STYLE_LIGHT, NTM_MEDIUM_DESK, NTM_LANG_VI);
  g_autoptr(NtmTableSpec) spec = fixture_table_new (20, FALSE);
  g_autoptr(NtmTableLayout) layout = ntm_table_layout_new (spec, style, 500, 0, 0);
  double right = 0;
  guint n;
  const NtmPlaced *placed = ntm_table_layout_get_placed (layout, 0, &n);

  g_assert_cmpuint (ntm_table_layout_get_n_pages (layout), ==, 1);
  for (guint k = 0; k < n; k++)
    {
      const NtmTableColumn *column = g_ptr_array_index (spec->columns, placed[k].column);

      if (placed[k].kind != NTM_PLACED_HEADER)
        continue;
      g_assert_cmpfloat_with_epsilon (placed[k].x, right, 1e-6);
      right += placed[k].width;
      /* No word of a heading is broken, however narrow the column was wished. */
      g_assert_cmpfloat (placed[k].width, >=, ntm_text_box_longest_word (style, NTM_FONT_CELL, NTM_TEXT_BOLD, column->title));
    }
  g_assert_cmpfloat_with_epsilon (right, 500, 1e-6);
}

static void
test_table_empty (void)
{
  g_autoptr(NtmDrawStyle) style = ntm_draw_style_new (NTM_STYLE_LIGHT, NTM_MEDIUM_DESK, NTM_LANG_VI);
  g_autoptr(NtmTableSpec) spec = ntm_table_spec_new (), blank = ntm_table_spec_new ();
  g_autoptr(NtmTableLayout) layout = NULL, nothing = ntm_table_layout_new (blank, style, 300, 400, 0);
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);

  ntm_spec_set (&spec->empty, "Chưa có số liệu cho 2025");
  ntm_table_spec_add_column (spec, "A", NTM_ALIGN_LEFT, 1);
  layout = ntm_table_layout_new (spec, style, 300, 400, 0);
  g_assert_cmpuint (ntm_table_layout_get_n_pages (layout), ==, 1);
  g_assert_cmpuint (ntm_table_layout_get_n_pages (nothing), ==, 1);
  ntm_table_layout_draw (layout, cr, 0);
  ntm_table_layout_draw (nothing, cr, 0);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
test_tasks (void)
{
  for (guint rows = 0; rows <= 12; rows += 3)
    {
      g_autoptr(NtmDrawStyle) style = ntm_draw_style_new (NTM_STYLE_PRINT, NTM_MEDIUM_PRINT, NTM_LANG_VI);
      g_autoptr(NtmTaskListSpec) spec = fixture_tasks_new (5, rows);
      g_autoptr(NtmTaskListLayout) layout = ntm_task_list_layout_new (spec, style, 470, 500, 320);
      guint group = 0, row = 0, n_groups = 0, n_rows = 0;

      for (guint page = 0; page < ntm_task_list_layout_get_n_pages (layout); page++)
        {
          guint n;
          const NtmPlaced *placed = ntm_task_list_layout_get_placed (layout, page, &n);
          const NtmPlaced *last = NULL;

          g_assert_cmpint (placed[0].kind, ==, NTM_PLACED_HEADER);
          g_assert_cmpfloat (ntm_task_list_layout_get_height (layout, page), <=, page == 0 ? 320 : 500);
          for (guint k = 1; k < n; k++)
            {
              if (placed[k].kind == NTM_PLACED_HEADER)
                {
                  g_assert_cmpuint (placed[k].index, ==, n_groups++);
                  group = placed[k].index;
                  row = 0;
                  last = &placed[k];
                }
              if (placed[k].kind == NTM_PLACED_ROW)
                {
                  g_autofree char *key = g_strdup_printf ("g%u-%u", group, row);

                  g_assert_cmpstr (placed[k].key, ==, key);
                  row++;
                  n_rows++;
                  last = &placed[k];
                }
            }
          if (rows > 0 && last != NULL)
            g_assert_cmpint (last->kind, ==, NTM_PLACED_ROW);
        }
      g_assert_cmpuint (n_groups, ==, 5);
      g_assert_cmpuint (n_rows, ==, 5 * rows);
    }
}

static NtmTaskListLayout *
lay_out_tasks (const NtmDrawStyle *style, const char *state, const char *result, guint n_rows)
{
  g_autoptr(NtmTaskListSpec) spec = ntm_task_list_spec_new ();
  NtmTaskGroup *group = ntm_task_list_spec_add_group (spec, "g", "Sở Nông nghiệp và Phát triển nông thôn", NULL);

  for (guint i = 0; i < n_rows; i++)
    {
      g_autoptr(GString) title = g_string_new (NULL);
      NtmTaskRow *row;

      for (guint word = 0; word < 4 + i; word++)
        g_string_append (title, "việc ");
      row = ntm_task_group_add_row (group, "t", title->str);
      ntm_spec_set (&row->state, state);
      ntm_spec_set (&row->result, result);
    }
  return ntm_task_list_layout_new (spec, style, 470, 1e6, 1e6);
}

/* Chips stand on one line, and what they and the results do not need is the titles'. */
static void
test_task_columns (void)
{
  g_autoptr(NtmDrawStyle) style = ntm_draw_style_new (NTM_STYLE_PRINT, NTM_MEDIUM_PRINT, NTM_LANG_VI);
  g_autoptr(NtmTaskListLayout) brief = lay_out_tasks (style, "xong", NULL, 40);
  g_autoptr(NtmTaskListLayout) usual = lay_out_tasks (style, "quá hạn 1234 ngày", NULL, 40);
  g_autoptr(NtmTaskListLayout) reported = lay_out_tasks (style, "xong", "báo cáo số 155", 40);
  guint n;
  const NtmPlaced *rows = ntm_task_list_layout_get_placed (usual, 0, &n);
  const NtmPlaced *short_rows = ntm_task_list_layout_get_placed (brief, 0, &n);

  g_assert_cmpint (rows[2].kind, ==, NTM_PLACED_ROW);
  g_assert_cmpfloat_with_epsilon (rows[2].height, short_rows[2].height, 1e-6);
  g_assert_cmpfloat (ntm_task_list_layout_get_height (brief, 0), <, 0.95 * ntm_task_list_layout_get_height (usual, 0));
  g_assert_cmpfloat (ntm_task_list_layout_get_height (brief, 0), <, 0.95 * ntm_task_list_layout_get_height (reported, 0));
}

/* A text without end is cut, not set for minutes. */
static void
test_endless_text (void)
{
  g_autoptr(NtmDrawStyle) style = ntm_draw_style_new (NTM_STYLE_LIGHT, NTM_MEDIUM_DESK, NTM_LANG_VI);
  g_autofree char *endless = g_strnfill (2000000, 'x');
  g_autoptr(GString) marks = g_string_new ("a");
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < 500000; i++)
    g_string_append (marks, "\xcc\x81");
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(NtmTaskListLayout) layout = lay_out_tasks (style, i == 0 ? endless : marks->str, NULL, 1);

      g_assert_cmpuint (ntm_task_list_layout_get_n_pages (layout), ==, 1);
    }
  g_assert_cmpint (g_get_monotonic_time () - start, <, 60 * G_USEC_PER_SEC);
}

static void
test_tasks_empty (void)
{
  g_autoptr(NtmDrawStyle) style = ntm_draw_style_new (NTM_STYLE_LIGHT, NTM_MEDIUM_DESK, NTM_LANG_VI);
  g_autoptr(NtmTaskListSpec) spec = ntm_task_list_spec_new ();
  g_autoptr(NtmTaskListLayout) layout = NULL;
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);

  ntm_spec_set (&spec->empty, "Không có nhiệm vụ nào");
  ntm_spec_set (&spec->source, "Nguồn");
  layout = ntm_task_list_layout_new (spec, style, 300, 400, 0);
  ntm_task_list_layout_draw (layout, cr, 0);
  g_assert_cmpuint (ntm_task_list_layout_get_n_pages (layout), ==, 1);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draw/table/pages", test_table);
  g_test_add_func ("/draw/table/wrap", test_wrap);
  g_test_add_func ("/draw/table/columns", test_table_columns);
  g_test_add_func ("/draw/table/empty", test_table_empty);
  g_test_add_func ("/draw/tasks/pages", test_tasks);
  g_test_add_func ("/draw/tasks/columns", test_task_columns);
  g_test_add_func ("/draw/text/endless", test_endless_text);
  g_test_add_func ("/draw/tasks/empty", test_tasks_empty);
  return g_test_run ();
}
