/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Names are reused, so each unit is told apart by its parent, and one that has ended or not begun yet on the
 * reference date by its years.
 */

#include "config.h"

#include "ntm-form-choices.h"

#include <glib/gi18n.h>

#include "ntm-text.h"
#include "ntm-view-words.h"

typedef struct
{
  const NtmUnit *unit;
  char          *name, *key;
} Named;

static void
named_clear (Named *named)
{
  g_free (named->name);
  g_free (named->key);
}

/* Higher levels first, then by name. */
static int
compare_named (gconstpointer a,
               gconstpointer b)
{
  const Named *one = a, *other = b;

  if (one->unit->level != other->unit->level)
    return one->unit->level < other->unit->level ? -1 : 1;
  return g_strcmp0 (one->key, other->key);
}

static char *
describe_life (const NtmViewContext *context,
               const NtmUnit        *unit)
{
  g_autofree char *day = NULL;

  if (ntm_interval_contains (&unit->life, context->at))
    return g_strdup ("");
  if (unit->life.from > context->at)
    {
      day = ntm_date_format (unit->life.from, context->lang);
      return g_strdup_printf (_("from %s"), day);
    }
  day = ntm_date_format (unit->life.to, context->lang);
  return g_strdup_printf (_("until %s"), day);
}

static char *
describe (const NtmViewContext *context,
          const NtmUnit        *unit)
{
  const NtmUnitState *state = ntm_unit_state_at (unit, context->at);
  g_autofree char *parent = NULL;
  g_autofree char *life = describe_life (context, unit);

  if (state == NULL)
    state = ntm_unit_last_state (unit);
  if (state != NULL && state->parent_unit != NULL)
    parent = ntm_view_unit_name (context, state->parent_unit);
  if (parent == NULL || *life == '\0')
    return g_strconcat (parent == NULL ? "" : parent, life, NULL);
  return g_strdup_printf ("%s · %s", parent, life);
}

/**
 * ntm_form_units_fill:
 * @row: the row
 * @desk: a desk with a file
 * @none: (nullable): the choice of no unit, where there may be none
 *
 * Lists every unit of the file.
 */
void
ntm_form_units_fill (NtmChoiceRow *row,
                     NtmDesk      *desk,
                     const char   *none)
{
  NtmViewContext context = ntm_desk_get_context (desk);
  const GPtrArray *units = ntm_atlas_units (context.atlas);
  g_autoptr (GArray) named = g_array_new (FALSE, FALSE, sizeof (Named));

  g_array_set_clear_func (named, (GDestroyNotify) named_clear);
  ntm_choice_row_clear (row);
  if (none != NULL)
    ntm_choice_row_add (row, "", none, NULL);
  for (guint i = 0; i < units->len; i++)
    {
      Named one = { g_ptr_array_index (units, i), NULL, NULL };

      one.name = ntm_view_unit_name (&context, one.unit);
      one.key = ntm_text_sort_key (one.name);
      g_array_append_val (named, one);
    }
  g_array_sort (named, compare_named);
  for (guint i = 0; i < named->len; i++)
    {
      const Named *one = &g_array_index (named, Named, i);
      g_autofree char *detail = describe (&context, one->unit);

      ntm_choice_row_add (row, one->unit->id, one->name, detail);
    }
}

static int
compare_agencies (gconstpointer a,
                  gconstpointer b)
{
  const NtmAgency *one = *(const NtmAgency *const *) a, *other = *(const NtmAgency *const *) b;
  NtmLang lang = ntm_lang_current ();

  return ntm_text_compare (ntm_lang_pick (lang, one->name_vi, one->name_en),
                           ntm_lang_pick (lang, other->name_vi, other->name_en));
}

/**
 * ntm_form_agencies_fill:
 * @row: the row
 * @desk: a desk with a file
 *
 * Lists every agency of the file by name, after "none".
 */
void
ntm_form_agencies_fill (NtmChoiceRow *row,
                        NtmDesk      *desk)
{
  NtmViewContext context = ntm_desk_get_context (desk);
  const GPtrArray *records = ntm_atlas_records (context.atlas, NTM_TABLE_AGENCY);
  g_autoptr (GPtrArray) agencies = g_ptr_array_new ();

  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (agencies, g_ptr_array_index (records, i));
  g_ptr_array_sort (agencies, compare_agencies);
  ntm_choice_row_clear (row);
  ntm_choice_row_add (row, "", _("No agency"), NULL);
  for (guint i = 0; i < agencies->len; i++)
    {
      const NtmAgency *agency = g_ptr_array_index (agencies, i);

      ntm_choice_row_add (row, agency->id, ntm_lang_pick (context.lang, agency->name_vi, agency->name_en),
                          ntm_lang_pick (context.lang, agency->short_vi, agency->short_en));
    }
  ntm_choice_row_select (row, "");
}

static int
compare_newest (gconstpointer a,
                gconstpointer b)
{
  const NtmDocument *one = *(const NtmDocument *const *) a, *other = *(const NtmDocument *const *) b;
  int order = g_strcmp0 (other->date, one->date);

  return order != 0 ? order : ntm_text_compare (one->title_vi, other->title_vi);
}

/**
 * ntm_form_documents_add:
 * @row: the row
 * @desk: a desk with a file
 *
 * Adds every document of the file to the choices, the newest first.
 */
void
ntm_form_documents_add (NtmChoiceRow *row,
                        NtmDesk      *desk)
{
  NtmViewContext context = ntm_desk_get_context (desk);
  const GPtrArray *records = ntm_atlas_records (context.atlas, NTM_TABLE_DOCUMENT);
  g_autoptr (GPtrArray) documents = g_ptr_array_new ();

  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (documents, g_ptr_array_index (records, i));
  g_ptr_array_sort (documents, compare_newest);
  for (guint i = 0; i < documents->len; i++)
    {
      const NtmDocument *document = g_ptr_array_index (documents, i);
      g_autofree char *name = ntm_view_document_short (&context, document->id);

      ntm_choice_row_add (row, document->id, name,
                          ntm_lang_pick (context.lang, document->title_vi, document->title_en));
    }
}

/**
 * ntm_form_unit_name:
 * @desk: a desk with a file
 * @unit: id of a unit
 *
 * Returns: (transfer full): its name on the reference date
 */
char *
ntm_form_unit_name (NtmDesk    *desk,
                    const char *unit)
{
  NtmViewContext context = ntm_desk_get_context (desk);
  const NtmUnit *record = ntm_atlas_find_unit (context.atlas, unit);

  return record == NULL ? g_strdup (unit) : ntm_view_unit_name (&context, record);
}
