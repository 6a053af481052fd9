/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ntm-blank-source.h"

struct _NtmBlankSource
{
  ShumateMapSource parent_instance;
};

G_DEFINE_FINAL_TYPE (NtmBlankSource, ntm_blank_source, SHUMATE_TYPE_MAP_SOURCE)

static void
ntm_blank_source_fill_tile_async (ShumateMapSource   *source,
                                  ShumateTile        *tile,
                                  GCancellable       *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (source, cancellable, callback, user_data);

  shumate_tile_set_state (tile, SHUMATE_STATE_DONE);
  g_task_return_boolean (task, TRUE);
}

static gboolean
ntm_blank_source_fill_tile_finish (ShumateMapSource *source,
                                   GAsyncResult     *result,
                                   GError          **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
ntm_blank_source_class_init (NtmBlankSourceClass *klass)
{
  ShumateMapSourceClass *source_class = SHUMATE_MAP_SOURCE_CLASS (klass);

  source_class->fill_tile_async = ntm_blank_source_fill_tile_async;
  source_class->fill_tile_finish = ntm_blank_source_fill_tile_finish;
}

static void
ntm_blank_source_init (NtmBlankSource *self)
{
}

/**
 * ntm_blank_source_new:
 *
 * Returns: (transfer full): a source in Web-Mercator with tiles of 256 pixels and zooms from 0 to 18
 */
ShumateMapSource *
ntm_blank_source_new (void)
{
  ShumateMapSource *source = g_object_new (NTM_TYPE_BLANK_SOURCE, NULL);

  shumate_map_source_set_id (source, "ntm-blank");
  shumate_map_source_set_min_zoom_level (source, 0);
  shumate_map_source_set_max_zoom_level (source, 18);
  shumate_map_source_set_tile_size (source, 256);
  shumate_map_source_set_projection (source, SHUMATE_MAP_PROJECTION_MERCATOR);
  return source;
}
