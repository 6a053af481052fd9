/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ntm-history-line.h"

struct _NtmHistoryLine
{
  GtkWidget parent_instance;

  GtkTreeListRow *row;    /* NULL while nothing is shown */
  NtmHistoryItem *item;   /* of it */

  GtkLabel  *time;
  GtkLabel  *title;
  GtkLabel  *detail;
  GtkLabel  *change;
  GtkWidget *undone;
  GtkImage  *arrow;
};

G_DEFINE_FINAL_TYPE (NtmHistoryLine, ntm_history_line, GTK_TYPE_WIDGET)

static void
set_class (GtkWidget  *widget,
           const char *name,
           gboolean    on)
{
  if (on)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

/* The keyboard is on the row of the list around the line, so that is what is read. */
static void
tell (NtmHistoryLine *self)
{
  GtkWidget *list_row = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *spoken = ntm_history_item_dup_spoken (self->item);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  if (list_row == NULL)
    return;
  gtk_accessible_update_property (GTK_ACCESSIBLE (list_row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  if (gtk_tree_list_row_is_expandable (self->row))
    gtk_accessible_update_state (GTK_ACCESSIBLE (list_row), GTK_ACCESSIBLE_STATE_EXPANDED,
                                 gtk_tree_list_row_get_expanded (self->row), -1);
  else
    gtk_accessible_reset_state (GTK_ACCESSIBLE (list_row), GTK_ACCESSIBLE_STATE_EXPANDED);
}

static void
set_text (GtkLabel   *label,
          const char *text,
          gboolean    visible)
{
  gtk_label_set_text (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), visible && *text != '\0');
}

static void
show_arrow (NtmHistoryLine        *self,
            const NtmHistoryFacts *facts)
{
  const char *icon = NULL;

  if (gtk_tree_list_row_is_expandable (self->row))
    icon = gtk_tree_list_row_get_expanded (self->row) ? "pan-down-symbolic" : "pan-end-symbolic";
  else if (facts->kind == NTM_HISTORY_VALUE && ntm_history_item_leads (self->item))
    icon = "go-next-symbolic";
  gtk_image_set_from_icon_name (self->arrow, icon);
}

static void
update (NtmHistoryLine *self)
{
  const NtmHistoryFacts *facts = ntm_history_item_get_facts (self->item);
  gboolean is_edit = facts->kind == NTM_HISTORY_EDIT, is_value = facts->kind == NTM_HISTORY_VALUE;
  gboolean is_undone = ntm_history_item_is_undone (self->item);

  set_text (self->time, facts->time, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->time), facts->kind != NTM_HISTORY_DAY);
  set_text (self->title, facts->title, !is_value || facts->is_first);
  set_text (self->detail, facts->detail, TRUE);
  set_text (self->change, facts->change, TRUE);
  gtk_widget_set_visible (self->undone, is_undone);
  set_class (GTK_WIDGET (self->title), "ntm-history-undone", is_undone);
  set_class (GTK_WIDGET (self->change), "ntm-history-undone", is_undone);
  set_class (GTK_WIDGET (self), "day", facts->kind == NTM_HISTORY_DAY);
  set_class (GTK_WIDGET (self), "edit", is_edit);
  set_class (GTK_WIDGET (self), "value", is_value || facts->kind == NTM_HISTORY_NOTE);
  show_arrow (self, facts);
  tell (self);
}

static void
let_go (NtmHistoryLine *self)
{
  if (self->row != NULL)
    g_signal_handlers_disconnect_by_func (self->row, update, self);
  if (self->item != NULL)
    g_signal_handlers_disconnect_by_func (self->item, update, self);
  g_clear_object (&self->row);
  g_clear_object (&self->item);
}

static void
ntm_history_line_dispose (GObject *object)
{
  NtmHistoryLine *self = NTM_HISTORY_LINE (object);
  GtkWidget *child;

  let_go (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (ntm_history_line_parent_class)->dispose (object);
}

static void
ntm_history_line_class_init (NtmHistoryLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ntm_history_line_dispose;
  gtk_widget_class_set_css_name (widget_class, "historyline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ntmatlas/NtmAtlas/ui/ntm-history-line.ui");
  gtk_widget_class_bind_template_child (widget_class, NtmHistoryLine, time);
  gtk_widget_class_bind_template_child (widget_class, NtmHistoryLine, title);
  gtk_widget_class_bind_template_child (widget_class, NtmHistoryLine, detail);
  gtk_widget_class_bind_template_child (widget_class, NtmHistoryLine, change);
  gtk_widget_class_bind_template_child (widget_class, NtmHistoryLine, undone);
  gtk_widget_class_bind_template_child (widget_class, NtmHistoryLine, arrow);
}

static void
ntm_history_line_init (NtmHistoryLine *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ntm_history_line_new:
 *
 * Returns: (transfer floating): a line that shows nothing yet
 */
GtkWidget *
ntm_history_line_new (void)
{
  return g_object_new (NTM_TYPE_HISTORY_LINE, NULL);
}

/**
 * ntm_history_line_set_row:
 * @self: a line
 * @row: (nullable): a row of the list, %NULL for none
 *
 * Shows @row and follows it.
 */
void
ntm_history_line_set_row (NtmHistoryLine *self,
                          GtkTreeListRow *row)
{
  g_return_if_fail (NTM_IS_HISTORY_LINE (self));

  let_go (self);
  if (row == NULL)
    return;
  self->row = g_object_ref (row);
  self->item = gtk_tree_list_row_get_item (row);
  g_signal_connect_swapped (row, "notify::expanded", G_CALLBACK (update), self);
  g_signal_connect_swapped (self->item, "notify::undone", G_CALLBACK (update), self);
  update (self);
}

/**
 * ntm_history_line_get_row:
 * @self: a line
 *
 * Returns: (transfer none) (nullable): the row it shows
 */
GtkTreeListRow *
ntm_history_line_get_row (NtmHistoryLine *self)
{
  g_return_val_if_fail (NTM_IS_HISTORY_LINE (self), NULL);

  return self->row;
}
