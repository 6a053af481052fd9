/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What the registers of the file hold for a unit: capital and its disbursement, sponsors, projects. What a document
 * judges and no figure tells is said in its words, and what nobody has counted is called so.
 */

#include "config.h"

#include "ntm-unit-facts-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ntm-view-words.h"

static void
entry_free (NtmUnitEntry *entry)
{
  g_free (entry->text);
  g_free (entry->value);
  g_free (entry->detail);
  g_free (entry);
}

/* Takes @value and @detail over; @value "" for a statement in words. */
void
_ntm_unit_facts_add_entry (NtmUnitFacts  *self,
                           NtmUnitSection section,
                           const char    *text,
                           char          *value,
                           GString       *detail,
                           NtmUnitTone    tone)
{
  NtmUnitEntry *entry = g_new0 (NtmUnitEntry, 1);

  if (self->sections[section] == NULL)
    self->sections[section] = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);
  entry->text = g_strdup (text);
  entry->value = value;
  entry->detail = g_string_free (detail, FALSE);
  entry->tone = tone;
  g_ptr_array_add (self->sections[section], entry);
}

/* One of the things said below an entry. */
void
_ntm_unit_facts_append (GString    *text,
                        const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, part);
}

/* Where it is from, and that among the sources of the unit. */
static void
cite (const NtmUnitTelling *self,
      GString              *detail,
      const char           *source,
      const char           *place)
{
  g_autofree char *document = ntm_view_document_short (self->context, source);
  g_autofree char *section = ntm_view_place (place);

  _ntm_unit_facts_append (detail, document);
  _ntm_unit_facts_append (detail, section);
  ntm_sources_add (self->sources, source, place);
}

/* What names no unit but a scope in words is of the whole province. */
static gboolean
is_of_unit (const NtmUnitTelling *self,
            const char           *unit)
{
  return *unit == '\0' ? self->unit->level == NTM_LEVEL_PROVINCE : g_str_equal (unit, self->unit->id);
}

static char *
format_period (const NtmUnitTelling *self,
               const char           *text)
{
  NtmPeriod period;

  return ntm_period_parse (text, &period, NULL) ? ntm_period_format (&period, self->context->lang) : g_strdup (text);
}

static char *
format_amount (const NtmUnitTelling *self,
               const char           *qualifier_code,
               NtmDecimal            amount,
               const char           *measure)
{
  NtmQualifier qualifier = NTM_QUALIFIER_EQUAL;
  g_autofree char *number = ntm_number_format_unit (amount, -1, measure, self->context->lang);

  ntm_qualifier_parse (qualifier_code, &qualifier);
  return g_strconcat (qualifier == NTM_QUALIFIER_EQUAL ? "" : ntm_qualifier_sign (qualifier), number, NULL);
}

/* --- capital ---------------------------------------------------------------------------------- */

static const char *
name_fund (const char *fund)
{
  static const struct { const char *code, *name; } funds[] = {
    { "all", N_("All capital") },
    { "investment", N_("Development investment") },
    { "recurrent", N_("Recurrent capital") },
    { "policy", N_("Funds for policies") },
    { "water", N_("Capital for clean water") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (funds); i++)
    if (g_str_equal (funds[i].code, fund))
      return _(funds[i].name);
  return fund;
}

static void
add_capital_figure (const NtmUnitTelling *self,
                    const NtmCapital     *capital)
{
  g_autofree char *year = format_period (self, capital->plan_year);
  g_autofree char *as_of = ntm_view_part_date (self->context, capital->as_of);
  g_autofree char *until = *as_of == '\0' ? NULL : g_strdup_printf (_("until %s"), as_of);
  g_autofree char *text = g_strdup_printf (capital->disbursed != NTM_NONE ? C_("capital", "%1$s of %2$s: disbursed")
                                                                          : C_("capital", "%1$s of %2$s: planned"),
                                           name_fund (capital->fund), year);
  NtmDecimal sum = capital->disbursed != NTM_NONE ? capital->disbursed : capital->planned;
  GString *detail = g_string_new (NULL);

  if (capital->rate != NTM_NONE)
    {
      g_autofree char *rate = format_amount (self, capital->qualifier, capital->rate, "%");
      g_autofree char *share = g_strdup_printf (_("%s of the plan"), rate);

      _ntm_unit_facts_append (detail, share);
    }
  _ntm_unit_facts_append (detail, until);
  cite (self, detail, capital->source, capital->place);
  _ntm_unit_facts_add_entry (self->facts, NTM_UNIT_SECTION_CAPITAL, text,
                             format_amount (self, capital->qualifier, sum, _("billion đồng")),
                             detail, NTM_UNIT_TONE_NEUTRAL);
}

static gboolean
is_counted (const NtmCapital *capital)
{
  return capital->disbursed != NTM_NONE || capital->planned != NTM_NONE;
}

static gboolean
is_told (const NtmUnitTelling *self,
         const NtmCapital     *capital)
{
  return is_of_unit (self, capital->unit) && _ntm_unit_facts_is_said (self->context, capital->source);
}

/* The same is often said of several years: once, with all of them. */
static void
add_statement (const NtmUnitTelling *self,
               const GPtrArray      *rows,
               guint                 at)
{
  const NtmCapital *capital = g_ptr_array_index (rows, at);
  const char *text = ntm_lang_pick (self->context->lang, capital->text_vi, capital->text_en);
  g_autofree char *agency = ntm_view_agency (self->context, capital->agency);
  g_autoptr (GString) years = g_string_new (NULL);
  g_autofree char *of_years = NULL;
  GString *detail;

  for (guint i = 0; i < rows->len; i++)
    {
      const NtmCapital *other = g_ptr_array_index (rows, i);
      g_autofree char *year = NULL;

      if (is_counted (other) || !is_told (self, other) || !g_str_equal (other->text_vi, capital->text_vi)
          || !g_str_equal (other->fund, capital->fund) || !g_str_equal (other->agency, capital->agency))
        continue;
      if (i < at)
        return;
      year = format_period (self, other->plan_year);
      g_string_append_printf (years, "%s%s", years->len == 0 ? "" : ", ", year);
    }
  detail = g_string_new (NULL);
  of_years = g_strdup_printf (_("%1$s of %2$s"), name_fund (capital->fund), years->str);
  _ntm_unit_facts_append (detail, of_years);
  _ntm_unit_facts_append (detail, agency);
  cite (self, detail, capital->source, capital->place);
  _ntm_unit_facts_add_entry (self->facts, NTM_UNIT_SECTION_CAPITAL, text, g_strdup (""), detail, NTM_UNIT_TONE_NEUTRAL);
}

static gboolean
has_disbursed (const NtmUnitTelling *self,
               const GPtrArray      *rows,
               const char           *year)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const NtmCapital *capital = g_ptr_array_index (rows, i);

      if (g_str_equal (capital->plan_year, year) && capital->disbursed != NTM_NONE && is_told (self, capital))
        return TRUE;
    }
  return FALSE;
}

/* Of the years that are spoken of, one without a figure: it is asked for by name. */
static void
add_uncounted_years (const NtmUnitTelling *self,
                     const GPtrArray      *rows)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < rows->len; i++)
    {
      const NtmCapital *capital = g_ptr_array_index (rows, i);
      g_autofree char *text = NULL;

      if (!is_told (self, capital) || !g_str_equal (capital->fund, "all") || strlen (capital->plan_year) != 4
          || has_disbursed (self, rows, capital->plan_year) || !g_hash_table_add (seen, capital->plan_year))
        continue;
      text = g_strdup_printf (C_("capital", "%1$s of %2$s: disbursed"), name_fund (capital->fund), capital->plan_year);
      _ntm_unit_facts_add_entry (self->facts, NTM_UNIT_SECTION_CAPITAL, text, g_strdup (ntm_view_no_data ()),
                                 g_string_new (NULL), NTM_UNIT_TONE_MISSING);
    }
}

static void
add_capital (const NtmUnitTelling *self)
{
  const GPtrArray *rows = ntm_atlas_records (self->context->atlas, NTM_TABLE_CAPITAL);

  for (guint i = 0; i < rows->len; i++)
    {
      const NtmCapital *capital = g_ptr_array_index (rows, i);

      if (is_counted (capital) && is_told (self, capital))
        add_capital_figure (self, capital);
    }
  add_uncounted_years (self, rows);
  for (guint i = 0; i < rows->len; i++)
    {
      const NtmCapital *capital = g_ptr_array_index (rows, i);

      if (!is_counted (capital) && is_told (self, capital))
        add_statement (self, rows, i);
    }
}

/* --- sponsors --------------------------------------------------------------------------------- */

static void
add_sponsorship (const NtmUnitTelling *self,
                 const NtmSponsorship *one)
{
  g_autofree char *agency = ntm_view_agency (self->context, one->sponsor);
  g_autofree char *period = format_period (self, one->period);
  const char *sponsor = *agency != '\0' ? agency : ntm_lang_pick (self->context->lang, one->sponsor_vi, one->sponsor_en);
  const char *form = g_str_equal (one->form, "cash") ? _("in cash") : g_str_equal (one->form, "in_kind") ? _("in kind") : "";
  GString *detail = g_string_new (NULL);

  _ntm_unit_facts_append (detail, ntm_lang_pick (self->context->lang, one->scope_vi, one->scope_en));
  _ntm_unit_facts_append (detail, period);
  _ntm_unit_facts_append (detail, form);
  _ntm_unit_facts_append (detail, ntm_lang_pick (self->context->lang, one->purpose_vi, one->purpose_en));
  _ntm_unit_facts_append (detail, one->decision);
  cite (self, detail, one->source, one->place);
  _ntm_unit_facts_add_entry (self->facts, NTM_UNIT_SECTION_SPONSORS, sponsor,
                             one->amount == NTM_NONE ? g_strdup ("")
                                                     : format_amount (self, one->qualifier, one->amount, _("million đồng")),
                             detail, NTM_UNIT_TONE_NEUTRAL);
}

/* The largest first, those without an amount last, else as in the file. */
static int
compare_sponsorships (gconstpointer a,
                      gconstpointer b)
{
  const NtmSponsorship *first = *(const NtmSponsorship * const *) a, *second = *(const NtmSponsorship * const *) b;

  /* NTM_NONE is less than any amount. */
  return (second->amount > first->amount) - (second->amount < first->amount);
}

static void
add_sponsors (const NtmUnitTelling *self)
{
  const GPtrArray *rows = ntm_atlas_records (self->context->atlas, NTM_TABLE_SPONSORSHIP);
  g_autoptr (GPtrArray) sponsorships = g_ptr_array_new ();

  if (self->unit->level == NTM_LEVEL_PROVINCE && rows->len > 0)
    _ntm_unit_facts_add_entry (self->facts, NTM_UNIT_SECTION_SPONSORS, _("Villages without a sponsor or without progress"),
                               g_strdup (ntm_view_no_data ()), g_string_new (_("the file counts no single villages")),
                               NTM_UNIT_TONE_MISSING);
  for (guint i = 0; i < rows->len; i++)
    {
      const NtmSponsorship *one = g_ptr_array_index (rows, i);

      if (is_of_unit (self, one->unit) && _ntm_unit_facts_is_said (self->context, one->source))
        g_ptr_array_add (sponsorships, (gpointer) one);
    }
  g_ptr_array_sort (sponsorships, compare_sponsorships);
  for (guint i = 0; i < sponsorships->len; i++)
    add_sponsorship (self, g_ptr_array_index (sponsorships, i));
}

/* --- projects --------------------------------------------------------------------------------- */

static const char *
name_step (const char *step)
{
  static const struct { const char *code, *name; } steps[] = {
    { "dossier", NC_("step of a project", "dossier") },
    { "appraisal", NC_("step of a project", "appraisal") },
    { "approved", NC_("step of a project", "approved") },
    { "started", NC_("step of a project", "started") },
    { "finished", NC_("step of a project", "finished") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (g_str_equal (steps[i].code, step))
      return g_dpgettext2 (NULL, "step of a project", steps[i].name);
  return "";
}

static void
add_projects (const NtmUnitTelling *self)
{
  const GPtrArray *rows = ntm_atlas_records (self->context->atlas, NTM_TABLE_PROJECT);

  for (guint i = 0; i < rows->len; i++)
    {
      const NtmProject *project = g_ptr_array_index (rows, i);
      g_autofree char *agency = ntm_view_agency (self->context, project->agency);
      g_autofree char *period = format_period (self, project->period);
      GString *detail;

      if (!is_of_unit (self, project->unit) || !_ntm_unit_facts_is_said (self->context, project->source))
        continue;
      detail = g_string_new (NULL);
      _ntm_unit_facts_append (detail, agency);
      _ntm_unit_facts_append (detail, period);
      _ntm_unit_facts_append (detail, ntm_lang_pick (self->context->lang, project->note_vi, project->note_en));
      cite (self, detail, project->source, project->place);
      _ntm_unit_facts_add_entry (self->facts, NTM_UNIT_SECTION_PROJECTS,
                                 ntm_lang_pick (self->context->lang, project->name_vi, project->name_en),
                                 g_strdup (name_step (project->step)), detail, NTM_UNIT_TONE_NEUTRAL);
    }
}

void
_ntm_unit_facts_add_registers (const NtmUnitTelling *self)
{
  add_capital (self);
  add_sponsors (self);
  add_projects (self);
}
