/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Why a text was refused, shown below it, and what would be taken instead. */

#include "config.h"

#include "ntm-grid-editor-private.h"

#include <glib/gi18n.h>

#include "ntm-errors.h"
#include "ntm-grid-cursor.h"

/**
 * ntm_grid_editor_accept:
 * @self: an editor
 *
 * Takes the reason of a refusal away.
 */
void
ntm_grid_editor_accept (NtmGridEditor *self)
{
  g_return_if_fail (NTM_IS_GRID_EDITOR (self));

  if (!ntm_grid_editor_is_refused (self))
    return;
  gtk_popover_popdown (self->popover);
  gtk_accessible_reset_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID);
  gtk_accessible_reset_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * ntm_grid_editor_refuse:
 * @self: an editor that was started
 * @error: why the text was not taken
 * @fix: (nullable): a text that would be
 * @can_confirm: the text would be taken if it was confirmed
 *
 * Shows the reason below the text, which stays as it is.
 */
void
ntm_grid_editor_refuse (NtmGridEditor *self,
                        const GError  *error,
                        const char    *fix,
                        gboolean       can_confirm)
{
  g_autofree char *body = ntm_error_dup_body (error);

  g_return_if_fail (NTM_IS_GRID_EDITOR (self) && error != NULL);

  g_free (self->fix);
  self->fix = g_strdup (fix);
  gtk_label_set_text (self->heading, can_confirm ? _("Is this figure right?") : ntm_error_heading (error));
  gtk_label_set_text (self->reason, body);
  gtk_widget_set_visible (self->fix_button, fix != NULL);
  gtk_label_set_text (self->fix_label, fix == NULL ? "" : fix);
  gtk_widget_set_visible (self->keep_button, can_confirm);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, body, -1);
  gtk_popover_popup (self->popover);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * ntm_grid_editor_is_refused:
 * @self: an editor
 *
 * Returns: whether the reason of a refusal is shown
 */
gboolean
ntm_grid_editor_is_refused (NtmGridEditor *self)
{
  return self->popover != NULL && gtk_widget_get_visible (GTK_WIDGET (self->popover));
}

/**
 * ntm_grid_editor_get_reason:
 * @self: an editor
 *
 * Returns: (transfer none): why the text was refused, if it was
 */
const char *
ntm_grid_editor_get_reason (NtmGridEditor *self)
{
  return ntm_grid_editor_is_refused (self) ? gtk_label_get_text (self->reason) : NULL;
}

/**
 * ntm_grid_editor_get_fix:
 * @self: an editor
 *
 * Returns: (transfer none) (nullable): what would be taken in place of a refused text
 */
const char *
ntm_grid_editor_get_fix (NtmGridEditor *self)
{
  return ntm_grid_editor_is_refused (self) ? self->fix : NULL;
}

/**
 * ntm_grid_editor_take_fix:
 * @self: an editor
 *
 * Does what the button does: takes the text that is offered and ends.
 */
void
ntm_grid_editor_take_fix (NtmGridEditor *self)
{
  g_autofree char *fix = g_strdup (ntm_grid_editor_get_fix (self));

  if (fix == NULL)
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), fix);
  _ntm_grid_editor_finish (self, NTM_GRID_MOVE_DOWN, FALSE);
}
