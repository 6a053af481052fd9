/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The years below the map: what the bars count, the lines, the slider, playing, and whose date it is. */

#include "config.h"

#include "fixture.h"

typedef struct
{
  NtmWindow    *window;
  NtmDesk      *desk;
  NtmMapPage   *page;
  NtmYearStrip *strip;
} Fixture;

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  g_autofree char *path = fixture_new_file ("map-years.ntm");

  self->window = fixture_open (path);
  self->desk = self->window->desk;
  self->page = self->window->map_page;
  self->strip = ntm_map_page_get_strip (self->page);
  fixture_act (self->window, "win.set-date", "2024-02-21");
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  fixture_close (self->window);
}

static void
wait_until_counted (Fixture *self)
{
  gint64 end = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;

  while (!ntm_year_strip_get_counts (self->strip, ntm_year_strip_get_last (self->strip))->is_counted)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, FALSE);
    }
}

/* By a way of its own: unit by unit, day by day. */
static guint
count_at (Fixture  *self,
          NtmLevel  level,
          int       year,
          NtmStatus status)
{
  NtmAtlas *atlas = ntm_desk_get_atlas (self->desk);
  g_autoptr (GPtrArray) units = ntm_atlas_units_at (atlas, level, ntm_date_new (year, 12, 31));
  guint n = 0;

  for (guint i = 0; i < units->len; i++)
    n += ntm_atlas_standing (atlas, g_ptr_array_index (units, i), ntm_date_new (year, 12, 31), ntm_desk_get_basis (self->desk)).status == status;
  return n;
}

static void
test_counts (Fixture      *self,
             gconstpointer data)
{
  wait_until_counted (self);
  g_assert_cmpint (ntm_year_strip_get_first (self->strip), ==, 2015);
  g_assert_cmpint (ntm_year_strip_get_last (self->strip), ==, 2025);
  for (int year = 2015; year <= 2025; year++)
    {
      const NtmYearCounts *counts = ntm_year_strip_get_counts (self->strip, year);
      NtmLevel level = year < 2025 ? NTM_LEVEL_DISTRICT : NTM_LEVEL_COMMUNE;

      g_assert_cmpuint (counts->n_units, ==, year < 2025 ? 13 : 69);
      for (guint status = 0; status < NTM_N_STATUSES; status++)
        g_assert_cmpuint (counts->parts[status], ==, count_at (self, level, year, status));
    }
  /* Nghi Xuân was signed on 10/12/2018 and was the first. */
  g_assert_cmpuint (ntm_year_strip_get_counts (self->strip, 2017)->parts[NTM_MARK_STANDARD], ==, 0);
  g_assert_cmpuint (ntm_year_strip_get_counts (self->strip, 2018)->parts[NTM_MARK_STANDARD], ==, 1);
}

/* At the end of 2018 one district was recognised, counted by the day of signing; the rest of the window stays. */
static void
test_2018 (Fixture      *self,
           gconstpointer data)
{
  NtmLegendCard *legend = ntm_map_page_get_legend (self->page);

  g_assert_cmpint (ntm_desk_get_basis (self->desk), ==, NTM_BASIS_SIGNED);
  ntm_map_page_show_year (self->page, 2018);
  fixture_settle (self->window);
  g_assert_cmpstr (ntm_legend_card_get_count (legend, NTM_MARK_STANDARD), ==, "1");
  g_assert_cmpint (ntm_map_page_get_date (self->page), ==, ntm_date_new (2018, 12, 31));
  g_assert_cmpint (ntm_desk_get_date (self->desk), ==, ntm_date_new (2024, 2, 21));
  fixture_save_picture (GTK_WIDGET (self->window), "years-2018.png");
}

static void
test_lines (Fixture      *self,
            gconstpointer data)
{
  const GArray *marks = ntm_year_strip_get_marks (self->strip);

  g_assert_cmpuint (marks->len, ==, 2);
  g_assert_cmpint (g_array_index (marks, NtmYearMark, 0).date, ==, ntm_date_new (2025, 1, 1));
  g_assert_cmpint (g_array_index (marks, NtmYearMark, 1).date, ==, ntm_date_new (2025, 7, 1));
  g_assert_nonnull (strstr (g_array_index (marks, NtmYearMark, 0).text, "12"));
  g_assert_nonnull (strstr (g_array_index (marks, NtmYearMark, 1).text, "69"));
  /* Communes changed in 2020 too: 262 became 216. */
  ntm_map_page_set_level (self->page, NTM_LEVEL_COMMUNE);
  marks = ntm_year_strip_get_marks (self->strip);
  g_assert_cmpint (g_array_index (marks, NtmYearMark, 0).date, ==, ntm_date_new (2020, 1, 1));
  g_assert_nonnull (strstr (g_array_index (marks, NtmYearMark, 0).text, "216"));
}

static void
test_position (Fixture      *self,
               gconstpointer data)
{
  g_assert_cmpfloat_with_epsilon (ntm_map_years_position (ntm_date_new (2023, 12, 31)), 2023, 1e-9);
  g_assert_cmpfloat_with_epsilon (ntm_map_years_position (ntm_date_new (2025, 7, 1)), 2024 + 182 / 365., 1e-9);
  g_assert_cmpfloat_with_epsilon (ntm_map_years_position (ntm_date_new (2024, 1, 1)), 2023 + 1 / 366., 1e-9);
}

static void
move (Fixture      *self,
      GtkScrollType scroll,
      double        value)
{
  gboolean handled = FALSE;

  g_signal_emit_by_name (ntm_year_strip_get_scale (self->strip), "change-value", scroll, value, &handled);
  g_assert_true (handled);
}

/* A step from within a year goes to its end or its beginning, then year by year, and never beyond. */
static void
test_slider (Fixture      *self,
             gconstpointer data)
{
  GtkRange *range = GTK_RANGE (ntm_year_strip_get_scale (self->strip));

  g_assert_cmpfloat_with_epsilon (gtk_range_get_value (range), 2023 + 52 / 366., 1e-6);
  move (self, GTK_SCROLL_STEP_BACKWARD, 0);
  g_assert_cmpint (ntm_map_page_get_date (self->page), ==, ntm_date_new (2023, 12, 31));
  move (self, GTK_SCROLL_STEP_BACKWARD, 0);
  g_assert_cmpint (ntm_map_page_get_date (self->page), ==, ntm_date_new (2022, 12, 31));
  move (self, GTK_SCROLL_STEP_FORWARD, 0);
  move (self, GTK_SCROLL_STEP_FORWARD, 0);
  g_assert_cmpint (ntm_map_page_get_date (self->page), ==, ntm_date_new (2024, 12, 31));
  move (self, GTK_SCROLL_JUMP, 2016.4);
  g_assert_cmpint (ntm_map_page_get_date (self->page), ==, ntm_date_new (2016, 12, 31));
  g_assert_cmpfloat_with_epsilon (gtk_range_get_value (range), 2016, 1e-9);
  move (self, GTK_SCROLL_START, 2015);
  move (self, GTK_SCROLL_STEP_BACKWARD, 0);
  g_assert_cmpint (ntm_map_page_get_date (self->page), ==, ntm_date_new (2015, 12, 31));
  move (self, GTK_SCROLL_END, 2025);
  move (self, GTK_SCROLL_STEP_FORWARD, 0);
  g_assert_cmpint (ntm_map_page_get_date (self->page), ==, ntm_date_new (2025, 12, 31));
  fixture_save_picture (GTK_WIDGET (self->window), "years-2025.png");
}

/* The same boundaries are the same shapes: a step of a year builds none. */
static void
test_shapes_kept (Fixture      *self,
                  gconstpointer data)
{
  NtmShapes *shapes;

  ntm_map_page_show_year (self->page, 2018);
  shapes = ntm_map_page_get_spec (self->page)->shapes;
  ntm_map_page_show_year (self->page, 2022);
  g_assert_true (ntm_map_page_get_spec (self->page)->shapes == shapes);
  ntm_map_page_show_year (self->page, 2025);
  g_assert_false (ntm_map_page_get_spec (self->page)->shapes == shapes);
  ntm_map_page_show_year (self->page, 2018);
  g_assert_true (ntm_map_page_get_spec (self->page)->shapes == shapes);
}

static void
test_play (Fixture      *self,
           gconstpointer data)
{
  ntm_map_page_show_year (self->page, 2020);
  gtk_widget_activate_action (GTK_WIDGET (self->page), "map.play", NULL);
  g_assert_true (ntm_map_page_is_playing (self->page));
  g_assert_cmpint (ntm_map_page_get_date (self->page), ==, ntm_date_new (2021, 12, 31));
  fixture_spin (1500);
  g_assert_cmpint (ntm_map_page_get_date (self->page), ==, ntm_date_new (2022, 12, 31));
  gtk_widget_activate_action (GTK_WIDGET (self->page), "map.play", NULL);
  g_assert_false (ntm_map_page_is_playing (self->page));
  fixture_spin (1500);
  g_assert_cmpint (ntm_map_page_get_date (self->page), ==, ntm_date_new (2022, 12, 31));
  /* It does not go on behind the slides of a meeting. */
  gtk_widget_activate_action (GTK_WIDGET (self->page), "map.play", NULL);
  g_assert_true (ntm_map_page_is_playing (self->page));
  fixture_act (self->window, "win.present", NULL);
  g_assert_false (ntm_map_page_is_playing (self->page));
  /* It ends by itself with the last year, and starts again with the first. */
  ntm_map_page_show_year (self->page, 2024);
  gtk_widget_activate_action (GTK_WIDGET (self->page), "map.play", NULL);
  g_assert_false (ntm_map_page_is_playing (self->page));
  g_assert_cmpint (ntm_map_page_get_date (self->page), ==, ntm_date_new (2025, 12, 31));
  gtk_widget_activate_action (GTK_WIDGET (self->page), "map.play", NULL);
  g_assert_cmpint (ntm_map_page_get_date (self->page), ==, ntm_date_new (2015, 12, 31));
}

/* Who wants no animations gets one year a press. */
static void
test_no_animations (Fixture      *self,
                    gconstpointer data)
{
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  ntm_map_page_show_year (self->page, 2020);
  gtk_widget_activate_action (GTK_WIDGET (self->page), "map.play", NULL);
  g_assert_false (ntm_map_page_is_playing (self->page));
  g_assert_cmpint (ntm_map_page_get_date (self->page), ==, ntm_date_new (2021, 12, 31));
}

/* The button writes through the journal; a change of the reference date takes the map along. */
static void
test_reference_date (Fixture      *self,
                     gconstpointer data)
{
  ntm_map_page_show_year (self->page, 2022);
  gtk_widget_activate_action (GTK_WIDGET (self->page), "map.use-date", NULL);
  g_assert_cmpint (ntm_desk_get_date (self->desk), ==, ntm_date_new (2022, 12, 31));
  fixture_act (self->window, "win.undo", NULL);
  g_assert_cmpint (ntm_desk_get_date (self->desk), ==, ntm_date_new (2024, 2, 21));
  g_assert_cmpint (ntm_map_page_get_date (self->page), ==, ntm_date_new (2024, 2, 21));
  ntm_map_page_show_year (self->page, 2019);
  gtk_widget_activate_action (GTK_WIDGET (self->page), "map.own-date", NULL);
  g_assert_cmpint (ntm_map_page_get_date (self->page), ==, ntm_date_new (2024, 2, 21));
  /* Another change leaves the day that is looked at. */
  ntm_map_page_show_year (self->page, 2019);
  ntm_desk_set_basis (self->desk, NTM_BASIS_YEAR);
  g_assert_cmpint (ntm_map_page_get_date (self->page), ==, ntm_date_new (2019, 12, 31));
  ntm_desk_set_basis (self->desk, NTM_BASIS_SIGNED);
}

/* An indicator has bars of its classes; years without a figure are all gaps. */
static void
test_indicator (Fixture      *self,
                gconstpointer data)
{
  ntm_map_page_set_theme (self->page, "national_standard_schools_rate");
  if (ntm_atlas_resolve_indicator (ntm_desk_get_atlas (self->desk), "national_standard_schools_rate", NULL) == NULL)
    ntm_map_page_set_theme (self->page, "poverty_rate");
  wait_until_counted (self);
  g_assert_false (ntm_map_years_has_data (ntm_year_strip_get_counts (self->strip, 2015)));
  g_assert_cmpuint (ntm_year_strip_get_counts (self->strip, 2015)->parts[NTM_MARK_NO_DATA], ==, 13);
}

int
main (int   argc,
      char *argv[])
{
  fixture_init (&argc, &argv);
#define ADD(path, function) g_test_add ("/app/map-years/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("counts", test_counts);
  ADD ("2018", test_2018);
  ADD ("lines", test_lines);
  ADD ("position", test_position);
  ADD ("slider", test_slider);
  ADD ("shapes-kept", test_shapes_kept);
  ADD ("play", test_play);
  ADD ("no-animations", test_no_animations);
  ADD ("reference-date", test_reference_date);
  ADD ("indicator", test_indicator);
#undef ADD
  return fixture_run ();
}
