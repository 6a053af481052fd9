/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any picture behind one face: what it is. How large it is and how it is drawn: ntm-figure-draw.c. */

#include "config.h"

#include "ntm-figure.h"

struct _NtmFigure
{
  gatomicrefcount ref_count;
  NtmFigureKind   kind;
  gpointer        spec;
};

static NtmFigure *
figure_new (NtmFigureKind kind, gpointer spec)
{
  NtmFigure *self = g_new0 (NtmFigure, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->kind = kind;
  self->spec = spec;
  return self;
}

/* Takes @spec. */
static NtmFigure *
figure_take (NtmFigureKind kind, gpointer spec)
{
  return spec ? figure_new (kind, spec) : NULL;
}

/**
 * ntm_figure_new_map:
 * @ctx: the context
 * @question: what to show
 * @error: return location for a #GError
 *
 * Returns: (transfer full): the figure, or %NULL with the error of ntm_map_view_new()
 */
NtmFigure *
ntm_figure_new_map (const NtmViewContext *ctx, const NtmMapQuestion *question, GError **error)
{
  return figure_take (NTM_FIGURE_MAP, ntm_map_view_new (ctx, question, error));
}

/**
 * ntm_figure_new_trend:
 * @ctx: the context
 * @question: what to show
 * @error: return location for a #GError
 *
 * Returns: (transfer full): the figure, or %NULL with the error of ntm_trend_view_new()
 */
NtmFigure *
ntm_figure_new_trend (const NtmViewContext *ctx, const NtmTrendQuestion *question, GError **error)
{
  return figure_take (NTM_FIGURE_TREND, ntm_trend_view_new (ctx, question, error));
}

/**
 * ntm_figure_new_rank:
 * @ctx: the context
 * @question: what to compare
 * @error: return location for a #GError
 *
 * Returns: (transfer full): the figure, or %NULL with the error of ntm_rank_view_new()
 */
NtmFigure *
ntm_figure_new_rank (const NtmViewContext *ctx, const NtmRankQuestion *question, GError **error)
{
  return figure_take (NTM_FIGURE_RANK, ntm_rank_view_new (ctx, question, error));
}

/**
 * ntm_figure_new_titles:
 * @ctx: the context
 * @question: what to list
 * @error: return location for a #GError
 *
 * Returns: (transfer full): the figure, or %NULL with the error of ntm_titles_view_new()
 */
NtmFigure *
ntm_figure_new_titles (const NtmViewContext *ctx, const NtmTitlesQuestion *question, GError **error)
{
  return figure_take (NTM_FIGURE_TABLE, ntm_titles_view_new (ctx, question, error));
}

/**
 * ntm_figure_new_tasks:
 * @ctx: the context
 * @question: which tasks
 * @error: return location for a #GError
 *
 * Returns: (transfer full): the figure, or %NULL with the error of ntm_tasks_view_new()
 */
NtmFigure *
ntm_figure_new_tasks (const NtmViewContext *ctx, const NtmTasksQuestion *question, GError **error)
{
  return figure_take (NTM_FIGURE_TASKS, ntm_tasks_view_new (ctx, question, error));
}

/**
 * ntm_figure_new_for_map:
 * @spec: a map; a reference is taken
 *
 * Returns: (transfer full): it as a figure
 */
NtmFigure *
ntm_figure_new_for_map (NtmMapSpec *spec)
{
  return figure_new (NTM_FIGURE_MAP, ntm_map_spec_ref (spec));
}

/**
 * ntm_figure_new_for_trend:
 * @spec: a trend; a reference is taken
 *
 * Returns: (transfer full): it as a figure
 */
NtmFigure *
ntm_figure_new_for_trend (NtmTrendSpec *spec)
{
  return figure_new (NTM_FIGURE_TREND, ntm_trend_spec_ref (spec));
}

/**
 * ntm_figure_new_for_rank:
 * @spec: a ranking; a reference is taken
 *
 * Returns: (transfer full): it as a figure
 */
NtmFigure *
ntm_figure_new_for_rank (NtmRankSpec *spec)
{
  return figure_new (NTM_FIGURE_RANK, ntm_rank_spec_ref (spec));
}

/**
 * ntm_figure_new_for_table:
 * @spec: a table; a reference is taken
 *
 * Returns: (transfer full): it as a figure
 */
NtmFigure *
ntm_figure_new_for_table (NtmTableSpec *spec)
{
  return figure_new (NTM_FIGURE_TABLE, ntm_table_spec_ref (spec));
}

/**
 * ntm_figure_new_for_tasks:
 * @spec: a task list; a reference is taken
 *
 * Returns: (transfer full): it as a figure
 */
NtmFigure *
ntm_figure_new_for_tasks (NtmTaskListSpec *spec)
{
  return figure_new (NTM_FIGURE_TASKS, ntm_task_list_spec_ref (spec));
}

/**
 * ntm_figure_ref:
 * @self: a figure
 *
 * Returns: (transfer full): it, with one reference more
 */
NtmFigure *
ntm_figure_ref (NtmFigure *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

static void
unref_spec (NtmFigure *self)
{
  switch (self->kind)
    {
    case NTM_FIGURE_MAP:
      ntm_map_spec_unref (self->spec);
      break;
    case NTM_FIGURE_TREND:
      ntm_trend_spec_unref (self->spec);
      break;
    case NTM_FIGURE_RANK:
      ntm_rank_spec_unref (self->spec);
      break;
    case NTM_FIGURE_TABLE:
      ntm_table_spec_unref (self->spec);
      break;
    case NTM_FIGURE_TASKS:
      ntm_task_list_spec_unref (self->spec);
      break;
    default:
      g_assert_not_reached ();
    }
}

/**
 * ntm_figure_unref:
 * @self: (transfer full) (nullable): a figure
 *
 * Drops a reference.
 */
void
ntm_figure_unref (NtmFigure *self)
{
  if (!self || !g_atomic_ref_count_dec (&self->ref_count))
    return;
  unref_spec (self);
  g_free (self);
}

/**
 * ntm_figure_get_kind:
 * @self: a figure
 *
 * Returns: its kind
 */
NtmFigureKind
ntm_figure_get_kind (const NtmFigure *self)
{
  return self->kind;
}

/**
 * ntm_figure_get_spec:
 * @self: a figure
 *
 * Returns: (transfer none): its #NtmMapSpec, #NtmTrendSpec, #NtmRankSpec, #NtmTableSpec or
 *   #NtmTaskListSpec, by its kind; not to be changed
 */
gpointer
ntm_figure_get_spec (const NtmFigure *self)
{
  return self->spec;
}

/**
 * ntm_figure_get_title:
 * @self: a figure
 *
 * Returns: (nullable): its title
 */
const char *
ntm_figure_get_title (const NtmFigure *self)
{
  switch (self->kind)
    {
    case NTM_FIGURE_MAP:
      return ((const NtmMapSpec *) self->spec)->title;
    case NTM_FIGURE_TREND:
      return ((const NtmTrendSpec *) self->spec)->title;
    case NTM_FIGURE_RANK:
      return ((const NtmRankSpec *) self->spec)->title;
    case NTM_FIGURE_TABLE:
      return ((const NtmTableSpec *) self->spec)->title;
    case NTM_FIGURE_TASKS:
      return ((const NtmTaskListSpec *) self->spec)->title;
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * ntm_figure_get_source:
 * @self: a figure
 *
 * Returns: (nullable): its source line; tables have a source in each row instead
 */
const char *
ntm_figure_get_source (const NtmFigure *self)
{
  switch (self->kind)
    {
    case NTM_FIGURE_MAP:
      return ((const NtmMapSpec *) self->spec)->source;
    case NTM_FIGURE_TREND:
      return ((const NtmTrendSpec *) self->spec)->source;
    case NTM_FIGURE_RANK:
      return ((const NtmRankSpec *) self->spec)->source;
    case NTM_FIGURE_TASKS:
      return ((const NtmTaskListSpec *) self->spec)->source;
    case NTM_FIGURE_TABLE:
    default:
      return NULL;
    }
}
