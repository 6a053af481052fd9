/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Rows in the order a column had when it was asked for. Communes stay below their district and districts below the
 * province; what has no figure comes last either way, in the order it has in the file.
 */

#include "config.h"

#include "ntm-sheet-private.h"

#include "ntm-text.h"

typedef struct
{
  gpointer   unit;
  NtmDecimal figure;   /* NTM_NONE without */
  char      *name;
  guint      place;    /* in the file: orders what is alike */
} Entry;

typedef struct
{
  gboolean by_name, goes_down;
} Order;

static int
compare_entries (gconstpointer a,
                 gconstpointer b,
                 gpointer      user_data)
{
  const Entry *x = a, *y = b;
  const Order *order = user_data;
  int sign = order->goes_down ? -1 : 1;
  int found = 0;

  if (order->by_name)
    found = sign * ntm_text_compare (x->name, y->name);
  else if ((x->figure == NTM_NONE) != (y->figure == NTM_NONE))
    return x->figure == NTM_NONE ? 1 : -1;
  else if (x->figure != y->figure)
    found = x->figure < y->figure ? -sign : sign;
  return found != 0 ? found : x->place < y->place ? -1 : 1;
}

static const NtmSheetColumn *
find_column (NtmSheet *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      const NtmSheetColumn *column = &g_array_index (self->columns, NtmSheetColumn, i);
      g_autofree char *key = _ntm_sheet_dup_column_key (self, column);

      if (g_str_equal (key, self->sort_key))
        return column;
    }
  return NULL;
}

static NtmDecimal
figure_of (NtmSheet             *self,
           const NtmUnit        *unit,
           const NtmSheetColumn *column)
{
  NtmSheetFacts facts;

  if (column == NULL)
    return NTM_NONE;
  _ntm_sheet_look_at (self, unit, column, &facts);
  return facts.observation == NULL || facts.observation->state != NTM_STATE_VALUE ? NTM_NONE : facts.observation->shown;
}

static int
compare_ranks (gconstpointer a,
               gconstpointer b,
               gpointer      ranks)
{
  const NtmUnit *x = *(const NtmUnit * const *) a, *y = *(const NtmUnit * const *) b;

  return GPOINTER_TO_INT (g_hash_table_lookup (ranks, x->id)) - GPOINTER_TO_INT (g_hash_table_lookup (ranks, y->id));
}

/* The order they were put in last, if that holds all of them. */
static gboolean
recall_order (NtmSheet  *self,
              GPtrArray *units)
{
  for (guint i = 0; i < units->len; i++)
    if (!g_hash_table_contains (self->ranks, ((const NtmUnit *) units->pdata[i])->id))
      return FALSE;
  g_ptr_array_sort_with_data (units, compare_ranks, self->ranks);
  return TRUE;
}

/* Orders units of one parent. A column that is not shown now orders nothing. */
void
_ntm_sheet_sort_units (NtmSheet  *self,
                       GPtrArray *units)
{
  g_autofree Entry *entries = g_new0 (Entry, MAX (units->len, 1));
  NtmDate at = ntm_desk_get_date (self->desk);
  Order order = { self->sort_key != NULL && *self->sort_key == '\0', self->sorts_down };
  const NtmSheetColumn *column;

  if (self->sort_key == NULL)
    return;
  column = find_column (self);
  if (column == NULL && !order.by_name)
    return;
  if (recall_order (self, units))
    return;
  for (guint i = 0; i < units->len; i++)
    entries[i] = (Entry) { units->pdata[i], figure_of (self, units->pdata[i], column),
                           ntm_unit_state_at (units->pdata[i], at)->name, i };
  g_qsort_with_data (entries, (int) units->len, sizeof (Entry), compare_entries, &order);
  for (guint i = 0; i < units->len; i++)
    {
      units->pdata[i] = entries[i].unit;
      g_hash_table_replace (self->ranks, g_strdup (((const NtmUnit *) entries[i].unit)->id), GUINT_TO_POINTER (i));
    }
}

/* How the column of @key, "" for the names, orders the rows. */
NtmGridSort
_ntm_sheet_get_order (NtmSheet   *self,
                      const char *key)
{
  if (g_strcmp0 (self->sort_key, key) != 0)
    return NTM_GRID_SORT_NONE;
  return self->sorts_down ? NTM_GRID_SORT_DOWN : NTM_GRID_SORT_UP;
}

/* Figures: the largest first, then the smallest, then as in the file; names: from A, from Z, as in the file. */
static void
turn_order (NtmSheet *self,
            char     *key)
{
  gboolean begins_down = *key != '\0';

  if (g_strcmp0 (self->sort_key, key) != 0)
    {
      g_free (self->sort_key);
      self->sort_key = key;
      self->sorts_down = begins_down;
      return;
    }
  g_free (key);
  if (self->sorts_down == begins_down)
    self->sorts_down = !begins_down;
  else
    g_clear_pointer (&self->sort_key, g_free);
}

guint
_ntm_sheet_sort (NtmSheet *self,
                 int       column,
                 guint     row)
{
  const NtmUnit *unit = row < self->rows->len ? g_array_index (self->rows, NtmSheetRow, row).unit : NULL;

  g_hash_table_remove_all (self->ranks);
  turn_order (self, column < 0 ? g_strdup ("")
                               : _ntm_sheet_dup_column_key (self, &g_array_index (self->columns, NtmSheetColumn, column)));
  _ntm_sheet_build_rows (self);
  ntm_grid_model_changed (NTM_GRID_MODEL (self));
  if (unit != NULL)
    ntm_sheet_find_unit (self, unit->id, &row);
  return row;
}
