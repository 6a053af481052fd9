/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Edits, undo and redo, compared with the whole file as SQLite reads it. */

#include "fixture.h"

#include "ntm-edit-point.h"
#include "ntm-store-private.h"

static void
apply_value (NtmStore *store, const char *unit, const char *period, const char *value)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (fixture_apply_value (store, unit, period, value, &error));
  g_assert_no_error (error);
}

static void
assert_labels (NtmStore *store, const char *undo, const char *redo)
{
  g_autofree char *u = ntm_store_dup_undo_label (store);
  g_autofree char *r = ntm_store_dup_redo_label (store);

  g_assert_cmpstr (u, ==, undo);
  g_assert_cmpstr (r, ==, redo);
  g_assert_true ((ntm_store_find_step (store, FALSE) != 0) == (undo != NULL));
  g_assert_true ((ntm_store_find_step (store, TRUE) != 0) == (redo != NULL));
}

static NtmDecimal
value_of (NtmStore *store, const char *unit, const char *period)
{
  NtmAtlas *atlas = ntm_store_get_atlas (store);
  const NtmSeries *series = ntm_atlas_series (atlas, "poverty_rate", NULL);
  const NtmObservation *found;
  NtmPeriod p;
  int index;

  g_assert_true (ntm_period_parse (period, &p, NULL));
  index = ntm_series_find_period (series, &p);
  found = index < 0 ? NULL : ntm_series_get (series, ntm_atlas_find_unit (atlas, unit), (guint) index);
  return found ? found->value : NTM_NONE;
}

static void
count_cb (NtmAtlas *atlas, const NtmChange *change, guint *n)
{
  g_assert_cmpuint (change->tables, ==, 1u << NTM_TABLE_OBSERVATION);
  g_assert_cmpuint (change->indicators->len, ==, 1);
  g_assert_cmpstr (change->indicators->pdata[0], ==, "poverty_rate");
  (*n)++;
}

static void
test_undo_redo (Fixture *f, gconstpointer data)
{
  static const char *const values[] = { "3.79", "3.01", "-0.5" };
  char *dumps[4];
  guint n_changed = 0;

  fixture_make_file (f);
  {
    g_autoptr (NtmStore) store = fixture_open (f);

    g_signal_connect (ntm_store_get_atlas (store), "changed", G_CALLBACK (count_cb), &n_changed);
    assert_labels (store, NULL, NULL);
    dumps[0] = fixture_dump (f->path);
    for (guint i = 0; i < 3; i++)
      {
        apply_value (store, "440-0", "2023", values[i]);
        dumps[i + 1] = fixture_dump (f->path);
        g_assert_cmpstr (dumps[i + 1], !=, dumps[i]);
      }
    g_assert_cmpint (value_of (store, "440-0", "2023"), ==, -500000);
  }
  {
    /* in a later session */
    g_autoptr (NtmStore) store = fixture_open (f);
    g_autoptr (GError) error = NULL;

    g_signal_connect (ntm_store_get_atlas (store), "changed", G_CALLBACK (count_cb), &n_changed);
    for (guint i = 3; i-- > 0;)
      {
        g_autofree char *label = NULL, *dump = NULL, *wanted = g_strdup_printf ("440-0 2023 = %s", values[i]);

        g_assert_cmpstr ((label = ntm_store_dup_undo_label (store)), ==, wanted);
        g_clear_pointer (&label, g_free);
        g_assert_true (ntm_store_undo (store, &label, &error));
        g_assert_cmpstr (label, ==, wanted);
        dump = fixture_dump (f->path);
        g_assert_cmpstr (dump, ==, dumps[i]);
      }
    g_assert_cmpint (value_of (store, "440-0", "2023"), ==, NTM_NONE);
    g_assert_false (ntm_store_undo (store, NULL, &error));
    g_assert_error (error, NTM_ERROR, NTM_ERROR_NOTHING);
  }
  {
    g_autoptr (NtmStore) store = fixture_open (f);
    g_autoptr (GError) error = NULL;

    g_signal_connect (ntm_store_get_atlas (store), "changed", G_CALLBACK (count_cb), &n_changed);
    for (guint i = 0; i < 3; i++)
      {
        g_autofree char *dump = NULL;

        g_assert_true (ntm_store_redo (store, NULL, &error));
        dump = fixture_dump (f->path);
        g_assert_cmpstr (dump, ==, dumps[i + 1]);
      }
    g_assert_cmpint (value_of (store, "440-0", "2023"), ==, -500000);
    g_assert_false (ntm_store_redo (store, NULL, &error));
    g_assert_error (error, NTM_ERROR, NTM_ERROR_NOTHING);
  }
  g_assert_cmpuint (n_changed, ==, 9);
  for (guint i = 0; i < 4; i++)
    g_free (dumps[i]);
}

/* Random edits of several rows, undone and redone at random: the file is always what the model says. */
static void
test_random_walk (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) dumps = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GRand) rand = g_rand_new_with_seed (42);
  g_autoptr (NtmStore) store = NULL;
  guint at = 0;

  fixture_make_file (f);
  store = fixture_open (f);
  g_ptr_array_add (dumps, fixture_dump (f->path));
  for (guint i = 0; i < 120; i++)
    {
      int what = g_rand_int_range (rand, 0, 4);
      g_autofree char *dump = NULL;

      if (what == 0 && at > 0)
        {
          g_assert_true (ntm_store_undo (store, NULL, NULL));
          at--;
        }
      else if (what == 1 && at + 1 < dumps->len)
        {
          g_assert_true (ntm_store_redo (store, NULL, NULL));
          at++;
        }
      else
        {
          g_autoptr (NtmEdit) edit = ntm_edit_new ("walk");
          g_autofree char *number = g_strdup_printf ("%u.5", i);

          for (int k = g_rand_int_range (rand, 1, 6); k > 0; k--)
            {
              g_autofree char *period = g_strdup_printf ("%d", g_rand_int_range (rand, 2015, 2020));
              const char *unit = g_rand_boolean (rand) ? "440-0" : "443-0";

              if (g_rand_int_range (rand, 0, 3) == 0)
                ntm_edit_delete (edit, NTM_TABLE_OBSERVATION, "poverty_rate", unit, period, "reported", "notice", NULL);
              else
                ntm_row_set (ntm_edit_write (edit, NTM_TABLE_OBSERVATION, "poverty_rate", unit, period, "reported",
                                             "notice", NULL), "value_e6", number, NULL);
            }
          g_assert_true (ntm_store_apply (store, edit, NULL));
          dump = fixture_dump (f->path);
          if (g_str_equal (dump, dumps->pdata[at]))
            continue;  /* it changed nothing, so nothing was dropped */
          g_ptr_array_set_size (dumps, (int) ++at);
          g_ptr_array_add (dumps, g_strdup (dump));
        }
      g_clear_pointer (&dump, g_free);
      dump = fixture_dump (f->path);
      g_assert_cmpstr (dump, ==, dumps->pdata[at]);
    }
}

static void
test_new_edit_drops (Fixture *f, gconstpointer data)
{
  g_autoptr (NtmStore) store = NULL;
  g_autofree char *states = NULL;

  fixture_make_file (f);
  store = fixture_open (f);
  apply_value (store, "440-0", "2021", "1");
  apply_value (store, "440-0", "2022", "2");
  g_assert_true (ntm_store_undo (store, NULL, NULL));
  assert_labels (store, "440-0 2021 = 1", "440-0 2022 = 2");
  apply_value (store, "440-0", "2021", "1");  /* changes nothing: the redo stays */
  assert_labels (store, "440-0 2021 = 1", "440-0 2022 = 2");
  apply_value (store, "440-0", "2023", "3");
  assert_labels (store, "440-0 2023 = 3", NULL);
  states = fixture_ask (f->path, "SELECT seq, label, state, undoable FROM edit ORDER BY seq");
  g_assert_cmpstr (states, ==, "1|New file|done|0\n2|440-0 2021 = 1|done|1\n3|440-0 2022 = 2|dropped|1\n"
                               "4|440-0 2023 = 3|done|1");
}

static void
test_nothing_changed (Fixture *f, gconstpointer data)
{
  g_autoptr (NtmStore) store = NULL;
  g_autofree char *n_edits = NULL;
  g_autoptr (NtmEdit) empty = ntm_edit_new ("empty");
  g_autoptr (NtmEdit) deletes = ntm_edit_new ("deletes nothing");

  fixture_make_file (f);
  store = fixture_open (f);
  apply_value (store, "440-0", "2021", "1.10");
  apply_value (store, "440-0", "2021", "1.1");
  ntm_edit_delete (deletes, NTM_TABLE_OBSERVATION, "poverty_rate", "443-0", "2021", "reported", "notice", NULL);
  g_assert_true (ntm_store_apply (store, empty, NULL));
  g_assert_true (ntm_store_apply (store, deletes, NULL));
  n_edits = fixture_ask (f->path, "SELECT count (*) FROM edit");
  g_assert_cmpstr (n_edits, ==, "2");
}

/* A row that exists is changed in the fields named, also where a new one would need others. */
static void
test_fields_not_named (Fixture *f, gconstpointer data)
{
  g_autoptr (NtmEdit) edit = ntm_edit_new ("done");
  g_autoptr (NtmEdit) incomplete = ntm_edit_new ("incomplete");
  g_autoptr (NtmStore) store = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *row = NULL, *before = NULL, *after = NULL;

  fixture_make_file (f);
  store = fixture_open (f);
  ntm_row_set (ntm_edit_write (edit, NTM_TABLE_TASK, "t1", NULL), "done", "2024-03-01", NULL);
  g_assert_true (ntm_store_apply (store, edit, &error));
  row = fixture_ask (f->path, "SELECT title_vi, agency, unit, kind, done FROM task");
  g_assert_cmpstr (row, ==, "Trình hồ sơ|so|440-0|task|2024-03-01");

  before = fixture_dump (f->path);
  fixture_apply_value (store, "440-0", "2020", "9", NULL);
  g_assert_true (ntm_store_undo (store, NULL, NULL));
  ntm_row_set (ntm_edit_write (incomplete, NTM_TABLE_TASK, "t1", NULL), "done", "2024-04-01", NULL);
  ntm_row_set (ntm_edit_write (incomplete, NTM_TABLE_TASK, "t2", NULL), "done", "2024-03-01", NULL);
  g_assert_false (ntm_store_apply (store, incomplete, &error));
  g_assert_error (error, NTM_ERROR, NTM_ERROR_INPUT);
  g_assert_nonnull (strstr (error->message, "t2"));
  after = fixture_dump (f->path);
  g_assert_cmpstr (before, ==, after);
  assert_labels (store, "done", "440-0 2020 = 9");
}

static void
test_refused (Fixture *f, gconstpointer data)
{
  static const struct { NtmTableId table; const char *key, *column, *text; gboolean is_delete; const char *told; } cases[] = {
    { NTM_TABLE_TASK, "t1", "kind", "nonsense", FALSE, "t1" },
    { NTM_TABLE_TASK, "t1", "agency", "nobody", FALSE, "agency" },
    { NTM_TABLE_AGENCY, "so", NULL, NULL, TRUE, "task" },
    { NTM_TABLE_UNIT, "440-0", NULL, NULL, TRUE, "unit" },
    { NTM_TABLE_INDICATOR, "poverty_rate", "decimals", "", FALSE, "poverty_rate" },
  };
  g_autoptr (NtmStore) store = NULL;
  g_autofree char *before = NULL;

  fixture_make_file (f);
  store = fixture_open (f);
  before = fixture_dump (f->path);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (NtmEdit) edit = fixture_new_value ("443-0", "2019", "7");
      g_autoptr (GError) error = NULL;
      g_autofree char *after = NULL, *n = NULL;

      if (cases[i].is_delete)
        ntm_edit_delete (edit, cases[i].table, cases[i].key, NULL);
      else
        g_assert_true (ntm_row_set (ntm_edit_write (edit, cases[i].table, cases[i].key, NULL), cases[i].column,
                                    cases[i].text, NULL));
      g_assert_false (ntm_store_apply (store, edit, &error));
      g_assert_error (error, NTM_ERROR, NTM_ERROR_INPUT);
      g_assert_nonnull (strstr (error->message, cases[i].told));
      after = fixture_dump (f->path);
      g_assert_cmpstr (before, ==, after);
      n = fixture_ask (f->path, "SELECT (SELECT count (*) FROM edit), (SELECT count (*) FROM edit_value)");
      g_assert_cmpstr (n, ==, "1|0");
    }
  g_assert_cmpint (value_of (store, "443-0", "2019"), ==, NTM_NONE);
}

/* References are checked at the end, so that the order of rows does not matter. */
static void
test_any_order (Fixture *f, gconstpointer data)
{
  g_autoptr (NtmEdit) edit = ntm_edit_new ("any order");
  g_autoptr (NtmStore) store = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL, *after = NULL;
  NtmRow *row;

  fixture_make_file (f);
  store = fixture_open (f);
  before = fixture_dump (f->path);
  row = ntm_edit_write (edit, NTM_TABLE_TASK, "t9", NULL);
  ntm_row_set (row, "title_vi", "Việc", NULL);
  ntm_row_set (row, "agency", "moi", NULL);
  ntm_edit_delete (edit, NTM_TABLE_AGENCY, "so", NULL);
  ntm_row_set (ntm_edit_write (edit, NTM_TABLE_AGENCY, "moi", NULL), "name_vi", "Mới", NULL);
  ntm_edit_delete (edit, NTM_TABLE_TASK, "t1", NULL);
  g_assert_true (ntm_store_apply (store, edit, &error));
  g_assert_no_error (error);
  g_assert_true (ntm_store_undo (store, NULL, &error));
  after = fixture_dump (f->path);
  g_assert_cmpstr (before, ==, after);
}

static void
test_text_is_composed (Fixture *f, gconstpointer data)
{
  static const char decomposed[] = "Vie\xcc\xa3\xcc\x82t";
  g_autoptr (NtmEdit) edit = ntm_edit_new (decomposed);
  g_autoptr (NtmStore) store = NULL;
  g_autofree char *found = NULL;
  NtmRow *row;

  fixture_make_file (f);
  store = fixture_open (f);
  /* past the check of ntm_row_set() */
  row = ntm_edit_write (edit, NTM_TABLE_AGENCY, "v", NULL);
  ntm_record_set_text (ntm_table_get (NTM_TABLE_AGENCY), row->record, 1, decomposed);
  row->set |= 2;
  g_assert_true (ntm_store_apply (store, edit, NULL));
  found = fixture_ask (f->path, "SELECT hex (name_vi), hex (label) FROM agency, edit WHERE agency.id = 'v' AND seq = 2");
  g_assert_cmpstr (found, ==, "5669E1BB8774|5669E1BB8774");

  ntm_record_set_text (ntm_table_get (NTM_TABLE_AGENCY), row->record, 1, "bad \xff text");
  {
    g_autoptr (GError) error = NULL;

    g_assert_false (ntm_store_apply (store, edit, &error));
    g_assert_error (error, NTM_ERROR, NTM_ERROR_INPUT);
  }
}

static void
assert_entry (GPtrArray *entries, guint i, const char *wanted)
{
  const NtmHistoryEntry *e;
  g_autofree char *text = NULL;

  g_assert_cmpuint (i, <, entries->len);
  e = entries->pdata[i];
  text = g_strdup_printf ("%" G_GINT64_FORMAT " %s %s [%s] %s %s -> %s by %s", e->edit.edit, e->edit.state, e->table, e->key, e->column,
                          e->old ? e->old : "none", e->new_value ? e->new_value : "none", e->edit.author);
  g_assert_cmpstr (text, ==, wanted);
}

static void
test_history (Fixture *f, gconstpointer data)
{
  g_autoptr (NtmStore) store = NULL;
  g_autoptr (NtmEdit) done = ntm_edit_new ("done"), shape = ntm_edit_new ("shape"), partner = ntm_edit_new ("partner");
  g_autoptr (GBytes) bytes = g_bytes_new ("abcd", 4);
  g_autoptr (GPtrArray) all = NULL, unit = NULL, both = NULL, none = NULL;
  NtmRow *row;

  fixture_make_file (f);
  store = fixture_open (f);
  ntm_store_set_author (store, "Lan");
  apply_value (store, "440-0", "2023", "3.010000");
  apply_value (store, "440-0", "2023", "-0.000001");
  ntm_store_set_author (store, "Minh");
  ntm_row_set (ntm_edit_write (done, NTM_TABLE_TASK, "t1", NULL), "done", "2024-03-01", NULL);
  g_assert_true (ntm_store_apply (store, done, NULL));
  row = ntm_edit_write (shape, NTM_TABLE_BOUNDARY, "443-0", "", NULL);
  ntm_row_set (row, "kind", "imported", NULL);
  ntm_row_set_bytes (row, "geometry", bytes);
  g_assert_true (ntm_store_apply (store, shape, NULL));
  ntm_edit_write (partner, NTM_TABLE_TASK_PARTNER, "t1", "so", NULL);
  g_assert_true (ntm_store_apply (store, partner, NULL));
  apply_value (store, "443-0", "2022", "5");
  g_assert_true (ntm_store_undo (store, NULL, NULL));

  all = ntm_store_history (store, NULL, NULL, NULL);
  g_assert_cmpuint (all->len, ==, 7);
  assert_entry (all, 0, "7 undone observation [poverty_rate 443-0 2022 reported notice] value none -> 5 by Minh");
  assert_entry (all, 1, "6 done task_partner [t1 so] task none -> t1 by Minh");
  assert_entry (all, 2, "5 done boundary [443-0 ] kind none -> imported by Minh");
  assert_entry (all, 3, "5 done boundary [443-0 ] geometry none -> 4 bytes by Minh");
  assert_entry (all, 4, "4 done task [t1] done  -> 2024-03-01 by Minh");
  assert_entry (all, 5, "3 done observation [poverty_rate 440-0 2023 reported notice] value 3.01 -> -0.000001 by Lan");
  assert_entry (all, 6, "2 done observation [poverty_rate 440-0 2023 reported notice] value none -> 3.01 by Lan");

  unit = ntm_store_history (store, "440-0", NULL, NULL);
  g_assert_cmpuint (unit->len, ==, 3);  /* the task is about it too */
  assert_entry (unit, 0, "4 done task [t1] done  -> 2024-03-01 by Minh");
  both = ntm_store_history (store, "443-0", "poverty_rate", NULL);
  g_assert_cmpuint (both->len, ==, 1);
  none = ntm_store_history (store, NULL, "no such", NULL);
  g_assert_cmpuint (none->len, ==, 0);
}

/* The edits of a query, a page of two at a time: "7 undone 1, 6 done 1". */
static char *
list_edits (NtmStore *store, NtmJournalQuery query)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n;

  do
    {
      g_autoptr (GPtrArray) edits = ntm_store_list_edits (store, &query, 2, NULL);

      g_assert_nonnull (edits);
      n = edits->len;
      for (guint i = 0; i < n; i++)
        {
          const NtmJournalEdit *e = edits->pdata[i];

          g_string_append_printf (text, "%s%d %s %d", text->len > 0 ? ", " : "", (int) e->edit, e->state, (int) e->n_values);
          query.before = e->edit;
        }
    }
  while (n == 2);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

#define assert_edits(wanted, ...) \
  G_STMT_START { \
    g_autofree char *text_ = list_edits (store, (NtmJournalQuery) { __VA_ARGS__ }); \
    g_assert_cmpstr (text_, ==, wanted); \
  } G_STMT_END

static void
write_edits (NtmStore *store)
{
  g_autoptr (NtmEdit) two = ntm_edit_new ("two");
  NtmRow *row;

  ntm_store_set_author (store, "Lan");
  apply_value (store, "440-0", "2023", "3.01");
  apply_value (store, "443-0", "2023", "4");
  ntm_store_set_author (store, "Minh");
  row = ntm_edit_write (two, NTM_TABLE_TASK, "t1", NULL);
  ntm_row_set (row, "done", "2024-03-01", NULL);
  ntm_row_set (row, "note", "xong", NULL);
  ntm_row_set (ntm_edit_write (two, NTM_TABLE_OBSERVATION, "poverty_rate", "443-0", "2022", "reported", "notice", NULL),
               "value_e6", "5", NULL);
  g_assert_true (ntm_store_apply (store, two, NULL));
  apply_value (store, "440-0", "2023", "3.5");
  g_assert_true (ntm_store_undo (store, NULL, NULL));
}

/* Edits 1 (the filling) to 5, of which the last is undone. */
static void
test_list_edits (Fixture *f, gconstpointer data)
{
  g_autoptr (NtmStore) store = NULL;
  g_autoptr (GPtrArray) values = NULL, few = NULL;
  g_auto (GStrv) authors = NULL;
  g_autofree char *names = NULL;

  fixture_make_file (f);
  store = fixture_open (f);
  write_edits (store);
  assert_edits ("5 undone 1, 4 done 3, 3 done 1, 2 done 1, 1 done 0", 0);
  assert_edits ("5 undone 1, 4 done 3", .after = 3);
  assert_edits ("4 done 3, 3 done 1", .after = 2, .before = 5);
  assert_edits ("3 done 1, 2 done 1", .author = "Lan");
  assert_edits ("", .author = "lan");
  assert_edits ("5 undone 1, 4 done 2, 2 done 1", .unit = "440-0");  /* the task is about it too */
  assert_edits ("4 done 1, 3 done 1", .unit = "443-0", .indicator = "poverty_rate");
  assert_edits ("5 undone 1, 4 done 1, 3 done 1, 2 done 1", .indicator = "poverty_rate");
  fixture_sql (f->path, "UPDATE edit SET time = '2024-02-2' || seq || 'T08:00:00Z'");
  assert_edits ("5 undone 1, 4 done 3", .since = "2024-02-24T08:00:00Z");
  assert_edits ("5 undone 1", .since = "2024-02-24T08:00:01Z");

  values = ntm_store_list_values (store, 4, &(NtmJournalQuery) { .unit = "443-0" }, 10, NULL);
  g_assert_cmpuint (values->len, ==, 1);
  assert_entry (values, 0, "4 done observation [poverty_rate 443-0 2022 reported notice] value none -> 5 by Minh");
  g_assert_cmpstr (((NtmHistoryEntry *) values->pdata[0])->unit, ==, "443-0");
  g_assert_cmpstr (((NtmHistoryEntry *) values->pdata[0])->indicator, ==, "poverty_rate");
  few = ntm_store_list_values (store, 4, &(NtmJournalQuery) { 0 }, 2, NULL);
  g_assert_cmpuint (few->len, ==, 2);
  authors = ntm_store_list_authors (store, NULL);
  names = g_strjoinv ("|", authors);
  g_assert_nonnull (strstr (names, "Lan|Minh"));
}

/* A point is an edit: it is read back, stands in the history, and is gone when it is undone. */
static void
test_points (Fixture *f, gconstpointer data)
{
  static const char *const wrong[] = { "", " \t", "a\nb", "\xff" };

  fixture_make_file (f);
  for (int i = 0; i < 2; i++)
    {
      g_autoptr (NtmStore) store = fixture_open (f);
      g_autoptr (NtmEdit) edit = ntm_edit_new_point (ntm_store_get_atlas (store), i == 0 ? " Trước họp " : "Sau họp",
                                                     "2024-02-21T08:00:00Z", NULL);

      g_assert_true (ntm_store_apply (store, edit, NULL));
    }
  {
    g_autoptr (NtmStore) store = fixture_open (f);
    g_autoptr (GPtrArray) points = ntm_named_point_list (ntm_store_get_atlas (store)), left = NULL;
    g_autofree char *label = NULL;

    g_assert_cmpuint (points->len, ==, 2);
    g_assert_cmpstr (((NtmNamedPoint *) points->pdata[0])->time, ==, "2024-02-21T08:00:00Z");
    g_assert_true (ntm_store_undo (store, &label, NULL));
    g_assert_cmpstr (label, ==, "Sau họp");
    left = ntm_named_point_list (ntm_store_get_atlas (store));
    g_assert_cmpuint (left->len, ==, 1);
    g_assert_cmpstr (((NtmNamedPoint *) left->pdata[0])->name, ==, "Trước họp");
    for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
      {
        g_autoptr (GError) error = NULL;

        g_assert_null (ntm_edit_new_point (ntm_store_get_atlas (store), wrong[i], "2024-02-21T08:00:00Z", &error));
        g_assert_error (error, NTM_ERROR, NTM_ERROR_INPUT);
      }
  }
}

static void
test_changed_behind (Fixture *f, gconstpointer data)
{
  g_autoptr (NtmStore) store = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL, *after = NULL;

  fixture_make_file (f);
  store = fixture_open (f);
  apply_value (store, "440-0", "2023", "3");
  fixture_sql (f->path, "UPDATE observation SET value_e6 = 4000000");
  before = fixture_dump (f->path);
  g_assert_false (ntm_store_undo (store, NULL, &error));
  g_assert_error (error, NTM_ERROR, NTM_ERROR_INPUT);
  g_assert_nonnull (strstr (error->message, "440-0 2023 = 3"));
  after = fixture_dump (f->path);
  g_assert_cmpstr (before, ==, after);
  assert_labels (store, "440-0 2023 = 3", NULL);
}

/* Undoing the unit would leave an observation without one. */
static void
test_undo_keeps_references (Fixture *f, gconstpointer data)
{
  g_autoptr (NtmEdit) edit = ntm_edit_new ("unit");
  g_autoptr (NtmStore) store = NULL;
  g_autoptr (GError) error = NULL;
  NtmRow *row;

  fixture_make_file (f);
  store = fixture_open (f);
  row = ntm_edit_write (edit, NTM_TABLE_UNIT, "x-0", NULL);
  ntm_row_set (row, "code", "x", NULL);
  ntm_row_set (row, "level", "commune", NULL);
  g_assert_true (ntm_store_apply (store, edit, NULL));
  fixture_sql (f->path, "INSERT INTO observation (unit, indicator, period, kind) VALUES ('x-0', 'poverty_rate', '2023', 'plan')");
  g_assert_false (ntm_store_undo (store, NULL, &error));
  g_assert_error (error, NTM_ERROR, NTM_ERROR_INPUT);
  g_clear_error (&error);
  fixture_sql (f->path, "DELETE FROM observation");
  g_assert_true (ntm_store_undo (store, NULL, &error));
  g_assert_no_error (error);
}

static void
test_damaged_changeset (Fixture *f, gconstpointer data)
{
  static const char *const blobs[] = { "x'00'", "x'540301000000'", "x'5401016D65746100'", "zeroblob (1000)",
                                       "substr (changeset, 1, length (changeset) - 3)" };

  fixture_make_file (f);
  for (gsize i = 0; i < G_N_ELEMENTS (blobs); i++)
    {
      g_autofree char *sql = g_strdup_printf ("UPDATE edit SET changeset = %s WHERE undoable", blobs[i]);
      g_autoptr (GError) error = NULL;
      g_autofree char *before = NULL, *after = NULL, *value = g_strdup_printf ("%d", (int) i + 1);
      g_autoptr (NtmStore) store = fixture_open (f);

      apply_value (store, "440-0", "2023", value);
      fixture_sql (f->path, sql);
      before = fixture_dump (f->path);
      g_assert_false (ntm_store_undo (store, NULL, &error));
      g_assert_true (error->domain == NTM_ERROR);
      after = fixture_dump (f->path);
      g_assert_cmpstr (before, ==, after);
    }
}

static void
test_fill (Fixture *f, gconstpointer data)
{
  g_autoptr (NtmEdit) more = fixture_new_value ("440-0", "2020", "1");
  g_autoptr (NtmStore) store = NULL;
  g_autoptr (GError) error = NULL;

  fixture_make_file (f);
  store = fixture_open (f);
  g_assert_true (ntm_store_fill (store, more, &error));
  assert_labels (store, NULL, NULL);
  g_assert_cmpint (value_of (store, "440-0", "2020"), ==, 1000000);
  g_assert_false (ntm_store_undo (store, NULL, &error));
  g_assert_error (error, NTM_ERROR, NTM_ERROR_NOTHING);
  g_clear_error (&error);

  apply_value (store, "440-0", "2021", "2");
  g_assert_false (ntm_store_fill (store, more, &error));
  g_assert_error (error, NTM_ERROR, NTM_ERROR_INPUT);
  assert_labels (store, "440-0 2021 = 2", NULL);
}

/* The rows of one unit, asked for twice and between edits; the query holds up no write. */
static void
test_one_row (Fixture *f, gconstpointer data)
{
  g_autoptr (NtmStore) store = NULL;
  g_autoptr (GError) error = NULL;

  fixture_make_file (f);
  store = fixture_open (f);
  for (guint n = 1; n < 4; n++)
    {
      g_autofree char *period = g_strdup_printf ("20%u", 10 + n);
      g_autoptr (GPtrArray) records = NULL;
      g_autoptr (GPtrArray) others = NULL;
      g_autofree char *count = NULL;

      g_assert_true (fixture_apply_value (store, "440-0", period, "1", &error));
      records = ntm_store_load (store, NTM_TABLE_OBSERVATION, "poverty_rate", "440-0", &error);
      others = ntm_store_load (store, NTM_TABLE_OBSERVATION, "poverty_rate", "none", &error);
      g_assert_no_error (error);
      count = fixture_ask (f->path, "SELECT count (*) FROM observation WHERE indicator = 'poverty_rate' AND unit = '440-0'");
      g_assert_cmpuint (records->len, ==, g_ascii_strtoull (count, NULL, 10));
      g_assert_cmpuint (records->len, >=, n);
      g_assert_cmpuint (others->len, ==, 0);
      for (guint i = 0; i < records->len; i++)
        ntm_record_free (ntm_table_get (NTM_TABLE_OBSERVATION), records->pdata[i]);
    }
}

/* Every field of every table goes into the file and comes back. */
static void
test_round_trip (Fixture *f, gconstpointer data)
{
  g_autoptr (NtmStore) store = NULL;

  fixture_make_file (f);
  store = fixture_open (f);
  fixture_sql (f->path, "INSERT INTO document_recipient VALUES ('notice', 1, 'Huyện ''A''', '');"
               "INSERT INTO transfer VALUES ('440-0', '443-0', '2025-01-01', 500000, NULL, 0, 1, 2, 'b', 'n');"
               "INSERT INTO boundary VALUES ('440-0', '', '', 'outline', 's', x'00ff00');"
               "INSERT INTO observation VALUES ('440-0', 'poverty_rate', '2023', 'plan', '', NULL, '~', 'gần', -1, 2, "
               "'no_data', 'p', 1, 0, 'ghi chú')");
  for (guint t = 0; t < NTM_N_TABLES; t++)
    {
      const NtmTable *table = ntm_table_get ((NtmTableId) t);
      g_autoptr (GPtrArray) records = ntm_store_load (store, (NtmTableId) t, NULL, NULL, NULL);
      g_autofree char *count_sql = g_strdup_printf ("SELECT count (*) FROM \"%s\"", table->name);
      g_autofree char *count = fixture_ask (f->path, count_sql);

      g_assert_nonnull (records);
      g_assert_cmpuint (records->len, ==, g_ascii_strtoull (count, NULL, 10));
      for (guint i = 0; i < table->n_fields; i++)
        {
          g_autofree char *sql = g_strdup_printf ("SELECT %s FROM \"%s\"",
            table->fields[i].type == NTM_FIELD_BYTES ? "hex (geometry)" : table->fields[i].column, table->name);
          g_autofree char *quoted = table->fields[i].type == NTM_FIELD_BYTES ? NULL
            : g_strdup_printf ("SELECT group_concat (coalesce (\"%s\", 'null'), ';') FROM \"%s\"", table->fields[i].column, table->name);
          g_autofree char *wanted = fixture_ask (f->path, quoted ? quoted : sql);
          GString *found = g_string_new (NULL);

          for (guint r = 0; r < records->len; r++)
            {
              gconstpointer record = records->pdata[r];

              g_string_append (found, r > 0 ? ";" : "");
              if (table->fields[i].type == NTM_FIELD_TEXT)
                g_string_append (found, ntm_record_get_text (table, record, i));
              else if (table->fields[i].type == NTM_FIELD_BYTES)
                g_string_append (found, "00FF00");
              else if (ntm_record_get_int64 (table, record, i) == NTM_NONE)
                g_string_append (found, "null");
              else
                g_string_append_printf (found, "%" G_GINT64_FORMAT, ntm_record_get_int64 (table, record, i));
            }
          g_assert_cmpstr (found->str, ==, wanted);
          g_string_free (found, TRUE);
        }
      for (guint r = 0; r < records->len; r++)
        {
          if (t == NTM_TABLE_BOUNDARY)
            g_assert_cmpmem (g_bytes_get_data (((NtmBoundary *) records->pdata[r])->geometry, NULL), 3, "\0\xff\0", 3);
          ntm_record_free (table, records->pdata[r]);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_test ("/journal/one-row", test_one_row);
  fixture_test ("/journal/undo-redo", test_undo_redo);
  fixture_test ("/journal/random-walk", test_random_walk);
  fixture_test ("/journal/new-edit-drops", test_new_edit_drops);
  fixture_test ("/journal/nothing-changed", test_nothing_changed);
  fixture_test ("/journal/fields-not-named", test_fields_not_named);
  fixture_test ("/journal/refused", test_refused);
  fixture_test ("/journal/any-order", test_any_order);
  fixture_test ("/journal/text-is-composed", test_text_is_composed);
  fixture_test ("/journal/history", test_history);
  fixture_test ("/journal/list-edits", test_list_edits);
  fixture_test ("/journal/points", test_points);
  fixture_test ("/journal/changed-behind", test_changed_behind);
  fixture_test ("/journal/undo-keeps-references", test_undo_keeps_references);
  fixture_test ("/journal/damaged-changeset", test_damaged_changeset);
  fixture_test ("/journal/fill", test_fill);
  fixture_test ("/journal/round-trip", test_round_trip);
  return g_test_run ();
}
