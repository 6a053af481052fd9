/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The popover for the note of a figure. It writes when it is told to; closing it otherwise changes nothing. */

#include "config.h"

#include "ntm-grid-note.h"

#include "ntm-errors.h"

struct _NtmGridNote
{
  GtkPopover parent_instance;

  NtmGridModel *model;      /* while it is open */
  guint         row, column;

  GtkTextView  *text;
  GtkLabel     *reason;
};

G_DEFINE_FINAL_TYPE (NtmGridNote, ntm_grid_note, GTK_TYPE_POPOVER)

static gboolean
key_pressed_cb (NtmGridNote    *self,
                guint           keyval,
                guint           keycode,
                GdkModifierType state)
{
  if ((keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter) || (state & GDK_CONTROL_MASK) == 0)
    return FALSE;
  ntm_grid_note_save (self);
  return TRUE;
}

static void
ntm_grid_note_closed (GtkPopover *popover)
{
  g_clear_object (&NTM_GRID_NOTE (popover)->model);
}

static void
ntm_grid_note_dispose (GObject *object)
{
  g_clear_object (&NTM_GRID_NOTE (object)->model);
  G_OBJECT_CLASS (ntm_grid_note_parent_class)->dispose (object);
}

static void
ntm_grid_note_class_init (NtmGridNoteClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ntm_grid_note_dispose;
  GTK_POPOVER_CLASS (klass)->closed = ntm_grid_note_closed;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ntmatlas/NtmAtlas/ui/ntm-sheet-note.ui");
  gtk_widget_class_bind_template_child (widget_class, NtmGridNote, text);
  gtk_widget_class_bind_template_child (widget_class, NtmGridNote, reason);
  gtk_widget_class_bind_template_callback (widget_class, ntm_grid_note_save);
  gtk_widget_class_bind_template_callback (widget_class, gtk_popover_popdown);
}

static void
ntm_grid_note_init (NtmGridNote *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->text), keys);
}

/**
 * ntm_grid_note_new:
 *
 * Returns: (transfer floating): a popover for notes
 */
GtkWidget *
ntm_grid_note_new (void)
{
  return g_object_new (NTM_TYPE_GRID_NOTE, NULL);
}

/**
 * ntm_grid_note_start:
 * @self: a popover that has its place
 * @model: a table
 * @row: from 0
 * @column: of a cell that has a note, if an empty one
 *
 * Opens with the note of a cell.
 */
void
ntm_grid_note_start (NtmGridNote  *self,
                     NtmGridModel *model,
                     guint         row,
                     guint         column)
{
  g_autofree char *note = ntm_grid_model_dup_note (model, row, column);

  g_return_if_fail (NTM_IS_GRID_NOTE (self) && note != NULL);

  g_set_object (&self->model, model);
  self->row = row;
  self->column = column;
  gtk_widget_set_visible (GTK_WIDGET (self->reason), FALSE);
  ntm_grid_note_set_text (self, note);
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

/**
 * ntm_grid_note_set_text:
 * @self: a popover
 * @text: what shall stand in it
 */
void
ntm_grid_note_set_text (NtmGridNote *self,
                        const char  *text)
{
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text), text, -1);
}

/**
 * ntm_grid_note_dup_text:
 * @self: a popover
 *
 * Returns: (transfer full): what stands in it
 */
char *
ntm_grid_note_dup_text (NtmGridNote *self)
{
  g_autofree char *text = NULL;

  g_object_get (gtk_text_view_get_buffer (self->text), "text", &text, NULL);
  return g_steal_pointer (&text);
}

/**
 * ntm_grid_note_save:
 * @self: a popover that is open
 *
 * Does what the button does: writes the note and closes, or shows why it cannot be written.
 *
 * Returns: whether it is written
 */
gboolean
ntm_grid_note_save (NtmGridNote *self)
{
  g_autofree char *text = ntm_grid_note_dup_text (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *body = NULL;

  if (self->model == NULL)
    return FALSE;
  if (ntm_grid_model_set_note (self->model, self->row, self->column, text, &error))
    {
      gtk_popover_popdown (GTK_POPOVER (self));
      return TRUE;
    }
  body = ntm_error_dup_body (error);
  gtk_label_set_text (self->reason, body);
  gtk_widget_set_visible (GTK_WIDGET (self->reason), TRUE);
  return FALSE;
}
