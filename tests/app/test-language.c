/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window speaks the language asked for: its own words, the names of the data, dates. */

#include "config.h"

#include "fixture.h"

#include <string.h>

/* Whether a label with exactly @text is anywhere in @widget. */
static gboolean
says (GtkWidget  *widget,
      const char *text)
{
  if (GTK_IS_LABEL (widget) && strcmp (gtk_label_get_text (GTK_LABEL (widget)), text) == 0)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (says (child, text))
      return TRUE;
  return FALSE;
}

static void
test_words (void)
{
  static const struct { const char *vi, *en; } words[] = {
    { "Số liệu chính", "Key figures" },
    { "bấm để lọc", "click to filter" },
    { "Huyện Hương Khê", "Hương Khê district" },
    { "Tính đến 21/02/2024", "As of 21 Feb 2024" },
    { "Tỉnh Hà Tĩnh", "Hà Tĩnh province" },
  };
  gboolean vietnamese = ntm_lang_current () == NTM_LANG_VI;
  g_autofree char *path = fixture_new_file ("language.ntm");
  NtmWindow *window = fixture_open (path);

  g_assert_cmpstr (ntm_lang_code (ntm_lang_current ()), ==, g_getenv ("NTM_LANG"));
  fixture_act (window, "win.select", "444-0");
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_test_message ("%s / %s", words[i].vi, words[i].en);
      g_assert_cmpint (says (GTK_WIDGET (window), words[i].vi), ==, vietnamese);
      g_assert_cmpint (says (GTK_WIDGET (window), words[i].en), ==, !vietnamese);
    }
  fixture_save_picture (GTK_WIDGET (window), vietnamese ? "language-vi.png" : "language-en.png");
  fixture_close (window);
}

/* Numbers of files are written with a point whatever the desktop says. */
static void
test_number_format (void)
{
  g_autofree char *text = g_strdup_printf ("%.1f", 1.5);

  g_assert_cmpstr (text, ==, "1.5");
}

int
main (int   argc,
      char *argv[])
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/app/language/words", test_words);
  g_test_add_func ("/app/language/number-format", test_number_format);
  return fixture_run ();
}
