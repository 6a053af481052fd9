/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Quantile classes: every value in exactly one, about as many in each, edges that are values. */

#include "config.h"

#include "ntm-classes.h"

static void
assert_sound (const NtmClasses *classes, const NtmDecimal *values, guint n)
{
  g_assert_cmpuint (classes->n_classes, >=, 1);
  g_assert_cmpuint (classes->n_classes, <=, NTM_PALETTE_MAX_CLASSES);
  for (guint c = 0; c + 1 < classes->n_classes; c++)
    g_assert_cmpint (classes->edges[c], <, classes->edges[c + 1]);
  for (guint i = 0; i < n; i++)
    {
      guint found = ntm_classes_find (classes, values[i]);
      gboolean last = found + 1 == classes->n_classes;

      g_assert_cmpint (values[i], >=, classes->edges[found]);
      if (last)
        g_assert_cmpint (values[i], <=, classes->edges[found + 1]);
      else
        g_assert_cmpint (values[i], <, classes->edges[found + 1]);
    }
}

static void
test_even (void)
{
  NtmDecimal values[100];
  guint counts[NTM_PALETTE_MAX_CLASSES] = { 0 };
  NtmClasses classes;

  for (guint i = 0; i < 100; i++)
    values[i] = (NtmDecimal) ((i * 37) % 100) * NTM_DECIMAL_ONE;
  classes = ntm_classes_of_values (values, 100);
  g_assert_cmpuint (classes.n_classes, ==, 5);
  assert_sound (&classes, values, 100);
  for (guint i = 0; i < 100; i++)
    counts[ntm_classes_find (&classes, values[i])]++;
  for (guint c = 0; c < 5; c++)
    g_assert_cmpuint (counts[c], ==, 20);
}

static void
test_few (void)
{
  NtmDecimal one[] = { 7 };
  NtmDecimal equal[] = { 3, 3, 3, 3, 3, 3 };
  NtmDecimal two[] = { 5, 1, 5, 1, 5 };
  NtmDecimal skewed[] = { 0, 0, 0, 0, 0, 0, 0, 0, 1, 100 };
  NtmClasses classes;

  classes = ntm_classes_of_values (NULL, 0);
  g_assert_cmpuint (classes.n_classes, ==, 0);
  classes = ntm_classes_of_values (one, 1);
  g_assert_cmpuint (classes.n_classes, ==, 1);
  g_assert_cmpint (classes.edges[0], ==, 7);
  g_assert_cmpint (classes.edges[1], ==, 7);
  classes = ntm_classes_of_values (equal, G_N_ELEMENTS (equal));
  g_assert_cmpuint (classes.n_classes, ==, 1);
  classes = ntm_classes_of_values (two, G_N_ELEMENTS (two));
  g_assert_cmpuint (classes.n_classes, ==, 1);
  assert_sound (&classes, two, G_N_ELEMENTS (two));
  classes = ntm_classes_of_values (skewed, G_N_ELEMENTS (skewed));
  assert_sound (&classes, skewed, G_N_ELEMENTS (skewed));
  /* Values that the classes were not made of belong to the outer ones. */
  g_assert_cmpuint (ntm_classes_find (&classes, -5), ==, 0);
  g_assert_cmpuint (ntm_classes_find (&classes, 1000), ==, classes.n_classes - 1);
}

static void
test_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint round = 0; round < 500; round++)
    {
      NtmDecimal values[40];
      guint n = (guint) g_rand_int_range (random, 1, 41);
      NtmClasses classes;

      for (guint i = 0; i < n; i++)
        values[i] = g_rand_int_range (random, -6, 7);
      classes = ntm_classes_of_values (values, n);
      assert_sound (&classes, values, n);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/classes/even", test_even);
  g_test_add_func ("/classes/few", test_few);
  g_test_add_func ("/classes/random", test_random);
  return g_test_run ();
}
