/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ntm-edit.h"
#include "ntm-view-context.h"

/**
 * ViewFixture:
 *
 * An Atlas to ask: the built-in data with its boundaries, or an edit's rows. @ctx is by the day signed, in
 * the language of the process.
 */
typedef struct
{
  NtmEdit       *edit;
  NtmAtlas      *atlas;
  NtmViewContext ctx;
} ViewFixture;

void     view_fixture_set_up    (ViewFixture *self, gconstpointer at);
void     view_fixture_tear_down (ViewFixture *self, gconstpointer data);
NtmAtlas *view_fixture_new_atlas (NtmEdit *edit);
NtmDate  view_day               (const char *iso);
void     view_assert_words      (const ViewFixture *self, const char *actual, const char *en, const char *vi);
gboolean view_is_translated     (const ViewFixture *self);
NtmLang  view_test_init         (int *argc, char ***argv);

#define view_add(name, at, func) \
  g_test_add (name, ViewFixture, at, view_fixture_set_up, func, view_fixture_tear_down)
