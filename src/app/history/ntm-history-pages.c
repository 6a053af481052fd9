/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The journal may have tens of thousands of edits, so they are read in chunks: at once as many as a frame allows,
 * the rest of the page while the program is idle, the next page when the list is scrolled to its end. Searching
 * goes through edits in the same way, since the words of an edit are made here and stand nowhere in the file.
 */

#include "config.h"

#include "ntm-history-pages.h"

#include "ntm-history-read.h"
#include "ntm-text.h"

#define PAGE 60            /* edits added when the end of the list is reached */
#define CHUNK 10           /* edits read at once */
#define BUDGET 6000        /* microseconds that reading may take in a frame */

struct _NtmHistoryPages
{
  GObject parent_instance;

  NtmDesk *desk;
  char    *since, *author, *unit, *indicator;   /* the query, NULL: any */
  char    *needle;       /* folded, "" for everything */

  GListStore *items;
  gint64   newest, oldest;   /* edits read, 0 before the first */
  guint    n_edits;      /* listed */
  guint    n_wanted;     /* to be listed before reading stops */
  gboolean has_changes;  /* an edit was read that is not the filling of a new file */
  gboolean is_complete;
  guint    idle_id;
};

G_DEFINE_FINAL_TYPE (NtmHistoryPages, ntm_history_pages, G_TYPE_OBJECT)

static guint loaded_signal;

static NtmJournalQuery
get_query (NtmHistoryPages *self)
{
  return (NtmJournalQuery) {
    .since = self->since, .author = self->author, .unit = self->unit, .indicator = self->indicator,
  };
}

/* --- reading ----------------------------------------------------------------------------------- */

static NtmHistoryItem *
item_at (NtmHistoryPages *self,
         guint            position)
{
  g_autoptr (NtmHistoryItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), position);

  return item;   /* the store holds it */
}

static gboolean
is_of_day (NtmHistoryPages *self,
           guint            position,
           NtmHistoryItem  *item)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items));

  return position < n
         && g_str_equal (ntm_history_item_get_facts (item_at (self, position))->day, ntm_history_item_get_facts (item)->day);
}

static void
append (NtmHistoryPages *self,
        NtmHistoryItem  *item)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items));

  if (n == 0 || !is_of_day (self, n - 1, item))
    {
      g_autoptr (NtmHistoryItem) day = ntm_history_item_new_day (ntm_history_item_get_facts (item)->day);

      g_list_store_append (self->items, day);
    }
  g_list_store_append (self->items, item);
  self->n_edits++;
}

/* Above what is there, below the heading of its day. */
static void
prepend (NtmHistoryPages *self,
         NtmHistoryItem  *item)
{
  if (!is_of_day (self, 0, item))
    {
      g_autoptr (NtmHistoryItem) day = ntm_history_item_new_day (ntm_history_item_get_facts (item)->day);

      g_list_store_insert (self->items, 0, day);
    }
  g_list_store_insert (self->items, 1, item);
  self->n_edits++;
}

static void
note_edit (NtmHistoryPages      *self,
           const NtmJournalEdit *edit)
{
  self->newest = MAX (self->newest, edit->edit);
  self->oldest = self->oldest == 0 ? edit->edit : MIN (self->oldest, edit->edit);
  self->has_changes = self->has_changes || edit->n_values > 0;
}

/* What cannot be read is not there to be shown; the window says at the writing what is wrong with a file. */
static void
read_chunk (NtmHistoryPages *self)
{
  NtmJournalQuery query = get_query (self);
  g_autoptr (GPtrArray) edits = NULL;

  query.before = self->oldest;
  edits = ntm_store_list_edits (ntm_desk_get_store (self->desk), &query, CHUNK, NULL);
  for (guint i = 0; edits != NULL && i < edits->len; i++)
    {
      const NtmJournalEdit *edit = g_ptr_array_index (edits, i);
      g_autoptr (NtmHistoryItem) item = ntm_history_read_edit (self->desk, &query, edit, self->needle);

      note_edit (self, edit);
      if (item != NULL)
        append (self, item);
    }
  self->is_complete = edits == NULL || edits->len < CHUNK;
}

static gboolean
needs_more (NtmHistoryPages *self)
{
  return !self->is_complete && self->n_edits < self->n_wanted && ntm_desk_get_store (self->desk) != NULL;
}

static void
read_some (NtmHistoryPages *self)
{
  gint64 end = g_get_monotonic_time () + BUDGET;

  while (needs_more (self) && g_get_monotonic_time () < end)
    read_chunk (self);
  g_signal_emit (self, loaded_signal, 0);
}

static gboolean
read_cb (gpointer user_data)
{
  NtmHistoryPages *self = user_data;

  read_some (self);
  if (needs_more (self))
    return G_SOURCE_CONTINUE;
  self->idle_id = 0;
  return G_SOURCE_REMOVE;
}

/* Frames are drawn and keys heard before an idle source of low priority runs. */
static void
start_reading (NtmHistoryPages *self)
{
  if (self->idle_id == 0)
    self->idle_id = g_idle_add_full (G_PRIORITY_LOW, read_cb, self, NULL);
}

static void
ntm_history_pages_dispose (GObject *object)
{
  NtmHistoryPages *self = NTM_HISTORY_PAGES (object);

  g_clear_handle_id (&self->idle_id, g_source_remove);
  g_clear_object (&self->desk);
  g_clear_object (&self->items);
  G_OBJECT_CLASS (ntm_history_pages_parent_class)->dispose (object);
}

static void
ntm_history_pages_finalize (GObject *object)
{
  NtmHistoryPages *self = NTM_HISTORY_PAGES (object);

  g_free (self->since);
  g_free (self->author);
  g_free (self->unit);
  g_free (self->indicator);
  g_free (self->needle);
  G_OBJECT_CLASS (ntm_history_pages_parent_class)->finalize (object);
}

static void
ntm_history_pages_class_init (NtmHistoryPagesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ntm_history_pages_dispose;
  object_class->finalize = ntm_history_pages_finalize;
  loaded_signal = g_signal_new ("loaded", NTM_TYPE_HISTORY_PAGES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ntm_history_pages_init (NtmHistoryPages *self)
{
  self->items = g_list_store_new (NTM_TYPE_HISTORY_ITEM);
  self->needle = g_strdup ("");
}

/**
 * ntm_history_pages_new:
 * @desk: what the window works on
 *
 * Returns: (transfer full): no rows, before something was asked
 */
NtmHistoryPages *
ntm_history_pages_new (NtmDesk *desk)
{
  NtmHistoryPages *self = g_object_new (NTM_TYPE_HISTORY_PAGES, NULL);

  self->desk = g_object_ref (desk);
  return self;
}

static void
set_text (char      **place,
          const char *text)
{
  g_free (*place);
  *place = g_strdup (text);
}

/**
 * ntm_history_pages_ask:
 * @self: the rows
 * @query: which edits; @before and @after are not used
 * @needle: words that must stand in an edit, accents and case aside; "" for all edits
 *
 * Lists other edits in place of those that were there. The first are there when this returns.
 */
void
ntm_history_pages_ask (NtmHistoryPages       *self,
                       const NtmJournalQuery *query,
                       const char            *needle)
{
  g_autofree char *folded = ntm_text_fold (needle);

  g_return_if_fail (NTM_IS_HISTORY_PAGES (self));

  set_text (&self->since, query->since);
  set_text (&self->author, query->author);
  set_text (&self->unit, query->unit);
  set_text (&self->indicator, query->indicator);
  set_text (&self->needle, g_strstrip (folded));
  g_list_store_remove_all (self->items);
  self->newest = self->oldest = 0;
  self->n_edits = 0;
  self->has_changes = self->is_complete = FALSE;
  self->n_wanted = PAGE;
  read_some (self);
  if (needs_more (self))
    start_reading (self);
}

/**
 * ntm_history_pages_load_more:
 * @self: the rows
 *
 * Reads another page, unless one is being read.
 */
void
ntm_history_pages_load_more (NtmHistoryPages *self)
{
  g_return_if_fail (NTM_IS_HISTORY_PAGES (self));

  if (self->is_complete || needs_more (self))
    return;
  self->n_wanted = self->n_edits + PAGE;
  start_reading (self);
}

/* The rows that an undo or redo since can have touched: those undone at the top, and the first below them. */
static gint64
find_touched (NtmHistoryPages *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items));

  for (guint i = 0; i < n; i++)
    {
      NtmHistoryItem *item = item_at (self, i);

      if (ntm_history_item_get_facts (item)->kind == NTM_HISTORY_EDIT && !ntm_history_item_is_undone (item))
        return ntm_history_item_get_facts (item)->edit;
    }
  return self->oldest;
}

static void
update_state (NtmHistoryPages      *self,
              const NtmJournalEdit *edit)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  gint64 shown = G_MAXINT64;

  for (guint i = 0; i < n && shown > edit->edit; i++)
    {
      NtmHistoryItem *item = item_at (self, i);

      if (ntm_history_item_get_facts (item)->kind != NTM_HISTORY_EDIT)
        continue;
      shown = ntm_history_item_get_facts (item)->edit;
      if (shown == edit->edit)
        ntm_history_item_set_undone (item, !g_str_equal (edit->state, "done"));
    }
}

/**
 * ntm_history_pages_refresh:
 * @self: the rows
 *
 * Adds the edits made since, at the top, and follows undo and redo; the rows that are there stay.
 */
void
ntm_history_pages_refresh (NtmHistoryPages *self)
{
  NtmJournalQuery query = get_query (self);
  g_autoptr (GPtrArray) edits = NULL;

  g_return_if_fail (NTM_IS_HISTORY_PAGES (self));

  if (ntm_desk_get_store (self->desk) == NULL)
    return;
  query.after = MAX (find_touched (self), 1) - 1;
  edits = ntm_store_list_edits (ntm_desk_get_store (self->desk), &query, G_MAXINT, NULL);
  for (guint i = edits == NULL ? 0 : edits->len; i-- > 0;)
    {
      const NtmJournalEdit *edit = g_ptr_array_index (edits, i);
      g_autoptr (NtmHistoryItem) item = edit->edit <= self->newest ? NULL
                                         : ntm_history_read_edit (self->desk, &query, edit, self->needle);

      if (edit->edit <= self->newest)
        update_state (self, edit);
      note_edit (self, edit);
      if (item != NULL)
        prepend (self, item);
    }
  g_signal_emit (self, loaded_signal, 0);
}

/**
 * ntm_history_pages_get_items:
 * @self: the rows
 *
 * Returns: (transfer none) (element-type NtmHistoryItem): headings and edits read so far
 */
GListModel *
ntm_history_pages_get_items (NtmHistoryPages *self)
{
  g_return_val_if_fail (NTM_IS_HISTORY_PAGES (self), NULL);

  return G_LIST_MODEL (self->items);
}

/**
 * ntm_history_pages_new_values:
 * @self: the rows
 * @edit: one of them
 *
 * Returns: (transfer full) (nullable) (element-type NtmHistoryItem): the values an edit changed, %NULL for rows
 *   that have none
 */
GListModel *
ntm_history_pages_new_values (NtmHistoryPages *self,
                              NtmHistoryItem  *edit)
{
  NtmJournalQuery query = get_query (self);

  g_return_val_if_fail (NTM_IS_HISTORY_PAGES (self), NULL);

  return ntm_history_read_values (self->desk, &query, edit);
}

/**
 * ntm_history_pages_get_n_edits:
 * @self: the rows
 *
 * Returns: how many edits are listed so far
 */
guint
ntm_history_pages_get_n_edits (NtmHistoryPages *self)
{
  g_return_val_if_fail (NTM_IS_HISTORY_PAGES (self), 0);

  return self->n_edits;
}

/**
 * ntm_history_pages_is_complete:
 * @self: the rows
 *
 * Returns: whether all edits asked for were read
 */
gboolean
ntm_history_pages_is_complete (NtmHistoryPages *self)
{
  g_return_val_if_fail (NTM_IS_HISTORY_PAGES (self), FALSE);

  return self->is_complete;
}

/**
 * ntm_history_pages_is_pristine:
 * @self: the rows
 *
 * Returns: whether the edits asked for are nothing but the filling of a new file
 */
gboolean
ntm_history_pages_is_pristine (NtmHistoryPages *self)
{
  g_return_val_if_fail (NTM_IS_HISTORY_PAGES (self), FALSE);

  return self->is_complete && !self->has_changes;
}
