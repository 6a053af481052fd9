/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of the tasks in a real window, in the language of the process. */

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#include "ntm-app-resources.h"
#include "ntm-builtin.h"
#include "ntm-edit-task.h"
#include "ntm-error.h"
#include "ntm-lang.h"
#include "ntm-form.h"
#include "ntm-choice-row.h"
#include "ntm-progress-form.h"
#include "ntm-task-form.h"
#include "ntm-task-facts.h"
#include "ntm-task-line.h"
#include "ntm-tasks-list-private.h"
#include "ntm-tasks-page-private.h"
#include "ntm-view-words.h"

#define HONG_LINH "t20-ho-so-tx-hong-linh"
#define KY_ANH    "t18-ho-so-tx-ky-anh"

typedef struct
{
  char         *dir;
  char         *path;
  NtmDesk      *desk;
  NtmTasksPage *page;
  GtkWidget    *window;
  char         *announced;
} Fixture;

static char *template_path;

static void
spin (guint ms)
{
  gint64 end = g_get_monotonic_time () + ms * 1000;

  while (g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (500);
}

static NtmDate
day (const char *iso)
{
  NtmDate date = NTM_DATE_MIN;

  g_assert_true (ntm_date_parse (iso, &date, NULL));
  return date;
}

static void
announced_cb (NtmTasksPage *page, const char *text, Fixture *self)
{
  g_free (self->announced);
  self->announced = g_strdup (text);
}

static void
copy_file (const char *from, const char *to)
{
  g_autofree char *bytes = NULL;
  gsize len;

  g_assert_true (g_file_get_contents (from, &bytes, &len, NULL));
  g_assert_true (g_file_set_contents (to, bytes, len, NULL));
}

static void
open_page (Fixture *self, NtmStoreFlags flags, int width)
{
  g_autoptr (GError) error = NULL;
  NtmStore *store = ntm_store_open (self->path, flags, &error);

  g_assert_no_error (error);
  self->desk = ntm_desk_new ();
  ntm_desk_take_store (self->desk, store);
  self->page = g_object_new (NTM_TYPE_TASKS_PAGE, NULL);
  self->window = g_object_new (ADW_TYPE_WINDOW, "content", self->page, "default-width", width, "default-height", 700, NULL);
  g_signal_connect (self->page, "announced", G_CALLBACK (announced_cb), self);
  ntm_tasks_page_set_desk (self->page, self->desk);
  gtk_window_present (GTK_WINDOW (self->window));
  spin (60);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->dir = g_dir_make_tmp ("ntm-tasks-XXXXXX", NULL);
  self->path = g_build_filename (self->dir, "a.ntm", NULL);
  copy_file (template_path, self->path);
  open_page (self, data ? NTM_STORE_READ_ONLY : NTM_STORE_WRITE, 1300);
}

static void
close_page (Fixture *self)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  spin (30);
  ntm_desk_take_store (self->desk, NULL);
  g_assert_finalize_object (self->desk);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (self->dir, 0, NULL);
  const char *name;

  close_page (self);
  while ((name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (self->dir, name, NULL);
      g_unlink (path);
    }
  g_rmdir (self->dir);
  g_free (self->dir);
  g_free (self->path);
  g_free (self->announced);
}

/* --- looking at the page ----------------------------------------------------------------------- */

static gpointer
part (gpointer widget, const char *name)
{
  GObject *found = gtk_widget_get_template_child (widget, G_OBJECT_TYPE (widget), name);

  g_assert_nonnull (found);
  return found;
}

static guint
count_overdue (Fixture *self)
{
  return self->page->set == NULL ? 0 : ntm_task_set_count (self->page->set, NTM_TASK_OVERDUE);
}

static gboolean
is_vietnamese (void)
{
  return ntm_lang_current () == NTM_LANG_VI && !g_str_equal (_("By agency"), "By agency");
}

static NtmTaskItem *
row_item (Fixture *self, guint i)
{
  g_autoptr (GtkTreeListRow) row = g_list_model_get_item (ntm_tasks_list_get_rows (self->page->list), i);
  g_autoptr (NtmTaskItem) item = row ? gtk_tree_list_row_get_item (row) : NULL;

  return item;
}

static guint
n_rows (Fixture *self)
{
  return g_list_model_get_n_items (ntm_tasks_list_get_rows (self->page->list));
}

/* Ids of the tasks shown, in order. */
static GPtrArray *
list_tasks (Fixture *self)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n_rows (self); i++)
    if (!ntm_task_item_is_group (row_item (self, i)))
      g_ptr_array_add (ids, g_strdup (ntm_task_item_get_key (row_item (self, i))));
  return ids;
}

static const NtmTaskRow *
find_row (Fixture *self, const char *id)
{
  for (guint i = 0; i < n_rows (self); i++)
    if (g_str_equal (ntm_task_item_get_key (row_item (self, i)), id))
      return ntm_task_item_get_row (row_item (self, i));
  return NULL;
}

static guint
chip_count (Fixture *self, guint i)
{
  const char *text = gtk_label_get_text (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->page->chip[i]))));

  return g_ascii_strtoull (strrchr (text, ' ') + 1, NULL, 10);
}

static void
activate (Fixture *self, const char *name, const char *target)
{
  g_action_group_activate_action (G_ACTION_GROUP (self->page->actions), name, target ? g_variant_new_string (target) : NULL);
  spin (30);
}

static gboolean
is_enabled (Fixture *self, const char *name)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (self->page->actions), name);
}

static const NtmTask *
find_task (Fixture *self, const char *id)
{
  return ntm_atlas_lookup (ntm_desk_get_atlas (self->desk), NTM_TABLE_TASK, id);
}

/* A state by comparing ISO text, which shares nothing with the code under test: 1 overdue, 2 open, 3 late, 4 done. */
static guint
naive_state (const NtmTask *task, const char *at)
{
  gboolean done = *task->done_text && strcmp (task->done_text, at) <= 0;
  const char *when = done ? task->done_text : at;
  gboolean before = g_str_equal (task->due_kind, "before");
  gboolean late = *task->due_text && (before ? strcmp (when, task->due_text) >= 0 : strcmp (when, task->due_text) > 0);

  return done ? (late ? 3 : 4) : late ? 1 : 2;
}

/* --- tests ------------------------------------------------------------------------------------- */

static void
test_counts (Fixture *self, gconstpointer data)
{
  static const char *const days[] = { "2023-12-31", "2024-02-21", "2024-03-31", "2024-06-30", "2024-07-01", "2024-10-01",
                                      "2024-11-12", "2025-12-31", "2026-01-01" };
  const GPtrArray *tasks = ntm_atlas_records (ntm_desk_get_atlas (self->desk), NTM_TABLE_TASK);

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      guint wanted[NTM_N_TASK_CHIPS] = { 0 };

      for (guint j = 0; j < tasks->len; j++)
        {
          const NtmTask *task = g_ptr_array_index (tasks, j);

          if (!g_str_equal (task->kind, "task") || strcmp (task->assigned, days[i]) > 0)
            continue;
          wanted[0]++;
          wanted[naive_state (task, days[i])]++;
        }
      ntm_desk_set_task_day (self->desk, day (days[i]));
      g_test_message ("%s: %u tasks, %u overdue", days[i], wanted[0], wanted[1]);
      for (guint chip = 0; chip < NTM_N_TASK_CHIPS; chip++)
        g_assert_cmpuint (chip_count (self, chip), ==, wanted[chip]);
      g_assert_cmpuint (count_overdue (self), ==, wanted[1]);
    }
}

/* Each chip lists as many tasks as it says, however they are grouped. */
static void
test_filters (Fixture *self, gconstpointer data)
{
  static const char *const filters[] = { "all", "overdue", "open", "late", "done" };
  static const char *const groupings[] = { "agency", "due", "unit" };

  ntm_desk_set_task_day (self->desk, day ("2024-11-12"));
  for (guint i = 0; i < G_N_ELEMENTS (groupings); i++)
    for (guint j = 0; j < G_N_ELEMENTS (filters); j++)
      {
        g_autoptr (GPtrArray) ids = NULL;

        activate (self, "group", groupings[i]);
        activate (self, "filter", filters[j]);
        ids = list_tasks (self);
        g_assert_cmpuint (ids->len, ==, chip_count (self, j));
        g_assert_cmpuint (ids->len, >, 0);
        g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->page->chip[j])));
        for (guint k = 0; j > 0 && k < ids->len; k++)
          g_assert_cmpuint (naive_state (find_task (self, g_ptr_array_index (ids, k)), "2024-11-12"), ==, j);
      }
}

static void
test_by_due (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) ids = NULL;
  const char *last = "";

  activate (self, "group", "due");
  ids = list_tasks (self);
  for (guint i = 0; i < ids->len; i++)
    {
      const char *due = find_task (self, g_ptr_array_index (ids, i))->due_text;

      due = *due ? due : "9999";
      g_assert_cmpint (strcmp (last, due), <=, 0);
      last = due;
    }
  g_assert_true (ntm_task_item_is_group (row_item (self, 0)));
}

static void
test_date (Fixture *self, gconstpointer data)
{
  ntm_desk_set_task_day (self->desk, day ("2024-10-01"));
  g_assert_cmpuint (count_overdue (self), ==, 4);
  if (is_vietnamese ())
    {
      g_assert_cmpstr (find_row (self, KY_ANH)->state, ==, "trình muộn 85 ngày");
      g_assert_cmpstr (find_row (self, HONG_LINH)->state, ==, "quá hạn 93 ngày");
    }
  else
    {
      g_assert_cmpstr (find_row (self, KY_ANH)->state, ==, "submitted 85 days late");
      g_assert_cmpstr (find_row (self, HONG_LINH)->state, ==, "overdue by 93 days");
    }
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (self->page->date), "differs"));
  g_assert_cmpint (ntm_desk_get_date (self->desk), ==, day ("2024-02-21"));
  ntm_desk_set_task_day (self->desk, NTM_DATE_MIN);
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (self->page->date), "differs"));
  g_assert_cmpuint (count_overdue (self), ==, 0);
}

/* The page is as of today, whatever day the window shows, until another is chosen; the one of the window is offered. */
static void
test_today (Fixture *self, gconstpointer data)
{
  GtkWidget *follow = part (self->page->date, "follow");

  g_assert_false (gtk_widget_get_sensitive (follow));
  g_assert_true (ntm_desk_set_date (self->desk, day ("2024-10-01"), NULL));
  g_assert_cmpint (ntm_desk_get_task_day (self->desk), ==, day ("2024-02-21"));
  g_assert_cmpuint (count_overdue (self), ==, 0);
  g_setenv ("NTM_TODAY", "2024-04-01", TRUE);
  ntm_desk_set_task_day (self->desk, NTM_DATE_MIN);
  g_assert_cmpuint (count_overdue (self), ==, 1);
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (self->page->date), "differs"));
  g_assert_true (gtk_widget_get_sensitive (follow));
  g_signal_emit_by_name (follow, "clicked");
  g_assert_cmpint (ntm_desk_get_task_day (self->desk), ==, day ("2024-10-01"));
  g_assert_cmpuint (count_overdue (self), ==, 4);
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (self->page->date), "differs"));
  g_signal_emit_by_name (part (self->page->date, "today"), "clicked");
  g_assert_cmpuint (count_overdue (self), ==, 1);
  g_setenv ("NTM_TODAY", "2024-02-21", TRUE);
}

static void
test_search (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) ids = NULL;
  g_autoptr (GPtrArray) accents = NULL;

  ntm_tasks_page_search (self->page, "hong linh");
  ids = list_tasks (self);
  g_assert_cmpuint (ids->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (ids, 0), ==, "t19-chinh-trang-tx-hong-linh");
  g_assert_cmpstr (g_ptr_array_index (ids, 1), ==, HONG_LINH);
  ntm_tasks_page_search (self->page, "  Hồng Lĩnh ");
  accents = list_tasks (self);
  g_assert_cmpuint (accents->len, ==, 2);
  ntm_tasks_page_search (self->page, "khong co gi het");
  g_assert_cmpuint (n_rows (self), ==, 0);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (self->page->stack), ==, "nothing");
  g_assert_true (gtk_widget_get_visible (self->page->clear_button));
  activate (self, "clear", NULL);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (self->page->stack), ==, "list");
  /* selecting takes back what hides the task */
  ntm_tasks_page_search (self->page, "sipas");
  g_assert_true (ntm_tasks_page_select (self->page, HONG_LINH));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (self->page->search)), ==, "");
  g_assert_false (ntm_tasks_page_select (self->page, "no-such-task"));
}

static void
test_rules (Fixture *self, gconstpointer data)
{
  guint before = chip_count (self, 0);

  g_assert_null (find_row (self, "t32-bao-cao-dinh-ky"));
  activate (self, "rules", NULL);
  g_assert_nonnull (find_row (self, "t32-bao-cao-dinh-ky"));
  g_assert_cmpuint (chip_count (self, 0), ==, before + 5);
}

/* --- dialogs ----------------------------------------------------------------------------------- */

/* The fields of the form that is open. */
static gpointer
find_dialog (GType type)
{
  GListModel *all = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (all, i);

      if (NTM_IS_FORM (window) && gtk_widget_get_visible (window)
          && G_TYPE_CHECK_INSTANCE_TYPE (ntm_form_get_page (NTM_FORM (window)), type))
        return ntm_form_get_page (NTM_FORM (window));
    }
  return NULL;
}

static void
type (gpointer dialog, const char *name, const char *text)
{
  gtk_editable_set_text (part (dialog, name), text);
}

static void
save (gpointer dialog)
{
  gtk_widget_activate_action (dialog, "form.save", NULL);
  spin (30);
}

static gpointer
open_dialog (Fixture *self, const char *id, const char *action, GType of)
{
  gpointer dialog;

  if (id)
    g_assert_true (ntm_tasks_page_select (self->page, id));
  activate (self, action, NULL);
  dialog = find_dialog (of);
  g_assert_nonnull (dialog);
  return dialog;
}

static guint
state_of (Fixture *self, const char *id, const char *at)
{
  return naive_state (find_task (self, id), at);
}

static void
test_close (Fixture *self, gconstpointer data)
{
  gpointer dialog;
  g_autofree char *label = NULL;

  ntm_desk_set_task_day (self->desk, day ("2024-10-01"));
  dialog = open_dialog (self, HONG_LINH, "close", NTM_TYPE_PROGRESS_FORM);
  type (dialog, "date", "28/9/2024");
  type (dialog, "number", "99/TTr-UBND");
  type (dialog, "issuer", "UBND thị xã Hồng Lĩnh");
  save (dialog);
  g_assert_null (find_dialog (NTM_TYPE_PROGRESS_FORM));
  g_assert_nonnull (self->announced);
  g_assert_cmpuint (state_of (self, HONG_LINH, "2024-10-01"), ==, 3);
  g_assert_cmpuint (count_overdue (self), ==, 3);
  g_assert_cmpuint (chip_count (self, 3), ==, 2);
  g_assert_nonnull (strstr (find_row (self, HONG_LINH)->result, "99/TTr-UBND"));
  g_assert_nonnull (strstr (find_row (self, HONG_LINH)->state, "90"));
  g_assert_true (is_enabled (self, "reopen") && !is_enabled (self, "close"));
  spin (60);
  g_assert_true (gtk_widget_get_mapped (part (self->page->detail, "reopen_button")));
  label = ntm_store_dup_undo_label (ntm_desk_get_store (self->desk));
  g_assert_cmpstr (label, ==, "Trình tỉnh thẩm tra hồ sơ thị xã hoàn thành nhiệm vụ NTM: done 2024-09-28 99/TTr-UBND");
  g_assert_true (ntm_desk_undo (self->desk, NULL, NULL));
  g_assert_cmpuint (count_overdue (self), ==, 4);
  g_assert_true (find_row (self, HONG_LINH)->no_result);
  g_assert_true (is_enabled (self, "close"));
  g_assert_true (ntm_desk_redo (self->desk, NULL, NULL));
  g_assert_cmpuint (state_of (self, HONG_LINH, "2024-10-01"), ==, 3);
  activate (self, "reopen", NULL);
  g_assert_cmpuint (count_overdue (self), ==, 4);
  g_assert_nonnull (strstr (find_row (self, HONG_LINH)->result, "99/TTr-UBND"));
}

/* What was written is in the file, not only on the screen. */
static void
test_survives (Fixture *self, gconstpointer data)
{
  gpointer dialog;

  dialog = open_dialog (self, HONG_LINH, "report", NTM_TYPE_PROGRESS_FORM);
  type (dialog, "date", "2024-02-21");
  type (dialog, "number", "12/BC-UBND");
  type (dialog, "text", "Đang hoàn thiện hồ sơ");
  save (dialog);
  g_assert_nonnull (strstr (find_row (self, HONG_LINH)->result, "12/BC-UBND"));
  close_page (self);
  open_page (self, NTM_STORE_WRITE, 1300);
  g_assert_nonnull (strstr (find_row (self, HONG_LINH)->result, "12/BC-UBND"));
  g_assert_true (ntm_desk_undo (self->desk, NULL, NULL));
  g_assert_true (find_row (self, HONG_LINH)->no_result);
}

static void
assert_refused (gpointer dialog, const char *en, const char *vi)
{
  const char *said = ntm_form_page_get_problem (dialog);

  g_assert_true (gtk_widget_get_mapped (dialog));
  g_assert_nonnull (said);
  g_test_message ("said: %s", said);
  if (ntm_lang_current () == NTM_LANG_EN || is_vietnamese ())
    g_assert_nonnull (strstr (said, is_vietnamese () ? vi : en));
}

static void
test_bad_progress (Fixture *self, gconstpointer data)
{
  gpointer dialog;
  guint documents = ntm_atlas_records (ntm_desk_get_atlas (self->desk), NTM_TABLE_DOCUMENT)->len;

  dialog = open_dialog (self, HONG_LINH, "report", NTM_TYPE_PROGRESS_FORM);
  type (dialog, "date", "31/2/2024");
  save (dialog);
  g_assert_true (gtk_widget_has_css_class (part (dialog, "date"), "error"));
  g_assert_nonnull (ntm_form_page_get_problem (dialog));
  type (dialog, "date", "22/02/2024");
  g_assert_null (ntm_form_page_get_problem (dialog));
  save (dialog);
  assert_refused (dialog, "Write what was done", "Ghi việc đã làm");
  g_assert_true (gtk_widget_has_css_class (part (dialog, "text"), "error"));
  type (dialog, "number", "không số");
  save (dialog);
  assert_refused (dialog, "is not the number of a paper", "không phải số văn bản");
  type (dialog, "number", "1/BC-UBND");
  type (dialog, "date", "20/02/2024");
  save (dialog);
  assert_refused (dialog, "The task was given on", "Nhiệm vụ được giao ngày");
  g_assert_cmpuint (ntm_atlas_records (ntm_desk_get_atlas (self->desk), NTM_TABLE_DOCUMENT)->len, ==, documents);
  g_assert_true (gtk_widget_get_visible (part (dialog, "even_before")));
  gtk_check_button_set_active (part (dialog, "even_before"), TRUE);
  save (dialog);
  g_assert_null (find_dialog (NTM_TYPE_PROGRESS_FORM));
  g_assert_cmpuint (ntm_atlas_records (ntm_desk_get_atlas (self->desk), NTM_TABLE_DOCUMENT)->len, ==, documents + 1);
}

static void
test_add (Fixture *self, gconstpointer data)
{
  gpointer dialog;
  NtmChoiceRow *agency;
  const NtmTask *task;
  g_autofree char *id = NULL;
  g_autofree char *long_place = g_strnfill (201, 'x');

  dialog = open_dialog (self, NULL, "add", NTM_TYPE_TASK_FORM);
  agency = part (dialog, "agency");
  save (dialog);
  assert_refused (dialog, "Write what is to be done", "Ghi việc phải làm");
  g_assert_true (gtk_widget_has_css_class (part (dialog, "title_vi"), "error"));
  type (dialog, "title_vi", "Rà soát tiêu chí nước sạch");
  save (dialog);
  assert_refused (dialog, "Choose the agency", "Chọn cơ quan");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (agency), "error"));
  ntm_choice_row_search (agency, is_vietnamese () || ntm_lang_current () == NTM_LANG_VI ? "huong khe" : "huong khe district");
  g_assert_cmpuint (g_list_model_get_n_items (ntm_choice_row_get_found (agency)), >, 0);
  ntm_choice_row_select (agency, "ubnd_huyen_huong_khe");
  ntm_choice_row_select (part (dialog, "unit"), "444-0");
  adw_combo_row_set_selected (part (dialog, "due_kind"), NTM_DUE_BEFORE);
  type (dialog, "due", "20/2/2024");
  save (dialog);
  assert_refused (dialog, "The task was given on", "Nhiệm vụ được giao ngày");
  type (dialog, "due", "01/3/2024");
  type (dialog, "place", long_place);
  save (dialog);
  g_assert_true (gtk_widget_has_css_class (part (dialog, "place"), "error"));
  type (dialog, "place", "II.2");
  type (dialog, "assigned", "1/1/1901");
  save (dialog);
  g_assert_true (gtk_widget_has_css_class (part (dialog, "assigned"), "error"));
  type (dialog, "assigned", "21/2/2024");
  save (dialog);
  g_assert_null (find_dialog (NTM_TYPE_TASK_FORM));
  id = g_strdup (_ntm_tasks_page_get_task (self->page));
  g_assert_true (g_str_has_prefix (id, "ra-soat-tieu-chi-nuoc-sach-"));
  task = find_task (self, id);
  g_assert_cmpstr (task->agency, ==, "ubnd_huyen_huong_khe");
  g_assert_cmpstr (task->assigned, ==, "2024-02-21");
  g_assert_cmpstr (task->due_text, ==, "2024-03-01");
  g_assert_nonnull (strstr (find_row (self, id)->deadline, is_vietnamese () ? "trước 01/3/2024" : "1 Mar"));
  g_assert_true (ntm_desk_undo (self->desk, NULL, NULL));
  g_assert_null (find_row (self, id));
  g_assert_null (_ntm_tasks_page_get_task (self->page));
}

/* The wording of a deadline does not outlive its day. */
static void
test_edit (Fixture *self, gconstpointer data)
{
  gpointer dialog;

  dialog = open_dialog (self, HONG_LINH, "edit", NTM_TYPE_TASK_FORM);
  g_assert_cmpstr (gtk_editable_get_text (part (dialog, "due_vi")), ==, "trước 30/6/2024");
  type (dialog, "due", "2024-07-31");
  g_assert_cmpstr (gtk_editable_get_text (part (dialog, "due_vi")), ==, "");
  gtk_text_buffer_set_text (part (dialog, "exact"), "Nguyên văn của đoạn", -1);
  save (dialog);
  g_assert_cmpstr (find_task (self, HONG_LINH)->due_text, ==, "2024-07-31");
  g_assert_cmpstr (find_task (self, HONG_LINH)->due_vi, ==, "");
  g_assert_cmpstr (find_task (self, HONG_LINH)->exact, ==, "Nguyên văn của đoạn");
  g_assert_cmpstr (find_task (self, HONG_LINH)->title_en, ==, "Submit the dossier of the completed NTM task for provincial appraisal");
  g_assert_cmpstr (_ntm_tasks_page_get_task (self->page), ==, HONG_LINH);
  g_assert_true (ntm_desk_undo (self->desk, NULL, NULL));
  g_assert_cmpstr (find_task (self, HONG_LINH)->due_vi, ==, "trước 30/6/2024");
}

static void
test_cancel (Fixture *self, gconstpointer data)
{
  gpointer dialog;
  g_autofree char *label = NULL;

  dialog = open_dialog (self, HONG_LINH, "edit", NTM_TYPE_TASK_FORM);
  type (dialog, "title_vi", "x");
  gtk_widget_activate_action (dialog, "form.cancel", NULL);
  spin (30);
  g_assert_null (find_dialog (NTM_TYPE_TASK_FORM));
  label = ntm_store_dup_undo_label (ntm_desk_get_store (self->desk));
  g_assert_null (label);
}

static void
test_read_only (Fixture *self, gconstpointer data)
{
  static const char *const writing[] = { "add", "edit", "report", "close", "reopen", "toggle-done" };
  const char *tip;

  g_assert_true (ntm_tasks_page_select (self->page, HONG_LINH));
  for (guint i = 0; i < G_N_ELEMENTS (writing); i++)
    g_assert_false (is_enabled (self, writing[i]));
  g_assert_true (is_enabled (self, "group") && is_enabled (self, "filter") && is_enabled (self, "show-detail"));
  tip = gtk_widget_get_tooltip_text (self->page->add_button);
  g_assert_nonnull (strstr (tip, is_vietnamese () ? "chỉ mở để đọc" : "reading only"));
  g_assert_false (gtk_widget_is_sensitive (self->page->add_button));
}

/* --- keyboard and readers ---------------------------------------------------------------------- */

static gboolean
press (Fixture *self, guint keyval)
{
  GtkWidget *list = GTK_WIDGET (part (self->page->list, "list"));
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (list);
  gboolean taken = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller)
          && gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, 0, &taken);
    }
  spin (40);
  return taken;
}

static void
test_folding (Fixture *self, gconstpointer data)
{
  guint all = n_rows (self), folded;
  g_autofree char *group = NULL;

  g_assert_true (ntm_tasks_page_select (self->page, "t36-nuoc-sach-tap-trung"));
  g_assert_true (press (self, GDK_KEY_Left));
  g_assert_true (ntm_task_item_is_group (ntm_tasks_list_get_selected (self->page->list)));
  group = g_strdup (ntm_task_item_get_key (ntm_tasks_list_get_selected (self->page->list)));
  g_assert_cmpstr (group, ==, "so_nn_ptnt");
  g_assert_true (press (self, GDK_KEY_Left));
  folded = n_rows (self);
  g_assert_cmpuint (folded, ==, all - 4);
  /* a change of the file leaves it folded and selected */
  g_assert_true (ntm_desk_set_date (self->desk, day ("2024-03-01"), NULL));
  spin (40);
  g_assert_cmpuint (n_rows (self), ==, folded);
  g_assert_cmpstr (ntm_task_item_get_key (ntm_tasks_list_get_selected (self->page->list)), ==, group);
  g_assert_true (press (self, GDK_KEY_Right));
  g_assert_cmpuint (n_rows (self), ==, all);
  g_assert_true (press (self, GDK_KEY_space));
  g_assert_cmpuint (n_rows (self), ==, folded);
}

static void
wait_for_rows (GListModel *rows, guint n)
{
  for (guint i = 0; i < 200 && g_list_model_get_n_items (rows) < n; i++)
    spin (5);
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, n);
}

/* Rows come into the list a few at a time: at last all of them, also those of groups that are unfolded later, and the
 * selected one at once. */
static void
test_growing (Fixture *self, gconstpointer data)
{
  NtmTasksList *list = self->page->list;
  GListModel *rows = ntm_tasks_list_get_rows (list), *shown = G_LIST_MODEL (list->shown);
  guint n = n_rows (self);
  g_autoptr (GtkTreeListRow) group = g_list_model_get_item (rows, 0);

  wait_for_rows (shown, n);
  spin (30);
  gtk_tree_list_row_set_expanded (group, FALSE);
  gtk_slice_list_model_set_size (list->shown, n_rows (self));
  gtk_tree_list_row_set_expanded (group, TRUE);
  g_assert_cmpuint (g_list_model_get_n_items (shown), <, n);
  wait_for_rows (shown, n);
  gtk_slice_list_model_set_size (list->shown, 3);
  g_assert_true (ntm_tasks_list_select (list, ntm_task_item_get_key (row_item (self, n - 1))));
  g_assert_cmpuint (g_list_model_get_n_items (shown), ==, n);
}

static void
test_keys (Fixture *self, gconstpointer data)
{
  gpointer dialog;

  g_assert_true (ntm_tasks_page_select (self->page, HONG_LINH));
  g_assert_true (press (self, GDK_KEY_space));
  dialog = find_dialog (NTM_TYPE_PROGRESS_FORM);
  g_assert_nonnull (dialog);
  gtk_widget_activate_action (dialog, "form.cancel", NULL);
  spin (30);
  g_assert_true (press (self, GDK_KEY_Return));
  dialog = find_dialog (NTM_TYPE_TASK_FORM);
  g_assert_nonnull (dialog);
  gtk_widget_activate_action (dialog, "form.cancel", NULL);
  spin (30);
  g_assert_false (press (self, GDK_KEY_Down));
}

static GtkWidget *
find_line (GtkWidget *root, const char *id)
{
  GtkTreeListRow *row = g_object_get_data (G_OBJECT (root), "row");
  g_autoptr (NtmTaskItem) item = row ? gtk_tree_list_row_get_item (row) : NULL;

  if (NTM_IS_TASK_LINE (root) && item && g_str_equal (ntm_task_item_get_key (item), id))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_line (child, id);

      if (found)
        return found;
    }
  return NULL;
}

/* The row the keyboard is on says the whole line as a sentence. */
static void
test_spoken (Fixture *self, gconstpointer data)
{
  GtkWidget *line;
  g_autofree char *spoken = NULL;

  ntm_desk_set_task_day (self->desk, day ("2024-10-01"));
  g_assert_true (ntm_tasks_page_select (self->page, HONG_LINH));
  for (guint i = 0; i < 200 && find_line (GTK_WIDGET (self->page->list), HONG_LINH) == NULL; i++)
    spin (25);
  line = find_line (GTK_WIDGET (self->page->list), HONG_LINH);
  g_assert_nonnull (line);
  spoken = ntm_task_item_dup_spoken (ntm_tasks_list_get_selected (self->page->list));
  g_test_message ("%s", spoken);
  g_assert_nonnull (strstr (spoken, find_row (self, HONG_LINH)->state));
  g_assert_nonnull (strstr (spoken, find_row (self, HONG_LINH)->deadline));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (gtk_widget_get_parent (line)), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken);
}

/* --- one task ---------------------------------------------------------------------------------- */

static void
test_facts (Fixture *self, gconstpointer data)
{
  NtmViewContext ctx = ntm_desk_get_context (self->desk);
  g_autoptr (NtmTaskFacts) facts = NULL;
  const NtmTaskEvent *event;
  guint n_open = 0;

  ctx.at = day ("2024-10-01");
  facts = ntm_task_facts_new (&ctx, KY_ANH);
  /* given, deadline, dossier handed in: the later reports are not known yet */
  g_assert_cmpuint (facts->events->len, ==, 3);
  event = g_ptr_array_index (facts->events, 1);
  g_assert_cmpint (event->tone, ==, NTM_TONE_ERROR);
  event = g_ptr_array_index (facts->events, 2);
  g_assert_cmpint (event->day, ==, day ("2024-09-23"));
  g_assert_cmpint (event->tone, ==, NTM_TONE_WARNING);
  g_assert_cmpstr (facts->unit, ==, "449-20150411");
  g_clear_pointer (&facts, ntm_task_facts_free);
  ctx.at = day ("2024-03-01");
  facts = ntm_task_facts_new (&ctx, KY_ANH);
  for (guint i = 0; i < facts->events->len; i++)
    n_open += ((NtmTaskEvent *) g_ptr_array_index (facts->events, i))->is_open;
  g_assert_cmpuint (n_open, ==, 2);
  g_assert_null (ntm_task_facts_new (&ctx, "no-such-task"));
}

static void
test_urls (void)
{
  static const struct { const char *url; gboolean opens; } cases[] = {
    { "https://baohatinh.vn/a.html", TRUE }, { "http://example.org", TRUE }, { "", FALSE }, { "file:///etc/passwd", FALSE },
    { "javascript:alert(1)", FALSE }, { "https:///a", FALSE }, { "baohatinh.vn", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (ntm_task_url_opens (cases[i].url), ==, cases[i].opens);
}

static void
test_unit (Fixture *self, gconstpointer data)
{
  GtkListBox *related = GTK_LIST_BOX (part (self->page->detail, "related"));

  g_assert_true (ntm_tasks_page_select (self->page, HONG_LINH));
  g_signal_emit_by_name (related, "row-activated", gtk_list_box_get_row_at_index (related, 0));
  g_assert_cmpstr (ntm_desk_get_selected (self->desk)->id, ==, "437-0");
}

/* Room is taken and given back when the window has been laid out, which a busy machine does late. */
static void
wait_for_room (Fixture *self, gboolean narrow)
{
  for (guint i = 0; self->page->is_narrow != narrow && i < 200; i++)
    spin (25);
  g_assert_cmpint (self->page->is_narrow, ==, narrow);
}

/* In a narrow window the detail leaves the side of the list and comes back. */
static void
test_narrow (Fixture *self, gconstpointer data)
{
  close_page (self);
  open_page (self, NTM_STORE_WRITE, 760);
  wait_for_room (self, TRUE);
  g_assert_null (gtk_paned_get_end_child (self->page->paned));
  g_assert_true (ntm_tasks_page_select (self->page, HONG_LINH));
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1300, 700);
  wait_for_room (self, FALSE);
  g_assert_true (gtk_paned_get_end_child (self->page->paned) == GTK_WIDGET (self->page->detail));
  g_assert_cmpstr (_ntm_tasks_page_get_task (self->page), ==, HONG_LINH);
}

/* With larger texts list and detail need more room to stand side by side, and the toolbar goes on in a second line. */
static void
test_large_text (Fixture *self, gconstpointer data)
{
  GtkSettings *settings = gtk_settings_get_default ();
  int least, dpi;

  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_assert_true (ntm_tasks_page_select (self->page, HONG_LINH));
  g_object_set (settings, "gtk-xft-dpi", 192 * 1024, NULL);
  wait_for_room (self, TRUE);
  gtk_widget_measure (GTK_WIDGET (self->page), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, 720);
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
  wait_for_room (self, FALSE);
}

/* The list has the width until a task is selected, and has it again after Escape, with the keyboard still in it. */
static void
test_pane (Fixture *self, gconstpointer data)
{
  GtkWidget *detail = GTK_WIDGET (self->page->detail);

  g_assert_false (gtk_widget_get_parent (detail) != NULL);
  g_assert_false (is_enabled (self, "unselect"));
  g_assert_true (ntm_tasks_page_select (self->page, HONG_LINH));
  g_assert_true (gtk_widget_get_parent (detail) != NULL);
  spin (60);
  gtk_widget_activate_action (GTK_WIDGET (self->page), "tasks.unselect", NULL);
  g_assert_false (gtk_widget_get_parent (detail) != NULL);
  g_assert_null (ntm_tasks_list_get_selected (self->page->list));
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (self->window)), GTK_WIDGET (self->page->list)));
  /* A heading is no task. */
  g_assert_true (ntm_tasks_list_select (self->page->list, "ubnd_tx_hong_linh"));
  g_assert_false (gtk_widget_get_parent (detail) != NULL);
}

/* What stands in the column of the sections can be read. */
static void
test_sections (Fixture *self, gconstpointer data)
{
  const char *ids[] = { "t56-theo-doi", HONG_LINH };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      GtkWidget *line = NULL, *place;

      g_assert_true (ntm_tasks_page_select (self->page, ids[i]));
      gtk_widget_activate_action (GTK_WIDGET (self->page), "tasks.unselect", NULL);
      for (guint turn = 0; turn < 200 && (line == NULL || !gtk_widget_get_mapped (line)); turn++)
        {
          spin (25);
          line = find_line (GTK_WIDGET (self->page->list), ids[i]);
        }
      place = gtk_widget_get_last_child (line);
      while (place != NULL && (!GTK_IS_LABEL (place) || !gtk_widget_has_css_class (place, "caption")))
        place = gtk_widget_get_prev_sibling (place);
      g_assert_nonnull (place);
      g_assert_true (gtk_widget_get_child_visible (place));
      g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (place))));
    }
}

/* Confined to a unit; what is printed is what is listed. */
static void
test_one_unit (Fixture *self, gconstpointer data)
{
  const GPtrArray *tasks = ntm_atlas_records (ntm_desk_get_atlas (self->desk), NTM_TABLE_TASK);
  guint n = 0, all = ntm_task_set_count (self->page->set, NTM_TASK_ANY), n_printed = 0;
  g_autoptr (NtmFigure) figure = NULL;
  const NtmTaskListSpec *spec;

  for (guint i = 0; i < tasks->len; i++)
    n += g_str_equal (((NtmTask *) g_ptr_array_index (tasks, i))->unit, "437-0");
  ntm_tasks_page_search (self->page, "no such words");
  ntm_tasks_page_show_unit (self->page, "437-0");
  g_assert_cmpuint (n, >, 0);
  g_assert_cmpuint (ntm_task_set_count (self->page->set, NTM_TASK_ANY), ==, n);
  g_assert_true (gtk_widget_get_visible (self->page->unit_chip));
  ntm_tasks_page_search (self->page, "ho so");
  figure = ntm_tasks_page_new_figure (self->page);
  spec = ntm_figure_get_spec (figure);
  for (guint i = 0; i < spec->groups->len; i++)
    n_printed += ((NtmTaskGroup *) g_ptr_array_index (spec->groups, i))->rows->len;
  g_assert_cmpuint (n_printed, ==, 1);
  gtk_widget_activate_action (self->page->unit_chip, "tasks.clear", NULL);
  g_assert_cmpuint (ntm_task_set_count (self->page->set, NTM_TASK_ANY), ==, all);
  g_assert_false (gtk_widget_get_visible (self->page->unit_chip));
}

/* What is printed stands as it is listed: under months or units, each task once and with its agency. */
static void
test_listed (Fixture *self, gconstpointer data)
{
  static const char * const groupings[] = { "due", "unit" };

  for (guint i = 0; i < G_N_ELEMENTS (groupings); i++)
    {
      g_autoptr (NtmFigure) by_agency = ntm_tasks_page_new_figure (self->page), listed = NULL;
      const NtmTaskListSpec *spec;
      guint n = 0;

      gtk_widget_activate_action (self->page->clear_button, "tasks.group", "s", groupings[i]);
      listed = ntm_tasks_page_new_listed (self->page);
      spec = ntm_figure_get_spec (listed);
      g_assert_cmpstr (spec->title, !=, ((NtmTaskListSpec *) ntm_figure_get_spec (by_agency))->title);
      for (guint g = 0; g < spec->groups->len; g++)
        {
          const NtmTaskGroup *group = g_ptr_array_index (spec->groups, g);

          n += group->rows->len;
          g_assert_cmpuint (group->rows->len, >, 0);
          for (guint k = 0; k < group->rows->len; k++)
            {
              const NtmTaskRow *row = g_ptr_array_index (group->rows, k);
              const NtmTask *task = ntm_atlas_lookup (ntm_desk_get_atlas (self->desk), NTM_TABLE_TASK, row->key);
              NtmViewContext ctx = ntm_desk_get_task_context (self->desk);
              g_autofree char *agency = ntm_view_agency (&ctx, task->agency);

              g_assert_true (g_str_has_suffix (row->title, agency));
            }
        }
      g_assert_cmpuint (n, ==, g_hash_table_size (self->page->listed));
    }
}

static void
tell_cb (GSimpleAction *action, GVariant *parameter, gpointer told)
{
  g_free (*(char **) told);
  *(char **) told = g_variant_dup_string (parameter, NULL);
}

static void
pasted_cb (GObject *clipboard, GAsyncResult *result, gpointer out)
{
  *(char **) out = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
}

/* A letter to the agency of the selection with what is overdue on the day, no more; without any it is said. */
static void
test_remind (Fixture *self, gconstpointer data)
{
  static const GActionEntry entries[] = { { .name = "tell", .activate = tell_cb, .parameter_type = "s" } };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autofree char *told = NULL, *text = NULL;

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), &told);
  gtk_widget_insert_action_group (self->window, "win", G_ACTION_GROUP (group));
  g_assert_false (is_enabled (self, "remind"));
  g_assert_true (ntm_tasks_page_select (self->page, HONG_LINH));
  gtk_widget_activate_action (GTK_WIDGET (self->page), "tasks.remind", NULL);
  g_assert_nonnull (strstr (told, ntm_task_item_get_agency (ntm_tasks_list_get_selected (self->page->list))));
  ntm_desk_set_task_day (self->desk, day ("2024-11-12"));
  gtk_widget_activate_action (GTK_WIDGET (self->page), "tasks.remind", NULL);
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self->page)), NULL, pasted_cb, &text);
  for (guint i = 0; text == NULL && i < 200; i++)
    spin (25);
  g_test_message ("%s", text);
  g_assert_nonnull (strstr (text, find_row (self, HONG_LINH)->title));
  g_assert_nonnull (strstr (text, find_row (self, HONG_LINH)->state));
  g_assert_nonnull (strstr (text, find_row (self, HONG_LINH)->deadline));
  g_assert_nonnull (strstr (text, "II.2"));
  g_assert_nonnull (strstr (text, "\n1. "));
  g_assert_null (strstr (text, "\n2. "));   /* its other task has no deadline */
  gtk_widget_insert_action_group (self->window, "win", NULL);
}

/* The deadlines of what is listed stand above it where there is room, and a row leads to its task. */
static void
test_timeline (Fixture *self, gconstpointer data)
{
  GtkWidget *timeline = GTK_WIDGET (self->page->timeline);

  ntm_desk_set_task_day (self->desk, day ("2024-11-12"));
  for (guint i = 0; !gtk_widget_get_visible (timeline) && i < 200; i++)
    spin (25);
  g_assert_true (gtk_widget_get_visible (timeline));
  g_signal_emit_by_name (timeline, "picked", HONG_LINH);
  g_assert_cmpstr (_ntm_tasks_page_get_task (self->page), ==, HONG_LINH);
  ntm_tasks_page_search (self->page, "phat huy vai tro chu the");   /* without a deadline */
  g_assert_cmpuint (n_rows (self), ==, 2);
  g_assert_false (gtk_widget_get_visible (timeline));
  ntm_tasks_page_search (self->page, "");
  g_assert_true (gtk_widget_get_visible (timeline));
  g_action_group_change_action_state (G_ACTION_GROUP (self->page->actions), "timeline", g_variant_new_boolean (FALSE));
  g_assert_false (gtk_widget_get_visible (timeline));
  g_action_group_change_action_state (G_ACTION_GROUP (self->page->actions), "timeline", g_variant_new_boolean (TRUE));
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1300, 520);
  for (guint i = 0; gtk_widget_get_visible (timeline) && i < 200; i++)
    spin (25);
  g_assert_false (gtk_widget_get_visible (timeline));
}

/* Without a file the page is empty and asks for nothing. */
static void
test_no_file (Fixture *self, gconstpointer data)
{
  g_assert_true (ntm_tasks_page_select (self->page, HONG_LINH));
  ntm_desk_take_store (self->desk, NULL);
  spin (30);
  g_assert_cmpuint (n_rows (self), ==, 0);
  g_assert_false (is_enabled (self, "add") || is_enabled (self, "edit"));
  g_assert_cmpuint (count_overdue (self), ==, 0);
}

#define add(name, func) g_test_add ("/tasks/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_autofree char *dir = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  g_setenv ("GTK_A11Y", "test", TRUE);
  g_setenv ("NTM_TODAY", "2024-02-21", TRUE);
  ntm_lang_init (NULL, GETTEXT_PACKAGE);
  g_test_init (&argc, &argv, NULL);
  gtk_disable_setlocale ();
  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP no display\n");
      return 0;
    }
  adw_init ();
  ntm_app_register_resource ();
  dir = g_dir_make_tmp ("ntm-tasks-XXXXXX", &error);
  template_path = g_build_filename (dir, "hatinh.ntm", NULL);
  ntm_builtin_create (template_path, &error);
  g_assert_no_error (error);
  add ("counts", test_counts);
  add ("filters", test_filters);
  add ("by-due", test_by_due);
  add ("date", test_date);
  add ("today", test_today);
  add ("search", test_search);
  add ("rules", test_rules);
  add ("close", test_close);
  add ("survives", test_survives);
  add ("bad-progress", test_bad_progress);
  add ("add", test_add);
  add ("edit", test_edit);
  add ("cancel", test_cancel);
  g_test_add ("/tasks/read-only", Fixture, "", set_up, test_read_only, tear_down);
  add ("folding", test_folding);
  add ("growing", test_growing);
  add ("keys", test_keys);
  add ("spoken", test_spoken);
  add ("facts", test_facts);
  add ("unit", test_unit);
  add ("narrow", test_narrow);
  add ("large-text", test_large_text);
  add ("pane", test_pane);
  add ("sections", test_sections);
  add ("one-unit", test_one_unit);
  add ("listed", test_listed);
  add ("timeline", test_timeline);
  add ("remind", test_remind);
  add ("no-file", test_no_file);
  g_test_add_func ("/tasks/urls", test_urls);
  status = g_test_run ();
  g_unlink (template_path);
  g_rmdir (dir);
  g_free (template_path);
  return status;
}
