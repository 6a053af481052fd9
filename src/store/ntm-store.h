/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "ntm-atlas.h"
#include "ntm-edit.h"
#include "ntm-issue.h"

G_BEGIN_DECLS

/**
 * NtmStore:
 *
 * One file of ours, open, with its Atlas. Every write goes through the journal: a transaction with its
 * change-set, after which the Atlas takes over what changed. One thread. Any number of readers; one
 * writer, who holds `FILE-lock` beside the file with a name in it.
 */
typedef struct _NtmStore NtmStore;

typedef enum
{
  NTM_STORE_WRITE     = 0,
  NTM_STORE_READ_ONLY = 1 << 0,  /* no lock, nothing is written, not even beside the file */
} NtmStoreFlags;

/**
 * NtmStoreWatch:
 * @cancellable: (nullable): stops the opening when it is cancelled, from any thread
 * @progress: (nullable): told now and then, in the thread that opens, how many of how many rows are loaded
 * @user_data: for @progress
 * @everything: also load the boundaries and the values, which otherwise come when they are first asked for; of
 *   more than %NTM_STORE_FEW_VALUES values none, which would take seconds and the memory of the machine
 *
 * How to look on while a file is opened.
 */
typedef struct
{
  GCancellable *cancellable;
  void        (*progress) (guint64 done, guint64 total, gpointer user_data);
  gpointer      user_data;
  gboolean      everything;
} NtmStoreWatch;

#define NTM_STORE_APPLICATION_ID 0x4e544d41  /* "NTMA" */
#define NTM_STORE_SCHEMA_VERSION 1
#define NTM_STORE_FEW_VALUES 2000000

NtmStore   *ntm_store_create      (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
NtmStore   *ntm_store_open        (const char *path, NtmStoreFlags flags, GError **error) G_GNUC_WARN_UNUSED_RESULT;
NtmStore   *ntm_store_open_watched (const char *path, NtmStoreFlags flags, const NtmStoreWatch *watch, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void        ntm_store_free        (NtmStore *self);
const char *ntm_store_get_path    (NtmStore *self);
NtmAtlas   *ntm_store_get_atlas   (NtmStore *self);
gboolean    ntm_store_is_read_only (NtmStore *self);
gboolean    ntm_store_check_place (NtmStore *self, GError **error);
gboolean    ntm_store_check_writer (NtmStore *self, GError **error);
gboolean    ntm_store_refresh     (NtmStore *self, gboolean *changed, GError **error);
void        ntm_store_set_author  (NtmStore *self, const char *author);

gboolean    ntm_store_fill        (NtmStore *self, const NtmEdit *edit, GError **error);
gboolean    ntm_store_apply       (NtmStore *self, const NtmEdit *edit, GError **error);
gboolean    ntm_store_undo        (NtmStore *self, char **label, GError **error);
gboolean    ntm_store_redo        (NtmStore *self, char **label, GError **error);
char       *ntm_store_dup_undo_label (NtmStore *self) G_GNUC_WARN_UNUSED_RESULT;
char       *ntm_store_dup_redo_label (NtmStore *self) G_GNUC_WARN_UNUSED_RESULT;
gint64      ntm_store_find_step   (NtmStore *self, gboolean forward);

/**
 * NtmJournalQuery:
 * @since: (nullable): a time in UTC, ISO 8601; only edits written then or later
 * @author: (nullable): only edits of this person
 * @unit: (nullable): only edits that changed a value of this unit, and of those only such values
 * @indicator: (nullable): as @unit
 * @after: only edits later than that one, 0 for all
 * @before: only edits earlier than that one, 0 for all
 *
 * Which edits of the journal are asked for.
 */
typedef struct
{
  const char *since, *author, *unit, *indicator;
  gint64      after, before;
} NtmJournalQuery;

/**
 * NtmJournalEdit:
 *
 * An edit of the journal. @state is `done`, `undone` or `dropped`; @n_values is how many values it changed of those
 * asked for, 0 where the journal does not keep them: when a new file is filled.
 */
typedef struct
{
  gint64 edit, n_values;
  char *time, *author, *label, *state;
} NtmJournalEdit;

/**
 * NtmHistoryEntry:
 *
 * One value an edit changed; @old or @new_value is %NULL where there was or is none; @unit and @indicator are those
 * of the row, "" where it has none. The values of @edit are not counted.
 */
typedef struct
{
  NtmJournalEdit edit;
  char *table, *key, *column, *old, *new_value, *unit, *indicator;
} NtmHistoryEntry;

void        ntm_history_entry_free (NtmHistoryEntry *self);
GPtrArray  *ntm_store_history     (NtmStore *self, const char *unit, const char *indicator, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void        ntm_journal_edit_clear (NtmJournalEdit *self);
void        ntm_journal_edit_free (NtmJournalEdit *self);
GPtrArray  *ntm_store_list_edits  (NtmStore *self, const NtmJournalQuery *query, guint max, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray  *ntm_store_list_values (NtmStore *self, gint64 edit, const NtmJournalQuery *query, guint max, GError **error) G_GNUC_WARN_UNUSED_RESULT;
char      **ntm_store_list_authors (NtmStore *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray  *ntm_store_check       (NtmStore *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean    ntm_store_count       (NtmStore *self, NtmTableId table, gint64 *out, GError **error);
gboolean    ntm_store_last_edit   (NtmStore *self, NtmJournalEdit *out, GError **error);
char       *ntm_store_dup_writer  (NtmStore *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean    ntm_store_backup      (NtmStore *self, const char *path, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NtmStore, ntm_store_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NtmHistoryEntry, ntm_history_entry_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NtmJournalEdit, ntm_journal_edit_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NtmJournalEdit, ntm_journal_edit_clear)

G_END_DECLS
