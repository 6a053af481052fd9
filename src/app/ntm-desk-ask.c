/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What follows from the state of a desk: the day, the question all views share, the units that are shown. */

#include "ntm-desk.h"

/**
 * ntm_desk_get_today:
 * @self: a desk
 *
 * The one look at the calendar: what is late is late today, whatever day the figures are looked at. NTM_TODAY in
 * the environment takes its place, so that tests and pictures say the same every day.
 *
 * Returns: the day of the person in front of the window
 */
NtmDate
ntm_desk_get_today (NtmDesk *self)
{
  const char *set = g_getenv ("NTM_TODAY");
  g_autoptr (GDateTime) now = NULL;
  NtmDate day;

  if (set != NULL && ntm_date_parse (set, &day, NULL))
    return day;
  now = g_date_time_new_now_local ();
  return ntm_date_new (g_date_time_get_year (now), g_date_time_get_month (now), g_date_time_get_day_of_month (now));
}

/**
 * ntm_desk_get_context:
 * @self: a desk with a file
 *
 * Returns: what every question to the file has in common, in the language of the window
 */
NtmViewContext
ntm_desk_get_context (NtmDesk *self)
{
  return (NtmViewContext) {
    .atlas = ntm_desk_get_atlas (self),
    .lang = ntm_lang_current (),
    .at = ntm_desk_get_date (self),
    .basis = ntm_desk_get_basis (self),
  };
}

/**
 * ntm_desk_get_task_context:
 * @self: a desk with a file
 *
 * Returns: what every question about tasks has in common: as ntm_desk_get_context(), on the day of the tasks
 */
NtmViewContext
ntm_desk_get_task_context (NtmDesk *self)
{
  NtmViewContext context = ntm_desk_get_context (self);

  context.at = ntm_desk_get_task_day (self);
  return context;
}

/**
 * ntm_desk_get_level:
 * @self: a desk
 *
 * The level below the province: districts while there are any on the reference date, communes after.
 *
 * Returns: %NTM_LEVEL_DISTRICT or %NTM_LEVEL_COMMUNE
 */
NtmLevel
ntm_desk_get_level (NtmDesk *self)
{
  g_autoptr (GPtrArray) districts = NULL;

  g_return_val_if_fail (NTM_IS_DESK (self), NTM_LEVEL_DISTRICT);

  if (ntm_desk_get_store (self) == NULL)
    return NTM_LEVEL_DISTRICT;
  districts = ntm_atlas_units_at (ntm_desk_get_atlas (self), NTM_LEVEL_DISTRICT, ntm_desk_get_date (self));
  return districts->len > 0 ? NTM_LEVEL_DISTRICT : NTM_LEVEL_COMMUNE;
}

/**
 * ntm_desk_dup_units:
 * @self: a desk
 *
 * Returns: (transfer container) (element-type NtmUnit): the units of the shown level alive on the
 *   reference date; empty without a file
 */
GPtrArray *
ntm_desk_dup_units (NtmDesk *self)
{
  g_return_val_if_fail (NTM_IS_DESK (self), NULL);

  if (ntm_desk_get_store (self) == NULL)
    return g_ptr_array_new ();
  return ntm_atlas_units_at (ntm_desk_get_atlas (self), ntm_desk_get_level (self), ntm_desk_get_date (self));
}

/**
 * ntm_desk_get_standing:
 * @self: a desk with a file
 * @unit: a unit of it
 *
 * Returns: what @unit is on the reference date and basis
 */
NtmStanding
ntm_desk_get_standing (NtmDesk       *self,
                       const NtmUnit *unit)
{
  return ntm_atlas_standing (ntm_desk_get_atlas (self), unit, ntm_desk_get_date (self), ntm_desk_get_basis (self));
}
