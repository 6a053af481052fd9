/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The map: what is painted where, what a click finds, fitting, panning, other days. */

#include "config.h"

#include "fixture.h"

#include <math.h>

#include "ntm-look.h"
#include "ntm-map-picture.h"
#include "ntm-mercator.h"

typedef struct
{
  NtmWindow   *window;
  NtmMapLayer *layer;
  GtkWidget   *map;
} Fixture;

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  g_autofree char *path = fixture_new_file ("map.ntm");

  self->window = fixture_open (path);
  self->layer = ntm_map_page_get_layer (self->window->map_page);
  self->map = ntm_map_page_get_map (self->window->map_page);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  fixture_close (self->window);
}

/* A place well inside a unit, in the widget: by the geometry of the file and libshumate's projection. */
static void
locate (Fixture    *self,
        const char *id,
        double     *x,
        double     *y)
{
  NtmAtlas *atlas = ntm_desk_get_atlas (self->window->desk);
  const NtmBoundary *boundary = ntm_atlas_boundary_at (atlas, ntm_atlas_find_unit (atlas, id), ntm_desk_get_date (self->window->desk));
  NtmPoint at = ntm_geometry_label_point (boundary->shape);
  ShumateViewport *viewport = shumate_map_get_viewport (SHUMATE_MAP (self->map));

  shumate_viewport_location_to_widget_coords (viewport, self->map, at.y, at.x, x, y);
}

/* What we draw with is the projection of libshumate, to a hundredth of a pixel. */
static void
assert_same_projection (Fixture *self,
                        double   longitude,
                        double   latitude)
{
  ShumateViewport *viewport = shumate_map_get_viewport (SHUMATE_MAP (self->map));
  NtmTransform view = ntm_map_layer_get_view (self->layer);
  NtmPoint at = ntm_mercator_from_degrees (longitude, latitude);
  double x, y;

  shumate_viewport_location_to_widget_coords (viewport, self->map, latitude, longitude, &x, &y);
  g_assert_cmpfloat_with_epsilon (at.x * view.scale + view.x, x, 0.01);
  g_assert_cmpfloat_with_epsilon (at.y * view.scale + view.y, y, 0.01);
}

static void
test_pick (Fixture      *self,
           gconstpointer data)
{
  g_autoptr (GPtrArray) units = ntm_desk_dup_units (self->window->desk);
  ShumateViewport *viewport = shumate_map_get_viewport (SHUMATE_MAP (self->map));

  g_assert_cmpuint (units->len, ==, 13);
  g_assert_null (ntm_map_layer_pick (self->layer, 2, 2));
  for (int step = 0; step < 3; step++)
    {
      assert_same_projection (self, 105.1, 17.9);
      assert_same_projection (self, 106.5, 18.8);
      for (guint i = 0; i < units->len; i++)
        {
          const NtmUnit *unit = g_ptr_array_index (units, i);
          double x, y;

          locate (self, unit->id, &x, &y);
          g_assert_cmpstr (ntm_map_layer_pick (self->layer, x, y), ==, unit->id);
        }
      shumate_viewport_set_zoom_level (viewport, shumate_viewport_get_zoom_level (viewport) + 0.37);
    }
}

static void
test_fit (Fixture      *self,
          gconstpointer data)
{
  g_autoptr (GPtrArray) units = ntm_desk_dup_units (self->window->desk);
  int width = gtk_widget_get_width (self->map), height = gtk_widget_get_height (self->map);
  NtmTransform fitted = ntm_map_layer_get_view (self->layer);

  for (guint i = 0; i < units->len; i++)
    {
      double x, y;

      locate (self, ((const NtmUnit *) g_ptr_array_index (units, i))->id, &x, &y);
      g_assert_true (x > 0 && y > 0 && x < width && y < height);
    }
  gtk_widget_activate_action (GTK_WIDGET (self->window->map_page), "map.zoom-in", NULL);
  g_assert_cmpfloat_with_epsilon (ntm_map_layer_get_view (self->layer).scale, fitted.scale * sqrt (2), 1e-6 * fitted.scale);
  gtk_widget_activate_action (GTK_WIDGET (self->window->map_page), "map.fit", NULL);
  fixture_settle (self->window);
  g_assert_cmpfloat_with_epsilon (ntm_map_layer_get_view (self->layer).scale, fitted.scale, 1e-6 * fitted.scale);
  g_assert_cmpfloat_with_epsilon (ntm_map_layer_get_view (self->layer).x, fitted.x, 0.01);
}

static guint32
to_pixel (NtmColor color)
{
  return (guint32) lround (color.r * 255) << 16 | (guint32) lround (color.g * 255) << 8 | (guint32) lround (color.b * 255);
}

static gboolean
is_close (guint32 a,
          guint32 b)
{
  for (int shift = 0; shift < 24; shift += 8)
    if (abs ((int) (a >> shift & 255) - (int) (b >> shift & 255)) > 2)
      return FALSE;
  return TRUE;
}

/* A place in the unit that no name covers: from the middle towards an edge. */
static guint32
pixel_of (Fixture    *self,
          const char *id,
          double      dx,
          double      dy)
{
  double x, y;

  locate (self, id, &x, &y);
  g_assert_cmpstr (ntm_map_layer_pick (self->layer, x + dx, y + dy), ==, id);
  return fixture_get_pixel (self->map, (int) round (x + dx), (int) round (y + dy));
}

static void
assert_colour (Fixture    *self,
               const char *id,
               double      alpha)
{
  NtmStanding standing = ntm_desk_get_standing (self->window->desk, ntm_atlas_find_unit (ntm_desk_get_atlas (self->window->desk), id));
  const NtmColor *sea = ntm_palette_get_color (ntm_look_get_palette (), NTM_ROLE_SEA);
  NtmColor wanted = ntm_palette_get_mark (ntm_look_get_palette (), (NtmMark) standing.status)->fill;
  guint32 found = pixel_of (self, id, 0, 30);

  wanted = ntm_color_mix (sea, &wanted, alpha);
  if (!is_close (found, to_pixel (wanted)))
    g_error ("%s is #%06x and not #%06x", id, found, to_pixel (wanted));
}

static void
test_colours (Fixture      *self,
              gconstpointer data)
{
  assert_colour (self, "444-0", 1);
  assert_colour (self, "439-0", 1);
  assert_colour (self, "446-0", 1);
  fixture_save_picture (self->map, "map.png");
  /* Hương Sơn was signed on 27/4/2022. */
  fixture_act (self->window, "win.set-date", "2022-04-26");
  g_assert_true (is_close (pixel_of (self, "439-0", 0, 30), to_pixel (ntm_palette_get_mark (ntm_look_get_palette (), NTM_MARK_NOT_YET)->fill)));
  fixture_act (self->window, "win.set-date", "2022-04-27");
  g_assert_true (is_close (pixel_of (self, "439-0", 0, 30), to_pixel (ntm_palette_get_mark (ntm_look_get_palette (), NTM_MARK_STANDARD)->fill)));
}

static void
test_filter (Fixture      *self,
             gconstpointer data)
{
  ntm_legend_card_click (ntm_map_page_get_legend (self->window->map_page), NTM_MARK_NOT_YET, FALSE);
  fixture_settle (self->window);
  assert_colour (self, "444-0", 1);
  assert_colour (self, "439-0", 0.35);
  fixture_save_picture (self->map, "map-filter.png");
}

/* What is on the screen after a pan is what painting there at once would have given. */
static void
test_pan (Fixture      *self,
          gconstpointer data)
{
  ShumateLocation *location = SHUMATE_LOCATION (shumate_map_get_viewport (SHUMATE_MAP (self->map)));

  for (int i = 0; i < 20; i++)
    {
      shumate_location_set_location (location, shumate_location_get_latitude (location) - 0.02,
                                     shumate_location_get_longitude (location) - 0.03);
      fixture_spin (10);
    }
  fixture_settle (self->window);
  assert_colour (self, "444-0", 1);
  assert_colour (self, "439-0", 1);
}

/* At a rounded offset the picture is the same as one painted for the view, pixel by pixel. */
static void
test_blit (Fixture      *self,
           gconstpointer data)
{
  static const NtmPoint square[] = { { 105, 18 }, { 106, 18 }, { 106, 19 }, { 105, 19 } };
  static const guint start[] = { 0, 4 };
  static const guint part[] = { 0 };
  g_autoptr (NtmGeometry) geometry = ntm_geometry_new (square, start, part, 1);
  const char *keys[] = { "a" };
  const NtmGeometry *geometries[] = { geometry };
  g_autoptr (NtmShapes) shapes = ntm_shapes_new (keys, geometries, 1);
  NtmPaint paint = { .kind = NTM_PAINT_MARK, .mark = NTM_MARK_STANDARD };
  g_autoptr (NtmMapJob) job = ntm_map_job_new (shapes, &paint, ntm_look_get_palette ());
  NtmBox extent = ntm_shapes_get_extent (shapes);
  g_autoptr (NtmMapPicture) picture = NULL;
  NtmTransform view;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 100, 100);
  cairo_t *cr = cairo_create (surface);
  const guint32 *inside, *outside;

  job->width = job->height = 150;
  job->transform = ntm_shapes_fit (&extent, 50, 50, 50, 50);
  picture = ntm_map_job_paint (job);
  view = (NtmTransform) { job->transform.scale, job->transform.x - 25.3, job->transform.y - 25.3 };
  g_assert_true (ntm_map_picture_covers (picture, &view, 100, 100, 20));
  g_assert_false (ntm_map_picture_covers (picture, &view, 100, 100, 30));
  ntm_map_picture_blit (picture, cr, &view, 1);
  cairo_surface_flush (surface);
  inside = (const guint32 *) (const void *) (cairo_image_surface_get_data (surface) + 50 * cairo_image_surface_get_stride (surface)) + 50;
  outside = (const guint32 *) (const void *) (cairo_image_surface_get_data (surface) + 5 * cairo_image_surface_get_stride (surface)) + 5;
  g_assert_cmphex (*inside & 0xffffff, ==, 0x63ae9e);
  g_assert_cmphex (*outside, ==, 0);
  view.scale *= 1.01;
  g_assert_false (ntm_map_picture_covers (picture, &view, 10, 10, 0));
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
test_neighbours (Fixture      *self,
                 gconstpointer data)
{
  /* Hương Khê: Vũ Quang in the north-west, Cẩm Xuyên in the east. */
  g_assert_cmpstr (ntm_map_layer_neighbour (self->layer, "444-0", NTM_TOWARDS_RIGHT), ==, "446-0");
  g_assert_nonnull (ntm_map_layer_neighbour (self->layer, NULL, NTM_TOWARDS_UP));
  g_assert_nonnull (ntm_map_layer_neighbour (self->layer, "no such unit", NTM_TOWARDS_UP));
}

/* Districts end on 1/7/2025: communes are shown, or the page says why nothing is. */
static void
test_other_days (Fixture      *self,
                 gconstpointer data)
{
  static const char * const days[] = { "2015-04-11", "2019-12-31", "2024-12-31", "2025-01-01", "2025-06-30", "2025-07-01" };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *name = g_strdup_printf ("map-%s.png", days[i]);
      NtmDesk *desk = self->window->desk;
      gboolean drawable;

      fixture_act (self->window, "win.set-date", days[i]);
      drawable = ntm_atlas_has_boundaries (ntm_desk_get_atlas (desk), ntm_desk_get_level (desk), ntm_desk_get_date (desk));
      g_assert_cmpint (ntm_map_page_get_message (self->window->map_page) == NULL, ==, drawable);
      fixture_save_picture (self->map, name);
    }
}

/* Before any unit's time, and long after: a sentence, no crash. */
static void
test_no_units (Fixture      *self,
               gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  if (!ntm_desk_set_date (self->window->desk, ntm_date_new (1950, 1, 1), &error))
    {
      g_test_message ("refused: %s", error->message);
      return;
    }
  fixture_settle (self->window);
  fixture_act (self->window, "win.undo", NULL);
  g_assert_null (ntm_map_page_get_message (self->window->map_page));
}

int
main (int   argc,
      char *argv[])
{
  fixture_init (&argc, &argv);
#define ADD(path, function) g_test_add ("/app/map/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("pick", test_pick);
  ADD ("fit", test_fit);
  ADD ("colours", test_colours);
  ADD ("filter", test_filter);
  ADD ("pan", test_pan);
  ADD ("blit", test_blit);
  ADD ("neighbours", test_neighbours);
  ADD ("other-days", test_other_days);
  ADD ("no-units", test_no_units);
#undef ADD
  return fixture_run ();
}
