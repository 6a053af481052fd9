/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the tests of the store share: a folder of their own, a small file, and the file as SQLite sees it. */

#include <gio/gio.h>
#include <sqlite3.h>

#include "ntm-error.h"
#include "ntm-store.h"

/**
 * Fixture:
 *
 * A fresh folder, removed with all it holds, and the path of a file in it that does not exist yet.
 */
typedef struct
{
  char *folder;
  char *path;
} Fixture;

void      fixture_set_up    (Fixture *self, gconstpointer data);
void      fixture_tear_down (Fixture *self, gconstpointer data);
char     *fixture_path      (Fixture *self, const char *name);
void      fixture_make_file (Fixture *self);
NtmEdit  *fixture_new_data  (void);
NtmEdit  *fixture_new_value (const char *unit, const char *period, const char *value);
gboolean  fixture_apply_value (NtmStore *store, const char *unit, const char *period, const char *value, GError **error);
NtmStore *fixture_open      (Fixture *self);
void      fixture_sql       (const char *path, const char *sql);
char     *fixture_ask       (const char *path, const char *sql);
char     *fixture_dump      (const char *path);
char     *fixture_read      (const char *path, gsize *size);
GPtrArray *fixture_list     (Fixture *self);

#define fixture_test(name, func) g_test_add (name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
