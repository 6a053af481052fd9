/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * frames [FILE | --at-once]: does in a real window what a person does and prints a line "WHAT OWN RENDERER" per step: the most
 * milliseconds that one frame took of the thread that answers the person. With the built-in data, or with FILE, a
 * large one, in which nothing is typed. With --at-once the views are asked for before the window has prepared them,
 * and that is all.
 *
 * Counted is CPU time of that thread, so that a busy machine matters little, from the end of one frame to the
 * end of the next: everything done meanwhile makes the next frame late. What follows the picture of the window
 * (its snapshot) in a frame is the renderer's. It is told apart because it is not ours and, in software, mostly
 * a matter of the number of pixels; it holds what cairo nodes cost to paint as well.
 */

#include "config.h"

#include <locale.h>
#include <time.h>

#include <X11/Xlib.h>
#include <gdk/x11/gdkx.h>

#include "fixture.h"
#include "ntm-grid-private.h"

#define PREPARED_MS 3000
#define STEP_MS 350         /* covers the delays of search and of the words beside the pointer */

typedef struct
{
  double last;              /* when the last frame ended or the step began */
  double pictured;          /* when the picture of the window was made, 0 before */
  double own, renderer;     /* of the worst frame of the step */
} Clock;

static Clock frames;

static void (*snapshot_window) (GtkWidget *widget, GtkSnapshot *snapshot);

static double
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

static void
timed_snapshot (GtkWidget   *widget,
                GtkSnapshot *snapshot)
{
  snapshot_window (widget, snapshot);
  frames.pictured = now ();
}

static void
after_paint_cb (void)
{
  double end = now (), renderer = frames.pictured == 0 ? 0 : end - frames.pictured;

  frames.own = MAX (frames.own, end - frames.last - renderer);
  frames.renderer = MAX (frames.renderer, renderer);
  frames.last = end;
  frames.pictured = 0;
}

static void
watch (NtmWindow *window)
{
  GtkWidgetClass *klass = GTK_WIDGET_GET_CLASS (window);

  snapshot_window = klass->snapshot;
  klass->snapshot = timed_snapshot;
  g_signal_connect (gtk_widget_get_frame_clock (GTK_WIDGET (window)), "after-paint", G_CALLBACK (after_paint_cb), NULL);
}

static void
begin (void)
{
  frames = (Clock) { .last = now () };
}

static void
end (const char *what)
{
  fixture_spin (STEP_MS);
  g_print ("%s\t%.2f\t%.2f\n", what, frames.own, frames.renderer);
}

static void
show_view (NtmWindow  *window,
           const char *view,
           const char *when)
{
  g_autofree char *what = g_strdup_printf ("%s %s", when, view);

  begin ();
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-view", "s", view);
  end (what);
}

static void
switch_views (NtmWindow  *window,
              const char *when)
{
  static const char * const views[] = { "table", "charts", "tasks", "map" };

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    show_view (window, views[i], when);
}

/* A real pointer, from corner to corner of the map. */
static void
hover (NtmWindow *window)
{
  GtkWidget *map = GTK_WIDGET (ntm_map_page_get_layer (window->map_page));
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (window));
  Display *display = gdk_x11_display_get_xdisplay (gdk_surface_get_display (surface));
  double x, y, left, top;

  gtk_widget_translate_coordinates (map, GTK_WIDGET (window), 0, 0, &left, &top);
  gtk_native_get_surface_transform (GTK_NATIVE (window), &x, &y);
  for (int i = 1; i < 16; i++)
    {
      begin ();
      XWarpPointer (display, None, gdk_x11_surface_get_xid (surface), 0, 0, 0, 0,
                    (int) (x + left + gtk_widget_get_width (map) * i / 16.0),
                    (int) (y + top + gtk_widget_get_height (map) * i / 16.0));
      XFlush (display);
      end ("hover over the map");
    }
}

/* What a key press does in a text, without the need for a focus that another window may hold. */
static void
type (GtkWidget  *field,
      const char *text,
      const char *what)
{
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      char letter[8] = "";

      begin ();
      g_utf8_strncpy (letter, c, 1);
      g_signal_emit_by_name (field, "insert-at-cursor", letter);
      end (what);
    }
}

static GtkWidget *
find_field (GtkWidget *widget)
{
  if (GTK_IS_TEXT (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_field (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
search_units (NtmWindow *window)
{
  GtkWidget *field = find_field (GTK_WIDGET (window->tree));

  type (field, "hương", "type in the search of units");
  begin ();
  gtk_editable_set_text (GTK_EDITABLE (field), "");
  end ("clear the search of units");
}

static void
find_anything (NtmWindow *window)
{
  begin ();
  gtk_widget_activate_action (GTK_WIDGET (window), "win.find", NULL);
  end ("open the finder");
  type (find_field (GTK_WIDGET (window->finder)), "hương", "type in the finder");
  gtk_popover_popdown (GTK_POPOVER (window->finder));
  fixture_spin (STEP_MS);
}

static void
edit_table (NtmWindow *window)
{
  NtmGrid *grid = ntm_sheet_page_get_grid (window->sheet_page);

  for (int i = 0; i < 3; i++)
    {
      ntm_grid_place (grid, 1, 2);
      begin ();
      ntm_grid_start_edit (grid, i % 2 == 0 ? "1" : "3");
      end ("open the editor of the table");
      type (find_field (ntm_grid_get_editor (grid)), "2,5", "type in the table");
      begin ();
      g_assert_true (ntm_grid_finish_edit (grid));
      end ("enter a figure");
    }
}

static void
move_years (NtmWindow *window)
{
  for (int year = 2015; year <= 2025; year++)
    {
      begin ();
      ntm_map_page_show_year (window->map_page, year);
      end ("move the year");
    }
}

/* One unit after the other, as by the arrow keys in the list: the first, whose rows have to be read, apart. */
static void
select_units (NtmWindow *window)
{
  g_autoptr (GPtrArray) units = ntm_desk_dup_units (window->desk);

  for (guint i = 0; i < MIN (units->len, 12); i++)
    {
      begin ();
      ntm_desk_select (window->desk, ((const NtmUnit *) g_ptr_array_index (units, i))->id);
      end (i == 0 ? "first unit" : "select a unit");
    }
  begin ();
  ntm_desk_select (window->desk, NULL);
  end ("select none");
}

static void
scroll_table (NtmWindow *window)
{
  NtmGrid *grid = ntm_sheet_page_get_grid (window->sheet_page);

  for (guint i = 1; i < 12; i++)
    {
      begin ();
      ntm_grid_place (grid, i * 37, 1 + i % 3);
      end ("move in the table");
    }
}

static void
change_dates (NtmWindow *window)
{
  for (int year = 2023; year >= 2021; year--)
    {
      begin ();
      ntm_desk_set_date (window->desk, ntm_date_new (year, 6, 30), NULL);
      end ("change the date");
    }
}

/* In the idle time after the window's first frame: a click is answered after the step that is being taken. */
static void
prepare_views (void)
{
  gint64 until = g_get_monotonic_time () + PREPARED_MS * 1000;
  double worst = 0;

  while (g_get_monotonic_time () < until)
    {
      double from = now ();

      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (1000);
      worst = MAX (worst, now () - from);
    }
  g_print ("prepare the views\t%.2f\t0\n", worst);
}

static void
use (NtmWindow *window,
     gboolean   with_typing)
{
  prepare_views ();
  switch_views (window, "first show");
  switch_views (window, "show");
  hover (window);
  select_units (window);
  search_units (window);
  find_anything (window);
  move_years (window);
  show_view (window, "table", "show");
  scroll_table (window);
  if (with_typing)
    edit_table (window);
  change_dates (window);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *path = NULL;
  NtmWindow *window;
  gboolean is_hasty;

  fixture_init (&argc, &argv);
  is_hasty = argc > 1 && g_str_equal (argv[1], "--at-once");
  path = argc > 1 && !is_hasty ? g_strdup (argv[1]) : fixture_new_file ("frames.ntm");
  window = fixture_open_sized (path, 1920, 1080);
  fixture_spin (500);
  watch (window);
  if (is_hasty)
    switch_views (window, "at once");
  else
    use (window, argc == 1);
  fixture_close (window);
  return fixture_run ();
}
