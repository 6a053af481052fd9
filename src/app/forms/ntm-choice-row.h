/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * NtmChoiceRow:
 *
 * A row of a form that chooses one of many: units, documents, agencies. Its button opens a list with a
 * search that needs no accents. Emits "chosen" when a person has chosen.
 */
#define NTM_TYPE_CHOICE_ROW (ntm_choice_row_get_type ())
G_DECLARE_FINAL_TYPE (NtmChoiceRow, ntm_choice_row, NTM, CHOICE_ROW, AdwActionRow)

void        ntm_choice_row_clear  (NtmChoiceRow *self);
void        ntm_choice_row_add    (NtmChoiceRow *self, const char *id, const char *text, const char *detail);
gboolean    ntm_choice_row_select (NtmChoiceRow *self, const char *id);
const char *ntm_choice_row_get_id (NtmChoiceRow *self);
void        ntm_choice_row_search (NtmChoiceRow *self, const char *text);
GListModel *ntm_choice_row_get_found (NtmChoiceRow *self);
void        ntm_choice_row_choose (NtmChoiceRow *self, guint position);

G_END_DECLS
