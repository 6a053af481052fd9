/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The pages of the manual: which there are, what each is about, and their text as it is shown and as it is
 * searched. They are read from the resource in the language of the window, all at once: 60 kB.
 */

#include "config.h"

#include "ntm-help-book.h"

#include "ntm-help-resources.h"
#include "ntm-help-text.h"
#include "ntm-lang.h"
#include "ntm-text.h"

/* In the order of the list; the first one is the one to begin with. */
static const char * const page_ids[] = {
  "about", "map", "table", "charts", "tasks", "titles", "history", "output", "command", "keyboard", NULL,
};

/* Which page is about a widget of this class. */
static const struct { const char *type, *page; } contexts[] = {
  { "NtmTitleForm", "titles" },
  { "NtmRevokeForm", "titles" },
  { "NtmUnitForm", "titles" },
  { "NtmIndicatorForm", "table" },
  { "NtmTaskForm", "tasks" },
  { "NtmProgressForm", "tasks" },
  { "NtmPreferences", "history" },
  { "NtmHistoryWindow", "history" },
  { "GtkShortcutsWindow", "keyboard" },
  { "NtmPreview", "output" },
  { "NtmMeetingWindow", "output" },
  { "NtmMapPage", "map" },
  { "NtmSheetPage", "table" },
  { "NtmChartsPage", "charts" },
  { "NtmTasksPage", "tasks" },
};

static void
free_page (gpointer data)
{
  NtmHelpPage *page = data;

  g_ptr_array_unref (page->blocks);
  g_ptr_array_unref (page->plain);
  g_ptr_array_unref (page->folded);
  g_free (page);
}

static GPtrArray *
load_blocks (const char *id)
{
  g_autofree char *path = g_strdup_printf (NTM_HELP_PREFIX "%s/%s.md", ntm_lang_code (ntm_lang_current ()), id);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autofree char *text = NULL;

  if (bytes != NULL)
    text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  return ntm_help_text_parse (text == NULL ? id : text);
}

static NtmHelpPage *
read_page (const char *id)
{
  NtmHelpPage *page = g_new0 (NtmHelpPage, 1);

  page->id = id;
  page->blocks = load_blocks (id);
  page->plain = g_ptr_array_new_with_free_func (g_free);
  page->folded = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < page->blocks->len; i++)
    {
      char *plain = ntm_help_block_plain (page->blocks->pdata[i]);

      g_ptr_array_add (page->plain, plain);
      g_ptr_array_add (page->folded, ntm_text_fold (plain));
    }
  return page;
}

/**
 * ntm_help_book_read:
 *
 * Returns: (transfer full) (element-type NtmHelpPage): all pages in the order of the list
 */
GPtrArray *
ntm_help_book_read (void)
{
  GPtrArray *pages = g_ptr_array_new_with_free_func (free_page);

  ntm_help_register_resource ();
  for (guint i = 0; page_ids[i] != NULL; i++)
    g_ptr_array_add (pages, read_page (page_ids[i]));
  return pages;
}

/**
 * ntm_help_page_find:
 * @page: a page
 * @needle: what ntm_text_fold() makes of the words
 *
 * Returns: the number of the first block that holds the words, -1 if none does
 */
int
ntm_help_page_find (const NtmHelpPage *page,
                    const char        *needle)
{
  for (guint i = 0; i < page->folded->len; i++)
    if (ntm_text_matches (page->folded->pdata[i], needle))
      return (int) i;
  return -1;
}

/**
 * ntm_help_list_pages:
 *
 * Returns: (transfer none) (array zero-terminated=1): the ids of all pages, the first one to begin with
 */
const char * const *
ntm_help_list_pages (void)
{
  return page_ids;
}

/**
 * ntm_help_page_for:
 * @widget: (nullable): a window, or a part of one
 *
 * Returns: the id of the page about what @widget shows now, that of the first page if none is
 */
const char *
ntm_help_page_for (GtkWidget *widget)
{
  GtkWidget *child = NULL;

  for (gsize i = 0; widget != NULL && i < G_N_ELEMENTS (contexts); i++)
    if (g_str_equal (G_OBJECT_TYPE_NAME (widget), contexts[i].type))
      return contexts[i].page;
  if (widget != NULL)
    child = gtk_widget_get_first_child (widget);
  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      const char *page = gtk_widget_get_mapped (child) ? ntm_help_page_for (child) : page_ids[0];

      if (page != page_ids[0])
        return page;
    }
  return page_ids[0];
}
