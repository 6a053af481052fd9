/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the commands have in common: their operands and options as values, and how they write. */

#include "config.h"

#include "ntm-cli.h"
#include "ntm-tsv.h"

/**
 * ntm_call_operand:
 * @self: a call
 * @i: from 0, the first word after the command
 *
 * Returns: (nullable): the operand
 */
const char *
ntm_call_operand (const NtmCall *self,
                  guint          i)
{
  return ntm_args_get_operand (self->args, i + 1);
}

/**
 * ntm_call_pick:
 * @vi: Vietnamese text
 * @en: English text, perhaps ""
 *
 * Returns: the one in the language of this process
 */
const char *
ntm_call_pick (const char *vi,
               const char *en)
{
  return ntm_lang_pick (ntm_lang_current (), vi, en);
}

/**
 * ntm_call_date:
 * @self: a call with a file
 * @out: (out): the day of --at, else the file's reference date
 * @error: return location
 *
 * Returns: %FALSE with %NTM_USAGE_ERROR if --at is no day
 */
gboolean
ntm_call_date (const NtmCall *self,
               NtmDate       *out,
               GError       **error)
{
  return ntm_args_get_date (self->args, "at", ntm_atlas_reference_date (self->atlas), out, error);
}

/**
 * ntm_call_basis:
 * @self: a call
 * @out: (out): what --basis says
 * @error: return location
 *
 * Returns: %FALSE with %NTM_USAGE_ERROR if it is neither of the two
 */
gboolean
ntm_call_basis (const NtmCall *self,
                NtmBasis      *out,
                GError       **error)
{
  static const char *const words[] = { "signed", "year", NULL };
  guint choice;

  if (!ntm_args_get_choice (self->args, "basis", words, &choice, error))
    return FALSE;
  *out = choice == 0 ? NTM_BASIS_SIGNED : NTM_BASIS_YEAR;
  return TRUE;
}

/**
 * ntm_call_unit:
 * @self: a call with a file
 * @id: (out) (nullable): the id of --unit; %NULL if it was not given
 * @error: return location
 *
 * Returns: %FALSE with %NTM_ERROR_NOT_FOUND or %NTM_ERROR_AMBIGUOUS, or %NTM_USAGE_ERROR if it was given
 *   several times
 */
gboolean
ntm_call_unit (const NtmCall *self,
               const char   **id,
               GError       **error)
{
  const char *text = ntm_args_get (self->args, "unit");
  const NtmUnit *unit;

  *id = NULL;
  if (text == NULL)
    return TRUE;
  if (!ntm_args_once (self->args, "unit", error))
    return FALSE;
  unit = ntm_atlas_resolve_unit (self->atlas, text, error);
  if (unit == NULL)
    return FALSE;
  *id = unit->id;
  return TRUE;
}

/**
 * ntm_call_row:
 * @self: a call
 * @cells: (array length=n_cells) (element-type utf8): a row; %NULL is empty
 * @n_cells: number of columns
 *
 * Writes a line of the command's table.
 */
void
ntm_call_row (const NtmCall     *self,
              const char *const *cells,
              guint              n_cells)
{
  ntm_tsv_row (self->out, cells, n_cells);
}

/**
 * ntm_call_say:
 * @format: a translated sentence
 * @...: its parts
 *
 * Tells the person at the terminal something, on standard error.
 */
void
ntm_call_say (const char *format,
              ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  fprintf (stderr, "ntm: %s\n", text);
}

/**
 * ntm_iso_or_nothing:
 * @date: a day or an unbounded end
 *
 * Returns: (transfer full): the ISO day, "" for "since before the records" and "still"
 */
char *
ntm_iso_or_nothing (NtmDate date)
{
  return ntm_date_is_known (date) ? ntm_date_to_iso (date) : g_strdup ("");
}

/**
 * ntm_decimal_or_nothing:
 * @value: a decimal or %NTM_NONE
 *
 * Returns: (transfer full): the number as files write it, "" for none
 */
char *
ntm_decimal_or_nothing (NtmDecimal value)
{
  return value == NTM_NONE ? g_strdup ("") : ntm_decimal_to_string (value);
}

/**
 * ntm_qualified:
 * @qualifier: how the value is meant
 * @value: a decimal or %NTM_NONE
 *
 * Returns: (transfer full): `>= 50`, just `50` where it is equal, "" for none
 */
char *
ntm_qualified (NtmQualifier qualifier,
               NtmDecimal   value)
{
  g_autofree char *number = ntm_decimal_or_nothing (value);

  if (value == NTM_NONE || qualifier == NTM_QUALIFIER_EQUAL)
    return g_steal_pointer (&number);
  return g_strconcat (ntm_qualifier_code (qualifier), " ", number, NULL);
}
