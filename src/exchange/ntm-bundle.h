/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ntm-edit.h"

G_BEGIN_DECLS

NtmEdit *ntm_bundle_new_edit (GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
