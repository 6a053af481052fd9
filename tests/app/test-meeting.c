/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The meeting: every key of a clicker, slides that follow the file, and type that is read from the last row. */

#include "config.h"

#include "fixture.h"

#include "ntm-meeting-window.h"

#define FLOOR_PX 28   /* at 1920 × 1080: below it the last row cannot read */

/* --- keys ------------------------------------------------------------------------------------- */

static const struct
{
  guint             keyval;
  GdkModifierType   state;
  NtmMeetingCommand command;
} presses[] = {
  { GDK_KEY_Page_Down, 0, NTM_MEETING_NEXT }, { GDK_KEY_Right, 0, NTM_MEETING_NEXT }, { GDK_KEY_Down, 0, NTM_MEETING_NEXT },
  { GDK_KEY_space, 0, NTM_MEETING_NEXT }, { GDK_KEY_Return, 0, NTM_MEETING_NEXT }, { GDK_KEY_KP_Enter, 0, NTM_MEETING_NEXT },
  { GDK_KEY_n, 0, NTM_MEETING_NEXT }, { GDK_KEY_N, GDK_SHIFT_MASK, NTM_MEETING_NEXT },
  { GDK_KEY_Page_Up, 0, NTM_MEETING_BACK }, { GDK_KEY_Left, 0, NTM_MEETING_BACK }, { GDK_KEY_Up, 0, NTM_MEETING_BACK },
  { GDK_KEY_BackSpace, 0, NTM_MEETING_BACK }, { GDK_KEY_p, 0, NTM_MEETING_BACK }, { GDK_KEY_P, GDK_LOCK_MASK, NTM_MEETING_BACK },
  { GDK_KEY_Home, 0, NTM_MEETING_FIRST }, { GDK_KEY_End, 0, NTM_MEETING_LAST },
  { GDK_KEY_b, 0, NTM_MEETING_BLACK }, { GDK_KEY_period, 0, NTM_MEETING_BLACK }, { GDK_KEY_w, 0, NTM_MEETING_WHITE },
  { GDK_KEY_f, 0, NTM_MEETING_FREEZE }, { GDK_KEY_g, 0, NTM_MEETING_OVERVIEW }, { GDK_KEY_o, 0, NTM_MEETING_OPEN },
  { GDK_KEY_u, 0, NTM_MEETING_UP }, { GDK_KEY_a, 0, NTM_MEETING_YEARS }, { GDK_KEY_Escape, 0, NTM_MEETING_END },
  { GDK_KEY_n, GDK_CONTROL_MASK, NTM_MEETING_NOTHING }, { GDK_KEY_Right, GDK_ALT_MASK, NTM_MEETING_NOTHING },
  { GDK_KEY_z, 0, NTM_MEETING_NOTHING }, { GDK_KEY_plus, 0, NTM_MEETING_NOTHING }, { GDK_KEY_Shift_L, 0, NTM_MEETING_NOTHING },
};

static void
test_keys (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (presses); i++)
    {
      NtmMeetingKeys keys = { 0 };
      guint slide = 0;

      g_assert_cmpint (ntm_meeting_keys_press (&keys, presses[i].keyval, presses[i].state, &slide), ==, presses[i].command);
      g_assert_cmpuint (slide, ==, 0);
    }
}

static void
test_numbers (void)
{
  NtmMeetingKeys keys = { 0 };
  guint slide = 0;

  g_assert_cmpint (ntm_meeting_keys_press (&keys, GDK_KEY_1, 0, &slide), ==, NTM_MEETING_DIGIT);
  g_assert_cmpint (ntm_meeting_keys_press (&keys, GDK_KEY_KP_2, 0, &slide), ==, NTM_MEETING_DIGIT);
  g_assert_cmpint (ntm_meeting_keys_press (&keys, GDK_KEY_Return, 0, &slide), ==, NTM_MEETING_JUMP);
  g_assert_cmpuint (slide, ==, 12);
  g_assert_cmpint (ntm_meeting_keys_press (&keys, GDK_KEY_Return, 0, &slide), ==, NTM_MEETING_NEXT);
  for (guint i = 0; i < 30; i++)
    ntm_meeting_keys_press (&keys, GDK_KEY_9, 0, &slide);
  g_assert_cmpuint (keys.number, ==, 9999);
  ntm_meeting_keys_press (&keys, GDK_KEY_BackSpace, 0, &slide);
  g_assert_cmpuint (keys.number, ==, 999);
  g_assert_cmpint (ntm_meeting_keys_press (&keys, GDK_KEY_Page_Down, 0, &slide), ==, NTM_MEETING_NEXT);
  g_assert_cmpuint (keys.number, ==, 0);
  g_assert_cmpint (ntm_meeting_keys_press (&keys, GDK_KEY_BackSpace, 0, &slide), ==, NTM_MEETING_BACK);
}

/* --- slides ----------------------------------------------------------------------------------- */

static NtmMeetingWindow *
show (NtmWindow *window,
      int        width,
      int        height)
{
  NtmMeetingWindow *meeting = ntm_meeting_window_new (GTK_WINDOW (window), ntm_window_get_desk (window));

  gtk_window_set_default_size (GTK_WINDOW (meeting), width, height);
  gtk_window_present (GTK_WINDOW (meeting));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (meeting));
  g_assert_nonnull (ntm_meeting_window_get_deck (meeting));
  return meeting;
}

static void
press (NtmMeetingWindow *meeting,
       guint             keyval)
{
  g_assert_true (ntm_meeting_window_press (meeting, keyval, 0));
}

static guint
count_kind (NtmSlideDeck *deck,
            NtmFigureKind kind)
{
  guint n = 0;

  for (guint i = 0; i < ntm_slide_deck_get_n (deck); i++)
    n += ntm_slide_deck_get_kind (deck, i) == kind;
  return n;
}

/* In this order: map, trends of poverty and water, titles, tasks; nothing is left out on another screen. */
static void
test_slides (void)
{
  static const double sizes[][2] = { { 1920, 1080 }, { 1366, 768 }, { 1024, 768 }, { 3840, 1080 } };
  g_autofree char *path = fixture_new_file ("slides.ntm");
  g_autoptr (NtmStore) store = ntm_store_open (path, NTM_STORE_READ_ONLY, NULL);
  NtmViewContext context = ntm_view_context_new (ntm_store_get_atlas (store), ntm_lang_current ());

  context.at = ntm_date_new (2024, 10, 28);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (NtmSlideDeck) deck = ntm_slide_deck_new (&context, context.at, NULL, NTM_STYLE_LIGHT, sizes[i][0], sizes[i][1]);

      g_assert_cmpuint (count_kind (deck, NTM_FIGURE_MAP), ==, 1);
      g_assert_cmpuint (count_kind (deck, NTM_FIGURE_TREND), ==, 2);
      g_assert_cmpuint (count_kind (deck, NTM_FIGURE_TABLE), >=, 2);
      g_assert_cmpuint (count_kind (deck, NTM_FIGURE_TASKS), >=, 1);
      g_assert_cmpint (ntm_slide_deck_get_kind (deck, 0), ==, NTM_FIGURE_MAP);
      g_assert_cmpint (ntm_slide_deck_get_kind (deck, 1), ==, NTM_FIGURE_TREND);
      g_assert_cmpint (ntm_slide_deck_get_kind (deck, ntm_slide_deck_get_n (deck) - 1), ==, NTM_FIGURE_TASKS);
    }
}

/* On a day on which nothing is overdue the meeting hears of the deadlines to come. */
static void
test_deadlines (void)
{
  g_autofree char *path = fixture_new_file ("deadlines.ntm");
  g_autoptr (NtmStore) store = ntm_store_open (path, NTM_STORE_READ_ONLY, NULL);
  NtmViewContext context = ntm_view_context_new (ntm_store_get_atlas (store), ntm_lang_current ());
  g_autoptr (NtmSlideDeck) deck = NULL;
  g_autofree char *text = NULL;
  guint last;

  context.at = ntm_date_new (2024, 2, 21);
  deck = ntm_slide_deck_new (&context, context.at, NULL, NTM_STYLE_LIGHT, 1920, 1080);
  for (last = 0; ntm_slide_deck_get_kind (deck, last) != NTM_FIGURE_TASKS; last++)
    ;
  text = ntm_slide_deck_dup_text (deck, last);
  g_assert_true (g_str_has_prefix (ntm_slide_deck_get_title (deck, last), g_dgettext (GETTEXT_PACKAGE, "Deadlines of the next six months")));
  g_assert_nonnull (strstr (text, "Hồng Lĩnh"));
  g_assert_null (strstr (text, "Hương Khê"));   /* before 30 September */
}

/* No text of a body is below the floor; the head of a list is as large as its rows are in a table. */
static void
test_type (void)
{
  g_autofree char *path = fixture_new_file ("type.ntm");
  g_autoptr (NtmStore) store = ntm_store_open (path, NTM_STORE_READ_ONLY, NULL);
  NtmViewContext context = ntm_view_context_new (ntm_store_get_atlas (store), ntm_lang_current ());
  g_autoptr (NtmSlideDeck) deck = ntm_slide_deck_new (&context, context.at, NULL, NTM_STYLE_LIGHT, 1920, 1080);

  g_assert_cmpfloat (ntm_slide_deck_get_text_size (deck, NTM_FIGURE_MAP, NTM_FONT_MAP, 1920, 1080), >=, FLOOR_PX);
  g_assert_cmpfloat (ntm_slide_deck_get_text_size (deck, NTM_FIGURE_TABLE, NTM_FONT_CELL, 1920, 1080), >=, FLOOR_PX);
  g_assert_cmpfloat (ntm_slide_deck_get_text_size (deck, NTM_FIGURE_TREND, NTM_FONT_CAPTION, 1920, 1080), >=, FLOOR_PX - 1e-9);
  g_assert_cmpfloat (ntm_slide_deck_get_text_size (deck, NTM_FIGURE_TASKS, NTM_FONT_CAPTION, 1920, 1080), >=, FLOOR_PX - 1e-9);
  /* a smaller screen shows the same share of it */
  g_assert_cmpfloat_with_epsilon (ntm_slide_deck_get_text_size (deck, NTM_FIGURE_MAP, NTM_FONT_BODY, 960, 540) * 2,
                                  ntm_slide_deck_get_text_size (deck, NTM_FIGURE_MAP, NTM_FONT_BODY, 1920, 1080), 1e-9);
}

/* Every unit of the table is on exactly one of its slides. */
static void
test_pages (void)
{
  g_autofree char *path = fixture_new_file ("pages.ntm");
  g_autoptr (NtmStore) store = ntm_store_open (path, NTM_STORE_READ_ONLY, NULL);
  NtmViewContext context = ntm_view_context_new (ntm_store_get_atlas (store), ntm_lang_current ());
  NtmTitlesQuestion question = { .level = NTM_LEVEL_DISTRICT };
  NtmTableSpec *spec = ntm_titles_view_new (&context, &question, NULL);
  g_autoptr (NtmDrawStyle) style = ntm_draw_style_new (NTM_STYLE_LIGHT, NTM_MEDIUM_PROJECTOR, context.lang);
  g_autoptr (NtmTableLayout) layout = ntm_table_layout_new (spec, style, 1776, 780, 780);
  guint rows = 0;

  for (guint page = 0; page < ntm_table_layout_get_n_pages (layout); page++)
    {
      guint n, heads = 0;
      const NtmPlaced *placed = ntm_table_layout_get_placed (layout, page, &n);

      for (guint i = 0; i < n; i++)
        {
          rows += placed[i].kind == NTM_PLACED_ROW;
          heads += placed[i].kind == NTM_PLACED_HEADER;
          g_assert_cmpfloat (placed[i].y + placed[i].height, <=, 780.5);
        }
      g_assert_cmpuint (heads, >, 0);
    }
  g_assert_cmpuint (rows, ==, spec->rows->len);
  ntm_table_spec_unref (spec);
}

/* --- the window ------------------------------------------------------------------------------- */

static void
test_turning (void)
{
  g_autofree char *path = fixture_new_file ("turning.ntm");
  NtmWindow *window = fixture_open (path);
  NtmMeetingWindow *meeting = show (window, 1280, 720);
  guint last = ntm_slide_deck_get_n (ntm_meeting_window_get_deck (meeting)) - 1;

  fixture_keep (GTK_WIDGET (meeting), "meeting", "map");
  press (meeting, GDK_KEY_Page_Up);
  g_assert_cmpuint (ntm_meeting_window_get_slide (meeting), ==, 0);
  press (meeting, GDK_KEY_Page_Down);
  g_assert_cmpuint (ntm_meeting_window_get_slide (meeting), ==, 1);
  fixture_keep (GTK_WIDGET (meeting), "meeting", "trend");
  press (meeting, GDK_KEY_End);
  press (meeting, GDK_KEY_space);
  g_assert_cmpuint (ntm_meeting_window_get_slide (meeting), ==, last);
  press (meeting, GDK_KEY_Home);
  press (meeting, GDK_KEY_3);
  fixture_keep (GTK_WIDGET (meeting), "meeting", "number");
  press (meeting, GDK_KEY_Return);
  g_assert_cmpuint (ntm_meeting_window_get_slide (meeting), ==, 2);
  press (meeting, GDK_KEY_9);
  press (meeting, GDK_KEY_9);
  press (meeting, GDK_KEY_Return);
  g_assert_cmpuint (ntm_meeting_window_get_slide (meeting), ==, last);
  g_assert_false (ntm_meeting_window_press (meeting, GDK_KEY_z, 0));
  fixture_close (window);
}

static void
test_covers (void)
{
  g_autofree char *path = fixture_new_file ("covers.ntm");
  NtmWindow *window = fixture_open (path);
  NtmMeetingWindow *meeting = show (window, 1280, 720);

  press (meeting, GDK_KEY_b);
  g_assert_cmpint (ntm_meeting_window_get_cover (meeting), ==, NTM_COVER_BLACK);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (meeting));
  g_assert_cmphex (fixture_get_pixel (GTK_WIDGET (meeting), 400, 300), ==, 0x000000);
  press (meeting, GDK_KEY_w);
  g_assert_cmpint (ntm_meeting_window_get_cover (meeting), ==, NTM_COVER_WHITE);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (meeting));
  g_assert_cmphex (fixture_get_pixel (GTK_WIDGET (meeting), 400, 300), ==, 0xffffff);
  press (meeting, GDK_KEY_Page_Down);
  g_assert_cmpint (ntm_meeting_window_get_cover (meeting), ==, NTM_COVER_NONE);
  g_assert_cmpuint (ntm_meeting_window_get_slide (meeting), ==, 0);
  press (meeting, GDK_KEY_period);
  press (meeting, GDK_KEY_period);
  g_assert_cmpint (ntm_meeting_window_get_cover (meeting), ==, NTM_COVER_NONE);
  fixture_close (window);
}

/* A change of the file is on the slide at once, while frozen only after it. */
static void
test_live (void)
{
  g_autofree char *path = fixture_new_file ("live.ntm");
  NtmWindow *window = fixture_open (path);
  NtmDesk *desk = ntm_window_get_desk (window);
  NtmMeetingWindow *meeting = show (window, 1280, 720);
  NtmSlideDeck *first;

  press (meeting, GDK_KEY_2);
  press (meeting, GDK_KEY_Return);
  first = ntm_slide_deck_ref (ntm_meeting_window_get_deck (meeting));
  g_assert_true (ntm_desk_set_date (desk, ntm_date_new (2024, 10, 28), NULL));
  g_assert_true (ntm_meeting_window_get_deck (meeting) != first);
  g_assert_cmpuint (ntm_meeting_window_get_slide (meeting), ==, 1);
  press (meeting, GDK_KEY_f);
  g_assert_true (ntm_meeting_window_is_frozen (meeting));
  ntm_slide_deck_unref (first);
  first = ntm_slide_deck_ref (ntm_meeting_window_get_deck (meeting));
  g_assert_true (ntm_desk_set_date (desk, ntm_date_new (2023, 12, 31), NULL));
  g_assert_true (ntm_meeting_window_get_deck (meeting) == first);
  fixture_keep (GTK_WIDGET (meeting), "meeting", "frozen");
  press (meeting, GDK_KEY_Home);
  press (meeting, GDK_KEY_End);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (meeting));
  g_assert_true (ntm_meeting_window_get_deck (meeting) == first);
  press (meeting, GDK_KEY_f);
  g_assert_true (ntm_meeting_window_get_deck (meeting) != first);
  ntm_slide_deck_unref (first);
  fixture_close (window);
}

static void
test_overview (void)
{
  g_autofree char *path = fixture_new_file ("overview.ntm");
  NtmWindow *window = fixture_open (path);
  NtmMeetingWindow *meeting = show (window, 1280, 720);

  press (meeting, GDK_KEY_g);
  g_assert_true (ntm_meeting_window_is_overview (meeting));
  press (meeting, GDK_KEY_Right);
  press (meeting, GDK_KEY_Right);
  press (meeting, GDK_KEY_Left);
  fixture_keep (GTK_WIDGET (meeting), "meeting", "overview");
  press (meeting, GDK_KEY_Return);
  g_assert_false (ntm_meeting_window_is_overview (meeting));
  g_assert_cmpuint (ntm_meeting_window_get_slide (meeting), ==, 1);
  press (meeting, GDK_KEY_g);
  press (meeting, GDK_KEY_Escape);
  g_assert_false (ntm_meeting_window_is_overview (meeting));
  g_assert_cmpuint (ntm_meeting_window_get_slide (meeting), ==, 1);
  fixture_close (window);
}

/* The unit that is selected in the window opens with its communes; a commune has none; U goes back. */
static void
test_open (void)
{
  g_autofree char *path = fixture_new_file ("open.ntm");
  NtmWindow *window = fixture_open (path);
  NtmDesk *desk = ntm_window_get_desk (window);
  NtmMeetingWindow *meeting = show (window, 1280, 720);
  guint n = ntm_slide_deck_get_n (ntm_meeting_window_get_deck (meeting));

  press (meeting, GDK_KEY_o);
  g_assert_null (ntm_meeting_window_get_unit (meeting));
  ntm_desk_select (desk, "444-0");
  press (meeting, GDK_KEY_o);
  g_assert_cmpstr (ntm_meeting_window_get_unit (meeting), ==, "444-0");
  g_assert_cmpint (ntm_slide_deck_get_kind (ntm_meeting_window_get_deck (meeting), 0), ==, NTM_FIGURE_MAP);
  fixture_keep (GTK_WIDGET (meeting), "meeting", "district");
  ntm_desk_select (desk, "18496-0");
  press (meeting, GDK_KEY_o);
  g_assert_cmpstr (ntm_meeting_window_get_unit (meeting), ==, "444-0");
  press (meeting, GDK_KEY_u);
  g_assert_null (ntm_meeting_window_get_unit (meeting));
  g_assert_cmpuint (ntm_slide_deck_get_n (ntm_meeting_window_get_deck (meeting)), ==, n);
  fixture_close (window);
}

/* What is under the pointer: the middle of the map is a district, the corner of the screen is none. */
static void
test_pick (void)
{
  g_autofree char *path = fixture_new_file ("pick.ntm");
  g_autoptr (NtmStore) store = ntm_store_open (path, NTM_STORE_READ_ONLY, NULL);
  NtmViewContext context = ntm_view_context_new (ntm_store_get_atlas (store), ntm_lang_current ());
  g_autoptr (NtmSlideDeck) deck = ntm_slide_deck_new (&context, context.at, NULL, NTM_STYLE_LIGHT, 1920, 1080);
  g_autoptr (GHashTable) found = g_hash_table_new (g_str_hash, g_str_equal);

  for (int x = 0; x < 1920; x += 40)
    for (int y = 0; y < 1080; y += 40)
      {
        const char *unit = ntm_slide_deck_pick (deck, 0, x, y, 1920, 1080);

        if (x % 160 == 0 && y % 160 == 0)
          g_assert_cmpstr (unit, ==, ntm_slide_deck_pick (deck, 0, x / 2.0, y / 2.0, 960, 540));
        if (unit != NULL)
          g_hash_table_add (found, (gpointer) unit);
      }
  g_assert_cmpuint (g_hash_table_size (found), ==, 13);
  g_assert_null (ntm_slide_deck_pick (deck, 0, 5, 5, 1920, 1080));
  g_assert_null (ntm_slide_deck_pick (deck, 1, 960, 540, 1920, 1080));
}

/* The years play up to the day of the file, then it is that day again; a key stops them. */
static void
test_years (void)
{
  g_autofree char *path = fixture_new_file ("years.ntm");
  NtmWindow *window = fixture_open (path);
  NtmDesk *desk = ntm_window_get_desk (window);
  NtmMeetingWindow *meeting = show (window, 640, 360);

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  press (meeting, GDK_KEY_a);
  g_assert_cmpint (ntm_meeting_window_get_date (meeting), ==, ntm_date_new (2018, 12, 31));
  fixture_spin (1400);
  g_assert_cmpint (ntm_meeting_window_get_date (meeting), ==, ntm_date_new (2019, 12, 31));
  press (meeting, GDK_KEY_Page_Down);
  g_assert_cmpint (ntm_meeting_window_get_date (meeting), ==, ntm_desk_get_date (desk));
  press (meeting, GDK_KEY_a);   /* a trend has no years to play */
  g_assert_cmpint (ntm_meeting_window_get_date (meeting), ==, ntm_desk_get_date (desk));
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  fixture_close (window);
}

/* Who wants no animations gets one year a press, the last up to the day of the file. */
static void
test_years_by_hand (void)
{
  g_autofree char *path = fixture_new_file ("by-hand.ntm");
  NtmWindow *window = fixture_open (path);
  NtmDesk *desk = ntm_window_get_desk (window);
  NtmMeetingWindow *meeting = show (window, 640, 360);

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  for (int year = 2018; year < 2024; year++)
    {
      press (meeting, GDK_KEY_a);
      g_assert_cmpint (ntm_meeting_window_get_date (meeting), ==, ntm_date_new (year, 12, 31));
    }
  fixture_spin (1400);
  g_assert_cmpint (ntm_meeting_window_get_date (meeting), ==, ntm_date_new (2023, 12, 31));
  press (meeting, GDK_KEY_a);
  g_assert_cmpint (ntm_meeting_window_get_date (meeting), ==, ntm_desk_get_date (desk));
  fixture_close (window);
}

/* A screen reader reads what has the keyboard: the slide in front, by its title. */
static void
test_focus (void)
{
  g_autofree char *path = fixture_new_file ("focus.ntm");
  NtmWindow *window = fixture_open (path);
  NtmMeetingWindow *meeting = show (window, 640, 360);

  for (guint slide = 0; slide < 3; slide++)
    {
      GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (meeting));

      g_assert_nonnull (focus);
      g_assert_true (gtk_widget_get_mapped (focus));
      gtk_test_accessible_assert_property (GTK_ACCESSIBLE (focus), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                           ntm_slide_deck_get_title (ntm_meeting_window_get_deck (meeting), slide));
      press (meeting, GDK_KEY_Page_Down);
    }
  fixture_close (window);
}

/* Escape ends it; the window of the file goes on. A window that closes takes its meeting along. */
static void
test_end (void)
{
  g_autofree char *path = fixture_new_file ("end.ntm");
  NtmWindow *window = fixture_open (path);
  gpointer meeting = show (window, 640, 360);

  g_object_add_weak_pointer (meeting, &meeting);
  press (meeting, GDK_KEY_b);
  press (meeting, GDK_KEY_Escape);
  fixture_spin (50);
  g_assert_null (meeting);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (window)));

  meeting = ntm_meeting_window_present (GTK_WINDOW (window), ntm_window_get_desk (window));
  g_object_add_weak_pointer (meeting, &meeting);
  gtk_test_widget_wait_for_draw (meeting);
  fixture_close (window);
  fixture_spin (50);
  g_assert_null (meeting);
}

/* An empty desk has nothing to show. */
static void
test_no_file (void)
{
  g_autoptr (NtmDesk) desk = ntm_desk_new ();
  g_autofree char *path = fixture_new_file ("none.ntm");
  NtmWindow *window = fixture_open (path);

  g_assert_null (ntm_meeting_window_present (GTK_WINDOW (window), desk));
  fixture_close (window);
}

int
main (int   argc,
      char *argv[])
{
  fixture_init (&argc, &argv);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  g_test_add_func ("/app/meeting/keys", test_keys);
  g_test_add_func ("/app/meeting/numbers", test_numbers);
  g_test_add_func ("/app/meeting/slides", test_slides);
  g_test_add_func ("/app/meeting/deadlines", test_deadlines);
  g_test_add_func ("/app/meeting/type", test_type);
  g_test_add_func ("/app/meeting/pages", test_pages);
  g_test_add_func ("/app/meeting/turning", test_turning);
  g_test_add_func ("/app/meeting/covers", test_covers);
  g_test_add_func ("/app/meeting/live", test_live);
  g_test_add_func ("/app/meeting/overview", test_overview);
  g_test_add_func ("/app/meeting/open", test_open);
  g_test_add_func ("/app/meeting/pick", test_pick);
  g_test_add_func ("/app/meeting/years", test_years);
  g_test_add_func ("/app/meeting/years-by-hand", test_years_by_hand);
  g_test_add_func ("/app/meeting/focus", test_focus);
  g_test_add_func ("/app/meeting/end", test_end);
  g_test_add_func ("/app/meeting/no-file", test_no_file);
  return fixture_run ();
}
