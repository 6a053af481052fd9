/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The times from which on people ask what changed. No widget here. */

#include "config.h"

#include "ntm-history-since.h"

#include <glib/gi18n.h>

#include "ntm-edit-point.h"

#define DAYS 7

static void
since_free (NtmHistorySince *self)
{
  g_free (self->name);
  g_free (self->time);
  g_free (self);
}

/* @name: (transfer full), as @time */
static void
take (GPtrArray *choices,
      char      *name,
      char      *time)
{
  NtmHistorySince *one = g_new0 (NtmHistorySince, 1);

  one->name = name;
  one->time = time;
  g_ptr_array_add (choices, one);
}

static char *
to_utc (GDateTime *time)
{
  g_autoptr (GDateTime) utc = g_date_time_to_utc (time);

  return g_date_time_format (utc, "%Y-%m-%dT%H:%M:%SZ");
}

/* The day as it began where the person is: what was written on the day of the meeting belongs to it. */
static char *
begin_of (NtmDate    date,
          GDateTime *now)
{
  g_autoptr (GDateTime) day = NULL;
  int year, month, number;

  ntm_date_split (date, &year, &month, &number);
  day = g_date_time_new (g_date_time_get_timezone (now), year, month, number, 0, 0, 0);
  return to_utc (day);
}

/* Returns: the day of the last meeting that has been, %NTM_DATE_MIN if there was none */
static NtmDate
find_meeting (NtmAtlas  *atlas,
              GDateTime *now)
{
  const GPtrArray *meetings = ntm_atlas_records (atlas, NTM_TABLE_MEETING);
  NtmDate today = ntm_date_new (g_date_time_get_year (now), g_date_time_get_month (now), g_date_time_get_day_of_month (now));
  NtmDate last = NTM_DATE_MIN;

  for (guint i = 0; i < meetings->len; i++)
    {
      const NtmMeeting *meeting = g_ptr_array_index (meetings, i);
      NtmDate date;

      if (ntm_date_parse (meeting->date, &date, NULL) && ntm_date_is_known (date) && date <= today)
        last = MAX (last, date);
    }
  return last;
}

/**
 * ntm_history_list_since:
 * @atlas: the Atlas
 * @now: the time where the person is
 *
 * Lists the last meeting of the file, the last days, the points somebody named, newest first, and everything.
 * The first is what a person most likely asks for.
 *
 * Returns: (transfer full) (element-type NtmHistorySince): the choices
 */
GPtrArray *
ntm_history_list_since (NtmAtlas  *atlas,
                        GDateTime *now)
{
  GPtrArray *choices = g_ptr_array_new_with_free_func ((GDestroyNotify) since_free);
  g_autoptr (GPtrArray) points = ntm_named_point_list (atlas);
  g_autoptr (GDateTime) week = g_date_time_add_days (now, -DAYS);
  NtmDate meeting = find_meeting (atlas, now);

  if (meeting != NTM_DATE_MIN)
    {
      g_autofree char *day = ntm_date_format (meeting, ntm_lang_current ());

      take (choices, g_strdup_printf (_("Since the meeting of %s"), day), begin_of (meeting, now));
    }
  else
    take (choices, g_strdup (_("All changes")), NULL);
  take (choices, g_strdup_printf (ngettext ("Last %d day", "Last %d days", DAYS), DAYS), to_utc (week));
  for (guint i = 0; i < points->len; i++)
    {
      const NtmNamedPoint *point = g_ptr_array_index (points, i);

      take (choices, g_strdup_printf (_("Since “%s”"), point->name), g_strdup (point->time));
    }
  if (meeting != NTM_DATE_MIN)
    take (choices, g_strdup (_("All changes")), NULL);
  return choices;
}
