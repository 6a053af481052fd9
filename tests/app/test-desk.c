/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The state of a window, without the window: what is selected, filtered, dated, undone. */

#include "config.h"

#include "fixture.h"

typedef struct
{
  NtmDesk *desk;
  guint    n_changed, n_selected, n_filtered;
} Fixture;

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  g_autofree char *path = fixture_new_file ("desk.ntm");
  g_autoptr (GError) error = NULL;

  self->desk = ntm_desk_new ();
  ntm_desk_take_store (self->desk, ntm_store_open (path, NTM_STORE_WRITE, &error));
  g_assert_no_error (error);
  g_signal_connect_swapped (self->desk, "changed", G_CALLBACK (count_cb), &self->n_changed);
  g_signal_connect_swapped (self->desk, "selected", G_CALLBACK (count_cb), &self->n_selected);
  g_signal_connect_swapped (self->desk, "filtered", G_CALLBACK (count_cb), &self->n_filtered);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  g_assert_finalize_object (self->desk);
}

static void
test_empty (void)
{
  g_autoptr (NtmDesk) desk = ntm_desk_new ();
  g_autoptr (GPtrArray) units = ntm_desk_dup_units (desk);

  g_assert_null (ntm_desk_get_store (desk));
  g_assert_null (ntm_desk_get_atlas (desk));
  g_assert_null (ntm_desk_get_selected (desk));
  g_assert_cmpint (ntm_desk_get_date (desk), ==, NTM_DATE_MIN);
  g_assert_cmpuint (units->len, ==, 0);
}

static void
test_select (Fixture      *self,
             gconstpointer data)
{
  ntm_desk_select (self->desk, "444-0");
  g_assert_cmpstr (ntm_desk_get_selected (self->desk)->code, ==, "444");
  ntm_desk_select (self->desk, "444-0");
  g_assert_cmpuint (self->n_selected, ==, 1);
  ntm_desk_select (self->desk, "no such unit");
  g_assert_null (ntm_desk_get_selected (self->desk));
  ntm_desk_select (self->desk, NULL);
  g_assert_cmpuint (self->n_selected, ==, 3);
}

/* Lộc Hà ended on 1/1/2025, all districts on 1/7/2025. */
static void
test_selection_dies (Fixture      *self,
                     gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  ntm_desk_select (self->desk, "448-20070222");
  g_assert_true (ntm_desk_set_date (self->desk, ntm_date_new (2024, 12, 31), &error));
  g_assert_nonnull (ntm_desk_get_selected (self->desk));
  g_assert_true (ntm_desk_set_date (self->desk, ntm_date_new (2025, 1, 1), &error));
  g_assert_null (ntm_desk_get_selected (self->desk));
  g_assert_no_error (error);
}

static void
test_level (Fixture      *self,
            gconstpointer data)
{
  static const struct { int year, month, day; NtmLevel level; guint n; } days[] = {
    { 2015, 4, 11, NTM_LEVEL_DISTRICT, 13 },
    { 2024, 12, 31, NTM_LEVEL_DISTRICT, 13 },
    { 2025, 1, 1, NTM_LEVEL_DISTRICT, 12 },
    { 2025, 6, 30, NTM_LEVEL_DISTRICT, 12 },
    { 2025, 7, 1, NTM_LEVEL_COMMUNE, 69 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) units = NULL;

      ntm_desk_set_date (self->desk, ntm_date_new (days[i].year, days[i].month, days[i].day), &error);
      g_assert_no_error (error);
      units = ntm_desk_dup_units (self->desk);
      g_assert_cmpint (ntm_desk_get_level (self->desk), ==, days[i].level);
      g_assert_cmpuint (units->len, ==, days[i].n);
    }
}

static void
test_date_and_undo (Fixture      *self,
                    gconstpointer data)
{
  NtmDate before = ntm_desk_get_date (self->desk);
  NtmDate after = ntm_date_new (2023, 12, 31);
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;

  g_assert_cmpint (before, ==, ntm_date_new (2024, 2, 21));
  g_assert_true (ntm_desk_set_date (self->desk, after, &error));
  g_assert_cmpint (ntm_desk_get_date (self->desk), ==, after);
  g_assert_cmpuint (self->n_changed, ==, 1);
  g_assert_true (ntm_desk_undo (self->desk, &label, &error));
  g_assert_nonnull (label);
  g_assert_cmpint (ntm_desk_get_date (self->desk), ==, before);
  g_assert_true (ntm_desk_redo (self->desk, NULL, &error));
  g_assert_cmpint (ntm_desk_get_date (self->desk), ==, after);
  g_assert_no_error (error);
  g_assert_cmpuint (self->n_changed, ==, 3);
}

static void
test_nothing_to_redo (Fixture      *self,
                      gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (ntm_desk_redo (self->desk, NULL, &error));
  g_assert_error (error, NTM_ERROR, NTM_ERROR_NOTHING);
  g_assert_cmpuint (self->n_changed, ==, 0);
}

static void
test_filter (Fixture      *self,
             gconstpointer data)
{
  for (NtmStatus status = 0; status < NTM_N_STATUSES; status++)
    g_assert_true (ntm_desk_shows (self->desk, status));
  ntm_desk_set_filter (self->desk, 1u << NTM_STATUS_STANDARD | 1u << NTM_STATUS_MODEL);
  for (NtmStatus status = 0; status < NTM_N_STATUSES; status++)
    g_assert_cmpint (ntm_desk_shows (self->desk, status), ==, status == NTM_STATUS_STANDARD || status == NTM_STATUS_MODEL);
  ntm_desk_set_filter (self->desk, ntm_desk_get_filter (self->desk));
  g_assert_cmpuint (self->n_filtered, ==, 1);
  g_assert_cmpuint (self->n_changed, ==, 0);
}

/* Another file on the desk starts afresh. */
static void
test_take (Fixture      *self,
           gconstpointer data)
{
  ntm_desk_select (self->desk, "444-0");
  ntm_desk_set_filter (self->desk, 1);
  ntm_desk_take_store (self->desk, NULL);
  g_assert_null (ntm_desk_get_selected (self->desk));
  g_assert_cmpuint (ntm_desk_get_filter (self->desk), ==, 0);
  g_assert_cmpuint (self->n_changed, ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/app/desk/empty", test_empty);
#define ADD(path, function) g_test_add ("/app/desk/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("select", test_select);
  ADD ("selection-dies", test_selection_dies);
  ADD ("level", test_level);
  ADD ("date-and-undo", test_date_and_undo);
  ADD ("nothing-to-redo", test_nothing_to_redo);
  ADD ("filter", test_filter);
  ADD ("take", test_take);
#undef ADD
  return fixture_run ();
}
