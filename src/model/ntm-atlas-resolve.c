/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * From what a person typed to the unit meant: an id, a code, a full name or a short name, the last three
 * with "@DATE" where they were reused. Codes and names were reused often (three wards called Trần Phú),
 * and a figure put on the wrong unit is worse than a question, so whatever ever fitted two units is
 * refused with the candidates.
 */

#include "config.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#include "ntm-atlas-private.h"
#include "ntm-error.h"
#include "ntm-nearest.h"
#include "ntm-text.h"

#define CANDIDATES_SHOWN 8

/* What was typed, taken apart. */
typedef struct
{
  char    *name;     /* NFC, without white space around it */
  char    *folded;
  gboolean has_date;
  NtmDate  date;
} Question;

static void
question_clear (Question *question)
{
  g_free (question->name);
  g_free (question->folded);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Question, question_clear)

void
ntm_atlas_forget_names (NtmAtlas *self)
{
  for (guint i = 0; i < NTM_N_NAMES; i++)
    g_clear_pointer (&self->names[i], g_hash_table_unref);
}

static void
add_name (GHashTable *names, char *name, NtmUnitState *state)
{
  if (g_hash_table_contains (names, name))
    {
      g_ptr_array_add (g_hash_table_lookup (names, name), state);
      g_free (name);
    }
  else
    ntm_atlas_group_add (names, name, state);
}

static char *
nfc_or_raw (const char *text)
{
  char *nfc = ntm_text_nfc (text, -1, NULL);

  return nfc ? nfc : g_strdup (text);
}

static void
ensure_names (NtmAtlas *self)
{
  const GPtrArray *states = self->records[NTM_TABLE_UNIT_STATE];

  if (self->names[0])
    return;
  for (guint i = 0; i < NTM_N_NAMES; i++)
    self->names[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < states->len; i++)
    {
      NtmUnitState *state = states->pdata[i];

      if (!ntm_atlas_find_unit (self, state->unit))
        continue;
      add_name (self->names[NTM_NAMES_FULL], nfc_or_raw (state->name), state);
      add_name (self->names[NTM_NAMES_FULL_FOLDED], g_strdup (state->folded), state);
      add_name (self->names[NTM_NAMES_SHORT], nfc_or_raw (state->short_name), state);
      add_name (self->names[NTM_NAMES_SHORT_FOLDED], ntm_text_fold (state->short_name), state);
    }
}

static gboolean
read_question (const char *text, Question *question, GError **error)
{
  char *at;

  question->name = ntm_text_nfc (text, -1, error);
  if (!question->name)
    return FALSE;
  at = strrchr (question->name, '@');
  if (at)
    {
      *at = '\0';
      question->has_date = TRUE;
      if (!ntm_date_parse (g_strstrip (at + 1), &question->date, error))
        return FALSE;
    }
  g_strstrip (question->name);
  question->folded = ntm_text_fold (question->name);
  if (*question->name)
    return TRUE;
  g_set_error_literal (error, NTM_ERROR, NTM_ERROR_INPUT,
                       _("No unit is given. Type its id, its code or its full name with type."));
  return FALSE;
}

/* "Huyện Kỳ Anh (447-0, until 2025-07-01)" */
static char *
describe (const NtmUnit *unit, const char *name)
{
  g_autofree char *from = ntm_date_to_iso (unit->life.from);
  g_autofree char *to = ntm_date_to_iso (unit->life.to);

  if (*from && *to)
    return g_strdup_printf (_("%s (%s, from %s until %s)"), name, unit->id, from, to);
  if (*from)
    return g_strdup_printf (_("%s (%s, from %s)"), name, unit->id, from);
  if (*to)
    return g_strdup_printf (_("%s (%s, until %s)"), name, unit->id, to);
  return g_strdup_printf ("%s (%s)", name, unit->id);
}

/* The name a unit is listed under: the one that fitted. */
typedef struct
{
  const NtmUnit *unit;
  const char    *name;
} Candidate;

static void
add_candidate (GArray *candidates, const NtmUnit *unit, const char *name)
{
  Candidate candidate = { unit, name };

  for (guint i = 0; i < candidates->len; i++)
    if (g_array_index (candidates, Candidate, i).unit == unit)
      return;
  g_array_append_val (candidates, candidate);
}

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const NtmUnit *one = ((const Candidate *) a)->unit;
  const NtmUnit *other = ((const Candidate *) b)->unit;

  if (one->level != other->level)
    return (int) one->level - (int) other->level;
  if (one->life.from != other->life.from)
    return one->life.from < other->life.from ? -1 : 1;
  return strcmp (one->id, other->id);
}

static char *
list_candidates (GArray *candidates)
{
  GString *list = g_string_new (NULL);
  guint shown = MIN (candidates->len, CANDIDATES_SHOWN);
  guint more = candidates->len - shown;

  g_array_sort (candidates, compare_candidates);
  for (guint i = 0; i < shown; i++)
    {
      const Candidate *candidate = &g_array_index (candidates, Candidate, i);
      g_autofree char *text = describe (candidate->unit, candidate->name);

      g_string_append_printf (list, "%s%s", i > 0 ? "; " : "", text);
    }
  if (more > 0)
    g_string_append_printf (list, g_dngettext (GETTEXT_PACKAGE, "; and %u more", "; and %u more", more), more);
  return g_string_free (list, FALSE);
}

static const NtmUnit *
refuse_ambiguous (const Question *question, GArray *candidates, GError **error)
{
  g_autofree char *quote = ntm_model_quote (question->name);
  g_autofree char *list = list_candidates (candidates);

  g_set_error (error, NTM_ERROR, NTM_ERROR_AMBIGUOUS,
               question->has_date
                 ? _("“%s” fits %u units on that day: %s. Type the id, or the full name with its type.")
                 : _("“%s” fits %u units: %s. Type the id, or the full name with its type, if need be with "
                     "@DATE behind it."),
               quote, candidates->len, list);
  return NULL;
}

static const NtmUnit *
refuse_day (const Question *question, GArray *candidates, GError **error)
{
  g_autofree char *quote = ntm_model_quote (question->name);
  g_autofree char *list = list_candidates (candidates);
  g_autofree char *day = ntm_date_to_iso (question->date);

  g_set_error (error, NTM_ERROR, NTM_ERROR_NOT_FOUND,
               _("No unit was “%s” on %s; at other times: %s. Type the id or another day."), quote, day, list);
  return NULL;
}

static char *
list_nearest (NtmAtlas *self, const char *folded)
{
  const GPtrArray *units = ntm_atlas_units (self);
  NtmNearest nearest = { { NULL }, { 0 }, 0 };
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < units->len; i++)
    {
      const NtmUnit *unit = units->pdata[i];

      for (guint j = 0; j < unit->states->len; j++)
        {
          const NtmUnitState *state = unit->states->pdata[j];
          g_autofree char *short_name = ntm_text_fold (state->short_name);

          ntm_nearest_offer (&nearest, folded, state->folded, unit);
          ntm_nearest_offer (&nearest, folded, short_name, unit);
        }
    }
  for (guint i = 0; i < nearest.n; i++)
    {
      const NtmUnit *unit = nearest.found[i];
      g_autofree char *text = describe (unit, ntm_unit_last_state (unit)->name);

      g_string_append_printf (list, "%s%s", i > 0 ? "; " : "", text);
    }
  return g_string_free (list, FALSE);
}

static const NtmUnit *
refuse_unknown (NtmAtlas *self, const Question *question, GError **error)
{
  g_autofree char *quote = ntm_model_quote (question->name);
  g_autofree char *list = list_nearest (self, question->folded);

  if (*list)
    g_set_error (error, NTM_ERROR, NTM_ERROR_NOT_FOUND, _("There is no unit “%s”. The nearest names: %s."), quote,
                 list);
  else
    g_set_error (error, NTM_ERROR, NTM_ERROR_NOT_FOUND,
                 _("There is no unit “%s”. Type its id, its code or its full name with type."), quote);
  return NULL;
}

/* Those of @states, or of all of them without a date, in force on the day asked for. */
static void
collect_states (NtmAtlas *self, const GPtrArray *states, const Question *question, gboolean any_day,
                GArray *candidates)
{
  for (guint i = 0; states && i < states->len; i++)
    {
      const NtmUnitState *state = states->pdata[i];
      const NtmUnit *unit = ntm_atlas_find_unit (self, state->unit);

      if (any_day || ntm_unit_state_at (unit, question->date) == state)
        add_candidate (candidates, unit, state->name);
    }
}

static void
collect_coded (NtmAtlas *self, const Question *question, gboolean any_day, GArray *candidates)
{
  const GPtrArray *units = g_hash_table_lookup (self->units_coded, question->name);

  for (guint i = 0; units && i < units->len; i++)
    {
      const NtmUnit *unit = units->pdata[i];
      const NtmUnitState *state = any_day ? ntm_unit_last_state (unit) : ntm_unit_state_at (unit, question->date);

      if (any_day || ntm_interval_contains (&unit->life, question->date))
        add_candidate (candidates, unit, state ? state->name : unit->code);
    }
}

/* What fits best: the code, else the exact full name, else its folded form, else the short name. */
static GArray *
collect (NtmAtlas *self, const Question *question, gboolean any_day)
{
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));

  collect_coded (self, question, any_day, candidates);
  for (guint i = 0; i < NTM_N_NAMES && candidates->len == 0; i++)
    {
      gboolean is_folded = i == NTM_NAMES_FULL_FOLDED || i == NTM_NAMES_SHORT_FOLDED;
      const char *name = is_folded ? question->folded : question->name;

      collect_states (self, g_hash_table_lookup (self->names[i], name), question, any_day, candidates);
    }
  return candidates;
}

/**
 * ntm_atlas_resolve_unit:
 * @self: an Atlas
 * @text: what a person typed: an id, a code, a full name with type or a short name; the last three may have
 *   "@" and an ISO date behind them
 * @error: return location for an error
 *
 * Finds the one unit that is meant. Exact spelling goes before letters without marks or capitals. Without
 * a date, a code or name that ever belonged to two units is refused.
 *
 * Returns: (transfer none): the unit, or %NULL with %NTM_ERROR_AMBIGUOUS and the candidates in the message,
 *   %NTM_ERROR_NOT_FOUND and the nearest names, or %NTM_ERROR_INPUT
 */
const NtmUnit *
ntm_atlas_resolve_unit (NtmAtlas *self, const char *text, GError **error)
{
  g_auto (Question) question = { NULL, NULL, FALSE, 0 };
  g_autoptr (GArray) candidates = NULL;
  g_autoptr (GArray) others = NULL;
  const NtmUnit *unit;

  g_return_val_if_fail (NTM_IS_ATLAS (self) && text != NULL, NULL);

  if (!read_question (text, &question, error))
    return NULL;
  unit = question.has_date ? NULL : ntm_atlas_find_unit (self, question.name);
  if (unit)
    return unit;
  ensure_names (self);
  candidates = collect (self, &question, !question.has_date);
  if (candidates->len == 1)
    return g_array_index (candidates, Candidate, 0).unit;
  if (candidates->len > 1)
    return refuse_ambiguous (&question, candidates, error);
  others = collect (self, &question, TRUE);
  if (others->len > 0)
    return refuse_day (&question, others, error);
  return refuse_unknown (self, &question, error);
}
