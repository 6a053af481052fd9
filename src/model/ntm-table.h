/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * NtmTableId:
 *
 * The tables of the file that are facts (not the journal), in an order in which each may refer to
 * those before it.
 */
typedef enum
{
  NTM_TABLE_META,
  NTM_TABLE_DOCUMENT,
  NTM_TABLE_DOCUMENT_RECIPIENT,
  NTM_TABLE_AGENCY,
  NTM_TABLE_UNIT,
  NTM_TABLE_UNIT_STATE,
  NTM_TABLE_TRANSFER,
  NTM_TABLE_BOUNDARY,
  NTM_TABLE_TITLE_KIND,
  NTM_TABLE_TITLE,
  NTM_TABLE_INDICATOR,
  NTM_TABLE_OBSERVATION,
  NTM_TABLE_SERIES_BREAK,
  NTM_TABLE_TARGET,
  NTM_TABLE_TASK,
  NTM_TABLE_TASK_PARTNER,
  NTM_TABLE_TASK_PROGRESS,
  NTM_TABLE_FINDING,
  NTM_TABLE_MEETING,
  NTM_TABLE_MEETING_PARTY,
  NTM_TABLE_SPONSORSHIP,
  NTM_TABLE_CAPITAL,
  NTM_TABLE_PROJECT,
  NTM_TABLE_CRITERIA_SET,
  NTM_TABLE_CRITERION,
  NTM_N_TABLES,
} NtmTableId;

typedef enum
{
  NTM_FIELD_TEXT,     /* char *, never NULL; set with ntm_record_set_text() only */
  NTM_FIELD_INTEGER,  /* gint64, NTM_NONE for NULL */
  NTM_FIELD_DECIMAL,  /* NtmDecimal, NTM_NONE for NULL; column name_e6 */
  NTM_FIELD_BYTES,    /* GBytes *, may be NULL */
} NtmFieldType;

/* No value: NULL in the file. Below every NtmDecimal the parser lets through. */
#define NTM_NONE G_MININT64

/**
 * NtmField:
 *
 * A column of a table and the member of its record that holds it.
 */
typedef struct
{
  const char  *column;  /* as in data/sql/schema.sql */
  NtmFieldType type;
  gsize        offset;
  gboolean     key;
} NtmField;

/**
 * NtmTable:
 *
 * What load, save, history and import need to know of a table: its name, its record and its fields,
 * key fields in the order of the primary key first.
 */
typedef struct
{
  const char     *name;
  gsize           record_size;
  const NtmField *fields;
  guint           n_fields;
  guint           n_keys;
} NtmTable;

const NtmTable *ntm_table_get         (NtmTableId id);
gboolean        ntm_table_is_lazy     (NtmTableId id);
gboolean        ntm_table_find        (const char *name, NtmTableId *out);
const NtmField *ntm_table_find_field  (const NtmTable *table, const char *column);
gpointer        ntm_record_new        (const NtmTable *table) G_GNUC_WARN_UNUSED_RESULT;
gpointer        ntm_record_copy       (const NtmTable *table, gconstpointer record) G_GNUC_WARN_UNUSED_RESULT;
void            ntm_record_free       (const NtmTable *table, gpointer record);
void            ntm_record_set_text   (const NtmTable *table, gpointer record, guint field, const char *text);
void            ntm_record_set_int64  (const NtmTable *table, gpointer record, guint field, gint64 value);
void            ntm_record_set_bytes  (const NtmTable *table, gpointer record, guint field, GBytes *bytes);
const char     *ntm_record_get_text   (const NtmTable *table, gconstpointer record, guint field);
gint64          ntm_record_get_int64  (const NtmTable *table, gconstpointer record, guint field);
char           *ntm_record_dup_key    (const NtmTable *table, gconstpointer record) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
