/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The commands that open another window: the forms, the slides of a meeting. */

#include "config.h"

#include "ntm-window-private.h"

#include "ntm-forms.h"
#include "ntm-meeting-window.h"

static void
saved_cb (NtmWindow  *self,
          const char *text)
{
  _ntm_window_toast (self, text, TRUE);
}

static void
follow (NtmWindow *self,
        NtmForm   *form)
{
  if (form != NULL)
    g_signal_connect_object (form, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
}

static void
add_title_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       self)
{
  follow (self, ntm_forms_add_title (self, NTM_WINDOW (self)->desk));
}

static void
revoke_title_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       self)
{
  follow (self, ntm_forms_revoke_title (self, NTM_WINDOW (self)->desk));
}

static void
edit_unit_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       self)
{
  follow (self, ntm_forms_edit_unit (self, NTM_WINDOW (self)->desk));
}

static void
edit_title_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       self)
{
  follow (self, ntm_forms_edit_title (self, NTM_WINDOW (self)->desk, g_variant_get_string (parameter, NULL)));
}

/* "" is the first of the file. */
static void
edit_indicator_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  NtmWindow *self = user_data;
  const char *code = g_variant_get_string (parameter, NULL);
  const GPtrArray *indicators = ntm_atlas_records (ntm_desk_get_atlas (self->desk), NTM_TABLE_INDICATOR);

  if (*code == '\0' && indicators->len > 0)
    code = ((const NtmIndicator *) g_ptr_array_index (indicators, 0))->code;
  if (*code != '\0')
    follow (self, ntm_forms_edit_indicator (user_data, self->desk, code));
}

static void
present_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       self)
{
  ntm_meeting_window_present (self, NTM_WINDOW (self)->desk);
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
  NtmMeetingWindow *meeting = ntm_meeting_window_present (user_data, self->desk);

  for (guint i = 0; i < G_N_ELEMENTS (slides) && meeting != NULL; i++)
    if (g_strcmp0 (view, slides[i].view) == 0)
      ntm_meeting_window_show_kind (meeting, slides[i].kind);
}

void
_ntm_window_init_forms (NtmWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "add-title", .activate = add_title_cb },
    { .name = "revoke-title", .activate = revoke_title_cb },
    { .name = "edit-title", .activate = edit_title_cb, .parameter_type = "s" },
    { .name = "edit-unit", .activate = edit_unit_cb },
    { .name = "edit-indicator", .activate = edit_indicator_cb, .parameter_type = "s" },
    { .name = "present", .activate = present_cb },
    { .name = "present-here", .activate = present_here_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
