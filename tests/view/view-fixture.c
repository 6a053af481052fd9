/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The built-in data as an Atlas without a file: the rows of the edit that would fill one. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ntm-bundle.h"
#include "view-fixture.h"

const char *__lsan_default_suppressions (void);

/* fontconfig keeps what it read until the end of the process; nothing else may leak. */
const char *
__lsan_default_suppressions (void)
{
  return "leak:libfontconfig.so\n";
}

static void
fill_record (const NtmTable *table, gpointer copy, gconstpointer record)
{
  for (guint i = 0; i < table->n_fields; i++)
    if (table->fields[i].type == NTM_FIELD_TEXT)
      ntm_record_set_text (table, copy, i, ntm_record_get_text (table, record, i));
    else if (table->fields[i].type == NTM_FIELD_BYTES)
      ntm_record_set_bytes (table, copy, i, G_STRUCT_MEMBER (GBytes *, record, table->fields[i].offset));
    else
      ntm_record_set_int64 (table, copy, i, ntm_record_get_int64 (table, record, i));
}

static gpointer
copy_record (const NtmTable *table, gconstpointer record)
{
  gpointer copy = ntm_record_new (table);

  fill_record (table, copy, record);
  return copy;
}

static void
copy_row (NtmEdit *edit, const NtmRow *row)
{
  NtmRow *copy = ntm_edit_write (edit, row->table, NULL, NULL);

  fill_record (ntm_table_get (row->table), copy->record, row->record);
  copy->set = row->set;
}

static GPtrArray *
load_rows (gpointer store, NtmTableId id, const char *indicator, const char *unit, GError **error)
{
  GPtrArray *records = g_ptr_array_new ();
  const NtmTable *table = ntm_table_get (id);

  for (guint i = 0; i < ntm_edit_get_n_rows (store); i++)
    {
      const NtmRow *row = ntm_edit_get_row (store, i);

      if (row->table != id)
        continue;
      if (id == NTM_TABLE_OBSERVATION && indicator
          && !g_str_equal (((const NtmObservation *) row->record)->indicator, indicator))
        continue;
      if (unit && !g_str_equal (((const NtmObservation *) row->record)->unit, unit))
        continue;
      g_ptr_array_add (records, copy_record (table, row->record));
    }
  return records;
}

NtmAtlas *
view_fixture_new_atlas (NtmEdit *edit)
{
  g_autoptr (GError) error = NULL;
  NtmAtlas *atlas = ntm_atlas_new (load_rows, edit);

  ntm_atlas_load (atlas, &error);
  g_assert_no_error (error);
  return atlas;
}

NtmDate
view_day (const char *iso)
{
  NtmDate date = 0;

  g_assert_true (ntm_date_parse (iso, &date, NULL));
  return date;
}

/* Making the built-in data takes longer than a case does: it is made once, and each case has a copy. */
static const NtmEdit *
built_in (void)
{
  static NtmEdit *edit;
  g_autoptr (GError) error = NULL;

  if (!edit)
    edit = ntm_bundle_new_edit (&error);
  g_assert_no_error (error);
  return edit;
}

static NtmEdit *
copy_edit (const NtmEdit *edit)
{
  NtmEdit *copy = ntm_edit_new ("");

  for (guint i = 0; i < ntm_edit_get_n_rows (edit); i++)
    copy_row (copy, ntm_edit_get_row (edit, i));
  return copy;
}

/* @at: an ISO day, or NULL for the reference date. */
void
view_fixture_set_up (ViewFixture *self, gconstpointer at)
{
  self->edit = copy_edit (built_in ());
  self->atlas = view_fixture_new_atlas (self->edit);
  self->ctx = ntm_view_context_new (self->atlas, ntm_lang_current ());
  if (at)
    self->ctx.at = view_day (at);
}

void
view_fixture_tear_down (ViewFixture *self, gconstpointer data)
{
  g_assert_finalize_object (self->atlas);
  ntm_edit_free (self->edit);
}

/* Whether the words can be checked: Vietnamese ones only where the translation is built. */
gboolean
view_is_translated (const ViewFixture *self)
{
  return self->ctx.lang == NTM_LANG_EN || !g_str_equal (_("no data"), "no data");
}

void
view_assert_words (const ViewFixture *self, const char *actual, const char *en, const char *vi)
{
  if (self->ctx.lang == NTM_LANG_EN)
    g_assert_cmpstr (actual, ==, en);
  else if (view_is_translated (self))
    g_assert_cmpstr (actual, ==, vi);
}

NtmLang
view_test_init (int *argc, char ***argv)
{
  NtmLang lang = ntm_lang_init (NULL, GETTEXT_PACKAGE);

  g_test_init (argc, argv, NULL);
  return lang;
}
