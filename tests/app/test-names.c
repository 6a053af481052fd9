/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names on the map: none over another, inside means inside, outside means tied and at sea. */

#include "config.h"

#include "fixture.h"

#include "ntm-look.h"
#include "ntm-map-names.h"
#include "ntm-map-view.h"

#define FIT_1366 150000.0   /* about the scale at which the province fits a small window */

static NtmMapSpec *
new_spec (NtmStore   *store,
          const char *day)
{
  NtmAtlas *atlas = ntm_store_get_atlas (store);
  NtmViewContext context = { .atlas = atlas, .lang = NTM_LANG_VI, .basis = NTM_BASIS_SIGNED };
  NtmMapQuestion question = { .level = NTM_LEVEL_DISTRICT };
  g_autoptr (GError) error = NULL;
  NtmMapSpec *spec;

  g_assert_true (ntm_date_parse (day, &context.at, &error));
  spec = ntm_map_view_new (&context, &question, &error);
  g_assert_no_error (error);
  return spec;
}

static void
assert_apart (NtmMapNames *names,
              NtmMapSpec  *spec)
{
  for (guint i = 0; i < spec->items->len; i++)
    for (guint k = i + 1; k < spec->items->len; k++)
      {
        const NtmMapItem *first = g_ptr_array_index (spec->items, i), *second = g_ptr_array_index (spec->items, k);
        NtmBox a, b;

        if (!ntm_map_names_get_box (names, first->key, &a) || !ntm_map_names_get_box (names, second->key, &b))
          continue;
        if (ntm_box_overlaps (&a, &b))
          g_error ("%s lies over %s", first->label, second->label);
      }
}

/* Either on its own unit, or off every unit. */
static void
assert_on_own (NtmMapNames *names,
               NtmMapSpec  *spec,
               double       scale)
{
  for (guint i = 0; i < spec->items->len; i++)
    {
      const NtmMapItem *item = g_ptr_array_index (spec->items, i);
      NtmBox box;
      guint found;

      if (!ntm_map_names_get_box (names, item->key, &box))
        continue;
      found = ntm_shapes_pick (spec->shapes, (box.x_min + box.x_max) / 2 / scale, (box.y_min + box.y_max) / 2 / scale);
      g_assert_true (found == item->shape || found == NTM_SHAPES_NONE);
    }
}

static void
test_places (void)
{
  static const double scales[] = { 20000, 70000, FIT_1366, 180000, 320000, 1000000 };
  g_autofree char *path = fixture_new_file ("names.ntm");
  g_autoptr (NtmStore) store = ntm_store_open (path, NTM_STORE_WRITE, NULL);
  g_autoptr (NtmMapSpec) spec = new_spec (store, "2023-12-31");
  g_autoptr (NtmDrawStyle) style = ntm_draw_style_new (NTM_STYLE_LIGHT, NTM_MEDIUM_DESK, NTM_LANG_VI);
  g_autoptr (NtmMapNames) names = ntm_map_names_new (spec, style);

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      gint64 start = g_get_monotonic_time ();

      ntm_map_names_place (names, scales[i]);
      g_test_message ("scale %g: %u of 13 in %.1f ms", scales[i], ntm_map_names_get_n_placed (names),
                      (g_get_monotonic_time () - start) / 1e3);
      assert_apart (names, spec);
      assert_on_own (names, spec, scales[i]);
      if (scales[i] >= FIT_1366)
        g_assert_cmpuint (ntm_map_names_get_n_placed (names), ==, 13);
    }
}

/* Two Kỳ Anh on one map: both say which. */
static void
test_same_names (void)
{
  g_autofree char *path = fixture_new_file ("names.ntm");
  g_autoptr (NtmStore) store = ntm_store_open (path, NTM_STORE_WRITE, NULL);
  g_autoptr (NtmMapSpec) spec = new_spec (store, "2023-12-31");
  guint found = 0;

  for (guint i = 0; i < spec->items->len; i++)
    {
      const NtmMapItem *item = g_ptr_array_index (spec->items, i);
      found += g_str_equal (item->label, "H. Kỳ Anh") + g_str_equal (item->label, "TX. Kỳ Anh");
      g_assert_cmpstr (item->label, !=, "Kỳ Anh");
    }
  g_assert_cmpuint (found, ==, 2);
}

int
main (int   argc,
      char *argv[])
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/app/names/places", test_places);
  g_test_add_func ("/app/names/same-names", test_same_names);
  return fixture_run ();
}
