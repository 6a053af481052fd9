/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a figure is qualified: the signs and words people put before a number, and what they mean. */

#include <string.h>

#include "ntm-qualifier.h"
#include "ntm-text.h"

typedef struct
{
  const char   *text; /* NFC, lower case */
  NtmQualifier  qualifier;
  gboolean      is_word;
} Entry;

/* An entry stands before any other that it begins with. */
static const Entry entries[] = {
  { "<=", NTM_QUALIFIER_AT_MOST, FALSE },
  { "≤", NTM_QUALIFIER_AT_MOST, FALSE },
  { ">=", NTM_QUALIFIER_AT_LEAST, FALSE },
  { "≥", NTM_QUALIFIER_AT_LEAST, FALSE },
  { "=", NTM_QUALIFIER_EQUAL, FALSE },
  { "~", NTM_QUALIFIER_ABOUT, FALSE },
  { "≈", NTM_QUALIFIER_ABOUT, FALSE },
  { "<", NTM_QUALIFIER_LESS, FALSE },
  { ">", NTM_QUALIFIER_MORE, FALSE },
  { "gần", NTM_QUALIFIER_ABOUT, TRUE },
  { "khoảng", NTM_QUALIFIER_ABOUT, TRUE },
  { "hơn", NTM_QUALIFIER_MORE, TRUE },
  { "trên", NTM_QUALIFIER_MORE, TRUE },
  { "dưới", NTM_QUALIFIER_LESS, TRUE },
  { "tối thiểu", NTM_QUALIFIER_AT_LEAST, TRUE },
  { "ít nhất", NTM_QUALIFIER_AT_LEAST, TRUE },
  { "tối đa", NTM_QUALIFIER_AT_MOST, TRUE },
  { "không quá", NTM_QUALIFIER_AT_MOST, TRUE },
  { "nearly", NTM_QUALIFIER_ABOUT, TRUE },
  { "about", NTM_QUALIFIER_ABOUT, TRUE },
  { "almost", NTM_QUALIFIER_ABOUT, TRUE },
  { "over", NTM_QUALIFIER_MORE, TRUE },
  { "more than", NTM_QUALIFIER_MORE, TRUE },
  { "under", NTM_QUALIFIER_LESS, TRUE },
  { "less than", NTM_QUALIFIER_LESS, TRUE },
  { "at least", NTM_QUALIFIER_AT_LEAST, TRUE },
  { "at most", NTM_QUALIFIER_AT_MOST, TRUE },
};

/*
 * ntm_qualifier_read:
 * @text: text in NFC, lower case, with plain single spaces; a number should follow
 * @out: (out): the qualifier; %NTM_QUALIFIER_EQUAL if there is none
 * @word: (out): the word that was found, or "" for a sign or none
 *
 * Returns: where the number begins
 */
const char *
ntm_qualifier_read (const char *text, NtmQualifier *out, const char **word)
{
  *out = NTM_QUALIFIER_EQUAL;
  *word = "";
  for (gsize i = 0; i < G_N_ELEMENTS (entries); i++)
    if (g_str_has_prefix (text, entries[i].text))
      {
        *out = entries[i].qualifier;
        if (entries[i].is_word)
          *word = entries[i].text;
        text += strlen (entries[i].text);
        return text + strspn (text, " ");
      }
  return text;
}

/**
 * ntm_qualifier_parse:
 * @text: a sign or word in either language, "≥" or "tối thiểu", in any case and normal form
 * @out: (out): what it means
 *
 * Reads a qualifier that stands alone, as in a column of a table.
 *
 * Returns: %FALSE, with @out untouched, if it is none
 */
gboolean
ntm_qualifier_parse (const char *text, NtmQualifier *out)
{
  g_autofree char *composed = NULL;
  g_autofree char *lower = NULL;
  const char *word;
  NtmQualifier qualifier;

  g_return_val_if_fail (text != NULL && out != NULL, FALSE);

  composed = ntm_text_nfc (text, -1, NULL);
  if (!composed)
    return FALSE;
  lower = g_utf8_strdown (g_strstrip (composed), -1);
  if (*lower == '\0' || *ntm_qualifier_read (lower, &qualifier, &word) != '\0')
    return FALSE;
  *out = qualifier;
  return TRUE;
}

/**
 * ntm_qualifier_code:
 * @qualifier: a qualifier
 *
 * Returns: how files write it: `=`, `~`, `<`, `>`, `<=` or `>=`
 */
const char *
ntm_qualifier_code (NtmQualifier qualifier)
{
  static const char codes[][3] = { "=", "~", "<", ">", "<=", ">=" };

  g_return_val_if_fail ((gsize) qualifier < G_N_ELEMENTS (codes), "=");

  return codes[qualifier];
}

/**
 * ntm_qualifier_sign:
 * @qualifier: a qualifier
 *
 * Returns: what is printed before a number: "" for equal, else a sign and a no-break space, "≥ "
 */
const char *
ntm_qualifier_sign (NtmQualifier qualifier)
{
  static const char *const signs[] = { "", "≈\u00a0", "<\u00a0", ">\u00a0", "≤\u00a0", "≥\u00a0" };

  g_return_val_if_fail ((gsize) qualifier < G_N_ELEMENTS (signs), "");

  return signs[qualifier];
}

/**
 * ntm_qualifier_meets:
 * @wanted: how a target is qualified, "≥ 95"
 * @value: the figure reached
 * @threshold: the number of the target
 *
 * Tells whether a figure meets a target, exactly. Equal means equal, not "at least"; so does about,
 * because nobody said how far about reaches: that is for people to judge.
 *
 * Returns: %TRUE if it does
 */
gboolean
ntm_qualifier_meets (NtmQualifier wanted, NtmDecimal value, NtmDecimal threshold)
{
  switch (wanted)
    {
    case NTM_QUALIFIER_EQUAL:
    case NTM_QUALIFIER_ABOUT:
      return value == threshold;
    case NTM_QUALIFIER_LESS:
      return value < threshold;
    case NTM_QUALIFIER_MORE:
      return value > threshold;
    case NTM_QUALIFIER_AT_MOST:
      return value <= threshold;
    case NTM_QUALIFIER_AT_LEAST:
      return value >= threshold;
    default:
      g_return_val_if_reached (FALSE);
    }
}
