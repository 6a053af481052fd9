/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Names of statuses, units, days and periods as people read them. Names of units are never translated,
 * only their type is.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ntm-text.h"
#include "ntm-view-words.h"

/**
 * ntm_view_context_new:
 * @atlas: the Atlas; not owned
 * @lang: the language
 *
 * Returns: a context at the file's reference date, by the day titles were signed
 */
NtmViewContext
ntm_view_context_new (NtmAtlas *atlas, NtmLang lang)
{
  return (NtmViewContext) {
    .atlas = atlas,
    .lang = lang,
    .at = ntm_atlas_reference_date (atlas),
    .basis = NTM_BASIS_SIGNED,
  };
}

/**
 * ntm_view_status_name:
 * @status: a status
 *
 * Returns: its name in legends and tables
 */
const char *
ntm_view_status_name (NtmStatus status)
{
  switch (status)
    {
    case NTM_STATUS_NOT_YET:
      return _("Not yet NTM");
    case NTM_STATUS_STANDARD:
      return _("NTM standard");
    case NTM_STATUS_ADVANCED:
      return _("Advanced NTM");
    case NTM_STATUS_MODEL:
      return _("Model NTM");
    case NTM_STATUS_SMART:
      return _("Smart NTM");
    case NTM_STATUS_COMPLETED:
      return _("NTM task completed");
    case NTM_STATUS_URBAN:
      return _("Civilised urban area");
    case NTM_STATUS_NO_DECISION:
      return _("No decision in the file");
    case NTM_STATUS_NOT_APPLICABLE:
    case NTM_N_STATUSES:
    default:
      return _("Not applicable");
    }
}

/**
 * ntm_view_basis_name:
 * @basis: a basis
 *
 * Returns: its name, for "counted by …"
 */
const char *
ntm_view_basis_name (NtmBasis basis)
{
  return basis == NTM_BASIS_YEAR ? C_("basis of titles", "year of recognition") : C_("basis of titles", "day signed");
}

/**
 * ntm_view_no_data:
 *
 * Returns: the words for a figure that is missing
 */
const char *
ntm_view_no_data (void)
{
  return _("no data");
}

/**
 * ntm_view_gap_name:
 * @state: why there is no figure
 *
 * Returns: the words for it, so that missing, not applicable and not verified never read the same
 */
const char *
ntm_view_gap_name (NtmState state)
{
  switch (state)
    {
    case NTM_STATE_NOT_APPLICABLE:
      return _("not applicable");
    case NTM_STATE_NOT_VERIFIED:
      return _("not verified");
    case NTM_STATE_NO_DATA:
    case NTM_STATE_VALUE:
    default:
      return ntm_view_no_data ();
    }
}

/**
 * ntm_view_sample_note:
 * @ctx: the context
 *
 * Returns: (transfer full) (nullable): the mark that every picture of generated data bears, %NULL where
 *   the file holds real ones
 */
char *
ntm_view_sample_note (const NtmViewContext *ctx)
{
  return ntm_atlas_is_sample (ctx->atlas) ? g_strdup (_("sample data")) : NULL;
}

static const NtmUnitState *
state_of (const NtmViewContext *ctx, const NtmUnit *unit)
{
  const NtmUnitState *state = ntm_unit_state_at (unit, ctx->at);

  return state ? state : ntm_unit_last_state (unit);
}

/**
 * ntm_view_unit_type_name:
 * @state: a state of a unit
 *
 * Returns: (transfer full): its type in the language of the process
 */
char *
ntm_view_unit_type_name (const NtmUnitState *state)
{
  static const struct { const char *type, *name; } names[] = {
    { "tỉnh", N_("province") }, { "huyện", N_("district") }, { "thị xã", N_("town") },
    { "thành phố", N_("city") }, { "xã", N_("commune") }, { "phường", N_("ward") },
    { "thị trấn", N_("township") }, { "thôn", N_("village") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i].type, state->type))
      return g_strdup (_(names[i].name));
  return g_strdup (state->type);
}

/**
 * ntm_view_unit_name:
 * @ctx: the context
 * @unit: a unit
 *
 * Returns: (transfer full): its full name with type at the context's day, or the last one it had:
 *   "Huyện Kỳ Anh", in English "Kỳ Anh district"
 */
char *
ntm_view_unit_name (const NtmViewContext *ctx, const NtmUnit *unit)
{
  const NtmUnitState *state = state_of (ctx, unit);
  g_autofree char *type = NULL;

  if (!state)
    return g_strdup (unit->code);
  if (ctx->lang == NTM_LANG_VI)
    return g_strdup (state->name);
  type = ntm_view_unit_type_name (state);
  return g_strdup_printf ("%s %s", state->short_name, type);
}

/**
 * ntm_view_shared_names:
 * @ctx: the context
 * @units: (element-type NtmUnit): the units of a picture
 *
 * Finds the bare names that more than one unit of a picture bears, such as Kỳ Anh.
 *
 * Returns: (transfer full) (element-type utf8): a set of short names, owned by the Atlas
 */
GHashTable *
ntm_view_shared_names (const NtmViewContext *ctx, const GPtrArray *units)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTable *shared = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < units->len; i++)
    {
      const NtmUnitState *state = state_of (ctx, g_ptr_array_index (units, i));

      if (state && !g_hash_table_add (seen, state->short_name))
        g_hash_table_add (shared, state->short_name);
    }
  return shared;
}

/* The abbreviation of a type before a name; @always: even where the bare name would do. */
static const char *
find_prefix (const char *type, gboolean *always)
{
  static const struct { const char *type, *prefix; gboolean always; } prefixes[] = {
    { "huyện", "H.", FALSE }, { "thị xã", "TX.", TRUE }, { "thành phố", "TP.", TRUE },
    { "xã", "X.", FALSE }, { "phường", "P.", TRUE }, { "thị trấn", "TT.", TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (g_str_equal (prefixes[i].type, type))
      {
        *always = prefixes[i].always;
        return prefixes[i].prefix;
      }
  return NULL;
}

/**
 * ntm_view_unit_map_label:
 * @ctx: the context
 * @unit: a unit
 * @shared: (element-type utf8): names that need their type, of ntm_view_shared_names()
 *
 * Returns: (transfer full): its name on a map: bare where that is clear, else "H. Kỳ Anh"; "TX.", "TP.",
 *   "P.", "TT." always
 */
char *
ntm_view_unit_map_label (const NtmViewContext *ctx, const NtmUnit *unit, GHashTable *shared)
{
  const NtmUnitState *state = state_of (ctx, unit);
  gboolean always = FALSE;
  const char *prefix;

  if (!state)
    return g_strdup (unit->code);
  prefix = find_prefix (state->type, &always);
  if (prefix && (always || g_hash_table_contains (shared, state->short_name)))
    return g_strdup_printf ("%s %s", prefix, state->short_name);
  return g_strdup (state->short_name);
}

static gboolean
has_type (const NtmViewContext *ctx, const GPtrArray *units, const char *type)
{
  for (guint i = 0; i < units->len; i++)
    {
      const NtmUnitState *state = state_of (ctx, g_ptr_array_index (units, i));

      if (state && g_str_equal (state->type, type))
        return TRUE;
    }
  return FALSE;
}

static char *
count_communes (const NtmViewContext *ctx, const GPtrArray *units)
{
  gboolean communes = has_type (ctx, units, "xã");
  gboolean wards = has_type (ctx, units, "phường");
  gboolean townships = has_type (ctx, units, "thị trấn");
  guint n = units->len;

  if (communes && wards && townships)
    return g_strdup_printf (ngettext ("%u commune, ward or township", "%u communes, wards and townships", n), n);
  if (communes && townships)
    return g_strdup_printf (ngettext ("%u commune or township", "%u communes and townships", n), n);
  if (communes && wards)
    return g_strdup_printf (ngettext ("%u commune or ward", "%u communes and wards", n), n);
  if (communes)
    return g_strdup_printf (ngettext ("%u commune", "%u communes", n), n);
  return g_strdup_printf (ngettext ("%u ward or township", "%u wards and townships", n), n);
}

/**
 * ntm_view_count_units:
 * @ctx: the context
 * @units: (element-type NtmUnit): units of one level
 *
 * Returns: (transfer full): their number and types: "13 districts, towns and cities"
 */
char *
ntm_view_count_units (const NtmViewContext *ctx, const GPtrArray *units)
{
  guint n = units->len;
  NtmLevel level = n ? ((const NtmUnit *) g_ptr_array_index (units, 0))->level : NTM_LEVEL_VILLAGE;

  if (level == NTM_LEVEL_PROVINCE)
    return g_strdup_printf (ngettext ("%u province", "%u provinces", n), n);
  if (level == NTM_LEVEL_COMMUNE)
    return count_communes (ctx, units);
  if (level == NTM_LEVEL_DISTRICT && !has_type (ctx, units, "thị xã") && !has_type (ctx, units, "thành phố"))
    return g_strdup_printf (ngettext ("%u district", "%u districts", n), n);
  if (level == NTM_LEVEL_DISTRICT)
    return g_strdup_printf (ngettext ("%u district, town or city", "%u districts, towns and cities", n), n);
  return g_strdup_printf (ngettext ("%u unit", "%u units", n), n);
}

static gboolean
is_below (const NtmUnit *unit, const char *parent, NtmDate at)
{
  const NtmUnitState *state = ntm_unit_state_at (unit, at);

  /* Four levels; the limit guards against a parent that leads back to itself. */
  for (int depth = 0; state && state->parent_unit && depth < NTM_N_LEVELS; depth++)
    {
      if (g_str_equal (state->parent_unit->id, parent))
        return TRUE;
      state = ntm_unit_state_at (state->parent_unit, at);
    }
  return FALSE;
}

static void
set_level_missing (GError **error, const NtmViewContext *ctx, NtmLevel level, const char *day)
{
  if (ntm_atlas_records (ctx->atlas, NTM_TABLE_UNIT)->len == 0)
    g_set_error (error, NTM_ERROR, NTM_ERROR_NOT_FOUND,
                 _("This file has no units yet. Open another file, or make a new one with the built-in data."));
  else if (level == NTM_LEVEL_DISTRICT)
    g_set_error (error, NTM_ERROR, NTM_ERROR_NOT_FOUND,
                 _("There are no districts on %s. Show the communes instead."), day);
  else if (level == NTM_LEVEL_COMMUNE)
    g_set_error (error, NTM_ERROR, NTM_ERROR_NOT_FOUND,
                 _("There are no communes on %s. Choose another day."), day);
  else
    g_set_error (error, NTM_ERROR, NTM_ERROR_NOT_FOUND,
                 _("There are no units of this level on %s. Choose another level."), day);
}

/**
 * ntm_view_units:
 * @ctx: the context
 * @level: a level
 * @parent: (nullable): id of a unit; only those below it, at any depth
 * @error: return location for a #GError
 *
 * Finds the units of a picture at the context's day.
 *
 * Returns: (transfer container) (element-type NtmUnit) (nullable): at least one unit, in the order of
 *   the Atlas; %NULL with %NTM_ERROR_NOT_FOUND and a sentence that says what to show instead
 */
GPtrArray *
ntm_view_units (const NtmViewContext *ctx, NtmLevel level, const char *parent, GError **error)
{
  g_autoptr (GPtrArray) units = ntm_atlas_units_at (ctx->atlas, level, ctx->at);
  g_autofree char *day = ntm_date_format (ctx->at, ctx->lang);

  if (parent && !ntm_atlas_find_unit (ctx->atlas, parent))
    {
      g_set_error (error, NTM_ERROR, NTM_ERROR_NOT_FOUND, _("There is no unit “%s” in the file."), parent);
      return NULL;
    }
  for (guint i = units->len; parent && i-- > 0;)
    if (!is_below (g_ptr_array_index (units, i), parent, ctx->at))
      g_ptr_array_remove_index (units, i);
  if (units->len == 0)
    {
      set_level_missing (error, ctx, level, day);
      return NULL;
    }
  return g_steal_pointer (&units);
}

/**
 * ntm_view_date_words:
 * @ctx: the context
 * @date: a day
 *
 * Returns: (transfer full): "end of 2023" on the last day of a year, else the day
 */
char *
ntm_view_date_words (const NtmViewContext *ctx, NtmDate date)
{
  int year, month, day;

  ntm_date_split (date, &year, &month, &day);
  if (month == 12 && day == 31)
    return g_strdup_printf (_("end of %d"), year);
  return ntm_date_format (date, ctx->lang);
}

/**
 * ntm_view_part_date:
 * @ctx: the context
 * @text: an ISO day, month or year, or ""
 *
 * Returns: (transfer full): it for people, as exact as it is known: "10/12/2018", "12/2019", "2019"
 */
char *
ntm_view_part_date (const NtmViewContext *ctx, const char *text)
{
  NtmPeriod period;

  if (!*text || !ntm_period_parse (text, &period, NULL))
    return g_strdup (text);
  return ntm_period_format (&period, ctx->lang);
}

/**
 * ntm_view_period_words:
 * @ctx: the context
 * @indicator: the indicator observed
 * @period: a period
 *
 * Returns: (transfer full): "end of 2023" for a stock of a year, else the period
 */
char *
ntm_view_period_words (const NtmViewContext *ctx, const NtmIndicator *indicator, const NtmPeriod *period)
{
  if (period->kind == NTM_PERIOD_YEAR && !indicator->is_flow)
    return g_strdup_printf (_("end of %d"), ntm_date_year (period->days.from));
  return ntm_period_format (period, ctx->lang);
}
