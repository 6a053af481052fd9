/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a file must stand before it is trusted: it may come from a stranger, be cut off on a memory stick,
 * or be something else altogether. Nothing here writes, but that what a killed writer left is put back.
 */

#include "config.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "ntm-sql.h"
#include "ntm-store-private.h"

#define HEADER_SIZE 100
#define QUICK_CHECK_MAX (16 * 1024 * 1024)

typedef struct
{
  guint8  bytes[HEADER_SIZE];
  goffset size;
} Header;

static gboolean
refuse_errno (int number, const char *name, GError **error)
{
  if (number == ENOENT || number == ENOTDIR)
    return ntm_sql_refuse (error, NTM_ERROR_NOT_FOUND,
                           _("There is no file “%s”. It may have been moved or renamed."), name);
  if (number == EACCES || number == EPERM)
    return ntm_sql_refuse (error, NTM_ERROR_SYSTEM,
                           _("You are not allowed to read “%s”. Ask its owner for permission."), name);
  return ntm_sql_refuse (error, NTM_ERROR_SYSTEM, _("“%s” cannot be read: %s."), name, ntm_error_tell_system (number));
}

static gboolean
check_kind (const GStatBuf *info, const char *name, GError **error)
{
  if (S_ISDIR (info->st_mode))
    return ntm_sql_refuse (error, NTM_ERROR_FORMAT, _("“%s” is a folder. Choose a file in it."), name);
  if (!S_ISREG (info->st_mode))
    return ntm_sql_refuse (error, NTM_ERROR_FORMAT, _("“%s” is not an ordinary file. Choose another one."), name);
  if (info->st_size == 0)
    return ntm_sql_refuse (error, NTM_ERROR_FORMAT,
                           _("“%s” is empty. It was perhaps not copied to its end; copy it again."), name);
  return TRUE;
}

/*
 * Through SQLite, because closing a file that this process has open elsewhere, as open() and close() would,
 * drops the locks it holds there.
 */
static int
read_start (const char *path, Header *out)
{
  sqlite3_vfs *vfs = sqlite3_vfs_find (NULL);
  sqlite3_filename name = sqlite3_create_filename (path, "", "", 0, NULL);
  g_autofree sqlite3_file *file = g_malloc0 ((gsize) vfs->szOsFile);
  sqlite3_int64 size = 0;
  int rc = vfs->xOpen (vfs, name, file, SQLITE_OPEN_READONLY | SQLITE_OPEN_MAIN_DB, NULL);

  if (rc == SQLITE_OK)
    rc = file->pMethods->xRead (file, out->bytes, HEADER_SIZE, 0);
  if (rc == SQLITE_OK || rc == SQLITE_IOERR_SHORT_READ)
    rc = file->pMethods->xFileSize (file, &size);
  out->size = size;
  if (file->pMethods)
    file->pMethods->xClose (file);
  sqlite3_free_filename (name);
  return rc;
}

static gboolean
read_header (const char *path, const char *name, Header *out, GError **error)
{
  GStatBuf info;
  int rc;

  memset (out, 0, sizeof *out);
  if (g_stat (path, &info) != 0)
    return refuse_errno (errno, name, error);
  if (!check_kind (&info, name, error))
    return FALSE;
  if (g_access (path, R_OK) != 0)
    return refuse_errno (errno, name, error);
  rc = read_start (path, out);
  if (rc != SQLITE_OK)
    return ntm_sql_fail (NULL, rc, error);
  if (memcmp (out->bytes, "SQLite format 3", 16) != 0)
    return ntm_sql_refuse (error, NTM_ERROR_FORMAT,
                           _("“%s” is not a file of NTM Atlas. It was left alone; choose another file."), name);
  return TRUE;
}

static guint32
read_u32 (const guint8 *bytes)
{
  return (guint32) bytes[0] << 24 | (guint32) bytes[1] << 16 | (guint32) bytes[2] << 8 | bytes[3];
}

static gboolean
has_beside (const char *path, const char *suffix)
{
  g_autofree char *beside = g_strconcat (path, suffix, NULL);
  GStatBuf info;

  return g_stat (beside, &info) == 0 && info.st_size > 0;
}

/* After a crash the count is not that of the file: what is beside it mends that when SQLite opens it. */
static gboolean
check_whole (const Header *header, const char *path, const char *name, GError **error)
{
  goffset page = header->bytes[16] << 8 | header->bytes[17];
  goffset wanted = (page == 1 ? 65536 : page) * read_u32 (header->bytes + 28);

  if (header->size >= wanted || has_beside (path, "-wal") || has_beside (path, "-journal"))
    return TRUE;
  return ntm_sql_refuse (error, NTM_ERROR_FORMAT,
                         _("“%s” is cut off: only %d %% of it is there. Copy it again from where it came, "
                           "or open a backup of it."), name, (int) (header->size * 100 / wanted));
}

/**
 * ntm_store_check_path:
 * @path: a file from outside
 * @error: return location for an error
 *
 * Looks at a file before SQLite does: whether it exists, is a file, can be read, is a database
 * and is there to its end.
 *
 * Returns: %TRUE, or %FALSE with %NTM_ERROR_NOT_FOUND, %NTM_ERROR_FORMAT or %NTM_ERROR_SYSTEM
 */
gboolean
ntm_store_check_path (const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);
  Header header;

  return read_header (path, name, &header, error) && check_whole (&header, path, name, error);
}

/* Nothing in a file may run code, and no number in it may make us ask for absurd amounts of memory. */
static gboolean
configure (sqlite3 *db, GError **error)
{
  static const struct { int option, value; } options[] = {
    { SQLITE_DBCONFIG_DEFENSIVE, 1 }, { SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
    { SQLITE_DBCONFIG_ENABLE_TRIGGER, 0 }, { SQLITE_DBCONFIG_ENABLE_VIEW, 0 },
    { SQLITE_DBCONFIG_DQS_DDL, 0 }, { SQLITE_DBCONFIG_DQS_DML, 0 },
    { SQLITE_DBCONFIG_ENABLE_FKEY, 1 },
  };
  static const struct { int limit, value; } limits[] = {
    { SQLITE_LIMIT_LENGTH, 512 * 1024 * 1024 }, { SQLITE_LIMIT_SQL_LENGTH, 1024 * 1024 },
    { SQLITE_LIMIT_COLUMN, 100 }, { SQLITE_LIMIT_EXPR_DEPTH, 100 }, { SQLITE_LIMIT_VARIABLE_NUMBER, 100 },
    { SQLITE_LIMIT_ATTACHED, 0 }, { SQLITE_LIMIT_TRIGGER_DEPTH, 1 }, { SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1000 },
  };

  sqlite3_extended_result_codes (db, 1);
  sqlite3_busy_timeout (db, NTM_STORE_BUSY_MS);
  for (gsize i = 0; i < G_N_ELEMENTS (options); i++)
    sqlite3_db_config (db, options[i].option, options[i].value, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (limits); i++)
    sqlite3_limit (db, limits[i].limit, limits[i].value);
  return ntm_sql_exec (db, "PRAGMA cell_size_check = ON; PRAGMA synchronous = FULL; PRAGMA mmap_size = 0;"
                       "PRAGMA temp_store = MEMORY; PRAGMA cache_size = -128000", error);
}

/*
 * A writer that was killed in rollback mode leaves the pages it had changed beside the file. Only a connection that
 * may write puts them back; SQLite sees itself whether the writer still lives. What fails here is told by the
 * connection that reads.
 */
static void
put_back (const char *path)
{
  g_autoptr (sqlite3) db = NULL;

  if (has_beside (path, "-journal") && sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE, NULL) == SQLITE_OK
      && configure (db, NULL))
    ntm_sql_exec (db, "PRAGMA schema_version", NULL);
}

static gboolean
is_left_in_wal_mode (const char *path)
{
  Header header;

  return read_header (path, "", &header, NULL) && (header.bytes[18] == 2 || header.bytes[19] == 2);
}

/*
 * A file is left in rollback mode when it is closed, so that reading it needs nothing beside it. One
 * that was copied while open is still in WAL mode; on a medium that cannot be written, SQLite then
 * needs to be told that nobody will change the file under it.
 */
static char *
build_uri (const char *path, gboolean read_only, GError **error)
{
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_filename_display_basename (path);
  gboolean sealed = read_only && g_access (folder, W_OK) != 0 && is_left_in_wal_mode (path);

  if (sealed && has_beside (path, "-wal"))
    {
      g_autofree char *shm = g_strconcat (path, "-shm", NULL);

      if (g_access (shm, R_OK) != 0)
        {
          ntm_sql_refuse (error, NTM_ERROR_READ_ONLY,
                          _("“%s” was not closed properly and its folder cannot be written to. Copy it "
                            "together with “%s-wal” to another folder and open it there."), name, name);
          return NULL;
        }
      sealed = FALSE;
    }
  return g_strconcat (uri, sealed ? "?immutable=1" : "", NULL);
}

/**
 * ntm_store_connect:
 * @path: an absolute path that has passed [func@Ntm.store_check_path]
 * @read_only: whether nothing may be written
 * @error: return location for an error
 *
 * Connects to a file defensively. The file is not judged yet.
 *
 * Returns: (transfer full): the connection, or %NULL with @error set
 */
sqlite3 *
ntm_store_connect (const char *path, gboolean read_only, GError **error)
{
  int flags = SQLITE_OPEN_URI | (read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE);
  g_autofree char *uri = build_uri (path, read_only, error);
  g_autoptr (sqlite3) db = NULL;
  int rc;

  if (!uri)
    return NULL;
  if (read_only)
    put_back (path);
  rc = sqlite3_open_v2 (uri, &db, flags, NULL);
  if (rc != SQLITE_OK)
    {
      ntm_sql_fail (db, rc, error);
      return NULL;
    }
  return configure (db, error) ? g_steal_pointer (&db) : NULL;
}

/**
 * ntm_store_check_identity:
 * @db: a connection
 * @path: its file, for messages
 * @version: (out): the schema version of the file
 * @error: return location for an error
 *
 * Tells our files from those of other applications, and from those of newer versions.
 *
 * Returns: %TRUE, or %FALSE with %NTM_ERROR_FORMAT or %NTM_ERROR_NEWER
 */
gboolean
ntm_store_check_identity (sqlite3 *db, const char *path, guint *version, GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);
  gint64 application, schema;

  if (!ntm_sql_int64 (db, "PRAGMA application_id", &application, error)
      || !ntm_sql_int64 (db, "PRAGMA user_version", &schema, error))
    return FALSE;
  if (application != NTM_STORE_APPLICATION_ID)
    return ntm_sql_refuse (error, NTM_ERROR_FORMAT,
                           _("“%s” is a database of another program. "
                             "It was left alone; choose another file."), name);
  if (schema < 0)
    return ntm_sql_refuse (error, NTM_ERROR_FORMAT, _("“%s” is damaged. Open a backup of it."), name);
  if (schema > NTM_STORE_SCHEMA_VERSION)
    return ntm_sql_refuse (error, NTM_ERROR_NEWER,
                           _("“%s” was written by a newer NTM Atlas: it needs file version %d and this program knows "
                             "versions up to %d. The file was not changed; update the program."),
                           name, (int) schema, NTM_STORE_SCHEMA_VERSION);
  *version = (guint) schema;
  return TRUE;
}

static gboolean
run_quick_check (sqlite3 *db, const char *name, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = ntm_sql_prepare (db, "PRAGMA quick_check (1)", error);
  g_autofree char *answer = NULL;
  int rc;

  if (!statement)
    return FALSE;
  rc = sqlite3_step (statement);
  if (rc != SQLITE_ROW)
    return ntm_sql_fail (db, rc, error);
  answer = ntm_sql_dup_text (statement, 0);
  if (g_strcmp0 (answer, "ok") == 0)
    return TRUE;
  g_info ("SQLite: %s", answer);
  return ntm_sql_refuse (error, NTM_ERROR_FORMAT,
                         _("“%s” is damaged: what is in it is not in order. It was not changed; open a backup of it."), name);
}

/**
 * ntm_store_check_soundness:
 * @db: a connection
 * @path: its file
 * @error: return location for an error
 *
 * Looks for damage in the pages of a small file. Those of a large one are checked as they are read.
 *
 * Returns: %TRUE, or %FALSE with %NTM_ERROR_FORMAT
 */
gboolean
ntm_store_check_soundness (sqlite3 *db, const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);
  gint64 n_pages, page_size;

  if (!ntm_sql_int64 (db, "PRAGMA page_count", &n_pages, error)
      || !ntm_sql_int64 (db, "PRAGMA page_size", &page_size, error))
    return FALSE;
  return n_pages * page_size >= QUICK_CHECK_MAX || run_quick_check (db, name, error);
}
