/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The table of figures over a small file: what it shows, what typing writes (read back from the file by
 * SQL), undo, refusals, and the page with its editor, in both languages.
 */

#include <adwaita.h>
#include <glib/gstdio.h>
#include <sqlite3.h>

#include "ntm-app-resources.h"
#include "ntm-error.h"
#include "ntm-grid-editor.h"
#include "ntm-grid-note.h"
#include "ntm-sheet-page.h"
#include "ntm-sheet-sources.h"

enum { PROVINCE, NORTH, SOUTH };  /* rows with closed districts */

typedef struct
{
  char     *dir, *path;
  NtmStore *store;    /* owned by the desk */
  NtmDesk  *desk;
  NtmSheet *sheet;
  NtmGridModel *model;
} Fixture;

static void
write_row (NtmEdit    *edit,
           NtmTableId  table,
           const char *key1,
           const char *key2,
           const char *fields)
{
  g_auto (GStrv) pairs = g_strsplit (fields, "|", -1);
  NtmRow *row = key2 == NULL ? ntm_edit_write (edit, table, key1, NULL) : ntm_edit_write (edit, table, key1, key2, NULL);

  for (guint i = 0; pairs[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (pairs[i], "=", 2);

      g_assert_true (ntm_row_set (row, pair[0], pair[1], NULL));
    }
}

static void
write_unit (NtmEdit    *edit,
            const char *id,
            const char *level,
            const char *parent,
            const char *name,
            const char *type)
{
  g_autofree char *unit = g_strdup_printf ("code=%s|level=%s", id, level);
  g_autofree char *state = g_strdup_printf ("type=%s|name=%s|short_name=%s|parent=%s", type, name, name, parent);

  write_row (edit, NTM_TABLE_UNIT, id, NULL, unit);
  write_row (edit, NTM_TABLE_UNIT_STATE, id, "", state);
}

static void
write_figure (NtmEdit    *edit,
              const char *indicator,
              const char *unit,
              const char *period,
              const char *kind,
              const char *source,
              const char *value)
{
  NtmRow *row = ntm_edit_write (edit, NTM_TABLE_OBSERVATION, indicator, unit, period, kind, source, NULL);

  g_assert_true (ntm_row_set (row, "value_e6", value, NULL));
}

/*
 * A province of two districts, the northern with two communes. Rates of the province for 2022 and 2023 and
 * of the north for 2023 are from a document; money of the province is 96.
 */
static NtmEdit *
new_facts (void)
{
  NtmEdit *edit = ntm_edit_new ("facts");

  write_row (edit, NTM_TABLE_META, "reference_date", NULL, "value=2024-02-21");
  write_row (edit, NTM_TABLE_DOCUMENT, "doc", NULL, "kind=decision|number=7/QĐ|date=2024-01-05|title_vi=Văn bản|title_en=Paper");
  write_unit (edit, "P", "province", "", "Tỉnh", "tỉnh");
  write_unit (edit, "N", "district", "P", "Bắc", "huyện");
  write_unit (edit, "S", "district", "P", "Nam", "huyện");
  write_unit (edit, "N1", "commune", "N", "Bắc Một", "xã");
  write_unit (edit, "N2", "commune", "N", "Bắc Hai", "xã");
  write_row (edit, NTM_TABLE_INDICATOR, "rate", NULL,
             "name_vi=Tỷ lệ|name_en=Rate|unit_vi=%|unit_en=%|kind=stock|decimals=2|topic=poverty|minimum_e6=0|maximum_e6=100");
  write_row (edit, NTM_TABLE_INDICATOR, "money", NULL,
             "name_vi=Tiền|name_en=Money|unit_vi=tỷ đồng|unit_en=billion đồng|kind=flow|decimals=3|topic=capital");
  write_figure (edit, "rate", "P", "2022", "reported", "doc", "3.79");
  write_figure (edit, "rate", "P", "2023", "reported", "doc", "3.01");
  write_figure (edit, "rate", "N", "2023", "reported", "doc", "4.5");
  write_figure (edit, "rate", "S", "2022-H1", "estimate", "doc", "6");
  write_figure (edit, "money", "P", "2023", "reported", "doc", "96");
  return edit;
}

static void
open_file (Fixture      *self,
           NtmStoreFlags flags)
{
  g_autoptr (GError) error = NULL;

  self->store = ntm_store_open (self->path, flags, &error);
  g_assert_no_error (error);
  ntm_desk_take_store (self->desk, self->store);
}

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NtmEdit) edit = new_facts ();

  self->dir = g_dir_make_tmp ("ntm-sheet-XXXXXX", &error);
  self->path = g_build_filename (self->dir, "file.ntm", NULL);
  self->store = ntm_store_create (self->path, &error);
  g_assert_no_error (error);
  ntm_store_fill (self->store, edit, &error);
  g_assert_no_error (error);
  self->desk = ntm_desk_new ();
  ntm_desk_take_store (self->desk, self->store);
  self->sheet = ntm_sheet_new (self->desk);
  ntm_sheet_set_indicator (self->sheet, "rate");
  self->model = NTM_GRID_MODEL (self->sheet);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (self->dir, 0, NULL);
  const char *name;

  g_assert_finalize_object (self->sheet);
  g_assert_finalize_object (self->desk);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->dir, name, NULL);

      g_unlink (path);
    }
  g_rmdir (self->dir);
  g_free (self->dir);
  g_free (self->path);
}

/* What the file holds, by SQL: rows of one unit, "kind/source/value/preferred", in order. */
static char *
dup_rows (Fixture    *self,
          const char *indicator,
          const char *unit,
          const char *period)
{
  GString *out = g_string_new (NULL);
  sqlite3_stmt *statement;
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open_v2 (self->path, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  sqlite3_prepare_v2 (db, "SELECT kind || '/' || source || '/' || coalesce(value_e6, numerator_e6 || ':' || denominator_e6, '-') || '/' || "
                          "preferred || '/' || state FROM observation WHERE indicator = ? AND unit = ? AND period = ? "
                          "ORDER BY source", -1, &statement, NULL);
  sqlite3_bind_text (statement, 1, indicator, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 2, unit, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 3, period, -1, SQLITE_STATIC);
  while (sqlite3_step (statement) == SQLITE_ROW)
    g_string_append_printf (out, "%s%s", out->len > 0 ? " " : "", (const char *) sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);
  sqlite3_close (db);
  return g_string_free (out, FALSE);
}

#define assert_rows(self, indicator, unit, period, expected) \
  G_STMT_START { \
    g_autofree char *rows_ = dup_rows (self, indicator, unit, period); \
    g_assert_cmpstr (rows_, ==, expected); \
  } G_STMT_END

/* A column of the figure of one cell, as text. */
static char *
dup_field (Fixture    *self,
           const char *column,
           const char *unit,
           const char *period)
{
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM observation WHERE indicator = 'rate' AND unit = '%s' AND period = '%s' "
                                          "ORDER BY source LIMIT 1", column, unit, period);
  sqlite3_stmt *statement;
  char *found = NULL;
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open_v2 (self->path, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  sqlite3_prepare_v2 (db, sql, -1, &statement, NULL);
  if (sqlite3_step (statement) == SQLITE_ROW)
    found = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);
  sqlite3_close (db);
  return found;
}

#define assert_field(self, column, unit, period, expected) \
  G_STMT_START { \
    g_autofree char *field_ = dup_field (self, column, unit, period); \
    g_assert_cmpstr (field_, ==, expected); \
  } G_STMT_END

static guint
column_of (Fixture    *self,
           const char *text)
{
  NtmPeriod period;

  g_assert_true (ntm_period_parse (text, &period, NULL));
  return ntm_sheet_find_period (self->sheet, &period);
}

static gboolean
put (Fixture    *self,
     guint       row,
     const char *period,
     const char *text,
     GError    **error)
{
  return ntm_grid_model_set_text (self->model, row, column_of (self, period), text, FALSE, error);
}

static void
assert_cell (Fixture     *self,
             guint        row,
             guint        column,
             NtmGridState state,
             const char  *text,
             guint        flags)
{
  g_auto (NtmGridCell) cell = { 0 };

  ntm_grid_model_get_cell (self->model, row, column, &cell);
  g_assert_cmpint (cell.state, ==, state);
  g_assert_cmpstr (cell.text, ==, text);
  g_assert_cmpuint (cell.flags, ==, flags);
}

static void
test_rows (Fixture      *self,
           gconstpointer data)
{
  g_auto (NtmGridRow) row = { 0 };
  guint found;

  g_assert_cmpuint (ntm_grid_model_get_shape (self->model).n_rows, ==, 3);
  ntm_grid_model_toggle_row (self->model, NORTH);
  g_assert_cmpuint (ntm_grid_model_get_shape (self->model).n_rows, ==, 5);
  ntm_grid_model_get_row (self->model, 3, &row);
  g_assert_cmpuint (row.depth, ==, 2);
  g_assert_true (ntm_sheet_find_unit (self->sheet, "N1", &found));
  g_assert_cmpuint (found, ==, 3);   /* Hai comes before Một */
  ntm_grid_model_toggle_row (self->model, SOUTH + 2);   /* has no communes */
  g_assert_cmpuint (ntm_grid_model_get_shape (self->model).n_rows, ==, 5);
  ntm_grid_model_toggle_row (self->model, NORTH);
  ntm_sheet_set_level (self->sheet, NTM_LEVEL_COMMUNE);
  g_assert_cmpuint (ntm_grid_model_get_shape (self->model).n_rows, ==, 5);
}

/* 2010 to 2024 and the half-year that has a figure, which ends before 2022 does. */
static void
test_columns (Fixture      *self,
              gconstpointer data)
{
  g_auto (NtmGridColumn) half = { 0 };
  g_auto (NtmGridColumn) last = { 0 };

  g_assert_cmpuint (ntm_grid_model_get_shape (self->model).n_columns, ==, 16);
  g_assert_cmpuint (column_of (self, "2022-H1"), ==, 12);
  g_assert_cmpuint (column_of (self, "2022"), ==, 13);
  ntm_grid_model_get_column (self->model, 12, &half);
  g_assert_cmpstr (half.key, ==, "period:2022-H1");
  ntm_grid_model_get_column (self->model, 15, &last);
  g_assert_cmpstr (last.title, ==, "2024");
  g_assert_true (last.is_later);
  /* What is not there: the last year that is over. */
  g_assert_cmpuint (ntm_sheet_find_period (self->sheet, NULL), ==, 14);
}

static void
test_cells (Fixture      *self,
            gconstpointer data)
{
  assert_cell (self, PROVINCE, column_of (self, "2023"), NTM_GRID_VALUE, "3.01", NTM_GRID_HAS_SOURCE | NTM_GRID_BOLD);
  assert_cell (self, NORTH, column_of (self, "2022"), NTM_GRID_NO_DATA, NULL, 0);
  assert_cell (self, SOUTH, column_of (self, "2022-H1"), NTM_GRID_VALUE, "6", NTM_GRID_HAS_SOURCE | NTM_GRID_DERIVED);
  g_assert_true (put (self, SOUTH, "2023", "n/a", NULL) == FALSE);
  g_assert_true (put (self, SOUTH, "2023", "Not applicable", NULL));
  assert_cell (self, SOUTH, column_of (self, "2023"), NTM_GRID_NOT_APPLICABLE, "–", NTM_GRID_EDITED);
  assert_rows (self, "rate", "S", "2023", "reported//-/0/not_applicable");
}

static void
test_typing (Fixture      *self,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;

  g_assert_true (put (self, NORTH, "2022", " 3.01 ", &error));
  g_assert_no_error (error);
  assert_rows (self, "rate", "N", "2022", "reported//3010000/0/value");
  assert_cell (self, NORTH, column_of (self, "2022"), NTM_GRID_VALUE, "3.01", NTM_GRID_EDITED);
  g_assert_true (put (self, NORTH, "2022", "~81,462/293,534", &error));
  assert_rows (self, "rate", "N", "2022", "reported//81462000000:293534000000/0/value");
  g_assert_true (ntm_desk_undo (self->desk, &label, &error));
  g_assert_cmpstr (label, ==, "rate, Bắc, 2022: ~81,462/293,534");
  assert_rows (self, "rate", "N", "2022", "reported//3010000/0/value");
  g_assert_true (ntm_desk_undo (self->desk, NULL, &error));
  assert_rows (self, "rate", "N", "2022", "");
  assert_cell (self, NORTH, column_of (self, "2022"), NTM_GRID_NO_DATA, NULL, 0);
}

/* The office's figure is shown before that of a document, which stays; without it the document's again. */
static void
test_beside_document (Fixture      *self,
                      gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  guint column = column_of (self, "2023");

  g_assert_true (put (self, NORTH, "2023", "4.2", &error));
  assert_rows (self, "rate", "N", "2023", "reported//4200000/1/value reported/doc/4500000/0/value");
  assert_cell (self, NORTH, column, NTM_GRID_VALUE, "4.2", NTM_GRID_EDITED | NTM_GRID_CONFLICT);
  g_assert_true (put (self, NORTH, "2023", "", &error));
  g_assert_no_error (error);
  assert_rows (self, "rate", "N", "2023", "reported/doc/4500000/0/value");
  assert_cell (self, NORTH, column, NTM_GRID_VALUE, "4.5", NTM_GRID_HAS_SOURCE);
  /* That one is not the office's to delete. */
  g_assert_false (put (self, NORTH, "2023", "", &error));
  g_assert_error (error, NTM_ERROR, NTM_ERROR_INPUT);
  assert_rows (self, "rate", "N", "2023", "reported/doc/4500000/0/value");
}

static void
test_refused (Fixture      *self,
              gconstpointer data)
{
  static const struct { const char *text; int code; const char *fix; } cases[] = {
    { "abc", NTM_ERROR_INPUT, NULL },
    { "3,01", NTM_ERROR_INPUT, "3.01" },
    { "5,952", NTM_ERROR_RANGE, "5.952" },     /* read as 5952, more than 100 % */
    { "101", NTM_ERROR_RANGE, NULL },
    { "-1", NTM_ERROR_RANGE, NULL },
    { "1.2.3", NTM_ERROR_INPUT, NULL },
    { "5/0", NTM_ERROR_RANGE, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *fix = ntm_grid_model_dup_fix (self->model, NORTH, column_of (self, "2022"), cases[i].text);

      g_assert_false (put (self, NORTH, "2022", cases[i].text, &error));
      g_assert_error (error, NTM_ERROR, cases[i].code);
      g_assert_cmpstr (fix, ==, cases[i].fix);
    }
  assert_rows (self, "rate", "N", "2022", "");
}

/* 5,952 (thousands) where the province has 96 is asked about, and taken when confirmed. */
static void
test_swapped_marks (Fixture      *self,
                    gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *fix = NULL;

  ntm_sheet_set_indicator (self->sheet, "money");
  g_assert_false (put (self, NORTH, "2023", "5,952", &error));
  g_assert_error (error, NTM_ERROR, NTM_ERROR_AMBIGUOUS);
  fix = ntm_grid_model_dup_fix (self->model, NORTH, column_of (self, "2023"), "5,952");
  g_assert_cmpstr (fix, ==, "5.952");
  g_assert_true (put (self, SOUTH, "2023", "5952", NULL));      /* no mark, no doubt */
  g_assert_true (ntm_grid_model_set_text (self->model, NORTH, column_of (self, "2023"), "5,952", TRUE, NULL));
  assert_rows (self, "money", "N", "2023", "reported//5952000000/0/value");
}

/* A block copied out and pasted back changes nothing; one wrong text and nothing is written. */
static void
test_blocks (Fixture      *self,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;
  g_autofree char *own = ntm_grid_model_dup_edit_text (self->model, NORTH, column_of (self, "2023"));
  NtmGridEntry same[] = { { NORTH, column_of (self, "2023"), own }, { NORTH, column_of (self, "2022"), "" } };
  NtmGridEntry wrong[] = { { SOUTH, column_of (self, "2020"), "1" }, { SOUTH, column_of (self, "2021"), "x" } };
  NtmGridEntry right[] = { { SOUTH, column_of (self, "2020"), "1" }, { SOUTH, column_of (self, "2021"), "2" },
                           { NORTH, column_of (self, "2023"), "" } };
  guint bad = 9;

  g_assert_true (ntm_grid_model_set_texts (self->model, same, 2, FALSE, &bad, &error));
  g_assert_false (ntm_grid_model_set_texts (self->model, wrong, 2, FALSE, &bad, &error));
  g_assert_cmpuint (bad, ==, 1);
  g_clear_error (&error);
  assert_rows (self, "rate", "S", "2020", "");
  g_assert_null (ntm_store_dup_undo_label (self->store));
  /* In a block a document's figure is passed over where it would be emptied. */
  g_assert_true (ntm_grid_model_set_texts (self->model, right, 3, FALSE, &bad, &error));
  assert_rows (self, "rate", "S", "2021", "reported//2000000/0/value");
  assert_rows (self, "rate", "N", "2023", "reported/doc/4500000/0/value");
  g_assert_true (ntm_desk_undo (self->desk, &label, &error));
  g_assert_cmpstr (label, ==, "rate × 3");
  assert_rows (self, "rate", "S", "2020", "");
  assert_rows (self, "rate", "S", "2021", "");
}

static void
test_indicators (Fixture      *self,
                 gconstpointer data)
{
  g_auto (NtmGridCell) older = { 0 };
  g_autofree char *spoken = NULL;
  NtmSheetFacts facts;
  guint rate, money;
  NtmPeriod year;

  ntm_sheet_set_mode (self->sheet, NTM_SHEET_INDICATORS);
  g_assert_true (ntm_sheet_find_indicator (self->sheet, "rate", &rate));
  g_assert_true (ntm_sheet_find_indicator (self->sheet, "money", &money));
  g_assert_cmpuint (rate, <, money);
  /* The latest of the south is of another period, and says so. */
  ntm_grid_model_get_cell (self->model, SOUTH, rate, &older);
  g_assert_cmpstr (older.text, ==, "6");
  g_assert_nonnull (older.tag);
  spoken = ntm_grid_model_dup_spoken (self->model, NORTH, money);
  g_assert_cmpstr (spoken, ==, "no data, Bắc district, Money, 2023");
  /* Typing changes the figure shown, of its period; in an empty cell that of the last year. */
  g_assert_true (ntm_sheet_look (self->sheet, SOUTH, money, &facts));
  g_assert_true (ntm_grid_model_set_text (self->model, SOUTH, money, "12", FALSE, NULL));
  assert_rows (self, "money", "S", "2023", "reported//12000000/0/value");
  ntm_period_parse ("2022", &year, NULL);
  ntm_sheet_set_period (self->sheet, &year);
  assert_cell (self, PROVINCE, rate, NTM_GRID_VALUE, "3.79", NTM_GRID_HAS_SOURCE | NTM_GRID_BOLD);
  assert_cell (self, PROVINCE, money, NTM_GRID_NO_DATA, NULL, 0);
}

static void
test_sums (Fixture      *self,
           gconstpointer data)
{
  NtmSheetSums sums;
  guint column;

  ntm_sheet_set_indicator (self->sheet, "money");
  g_assert_true (put (self, NORTH, "2023", "1.1", NULL));
  g_assert_true (put (self, SOUTH, "2023", "2.2", NULL));
  column = column_of (self, "2023");
  sums = ntm_sheet_count (self->sheet, &(NtmGridRange) { NORTH, column - 1, 2, 2 });
  g_assert_cmpuint (sums.n_cells, ==, 4);
  g_assert_cmpuint (sums.n_values, ==, 2);
  g_assert_true (sums.has_sum);
  g_assert_cmpint (sums.sum, ==, 3300000);
  g_assert_cmpint (sums.mean, ==, 1650000);
  g_assert_cmpint (sums.minimum, ==, 1100000);
  g_assert_cmpint (sums.maximum, ==, 2200000);
  /* The province contains the districts. */
  sums = ntm_sheet_count (self->sheet, &(NtmGridRange) { PROVINCE, column, 3, 1 });
  g_assert_false (sums.has_sum);
  g_assert_true (sums.has_mean);
  ntm_sheet_set_indicator (self->sheet, "rate");
  sums = ntm_sheet_count (self->sheet, &(NtmGridRange) { NORTH, column_of (self, "2023"), 1, 1 });
  g_assert_false (sums.has_sum);
}

static gboolean
note (Fixture    *self,
      guint       row,
      const char *period,
      const char *text,
      GError    **error)
{
  return ntm_grid_model_set_note (self->model, row, column_of (self, period), text, error);
}

/* Of an own figure and of one of a document, through the journal; values stay. */
static void
test_notes (Fixture      *self,
            gconstpointer data)
{
  g_autofree char *long_text = g_strnfill (2001, 'x');
  g_autofree char *label = NULL;
  g_autofree char *tooltip = NULL;
  g_autofree char *spoken = NULL;
  gboolean is_english = ntm_lang_current () == NTM_LANG_EN;
  g_autoptr (GError) error = NULL;

  g_assert_true (note (self, NORTH, "2023", " đối chiếu với sở ", &error));
  assert_field (self, "note", "N", "2023", "đối chiếu với sở");
  assert_rows (self, "rate", "N", "2023", "reported/doc/4500000/0/value");
  assert_cell (self, NORTH, column_of (self, "2023"), NTM_GRID_VALUE, is_english ? "4.5" : "4,5",
               NTM_GRID_HAS_SOURCE | NTM_GRID_HAS_NOTE);
  tooltip = ntm_grid_model_dup_tooltip (self->model, NORTH, column_of (self, "2023"));
  g_assert_nonnull (strstr (tooltip, "đối chiếu với sở"));
  spoken = ntm_grid_model_dup_spoken (self->model, NORTH, column_of (self, "2023"));
  g_assert_true (g_str_has_suffix (spoken, ": đối chiếu với sở"));
  g_assert_true (put (self, SOUTH, "2023", "5", &error));
  g_assert_true (note (self, SOUTH, "2023", "tạm", &error));
  assert_field (self, "note", "S", "2023", "tạm");
  g_assert_true (put (self, SOUTH, "2023", "6", &error));   /* typing keeps it */
  assert_field (self, "note", "S", "2023", "tạm");
  g_assert_true (ntm_desk_undo (self->desk, NULL, &error));
  g_assert_true (ntm_desk_undo (self->desk, &label, &error));
  g_assert_cmpstr (label, ==, "rate, Nam, 2023: note");
  assert_field (self, "note", "S", "2023", "");
  g_assert_no_error (error);
  /* Nothing to note of, too much to note. */
  g_assert_null (ntm_grid_model_dup_note (self->model, NORTH, column_of (self, "2015")));
  g_assert_false (note (self, NORTH, "2015", "x", &error));
  g_assert_error (error, NTM_ERROR, NTM_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (note (self, NORTH, "2023", long_text, &error));
  g_assert_error (error, NTM_ERROR, NTM_ERROR_RANGE);
  assert_field (self, "note", "N", "2023", "đối chiếu với sở");
}

/* The units in the rows, by their ids. */
static char *
dup_order (Fixture *self)
{
  GString *out = g_string_new (NULL);
  NtmSheetFacts facts;

  for (guint row = 0; ntm_sheet_look (self->sheet, row, 0, &facts); row++)
    g_string_append_printf (out, "%s%s", row == 0 ? "" : " ", facts.unit->id);
  return g_string_free (out, FALSE);
}

#define assert_order(self, expected) \
  G_STMT_START { \
    g_autofree char *order_ = dup_order (self); \
    g_assert_cmpstr (order_, ==, expected); \
  } G_STMT_END

/* Largest, smallest, as in the file; without a figure last; communes stay with their district. */
static void
test_sorting (Fixture      *self,
              gconstpointer data)
{
  g_auto (NtmGridColumn) column = { 0 };
  guint at = column_of (self, "2023");

  ntm_sheet_set_level (self->sheet, NTM_LEVEL_COMMUNE);
  assert_order (self, "P N N2 N1 S");
  g_assert_true (put (self, 3, "2023", "7", NULL));        /* N1 */
  g_assert_cmpuint (ntm_grid_model_sort (self->model, (int) at, 3), ==, 2);
  assert_order (self, "P N N1 N2 S");
  ntm_grid_model_get_column (self->model, at, &column);
  g_assert_cmpint (column.sort, ==, NTM_GRID_SORT_DOWN);
  /* What is typed does not move the rows under the hands of who types down the column. */
  g_assert_true (put (self, 4, "2023", "9", NULL));        /* S, which had none */
  assert_order (self, "P N N1 N2 S");
  g_assert_true (put (self, 3, "2023", "8", NULL));        /* N2, more than N1 */
  assert_order (self, "P N N1 N2 S");
  g_assert_true (ntm_desk_undo (self->desk, NULL, NULL));
  ntm_grid_model_sort (self->model, (int) at, 0);
  assert_order (self, "P N N1 N2 S");                      /* smallest first; N2 without a figure still last */
  ntm_grid_model_sort (self->model, (int) at, 0);
  assert_order (self, "P N N2 N1 S");
  ntm_grid_model_sort (self->model, -1, 0);
  ntm_grid_model_sort (self->model, -1, 0);
  assert_order (self, "P S N N1 N2");                      /* names from Z: Nam, Bắc; Một, Hai */
  /* A column that is not shown orders nothing. */
  ntm_grid_model_sort (self->model, (int) at, 0);
  ntm_sheet_set_mode (self->sheet, NTM_SHEET_INDICATORS);
  assert_order (self, "P N N2 N1 S");
}

static void
test_find_figure (Fixture      *self,
                  gconstpointer data)
{
  guint row = SOUTH, column = 99;
  NtmPeriod year;

  g_assert_true (ntm_sheet_find_figure (self->sheet, &row, &column));
  g_assert_cmpuint (row, ==, SOUTH);
  g_assert_cmpuint (column, ==, column_of (self, "2022-H1"));
  ntm_sheet_set_indicator (self->sheet, "money");
  g_assert_true (ntm_sheet_find_figure (self->sheet, &row, &column));
  g_assert_cmpuint (row, ==, PROVINCE);
  g_assert_cmpuint (column, ==, column_of (self, "2023"));
  ntm_sheet_set_mode (self->sheet, NTM_SHEET_INDICATORS);
  ntm_period_parse ("2011", &year, NULL);
  ntm_sheet_set_period (self->sheet, &year);
  g_assert_false (ntm_sheet_find_figure (self->sheet, &row, &column));
}

static void
test_read_only (Fixture      *self,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  open_file (self, NTM_STORE_READ_ONLY);
  g_assert_false (ntm_grid_model_can_edit (self->model, NORTH, 0, &error));
  g_assert_error (error, NTM_ERROR, NTM_ERROR_READ_ONLY);
  g_assert_false (put (self, NORTH, "2022", "1", NULL));
  assert_cell (self, PROVINCE, column_of (self, "2024"), NTM_GRID_NO_DATA, NULL, 0);
}

static void
test_no_file (void)
{
  g_autoptr (NtmDesk) desk = ntm_desk_new ();
  g_autoptr (NtmSheet) sheet = ntm_sheet_new (desk);

  g_assert_cmpuint (ntm_grid_model_get_shape (NTM_GRID_MODEL (sheet)).n_rows, ==, 0);
  ntm_sheet_set_mode (sheet, NTM_SHEET_INDICATORS);
  g_assert_cmpuint (ntm_grid_model_get_shape (NTM_GRID_MODEL (sheet)).n_columns, ==, 0);
}

static NtmGrid *
show_page (Fixture    *self,
           GtkWidget **window)
{
  NtmSheetPage *page = g_object_new (NTM_TYPE_SHEET_PAGE, NULL);

  *window = gtk_window_new ();
  ntm_sheet_page_set_desk (page, self->desk);
  ntm_sheet_page_show_indicator (page, "rate");
  gtk_window_set_default_size (GTK_WINDOW (*window), 1000, 600);
  gtk_window_set_child (GTK_WINDOW (*window), GTK_WIDGET (page));
  gtk_window_present (GTK_WINDOW (*window));
  gtk_test_widget_wait_for_draw (*window);
  return ntm_sheet_page_get_grid (page);
}

static void
type_into (NtmGrid    *grid,
           const char *text)
{
  GtkText *entry;

  ntm_grid_start_edit (grid, "");
  entry = ntm_grid_editor_get_entry (NTM_GRID_EDITOR (ntm_grid_get_editor (grid)));
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "activate");
}

/* @data: the same number as it is typed in the language of the run, and a slip with its mending. */
static void
test_page (Fixture      *self,
           gconstpointer data)
{
  const char * const *texts = data;
  g_autoptr (GError) error = NULL;
  GtkWidget *window;
  NtmGrid *grid = show_page (self, &window);
  NtmGridEditor *editor = NTM_GRID_EDITOR (ntm_grid_get_editor (grid));
  guint row, column;

  /* It begins at the last year that is over, and the selected unit leads. */
  ntm_grid_get_active (grid, &row, &column);
  g_assert_cmpuint (column, ==, column_of (self, "2023"));
  ntm_desk_select (self->desk, "S");
  ntm_grid_get_active (grid, &row, &column);
  g_assert_cmpuint (row, ==, SOUTH);
  /* Without a unit the window tells of the province. */
  ntm_desk_select (self->desk, NULL);
  ntm_grid_get_active (grid, &row, &column);
  g_assert_cmpuint (row, ==, PROVINCE);
  ntm_desk_select (self->desk, "S");
  type_into (grid, texts[0]);
  assert_rows (self, "rate", "S", "2023", "reported//3010000/0/value");
  g_assert_true (ntm_desk_undo (self->desk, NULL, &error));
  assert_rows (self, "rate", "S", "2023", "");

  ntm_grid_place (grid, SOUTH, column);
  type_into (grid, texts[1]);
  g_assert_true (ntm_grid_is_editing (grid));
  g_assert_nonnull (ntm_grid_editor_get_reason (editor));
  g_assert_cmpstr (ntm_grid_editor_get_fix (editor), ==, texts[2]);
  ntm_grid_editor_take_fix (editor);
  g_assert_false (ntm_grid_is_editing (grid));
  assert_rows (self, "rate", "S", "2023", "reported//5952000/0/value");
  gtk_test_widget_wait_for_draw (window);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* What is copied in a language is read back as the same in it. */
static void
test_round_trip (Fixture      *self,
                 gconstpointer data)
{
  GtkWidget *window;
  NtmGrid *grid = show_page (self, &window);
  g_autofree char *tsv = NULL;
  g_autofree char *again = NULL;
  guint first = column_of (self, "2021");

  ntm_grid_place (grid, PROVINCE, first);
  ntm_grid_extend_to (grid, SOUTH, column_of (self, "2023"));
  tsv = ntm_grid_dup_tsv (grid);
  g_assert_true (ntm_grid_paste_text (grid, tsv));
  g_assert_null (ntm_store_dup_undo_label (self->store));
  ntm_grid_place (grid, PROVINCE, column_of (self, "2010"));
  g_assert_true (ntm_grid_paste_text (grid, tsv));
  again = ntm_grid_dup_tsv (grid);
  g_assert_cmpstr (again, ==, tsv);
  /* 2022 and 2023 came to 2012 and 2013, beside the half-year. */
  assert_rows (self, "rate", "P", "2012", "reported//3790000/0/value");
  assert_rows (self, "rate", "N", "2013", "reported//4500000/0/value");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* What comes from spreadsheets and documents: marks of the language, words and signs before a number, percent signs,
 * blanks at the ends, CRLF, quoted cells. */
static void
test_pasted (Fixture      *self,
             gconstpointer data)
{
  gboolean is_english = ntm_lang_current () == NTM_LANG_EN;
  const struct { const char *text, *value, *qualifier, *words; } cases[] = {
    { is_english ? "12.5" : "12,5", "12500000", "=", "" },
    { is_english ? "0.5 %" : "0,5 %", "500000", "=", "" },
    { "50% ", "50000000", "=", "" },
    { "≥50", "50000000", ">=", NULL },
    { ">= 50", "50000000", ">=", NULL },
    { "gần 96", "96000000", "~", "gần" },
    { "  7\u00a0", "7000000", "=", "" },
    { "\"8\"", "8000000", "=", "" },
    { "\"9\n\"", "9000000", "=", "" },
    { "\"\t10\"", "10000000", "=", "" },
  };
  g_autoptr (GString) block = g_string_new (NULL);
  GtkWidget *window;
  NtmGrid *grid = show_page (self, &window);
  char *label;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_string_append_printf (block, "%s%s", cases[i].text, i + 1 < G_N_ELEMENTS (cases) ? "\t" : "\r\n");
  ntm_grid_place (grid, SOUTH, column_of (self, "2010"));
  g_assert_true (ntm_grid_paste_text (grid, block->str));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *period = g_strdup_printf ("%u", 2010 + i);

      assert_field (self, "value_e6", "S", period, cases[i].value);
      assert_field (self, "qualifier", "S", period, cases[i].qualifier);
      if (cases[i].words != NULL)
        assert_field (self, "words", "S", period, cases[i].words);
    }
  /* One step back for all. */
  g_assert_true (ntm_desk_undo (self->desk, NULL, NULL));
  assert_field (self, "value_e6", "S", "2010", NULL);
  label = ntm_store_dup_undo_label (self->store);
  g_assert_null (label);
  /* Grouped thousands in the money of the province. */
  ntm_sheet_page_show_indicator (NTM_SHEET_PAGE (gtk_window_get_child (GTK_WINDOW (window))), "money");
  ntm_grid_place (grid, PROVINCE, column_of (self, "2020"));
  g_assert_true (ntm_grid_paste_text (grid, is_english ? "1,234.5" : "1.234,5"));
  assert_rows (self, "money", "P", "2020", "reported//1234500000/0/value");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A month has no column until it is asked for; asked for twice it has one, and one after the year shown has none. */
static void
test_added_period (Fixture      *self,
                   gconstpointer data)
{
  NtmPeriod month, later;
  guint n = ntm_grid_model_get_shape (self->model).n_columns;

  g_assert_true (ntm_period_parse ("2024-01", &month, NULL) && ntm_period_parse ("2025-01", &later, NULL));
  ntm_sheet_add_period (self->sheet, &month);
  ntm_sheet_add_period (self->sheet, &month);
  ntm_sheet_add_period (self->sheet, &later);
  g_assert_cmpuint (ntm_grid_model_get_shape (self->model).n_columns, ==, n + 1);
  g_assert_true (put (self, SOUTH, "2024-01", "7", NULL));
  assert_rows (self, "rate", "S", "2024-01", "reported//7000000/0/value");
}

/* By Shift+F2, in the popover, and back. */
static void
test_note_popover (Fixture      *self,
                   gconstpointer data)
{
  GtkWidget *window;
  NtmGrid *grid = show_page (self, &window);
  NtmGridNote *popover;
  g_autofree char *text = NULL;

  ntm_grid_place (grid, NORTH, column_of (self, "2023"));
  gtk_widget_activate_action (GTK_WIDGET (grid), "grid.note", NULL);
  popover = NTM_GRID_NOTE (ntm_grid_get_note (grid));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (popover)));
  ntm_grid_note_set_text (popover, "ghi chú");
  g_assert_true (ntm_grid_note_save (popover));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (popover)));
  assert_field (self, "note", "N", "2023", "ghi chú");
  gtk_widget_activate_action (GTK_WIDGET (grid), "grid.note", NULL);
  text = ntm_grid_note_dup_text (popover);
  g_assert_cmpstr (text, ==, "ghi chú");
  gtk_popover_popdown (GTK_POPOVER (popover));
  gtk_window_destroy (GTK_WINDOW (window));
}

static GtkWidget *
find_link (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_LINK_BUTTON (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL; child = gtk_widget_get_next_sibling (child))
    found = find_link (child);
  return found;
}

/* Whatever address a file may hold, only a page of the web is offered to be opened. */
static void
test_links (Fixture      *self,
            gconstpointer data)
{
  static const char * const urls[] = { "https://hatinh.gov.vn/7", "file:///tmp/7.desktop" };

  for (guint i = 0; i < G_N_ELEMENTS (urls); i++)
    {
      g_autoptr (NtmEdit) edit = ntm_edit_new ("address");
      g_autoptr (GtkWidget) sources = NULL;

      ntm_row_set (ntm_edit_write (edit, NTM_TABLE_DOCUMENT, "doc", NULL), "url", urls[i], NULL);
      g_assert_true (ntm_desk_apply (self->desk, edit, NULL));
      sources = g_object_ref_sink (ntm_sheet_new_sources (self->sheet, NORTH, column_of (self, "2023")));
      g_assert_cmpint (find_link (sources) != NULL, ==, i == 0);
    }
}

/* A file without any figure keeps its frame and says so; one without units says what to do. */
static void
test_page_empty (Fixture      *self,
                 gconstpointer data)
{
  NtmSheetPage *page = g_object_new (NTM_TYPE_SHEET_PAGE, NULL);
  GtkWidget *window = gtk_window_new ();
  g_autofree char *path = g_build_filename (self->dir, "empty.ntm", NULL);
  NtmStore *empty = ntm_store_create (path, NULL);
  g_autoptr (NtmEdit) edit = ntm_edit_new ("an indicator that waits for figures");
  NtmGrid *grid;
  guint row, column, rate;

  write_row (edit, NTM_TABLE_INDICATOR, "a_first", NULL, "name_vi=Đầu|name_en=First|unit_vi=%|unit_en=%|kind=stock|decimals=2|topic=poverty");
  g_assert_true (ntm_desk_apply (self->desk, edit, NULL));
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (page));
  gtk_window_present (GTK_WINDOW (window));
  ntm_sheet_page_set_desk (page, self->desk);
  grid = ntm_sheet_page_get_grid (page);
  /* It begins at the first figure of units × indicators. */
  g_assert_cmpint (ntm_sheet_get_mode (ntm_sheet_page_get_sheet (page)), ==, NTM_SHEET_INDICATORS);
  ntm_grid_get_active (grid, &row, &column);
  g_assert_cmpuint (row, ==, PROVINCE);
  g_assert_true (ntm_sheet_find_indicator (ntm_sheet_page_get_sheet (page), "rate", &rate));
  g_assert_cmpuint (rate, >, 0);
  g_assert_cmpuint (column, ==, rate);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (grid)));
  ntm_desk_take_store (self->desk, empty);
  gtk_test_widget_wait_for_draw (window);
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (grid)));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  static const char * const english[] = { "3.01", "5,952", "5.952" };
  static const char * const vietnamese[] = { "3,01", "5.952", "5,952" };
  gboolean is_english = ntm_lang_init (NULL, "ntm-atlas") == NTM_LANG_EN;

  gtk_disable_setlocale ();
  gtk_test_init (&argc, &argv);
  adw_init ();
  ntm_app_register_resource ();

#define ADD(name, data, function) g_test_add ("/sheet/" name, Fixture, data, set_up, function, tear_down)
  g_test_add_func ("/sheet/no-file", test_no_file);
  ADD ("rows", NULL, test_rows);
  ADD ("columns", NULL, test_columns);
  ADD ("blocks", NULL, test_blocks);
  ADD ("read-only", NULL, test_read_only);
  ADD ("page", is_english ? english : vietnamese, test_page);
  ADD ("round-trip", NULL, test_round_trip);
  ADD ("pasted", NULL, test_pasted);
  ADD ("links", NULL, test_links);
  ADD ("added-period", NULL, test_added_period);
  ADD ("note-popover", NULL, test_note_popover);
  ADD ("page-empty", NULL, test_page_empty);
  ADD ("sorting", NULL, test_sorting);
  ADD ("find-figure", NULL, test_find_figure);
  ADD ("notes", NULL, test_notes);
  if (is_english)
    {
      ADD ("sums", NULL, test_sums);
      ADD ("cells", NULL, test_cells);
      ADD ("typing", NULL, test_typing);
      ADD ("beside-document", NULL, test_beside_document);
      ADD ("refused", NULL, test_refused);
      ADD ("swapped-marks", NULL, test_swapped_marks);
      ADD ("indicators", NULL, test_indicators);
    }
  return g_test_run ();
}
