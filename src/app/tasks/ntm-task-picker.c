/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * GtkDropDown finds only what begins with the text, accents and all; an agency or unit is looked for by any
 * word of its name. The choices are strings with the id and the folded name beside them.
 */

#include "config.h"

#include "ntm-task-picker.h"

#include <glib/gi18n.h>

#include "ntm-text.h"

struct _NtmTaskPicker
{
  GtkWidget parent_instance;

  GListStore         *choices;    /* of GtkStringObject with "id" and "folded" */
  GtkFilterListModel *found;
  GtkFilter          *filter;
  GtkSingleSelection *selection;
  char               *needle;     /* folded */
  char               *chosen;     /* id */

  GtkMenuButton *button;
  GtkLabel      *label;
  GtkWidget     *popover;
  GtkWidget     *search;
  GtkWidget     *list;
};

G_DEFINE_FINAL_TYPE (NtmTaskPicker, ntm_task_picker, GTK_TYPE_WIDGET)

static const char *
id_of (gpointer choice)
{
  return g_object_get_data (choice, "id");
}

static gboolean
matches_cb (gpointer item,
            gpointer user_data)
{
  NtmTaskPicker *self = user_data;

  return ntm_text_matches (g_object_get_data (item, "folded"), self->needle);
}

static void
choose_position (NtmTaskPicker *self,
                 guint          position)
{
  g_autoptr (GObject) choice = g_list_model_get_item (G_LIST_MODEL (self->found), position);

  if (choice == NULL)
    return;
  ntm_task_picker_choose (self, id_of (choice));
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static void
activate_cb (NtmTaskPicker *self,
             guint          position)
{
  choose_position (self, position);
}

/* Enter in the search takes the first that is found. */
static void
search_activate_cb (NtmTaskPicker *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);

  choose_position (self, position == GTK_INVALID_LIST_POSITION ? 0 : position);
}

static void
search_changed_cb (NtmTaskPicker *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search))));

  g_free (self->needle);
  self->needle = ntm_text_fold (text);
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  gtk_single_selection_set_selected (self->selection, 0);
}

static void
stop_search_cb (NtmTaskPicker *self)
{
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static void
show_cb (NtmTaskPicker *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  search_changed_cb (self);
  gtk_widget_grab_focus (self->search);
}

/* Down leads from the search into the list. */
static gboolean
key_pressed_cb (NtmTaskPicker  *self,
                guint           keyval,
                guint           keycode,
                GdkModifierType state)
{
  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down)
    return FALSE;
  return gtk_widget_grab_focus (self->list);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item)
{
  GtkWidget *label = gtk_list_item_get_child (item);
  const char *name = gtk_string_object_get_string (gtk_list_item_get_item (item));

  gtk_label_set_text (GTK_LABEL (label), name);
  gtk_widget_set_tooltip_text (label, name);
  if (gtk_widget_get_parent (label) != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (label)), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static gboolean
ntm_task_picker_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (NTM_TASK_PICKER (widget)->button));
}

static gboolean
ntm_task_picker_mnemonic_activate (GtkWidget *widget,
                                   gboolean   group_cycling)
{
  return ntm_task_picker_grab_focus (widget);
}

static void
ntm_task_picker_dispose (GObject *object)
{
  NtmTaskPicker *self = NTM_TASK_PICKER (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->selection);
  g_clear_object (&self->found);
  g_clear_object (&self->choices);
  G_OBJECT_CLASS (ntm_task_picker_parent_class)->dispose (object);
}

static void
ntm_task_picker_finalize (GObject *object)
{
  NtmTaskPicker *self = NTM_TASK_PICKER (object);

  g_free (self->needle);
  g_free (self->chosen);
  G_OBJECT_CLASS (ntm_task_picker_parent_class)->finalize (object);
}

static void
ntm_task_picker_class_init (NtmTaskPickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ntm_task_picker_dispose;
  G_OBJECT_CLASS (klass)->finalize = ntm_task_picker_finalize;
  widget_class->grab_focus = ntm_task_picker_grab_focus;
  widget_class->mnemonic_activate = ntm_task_picker_mnemonic_activate;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ntmatlas/NtmAtlas/ui/ntm-task-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, NtmTaskPicker, button);
  gtk_widget_class_bind_template_child (widget_class, NtmTaskPicker, label);
  gtk_widget_class_bind_template_child (widget_class, NtmTaskPicker, popover);
  gtk_widget_class_bind_template_child (widget_class, NtmTaskPicker, search);
  gtk_widget_class_bind_template_child (widget_class, NtmTaskPicker, list);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
}

static void
ntm_task_picker_init (NtmTaskPicker *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->needle = g_strdup ("");
  self->chosen = g_strdup ("");
  self->choices = g_list_store_new (GTK_TYPE_STRING_OBJECT);
  self->filter = GTK_FILTER (gtk_custom_filter_new (matches_cb, self, NULL));
  self->found = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->choices)), self->filter);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->found)));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  gtk_list_view_set_factory (GTK_LIST_VIEW (self->list), factory);
  gtk_list_view_set_model (GTK_LIST_VIEW (self->list), GTK_SELECTION_MODEL (self->selection));
}

/**
 * ntm_task_picker_add:
 * @self: a picker
 * @id: what it is known by, "" for none
 * @name: what it is called
 *
 * Adds a choice at the end.
 */
void
ntm_task_picker_add (NtmTaskPicker *self,
                     const char    *id,
                     const char    *name)
{
  g_autoptr (GtkStringObject) choice = gtk_string_object_new (name);

  g_return_if_fail (NTM_IS_TASK_PICKER (self));

  g_object_set_data_full (G_OBJECT (choice), "id", g_strdup (id), g_free);
  g_object_set_data_full (G_OBJECT (choice), "folded", ntm_text_fold (name), g_free);
  g_list_store_append (self->choices, choice);
}

/**
 * ntm_task_picker_choose:
 * @self: a picker
 * @id: one of its choices; another leaves it as it is
 *
 * Shows the choice @id.
 */
void
ntm_task_picker_choose (NtmTaskPicker *self,
                        const char    *id)
{
  g_return_if_fail (NTM_IS_TASK_PICKER (self));

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->choices)); i++)
    {
      g_autoptr (GtkStringObject) choice = g_list_model_get_item (G_LIST_MODEL (self->choices), i);
      const char *name = gtk_string_object_get_string (choice);

      if (!g_str_equal (id_of (choice), id))
        continue;
      g_free (self->chosen);
      self->chosen = g_strdup (id_of (choice));
      gtk_label_set_text (self->label, name);
      gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), name);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      return;
    }
}

/**
 * ntm_task_picker_get_chosen:
 * @self: a picker
 *
 * Returns: (transfer none): id of the choice shown, "" for none
 */
const char *
ntm_task_picker_get_chosen (NtmTaskPicker *self)
{
  g_return_val_if_fail (NTM_IS_TASK_PICKER (self), "");

  return self->chosen;
}

/**
 * ntm_task_picker_search:
 * @self: a picker
 * @text: a part of a name
 *
 * Searches at once.
 */
void
ntm_task_picker_search (NtmTaskPicker *self,
                        const char    *text)
{
  g_return_if_fail (NTM_IS_TASK_PICKER (self));

  gtk_editable_set_text (GTK_EDITABLE (self->search), text);
  search_changed_cb (self);
}

/**
 * ntm_task_picker_get_found:
 * @self: a picker
 *
 * Returns: (transfer none) (element-type GtkStringObject): what the search finds
 */
GListModel *
ntm_task_picker_get_found (NtmTaskPicker *self)
{
  g_return_val_if_fail (NTM_IS_TASK_PICKER (self), NULL);

  return G_LIST_MODEL (self->found);
}
