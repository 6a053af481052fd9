/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What may be entered for a task, and what the edits then write. */

#include "config.h"

#include <string.h>

#include "fixture.h"
#include "ntm-edit-task.h"
#include "ntm-error.h"

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->store = csv_store_new ();
  csv_store_set (fixture->store, NTM_TABLE_AGENCY, "id,name_vi\nubnd,UBND huyện B\n");
  csv_store_set (fixture->store, NTM_TABLE_UNIT, "id,code,level,valid_from,valid_to\n2-0,2,district,,\n");
  csv_store_set (fixture->store, NTM_TABLE_UNIT_STATE,
                 "unit,valid_from,valid_to,type,name,short_name\n2-0,,,huyện,Huyện B,B\n");
  csv_store_set (fixture->store, NTM_TABLE_DOCUMENT,
                 "id,kind,number,date,issuer,title_vi\nnotice,notice,,2024-02-21,UBND tỉnh,Thông báo\n"
                 "155-ttr-ubnd,submission,155/TTr-UBND,2024-09-23,UBND thị xã Kỳ Anh,Đề nghị\n"
                 "7496,official_letter,7496/UBND-NL5,2024-12,UBND tỉnh,Công bố\n");
  csv_store_set (fixture->store, NTM_TABLE_TASK,
                 "id,title_vi,title_en,agency,unit,kind,assigned,due,due_kind,due_vi,done,done_by,source,place,note\n"
                 "open,Trình hồ sơ,Submit,ubnd,2-0,task,2024-02-21,2024-06-30,before,trước 30/6/2024,,,notice,mục II.2,x\n"
                 "closed,Làm xong,,ubnd,,task,2024-02-21,,,,2024-08-15,155-ttr-ubnd,,,\n"
                 "undated,Không rõ ngày,,ubnd,,regime,,,,hằng năm,,,,,\n");
  fixture->atlas = csv_store_new_atlas (fixture->store);
}

static gboolean
is_set (const NtmRow *row, const char *column)
{
  const NtmTable *table = ntm_table_get (row->table);

  return row->set >> (ntm_table_find_field (table, column) - table->fields) & 1;
}

static const NtmRow *
find_row (const NtmEdit *edit, NtmTableId table)
{
  const NtmRow *found = NULL;

  for (guint i = 0; i < ntm_edit_get_n_rows (edit); i++)
    if (ntm_edit_get_row (edit, i)->table == table)
      {
        g_assert_null (found);
        found = ntm_edit_get_row (edit, i);
      }
  return found;
}

static const struct
{
  const char *title, *agency, *unit, *source, *assigned;
  NtmDueKind  kind;
  const char *due;
  int         code;   /* -1 = accepted */
  const char *field;  /* that is refused */
} entries[] = {
  { "Trình hồ sơ", "ubnd", "2-0", "notice", "2024-02-21", NTM_DUE_BEFORE, "2024-06-30", -1, NULL },
  { "Trình hồ sơ", "ubnd", "", "", NULL, NTM_DUE_NONE, NULL, -1, NULL },
  { "Trình hồ sơ", "ubnd", "", "", "2024-02-21", NTM_DUE_BY, "2024-02-21", -1, NULL },
  { "", "ubnd", "", "", NULL, NTM_DUE_NONE, NULL, NTM_ERROR_INPUT, "title_vi" },
  { " \t", "ubnd", "", "", NULL, NTM_DUE_NONE, NULL, NTM_ERROR_INPUT, "title_vi" },
  { "hai\ndòng", "ubnd", "", "", NULL, NTM_DUE_NONE, NULL, NTM_ERROR_INPUT, "title_vi" },
  { "\xff", "ubnd", "", "", NULL, NTM_DUE_NONE, NULL, NTM_ERROR_INPUT, "title_vi" },
  { "bell \a", "ubnd", "", "", NULL, NTM_DUE_NONE, NULL, NTM_ERROR_INPUT, "title_vi" },
  { "x", "", "", "", NULL, NTM_DUE_NONE, NULL, NTM_ERROR_INPUT, "agency" },
  { "x", "nobody", "", "", NULL, NTM_DUE_NONE, NULL, NTM_ERROR_NOT_FOUND, "agency" },
  { "x", "ubnd", "9-0", "", NULL, NTM_DUE_NONE, NULL, NTM_ERROR_NOT_FOUND, "unit" },
  { "x", "ubnd", "", "nothing", NULL, NTM_DUE_NONE, NULL, NTM_ERROR_NOT_FOUND, "source" },
  { "x", "ubnd", "", "", "2024-02-21", NTM_DUE_BY, "2024-02-20", NTM_ERROR_RANGE, "due" },
  { "x", "ubnd", "", "", "1944-12-31", NTM_DUE_NONE, NULL, NTM_ERROR_RANGE, "assigned" },
  { "x", "ubnd", "", "", NULL, NTM_DUE_BEFORE, "2101-01-01", NTM_ERROR_RANGE, "due" },
  { "x", "ubnd", "", "", NULL, NTM_DUE_BY, NULL, NTM_ERROR_RANGE, "due" },
  { "x", "ubnd", "", "", NULL, (NtmDueKind) 3, NULL, NTM_ERROR_INPUT, "due_kind" },
};

static void
test_entries (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      NtmTaskEntry entry = { .title_vi = entries[i].title, .agency = entries[i].agency, .unit = entries[i].unit,
                             .source = entries[i].source, .due_kind = entries[i].kind };
      g_autoptr (GError) error = NULL;
      g_autoptr (NtmEdit) edit = NULL;
      g_autofree char *id = NULL;
      const char *field = NULL;

      entry.assigned = day (entries[i].assigned);
      entry.due = entries[i].due ? day (entries[i].due) : NTM_DATE_MAX;
      edit = ntm_edit_new_task (fixture->atlas, &entry, &id, &field, &error);
      g_test_message ("case %u: %s", i, error ? error->message : ntm_edit_get_label (edit));
      g_assert_cmpint (edit != NULL, ==, entries[i].code < 0);
      g_assert_cmpint (id != NULL, ==, edit != NULL);
      g_assert_cmpstr (field, ==, entries[i].field);
      if (entries[i].code >= 0)
        g_assert_error (error, NTM_ERROR, entries[i].code);
    }
}

static void
test_lengths (Fixture *fixture, gconstpointer data)
{
  g_autofree char *full = g_strnfill (300, 'x');
  g_autofree char *over = g_strnfill (301, 'x');
  NtmTaskEntry entry = { .title_vi = full, .agency = "ubnd", .assigned = NTM_DATE_MIN };
  g_autoptr (GError) error = NULL;
  NtmEdit *edit = ntm_edit_new_task (fixture->atlas, &entry, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_utf8_strlen (ntm_edit_get_label (edit), -1), <, 80);
  ntm_edit_free (edit);
  entry.title_vi = over;
  g_assert_null (ntm_edit_new_task (fixture->atlas, &entry, NULL, NULL, &error));
  g_assert_error (error, NTM_ERROR, NTM_ERROR_RANGE);
}

static void
test_new_row (Fixture *fixture, gconstpointer data)
{
  NtmTaskEntry entry = { .title_vi = "  Trình hồ sơ huyện Đức Thọ lên tỉnh thẩm tra ", .agency = "ubnd", .unit = "2-0",
                         .assigned = day ("2024-02-21"), .due_kind = NTM_DUE_BEFORE, .due = day ("2024-06-30"),
                         .exact = "hai\ndòng" };
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autoptr (NtmEdit) edit = ntm_edit_new_task (fixture->atlas, &entry, &first, NULL, NULL);
  G_GNUC_UNUSED g_autoptr (NtmEdit) again = ntm_edit_new_task (fixture->atlas, &entry, &second, NULL, NULL);
  const NtmTask *task = ntm_edit_get_row (edit, 0)->record;

  g_assert_cmpint (ntm_edit_get_n_rows (edit), ==, 1);
  g_assert_cmpstr (task->id, ==, first);
  g_assert_true (g_str_has_prefix (first, "trinh-ho-so-huyen-duc-tho-len-tinh-tham-"));
  g_assert_cmpuint (strlen (first), <=, 49);
  g_assert_cmpstr (first, !=, second);
  g_assert_cmpstr (task->title_vi, ==, "Trình hồ sơ huyện Đức Thọ lên tỉnh thẩm tra");
  g_assert_cmpstr (task->due_text, ==, "2024-06-30");
  g_assert_cmpstr (task->due_kind, ==, "before");
  g_assert_cmpstr (task->assigned, ==, "2024-02-21");
  g_assert_cmpstr (task->exact, ==, "hai\ndòng");
  g_assert_false (is_set (ntm_edit_get_row (edit, 0), "done") || is_set (ntm_edit_get_row (edit, 0), "kind"));
}

/* Only what differs is written, the rest is left to whoever changes it elsewhere. */
static void
test_change (Fixture *fixture, gconstpointer data)
{
  NtmTaskEntry entry;
  g_autoptr (NtmEdit) same = NULL;
  g_autoptr (NtmEdit) edit = NULL;
  g_autoptr (GError) error = NULL;
  const NtmRow *row;

  ntm_task_entry_read (ntm_atlas_lookup (fixture->atlas, NTM_TABLE_TASK, "open"), &entry);
  g_assert_cmpint (entry.due_kind, ==, NTM_DUE_BEFORE);
  same = ntm_edit_new_task_change (fixture->atlas, "open", &entry, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ntm_edit_get_row (same, 0)->set, ==, 1);
  entry.due_kind = NTM_DUE_NONE;
  entry.due_vi = "";
  entry.place = "mục II.3";
  edit = ntm_edit_new_task_change (fixture->atlas, "open", &entry, NULL, &error);
  row = ntm_edit_get_row (edit, 0);
  g_assert_true (is_set (row, "due") && is_set (row, "due_kind") && is_set (row, "due_vi") && is_set (row, "place"));
  g_assert_false (is_set (row, "title_vi") || is_set (row, "agency") || is_set (row, "note") || is_set (row, "done"));
  g_assert_cmpstr (((NtmTask *) row->record)->due_text, ==, "");
  g_assert_null (ntm_edit_new_task_change (fixture->atlas, "gone", &entry, NULL, &error));
  g_assert_error (error, NTM_ERROR, NTM_ERROR_NOT_FOUND);
}

static void
test_change_done (Fixture *fixture, gconstpointer data)
{
  NtmTaskEntry entry;
  g_autoptr (GError) error = NULL;
  g_autoptr (NtmEdit) edit = NULL;

  ntm_task_entry_read (ntm_atlas_lookup (fixture->atlas, NTM_TABLE_TASK, "closed"), &entry);
  entry.assigned = day ("2024-08-16");
  g_assert_null (ntm_edit_new_task_change (fixture->atlas, "closed", &entry, NULL, &error));
  g_assert_error (error, NTM_ERROR, NTM_ERROR_RANGE);
  g_clear_error (&error);
  entry.assigned = day ("2024-08-15");
  edit = ntm_edit_new_task_change (fixture->atlas, "closed", &entry, NULL, &error);
  g_assert_no_error (error);
}

/* Number, day and issuer together tell a paper that is in the file from a new one. */
static const struct
{
  const char *number, *date, *issuer;
  const char *paper;   /* id of the one used, NULL = a new one */
  const char *kind;
} papers[] = {
  { "155/TTr-UBND", "2024-09-23", "", "155-ttr-ubnd", NULL },
  { " 155/ttr-ubnd ", "2024-09-23", "UBND thị xã Kỳ Anh", "155-ttr-ubnd", NULL },
  { "155/TTr-UBND", "2024-09-24", "", NULL, "submission" },
  { "155/TTr-UBND", "2024-09-23", "UBND huyện Hương Khê", NULL, "submission" },
  { "7496/UBND-NL5", "2024-12-31", "", "7496", NULL },
  { "7496/UBND-NL5", "2025-01-01", "", NULL, "official_letter" },
  { "12/QĐ-UBND", "2024-03-01", "", NULL, "decision" },
  { "12/BC-UBND", "2024-03-01", "", NULL, "report" },
  { "12/NQ-HĐND", "2024-03-01", "", NULL, "resolution" },
  { "12/QĐND", "2024-03-01", "", NULL, "official_letter" },
  { "12", "2024-03-01", "", NULL, "official_letter" },
};

static void
test_papers (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      NtmTaskReport report = { .date = day (papers[i].date), .text_vi = "Đã trình", .number = papers[i].number,
                               .issuer = papers[i].issuer };
      g_autoptr (GError) error = NULL;
      g_autoptr (NtmEdit) edit = ntm_edit_new_task_report (fixture->atlas, "open", &report, NULL, &error);
      const NtmRow *paper = find_row (edit, NTM_TABLE_DOCUMENT);
      const NtmTaskProgress *progress = find_row (edit, NTM_TABLE_TASK_PROGRESS)->record;

      g_test_message ("case %u: %s", i, ntm_edit_get_label (edit));
      g_assert_no_error (error);
      g_assert_cmpstr (progress->task, ==, "open");
      g_assert_cmpstr (progress->date, ==, papers[i].date);
      g_assert_true (g_str_has_prefix (progress->id, "open-"));
      g_assert_cmpint (paper == NULL, ==, papers[i].paper != NULL);
      g_assert_cmpstr (progress->document, ==, paper ? ((NtmDocument *) paper->record)->id : papers[i].paper);
      if (!paper)
        continue;
      g_assert_cmpstr (((NtmDocument *) paper->record)->kind, ==, papers[i].kind);
      g_assert_cmpstr (((NtmDocument *) paper->record)->number, ==, papers[i].number);
      g_assert_cmpstr (((NtmDocument *) paper->record)->date, ==, papers[i].date);
      g_assert_cmpstr (((NtmDocument *) paper->record)->title_vi, ==, "Đã trình");
      /* SQLite refuses a progress row whose paper comes later. */
      g_assert_cmpint (ntm_edit_get_row (edit, 0)->table, ==, NTM_TABLE_DOCUMENT);
    }
}

static const struct
{
  const char *task, *date, *text, *number;
  gboolean    even_before;
  int         report, done;   /* codes, -1 = accepted */
} reports[] = {
  { "open", "2024-09-23", "Đã trình", "155/TTr-UBND", FALSE, -1, -1 },
  { "open", "2024-09-23", "", "155/TTr-UBND", FALSE, -1, -1 },
  { "open", "2024-09-23", "Đã trình", "", FALSE, -1, -1 },
  { "open", "2024-09-23", " ", " ", FALSE, NTM_ERROR_INPUT, -1 },
  { "open", "2024-02-21", "x", "", FALSE, -1, -1 },
  { "open", "2024-02-20", "x", "", FALSE, NTM_ERROR_RANGE, NTM_ERROR_RANGE },
  { "open", "2024-02-20", "x", "", TRUE, -1, -1 },
  { "undated", "2019-01-01", "x", "", FALSE, -1, -1 },
  { "open", "2024-09-23", "x", "không số", FALSE, NTM_ERROR_INPUT, NTM_ERROR_INPUT },
  { "open", "1944-12-31", "x", "", TRUE, NTM_ERROR_RANGE, NTM_ERROR_RANGE },
  { "open", NULL, "x", "", TRUE, NTM_ERROR_RANGE, NTM_ERROR_RANGE },
  { "closed", "2024-09-23", "x", "", FALSE, -1, NTM_ERROR_INPUT },
  { "gone", "2024-09-23", "x", "", FALSE, NTM_ERROR_NOT_FOUND, NTM_ERROR_NOT_FOUND },
};

static void
check_outcome (NtmEdit *edit, GError **error, int code)
{
  g_assert_cmpint (edit != NULL, ==, code < 0);
  if (code >= 0)
    g_assert_error (*error, NTM_ERROR, code);
  g_clear_error (error);
  ntm_edit_free (edit);
}

static void
test_reports (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (reports); i++)
    {
      NtmTaskReport report = { .date = day (reports[i].date), .text_vi = reports[i].text, .number = reports[i].number,
                               .even_before = reports[i].even_before };
      GError *error = NULL;

      g_test_message ("case %u", i);
      check_outcome (ntm_edit_new_task_report (fixture->atlas, reports[i].task, &report, NULL, &error), &error, reports[i].report);
      check_outcome (ntm_edit_new_task_done (fixture->atlas, reports[i].task, &report, NULL, &error), &error, reports[i].done);
    }
}

static void
test_done (Fixture *fixture, gconstpointer data)
{
  NtmTaskReport report = { .date = day ("2024-09-23"), .number = "155/TTr-UBND" };
  g_autoptr (NtmEdit) edit = ntm_edit_new_task_done (fixture->atlas, "open", &report, NULL, NULL);
  g_autoptr (NtmEdit) silent = NULL;
  const NtmRow *row = find_row (edit, NTM_TABLE_TASK);
  const NtmTask *task = row->record;

  g_assert_cmpstr (task->done_text, ==, "2024-09-23");
  g_assert_cmpstr (task->done_by, ==, "155-ttr-ubnd");
  g_assert_cmpuint (__builtin_popcountll (row->set), ==, 3);
  g_assert_nonnull (find_row (edit, NTM_TABLE_TASK_PROGRESS));
  g_assert_cmpstr (ntm_edit_get_label (edit), ==, "Trình hồ sơ: done 2024-09-23 155/TTr-UBND");
  report.number = NULL;
  silent = ntm_edit_new_task_done (fixture->atlas, "open", &report, NULL, NULL);
  g_assert_cmpint (ntm_edit_get_n_rows (silent), ==, 1);
  g_assert_cmpstr (((NtmTask *) find_row (silent, NTM_TABLE_TASK)->record)->done_by, ==, "");
}

static void
test_reopen (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NtmEdit) edit = ntm_edit_new_task_reopen (fixture->atlas, "closed", &error);
  const NtmRow *row = find_row (edit, NTM_TABLE_TASK);

  g_assert_no_error (error);
  g_assert_cmpint (ntm_edit_get_n_rows (edit), ==, 1);
  g_assert_true (is_set (row, "done") && is_set (row, "done_by"));
  g_assert_cmpstr (((NtmTask *) row->record)->done_text, ==, "");
  g_assert_cmpstr (((NtmTask *) row->record)->done_by, ==, "");
  g_assert_null (ntm_edit_new_task_reopen (fixture->atlas, "open", &error));
  g_assert_error (error, NTM_ERROR, NTM_ERROR_INPUT);
}

#define add(name, func) g_test_add ("/edit-task/" name, Fixture, NULL, set_up, func, fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("entries", test_entries);
  add ("lengths", test_lengths);
  add ("new-row", test_new_row);
  add ("change", test_change);
  add ("change-done", test_change_done);
  add ("papers", test_papers);
  add ("reports", test_reports);
  add ("done", test_done);
  add ("reopen", test_reopen);
  return g_test_run ();
}
