/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that are not ours, are damaged, or may not be written: each is refused or opened as it deserves. */

#include <errno.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "fixture.h"

static void
assert_refused (const char *path, int code, const char *told)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NtmStore) store = ntm_store_open (path, NTM_STORE_WRITE, &error);

  g_assert_null (store);
  g_assert_error (error, NTM_ERROR, code);
  if (!strstr (error->message, told))
    g_error ("“%s” does not say “%s”", error->message, told);
}

static void
assert_folder (Fixture *f, const char *names)
{
  g_autoptr (GPtrArray) list = fixture_list (f);
  g_autofree char *found = NULL;

  g_ptr_array_add (list, NULL);
  found = g_strjoinv (" ", (char **) list->pdata);
  g_assert_cmpstr (found, ==, names);
}

static void
test_create (Fixture *f, gconstpointer data)
{
  g_autoptr (NtmStore) store = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *facts = NULL, *lax = NULL, *absent = fixture_path (f, "no/such/folder.ntm");

  g_assert_null (ntm_store_create (absent, &error));
  g_assert_error (error, NTM_ERROR, NTM_ERROR_NOT_FOUND);
  g_clear_error (&error);

  store = ntm_store_create (f->path, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (ntm_store_get_path (store), ==, f->path);
  g_assert_false (ntm_store_is_read_only (store));
  assert_folder (f, "Hà Tĩnh #1?.ntm Hà Tĩnh #1?.ntm-lock");
  g_clear_pointer (&store, ntm_store_free);
  assert_folder (f, "Hà Tĩnh #1?.ntm");

  facts = fixture_ask (f->path, "PRAGMA application_id; ");
  g_assert_cmpstr (facts, ==, "1314147649");
  lax = fixture_ask (f->path, "SELECT group_concat (name) FROM pragma_table_list WHERE type = 'table' AND NOT strict "
                              "AND name NOT LIKE 'sqlite%'");
  g_assert_cmpstr (lax, ==, "");
}

static void
test_create_refuses (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = NULL, *dangling = fixture_path (f, "link.ntm"), *log = g_strconcat (f->path, "-wal", NULL);

  g_file_set_contents (f->path, "mine", 4, NULL);
  g_assert_null (ntm_store_create (f->path, &error));
  g_assert_error (error, NTM_ERROR, NTM_ERROR_INPUT);
  g_clear_error (&error);
  kept = fixture_read (f->path, NULL);
  g_assert_cmpstr (kept, ==, "mine");

  g_assert_cmpint (symlink ("nowhere", dangling), ==, 0);
  g_assert_null (ntm_store_create (dangling, &error));
  g_assert_error (error, NTM_ERROR, NTM_ERROR_INPUT);
  g_clear_error (&error);

  /* the log of an earlier file of that name would be replayed into the new one */
  g_remove (f->path);
  g_remove (dangling);
  g_file_set_contents (log, "log", 3, NULL);
  g_assert_null (ntm_store_create (f->path, &error));
  g_assert_error (error, NTM_ERROR, NTM_ERROR_INPUT);
  assert_folder (f, "Hà Tĩnh #1?.ntm-wal");
}

static void
test_not_ours (Fixture *f, gconstpointer data)
{
  g_autofree char *fifo = fixture_path (f, "fifo"), *text = fixture_path (f, "text.ntm"), *empty = fixture_path (f, "empty.ntm");
  g_autofree char *other = fixture_path (f, "other.ntm"), *absent = fixture_path (f, "absent.ntm"), *newer = fixture_path (f, "newer.ntm");
  g_autofree char *under = g_build_filename (text, "below.ntm", NULL), *before = NULL, *after = NULL, *old = fixture_path (f, "old.ntm");
  gsize n, m;

  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);
  g_file_set_contents (text, "indicator,unit\n", -1, NULL);
  g_file_set_contents (empty, "", 0, NULL);
  fixture_sql (other, "CREATE TABLE unit (id); PRAGMA user_version = 1");
  fixture_sql (newer, "PRAGMA application_id = 1314147649; PRAGMA user_version = 7");
  fixture_sql (old, "PRAGMA application_id = 1314147649; CREATE TABLE x (y)");
  before = fixture_read (other, &n);

  assert_refused (absent, NTM_ERROR_NOT_FOUND, "absent.ntm");
  assert_refused (under, NTM_ERROR_NOT_FOUND, "below.ntm");
  assert_refused (f->folder, NTM_ERROR_FORMAT, "folder");
  assert_refused (fifo, NTM_ERROR_FORMAT, "ordinary");
  assert_refused (text, NTM_ERROR_FORMAT, "choose another file");
  assert_refused (empty, NTM_ERROR_FORMAT, "empty");
  assert_refused (other, NTM_ERROR_FORMAT, "another program");
  assert_refused (newer, NTM_ERROR_NEWER, "version 7");
  assert_refused (old, NTM_ERROR_FORMAT, "version 0");
  after = fixture_read (other, &m);
  g_assert_cmpmem (before, n, after, m);
  assert_folder (f, "empty.ntm fifo newer.ntm old.ntm other.ntm text.ntm");
}

/* Cut anywhere and overwritten anywhere: an error or a store, never a crash. */
static void
test_damaged (Fixture *f, gconstpointer data)
{
  g_autofree char *whole = NULL, *path = fixture_path (f, "damaged.ntm");
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  gsize n;
  guint n_refused = 0;

  fixture_make_file (f);
  whole = fixture_read (f->path, &n);
  for (gsize cut = n - 1; cut > 0; cut = cut > 5000 ? cut - 4801 : cut - MIN (cut, 97))
    {
      g_file_set_contents (path, whole, (gssize) cut, NULL);
      assert_refused (path, NTM_ERROR_FORMAT, "");
    }
  for (guint round = 0; round < 150; round++)
    {
      g_autofree char *bytes = g_memdup2 (whole, n);
      g_autoptr (GError) error = NULL;
      g_autoptr (NtmStore) store = NULL;

      for (int k = 0; k < 1 + (int) round / 10; k++)
        bytes[round % 3 == 0 ? g_rand_int_range (rand, 16, 100 * (1 + (int) round)) : g_rand_int_range (rand, 100, (int) n)]
          = (char) g_rand_int (rand);
      g_file_set_contents (path, bytes, (gssize) n, NULL);
      store = ntm_store_open (path, round % 2 ? NTM_STORE_READ_ONLY : NTM_STORE_WRITE, &error);
      g_assert_true ((store != NULL) == (error == NULL));
      if (!store)
        {
          g_assert_true (error->domain == NTM_ERROR);
          n_refused++;
          continue;
        }
      {
        g_autoptr (GPtrArray) issues = ntm_store_check (store, NULL);
        g_autoptr (GPtrArray) history = ntm_store_history (store, NULL, NULL, NULL);

        g_assert_true (history == NULL || history->len == 0);
        g_test_message ("round %u: %d issues", round, issues ? (int) issues->len : -1);
        (void) (round % 2 == 0 && fixture_apply_value (store, "440-0", "2023", "1", NULL));
      }
    }
  g_assert_cmpuint (n_refused, >, 30);
}

static void
test_schema_differs (Fixture *f, gconstpointer data)
{
  static const char *const changes[] = {
    "DROP TABLE meeting_party",
    "ALTER TABLE unit ADD COLUMN x TEXT",
    "ALTER TABLE agency RENAME COLUMN note TO notes",
    "DROP TABLE edit_value; CREATE VIEW edit_value AS SELECT 1 AS edit",
    "DROP TABLE meta; CREATE TABLE meta (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL)",
    "DROP INDEX edit_value_unit",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      fixture_make_file (f);
      fixture_sql (f->path, "PRAGMA foreign_keys = OFF");
      fixture_sql (f->path, changes[i]);
      assert_refused (f->path, NTM_ERROR_FORMAT, "another program");
      g_assert_cmpint (g_remove (f->path), ==, 0);
    }
}

/* What someone else has put into a file stays there, does not run, and is told by the check. */
static void
test_strangers (Fixture *f, gconstpointer data)
{
  g_autoptr (NtmStore) store = NULL;
  g_autoptr (GPtrArray) issues = NULL;
  g_autofree char *n_tasks = NULL;

  fixture_make_file (f);
  fixture_sql (f->path, "CREATE TRIGGER t AFTER INSERT ON observation BEGIN DELETE FROM task; END;"
               "CREATE TABLE mine (x); CREATE VIEW v_unit_mine AS SELECT * FROM unit; CREATE INDEX i ON task (due)");
  store = fixture_open (f);
  g_assert_true (fixture_apply_value (store, "440-0", "2023", "1", NULL));
  g_assert_true (ntm_store_undo (store, NULL, NULL));
  g_assert_true (ntm_store_redo (store, NULL, NULL));
  n_tasks = fixture_ask (f->path, "SELECT count (*) FROM task");
  g_assert_cmpstr (n_tasks, ==, "1");
  issues = ntm_store_check (store, NULL);
  g_assert_cmpuint (issues->len, ==, 4);
  g_assert_cmpstr (((NtmIssue *) issues->pdata[2])->value, ==, "trigger t");
}

static void
test_symbolic_link (Fixture *f, gconstpointer data)
{
  g_autofree char *folder = fixture_path (f, "real"), *real = g_build_filename (folder, "x.ntm", NULL);
  g_autofree char *lock = g_strconcat (real, "-lock", NULL);
  g_autoptr (NtmStore) store = NULL;
  g_autoptr (GError) error = NULL;

  g_mkdir (folder, 0700);
  g_clear_pointer (&store, ntm_store_free);
  store = ntm_store_create (real, &error);
  g_assert_no_error (error);
  g_clear_pointer (&store, ntm_store_free);
  g_assert_cmpint (symlink (real, f->path), ==, 0);
  store = fixture_open (f);
  g_assert_true (g_file_test (lock, G_FILE_TEST_EXISTS));
  assert_refused (real, NTM_ERROR_LOCKED, "x.ntm");
}

static void
test_read_only (Fixture *f, gconstpointer data)
{
  g_autofree char *before = NULL, *after = NULL;
  gsize n, m;

  fixture_make_file (f);
  before = fixture_read (f->path, &n);
  {
    g_autoptr (GError) error = NULL;
    g_autoptr (NtmStore) store = ntm_store_open (f->path, NTM_STORE_READ_ONLY, &error);
    g_autoptr (NtmStore) writer = fixture_open (f);  /* a reader holds nobody up */
    g_autoptr (GPtrArray) issues = ntm_store_check (store, NULL);

    g_assert_no_error (error);
    g_assert_true (ntm_store_is_read_only (store));
    g_assert_cmpuint (issues->len, ==, 0);
    g_assert_false (ntm_store_is_read_only (writer));
    g_assert_false (fixture_apply_value (store, "440-0", "2023", "1", &error));
    g_assert_error (error, NTM_ERROR, NTM_ERROR_READ_ONLY);
    g_clear_error (&error);
    g_assert_false (ntm_store_undo (store, NULL, &error));
    g_assert_error (error, NTM_ERROR, NTM_ERROR_READ_ONLY);
    assert_folder (f, "Hà Tĩnh #1?.ntm Hà Tĩnh #1?.ntm-lock");
  }
  after = fixture_read (f->path, &m);
  g_assert_cmpmem (before, n, after, m);
  assert_folder (f, "Hà Tĩnh #1?.ntm");
}

typedef struct
{
  GCancellable *cancellable;
  guint64 stop_at, done, total;
} Looker;

static void
look_on (guint64 done, guint64 total, gpointer user_data)
{
  Looker *looker = user_data;

  g_assert_cmpuint (done, >, looker->done);
  g_assert_cmpuint (done, <=, total);
  looker->done = done;
  looker->total = total;
  if (done >= looker->stop_at)
    g_cancellable_cancel (looker->cancellable);
}

/* All that is loaded is counted; whoever stops it gets no store, and the lock is given up again. */
static void
test_watched (Fixture *f, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Looker looker = { cancellable, G_MAXUINT64, 0, 0 };
  NtmStoreWatch watch = { cancellable, look_on, &looker, FALSE };
  guint64 registers;
  g_autoptr (GError) error = NULL;
  g_autofree char *n = NULL;

  fixture_make_file (f);
  fixture_sql (f->path, "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000) "
               "INSERT INTO document (id, kind, title_vi) SELECT 'd' || i, 'notice', 'Văn bản' FROM n");
  n = fixture_ask (f->path, "SELECT count(*) FROM document");
  {
    g_autoptr (NtmStore) store = ntm_store_open_watched (f->path, NTM_STORE_WRITE, &watch, &error);

    g_assert_no_error (error);
    g_assert_cmpuint (looker.done, ==, looker.total);
    g_assert_cmpuint (looker.total, >, g_ascii_strtoull (n, NULL, 10));
    g_assert_cmpuint (ntm_atlas_records (ntm_store_get_atlas (store), NTM_TABLE_DOCUMENT)->len, ==, g_ascii_strtoull (n, NULL, 10));
    g_assert_true (fixture_apply_value (store, "440-0", "2023", "1", &error)); /* a late stop stops nothing */
    g_cancellable_cancel (cancellable);
    g_assert_true (ntm_store_undo (store, NULL, &error));
    g_assert_true (ntm_store_redo (store, NULL, &error));
    registers = looker.total;
  }
  g_assert_null (ntm_store_open_watched (f->path, NTM_STORE_WRITE, &watch, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_cancellable_reset (cancellable);
  {
    g_autoptr (NtmStore) store = NULL;
    gint64 values, boundaries;

    watch.everything = TRUE;
    looker = (Looker) { cancellable, G_MAXUINT64, 0, 0 };
    store = ntm_store_open_watched (f->path, NTM_STORE_WRITE, &watch, &error);
    g_assert_no_error (error);
    g_assert_true (ntm_store_count (store, NTM_TABLE_OBSERVATION, &values, NULL));
    g_assert_true (ntm_store_count (store, NTM_TABLE_BOUNDARY, &boundaries, NULL));
    g_assert_cmpint (values, >, 0);
    g_assert_cmpuint (looker.total, ==, registers + (guint64) (values + boundaries));
    g_assert_cmpuint (looker.done, ==, looker.total);
  }
  looker = (Looker) { cancellable, 1000, 0, 0 };
  g_assert_null (ntm_store_open_watched (f->path, NTM_STORE_WRITE, &watch, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (looker.done, <, 2000);
  g_clear_error (&error);
  {
    g_autoptr (NtmStore) store = fixture_open (f);
    g_assert_false (ntm_store_is_read_only (store));
  }
}

static void
assert_not_written (NtmStore *store, NtmErrorCode code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (fixture_apply_value (store, "440-0", "2023", "1", &error));
  g_assert_error (error, NTM_ERROR, (int) code);
  g_test_message ("%s", error->message);
  g_clear_error (&error);
  g_assert_false (ntm_store_undo (store, NULL, &error));
  g_assert_error (error, NTM_ERROR, (int) code);
}

/* A file that lost its name would take every edit and lose it; a copy still holds all that was written. */
static void
test_moved_away (Fixture *f, gconstpointer data)
{
  g_autofree char *elsewhere = fixture_path (f, "elsewhere.ntm"), *saved = fixture_path (f, "saved.ntm");
  g_autoptr (NtmStore) store = NULL;
  g_autoptr (GError) error = NULL;

  fixture_make_file (f);
  store = fixture_open (f);
  g_assert_true (fixture_apply_value (store, "440-0", "2023", "1", &error));
  g_assert_cmpint (g_rename (f->path, elsewhere), ==, 0);
  assert_not_written (store, NTM_ERROR_SYSTEM);
  g_assert_true (g_file_set_contents (f->path, "another", -1, NULL));
  assert_not_written (store, NTM_ERROR_SYSTEM);
  g_assert_true (ntm_store_backup (store, saved, &error));
  g_assert_no_error (error);
  {
    g_autofree char *n = fixture_ask (saved, "SELECT count(*) FROM edit");
    g_assert_cmpstr (n, ==, "2");  /* the filling and the edit */
  }
  /* Back in its place it is the file it was. */
  g_assert_cmpint (g_rename (elsewhere, f->path), ==, 0);
  g_assert_true (fixture_apply_value (store, "440-0", "2023", "2", &error));
  g_assert_no_error (error);
}

/* Root may write anywhere: the child becomes nobody. Its exit status says which step failed. */
static int
read_as_nobody (const char *path, gboolean can_read)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NtmStore) store = NULL;
  g_autoptr (GPtrArray) issues = NULL;

  if (getuid () == 0 && (setgid (65534) != 0 || setuid (65534) != 0))
    return 10;
  store = ntm_store_open (path, NTM_STORE_WRITE, &error);
  if (!can_read)
    return !store && g_error_matches (error, NTM_ERROR, NTM_ERROR_SYSTEM) ? 0 : 11;
  if (!store || !ntm_store_is_read_only (store))
    return 12;
  issues = ntm_store_check (store, &error);
  if (!issues || issues->len > 0)
    return 13;
  if (fixture_apply_value (store, "440-0", "2023", "1", &error) || !g_error_matches (error, NTM_ERROR, NTM_ERROR_READ_ONLY))
    return 14;
  return ntm_atlas_find_unit (ntm_store_get_atlas (store), "440-0") ? 0 : 15;
}

/* The permission is taken away while the file is open. */
static int
write_as_nobody (const char *path, gboolean unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NtmStore) store = NULL;

  if (g_chmod (path, 0666) != 0 || (getuid () == 0 && (chown (path, 65534, 65534) != 0 || setgid (65534) != 0 || setuid (65534) != 0)))
    return 10;
  store = ntm_store_open (path, NTM_STORE_WRITE, &error);
  if (!store || !fixture_apply_value (store, "440-0", "2023", "1", &error))
    return 11;
  g_chmod (path, 0444);
  if (fixture_apply_value (store, "440-0", "2023", "2", &error) || !g_error_matches (error, NTM_ERROR, NTM_ERROR_READ_ONLY))
    return 12;
  g_clear_error (&error);
  g_chmod (path, 0666);
  return fixture_apply_value (store, "440-0", "2023", "2", &error) ? 0 : 13;
}

static void
in_child (const char *path, int (*try) (const char *path, gboolean can_read), gboolean can_read)
{
  pid_t child = fork ();
  int status;

  if (child == 0)
    _exit (try (path, can_read));
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
}

static void
test_no_longer_permitted (Fixture *f, gconstpointer data)
{
  fixture_make_file (f);
  g_chmod (f->folder, 0777);
  in_child (f->path, write_as_nobody, TRUE);
  g_chmod (f->folder, 0755);
}

static void
test_not_permitted (Fixture *f, gconstpointer data)
{
  fixture_make_file (f);
  g_chmod (f->folder, 0777);
  g_chmod (f->path, 0444);
  in_child (f->path, read_as_nobody, TRUE);   /* the file cannot be written */
  g_chmod (f->path, 0666);
  g_chmod (f->folder, 0555);
  in_child (f->path, read_as_nobody, TRUE);   /* nothing can be made beside it */
  fixture_sql (f->path, "PRAGMA journal_mode = WAL");
  g_chmod (f->folder, 0555);
  in_child (f->path, read_as_nobody, TRUE);   /* nor is there a log */
  g_chmod (f->path, 0000);
  in_child (f->path, read_as_nobody, FALSE);
  g_chmod (f->folder, 0755);
  assert_folder (f, "Hà Tĩnh #1?.ntm");
}

/* Changes pages of the file and goes, as if killed: what they held is beside the file only. */
static int
leave_half_written (const char *path, gboolean unused)
{
  sqlite3 *db;

  if (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK)
    return 11;
  return sqlite3_exec (db, "PRAGMA cache_size = 1; PRAGMA cache_spill = 1; BEGIN IMMEDIATE;"
                       "UPDATE unit SET note = hex (zeroblob (20000)); UPDATE meta SET value = 'lost'",
                       NULL, NULL, NULL) == SQLITE_OK ? 0 : 12;
}

/* Killed in the middle of a change: whoever opens the file next, even to read, has it as it was before. */
static void
test_half_written (Fixture *f, gconstpointer data)
{
  g_autofree char *journal = g_strconcat (f->path, "-journal", NULL), *before = NULL, *after = NULL;
  g_autofree char *bytes = NULL, *changed = NULL;
  g_autoptr (NtmStore) store = NULL;
  g_autoptr (GError) error = NULL;
  gsize n, m;

  fixture_make_file (f);
  before = fixture_dump (f->path);
  bytes = fixture_read (f->path, &n);
  in_child (f->path, leave_half_written, TRUE);
  changed = fixture_read (f->path, &m);
  g_assert_true (n != m || memcmp (bytes, changed, n) != 0);
  g_assert_true (g_file_test (journal, G_FILE_TEST_EXISTS));
  store = ntm_store_open (f->path, NTM_STORE_READ_ONLY, &error);
  g_assert_no_error (error);
  g_clear_pointer (&store, ntm_store_free);
  after = fixture_dump (f->path);
  g_assert_cmpstr (before, ==, after);
}

/* A file whose log is beside it needs the log: reading the file alone would show an older state. */
static void
test_log_in_sealed_folder (Fixture *f, gconstpointer data)
{
  g_autofree char *copy = NULL, *copy_log = NULL, *log = g_strconcat (f->path, "-wal", NULL), *folder = fixture_path (f, "sealed");
  g_autofree char *bytes = NULL, *log_bytes = NULL;
  gsize n, m;
  pid_t child;
  int status;

  fixture_make_file (f);
  {
    g_autoptr (NtmStore) store = fixture_open (f);

    g_assert_true (fixture_apply_value (store, "440-0", "2023", "1", NULL));
    bytes = fixture_read (f->path, &n);
    log_bytes = fixture_read (log, &m);
  }
  g_assert_cmpuint (m, >, 0);
  g_mkdir (folder, 0755);
  g_chmod (f->folder, 0755);
  copy = g_build_filename (folder, "x.ntm", NULL);
  copy_log = g_build_filename (folder, "x.ntm-wal", NULL);
  g_file_set_contents (copy, bytes, (gssize) n, NULL);
  g_file_set_contents (copy_log, log_bytes, (gssize) m, NULL);
  g_chmod (folder, 0555);
  child = fork ();
  if (child == 0)
    {
      g_autoptr (GError) error = NULL;

      if (getuid () == 0 && setuid (65534) != 0)
        _exit (10);
      _exit (!ntm_store_open (copy, NTM_STORE_WRITE, &error) && g_error_matches (error, NTM_ERROR, NTM_ERROR_READ_ONLY)
             && strstr (error->message, "x.ntm-wal") ? 0 : 11);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_cmpint (status, ==, 0);
  g_chmod (folder, 0755);
  {
    /* together and in a folder that can be written, nothing is lost */
    g_autoptr (NtmStore) store = ntm_store_open (copy, NTM_STORE_WRITE, NULL);
    g_autofree char *label = ntm_store_dup_undo_label (store);

    g_assert_cmpstr (label, ==, "440-0 2023 = 1");
  }
}

static void
test_author (Fixture *f, gconstpointer data)
{
  g_autoptr (NtmStore) store = NULL;
  g_autofree char *authors = NULL;
  static const char *const names[] = { "  Nguyễn\nVăn A ", NULL, "", "bad \xff" };

  fixture_make_file (f);
  store = fixture_open (f);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *period = g_strdup_printf ("%u", 2015 + i);

      ntm_store_set_author (store, names[i]);
      g_assert_true (fixture_apply_value (store, "440-0", period, "1", NULL));
    }
  authors = fixture_ask (f->path, "SELECT author, (SELECT count (DISTINCT author) FROM edit WHERE seq > 2 AND author <> '') "
                                  "FROM edit WHERE seq = 2");
  g_assert_cmpstr (authors, ==, "Nguyễn Văn A|1");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_test ("/store/create", test_create);
  fixture_test ("/store/create-refuses", test_create_refuses);
  fixture_test ("/store/not-ours", test_not_ours);
  fixture_test ("/store/damaged", test_damaged);
  fixture_test ("/store/schema-differs", test_schema_differs);
  fixture_test ("/store/strangers", test_strangers);
  fixture_test ("/store/symbolic-link", test_symbolic_link);
  fixture_test ("/store/read-only", test_read_only);
  fixture_test ("/store/watched", test_watched);
  fixture_test ("/store/moved-away", test_moved_away);
  fixture_test ("/store/no-longer-permitted", test_no_longer_permitted);
  fixture_test ("/store/not-permitted", test_not_permitted);
  fixture_test ("/store/half-written", test_half_written);
  fixture_test ("/store/log-in-sealed-folder", test_log_in_sealed_folder);
  fixture_test ("/store/author", test_author);
  return g_test_run ();
}
