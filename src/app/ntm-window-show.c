/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Leading to a thing: commands that bring a unit, an indicator or a task before the eyes, and what prints it. */

#include "config.h"

#include "ntm-window-private.h"

#include <glib/gi18n.h>

#include "ntm-dialogs.h"
#include "ntm-preview.h"

static gboolean
shows (NtmWindow  *self,
       const char *view)
{
  return g_strcmp0 (adw_view_stack_get_visible_child_name (self->views), view) == 0;
}

static void
show_view (NtmWindow  *self,
           const char *view)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-view", "s", view);
}

/* Tasks are listed for all units, so a unit is shown on the map; the other views follow the selection. */
static void
show_unit_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  NtmWindow *self = user_data;

  if (shows (self, "tasks"))
    show_view (self, "map");
  ntm_desk_select (self->desk, g_variant_get_string (parameter, NULL));
  _ntm_window_focus_view (self);
}

/* Whether a unit of the level of the map has a figure by its day; else the map would be nothing but a hatch. */
static gboolean
is_on_map (NtmWindow  *self,
           const char *code)
{
  NtmAtlas *atlas = ntm_desk_get_atlas (self->desk);
  const NtmSeries *series = atlas == NULL ? NULL : ntm_atlas_series (atlas, code, NULL);

  for (guint i = 0; series != NULL && i < series->all->len; i++)
    {
      const NtmObservation *observation = g_ptr_array_index (series->all, i);
      const NtmUnit *unit = ntm_atlas_find_unit (atlas, observation->unit);

      if (unit != NULL && unit->level == ntm_map_page_get_level (self->map_page)
          && ntm_period_last_day (&observation->period) <= ntm_map_page_get_date (self->map_page))
        return TRUE;
    }
  return FALSE;
}

static void
show_indicator_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  NtmWindow *self = user_data;
  const char *code = g_variant_get_string (parameter, NULL);

  if (shows (self, "map") && is_on_map (self, code))
    {
      ntm_map_page_set_theme (self->map_page, code);
      ntm_map_page_focus (self->map_page);
      return;
    }
  show_view (self, "table");
  ntm_sheet_page_show_indicator (self->sheet_page, code);
  _ntm_window_focus_view (self);
}

static void
show_task_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  NtmWindow *self = user_data;

  show_view (self, "tasks");
  ntm_tasks_page_select (self->tasks_page, g_variant_get_string (parameter, NULL));
}

/* "2 42-0": a section of the inspector and the unit it is about. */
static void
show_section_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  NtmWindow *self = user_data;
  char *unit = NULL;
  guint64 section = g_ascii_strtoull (g_variant_get_string (parameter, NULL), &unit, 10);

  if (section >= NTM_UNIT_N_SECTIONS || *unit != ' ')
    return;
  ntm_desk_select (self->desk, unit + 1);
  _ntm_window_show_pane (self, NTM_PANE_INSPECTOR, TRUE);
  ntm_inspector_show_section (self->inspector, (NtmUnitSection) section);
}

static void
show_unit_tasks_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  NtmWindow *self = user_data;

  show_view (self, "tasks");
  ntm_tasks_page_show_unit (self->tasks_page, g_variant_get_string (parameter, NULL));
}

static void
find_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  gtk_menu_button_popup (NTM_WINDOW (user_data)->find_button);
}

/* --- printing ---------------------------------------------------------------------------------- */

static NtmFigure *
new_sheet_figure (NtmWindow *self)
{
  g_autoptr (NtmTableSpec) table = ntm_sheet_new_table (ntm_sheet_page_get_sheet (self->sheet_page));

  return ntm_figure_new_for_table (table);
}

/*
 * What is in front: the map as it is shown, the figures as they are unfolded, the chart that is selected, the tasks;
 * the titles where the map has nothing to show.
 */
static NtmFigure *
new_figure (NtmWindow *self,
            GError   **error)
{
  NtmViewContext context = ntm_desk_get_context (self->desk);
  NtmTitlesQuestion titles = { 0 };
  NtmMapSpec *spec = ntm_map_page_get_spec (self->map_page);

  if (shows (self, "charts"))
    {
      NtmFigure *figure = ntm_charts_page_get_figure (self->charts_page);

      return figure == NULL ? NULL : ntm_figure_ref (figure);
    }
  if (shows (self, "table"))
    return new_sheet_figure (self);
  if (shows (self, "tasks"))
    return ntm_tasks_page_new_listed (self->tasks_page);
  if (shows (self, "map") && spec != NULL)
    return ntm_figure_new_for_map (spec);
  return ntm_figure_new_titles (&context, &titles, error);
}

static void
print_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  NtmWindow *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (NtmFigure) figure = new_figure (self, &error);

  if (error != NULL)
    ntm_dialogs_error (user_data, error);
  else if (figure == NULL)
    _ntm_window_toast (self, _("There is no chart to print"), FALSE);
  else
    gtk_window_present (GTK_WINDOW (ntm_preview_new (user_data, figure, self->desk)));
}

void
_ntm_window_init_show (NtmWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "show-unit", .activate = show_unit_cb, .parameter_type = "s" },
    { .name = "show-indicator", .activate = show_indicator_cb, .parameter_type = "s" },
    { .name = "show-task", .activate = show_task_cb, .parameter_type = "s" },
    { .name = "show-unit-tasks", .activate = show_unit_tasks_cb, .parameter_type = "s" },
    { .name = "show-section", .activate = show_section_cb, .parameter_type = "s" },
    { .name = "find", .activate = find_cb },
    { .name = "print", .activate = print_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
