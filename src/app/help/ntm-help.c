/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The window of the manual, one for the program. Searching goes through all pages, whatever marks and capitals. */

#include "config.h"

#include "ntm-help.h"

#include "ntm-help-book.h"
#include "ntm-help-page.h"
#include "ntm-text.h"

struct _NtmHelp
{
  AdwWindow parent_instance;

  GPtrArray *pages;      /* of NtmHelpPage, in the order of the list */
  const char *shown;     /* id of a page; NULL before the first */
  GQueue      before;    /* ids of pages seen before, the latest first */
  GtkWidget  *target;    /* the part of the page to scroll to */
  guint       tick;      /* until it has been scrolled to; 0 = it has */
  GSimpleAction *back;

  GtkSearchEntry    *search;
  GtkListBox        *list;
  GtkStack          *results;
  GtkScrolledWindow *scroller;
  AdwClamp          *clamp;
};

G_DEFINE_FINAL_TYPE (NtmHelp, ntm_help, ADW_TYPE_WINDOW)

static GtkWidget *
new_row_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  return label;
}

/* The title, and below it, while searching, the place where the words stand. */
static void
add_row (NtmHelp           *self,
         const NtmHelpPage *page)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *excerpt = new_row_label (NULL);

  gtk_widget_add_css_class (excerpt, "caption");
  gtk_widget_add_css_class (excerpt, "dim-label");
  gtk_widget_set_visible (excerpt, FALSE);
  gtk_box_append (GTK_BOX (box), new_row_label (page->plain->pdata[0]));
  gtk_box_append (GTK_BOX (box), excerpt);
  g_object_set (box, "margin-top", 6, "margin-bottom", 6, NULL);
  gtk_list_box_append (self->list, box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (box)), GTK_ACCESSIBLE_PROPERTY_LABEL, page->plain->pdata[0], -1);
}

/* Returns: the place of a page in the list, -1 if there is none of this id */
static int
find_page (NtmHelp    *self,
           const char *id)
{
  for (guint i = 0; i < self->pages->len; i++)
    if (g_strcmp0 (((const NtmHelpPage *) self->pages->pdata[i])->id, id) == 0)
      return (int) i;
  return -1;
}

static char *
dup_needle (NtmHelp *self)
{
  return ntm_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

/* A new page has its height only after the next frame. */
static gboolean
scroll_to_target_cb (GtkWidget     *scroller,
                     GdkFrameClock *clock,
                     gpointer       user_data)
{
  NtmHelp *self = user_data;
  GtkWidget *page = adw_clamp_get_child (self->clamp);
  graphene_rect_t bounds;

  if (self->target != NULL && gtk_widget_get_height (self->target) == 0)
    return G_SOURCE_CONTINUE;
  if (self->target != NULL && gtk_widget_compute_bounds (self->target, page, &bounds))
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), bounds.origin.y);
  self->tick = 0;
  return G_SOURCE_REMOVE;
}

/* To the first place that holds the words searched for, else to the beginning. */
static void
scroll_to_words (NtmHelp           *self,
                 const NtmHelpPage *page)
{
  g_autofree char *needle = dup_needle (self);
  int found = *needle == '\0' ? 0 : ntm_help_page_find (page, needle);

  self->target = ntm_help_page_get_block (adw_clamp_get_child (self->clamp), page->blocks, (guint) MAX (found, 0));
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self->scroller), scroll_to_target_cb, self, NULL);
}

static void
show_page (NtmHelp *self,
           int      place)
{
  const NtmHelpPage *page = self->pages->pdata[place];

  self->shown = page->id;
  adw_clamp_set_child (self->clamp, ntm_help_page_new (page->blocks, NTM_HELP_PREFIX "pictures/"));
  scroll_to_words (self, page);
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, place));
  gtk_window_set_title (GTK_WINDOW (self), page->plain->pdata[0]);
  g_simple_action_set_enabled (self->back, !g_queue_is_empty (&self->before));
}

static void
row_selected_cb (NtmHelp       *self,
                 GtkListBoxRow *row)
{
  if (row != NULL)
    ntm_help_open (self, ((const NtmHelpPage *) self->pages->pdata[gtk_list_box_row_get_index (row)])->id);
}

/* Returns: whether the page holds the words; "" is on every page, but nowhere in particular */
static gboolean
update_row (NtmHelp    *self,
            guint       place,
            const char *needle)
{
  const NtmHelpPage *page = self->pages->pdata[place];
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int) place);
  GtkWidget *excerpt = gtk_widget_get_last_child (gtk_list_box_row_get_child (row));
  int found = *needle == '\0' ? 0 : ntm_help_page_find (page, needle);

  /* Block 0 is the title, which stands above already. */
  gtk_widget_set_visible (excerpt, found > 0);
  gtk_label_set_text (GTK_LABEL (excerpt), found > 0 ? page->plain->pdata[found] : "");
  gtk_widget_set_visible (GTK_WIDGET (row), found >= 0);
  return found >= 0;
}

static void
search_changed_cb (NtmHelp *self)
{
  g_autofree char *needle = dup_needle (self);
  guint n = 0;

  for (guint i = 0; i < self->pages->len; i++)
    n += update_row (self, i, needle);
  gtk_stack_set_visible_child_name (self->results, n > 0 ? "pages" : "none");
  if (self->shown != NULL && *needle != '\0')
    scroll_to_words (self, self->pages->pdata[find_page (self, self->shown)]);
}

/* To the first page in the list. */
static void
search_activate_cb (NtmHelp *self)
{
  guint i = 0;

  search_changed_cb (self);   /* Enter may come before the delay of the search is over */
  while (i < self->pages->len && !gtk_widget_get_visible (GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, (int) i))))
    i++;
  if (i == self->pages->len)
    return;
  ntm_help_open (self, ((const NtmHelpPage *) self->pages->pdata[i])->id);
  gtk_widget_grab_focus (GTK_WIDGET (self->scroller));
}

/* The first Escape empties the search, the second closes the window. */
static void
stop_search_cb (NtmHelp *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->search)) == '\0')
    gtk_window_close (GTK_WINDOW (self));
  else
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
}

static void
open_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       self)
{
  ntm_help_open (self, g_variant_get_string (parameter, NULL));
}

static void
back_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  NtmHelp *self = user_data;
  const char *id = g_queue_pop_head (&self->before);

  if (id != NULL)
    show_page (self, find_page (self, id));
}

static void
find_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  gtk_widget_grab_focus (GTK_WIDGET (((NtmHelp *) user_data)->search));
}

static gboolean
scroll_cb (GtkWidget *widget,
           GVariant  *step,
           gpointer   user_data)
{
  GtkAdjustment *place = gtk_scrolled_window_get_vadjustment (NTM_HELP (widget)->scroller);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (widget));

  if (focus != GTK_WIDGET (NTM_HELP (widget)->scroller))
    return FALSE;
  gtk_adjustment_set_value (place, gtk_adjustment_get_value (place) + g_variant_get_int32 (step));
  return TRUE;
}

static void
ntm_help_dispose (GObject *object)
{
  NtmHelp *self = NTM_HELP (object);

  if (self->pages != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->scroller), self->tick);
  self->tick = 0;
  g_queue_clear (&self->before);
  g_clear_object (&self->back);
  g_clear_pointer (&self->pages, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), NTM_TYPE_HELP);
  G_OBJECT_CLASS (ntm_help_parent_class)->dispose (object);
}

static void
ntm_help_class_init (NtmHelpClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ntm_help_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ntmatlas/NtmAtlas/ui/ntm-help.ui");
  gtk_widget_class_bind_template_child (widget_class, NtmHelp, search);
  gtk_widget_class_bind_template_child (widget_class, NtmHelp, list);
  gtk_widget_class_bind_template_child (widget_class, NtmHelp, results);
  gtk_widget_class_bind_template_child (widget_class, NtmHelp, scroller);
  gtk_widget_class_bind_template_child (widget_class, NtmHelp, clamp);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "help.find", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_slash, 0, "help.find", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "help.back", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, 0, scroll_cb, "i", 48);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, 0, scroll_cb, "i", -48);
}

static void
add_actions (NtmHelp *self)
{
  static const GActionEntry entries[] = {
    { .name = "open", .activate = open_cb, .parameter_type = "s" },
    { .name = "back", .activate = back_cb },
    { .name = "find", .activate = find_cb },
  };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "help", G_ACTION_GROUP (actions));
  self->back = G_SIMPLE_ACTION (g_object_ref (g_action_map_lookup_action (G_ACTION_MAP (actions), "back")));
}

static void
ntm_help_init (NtmHelp *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_queue_init (&self->before);
  add_actions (self);
  self->pages = ntm_help_book_read ();
  for (guint i = 0; i < self->pages->len; i++)
    add_row (self, self->pages->pdata[i]);
}

/**
 * ntm_help_open:
 * @self: the manual
 * @page: the id of a page
 *
 * Shows a page; the one shown before can be gone back to.
 *
 * Returns: %FALSE, with nothing changed, if there is no such page
 */
gboolean
ntm_help_open (NtmHelp    *self,
               const char *page)
{
  int found;

  g_return_val_if_fail (NTM_IS_HELP (self), FALSE);

  found = find_page (self, page);
  if (found < 0)
    return FALSE;
  if (g_strcmp0 (self->shown, page) == 0)
    return TRUE;
  if (self->shown != NULL)
    g_queue_push_head (&self->before, (gpointer) self->shown);
  show_page (self, found);
  return TRUE;
}

/**
 * ntm_help_get_page:
 * @self: the manual
 *
 * Returns: (nullable): the id of the page shown
 */
const char *
ntm_help_get_page (NtmHelp *self)
{
  g_return_val_if_fail (NTM_IS_HELP (self), NULL);

  return self->shown;
}

/**
 * ntm_help_search:
 * @self: the manual
 * @text: words to find; "" lists all pages
 *
 * Keeps in the list the pages that hold the words, each with the place where they stand.
 */
void
ntm_help_search (NtmHelp    *self,
                 const char *text)
{
  g_return_if_fail (NTM_IS_HELP (self));

  gtk_editable_set_text (GTK_EDITABLE (self->search), text);
  search_changed_cb (self);
}

static NtmHelp *
find_window (GtkApplication *app)
{
  for (GList *l = app == NULL ? NULL : gtk_application_get_windows (app); l != NULL; l = l->next)
    if (NTM_IS_HELP (l->data))
      return l->data;
  return NULL;
}

/* Beside the window and not above it, readable while a dialog waits for an answer, and gone with the window. */
static NtmHelp *
new_window (GtkWindow *parent)
{
  NtmHelp *self = g_object_new (NTM_TYPE_HELP, "application", gtk_window_get_application (parent), NULL);
  g_autoptr (GtkWindowGroup) group = gtk_window_group_new ();

  gtk_window_group_add_window (group, GTK_WINDOW (self));
  while (gtk_window_get_transient_for (parent) != NULL)
    parent = gtk_window_get_transient_for (parent);
  g_signal_connect_object (parent, "destroy", G_CALLBACK (gtk_window_destroy), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * ntm_help_show:
 * @parent: the window help is asked for in
 * @page: (nullable): the id of a page; %NULL for the one about what @parent shows
 *
 * Brings the manual to the front, with the page.
 *
 * Returns: (transfer none): its window
 */
NtmHelp *
ntm_help_show (GtkWindow  *parent,
               const char *page)
{
  NtmHelp *self;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);

  self = NTM_IS_HELP (parent) ? NTM_HELP (parent) : find_window (gtk_window_get_application (parent));
  if (self == NULL)
    self = new_window (parent);
  if (page == NULL && !NTM_IS_HELP (parent))
    page = ntm_help_page_for (GTK_WIDGET (parent));
  if (page != NULL && !ntm_help_open (self, page))
    ntm_help_open (self, ntm_help_list_pages ()[0]);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->scroller));
  return self;
}
