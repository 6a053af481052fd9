/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Names of other records that lead nowhere. SQLite keeps the references the schema declares; this also
 * sees those it cannot declare, because "" is allowed in them, and works for data from elsewhere.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ntm-atlas-private.h"

typedef struct
{
  NtmTableId  table;
  const char *column;
  NtmTableId  to;
} Reference;

/* unit_state.parent is told where parents are derived. */
static const Reference references[] = {
  { NTM_TABLE_DOCUMENT_RECIPIENT, "document", NTM_TABLE_DOCUMENT },
  { NTM_TABLE_UNIT_STATE, "unit", NTM_TABLE_UNIT },
  { NTM_TABLE_TRANSFER, "from_unit", NTM_TABLE_UNIT },
  { NTM_TABLE_TRANSFER, "to_unit", NTM_TABLE_UNIT },
  { NTM_TABLE_TITLE, "unit", NTM_TABLE_UNIT },
  { NTM_TABLE_TITLE, "kind", NTM_TABLE_TITLE_KIND },
  { NTM_TABLE_SERIES_BREAK, "indicator", NTM_TABLE_INDICATOR },
  { NTM_TABLE_TARGET, "unit", NTM_TABLE_UNIT },
  { NTM_TABLE_TARGET, "indicator", NTM_TABLE_INDICATOR },
  { NTM_TABLE_TARGET, "title_kind", NTM_TABLE_TITLE_KIND },
  { NTM_TABLE_TASK, "agency", NTM_TABLE_AGENCY },
  { NTM_TABLE_TASK, "unit", NTM_TABLE_UNIT },
  { NTM_TABLE_TASK, "indicator", NTM_TABLE_INDICATOR },
  { NTM_TABLE_TASK_PARTNER, "task", NTM_TABLE_TASK },
  { NTM_TABLE_TASK_PARTNER, "agency", NTM_TABLE_AGENCY },
  { NTM_TABLE_TASK_PROGRESS, "task", NTM_TABLE_TASK },
  { NTM_TABLE_FINDING, "unit", NTM_TABLE_UNIT },
  { NTM_TABLE_FINDING, "indicator", NTM_TABLE_INDICATOR },
  { NTM_TABLE_MEETING_PARTY, "meeting", NTM_TABLE_MEETING },
  { NTM_TABLE_SPONSORSHIP, "sponsor", NTM_TABLE_AGENCY },
  { NTM_TABLE_SPONSORSHIP, "unit", NTM_TABLE_UNIT },
  { NTM_TABLE_CAPITAL, "unit", NTM_TABLE_UNIT },
  { NTM_TABLE_PROJECT, "unit", NTM_TABLE_UNIT },
  { NTM_TABLE_CRITERIA_SET, "title_kind", NTM_TABLE_TITLE_KIND },
  { NTM_TABLE_CRITERION, "set_id", NTM_TABLE_CRITERIA_SET },
};

static void
check_reference (NtmAtlas *self, const Reference *reference)
{
  const NtmTable *table = ntm_table_get (reference->table);
  guint field = (guint) (ntm_table_find_field (table, reference->column) - table->fields);
  const GPtrArray *records = self->records[reference->table];

  for (guint i = 0; i < records->len; i++)
    {
      const char *key = ntm_record_get_text (table, records->pdata[i], field);
      g_autofree char *quote = NULL;
      g_autofree char *problem = NULL;

      if (!*key || ntm_atlas_lookup (self, reference->to, key))
        continue;
      quote = ntm_model_quote (key);
      problem = g_strdup_printf (_("“%s” is not in table %s."), quote, ntm_table_get (reference->to)->name);
      ntm_atlas_add_issue (self, reference->table, records->pdata[i], reference->column, problem,
                           _("Correct it, or add the row it names."));
    }
}

void
ntm_atlas_check_references (NtmAtlas *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (references); i++)
    check_reference (self, &references[i]);
}
