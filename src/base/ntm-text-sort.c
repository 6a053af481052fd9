/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The order of a Vietnamese dictionary, without an installed locale.
 *
 * A key has three parts, as in the Unicode Collation Algorithm (UTS #10): the letters; then, if all
 * letters are equal, the marks in reading order; then capitals. The order of letters and marks is that
 * of the "vi" tailoring of CLDR: a ă â b c d đ e ê … and level, grave, hook, tilde, acute, dot below;
 * spaces come before punctuation, punctuation before digits, digits before letters, small letters
 * before capitals. Keys are ASCII without zero bytes, so `strcmp` and SQLite's BINARY order them.
 */

#include <string.h>
#include <wchar.h>

#include "ntm-text.h"

#define LEVEL_END    '\x01' /* lower than every weight: a prefix comes first */
#define COMMON       '\x02' /* no mark, no capital; a capital is one more */
#define FORM         '\x04' /* another form of the same letter */
#define FIRST_MARK   0x03
#define FIRST_LETTER 0x03
#define OTHER        '\x7e' /* higher than every weight: what the tables lack, by code point */

static const wchar_t letters[] = L" _-–—,;:!?.·'‘’\"“”«»()[]{}§@*/\\&#%‰•`^°→+±÷×<=>|~−≈≤≥$₫€"
                                 L"0123456789aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";
/* Grave, hook, tilde, acute, dot below; then what stands on letters of other languages, as in CLDR's root. */
static const wchar_t marks[] = { 0x0300, 0x0309, 0x0303, 0x0301, 0x0323,
                                 0x0306, 0x0302, 0x030c, 0x030a, 0x0308, 0x030b, 0x0307, 0x031b, 0 };

G_STATIC_ASSERT (G_N_ELEMENTS (letters) + FIRST_LETTER < 0x7e);

typedef struct
{
  GString *primary;
  GString *secondary;
  GString *tertiary;
} Key;

static void
append_weight (GString *level, const wchar_t *table, int first, gunichar c)
{
  const wchar_t *at = wcschr (table, (wchar_t) c);

  if (at)
    {
      g_string_append_c (level, (char) (first + (at - table)));
      return;
    }
  g_string_append_c (level, OTHER);
  for (int shift = 18; shift >= 0; shift -= 6)
    g_string_append_c (level, (char) (0x30 + ((c >> shift) & 0x3f)));
}

static void
append_letter (Key *key, gunichar c, char variant)
{
  gunichar lower = g_unichar_tolower (c);

  append_weight (key->primary, letters, FIRST_LETTER, g_unichar_isspace (c) ? ' ' : lower);
  g_string_append_c (key->secondary, COMMON);
  g_string_append_c (key->tertiary, (char) (variant + (lower != c)));
}

/* What the table lacks may be a form of what it has: a no-break space, …, ², a wide letter. */
static void
append_letter_or_form (Key *key, gunichar c)
{
  gunichar plain[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n;

  if (wcschr (letters, (wchar_t) g_unichar_tolower (c)))
    {
      append_letter (key, c, COMMON);
      return;
    }
  n = g_unichar_fully_decompose (c, TRUE, plain, G_N_ELEMENTS (plain));
  for (gsize i = 0; i < n; i++)
    append_letter (key, plain[i], plain[i] == c ? COMMON : FORM);
}

static void
append_mark (Key *key, gunichar c)
{
  append_weight (key->secondary, marks, FIRST_MARK, c);
  g_string_append_c (key->tertiary, COMMON);
}

/* Breve, circumflex and horn make another letter; the tone marks do not. */
static gboolean
join_letter (gunichar base, gunichar mark, gunichar *joined)
{
  return g_unichar_compose (base, mark, joined) && wcschr (letters, (wchar_t) g_unichar_tolower (*joined));
}

/*
 * Appends the letter at @c with the @n_marks marks behind it. The mark that makes the letter need not be
 * the first of them (ậ comes apart as a, dot below, circumflex), unless one of the same place is before it.
 */
static void
append_cluster (Key *key, gunichar c, const gunichar *mark, glong n_marks)
{
  glong used = -1;

  for (glong i = 0; i < n_marks && used < 0; i++)
    {
      gboolean blocked = i > 0 && g_unichar_combining_class (mark[i - 1]) >= g_unichar_combining_class (mark[i]);
      gunichar joined;

      if (!blocked && join_letter (c, mark[i], &joined))
        {
          c = joined;
          used = i;
        }
    }
  append_letter_or_form (key, c);
  for (glong i = 0; i < n_marks; i++)
    if (i != used)
      append_mark (key, mark[i]);
}

static gboolean
is_ignored (gunichar c)
{
  return !g_unichar_isspace (c) && (g_unichar_iscntrl (c) || g_unichar_type (c) == G_UNICODE_FORMAT);
}

static void
append_text (Key *key, const gunichar *text, glong len)
{
  glong next;

  for (glong i = 0; i < len; i = next)
    {
      next = i + 1;
      if (is_ignored (text[i]))
        continue;
      if (g_unichar_combining_class (text[i]) != 0)
        {
          append_mark (key, text[i]);
          continue;
        }
      while (next < len && g_unichar_combining_class (text[next]) != 0)
        next++;
      append_cluster (key, text[i], text + i + 1, next - i - 1);
    }
}

/* What is common up to the end need not be stored: shorter is lower either way. */
static void
append_level (GString *out, const GString *level)
{
  gsize len = level->len;

  while (len > 0 && level->str[len - 1] == COMMON)
    len--;
  g_string_append_c (out, LEVEL_END);
  g_string_append_len (out, level->str, (gssize) len);
}

/**
 * ntm_text_sort_key:
 * @text: text in any state; invalid bytes are replaced
 *
 * Makes the key of a text in Vietnamese dictionary order: two texts stand in the order in which
 * `strcmp` puts their keys. Canonically equal texts (NFC, NFD) have equal keys.
 *
 * Returns: (transfer full): the key, in ASCII, not meant to be read
 */
char *
ntm_text_sort_key (const char *text)
{
  g_autofree char *valid = NULL;
  g_autofree char *apart = NULL;
  g_autofree gunichar *wide = NULL;
  glong len = 0;
  Key key;

  g_return_val_if_fail (text != NULL, NULL);

  valid = g_utf8_make_valid (text, -1);
  apart = g_utf8_normalize (valid, -1, G_NORMALIZE_NFD);
  wide = g_utf8_to_ucs4_fast (apart, -1, &len);
  key.primary = g_string_sized_new ((gsize) len + 8);
  key.secondary = g_string_sized_new ((gsize) len);
  key.tertiary = g_string_sized_new ((gsize) len);
  append_text (&key, wide, len);
  append_level (key.primary, key.secondary);
  append_level (key.primary, key.tertiary);
  g_string_free (key.secondary, TRUE);
  g_string_free (key.tertiary, TRUE);
  return g_string_free (key.primary, FALSE);
}

/**
 * ntm_text_compare:
 * @a: a text
 * @b: another one
 *
 * Compares two texts in Vietnamese dictionary order. For long lists keep the keys of
 * [func@Ntm.text_sort_key] instead.
 *
 * Returns: negative, 0 or positive, as @a stands before, with or after @b
 */
int
ntm_text_compare (const char *a, const char *b)
{
  g_autofree char *key_a = ntm_text_sort_key (a);
  g_autofree char *key_b = ntm_text_sort_key (b);

  return strcmp (key_a, key_b);
}
