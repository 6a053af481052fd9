/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Commands that draw: the same pictures as in the window, into a file. */

#include "config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <math.h>

#include "ntm-brief.h"
#include "ntm-cli.h"
#include "ntm-error.h"
#include "ntm-figure.h"
#include "ntm-output.h"

#define SIDE_MIN   200
#define SIDE_MAX   10000
#define PIXELS_MAX (64 * 1000 * 1000)
#define REPORT_DPI 150

/* Options that name a file are checked before anything is computed. */
static gboolean
read_output (NtmCall          *call,
             const char      **path,
             NtmOutputFormat  *format,
             GError          **error)
{
  g_autoptr (GError) reason = NULL;

  *path = ntm_args_get (call->args, "output");
  if (*path == NULL)
    return ntm_usage_fail (error, _("Say where the drawing goes: -o FILE.png, FILE.svg or FILE.pdf."));
  if (!ntm_output_format_from_name (*path, format, &reason))
    return ntm_usage_fail (error, "%s", reason->message);
  return TRUE;
}

static gboolean
read_context (NtmCall         *call,
              NtmViewContext  *ctx,
              GError         **error)
{
  *ctx = ntm_view_context_new (call->atlas, ntm_lang_current ());
  return ntm_call_date (call, &ctx->at, error) && ntm_call_basis (call, &ctx->basis, error);
}

static NtmDrawStyle *
read_style (NtmCall          *call,
            NtmOutputFormat   format,
            GError          **error)
{
  static const char *const words[] = { "light", "dark", "print", NULL };
  static const NtmStyle styles[] = { NTM_STYLE_LIGHT, NTM_STYLE_DARK, NTM_STYLE_PRINT };
  guint choice;

  if (!ntm_args_get_choice (call->args, "style", words, &choice, error))
    return NULL;
  return ntm_draw_style_new (styles[choice], format == NTM_OUTPUT_PDF ? NTM_MEDIUM_PRINT : NTM_MEDIUM_DESK,
                             ntm_lang_current ());
}

/* A larger picture shows the same in larger type, not more of it in type nobody can read. */
static void
scale_style (const NtmFigure *figure,
             NtmDrawStyle    *style,
             guint            width,
             guint            height)
{
  double usual_width, usual_height;

  ntm_figure_get_preferred_size (figure, style, &usual_width, &usual_height);
  if (usual_width > 0 && usual_height > 0)
    style->scale = MAX (1.0, MIN (width / usual_width, height / usual_height));
}

static gboolean
read_size (NtmCall          *call,
           NtmOutputFormat   format,
           const NtmFigure  *figure,
           NtmDrawStyle     *style,
           guint            *width,
           guint            *height,
           GError          **error)
{
  double usual_width, usual_height;

  ntm_figure_get_preferred_size (figure, style, &usual_width, &usual_height);
  *width = CLAMP (ceil (usual_width), SIDE_MIN, SIDE_MAX);
  *height = CLAMP (ceil (usual_height), SIDE_MIN, SIDE_MAX);
  if (!ntm_args_get_size (call->args, SIDE_MIN, SIDE_MAX, width, height, error))
    return FALSE;
  if (format == NTM_OUTPUT_PNG && (guint64) *width * *height > PIXELS_MAX)
    return ntm_usage_fail (error, _("A picture of %u × %u pixels is too large: %u million pixels at most. Choose a smaller --size, or SVG or PDF."),
                           *width, *height, PIXELS_MAX / 1000000);
  scale_style (figure, style, *width, *height);
  return TRUE;
}

typedef NtmFigure *(*FigureFunc) (NtmCall *call, const NtmViewContext *ctx, GError **error);

static NtmExit
draw (NtmCall    *call,
      FigureFunc  func,
      GError    **error)
{
  g_autoptr (NtmDrawStyle) style = NULL;
  g_autoptr (NtmFigure) figure = NULL;
  NtmViewContext ctx;
  NtmOutputFormat format;
  const char *path;
  guint width, height;

  if (!read_output (call, &path, &format, error) || !read_context (call, &ctx, error))
    return NTM_EXIT_ERROR;
  style = read_style (call, format, error);
  figure = style == NULL ? NULL : func (call, &ctx, error);
  if (figure == NULL || !read_size (call, format, figure, style, &width, &height, error) ||
      !ntm_figure_write (figure, path, width, height, style, error))
    return NTM_EXIT_ERROR;
  return NTM_EXIT_DONE;
}

/* Districts as long as there are any, then communes. */
static gboolean
read_level (NtmCall   *call,
            NtmDate    at,
            NtmLevel  *level,
            GError   **error)
{
  g_autoptr (GPtrArray) districts = ntm_atlas_units_at (call->atlas, NTM_LEVEL_DISTRICT, at);

  if (!ntm_args_get_level (call->args, districts->len > 0 ? NTM_LEVEL_DISTRICT : NTM_LEVEL_COMMUNE, level, error))
    return FALSE;
  if (*level != NTM_LEVEL_DISTRICT && *level != NTM_LEVEL_COMMUNE)
    return ntm_usage_fail (error, _("Only districts and communes can be drawn."));
  return TRUE;
}

static NtmFigure *
make_map (NtmCall               *call,
          const NtmViewContext  *ctx,
          GError               **error)
{
  const char *theme = ntm_args_get (call->args, "theme");
  NtmMapQuestion question = { .theme = NTM_THEME_TITLE };

  if (!read_level (call, ctx->at, &question.level, error) || !ntm_call_unit (call, &question.parent, error))
    return NULL;
  if (theme != NULL && !g_str_equal (theme, NTM_THEME_TITLE))
    {
      const NtmIndicator *indicator = ntm_atlas_resolve_indicator (call->atlas, theme, error);

      if (indicator == NULL)
        return NULL;
      question.theme = indicator->code;
    }
  return ntm_figure_new_map (ctx, &question, error);
}

/**
 * ntm_run_map:
 * @call: `ntm map`
 * @error: return location
 *
 * Draws a map of titles or of an indicator.
 *
 * Returns: the exit status
 */
NtmExit
ntm_run_map (NtmCall  *call,
             GError  **error)
{
  return draw (call, make_map, error);
}

static NtmFigure *
make_trend (NtmCall               *call,
            const NtmViewContext  *ctx,
            const char            *indicator,
            GError               **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  NtmTrendQuestion question = { .indicator = indicator };

  for (guint i = 0; i < ntm_args_get_n (call->args, "unit"); i++)
    {
      const NtmUnit *unit = ntm_atlas_resolve_unit (call->atlas, ntm_args_get_nth (call->args, "unit", i), error);

      if (unit == NULL)
        return NULL;
      if (!g_ptr_array_find (ids, unit->id, NULL))
        g_ptr_array_add (ids, unit->id);
    }
  g_ptr_array_add (ids, NULL);
  question.units = ids->len > 1 ? (const char *const *) ids->pdata : NULL;
  return ntm_figure_new_trend (ctx, &question, error);
}

static NtmFigure *
make_rank (NtmCall               *call,
           const NtmViewContext  *ctx,
           const char            *indicator,
           GError               **error)
{
  NtmRankQuestion question = { .indicator = indicator };

  if (!read_level (call, ctx->at, &question.level, error) || !ntm_call_unit (call, &question.parent, error))
    return NULL;
  return ntm_figure_new_rank (ctx, &question, error);
}

static NtmFigure *
make_chart (NtmCall               *call,
            const NtmViewContext  *ctx,
            GError               **error)
{
  const char *kind = ntm_call_operand (call, 1);
  gboolean is_trend = g_str_equal (kind, "trend");
  const NtmIndicator *indicator;

  if (!is_trend && !g_str_equal (kind, "rank"))
    {
      ntm_usage_fail (error, _("There is no chart “%s”: write trend or rank."), kind);
      return NULL;
    }
  if (is_trend && ntm_args_has (call->args, "level"))
    {
      ntm_usage_fail (error, _("A trend shows the units of --unit and takes no --level."));
      return NULL;
    }
  indicator = ntm_atlas_resolve_indicator (call->atlas, ntm_call_operand (call, 2), error);
  if (indicator == NULL)
    return NULL;
  return is_trend ? make_trend (call, ctx, indicator->code, error) : make_rank (call, ctx, indicator->code, error);
}

/**
 * ntm_run_chart:
 * @call: `ntm chart`
 * @error: return location
 *
 * Draws a trend of units over time, or a ranking of units.
 *
 * Returns: the exit status
 */
NtmExit
ntm_run_chart (NtmCall  *call,
               GError  **error)
{
  return draw (call, make_chart, error);
}

/* The folder of the pages may be missing, as the file of the report is. */
static gboolean
write_pages (const NtmViewContext  *ctx,
             const char            *dir,
             GError               **error)
{
  g_autoptr (GPtrArray) paths = NULL;

  if (g_mkdir_with_parents (dir, 0777) != 0)
    {
      int number = errno;
      g_autofree char *name = g_filename_display_name (dir);

      g_set_error (error, NTM_ERROR, NTM_ERROR_SYSTEM, _("The folder “%s” could not be made: %s."), name, ntm_error_tell_system (number));
      return FALSE;
    }
  return ntm_brief_write_pages_png (ctx, dir, REPORT_DPI, &paths, error);
}

/**
 * ntm_run_report:
 * @call: `ntm report`
 * @error: return location
 *
 * Writes the brief as PDF, and its pages as pictures where --png asks for them.
 *
 * Returns: the exit status
 */
NtmExit
ntm_run_report (NtmCall  *call,
                GError  **error)
{
  const char *dir = ntm_args_get (call->args, "png");
  NtmViewContext ctx;
  NtmOutputFormat format;
  const char *path;

  if (!g_str_equal (ntm_call_operand (call, 1), "brief"))
    {
      ntm_usage_fail (error, _("There is no report “%s”: write brief."), ntm_call_operand (call, 1));
      return NTM_EXIT_ERROR;
    }
  if (!read_output (call, &path, &format, error) || !read_context (call, &ctx, error))
    return NTM_EXIT_ERROR;
  if (format != NTM_OUTPUT_PDF)
    {
      ntm_usage_fail (error, _("A report is a PDF file: -o FILE.pdf. Its pages as pictures: --png DIR."));
      return NTM_EXIT_ERROR;
    }
  if (!ntm_brief_write (&ctx, path, error) || (dir != NULL && !write_pages (&ctx, dir, error)))
    return NTM_EXIT_ERROR;
  return NTM_EXIT_DONE;
}
