/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Text at the door (NFC) and text for searching (folded). A folded text is what the search boxes and
 * the name look-ups compare: no marks, no capitals, single spaces. The order of names is in
 * ntm-text-sort.c.
 */

#include "config.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#include "ntm-fail.h"
#include "ntm-text.h"

#define CHUNK_BYTES 256  /* composing takes GLib time that grows with the square of the length */
#define MARKS_MAX   64   /* on one letter; ordering them takes such time as well. Real text has two. */

static gboolean
is_mark (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return type == G_UNICODE_NON_SPACING_MARK || type == G_UNICODE_SPACING_MARK || type == G_UNICODE_ENCLOSING_MARK;
}

/* Whether @c may compose with what stands before it. */
static gboolean
joins_previous (gunichar c)
{
  gboolean is_hangul_part = c >= 0x1160 && c <= 0x11ff;

  return c >= 0x0300 && (is_hangul_part || is_mark (c));
}

/* The end of a piece from @text on that composes by itself; %NULL if it has too many marks on a letter. */
static const char *
find_chunk_end (const char *text, const char *end)
{
  int joined = 0;

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      joined = joins_previous (g_utf8_get_char (p)) ? joined + 1 : 0;
      if (joined > MARKS_MAX)
        return NULL;
      if (joined == 0 && p - text >= CHUNK_BYTES)
        return p;
    }
  return end;
}

static char *
compose (const char *text, gsize n)
{
  g_autoptr (GString) out = g_string_sized_new (n + 1);
  const char *end = text + n;

  for (const char *p = text, *next; p < end; p = next)
    {
      g_autofree char *piece = NULL;

      next = find_chunk_end (p, end);
      if (!next)
        return NULL;
      piece = g_utf8_normalize (p, next - p, G_NORMALIZE_NFC);
      g_string_append (out, piece);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/**
 * ntm_text_nfc:
 * @text: (array length=len): bytes from outside
 * @len: their number, or -1 when they end with a NUL
 * @error: return location for an error
 *
 * Takes text in: checks that it is UTF-8 and composes its letters (NFC), so that equal names are
 * equal bytes from here on.
 *
 * Returns: (transfer full): the text, or %NULL with %NTM_ERROR_INPUT if it is not valid UTF-8, holds a
 *   NUL byte or a letter with more than 64 marks
 */
char *
ntm_text_nfc (const char *text, gssize len, GError **error)
{
  const char *end = NULL;
  char *composed;
  gsize n;

  g_return_val_if_fail (text != NULL || len == 0, NULL);

  n = len < 0 ? strlen (text) : (gsize) len;
  if (n == 0)
    return g_strdup ("");
  if (memchr (text, '\0', n))
    {
      ntm_fail (error, NTM_ERROR_INPUT, _("This is not text: it holds a zero byte."));
      return NULL;
    }
  if (!g_utf8_validate_len (text, n, &end))
    {
      ntm_fail (error, NTM_ERROR_INPUT,
                _("This is not UTF-8 text: byte %zu does not fit. Save it as UTF-8 and try again."),
                (gsize) (end - text) + 1);
      return NULL;
    }
  composed = compose (text, n);
  if (!composed)
    ntm_fail (error, NTM_ERROR_INPUT, _("This is not text: a letter of it has more than %d marks."), MARKS_MAX);
  return composed;
}

static gunichar
fold_letter (gunichar c)
{
  gunichar lower = g_unichar_tolower (c);

  /* The one Vietnamese letter whose stroke is not a combining mark. */
  return lower == 0x0111 /* đ */ ? 'd' : lower;
}

/* Ordering marks takes GLib time too; they are dropped later anyway, so the surplus may go before. */
static char *
drop_surplus_marks (const char *text)
{
  GString *out = g_string_sized_new (strlen (text) + 1);
  int joined = 0;

  for (const char *p = text; *p; p = g_utf8_next_char (p))
    {
      joined = joins_previous (g_utf8_get_char (p)) ? joined + 1 : 0;
      if (joined <= MARKS_MAX)
        g_string_append_len (out, p, g_utf8_next_char (p) - p);
    }
  return g_string_free (out, FALSE);
}

/**
 * ntm_text_fold:
 * @text: text in any state; invalid bytes are replaced
 *
 * Makes the key that search compares: compatibility forms and marks dissolved, lower case, đ as d,
 * runs of white space as one space, none at the ends. "Thành phố  HÀ TĨNH" becomes
 * "thanh pho ha tinh". Folding a folded text changes nothing.
 *
 * Returns: (transfer full): the folded text, perhaps empty
 */
char *
ntm_text_fold (const char *text)
{
  g_autofree char *valid = NULL;
  g_autofree char *sober = NULL;
  g_autofree char *apart = NULL;
  GString *out;
  gboolean gap = FALSE;

  g_return_val_if_fail (text != NULL, NULL);

  valid = g_utf8_make_valid (text, -1);
  sober = drop_surplus_marks (valid);
  apart = g_utf8_normalize (sober, -1, G_NORMALIZE_NFKD);
  out = g_string_sized_new (strlen (text) + 1);
  for (const char *p = apart; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_mark (c) || g_unichar_type (c) == G_UNICODE_FORMAT)
        continue;
      if (g_unichar_isspace (c) || g_unichar_iscntrl (c))
        {
          gap = out->len > 0;
          continue;
        }
      if (gap)
        g_string_append_c (out, ' ');
      gap = FALSE;
      g_string_append_unichar (out, fold_letter (c));
    }
  return g_string_free (out, FALSE);
}

/* Whether a word of @text, which may stand behind a bracket or hyphen too, begins with @word. */
static gboolean
has_word_with_prefix (const char *text, const char *word, gsize len)
{
  gboolean inside = FALSE;

  for (const char *p = text; *p; p = g_utf8_next_char (p))
    {
      if (!inside && strncmp (p, word, len) == 0)
        return TRUE;
      inside = g_unichar_isalnum (g_utf8_get_char (p));
    }
  return FALSE;
}

/**
 * ntm_text_matches:
 * @folded_text: a text from [func@Ntm.text_fold]
 * @folded_needle: what is looked for, folded as well
 *
 * Tells whether a search finds a text: the needle stands in it as it is, or each of its words begins
 * some word of the text, in any order. So "ky anh" and "anh k" find "huyen ky anh". An empty needle
 * finds everything.
 *
 * Returns: %TRUE if it does
 */
gboolean
ntm_text_matches (const char *folded_text, const char *folded_needle)
{
  const char *word = folded_needle;

  g_return_val_if_fail (folded_text != NULL && folded_needle != NULL, FALSE);

  if (strstr (folded_text, folded_needle))
    return TRUE;
  while (*word)
    {
      gsize len = strcspn (word, " ");

      if (!has_word_with_prefix (folded_text, word, len))
        return FALSE;
      word += len;
      word += strspn (word, " ");
    }
  return TRUE;
}
