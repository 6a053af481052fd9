/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ntm-atlas.h"

/**
 * CsvStore:
 *
 * A store for tests: tables as CSV text in memory or in a folder, as in data/hatinh. A column may be
 * written without its `_e6`; one left out is empty.
 */
typedef struct
{
  GPtrArray *texts[NTM_N_TABLES];  /* (element-type GBytes) */
  guint      loads[NTM_N_TABLES];  /* how often each was asked for */
  int        failing;              /* a table that cannot be read, or -1 */
} CsvStore;

CsvStore  *csv_store_new     (void);
void       csv_store_free    (CsvStore *self);
void       csv_store_set     (CsvStore *self, NtmTableId table, const char *csv);
gboolean   csv_store_add_dir (CsvStore *self, const char *path);
GPtrArray *csv_store_load    (gpointer self, NtmTableId table, const char *indicator, const char *unit, GError **error);
NtmAtlas  *csv_store_new_atlas (CsvStore *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsvStore, csv_store_free)
