/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ntm-legend-card.h"

#include <glib/gi18n.h>

#include "ntm-status-glyph.h"

#define MARK_KEY "ntm-mark"
#define COUNT_KEY "ntm-count"

struct _NtmLegendCard
{
  GtkWidget parent_instance;

  NtmDesk  *desk;         /* NULL: the entries cannot be clicked */
  gboolean  is_syncing;   /* the buttons follow the filter, not a person */

  GtkLabel  *title;
  GtkWidget *hint;
  GtkWidget *entries;
  GtkLabel  *note;
};

G_DEFINE_FINAL_TYPE (NtmLegendCard, ntm_legend_card, GTK_TYPE_WIDGET)

static NtmMark
mark_of (GtkWidget *entry)
{
  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (entry), MARK_KEY));
}

static gboolean
is_control_held (void)
{
  GdkSeat *seat = gdk_display_get_default_seat (gdk_display_get_default ());
  GdkDevice *keyboard = seat == NULL ? NULL : gdk_seat_get_keyboard (seat);

  return keyboard != NULL && (gdk_device_get_modifier_state (keyboard) & GDK_CONTROL_MASK) != 0;
}

/* A button is down while its status is in the filter; with no filter none is. */
static void
show_filter (NtmLegendCard *self)
{
  guint filter = ntm_desk_get_filter (self->desk);

  self->is_syncing = TRUE;
  for (GtkWidget *entry = gtk_widget_get_first_child (self->entries); entry != NULL; entry = gtk_widget_get_next_sibling (entry))
    if (GTK_IS_TOGGLE_BUTTON (entry))
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (entry), (filter & (1u << mark_of (entry))) != 0);
  self->is_syncing = FALSE;
}

static void
toggled_cb (NtmLegendCard *self,
            GtkWidget     *entry)
{
  if (self->is_syncing)
    return;
  ntm_legend_card_click (self, mark_of (entry), is_control_held ());
  /* Where the filter is what it was, nobody else resets the button. */
  show_filter (self);
}

static GtkWidget *
new_glyph (const NtmLegendEntry *entry,
           gboolean              swatch)
{
  GtkWidget *glyph = ntm_status_glyph_new ();

  ntm_status_glyph_set_mark (NTM_STATUS_GLYPH (glyph), entry->mark, entry->label);
  ntm_status_glyph_set_swatch (NTM_STATUS_GLYPH (glyph), swatch);
  gtk_widget_set_valign (glyph, GTK_ALIGN_CENTER);
  return glyph;
}

static GtkWidget *
new_content (const NtmLegend      *legend,
             const NtmLegendEntry *entry)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *name = gtk_label_new (entry->label);
  GtkWidget *count = gtk_label_new (entry->count);

  if (!legend->no_swatches)
    gtk_box_append (GTK_BOX (box), new_glyph (entry, TRUE));
  if (!entry->no_glyph)
    gtk_box_append (GTK_BOX (box), new_glyph (entry, FALSE));
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_box_append (GTK_BOX (box), name);
  gtk_widget_add_css_class (count, "ntm-count");
  gtk_box_append (GTK_BOX (box), count);
  if (g_strcmp0 (entry->count, "0") == 0)
    gtk_widget_add_css_class (box, "dim-label");
  return box;
}

/* Only statuses can be filtered by. */
static GtkWidget *
new_entry (NtmLegendCard        *self,
           const NtmLegend      *legend,
           const NtmLegendEntry *entry)
{
  GtkWidget *content = new_content (legend, entry);
  gboolean clickable = self->desk != NULL && (int) entry->mark < (int) NTM_N_STATUSES;
  GtkWidget *row = clickable ? gtk_toggle_button_new () : content;
  g_autofree char *name = g_strdup_printf ("%s: %s", entry->label, entry->count == NULL ? "" : entry->count);

  g_object_set_data (G_OBJECT (row), MARK_KEY, GINT_TO_POINTER (entry->mark));
  g_object_set_data_full (G_OBJECT (row), COUNT_KEY, g_strdup (entry->count), g_free);
  gtk_widget_add_css_class (row, "ntm-legend-entry");
  if (!clickable)
    return row;
  gtk_button_set_child (GTK_BUTTON (row), content);
  gtk_widget_add_css_class (row, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_swapped (row, "toggled", G_CALLBACK (toggled_cb), self);
  return row;
}

static void
ntm_legend_card_dispose (GObject *object)
{
  NtmLegendCard *self = NTM_LEGEND_CARD (object);
  GtkWidget *child;

  g_clear_object (&self->desk);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (ntm_legend_card_parent_class)->dispose (object);
}

static void
ntm_legend_card_class_init (NtmLegendCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ntm_legend_card_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ntmatlas/NtmAtlas/ui/ntm-legend-card.ui");
  gtk_widget_class_bind_template_child (widget_class, NtmLegendCard, title);
  gtk_widget_class_bind_template_child (widget_class, NtmLegendCard, hint);
  gtk_widget_class_bind_template_child (widget_class, NtmLegendCard, entries);
  gtk_widget_class_bind_template_child (widget_class, NtmLegendCard, note);
}

static void
ntm_legend_card_init (NtmLegendCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (self->hint, FALSE);
}

/**
 * ntm_legend_card_set_desk:
 * @self: a card
 * @desk: what the window works on
 *
 * Lets clicks on the entries filter the units of @desk. To be called once.
 */
void
ntm_legend_card_set_desk (NtmLegendCard *self,
                          NtmDesk       *desk)
{
  g_return_if_fail (NTM_IS_LEGEND_CARD (self));
  g_return_if_fail (self->desk == NULL);

  self->desk = g_object_ref (desk);
  gtk_widget_set_visible (self->hint, TRUE);
  g_signal_connect_object (desk, "filtered", G_CALLBACK (show_filter), self, G_CONNECT_SWAPPED);
}

/**
 * ntm_legend_card_show:
 * @self: a card
 * @legend: (nullable): what to show; %NULL hides the card
 *
 * Shows @legend in place of what the card showed.
 */
void
ntm_legend_card_show (NtmLegendCard   *self,
                      const NtmLegend *legend)
{
  GtkWidget *child;

  g_return_if_fail (NTM_IS_LEGEND_CARD (self));

  gtk_widget_set_visible (GTK_WIDGET (self), legend != NULL);
  if (legend == NULL)
    return;
  while ((child = gtk_widget_get_first_child (self->entries)) != NULL)
    gtk_box_remove (GTK_BOX (self->entries), child);
  for (guint i = 0; i < legend->entries->len; i++)
    gtk_box_append (GTK_BOX (self->entries), new_entry (self, legend, g_ptr_array_index (legend->entries, i)));
  gtk_label_set_text (self->title, legend->title == NULL ? "" : legend->title);
  gtk_label_set_text (self->note, legend->note == NULL ? "" : legend->note);
  gtk_widget_set_visible (GTK_WIDGET (self->note), legend->note != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  legend->title == NULL ? _("Legend") : legend->title, -1);
  if (self->desk != NULL)
    show_filter (self);
}

/**
 * ntm_legend_card_get_count:
 * @self: a card
 * @mark: a mark
 *
 * Returns: (transfer none) (nullable): the count shown beside @mark, %NULL if it is not on the card
 */
const char *
ntm_legend_card_get_count (NtmLegendCard *self,
                           NtmMark        mark)
{
  g_return_val_if_fail (NTM_IS_LEGEND_CARD (self), NULL);

  for (GtkWidget *entry = gtk_widget_get_first_child (self->entries); entry != NULL; entry = gtk_widget_get_next_sibling (entry))
    if (mark_of (entry) == mark)
      return g_object_get_data (G_OBJECT (entry), COUNT_KEY);
  return NULL;
}

/**
 * ntm_legend_card_click:
 * @self: a card with a desk
 * @mark: the entry clicked
 * @add: whether Ctrl was held
 *
 * Filters by @mark alone, or with @add by what was filtered by and @mark; once more takes it back.
 */
void
ntm_legend_card_click (NtmLegendCard *self,
                       NtmMark        mark,
                       gboolean       add)
{
  guint bit = 1u << mark;
  guint filter;

  g_return_if_fail (NTM_IS_LEGEND_CARD (self) && self->desk != NULL);

  filter = ntm_desk_get_filter (self->desk);
  if (add)
    filter ^= bit;
  else
    filter = filter == bit ? 0 : bit;
  ntm_desk_set_filter (self->desk, filter);
}
