/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ntm-choice-row.h"
#include "ntm-desk.h"

G_BEGIN_DECLS

/* The registers of the file as choices of a form. */

void  ntm_form_units_fill    (NtmChoiceRow *row, NtmDesk *desk, const char *none);
void  ntm_form_agencies_fill (NtmChoiceRow *row, NtmDesk *desk);
void  ntm_form_documents_add (NtmChoiceRow *row, NtmDesk *desk);
char *ntm_form_unit_name     (NtmDesk *desk, const char *unit) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
