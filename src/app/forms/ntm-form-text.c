/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Dates are typed day first, as on paper, and stored as ISO; of some decisions only the month or the year is
 * known. What is shown can be typed again.
 */

#include "config.h"

#include "ntm-form-text.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "ntm-error.h"

static gboolean
is_digits (const char *text,
           gsize       n)
{
  gsize i = 0;

  while (g_ascii_isdigit (text[i]))
    i++;
  return i == n && text[n] == '\0';
}

/* "9/2021", "09-2021" */
static char *
read_month (const char *text)
{
  int month, year, n = 0;

  if (sscanf (text, "%2d%*1[/.-]%4d%n", &month, &year, &n) != 2 || text[n] != '\0' || month < 1 || month > 12 || year < 1000)
    return NULL;
  return g_strdup_printf ("%04d-%02d", year, month);
}

static char *
read_day (const char *text,
          NtmLang     lang)
{
  NtmDate date;

  return ntm_date_parse_people (text, lang, &date, NULL) ? ntm_date_to_iso (date) : NULL;
}

static gboolean
fail (GError    **error,
      const char *message)
{
  g_set_error_literal (error, NTM_ERROR, NTM_ERROR_INPUT, message);
  return FALSE;
}

/**
 * ntm_form_read_when:
 * @text: what was typed
 * @lang: the language
 * @iso: (out) (transfer full): an ISO day, month or year, "" where nothing was typed
 * @error: return location for an error
 *
 * Reads a day (21/2/2024, an ISO day, in English also 21 Feb 2024), a month (2/2024, 2024-02) or a year.
 *
 * Returns: %FALSE with %NTM_ERROR_INPUT if it is none of them
 */
gboolean
ntm_form_read_when (const char *text,
                    NtmLang     lang,
                    char      **iso,
                    GError    **error)
{
  g_autofree char *clean = g_strstrip (g_strdup (text));
  NtmPeriod period;

  *iso = NULL;
  if (*clean == '\0' || is_digits (clean, 4)
      || (ntm_period_parse (clean, &period, NULL) && period.kind == NTM_PERIOD_MONTH))
    *iso = g_steal_pointer (&clean);
  else if ((*iso = read_day (clean, lang)) == NULL)
    *iso = read_month (clean);
  return *iso != NULL || fail (error, _("Write a day like 21/02/2024, a month like 2/2024 or a year like 2024."));
}

/**
 * ntm_form_show_when:
 * @iso: an ISO day, month or year, or anything else
 * @lang: the language
 *
 * Returns: (transfer full): it as ntm_form_read_when() reads it; what is not understood stands as it is
 */
char *
ntm_form_show_when (const char *iso,
                    NtmLang     lang)
{
  NtmPeriod period;
  int year, month;

  if (!ntm_period_parse (iso, &period, NULL))
    return g_strdup (iso);
  if (period.kind == NTM_PERIOD_DAY)
    return ntm_date_format (period.days.from, lang);
  if (period.kind != NTM_PERIOD_MONTH)
    return g_strdup (iso);
  ntm_date_split (period.days.from, &year, &month, NULL);
  return g_strdup_printf ("%d/%d", month, year);
}

/* "2021-2025", "2021–2025", "2021 - 2025" */
static char *
read_range (const char *text)
{
  g_auto (GStrv) parts = NULL;
  g_autofree char *plain = g_strdelimit (g_strdup (text), "/", '-');
  g_autofree char *range = NULL;
  NtmPeriod period;
  char **halves = g_strsplit (plain, strstr (plain, "–") != NULL ? "–" : "-", -1);

  parts = halves;
  if (g_strv_length (parts) != 2 || !is_digits (g_strstrip (parts[0]), 4) || !is_digits (g_strstrip (parts[1]), 4))
    return NULL;
  range = g_strdup_printf ("%s/%s", parts[0], parts[1]);
  return ntm_period_parse (range, &period, NULL) ? g_steal_pointer (&range) : NULL;
}

/**
 * ntm_form_read_period:
 * @text: what was typed
 * @lang: the language
 * @iso: (out) (transfer full): a period as in the file, "" where nothing was typed
 * @error: return location for an error
 *
 * Reads a period: years (2021–2025), a year, a half or quarter (2023-H1, 2023-Q1), a month or a day.
 *
 * Returns: %FALSE with %NTM_ERROR_INPUT if it is none of them
 */
gboolean
ntm_form_read_period (const char *text,
                      NtmLang     lang,
                      char      **iso,
                      GError    **error)
{
  g_autofree char *clean = g_strstrip (g_strdup (text));
  NtmPeriod period;

  *iso = read_range (clean);
  if (*iso == NULL && ntm_period_parse (clean, &period, NULL))
    *iso = ntm_period_to_string (&period);
  if (*iso != NULL || ntm_form_read_when (clean, lang, iso, NULL))
    return TRUE;
  return fail (error, _("Write a year like 2025, years like 2021–2025, or a day like 30/06/2025."));
}

/**
 * ntm_form_show_period:
 * @iso: a period as in the file, or anything else
 * @lang: the language
 *
 * Returns: (transfer full): it as ntm_form_read_period() reads it; what is not understood stands as it is
 */
char *
ntm_form_show_period (const char *iso,
                      NtmLang     lang)
{
  NtmPeriod period;

  if (ntm_period_parse (iso, &period, NULL) && period.kind == NTM_PERIOD_RANGE)
    return ntm_period_format (&period, lang);
  return ntm_form_show_when (iso, lang);
}
