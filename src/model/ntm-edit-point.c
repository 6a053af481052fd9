/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Named points in the history. A point is a row of the table meta, so it is an edit like any other: it can be
 * undone, and files and programs that know nothing of points are none the worse for it.
 */

#include "config.h"

#include "ntm-edit-point.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#include "ntm-edit-form-private.h"

#define TIME_LENGTH 20  /* 2024-02-21T08:00:00Z; what follows in the key tells points of one second apart */

/**
 * ntm_named_point_free:
 * @self: (nullable) (transfer full): a point
 */
void
ntm_named_point_free (NtmNamedPoint *self)
{
  if (!self)
    return;
  g_free (self->time);
  g_free (self->name);
  g_free (self);
}

static int
compare_points (gconstpointer a, gconstpointer b)
{
  const NtmNamedPoint *one = *(const NtmNamedPoint *const *) a, *other = *(const NtmNamedPoint *const *) b;

  return -strcmp (one->time, other->time);
}

/**
 * ntm_named_point_list:
 * @atlas: the Atlas
 *
 * Returns: (transfer full) (element-type NtmNamedPoint): the named points of the file, newest first
 */
GPtrArray *
ntm_named_point_list (NtmAtlas *atlas)
{
  GPtrArray *points = g_ptr_array_new_with_free_func ((GDestroyNotify) ntm_named_point_free);
  const GPtrArray *records;

  g_return_val_if_fail (NTM_IS_ATLAS (atlas), points);

  records = ntm_atlas_records (atlas, NTM_TABLE_META);
  for (guint i = 0; i < records->len; i++)
    {
      const NtmMeta *meta = g_ptr_array_index (records, i);
      NtmNamedPoint *point;

      if (!g_str_has_prefix (meta->key, NTM_NAMED_POINT_PREFIX))
        continue;
      point = g_new0 (NtmNamedPoint, 1);
      point->time = g_strndup (meta->key + strlen (NTM_NAMED_POINT_PREFIX), TIME_LENGTH);
      point->name = g_strdup (meta->value);
      g_ptr_array_add (points, point);
    }
  g_ptr_array_sort (points, compare_points);
  return points;
}

static char *
new_key (NtmAtlas *atlas, const char *time)
{
  char *key = g_strconcat (NTM_NAMED_POINT_PREFIX, time, NULL);

  for (int n = 2; ntm_atlas_lookup (atlas, NTM_TABLE_META, key); n++)
    {
      g_free (key);
      key = g_strdup_printf (NTM_NAMED_POINT_PREFIX "%s-%d", time, n);
    }
  return key;
}

/**
 * ntm_edit_new_point:
 * @atlas: the Atlas
 * @name: what to call it, one line of at most %NTM_NAMED_POINT_MAX characters
 * @time: now, in UTC, such as 2024-02-21T08:00:00Z
 * @error: return location for an error
 *
 * Makes the edit that names this point of the history.
 *
 * Returns: (transfer full): the edit, or %NULL with %NTM_ERROR_INPUT or %NTM_ERROR_RANGE
 */
NtmEdit *
ntm_edit_new_point (NtmAtlas *atlas, const char *name, const char *time, GError **error)
{
  NtmFormCheck check = { atlas, NULL, error };
  g_autofree char *stripped = g_strstrip (g_strdup (name));
  g_autoptr (NtmEdit) edit = NULL;
  g_autofree char *key = NULL;

  g_return_val_if_fail (NTM_IS_ATLAS (atlas) && time != NULL && strlen (time) == TIME_LENGTH, NULL);

  if (!ntm_form_check_line (&check, "name", stripped, NTM_NAMED_POINT_MAX))
    return NULL;
  if (ntm_form_is_blank (stripped))
    {
      ntm_form_refuse (&check, "name", NTM_ERROR_INPUT, g_strdup (_("Write a name for this point.")));
      return NULL;
    }
  key = new_key (atlas, time);
  edit = ntm_edit_new (stripped);
  if (!ntm_row_set (ntm_edit_write (edit, NTM_TABLE_META, key, NULL), "value", stripped, error))
    return NULL;
  return g_steal_pointer (&edit);
}
