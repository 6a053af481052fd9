/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ntm-history-window.h"

#include <glib/gi18n.h>

#include "ntm-follow.h"
#include "ntm-history-since.h"
#include "ntm-look.h"
#include "ntm-point-button.h"
#include "ntm-view-words.h"

struct _NtmHistoryWindow
{
  AdwWindow parent_instance;

  GtkWindow       *parent;   /* weak */
  NtmDesk         *desk;
  NtmStore        *store;    /* the one that is shown, to see that it is another; not owned, never looked into */
  NtmHistoryPages *pages;
  GPtrArray       *since;    /* (element-type NtmHistorySince): as in the choice */
  char            *unit, *indicator;   /* what the history is of, NULL: everything */
  gboolean         is_filling;

  NtmPointButton *name_button;
  GtkDropDown    *since_choice;
  GtkDropDown    *author_choice;
  GtkSearchEntry *search;
  GtkWidget      *place_strip;
  GtkLabel       *place_label;
  GtkStack       *stack;
  AdwStatusPage  *nothing;
  GtkSpinner     *spinner;
  NtmHistoryList *list;
};

G_DEFINE_FINAL_TYPE (NtmHistoryWindow, ntm_history_window, ADW_TYPE_WINDOW)

static const char *
get_needle (NtmHistoryWindow *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->search));
}

/* --- what there is to see ---------------------------------------------------------------------- */

static void
explain_nothing (NtmHistoryWindow *self)
{
  gboolean filtered = *get_needle (self) != '\0' || gtk_drop_down_get_selected (self->author_choice) > 0;

  if (filtered)
    {
      adw_status_page_set_title (self->nothing, _("No change found"));
      adw_status_page_set_description (self->nothing, _("Search for something else, or choose another person or an earlier time."));
    }
  else if (self->unit != NULL || self->indicator != NULL)
    {
      adw_status_page_set_title (self->nothing, _("Not changed in this file"));
      adw_status_page_set_description (self->nothing, _("It is as it was when the file was filled or the time chosen began."));
    }
  else
    {
      adw_status_page_set_title (self->nothing, _("No changes yet"));
      adw_status_page_set_description (self->nothing, _("Since the time chosen nothing was changed in this file. From now on every change "
                                                        "is listed here, with its day and the name of the person."));
    }
}

static void
update_stack (NtmHistoryWindow *self)
{
  gboolean is_pristine = ntm_history_pages_is_pristine (self->pages);
  gboolean has_rows = ntm_history_pages_get_n_edits (self->pages) > 0 && !is_pristine;
  gboolean is_reading = !has_rows && !ntm_history_pages_is_complete (self->pages);

  if (!has_rows && !is_reading)
    explain_nothing (self);
  gtk_spinner_set_spinning (self->spinner, is_reading);
  gtk_stack_set_visible_child_name (self->stack, has_rows ? "list" : is_reading ? "reading" : "nothing");
}

static const char *
get_author (NtmHistoryWindow *self)
{
  GtkStringObject *chosen = gtk_drop_down_get_selected_item (self->author_choice);

  if (chosen == NULL || gtk_drop_down_get_selected (self->author_choice) == 0)
    return NULL;
  return gtk_string_object_get_string (chosen);
}

static void
ask (NtmHistoryWindow *self)
{
  guint chosen = gtk_drop_down_get_selected (self->since_choice);
  const NtmHistorySince *since = chosen < self->since->len ? g_ptr_array_index (self->since, chosen) : NULL;
  NtmJournalQuery query = { .unit = self->unit, .indicator = self->indicator };

  query.since = since == NULL ? NULL : since->time;
  query.author = get_author (self);
  ntm_history_pages_ask (self->pages, &query, get_needle (self));
  ntm_history_list_to_top (self->list);
}

static void
asked_cb (NtmHistoryWindow *self)
{
  if (!self->is_filling && self->pages != NULL)
    ask (self);
}

/* --- choices ----------------------------------------------------------------------------------- */

static void
name_place (NtmHistoryWindow *self)
{
  NtmViewContext context = ntm_desk_get_context (self->desk);
  const NtmUnit *unit = self->unit == NULL ? NULL : ntm_atlas_find_unit (context.atlas, self->unit);
  const NtmIndicator *indicator = self->indicator == NULL ? NULL : ntm_atlas_lookup (context.atlas, NTM_TABLE_INDICATOR, self->indicator);
  g_autofree char *name = unit == NULL ? NULL : ntm_view_unit_name (&context, unit);
  const char *measure = indicator == NULL ? NULL : ntm_view_indicator_name (&context, indicator);
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->place_strip, name != NULL || measure != NULL);
  if (name != NULL && measure != NULL)
    text = g_strdup_printf (_("Changes of: %s · %s"), name, measure);
  else
    text = g_strdup_printf (_("Changes of: %s"), name != NULL ? name : measure == NULL ? "" : measure);
  gtk_label_set_text (self->place_label, text);
}

/* The choices anew, with the same chosen as before. Returns: whether it is still there */
static gboolean
set_choices (GtkDropDown   *choice,
             GtkStringList *names)
{
  GtkStringObject *chosen = gtk_drop_down_get_selected_item (choice);
  g_autofree char *name = chosen == NULL ? NULL : g_strdup (gtk_string_object_get_string (chosen));
  guint n = g_list_model_get_n_items (G_LIST_MODEL (names)), place = 0;

  while (place < n && g_strcmp0 (gtk_string_list_get_string (names, place), name) != 0)
    place++;
  gtk_drop_down_set_model (choice, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (choice, place < n ? place : 0);
  return place < n;
}

static gboolean
fill_since (NtmHistoryWindow *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  g_clear_pointer (&self->since, g_ptr_array_unref);
  self->since = ntm_history_list_since (ntm_desk_get_atlas (self->desk), now);
  for (guint i = 0; i < self->since->len; i++)
    gtk_string_list_append (names, ((NtmHistorySince *) g_ptr_array_index (self->since, i))->name);
  return set_choices (self->since_choice, names);
}

static gboolean
fill_authors (NtmHistoryWindow *self)
{
  g_auto (GStrv) authors = ntm_store_list_authors (ntm_desk_get_store (self->desk), NULL);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _("By everyone"));
  for (guint i = 0; authors != NULL && authors[i] != NULL; i++)
    if (*authors[i] != '\0')
      gtk_string_list_append (names, authors[i]);
  return set_choices (self->author_choice, names);
}

/* Returns: whether what was asked for can still be chosen: a point can be undone */
static gboolean
fill_choices (NtmHistoryWindow *self)
{
  gboolean kept;

  self->is_filling = TRUE;
  kept = fill_since (self);
  kept = fill_authors (self) && kept;
  self->is_filling = FALSE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->name_button), !ntm_store_is_read_only (ntm_desk_get_store (self->desk)));
  name_place (self);
  return kept;
}

/* Of a cell everything is asked for, of the file what is new since the last meeting. */
static void
start (NtmHistoryWindow *self)
{
  self->store = ntm_desk_get_store (self->desk);
  fill_choices (self);
  self->is_filling = TRUE;
  if (self->unit != NULL || self->indicator != NULL)
    for (guint i = 0; i < self->since->len; i++)
      if (((NtmHistorySince *) g_ptr_array_index (self->since, i))->time == NULL)
        gtk_drop_down_set_selected (self->since_choice, i);
  self->is_filling = FALSE;
  ask (self);
}

/* Another file is another history; without a file there is none. */
static void
desk_changed_cb (NtmHistoryWindow *self)
{
  NtmStore *store = ntm_desk_get_store (self->desk);

  if (store == NULL)
    gtk_window_close (GTK_WINDOW (self));
  else if (store != self->store)
    {
      g_clear_pointer (&self->unit, g_free);
      g_clear_pointer (&self->indicator, g_free);
      start (self);
    }
  else if (fill_choices (self))
    ntm_history_pages_refresh (self->pages);
  else
    ask (self);
}

/* --- going there ------------------------------------------------------------------------------- */

static void
act (NtmHistoryWindow *self,
     const char       *action,
     const char       *target)
{
  gtk_widget_activate_action (GTK_WIDGET (self->parent), action, "s", target);
}

/* A task among the tasks, a figure in the table, anything else of a unit where that is shown. */
static void
chosen_cb (NtmHistoryWindow *self,
           NtmHistoryItem   *item)
{
  const NtmHistoryFacts *facts = ntm_history_item_get_facts (item);

  if (self->parent == NULL)
    return;
  if (facts->task != NULL)
    act (self, "win.show-task", facts->task);
  else if (facts->indicator != NULL)
    {
      act (self, "win.show-view", "table");
      if (facts->unit != NULL)
        ntm_desk_select (self->desk, facts->unit);
      act (self, "win.show-indicator", facts->indicator);
    }
  else
    act (self, "win.show-unit", facts->unit);
  gtk_window_present (self->parent);
}

/* --- the rest ---------------------------------------------------------------------------------- */

static void
everywhere_cb (NtmHistoryWindow *self)
{
  g_clear_pointer (&self->unit, g_free);
  g_clear_pointer (&self->indicator, g_free);
  name_place (self);
  ask (self);
}

/* The first Escape empties the search, the second closes the window. */
static void
stop_search_cb (NtmHistoryWindow *self)
{
  if (*get_needle (self) == '\0')
    gtk_window_close (GTK_WINDOW (self));
  else
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
}

static gboolean
search_cb (GtkWidget *widget,
           GVariant  *nothing,
           gpointer   user_data)
{
  return gtk_widget_grab_focus (GTK_WIDGET (NTM_HISTORY_WINDOW (widget)->search));
}

static void
ntm_history_window_dispose (GObject *object)
{
  NtmHistoryWindow *self = NTM_HISTORY_WINDOW (object);

  g_clear_weak_pointer (&self->parent);
  if (self->pages != NULL)
    g_signal_handlers_disconnect_by_data (self->pages, self);
  self->is_filling = TRUE;   /* choices lose their models */
  gtk_widget_dispose_template (GTK_WIDGET (object), NTM_TYPE_HISTORY_WINDOW);
  g_clear_object (&self->pages);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->since, g_ptr_array_unref);
  g_clear_pointer (&self->unit, g_free);
  g_clear_pointer (&self->indicator, g_free);
  G_OBJECT_CLASS (ntm_history_window_parent_class)->dispose (object);
}

static void
ntm_history_window_class_init (NtmHistoryWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ntm_history_window_dispose;
  g_type_ensure (NTM_TYPE_HISTORY_LIST);
  g_type_ensure (NTM_TYPE_POINT_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ntmatlas/NtmAtlas/ui/ntm-history-window.ui");
  gtk_widget_class_bind_template_child (widget_class, NtmHistoryWindow, name_button);
  gtk_widget_class_bind_template_child (widget_class, NtmHistoryWindow, since_choice);
  gtk_widget_class_bind_template_child (widget_class, NtmHistoryWindow, author_choice);
  gtk_widget_class_bind_template_child (widget_class, NtmHistoryWindow, search);
  gtk_widget_class_bind_template_child (widget_class, NtmHistoryWindow, place_strip);
  gtk_widget_class_bind_template_child (widget_class, NtmHistoryWindow, place_label);
  gtk_widget_class_bind_template_child (widget_class, NtmHistoryWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, NtmHistoryWindow, nothing);
  gtk_widget_class_bind_template_child (widget_class, NtmHistoryWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, NtmHistoryWindow, list);
  gtk_widget_class_bind_template_callback (widget_class, asked_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, everywhere_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, search_cb, NULL);
}

static void
ntm_history_window_init (NtmHistoryWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->search));
  ntm_look_limit_search (GTK_EDITABLE (self->search));
  ntm_look_name_choice (self->since_choice);
  ntm_look_name_choice (self->author_choice);
}

static NtmHistoryWindow *
find_window (GtkWindow *parent)
{
  GtkApplication *app = gtk_window_get_application (parent);

  for (GList *l = app == NULL ? NULL : gtk_application_get_windows (app); l != NULL; l = l->next)
    if (NTM_IS_HISTORY_WINDOW (l->data) && NTM_HISTORY_WINDOW (l->data)->parent == parent)
      return l->data;
  return NULL;
}

/* Beside the window and not above it, gone with it, and with its commands, so that Ctrl+Z undoes here as there. */
static NtmHistoryWindow *
new_window (GtkWindow *parent,
            NtmDesk   *desk)
{
  NtmHistoryWindow *self = g_object_new (NTM_TYPE_HISTORY_WINDOW, "application", gtk_window_get_application (parent), NULL);

  g_set_weak_pointer (&self->parent, parent);
  self->desk = g_object_ref (desk);
  self->pages = ntm_history_pages_new (desk);
  ntm_point_button_set_desk (self->name_button, desk);
  ntm_history_list_set_pages (self->list, self->pages);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "win", G_ACTION_GROUP (parent));
  /* Not "destroy", which waits for the last who holds the window: that is the commands here. */
  g_signal_connect_object (parent, "unrealize", G_CALLBACK (gtk_window_destroy), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->pages, "loaded", G_CALLBACK (update_stack), self, G_CONNECT_SWAPPED);
  ntm_follow_desk (desk, "changed", self, (NtmFollow) desk_changed_cb);
  return self;
}

/**
 * ntm_history_window_show:
 * @parent: the window with the file
 * @desk: what it works on, with a file
 * @unit: (nullable): id of a unit: only what changed of it
 * @indicator: (nullable): code of an indicator, as @unit
 *
 * Brings the history of the file to the front: of a unit or figure all of it, else what changed since the last
 * meeting.
 *
 * Returns: (transfer none): its window
 */
NtmHistoryWindow *
ntm_history_window_show (GtkWindow  *parent,
                         NtmDesk    *desk,
                         const char *unit,
                         const char *indicator)
{
  NtmHistoryWindow *self;

  g_return_val_if_fail (GTK_IS_WINDOW (parent) && ntm_desk_get_store (desk) != NULL, NULL);

  self = find_window (parent);
  if (self == NULL)
    self = new_window (parent, desk);
  else if (unit == NULL && indicator == NULL)
    {
      gtk_window_present (GTK_WINDOW (self));
      return self;
    }
  g_free (self->unit);
  g_free (self->indicator);
  self->unit = g_strdup (unit);
  self->indicator = g_strdup (indicator);
  start (self);
  gtk_window_present (GTK_WINDOW (self));
  return self;
}

/**
 * ntm_history_window_get_pages:
 * @self: a history
 *
 * Returns: (transfer none): its rows
 */
NtmHistoryPages *
ntm_history_window_get_pages (NtmHistoryWindow *self)
{
  g_return_val_if_fail (NTM_IS_HISTORY_WINDOW (self), NULL);

  return self->pages;
}

/**
 * ntm_history_window_get_list:
 * @self: a history
 *
 * Returns: (transfer none): its list
 */
NtmHistoryList *
ntm_history_window_get_list (NtmHistoryWindow *self)
{
  g_return_val_if_fail (NTM_IS_HISTORY_WINDOW (self), NULL);

  return self->list;
}
