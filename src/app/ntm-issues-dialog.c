/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rows of a file that could not be used, each with what is wrong and what to do. */

#include "config.h"

#include "ntm-issues-dialog.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "ntm-change-view.h"
#include "ntm-dialogs.h"
#include "ntm-issue.h"

#define MAX_SHOWN 500

static GtkWidget *
new_label (const char *text,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static const char *
text_of (const char *text)
{
  return text == NULL ? "" : text;
}

static GtkWidget *
new_row (const NtmViewContext *context,
         const NtmIssue       *issue)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *place = ntm_change_dup_place (context, text_of (issue->file), text_of (issue->value),
                                                 text_of (issue->column));
  g_autofree char *valid = g_utf8_make_valid (place, -1);

  gtk_box_append (GTK_BOX (box), new_label (valid, "heading"));
  gtk_box_append (GTK_BOX (box), new_label (issue->problem, NULL));
  if (issue->advice != NULL && *issue->advice != '\0')
    gtk_box_append (GTK_BOX (box), new_label (issue->advice, "dim-label"));
  gtk_widget_add_css_class (box, "ntm-figure");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, valid,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, issue->problem, -1);
  return row;
}

static GtkWidget *
new_list (const NtmViewContext *context,
          const GPtrArray      *issues)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_set_valign (list, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Damaged rows"), -1);
  for (guint i = 0; i < MIN (issues->len, MAX_SHOWN); i++)
    gtk_list_box_append (GTK_LIST_BOX (list), new_row (context, g_ptr_array_index (issues, i)));
  return list;
}

static GtkWidget *
new_content (const NtmViewContext *context,
             const GPtrArray      *issues)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  g_autofree char *more = NULL;

  gtk_box_append (GTK_BOX (box), new_label (_("These rows are in the file but are not used in any view. Nothing was removed: "
                                              "the office may mend them in the source and import them again."), NULL));
  gtk_box_append (GTK_BOX (box), new_list (context, issues));
  if (issues->len > MAX_SHOWN)
    {
      more = g_strdup_printf (_("And %u more. The command “ntm check” lists them all."), issues->len - MAX_SHOWN);
      gtk_box_append (GTK_BOX (box), new_label (more, "dim-label"));
    }
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 18);
  gtk_widget_set_margin_start (box, 18);
  gtk_widget_set_margin_end (box, 18);
  return box;
}

/**
 * ntm_issues_dialog_show:
 * @parent: the window with the file
 * @desk: what it works on, with a file
 *
 * Lists what is wrong in the file in a window of their own.
 *
 * Returns: (transfer none): the window
 */
GtkWindow *
ntm_issues_dialog_show (GtkWindow *parent,
                        NtmDesk   *desk)
{
  NtmViewContext context = ntm_desk_get_context (desk);
  const GPtrArray *issues = ntm_atlas_issues (ntm_desk_get_atlas (desk));
  GtkWindow *window = g_object_new (ADW_TYPE_WINDOW, "modal", TRUE, "default-width", 640, "default-height", 520,
                                    "title", _("Damaged Rows"), NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

  ntm_dialogs_attach (window, parent);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), new_content (&context, issues));
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), scroller);
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0), gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (GTK_WIDGET (window), keys);
  /* Not in the first text, which would be selected as a whole. */
  gtk_window_set_focus (window, scroller);
  gtk_window_present (window);
  return window;
}
