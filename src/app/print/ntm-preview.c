/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The preview. It draws with the call that prints; what is chosen here is remembered for the next print.
 */

#include "config.h"

#include "ntm-preview.h"

#include <glib/gi18n.h>

#include "ntm-dialogs.h"
#include "ntm-figure-output.h"
#include "ntm-look.h"
#include "ntm-print.h"

#define ZOOM_STEP 1.2

static const char * const papers[] = { GTK_PAPER_NAME_A4, GTK_PAPER_NAME_A3, GTK_PAPER_NAME_A5 };

struct _NtmPreview
{
  AdwWindow parent_instance;

  NtmPrintJob  *job;
  GtkPageSetup *setup;

  AdwWindowTitle    *title;
  GtkDropDown       *paper;
  GtkToggleButton   *upright;
  GtkToggleButton   *across;
  GtkToggleButton   *with_table;
  GtkLabel          *place;
  AdwToastOverlay   *toasts;
  GtkScrolledWindow *scroller;
  NtmPreviewPages   *pages;
};

G_DEFINE_FINAL_TYPE (NtmPreview, ntm_preview, ADW_TYPE_WINDOW)

static void
show_place (NtmPreview *self)
{
  g_autofree char *text = NULL;

  if (self->job == NULL)
    return;
  text = g_strdup_printf (_("Page %1$u of %2$u"), ntm_preview_pages_get_page (self->pages) + 1,
                          ntm_print_job_get_n_pages (self->job));
  gtk_label_set_text (self->place, text);
}

static void
apply_setup (NtmPreview *self)
{
  ntm_print_job_set_paper (self->job, gtk_page_setup_get_paper_width (self->setup, GTK_UNIT_POINTS),
                           gtk_page_setup_get_paper_height (self->setup, GTK_UNIT_POINTS));
  ntm_preview_pages_update (self->pages);
  show_place (self);
}

static void
paper_cb (NtmPreview *self)
{
  guint selected = gtk_drop_down_get_selected (self->paper);
  g_autoptr (GtkPaperSize) size = NULL;

  if (self->job == NULL || selected >= G_N_ELEMENTS (papers))
    return;
  size = gtk_paper_size_new (papers[selected]);
  gtk_page_setup_set_paper_size_and_default_margins (self->setup, size);
  ntm_print_keep_paper (self->setup);
  apply_setup (self);
}

static void
orientation_cb (NtmPreview *self)
{
  if (self->job == NULL)
    return;
  gtk_page_setup_set_orientation (self->setup, gtk_toggle_button_get_active (self->across) ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                                                                          : GTK_PAGE_ORIENTATION_PORTRAIT);
  ntm_print_keep_page_setup (self->setup);
  apply_setup (self);
}

static void
with_table_cb (NtmPreview *self)
{
  if (self->job == NULL)
    return;
  ntm_print_job_set_with_table (self->job, gtk_toggle_button_get_active (self->with_table));
  ntm_preview_pages_update (self->pages);
  show_place (self);
}

static void
print_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  NtmPreview *self = NTM_PREVIEW (widget);

  ntm_print_run (GTK_WINDOW (self), self->job, self->setup);
}

static void
tell_written (NtmPreview *self,
              const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  /* Translators: %s is the name of a file. */
  g_autofree char *text = g_strdup_printf (_("The pages were written to %s"), name);
  g_autofree char *markup = g_markup_escape_text (text, -1);

  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (markup));
}

static void
write_chosen (GtkWindow *parent,
              GFile     *file,
              gpointer   user_data)
{
  NtmPreview *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = ntm_figure_output_dup_path (file, "pdf", &error);

  if (path == NULL || !ntm_print_job_write (self->job, path, &error))
    ntm_dialogs_error (parent, error);
  else
    tell_written (self, path);
}

static void
export_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  /* Translators: the name proposed for a PDF of printed pages. */
  ntm_dialogs_save_file (GTK_WINDOW (widget), _("Write the pages as PDF"), _("pages.pdf"), write_chosen, widget);
}

static void
zoom_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  NtmPreview *self = NTM_PREVIEW (widget);
  double zoom = ntm_preview_pages_get_zoom (self->pages);

  if (g_str_equal (action, "preview.zoom-in"))
    ntm_preview_pages_set_zoom (self->pages, zoom * ZOOM_STEP);
  else if (g_str_equal (action, "preview.zoom-out"))
    ntm_preview_pages_set_zoom (self->pages, zoom / ZOOM_STEP);
  else
    ntm_preview_pages_set_zoom (self->pages, 0);
}

static void
turn_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  NtmPreview *self = NTM_PREVIEW (widget);
  int page = (int) ntm_preview_pages_get_page (self->pages) + g_variant_get_int32 (parameter);
  int last = (int) ntm_print_job_get_n_pages (self->job) - 1;

  ntm_preview_pages_show_page (self->pages, (guint) CLAMP (page, 0, MAX (last, 0)));
}

static void
ntm_preview_dispose (GObject *object)
{
  NtmPreview *self = NTM_PREVIEW (object);

  g_clear_pointer (&self->job, ntm_print_job_unref);
  g_clear_object (&self->setup);
  G_OBJECT_CLASS (ntm_preview_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (klass, "/org/ntmatlas/NtmAtlas/ui/ntm-preview.ui");
  gtk_widget_class_bind_template_child (klass, NtmPreview, title);
  gtk_widget_class_bind_template_child (klass, NtmPreview, paper);
  gtk_widget_class_bind_template_child (klass, NtmPreview, upright);
  gtk_widget_class_bind_template_child (klass, NtmPreview, across);
  gtk_widget_class_bind_template_child (klass, NtmPreview, with_table);
  gtk_widget_class_bind_template_child (klass, NtmPreview, place);
  gtk_widget_class_bind_template_child (klass, NtmPreview, toasts);
  gtk_widget_class_bind_template_child (klass, NtmPreview, scroller);
  gtk_widget_class_bind_template_child (klass, NtmPreview, pages);
  gtk_widget_class_bind_template_callback (klass, paper_cb);
  gtk_widget_class_bind_template_callback (klass, orientation_cb);
  gtk_widget_class_bind_template_callback (klass, with_table_cb);
  gtk_widget_class_bind_template_callback (klass, show_place);
}

static void
install_keys (GtkWidgetClass *klass)
{
  gtk_widget_class_add_binding_action (klass, GDK_KEY_p, GDK_CONTROL_MASK, "preview.print", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_e, GDK_CONTROL_MASK, "preview.export", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_plus, GDK_CONTROL_MASK, "preview.zoom-in", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_equal, GDK_CONTROL_MASK, "preview.zoom-in", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_KP_Add, GDK_CONTROL_MASK, "preview.zoom-in", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_minus, GDK_CONTROL_MASK, "preview.zoom-out", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_KP_Subtract, GDK_CONTROL_MASK, "preview.zoom-out", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_0, GDK_CONTROL_MASK, "preview.zoom-fit", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Page_Down, GDK_CONTROL_MASK, "preview.turn", "i", 1);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Page_Up, GDK_CONTROL_MASK, "preview.turn", "i", -1);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_w, GDK_CONTROL_MASK, "window.close", NULL);
}

static void
ntm_preview_class_init (NtmPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ntm_preview_dispose;
  g_type_ensure (NTM_TYPE_PREVIEW_PAGES);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "preview.print", NULL, print_cb);
  gtk_widget_class_install_action (widget_class, "preview.export", NULL, export_cb);
  gtk_widget_class_install_action (widget_class, "preview.zoom-in", NULL, zoom_cb);
  gtk_widget_class_install_action (widget_class, "preview.zoom-out", NULL, zoom_cb);
  gtk_widget_class_install_action (widget_class, "preview.zoom-fit", NULL, zoom_cb);
  gtk_widget_class_install_action (widget_class, "preview.turn", "i", turn_cb);
  install_keys (widget_class);
}

static void
ntm_preview_init (NtmPreview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ntm_look_name_choice (self->paper);
  self->setup = ntm_print_load_page_setup ();
  ntm_preview_pages_set_adjustment (self->pages, gtk_scrolled_window_get_vadjustment (self->scroller));
}

static void
show_setup (NtmPreview *self)
{
  const char *name = gtk_paper_size_get_name (gtk_page_setup_get_paper_size (self->setup));
  guint selected = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    if (g_str_equal (name, papers[i]))
      selected = i;
  gtk_drop_down_set_selected (self->paper, selected);
  if (gtk_page_setup_get_orientation (self->setup) == GTK_PAGE_ORIENTATION_LANDSCAPE)
    gtk_toggle_button_set_active (self->across, TRUE);
}

/* A report is composed for its paper; a map or a table has nothing to add as a table. */
static void
show_choices (NtmPreview *self,
              gboolean    has_twin)
{
  gboolean is_free = !ntm_print_job_is_composed (self->job);

  gtk_widget_set_visible (GTK_WIDGET (self->paper), is_free);
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->upright)), is_free);
  gtk_widget_set_visible (GTK_WIDGET (self->with_table), has_twin);
}

static GtkWidget *
preview_new (GtkWindow   *parent,
             NtmPrintJob *job,
             gboolean     has_twin)
{
  NtmPreview *self = g_object_new (NTM_TYPE_PREVIEW, NULL);

  ntm_dialogs_attach (GTK_WINDOW (self), parent);
  if (ntm_print_job_is_composed (job))
    {
      g_object_unref (self->setup);
      self->setup = ntm_print_new_page_setup ();
    }
  /* A wide table begins across; what was chosen last stays remembered. */
  ntm_print_job_set_paper (job, gtk_page_setup_get_paper_width (self->setup, GTK_UNIT_POINTS),
                           gtk_page_setup_get_paper_height (self->setup, GTK_UNIT_POINTS));
  if (ntm_print_job_gains_across (job))
    gtk_page_setup_set_orientation (self->setup, GTK_PAGE_ORIENTATION_LANDSCAPE);
  show_setup (self);
  self->job = ntm_print_job_ref (job);
  adw_window_title_set_title (self->title, _("Print Preview"));
  adw_window_title_set_subtitle (self->title, ntm_print_job_get_title (job));
  ntm_preview_pages_set_job (self->pages, job);
  apply_setup (self);
  show_choices (self, has_twin);
  return GTK_WIDGET (self);
}

/**
 * ntm_preview_new:
 * @parent: (nullable): the window it belongs to
 * @figure: what to print
 * @desk: the desk it is of
 *
 * Returns: (transfer none): the window, not yet presented; owned by GTK until it is closed
 */
GtkWidget *
ntm_preview_new (GtkWindow *parent,
                 NtmFigure *figure,
                 NtmDesk   *desk)
{
  g_autoptr (NtmPrintJob) job = ntm_print_job_new (figure, desk);
  NtmFigureKind kind = ntm_figure_get_kind (figure);

  return preview_new (parent, job, kind != NTM_FIGURE_TABLE && kind != NTM_FIGURE_TASKS);
}

/**
 * ntm_preview_new_for_job:
 * @parent: (nullable): the window it belongs to
 * @job: what to print
 *
 * Returns: (transfer none): the window, not yet presented; owned by GTK until it is closed
 */
GtkWidget *
ntm_preview_new_for_job (GtkWindow   *parent,
                         NtmPrintJob *job)
{
  return preview_new (parent, job, FALSE);
}

/**
 * ntm_preview_get_job:
 * @self: a preview
 *
 * Returns: (transfer none): its pages
 */
NtmPrintJob *
ntm_preview_get_job (NtmPreview *self)
{
  g_return_val_if_fail (NTM_IS_PREVIEW (self), NULL);

  return self->job;
}

/**
 * ntm_preview_get_pages:
 * @self: a preview
 *
 * Returns: (transfer none): the widget with the pages
 */
NtmPreviewPages *
ntm_preview_get_pages (NtmPreview *self)
{
  g_return_val_if_fail (NTM_IS_PREVIEW (self), NULL);

  return self->pages;
}

/**
 * ntm_preview_get_place:
 * @self: a preview
 *
 * Returns: (transfer none): "page n of N" as it is shown
 */
const char *
ntm_preview_get_place (NtmPreview *self)
{
  g_return_val_if_fail (NTM_IS_PREVIEW (self), NULL);

  return gtk_label_get_text (self->place);
}
