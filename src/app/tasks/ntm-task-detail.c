/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The pane beside the list. It shows what the facts say and does nothing itself: buttons are actions of the
 * page, except that papers open in the browser and the unit is selected on the desk.
 */

#include "config.h"

#include "ntm-task-detail.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "ntm-look.h"
#include "ntm-task-chip.h"
#include "ntm-task-facts.h"

#define DOT_COLUMN 22
#define WHEN_CHARS 10

struct _NtmTaskDetail
{
  GtkWidget parent_instance;

  NtmDesk *desk;

  GtkLabel    *origin;
  GtkLabel    *heading;
  NtmTaskChip *state;
  NtmTaskChip *due;
  GtkLabel    *paragraph;
  GtkLabel    *paragraph_note;
  GtkLabel    *note;
  GtkWidget   *events;
  GtkWidget   *related_heading;
  GtkListBox  *related;
  GtkWidget   *papers_heading;
  GtkListBox  *papers;
  GtkWidget   *report_button;
  GtkWidget   *edit_button;
  GtkWidget   *close_button;
  GtkWidget   *reopen_button;
  GtkLabel    *read_only;
};

G_DEFINE_FINAL_TYPE (NtmTaskDetail, ntm_task_detail, GTK_TYPE_WIDGET)

static void
set_text (GtkLabel   *label,
          const char *text)
{
  gtk_label_set_text (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
}

static void
clear_box (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

static void
clear_list (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

/* --- what happened ----------------------------------------------------------------------------- */

/* A dot of the tone, a ring where nothing has happened yet, on a line that goes on to the next. */
static void
draw_dot_cb (GtkDrawingArea *area,
             cairo_t        *cr,
             int             width,
             int             height,
             gpointer        user_data)
{
  static const NtmRole inks[] = { NTM_ROLE_NEUTRAL, NTM_ROLE_INFO, NTM_ROLE_SUCCESS, NTM_ROLE_WARNING, NTM_ROLE_ERROR };
  const NtmTaskEvent *event = user_data;
  NtmPalette *palette = ntm_look_get_palette ();

  ntm_color_set (ntm_palette_get_color (palette, NTM_ROLE_RULE), cr);
  cairo_rectangle (cr, 6.5, 0, 1.5, height);
  cairo_fill (cr);
  cairo_arc (cr, 7.25, 11, 4.5, 0, 2 * G_PI);
  if (event->is_open)
    {
      ntm_color_set (ntm_palette_get_color (palette, NTM_ROLE_PAGE), cr);
      cairo_fill_preserve (cr);
      cairo_set_line_width (cr, 2);
      ntm_color_set (ntm_palette_get_color (palette, NTM_ROLE_SECONDARY), cr);
      cairo_stroke (cr);
      return;
    }
  ntm_color_set (ntm_palette_get_color (palette, inks[event->tone]), cr);
  cairo_fill (cr);
}

static GtkWidget *
new_dot (const NtmTaskEvent *event)
{
  GtkWidget *area = gtk_drawing_area_new ();
  NtmTaskEvent *look = g_memdup2 (event, sizeof *event);

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (area), DOT_COLUMN);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (area), 22);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_dot_cb, look, g_free);
  ntm_look_watch (area);
  return area;
}

static GtkWidget *
new_event (const NtmTaskEvent *event)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *when = ntm_look_new_label (event->when, "dim-label");
  GtkWidget *text = ntm_look_new_label (event->text, event->is_open ? "dim-label" : NULL);

  gtk_label_set_wrap (GTK_LABEL (when), FALSE);
  gtk_label_set_width_chars (GTK_LABEL (when), WHEN_CHARS);
  gtk_widget_set_valign (when, GTK_ALIGN_START);
  gtk_widget_set_valign (text, GTK_ALIGN_START);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_widget_set_margin_bottom (text, 8);
  gtk_box_append (GTK_BOX (line), new_dot (event));
  gtk_box_append (GTK_BOX (line), when);
  gtk_box_append (GTK_BOX (line), text);
  return line;
}

/* --- what it is about and what it rests on ------------------------------------------------------ */

/* Buttons rather than texts where something opens: they are reached by Tab and say so. */
static GtkWidget *
add_row (GtkListBox *list,
         const char *icon,
         const char *text,
         gboolean    opens,
         const char *tip)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *label = ntm_look_new_label (text, NULL);

  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (line), gtk_image_new_from_icon_name (icon));
  gtk_box_append (GTK_BOX (line), label);
  if (opens)
    gtk_box_append (GTK_BOX (line), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_widget_add_css_class (line, "ntm-figure");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), line);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), opens);
  gtk_widget_set_tooltip_text (row, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_list_box_append (list, row);
  return row;
}

static void
show_related (NtmTaskDetail      *self,
              const NtmTaskFacts *facts)
{
  GtkWidget *row;

  clear_list (self->related);
  if (*facts->unit != '\0')
    {
      g_autofree char *text = g_strdup_printf (_("%s on the map"), facts->unit_name);

      row = add_row (self->related, "mark-location-symbolic", text, TRUE, _("Select it and show the map"));
      g_object_set_data_full (G_OBJECT (row), "unit", g_strdup (facts->unit), g_free);
    }
  if (*facts->indicator != '\0')
    add_row (self->related, "power-profile-performance-symbolic", facts->indicator, FALSE, NULL);
  for (guint i = 0; i < facts->partners->len; i++)
    add_row (self->related, "system-users-symbolic", g_ptr_array_index (facts->partners, i), FALSE, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->related), gtk_list_box_get_row_at_index (self->related, 0) != NULL);
  gtk_widget_set_visible (self->related_heading, gtk_widget_get_visible (GTK_WIDGET (self->related)));
}

static void
show_papers (NtmTaskDetail      *self,
             const NtmTaskFacts *facts)
{
  clear_list (self->papers);
  for (guint i = 0; i < facts->papers->len; i++)
    {
      const NtmTaskPaper *paper = g_ptr_array_index (facts->papers, i);
      gboolean opens = ntm_task_url_opens (paper->url);
      GtkWidget *row = add_row (self->papers, "text-x-generic-symbolic", paper->text, opens, opens ? paper->url : NULL);

      g_object_set_data_full (G_OBJECT (row), "url", g_strdup (paper->url), g_free);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->papers), facts->papers->len > 0);
  gtk_widget_set_visible (self->papers_heading, facts->papers->len > 0);
}

static void
related_activated_cb (NtmTaskDetail *self,
                      GtkListBoxRow *row)
{
  const char *unit = g_object_get_data (G_OBJECT (row), "unit");

  if (unit == NULL || self->desk == NULL)
    return;
  ntm_desk_select (self->desk, unit);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-view", "s", "map");
}

static void
paper_activated_cb (NtmTaskDetail *self,
                    GtkListBoxRow *row)
{
  const char *url = g_object_get_data (G_OBJECT (row), "url");
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (url != NULL && ntm_task_url_opens (url))
    gtk_show_uri (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, url, GDK_CURRENT_TIME);
}

/* --- the task ---------------------------------------------------------------------------------- */

/* The words of the document in quotes where the file has them, else ours, else only where they stand. */
static void
show_paragraph (NtmTaskDetail      *self,
                const NtmTaskFacts *facts)
{
  g_autofree char *quoted = *facts->exact == '\0' ? NULL : g_strdup_printf (C_("quotation", "“%s”"), facts->exact);
  const char *text = quoted != NULL ? quoted : *facts->detail != '\0' ? facts->detail : facts->cited;

  gtk_label_set_text (self->paragraph, *text == '\0' ? _("The file does not say where this task is from.") : text);
  if (quoted != NULL)
    set_text (self->paragraph_note, facts->cited);
  else if (*facts->cited != '\0')
    set_text (self->paragraph_note, _("The exact words are not in the file. Paste them with Edit."));
  else
    set_text (self->paragraph_note, "");
}

static void
show_buttons (NtmTaskDetail      *self,
              const NtmTaskFacts *facts)
{
  gtk_widget_set_visible (self->close_button, !facts->is_closed);
  gtk_widget_set_visible (self->reopen_button, facts->is_closed);
}

static void
show_facts (NtmTaskDetail      *self,
            const NtmTaskFacts *facts,
            const NtmTaskRow   *row)
{
  gtk_label_set_text (self->origin, facts->origin);
  gtk_label_set_text (self->heading, row->title);
  ntm_task_chip_set (self->state, row->state, row->tone);
  ntm_task_chip_set_icon (self->state, row->shape);
  ntm_task_chip_set (self->due, row->deadline, NTM_TONE_NEUTRAL);
  show_paragraph (self, facts);
  set_text (self->note, facts->note);
  clear_box (self->events);
  for (guint i = 0; i < facts->events->len; i++)
    gtk_box_append (GTK_BOX (self->events), new_event (g_ptr_array_index (facts->events, i)));
  show_related (self, facts);
  show_papers (self, facts);
  show_buttons (self, facts);
}

static void
ntm_task_detail_dispose (GObject *object)
{
  NtmTaskDetail *self = NTM_TASK_DETAIL (object);
  GtkWidget *child;

  g_clear_object (&self->desk);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (ntm_task_detail_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_child (klass, NtmTaskDetail, origin);
  gtk_widget_class_bind_template_child (klass, NtmTaskDetail, heading);
  gtk_widget_class_bind_template_child (klass, NtmTaskDetail, state);
  gtk_widget_class_bind_template_child (klass, NtmTaskDetail, due);
  gtk_widget_class_bind_template_child (klass, NtmTaskDetail, paragraph);
  gtk_widget_class_bind_template_child (klass, NtmTaskDetail, paragraph_note);
  gtk_widget_class_bind_template_child (klass, NtmTaskDetail, note);
  gtk_widget_class_bind_template_child (klass, NtmTaskDetail, events);
  gtk_widget_class_bind_template_child (klass, NtmTaskDetail, related_heading);
  gtk_widget_class_bind_template_child (klass, NtmTaskDetail, related);
  gtk_widget_class_bind_template_child (klass, NtmTaskDetail, papers_heading);
  gtk_widget_class_bind_template_child (klass, NtmTaskDetail, papers);
  gtk_widget_class_bind_template_child (klass, NtmTaskDetail, report_button);
  gtk_widget_class_bind_template_child (klass, NtmTaskDetail, edit_button);
  gtk_widget_class_bind_template_child (klass, NtmTaskDetail, close_button);
  gtk_widget_class_bind_template_child (klass, NtmTaskDetail, reopen_button);
  gtk_widget_class_bind_template_child (klass, NtmTaskDetail, read_only);
}

static void
ntm_task_detail_class_init (NtmTaskDetailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ntm_task_detail_dispose;
  g_type_ensure (NTM_TYPE_TASK_CHIP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ntmatlas/NtmAtlas/ui/ntm-task-detail.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, related_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, paper_activated_cb);
}

static void
ntm_task_detail_init (NtmTaskDetail *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ntm_task_detail_show:
 * @self: a pane
 * @desk: what the window works on, with a file where @item is a task
 * @at: the day of the list
 * @item: a task
 *
 * Shows @item as of @at.
 */
void
ntm_task_detail_show (NtmTaskDetail *self,
                      NtmDesk       *desk,
                      NtmDate        at,
                      NtmTaskItem   *item)
{
  g_autoptr (NtmTaskFacts) facts = NULL;
  NtmViewContext ctx = ntm_desk_get_context (desk);

  g_return_if_fail (NTM_IS_TASK_DETAIL (self));
  g_return_if_fail (NTM_IS_TASK_ITEM (item) && !ntm_task_item_is_group (item));

  g_set_object (&self->desk, desk);
  ctx.at = at;
  facts = ntm_task_facts_new (&ctx, ntm_task_item_get_key (item));
  if (facts != NULL)
    show_facts (self, facts, ntm_task_item_get_row (item));
}

/**
 * ntm_task_detail_set_read_only:
 * @self: a pane
 * @reason: (nullable): why nothing can be changed, %NULL if it can
 *
 * Says why the buttons are off.
 */
void
ntm_task_detail_set_read_only (NtmTaskDetail *self,
                               const char    *reason)
{
  GtkWidget *buttons[] = { self->report_button, self->edit_button, self->close_button, self->reopen_button };

  g_return_if_fail (NTM_IS_TASK_DETAIL (self));

  set_text (self->read_only, reason == NULL ? "" : reason);
  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    gtk_widget_set_tooltip_text (buttons[i], reason);
}
