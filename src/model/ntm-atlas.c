/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The Atlas itself: what is loaded, and replaced when an edit has changed it. Reading it is in
 * ntm-atlas-read.c and the files named after what they answer.
 *
 * Typical load: 300 units of a province, 200 indicators; at most the 10 700 communes of the country. All
 * registers are in memory at once; boundaries and the observations of an indicator come when first asked
 * for. A row that cannot be understood never stops the load: it stays, with a safe value for what could
 * not be derived, and is listed in the issues. One thread.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ntm-atlas-private.h"

G_DEFINE_FINAL_TYPE (NtmAtlas, ntm_atlas, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
free_records (NtmTableId table, GPtrArray *records)
{
  if (!records)
    return;
  for (guint i = 0; i < records->len; i++)
    ntm_record_free (ntm_table_get (table), records->pdata[i]);
  g_ptr_array_unref (records);
}

/* The records of a table, owned by the caller one by one, whatever free function came with the array. */
GPtrArray *
ntm_atlas_load_table (NtmAtlas *self, NtmTableId table, const char *indicator, const char *unit, GError **error)
{
  GPtrArray *records = self->loader (self->store, table, indicator, unit, error);

  if (records)
    g_ptr_array_set_free_func (records, NULL);
  return records;
}

static void
index_table (NtmAtlas *self, NtmTableId table)
{
  const GPtrArray *records = self->records[table];
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_clear_pointer (&self->by_key[table], g_hash_table_unref);
  self->by_key[table] = index;
  for (guint i = 0; i < records->len; i++)
    {
      g_autofree char *key = ntm_record_dup_key (ntm_table_get (table), records->pdata[i]);

      if (!g_hash_table_contains (index, key))
        g_hash_table_insert (index, g_steal_pointer (&key), records->pdata[i]);
      else
        ntm_atlas_add_issue (self, table, records->pdata[i], NULL, _("The key occurs twice; the first row counts."),
                             _("Remove one of the two rows."));
    }
}

static void
forget_boundaries (NtmAtlas *self)
{
  g_clear_pointer (&self->boundaries_of, g_hash_table_unref);
  g_clear_pointer (&self->by_key[NTM_TABLE_BOUNDARY], g_hash_table_unref);
  free_records (NTM_TABLE_BOUNDARY, g_steal_pointer (&self->records[NTM_TABLE_BOUNDARY]));
  ntm_atlas_forget_issues (self, "boundary", "");
}

static void
forget_series (NtmAtlas *self, const char *indicator)
{
  g_autofree char *prefix = g_strconcat (indicator, " ", NULL);

  if (g_hash_table_remove (self->series, indicator))
    ntm_atlas_forget_issues (self, "observation", prefix);
}

static void
forget_all_series (NtmAtlas *self)
{
  g_hash_table_remove_all (self->series);
  ntm_atlas_forget_issues (self, "observation", "");
}

static void
ntm_atlas_finalize (GObject *object)
{
  NtmAtlas *self = NTM_ATLAS (object);

  ntm_atlas_forget_names (self);
  g_clear_pointer (&self->units_coded, g_hash_table_unref);
  g_clear_pointer (&self->states_below, g_hash_table_unref);
  g_clear_pointer (&self->titles_of, g_hash_table_unref);
  g_clear_pointer (&self->merged_from, g_hash_table_unref);
  g_clear_pointer (&self->targets_of, g_hash_table_unref);
  g_clear_pointer (&self->boundaries_of, g_hash_table_unref);
  g_clear_pointer (&self->series, g_hash_table_unref);
  for (guint i = 0; i < NTM_N_TABLES; i++)
    {
      g_clear_pointer (&self->by_key[i], g_hash_table_unref);
      free_records ((NtmTableId) i, self->records[i]);
    }
  g_clear_pointer (&self->issues, g_ptr_array_unref);
  G_OBJECT_CLASS (ntm_atlas_parent_class)->finalize (object);
}

static void
ntm_atlas_class_init (NtmAtlasClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ntm_atlas_finalize;

  /**
   * NtmAtlas::changed:
   * @self: the Atlas
   * @change: (type Ntm.Change): what was touched; valid during the emission
   *
   * An edit, undo or redo was taken over. All records and series handed out before are gone.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
ntm_atlas_init (NtmAtlas *self)
{
  self->series = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) ntm_series_unref);
  self->issues = g_ptr_array_new_with_free_func ((GDestroyNotify) ntm_issue_free);
  for (guint i = 0; i < NTM_N_TABLES; i++)
    if (!ntm_table_is_lazy ((NtmTableId) i))
      self->records[i] = g_ptr_array_new ();
  ntm_atlas_derive (self);
}

/**
 * ntm_atlas_new:
 * @loader: how to get the records of a table
 * @store: (closure loader): what @loader is called with; must outlive the Atlas
 *
 * Makes an Atlas that holds nothing yet.
 *
 * Returns: (transfer full): the Atlas
 */
NtmAtlas *
ntm_atlas_new (NtmLoader loader, gpointer store)
{
  NtmAtlas *self;

  g_return_val_if_fail (loader != NULL, NULL);

  self = g_object_new (NTM_TYPE_ATLAS, NULL);
  self->loader = loader;
  self->store = store;
  return self;
}

/* Loads the tables of @wanted first and takes them over only when all are there. */
static gboolean
take_tables (NtmAtlas *self, guint32 wanted, GError **error)
{
  GPtrArray *loaded[NTM_N_TABLES] = { NULL };

  for (guint i = 0; i < NTM_N_TABLES; i++)
    {
      if (!(wanted & (1u << i)) || ntm_table_is_lazy ((NtmTableId) i))
        continue;
      loaded[i] = ntm_atlas_load_table (self, (NtmTableId) i, NULL, NULL, error);
      if (loaded[i])
        continue;
      for (guint j = 0; j < i; j++)
        free_records ((NtmTableId) j, loaded[j]);
      return FALSE;
    }
  for (guint i = 0; i < NTM_N_TABLES; i++)
    if (loaded[i])
      {
        free_records ((NtmTableId) i, self->records[i]);
        self->records[i] = loaded[i];
      }
  return TRUE;
}

static void
index_and_derive (NtmAtlas *self)
{
  for (guint i = 0; i < NTM_N_TABLES; i++)
    if (!ntm_table_is_lazy ((NtmTableId) i))
      {
        ntm_atlas_forget_issues (self, ntm_table_get ((NtmTableId) i)->name, "");
        index_table (self, (NtmTableId) i);
      }
  ntm_atlas_derive (self);
}

/**
 * ntm_atlas_load:
 * @self: an Atlas
 * @error: return location for an error
 *
 * Loads all tables but observations and boundaries. For the store, once, after [ctor@Ntm.Atlas.new].
 *
 * Returns: %TRUE, or %FALSE with the loader's error; the Atlas is then as before
 */
gboolean
ntm_atlas_load (NtmAtlas *self, GError **error)
{
  g_return_val_if_fail (NTM_IS_ATLAS (self), FALSE);

  if (!take_tables (self, G_MAXUINT32, error))
    return FALSE;
  forget_boundaries (self);
  forget_all_series (self);
  index_and_derive (self);
  return TRUE;
}

static void
forget_touched_series (NtmAtlas *self, const NtmChange *change)
{
  /* Rows of the matrices are units, and the dates of documents decide which value is preferred. */
  guint32 all = 1u << NTM_TABLE_UNIT | 1u << NTM_TABLE_DOCUMENT | 1u << NTM_TABLE_INDICATOR;
  gboolean is_named = change->indicators && change->indicators->len > 0;

  if ((change->tables & all) || (change->tables & (1u << NTM_TABLE_OBSERVATION) && !is_named))
    {
      forget_all_series (self);
      return;
    }
  for (guint i = 0; is_named && i < change->indicators->len; i++)
    forget_series (self, change->indicators->pdata[i]);
}

/**
 * ntm_atlas_reload:
 * @self: an Atlas
 * @change: what was changed in the file
 * @error: return location for an error
 *
 * Takes over what an edit changed: reloads the touched tables, forgets the touched series (all of them if
 * observations changed and no indicator is named), derives anew and emits "changed".
 *
 * Returns: %TRUE, or %FALSE with the loader's error; the Atlas is then as before
 */
gboolean
ntm_atlas_reload (NtmAtlas *self, const NtmChange *change, GError **error)
{
  guint32 lazy = 1u << NTM_TABLE_OBSERVATION | 1u << NTM_TABLE_BOUNDARY;

  g_return_val_if_fail (NTM_IS_ATLAS (self) && change != NULL, FALSE);

  if (!take_tables (self, change->tables, error))
    return FALSE;
  if (change->tables & (1u << NTM_TABLE_BOUNDARY))
    forget_boundaries (self);
  forget_touched_series (self, change);
  if (change->tables & ~lazy)
    index_and_derive (self);
  g_signal_emit (self, signals[CHANGED], 0, change);
  return TRUE;
}

/* A file that cannot be read now has no boundaries; it is not asked again until it changes. */
gboolean
ntm_atlas_ensure_boundaries (NtmAtlas *self)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *records;

  if (self->boundaries_of)
    return TRUE;
  if (!self->loader)
    return FALSE;
  records = ntm_atlas_load_table (self, NTM_TABLE_BOUNDARY, NULL, NULL, &error);
  self->records[NTM_TABLE_BOUNDARY] = records ? records : g_ptr_array_new ();
  index_table (self, NTM_TABLE_BOUNDARY);
  ntm_atlas_derive_boundaries (self);
  if (!records)
    g_ptr_array_add (self->issues,
                     ntm_issue_new ("boundary", 0, NULL, NULL, error ? error->message : _("Boundaries cannot be read."),
                                    _("Check the disk and open the file again.")));
  return TRUE;
}
