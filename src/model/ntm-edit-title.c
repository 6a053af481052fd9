/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Titles as a person enters, corrects and revokes them. A title is an event that stays: revoking it writes
 * the day it ended, not a deletion. Labels hold names, codes and numbers only, so that the history reads the
 * same in every language.
 */

#include "config.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#include "ntm-atlas-private.h"
#include "ntm-edit-form-private.h"
#include "ntm-edit-title.h"
#include "ntm-text.h"

#define ROUND_MAX 20

static const char *
name_of (const NtmUnit *unit)
{
  const NtmUnitState *state = ntm_unit_last_state (unit);

  return state ? state->name : unit->id;
}

/* --- which kind may be given when -------------------------------------------------------------- */

static gboolean
applies_in (const NtmTitleKind *kind, const NtmUnit *unit, const NtmInterval *days)
{
  for (guint i = 0; i < unit->states->len; i++)
    {
      const NtmUnitState *state = unit->states->pdata[i];

      if (ntm_interval_overlaps (&state->valid, days) && ntm_title_kind_applies (kind, unit->level, state->type))
        return TRUE;
    }
  return FALSE;
}

static int
compare_kinds (gconstpointer a, gconstpointer b)
{
  const NtmTitleKind *one = *(NtmTitleKind *const *) a;
  const NtmTitleKind *other = *(NtmTitleKind *const *) b;
  int by_ladder = strcmp (one->ladder, other->ladder);

  return by_ladder ? by_ladder : (one->rank > other->rank) - (one->rank < other->rank);
}

/**
 * ntm_title_kinds_for:
 * @atlas: the Atlas
 * @unit: a unit of it
 *
 * Returns: (transfer container) (element-type NtmTitleKind): the titles a unit of its level and of any of
 *   the types it has had may be given, ladder by ladder, the lowest rank first
 */
GPtrArray *
ntm_title_kinds_for (NtmAtlas *atlas, const NtmUnit *unit)
{
  static const NtmInterval ever = { NTM_DATE_MIN, NTM_DATE_MAX };
  const GPtrArray *kinds;
  GPtrArray *fitting = g_ptr_array_new ();

  g_return_val_if_fail (NTM_IS_ATLAS (atlas) && unit != NULL, fitting);

  kinds = ntm_atlas_records (atlas, NTM_TABLE_TITLE_KIND);
  for (guint i = 0; i < kinds->len; i++)
    if (applies_in (kinds->pdata[i], unit, &ever))
      g_ptr_array_add (fitting, kinds->pdata[i]);
  g_ptr_array_sort (fitting, compare_kinds);
  return fitting;
}

/* --- checks ------------------------------------------------------------------------------------ */

static gboolean
check_life (const NtmFormCheck *check, const char *field, const NtmUnit *unit, const NtmInterval *days)
{
  gboolean is_early = days->to <= unit->life.from;
  g_autofree char *day = NULL;

  if (ntm_interval_overlaps (&unit->life, days))
    return TRUE;
  day = ntm_date_format (is_early ? unit->life.from : unit->life.to, ntm_lang_current ());
  if (is_early)
    return ntm_form_refuse (check, field, NTM_ERROR_RANGE,
                            g_strdup_printf (_("%1$s did not exist then: it began on %2$s."), name_of (unit), day));
  return ntm_form_refuse (check, field, NTM_ERROR_RANGE,
                          g_strdup_printf (_("%1$s no longer existed then: it ended on %2$s."), name_of (unit), day));
}

static gboolean
check_kind (const NtmFormCheck *check, const NtmTitleEntry *entry, const NtmUnit *unit, const NtmInterval *days)
{
  const NtmTitleKind *kind = ntm_atlas_lookup (check->atlas, NTM_TABLE_TITLE_KIND, ntm_form_or_empty (entry->kind));

  if (!kind)
    return ntm_form_refuse (check, "kind", NTM_ERROR_INPUT, g_strdup (_("Choose the title.")));
  if (applies_in (kind, unit, days))
    return TRUE;
  return ntm_form_refuse (check, "kind", NTM_ERROR_INPUT,
                          g_strdup_printf (_("%s was then of a type that is not given this title. Choose another title or day."),
                                           name_of (unit)));
}

static gboolean
check_texts (const NtmFormCheck *check, const NtmTitleEntry *entry)
{
  if (!ntm_form_check_line (check, "round", entry->round, ROUND_MAX)
      || !ntm_form_check_line (check, "decision", entry->decision, NTM_FORM_LINE_MAX)
      || !ntm_form_check_note (check, "note", entry->note))
    return FALSE;
  if (ntm_form_is_blank (entry->decision) || strpbrk (entry->decision, "0123456789"))
    return TRUE;
  return ntm_form_refuse (check, "decision", NTM_ERROR_INPUT,
                          g_strdup (_("The number of a decision has digits, like 840/QĐ-TTg. Leave it empty if it is not known.")));
}

static gboolean
check_periods (const NtmFormCheck *check, const NtmTitleEntry *entry, NtmPeriod *year)
{
  const char *criteria = ntm_form_or_empty (entry->criteria_period);
  NtmPeriod period;

  if (*criteria && (!ntm_period_parse (criteria, &period, NULL) || period.kind != NTM_PERIOD_RANGE))
    return ntm_form_refuse (check, "criteria_period", NTM_ERROR_INPUT,
                            g_strdup (_("Write the years of the criteria like 2021/2025.")));
  if (ntm_form_is_blank (entry->for_year))
    return TRUE;
  if (!ntm_period_parse (entry->for_year, year, NULL) || year->kind != NTM_PERIOD_YEAR)
    return ntm_form_refuse (check, "for_year", NTM_ERROR_INPUT, g_strdup (_("Write a year like 2023.")));
  return ntm_form_check_year (check, "for_year", year->days.from);
}

/* A title is awarded after the year it is for has begun, not before. */
static gboolean
check_order (const NtmFormCheck *check, const NtmPeriod *signed_on, const NtmPeriod *year)
{
  if (signed_on->days.to > year->days.from)
    return TRUE;
  return ntm_form_refuse (check, "signed", NTM_ERROR_RANGE,
                          g_strdup_printf (_("This is before %d, the year the title is for. Correct one of the two."),
                                           ntm_date_year (year->days.from)));
}

/* @old: (nullable): the title that is changed; where it counts from a document, it needs no other day. */
static gboolean
check_days (const NtmFormCheck *check, const NtmTitleEntry *entry, const NtmTitle *old, const NtmUnit *unit)
{
  gboolean has_year = !ntm_form_is_blank (entry->for_year), has_signed = !ntm_form_is_blank (entry->signed_on);
  const char *field = has_signed ? "signed" : "for_year";
  NtmPeriod year, when;

  if (!check_periods (check, entry, &year))
    return FALSE;
  if (has_signed && !ntm_form_check_when (check, "signed", entry->signed_on, &when))
    return FALSE;
  if (has_signed && has_year && !check_order (check, &when, &year))
    return FALSE;
  if (!has_signed && has_year)
    when = year;
  if (!has_signed && !has_year && (!old || !ntm_period_parse (old->recognised_by, &when, NULL)))
    return ntm_form_refuse (check, "signed", NTM_ERROR_INPUT,
                            g_strdup (_("Write when the decision was signed (a day, a month or a year), or the year the title is for.")));
  return check_life (check, field, unit, &when.days) && check_kind (check, entry, unit, &when.days);
}

static gboolean
is_same_text (const char *a, const char *b)
{
  g_autofree char *stripped = g_strstrip (g_strdup (ntm_form_or_empty (a)));
  g_autofree char *one = ntm_text_fold (stripped);
  g_autofree char *other = ntm_text_fold (b);

  return *one && g_str_equal (one, other);
}

/* The same title of the same year, day or decision would be counted twice. */
static gboolean
check_twice (const NtmFormCheck *check, const NtmTitleEntry *entry, const NtmTitle *self)
{
  const GPtrArray *titles = ntm_atlas_records (check->atlas, NTM_TABLE_TITLE);

  for (guint i = 0; i < titles->len; i++)
    {
      const NtmTitle *title = titles->pdata[i];

      if (title == self || *title->revoked || !g_str_equal (title->unit, entry->unit) || !g_str_equal (title->kind, entry->kind))
        continue;
      if (is_same_text (entry->decision, title->decision) || is_same_text (entry->signed_on, title->signed_on)
          || is_same_text (entry->for_year, title->for_year))
        return ntm_form_refuse (check, "kind", NTM_ERROR_INPUT,
                                g_strdup (_("The file has this title of the unit already. Correct that one instead.")));
    }
  return TRUE;
}

static gboolean
check_source (const NtmFormCheck *check, const NtmTitleEntry *entry)
{
  if (entry->new_source)
    return ntm_form_check_document (check, entry->new_source);
  if (!ntm_form_check_known (check, "source", NTM_TABLE_DOCUMENT, entry->source))
    return FALSE;
  if (!ntm_form_is_blank (entry->source) || entry->is_unverified)
    return TRUE;
  return ntm_form_refuse (check, "source", NTM_ERROR_INPUT,
                          g_strdup (_("Choose the document that says so, or mark the title as still to be checked.")));
}

static gboolean
check_entry (const NtmFormCheck *check, const NtmTitleEntry *entry, const NtmTitle *old)
{
  const NtmUnit *unit = ntm_atlas_find_unit (check->atlas, ntm_form_or_empty (entry->unit));

  if (!unit)
    return ntm_form_refuse (check, "unit", NTM_ERROR_INPUT, g_strdup (_("Choose the unit.")));
  return check_texts (check, entry) && check_days (check, entry, old, unit) && check_source (check, entry)
         && check_twice (check, entry, old);
}

/* --- the edits --------------------------------------------------------------------------------- */

static gboolean
fill_row (const NtmFormCheck *check, NtmRow *row, const NtmTitle *old, const NtmTitleEntry *entry, const char *source)
{
  const char *const fields[][2] = {
    { "unit", entry->unit }, { "kind", entry->kind }, { "criteria_period", entry->criteria_period },
    { "for_year", entry->for_year }, { "round", entry->round }, { "decision", entry->decision },
    { "signed", entry->signed_on }, { "certainty", entry->is_unverified ? "unverified" : "confirmed" },
    { "source", source }, { "note", entry->note },
  };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (!ntm_form_set_text (row, old, fields[i][0], fields[i][1], check->error))
      return FALSE;
  return TRUE;
}

/* "Huyện Kỳ Anh: district_ntm 2023 840/QĐ-TTg" */
static char *
make_label (NtmAtlas *atlas, const NtmTitleEntry *entry, const char *what)
{
  const NtmUnit *unit = ntm_atlas_find_unit (atlas, entry->unit);
  g_autofree char *label = g_strdup_printf ("%s: %s %s %s %s", name_of (unit), entry->kind, what,
                                            ntm_form_or_empty (entry->for_year), ntm_form_or_empty (entry->decision));
  g_auto (GStrv) words = g_strsplit_set (label, " ", -1);
  GString *clean = g_string_new (NULL);

  for (char **word = words; *word; word++)
    if (**word)
      g_string_append_printf (clean, "%s%s", clean->len ? " " : "", *word);
  return g_string_free (clean, FALSE);
}

static NtmEdit *
make_edit (const NtmFormCheck *check, const char *id, const NtmTitle *old, const NtmTitleEntry *entry)
{
  g_autofree char *label = make_label (check->atlas, entry, old ? "changed" : "new");
  g_autoptr (NtmEdit) edit = ntm_edit_new (label);
  g_autofree char *added = NULL;

  if (entry->new_source && !(added = ntm_form_add_document (check, edit, entry->new_source)))
    return NULL;
  if (!fill_row (check, ntm_edit_write (edit, NTM_TABLE_TITLE, id, NULL), old, entry, added ? added : entry->source))
    return NULL;
  return g_steal_pointer (&edit);
}

/**
 * ntm_title_entry_read:
 * @title: a title of the Atlas
 * @out: set to what is there; its texts are those of @title
 *
 * Starts a change of a title.
 */
void
ntm_title_entry_read (const NtmTitle *title, NtmTitleEntry *out)
{
  g_return_if_fail (title != NULL && out != NULL);

  *out = (NtmTitleEntry) {
    .unit = title->unit, .kind = title->kind, .criteria_period = title->criteria_period, .for_year = title->for_year,
    .round = title->round, .decision = title->decision, .signed_on = title->signed_on, .source = title->source,
    .note = title->note, .is_unverified = g_str_equal (title->certainty, "unverified"),
  };
}

/**
 * ntm_edit_new_title:
 * @atlas: the Atlas
 * @entry: what was entered
 * @field: (out) (optional): the field that was refused: a column of the table, or `document.` and a column
 * @error: return location for an error
 *
 * Checks a new title and makes the edit that adds it, with its document where that is new: the unit existed
 * when it was signed (else in the year it is for) and was of a type that may be given it; it is not signed
 * before the year it is for; a confirmed title has a document; the same title of the same year, day or
 * decision is not there yet, unless it was revoked.
 *
 * Returns: (transfer full): the edit, or %NULL with %NTM_ERROR_INPUT, %NTM_ERROR_RANGE or
 *   %NTM_ERROR_NOT_FOUND
 */
NtmEdit *
ntm_edit_new_title (NtmAtlas *atlas, const NtmTitleEntry *entry, const char **field, GError **error)
{
  NtmFormCheck check = { atlas, field, error };
  const NtmUnit *unit;
  g_autofree char *stem = NULL;
  g_autofree char *id = NULL;

  g_return_val_if_fail (NTM_IS_ATLAS (atlas) && entry != NULL, NULL);

  if (!check_entry (&check, entry, NULL))
    return NULL;
  unit = ntm_atlas_find_unit (atlas, entry->unit);
  stem = g_strdup_printf ("%s-%s-%.4s", unit->code, entry->kind,
                          ntm_form_is_blank (entry->for_year) ? entry->signed_on : entry->for_year);
  id = ntm_form_make_id (atlas, NTM_TABLE_TITLE, stem);
  return make_edit (&check, id, NULL, entry);
}

static const NtmTitle *
find_title (const NtmFormCheck *check, const char *id)
{
  const NtmTitle *title = ntm_atlas_lookup (check->atlas, NTM_TABLE_TITLE, id);

  if (!title)
    ntm_form_refuse (check, "kind", NTM_ERROR_NOT_FOUND, g_strdup_printf (_("There is no title “%s” in the file."), id));
  return title;
}

/**
 * ntm_edit_new_title_change:
 * @atlas: the Atlas
 * @title: id of a title
 * @entry: how it shall read
 * @field: (out) (optional): the field that was refused
 * @error: return location for an error
 *
 * Checks a correction like [func@Ntm.edit_new_title] and makes the edit that writes the fields that differ.
 *
 * Returns: (transfer full): the edit, which changes nothing where nothing differs, or %NULL with
 *   %NTM_ERROR_INPUT, %NTM_ERROR_RANGE or %NTM_ERROR_NOT_FOUND
 */
NtmEdit *
ntm_edit_new_title_change (NtmAtlas *atlas, const char *title, const NtmTitleEntry *entry, const char **field, GError **error)
{
  NtmFormCheck check = { atlas, field, error };
  const NtmTitle *old;

  g_return_val_if_fail (NTM_IS_ATLAS (atlas) && title != NULL && entry != NULL, NULL);

  old = find_title (&check, title);
  if (!old || !check_entry (&check, entry, old))
    return NULL;
  return make_edit (&check, old->id, old, entry);
}

/* --- revoking ---------------------------------------------------------------------------------- */

static gboolean
check_end (const NtmFormCheck *check, const NtmTitle *title, const char *day)
{
  NtmPeriod end;
  NtmDate since;
  g_autofree char *words = NULL;

  if (ntm_form_is_blank (day))
    return ntm_form_refuse (check, "revoked", NTM_ERROR_INPUT, g_strdup (_("Write when the title was revoked: a day, a month or a year.")));
  if (!ntm_form_check_when (check, "revoked", day, &end))
    return FALSE;
  if (!ntm_title_since (title, NTM_BASIS_SIGNED, &since, NULL) || ntm_period_last_day (&end) >= since)
    return TRUE;
  words = ntm_date_format (since, ntm_lang_current ());
  return ntm_form_refuse (check, "revoked", NTM_ERROR_RANGE,
                          g_strdup_printf (_("The title only counts from %s. Write a later day."), words));
}

static gboolean
check_revocation (const NtmFormCheck *check, const NtmTitle *title, const NtmRevocation *revocation)
{
  if (*title->revoked)
    return ntm_form_refuse (check, "revoked", NTM_ERROR_INPUT, g_strdup (_("The title is revoked already.")));
  if (!check_end (check, title, revocation->day)
      || !ntm_form_check_line (check, "revoked_by", revocation->decision, NTM_FORM_LINE_MAX)
      || !ntm_form_check_note (check, "note", revocation->note))
    return FALSE;
  if (!ntm_form_is_blank (revocation->decision) || g_strcmp0 (revocation->note, title->note) != 0)
    return TRUE;
  return ntm_form_refuse (check, "revoked_by", NTM_ERROR_INPUT,
                          g_strdup (_("Write the number of the decision, or say in the note what it rests on.")));
}

/**
 * ntm_edit_new_title_revocation:
 * @atlas: the Atlas
 * @title: id of a title that is not revoked
 * @revocation: from when, by what
 * @field: (out) (optional): the field that was refused
 * @error: return location for an error
 *
 * Makes the edit that ends a title: not before it counts, by a decision or with a note that says why.
 *
 * Returns: (transfer full): the edit, or %NULL with %NTM_ERROR_INPUT, %NTM_ERROR_RANGE or
 *   %NTM_ERROR_NOT_FOUND
 */
NtmEdit *
ntm_edit_new_title_revocation (NtmAtlas *atlas, const char *title, const NtmRevocation *revocation, const char **field,
                               GError **error)
{
  NtmFormCheck check = { atlas, field, error };
  g_autoptr (NtmEdit) edit = NULL;
  g_autofree char *label = NULL;
  g_autofree char *what = NULL;
  NtmTitleEntry entry;
  const NtmTitle *old;
  NtmRow *row;

  g_return_val_if_fail (NTM_IS_ATLAS (atlas) && title != NULL && revocation != NULL, NULL);

  old = find_title (&check, title);
  if (!old || !check_revocation (&check, old, revocation))
    return NULL;
  ntm_title_entry_read (old, &entry);
  what = g_strdup_printf ("revoked %s", revocation->day);
  entry.for_year = NULL;
  entry.decision = revocation->decision;
  label = make_label (atlas, &entry, what);
  edit = ntm_edit_new (label);
  row = ntm_edit_write (edit, NTM_TABLE_TITLE, old->id, NULL);
  if (!ntm_form_set_text (row, old, "revoked", revocation->day, error)
      || !ntm_form_set_text (row, old, "revoked_by", revocation->decision, error)
      || !ntm_form_set_text (row, old, "note", revocation->note, error))
    return NULL;
  return g_steal_pointer (&edit);
}
