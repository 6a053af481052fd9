/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ntm-legend-card.h"

#include <glib/gi18n.h>

#include "ntm-class-swatch.h"
#include "ntm-status-glyph.h"

#define BIT_KEY "ntm-bit"
#define COUNT_KEY "ntm-count"

struct _NtmLegendCard
{
  GtkWidget parent_instance;

  gboolean  is_clickable;
  gboolean  is_low;       /* one line: no title, no note, no empty entries */
  int       max_width;    /* of that line and its margins; where it is longer the entries stand one below the other */
  gboolean  is_syncing;   /* the buttons follow the filter, not a person */
  guint     filter;
  guint     n_classes;
  char     *built_for;    /* what the entries were made for; only their counts may change */

  GtkWidget *head;
  GtkLabel  *title;
  GtkWidget *hint;
  GtkBox    *entries;
  GtkLabel  *note;
};

G_DEFINE_FINAL_TYPE (NtmLegendCard, ntm_legend_card, GTK_TYPE_WIDGET)

static guint filtered_signal;

static guint
bit_of (GtkWidget *entry)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (entry), BIT_KEY));
}

static gboolean
is_control_held (void)
{
  GdkSeat *seat = gdk_display_get_default_seat (gdk_display_get_default ());
  GdkDevice *keyboard = seat == NULL ? NULL : gdk_seat_get_keyboard (seat);

  return keyboard != NULL && (gdk_device_get_modifier_state (keyboard) & GDK_CONTROL_MASK) != 0;
}

static GtkWidget *
first_entry (NtmLegendCard *self)
{
  return gtk_widget_get_first_child (GTK_WIDGET (self->entries));
}

/* A button is down while its entry is in the filter; with no filter none is. */
static void
show_filter (NtmLegendCard *self)
{
  self->is_syncing = TRUE;
  for (GtkWidget *entry = first_entry (self); entry != NULL; entry = gtk_widget_get_next_sibling (entry))
    if (GTK_IS_TOGGLE_BUTTON (entry))
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (entry), (self->filter & (1u << bit_of (entry))) != 0);
  self->is_syncing = FALSE;
}

static void
toggled_cb (NtmLegendCard *self,
            GtkWidget     *entry)
{
  if (self->is_syncing)
    return;
  ntm_legend_card_click (self, bit_of (entry), is_control_held ());
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
  return glyph;
}

static GtkWidget *
new_swatch (NtmLegendCard        *self,
            const NtmLegendEntry *entry)
{
  if (entry->fill == NTM_MAP_FILL_CLASS)
    return ntm_class_swatch_new (entry->class_index, self->n_classes);
  return new_glyph (entry, TRUE);
}

static void
add_sign (GtkWidget *box,
          GtkWidget *sign)
{
  gtk_widget_set_valign (sign, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), sign);
}

static GtkWidget *
new_content (NtmLegendCard        *self,
             const NtmLegend      *legend,
             const NtmLegendEntry *entry)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, self->is_low ? 6 : 12);
  GtkWidget *name = gtk_label_new (entry->label);
  GtkWidget *count = gtk_label_new (entry->count);

  if (!legend->no_swatches)
    add_sign (box, new_swatch (self, entry));
  if (!entry->no_glyph && entry->fill == NTM_MAP_FILL_MARK)
    add_sign (box, new_glyph (entry, FALSE));
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_box_append (GTK_BOX (box), name);
  gtk_widget_add_css_class (count, "ntm-count");
  gtk_box_append (GTK_BOX (box), count);
  return box;
}

static guint
bit_for (const NtmLegendEntry *entry)
{
  return entry->fill == NTM_MAP_FILL_CLASS ? NTM_LEGEND_CLASS (entry->class_index) : (guint) entry->mark;
}

static GtkWidget *
new_entry (NtmLegendCard        *self,
           const NtmLegend      *legend,
           const NtmLegendEntry *entry)
{
  GtkWidget *content = new_content (self, legend, entry);
  GtkWidget *row = self->is_clickable ? gtk_toggle_button_new () : content;

  g_object_set_data (G_OBJECT (row), BIT_KEY, GUINT_TO_POINTER (bit_for (entry)));
  gtk_widget_add_css_class (row, "ntm-legend-entry");
  if (!self->is_clickable)
    return row;
  gtk_button_set_child (GTK_BUTTON (row), content);
  gtk_widget_add_css_class (row, "flat");
  g_signal_connect_swapped (row, "toggled", G_CALLBACK (toggled_cb), self);
  return row;
}

static void
show_count (NtmLegendCard        *self,
            GtkWidget            *row,
            const NtmLegendEntry *entry)
{
  GtkWidget *content = GTK_IS_BUTTON (row) ? gtk_button_get_child (GTK_BUTTON (row)) : row;
  gboolean none = g_strcmp0 (entry->count, "0") == 0;
  g_autofree char *name = g_strdup_printf ("%s: %s", entry->label, entry->count == NULL ? "" : entry->count);

  g_object_set_data_full (G_OBJECT (row), COUNT_KEY, g_strdup (entry->count), g_free);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (content)), entry->count == NULL ? "" : entry->count);
  if (none)
    gtk_widget_add_css_class (content, "dim-label");
  else
    gtk_widget_remove_css_class (content, "dim-label");
  gtk_widget_set_tooltip_text (row, name);
  gtk_widget_set_visible (row, !self->is_low || !none);
  if (GTK_IS_BUTTON (row))
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static char *
describe_entries (NtmLegendCard   *self,
                  const NtmLegend *legend)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%d %d %d %u", self->is_low, self->is_clickable, legend->no_swatches, self->n_classes);
  for (guint i = 0; i < legend->entries->len; i++)
    {
      const NtmLegendEntry *entry = g_ptr_array_index (legend->entries, i);
      g_string_append_printf (text, "\n%u %d %s", bit_for (entry), entry->no_glyph, entry->label);
    }
  return g_string_free (text, FALSE);
}

/* Making widgets is what takes time while the years are played, and would take the keyboard away from one. */
static void
build_entries (NtmLegendCard   *self,
               const NtmLegend *legend)
{
  g_autofree char *wanted = describe_entries (self, legend);
  GtkWidget *child;

  if (g_strcmp0 (wanted, self->built_for) == 0)
    return;
  while ((child = first_entry (self)) != NULL)
    gtk_box_remove (self->entries, child);
  for (guint i = 0; i < legend->entries->len; i++)
    gtk_box_append (self->entries, new_entry (self, legend, g_ptr_array_index (legend->entries, i)));
  g_free (self->built_for);
  self->built_for = g_steal_pointer (&wanted);
}

static void
ntm_legend_card_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&NTM_LEGEND_CARD (object)->built_for, g_free);
  G_OBJECT_CLASS (ntm_legend_card_parent_class)->dispose (object);
}

static void
ntm_legend_card_class_init (NtmLegendCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ntm_legend_card_dispose;

  /**
   * NtmLegendCard::filtered:
   * @filter: a bit an entry that shall stay bright, 0 = all
   *
   * A person clicked.
   */
  filtered_signal = g_signal_new ("filtered", NTM_TYPE_LEGEND_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ntmatlas/NtmAtlas/ui/ntm-legend-card.ui");
  gtk_widget_class_bind_template_child (widget_class, NtmLegendCard, head);
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
 * ntm_legend_card_set_clickable:
 * @self: a card
 * @clickable: whether the entries are buttons; for the next ntm_legend_card_show()
 */
void
ntm_legend_card_set_clickable (NtmLegendCard *self,
                               gboolean       clickable)
{
  g_return_if_fail (NTM_IS_LEGEND_CARD (self));

  self->is_clickable = clickable;
  gtk_widget_set_visible (self->hint, clickable);
}

/**
 * ntm_legend_card_set_filter:
 * @self: a card
 * @filter: a bit an entry that is bright on the map, 0 = all
 *
 * Shows which entries the map is filtered by.
 */
void
ntm_legend_card_set_filter (NtmLegendCard *self,
                            guint          filter)
{
  g_return_if_fail (NTM_IS_LEGEND_CARD (self));

  self->filter = filter;
  show_filter (self);
}

/**
 * ntm_legend_card_set_low:
 * @self: a card
 * @low: whether to be one line high; for the next ntm_legend_card_show()
 * @max_width: how long that line may be, with the margins of the card
 *
 * Shows only the entries, side by side; where that line would cut their names off, one below the other.
 */
void
ntm_legend_card_set_low (NtmLegendCard *self,
                         gboolean       low,
                         int            max_width)
{
  g_return_if_fail (NTM_IS_LEGEND_CARD (self));

  self->is_low = low;
  self->max_width = max_width;
  gtk_widget_set_visible (self->head, !low);
  if (low)
    gtk_widget_add_css_class (GTK_WIDGET (self), "compact");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "compact");
}

static void
turn_entries (NtmLegendCard *self)
{
  GtkOrientable *entries = GTK_ORIENTABLE (self->entries);
  int length;

  gtk_orientable_set_orientation (entries, self->is_low ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL);
  if (!self->is_low)
    return;
  gtk_widget_measure (GTK_WIDGET (self), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &length, NULL, NULL);
  if (length > self->max_width)
    gtk_orientable_set_orientation (entries, GTK_ORIENTATION_VERTICAL);
}

static void
show_words (NtmLegendCard   *self,
            const NtmLegend *legend)
{
  gtk_label_set_text (self->title, legend->title == NULL ? "" : legend->title);
  gtk_label_set_text (self->note, legend->note == NULL ? "" : legend->note);
  gtk_widget_set_visible (GTK_WIDGET (self->note), legend->note != NULL && !self->is_low);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), self->is_low ? legend->note : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  legend->title == NULL ? _("Legend") : legend->title, -1);
}

/**
 * ntm_legend_card_show:
 * @self: a card
 * @legend: (nullable): what to show; %NULL hides the card
 * @n_classes: classes of the map, for their colours
 *
 * Shows @legend in place of what the card showed.
 */
void
ntm_legend_card_show (NtmLegendCard   *self,
                      const NtmLegend *legend,
                      guint            n_classes)
{
  GtkWidget *entry;

  g_return_if_fail (NTM_IS_LEGEND_CARD (self));

  gtk_widget_set_visible (GTK_WIDGET (self), legend != NULL);
  if (legend == NULL)
    return;
  self->n_classes = n_classes;
  build_entries (self, legend);
  entry = first_entry (self);
  for (guint i = 0; i < legend->entries->len; i++, entry = gtk_widget_get_next_sibling (entry))
    show_count (self, entry, g_ptr_array_index (legend->entries, i));
  show_words (self, legend);
  turn_entries (self);
  show_filter (self);
}

/**
 * ntm_legend_card_get_n_entries:
 * @self: a card
 *
 * Returns: how many entries it has
 */
guint
ntm_legend_card_get_n_entries (NtmLegendCard *self)
{
  guint n = 0;

  g_return_val_if_fail (NTM_IS_LEGEND_CARD (self), 0);

  for (GtkWidget *entry = first_entry (self); entry != NULL; entry = gtk_widget_get_next_sibling (entry))
    n++;
  return n;
}

/**
 * ntm_legend_card_get_count:
 * @self: a card
 * @bit: a mark, or %NTM_LEGEND_CLASS of a class
 *
 * Returns: (transfer none) (nullable): the count shown beside that entry, %NULL if it is not on the card
 */
const char *
ntm_legend_card_get_count (NtmLegendCard *self,
                           guint          bit)
{
  g_return_val_if_fail (NTM_IS_LEGEND_CARD (self), NULL);

  for (GtkWidget *entry = first_entry (self); entry != NULL; entry = gtk_widget_get_next_sibling (entry))
    if (bit_of (entry) == bit)
      return g_object_get_data (G_OBJECT (entry), COUNT_KEY);
  return NULL;
}

/**
 * ntm_legend_card_click:
 * @self: a clickable card
 * @bit: the entry clicked: a mark, or %NTM_LEGEND_CLASS of a class
 * @add: whether Ctrl was held
 *
 * Filters by that entry alone, or with @add by what was filtered by and that entry; once more takes it
 * back. So a double click always ends with no filter.
 */
void
ntm_legend_card_click (NtmLegendCard *self,
                       guint          bit,
                       gboolean       add)
{
  guint mask = 1u << bit;
  guint filter;

  g_return_if_fail (NTM_IS_LEGEND_CARD (self) && self->is_clickable);

  if (add)
    filter = self->filter ^ mask;
  else
    filter = self->filter == mask ? 0 : mask;
  g_signal_emit (self, filtered_signal, 0, filter);
}
