/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Saving makes the change, hands it to the file, and if either refuses puts the reason into a row below the
 * field it is about. The reason goes when that field is changed.
 */

#include "config.h"

#include "ntm-form-page.h"

#include <glib/gi18n.h>

#include "ntm-errors.h"

typedef struct
{
  NtmDesk    *desk;
  GHashTable *fields;        /* column (owned) → row */
  GtkWidget  *first;         /* row that is told what concerns no field */
  GtkWidget  *problem;       /* owned: the row with the reason, in a list or in none */
  GtkLabel   *problem_label;
  GtkWidget  *save_as;       /* beside it: the file is at fault */
  GtkWidget  *problem_field; /* NULL: no problem */
  gboolean    started;       /* filled in: what changes from now on is a person's */
  gboolean    touched;
  guint       reveal_id;     /* tick that scrolls to the reason */
  guint       reveal_frames; /* until it is laid out */
} NtmFormPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (NtmFormPage, ntm_form_page, ADW_TYPE_PREFERENCES_PAGE)

static NtmFormPagePrivate *
get_private (NtmFormPage *self)
{
  return ntm_form_page_get_instance_private (self);
}

/* --- the reason beside the field -------------------------------------------------------------- */

static GtkListBox *
list_of (GtkWidget *row)
{
  GtkWidget *list = gtk_widget_get_ancestor (row, GTK_TYPE_LIST_BOX);

  return list == NULL ? NULL : GTK_LIST_BOX (list);
}

static void
clear_problem (NtmFormPage *self)
{
  NtmFormPagePrivate *priv = get_private (self);
  GtkWidget *list = gtk_widget_get_parent (priv->problem);

  if (priv->problem_field == NULL)
    return;
  gtk_widget_remove_css_class (priv->problem_field, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (priv->problem_field), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_FALSE, -1);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (priv->problem_field), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY);
  priv->problem_field = NULL;
  if (list != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (list), priv->problem);
}

/* The focus only brings the field into view; the reason below it must be seen too. */
static gboolean
reveal_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  NtmFormPagePrivate *priv = get_private (NTM_FORM_PAGE (widget));
  GtkWidget *scroller = gtk_widget_get_ancestor (priv->problem, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *place;
  graphene_rect_t bounds;

  if (priv->reveal_frames > 0 && scroller != NULL)   /* not laid out yet */
    {
      priv->reveal_frames--;
      return G_SOURCE_CONTINUE;
    }
  priv->reveal_id = 0;
  if (scroller == NULL)   /* the field was changed meanwhile */
    return G_SOURCE_REMOVE;
  place = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  if (gtk_widget_compute_bounds (priv->problem, scroller, &bounds))
    gtk_adjustment_clamp_page (place, gtk_adjustment_get_value (place) + bounds.origin.y,
                               gtk_adjustment_get_value (place) + bounds.origin.y + bounds.size.height);
  return G_SOURCE_REMOVE;
}

static void
show_problem (NtmFormPage *self,
              GtkWidget   *field,
              const char  *text)
{
  NtmFormPagePrivate *priv = get_private (self);
  GtkListBox *list = list_of (field);

  clear_problem (self);
  gtk_label_set_text (priv->problem_label, text);
  gtk_widget_set_visible (priv->save_as, FALSE);
  priv->problem_field = field;
  gtk_widget_add_css_class (field, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (field), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE, -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (field), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, priv->problem_label, NULL, -1);
  if (list != NULL)
    gtk_list_box_insert (list, priv->problem, gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (field)) + 1);
  gtk_widget_grab_focus (field);
  priv->reveal_frames = 2;
  if (priv->reveal_id == 0)
    priv->reveal_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), reveal_cb, NULL, NULL);
}

static void
make_problem_row (NtmFormPage *self)
{
  NtmFormPagePrivate *priv = get_private (self);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "error");
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  priv->save_as = gtk_button_new_with_mnemonic (_("Save _As…"));
  gtk_widget_set_valign (priv->save_as, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (priv->save_as), "app.save-as");
  gtk_box_append (GTK_BOX (box), priv->save_as);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 9);
  priv->problem_label = GTK_LABEL (label);
  priv->problem = g_object_ref_sink (g_object_new (ADW_TYPE_PREFERENCES_ROW, "child", box, "activatable", FALSE,
                                                   "selectable", FALSE, "focusable", FALSE, NULL));
}

/* --- class ------------------------------------------------------------------------------------ */

static void
ntm_form_page_dispose (GObject *object)
{
  NtmFormPagePrivate *priv = get_private (NTM_FORM_PAGE (object));

  priv->problem_field = NULL;
  priv->started = FALSE;
  g_clear_object (&priv->problem);
  g_clear_object (&priv->desk);
  g_clear_pointer (&priv->fields, g_hash_table_unref);
  G_OBJECT_CLASS (ntm_form_page_parent_class)->dispose (object);
}

/* Enter on a row of choices opens them, as Space does: elsewhere it saves the form. */
static gboolean
open_choices_cb (GtkWidget *widget,
                 GVariant  *arguments,
                 gpointer   user_data)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  if (!ADW_IS_ACTION_ROW (focus) || !gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (focus)))
    return FALSE;
  adw_action_row_activate (ADW_ACTION_ROW (focus));
  return TRUE;
}

static void
ntm_form_page_class_init (NtmFormPageClass *klass)
{
  static const guint enters[] = { GDK_KEY_Return, GDK_KEY_ISO_Enter, GDK_KEY_KP_Enter };

  G_OBJECT_CLASS (klass)->dispose = ntm_form_page_dispose;
  for (guint i = 0; i < G_N_ELEMENTS (enters); i++)
    gtk_widget_class_add_binding (GTK_WIDGET_CLASS (klass), enters[i], 0, open_choices_cb, NULL);
}

static void
ntm_form_page_init (NtmFormPage *self)
{
  get_private (self)->fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  make_problem_row (self);
}

/* --- for the forms ---------------------------------------------------------------------------- */

/**
 * ntm_form_page_set_desk:
 * @self: a page
 * @desk: whose file is changed
 */
void
ntm_form_page_set_desk (NtmFormPage *self,
                        NtmDesk     *desk)
{
  g_return_if_fail (NTM_IS_FORM_PAGE (self) && NTM_IS_DESK (desk));

  g_set_object (&get_private (self)->desk, desk);
}

/**
 * ntm_form_page_get_desk:
 * @self: a page
 *
 * Returns: (transfer none): whose file is changed
 */
NtmDesk *
ntm_form_page_get_desk (NtmFormPage *self)
{
  g_return_val_if_fail (NTM_IS_FORM_PAGE (self), NULL);

  return get_private (self)->desk;
}

/**
 * ntm_form_page_add_field:
 * @self: a page
 * @column: the name refusals have for it
 * @row: its row; the first that is added is also told what concerns no field
 */
void
ntm_form_page_add_field (NtmFormPage *self,
                         const char  *column,
                         GtkWidget   *row)
{
  NtmFormPagePrivate *priv = get_private (self);

  g_return_if_fail (NTM_IS_FORM_PAGE (self) && column != NULL && GTK_IS_LIST_BOX_ROW (row));

  if (priv->first == NULL)
    priv->first = row;
  g_hash_table_insert (priv->fields, g_strdup (column), row);
  if (GTK_IS_EDITABLE (row))
    g_signal_connect_object (row, "changed", G_CALLBACK (ntm_form_page_touch), self, G_CONNECT_SWAPPED);
  else if (ADW_IS_COMBO_ROW (row))
    g_signal_connect_object (row, "notify::selected", G_CALLBACK (ntm_form_page_touch), self, G_CONNECT_SWAPPED);
  else if (g_signal_lookup ("chosen", G_OBJECT_TYPE (row)) != 0)
    g_signal_connect_object (row, "chosen", G_CALLBACK (ntm_form_page_touch), self, G_CONNECT_SWAPPED);
}

/**
 * ntm_form_page_get_field:
 * @self: a page
 * @column: name of a field
 *
 * Returns: (transfer none) (nullable): its row
 */
GtkWidget *
ntm_form_page_get_field (NtmFormPage *self,
                         const char  *column)
{
  g_return_val_if_fail (NTM_IS_FORM_PAGE (self) && column != NULL, NULL);

  return g_hash_table_lookup (get_private (self)->fields, column);
}

/**
 * ntm_form_page_start:
 * @self: a page that was filled in
 *
 * From now on what changes is entered by a person.
 */
void
ntm_form_page_start (NtmFormPage *self)
{
  g_return_if_fail (NTM_IS_FORM_PAGE (self));

  clear_problem (self);
  get_private (self)->touched = FALSE;
  get_private (self)->started = TRUE;
}

/**
 * ntm_form_page_touch:
 * @self: a page
 *
 * A person has entered something. Called for the fields; a form calls it for what else can be entered.
 */
void
ntm_form_page_touch (NtmFormPage *self)
{
  NtmFormPagePrivate *priv = get_private (self);

  if (!priv->started)
    return;
  priv->touched = TRUE;
  clear_problem (self);
}

/**
 * ntm_form_page_is_touched:
 * @self: a page
 *
 * Returns: whether a person has entered something
 */
gboolean
ntm_form_page_is_touched (NtmFormPage *self)
{
  g_return_val_if_fail (NTM_IS_FORM_PAGE (self), FALSE);

  return get_private (self)->touched;
}

/**
 * ntm_form_page_read:
 * @self: a page
 * @column: name of a field that is an entry
 * @read: how its text is read
 * @out: (out) (transfer full): what was read
 * @field: (out): set to @column if it is refused
 * @error: return location for an error
 *
 * Returns: %FALSE if the text is not understood
 */
gboolean
ntm_form_page_read (NtmFormPage *self,
                    const char  *column,
                    gboolean   (*read) (const char *, NtmLang, char **, GError **),
                    char       **out,
                    const char **field,
                    GError     **error)
{
  GtkWidget *row = ntm_form_page_get_field (self, column);

  g_return_val_if_fail (GTK_IS_EDITABLE (row), FALSE);

  if (read (gtk_editable_get_text (GTK_EDITABLE (row)), ntm_lang_current (), out, error))
    return TRUE;
  *field = column;
  return FALSE;
}

/**
 * ntm_form_page_read_day:
 * @self: a page
 * @column: name of a field that is an entry
 * @may_be_empty: whether an empty field is understood; @out is left as it is then
 * @out: (out): the day
 * @field: (out): set to @column if it is refused
 * @error: return location for an error
 *
 * Returns: %FALSE if the text is no day
 */
gboolean
ntm_form_page_read_day (NtmFormPage *self,
                        const char  *column,
                        gboolean     may_be_empty,
                        NtmDate     *out,
                        const char **field,
                        GError     **error)
{
  GtkWidget *row = ntm_form_page_get_field (self, column);
  g_autofree char *text = NULL;

  g_return_val_if_fail (GTK_IS_EDITABLE (row), FALSE);

  text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
  if ((*text == '\0' && may_be_empty) || ntm_date_parse_people (text, ntm_lang_current (), out, error))
    return TRUE;
  *field = column;
  return FALSE;
}

/**
 * ntm_form_page_show_day:
 * @self: a page
 * @column: name of a field that is an entry
 * @day: a day; one that is not known leaves the field empty
 */
void
ntm_form_page_show_day (NtmFormPage *self,
                        const char  *column,
                        NtmDate      day)
{
  GtkWidget *row = ntm_form_page_get_field (self, column);
  g_autofree char *text = ntm_date_is_known (day) ? ntm_date_format (day, ntm_lang_current ()) : g_strdup ("");

  g_return_if_fail (GTK_IS_EDITABLE (row));

  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

/* --- saving ----------------------------------------------------------------------------------- */

static char *
dup_reason (const GError *error,
            const char   *field)
{
  g_autofree char *body = NULL;

  if (field != NULL)
    return g_strdup (error->message);
  body = ntm_error_dup_body (error);
  return g_strdup_printf ("%s. %s", ntm_error_heading (error), body);
}

/**
 * ntm_form_page_save:
 * @self: a page
 *
 * Makes the change and writes it. If it is refused, the reason is shown and nothing has changed.
 *
 * Returns: whether it is written
 */
gboolean
ntm_form_page_save (NtmFormPage *self)
{
  NtmFormPagePrivate *priv = get_private (self);
  const char *field = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (NtmEdit) edit = NULL;
  g_autofree char *reason = NULL;
  GtkWidget *row;

  g_return_val_if_fail (NTM_IS_FORM_PAGE (self), FALSE);

  clear_problem (self);
  g_return_val_if_fail (ntm_desk_get_store (priv->desk) != NULL, FALSE);
  edit = NTM_FORM_PAGE_GET_CLASS (self)->make_edit (self, &field, &error);
  if (edit != NULL && ntm_desk_apply (priv->desk, edit, &error))
    return TRUE;
  row = field == NULL ? NULL : ntm_form_page_get_field (self, field);
  reason = dup_reason (error, row == NULL ? NULL : field);
  show_problem (self, row == NULL ? priv->first : row, reason);
  gtk_widget_set_visible (priv->save_as, row == NULL && ntm_error_is_of_file (error));
  return FALSE;
}

/**
 * ntm_form_page_get_problem:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): why it was not saved
 */
const char *
ntm_form_page_get_problem (NtmFormPage *self)
{
  NtmFormPagePrivate *priv = get_private (self);

  g_return_val_if_fail (NTM_IS_FORM_PAGE (self), NULL);

  return priv->problem_field == NULL ? NULL : gtk_label_get_text (priv->problem_label);
}

/**
 * ntm_form_page_get_problem_field:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the row the problem is shown at
 */
GtkWidget *
ntm_form_page_get_problem_field (NtmFormPage *self)
{
  g_return_val_if_fail (NTM_IS_FORM_PAGE (self), NULL);

  return get_private (self)->problem_field;
}
