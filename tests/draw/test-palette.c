/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Colours: contrast, order of lightness, reading of palette files. */

#include <math.h>

#include "ntm-palette.h"

static void
test_formulas (void)
{
  const NtmColor black = { 0, 0, 0, 1 }, white = { 1, 1, 1, 1 };
  NtmColor grey, clear, bad = white;
  g_autofree char *hex = NULL, *hex_alpha = NULL;

  g_assert_true (ntm_color_parse ("#777777", &grey));
  g_assert_cmpfloat_with_epsilon (ntm_color_contrast (&black, &white), 21, 1e-9);
  /* Known from the WCAG literature: #777 on white is 4.48, L* of #777777 is 50.03. */
  g_assert_cmpfloat_with_epsilon (ntm_color_contrast (&grey, &white), 4.478, 0.002);
  g_assert_cmpfloat_with_epsilon (ntm_color_lightness (&grey), 50.03, 0.05);
  g_assert_cmpfloat_with_epsilon (ntm_color_lightness (&white), 100, 1e-6);
  g_assert_true (ntm_color_parse ("#10203040", &clear));
  g_assert_cmpfloat_with_epsilon (clear.a, 64 / 255.0, 1e-9);
  hex = ntm_color_to_hex (&grey);
  hex_alpha = ntm_color_to_hex (&clear);
  g_assert_cmpstr (hex, ==, "#777777");
  g_assert_cmpstr (hex_alpha, ==, "#10203040");
  g_assert_false (ntm_color_parse ("777777", &bad));
  g_assert_false (ntm_color_parse ("#77777", &bad));
  g_assert_false (ntm_color_parse ("#77777G", &bad));
  g_assert_false (ntm_color_parse ("", &bad));
  g_assert_cmpfloat (bad.r, ==, 1);
}

static void
test_contrast (void)
{
  for (guint s = 0; s < NTM_N_STYLES; s++)
    {
      g_autoptr(NtmPalette) palette = ntm_palette_new ((NtmStyle) s);
      const NtmColor *page = ntm_palette_get_color (palette, NTM_ROLE_CARD);
      static const NtmRole pairs[][2] = {
        { NTM_ROLE_TEXT, NTM_ROLE_CARD }, { NTM_ROLE_TEXT, NTM_ROLE_SEA }, { NTM_ROLE_SECONDARY, NTM_ROLE_CARD },
        { NTM_ROLE_SECONDARY, NTM_ROLE_SEA }, { NTM_ROLE_SECONDARY, NTM_ROLE_HATCH_BG }, { NTM_ROLE_ERROR, NTM_ROLE_ERROR_BG },
        { NTM_ROLE_WARNING, NTM_ROLE_WARNING_BG }, { NTM_ROLE_SUCCESS, NTM_ROLE_SUCCESS_BG }, { NTM_ROLE_INFO, NTM_ROLE_INFO_BG },
        { NTM_ROLE_NEUTRAL, NTM_ROLE_NEUTRAL_BG }, { NTM_ROLE_TARGET, NTM_ROLE_CARD }, { NTM_ROLE_RISK_TEXT, NTM_ROLE_CARD },
        { NTM_ROLE_PLACE, NTM_ROLE_SEA }, { NTM_ROLE_ACCENT_TEXT, NTM_ROLE_CARD }, { NTM_ROLE_TEXT, NTM_ROLE_HEAD_BG },
      };

      for (guint m = 0; m < NTM_N_MARKS; m++)
        {
          const NtmMarkStyle *mark = ntm_palette_get_mark (palette, (NtmMark) m);

          g_test_message ("style %u mark %u", s, m);
          g_assert_cmpfloat (ntm_color_contrast (&mark->on, &mark->fill), >=, 4.5);
          g_assert_cmpfloat (ntm_color_contrast (&mark->text, page), >=, 4.5);
        }
      for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
        {
          g_test_message ("style %u pair %u", s, i);
          g_assert_cmpfloat (ntm_color_contrast (ntm_palette_get_color (palette, pairs[i][0]), ntm_palette_get_color (palette, pairs[i][1])), >=, 4.5);
        }
      for (guint i = 0; i < NTM_PALETTE_N_SERIES; i++)
        {
          NtmColor series = ntm_palette_get_series (palette, i);

          g_assert_cmpfloat (ntm_color_contrast (&series, page), >=, 4.5);
        }
      for (guint n = 2; n <= 7; n++)
        for (guint i = 0; i < n; i++)
          {
            NtmColor fill = ntm_palette_get_class (palette, i, n);
            NtmColor text = ntm_palette_text_on (palette, &fill);

            g_assert_cmpfloat (ntm_color_contrast (&fill, &text), >=, 4.5);
          }
    }
}

static double
lightness (const NtmPalette *palette, NtmMark mark)
{
  return ntm_color_lightness (&ntm_palette_get_mark (palette, mark)->fill);
}

static void
test_order (void)
{
  /* Lightness stated by the design for the light and the dark set. */
  static const struct { NtmMark mark; double light, dark; } stated[] = {
    { NTM_MARK_NOT_YET, 80, 78 }, { NTM_MARK_STANDARD, 66, 62 }, { NTM_MARK_ADVANCED, 45, 48 }, { NTM_MARK_MODEL, 19, 34 },
    { NTM_MARK_COMPLETED, 72, 65 }, { NTM_MARK_URBAN, 72, 65 }, { NTM_MARK_NO_DATA, 95, 21 }, { NTM_MARK_NOT_APPLICABLE, 89, 25 },
  };
  g_autoptr(NtmPalette) light = ntm_palette_new (NTM_STYLE_LIGHT), dark = ntm_palette_new (NTM_STYLE_DARK);

  for (guint i = 0; i < G_N_ELEMENTS (stated); i++)
    {
      g_assert_cmpfloat_with_epsilon (lightness (light, stated[i].mark), stated[i].light, 1.5);
      g_assert_cmpfloat_with_epsilon (lightness (dark, stated[i].mark), stated[i].dark, 1.5);
    }
  for (guint s = 0; s < NTM_N_STYLES; s++)
    {
      g_autoptr(NtmPalette) palette = ntm_palette_new ((NtmStyle) s);

      for (guint m = NTM_MARK_NOT_YET; m < NTM_MARK_MODEL; m++)
        g_assert_cmpfloat (lightness (palette, (NtmMark) m) - lightness (palette, (NtmMark) (m + 1)), >=, 12);
      for (guint i = 0; i + 1 < 5; i++)
        {
          NtmColor a = ntm_palette_get_class (palette, i, 5), b = ntm_palette_get_class (palette, i + 1, 5);

          g_assert_cmpfloat (ntm_color_lightness (&a) - ntm_color_lightness (&b), >=, 9);
        }
      /* Near in lightness, so told apart by dots; gaps always by a hatch. */
      g_assert_cmpint (ntm_palette_get_mark (palette, NTM_MARK_COMPLETED)->texture, ==, NTM_TEXTURE_DOTS);
      g_assert_cmpint (ntm_palette_get_mark (palette, NTM_MARK_NO_DATA)->texture, ==, NTM_TEXTURE_HATCH);
      g_assert_cmpint (ntm_palette_get_mark (palette, NTM_MARK_NO_DECISION)->texture, ==, NTM_TEXTURE_HATCH);
      g_assert_cmpint (ntm_palette_get_mark (palette, NTM_MARK_NOT_APPLICABLE)->texture, ==, NTM_TEXTURE_NONE);
      g_assert_cmpint (ntm_palette_get_mark (palette, NTM_MARK_NOT_VERIFIED)->texture, ==, NTM_TEXTURE_DOTS);
    }
}

static void
test_print (void)
{
  g_autoptr(NtmPalette) palette = ntm_palette_new (NTM_STYLE_PRINT);
  g_autofree char *sea = ntm_color_to_hex (ntm_palette_get_color (palette, NTM_ROLE_SEA));
  g_autofree char *border = ntm_color_to_hex (ntm_palette_get_color (palette, NTM_ROLE_BORDER));

  g_assert_cmpstr (sea, ==, "#FFFFFF");
  g_assert_cmpstr (border, ==, "#222222");
  g_assert_cmpint (ntm_palette_get_mark (palette, NTM_MARK_NOT_YET)->texture, ==, NTM_TEXTURE_LINES);
  g_assert_cmpint (ntm_palette_get_style (palette), ==, NTM_STYLE_PRINT);
}

static void
test_bad_files (void)
{
  static const char * const texts[] = { "", "not a key file", "[roles]\npage=red\n", "[roles]\npage=#FFFFFF\n" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (ntm_palette_parse (NTM_STYLE_LIGHT, texts[i], &error));
      g_assert_nonnull (error);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draw/palette/formulas", test_formulas);
  g_test_add_func ("/draw/palette/contrast", test_contrast);
  g_test_add_func ("/draw/palette/order", test_order);
  g_test_add_func ("/draw/palette/print", test_print);
  g_test_add_func ("/draw/palette/bad-files", test_bad_files);
  return g_test_run ();
}
