/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The manual: what its text becomes, that its pages are whole in both languages, search, links, F1. */

#include "config.h"

#include "fixture.h"

#include <string.h>

#include "ntm-forms.h"
#include "ntm-help.h"
#include "ntm-help-book.h"
#include "ntm-help-page.h"
#include "ntm-help-text.h"
#include "ntm-preferences.h"
#include "ntm-progress-form.h"
#include "ntm-task-form.h"

static void
test_markup (void)
{
  static const struct { const char *text, *markup; } cases[] = {
    { "", "" },
    { "chữ thường", "chữ thường" },
    { "**đậm** và *nghiêng*", "<b>đậm</b> và <i>nghiêng</i>" },
    { "**a *b* c**", "<b>a <i>b</i> c</b>" },
    { "`ntm <x> & *y*`", "<tt>ntm &lt;x&gt; &amp; *y*</tt>" },
    { "xem [Bản đồ](map)", "xem <a href=\"map\">Bản đồ</a>" },
    { "[**a**](b\"c)", "<a href=\"b&quot;c\"><b>a</b></a>" },
    { "[a [b](c)", "<a href=\"c\">a [b</a>" },
    { "\\*a\\* \\`b\\` \\[c](d)", "*a* `b` [c](d)" },
    { "a\\b", "a\\b" },
    /* What is not complete stands as it is. */
    { "**a", "**a" },
    { "*a", "*a" },
    { "`a", "`a" },
    { "a * b * c", "a * b * c" },
    { "****", "****" },
    { "[a](", "[a](" },
    { "[](a)", "[](a)" },
    { "[a]()", "[a]()" },
    { "[a] (b)", "[a] (b)" },
    { "**a *b** c*", "<b>a *b</b> c*" },
    { "<b>a</b> & \"b\"", "&lt;b&gt;a&lt;/b&gt; &amp; &quot;b&quot;" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *markup = ntm_help_text_markup (cases[i].text);

      g_assert_cmpstr (markup, ==, cases[i].markup);
    }
}

/* A line for each block: kind, level, mark, target, cells. */
static char *
describe (const char *text)
{
  static const char * const kinds[] = { "heading", "paragraph", "item", "code", "picture", "row" };
  g_autoptr (GPtrArray) blocks = ntm_help_text_parse (text);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < blocks->len; i++)
    {
      const NtmHelpBlock *block = blocks->pdata[i];
      g_autofree char *cells = g_strjoinv ("|", block->cells);

      g_string_append_printf (out, "%s%d %s %s %s\n", kinds[block->kind], block->level, block->mark == NULL ? "" : block->mark,
                              block->target == NULL ? "" : block->target, cells);
    }
  return g_string_free (out, FALSE);
}

static void
test_blocks (void)
{
  static const struct { const char *text, *blocks; } cases[] = {
    { "", "" },
    { "\n\n  \n", "" },
    { "# A\n## B\n### C\n#### D\n#E", "heading1   A\nheading2   B\nheading3   C\nparagraph0   #### D\nparagraph0   #E\n" },
    { "one\ntwo\n\nthree", "paragraph0   one two\nparagraph0   three\n" },
    { "one **bold\ntwo** end", "paragraph0   one <b>bold two</b> end\n" },
    { "- a\n  goes on\n- b\n\nc", "item0 •  a goes on\nitem0 •  b\nparagraph0   c\n" },
    { "1. a\n2. b\n2024. c", "item0 1.  a\nitem0 2.  b 2024. c\n" },
    { "a\n- b\nc", "paragraph0   a\nitem0 •  b c\n" },
    { "```\n# x <y>\n\n  z\n```\nafter", "code0   # x &lt;y&gt;\n\n  z\nparagraph0   after\n" },
    { "```\nnever closed", "code0   never closed\n" },
    { "a\r\nb\r\n```\r\nc\r\nd\r\n```\r\n", "paragraph0   a b\ncode0   c\nd\n" },
    { "![Bản *đồ*](map.png)", "picture0  map.png Bản <i>đồ</i>\n" },
    { "![a](b) c", "paragraph0   !<a href=\"b\">a</a> c\n" },
    { "![a](b", "paragraph0   ![a](b\n" },
    { "| K | W |\n| --- | --- |\n| `a` | b |\n\n| c |", "row1   K|W\nrow2   <tt>a</tt>|b\nrow2   c\n" },
    { "| a | b |\ntext\n| c | d |", "row1   a|b\nparagraph0   text\nrow1   c|d\n" },
    { "| a\n|", "row1   a\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *blocks = describe (cases[i].text);

      g_assert_cmpstr (blocks, ==, cases[i].blocks);
    }
}

/* Whatever is written, the markup is well-formed and a label takes it; the oracle is GLib's parser. */
static void
test_malformed (void)
{
  static const char signs[] = "*`[]()\\<>&\"#-|!1. \n\xc3\xa1\xff\x01";
  g_autoptr (GRand) rand = g_rand_new_with_seed (20240221);
  GtkWidget *label = g_object_ref_sink (gtk_label_new (NULL));

  for (guint n = 0; n < 4000; n++)
    {
      char text[65] = "";
      g_autoptr (GPtrArray) blocks = NULL;

      for (gint i = 0, length = g_rand_int_range (rand, 0, 64); i < length; i++)
        text[i] = signs[g_rand_int_range (rand, 0, sizeof signs - 1)];
      blocks = ntm_help_text_parse (text);
      for (guint i = 0; i < blocks->len; i++)
        for (char **cell = ((NtmHelpBlock *) blocks->pdata[i])->cells; *cell != NULL; cell++)
          {
            static const GMarkupParser nothing = { NULL };
            g_autofree char *whole = g_strdup_printf ("<p>%s</p>", *cell);
            g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&nothing, 0, NULL, NULL);
            g_autoptr (GError) error = NULL;

            g_markup_parse_context_parse (context, whole, -1, &error);
            g_assert_no_error (error);
            g_assert_true (g_markup_parse_context_end_parse (context, &error));
            gtk_label_set_markup (GTK_LABEL (label), *cell);
          }
    }
  g_object_unref (label);
}

static void
test_page_widgets (void)
{
  g_autoptr (GPtrArray) blocks = ntm_help_text_parse ("# A\n\ntext\n\n| a | b |\n| --- | --- |\n| c | d |\n\n![Nothing *there*](missing.png)\n");
  GtkWidget *page = g_object_ref_sink (ntm_help_page_new (blocks, "/nowhere/"));
  GtkWidget *heading = gtk_widget_get_first_child (page);
  GtkWidget *grid = gtk_widget_get_next_sibling (gtk_widget_get_next_sibling (heading));
  GtkWidget *missing = gtk_widget_get_last_child (page);

  g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (heading)), ==, GTK_ACCESSIBLE_ROLE_HEADING);
  g_assert_true (GTK_IS_GRID (grid));
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (gtk_grid_get_child_at (GTK_GRID (grid), 1, 1))), ==, "d");
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (missing)), ==, "Nothing there");
  g_object_unref (page);
}

static GPtrArray *
load_page (const char *lang,
           const char *id)
{
  g_autofree char *path = g_strdup_printf ("/org/ntmatlas/NtmAtlas/help/%s/%s.md", lang, id);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_assert_true (g_utf8_validate (text, -1, NULL));
  return ntm_help_text_parse (text);
}

/* Each link leads to a page, each picture is there, in the language of the page, small, and says what it shows. */
static void
check_targets (const NtmHelpBlock *block,
               const char         *lang)
{
  g_autofree char *ending = g_strdup_printf ("-%s.png", lang);
  gsize size = 0;
  g_autofree char *markup = g_strjoinv (" ", block->cells);
  g_autofree char *picture = g_strconcat ("/org/ntmatlas/NtmAtlas/help/pictures/", block->target, NULL);

  for (const char *p = strstr (markup, "href=\""); p != NULL; p = strstr (p + 1, "href=\""))
    {
      g_autofree char *target = g_strndup (p + 6, strcspn (p + 6, "\""));

      g_test_message ("link to %s", target);
      g_assert_true (g_strv_contains (ntm_help_list_pages (), target));
    }
  if (block->target == NULL)
    return;
  g_test_message ("picture %s", picture);
  g_assert_true (g_resources_get_info (picture, 0, &size, NULL, NULL));
  g_assert_cmpuint (size, <, 64 * 1024);
  g_assert_true (g_str_has_suffix (block->target, ending));
  g_assert_cmpuint (strlen (markup), >, 20);
}

/* Page by page and block by block the two languages say the same things in the same order. */
static void
test_pages_whole (void)
{
  const char * const *ids = ntm_help_list_pages ();

  for (guint p = 0; ids[p] != NULL; p++)
    {
      g_autoptr (GPtrArray) vi = load_page ("vi", ids[p]);
      g_autoptr (GPtrArray) en = load_page ("en", ids[p]);

      g_test_message ("%s", ids[p]);
      g_assert_cmpuint (vi->len, ==, en->len);
      g_assert_cmpuint (vi->len, >, 5);
      for (guint i = 0; i < vi->len; i++)
        {
          const NtmHelpBlock *a = vi->pdata[i], *b = en->pdata[i];

          g_assert_cmpint (a->kind, ==, b->kind);
          g_assert_cmpint (a->level, ==, b->level);
          g_assert_cmpint (a->level == 1 && a->kind == NTM_HELP_HEADING, ==, i == 0);
          g_assert_cmpuint (g_strv_length (a->cells), ==, g_strv_length (b->cells));
          check_targets (a, "vi");
          check_targets (b, "en");
        }
    }
}

/* The words of the house in Vietnamese: nobody is addressed, nothing is exclaimed. */
static void
test_wording (void)
{
  const char * const *ids = ntm_help_list_pages ();

  for (guint p = 0; ids[p] != NULL; p++)
    {
      g_autoptr (GPtrArray) blocks = load_page ("vi", ids[p]);

      for (guint i = 0; i < blocks->len; i++)
        {
          g_autofree char *plain = ntm_help_block_plain (blocks->pdata[i]);
          g_autofree char *lower = g_utf8_strdown (plain, -1);

          g_test_message ("%s", plain);
          g_assert_null (strchr (plain, '!'));
          g_assert_false (g_regex_match_simple ("\\bbạn\\b|vui lòng|\\bN/A\\b", lower, 0, 0));
        }
    }
}

static NtmHelp *
show (NtmWindow  *window,
      const char *page)
{
  NtmHelp *help = ntm_help_show (GTK_WINDOW (window), page);

  fixture_spin (150);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (help)));
  return help;
}

static GtkListBox *
find_list (GtkWidget *widget)
{
  GtkListBox *found = GTK_IS_LIST_BOX (widget) ? GTK_LIST_BOX (widget) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_list (child);
  return found;
}

static char *
list_shown (NtmHelp *help)
{
  GString *out = g_string_new (NULL);
  GtkListBox *list = find_list (GTK_WIDGET (help));

  for (int i = 0; ntm_help_list_pages ()[i] != NULL; i++)
    if (gtk_widget_get_visible (GTK_WIDGET (gtk_list_box_get_row_at_index (list, i))))
      g_string_append_printf (out, "%s ", ntm_help_list_pages ()[i]);
  return g_string_free (out, FALSE);
}

static char *
search (NtmHelp    *help,
        const char *words)
{
  ntm_help_search (help, words);
  return list_shown (help);
}

static void
test_window (void)
{
  const char * const *ids = ntm_help_list_pages ();
  g_autofree char *path = fixture_new_file ("help.ntm");
  NtmWindow *window = fixture_open (path);
  NtmHelp *help;

  /* F1 asks without saying which page: the map is on screen. */
  g_action_group_activate_action (G_ACTION_GROUP (fixture_get_app ()), "help", NULL);
  help = show (window, NULL);
  g_assert_cmpstr (ntm_help_get_page (help), ==, "map");
  g_assert_true (show (window, "no-such-page") == help);
  g_assert_cmpstr (ntm_help_get_page (help), ==, ids[0]);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autofree char *name = g_strdup_printf ("help-%s-%s.png", g_getenv ("NTM_LANG"), ids[i]);

      g_assert_true (show (window, ids[i]) == help);
      g_assert_cmpstr (ntm_help_get_page (help), ==, ids[i]);
      g_assert_cmpint (gtk_list_box_row_get_index (gtk_list_box_get_selected_row (find_list (GTK_WIDGET (help)))), ==, (int) i);
      fixture_spin (50);
      fixture_save_picture (GTK_WIDGET (help), name);
    }
  fixture_close (window);
  g_assert_null (gtk_application_get_windows (GTK_APPLICATION (fixture_get_app ())));
}

static GtkWidget *
find_part (GtkWidget *widget,
           GType      type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_part (child, type);
  return found;
}

/* The pages about the views begin with what they look like, in a size that fits the page. */
static void
test_pictures (void)
{
  g_autofree char *path = fixture_new_file ("help-pictures.ntm");
  NtmWindow *window = fixture_open (path);
  static const char * const pages[] = { "about", "map", "table", "charts", "tasks" };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      NtmHelp *help = show (window, pages[i]);
      GtkWidget *picture = find_part (GTK_WIDGET (help), GTK_TYPE_PICTURE);

      g_assert_nonnull (picture);
      g_assert_cmpuint (strlen (gtk_picture_get_alternative_text (GTK_PICTURE (picture))), >, 20);
      g_assert_cmpint (gtk_widget_get_width (picture), <=, 680);
      g_assert_cmpint (gtk_widget_get_height (picture), >, 300);
      g_assert_cmpint (gtk_widget_get_height (picture), <, 460);
    }
  fixture_close (window);
}

static void
assert_page (gpointer    dialog,
             const char *page)
{
  gtk_window_present (dialog);
  fixture_spin (150);
  /* Of the program, so that F1 arrives, and about what is in it. */
  g_assert_true (gtk_window_get_application (dialog) == GTK_APPLICATION (fixture_get_app ()));
  g_assert_cmpstr (ntm_help_page_for (dialog), ==, page);
  gtk_window_destroy (dialog);
}

static void
test_dialogs (void)
{
  g_autofree char *path = fixture_new_file ("help-dialogs.ntm");
  NtmWindow *window = fixture_open (path);
  GtkWindow *parent = GTK_WINDOW (window);
  GSettings *settings = ntm_application_get_settings (fixture_get_app ());
  g_autofree char *task = NULL;

  task = g_strdup (((const NtmTask *) ntm_atlas_records (ntm_desk_get_atlas (window->desk), NTM_TABLE_TASK)->pdata[0])->id);
  assert_page (ntm_forms_add_title (parent, window->desk), "titles");
  assert_page (ntm_forms_edit_indicator (parent, window->desk, "poverty_rate"), "table");
  assert_page (ntm_form_new (parent, ntm_task_form_new (window->desk, task, ntm_date_new (2024, 3, 1))), "tasks");
  assert_page (ntm_form_new (parent, ntm_progress_form_new (window->desk, task, ntm_date_new (2024, 3, 1), TRUE)), "tasks");
  assert_page (ntm_preferences_new (parent, settings, window->desk), "history");
  fixture_close (window);
}

/* Returns: how far the page, which has the focus, is scrolled down */
static double
get_scrolled (NtmHelp *help)
{
  GtkWidget *scroller = gtk_window_get_focus (GTK_WINDOW (help));

  g_assert_true (GTK_IS_SCROLLED_WINDOW (scroller));
  return gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)));
}

static void
test_search (void)
{
  gboolean vietnamese = ntm_lang_current () == NTM_LANG_VI;
  g_autofree char *path = fixture_new_file ("help-search.ntm");
  NtmWindow *window = fixture_open (path);
  NtmHelp *help = show (window, "about");
  g_autofree char *all = list_shown (help);
  g_autofree char *found = search (help, vietnamese ? "DOI CHIEU" : "TO BE VERIFIED");
  g_autofree char *picture = g_strdup_printf ("help-%s-search.png", g_getenv ("NTM_LANG"));
  g_autofree char *marked = NULL;
  g_autofree char *none = NULL;
  g_autofree char *again = NULL;

  fixture_spin (100);
  fixture_save_picture (GTK_WIDGET (help), picture);
  g_assert_cmpstr (found, ==, "map titles ");
  marked = search (help, vietnamese ? "đối chiếu" : "To be verified");
  g_assert_cmpstr (marked, ==, found);
  none = search (help, "xyzzy");
  g_assert_cmpstr (none, ==, "");
  again = search (help, "");
  g_assert_cmpstr (again, ==, all);
  /* Searching leaves the page as it was; the page opened next begins where the words stand. */
  g_assert_cmpstr (ntm_help_get_page (help), ==, "about");
  g_assert_cmpfloat (get_scrolled (help), ==, 0);
  g_free (search (help, vietnamese ? "thu hoi" : "revoked"));
  ntm_help_open (help, "titles");
  for (guint i = 0; i < 100 && get_scrolled (help) <= 200; i++)
    fixture_spin (50);
  g_assert_cmpfloat (get_scrolled (help), >, 200);
  g_free (search (help, ""));
  ntm_help_open (help, "table");
  fixture_spin (200);
  g_assert_cmpfloat (get_scrolled (help), ==, 0);
  fixture_close (window);
}

static GtkLabel *
find_link (GtkWidget  *widget,
           const char *target)
{
  GtkLabel *found = GTK_IS_LABEL (widget) && strstr (gtk_label_get_label (GTK_LABEL (widget)), target) != NULL
                      ? GTK_LABEL (widget) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_link (child, target);
  return found;
}

static void
test_links (void)
{
  g_autofree char *path = fixture_new_file ("help-links.ntm");
  NtmWindow *window = fixture_open (path);
  NtmHelp *help = show (window, "about");
  gboolean handled = FALSE;

  g_signal_emit_by_name (find_link (GTK_WIDGET (help), "href=\"titles\""), "activate-link", "titles", &handled);
  g_assert_true (handled);
  g_assert_cmpstr (ntm_help_get_page (help), ==, "titles");
  ntm_help_open (help, "charts");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (help), "help.back", NULL));
  g_assert_cmpstr (ntm_help_get_page (help), ==, "titles");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (help), "help.back", NULL));
  g_assert_cmpstr (ntm_help_get_page (help), ==, "about");
  gtk_widget_activate_action (GTK_WIDGET (help), "help.back", NULL);
  g_assert_cmpstr (ntm_help_get_page (help), ==, "about");
  /* An address is not taken for a page. */
  handled = FALSE;
  ntm_help_open (help, "no-such-page");
  g_assert_cmpstr (ntm_help_get_page (help), ==, "about");
  fixture_close (window);
}

/* The keys the window of shortcuts lists under “All pages”: "<Alt>1...4" stands for four. */
static GHashTable *
list_general_keys (void)
{
  g_autoptr (GBytes) ui = g_resources_lookup_data ("/org/ntmatlas/NtmAtlas/ui/ntm-shortcuts.ui", 0, NULL);
  g_autofree char *text = g_strndup (g_bytes_get_data (ui, NULL), g_bytes_get_size (ui));
  GHashTable *keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GRegex) regex = g_regex_new ("\"accelerator\">([^<]*)<", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  *strstr (text, "GtkShortcutsSection\">") = '*';
  *strstr (text, "GtkShortcutsSection\">") = '\0';   /* only the first one */
  for (g_regex_match (regex, text, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *raw = g_match_info_fetch (match, 1);
      g_autoptr (GString) value = g_string_new (raw);
      g_auto (GStrv) accels = NULL;

      g_string_replace (value, "&lt;", "<", 0);
      g_string_replace (value, "&gt;", ">", 0);
      g_string_replace (value, "<Alt>1...4", "<Alt>1 <Alt>2 <Alt>3 <Alt>4", 0);
      accels = g_strsplit (value->str, " ", -1);
      for (char **accel = accels; *accel != NULL; accel++)
        {
          guint key;
          GdkModifierType mods;

          g_assert_true (gtk_accelerator_parse (*accel, &key, &mods));
          g_hash_table_add (keys, gtk_accelerator_name (key, mods));
        }
    }
  return keys;
}

/* Each key of the program is listed, and each key listed for all pages does something. */
static void
test_keys_listed (void)
{
  GtkApplication *app = GTK_APPLICATION (fixture_get_app ());
  g_autoptr (GHashTable) listed = list_general_keys ();
  g_auto (GStrv) actions = gtk_application_list_action_descriptions (app);
  /* Of the window itself: the primary menu, and what a text field has for its own. */
  static const char * const others[] = { "F10", "slash", "Escape" };

  for (char **action = actions; *action != NULL; action++)
    {
      g_auto (GStrv) accels = gtk_application_get_accels_for_action (app, *action);

      for (char **accel = accels; *accel != NULL; accel++)
        {
          g_test_message ("%s: %s", *action, *accel);
          g_assert_true (g_hash_table_remove (listed, *accel));
        }
    }
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_true (g_hash_table_remove (listed, others[i]));
  g_assert_cmpuint (g_hash_table_size (listed), ==, 0);
}

/* Every command with a key is there and can be run with a file that may be written. */
static void
test_keys_work (void)
{
  GtkApplication *app = GTK_APPLICATION (fixture_get_app ());
  g_autofree char *path = fixture_new_file ("help-keys.ntm");
  NtmWindow *window = fixture_open (path);
  g_auto (GStrv) actions = gtk_application_list_action_descriptions (app);

  for (char **action = actions; *action != NULL; action++)
    {
      g_auto (GStrv) parts = g_strsplit (*action, "::", 2);
      const char *name = strchr (parts[0], '.') + 1;
      gboolean of_window = g_str_has_prefix (parts[0], "win.");

      g_test_message ("%s", *action);
      if (of_window || g_str_has_prefix (parts[0], "app."))
        g_assert_true (g_action_group_has_action (of_window ? G_ACTION_GROUP (window) : G_ACTION_GROUP (app), name));
    }
  fixture_close (window);
}

static void
test_shortcuts (void)
{
  g_autofree char *path = fixture_new_file ("help-shortcuts.ntm");
  NtmWindow *window = fixture_open (path);
  g_autofree char *picture = g_strdup_printf ("shortcuts-%s.png", g_getenv ("NTM_LANG"));
  GListModel *toplevels = gtk_window_get_toplevels ();
  GtkWindow *shortcuts = NULL;

  g_action_group_activate_action (G_ACTION_GROUP (fixture_get_app ()), "shortcuts", NULL);
  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) toplevel = g_list_model_get_item (toplevels, i);

      if (GTK_IS_SHORTCUTS_WINDOW (toplevel))
        shortcuts = toplevel;
    }
  g_assert_nonnull (shortcuts);
  fixture_spin (500);
  fixture_save_picture (GTK_WIDGET (shortcuts), picture);
  gtk_window_destroy (shortcuts);
  fixture_close (window);
}

int
main (int   argc,
      char *argv[])
{
  fixture_init (&argc, &argv);
  g_ptr_array_unref (ntm_help_book_read ()); /* brings the resource with it */
  g_test_add_func ("/app/help/markup", test_markup);
  g_test_add_func ("/app/help/blocks", test_blocks);
  g_test_add_func ("/app/help/malformed", test_malformed);
  g_test_add_func ("/app/help/page-widgets", test_page_widgets);
  g_test_add_func ("/app/help/window", test_window);
  g_test_add_func ("/app/help/pages-whole", test_pages_whole);
  g_test_add_func ("/app/help/wording", test_wording);
  g_test_add_func ("/app/help/pictures", test_pictures);
  g_test_add_func ("/app/help/dialogs", test_dialogs);
  g_test_add_func ("/app/help/search", test_search);
  g_test_add_func ("/app/help/links", test_links);
  g_test_add_func ("/app/help/keys-listed", test_keys_listed);
  g_test_add_func ("/app/help/keys-work", test_keys_work);
  g_test_add_func ("/app/help/shortcuts", test_shortcuts);
  return fixture_run ();
}
