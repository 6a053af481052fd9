/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What there is to say about one task: where it is from, what happened on it, what it is about. Nothing later
 * than the day is told, as in the list. No widget here.
 */

#include "config.h"

#include "ntm-task-facts.h"

#include <glib/gi18n.h>

#include "ntm-sources.h"
#include "ntm-task.h"
#include "ntm-view-words.h"

typedef struct
{
  const NtmViewContext *ctx;
  const NtmTask        *task;
  NtmTaskFacts         *facts;
  NtmSources           *sources;
  gboolean              done_told;   /* a report tells of the end already */
} Builder;

static void
event_free (NtmTaskEvent *event)
{
  g_free (event->when);
  g_free (event->text);
  g_free (event->document);
  g_free (event);
}

static void
paper_free (NtmTaskPaper *paper)
{
  g_free (paper->id);
  g_free (paper->text);
  g_free (paper->url);
  g_free (paper);
}

/* --- what happened ----------------------------------------------------------------------------- */

static NtmTaskEvent *
add_event (Builder    *self,
           NtmDate     day,
           const char *when,
           const char *text,
           NtmTone     tone)
{
  NtmTaskEvent *event = g_new0 (NtmTaskEvent, 1);

  event->day = day;
  event->when = g_strdup (when);
  event->text = g_strdup (text);
  event->document = g_strdup ("");
  event->tone = tone;
  g_ptr_array_add (self->facts->events, event);
  return event;
}

/* The last day of an ISO day, month or year. */
static gboolean
find_day (const char *text,
          NtmDate    *out)
{
  NtmPeriod period;

  if (*text == '\0' || !ntm_period_parse (text, &period, NULL))
    return FALSE;
  *out = ntm_period_last_day (&period);
  return TRUE;
}

static gboolean
is_done (const Builder *self)
{
  return self->task->done <= self->ctx->at;
}

/* How the end of the task is coloured. */
static NtmTone
end_tone (const Builder *self)
{
  return self->task->done >= self->task->due ? NTM_TONE_WARNING : NTM_TONE_SUCCESS;
}

static void
add_assigned (Builder *self)
{
  g_autofree char *when = ntm_view_part_date (self->ctx, self->task->assigned);
  g_autofree char *source = ntm_view_document_short (self->ctx, self->task->source);
  g_autofree char *text = *source == '\0' ? g_strdup (_("Given")) : g_strdup_printf (_("Given: %s"), source);
  NtmDate day;

  if (find_day (self->task->assigned, &day))
    add_event (self, day, when, text, NTM_TONE_INFO);
}

/* What counts is whether anything had been done when the day came, not what is known today. */
static void
add_due (Builder *self)
{
  const NtmTask *task = self->task;
  g_autofree char *when = ntm_view_part_date (self->ctx, task->due_text);
  gboolean met = is_done (self) && task->done < task->due;
  NtmTaskEvent *event;

  if (task->due == NTM_DATE_MAX)
    return;
  if (self->ctx->at < task->due)
    {
      event = add_event (self, task->counted_from, when, _("Deadline"), NTM_TONE_NEUTRAL);
      event->is_open = TRUE;
    }
  else if (!met)
    add_event (self, task->counted_from, when, _("The deadline passed and the task was not done"), NTM_TONE_ERROR);
  else
    add_event (self, task->counted_from, when, _("Deadline"), NTM_TONE_NEUTRAL);
}

static char *
report_words (const Builder         *self,
              const NtmTaskProgress *progress)
{
  const NtmDocument *document = ntm_atlas_lookup (self->ctx->atlas, NTM_TABLE_DOCUMENT, progress->document);
  const char *text = ntm_lang_pick (self->ctx->lang, progress->text_vi, progress->text_en);
  const char *number = document == NULL ? "" : document->number;

  if (*number != '\0' && *text != '\0')
    return g_strdup_printf (C_("report and number of its paper", "%1$s: %2$s"), text, number);
  return g_strdup (*number != '\0' ? number : text);
}

static void
add_report (Builder               *self,
            const NtmTaskProgress *progress)
{
  const NtmTask *task = self->task;
  g_autofree char *when = *progress->date == '\0' ? g_strdup (_("no date")) : ntm_view_part_date (self->ctx, progress->date);
  g_autofree char *text = report_words (self, progress);
  NtmDate day = NTM_DATE_MIN;
  gboolean ends;
  NtmTaskEvent *event;

  if (find_day (progress->date, &day) && day > self->ctx->at)
    return;
  ends = is_done (self) && day == task->done && g_str_equal (progress->document, task->done_by);
  event = add_event (self, day, when, text, ends ? end_tone (self) : NTM_TONE_INFO);
  g_free (event->document);
  event->document = g_strdup (progress->document);
  self->done_told |= ends;
  ntm_sources_add (self->sources, progress->document, NULL);
  ntm_sources_add (self->sources, progress->source, NULL);
}

static void
add_reports (Builder *self)
{
  const GPtrArray *all = ntm_atlas_records (self->ctx->atlas, NTM_TABLE_TASK_PROGRESS);

  for (guint i = 0; i < all->len; i++)
    {
      const NtmTaskProgress *progress = g_ptr_array_index (all, i);

      if (g_str_equal (progress->task, self->task->id))
        add_report (self, progress);
    }
}

static void
add_done (Builder *self)
{
  const NtmTask *task = self->task;
  g_autofree char *when = ntm_view_part_date (self->ctx, task->done_text);
  g_autofree char *paper = ntm_view_document_short (self->ctx, task->done_by);
  g_autofree char *text = *paper == '\0' ? g_strdup (C_("tasks", "Finished")) : g_strdup_printf (_("Finished: %s"), paper);
  NtmTaskEvent *event;

  if (!is_done (self))
    {
      event = add_event (self, NTM_DATE_MAX, _("not yet"), C_("tasks", "Finished"), NTM_TONE_NEUTRAL);
      event->is_open = TRUE;
      return;
    }
  ntm_sources_add (self->sources, task->done_by, NULL);
  if (!self->done_told)
    add_event (self, task->done, when, text, end_tone (self));
}

static int
compare_events_cb (gconstpointer a,
                   gconstpointer b)
{
  const NtmTaskEvent *first = *(NtmTaskEvent **) a, *second = *(NtmTaskEvent **) b;

  return (first->day > second->day) - (first->day < second->day);
}

/* --- what it rests on and what it is about ------------------------------------------------------ */

static void
set_origin (Builder *self)
{
  const NtmTask *task = self->task;
  NtmTaskFacts *facts = self->facts;
  g_autofree char *agency = ntm_view_agency (self->ctx, task->agency);
  g_autofree char *document = ntm_view_document_short (self->ctx, task->source);
  g_autofree char *place = ntm_view_place (task->place);

  facts->origin = *place == '\0' ? g_strdup (agency) : g_strdup_printf ("%s · %s", agency, place);
  if (*document != '\0' && *place != '\0')
    facts->cited = g_strdup_printf ("%s, %s", document, place);
  else
    facts->cited = g_strdup (*document == '\0' ? place : document);
  facts->source = g_strdup (task->source);
  facts->detail = g_strdup (ntm_lang_pick (self->ctx->lang, task->detail_vi, task->detail_en));
  facts->exact = g_strdup (task->exact);
  facts->note = g_strdup (task->note);
  ntm_sources_add (self->sources, task->source, task->place);
}

static char *
describe_indicator (const Builder *self)
{
  const NtmViewContext *ctx = self->ctx;
  const NtmTask *task = self->task;
  const NtmIndicator *indicator = *task->indicator == '\0' ? NULL
                                  : ntm_atlas_lookup (ctx->atlas, NTM_TABLE_INDICATOR, task->indicator);
  const NtmUnit *unit = *task->unit == '\0' ? NULL : ntm_atlas_find_unit (ctx->atlas, task->unit);
  const NtmTarget *target = indicator == NULL || unit == NULL ? NULL
                            : ntm_atlas_target_for (ctx->atlas, indicator->code, unit, ctx->at);
  g_autofree char *wanted = NULL;

  if (indicator == NULL)
    return g_strdup ("");
  if (target == NULL || target->value == NTM_NONE)
    return g_strdup (ntm_view_indicator_name (ctx, indicator));
  wanted = ntm_view_target (ctx, indicator, target);
  /* Translators: an indicator and its target. */
  return g_strdup_printf (_("%1$s, target %2$s"), ntm_view_indicator_name (ctx, indicator), wanted);
}

static void
set_subject (Builder *self)
{
  const NtmTask *task = self->task;
  const NtmUnit *unit = *task->unit == '\0' ? NULL : ntm_atlas_find_unit (self->ctx->atlas, task->unit);

  self->facts->unit = g_strdup (unit == NULL ? "" : unit->id);
  self->facts->unit_name = unit == NULL ? g_strdup ("") : ntm_view_unit_name (self->ctx, unit);
  self->facts->indicator = describe_indicator (self);
}

static char *
describe_partner (const Builder        *self,
                  const NtmTaskPartner *partner)
{
  g_autofree char *agency = ntm_view_agency (self->ctx, partner->agency);

  if (g_str_equal (partner->role, "receives"))
    return g_strdup_printf (_("Reported to: %s"), agency);
  if (g_str_equal (partner->role, "through"))
    return g_strdup_printf (_("Reported through: %s"), agency);
  return g_strdup_printf (_("Together with: %s"), agency);
}

static void
add_partners (Builder *self)
{
  const GPtrArray *all = ntm_atlas_records (self->ctx->atlas, NTM_TABLE_TASK_PARTNER);

  for (guint i = 0; i < all->len; i++)
    {
      const NtmTaskPartner *partner = g_ptr_array_index (all, i);

      if (g_str_equal (partner->task, self->task->id))
        g_ptr_array_add (self->facts->partners, describe_partner (self, partner));
    }
}

static void
add_papers (Builder *self)
{
  for (guint i = 0; i < ntm_sources_get_n (self->sources); i++)
    {
      const char *id = ntm_sources_get (self->sources, i);
      const NtmDocument *document = ntm_atlas_lookup (self->ctx->atlas, NTM_TABLE_DOCUMENT, id);
      NtmTaskPaper *paper = g_new0 (NtmTaskPaper, 1);

      paper->id = g_strdup (id);
      paper->text = ntm_view_document (self->ctx, id);
      paper->url = g_strdup (document == NULL ? "" : document->url);
      g_ptr_array_add (self->facts->papers, paper);
    }
}

static NtmTaskFacts *
new_empty (const NtmTask *task)
{
  NtmTaskFacts *facts = g_new0 (NtmTaskFacts, 1);

  facts->id = g_strdup (task->id);
  facts->partners = g_ptr_array_new_with_free_func (g_free);
  facts->events = g_ptr_array_new_with_free_func ((GDestroyNotify) event_free);
  facts->papers = g_ptr_array_new_with_free_func ((GDestroyNotify) paper_free);
  facts->is_closed = task->done != NTM_DATE_MAX;
  return facts;
}

/**
 * ntm_task_facts_new:
 * @ctx: the context; nothing later than its day is told
 * @id: id of a task
 *
 * Returns: (transfer full) (nullable): what there is to say of it; %NULL if the file has no such task
 */
NtmTaskFacts *
ntm_task_facts_new (const NtmViewContext *ctx,
                    const char           *id)
{
  const NtmTask *task = ntm_atlas_lookup (ctx->atlas, NTM_TABLE_TASK, id);
  Builder self = { .ctx = ctx, .task = task };

  if (task == NULL)
    return NULL;
  self.facts = new_empty (task);
  self.sources = ntm_sources_new ();
  set_origin (&self);
  set_subject (&self);
  add_partners (&self);
  add_assigned (&self);
  add_due (&self);
  add_reports (&self);
  add_done (&self);
  g_ptr_array_sort (self.facts->events, compare_events_cb);
  add_papers (&self);
  ntm_sources_free (self.sources);
  return self.facts;
}

/**
 * ntm_task_facts_free:
 * @self: (transfer full): facts
 */
void
ntm_task_facts_free (NtmTaskFacts *self)
{
  char *texts[] = { self->id, self->origin, self->detail, self->exact, self->cited, self->source, self->note, self->unit,
                    self->unit_name, self->indicator };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (texts[i]);
  g_ptr_array_unref (self->partners);
  g_ptr_array_unref (self->events);
  g_ptr_array_unref (self->papers);
  g_free (self);
}

/**
 * ntm_task_url_opens:
 * @url: an address out of a file
 *
 * Returns: whether it is a page of the web; whatever else a file may hold is not opened
 */
gboolean
ntm_task_url_opens (const char *url)
{
  g_autoptr (GUri) uri = g_uri_parse (url, G_URI_FLAGS_NONE, NULL);
  const char *host = uri == NULL ? NULL : g_uri_get_host (uri);

  if (host == NULL || *host == '\0')
    return FALSE;
  return g_str_equal (g_uri_get_scheme (uri), "https") || g_str_equal (g_uri_get_scheme (uri), "http");
}
