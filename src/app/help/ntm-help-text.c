/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The text of a help page, in a small part of Markdown, as blocks of Pango markup. Lines: "#" to "###",
 * "- " and "1. ", "|" for rows of a table, "```" around code, a picture alone on its line; all else is running
 * text, ended by an empty line. Inside a line: **bold**, *italic*, `code`, [text](page) and a backslash
 * before a sign that means itself. Whatever is not complete stands as it was written, so that the markup is
 * well-formed for every input. A page has a few hundred lines.
 */

#include "config.h"

#include "ntm-help-text.h"

#include <string.h>

static void append_inline (GString *out, const char *p, const char *end);

static void
append_escaped (GString    *out,
                const char *p,
                gssize      len)
{
  g_autofree char *escaped = g_markup_escape_text (p, len);

  g_string_append (out, escaped);
}

/* Returns: where @mark stands in [p, end), or NULL */
static const char *
find (const char *p,
      const char *end,
      const char *mark)
{
  return g_strstr_len (p, end - p, mark);
}

/* Returns: behind the closing @mark, or NULL where there is none or nothing before it */
static const char *
append_between (GString    *out,
                const char *p,
                const char *end,
                const char *mark,
                const char *tag)
{
  gsize len = strlen (mark);
  const char *inside = p + len;
  const char *close = find (inside, end, mark);

  if (close == NULL || close == inside || g_ascii_isspace (*inside))
    return NULL;
  g_string_append_printf (out, "<%s>", tag);
  if (*mark == '`')
    append_escaped (out, inside, close - inside);
  else
    append_inline (out, inside, close);
  g_string_append_printf (out, "</%s>", tag);
  return close + len;
}

/* Returns: behind the link at @p, or NULL if none is complete there */
static const char *
append_link (GString    *out,
             const char *p,
             const char *end)
{
  const char *middle = find (p, end, "](");
  const char *close = middle == NULL ? NULL : find (middle, end, ")");

  if (close == NULL || middle == p + 1 || close == middle + 2)
    return NULL;
  g_string_append (out, "<a href=\"");
  append_escaped (out, middle + 2, close - middle - 2);
  g_string_append (out, "\">");
  append_inline (out, p + 1, middle);
  g_string_append (out, "</a>");
  return close + 1;
}

static const char *
append_sign (GString    *out,
             const char *p,
             const char *end)
{
  if (*p == '`')
    return append_between (out, p, end, "`", "tt");
  if (*p == '*' && p + 1 < end && p[1] == '*')
    return append_between (out, p, end, "**", "b");
  if (*p == '*')
    return append_between (out, p, end, "*", "i");
  if (*p == '[')
    return append_link (out, p, end);
  return NULL;
}

/* What is handed on ends before the first closing mark, so nothing is nested in its own kind. */
static void
append_inline (GString    *out,
               const char *p,
               const char *end)
{
  while (p < end)
    {
      const char *next = append_sign (out, p, end);

      if (next == NULL && *p == '\\' && p + 1 < end && g_ascii_ispunct (p[1]))
        p++;
      if (next == NULL)
        {
          next = g_utf8_next_char (p);
          append_escaped (out, p, next - p);
        }
      p = next;
    }
}

/**
 * ntm_help_text_markup:
 * @text: a line of a help page in UTF-8
 *
 * Returns: (transfer full): @text as Pango markup
 */
char *
ntm_help_text_markup (const char *text)
{
  GString *out = g_string_new (NULL);

  append_inline (out, text, text + strlen (text));
  return g_string_free (out, FALSE);
}

static void
free_block (gpointer data)
{
  NtmHelpBlock *block = data;

  g_free (block->mark);
  g_free (block->target);
  g_strfreev (block->cells);
  g_free (block);
}

static NtmHelpBlock *
add_block (GPtrArray  *blocks,
           NtmHelpKind kind,
           char       *markup)
{
  NtmHelpBlock *block = g_new0 (NtmHelpBlock, 1);

  block->kind = kind;
  if (markup != NULL)
    {
      block->cells = g_new0 (char *, 2);
      block->cells[0] = markup;
    }
  g_ptr_array_add (blocks, block);
  return block;
}

/* "| --- | --- |" only says that the row above is a heading. */
static gboolean
is_rule (const char *line)
{
  return strspn (line, "|-: ") == strlen (line);
}

static void
add_row (GPtrArray  *blocks,
         const char *line)
{
  const NtmHelpBlock *before = blocks->len == 0 ? NULL : blocks->pdata[blocks->len - 1];
  gboolean is_first = before == NULL || before->kind != NTM_HELP_ROW;
  g_auto (GStrv) cells = NULL;
  NtmHelpBlock *block;
  guint n;

  if (is_rule (line))
    return;
  cells = g_strsplit (line + 1, "|", -1);
  n = g_strv_length (cells);
  block = add_block (blocks, NTM_HELP_ROW, NULL);
  block->level = is_first ? 1 : 2;
  block->cells = g_new0 (char *, n + 1);
  /* What stands behind the last bar is no cell. */
  for (guint i = 0; i + 1 < n || (i < n && *g_strstrip (cells[i]) != '\0'); i++)
    block->cells[i] = ntm_help_text_markup (g_strstrip (cells[i]));
}

/* Returns: whether the line is a whole "![what it shows](file)" */
static gboolean
add_picture (GPtrArray  *blocks,
             const char *line)
{
  const char *middle = strstr (line, "](");
  const char *close = middle == NULL ? NULL : strchr (middle, ')');
  g_autofree char *shows = NULL;

  if (!g_str_has_prefix (line, "![") || close == NULL || close[1] != '\0')
    return FALSE;
  shows = g_strndup (line + 2, middle - line - 2);
  add_block (blocks, NTM_HELP_PICTURE, ntm_help_text_markup (shows))->target = g_strndup (middle + 2, close - middle - 2);
  return TRUE;
}

static gboolean
add_heading (GPtrArray  *blocks,
             const char *line)
{
  gsize level = strspn (line, "#");

  if (level < 1 || level > 3 || line[level] != ' ')
    return FALSE;
  add_block (blocks, NTM_HELP_HEADING, ntm_help_text_markup (line + level + 1))->level = (int) level;
  return TRUE;
}

/* Returns: how long the bullet or number with its space is, 0 if there is none */
static gsize
mark_length (const char *line)
{
  gsize digits = strspn (line, "0123456789");

  if (g_str_has_prefix (line, "- "))
    return 2;
  return digits > 0 && digits < 4 && g_str_has_prefix (line + digits, ". ") ? digits + 2 : 0;
}

typedef struct
{
  GPtrArray *blocks;
  GString   *text;      /* lines not yet ended, without marks */
  char      *mark;      /* of the item they belong to; NULL = a paragraph */
  gboolean   is_code;
} Parser;

static void
end_text (Parser *parser)
{
  NtmHelpKind kind = parser->is_code ? NTM_HELP_CODE : parser->mark != NULL ? NTM_HELP_ITEM : NTM_HELP_PARAGRAPH;

  if (parser->text->len > 0)
    add_block (parser->blocks, kind,
               parser->is_code ? g_markup_escape_text (parser->text->str, -1) : ntm_help_text_markup (parser->text->str))
      ->mark = g_steal_pointer (&parser->mark);
  g_clear_pointer (&parser->mark, g_free);
  g_string_truncate (parser->text, 0);
}

static void
append_line (Parser     *parser,
             const char *line,
             char        join)
{
  if (parser->text->len > 0)
    g_string_append_c (parser->text, join);
  g_string_append (parser->text, line);
}

static void
read_line (Parser *parser,
           char   *raw)
{
  char *line;

  g_strchomp (raw);
  if (g_str_has_prefix (raw, "```"))
    {
      end_text (parser);
      parser->is_code = !parser->is_code;
      return;
    }
  if (parser->is_code)
    {
      append_line (parser, raw, '\n');
      return;
    }
  line = g_strstrip (raw);
  if (*line == '\0' || *line == '#' || *line == '|' || *line == '!' || mark_length (line) > 0)
    end_text (parser);
  if (*line == '|')
    add_row (parser->blocks, line);
  else if (mark_length (line) > 0)
    {
      parser->mark = *line == '-' ? g_strdup ("•") : g_strndup (line, mark_length (line) - 1);
      append_line (parser, line + mark_length (line), ' ');
    }
  else if (*line != '\0' && !add_heading (parser->blocks, line) && !add_picture (parser->blocks, line))
    append_line (parser, line, ' ');
}

/**
 * ntm_help_text_parse:
 * @text: a help page; what is no UTF-8 in it is replaced
 *
 * Returns: (transfer full) (element-type NtmHelpBlock): its blocks in order
 */
GPtrArray *
ntm_help_text_parse (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_auto (GStrv) lines = g_strsplit (valid, "\n", -1);
  g_autoptr (GString) open = g_string_new (NULL);
  Parser parser = { g_ptr_array_new_with_free_func (free_block), open, NULL, FALSE };

  for (guint i = 0; lines[i] != NULL; i++)
    read_line (&parser, lines[i]);
  end_text (&parser);
  return parser.blocks;
}

static void
append_text_cb (GMarkupParseContext *context,
                const char          *text,
                gsize                len,
                gpointer             out,
                GError             **error)
{
  g_string_append_len (out, text, (gssize) len);
}

/**
 * ntm_help_block_plain:
 * @block: a block
 *
 * Returns: (transfer full): its text without markup, for the search
 */
char *
ntm_help_block_plain (const NtmHelpBlock *block)
{
  static const GMarkupParser parser = { .text = append_text_cb };
  g_autofree char *joined = g_strjoinv (" · ", block->cells);
  g_autofree char *whole = g_strdup_printf ("<p>%s</p>", joined);
  GString *out = g_string_new (NULL);
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, out, NULL);

  g_markup_parse_context_parse (context, whole, -1, NULL);
  return g_string_free (out, FALSE);
}
