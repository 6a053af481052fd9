/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The editor is made once and laid over the cell being edited. What is typed belongs to the text field and
 * the input method; keys are looked at only after both had no use for them. The reason of a refusal is a
 * popover that does not take the focus: one can go on typing, or go down into it.
 */

#include "config.h"

#include "ntm-grid-editor-private.h"

#include "ntm-grid-cursor.h"
#include "ntm-look.h"

G_DEFINE_FINAL_TYPE (NtmGridEditor, ntm_grid_editor, GTK_TYPE_WIDGET)

enum
{
  FINISH,
  CANCEL,
  LEAVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

void
_ntm_grid_editor_finish (NtmGridEditor *self,
                         int            move,
                         gboolean       is_confirmed)
{
  g_signal_emit (self, signals[FINISH], 0, move, is_confirmed);
}

static void
activate_cb (NtmGridEditor *self)
{
  _ntm_grid_editor_finish (self, NTM_GRID_MOVE_DOWN, FALSE);
}

static gboolean
key_down (NtmGridEditor *self)
{
  if (ntm_grid_editor_is_refused (self))
    return gtk_widget_child_focus (GTK_WIDGET (self->popover), GTK_DIR_TAB_FORWARD);
  if (!self->is_typed)
    return FALSE;
  _ntm_grid_editor_finish (self, NTM_GRID_MOVE_DOWN, FALSE);
  return TRUE;
}

static gboolean
key_pressed_cb (NtmGridEditor  *self,
                guint           keyval,
                guint           keycode,
                GdkModifierType state)
{
  gboolean in_popover = gtk_widget_get_focus_child (GTK_WIDGET (self)) == GTK_WIDGET (self->popover);

  if (in_popover || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;
  switch (keyval)
    {
    case GDK_KEY_Escape: g_signal_emit (self, signals[CANCEL], 0); return TRUE;
    case GDK_KEY_Tab: case GDK_KEY_KP_Tab: _ntm_grid_editor_finish (self, NTM_GRID_MOVE_NEXT, FALSE); return TRUE;
    case GDK_KEY_ISO_Left_Tab: _ntm_grid_editor_finish (self, NTM_GRID_MOVE_PREVIOUS, FALSE); return TRUE;
    case GDK_KEY_Return: case GDK_KEY_KP_Enter: _ntm_grid_editor_finish (self, NTM_GRID_MOVE_UP, FALSE); return TRUE; /* with Shift */
    case GDK_KEY_Down: case GDK_KEY_KP_Down: return key_down (self);
    case GDK_KEY_Up: case GDK_KEY_KP_Up: _ntm_grid_editor_finish (self, NTM_GRID_MOVE_UP, FALSE); return TRUE;
    case GDK_KEY_Page_Down: case GDK_KEY_KP_Page_Down: _ntm_grid_editor_finish (self, NTM_GRID_MOVE_PAGE_DOWN, FALSE); return TRUE;
    case GDK_KEY_Page_Up: case GDK_KEY_KP_Page_Up: _ntm_grid_editor_finish (self, NTM_GRID_MOVE_PAGE_UP, FALSE); return TRUE;
    default: return FALSE;
    }
}

static void
contains_focus_cb (NtmGridEditor           *self,
                   GParamSpec              *pspec,
                   GtkEventControllerFocus *controller)
{
  if (self->is_started && !gtk_event_controller_focus_contains_focus (controller))
    g_signal_emit (self, signals[LEAVE], 0);
}

/* What was typed is no longer what was refused. */
static void
text_changed_cb (NtmGridEditor *self)
{
  if (ntm_grid_editor_is_refused (self))
    ntm_grid_editor_accept (self);
}

static void
closed_cb (NtmGridEditor *self)
{
  if (self->is_started)
    gtk_text_grab_focus_without_selecting (self->entry);
}

static void
keep_cb (NtmGridEditor *self)
{
  _ntm_grid_editor_finish (self, NTM_GRID_MOVE_DOWN, TRUE);
}

static void
cancel_cb (NtmGridEditor *self)
{
  g_signal_emit (self, signals[CANCEL], 0);
}

static void
ntm_grid_editor_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  NtmGridEditor *self = NTM_GRID_EDITOR (widget);

  gtk_widget_measure (GTK_WIDGET (self->entry), orientation, -1, minimum, natural, NULL, NULL);
  *minimum += orientation == GTK_ORIENTATION_HORIZONTAL ? 14 : 4;
  *natural = MAX (*natural, *minimum);
}

static void
ntm_grid_editor_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  NtmGridEditor *self = NTM_GRID_EDITOR (widget);

  gtk_widget_size_allocate (GTK_WIDGET (self->entry), &(GtkAllocation) { 7, 2, MAX (0, width - 14), MAX (0, height - 4) }, -1);
  gtk_popover_present (self->popover);
}

static void
ntm_grid_editor_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  NtmGridEditor *self = NTM_GRID_EDITOR (widget);
  const NtmPalette *palette = ntm_look_get_palette ();
  gboolean is_refused = ntm_grid_editor_is_refused (self);
  const NtmColor *ground = ntm_palette_get_color (palette, is_refused ? NTM_ROLE_ERROR_BG : NTM_ROLE_PAGE);
  const NtmColor *edge = ntm_palette_get_color (palette, is_refused ? NTM_ROLE_ERROR : NTM_ROLE_ACCENT);
  GdkRGBA fill = { (float) ground->r, (float) ground->g, (float) ground->b, 1 };
  GdkRGBA line = { (float) edge->r, (float) edge->g, (float) edge->b, 1 };
  float width = (float) gtk_widget_get_width (widget), height = (float) gtk_widget_get_height (widget);
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (0, 0, width, height), 0);
  gtk_snapshot_append_color (snapshot, &fill, &GRAPHENE_RECT_INIT (0, 0, width, height));
  gtk_snapshot_append_border (snapshot, &outline, (float[4]) { 2, 2, 2, 2 }, (GdkRGBA[4]) { line, line, line, line });
  gtk_widget_snapshot_child (widget, GTK_WIDGET (self->entry), snapshot);
}

static gboolean
ntm_grid_editor_grab_focus (GtkWidget *widget)
{
  return gtk_text_grab_focus_without_selecting (NTM_GRID_EDITOR (widget)->entry);
}

static void
ntm_grid_editor_dispose (GObject *object)
{
  NtmGridEditor *self = NTM_GRID_EDITOR (object);

  self->is_started = FALSE;
  if (self->popover != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->popover));
  if (self->entry != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->entry));
  self->popover = NULL;
  self->entry = NULL;
  g_clear_pointer (&self->fix, g_free);
  G_OBJECT_CLASS (ntm_grid_editor_parent_class)->dispose (object);
}

static void
ntm_grid_editor_class_init (NtmGridEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ntm_grid_editor_dispose;
  widget_class->measure = ntm_grid_editor_measure;
  widget_class->size_allocate = ntm_grid_editor_size_allocate;
  widget_class->snapshot = ntm_grid_editor_snapshot;
  widget_class->grab_focus = ntm_grid_editor_grab_focus;

  signals[FINISH] = g_signal_new ("finish", NTM_TYPE_GRID_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                  G_TYPE_INT, G_TYPE_BOOLEAN);
  signals[CANCEL] = g_signal_new ("cancel", NTM_TYPE_GRID_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[LEAVE] = g_signal_new ("leave", NTM_TYPE_GRID_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "ntm-grid-editor");
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ntmatlas/NtmAtlas/ui/ntm-sheet-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, NtmGridEditor, entry);
  gtk_widget_class_bind_template_child (widget_class, NtmGridEditor, popover);
  gtk_widget_class_bind_template_child (widget_class, NtmGridEditor, heading);
  gtk_widget_class_bind_template_child (widget_class, NtmGridEditor, reason);
  gtk_widget_class_bind_template_child (widget_class, NtmGridEditor, fix_button);
  gtk_widget_class_bind_template_child (widget_class, NtmGridEditor, fix_label);
  gtk_widget_class_bind_template_child (widget_class, NtmGridEditor, keep_button);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, keep_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, ntm_grid_editor_take_fix);
}

static void
ntm_grid_editor_init (NtmGridEditor *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_swapped (focus, "notify::contains-focus", G_CALLBACK (contains_focus_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

/**
 * ntm_grid_editor_new:
 *
 * Returns: (transfer floating): an editor, to be shown over the cell being edited
 */
NtmGridEditor *
ntm_grid_editor_new (void)
{
  return g_object_new (NTM_TYPE_GRID_EDITOR, NULL);
}

/**
 * ntm_grid_editor_start:
 * @self: an editor that is shown
 * @text: what to begin with
 * @by_typing: a key that is part of the text began it; arrows up and down then end it
 *
 * Begins: takes the focus, with the insertion mark behind the text.
 */
void
ntm_grid_editor_start (NtmGridEditor *self,
                       const char    *text,
                       gboolean       by_typing)
{
  g_return_if_fail (NTM_IS_GRID_EDITOR (self));

  ntm_grid_editor_accept (self);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  self->is_typed = by_typing;
  gtk_text_grab_focus_without_selecting (self->entry);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  self->is_started = TRUE;
}

/**
 * ntm_grid_editor_stop:
 * @self: an editor
 *
 * Ends: the editor says no more of its focus. To be called before it is hidden.
 */
void
ntm_grid_editor_stop (NtmGridEditor *self)
{
  g_return_if_fail (NTM_IS_GRID_EDITOR (self));

  self->is_started = FALSE;
  ntm_grid_editor_accept (self);
}

/**
 * ntm_grid_editor_get_text:
 * @self: an editor
 *
 * Returns: (transfer none): what is typed
 */
const char *
ntm_grid_editor_get_text (NtmGridEditor *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

/**
 * ntm_grid_editor_get_entry:
 * @self: an editor
 *
 * Returns: (transfer none): its text field, to forward a key to
 */
GtkText *
ntm_grid_editor_get_entry (NtmGridEditor *self)
{
  return self->entry;
}
