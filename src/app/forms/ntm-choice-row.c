/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Typical load: some hundred units or documents. They are added once, in the order in which they are
 * listed; the list view only makes widgets for those in sight.
 */

#include "config.h"

#include "ntm-choice-row.h"

#include <glib/gi18n.h>

#include "ntm-look.h"
#include "ntm-text.h"

#define NTM_TYPE_CHOICE (ntm_choice_get_type ())
G_DECLARE_FINAL_TYPE (NtmChoice, ntm_choice, NTM, CHOICE, GObject)

struct _NtmChoice
{
  GObject parent_instance;

  char *id, *text, *detail;
  char *folded;   /* search key of text and detail */
};

G_DEFINE_FINAL_TYPE (NtmChoice, ntm_choice, G_TYPE_OBJECT)

struct _NtmChoiceRow
{
  AdwActionRow parent_instance;

  GListStore         *choices;
  GtkFilterListModel *found;
  GtkCustomFilter    *filter;
  char               *needle;   /* folded */
  NtmChoice          *chosen;   /* NULL: nothing */

  GtkMenuButton      *button;
  GtkPopover         *popover;
  GtkEditable        *search;
  GtkListView        *list;
  GtkWidget          *nothing;
};

G_DEFINE_FINAL_TYPE (NtmChoiceRow, ntm_choice_row, ADW_TYPE_ACTION_ROW)

static void
ntm_choice_finalize (GObject *object)
{
  NtmChoice *self = NTM_CHOICE (object);

  g_free (self->id);
  g_free (self->text);
  g_free (self->detail);
  g_free (self->folded);
  G_OBJECT_CLASS (ntm_choice_parent_class)->finalize (object);
}

static void
ntm_choice_class_init (NtmChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ntm_choice_finalize;
}

static void
ntm_choice_init (NtmChoice *self)
{
}

/* --- rows of the list ------------------------------------------------------------------------- */

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *text = gtk_label_new (NULL), *detail = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_label_set_xalign (GTK_LABEL (detail), 0);
  gtk_label_set_ellipsize (GTK_LABEL (text), PANGO_ELLIPSIZE_END);
  gtk_label_set_ellipsize (GTK_LABEL (detail), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (detail, "caption");
  gtk_widget_add_css_class (detail, "dim-label");
  gtk_box_append (GTK_BOX (box), text);
  gtk_box_append (GTK_BOX (box), detail);
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item)
{
  NtmChoice *choice = gtk_list_item_get_item (item);
  GtkWidget *text = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *detail = gtk_widget_get_next_sibling (text);

  gtk_label_set_text (GTK_LABEL (text), choice->text);
  gtk_label_set_text (GTK_LABEL (detail), choice->detail);
  gtk_widget_set_visible (detail, *choice->detail != '\0');
  gtk_widget_set_tooltip_text (text, choice->text);
  if (gtk_widget_get_parent (gtk_list_item_get_child (item)) != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (gtk_list_item_get_child (item))),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, choice->text, -1);
}

static gboolean
matches (gpointer item,
         gpointer user_data)
{
  NtmChoiceRow *self = user_data;

  return self->needle == NULL || ntm_text_matches (NTM_CHOICE (item)->folded, self->needle);
}

/* --- choosing --------------------------------------------------------------------------------- */

static void
show_chosen (NtmChoiceRow *self,
             NtmChoice    *choice)
{
  const char *text = choice == NULL ? _("not chosen") : choice->text;

  g_set_object (&self->chosen, choice);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
choose (NtmChoiceRow *self,
        guint         position)
{
  g_autoptr (NtmChoice) choice = g_list_model_get_item (G_LIST_MODEL (self->found), position);

  if (choice == NULL)
    return;
  gtk_popover_popdown (self->popover);
  show_chosen (self, choice);
  g_signal_emit_by_name (self, "chosen");
}

static void
search_changed_cb (NtmChoiceRow *self)
{
  const char *text = gtk_editable_get_text (self->search);

  g_clear_pointer (&self->needle, g_free);
  if (*text != '\0')
    self->needle = ntm_text_fold (text);
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  gtk_widget_set_visible (self->nothing, g_list_model_get_n_items (G_LIST_MODEL (self->found)) == 0);
}

/* Enter takes the first that was found. */
static void
search_activate_cb (NtmChoiceRow *self)
{
  search_changed_cb (self);   /* Enter may come before the delay of the search is over */
  choose (self, 0);
}

static void
list_activate_cb (NtmChoiceRow *self,
                  guint         position)
{
  choose (self, position);
}

static void
popover_show_cb (NtmChoiceRow *self)
{
  gtk_editable_set_text (self->search, "");
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

/* --- class ------------------------------------------------------------------------------------ */

static void
ntm_choice_row_dispose (GObject *object)
{
  NtmChoiceRow *self = NTM_CHOICE_ROW (object);

  g_clear_object (&self->chosen);
  g_clear_object (&self->choices);
  g_clear_object (&self->found);
  g_clear_pointer (&self->needle, g_free);
  G_OBJECT_CLASS (ntm_choice_row_parent_class)->dispose (object);
}

static void
ntm_choice_row_class_init (NtmChoiceRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ntm_choice_row_dispose;
  g_signal_new ("chosen", NTM_TYPE_CHOICE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ntmatlas/NtmAtlas/ui/ntm-choice-row.ui");
  gtk_widget_class_bind_template_child (widget_class, NtmChoiceRow, button);
  gtk_widget_class_bind_template_child (widget_class, NtmChoiceRow, popover);
  gtk_widget_class_bind_template_child (widget_class, NtmChoiceRow, search);
  gtk_widget_class_bind_template_child (widget_class, NtmChoiceRow, list);
  gtk_widget_class_bind_template_child (widget_class, NtmChoiceRow, nothing);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, gtk_menu_button_popdown);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, popover_show_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
}

static void
ntm_choice_row_init (NtmChoiceRow *self)
{
  g_autoptr (GtkSelectionModel) selection = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  ntm_look_limit_search (self->search);
  self->choices = g_list_store_new (NTM_TYPE_CHOICE);
  self->filter = gtk_custom_filter_new (matches, self, NULL);
  self->found = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->choices)), GTK_FILTER (self->filter));
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->found))));
  gtk_list_view_set_model (self->list, selection);
  show_chosen (self, NULL);
}

/* --- public ----------------------------------------------------------------------------------- */

/**
 * ntm_choice_row_clear:
 * @self: a row
 *
 * Forgets the choices and what was chosen.
 */
void
ntm_choice_row_clear (NtmChoiceRow *self)
{
  g_return_if_fail (NTM_IS_CHOICE_ROW (self));

  g_list_store_remove_all (self->choices);
  show_chosen (self, NULL);
}

/**
 * ntm_choice_row_add:
 * @self: a row
 * @id: what ntm_choice_row_get_id() tells of it
 * @text: its name
 * @detail: (nullable): what tells it from others of that name; is searched too
 *
 * Adds a choice at the end.
 */
void
ntm_choice_row_add (NtmChoiceRow *self,
                    const char   *id,
                    const char   *text,
                    const char   *detail)
{
  g_autoptr (NtmChoice) choice = g_object_new (NTM_TYPE_CHOICE, NULL);
  g_autofree char *whole = g_strconcat (text, " ", detail, NULL);

  g_return_if_fail (NTM_IS_CHOICE_ROW (self) && id != NULL && text != NULL);

  choice->id = g_strdup (id);
  choice->text = g_strdup (text);
  choice->detail = g_strdup (detail == NULL ? "" : detail);
  choice->folded = ntm_text_fold (whole);
  g_list_store_append (self->choices, choice);
}

/**
 * ntm_choice_row_select:
 * @self: a row
 * @id: id of a choice; any other clears the row
 *
 * Chooses without a signal.
 *
 * Returns: whether there is such a choice
 */
gboolean
ntm_choice_row_select (NtmChoiceRow *self,
                       const char   *id)
{
  g_return_val_if_fail (NTM_IS_CHOICE_ROW (self) && id != NULL, FALSE);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->choices)); i++)
    {
      g_autoptr (NtmChoice) choice = g_list_model_get_item (G_LIST_MODEL (self->choices), i);

      if (g_str_equal (choice->id, id))
        {
          show_chosen (self, choice);
          return TRUE;
        }
    }
  show_chosen (self, NULL);
  return FALSE;
}

/**
 * ntm_choice_row_get_id:
 * @self: a row
 *
 * Returns: (transfer none): id of the choice, "" while there is none
 */
const char *
ntm_choice_row_get_id (NtmChoiceRow *self)
{
  g_return_val_if_fail (NTM_IS_CHOICE_ROW (self), "");

  return self->chosen == NULL ? "" : self->chosen->id;
}

/**
 * ntm_choice_row_search:
 * @self: a row
 * @text: what a person types into the search
 *
 * Lists only what fits @text.
 */
void
ntm_choice_row_search (NtmChoiceRow *self,
                       const char   *text)
{
  g_return_if_fail (NTM_IS_CHOICE_ROW (self) && text != NULL);

  gtk_editable_set_text (self->search, text);
  search_changed_cb (self);
}

/**
 * ntm_choice_row_get_found:
 * @self: a row
 *
 * Returns: (transfer none): what is listed
 */
GListModel *
ntm_choice_row_get_found (NtmChoiceRow *self)
{
  g_return_val_if_fail (NTM_IS_CHOICE_ROW (self), NULL);

  return G_LIST_MODEL (self->found);
}

/**
 * ntm_choice_row_choose:
 * @self: a row
 * @position: place among what is listed
 *
 * Chooses as a person does, with the signal.
 */
void
ntm_choice_row_choose (NtmChoiceRow *self,
                       guint         position)
{
  g_return_if_fail (NTM_IS_CHOICE_ROW (self));

  choose (self, position);
}
