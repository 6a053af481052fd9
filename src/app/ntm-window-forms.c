/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The commands that open another window: the forms, the history, the slides of a meeting. */

#include "config.h"

#include "ntm-window-private.h"

#include "ntm-forms.h"
#include "ntm-history-window.h"
#include "ntm-meeting-window.h"

static void
saved_cb (NtmWindow  *self,
          const char *text)
{
  _ntm_window_toast (self, text, TRUE);
}

/* Each form begins with what is selected, or with what the parameter names. */
static const struct
{
  const char *action;
  NtmForm *(*open) (GtkWindow *, NtmDesk *);
  NtmForm *(*open_of) (GtkWindow *, NtmDesk *, const char *);
} forms[] = {
  { "add-title", ntm_forms_add_title, NULL },
  { "revoke-title", ntm_forms_revoke_title, NULL },
  { "edit-title", NULL, ntm_forms_edit_title },
  { "edit-unit", ntm_forms_edit_unit, NULL },
  { "edit-indicator", NULL, ntm_forms_edit_indicator },
};

static void
form_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  NtmWindow *self = user_data;
  GtkWindow *window = user_data;
  NtmForm *form;
  guint i = 0;

  while (!g_str_equal (forms[i].action, g_action_get_name (G_ACTION (action))))
    i++;
  if (forms[i].open != NULL)
    form = forms[i].open (window, self->desk);
  else
    form = forms[i].open_of (window, self->desk, g_variant_get_string (parameter, NULL));
  if (form != NULL)
    g_signal_connect_object (form, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
}

static void
history_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       self)
{
  ntm_history_window_show (self, NTM_WINDOW (self)->desk, NULL, NULL);
}

/* Of a unit, an indicator, or the figures of one in the other; "" is any. */
static void
history_of_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       self)
{
  const char *unit, *indicator;

  g_variant_get (parameter, "(&s&s)", &unit, &indicator);
  ntm_history_window_show (self, NTM_WINDOW (self)->desk, *unit == '\0' ? NULL : unit, *indicator == '\0' ? NULL : indicator);
}

/* The slides cover the map, whose years would go on behind them. */
static NtmMeetingWindow *
present (NtmWindow *self)
{
  ntm_map_page_stop_playing (self->map_page);
  return ntm_meeting_window_present (GTK_WINDOW (self), self->desk);
}

static void
present_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       self)
{
  present (self);
}

/* From the slide that shows what is in front now; the table of figures has none, there it is the titles. */
static void
present_here_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  static const struct { const char *view; NtmFigureKind kind; } slides[] = {
    { "table", NTM_FIGURE_TABLE }, { "charts", NTM_FIGURE_TREND }, { "tasks", NTM_FIGURE_TASKS },
  };
  NtmWindow *self = user_data;
  const char *view = adw_view_stack_get_visible_child_name (self->views);
  NtmMeetingWindow *meeting = present (self);

  for (guint i = 0; i < G_N_ELEMENTS (slides) && meeting != NULL; i++)
    if (g_strcmp0 (view, slides[i].view) == 0)
      ntm_meeting_window_show_kind (meeting, slides[i].kind);
}

void
_ntm_window_init_forms (NtmWindow *self)
{
  static const GActionEntry others[] = {
    { .name = "history", .activate = history_cb },
    { .name = "history-of", .activate = history_of_cb, .parameter_type = "(ss)" },
    { .name = "present", .activate = present_cb },
    { .name = "present-here", .activate = present_here_cb },
  };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      GActionEntry entry = { .name = forms[i].action, .activate = form_cb };

      entry.parameter_type = forms[i].open_of == NULL ? NULL : "s";
      g_action_map_add_action_entries (G_ACTION_MAP (self), &entry, 1, self);
    }
  g_action_map_add_action_entries (G_ACTION_MAP (self), others, G_N_ELEMENTS (others), self);
}
