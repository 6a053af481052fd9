/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What changed since the last meeting: the window of the history, and a journal of years. */

#include "config.h"

#include "fixture.h"

#include <sqlite3.h>
#include <string.h>

#include "ntm-edit-point.h"
#include "ntm-history-since.h"
#include "ntm-history-window.h"
#include "ntm-point-button.h"

#define N_MANY 20000

typedef struct
{
  char             *path;
  NtmWindow        *window;
  NtmHistoryWindow *history;
} Fixture;

/* Either language where the words of the data differ. */
static const char *
words (const char *vi,
       const char *en)
{
  return ntm_lang_current () == NTM_LANG_VI ? vi : en;
}

static void
enter (NtmWindow  *window,
       const char *period,
       const char *value)
{
  NtmAtlas *atlas = ntm_desk_get_atlas (window->desk);
  NtmEntry entry = { .state = NTM_STATE_VALUE, .kind = NTM_KIND_REPORTED };
  g_autoptr (NtmEdit) edit = NULL;
  g_autoptr (GError) error = NULL;

  entry.indicator = ntm_atlas_lookup (atlas, NTM_TABLE_INDICATOR, "poverty_rate");
  entry.unit = ntm_atlas_find_unit (atlas, "444-0");
  g_assert_true (ntm_period_parse (period, &entry.period, NULL));
  g_assert_true (ntm_number_parse (value, NTM_NUMBER_SCRIPT, &entry.number, NULL));
  edit = ntm_edit_new_observation (atlas, &entry, &error);
  g_assert_no_error (error);
  ntm_desk_apply (window->desk, edit, &error);
  g_assert_no_error (error);
}

static NtmHistoryWindow *
find_history (void)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (fixture_get_app ())); l != NULL; l = l->next)
    if (NTM_IS_HISTORY_WINDOW (l->data))
      return l->data;
  return NULL;
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->path = fixture_new_file ("history.ntm");
  self->window = fixture_open (self->path);
  fixture_act (self->window, "win.history", NULL);
  self->history = find_history ();
  g_assert_nonnull (self->history);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (self->history));
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  fixture_close (self->window);
  g_assert_null (find_history ());
  g_free (self->path);
}

/* Every row in view, one a line: its kind and what is spoken of it, without the time. */
static NtmHistoryItem *
row_item (Fixture *self,
          guint    i)
{
  g_autoptr (GtkTreeListRow) row = g_list_model_get_item (ntm_history_list_get_rows (ntm_history_window_get_list (self->history)), i);
  g_autoptr (NtmHistoryItem) item = row == NULL ? NULL : gtk_tree_list_row_get_item (row);

  return item;   /* the model holds it */
}

static guint
count_rows (Fixture *self)
{
  return g_list_model_get_n_items (ntm_history_list_get_rows (ntm_history_window_get_list (self->history)));
}

static const char *
get_page (Fixture *self)
{
  GtkWidget *stack = gtk_widget_get_ancestor (GTK_WIDGET (ntm_history_window_get_list (self->history)), GTK_TYPE_STACK);

  return gtk_stack_get_visible_child_name (GTK_STACK (stack));
}

static void
set_open (Fixture *self,
          guint    i)
{
  g_autoptr (GtkTreeListRow) row = g_list_model_get_item (ntm_history_list_get_rows (ntm_history_window_get_list (self->history)), i);

  gtk_tree_list_row_set_expanded (row, TRUE);
}

static gpointer
part (Fixture    *self,
      const char *name)
{
  return gtk_widget_get_template_child (GTK_WIDGET (self->history), NTM_TYPE_HISTORY_WINDOW, name);
}

static gpointer
naming (Fixture    *self,
        const char *name)
{
  return gtk_widget_get_template_child (GTK_WIDGET (part (self, "name_button")), NTM_TYPE_POINT_BUTTON, name);
}

static void
search (Fixture    *self,
        const char *text)
{
  gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  gtk_editable_set_text (GTK_EDITABLE (part (self, "search")), text);
  g_signal_emit_by_name (part (self, "search"), "search-changed");   /* without waiting for the next letter */
  while (!g_str_equal (get_page (self), "nothing") && ntm_history_pages_get_n_edits (ntm_history_window_get_pages (self->history)) == 0)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, FALSE);
    }
}

/* A new file has a sentence instead of a list; the first change takes its place at once. */
static void
test_live (Fixture       *self,
           gconstpointer  data)
{
  g_assert_cmpstr (get_page (self), ==, "nothing");
  fixture_keep (GTK_WIDGET (self->history), "history", "nothing");
  enter (self->window, "2021", "3.79");
  enter (self->window, "2021", "3.01");
  g_assert_cmpstr (get_page (self), ==, "list");
  g_assert_cmpint (ntm_history_item_get_facts (row_item (self, 0))->kind, ==, NTM_HISTORY_DAY);
  g_assert_nonnull (strstr (ntm_history_item_get_facts (row_item (self, 1))->title,
                            words ("Huyện Hương Khê · Tỷ lệ hộ nghèo", "Hương Khê district · Poverty rate")));
  g_assert_cmpstr (ntm_history_item_get_facts (row_item (self, 1))->change, ==,
                   words ("3,79\u00a0% → 3,01\u00a0%", "3.79\u00a0% → 3.01\u00a0%"));
  g_assert_cmpstr (ntm_history_item_get_facts (row_item (self, 2))->change, ==, words ("3,79\u00a0%", "3.79\u00a0%"));
  g_assert_false (ntm_history_item_is_undone (row_item (self, 1)));

  fixture_act (self->window, "win.undo", NULL);
  g_assert_true (ntm_history_item_is_undone (row_item (self, 1)));
  g_assert_false (ntm_history_item_is_undone (row_item (self, 2)));
  /* The keys of the window work here too. */
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->history), "win.redo", NULL));
  g_assert_false (ntm_history_item_is_undone (row_item (self, 1)));
  fixture_act (self->window, "win.undo", NULL);
  enter (self->window, "2022", "2");   /* drops what was undone */
  g_assert_true (ntm_history_item_is_undone (row_item (self, 2)));
  g_assert_cmpint (ntm_history_item_get_facts (row_item (self, 1))->edit, ==, ntm_history_item_get_facts (row_item (self, 2))->edit + 1);
  g_assert_cmpuint (count_rows (self), ==, 5);   /* the day, three figures, the filling */
}

/* An edit opens to its values; a value leads to its cell. */
static void
test_values (Fixture       *self,
             gconstpointer  data)
{
  g_autofree char *spoken = NULL;
  guint n;

  enter (self->window, "2021", "3.79");
  n = count_rows (self);
  set_open (self, 1);
  g_assert_cmpuint (count_rows (self), >, n);
  g_assert_cmpint (ntm_history_item_get_facts (row_item (self, 2))->kind, ==, NTM_HISTORY_VALUE);
  spoken = ntm_history_item_dup_spoken (row_item (self, 2));
  g_assert_null (strstr (spoken, "poverty_rate"));
  g_assert_null (strstr (spoken, "444-0"));
  fixture_keep (GTK_WIDGET (self->history), "history", "values");
  fixture_act (self->window, "win.show-view", "map");
  g_signal_emit_by_name (ntm_history_window_get_list (self->history), "chosen", row_item (self, 2));
  fixture_settle (self->window);
  g_assert_cmpstr (adw_view_stack_get_visible_child_name (self->window->views), ==, "table");
  g_assert_cmpstr (ntm_desk_get_selected (self->window->desk)->id, ==, "444-0");
  g_assert_cmpstr (ntm_sheet_get_indicator (ntm_sheet_page_get_sheet (self->window->sheet_page))->code, ==, "poverty_rate");
}

/* By person, by words without their marks, and of one figure only. */
static void
test_filters (Fixture       *self,
              gconstpointer  data)
{
  NtmHistoryPages *pages = ntm_history_window_get_pages (self->history);
  GtkDropDown *authors = part (self, "author_choice");
  GVariant *cell = g_variant_new ("(ss)", "444-0", "poverty_rate");
  NtmDate other;

  ntm_store_set_author (ntm_desk_get_store (self->window->desk), "Lê Văn A");
  enter (self->window, "2021", "3.79");
  ntm_store_set_author (ntm_desk_get_store (self->window->desk), "Nguyễn Thị Bình");
  g_assert_true (ntm_date_parse ("2024-06-30", &other, NULL));
  g_assert_true (ntm_desk_set_date (self->window->desk, other, NULL));
  g_assert_cmpuint (ntm_history_pages_get_n_edits (pages), ==, 3);
  for (guint i = 0; i < g_list_model_get_n_items (gtk_drop_down_get_model (authors)); i++)
    if (g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (gtk_drop_down_get_model (authors)), i), "Nguyễn Thị Bình"))
      gtk_drop_down_set_selected (authors, i);
  g_assert_cmpuint (ntm_history_pages_get_n_edits (pages), ==, 1);
  gtk_drop_down_set_selected (authors, 0);
  search (self, "le van");
  g_assert_cmpuint (ntm_history_pages_get_n_edits (pages), ==, 1);
  search (self, words ("huong khe", "HUONG khe DISTRICT"));
  g_assert_cmpuint (ntm_history_pages_get_n_edits (pages), ==, 1);
  search (self, "khong co gi");
  g_assert_cmpstr (get_page (self), ==, "nothing");
  search (self, "");
  g_assert_true (gtk_widget_activate_action_variant (GTK_WIDGET (self->window), "win.history-of", cell));
  g_assert_cmpuint (ntm_history_pages_get_n_edits (pages), ==, 1);
  g_assert_true (gtk_widget_get_visible (part (self, "place_strip")));
  fixture_keep (GTK_WIDGET (self->history), "history", "cell");
}

/* A point named here is in the choice of times, and what came before it is no longer listed from it on. */
static void
test_point (Fixture       *self,
            gconstpointer  data)
{
  NtmHistoryPages *pages = ntm_history_window_get_pages (self->history);
  GtkDropDown *since = part (self, "since_choice");
  g_autoptr (GPtrArray) points = NULL;
  GtkPopover *popover = naming (self, "popover");

  enter (self->window, "2021", "3.79");
  fixture_spin (1100);   /* the journal counts in seconds */
  gtk_popover_popup (popover);
  g_signal_emit_by_name (naming (self, "entry"), "activate");
  g_assert_true (gtk_widget_has_css_class (naming (self, "hint"), "error"));
  gtk_editable_set_text (GTK_EDITABLE (naming (self, "entry")), "Trước họp");
  fixture_keep (GTK_WIDGET (self->history), "history", "name");
  g_signal_emit_by_name (naming (self, "entry"), "activate");
  points = ntm_named_point_list (ntm_desk_get_atlas (self->window->desk));
  g_assert_cmpuint (points->len, ==, 1);
  enter (self->window, "2022", "4");
  g_assert_cmpuint (ntm_history_pages_get_n_edits (pages), ==, 4);
  gtk_drop_down_set_selected (since, 2);
  g_assert_nonnull (strstr (gtk_string_object_get_string (gtk_drop_down_get_selected_item (since)), "Trước họp"));
  g_assert_cmpuint (ntm_history_pages_get_n_edits (pages), ==, 2);
  /* Without the point, everything since the meeting is asked for again. */
  fixture_act (self->window, "win.undo", NULL);
  fixture_act (self->window, "win.undo", NULL);
  g_assert_cmpuint (gtk_drop_down_get_selected (since), ==, 0);
  g_assert_cmpuint (ntm_history_pages_get_n_edits (pages), ==, 4);
}

/* The last meeting that has been comes first, as it began where the person is; a later one does not count yet. */
static void
test_since (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_offset (7 * 3600);
  g_autoptr (GDateTime) early = g_date_time_new (zone, 2024, 3, 1, 12, 0, 0), late = g_date_time_new (zone, 2024, 11, 26, 0, 0, 0);
  g_autoptr (GDateTime) before = g_date_time_new (zone, 2020, 1, 1, 0, 0, 0);
  const struct { GDateTime *now; guint n; const char *first, *week; } cases[] = {
    { early, 3, "2024-02-20T17:00:00Z", "2024-02-23T05:00:00Z" }, { late, 3, "2024-11-25T17:00:00Z", "2024-11-18T17:00:00Z" },
    { before, 2, NULL, "2019-12-24T17:00:00Z" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) choices = ntm_history_list_since (ntm_desk_get_atlas (self->window->desk), cases[i].now);

      g_assert_cmpuint (choices->len, ==, cases[i].n);
      g_assert_cmpstr (((NtmHistorySince *) choices->pdata[0])->time, ==, cases[i].first);
      g_assert_cmpstr (((NtmHistorySince *) choices->pdata[1])->time, ==, cases[i].week);
    }
}

/* Rows of the list say what they are, and whether they are open. */
static void
test_accessible (Fixture       *self,
                 gconstpointer  data)
{
  GtkWidget *list, *row;
  g_autofree char *spoken = NULL;

  enter (self->window, "2021", "3.79");
  gtk_test_widget_wait_for_draw (GTK_WIDGET (self->history));
  list = GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (ntm_history_window_get_list (self->history)), NTM_TYPE_HISTORY_LIST, "list"));
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_ROLE_LIST);
  row = gtk_widget_get_next_sibling (gtk_widget_get_first_child (list));
  spoken = ntm_history_item_dup_spoken (row_item (self, 1));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken);
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_EXPANDED, FALSE);
  set_open (self, 1);
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_EXPANDED, TRUE);
}

/* Twenty thousand edits of three values, and one of a hundred thousand, written behind the program's back. */
static char *
new_large_file (void)
{
  static const char *sql =
    "BEGIN;"
    "WITH RECURSIVE n (i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i <= 20000) "
    "INSERT INTO edit SELECT 'e' || i, i, strftime ('%Y-%m-%dT%H:%M:%SZ', '2020-01-01', i || ' hours'), 'Người ' || (i % 7), "
    "'label', 'done', 1, zeroblob (200) FROM n;"
    "WITH RECURSIVE n (i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i <= 20000) "
    "INSERT INTO edit_value SELECT 'e' || i, c + 1, 'observation', 'poverty_rate 444-0 20' || (10 + i % 14) || ' reported n', "
    "substr ('value noteswords', c * 5 + 1, 5), CAST (i AS TEXT), CAST (i + 1 AS TEXT), '444-0', 'poverty_rate' "
    "FROM n, (SELECT 0 AS c UNION SELECT 1 UNION SELECT 2);"
    "INSERT INTO edit VALUES ('big', 20002, '2024-01-01T00:00:00Z', 'Nhập tệp', 'import', 'done', 1, zeroblob (10));"
    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000) "
    "INSERT INTO edit_value SELECT 'big', i, 'observation', 'poverty_rate 444-0 2023 reported n' || i, 'value', NULL, '1', '444-0', "
    "'poverty_rate' FROM n;"
    "COMMIT";
  char *path = fixture_new_file ("history-large.ntm");
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
  return path;
}

/* The longest the program did not look at keys while it read everything there is. */
static double
read_all (NtmHistoryPages *pages)
{
  gint64 longest = 0;

  while (!ntm_history_pages_is_complete (pages))
    {
      gint64 start = g_get_monotonic_time ();

      ntm_history_pages_load_more (pages);
      g_main_context_iteration (NULL, TRUE);
      longest = MAX (longest, g_get_monotonic_time () - start);
    }
  return (double) longest / 1000;
}

static void
test_large (Fixture       *self,
            gconstpointer  data)
{
  g_autofree char *path = new_large_file ();
  NtmWindow *window = fixture_open (path);
  g_autoptr (NtmHistoryPages) pages = ntm_history_pages_new (window->desk);
  NtmJournalQuery all = { 0 }, one = { .author = "Người 3" };
  gint64 start = g_get_monotonic_time ();
  double first, found, longest;
  g_autoptr (GListModel) values = NULL;
  g_autoptr (NtmHistoryItem) big = NULL;

  ntm_history_pages_ask (pages, &all, "");
  first = (double) (g_get_monotonic_time () - start) / 1000;
  g_assert_cmpuint (ntm_history_pages_get_n_edits (pages), >=, 20);
  g_assert_false (ntm_history_pages_is_complete (pages));
  start = g_get_monotonic_time ();
  big = g_list_model_get_item (ntm_history_pages_get_items (pages), 1);
  g_assert_cmpint (ntm_history_item_get_facts (big)->n_values, ==, 100000);
  values = ntm_history_pages_new_values (pages, big);
  g_test_message ("first rows %.1f ms, an edit of 100 000 values opened %.1f ms", first,
                  (double) (g_get_monotonic_time () - start) / 1000);
  g_assert_cmpuint (g_list_model_get_n_items (values), ==, 501);
  g_assert_cmpfloat (first, <, 300);

  ntm_history_pages_ask (pages, &one, "");
  read_all (pages);
  g_assert_cmpuint (ntm_history_pages_get_n_edits (pages), ==, N_MANY / 7);
  start = g_get_monotonic_time ();
  ntm_history_pages_ask (pages, &one, "khong co");
  longest = read_all (pages);
  found = (double) (g_get_monotonic_time () - start) / 1000;
  g_test_message ("all of one person searched %.0f ms, never longer than %.1f ms at once", found, longest);
  g_assert_cmpuint (ntm_history_pages_get_n_edits (pages), ==, 0);
  fixture_close (window);
}

/* Nothing is written to a file for reading, so no point is named in it. */
static void
test_read_only (Fixture       *self,
                gconstpointer  data)
{
  g_assert_true (gtk_widget_get_sensitive (part (self, "name_button")));
  ntm_desk_take_store (self->window->desk, ntm_store_open (self->path, NTM_STORE_READ_ONLY, NULL));
  g_assert_false (gtk_widget_get_sensitive (part (self, "name_button")));
  g_assert_cmpstr (get_page (self), ==, "nothing");
}

int
main (int   argc,
      char *argv[])
{
  fixture_init (&argc, &argv);
#define ADD(name, test) g_test_add ("/app/history/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("live", test_live);
  ADD ("values", test_values);
  ADD ("filters", test_filters);
  ADD ("point", test_point);
  ADD ("since", test_since);
  ADD ("accessible", test_accessible);
  ADD ("large", test_large);
  ADD ("read-only", test_read_only);
  return fixture_run ();
}
