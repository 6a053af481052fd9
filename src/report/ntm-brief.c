/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The brief: a few pages that say where the province stands on a day. Sentences, figures, tables and the
 * list of documents are all computed; nothing in it is a fixed figure.
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "ntm-brief-text.h"
#include "ntm-brief.h"
#include "ntm-pages.h"
#include "ntm-text-box.h"
#include "ntm-view-words.h"

#define FAMILY       "Times New Roman, Liberation Serif"
#define FIGURE_SCALE 0.82  /* labels of figures beside 13-point text */
#define TABLE_SCALE  0.82
#define TASK_SCALE   0.80
#define MAP_MIN      290.0
#define MAP_MAX      450.0
#define TREND_MIN    200.0
#define TREND_MAX    255.0
#define MAX_TRENDS   2

struct _NtmBrief
{
  NtmPages *pages;
  char     *title;
};

typedef struct
{
  const NtmViewContext *ctx;
  NtmPages             *pages;
  NtmDrawStyle         *text, *figures, *tables, *tasks;
  NtmSources           *cited;
  NtmLevel              level;
  guint                 n_figures, n_sections;
} Builder;

static NtmDrawStyle *
new_style (NtmLang lang, double scale)
{
  NtmDrawStyle *style = ntm_draw_style_new (NTM_STYLE_PRINT, NTM_MEDIUM_PRINT, lang);

  style->scale = scale;
  ntm_draw_style_set_family (style, FAMILY);
  return style;
}

static void
builder_clear (Builder *self)
{
  g_clear_pointer (&self->pages, ntm_pages_free);
  g_clear_pointer (&self->text, ntm_draw_style_free);
  g_clear_pointer (&self->figures, ntm_draw_style_free);
  g_clear_pointer (&self->tables, ntm_draw_style_free);
  g_clear_pointer (&self->tasks, ntm_draw_style_free);
  g_clear_pointer (&self->cited, ntm_sources_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Builder, builder_clear)

static void
add_heading (Builder *self, const char *text, double keep)
{
  static const char *const numbers[] = { "I", "II", "III", "IV", "V", "VI" };
  const NtmParagraph how = { .font = NTM_FONT_SECTION, .before = 12, .keep = keep };
  guint i = MIN (self->n_sections, G_N_ELEMENTS (numbers) - 1);
  g_autofree char *capitals = g_utf8_strup (text, -1);
  g_autofree char *heading = g_strdup_printf ("%s. %s", numbers[i], capitals);

  self->n_sections++;
  ntm_pages_add_text (self->pages, heading, &how);
}

static void
add_paragraph (Builder *self, const char *text)
{
  const NtmParagraph how = { .font = NTM_FONT_BODY, .before = 4, .indent = 28, .justified = TRUE };

  ntm_pages_add_text (self->pages, text, &how);
}

static void
add_title_block (Builder *self)
{
  const NtmParagraph place = { .font = NTM_FONT_BODY, .flags = NTM_TEXT_CENTER | NTM_TEXT_BOLD };
  const NtmParagraph name = { .font = NTM_FONT_TITLE, .flags = NTM_TEXT_CENTER, .before = 12 };
  const NtmParagraph subject = { .font = NTM_FONT_SECTION, .flags = NTM_TEXT_CENTER, .before = 2 };
  const NtmParagraph date = { .font = NTM_FONT_BODY, .flags = NTM_TEXT_CENTER | NTM_TEXT_ITALIC, .before = 6 };
  g_autofree char *province = ntm_brief_text_province (self->ctx);
  g_autofree char *about = ntm_brief_text_subject (self->ctx);
  g_autofree char *when = ntm_brief_text_date (self->ctx);
  g_autofree char *sample = ntm_view_sample_note (self->ctx);

  if (*province)
    ntm_pages_add_text (self->pages, province, &place);
  ntm_pages_add_text (self->pages, C_("title of a document", "BRIEF REPORT"), &name);
  ntm_pages_add_text (self->pages, about, &subject);
  ntm_pages_add_rule (self->pages, 4, 110);
  ntm_pages_add_text (self->pages, when, &date);
  if (sample)
    ntm_pages_add_text (self->pages, sample, &date);
}

static char *
number_caption (Builder *self, const char *text)
{
  return g_strdup_printf (_("Figure %1$u. %2$s"), ++self->n_figures, text);
}

/* Title and source stand under a figure in a report, not inside it. */
static void
add_map (Builder *self)
{
  g_autoptr (GError) error = NULL;
  NtmMapQuestion question = {
    .theme = NTM_THEME_TITLE, .level = self->level, .legend_place = NTM_LEGEND_BELOW, .cited = self->cited,
  };
  g_autoptr (NtmMapSpec) spec = ntm_map_view_new (self->ctx, &question, &error);
  g_autoptr (NtmFigure) figure = NULL;
  g_autofree char *words = NULL;
  g_autofree char *caption = NULL;
  g_autofree char *source = NULL;

  if (!spec)
    {
      add_paragraph (self, error->message);
      return;
    }
  words = g_strdup_printf ("%s · %s", spec->title, spec->subtitle);
  caption = number_caption (self, words);
  source = g_strdup (spec->source);
  ntm_spec_set (&spec->title, NULL);
  ntm_spec_set (&spec->subtitle, NULL);
  ntm_spec_set (&spec->source, NULL);
  /* The published totals are in the text. */
  g_ptr_array_set_size (spec->legends, 1);
  figure = ntm_figure_new_for_map (spec);
  ntm_pages_add_figure (self->pages, figure, self->figures, MAP_MIN, MAP_MAX, caption, source);
}

static void
add_status (Builder *self)
{
  g_autoptr (GPtrArray) sentences = ntm_brief_text_status (self->ctx, self->level);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *tasks = ntm_brief_text_tasks (self->ctx);

  add_heading (self, _("Where the province stands"), 60);
  for (guint i = 0; i < sentences->len; i++)
    g_string_append_printf (text, "%s%s", i ? " " : "", (const char *) g_ptr_array_index (sentences, i));
  if (text->len)
    add_paragraph (self, text->str);
  add_paragraph (self, tasks);
  add_map (self);
}

static gboolean
has_figures (const NtmViewContext *ctx, const char *indicator)
{
  const NtmUnit *province = ntm_atlas_province (ctx->atlas, ctx->at);
  const NtmSeries *series = province ? ntm_atlas_series (ctx->atlas, indicator, NULL) : NULL;

  return series && ntm_series_latest (series, province, ctx->at) != NULL;
}

/* Poverty and clean water, which the programme is measured by; in a file without them, the first that there are. */
static GPtrArray *
choose_indicators (const NtmViewContext *ctx)
{
  static const char *const wanted[] = { "poverty_rate", "central_water_rate" };
  const GPtrArray *all = ntm_atlas_records (ctx->atlas, NTM_TABLE_INDICATOR);
  GPtrArray *chosen = g_ptr_array_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (wanted); i++)
    if (ntm_atlas_lookup (ctx->atlas, NTM_TABLE_INDICATOR, wanted[i]))
      g_ptr_array_add (chosen, (gpointer) wanted[i]);
  for (guint i = 0; chosen->len == 0 && i < all->len; i++)
    {
      const NtmIndicator *indicator = g_ptr_array_index (all, i);

      if (has_figures (ctx, indicator->code))
        g_ptr_array_add (chosen, indicator->code);
    }
  if (chosen->len > MAX_TRENDS)
    g_ptr_array_set_size (chosen, MAX_TRENDS);
  return chosen;
}

static gboolean
add_trend (Builder *self, const char *indicator, GError **error)
{
  NtmTrendQuestion question = { .indicator = indicator, .cited = self->cited };
  g_autoptr (NtmTrendSpec) spec = ntm_trend_view_new (self->ctx, &question, error);
  g_autoptr (NtmFigure) figure = NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *caption = NULL;
  g_autofree char *source = NULL;

  if (!spec)
    return FALSE;
  sentence = g_strdup_printf ("%s.", spec->title);
  caption = number_caption (self, spec->subtitle);
  source = g_strdup (spec->source);
  ntm_spec_set (&spec->title, NULL);
  ntm_spec_set (&spec->subtitle, NULL);
  ntm_spec_set (&spec->source, NULL);
  figure = ntm_figure_new_for_trend (spec);
  add_paragraph (self, sentence);
  ntm_pages_add_figure (self->pages, figure, self->figures, TREND_MIN, TREND_MAX, caption, source);
  return TRUE;
}

static gboolean
add_trends (Builder *self, GError **error)
{
  g_autoptr (GPtrArray) indicators = choose_indicators (self->ctx);

  if (indicators->len == 0)
    return TRUE;
  add_heading (self, _("Trends"), TREND_MIN + 80);
  for (guint i = 0; i < indicators->len; i++)
    if (!add_trend (self, g_ptr_array_index (indicators, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
add_titles (Builder *self, GError **error)
{
  NtmTitlesQuestion question = {
    .level = self->level, .only_titled = self->level == NTM_LEVEL_COMMUNE, .boxed = TRUE, .cited = self->cited,
  };
  g_autoptr (NtmTableSpec) spec = ntm_titles_view_new (self->ctx, &question, error);

  if (!spec)
    return FALSE;
  add_heading (self, _("Titles and decisions"), 130);
  ntm_pages_add_table (self->pages, spec, self->tables, 6);
  return TRUE;
}

static gboolean
add_tasks (Builder *self, GError **error)
{
  NtmTasksQuestion question = { .cited = self->cited };
  g_autoptr (NtmTaskListSpec) spec = ntm_tasks_view_new (self->ctx, &question, error);

  if (!spec)
    return FALSE;
  add_heading (self, _("Tasks"), 130);
  ntm_spec_set (&spec->title, NULL);
  ntm_pages_add_tasks (self->pages, spec, self->tasks, 6);
  return TRUE;
}

/* Where a decision of a title is a document of its own, it is cited beside the page that tells of it. */
static void
cite_decisions (Builder *self)
{
  const GPtrArray *documents = ntm_atlas_records (self->ctx->atlas, NTM_TABLE_DOCUMENT);
  g_autoptr (GPtrArray) units = ntm_atlas_units_at (self->ctx->atlas, self->level, self->ctx->at);

  for (guint i = 0; i < units->len; i++)
    {
      NtmStanding standing = ntm_atlas_standing (self->ctx->atlas, g_ptr_array_index (units, i), self->ctx->at,
                                                 self->ctx->basis);

      for (guint j = 0; standing.title && *standing.title->decision && j < documents->len; j++)
        {
          const NtmDocument *document = g_ptr_array_index (documents, j);

          if (g_str_equal (document->number, standing.title->decision))
            ntm_sources_add (self->cited, document->id, NULL);
        }
    }
}

static void
add_sources (Builder *self)
{
  const NtmParagraph how = { .font = NTM_FONT_CAPTION, .before = 2 };

  cite_decisions (self);
  if (ntm_sources_get_n (self->cited) == 0)
    return;
  add_heading (self, _("Documents cited"), 40);
  for (guint i = 0; i < ntm_sources_get_n (self->cited); i++)
    {
      const char *id = ntm_sources_get (self->cited, i);
      const NtmDocument *document = ntm_atlas_lookup (self->ctx->atlas, NTM_TABLE_DOCUMENT, id);
      g_autofree char *citation = ntm_view_document (self->ctx, id);
      gboolean has_address = document && *document->url;
      g_autofree char *line = g_strdup_printf ("%u. %s%s%s", i + 1, citation, has_address ? "\n" : "",
                                               has_address ? document->url : "");

      ntm_pages_add_text (self->pages, line, &how);
    }
}

static gboolean
build (Builder *self, GError **error)
{
  g_autofree char *sample = ntm_view_sample_note (self->ctx);

  ntm_pages_set_mark (self->pages, sample);
  add_title_block (self);
  add_status (self);
  if (!add_trends (self, error) || !add_titles (self, error) || !add_tasks (self, error))
    return FALSE;
  add_sources (self);
  return TRUE;
}

/* Districts while there are any; since July 2025 there are only communes. */
static NtmLevel
choose_level (const NtmViewContext *ctx)
{
  g_autoptr (GPtrArray) districts = ntm_atlas_units_at (ctx->atlas, NTM_LEVEL_DISTRICT, ctx->at);

  return districts->len > 0 ? NTM_LEVEL_DISTRICT : NTM_LEVEL_COMMUNE;
}

/**
 * ntm_brief_new:
 * @ctx: the context; its day is that of the report
 * @error: return location for a #GError
 *
 * Composes the brief.
 *
 * Returns: (transfer full): it, with at least one page; %NULL with %NTM_ERROR_NOT_FOUND for a file
 *   without units at that day, or with the error of reading the file
 */
NtmBrief *
ntm_brief_new (const NtmViewContext *ctx, GError **error)
{
  g_auto (Builder) self = { .ctx = ctx };
  NtmBrief *brief;

  self.text = new_style (ctx->lang, 1);
  self.figures = new_style (ctx->lang, FIGURE_SCALE);
  self.tables = new_style (ctx->lang, TABLE_SCALE);
  self.tasks = new_style (ctx->lang, TASK_SCALE);
  self.pages = ntm_pages_new (self.text);
  self.cited = ntm_sources_new ();
  self.level = choose_level (ctx);
  if (!build (&self, error))
    return NULL;
  brief = g_new0 (NtmBrief, 1);
  brief->pages = g_steal_pointer (&self.pages);
  brief->title = ntm_brief_text_subject (ctx);
  return brief;
}

/**
 * ntm_brief_free:
 * @self: (transfer full) (nullable): the brief
 *
 * Frees it.
 */
void
ntm_brief_free (NtmBrief *self)
{
  if (!self)
    return;
  ntm_pages_free (self->pages);
  g_free (self->title);
  g_free (self);
}

/**
 * ntm_brief_get_n_pages:
 * @self: the brief
 *
 * Returns: how many pages it has
 */
guint
ntm_brief_get_n_pages (const NtmBrief *self)
{
  return ntm_pages_get_n (self->pages);
}

/**
 * ntm_brief_get_title:
 * @self: the brief
 *
 * Returns: what it is about
 */
const char *
ntm_brief_get_title (const NtmBrief *self)
{
  return self->title;
}

/**
 * ntm_brief_draw_page:
 * @self: the brief
 * @cr: where to draw, in points, origin at the upper left of an A4 page
 * @page: from 0
 *
 * Draws a page, without the white of the paper.
 */
void
ntm_brief_draw_page (const NtmBrief *self, cairo_t *cr, guint page)
{
  ntm_pages_draw (self->pages, cr, page);
}
