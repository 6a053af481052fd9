/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Most files open before anybody could read a word: those show nothing, so that nothing flickers. */

#include "config.h"

#include "ntm-loading.h"

#include <glib/gi18n.h>

#include "ntm-lang.h"
#include "ntm-number.h"

#define SPINNER_AFTER (300 * 1000)
#define BAR_AFTER     (2 * G_USEC_PER_SEC)
#define LOOK_EVERY_MS 100

struct _NtmLoading
{
  GtkWidget parent_instance;

  NtmOpening *opening;
  guint       look_id;

  GtkWidget *card;
  GtkWidget *spinner;
  GtkWidget *bar;
  GtkWidget *count;
  GtkWidget *cancel;
};

G_DEFINE_FINAL_TYPE (NtmLoading, ntm_loading, GTK_TYPE_WIDGET)

static guint cancelled_signal;

static void
cancel_cb (NtmLoading *self)
{
  g_signal_emit (self, cancelled_signal, 0);
}

static gboolean
look_cb (gpointer user_data)
{
  NtmLoading *self = user_data;
  guint done, total;
  gint64 elapsed = ntm_opening_get_progress (self->opening, &done, &total);

  ntm_loading_tell (self, elapsed, done, total);
  return G_SOURCE_CONTINUE;
}

static void
ntm_loading_dispose (GObject *object)
{
  NtmLoading *self = NTM_LOADING (object);

  g_clear_handle_id (&self->look_id, g_source_remove);
  g_clear_object (&self->opening);
  g_clear_pointer (&self->card, gtk_widget_unparent);
  G_OBJECT_CLASS (ntm_loading_parent_class)->dispose (object);
}

static void
ntm_loading_class_init (NtmLoadingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ntm_loading_dispose;
  cancelled_signal = g_signal_new ("cancelled", NTM_TYPE_LOADING, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_STATUS);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ntmatlas/NtmAtlas/ui/ntm-loading.ui");
  gtk_widget_class_bind_template_child (widget_class, NtmLoading, card);
  gtk_widget_class_bind_template_child (widget_class, NtmLoading, spinner);
  gtk_widget_class_bind_template_child (widget_class, NtmLoading, bar);
  gtk_widget_class_bind_template_child (widget_class, NtmLoading, count);
  gtk_widget_class_bind_template_child (widget_class, NtmLoading, cancel);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
}

static void
ntm_loading_init (NtmLoading *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ntm_loading_follow:
 * @self: a card
 * @opening: (nullable): what to show; %NULL when it is done
 *
 * Shows how far @opening is from now on.
 */
void
ntm_loading_follow (NtmLoading *self,
                    NtmOpening *opening)
{
  g_return_if_fail (NTM_IS_LOADING (self));

  g_clear_handle_id (&self->look_id, g_source_remove);
  g_set_object (&self->opening, opening);
  ntm_loading_tell (self, 0, 0, 0);
  if (opening != NULL)
    self->look_id = g_timeout_add (LOOK_EVERY_MS, look_cb, self);
}

static char *
dup_count (guint done,
           guint total)
{
  NtmLang lang = ntm_lang_current ();
  g_autofree char *loaded = ntm_number_format (done * NTM_DECIMAL_ONE, 0, lang);
  g_autofree char *all = ntm_number_format (total * NTM_DECIMAL_ONE, 0, lang);

  /* Translators: how many rows of a file are loaded, of how many. */
  return total == 0 ? g_strdup (_("Checking the file")) : g_strdup_printf (_("%s of %s rows"), loaded, all);
}

/**
 * ntm_loading_tell:
 * @self: a card
 * @elapsed: microseconds since the file began to be opened
 * @done: rows loaded
 * @total: rows there are, 0 if that is not known
 *
 * Shows what there is to show after so long a time.
 */
void
ntm_loading_tell (NtmLoading *self,
                  gint64      elapsed,
                  guint       done,
                  guint       total)
{
  gboolean is_long = elapsed >= BAR_AFTER;
  g_autofree char *text = NULL;

  g_return_if_fail (NTM_IS_LOADING (self));

  text = dup_count (done, total);
  gtk_widget_set_visible (GTK_WIDGET (self), elapsed >= SPINNER_AFTER);
  gtk_spinner_set_spinning (GTK_SPINNER (self->spinner), elapsed >= SPINNER_AFTER && !is_long);
  gtk_widget_set_visible (self->spinner, !is_long);
  gtk_widget_set_visible (self->bar, is_long);
  gtk_widget_set_visible (self->count, is_long);
  gtk_widget_set_visible (self->cancel, is_long);
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->bar), total == 0 ? 0 : MIN (1, (double) done / total));
  gtk_label_set_text (GTK_LABEL (self->count), text);
}
