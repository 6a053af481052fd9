/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Numbers as people type and paste them: "hơn 12.500", "81.462/293.534", "≥ 3,01 %". What could mean
 * two things ("3.01" where points group thousands) is refused with the way to write it, never guessed:
 * a factor of a thousand in a report is worse than a question.
 */

#include "config.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#include "ntm-fail.h"
#include "ntm-qualifier.h"
#include "ntm-text.h"

#define TEXT_MAX 400 /* bytes: a pasted page is refused unread */
#define GAP '\x1f' /* a no-break space between two digits, which groups thousands */

typedef struct
{
  char decimal;
  char group; /* 0 = no grouping */
} Marks;

static const Marks marks_of[] = {
  [NTM_NUMBER_SCRIPT] = { '.', 0 },
  [NTM_NUMBER_VI] = { ',', '.' },
  [NTM_NUMBER_EN] = { '.', ',' },
};

static gboolean
is_no_break_space (gunichar c)
{
  return c == 0x00a0 || c == 0x202f || c == 0x2009;
}

/* Lower case, NFC, single plain spaces, an ASCII minus; NULL if it is no text or too long for a number. */
static char *
simplify (const char *text)
{
  g_autofree char *composed = NULL;
  GString *out;

  if (strnlen (text, TEXT_MAX + 1) > TEXT_MAX)
    return NULL;
  composed = ntm_text_nfc (text, -1, NULL);
  if (!composed)
    return NULL;
  out = g_string_new (NULL);
  for (const char *p = composed; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      char last = out->len > 0 ? out->str[out->len - 1] : ' ';

      if (is_no_break_space (c) && g_ascii_isdigit (last) && g_ascii_isdigit (*g_utf8_next_char (p)))
        g_string_append_c (out, GAP);
      else if (g_unichar_isspace (c) || g_unichar_iscntrl (c))
        g_string_append (out, last == ' ' ? "" : " ");
      else if (c == 0x2212)
        g_string_append_c (out, '-');
      else
        g_string_append_unichar (out, g_unichar_tolower (c));
    }
  return g_strchomp (g_string_free (out, FALSE));
}

/* Copies digits in groups of three behind @separator; the first group is copied already. */
static const char *
read_groups (const char *p, char separator, GString *ascii)
{
  while (*p == separator && strspn (p + 1, "0123456789") == 3)
    {
      g_string_append_len (ascii, p + 1, 3);
      p += 4;
    }
  return p;
}

/* Rewrites a number with the marks of a language as a number of a file; NULL if it is not one. */
static char *
to_ascii (const char *text, Marks marks)
{
  g_autoptr (GString) ascii = g_string_new (NULL);
  const char *p = text;
  gsize n;

  if (*p == '-' || *p == '+')
    g_string_append_c (ascii, *p++);
  n = strspn (p, "0123456789");
  g_string_append_len (ascii, p, (gssize) n);
  /* A first group of more than three digits, or that begins with 0, is no group: 0.125 is not 125. */
  if (marks.group && n >= 1 && n <= 3 && *p != '0')
    p = read_groups (p + n, p[n] == GAP ? GAP : marks.group, ascii);
  else
    p += n;
  if (n > 0 && *p == marks.decimal)
    {
      gsize decimals = strspn (p + 1, "0123456789");

      if (decimals == 0)
        return NULL;
      g_string_append_c (ascii, '.');
      g_string_append_len (ascii, p + 1, (gssize) decimals);
      p += 1 + decimals;
    }
  if (n == 0 || *p)
    return NULL;
  return g_string_free (g_steal_pointer (&ascii), FALSE);
}

/* What a number written with the other language's marks looks like with ours. */
static char *
swap_marks (const char *text)
{
  char *swapped = g_strdup (text);

  for (char *p = swapped; *p; p++)
    *p = *p == '.' ? ',' : *p == ',' ? '.' : *p == GAP ? ' ' : *p;
  return swapped;
}

static gboolean
fail_not_understood (const char *whole, NtmNumberStyle style, GError **error)
{
  g_autofree char *quote = ntm_fail_quote (whole);

  if (style == NTM_NUMBER_VI)
    return ntm_fail (error, NTM_ERROR_INPUT, _("“%s” is not a number. Write it like 12.500 or 3,01."), quote);
  if (style == NTM_NUMBER_EN)
    return ntm_fail (error, NTM_ERROR_INPUT, _("“%s” is not a number. Write it like 12,500 or 3.01."), quote);
  return ntm_fail (error, NTM_ERROR_INPUT, _("“%s” is not a number. Write it like 12500 or 3.01."), quote);
}

/* @text is no number of a file, but perhaps one of a language, or of both with two meanings. */
static gboolean
fail_script (const char *text, const char *whole, GError **error)
{
  g_autofree char *quote = ntm_fail_quote (whole);
  g_autofree char *vi = to_ascii (text, marks_of[NTM_NUMBER_VI]);
  g_autofree char *en = to_ascii (text, marks_of[NTM_NUMBER_EN]);

  if (vi && en && strcmp (vi, en) != 0)
    return ntm_fail (error, NTM_ERROR_INPUT,
                     _("“%s” could mean two numbers: write “%s” or “%s”, without grouping."), quote, vi, en);
  if (vi || en)
    return ntm_fail (error, NTM_ERROR_INPUT,
                     _("“%s” is not clear: decimals follow a point here and thousands are not grouped. Write “%s”."),
                     quote, vi ? vi : en);
  return fail_not_understood (whole, NTM_NUMBER_SCRIPT, error);
}

static gboolean
fail_number (const char *text, const char *whole, NtmNumberStyle style, GError **error)
{
  NtmNumberStyle other = style == NTM_NUMBER_VI ? NTM_NUMBER_EN : NTM_NUMBER_VI;
  g_autofree char *quote = ntm_fail_quote (whole);
  g_autofree char *foreign = NULL;
  g_autofree char *swapped = NULL;

  if (style == NTM_NUMBER_SCRIPT)
    return fail_script (text, whole, error);
  foreign = to_ascii (text, marks_of[other]);
  if (!foreign)
    return fail_not_understood (whole, style, error);
  swapped = swap_marks (text);
  if (style == NTM_NUMBER_VI)
    return ntm_fail (error, NTM_ERROR_INPUT,
                     _("“%s” is not clear: a comma comes before decimals and points group thousands by three "
                       "digits. Write “%s”."),
                     quote, swapped);
  return ntm_fail (error, NTM_ERROR_INPUT,
                   _("“%s” is not clear: a point comes before decimals and commas group thousands by three "
                     "digits. Write “%s”."),
                   quote, swapped);
}

static gboolean
read_decimal (const char *text, const char *whole, NtmNumberStyle style, NtmDecimal *out, GError **error)
{
  g_autofree char *ascii = to_ascii (text, marks_of[style]);

  if (!ascii)
    return fail_number (text, whole, style, error);
  return ntm_decimal_parse (ascii, out, error);
}

/* @text is cut in two at @slash. */
static gboolean
read_ratio (char *text, char *slash, const char *whole, NtmNumberStyle style, NtmNumber *out, GError **error)
{
  g_autofree char *quote = ntm_fail_quote (whole);

  *slash = '\0';
  if (!read_decimal (g_strchomp (text), whole, style, &out->numerator, error) ||
      !read_decimal (g_strchug (slash + 1), whole, style, &out->denominator, error))
    return FALSE;
  if (out->denominator <= 0)
    return ntm_fail (error, NTM_ERROR_RANGE, _("In “%s” the number after the slash must be more than 0."), quote);
  if (!ntm_decimal_percent (out->numerator, out->denominator, &out->value))
    return ntm_fail (error, NTM_ERROR_RANGE, _("The share “%s” is too large."), quote);
  out->is_ratio = TRUE;
  return TRUE;
}

static void
cut_percent_sign (char *text)
{
  gsize len = strlen (text);

  if (len > 0 && text[len - 1] == '%')
    text[len - 1] = '\0';
  g_strchomp (text);
}

/**
 * ntm_number_parse:
 * @text: what was typed or stands in a cell
 * @style: how numbers are written there
 * @out: (out caller-allocates): the number
 * @error: return location for an error
 *
 * Reads a number: a sign or word of either language that qualifies it, in any case; then a number, or
 * two with a slash between them, whose percentage becomes the value; then perhaps a percent sign, which
 * changes nothing. No-break spaces may group thousands except in scripts.
 *
 * Returns: %TRUE, or %FALSE with %NTM_ERROR_INPUT and a sentence that says how to write it, or
 *   %NTM_ERROR_RANGE if it is too large, too fine or a share of nothing; @out is then untouched
 */
gboolean
ntm_number_parse (const char *text, NtmNumberStyle style, NtmNumber *out, GError **error)
{
  g_autofree char *simple = NULL;
  NtmNumber number = { 0 };
  const char *word;
  char *body, *slash;

  g_return_val_if_fail (text != NULL && out != NULL, FALSE);
  g_return_val_if_fail ((gsize) style < G_N_ELEMENTS (marks_of), FALSE);

  simple = simplify (text);
  if (!simple)
    return fail_not_understood (text, style, error);
  if (*simple == '\0')
    return ntm_fail (error, NTM_ERROR_INPUT, _("There is no number. Type one, or leave the value without data."));
  body = simple + (ntm_qualifier_read (simple, &number.qualifier, &word) - simple);
  g_strlcpy (number.word, word, sizeof number.word);
  cut_percent_sign (body);
  slash = strchr (body, '/');
  if (slash ? !read_ratio (body, slash, text, style, &number, error)
            : !read_decimal (body, text, style, &number.value, error))
    return FALSE;
  *out = number;
  return TRUE;
}
