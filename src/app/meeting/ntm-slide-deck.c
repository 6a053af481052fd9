/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Which slides there are. The figures are the same as in windows and reports; only their headings and
 * sources are taken out of them, so that they stand at the same place on every slide.
 */

#include "config.h"

#include "ntm-slide-deck.h"

#include <glib/gi18n.h>

#include "ntm-headline.h"
#include "ntm-slide-private.h"
#include "ntm-text-box.h"
#include "ntm-view-words.h"

#define MAX_SOURCES 3
#define DAYS_AHEAD  183

typedef struct
{
  NtmSlideDeck         *deck;
  const NtmViewContext *context;
  const NtmViewContext *task_context;
  const NtmUnit        *unit;      /* the province or the unit that was opened */
  gboolean              is_opened;
} Builder;

static void
slide_free (gpointer data)
{
  NtmSlide *self = data;

  ntm_figure_unref (self->figure);
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->source);
  g_clear_pointer (&self->headlines, g_ptr_array_unref);
  g_free (self);
}

static char *
take_text (char **slot)
{
  char *text = g_strdup (*slot == NULL ? "" : *slot);

  ntm_spec_set (slot, NULL);
  return text;
}

/* The smallest texts of charts and lists are made as large as the cells of a table. */
const NtmDrawStyle *
ntm_slide_style (const NtmSlideDeck *deck,
                 NtmFigureKind       kind)
{
  return kind == NTM_FIGURE_TREND || kind == NTM_FIGURE_TASKS ? deck->large : deck->style;
}

static NtmSlide *
add_slide (Builder   *self,
           NtmFigure *figure)
{
  NtmSlide *slide = g_new0 (NtmSlide, 1);

  slide->figure = figure;
  g_ptr_array_add (self->deck->slides, slide);
  return slide;
}

/* --- one figure each -------------------------------------------------------------------------- */

static void
add_map (Builder *self,
         NtmLevel level)
{
  NtmMapQuestion question = { .level = level, .parent = self->is_opened ? self->unit->id : NULL,
                              .legend_place = NTM_LEGEND_BELOW };
  NtmMapSpec *spec = ntm_map_view_new (self->context, &question, NULL);
  NtmSlide *slide;

  if (spec == NULL)
    return;
  slide = add_slide (self, NULL);
  slide->title = take_text (&spec->title);
  slide->subtitle = take_text (&spec->subtitle);
  slide->source = take_text (&spec->source);
  slide->headlines = ntm_headlines_new (self->context, self->unit);
  /* The published totals are among the large figures. */
  if (slide->headlines->len > 0 && spec->legends->len > 1)
    g_ptr_array_set_size (spec->legends, 1);
  slide->figure = ntm_figure_new_for_map (spec);
  ntm_map_spec_unref (spec);
}

/* A trend of nothing says nothing. */
static gboolean
has_figures (const Builder *self,
             const char    *indicator)
{
  const NtmSeries *series = NULL;

  if (ntm_atlas_lookup (self->context->atlas, NTM_TABLE_INDICATOR, indicator) != NULL)
    series = ntm_atlas_series (self->context->atlas, indicator, NULL);
  return series != NULL && ntm_series_latest (series, self->unit, self->context->at) != NULL;
}

static void
add_trend (Builder    *self,
           const char *indicator)
{
  const char *const units[] = { self->unit->id, NULL };
  NtmTrendQuestion question = { .indicator = indicator, .units = units };
  NtmTrendSpec *spec = has_figures (self, indicator) ? ntm_trend_view_new (self->context, &question, NULL) : NULL;
  NtmSlide *slide;

  if (spec == NULL)
    return;
  slide = add_slide (self, NULL);
  slide->title = take_text (&spec->title);
  slide->subtitle = take_text (&spec->subtitle);
  slide->source = take_text (&spec->source);
  slide->figure = ntm_figure_new_for_trend (spec);
  ntm_trend_spec_unref (spec);
}

/* "Titles (2/3)" */
static char *
number_title (const char *title,
              guint       page,
              guint       n_pages)
{
  return n_pages == 1 ? g_strdup (title) : g_strdup_printf ("%s (%u/%u)", title, page + 1, n_pages);
}

/* Every page of a figure under the heading of the first, which all pages are measured with. */
static void
add_pages (Builder    *self,
           NtmFigure  *figure,
           const char *title,
           const char *subtitle,
           const char *source)
{
  NtmSlide first = { .figure = figure, .subtitle = (char *) subtitle, .source = (char *) source };
  g_autofree char *widest = g_strdup_printf ("%s (99/99)", title);
  NtmSlideRoom room;
  guint n;

  first.title = widest;
  room = ntm_slide_room (self->deck, &first);
  n = MAX (ntm_figure_get_n_pages (figure, ntm_slide_style (self->deck, ntm_figure_get_kind (figure)), room.body_width,
                                   room.body_height), 1);
  for (guint page = 0; page < n; page++)
    {
      NtmSlide *slide = add_slide (self, ntm_figure_ref (figure));

      slide->page = page;
      slide->title = number_title (title, page, n);
      slide->subtitle = g_strdup (subtitle);
      slide->source = g_strdup (source);
    }
}

static void
add_titles (Builder *self,
            NtmLevel level)
{
  g_autoptr (NtmSources) sources = ntm_sources_new ();
  NtmTitlesQuestion question = { .level = level, .parent = self->is_opened ? self->unit->id : NULL, .cited = sources };
  NtmTableSpec *spec = ntm_titles_view_new (self->context, &question, NULL);
  g_autofree char *title = NULL;
  g_autofree char *source = NULL;
  g_autoptr (NtmFigure) figure = NULL;

  if (spec == NULL)
    return;
  title = take_text (&spec->title);
  source = ntm_sources_to_line (sources, self->context, MAX_SOURCES);
  figure = ntm_figure_new_for_table (spec);
  add_pages (self, figure, title, "", source == NULL ? "" : source);
  ntm_table_spec_unref (spec);
}

/* What is overdue; where nothing is, the next deadlines, so that the meeting hears of them in time. */
static NtmTaskListSpec *
new_task_list (const Builder *self,
               const char   **title)
{
  const char *unit = self->is_opened ? self->unit->id : NULL;
  NtmTasksQuestion overdue = { .unit = unit, .only_overdue = TRUE };
  NtmTasksQuestion due = { .unit = unit, .due_by = self->task_context->at + DAYS_AHEAD };
  NtmTaskListSpec *spec = ntm_tasks_view_new (self->task_context, &overdue, NULL);
  NtmTaskListSpec *ahead = NULL;

  *title = _("Overdue tasks");
  if (spec == NULL || spec->groups->len > 0)
    return spec;
  ahead = ntm_tasks_view_new (self->task_context, &due, NULL);
  if (ahead->groups->len == 0)
    {
      ntm_task_list_spec_unref (ahead);
      return spec;
    }
  *title = _("Deadlines of the next six months");
  ntm_task_list_spec_unref (spec);
  return ahead;
}

static void
add_tasks (Builder *self)
{
  const char *heading;
  NtmTaskListSpec *spec = new_task_list (self, &heading);
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;
  g_autofree char *source = NULL;
  g_autoptr (NtmFigure) figure = NULL;

  if (spec == NULL)
    return;
  title = take_text (&spec->title);
  subtitle = take_text (&spec->subtitle);
  source = take_text (&spec->source);
  figure = ntm_figure_new_for_tasks (spec);
  add_pages (self, figure, heading, subtitle, source);
  ntm_task_list_spec_unref (spec);
}

static NtmLevel
level_below (const Builder *self)
{
  g_autoptr (GPtrArray) districts = NULL;

  if (self->is_opened)
    return NTM_LEVEL_COMMUNE;
  districts = ntm_atlas_units_at (self->context->atlas, NTM_LEVEL_DISTRICT, self->context->at);
  return districts->len > 0 ? NTM_LEVEL_DISTRICT : NTM_LEVEL_COMMUNE;
}

static void
add_slides (Builder *self)
{
  NtmLevel level = level_below (self);

  add_map (self, level);
  add_trend (self, "poverty_rate");
  add_trend (self, "central_water_rate");
  add_titles (self, level);
  add_tasks (self);
}

/* --- public ----------------------------------------------------------------------------------- */

/**
 * ntm_slide_deck_new:
 * @context: the file, the day, the basis and the language; used only during the call
 * @task_day: the day the tasks are told of, which their slide says
 * @unit: (nullable): id of a unit the slides are about; %NULL or an unknown one is the province
 * @colours: light or dark
 * @width: width of the screen
 * @height: height of the screen; only its proportion to @width counts
 *
 * Lays out all slides. A file without a province at that day has none.
 *
 * Returns: (transfer full): the slides
 */
NtmSlideDeck *
ntm_slide_deck_new (const NtmViewContext *context,
                    NtmDate               task_day,
                    const char           *unit,
                    NtmStyle              colours,
                    double                width,
                    double                height)
{
  NtmSlideDeck *self = g_new0 (NtmSlideDeck, 1);
  NtmViewContext task_context = { context->atlas, context->lang, task_day, context->basis };
  Builder builder = { self, context, &task_context, NULL, FALSE };
  char *mark;

  g_return_val_if_fail (context != NULL && width > 0 && height > 0, NULL);

  g_atomic_ref_count_init (&self->ref_count);
  self->slides = g_ptr_array_new_with_free_func (slide_free);
  self->style = ntm_draw_style_new (colours, NTM_MEDIUM_PROJECTOR, context->lang);
  self->large = ntm_draw_style_copy (self->style);
  self->large->scale = ntm_draw_style_font_size (self->style, NTM_FONT_CELL) / ntm_draw_style_font_size (self->style, NTM_FONT_CAPTION);
  self->width = CLAMP (width / height, 1.2, 3) * NTM_SLIDE_HEIGHT;
  mark = ntm_view_sample_note (context);
  self->mark = mark == NULL ? g_strdup ("") : mark;
  builder.unit = unit == NULL ? NULL : ntm_atlas_find_unit (context->atlas, unit);
  builder.is_opened = builder.unit != NULL && builder.unit->level != NTM_LEVEL_PROVINCE;
  if (!builder.is_opened)
    builder.unit = ntm_atlas_province (context->atlas, context->at);
  if (builder.unit != NULL)
    add_slides (&builder);
  return self;
}

/**
 * ntm_slide_deck_ref:
 * @self: a deck
 *
 * Returns: (transfer full): it, with one reference more
 */
NtmSlideDeck *
ntm_slide_deck_ref (NtmSlideDeck *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * ntm_slide_deck_unref:
 * @self: (transfer full) (nullable): a deck
 *
 * Drops a reference.
 */
void
ntm_slide_deck_unref (NtmSlideDeck *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_ptr_array_unref (self->slides);
  ntm_draw_style_free (self->large);
  ntm_draw_style_free (self->style);
  g_free (self->mark);
  g_free (self);
}

/**
 * ntm_slide_deck_get_n:
 * @self: a deck
 *
 * Returns: how many slides there are
 */
guint
ntm_slide_deck_get_n (const NtmSlideDeck *self)
{
  return self->slides->len;
}

/**
 * ntm_slide_deck_get_kind:
 * @self: a deck
 * @slide: from 0
 *
 * Returns: what it shows
 */
NtmFigureKind
ntm_slide_deck_get_kind (const NtmSlideDeck *self,
                         guint               slide)
{
  g_return_val_if_fail (slide < self->slides->len, NTM_FIGURE_MAP);

  return ntm_figure_get_kind (((const NtmSlide *) self->slides->pdata[slide])->figure);
}

/**
 * ntm_slide_deck_get_title:
 * @self: a deck
 * @slide: from 0
 *
 * Returns: (transfer none): its heading
 */
const char *
ntm_slide_deck_get_title (const NtmSlideDeck *self,
                          guint               slide)
{
  g_return_val_if_fail (slide < self->slides->len, "");

  return ((const NtmSlide *) self->slides->pdata[slide])->title;
}

/**
 * ntm_slide_deck_dup_text:
 * @self: a deck
 * @slide: from 0
 *
 * Returns: (transfer full): what it shows in words, for those who hear it: heading, large figures, rows
 */
char *
ntm_slide_deck_dup_text (const NtmSlideDeck *self,
                         guint               slide)
{
  const NtmSlide *one;
  g_autofree char *rows = NULL;
  GString *text;

  g_return_val_if_fail (slide < self->slides->len, g_strdup (""));

  one = g_ptr_array_index (self->slides, slide);
  text = g_string_new (one->subtitle);
  for (guint i = 0; one->headlines != NULL && i < one->headlines->len; i++)
    {
      const NtmHeadline *headline = g_ptr_array_index (one->headlines, i);

      g_string_append_printf (text, "\n%s: %s, %s", headline->name, headline->value, headline->detail);
    }
  rows = one->page == 0 ? ntm_figure_to_tsv (one->figure) : g_strdup ("");
  g_string_append_printf (text, "\n%s", rows);
  return g_string_free (text, FALSE);
}

/**
 * ntm_slide_deck_get_text_size:
 * @self: a deck
 * @kind: of a slide
 * @font: a role
 * @width: width of the screen
 * @height: height of the screen
 *
 * Returns: the size of texts of that role in the body of such a slide on that screen, in pixels
 */
double
ntm_slide_deck_get_text_size (const NtmSlideDeck *self,
                              NtmFigureKind       kind,
                              NtmFont             font,
                              double              width,
                              double              height)
{
  return ntm_draw_style_font_size (ntm_slide_style (self, kind), font) * MIN (height / NTM_SLIDE_HEIGHT, width / self->width);
}
