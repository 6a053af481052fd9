/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ntm-overview.h"

#include "ntm-slide-view.h"

#define COLUMNS 4
#define PICTURE_WIDTH  320
#define PICTURE_HEIGHT 180

struct _NtmOverview
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
  GtkWidget *slides;   /* GtkFlowBox */
};

G_DEFINE_FINAL_TYPE (NtmOverview, ntm_overview, GTK_TYPE_WIDGET)

static void
activated_cb (NtmOverview     *self,
              GtkFlowBoxChild *child)
{
  g_signal_emit_by_name (self, "chosen", (guint) gtk_flow_box_child_get_index (child));
}

static void
ntm_overview_dispose (GObject *object)
{
  g_clear_pointer (&NTM_OVERVIEW (object)->scroller, gtk_widget_unparent);
  G_OBJECT_CLASS (ntm_overview_parent_class)->dispose (object);
}

static void
ntm_overview_class_init (NtmOverviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ntm_overview_dispose;
  g_signal_new ("chosen", NTM_TYPE_OVERVIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
ntm_overview_init (NtmOverview *self)
{
  self->slides = g_object_new (GTK_TYPE_FLOW_BOX, "min-children-per-line", 2, "max-children-per-line", COLUMNS,
                               "row-spacing", 18, "column-spacing", 18, "margin-start", 36, "margin-end", 36,
                               "margin-top", 36, "margin-bottom", 36, "valign", GTK_ALIGN_START,
                               "selection-mode", GTK_SELECTION_BROWSE, "activate-on-single-click", TRUE, NULL);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->slides);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "background");
  g_signal_connect_object (self->slides, "child-activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
}

static GtkWidget *
new_card (NtmSlideDeck *deck,
          guint         slide)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6), *view = ntm_slide_view_new ();
  g_autofree char *text = g_strdup_printf ("%u. %s", slide + 1, ntm_slide_deck_get_title (deck, slide));
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_set_size_request (view, PICTURE_WIDTH, PICTURE_HEIGHT);
  gtk_widget_set_hexpand (view, FALSE);
  gtk_widget_set_vexpand (view, FALSE);
  gtk_widget_set_halign (view, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (view, "card");
  ntm_slide_view_set (NTM_SLIDE_VIEW (view), deck, slide);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 32);
  gtk_box_append (GTK_BOX (box), view);
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

/**
 * ntm_overview_new:
 *
 * Returns: (transfer floating): an overview of nothing
 */
GtkWidget *
ntm_overview_new (void)
{
  return g_object_new (NTM_TYPE_OVERVIEW, NULL);
}

/**
 * ntm_overview_clear:
 * @self: an overview
 *
 * Shows nothing.
 */
void
ntm_overview_clear (NtmOverview *self)
{
  GtkWidget *child;

  g_return_if_fail (NTM_IS_OVERVIEW (self));

  while ((child = gtk_widget_get_first_child (self->slides)) != NULL)
    gtk_flow_box_remove (GTK_FLOW_BOX (self->slides), child);
}

static void
select_slide (NtmOverview *self,
              guint        slide)
{
  GtkFlowBoxChild *child = gtk_flow_box_get_child_at_index (GTK_FLOW_BOX (self->slides), (int) slide);

  if (child == NULL)
    return;
  gtk_flow_box_select_child (GTK_FLOW_BOX (self->slides), child);
  gtk_widget_grab_focus (GTK_WIDGET (child));
}

/**
 * ntm_overview_fill:
 * @self: an overview
 * @deck: a deck
 * @current: the slide that is marked, from 0
 *
 * Shows the slides of @deck.
 */
void
ntm_overview_fill (NtmOverview  *self,
                   NtmSlideDeck *deck,
                   guint         current)
{
  g_return_if_fail (NTM_IS_OVERVIEW (self) && deck != NULL);

  ntm_overview_clear (self);
  for (guint i = 0; i < ntm_slide_deck_get_n (deck); i++)
    gtk_flow_box_append (GTK_FLOW_BOX (self->slides), new_card (deck, i));
  select_slide (self, current);
}

/**
 * ntm_overview_get_current:
 * @self: an overview
 *
 * Returns: the slide that is marked, from 0
 */
guint
ntm_overview_get_current (NtmOverview *self)
{
  GList *chosen;
  guint slide = 0;

  g_return_val_if_fail (NTM_IS_OVERVIEW (self), 0);

  chosen = gtk_flow_box_get_selected_children (GTK_FLOW_BOX (self->slides));
  if (chosen != NULL)
    slide = (guint) gtk_flow_box_child_get_index (chosen->data);
  g_list_free (chosen);
  return slide;
}

/**
 * ntm_overview_move:
 * @self: an overview
 * @step: 1 or -1
 *
 * Marks the next or the previous slide.
 */
void
ntm_overview_move (NtmOverview *self,
                   int          step)
{
  int slide;

  g_return_if_fail (NTM_IS_OVERVIEW (self));

  slide = (int) ntm_overview_get_current (self) + step;
  if (slide >= 0)
    select_slide (self, (guint) slide);
}
