/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The keyboard stays in the entry: the arrows move the selection below it, Enter goes there. */

#include "config.h"

#include "ntm-finder.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "ntm-find.h"
#include "ntm-look.h"

#define MAX_OF_A_KIND 6

struct _NtmFinder
{
  GtkPopover parent_instance;

  NtmDesk *desk;
  char    *asked;   /* what the rows answer */

  GtkWidget         *entry;
  GtkStack          *stack;
  GtkScrolledWindow *scroller;
  GtkListBox        *list;
};

G_DEFINE_FINAL_TYPE (NtmFinder, ntm_finder, GTK_TYPE_POPOVER)

static const NtmFound *
get_found (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "found");
}

static GtkWidget *
new_label (const char *text,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkListBoxRow *
add_row (NtmFinder *self)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *title = new_label (NULL, NULL);

  gtk_widget_set_hexpand (title, TRUE);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), new_label (NULL, "ntm-detail"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_append (self->list, row);
  return GTK_LIST_BOX_ROW (row);
}

/* @found is one of @all, which the row keeps. */
static void
fill_row (GtkListBoxRow *row,
          GPtrArray     *all,
          NtmFound      *found)
{
  GtkWidget *title = gtk_widget_get_first_child (gtk_list_box_row_get_child (row));
  const char *group = ntm_find_group_name (found->group);
  g_autofree char *spoken = *found->detail == '\0' ? g_strdup_printf ("%s: %s", group, found->title)
                                                    : g_strdup_printf ("%s: %s, %s", group, found->title, found->detail);

  gtk_label_set_text (GTK_LABEL (title), found->title);
  gtk_widget_set_tooltip_text (title, found->title);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (title)), found->detail);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_object_set_data (G_OBJECT (row), "found", found);
  g_object_set_data_full (G_OBJECT (row), "all-found", g_ptr_array_ref (all), (GDestroyNotify) g_ptr_array_unref);
}

static void
header_cb (GtkListBoxRow *row,
           GtkListBoxRow *before,
           gpointer       user_data)
{
  const NtmFound *found = get_found (row);
  GtkWidget *header = gtk_list_box_row_get_header (row);

  if (found == NULL || (before != NULL && get_found (before)->group == found->group))
    gtk_list_box_row_set_header (row, NULL);
  else if (header != NULL)
    gtk_label_set_text (GTK_LABEL (header), ntm_find_group_name (found->group));
  else
    gtk_list_box_row_set_header (row, new_label (ntm_find_group_name (found->group), "ntm-found-group"));
}

/* A unit, an indicator, a task can always be shown; a command only while it is enabled. */
static gboolean
can_run (NtmFinder      *self,
         const NtmFound *found)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkApplication *app = GTK_IS_WINDOW (root) ? gtk_window_get_application (GTK_WINDOW (root)) : NULL;

  if (found->group != NTM_FOUND_COMMAND)
    return TRUE;
  if (app == NULL || !G_IS_ACTION_GROUP (root))
    return FALSE;
  if (g_str_has_prefix (found->action, "app."))
    return g_action_group_get_action_enabled (G_ACTION_GROUP (app), found->action + 4);
  return g_action_group_get_action_enabled (G_ACTION_GROUP (root), found->action + 4);
}

/* The row at @index of those that hold something. */
static GtkListBoxRow *
get_row (NtmFinder *self,
         int        index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, index);

  return row != NULL && gtk_widget_get_visible (GTK_WIDGET (row)) ? row : NULL;
}

/* Rows are used again, as making them takes the time of a frame; those left over wait hidden. */
static void
show_found (NtmFinder *self,
            GPtrArray *found)
{
  GtkListBoxRow *row;
  int n = 0;

  for (guint i = 0; i < found->len; i++)
    if (can_run (self, g_ptr_array_index (found, i)))
      {
        row = gtk_list_box_get_row_at_index (self->list, n++);
        row = row == NULL ? add_row (self) : row;
        fill_row (row, found, g_ptr_array_index (found, i));
        gtk_widget_set_visible (GTK_WIDGET (row), TRUE);
      }
  while ((row = gtk_list_box_get_row_at_index (self->list, n++)) != NULL)
    gtk_widget_set_visible (GTK_WIDGET (row), FALSE);
  gtk_list_box_invalidate_headers (self->list);
}

static void
update (NtmFinder *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autoptr (GPtrArray) found = self->desk == NULL ? g_ptr_array_new () : ntm_find (self->desk, text, MAX_OF_A_KIND);

  g_free (self->asked);
  self->asked = g_strdup (text);
  show_found (self, found);
  gtk_list_box_select_row (self->list, get_row (self, 0));
  gtk_stack_set_visible_child_name (self->stack, ntm_finder_get_n (self) > 0 ? "list" : "nothing");
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

/* The popover closes first, so that the keyboard goes where the command leads. */
static void
run (NtmFinder     *self,
     GtkListBoxRow *row)
{
  g_autofree char *action = g_strdup (get_found (row)->action);
  g_autofree char *target = g_strdup (get_found (row)->target);
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));

  gtk_popover_popdown (GTK_POPOVER (self));
  if (target == NULL)
    gtk_widget_activate_action (root, action, NULL);
  else
    gtk_widget_activate_action (root, action, "s", target);
}

static void
activate_cb (NtmFinder *self)
{
  GtkListBoxRow *row;

  /* Enter may come before the delay of the search is over. */
  if (g_strcmp0 (self->asked, gtk_editable_get_text (GTK_EDITABLE (self->entry))) != 0)
    update (self);
  row = gtk_list_box_get_selected_row (self->list);
  if (row != NULL)
    run (self, row);
}

static void
show_row (NtmFinder     *self,
          GtkListBoxRow *row)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  graphene_rect_t bounds;

  gtk_list_box_select_row (self->list, row);
  if (gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->list), &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.y, bounds.origin.y + bounds.size.height);
}

static gboolean
key_pressed_cb (NtmFinder      *self,
                guint           keyval,
                guint           keycode,
                GdkModifierType state)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int at = row == NULL ? -1 : gtk_list_box_row_get_index (row);
  int step = keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down ? 1 : keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up ? -1 : 0;

  if (step == 0)
    return GDK_EVENT_PROPAGATE;
  row = get_row (self, MAX (0, at + step));
  if (row != NULL)
    show_row (self, row);
  return GDK_EVENT_STOP;
}

static void
popdown_cb (NtmFinder *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
ntm_finder_show (GtkWidget *widget)
{
  NtmFinder *self = NTM_FINDER (widget);

  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  update (self);
  GTK_WIDGET_CLASS (ntm_finder_parent_class)->show (widget);
  gtk_widget_grab_focus (self->entry);
}

static void
ntm_finder_dispose (GObject *object)
{
  NtmFinder *self = NTM_FINDER (object);

  g_clear_object (&self->desk);
  g_clear_pointer (&self->asked, g_free);
  G_OBJECT_CLASS (ntm_finder_parent_class)->dispose (object);
}

static void
ntm_finder_class_init (NtmFinderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ntm_finder_dispose;
  widget_class->show = ntm_finder_show;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ntmatlas/NtmAtlas/ui/ntm-finder.ui");
  gtk_widget_class_bind_template_child (widget_class, NtmFinder, entry);
  gtk_widget_class_bind_template_child (widget_class, NtmFinder, stack);
  gtk_widget_class_bind_template_child (widget_class, NtmFinder, scroller);
  gtk_widget_class_bind_template_child (widget_class, NtmFinder, list);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, popdown_cb);
  gtk_widget_class_bind_template_callback (widget_class, run);
}

static void
ntm_finder_init (NtmFinder *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  ntm_look_limit_search (GTK_EDITABLE (self->entry));
  gtk_list_box_set_header_func (self->list, header_cb, NULL, NULL);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (self->entry, keys);
}

/**
 * ntm_finder_set_desk:
 * @self: a finder
 * @desk: what the window works on
 *
 * Finds what is in the file of @desk. To be called once.
 */
void
ntm_finder_set_desk (NtmFinder *self,
                     NtmDesk   *desk)
{
  g_return_if_fail (NTM_IS_FINDER (self) && self->desk == NULL);

  self->desk = g_object_ref (desk);
}

/**
 * ntm_finder_prepare:
 * @self: a finder with a desk
 *
 * Makes the rows of any answer, so that the first one does not wait for them.
 */
void
ntm_finder_prepare (NtmFinder *self)
{
  g_return_if_fail (NTM_IS_FINDER (self) && self->desk != NULL);

  update (self);
  for (int n = 0; n < NTM_N_FOUND_GROUPS * MAX_OF_A_KIND; n++)
    if (gtk_list_box_get_row_at_index (self->list, n) == NULL)
      gtk_widget_set_visible (GTK_WIDGET (add_row (self)), FALSE);
}

/**
 * ntm_finder_search:
 * @self: a finder
 * @text: a part of a name
 *
 * Looks for @text at once.
 */
void
ntm_finder_search (NtmFinder  *self,
                   const char *text)
{
  g_return_if_fail (NTM_IS_FINDER (self));

  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  update (self);
}

/**
 * ntm_finder_get_n:
 * @self: a finder
 *
 * Returns: how many things are listed
 */
guint
ntm_finder_get_n (NtmFinder *self)
{
  guint n = 0;

  g_return_val_if_fail (NTM_IS_FINDER (self), 0);

  while (get_row (self, (int) n) != NULL)
    n++;
  return n;
}

/**
 * ntm_finder_dup_row:
 * @self: a finder
 * @index: of a row
 *
 * Returns: (transfer full) (nullable): its kind and name, "Units: …"
 */
char *
ntm_finder_dup_row (NtmFinder *self,
                    guint      index)
{
  GtkListBoxRow *row = get_row (self, (int) index);

  if (row == NULL)
    return NULL;
  return g_strdup_printf ("%s: %s", ntm_find_group_name (get_found (row)->group), get_found (row)->title);
}

/**
 * ntm_finder_activate:
 * @self: a finder
 * @index: of a row
 *
 * Goes to what a row stands for.
 */
void
ntm_finder_activate (NtmFinder *self,
                     guint      index)
{
  GtkListBoxRow *row = get_row (self, (int) index);

  if (row != NULL)
    run (self, row);
}
