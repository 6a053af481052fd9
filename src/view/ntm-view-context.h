/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ntm-atlas.h"
#include "ntm-error.h"

G_BEGIN_DECLS

/**
 * NtmViewContext:
 * @atlas: not owned; must outlive the call it is passed to
 * @lang: of numbers, dates and names of the data. Sentences are in the language of the process
 *   (ntm_lang_init()); the two are the same except while a program switches
 * @at: the day the picture is of; nothing later is shown
 * @basis: from which day a title counts
 *
 * What every question to the Atlas has in common. A plain value: copy it freely.
 */
typedef struct
{
  NtmAtlas *atlas;
  NtmLang   lang;
  NtmDate   at;
  NtmBasis  basis;
} NtmViewContext;

NtmViewContext ntm_view_context_new (NtmAtlas *atlas, NtmLang lang);

G_END_DECLS
