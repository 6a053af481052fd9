/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A row of the list of units: sign of the title, name, a question mark where it is uncertain, and what is below it. */

#include "config.h"

#include "ntm-unit-row.h"

#include <glib/gi18n.h>

#include "ntm-status-glyph.h"
#include "ntm-unit-item.h"
#include "ntm-view-words.h"

static GtkWidget *
new_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* The children are found again by position: glyph, name, question mark, detail. */
static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *list_item)
{
  GtkWidget *expander = gtk_tree_expander_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *name = new_label (NULL);
  GtkWidget *detail = new_label ("ntm-detail");

  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  /* Large text: a second line before the name is cut. */
  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_label_set_lines (GTK_LABEL (name), 2);
  gtk_label_set_ellipsize (GTK_LABEL (detail), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (detail), 1);
  gtk_widget_set_hexpand (detail, TRUE);
  gtk_box_append (GTK_BOX (box), ntm_status_glyph_new ());
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), new_label ("dim-label"));
  gtk_box_append (GTK_BOX (box), detail);
  gtk_tree_expander_set_child (GTK_TREE_EXPANDER (expander), box);
  gtk_list_item_set_child (list_item, expander);
}

/* The keyboard is on the expander or on the row of the list around it, which neither name themselves. */
static void
name_row (GtkWidget   *expander,
          NtmUnitItem *item)
{
  gboolean is_province = ntm_unit_item_get_level (item) == NTM_LEVEL_PROVINCE;
  const char *detail = ntm_unit_item_get_detail (item);
  GtkWidget *row = gtk_widget_get_parent (expander);
  g_autoptr (GString) spoken = g_string_new (ntm_unit_item_get_name (item));

  if (!is_province)
    g_string_append_printf (spoken, ". %s", ntm_view_status_name (ntm_unit_item_get_status (item)));
  if (ntm_unit_item_is_uncertain (item))
    g_string_append_printf (spoken, ". %s", _("Still to be checked against the decision"));
  if (*detail != '\0')
    g_string_append_printf (spoken, ". %s", detail);
  gtk_accessible_update_property (GTK_ACCESSIBLE (expander), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken->str, -1);
  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken->str, -1);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *list_item)
{
  GtkTreeListRow *row = gtk_list_item_get_item (list_item);
  g_autoptr (NtmUnitItem) item = gtk_tree_list_row_get_item (row);
  GtkWidget *expander = gtk_list_item_get_child (list_item);
  GtkWidget *glyph = gtk_widget_get_first_child (gtk_tree_expander_get_child (GTK_TREE_EXPANDER (expander)));
  GtkWidget *name = gtk_widget_get_next_sibling (glyph);
  GtkWidget *question = gtk_widget_get_next_sibling (name);
  GtkWidget *detail = gtk_widget_get_next_sibling (question);
  NtmStatus status = ntm_unit_item_get_status (item);
  const char *status_name = ntm_view_status_name (status);
  g_autofree char *tip = g_strdup_printf ("%s\n%s", ntm_unit_item_get_name (item), status_name);   /* names may be cut */

  gtk_tree_expander_set_list_row (GTK_TREE_EXPANDER (expander), row);
  ntm_status_glyph_set_mark (NTM_STATUS_GLYPH (glyph), (NtmMark) status, status_name);
  gtk_widget_set_visible (glyph, ntm_unit_item_get_level (item) != NTM_LEVEL_PROVINCE);
  gtk_label_set_text (GTK_LABEL (name), ntm_unit_item_get_name (item));
  gtk_widget_set_tooltip_text (expander, tip);
  gtk_widget_set_visible (question, ntm_unit_item_is_uncertain (item));
  gtk_label_set_text (GTK_LABEL (question), "?");
  gtk_widget_set_tooltip_text (question, _("Still to be checked against the decision"));
  gtk_label_set_text (GTK_LABEL (detail), ntm_unit_item_get_detail (item));
  name_row (expander, item);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *list_item)
{
  gtk_tree_expander_set_list_row (GTK_TREE_EXPANDER (gtk_list_item_get_child (list_item)), NULL);
}

/**
 * ntm_unit_row_new_factory:
 *
 * Makes what shows an #NtmUnitItem of a #GtkTreeListModel as a row of a list.
 *
 * Returns: (transfer full): the factory
 */
GtkListItemFactory *
ntm_unit_row_new_factory (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  return factory;
}
