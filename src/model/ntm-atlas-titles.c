/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Titles are events: each counts from a day and may be revoked on another. What a unit "is" on a day, its
 * standing, is computed from them and never stored.
 */

#include "config.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#include "ntm-atlas-private.h"

static const char *const status_codes[NTM_N_STATUSES] = {
  "not_yet", "standard", "advanced", "model", "smart", "completed", "urban", "no_decision", "not_applicable",
};

/**
 * ntm_status_code:
 * @status: a status
 *
 * Returns: the key of its colour in the palette, also what commands write
 */
const char *
ntm_status_code (NtmStatus status)
{
  g_return_val_if_fail ((guint) status < NTM_N_STATUSES, "");

  return status_codes[status];
}

/* The day from which a date of a document counts: the last of a month or year. */
gboolean
ntm_title_read_day (const char *text, NtmDate *day, gboolean *is_year)
{
  NtmPeriod period;

  if (!*text || !ntm_period_parse (text, &period, NULL))
    return FALSE;
  if (period.kind != NTM_PERIOD_DAY && period.kind != NTM_PERIOD_MONTH && period.kind != NTM_PERIOD_YEAR)
    return FALSE;
  *day = ntm_period_last_day (&period);
  *is_year = period.kind == NTM_PERIOD_YEAR;
  return TRUE;
}

static NtmStatus
read_status (NtmAtlas *self, const NtmTitleKind *kind)
{
  for (guint i = NTM_STATUS_STANDARD; i <= NTM_STATUS_URBAN; i++)
    if (g_str_equal (status_codes[i], kind->status_name))
      return (NtmStatus) i;
  ntm_atlas_add_issue (self, NTM_TABLE_TITLE_KIND, kind, "status", _("There is no such colour."),
                       _("Write standard, advanced, model, smart, completed or urban."));
  return NTM_STATUS_NO_DECISION;
}

static void
check_title_days (NtmAtlas *self, const NtmTitle *title)
{
  struct { const char *column, *text; } days[] = {
    { "for_year", title->for_year }, { "signed", title->signed_on },
    { "recognised_by", title->recognised_by }, { "revoked", title->revoked },
  };
  NtmDate day;
  gboolean is_year;

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    if (*days[i].text && !ntm_title_read_day (days[i].text, &day, &is_year))
      ntm_atlas_add_issue (self, NTM_TABLE_TITLE, title, days[i].column, _("This is no day, month or year."),
                           _("Write it like 2020-07-10, 2020-07 or 2020."));
  if (!ntm_title_since (title, NTM_BASIS_SIGNED, NULL, NULL))
    ntm_atlas_add_issue (self, NTM_TABLE_TITLE, title, "signed", _("The title has no date and never counts."),
                         _("Add when it was signed, recognised, or for which year."));
}

void
ntm_atlas_derive_titles (NtmAtlas *self)
{
  const GPtrArray *kinds = self->records[NTM_TABLE_TITLE_KIND];
  const GPtrArray *titles = self->records[NTM_TABLE_TITLE];

  for (guint i = 0; i < kinds->len; i++)
    {
      NtmTitleKind *kind = kinds->pdata[i];

      /* N_LEVELS is the level of no unit. */
      kind->level = ntm_atlas_read_level (self, NTM_TABLE_TITLE_KIND, kind, kind->level_name, NTM_N_LEVELS);
      kind->status = read_status (self, kind);
    }
  for (guint i = 0; i < titles->len; i++)
    {
      NtmTitle *title = titles->pdata[i];

      title->title_kind = ntm_atlas_lookup (self, NTM_TABLE_TITLE_KIND, title->kind);
      check_title_days (self, title);
    }
  g_clear_pointer (&self->titles_of, g_hash_table_unref);
  self->titles_of = ntm_atlas_group (titles, G_STRUCT_OFFSET (NtmTitle, unit));
  g_clear_pointer (&self->merged_from, g_hash_table_unref);
  self->merged_from = ntm_atlas_group (self->records[NTM_TABLE_TRANSFER], G_STRUCT_OFFSET (NtmTransfer, to_unit));
}

/* From the day of signing, else from that of a document that calls it recognised, else from the year it is
 * for; a bare year may be wrong by months. */
static gboolean
find_since (const NtmTitle *title, NtmBasis basis, NtmDate *since, gboolean *vague)
{
  if (basis == NTM_BASIS_YEAR && ntm_title_read_day (title->for_year, since, vague))
    {
      *vague = FALSE; /* the year is what this basis asks for */
      return TRUE;
    }
  return ntm_title_read_day (title->signed_on, since, vague) ||
         ntm_title_read_day (title->recognised_by, since, vague) ||
         ntm_title_read_day (title->for_year, since, vague);
}

/**
 * ntm_title_since:
 * @title: a title
 * @basis: what makes it count
 * @since: (out) (optional): the day from which it counts
 * @uncertain: (out) (optional): whether that day or the title itself is still to be checked
 *
 * Tells from when a title counts. By signing: the day signed, the last day of a month or year if only that
 * is known, else the day of the document that calls it recognised, else the end of the year it is for. By
 * year: 31 December of the year it is for, else as by signing. A bare year of signing and a title marked
 * unverified are uncertain.
 *
 * Returns: %FALSE, with nothing set, if the title has no date at all
 */
gboolean
ntm_title_since (const NtmTitle *title, NtmBasis basis, NtmDate *since, gboolean *uncertain)
{
  NtmDate day;
  gboolean vague;

  g_return_val_if_fail (title != NULL, FALSE);

  if (!find_since (title, basis, &day, &vague))
    return FALSE;
  if (since)
    *since = day;
  if (uncertain)
    *uncertain = vague || g_str_equal (title->certainty, "unverified");
  return TRUE;
}

/* The day on which it ends; one that cannot be read is told as an issue and ends nothing. */
static NtmDate
find_end (const NtmTitle *title)
{
  NtmDate day;
  gboolean is_year;

  return ntm_title_read_day (title->revoked, &day, &is_year) ? day : NTM_DATE_MAX;
}

static gboolean
is_held (const NtmTitle *title, NtmDate at, NtmBasis basis, NtmDate *since, gboolean *uncertain)
{
  return title->title_kind && ntm_title_since (title, basis, since, uncertain) && *since <= at &&
         at < find_end (title);
}

static int
compare_titles (gconstpointer a, gconstpointer b)
{
  const NtmTitle *one = *(NtmTitle *const *) a;
  const NtmTitle *other = *(NtmTitle *const *) b;
  int by_ladder = strcmp (one->title_kind->ladder, other->title_kind->ladder);

  if (by_ladder)
    return by_ladder;
  if (one->title_kind->rank != other->title_kind->rank)
    return one->title_kind->rank > other->title_kind->rank ? -1 : 1;
  return strcmp (one->id, other->id);
}

/**
 * ntm_atlas_titles_at:
 * @self: an Atlas
 * @unit: a unit of it
 * @at: a day
 * @basis: from which day titles count
 *
 * Lists the titles a unit holds on a day, ladder by ladder, the highest rank first. A unit that does not
 * exist on that day holds none.
 *
 * Returns: (transfer container) (element-type NtmTitle): the titles
 */
GPtrArray *
ntm_atlas_titles_at (NtmAtlas *self, const NtmUnit *unit, NtmDate at, NtmBasis basis)
{
  const GPtrArray *titles;
  GPtrArray *held = g_ptr_array_new ();

  g_return_val_if_fail (NTM_IS_ATLAS (self) && unit != NULL, held);

  if (!ntm_interval_contains (&unit->life, at))
    return held;
  titles = g_hash_table_lookup (self->titles_of, unit->id);
  for (guint i = 0; titles && i < titles->len; i++)
    {
      NtmDate since;

      if (is_held (titles->pdata[i], at, basis, &since, NULL))
        g_ptr_array_add (held, titles->pdata[i]);
    }
  g_ptr_array_sort (held, compare_titles);
  return held;
}

/* Whether a title may be given to units of @type: its types are a list with ";" between them, "" is any. */
gboolean
ntm_title_kind_applies (const NtmTitleKind *kind, NtmLevel level, const char *type)
{
  gsize length = strlen (type);

  if (kind->level != level)
    return FALSE;
  if (!*kind->types)
    return TRUE;
  for (const char *p = kind->types + strspn (kind->types, "; "); *p;)
    {
      gsize n = strcspn (p, ";");

      if (n == length && strncmp (p, type, n) == 0)
        return TRUE;
      p += n;
      p += strspn (p, "; ");
    }
  return FALSE;
}

/* Whether @kind is the first rung of its ladder for units of @type. */
static gboolean
is_first_rung (NtmAtlas *self, const NtmTitleKind *kind, NtmLevel level, const char *type)
{
  const GPtrArray *kinds = self->records[NTM_TABLE_TITLE_KIND];

  if (!kind || !ntm_title_kind_applies (kind, level, type))
    return FALSE;
  for (guint i = 0; i < kinds->len; i++)
    {
      const NtmTitleKind *other = kinds->pdata[i];

      if (other->rank < kind->rank && g_str_equal (other->ladder, kind->ladder) &&
          ntm_title_kind_applies (other, level, type))
        return FALSE;
    }
  return TRUE;
}

static gboolean
any_ladder_applies (NtmAtlas *self, NtmLevel level, const char *type)
{
  const GPtrArray *kinds = self->records[NTM_TABLE_TITLE_KIND];

  for (guint i = 0; i < kinds->len; i++)
    if (ntm_title_kind_applies (kinds->pdata[i], level, type))
      return TRUE;
  return FALSE;
}

/* A higher rank goes first, then what is certain, then what was earlier. */
static gboolean
is_better (const NtmStanding *standing, const NtmTitle *title, NtmDate since, gboolean uncertain)
{
  if (!standing->title)
    return TRUE;
  if (title->title_kind->rank != standing->title->title_kind->rank)
    return title->title_kind->rank > standing->title->title_kind->rank;
  if (uncertain != standing->uncertain)
    return !uncertain;
  return since < standing->since;
}

static void
find_held (const GPtrArray *titles, const NtmUnit *unit, const char *type, NtmDate at, NtmBasis basis,
           NtmStanding *standing)
{
  for (guint i = 0; titles && i < titles->len; i++)
    {
      const NtmTitle *title = titles->pdata[i];
      NtmDate since;
      gboolean uncertain;

      if (!is_held (title, at, basis, &since, &uncertain) ||
          !ntm_title_kind_applies (title->title_kind, unit->level, type) ||
          !is_better (standing, title, since, uncertain))
        continue;
      standing->status = title->title_kind->status;
      standing->title = title;
      standing->since = since;
      standing->uncertain = uncertain;
    }
}

/* Says "not yet"; what is certain in the file makes that certain. */
static void
set_not_yet (NtmStanding *standing, gboolean uncertain)
{
  standing->uncertain = uncertain && (standing->status != NTM_STATUS_NOT_YET || standing->uncertain);
  standing->status = NTM_STATUS_NOT_YET;
}

/*
 * A later first title says "not yet" of the days before it, but not of a unit made by a merger: its
 * parts may have held the title, and the later one only recognises them again.
 */
static void
find_not_yet (NtmAtlas *self, const NtmUnit *unit, const char *type, NtmDate at, NtmBasis basis,
              NtmStanding *standing)
{
  gboolean is_merged = g_hash_table_contains (self->merged_from, unit->id);
  const GPtrArray *titles = is_merged ? NULL : g_hash_table_lookup (self->titles_of, unit->id);
  const GPtrArray *targets = g_hash_table_lookup (self->targets_of, unit->id);

  for (guint i = 0; titles && i < titles->len; i++)
    {
      const NtmTitle *title = titles->pdata[i];
      NtmDate since;
      gboolean uncertain;

      if (is_first_rung (self, title->title_kind, unit->level, type) &&
          ntm_title_since (title, basis, &since, &uncertain) && since > at)
        set_not_yet (standing, uncertain);
    }
  for (guint i = 0; targets && i < targets->len; i++)
    {
      const NtmTarget *target = targets->pdata[i];
      const NtmTitleKind *kind = ntm_atlas_lookup (self, NTM_TABLE_TITLE_KIND, target->title_kind);

      if (is_first_rung (self, kind, unit->level, type))
        set_not_yet (standing, g_str_equal (target->certainty, "unverified"));
    }
}

/**
 * ntm_atlas_standing:
 * @self: an Atlas
 * @unit: a unit of it
 * @at: a day
 * @basis: from which day titles count
 *
 * Tells what a unit is on a day: the highest title it holds among those that units of its type may hold;
 * else "not yet" where the file says so (a later first title, or a target to reach it), else "no decision
 * in the file". Not applicable if it did not exist or no title is made for its type. Without a title,
 * since is %NTM_DATE_MIN.
 *
 * Returns: the standing
 */
NtmStanding
ntm_atlas_standing (NtmAtlas *self, const NtmUnit *unit, NtmDate at, NtmBasis basis)
{
  NtmStanding standing = { NTM_STATUS_NOT_APPLICABLE, NULL, NTM_DATE_MIN, FALSE };
  const NtmUnitState *state;

  g_return_val_if_fail (NTM_IS_ATLAS (self) && unit != NULL, standing);

  state = ntm_unit_state_at (unit, at);
  if (!state || !any_ladder_applies (self, unit->level, state->type))
    return standing;
  standing.status = NTM_STATUS_NO_DECISION;
  find_held (g_hash_table_lookup (self->titles_of, unit->id), unit, state->type, at, basis, &standing);
  if (!standing.title)
    find_not_yet (self, unit, state->type, at, basis, &standing);
  return standing;
}
