/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who types fast presses Enter before the delay of a search is over, and means what is typed. */

#include "config.h"

#include "fixture.h"

#include "ntm-choice-row.h"
#include "ntm-finder.h"
#include "ntm-forms.h"

static GtkWidget *
find_search (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_SEARCH_ENTRY (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_search (child);
  return found;
}

static void
type_and_enter (GtkWidget  *around,
                const char *text)
{
  GtkWidget *entry = find_search (around);

  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "activate");
}

static void
assert_selected (NtmWindow  *window,
                 const char *id)
{
  const NtmUnit *unit = ntm_desk_get_selected (window->desk);

  g_assert_nonnull (unit);
  g_assert_cmpstr (unit->id, ==, id);
  ntm_desk_select (window->desk, NULL);
}

static void
test_tree (void)
{
  g_autofree char *path = fixture_new_file ("tree.ntm");
  NtmWindow *window = fixture_open (path);

  type_and_enter (GTK_WIDGET (window->tree), "duc tho");
  assert_selected (window, "440-0");
  fixture_close (window);
}

static void
test_finder (void)
{
  g_autofree char *path = fixture_new_file ("finder.ntm");
  NtmWindow *window = fixture_open (path);

  fixture_act (window, "win.find", NULL);
  fixture_spin (50);
  type_and_enter (GTK_WIDGET (window->finder), "huong khe");
  assert_selected (window, "444-0");
  fixture_close (window);
}

/* Here the first of all choices would be taken, and stored. */
static void
test_choices (void)
{
  g_autofree char *path = fixture_new_file ("choices.ntm");
  NtmWindow *window = fixture_open (path);
  NtmForm *form = ntm_forms_add_title (GTK_WINDOW (window), window->desk);
  NtmChoiceRow *row = NTM_CHOICE_ROW (ntm_form_page_get_field (ntm_form_get_page (form), "unit"));

  type_and_enter (GTK_WIDGET (row), "vu quang");
  g_assert_cmpstr (ntm_choice_row_get_id (row), ==, "441-0");
  gtk_window_destroy (GTK_WINDOW (form));
  fixture_close (window);
}

int
main (int    argc,
      char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/app/enter/tree", test_tree);
  g_test_add_func ("/app/enter/finder", test_finder);
  g_test_add_func ("/app/enter/choices", test_choices);
  return fixture_run ();
}
