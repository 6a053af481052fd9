/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Inside src/store and its tests only. */

#include <sqlite3.h>

#include "ntm-error.h"
#include "ntm-store-lock.h"
#include "ntm-store.h"

G_BEGIN_DECLS

#define NTM_STORE_BUSY_MS 1000  /* how long to wait for another program that is writing */

/**
 * NtmColumns:
 *
 * The columns of a table in the order of the file, which is the order of change-sets. For column c:
 * its name, the field of the #NtmTable that holds it, its place in the primary key (0 = none, else
 * from 1), and the text of its default as the history would write it (%NULL without).
 */
typedef struct
{
  guint  n_columns;
  char **names;
  guint *fields;
  guint *key_place;
  char **defaults;
} NtmColumns;

struct _NtmStore
{
  char         *path;       /* absolute, as the caller named it */
  char         *author;
  sqlite3      *db;
  NtmStoreLock *lock;       /* NULL when read-only */
  NtmAtlas     *atlas;
  gboolean      read_only;
  guint64       device, inode; /* of the file that was opened, to know it again */
  gint64        data_version; /* of what is in the file: SQLite changes it when another connection writes */
  GHashTable   *statements; /* of ntm-store-write.c */
  sqlite3_stmt *row_query;  /* of ntm-store-load.c, NULL until first asked for */
  NtmColumns   *columns[NTM_N_TABLES];  /* filled when first asked for */
  const NtmStoreWatch *watch;           /* NULL but while it is opened */
  guint64       n_loaded, n_rows;       /* for @watch */
  gboolean      has_few_values;         /* while it is opened with @watch */
};

/**
 * NtmMigration:
 *
 * One step of bringing older files up to date: from version @from to @from + 1 by the SQL found under
 * @resource.
 */
typedef struct
{
  guint       from;
  const char *resource;
} NtmMigration;

/* ntm-store.c */
NtmStore *ntm_store_open_full (const char *path, NtmStoreFlags flags, const NtmMigration *steps, guint n_steps,
                               const NtmStoreWatch *watch, GError **error);

/* ntm-store-file.c */
char    *ntm_file_absolute   (const char *path, GError **error);
char    *ntm_file_new_beside (const char *path, GError **error);
gboolean ntm_file_publish    (const char *temporary, const char *path, gboolean replace, GError **error);
gboolean ntm_file_can_write  (const char *path);
gboolean ntm_file_identify   (const char *path, guint64 *device, guint64 *inode);

/* ntm-store-open-checks.c */
gboolean ntm_store_check_path     (const char *path, GError **error);
gboolean ntm_store_check_identity (sqlite3 *db, const char *path, guint *version, GError **error);
gboolean ntm_store_check_soundness (sqlite3 *db, const char *path, GError **error);
sqlite3 *ntm_store_connect        (const char *path, gboolean read_only, GError **error);

/* ntm-store-schema.c */
gboolean   ntm_schema_create  (sqlite3 *db, GError **error);
gboolean   ntm_schema_create_views (sqlite3 *db, GError **error);
gboolean   ntm_schema_matches (sqlite3 *db, const char *path, GError **error);
GPtrArray *ntm_schema_strangers (sqlite3 *db, GError **error);
const NtmColumns *ntm_store_columns (NtmStore *self, NtmTableId table, GError **error);
void       ntm_columns_free   (NtmColumns *self);

/* ntm-store-migrate.c */
const NtmMigration *ntm_migrations_get (guint *n_steps);
gboolean ntm_store_migrate (sqlite3 *db, const char *path, guint version, const NtmMigration *steps, guint n_steps, GError **error);

/* ntm-store-refresh.c */
gboolean ntm_store_note_version (NtmStore *self, GError **error);

/* ntm-store-watch.c */
gboolean ntm_store_watch_begin (NtmStore *self, const NtmStoreWatch *watch, GError **error);
void     ntm_store_watch_row   (NtmStore *self);
gboolean ntm_store_watch_end   (NtmStore *self, gboolean done, GError **error);

/* ntm-store-load.c */
GPtrArray *ntm_store_load (gpointer store, NtmTableId id, const char *indicator, const char *unit, GError **error);

/* ntm-store-write.c */
typedef enum
{
  NTM_STATEMENT_UPSERT,
  NTM_STATEMENT_UPDATE,
  NTM_STATEMENT_DELETE,
  NTM_STATEMENT_READ,
} NtmStatementKind;

GHashTable   *ntm_statements_new  (void);
sqlite3_stmt *ntm_store_statement (NtmStore *self, NtmStatementKind kind, NtmTableId table, guint64 set, GError **error);
gboolean      ntm_store_write_row (NtmStore *self, const NtmRow *row, GError **error);

/* ntm-store-transaction.c */
gboolean ntm_store_begin    (NtmStore *self, GError **error);
gboolean ntm_store_commit   (NtmStore *self, GError **error);
void     ntm_store_rollback (NtmStore *self);

/* ntm-journal-values.c */
gboolean ntm_journal_add_values (NtmStore *self, const char *edit, GBytes *changeset, GError **error);

/* ntm-store-change.c */
NtmChange *ntm_change_new      (void);
void       ntm_change_free     (NtmChange *self);
gboolean   ntm_change_add_changeset (NtmChange *self, NtmStore *store, GBytes *changeset, GError **error);
void       ntm_change_add_edit (NtmChange *self, const NtmEdit *edit);
gboolean   ntm_store_reload    (NtmStore *self, const NtmChange *change, GError **error);

/* ntm-store-backup.c */
gboolean ntm_store_copy_to (sqlite3 *db, const char *path, gboolean replace, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NtmColumns, ntm_columns_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NtmChange, ntm_change_free)

G_END_DECLS
