/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window shows, against the model: list, inspector, legend, date, filter, search, style. */

#include "config.h"

#include "fixture.h"

#include <string.h>

#include "ntm-unit-item.h"
#include "ntm-inspector-private.h"
#include "ntm-view-words.h"

typedef struct
{
  NtmWindow *window;
} Fixture;

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  g_autofree char *path = fixture_new_file ("window.ntm");

  self->window = fixture_open (path);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  fixture_close (self->window);
}

static guint
count_rows (NtmWindow *window)
{
  return g_list_model_get_n_items (ntm_unit_tree_get_rows (window->tree));
}

static NtmUnitItem *
get_row (NtmWindow *window,
         guint      i)
{
  g_autoptr (GtkTreeListRow) row = g_list_model_get_item (ntm_unit_tree_get_rows (window->tree), i);

  return gtk_tree_list_row_get_item (row);
}

static void
assert_rows (NtmWindow          *window,
             const char * const *names)
{
  g_autoptr (GString) found = g_string_new (NULL);
  g_autofree char *wanted = g_strjoinv ("\n", (char **) names);

  for (guint i = 0; i < count_rows (window); i++)
    {
      g_autoptr (NtmUnitItem) item = get_row (window, i);
      const NtmUnit *unit = ntm_atlas_find_unit (ntm_desk_get_atlas (window->desk), ntm_unit_item_get_id (item));
      const NtmUnitState *state = ntm_unit_state_at (unit, ntm_desk_get_date (window->desk));

      g_string_append_printf (found, "%s%s", i == 0 ? "" : "\n", state->name);
    }
  g_assert_cmpstr (found->str, ==, wanted);
}

/* The thirteen of 2024 below the province, cities and towns first, then in Vietnamese order. */
static void
test_tree (Fixture      *self,
           gconstpointer data)
{
  static const char * const names[] = {
    "Tỉnh Hà Tĩnh", "Thành phố Hà Tĩnh", "Thị xã Hồng Lĩnh", "Thị xã Kỳ Anh", "Huyện Can Lộc", "Huyện Cẩm Xuyên",
    "Huyện Đức Thọ", "Huyện Hương Khê", "Huyện Hương Sơn", "Huyện Kỳ Anh", "Huyện Lộc Hà", "Huyện Nghi Xuân",
    "Huyện Thạch Hà", "Huyện Vũ Quang", NULL };

  assert_rows (self->window, names);
  fixture_save_picture (GTK_WIDGET (self->window), "window-tree.png");
}

/* The order must hold for every level; ends of the alphabet are where a wrong collation shows. */
static void
test_tree_communes (Fixture      *self,
                    gconstpointer data)
{
  g_autoptr (GtkTreeListRow) row = g_list_model_get_item (ntm_unit_tree_get_rows (self->window->tree), 7);
  g_autoptr (GListModel) communes = NULL;

  gtk_tree_list_row_set_expanded (row, TRUE);
  communes = g_object_ref (gtk_tree_list_row_get_children (row));
  g_assert_cmpuint (count_rows (self->window), ==, 14 + 21);
  g_assert_cmpuint (g_list_model_get_n_items (communes), ==, 21);
  for (guint i = 1; i < 21; i++)
    {
      g_autoptr (NtmUnitItem) before = g_list_model_get_item (communes, i - 1);
      g_autoptr (NtmUnitItem) after = g_list_model_get_item (communes, i);
      g_assert_cmpint (ntm_unit_item_compare (before, after), <=, 0);
    }
  /* It stays open when everything is listed anew. */
  fixture_act (self->window, "win.set-date", "2023-12-31");
  g_assert_cmpuint (count_rows (self->window), ==, 14 + 21);
}

static void
test_select (Fixture      *self,
             gconstpointer data)
{
  NtmWindow *window = self->window;
  const NtmUnit *unit = ntm_atlas_find_unit (ntm_desk_get_atlas (window->desk), "444-0");
  NtmViewContext context = ntm_desk_get_context (window->desk);
  g_autofree char *name = ntm_view_unit_name (&context, unit);
  NtmStanding standing = ntm_desk_get_standing (window->desk, unit);
  g_autofree char *province = g_strdup (ntm_inspector_get_name (window->inspector));

  fixture_act (window, "win.select", "444-0");
  g_assert_cmpstr (ntm_inspector_get_name (window->inspector), ==, name);
  g_assert_cmpstr (ntm_inspector_get_name (window->inspector), !=, province);
  g_assert_cmpstr (ntm_inspector_get_status (window->inspector), ==, ntm_view_status_name (standing.status));
  g_assert_cmpuint (ntm_inspector_get_n_figures (window->inspector), >, 0);
  g_assert_cmpuint (count_rows (window), ==, 14);
  fixture_save_picture (GTK_WIDGET (window), "window-select.png");

  fixture_act (window, "win.clear", NULL);
  g_assert_cmpstr (ntm_inspector_get_name (window->inspector), ==, province);
}

/* The province has more figures than the inspector tells: the row that says so leads to the rest. */
static void
test_more_figures (Fixture      *self,
                   gconstpointer data)
{
  NtmInspector *inspector = self->window->inspector;
  guint n = ntm_inspector_get_n_figures (inspector);
  GtkListBoxRow *last = gtk_list_box_get_row_at_index (inspector->figures, (int) n - 1);

  g_assert_cmpuint (n, ==, 13);
  g_assert_cmpstr (adw_view_stack_get_visible_child_name (self->window->views), ==, "map");
  gtk_widget_activate (GTK_WIDGET (last));
  g_assert_cmpstr (adw_view_stack_get_visible_child_name (self->window->views), ==, "table");

  fixture_act (self->window, "win.show-view", "map");
  fixture_act (self->window, "win.select", "444-0");
  g_assert_cmpuint (ntm_inspector_get_n_figures (inspector), <, 12);
}

static void
test_decision (Fixture      *self,
               gconstpointer data)
{
  static const struct { const char *unit, *holds; } cases[] = {
    { "442-0", "1709/QĐ-TTg" },
    { "440-0", "994/QĐ-TTg" },
    { "439-0", "525/QĐ-TTg" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      fixture_act (self->window, "win.select", cases[i].unit);
      g_assert_nonnull (strstr (ntm_inspector_get_decision (self->window->inspector), cases[i].holds));
    }
}

/* Counted here once more, unit by unit. */
static void
assert_legend (NtmWindow *window)
{
  NtmLegendCard *legend = ntm_map_page_get_legend (window->map_page);
  NtmAtlas *atlas = ntm_desk_get_atlas (window->desk);
  NtmDate at = ntm_desk_get_date (window->desk);
  g_autoptr (GPtrArray) units = ntm_atlas_units_at (atlas, NTM_LEVEL_DISTRICT, at);
  guint counts[NTM_N_STATUSES] = { 0 }, sum = 0;

  for (guint i = 0; i < units->len; i++)
    counts[ntm_atlas_standing (atlas, g_ptr_array_index (units, i), at, ntm_desk_get_basis (window->desk)).status]++;
  for (NtmStatus status = 0; status < NTM_N_STATUSES; status++)
    {
      const char *shown = ntm_legend_card_get_count (legend, (NtmMark) status);

      g_assert_cmpuint (shown == NULL ? 0 : g_ascii_strtoull (shown, NULL, 10), ==, counts[status]);
      sum += counts[status];
    }
  g_assert_cmpuint (sum, ==, 13);
}

/*
 * At the end of 2023: by the day of signing Nghi Xuân, Can Lộc, Đức Thọ, Cẩm Xuyên, Hương Sơn, and to be
 * checked Thạch Hà and Vũ Quang; by the year of the award also Lộc Hà and Kỳ Anh.
 */
static void
test_legend (Fixture      *self,
             gconstpointer data)
{
  NtmLegendCard *legend = ntm_map_page_get_legend (self->window->map_page);

  assert_legend (self->window);
  fixture_act (self->window, "win.set-date", "2023-12-31");
  assert_legend (self->window);
  g_assert_cmpstr (ntm_legend_card_get_count (legend, NTM_MARK_STANDARD), ==, "7");
  fixture_act (self->window, "win.basis", "year");
  assert_legend (self->window);
  g_assert_cmpstr (ntm_legend_card_get_count (legend, NTM_MARK_STANDARD), ==, "9");
  fixture_act (self->window, "win.basis", "signed");
  g_assert_cmpstr (ntm_legend_card_get_count (legend, NTM_MARK_STANDARD), ==, "7");
}

static void
test_date_and_undo (Fixture      *self,
                    gconstpointer data)
{
  NtmWindow *window = self->window;
  NtmDate before = ntm_desk_get_date (window->desk);
  GActionGroup *actions = G_ACTION_GROUP (window);

  g_assert_false (g_action_group_get_action_enabled (actions, "undo"));
  g_assert_false (g_action_group_get_action_enabled (actions, "redo"));
  fixture_act (window, "win.set-date", "2023-12-31");
  g_assert_cmpint (ntm_desk_get_date (window->desk), ==, ntm_date_new (2023, 12, 31));
  g_assert_true (g_action_group_get_action_enabled (actions, "undo"));
  fixture_act (window, "win.undo", NULL);
  g_assert_cmpint (ntm_desk_get_date (window->desk), ==, before);
  g_assert_true (g_action_group_get_action_enabled (actions, "redo"));
  g_assert_false (g_action_group_get_action_enabled (actions, "undo"));
  fixture_act (window, "win.redo", NULL);
  g_assert_cmpint (ntm_desk_get_date (window->desk), ==, ntm_date_new (2023, 12, 31));
}

/* Undo is there after a restart. */
static void
test_undo_after_restart (Fixture      *self,
                         gconstpointer data)
{
  g_autofree char *path = fixture_new_file ("restart.ntm");
  NtmWindow *window = fixture_open (path);
  NtmDate before = ntm_desk_get_date (window->desk);

  fixture_act (window, "win.set-date", "2019-12-31");
  fixture_close (window);
  window = fixture_open (path);
  g_assert_cmpint (ntm_desk_get_date (window->desk), ==, ntm_date_new (2019, 12, 31));
  fixture_act (window, "win.undo", NULL);
  g_assert_cmpint (ntm_desk_get_date (window->desk), ==, before);
  fixture_close (window);
}

static GtkWidget *
find_toggle (GtkWidget *widget,
             guint     *skip)
{
  if (GTK_IS_TOGGLE_BUTTON (widget) && (*skip)-- == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_toggle (child, skip);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
test_filter (Fixture      *self,
             gconstpointer data)
{
  NtmDesk *desk = self->window->desk;
  NtmLegendCard *legend = ntm_map_page_get_legend (self->window->map_page);
  guint first = 0, second = 1;
  GtkWidget *not_yet = find_toggle (GTK_WIDGET (legend), &first);
  GtkWidget *standard = find_toggle (GTK_WIDGET (legend), &second);

  g_signal_emit_by_name (not_yet, "clicked");
  g_assert_cmpuint (ntm_desk_get_filter (desk), ==, 1u << NTM_STATUS_NOT_YET);
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (not_yet), GTK_ACCESSIBLE_STATE_PRESSED, GTK_ACCESSIBLE_TRISTATE_TRUE);
  g_signal_emit_by_name (standard, "clicked");
  g_assert_cmpuint (ntm_desk_get_filter (desk), ==, 1u << NTM_STATUS_STANDARD);
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (not_yet), GTK_ACCESSIBLE_STATE_PRESSED, GTK_ACCESSIBLE_TRISTATE_FALSE);
  ntm_legend_card_click (legend, NTM_MARK_NOT_YET, TRUE);
  g_assert_cmpuint (ntm_desk_get_filter (desk), ==, 1u << NTM_STATUS_STANDARD | 1u << NTM_STATUS_NOT_YET);
  ntm_legend_card_click (legend, NTM_MARK_STANDARD, TRUE);
  g_signal_emit_by_name (not_yet, "clicked");
  g_assert_cmpuint (ntm_desk_get_filter (desk), ==, 0);

  /* Escape takes back first the selection, then the filter. */
  ntm_desk_set_filter (desk, 1);
  ntm_desk_select (desk, "444-0");
  fixture_act (self->window, "win.clear", NULL);
  g_assert_null (ntm_desk_get_selected (desk));
  g_assert_cmpuint (ntm_desk_get_filter (desk), ==, 1);
  fixture_act (self->window, "win.clear", NULL);
  g_assert_cmpuint (ntm_desk_get_filter (desk), ==, 0);
}

static void
test_search (Fixture      *self,
             gconstpointer data)
{
  static const char * const ky_anh[] = { "Thị xã Kỳ Anh", "Huyện Kỳ Anh", NULL };
  static const char * const one[] = { "Huyện Đức Thọ", "Thị trấn Đức Thọ", NULL };
  static const char * const by_code[] = { "Huyện Hương Khê", NULL };
  NtmUnitTree *tree = self->window->tree;

  ntm_unit_tree_search (tree, "ky anh");
  assert_rows (self->window, ky_anh);
  ntm_unit_tree_search (tree, "  KỲ ANH ");
  assert_rows (self->window, ky_anh);
  ntm_unit_tree_search (tree, "duc tho");
  assert_rows (self->window, one);
  ntm_unit_tree_search (tree, "444");
  assert_rows (self->window, by_code);
  ntm_unit_tree_search (tree, "khong co don vi nay");
  g_assert_cmpuint (count_rows (self->window), ==, 0);
  ntm_unit_tree_search (tree, "");
  g_assert_cmpuint (count_rows (self->window), ==, 14);
}

static GtkWidget *
find_list (GtkWidget *widget)
{
  if (GTK_IS_LIST_VIEW (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_list (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* What is found comes in as it is scrolled to: not at once, but all of it. */
static void
test_search_many (Fixture      *self,
                  gconstpointer data)
{
  NtmUnitTree *tree = self->window->tree;
  GtkWidget *list = find_list (GTK_WIDGET (tree));
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list));
  g_autoptr (GListModel) found = ntm_unit_items_new_found (self->window->desk, "a");
  guint n = g_list_model_get_n_items (found);

  ntm_unit_tree_search (tree, "a");
  fixture_spin (200);
  g_assert_cmpuint (n, >, 100);
  g_assert_cmpuint (count_rows (self->window), <, 70);
  for (int i = 0; i < 100 && count_rows (self->window) < n; i++)
    {
      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
      fixture_spin (40);
    }
  g_assert_cmpuint (count_rows (self->window), ==, n);
}

/* The views nobody has asked for yet are made in the idle time, with their charts and rows, and follow the file. */
static void
test_prepared (Fixture      *self,
               gconstpointer data)
{
  NtmWindow *window = self->window;
  gint64 end = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;

  g_assert_null (window->charts_page);
  while (window->prepare_id != 0)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      fixture_spin (20);
    }
  g_assert_nonnull (window->sheet_page);
  g_assert_nonnull (window->tasks_page);
  g_assert_cmpuint (ntm_charts_page_get_n_cards (window->charts_page), >, 1);
  g_assert_cmpstr (adw_view_stack_get_visible_child_name (window->views), ==, "map");
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (window->charts_page)));
}

/* The style sheet fades from one style to the other, so the colour may come a few frames later. */
static void
assert_sea (Fixture *self,
            guint32  wanted)
{
  GtkWidget *map = ntm_map_page_get_map (self->window->map_page);
  int x = gtk_widget_get_width (map) - 80, y = gtk_widget_get_height (map) / 2;
  guint32 found = 0;

  for (int i = 0; i < 100 && (found = fixture_get_pixel (map, x, y)) != wanted; i++)
    fixture_spin (50);
  g_assert_cmphex (found, ==, wanted);
}

static void
test_style (Fixture      *self,
            gconstpointer data)
{
  GAction *style = g_action_map_lookup_action (G_ACTION_MAP (fixture_get_app ()), "style");

  g_action_activate (style, g_variant_new_string ("light"));
  assert_sea (self, 0xeef3f6);
  g_action_activate (style, g_variant_new_string ("dark"));
  g_assert_true (adw_style_manager_get_dark (adw_style_manager_get_default ()));
  assert_sea (self, 0x20262b);
  fixture_settle (self->window);
  fixture_save_picture (GTK_WIDGET (self->window), "window-dark.png");
  g_action_activate (style, g_variant_new_string ("light"));
  assert_sea (self, 0xeef3f6);
}

static void
test_panes (Fixture      *self,
            gconstpointer data)
{
  NtmWindow *window = self->window;

  fixture_act (window, "win.show-sidebar", NULL);
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (window->tree)));
  fixture_act (window, "win.show-inspector", NULL);
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (window->inspector)));
  /* Searching needs the list. */
  fixture_act (window, "win.search", NULL);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (window->tree)));
  fixture_act (window, "win.show-inspector", NULL);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (window->inspector)));
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window->inspector)), ==, 352);
}

static void
test_accessible (Fixture      *self,
                 gconstpointer data)
{
  NtmWindow *window = self->window;
  GtkAccessible *map = GTK_ACCESSIBLE (ntm_map_page_get_map (window->map_page));

  gtk_test_accessible_assert_role (map, GTK_ACCESSIBLE_ROLE_IMG);
  g_assert_true (gtk_test_accessible_has_property (map, GTK_ACCESSIBLE_PROPERTY_LABEL));
  g_assert_true (gtk_test_accessible_has_property (map, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION));
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (window->inspector), GTK_ACCESSIBLE_ROLE_GROUP);
  g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (window->undo_button), GTK_ACCESSIBLE_PROPERTY_LABEL));
}

/* Every key of the program belongs to an action that exists. */
static void
test_accels (Fixture      *self,
             gconstpointer data)
{
  GtkApplication *app = GTK_APPLICATION (fixture_get_app ());
  g_auto (GStrv) described = gtk_application_list_action_descriptions (app);

  g_assert_cmpuint (g_strv_length (described), >=, 10);
  for (guint i = 0; described[i] != NULL; i++)
    {
      g_autofree char *name = NULL;
      g_autoptr (GVariant) target = NULL;

      g_assert_true (g_action_parse_detailed_name (described[i], &name, &target, NULL));

      if (g_str_has_prefix (name, "app."))
        g_assert_true (g_action_group_has_action (G_ACTION_GROUP (app), name + 4));
      else if (g_str_has_prefix (name, "win."))
        g_assert_true (g_action_group_has_action (G_ACTION_GROUP (self->window), name + 4));
      else
        g_assert_cmpstr (name, ==, "window.close");
    }
}

static void
assert_menu (GMenuModel *menu,
             NtmWindow  *window)
{
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autofree char *action = NULL;
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);
      g_autoptr (GMenuModel) submenu = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SUBMENU);

      if (section != NULL)
        assert_menu (section, window);
      if (submenu != NULL)
        assert_menu (submenu, window);
      if (!g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_ACTION, "s", &action))
        continue;
      if (g_str_has_prefix (action, "app."))
        g_assert_true (g_action_group_has_action (G_ACTION_GROUP (fixture_get_app ()), action + 4));
      else
        g_assert_true (g_action_group_has_action (G_ACTION_GROUP (window), action + 4));
    }
}

/* Nor is there a menu item that does nothing. */
static void
test_menu (Fixture      *self,
           gconstpointer data)
{
  assert_menu (gtk_menu_button_get_menu_model (self->window->menu_button), self->window);
}

static void
test_dialogs (Fixture      *self,
              gconstpointer data)
{
  GActionGroup *actions = G_ACTION_GROUP (fixture_get_app ());
  static const char * const names[] = { "about", "shortcuts" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GtkWidget *dialog = NULL;
      GListModel *windows = gtk_window_get_toplevels ();
      guint before = g_list_model_get_n_items (windows);

      g_action_group_activate_action (actions, names[i], NULL);
      fixture_spin (300);
      g_assert_cmpuint (g_list_model_get_n_items (windows), ==, before + 1);
      for (guint k = 0; k < g_list_model_get_n_items (windows); k++)
        {
          g_autoptr (GtkWindow) window = g_list_model_get_item (windows, k);
          if (gtk_window_get_transient_for (window) == GTK_WINDOW (self->window))
            dialog = GTK_WIDGET (window);
        }
      g_assert_nonnull (dialog);
      g_assert_true (gtk_widget_get_mapped (dialog));
      fixture_save_picture (dialog, names[i] == names[0] ? "dialog-about.png" : "dialog-shortcuts.png");
      gtk_window_destroy (GTK_WINDOW (dialog));
      fixture_spin (50);
    }
}

int
main (int   argc,
      char *argv[])
{
  fixture_init (&argc, &argv);
#define ADD(path, function) g_test_add ("/app/window/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("tree", test_tree);
  ADD ("tree-communes", test_tree_communes);
  ADD ("select", test_select);
  ADD ("more-figures", test_more_figures);
  ADD ("decision", test_decision);
  ADD ("legend", test_legend);
  ADD ("date-and-undo", test_date_and_undo);
  ADD ("undo-after-restart", test_undo_after_restart);
  ADD ("filter", test_filter);
  ADD ("search", test_search);
  ADD ("search-many", test_search_many);
  ADD ("prepared", test_prepared);
  ADD ("style", test_style);
  ADD ("panes", test_panes);
  ADD ("accessible", test_accessible);
  ADD ("accels", test_accels);
  ADD ("menu", test_menu);
  ADD ("dialogs", test_dialogs);
#undef ADD
  return fixture_run ();
}
