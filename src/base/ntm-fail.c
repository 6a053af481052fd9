/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the parsers of this folder refuse: a translated sentence, with what was read cut to a readable length. */

#include "ntm-fail.h"

#define QUOTE_MAX 40 /* characters; longer text is a pasted page, not a slip */

/**
 * ntm_fail:
 * @error: (out) (optional): where to put the error
 * @code: what the caller may do about it
 * @format: a whole translated sentence, printf-style
 * @...: its parameters
 *
 * Reports a failure.
 *
 * Returns: always %FALSE, so that a parser can `return ntm_fail (…)`
 */
gboolean
ntm_fail (GError **error, NtmErrorCode code, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_propagate_error (error, g_error_new_valist (NTM_ERROR, (int) code, format, args));
  va_end (args);
  return FALSE;
}

/**
 * ntm_fail_quote:
 * @text: (nullable): what was typed or read, in any encoding and of any length
 *
 * Makes foreign text fit to stand in a message: valid UTF-8, one line, at most 40 characters.
 *
 * Returns: (transfer full): the text to quote
 */
char *
ntm_fail_quote (const char *text)
{
  GString *out = g_string_new (NULL);
  /* Four bytes per character at most, and never a scan of the whole of a huge text. */
  gsize n = text ? strnlen (text, 4 * (QUOTE_MAX + (gsize) 1)) : 0;
  g_autofree char *valid = g_utf8_make_valid (text ? text : "", (gssize) n);
  int count = 0;

  for (const char *p = valid; *p; p = g_utf8_next_char (p), count++)
    {
      gunichar c = g_utf8_get_char (p);

      if (count == QUOTE_MAX)
        {
          g_string_append (out, "…");
          break;
        }
      g_string_append_unichar (out, g_unichar_iscntrl (c) ? ' ' : c);
    }
  return g_string_free (out, FALSE);
}
