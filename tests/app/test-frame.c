/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The frame around the views: switching, panes in narrow and wide windows, finding, notices, copies. */

#include "config.h"

#include "fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#include "ntm-builtin.h"
#include "ntm-find.h"
#include "ntm-sample.h"
#include "ntm-task.h"
#include "ntm-unit-facts.h"
#include "ntm-unit-item.h"
#include "ntm-view-words.h"

typedef struct
{
  char      *path;
  NtmWindow *window;
} Fixture;

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  g_settings_reset (ntm_application_get_settings (fixture_get_app ()), "panes");
  self->path = fixture_new_file ("frame.ntm");
  self->window = fixture_open (self->path);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  fixture_close (self->window);
  g_free (self->path);
}

static const char *
get_view (NtmWindow *window)
{
  return adw_view_stack_get_visible_child_name (window->views);
}

static gboolean
is_shown (gpointer widget)
{
  return gtk_widget_get_mapped (GTK_WIDGET (widget));
}

/* Each view has its panes, and remembers them. */
static void
test_views (Fixture      *self,
            gconstpointer data)
{
  NtmWindow *window = self->window;

  g_assert_cmpstr (get_view (window), ==, "map");
  g_assert_true (is_shown (window->tree) && is_shown (window->inspector));
  fixture_act (window, "win.show-view", "table");
  g_assert_true (is_shown (window->sheet_page));
  g_assert_false (is_shown (window->tree) || is_shown (window->inspector));
  fixture_act (window, "win.show-inspector", NULL);
  g_assert_true (is_shown (window->inspector));
  fixture_act (window, "win.show-view", "charts");
  g_assert_true (is_shown (window->charts_page) && is_shown (window->tree));
  g_assert_false (is_shown (window->inspector));
  fixture_act (window, "win.show-view", "tasks");
  g_assert_true (is_shown (window->tasks_page));
  g_assert_false (is_shown (window->tree));
  fixture_act (window, "win.show-view", "table");
  g_assert_true (is_shown (window->inspector));
  fixture_act (window, "win.show-view", "no such view");
  g_assert_cmpstr (get_view (window), ==, "table");
}

/* A real window becomes narrower or wider at once, as when it is put on a half of the screen; how much of it its
 * frame takes depends on the display. */
static void
resize (NtmWindow *window,
        int        width)
{
  gint64 end = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;

  gtk_window_set_default_size (GTK_WINDOW (window), width, 768);
  while (ABS (window->width - width) > 40 || !window->fits || window->adapt_id != 0)
    {
      if (g_get_monotonic_time () > end)
        g_error ("asked for %d, is %d, needs %s", width, window->width, window->fits ? "no more" : "more");
      g_main_context_iteration (NULL, FALSE);
    }
  fixture_settle (window);
}

/* Too narrow for three: the inspector comes over the map with a selection and goes with it. */
static void
test_narrow (Fixture      *self,
             gconstpointer data)
{
  NtmWindow *window = self->window;

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  resize (window, 1200);
  g_assert_true (is_shown (window->tree));
  g_assert_false (is_shown (window->inspector));
  fixture_act (window, "win.select", "444-0");
  g_assert_true (is_shown (window->inspector));
  fixture_act (window, "win.clear", NULL);
  g_assert_false (is_shown (window->inspector));

  resize (window, 700);
  g_assert_true (adw_view_switcher_bar_get_reveal (window->switcher_bar));
  g_assert_false (is_shown (window->switcher));
  g_assert_false (is_shown (window->tree));
  fixture_act (window, "win.show-sidebar", NULL);
  g_assert_true (is_shown (window->tree));
  fixture_act (window, "win.clear", NULL);
  g_assert_false (is_shown (window->tree));
  fixture_act (window, "win.search", NULL);
  g_assert_true (is_shown (window->tree));

  resize (window, 1600);
  g_assert_true (is_shown (window->switcher));
  g_assert_true (is_shown (window->tree) && is_shown (window->inspector));
  g_assert_true (gtk_widget_get_ancestor (GTK_WIDGET (window->inspector), GTK_TYPE_PANED) == GTK_WIDGET (window->outer_paned));
}

/* What scrolls or slides may have parts elsewhere; the hint of the map follows the pointer. */
static gboolean
has_hidden_parts (GtkWidget *widget)
{
  return gtk_widget_has_css_class (widget, "ntm-map-tip") || GTK_IS_SCROLLABLE (widget) || GTK_IS_SCROLLED_WINDOW (widget) || GTK_IS_REVEALER (widget) || GTK_IS_NATIVE (widget);
}

static void
assert_inside (GtkWidget *widget,
               GtkWidget *frame)
{
  graphene_rect_t place;

  if (has_hidden_parts (widget))
    return;
  g_assert_true (gtk_widget_compute_bounds (widget, frame, &place));
  if (place.origin.x < -2 || place.origin.x + place.size.width > gtk_widget_get_width (frame) + 2)
    g_error ("%s in %s at %g, %g wide, in a window of %d", G_OBJECT_TYPE_NAME (widget),
             G_OBJECT_TYPE_NAME (gtk_widget_get_parent (widget)), place.origin.x, place.size.width, gtk_widget_get_width (frame));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_mapped (child) && !GTK_IS_NATIVE (child))
      assert_inside (child, frame);
}

static int
get_least_width (NtmWindow *window)
{
  int minimum;

  gtk_widget_measure (gtk_layout_manager_get_widget (GTK_LAYOUT_MANAGER (window->fit)), GTK_ORIENTATION_HORIZONTAL, -1,
                      &minimum, NULL, NULL, NULL);
  return minimum;
}

/* From wide to the half of the screen, to the least and back, each in one step: nothing stands outside. */
static void
walk_widths (NtmWindow *window,
             const int *widths,
             guint      n,
             int        least)
{
  static const char * const views[] = { "map", "table", "charts", "tasks" };

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      fixture_act (window, "win.show-view", views[i]);
      for (guint j = 0; j < n; j++)
        {
          g_test_message ("%s %d", views[i], widths[j]);
          resize (window, widths[j]);
          g_assert_cmpint (get_least_width (window), <=, least);
          assert_inside (window->header, GTK_WIDGET (window->toasts));
          assert_inside (GTK_WIDGET (window->toasts), GTK_WIDGET (window->toasts));
        }
    }
}

static void
assert_panes (NtmWindow *window,
              int        sidebar,
              int        inspector)
{
  fixture_act (window, "win.show-view", "map");
  g_assert_true (is_shown (window->tree) && is_shown (window->inspector));
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window->tree)), ==, sidebar);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window->inspector)), ==, inspector);
}

static void
test_one_step (Fixture      *self,
               gconstpointer data)
{
  static const int widths[] = { 960, 1600, 640, 1600 };
  NtmWindow *window = self->window;

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  resize (window, 1600);
  gtk_paned_set_position (window->inner_paned, 300);
  gtk_paned_set_position (window->outer_paned, gtk_widget_get_width (GTK_WIDGET (window->outer_paned)) - 401);
  fixture_settle (window);
  assert_panes (window, 300, 400);
  walk_widths (window, widths, G_N_ELEMENTS (widths), 640);
  assert_panes (window, 300, 400);
}

/* Larger texts need more: panes and names give way sooner. */
static void
test_large_text (Fixture      *self,
                 gconstpointer data)
{
  static const int widths[] = { 720, 1366 };
  GtkSettings *settings = gtk_settings_get_default ();
  NtmWindow *window = self->window;
  int dpi;

  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", 144 * 1024, "gtk-enable-animations", FALSE, NULL);
  fixture_settle (window);
  walk_widths (window, widths, G_N_ELEMENTS (widths), 720);
  fixture_act (window, "win.show-view", "map");
  g_assert_false (is_shown (window->tree));
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
  fixture_settle (window);
  g_assert_true (is_shown (window->tree));
}

/* The header bar needs more once a file is open, and gives way then, not at the next change of view. */
static void
test_large_start (Fixture      *self,
                  gconstpointer data)
{
  GtkSettings *settings = gtk_settings_get_default ();
  g_autofree char *path = fixture_new_file ("large.ntm");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  NtmWindow *window;
  int dpi;

  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", 144 * 1024, NULL);
  window = ntm_window_new (fixture_get_app ());
  gtk_window_set_default_size (GTK_WINDOW (window), 1020, 768);
  gtk_window_present (GTK_WINDOW (window));
  fixture_spin (200);
  g_assert_false (adw_view_switcher_bar_get_reveal (window->switcher_bar));
  ntm_window_open (window, file);
  fixture_settle (window);
  g_assert_true (adw_view_switcher_bar_get_reveal (window->switcher_bar));
  fixture_close (window);
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
}

/* Where nothing is left that could give way, the window is as wide as it must be. */
static void
test_huge_text (Fixture      *self,
                gconstpointer data)
{
  GtkSettings *settings = gtk_settings_get_default ();
  gint64 end = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;
  NtmWindow *window = self->window;
  int dpi;

  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", 288 * 1024, NULL);
  gtk_window_set_default_size (GTK_WINDOW (window), 640, 768);
  while (get_least_width (window) <= 720 || !window->fits)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, FALSE);
    }
  assert_inside (window->header, GTK_WIDGET (window->toasts));
  assert_inside (GTK_WIDGET (window->toasts), GTK_WIDGET (window->toasts));
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
  fixture_settle (window);
  g_assert_cmpint (get_least_width (window), <=, 640);
}

static GtkWidget *
get_focus (NtmWindow *window)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));

  return focus == NULL ? GTK_WIDGET (window) : focus;
}

static void
press (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_CLICK (controller))
        g_signal_emit_by_name (controller, "pressed", 1, 10.0, 10.0);
    }
}

/* A pane that goes leaves the keyboard to the view, whether the window, a key or a selection takes it away. */
static void
test_focus (Fixture      *self,
            gconstpointer data)
{
  NtmWindow *window = self->window;
  GtkWidget *view = GTK_WIDGET (window->map_page);

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  ntm_unit_tree_start_search (window->tree);
  resize (window, 683);
  g_assert_false (is_shown (window->tree));
  g_assert_true (gtk_widget_is_ancestor (get_focus (window), view));
  fixture_act (window, "win.show-sidebar", NULL);
  g_assert_true (gtk_widget_is_ancestor (get_focus (window), GTK_WIDGET (window->tree)));
  fixture_act (window, "win.clear", NULL);
  g_assert_true (gtk_widget_is_ancestor (get_focus (window), view));

  fixture_act (window, "win.show-sidebar", NULL);
  press (GTK_WIDGET (window->views));
  g_assert_false (is_shown (window->tree));
  fixture_act (window, "win.show-sidebar", NULL);
  fixture_act (window, "win.select", "444-0");
  g_assert_false (is_shown (window->tree));
  g_assert_true (gtk_widget_is_ancestor (get_focus (window), view));
  fixture_act (window, "win.clear", NULL);
  fixture_act (window, "win.show-inspector", NULL);
  g_assert_true (is_shown (window->inspector));
  g_assert_true (gtk_widget_is_ancestor (get_focus (window), GTK_WIDGET (window->inspector)));
  fixture_act (window, "win.clear", NULL);
  g_assert_false (is_shown (window->inspector));
  g_assert_true (gtk_widget_is_ancestor (get_focus (window), view));

  resize (window, 1600);
  ntm_unit_tree_start_search (window->tree);
  fixture_act (window, "win.show-sidebar", NULL);
  g_assert_true (gtk_widget_is_ancestor (get_focus (window), view));
}

static void
test_panes_in_turn (Fixture      *self,
                    gconstpointer data)
{
  NtmWindow *window = self->window;
  GtkWidget *panes[] = { GTK_WIDGET (window->tree), GTK_WIDGET (window->views), GTK_WIDGET (window->inspector), window->header };
  guint at = 1;

  ntm_map_page_focus (window->map_page);
  for (guint i = 0; i < 9; i++)
    {
      GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));

      g_assert_true (focus == panes[at] || gtk_widget_is_ancestor (focus, panes[at]));
      gtk_widget_activate_action (GTK_WIDGET (window), i < 5 ? "win.next-pane" : "win.previous-pane", NULL);
      at = (at + (i < 5 ? 1 : 3)) % G_N_ELEMENTS (panes);
    }
}

/* The number in the switcher, counted here task by task: of today, whatever day the figures are looked at, until
 * the page of the tasks is given another. Its date and that of the window are never seen side by side. */
static void
test_badge (Fixture      *self,
            gconstpointer data)
{
  NtmWindow *window = self->window;
  const GPtrArray *tasks;
  NtmDate at = ntm_date_new (2024, 10, 28);
  guint n = 0;

  g_assert_cmpuint (adw_view_stack_page_get_badge_number (window->tasks_view), ==, 0);
  fixture_act (window, "win.set-date", "2024-10-28");
  g_assert_cmpuint (adw_view_stack_page_get_badge_number (window->tasks_view), ==, 0);
  g_assert_true (gtk_widget_get_visible (window->date_place));
  fixture_act (window, "win.show-view", "tasks");
  g_assert_false (gtk_widget_get_visible (window->date_place));
  ntm_desk_set_task_day (window->desk, at);
  tasks = ntm_atlas_records (ntm_desk_get_atlas (window->desk), NTM_TABLE_TASK);
  for (guint i = 0; i < tasks->len; i++)
    {
      const NtmTask *task = g_ptr_array_index (tasks, i);

      if (g_str_equal (task->kind, "task") && strcmp (task->assigned, "2024-10-28") <= 0
          && ntm_task_standing (task, at).state == NTM_TASK_OVERDUE)
        n++;
    }
  g_assert_cmpuint (n, >, 0);
  g_assert_cmpuint (adw_view_stack_page_get_badge_number (window->tasks_view), ==, n);
  g_assert_true (adw_view_stack_page_get_needs_attention (window->tasks_view));
  _ntm_window_show_pane (window, NTM_PANE_INSPECTOR, TRUE);
  g_assert_true (gtk_widget_get_visible (window->date_place));
  _ntm_window_show_pane (window, NTM_PANE_INSPECTOR, FALSE);
  ntm_desk_set_task_day (window->desk, NTM_DATE_MIN);
  g_assert_cmpuint (adw_view_stack_page_get_badge_number (window->tasks_view), ==, 0);
}

/* --- finding ----------------------------------------------------------------------------------- */

static gboolean
finds (NtmDesk      *desk,
       const char   *text,
       NtmFoundGroup group,
       const char   *target)
{
  g_autoptr (GPtrArray) found = ntm_find (desk, text, 6);

  for (guint i = 0; i < found->len; i++)
    {
      const NtmFound *one = g_ptr_array_index (found, i);

      if (one->group == group && g_strcmp0 (one->target, target) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
test_find (Fixture      *self,
           gconstpointer data)
{
  NtmDesk *desk = self->window->desk;
  g_autoptr (GPtrArray) all = ntm_find (desk, "  ", 6);
  g_autoptr (GPtrArray) many = ntm_find (desk, "a", 4);
  guint n[NTM_N_FOUND_GROUPS] = { 0 };

  g_assert_true (finds (desk, "huong khe", NTM_FOUND_UNIT, "444-0"));
  g_assert_true (finds (desk, "HƯƠNG KHÊ", NTM_FOUND_UNIT, "444-0"));
  g_assert_true (finds (desk, "444", NTM_FOUND_UNIT, "444-0"));
  g_assert_true (finds (desk, "poverty_rate", NTM_FOUND_INDICATOR, "poverty_rate"));
  /* Among many that hold the word the plain one is not cut off. */
  g_assert_true (finds (desk, ntm_lang_current () == NTM_LANG_VI ? "ngheo" : "poverty", NTM_FOUND_INDICATOR, "poverty_rate"));
  g_assert_false (finds (desk, "khong co ten nay", NTM_FOUND_UNIT, "444-0"));
  g_assert_cmpuint (all->len, >=, 10);
  for (guint i = 0; i < all->len; i++)
    g_assert_cmpint (((NtmFound *) g_ptr_array_index (all, i))->group, ==, NTM_FOUND_COMMAND);
  for (guint i = 0; i < many->len; i++)
    {
      const NtmFound *one = g_ptr_array_index (many, i);

      n[one->group]++;
      if (i > 0)
        g_assert_cmpint (((NtmFound *) g_ptr_array_index (many, i - 1))->group, <=, one->group);
    }
  for (guint i = 0; i < NTM_N_FOUND_GROUPS; i++)
    g_assert_cmpuint (n[i], <=, 4);
  g_assert_cmpuint (n[NTM_FOUND_UNIT], ==, 4);
}

/* A unit that is no more, and one that is not yet, are not found. */
static void
test_find_at_date (Fixture      *self,
                   gconstpointer data)
{
  NtmDesk *desk = self->window->desk;

  g_assert_true (finds (desk, "huong khe", NTM_FOUND_UNIT, "444-0"));
  fixture_act (self->window, "win.set-date", "2025-07-01");
  g_assert_false (finds (desk, "huong khe", NTM_FOUND_UNIT, "444-0"));
}

/* Every command that is offered can be run. */
static void
test_commands (Fixture      *self,
               gconstpointer data)
{
  g_autoptr (GPtrArray) all = ntm_find (self->window->desk, "", 6);

  for (guint i = 0; i < all->len; i++)
    {
      const NtmFound *one = g_ptr_array_index (all, i);
      GActionGroup *group = g_str_has_prefix (one->action, "app.") ? G_ACTION_GROUP (fixture_get_app ())
                                                                   : G_ACTION_GROUP (self->window);
      const GVariantType *type;

      g_test_message ("%s", one->action);
      g_assert_true (g_action_group_has_action (group, one->action + 4));
      type = g_action_group_get_action_parameter_type (group, one->action + 4);
      g_assert_true ((type == NULL) == (one->target == NULL));
    }
}

static void
test_finder (Fixture      *self,
             gconstpointer data)
{
  NtmWindow *window = self->window;
  g_autofree char *first = NULL;

  fixture_act (window, "win.find", NULL);
  fixture_spin (100);
  g_assert_true (is_shown (window->finder));
  ntm_finder_search (window->finder, "huong khe");
  first = ntm_finder_dup_row (window->finder, 0);
  g_assert_nonnull (strstr (first, "Hương Khê"));
  fixture_save_picture (GTK_WIDGET (window->finder), "finder.png");
  ntm_finder_activate (window->finder, 0);
  g_assert_cmpstr (ntm_desk_get_selected (window->desk)->id, ==, "444-0");

  ntm_finder_search (window->finder, "khong co ten nay");
  g_assert_cmpuint (ntm_finder_get_n (window->finder), ==, 0);
}

/* Where each kind leads. */
static void
test_show (Fixture      *self,
           gconstpointer data)
{
  NtmWindow *window = self->window;
  const NtmTask *task = g_ptr_array_index (ntm_atlas_records (ntm_desk_get_atlas (window->desk), NTM_TABLE_TASK), 0);

  fixture_act (window, "win.show-indicator", "poverty_rate");
  g_assert_cmpstr (get_view (window), ==, "map");
  g_assert_cmpstr (ntm_map_page_get_theme (window->map_page), ==, "poverty_rate");
  /* Only the province has figures of it. */
  fixture_act (window, "win.show-indicator", "central_water_rate");
  g_assert_cmpstr (get_view (window), ==, "table");
  fixture_act (window, "win.show-task", task->id);
  g_assert_cmpstr (get_view (window), ==, "tasks");
  g_assert_cmpstr (ntm_task_item_get_key (ntm_tasks_list_get_selected (ntm_tasks_page_get_list (window->tasks_page))), ==,
                   task->id);
  fixture_act (window, "win.show-unit", "444-0");
  g_assert_cmpstr (get_view (window), ==, "map");
  g_assert_cmpstr (ntm_desk_get_selected (window->desk)->id, ==, "444-0");
}

/* --- list of units and inspector --------------------------------------------------------------- */

static void
test_chips (Fixture      *self,
            gconstpointer data)
{
  NtmWindow *window = self->window;
  g_autoptr (GPtrArray) units = ntm_desk_dup_units (window->desk);
  GListModel *rows;
  guint not_yet = 0, to_verify = 0;

  for (guint i = 0; i < units->len; i++)
    {
      NtmStanding standing = ntm_desk_get_standing (window->desk, g_ptr_array_index (units, i));

      not_yet += standing.status == NTM_STATUS_NOT_YET;
      to_verify += standing.uncertain;
    }
  g_assert_cmpuint (not_yet, >, 0);
  g_assert_cmpuint (to_verify, >, 0);
  g_assert_cmpuint (not_yet, !=, to_verify);

  ntm_unit_tree_choose (window->tree, NTM_UNITS_NOT_YET);
  rows = ntm_unit_tree_get_rows (window->tree);
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, not_yet);
  ntm_unit_tree_choose (window->tree, NTM_UNITS_TO_VERIFY);
  rows = ntm_unit_tree_get_rows (window->tree);
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, to_verify);
  fixture_save_picture (GTK_WIDGET (window), "frame-chips.png");
  ntm_unit_tree_choose (window->tree, NTM_UNITS_ALL);
  rows = ntm_unit_tree_get_rows (window->tree);
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, units->len + 1);
}

/* The tasks of a unit, the most urgent first; those that are done are gone. */
static void
test_unit_tasks (Fixture      *self,
                 gconstpointer data)
{
  NtmWindow *window = self->window;
  NtmAtlas *atlas = ntm_desk_get_atlas (window->desk);
  const GPtrArray *tasks = ntm_atlas_records (atlas, NTM_TABLE_TASK);
  NtmViewContext context = ntm_desk_get_context (window->desk);
  g_autoptr (NtmUnitFacts) facts = ntm_unit_facts_new (&context, ntm_atlas_find_unit (atlas, "444-0"), context.at);
  g_autoptr (NtmUnitFacts) early = NULL, late = NULL;
  g_autofree char *day = NULL;
  NtmDate before = NTM_DATE_MIN;
  guint n = 0;

  for (guint i = 0; i < tasks->len; i++)
    {
      const NtmTask *task = g_ptr_array_index (tasks, i);
      NtmTaskState state = ntm_task_standing (task, context.at).state;

      n += g_str_equal (task->unit, "444-0") && g_str_equal (task->kind, "task") && strcmp (task->assigned, "2024-02-21") <= 0
           && (state == NTM_TASK_OPEN || state == NTM_TASK_OVERDUE);
    }
  g_assert_cmpuint (n, >, 0);
  g_assert_cmpuint (facts->n_tasks, ==, n);
  for (guint i = 0; i < facts->tasks->len; i++)
    {
      const NtmTask *task = ntm_atlas_lookup (atlas, NTM_TABLE_TASK, ((NtmUnitTask *) facts->tasks->pdata[i])->id);

      g_assert_cmpint (before, <=, task->due);
      before = task->due;
    }
  g_assert_cmpuint (facts->findings->len, ==, 5);
  context.at = ntm_date_new (2024, 2, 20);
  early = ntm_unit_facts_new (&context, ntm_atlas_find_unit (atlas, "444-0"), context.at);
  g_assert_cmpuint (early->findings->len, ==, 0);
  g_assert_cmpuint (early->n_tasks, ==, 0);
  /* Figures and findings are of the reference date, tasks of their own day; a done one is gone by then. */
  late = ntm_unit_facts_new (&context, ntm_atlas_find_unit (atlas, "444-0"), ntm_date_new (2024, 10, 1));
  day = ntm_date_format (ntm_date_new (2024, 10, 1), ntm_lang_current ());
  g_assert_cmpuint (late->findings->len, ==, 0);
  g_assert_cmpuint (late->n_tasks, ==, n);
  g_assert_true (((NtmUnitTask *) late->tasks->pdata[0])->is_overdue);
  g_assert_nonnull (strstr (late->tasks_day, day));
  g_assert_cmpuint (facts->papers->len, >, 0);
  fixture_act (window, "win.select", "444-0");
  g_assert_cmpuint (ntm_inspector_get_n_tasks (window->inspector), ==, facts->tasks->len);
}

/* Where the inspector has no room for all tasks of a unit, its last row leads to them. */
static void
test_all_tasks (Fixture      *self,
                gconstpointer data)
{
  NtmWindow *window = self->window;
  NtmViewContext context = ntm_desk_get_context (window->desk);
  const NtmUnit *province = ntm_atlas_province (context.atlas, context.at);
  g_autoptr (NtmUnitFacts) facts = ntm_unit_facts_new (&context, province, context.at);
  const GPtrArray *tasks = ntm_atlas_records (context.atlas, NTM_TABLE_TASK);
  GListModel *rows;
  guint n = 0, n_listed = 0;

  g_assert_cmpuint (facts->n_tasks, >, facts->tasks->len);
  g_assert_cmpuint (ntm_inspector_get_n_tasks (window->inspector), ==, facts->tasks->len + 1);
  for (guint i = 0; i < tasks->len; i++)
    {
      const NtmTask *task = g_ptr_array_index (tasks, i);

      n += g_str_equal (task->unit, province->id) && g_str_equal (task->kind, "task") && strcmp (task->assigned, "2024-02-21") <= 0;
    }
  fixture_act (window, "win.show-unit-tasks", facts->unit);
  rows = ntm_tasks_list_get_rows (ntm_tasks_page_get_list (window->tasks_page));
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (GtkTreeListRow) row = g_list_model_get_item (rows, i);

      n_listed += !gtk_tree_list_row_is_expandable (row);
    }
  g_assert_cmpuint (n_listed, ==, n);
}

/* A share of a target never leaves 0 to 1, and a line never tells of days to come. */
static void
test_unit_figures (Fixture      *self,
                   gconstpointer data)
{
  NtmWindow *window = self->window;
  NtmViewContext context = ntm_desk_get_context (window->desk);
  g_autoptr (NtmUnitFacts) facts = ntm_unit_facts_new (&context, ntm_atlas_province (context.atlas, context.at), context.at);
  guint n_shares = 0, n_lines = 0;

  for (guint i = 0; i < facts->figures->len; i++)
    {
      const NtmUnitFigure *figure = g_ptr_array_index (facts->figures, i);

      g_assert_true (figure->share == -1 || (figure->share >= 0 && figure->share <= 1));
      n_shares += figure->share >= 0;
      n_lines += figure->points->len > 1;
      for (guint j = 0; j < figure->points->len; j++)
        {
          const NtmUnitPoint *point = &g_array_index (figure->points, NtmUnitPoint, j);

          g_assert_cmpint (point->day, <=, context.at);
          if (j > 0)
            g_assert_cmpint (point[-1].day, <=, point->day);
        }
    }
  g_assert_cmpuint (n_shares, >, 0);
  g_assert_cmpuint (n_lines, >, 0);
}

static const NtmUnitFigure *
find_figure (const NtmUnitFacts *facts,
             const char         *code,
             guint              *place)
{
  for (*place = 0; *place < facts->figures->len; (*place)++)
    {
      const NtmUnitFigure *figure = g_ptr_array_index (facts->figures, *place);

      if (g_str_equal (figure->code, code))
        return figure;
    }
  g_error ("%s is not told", code);
}

/* A target that nobody has reported on is told as well, with its owner; one that nobody confirmed says so and
 * stands below. */
static void
test_unit_targets (Fixture      *self,
                   gconstpointer data)
{
  NtmWindow *window = self->window;
  NtmViewContext context = ntm_desk_get_context (window->desk);
  g_autoptr (NtmUnitFacts) facts = ntm_unit_facts_new (&context, ntm_atlas_province (context.atlas, context.at), context.at);
  g_autofree char *owner = ntm_view_agency (&context, "so_vh_tt_dl");
  const char *unverified = g_dgettext (GETTEXT_PACKAGE, "to be verified");
  guint confirmed_place, other_place;
  const NtmUnitFigure *confirmed = find_figure (facts, "civilised_urban_rate", &confirmed_place);
  const NtmUnitFigure *other = find_figure (facts, "advanced_communes", &other_place);

  g_assert_true (confirmed->is_missing);
  g_assert_nonnull (strstr (confirmed->detail, owner));
  g_assert_null (strstr (confirmed->detail, unverified));
  g_assert_nonnull (strstr (other->detail, unverified));
  g_assert_cmpuint (confirmed_place, <, other_place);
}

/* What a district aims at; two documents that set the same goal are one; what came later is not told. */
static void
test_unit_goals (Fixture      *self,
                 gconstpointer data)
{
  NtmWindow *window = self->window;
  NtmAtlas *atlas = ntm_desk_get_atlas (window->desk);
  NtmViewContext context = ntm_desk_get_context (window->desk);
  g_autoptr (NtmUnitFacts) facts = NULL;
  g_autoptr (NtmUnitFacts) early = NULL;
  const NtmUnitGoal *goal;

  context.at = ntm_date_new (2024, 12, 31);
  facts = ntm_unit_facts_new (&context, ntm_atlas_find_unit (atlas, "440-0"), context.at);
  g_assert_cmpuint (facts->goals->len, ==, 1);
  goal = g_ptr_array_index (facts->goals, 0);
  g_assert_nonnull (strstr (goal->text, context.lang == NTM_LANG_VI ? "nâng cao" : "Advanced"));
  g_assert_nonnull (strstr (goal->detail, "2024"));
  context.at = ntm_date_new (2024, 2, 20);
  early = ntm_unit_facts_new (&context, ntm_atlas_find_unit (atlas, "442-0"), context.at);
  g_assert_cmpuint (early->goals->len, ==, 0);
}

static const NtmUnitEntry *
find_entry (const NtmUnitFacts *facts,
            NtmUnitSection      section,
            const char         *words)
{
  const GPtrArray *entries = facts->sections[section];

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      const NtmUnitEntry *entry = g_ptr_array_index (entries, i);

      if (strstr (entry->text, words) != NULL || strstr (entry->detail, words) != NULL)
        return entry;
    }
  g_error ("“%s” is not told", words);
}

/* What the province shall meet: the share of clean water is 25.5 points short; nobody has confirmed the first line. */
static void
test_unit_lines (Fixture      *self,
                 gconstpointer data)
{
  NtmViewContext context = ntm_desk_get_context (self->window->desk);
  gboolean vi = context.lang == NTM_LANG_VI;
  g_autoptr (NtmUnitFacts) facts = ntm_unit_facts_new (&context, ntm_atlas_province (context.atlas, context.at), context.at);
  g_autoptr (NtmUnitFacts) district = NULL;
  g_autoptr (NtmUnitFacts) later = NULL;
  const NtmUnitEntry *water = find_entry (facts, NTM_UNIT_SECTION_LINES, vi ? "nước sạch" : "clean water");
  const NtmUnitEntry *first = g_ptr_array_index (facts->sections[NTM_UNIT_SECTION_LINES], 0);

  g_assert_cmpuint (facts->sections[NTM_UNIT_SECTION_LINES]->len, ==, 10);
  g_assert_cmpint (water->tone, ==, NTM_UNIT_TONE_WEAK);
  g_assert_nonnull (strstr (water->detail, vi ? "25,5" : "25.5"));
  g_assert_nonnull (strstr (water->detail, "321"));
  g_assert_cmpint (first->tone, ==, NTM_UNIT_TONE_MISSING);
  g_assert_true (g_ptr_array_index (facts->sections[NTM_UNIT_SECTION_LINES], 3) == water);
  g_assert_nonnull (strstr (first->detail, g_dgettext (GETTEXT_PACKAGE, "to be verified")));
  district = ntm_unit_facts_new (&context, ntm_atlas_find_unit (context.atlas, "444-0"), context.at);
  g_assert_null (district->sections[NTM_UNIT_SECTION_LINES]);
  find_entry (district, NTM_UNIT_SECTION_URBAN, "Thị trấn Hương Khê");
  context.at = ntm_date_new (2024, 12, 31);
  later = ntm_unit_facts_new (&context, ntm_atlas_find_unit (context.atlas, "444-0"), context.at);
  g_assert_cmpint (find_entry (later, NTM_UNIT_SECTION_URBAN, "")->tone, ==, NTM_UNIT_TONE_GOOD);
}

/* Capital: what was disbursed of 2022 and 2023 with its share, of 2024 that nobody says so; each with its source. */
static void
test_unit_registers (Fixture      *self,
                     gconstpointer data)
{
  NtmViewContext context = ntm_desk_get_context (self->window->desk);
  g_autoptr (NtmUnitFacts) facts = ntm_unit_facts_new (&context, ntm_atlas_province (context.atlas, context.at), context.at);
  g_autoptr (NtmUnitFacts) district = ntm_unit_facts_new (&context, ntm_atlas_find_unit (context.atlas, "443-0"), context.at);
  const NtmUnitEntry *year = find_entry (facts, NTM_UNIT_SECTION_CAPITAL, "2023");
  const NtmUnitEntry *none = find_entry (facts, NTM_UNIT_SECTION_CAPITAL, "2024:");
  const NtmUnitEntry *slow = find_entry (facts, NTM_UNIT_SECTION_CAPITAL, "2022, 2023");

  g_assert_nonnull (strstr (year->value, "174"));
  g_assert_nonnull (strstr (year->detail, "60"));
  g_assert_cmpint (none->tone, ==, NTM_UNIT_TONE_MISSING);
  g_assert_cmpstr (slow->value, ==, "");
  g_assert_nonnull (strstr (slow->detail, "I"));
  g_assert_cmpuint (facts->sections[NTM_UNIT_SECTION_PROJECTS]->len, ==, 5);
  g_assert_null (district->sections[NTM_UNIT_SECTION_CAPITAL]);
  g_assert_nonnull (strstr (find_entry (district, NTM_UNIT_SECTION_SPONSORS, "2023")->value, context.lang == NTM_LANG_VI ? "11.063" : "11,063"));
}

static const NtmFound *
find_group (const GPtrArray *found,
            NtmFoundGroup    group)
{
  for (guint i = 0; i < found->len; i++)
    {
      const NtmFound *one = g_ptr_array_index (found, i);

      if (one->group == group)
        return one;
    }
  g_error ("nothing of group %d", (int) group);
}

/* The map is drawn for those who see it: what changed meanwhile shows when it is shown. */
static void
test_hidden_map (Fixture      *self,
                 gconstpointer data)
{
  NtmWindow *window = self->window;
  NtmDate day = ntm_date_new (2022, 6, 30), before = ntm_map_page_get_date (window->map_page);

  fixture_act (window, "win.show-view", "table");
  g_assert_true (ntm_desk_set_date (window->desk, day, NULL));
  g_assert_cmpint (ntm_map_page_get_date (window->map_page), ==, before);
  fixture_act (window, "win.show-view", "map");
  g_assert_cmpint (ntm_map_page_get_date (window->map_page), ==, day);
}

/* Whoever looks for disbursement is led to the section. */
static void
test_find_section (Fixture      *self,
                   gconstpointer data)
{
  NtmWindow *window = self->window;
  g_autoptr (GPtrArray) found = ntm_find (window->desk, ntm_unit_section_name (NTM_UNIT_SECTION_CAPITAL), 6);
  const NtmFound *one = find_group (found, NTM_FOUND_SECTION);
  graphene_rect_t bounds;
  GtkWidget *row;

  fixture_act (window, one->action, one->target);
  for (guint i = 0; i < 100 && !GTK_IS_LIST_BOX_ROW (gtk_window_get_focus (GTK_WINDOW (window))); i++)
    fixture_spin (50);
  g_assert_cmpuint (ntm_inspector_get_n_entries (window->inspector, NTM_UNIT_SECTION_CAPITAL), >, 4);
  g_assert_cmpstr (ntm_desk_get_selected (window->desk)->id, ==, "42-0");
  row = gtk_window_get_focus (GTK_WINDOW (window));
  g_assert_true (GTK_IS_LIST_BOX_ROW (row));
  g_assert_true (gtk_widget_compute_bounds (row, GTK_WIDGET (window->inspector), &bounds));
  g_assert_cmpfloat (bounds.origin.y, >, 0);
  g_assert_cmpfloat (bounds.origin.y, <, 100);
  fixture_keep (GTK_WIDGET (window), "inspector", "capital");
}

static void
add_sponsor (NtmEdit *edit,
             guint    number)
{
  g_autofree char *id = g_strdup_printf ("sponsor-%02u", number);
  NtmRow *row = ntm_edit_write (edit, NTM_TABLE_SPONSORSHIP, id, NULL);

  g_assert_true (ntm_row_set (row, "unit", "444-0", NULL));
  g_assert_true (ntm_row_set (row, "sponsor_vi", id, NULL));
  g_assert_true (ntm_row_set (row, "sponsor_en", id, NULL));
  if (number == 13)
    g_assert_true (ntm_row_set (row, "amount_e6", "99999", NULL));
}

/* Of a long register the inspector shows the first entries and says how many there are; all of it can be found. */
static void
test_long_register (Fixture      *self,
                    gconstpointer data)
{
  NtmWindow *window = self->window;
  g_autoptr (NtmEdit) edit = ntm_edit_new ("sponsors");
  g_autoptr (NtmUnitFacts) facts = NULL;
  g_autoptr (GPtrArray) found = NULL;
  NtmViewContext context;

  for (guint i = 1; i <= 14; i++)
    add_sponsor (edit, i);
  g_assert_true (ntm_desk_apply (window->desk, edit, NULL));
  fixture_act (window, "win.select", "444-0");
  g_assert_cmpuint (ntm_inspector_get_n_entries (window->inspector, NTM_UNIT_SECTION_SPONSORS), ==, 12 + 1);
  /* What has an amount comes first, however late it was entered. */
  context = ntm_desk_get_context (window->desk);
  facts = ntm_unit_facts_new (&context, ntm_atlas_find_unit (context.atlas, "444-0"), context.at);
  g_assert_cmpstr (((NtmUnitEntry *) g_ptr_array_index (facts->sections[NTM_UNIT_SECTION_SPONSORS], 0))->text, ==, "sponsor-13");
  found = ntm_find (window->desk, "sponsor-14", 6);
  g_assert_cmpstr (find_group (found, NTM_FOUND_SECTION)->action, ==, "win.show-section");
}

/* --- notices and copies ------------------------------------------------------------------------ */

static void
test_no_notice (Fixture      *self,
                gconstpointer data)
{
  g_assert_false (is_shown (self->window->sample_notice) || is_shown (self->window->issues_notice)
                  || is_shown (self->window->welcome_notice));
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (self->window), "welcome"));
}

static NtmWindow *
open_builtin (void)
{
  g_autofree char *path = ntm_builtin_dup_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *made = fixture_new_file ("builtin-made.ntm");
  g_autofree char *bytes = NULL;
  gsize n;

  g_mkdir_with_parents (folder, 0700);
  g_assert_true (g_file_get_contents (made, &bytes, &n, NULL));
  fixture_write (path, bytes, n);
  return fixture_open (path);
}

/* What the built-in file is and is not is said until the notice is closed, and again when it is asked for. */
static void
test_welcome (Fixture      *self,
              gconstpointer data)
{
  GSettings *settings = ntm_application_get_settings (fixture_get_app ());
  NtmWindow *window;

  g_settings_reset (settings, "welcome-seen");
  window = open_builtin ();
  g_assert_true (is_shown (window->welcome_notice));
  g_assert_nonnull (strstr (ntm_notice_get_text (window->welcome_notice), "21/02/2024"));
  fixture_save_picture (GTK_WIDGET (window), "frame-welcome.png");
  g_signal_emit_by_name (window->welcome_notice, "dismissed");
  g_assert_true (g_settings_get_boolean (settings, "welcome-seen"));
  fixture_close (window);

  window = open_builtin ();
  g_assert_false (is_shown (window->welcome_notice));
  fixture_act (window, "win.welcome", NULL);
  g_assert_true (is_shown (window->welcome_notice));
  fixture_close (window);
}

static void
make_sample (const char *path)
{
  NtmSampleSpec spec = { .units = 40, .indicators = 1, .years = 4, .vertices = 20 };
  g_autoptr (GError) error = NULL;
  g_autoptr (NtmStore) store = ntm_store_create (path, &error);
  g_autoptr (NtmEdit) registers = ntm_sample_new_registers (&spec, &error);
  g_autoptr (NtmEdit) observations = ntm_sample_new_observations (&spec, 0, &error);

  g_assert_no_error (error);
  ntm_store_fill (store, registers, &error);
  g_assert_no_error (error);
  ntm_store_fill (store, observations, &error);
  g_assert_no_error (error);
}

/* Generated data say so, and the notice cannot be closed. */
static void
test_sample (Fixture      *self,
             gconstpointer data)
{
  g_autofree char *path = fixture_dup_path ("sample.ntm");
  NtmWindow *window;

  make_sample (path);
  window = fixture_open (path);
  g_assert_true (is_shown (window->sample_notice));
  fixture_save_picture (GTK_WIDGET (window), "frame-sample.png");
  fixture_close (window);
}

/* A row that cannot be read is told of and listed; the file opens all the same. */
static void
test_issues (Fixture      *self,
             gconstpointer data)
{
  g_autofree char *path = fixture_new_file ("issues.ntm");
  const char *argv[] = { "sqlite3", path, "PRAGMA foreign_keys=OFF; UPDATE task SET due='ngày mai' WHERE id=(SELECT id FROM task LIMIT 1);",
                         NULL };
  g_autoptr (GError) error = NULL;
  NtmWindow *window;
  int status = 0;

  if (!g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status, &error) || status != 0)
    {
      g_test_skip ("sqlite3 is not installed");
      return;
    }
  window = fixture_open (path);
  g_assert_cmpstr (fixture_get_page (window), ==, "content");
  g_assert_cmpuint (ntm_atlas_issues (ntm_desk_get_atlas (window->desk))->len, >, 0);
  g_assert_true (is_shown (window->issues_notice));
  fixture_save_picture (GTK_WIDGET (window), "frame-issues.png");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.issues", NULL));
  fixture_spin (200);
  fixture_close (window);
}

/* A copy holds what the file holds. */
static void
test_copy (Fixture      *self,
           gconstpointer data)
{
  g_autofree char *path = fixture_dup_path ("copy.ntm");
  g_autoptr (GError) error = NULL;
  NtmWindow *copy;

  fixture_act (self->window, "win.set-date", "2023-12-31");
  g_assert_true (ntm_store_backup (ntm_desk_get_store (self->window->desk), path, &error));
  g_assert_no_error (error);
  copy = fixture_open (path);
  g_assert_cmpint (ntm_desk_get_date (copy->desk), ==, ntm_date_new (2023, 12, 31));
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (copy), "undo"));
  fixture_close (copy);
}

/* Undo and redo as fast as keys repeat: one toast says what was done last, and the file is as it was. */
static void
test_hammering (Fixture      *self,
                gconstpointer data)
{
  NtmWindow *window = self->window;

  fixture_act (window, "win.set-date", "2023-12-31");
  for (guint i = 0; i < 200; i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (window), i % 2 == 0 ? "win.undo" : "win.redo", NULL);
      g_main_context_iteration (NULL, FALSE);
    }
  g_assert_cmpint (ntm_desk_get_date (window->desk), ==, ntm_date_new (2023, 12, 31));
  g_assert_nonnull (window->toast);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  /* In the words of the history, not the label of the journal. */
  g_assert_cmpstr (adw_toast_get_title (window->toast), ==,
                   ntm_lang_current () == NTM_LANG_VI ? "Đã hoàn tác: Đổi ngày tính đến" : "Undone: Reference date changed");
  g_assert_cmpstr (gtk_widget_get_tooltip_text (window->redo_button), ==,
                   ntm_lang_current () == NTM_LANG_VI ? "Làm lại: Đổi ngày tính đến (Ctrl+Shift+Z)"
                                                      : "Redo: Reference date changed (Ctrl+Shift+Z)");
  g_assert_null (adw_toast_get_action_name (window->toast));
  fixture_spin (1000);
  /* All before it have gone: no other waits for its turn. */
  adw_toast_dismiss (window->toast);
  fixture_spin (700);
  g_assert_null (window->toast);
  g_assert_cmpint (ntm_desk_get_date (window->desk), ==, ntm_date_new (2024, 2, 21));
}

/* A table pasted into a search by mistake: only what a search can mean stays, and the window goes on. */
static void
test_long_search (Fixture      *self,
                  gconstpointer data)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gint64 start = g_get_monotonic_time ();
  GtkEditable *search;

  ntm_unit_tree_start_search (self->window->tree);
  search = GTK_EDITABLE (gtk_window_get_focus (GTK_WINDOW (self->window)));
  for (guint i = 0; i < 25000; i++)
    g_string_append (text, "1\t2\n");
  gtk_editable_set_text (search, text->str);
  fixture_settle (self->window);
  g_assert_cmpuint (g_utf8_strlen (gtk_editable_get_text (search), -1), ==, 200);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 2 * G_USEC_PER_SEC);
}

int
main (int   argc,
      char *argv[])
{
  fixture_init (&argc, &argv);
#define add(name, function) g_test_add ("/app/frame/" name, Fixture, NULL, set_up, function, tear_down)
  add ("views", test_views);
  add ("narrow", test_narrow);
  add ("one-step", test_one_step);
  add ("large-text", test_large_text);
  add ("large-start", test_large_start);
  add ("huge-text", test_huge_text);
  add ("focus", test_focus);
  add ("panes-in-turn", test_panes_in_turn);
  add ("badge", test_badge);
  add ("all-tasks", test_all_tasks);
  add ("find", test_find);
  add ("find-at-date", test_find_at_date);
  add ("commands", test_commands);
  add ("finder", test_finder);
  add ("show", test_show);
  add ("chips", test_chips);
  add ("unit-tasks", test_unit_tasks);
  add ("unit-figures", test_unit_figures);
  add ("unit-targets", test_unit_targets);
  add ("unit-goals", test_unit_goals);
  add ("unit-lines", test_unit_lines);
  add ("unit-registers", test_unit_registers);
  add ("find-section", test_find_section);
  add ("long-register", test_long_register);
  add ("hidden-map", test_hidden_map);
  add ("no-notice", test_no_notice);
  add ("welcome", test_welcome);
  add ("sample", test_sample);
  add ("issues", test_issues);
  add ("copy", test_copy);
  add ("hammering", test_hammering);
  add ("long-search", test_long_search);
#undef add
  return fixture_run ();
}
