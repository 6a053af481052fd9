/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The documents cited by one picture; a handful, at most a few dozen. */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "ntm-sources.h"
#include "ntm-view-words.h"

typedef struct
{
  char      *document;
  GPtrArray *places;   /* of char * */
} Cited;

struct _NtmSources
{
  GPtrArray *cited;    /* of Cited */
};

static void
cited_free (gpointer data)
{
  Cited *cited = data;

  g_free (cited->document);
  g_ptr_array_unref (cited->places);
  g_free (cited);
}

/**
 * ntm_sources_new:
 *
 * Returns: (transfer full): an empty list
 */
NtmSources *
ntm_sources_new (void)
{
  NtmSources *self = g_new0 (NtmSources, 1);

  self->cited = g_ptr_array_new_with_free_func (cited_free);
  return self;
}

/**
 * ntm_sources_free:
 * @self: (transfer full) (nullable): the list
 *
 * Frees it.
 */
void
ntm_sources_free (NtmSources *self)
{
  if (!self)
    return;
  g_ptr_array_unref (self->cited);
  g_free (self);
}

static Cited *
find_or_add (NtmSources *self, const char *document)
{
  Cited *cited;

  for (guint i = 0; i < self->cited->len; i++)
    {
      cited = g_ptr_array_index (self->cited, i);
      if (g_str_equal (cited->document, document))
        return cited;
    }
  cited = g_new0 (Cited, 1);
  cited->document = g_strdup (document);
  cited->places = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->cited, cited);
  return cited;
}

/**
 * ntm_sources_add:
 * @self: the list
 * @document: (nullable): id of a document; nothing happens for %NULL and ""
 * @place: (nullable): the paragraph cited
 *
 * Cites a document.
 */
void
ntm_sources_add (NtmSources *self, const char *document, const char *place)
{
  Cited *cited;

  if (!document || !*document)
    return;
  cited = find_or_add (self, document);
  if (place && *place && !g_ptr_array_find_with_equal_func (cited->places, place, g_str_equal, NULL))
    g_ptr_array_add (cited->places, g_strdup (place));
}

/**
 * ntm_sources_add_all:
 * @self: (nullable): the list; nothing happens for %NULL
 * @other: another list
 *
 * Cites all that @other cites.
 */
void
ntm_sources_add_all (NtmSources *self, const NtmSources *other)
{
  for (guint i = 0; self && i < other->cited->len; i++)
    {
      const Cited *cited = g_ptr_array_index (other->cited, i);

      ntm_sources_add (self, cited->document, NULL);
      for (guint j = 0; j < cited->places->len; j++)
        ntm_sources_add (self, cited->document, g_ptr_array_index (cited->places, j));
    }
}

/**
 * ntm_sources_get_n:
 * @self: the list
 *
 * Returns: the number of documents
 */
guint
ntm_sources_get_n (const NtmSources *self)
{
  return self->cited->len;
}

/**
 * ntm_sources_get:
 * @self: the list
 * @i: from 0
 *
 * Returns: the id of a document
 */
const char *
ntm_sources_get (const NtmSources *self, guint i)
{
  g_return_val_if_fail (i < self->cited->len, NULL);

  return ((const Cited *) g_ptr_array_index (self->cited, i))->document;
}

/* "section I, II.4": the word once. */
static void
append_places (GString *list, const GPtrArray *places)
{
  gboolean in_sections = FALSE;

  for (guint i = 0; i < places->len; i++)
    {
      const char *place = g_ptr_array_index (places, i);
      const char *section = ntm_view_section (place);
      g_autofree char *words = in_sections && section != NULL ? g_strdup (section) : ntm_view_place (place);

      g_string_append_printf (list, ", %s", words);
      in_sections = section != NULL;
    }
}

/**
 * ntm_sources_to_line:
 * @self: the list
 * @ctx: the context
 * @max: how many documents to name; the others are counted
 *
 * Returns: (transfer full) (nullable): "Source: Notice of 21 Feb 2024, mục I; 189/QĐ-UBND", %NULL when
 *   nothing is cited
 */
char *
ntm_sources_to_line (const NtmSources *self, const NtmViewContext *ctx, guint max)
{
  g_autoptr (GString) list = g_string_new (NULL);
  guint n = MIN (max, self->cited->len);
  guint rest = self->cited->len - n;

  if (self->cited->len == 0)
    return NULL;
  for (guint i = 0; i < n; i++)
    {
      const Cited *cited = g_ptr_array_index (self->cited, i);
      g_autofree char *name = ntm_view_document_short (ctx, cited->document);

      g_string_append_printf (list, "%s%s", i ? "; " : "", name);
      append_places (list, cited->places);
    }
  if (rest == 0)
    return g_strdup_printf (_("Source: %s"), list->str);
  return g_strdup_printf (ngettext ("Source: %1$s and %2$u other document", "Source: %1$s and %2$u other documents",
                                    rest), list->str, rest);
}
