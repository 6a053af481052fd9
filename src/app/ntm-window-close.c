/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What must be settled before a window closes, so that nothing goes with it: the cell being typed, a form that is
 * not saved, a file that has lost its place and lives only as long as it is open.
 */

#include "config.h"

#include "ntm-window-private.h"

#include "ntm-dialogs.h"
#include "ntm-form.h"

/* Returns: FALSE if what is typed in the table was refused: it is shown with the reason */
gboolean
_ntm_window_finish_edit (NtmWindow *self)
{
  NtmGrid *grid = self->sheet_page == NULL ? NULL : ntm_sheet_page_get_grid (self->sheet_page);

  if (grid == NULL || ntm_grid_finish_edit (grid))
    return TRUE;
  adw_view_stack_set_visible_child (self->views, GTK_WIDGET (self->sheet_place));
  return FALSE;
}

static gboolean
close_forms (NtmWindow *self)
{
  GList *windows = gtk_window_list_toplevels ();
  gboolean done = TRUE;

  g_list_foreach (windows, (GFunc) (void *) g_object_ref, NULL);
  for (GList *l = windows; l != NULL && done; l = l->next)
    if (NTM_IS_FORM (l->data) && gtk_window_get_transient_for (l->data) == GTK_WINDOW (self))
      done = ntm_form_leave (l->data);
  g_list_free_full (windows, g_object_unref);
  return done;
}

/* Told once: whoever closes the window again knows. */
static gboolean
check_place (NtmWindow *self)
{
  NtmStore *store = ntm_desk_get_store (self->desk);
  g_autoptr (GError) error = NULL;

  if (store == NULL || ntm_store_is_read_only (store) || self->loss_told || ntm_store_check_place (store, &error))
    return TRUE;
  self->loss_told = TRUE;
  ntm_dialogs_error (GTK_WINDOW (self), error);
  return FALSE;
}

gboolean
_ntm_window_may_close (NtmWindow *self)
{
  return close_forms (self) && _ntm_window_finish_edit (self) && check_place (self);
}
