/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The one way a window writes to its file; each attempt tells the desk whether the file took it. */

#include "ntm-desk-private.h"

/**
 * ntm_desk_apply:
 * @self: a desk with a file
 * @edit: a change
 *
 * Stores @edit in the file, as ntm_store_apply() does. A failed call changes nothing.
 *
 * Returns: %FALSE with @error set if the file refused; ntm_error_is_of_file() tells whether it is at fault
 */
gboolean
ntm_desk_apply (NtmDesk       *self,
                const NtmEdit *edit,
                GError       **error)
{
  GError *own = NULL;
  gboolean done;

  g_return_val_if_fail (NTM_IS_DESK (self) && ntm_desk_get_store (self) != NULL, FALSE);

  done = ntm_store_apply (ntm_desk_get_store (self), edit, &own);
  return _ntm_desk_end_write (self, done, own, error);
}

/**
 * ntm_desk_set_date:
 * @self: a desk with a file
 * @date: the new reference date
 *
 * Writes the reference date through the journal: it can be undone. A failed call changes nothing.
 *
 * Returns: %FALSE with @error set if the date or the file refused
 */
gboolean
ntm_desk_set_date (NtmDesk *self,
                   NtmDate  date,
                   GError **error)
{
  g_autoptr (NtmEdit) edit = NULL;

  g_return_val_if_fail (NTM_IS_DESK (self) && ntm_desk_get_store (self) != NULL, FALSE);

  edit = ntm_edit_new_reference_date (ntm_desk_get_atlas (self), date, error);
  return edit != NULL && ntm_desk_apply (self, edit, error);
}

/**
 * ntm_desk_undo:
 * @self: a desk with a file
 * @label: (out) (optional) (transfer full): what was undone
 *
 * Takes back the last edit.
 *
 * Returns: %FALSE with @error set if there is none or the file refused
 */
gboolean
ntm_desk_undo (NtmDesk *self,
               char   **label,
               GError **error)
{
  GError *own = NULL;
  gboolean done;

  g_return_val_if_fail (NTM_IS_DESK (self) && ntm_desk_get_store (self) != NULL, FALSE);

  done = ntm_store_undo (ntm_desk_get_store (self), label, &own);
  return _ntm_desk_end_write (self, done, own, error);
}

/**
 * ntm_desk_redo:
 * @self: a desk with a file
 * @label: (out) (optional) (transfer full): what was done again
 *
 * Does again what was undone last.
 *
 * Returns: %FALSE with @error set if there is nothing or the file refused
 */
gboolean
ntm_desk_redo (NtmDesk *self,
               char   **label,
               GError **error)
{
  GError *own = NULL;
  gboolean done;

  g_return_val_if_fail (NTM_IS_DESK (self) && ntm_desk_get_store (self) != NULL, FALSE);

  done = ntm_store_redo (ntm_desk_get_store (self), label, &own);
  return _ntm_desk_end_write (self, done, own, error);
}
