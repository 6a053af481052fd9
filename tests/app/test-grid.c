/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The grid over a table of its own, which counts what it is asked: moving, editing, the clipboard, what is
 * asked for while scrolling, and what a screen reader is told. Keys are given to the controllers as GTK
 * would; one test types real keys where xdotool is there.
 */

#include <adwaita.h>

#include "ntm-app-resources.h"
#include "ntm-error.h"
#include "ntm-grid.h"
#include "ntm-grid-editor.h"
#include "ntm-grid-text.h"
#include "ntm-lang.h"

/* A table of texts; "bad" is refused, "odd" has to be confirmed, "bod" is a slip for "bed". */
#define TEST_TYPE_TABLE (test_table_get_type ())
G_DECLARE_FINAL_TYPE (TestTable, test_table, TEST, TABLE, GObject)

struct _TestTable
{
  GObject parent_instance;

  guint       n_rows, n_columns;
  GHashTable *texts;       /* row * 1000 + column → text */
  guint       n_asked;
  guint       n_stored;    /* calls, not cells */
  gboolean    is_locked;
  guint       order;       /* rows are in another one */
};

static gpointer
place_of (guint row,
          guint column)
{
  return GUINT_TO_POINTER (row * 1000 + column + 1);
}

static const char *
text_at (TestTable *self,
         guint      row,
         guint      column)
{
  const char *text = g_hash_table_lookup (self->texts, place_of (row, column));

  return text == NULL ? "" : text;
}

static void
get_shape (NtmGridModel *model,
           NtmGridShape *out)
{
  out->n_rows = TEST_TABLE (model)->n_rows;
  out->n_columns = TEST_TABLE (model)->n_columns;
}

static void
get_cell (NtmGridModel *model,
          guint         row,
          guint         column,
          NtmGridCell  *out)
{
  TestTable *self = TEST_TABLE (model);

  self->n_asked++;
  g_assert_cmpuint (row, <, self->n_rows);
  g_assert_cmpuint (column, <, self->n_columns);
  out->text = g_strdup (text_at (self, row, column));
  out->state = *out->text == '\0' ? NTM_GRID_NO_DATA : NTM_GRID_VALUE;
}

static void
get_column (NtmGridModel  *model,
            guint          column,
            NtmGridColumn *out)
{
  out->key = g_strdup_printf ("c%u", column);
  out->title = g_strdup_printf ("C%u", column);
  out->chars = 8;
}

static void
get_row (NtmGridModel *model,
         guint         row,
         NtmGridRow   *out)
{
  out->key = g_strdup_printf ("r%u", row + TEST_TABLE (model)->order);
  out->title = g_strdup_printf ("R%u", row);
}

static char *
dup_edit_text (NtmGridModel *model,
               guint         row,
               guint         column)
{
  return g_strdup (text_at (TEST_TABLE (model), row, column));
}

static char *
dup_spoken (NtmGridModel *model,
            guint         row,
            guint         column)
{
  return g_strdup_printf ("%s, R%u, C%u", text_at (TEST_TABLE (model), row, column), row, column);
}

static gboolean
can_edit (NtmGridModel *model,
          guint         row,
          guint         column,
          GError      **error)
{
  if (!TEST_TABLE (model)->is_locked)
    return TRUE;
  g_set_error_literal (error, NTM_ERROR, NTM_ERROR_READ_ONLY, "locked");
  return FALSE;
}

static gboolean
set_texts (NtmGridModel       *model,
           const NtmGridEntry *entries,
           guint               n_entries,
           gboolean            is_confirmed,
           guint              *bad,
           GError            **error)
{
  TestTable *self = TEST_TABLE (model);

  for (*bad = 0; *bad < n_entries; (*bad)++)
    {
      const char *text = entries[*bad].text;

      if (g_str_equal (text, "bad") || g_str_equal (text, "bod"))
        g_set_error (error, NTM_ERROR, NTM_ERROR_INPUT, "“%s” is refused.", text);
      else if (g_str_equal (text, "odd") && !is_confirmed)
        g_set_error_literal (error, NTM_ERROR, NTM_ERROR_AMBIGUOUS, "Really?");
      else
        continue;
      return FALSE;
    }
  for (guint i = 0; i < n_entries; i++)
    g_hash_table_insert (self->texts, place_of (entries[i].row, entries[i].column), g_strdup (entries[i].text));
  self->n_stored++;
  ntm_grid_model_changed (model);
  return TRUE;
}

static char *
dup_fix (NtmGridModel *model,
         guint         row,
         guint         column,
         const char   *text)
{
  return g_str_equal (text, "bod") ? g_strdup ("bed") : NULL;
}

static void
model_iface_init (NtmGridModelInterface *iface)
{
  iface->get_shape = get_shape;
  iface->get_cell = get_cell;
  iface->get_column = get_column;
  iface->get_row = get_row;
  iface->dup_edit_text = dup_edit_text;
  iface->dup_spoken = dup_spoken;
  iface->can_edit = can_edit;
  iface->set_texts = set_texts;
  iface->dup_fix = dup_fix;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TestTable, test_table, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (NTM_TYPE_GRID_MODEL, model_iface_init))

static void
test_table_finalize (GObject *object)
{
  g_hash_table_unref (TEST_TABLE (object)->texts);
  G_OBJECT_CLASS (test_table_parent_class)->finalize (object);
}

static void
test_table_class_init (TestTableClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = test_table_finalize;
}

static void
test_table_init (TestTable *self)
{
  self->texts = g_hash_table_new_full (NULL, NULL, NULL, g_free);
}

typedef struct
{
  TestTable *table;
  NtmGrid   *grid;
  GtkWidget *window;
  char      *failure;
} Fixture;

static void
failed_cb (Fixture      *self,
           const GError *error)
{
  g_free (self->failure);
  self->failure = g_strdup (error->message);
}

static void
set_up (Fixture      *self,
        gconstpointer shape)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  const guint *size = shape;

  self->table = g_object_new (TEST_TYPE_TABLE, NULL);
  self->table->n_rows = size[0];
  self->table->n_columns = size[1];
  self->grid = NTM_GRID (ntm_grid_new ());
  ntm_grid_set_model (self->grid, NTM_GRID_MODEL (self->table));
  g_signal_connect_swapped (self->grid, "failed", G_CALLBACK (failed_cb), self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->grid));
  self->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), 900, 600);
  gtk_window_set_child (GTK_WINDOW (self->window), scroller);
  gtk_window_present (GTK_WINDOW (self->window));
  gtk_widget_grab_focus (GTK_WIDGET (self->grid));
  gtk_test_widget_wait_for_draw (self->window);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  g_assert_finalize_object (self->table);
  g_free (self->failure);
}

/* Gives a key to the key controllers of a widget, the last added first, as GTK does. */
static gboolean
press_on (GtkWidget      *widget,
          guint           keyval,
          GdkModifierType state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean handled = FALSE;

  for (guint i = 0; !handled && i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, state, &handled);
    }
  return handled;
}

static gboolean
press (Fixture        *self,
       guint           keyval,
       GdkModifierType state)
{
  return press_on (GTK_WIDGET (self->grid), keyval, state);
}

static GtkText *
entry_of (Fixture *self)
{
  return ntm_grid_editor_get_entry (NTM_GRID_EDITOR (ntm_grid_get_editor (self->grid)));
}

static void
type_text (Fixture    *self,
           const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (entry_of (self)), text);
}

#define assert_active(self, r, c) \
  G_STMT_START { \
    guint row_, column_; \
    ntm_grid_get_active ((self)->grid, &row_, &column_); \
    g_assert_cmpuint (row_, ==, (r)); \
    g_assert_cmpuint (column_, ==, (c)); \
  } G_STMT_END

#define assert_range(self, r, c, n, m) \
  G_STMT_START { \
    NtmGridRange range_ = ntm_grid_get_range ((self)->grid); \
    g_assert_cmpuint (range_.row, ==, (r)); \
    g_assert_cmpuint (range_.column, ==, (c)); \
    g_assert_cmpuint (range_.n_rows, ==, (n)); \
    g_assert_cmpuint (range_.n_columns, ==, (m)); \
  } G_STMT_END

static void
test_moving (Fixture      *self,
             gconstpointer data)
{
  static const struct { guint keyval; GdkModifierType state; guint row, column; } steps[] = {
    { GDK_KEY_Up, 0, 0, 0 },                              /* nowhere to go */
    { GDK_KEY_Left, 0, 0, 0 },
    { GDK_KEY_Down, 0, 1, 0 },
    { GDK_KEY_Right, 0, 1, 1 },
    { GDK_KEY_Return, 0, 2, 1 },
    { GDK_KEY_Return, GDK_SHIFT_MASK, 1, 1 },
    { GDK_KEY_Tab, 0, 1, 2 },
    { GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK, 1, 1 },
    { GDK_KEY_End, 0, 1, 4 },
    { GDK_KEY_Tab, 0, 2, 0 },                             /* over the end of the row */
    { GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK, 1, 4 },
    { GDK_KEY_Home, 0, 1, 0 },
    { GDK_KEY_End, GDK_CONTROL_MASK, 99, 4 },
    { GDK_KEY_Down, 0, 99, 4 },
    { GDK_KEY_Home, GDK_CONTROL_MASK, 0, 0 },
    { GDK_KEY_Down, GDK_CONTROL_MASK, 3, 0 },             /* to the first filled */
    { GDK_KEY_Down, GDK_CONTROL_MASK, 5, 0 },             /* to the last of the block */
    { GDK_KEY_Down, GDK_CONTROL_MASK, 99, 0 },            /* nothing more: to the end */
    { GDK_KEY_Up, GDK_CONTROL_MASK, 5, 0 },
    { GDK_KEY_KP_Right, 0, 5, 1 },
    { GDK_KEY_Right, GDK_CONTROL_MASK, 5, 4 },
  };

  for (guint row = 3; row <= 5; row++)
    g_hash_table_insert (self->table->texts, place_of (row, 0), g_strdup ("x"));
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      press (self, steps[i].keyval, steps[i].state);
      assert_active (self, steps[i].row, steps[i].column);
    }
}

static void
test_pages (Fixture      *self,
            gconstpointer data)
{
  guint first, second, column;

  g_assert_true (press (self, GDK_KEY_Page_Down, 0));
  ntm_grid_get_active (self->grid, &first, &column);
  g_assert_cmpuint (first, >, 10);
  g_assert_cmpuint (first, <, 30);
  press (self, GDK_KEY_Page_Down, 0);
  ntm_grid_get_active (self->grid, &second, &column);
  g_assert_cmpuint (second, ==, 2 * first);
  press (self, GDK_KEY_Page_Up, 0);
  assert_active (self, first, 0);
}

/* From the last cell Tab leaves the grid, or one could not. */
static void
test_tab_leaves (Fixture      *self,
                 gconstpointer data)
{
  g_assert_false (press (self, GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK));
  press (self, GDK_KEY_End, GDK_CONTROL_MASK);
  g_assert_false (press (self, GDK_KEY_Tab, 0));
  assert_active (self, 99, 4);
}

static void
test_ranges (Fixture      *self,
             gconstpointer data)
{
  ntm_grid_place (self->grid, 4, 2);
  press (self, GDK_KEY_Up, GDK_SHIFT_MASK);
  press (self, GDK_KEY_Up, GDK_SHIFT_MASK);
  press (self, GDK_KEY_Right, GDK_SHIFT_MASK);
  assert_active (self, 4, 2);
  assert_range (self, 2, 2, 3, 2);
  press (self, GDK_KEY_Down, 0);
  assert_range (self, 5, 2, 1, 1);
  gtk_widget_activate_action (GTK_WIDGET (self->grid), "grid.select-all", NULL);
  assert_range (self, 0, 0, 100, 5);
}

static void
test_editing (Fixture      *self,
              gconstpointer data)
{
  ntm_grid_place (self->grid, 2, 1);
  press (self, GDK_KEY_F2, 0);
  g_assert_true (ntm_grid_is_editing (self->grid));
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (entry_of (self))));
  type_text (self, "one");
  g_signal_emit_by_name (entry_of (self), "activate");
  g_assert_false (ntm_grid_is_editing (self->grid));
  g_assert_cmpstr (text_at (self->table, 2, 1), ==, "one");
  assert_active (self, 3, 1);
  g_assert_true (gtk_widget_has_focus (ntm_grid_get_mark (self->grid)));

  ntm_grid_start_edit (self->grid, "");
  type_text (self, "two");
  press_on (ntm_grid_get_editor (self->grid), GDK_KEY_Tab, 0);
  g_assert_cmpstr (text_at (self->table, 3, 1), ==, "two");
  assert_active (self, 3, 2);

  ntm_grid_place (self->grid, 2, 1);
  press (self, GDK_KEY_F2, 0);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry_of (self))), ==, "one");
  type_text (self, "three");
  press_on (ntm_grid_get_editor (self->grid), GDK_KEY_Escape, 0);
  g_assert_cmpstr (text_at (self->table, 2, 1), ==, "one");
  g_assert_cmpuint (self->table->n_stored, ==, 2);
}

/* Nothing changed: nothing is stored, whatever the key that ends it. */
static void
test_unchanged (Fixture      *self,
                gconstpointer data)
{
  press (self, GDK_KEY_F2, 0);
  g_assert_true (ntm_grid_finish_edit (self->grid));
  g_assert_cmpuint (self->table->n_stored, ==, 0);
}

static void
test_refused (Fixture      *self,
              gconstpointer data)
{
  NtmGridEditor *editor = NTM_GRID_EDITOR (ntm_grid_get_editor (self->grid));

  ntm_grid_start_edit (self->grid, "");
  type_text (self, "bad");
  g_signal_emit_by_name (entry_of (self), "activate");
  g_assert_true (ntm_grid_is_editing (self->grid));
  g_assert_cmpstr (ntm_grid_editor_get_reason (editor), ==, "“bad” is refused.");
  g_assert_null (ntm_grid_editor_get_fix (editor));
  g_assert_cmpstr (ntm_grid_editor_get_text (editor), ==, "bad");
  gtk_test_accessible_assert_state (entry_of (self), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);
  assert_active (self, 0, 0);

  /* Typing on takes the reason away; a slip is mended by one press. */
  type_text (self, "bod");
  g_assert_false (ntm_grid_editor_is_refused (editor));
  g_assert_false (ntm_grid_finish_edit (self->grid));
  g_assert_cmpstr (ntm_grid_editor_get_fix (editor), ==, "bed");
  ntm_grid_editor_take_fix (editor);
  g_assert_false (ntm_grid_is_editing (self->grid));
  g_assert_cmpstr (text_at (self->table, 0, 0), ==, "bed");
}

static void
test_confirmed (Fixture      *self,
                gconstpointer data)
{
  ntm_grid_start_edit (self->grid, "");
  type_text (self, "odd");
  g_assert_false (ntm_grid_finish_edit (self->grid));
  g_signal_emit_by_name (ntm_grid_get_editor (self->grid), "finish", NTM_GRID_MOVE_DOWN, TRUE);
  g_assert_false (ntm_grid_is_editing (self->grid));
  g_assert_cmpstr (text_at (self->table, 0, 0), ==, "odd");
}

/* Going elsewhere ends editing, and what cannot be stored is not lost by it. */
static void
test_focus_out (Fixture      *self,
                gconstpointer data)
{
  ntm_grid_start_edit (self->grid, "");
  type_text (self, "kept");
  gtk_widget_grab_focus (ntm_grid_get_mark (self->grid));
  g_assert_false (ntm_grid_is_editing (self->grid));
  g_assert_cmpstr (text_at (self->table, 0, 0), ==, "kept");

  ntm_grid_start_edit (self->grid, "");
  type_text (self, "bad");
  gtk_widget_grab_focus (ntm_grid_get_mark (self->grid));
  g_assert_true (ntm_grid_is_editing (self->grid));
  g_assert_cmpstr (ntm_grid_editor_get_text (NTM_GRID_EDITOR (ntm_grid_get_editor (self->grid))), ==, "bad");
  ntm_grid_cancel_edit (self->grid);
}

/* What was typed for a row does not go to the row that comes to its place. */
static void
test_misplaced (Fixture      *self,
                gconstpointer data)
{
  ntm_grid_start_edit (self->grid, "");
  type_text (self, "bad");
  g_assert_false (ntm_grid_finish_edit (self->grid));
  ntm_grid_model_changed (NTM_GRID_MODEL (self->table));
  g_assert_true (ntm_grid_is_editing (self->grid));

  self->table->order = 1;
  ntm_grid_model_changed (NTM_GRID_MODEL (self->table));
  g_assert_false (ntm_grid_is_editing (self->grid));
  g_assert_cmpuint (self->table->n_stored, ==, 0);
}

static void
test_locked (Fixture      *self,
             gconstpointer data)
{
  self->table->is_locked = TRUE;
  press (self, GDK_KEY_F2, 0);
  g_assert_false (ntm_grid_is_editing (self->grid));
  g_assert_cmpstr (self->failure, ==, "locked");
}

static void
test_clipboard (Fixture      *self,
                gconstpointer data)
{
  g_autofree char *tsv = NULL;
  g_autofree char *again = NULL;

  g_assert_true (ntm_grid_paste_text (self->grid, "1,5\ta\r\n\t\"two\nlines\"\r\n\"say \"\"no\"\"\"\tend"));
  g_assert_cmpuint (self->table->n_stored, ==, 1);
  assert_range (self, 0, 0, 3, 2);
  g_assert_cmpstr (text_at (self->table, 0, 0), ==, "1,5");
  g_assert_cmpstr (text_at (self->table, 1, 0), ==, "");
  g_assert_cmpstr (text_at (self->table, 1, 1), ==, "two\nlines");
  g_assert_cmpstr (text_at (self->table, 2, 0), ==, "say \"no\"");
  tsv = ntm_grid_dup_tsv (self->grid);
  ntm_grid_place (self->grid, 10, 3);
  g_assert_true (ntm_grid_paste_text (self->grid, tsv));
  for (guint row = 0; row < 3; row++)
    for (guint column = 0; column < 2; column++)
      g_assert_cmpstr (text_at (self->table, 10 + row, 3 + column), ==, text_at (self->table, row, column));
  again = ntm_grid_dup_tsv (self->grid);
  g_assert_cmpstr (again, ==, tsv);
}

static void
test_paste_refused (Fixture      *self,
                    gconstpointer data)
{
  ntm_grid_place (self->grid, 5, 2);
  g_assert_false (ntm_grid_paste_text (self->grid, "good\tbad\nx\ty"));
  g_assert_nonnull (strstr (self->failure, "R5, C3: “bad” is refused. "));
  g_assert_cmpstr (text_at (self->table, 5, 2), ==, "");
  /* The mended block goes where the first one should have gone. */
  assert_active (self, 5, 2);
  /* A block too wide for what is right of the cell. */
  ntm_grid_place (self->grid, 5, self->table->n_columns - 1);
  g_assert_false (ntm_grid_paste_text (self->grid, "1\t2\t3"));
  g_assert_cmpuint (self->table->n_stored, ==, 0);
}

static void
test_fill_and_delete (Fixture      *self,
                      gconstpointer data)
{
  ntm_grid_place (self->grid, 0, 0);
  ntm_grid_extend_to (self->grid, 1, 2);
  g_assert_true (ntm_grid_paste_text (self->grid, "7\n"));
  g_assert_cmpstr (text_at (self->table, 1, 2), ==, "7");
  ntm_grid_place (self->grid, 0, 1);
  ntm_grid_extend_to (self->grid, 1, 2);
  press (self, GDK_KEY_Delete, 0);
  g_assert_cmpstr (text_at (self->table, 0, 0), ==, "7");
  g_assert_cmpstr (text_at (self->table, 0, 1), ==, "");
  g_assert_cmpstr (text_at (self->table, 1, 2), ==, "");
  g_assert_cmpuint (self->table->n_stored, ==, 2);
}

/* The first row into the others; one cell takes what is above it. One step each. */
static void
test_fill_down (Fixture      *self,
                gconstpointer data)
{
  g_assert_true (ntm_grid_paste_text (self->grid, "1\t2\nx\ty\nx\t\n"));
  ntm_grid_place (self->grid, 2, 1);
  ntm_grid_extend_to (self->grid, 0, 0);
  gtk_widget_activate_action (GTK_WIDGET (self->grid), "grid.fill-down", NULL);
  g_assert_cmpuint (self->table->n_stored, ==, 2);
  g_assert_cmpstr (text_at (self->table, 1, 0), ==, "1");
  g_assert_cmpstr (text_at (self->table, 2, 0), ==, "1");
  g_assert_cmpstr (text_at (self->table, 2, 1), ==, "2");
  g_assert_cmpstr (text_at (self->table, 0, 1), ==, "2");
  assert_range (self, 0, 0, 3, 2);
  ntm_grid_place (self->grid, 3, 1);
  gtk_widget_activate_action (GTK_WIDGET (self->grid), "grid.fill-down", NULL);
  g_assert_cmpstr (text_at (self->table, 3, 1), ==, "2");
  g_assert_cmpuint (self->table->n_stored, ==, 3);
  ntm_grid_place (self->grid, 0, 0);
  gtk_widget_activate_action (GTK_WIDGET (self->grid), "grid.fill-down", NULL);
  g_assert_cmpuint (self->table->n_stored, ==, 3);
}

/* The menu is about the active cell, and what its table cannot do is grey in it. */
static void
test_menu (Fixture      *self,
           gconstpointer data)
{
  GtkWidget *menu = NULL;

  gtk_widget_activate_action (GTK_WIDGET (self->grid), "grid.menu", NULL);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->grid)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER_MENU (child))
      menu = child;
  g_assert_nonnull (menu);
  g_assert_true (gtk_widget_get_visible (menu));
  gtk_widget_activate_action (GTK_WIDGET (self->grid), "grid.note", NULL);
  g_assert_null (self->failure);
  gtk_popover_popdown (GTK_POPOVER (menu));
  gtk_test_widget_wait_for_draw (self->window);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  /* By its key the note says why there is none. */
  gtk_widget_activate_action (GTK_WIDGET (self->grid), "grid.note", NULL);
  g_assert_nonnull (self->failure);
}

typedef struct
{
  char    *text;
  gboolean done;
} Read;

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  Read *read = user_data;

  read->text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  read->done = TRUE;
}

/* Through the clipboard of the display, as between two programs. */
static void
test_copy_action (Fixture      *self,
                  gconstpointer data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self->grid));
  Read read = { 0 };

  ntm_grid_paste_text (self->grid, "1\t2");
  gtk_widget_activate_action (GTK_WIDGET (self->grid), "grid.copy", NULL);
  g_assert_true (gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard), "text/html"));
  gdk_clipboard_read_text_async (clipboard, NULL, read_cb, &read);
  while (!read.done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (read.text, ==, "1\t2\n");
  g_free (read.text);
}

static guint
count_visible (Fixture *self,
               guint   *rows,
               guint   *columns)
{
  GdkRectangle first, next;

  ntm_grid_get_cell_area (self->grid, 0, 0, &first);
  ntm_grid_get_cell_area (self->grid, 1, 1, &next);
  *rows = (guint) (gtk_widget_get_height (GTK_WIDGET (self->grid)) / (next.y - first.y)) + 1;
  *columns = (guint) (gtk_widget_get_width (GTK_WIDGET (self->grid)) / (next.x - first.x)) + 1;
  return *rows * *columns;
}

static void
scroll_by (Fixture *self,
           double   distance)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->grid));

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + distance);
  gtk_test_widget_wait_for_draw (self->window);
}

/* 10 700 × 30 cells: only those in view are asked for, and each once. */
static void
test_scrolling (Fixture      *self,
                gconstpointer data)
{
  guint rows, columns, visible, before;

  visible = count_visible (self, &rows, &columns);
  g_assert_cmpuint (self->table->n_asked, >, 0);
  g_assert_cmpuint (self->table->n_asked, <=, visible);
  before = self->table->n_asked;
  gtk_widget_queue_draw (GTK_WIDGET (self->grid));
  gtk_test_widget_wait_for_draw (self->window);
  g_assert_cmpuint (self->table->n_asked, ==, before);
  scroll_by (self, 20);
  g_assert_cmpuint (self->table->n_asked, >, before);
  g_assert_cmpuint (self->table->n_asked, <=, before + 2 * columns);
  for (guint i = 0; i < 50; i++)
    {
      before = self->table->n_asked;
      scroll_by (self, 5000);
      g_assert_cmpuint (self->table->n_asked, >, before);
      g_assert_cmpuint (self->table->n_asked, <=, before + visible);
    }
  before = self->table->n_asked;
  press (self, GDK_KEY_End, GDK_CONTROL_MASK);
  gtk_test_widget_wait_for_draw (self->window);
  assert_active (self, 10699, 29);
  g_assert_cmpuint (self->table->n_asked, <=, before + visible);
}

static void
test_accessible (Fixture      *self,
                 gconstpointer data)
{
  GtkWidget *mark = ntm_grid_get_mark (self->grid);

  gtk_test_accessible_assert_role (self->grid, GTK_ACCESSIBLE_ROLE_GRID);
  gtk_test_accessible_assert_role (mark, GTK_ACCESSIBLE_ROLE_GRID_CELL);
  ntm_grid_paste_text (self->grid, "5");
  gtk_test_accessible_assert_property (mark, GTK_ACCESSIBLE_PROPERTY_LABEL, "5, R0, C0");
  press (self, GDK_KEY_Down, 0);
  gtk_test_accessible_assert_property (mark, GTK_ACCESSIBLE_PROPERTY_LABEL, ", R1, C0");
  gtk_test_accessible_assert_relation (mark, GTK_ACCESSIBLE_RELATION_ROW_INDEX, 2);
  press (self, GDK_KEY_Right, GDK_SHIFT_MASK);
  gtk_test_accessible_assert_property (mark, GTK_ACCESSIBLE_PROPERTY_LABEL, ", R1, C0, 2 cells selected");
  g_assert_true (gtk_widget_has_focus (mark));
}

/* Rows that go take the cursor with them only if it was on one of them. */
static void
test_rows_go (Fixture      *self,
              gconstpointer data)
{
  ntm_grid_place (self->grid, 50, 1);
  self->table->n_rows = 90;
  ntm_grid_model_rows_changed (NTM_GRID_MODEL (self->table), 10, 10, 0);
  assert_active (self, 40, 1);
  self->table->n_rows = 70;
  ntm_grid_model_rows_changed (NTM_GRID_MODEL (self->table), 30, 20, 0);
  assert_active (self, 29, 1);
}

static void
test_empty (Fixture      *self,
            gconstpointer data)
{
  static const guint keys[] = { GDK_KEY_Down, GDK_KEY_Tab, GDK_KEY_Return, GDK_KEY_Delete, GDK_KEY_F2, GDK_KEY_End, GDK_KEY_5 };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    press (self, keys[i], 0);
  press (self, GDK_KEY_Down, GDK_CONTROL_MASK);
  g_assert_false (ntm_grid_is_editing (self->grid));
  g_assert_cmpuint (ntm_grid_get_range (self->grid).n_rows, ==, 0);
  g_assert_false (ntm_grid_paste_text (self->grid, "1"));
  gtk_test_widget_wait_for_draw (self->window);
}

static gboolean
stop_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
run_for (guint milliseconds)
{
  gboolean is_over = FALSE;

  g_timeout_add (milliseconds, stop_cb, &is_over);
  while (!is_over)
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
type_for_real (const char *keys)
{
  g_autofree char *command = g_strdup_printf ("xdotool mousemove 500 300 %s", keys);
  gboolean spawned = g_spawn_command_line_async (command, NULL);

  run_for (900);
  return spawned;
}

/* Through the X server, so that forwarding to the editor and the input method have their part. */
static void
test_real_keys (Fixture      *self,
                gconstpointer data)
{
  g_autofree char *xdotool = g_find_program_in_path ("xdotool");

  if (xdotool == NULL || g_getenv ("DISPLAY") == NULL)
    {
      g_test_skip ("xdotool is not there");
      return;
    }
  g_assert_true (type_for_real ("key --delay 40 Down Right 3 comma 0 1 Return"));
  g_assert_cmpstr (text_at (self->table, 1, 1), ==, "3,01");
  assert_active (self, 2, 1);
  g_assert_true (type_for_real ("key --delay 40 b a d Tab"));
  g_assert_true (ntm_grid_is_editing (self->grid));
  g_assert_true (type_for_real ("key --delay 40 BackSpace BackSpace Escape Up F2 Home 1 Tab shift+Tab Delete"));
  g_assert_cmpstr (text_at (self->table, 2, 1), ==, "");
  g_assert_cmpstr (text_at (self->table, 1, 1), ==, "");
  g_assert_cmpuint (self->table->n_stored, ==, 3);
  assert_active (self, 1, 1);
}

static void
test_text (void)
{
  static const struct { const char *tsv; guint n_rows; const char *last; } cases[] = {
    { "", 0, NULL },
    { "a", 1, "a" },
    { "a\n", 1, "a" },
    { "a\r\nb", 2, "b" },
    { "a\rb\r", 2, "b" },
    { "a\n\n", 2, "" },
    { "a\t", 1, "" },
    { "\"a\tb\"", 1, "a\tb" },
    { "\"open", 1, "\"open" },
    { "\"a\"b", 1, "\"a\"b" },
    { "\"\"", 1, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) rows = ntm_grid_text_parse (cases[i].tsv);
      char **last = rows->len == 0 ? NULL : rows->pdata[rows->len - 1];

      g_assert_cmpuint (rows->len, ==, cases[i].n_rows);
      if (last != NULL)
        g_assert_cmpstr (last[g_strv_length (last) - 1], ==, cases[i].last);
    }
}

static void
test_html (void)
{
  g_autoptr (GPtrArray) rows = ntm_grid_text_parse ("a<b\t1\n&");
  g_autofree char *html = ntm_grid_text_to_html (rows);

  g_assert_cmpstr (html, ==, "<meta charset=\"utf-8\"><table><tr><td>a&lt;b</td><td>1</td></tr><tr><td>&amp;</td></tr></table>");
}

int
main (int   argc,
      char *argv[])
{
  static const guint small[] = { 100, 5 }, large[] = { 10700, 30 }, nothing[] = { 0, 5 };

  ntm_lang_init ("en", "ntm-atlas");
  gtk_disable_setlocale ();
  gtk_test_init (&argc, &argv);
  adw_init ();
  ntm_app_register_resource ();

  g_test_add_func ("/grid/text", test_text);
  g_test_add_func ("/grid/html", test_html);
#define ADD(name, shape, function) g_test_add ("/grid/" name, Fixture, shape, set_up, function, tear_down)
  ADD ("moving", small, test_moving);
  ADD ("pages", small, test_pages);
  ADD ("tab-leaves", small, test_tab_leaves);
  ADD ("ranges", small, test_ranges);
  ADD ("editing", small, test_editing);
  ADD ("unchanged", small, test_unchanged);
  ADD ("refused", small, test_refused);
  ADD ("confirmed", small, test_confirmed);
  ADD ("focus-out", small, test_focus_out);
  ADD ("misplaced", small, test_misplaced);
  ADD ("locked", small, test_locked);
  ADD ("clipboard", small, test_clipboard);
  ADD ("fill-down", small, test_fill_down);
  ADD ("menu", small, test_menu);
  ADD ("paste-refused", small, test_paste_refused);
  ADD ("fill-and-delete", small, test_fill_and_delete);
  ADD ("copy-action", small, test_copy_action);
  ADD ("scrolling", large, test_scrolling);
  ADD ("accessible", small, test_accessible);
  ADD ("rows-go", small, test_rows_go);
  ADD ("empty", nothing, test_empty);
  ADD ("real-keys", small, test_real_keys);
  return g_test_run ();
}
