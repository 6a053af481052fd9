/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Rows of the list of units and the lists made of them. A province has some 230 units, so lists are made
 * anew rather than patched.
 */

#include "config.h"

#include "ntm-unit-item.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ntm-text.h"
#include "ntm-view-words.h"

struct _NtmUnitItem
{
  GObject parent_instance;

  char     *id;
  char     *name;
  char     *detail;     /* number of units in it, or where it lies; may be "" */
  char     *sort_key;   /* of its short name */
  int       type_rank;  /* towns before districts, townships before communes */
  NtmLevel  level;
  NtmStatus status;
  gboolean  uncertain;
};

G_DEFINE_FINAL_TYPE (NtmUnitItem, ntm_unit_item, G_TYPE_OBJECT)

static void
ntm_unit_item_finalize (GObject *object)
{
  NtmUnitItem *self = NTM_UNIT_ITEM (object);

  g_free (self->id);
  g_free (self->name);
  g_free (self->detail);
  g_free (self->sort_key);
  G_OBJECT_CLASS (ntm_unit_item_parent_class)->finalize (object);
}

static void
ntm_unit_item_class_init (NtmUnitItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ntm_unit_item_finalize;
}

static void
ntm_unit_item_init (NtmUnitItem *self)
{
}

static int
rank_type (const char *type)
{
  static const char * const order[] = { "tỉnh", "thành phố", "thị xã", "huyện", "phường", "thị trấn", "xã", "thôn" };

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if (g_str_equal (order[i], type))
      return i;
  return G_N_ELEMENTS (order);
}

static char *
describe_children (NtmDesk       *desk,
                   const NtmUnit *unit)
{
  g_autoptr (GPtrArray) children = ntm_atlas_children (ntm_desk_get_atlas (desk), unit, ntm_desk_get_date (desk));

  return children->len == 0 ? g_strdup ("") : g_strdup_printf ("%u", children->len);
}

static char *
describe_parent (NtmDesk            *desk,
                 const NtmUnitState *state)
{
  NtmViewContext context = ntm_desk_get_context (desk);

  if (state == NULL || state->parent_unit == NULL || state->parent_unit->level == NTM_LEVEL_PROVINCE)
    return g_strdup ("");
  return ntm_view_unit_name (&context, state->parent_unit);
}

/**
 * ntm_unit_item_new:
 * @desk: a desk with a file
 * @unit: a unit alive on the reference date
 * @with_parent: whether the row says where the unit lies instead of how many units it has
 *
 * Returns: (transfer full): a row for @unit
 */
NtmUnitItem *
ntm_unit_item_new (NtmDesk       *desk,
                   const NtmUnit *unit,
                   gboolean       with_parent)
{
  NtmUnitItem *self = g_object_new (NTM_TYPE_UNIT_ITEM, NULL);
  NtmViewContext context = ntm_desk_get_context (desk);
  const NtmUnitState *state = ntm_unit_state_at (unit, context.at);
  NtmStanding standing = ntm_desk_get_standing (desk, unit);

  self->id = g_strdup (unit->id);
  self->name = ntm_view_unit_name (&context, unit);
  self->detail = with_parent ? describe_parent (desk, state) : describe_children (desk, unit);
  self->sort_key = ntm_text_sort_key (state == NULL ? unit->code : state->short_name);
  self->type_rank = rank_type (state == NULL ? "" : state->type);
  self->level = unit->level;
  self->status = standing.status;
  self->uncertain = standing.uncertain;
  return self;
}

/**
 * ntm_unit_item_get_id:
 * @self: a row
 *
 * Returns: the id of its unit
 */
const char *
ntm_unit_item_get_id (NtmUnitItem *self)
{
  return self->id;
}

/**
 * ntm_unit_item_get_name:
 * @self: a row
 *
 * Returns: the full name of its unit
 */
const char *
ntm_unit_item_get_name (NtmUnitItem *self)
{
  return self->name;
}

/**
 * ntm_unit_item_get_detail:
 * @self: a row
 *
 * Returns: the number of units in it, or where it lies; may be empty
 */
const char *
ntm_unit_item_get_detail (NtmUnitItem *self)
{
  return self->detail;
}

/**
 * ntm_unit_item_get_status:
 * @self: a row
 *
 * Returns: what its unit is
 */
NtmStatus
ntm_unit_item_get_status (NtmUnitItem *self)
{
  return self->status;
}

/**
 * ntm_unit_item_is_uncertain:
 * @self: a row
 *
 * Returns: whether the status rests on something still to be checked
 */
gboolean
ntm_unit_item_is_uncertain (NtmUnitItem *self)
{
  return self->uncertain;
}

/**
 * ntm_unit_item_get_level:
 * @self: a row
 *
 * Returns: the level of its unit
 */
NtmLevel
ntm_unit_item_get_level (NtmUnitItem *self)
{
  return self->level;
}

/**
 * ntm_unit_item_compare:
 * @a: a row
 * @b: a row
 *
 * Returns: the order of two rows: larger units first, towns before districts, then by name in
 *   Vietnamese order
 */
int
ntm_unit_item_compare (NtmUnitItem *a,
                       NtmUnitItem *b)
{
  if (a->level != b->level)
    return (int) a->level - (int) b->level;
  if (a->type_rank != b->type_rank)
    return a->type_rank - b->type_rank;
  return strcmp (a->sort_key, b->sort_key);
}

static int
compare_cb (gconstpointer a,
            gconstpointer b,
            gpointer      user_data)
{
  return ntm_unit_item_compare ((NtmUnitItem *) a, (NtmUnitItem *) b);
}

static void
take_unit (GListStore    *store,
           NtmDesk       *desk,
           const NtmUnit *unit,
           gboolean       with_parent)
{
  g_autoptr (NtmUnitItem) item = ntm_unit_item_new (desk, unit, with_parent);

  g_list_store_append (store, item);
}

/**
 * ntm_unit_items_new_children:
 * @desk: a desk
 * @parent: (nullable): id of a unit, %NULL for the province itself
 *
 * Returns: (transfer full) (element-type NtmUnitItem): the units in @parent on the reference date, in
 *   order
 */
GListModel *
ntm_unit_items_new_children (NtmDesk    *desk,
                             const char *parent)
{
  GListStore *store = g_list_store_new (NTM_TYPE_UNIT_ITEM);
  NtmAtlas *atlas = ntm_desk_get_atlas (desk);
  g_autoptr (GPtrArray) units = NULL;
  const NtmUnit *unit;

  if (atlas == NULL)
    return G_LIST_MODEL (store);
  unit = parent == NULL ? ntm_atlas_province (atlas, ntm_desk_get_date (desk)) : ntm_atlas_find_unit (atlas, parent);
  if (parent == NULL && unit != NULL)
    take_unit (store, desk, unit, FALSE);
  if (parent == NULL || unit == NULL)
    return G_LIST_MODEL (store);
  units = ntm_atlas_children (atlas, unit, ntm_desk_get_date (desk));
  for (guint i = 0; i < units->len; i++)
    take_unit (store, desk, g_ptr_array_index (units, i), FALSE);
  g_list_store_sort (store, compare_cb, NULL);
  return G_LIST_MODEL (store);
}

static void
find_at_level (GListStore *store,
               NtmDesk    *desk,
               const char *needle,
               NtmLevel    level)
{
  NtmDate at = ntm_desk_get_date (desk);
  g_autoptr (GPtrArray) units = ntm_atlas_units_at (ntm_desk_get_atlas (desk), level, at);

  for (guint i = 0; i < units->len; i++)
    {
      const NtmUnit *unit = g_ptr_array_index (units, i);
      const NtmUnitState *state = ntm_unit_state_at (unit, at);

      if (state != NULL && (ntm_text_matches (state->folded, needle) || g_str_has_prefix (unit->code, needle)))
        take_unit (store, desk, unit, TRUE);
    }
}

/**
 * ntm_unit_items_new_found:
 * @desk: a desk
 * @needle: what was typed: a part of a name, with or without accents, or the start of a code
 *
 * Returns: (transfer full) (element-type NtmUnitItem): the units found on the reference date, larger
 *   ones first
 */
GListModel *
ntm_unit_items_new_found (NtmDesk    *desk,
                          const char *needle)
{
  GListStore *store = g_list_store_new (NTM_TYPE_UNIT_ITEM);
  g_autofree char *folded = ntm_text_fold (needle);

  if (ntm_desk_get_atlas (desk) == NULL)
    return G_LIST_MODEL (store);
  for (NtmLevel level = NTM_LEVEL_PROVINCE; level <= NTM_LEVEL_COMMUNE; level++)
    find_at_level (store, desk, folded, level);
  g_list_store_sort (store, compare_cb, NULL);
  return G_LIST_MODEL (store);
}

/**
 * ntm_unit_items_new_chosen:
 * @desk: a desk
 * @test: which to list
 *
 * Returns: (transfer full) (element-type NtmUnitItem): the units of the level below the province that pass
 */
GListModel *
ntm_unit_items_new_chosen (NtmDesk    *desk,
                           NtmUnitTest test)
{
  GListStore *store = g_list_store_new (NTM_TYPE_UNIT_ITEM);
  g_autoptr (GPtrArray) units = ntm_desk_dup_units (desk);

  for (guint i = 0; i < units->len; i++)
    {
      g_autoptr (NtmUnitItem) item = ntm_unit_item_new (desk, g_ptr_array_index (units, i), FALSE);

      if (test (item))
        g_list_store_append (store, item);
    }
  g_list_store_sort (store, compare_cb, NULL);
  return G_LIST_MODEL (store);
}
