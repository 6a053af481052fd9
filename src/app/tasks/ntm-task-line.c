/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A line has the same five children whatever it shows, so that recycling it changes texts only. Where they
 * are, and what is drawn between them, is in ntm-task-line-draw.c.
 */

#include "config.h"

#include "ntm-task-line-private.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "ntm-task-chip.h"

G_DEFINE_FINAL_TYPE (NtmTaskLine, ntm_task_line, GTK_TYPE_WIDGET)

static void
set_text (NtmTaskLine *self,
          Column       column,
          const char  *text)
{
  gtk_label_set_text (GTK_LABEL (self->columns[column]), text);
  gtk_widget_set_visible (self->columns[column], text != NULL && *text != '\0');
}

static void
set_chip (NtmTaskLine *self,
          const char  *text,
          NtmTone      tone)
{
  gtk_widget_set_visible (self->columns[STATE], text != NULL);
  if (text != NULL)
    ntm_task_chip_set (NTM_TASK_CHIP (self->columns[STATE]), text, tone);
}

static void
set_look (NtmTaskLine *self)
{
  const NtmTaskRow *row = self->item == NULL ? NULL : ntm_task_item_get_row (self->item);
  gboolean is_task = self->shows == SHOWS_TASK && row != NULL;
  NtmRole plain = self->shows == SHOWS_HEAD ? NTM_ROLE_SECONDARY : NTM_ROLE_TEXT;

  ntm_task_label_colour (GTK_LABEL (self->columns[TITLE]), plain,
                         self->shows == SHOWS_GROUP ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  ntm_task_label_colour (GTK_LABEL (self->columns[DUE]), is_task && row->no_deadline ? NTM_ROLE_SECONDARY : plain,
                         is_task && !row->no_deadline ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  ntm_task_label_colour (GTK_LABEL (self->columns[RESULT]), is_task && !row->no_result ? plain : NTM_ROLE_SECONDARY,
                         PANGO_WEIGHT_NORMAL);
  ntm_task_label_colour (GTK_LABEL (self->columns[PLACE]), NTM_ROLE_SECONDARY, PANGO_WEIGHT_NORMAL);
  if (self->shows == SHOWS_HEAD)
    ntm_task_label_colour (GTK_LABEL (self->columns[STATE]), plain, PANGO_WEIGHT_NORMAL);
}

static void
describe (NtmTaskLine *self)
{
  g_autofree char *spoken = self->item == NULL ? NULL : ntm_task_item_dup_spoken (self->item);
  GtkWidget *list_row = gtk_widget_get_parent (GTK_WIDGET (self));

  if (spoken == NULL)
    return;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  /* The line is read, but the keyboard is on the row of the list around it. */
  if (list_row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (list_row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
show_group (NtmTaskLine *self)
{
  g_autofree char *count = ntm_task_item_dup_count (self->item);
  g_autofree char *badge = ntm_task_item_dup_badge (self->item);

  set_text (self, TITLE, ntm_task_item_get_title (self->item));
  set_text (self, DUE, "");
  set_text (self, RESULT, count);
  set_text (self, PLACE, "");
  set_chip (self, badge, NTM_TONE_ERROR);
}

static void
show_task (NtmTaskLine *self)
{
  const NtmTaskRow *row = ntm_task_item_get_row (self->item);

  set_text (self, TITLE, row->title);
  set_text (self, DUE, row->deadline);
  set_text (self, RESULT, row->result);
  set_text (self, PLACE, row->place);
  set_chip (self, row->state, row->tone);
}

/* A text that does not fit is read in full under the pointer. */
static gboolean
query_tooltip_cb (NtmTaskLine *self,
                  int          x,
                  int          y,
                  gboolean     keyboard_mode,
                  GtkTooltip  *tooltip)
{
  for (int column = TITLE; column < N_COLUMNS; column++)
    {
      GtkWidget *child = self->columns[column];
      graphene_rect_t bounds;
      PangoLayout *layout;

      if (!GTK_IS_LABEL (child) || !gtk_widget_get_child_visible (child) || !gtk_widget_get_visible (child))
        continue;
      layout = gtk_label_get_layout (GTK_LABEL (child));
      if (!gtk_widget_compute_bounds (child, GTK_WIDGET (self), &bounds) || !pango_layout_is_ellipsized (layout))
        continue;
      if (!keyboard_mode && (x < bounds.origin.x || x > bounds.origin.x + bounds.size.width))
        continue;
      gtk_tooltip_set_text (tooltip, gtk_label_get_text (GTK_LABEL (child)));
      return TRUE;
    }
  return FALSE;
}

static void
ntm_task_line_dispose (GObject *object)
{
  NtmTaskLine *self = NTM_TASK_LINE (object);

  for (int column = TITLE; column < N_COLUMNS; column++)
    g_clear_pointer (&self->columns[column], gtk_widget_unparent);
  g_clear_object (&self->item);
  G_OBJECT_CLASS (ntm_task_line_parent_class)->dispose (object);
}

static void
ntm_task_line_class_init (NtmTaskLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ntm_task_line_dispose;
  widget_class->measure = _ntm_task_line_measure;
  widget_class->size_allocate = _ntm_task_line_size_allocate;
  widget_class->snapshot = _ntm_task_line_snapshot;
  gtk_widget_class_set_css_name (widget_class, "taskline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
style_changed_cb (NtmTaskLine *self)
{
  set_look (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static GtkWidget *
new_label (NtmTaskLine *self)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  return label;
}

static void
ntm_task_line_init (NtmTaskLine *self)
{
  for (int column = TITLE; column < N_COLUMNS; column++)
    if (column != STATE)
      self->columns[column] = new_label (self);
  self->columns[STATE] = ntm_task_chip_new ();
  gtk_widget_set_parent (self->columns[STATE], GTK_WIDGET (self));
  gtk_widget_add_css_class (self->columns[PLACE], "caption");
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (style_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * ntm_task_line_new:
 *
 * Returns: (transfer floating): an empty line
 */
GtkWidget *
ntm_task_line_new (void)
{
  return g_object_new (NTM_TYPE_TASK_LINE, NULL);
}

/**
 * ntm_task_line_set_item:
 * @self: a line
 * @item: a task or a group
 * @expanded: whether the tasks of the group are shown
 *
 * Shows @item. To be called with the line in its list.
 */
void
ntm_task_line_set_item (NtmTaskLine *self,
                        NtmTaskItem *item,
                        gboolean     expanded)
{
  g_return_if_fail (NTM_IS_TASK_LINE (self) && NTM_IS_TASK_ITEM (item));

  g_set_object (&self->item, item);
  self->shows = ntm_task_item_is_group (item) ? SHOWS_GROUP : SHOWS_TASK;
  self->expanded = expanded;
  if (self->shows == SHOWS_GROUP)
    show_group (self);
  else
    show_task (self);
  set_look (self);
  describe (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * ntm_task_line_set_head:
 * @self: a line
 *
 * Shows the heads of the columns.
 */
void
ntm_task_line_set_head (NtmTaskLine *self)
{
  g_return_if_fail (NTM_IS_TASK_LINE (self));

  self->shows = SHOWS_HEAD;
  set_text (self, TITLE, _("Task"));
  set_text (self, DUE, _("Deadline"));
  set_text (self, RESULT, _("Latest result"));
  set_text (self, PLACE, C_("part of a document", "Section"));
  g_clear_pointer (&self->columns[STATE], gtk_widget_unparent);
  self->columns[STATE] = new_label (self);
  set_text (self, STATE, _("State"));
  set_look (self);
}
