/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading the Atlas: registers, single records by key, and the series of an indicator. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ntm-atlas-private.h"
#include "ntm-error.h"

/**
 * ntm_atlas_records:
 * @self: an Atlas
 * @table: any table but observations, which [method@Ntm.Atlas.series] gives
 *
 * Returns: (transfer none) (nullable) (element-type gpointer): the records of the table in the order of the
 *   loader; boundaries are loaded if they were not; %NULL for observations
 */
const GPtrArray *
ntm_atlas_records (NtmAtlas *self, NtmTableId table)
{
  g_return_val_if_fail (NTM_IS_ATLAS (self) && (guint) table < NTM_N_TABLES, NULL);

  if (table == NTM_TABLE_BOUNDARY)
    ntm_atlas_ensure_boundaries (self);
  return self->records[table];
}

static gconstpointer
lookup_observation (NtmAtlas *self, const char *key)
{
  g_auto (GStrv) parts = g_strsplit (key, " ", 2);
  const NtmSeries *series = g_strv_length (parts) == 2 ? ntm_atlas_series (self, parts[0], NULL) : NULL;

  for (guint i = 0; series && i < series->all->len; i++)
    {
      g_autofree char *other = ntm_record_dup_key (ntm_table_get (NTM_TABLE_OBSERVATION), series->all->pdata[i]);

      if (g_str_equal (other, key))
        return series->all->pdata[i];
    }
  return NULL;
}

/**
 * ntm_atlas_lookup:
 * @self: an Atlas
 * @table: a table
 * @key: the key as [func@Ntm.record_dup_key] makes it
 *
 * Finds a record. Quick for all tables but observations, whose series is loaded and searched.
 *
 * Returns: (transfer none) (nullable): the record
 */
gconstpointer
ntm_atlas_lookup (NtmAtlas *self, NtmTableId table, const char *key)
{
  g_return_val_if_fail (NTM_IS_ATLAS (self) && (guint) table < NTM_N_TABLES && key != NULL, NULL);

  if (table == NTM_TABLE_OBSERVATION)
    return lookup_observation (self, key);
  if (table == NTM_TABLE_BOUNDARY)
    ntm_atlas_ensure_boundaries (self);
  return self->by_key[table] ? g_hash_table_lookup (self->by_key[table], key) : NULL;
}

/**
 * ntm_atlas_meta:
 * @self: an Atlas
 * @key: a key of table meta
 *
 * Returns: (transfer none) (nullable): its value
 */
const char *
ntm_atlas_meta (NtmAtlas *self, const char *key)
{
  const NtmMeta *meta = ntm_atlas_lookup (self, NTM_TABLE_META, key);

  return meta ? meta->value : NULL;
}

/**
 * ntm_atlas_is_sample:
 * @self: an Atlas
 *
 * Returns: %TRUE if the file says that its data is generated (`sample` is neither "" nor 0)
 */
gboolean
ntm_atlas_is_sample (NtmAtlas *self)
{
  const char *sample = ntm_atlas_meta (self, "sample");

  return sample && *sample && !g_str_equal (sample, "0");
}

/**
 * ntm_atlas_reference_date:
 * @self: an Atlas
 *
 * Returns: the day that all views and commands use unless told otherwise; where the file has none, the
 *   newest day of its documents, else 2000-01-01
 */
NtmDate
ntm_atlas_reference_date (NtmAtlas *self)
{
  g_return_val_if_fail (NTM_IS_ATLAS (self), NTM_DATE_MIN);

  return self->reference_date;
}

/**
 * ntm_atlas_issues:
 * @self: an Atlas
 *
 * What could not be understood in the tables loaded so far: file is the table, value the key of the row.
 * Boundaries and observations are in it once they have been asked for.
 *
 * Returns: (transfer none) (element-type NtmIssue): the issues; valid until more is loaded
 */
const GPtrArray *
ntm_atlas_issues (NtmAtlas *self)
{
  g_return_val_if_fail (NTM_IS_ATLAS (self), NULL);

  return self->issues;
}

static gboolean
check_indicator (NtmAtlas *self, const char *indicator, GError **error)
{
  g_autofree char *quote = NULL;

  if (ntm_atlas_lookup (self, NTM_TABLE_INDICATOR, indicator))
    return TRUE;
  quote = ntm_model_quote (indicator);
  g_set_error (error, NTM_ERROR, NTM_ERROR_NOT_FOUND, _("There is no indicator “%s”."), quote);
  return FALSE;
}

/* What is wrong with rows that are read again is told again. */
static NtmSeries *
load_series (NtmAtlas *self, const char *indicator, const NtmUnit *unit, GError **error)
{
  GPtrArray *observations = ntm_atlas_load_table (self, NTM_TABLE_OBSERVATION, indicator, unit ? unit->id : NULL, error);
  g_autofree char *prefix = g_strjoin (" ", indicator, unit ? unit->id : "", unit ? "" : NULL, NULL);

  if (!observations)
    return NULL;
  ntm_atlas_forget_issues (self, "observation", prefix);
  return ntm_series_build (self, indicator, unit, observations);
}

/**
 * ntm_atlas_series:
 * @self: an Atlas
 * @indicator: the code of an indicator
 * @error: return location for an error
 *
 * Gives all observations of an indicator, loaded when first asked for.
 *
 * Returns: (transfer none): the series, valid until the next "changed"; %NULL with %NTM_ERROR_NOT_FOUND if
 *   there is no such indicator, or with the loader's error
 */
const NtmSeries *
ntm_atlas_series (NtmAtlas *self, const char *indicator, GError **error)
{
  NtmSeries *series;

  g_return_val_if_fail (NTM_IS_ATLAS (self) && indicator != NULL, NULL);

  series = g_hash_table_lookup (self->series, indicator);
  if (series)
    return series;
  if (!check_indicator (self, indicator, error))
    return NULL;
  series = load_series (self, indicator, NULL, error);
  if (series)
    g_hash_table_insert (self->series, g_strdup (indicator), series);
  return series;
}

/**
 * ntm_atlas_dup_row:
 * @self: an Atlas
 * @indicator: the code of an indicator
 * @unit: a unit of the Atlas
 * @error: return location for an error
 *
 * Gives the observations of one unit for those who look at nothing else: the whole series where it is loaded
 * already, else only the row of @unit, read from the file. That takes microseconds, where the series of
 * thousands of units takes a tenth of a second and the memory for all of them.
 *
 * Returns: (transfer full): a series that has a row for @unit; its units are gone with the next "changed".
 *   %NULL with @error set as by [method@Ntm.Atlas.series]
 */
NtmSeries *
ntm_atlas_dup_row (NtmAtlas *self, const char *indicator, const NtmUnit *unit, GError **error)
{
  NtmSeries *series;

  g_return_val_if_fail (NTM_IS_ATLAS (self) && indicator != NULL && unit != NULL, NULL);

  series = g_hash_table_lookup (self->series, indicator);
  if (series)
    return ntm_series_ref (series);
  return check_indicator (self, indicator, error) ? load_series (self, indicator, unit, error) : NULL;
}
