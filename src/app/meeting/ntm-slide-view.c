/* SPDX-License-Identifier: GPL-3.0-or-later */

/* GTK keeps what was drawn until the slide or the size changes, so a slide is laid out once. */

#include "config.h"

#include "ntm-slide-view.h"

struct _NtmSlideView
{
  GtkWidget parent_instance;

  NtmSlideDeck *deck;   /* NULL: nothing */
  guint         slide;
};

G_DEFINE_FINAL_TYPE (NtmSlideView, ntm_slide_view, GTK_TYPE_WIDGET)

static void
ntm_slide_view_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  NtmSlideView *self = NTM_SLIDE_VIEW (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  cairo_t *cr;

  if (self->deck == NULL || self->slide >= ntm_slide_deck_get_n (self->deck) || width == 0 || height == 0)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  ntm_slide_deck_draw (self->deck, cr, self->slide, width, height);
  cairo_destroy (cr);
}

static void
ntm_slide_view_finalize (GObject *object)
{
  ntm_slide_deck_unref (NTM_SLIDE_VIEW (object)->deck);
  G_OBJECT_CLASS (ntm_slide_view_parent_class)->finalize (object);
}

static void
ntm_slide_view_class_init (NtmSlideViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ntm_slide_view_finalize;
  widget_class->snapshot = ntm_slide_view_snapshot;
  gtk_widget_class_set_css_name (widget_class, "slide");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
ntm_slide_view_init (NtmSlideView *self)
{
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

/**
 * ntm_slide_view_new:
 *
 * Returns: (transfer floating): a view of nothing
 */
GtkWidget *
ntm_slide_view_new (void)
{
  return g_object_new (NTM_TYPE_SLIDE_VIEW, NULL);
}

static void
describe (NtmSlideView *self)
{
  g_autofree char *text = ntm_slide_deck_dup_text (self->deck, self->slide);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, ntm_slide_deck_get_title (self->deck, self->slide),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text,
                                  -1);
}

/**
 * ntm_slide_view_set:
 * @self: a view
 * @deck: (nullable): a deck; a reference is taken
 * @slide: from 0; one that there is not shows nothing
 */
void
ntm_slide_view_set (NtmSlideView *self,
                    NtmSlideDeck *deck,
                    guint         slide)
{
  NtmSlideDeck *former;

  g_return_if_fail (NTM_IS_SLIDE_VIEW (self));

  former = self->deck;
  self->deck = deck == NULL ? NULL : ntm_slide_deck_ref (deck);
  self->slide = slide;
  ntm_slide_deck_unref (former);
  if (deck != NULL && slide < ntm_slide_deck_get_n (deck))
    describe (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
