/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The form of a task. It holds what was typed; whether that is a task is decided where the edit is made.
 * The wording of a deadline belongs to its day: whoever changes the day starts the wording anew.
 */

#include "config.h"

#include "ntm-task-dialog.h"

#include <glib/gi18n.h>

#include "ntm-edit-task.h"
#include "ntm-errors.h"
#include "ntm-task-picker.h"
#include "ntm-text.h"
#include "ntm-view-words.h"

struct _NtmTaskDialog
{
  AdwWindow parent_instance;

  NtmDesk *desk;
  char    *id;          /* NULL for a new task */
  gboolean is_filling;

  GtkWidget     *problem;
  GtkLabel      *problem_label;
  GtkEditable   *title_row;
  GtkEditable   *title_en_row;
  NtmTaskPicker *agency;
  NtmTaskPicker *unit;
  GtkEditable   *assigned_row;
  AdwComboRow   *due_kind;
  GtkEditable   *due_row;
  GtkEditable   *due_vi_row;
  GtkEditable   *due_en_row;
  NtmTaskPicker *source;
  GtkEditable   *place_row;
  GtkEditable   *detail_row;
  GtkEditable   *detail_en_row;
  GtkTextBuffer *exact;
  GtkEditable   *note_row;
  GtkWidget     *save;
};

G_DEFINE_FINAL_TYPE (NtmTaskDialog, ntm_task_dialog, ADW_TYPE_WINDOW)

static guint saved_signal;

/* --- the form ---------------------------------------------------------------------------------- */

static void
clear_problem (NtmTaskDialog *self)
{
  gtk_widget_set_visible (self->problem, FALSE);
  gtk_widget_remove_css_class (GTK_WIDGET (self->assigned_row), "error");
  gtk_widget_remove_css_class (GTK_WIDGET (self->due_row), "error");
  gtk_widget_remove_css_class (GTK_WIDGET (self->title_row), "error");
}

static void
show_problem (NtmTaskDialog *self,
              GtkEditable   *where,
              const GError  *error)
{
  g_autofree char *body = ntm_error_dup_body (error);

  gtk_label_set_text (self->problem_label, body);
  gtk_widget_set_visible (self->problem, TRUE);
  if (where == NULL)
    return;
  gtk_widget_add_css_class (GTK_WIDGET (where), "error");
  gtk_widget_grab_focus (GTK_WIDGET (where));
}

static void
edited_cb (NtmTaskDialog *self)
{
  if (!self->is_filling)
    clear_problem (self);
}

static void
due_changed_cb (NtmTaskDialog *self)
{
  gboolean has_day = adw_combo_row_get_selected (self->due_kind) != NTM_DUE_NONE;

  gtk_widget_set_sensitive (GTK_WIDGET (self->due_row), has_day);
  if (self->is_filling)
    return;
  clear_problem (self);
  gtk_editable_set_text (self->due_vi_row, "");
  gtk_editable_set_text (self->due_en_row, "");
}

static void
set_day (GtkEditable *row,
         NtmDate      date)
{
  g_autofree char *text = ntm_date_is_known (date) ? ntm_date_format (date, ntm_lang_current ()) : g_strdup ("");

  gtk_editable_set_text (row, text);
}

static void
fill (NtmTaskDialog      *self,
      const NtmTaskEntry *entry)
{
  self->is_filling = TRUE;
  gtk_editable_set_text (self->title_row, entry->title_vi);
  gtk_editable_set_text (self->title_en_row, entry->title_en);
  gtk_editable_set_text (self->detail_row, entry->detail_vi);
  gtk_editable_set_text (self->detail_en_row, entry->detail_en);
  gtk_editable_set_text (self->place_row, entry->place);
  gtk_editable_set_text (self->note_row, entry->note);
  gtk_text_buffer_set_text (self->exact, entry->exact, -1);
  ntm_task_picker_choose (self->agency, entry->agency);
  ntm_task_picker_choose (self->unit, entry->unit);
  ntm_task_picker_choose (self->source, entry->source);
  set_day (self->assigned_row, entry->assigned);
  adw_combo_row_set_selected (self->due_kind, entry->due_kind);
  set_day (self->due_row, entry->due_kind == NTM_DUE_NONE ? NTM_DATE_MAX : entry->due);
  gtk_editable_set_text (self->due_vi_row, entry->due_vi);
  gtk_editable_set_text (self->due_en_row, entry->due_en);
  due_changed_cb (self);
  self->is_filling = FALSE;
}

static void
fill_new (NtmTaskDialog *self,
          NtmDate        at)
{
  NtmTaskEntry entry = { .title_vi = "", .title_en = "", .detail_vi = "", .detail_en = "", .exact = "", .agency = "",
                         .unit = "", .assigned = at, .due_vi = "", .due_en = "", .source = "", .place = "", .note = "" };

  fill (self, &entry);
}

/* --- the choices ------------------------------------------------------------------------------- */

typedef struct
{
  char *id, *name;
} Choice;

static void
choice_free (Choice *choice)
{
  g_free (choice->id);
  g_free (choice->name);
  g_free (choice);
}

static int
compare_choices_cb (gconstpointer a,
                    gconstpointer b)
{
  return ntm_text_compare ((*(Choice **) a)->name, (*(Choice **) b)->name);
}

static void
add_choice (GPtrArray  *choices,
            const char *id,
            char       *name)
{
  Choice *choice = g_new0 (Choice, 1);

  choice->id = g_strdup (id);
  choice->name = name;
  g_ptr_array_add (choices, choice);
}

static void
offer (NtmTaskPicker *picker,
       GPtrArray     *choices)
{
  g_ptr_array_sort (choices, compare_choices_cb);
  for (guint i = 0; i < choices->len; i++)
    {
      const Choice *choice = g_ptr_array_index (choices, i);
      ntm_task_picker_add (picker, choice->id, choice->name);
    }
}

static void
offer_agencies (NtmTaskDialog        *self,
                const NtmViewContext *ctx)
{
  const GPtrArray *all = ntm_atlas_records (ctx->atlas, NTM_TABLE_AGENCY);
  g_autoptr (GPtrArray) choices = g_ptr_array_new_with_free_func ((GDestroyNotify) choice_free);

  for (guint i = 0; i < all->len; i++)
    {
      const NtmAgency *agency = g_ptr_array_index (all, i);
      add_choice (choices, agency->id, ntm_view_agency (ctx, agency->id));
    }
  ntm_task_picker_add (self->agency, "", _("Not chosen"));
  offer (self->agency, choices);
  ntm_task_picker_choose (self->agency, "");
}

/* The commune's district tells two of one name apart. */
static char *
name_unit (const NtmViewContext *ctx,
           const NtmUnit        *unit)
{
  const NtmUnitState *state = ntm_unit_state_at (unit, ctx->at);
  char *name = ntm_view_unit_name (ctx, unit);
  g_autofree char *own = NULL;
  g_autofree char *parent = NULL;

  if (state == NULL || unit->level < NTM_LEVEL_COMMUNE || state->parent_unit == NULL)
    return name;
  own = name;
  parent = ntm_view_unit_name (ctx, state->parent_unit);
  return g_strdup_printf ("%s, %s", own, parent);
}

static void
offer_units (NtmTaskDialog        *self,
             const NtmViewContext *ctx)
{
  ntm_task_picker_add (self->unit, "", _("No unit"));
  for (NtmLevel level = NTM_LEVEL_PROVINCE; level < NTM_N_LEVELS; level++)
    {
      g_autoptr (GPtrArray) units = ntm_atlas_units_at (ctx->atlas, level, ctx->at);
      g_autoptr (GPtrArray) choices = g_ptr_array_new_with_free_func ((GDestroyNotify) choice_free);

      for (guint i = 0; i < units->len; i++)
        {
          const NtmUnit *unit = g_ptr_array_index (units, i);
          add_choice (choices, unit->id, name_unit (ctx, unit));
        }
      offer (self->unit, choices);
    }
  ntm_task_picker_choose (self->unit, "");
}

static void
offer_documents (NtmTaskDialog        *self,
                 const NtmViewContext *ctx)
{
  const GPtrArray *all = ntm_atlas_records (ctx->atlas, NTM_TABLE_DOCUMENT);
  g_autoptr (GPtrArray) choices = g_ptr_array_new_with_free_func ((GDestroyNotify) choice_free);

  for (guint i = 0; i < all->len; i++)
    {
      const NtmDocument *document = g_ptr_array_index (all, i);
      add_choice (choices, document->id, ntm_view_document (ctx, document->id));
    }
  ntm_task_picker_add (self->source, "", _("No document"));
  offer (self->source, choices);
  ntm_task_picker_choose (self->source, "");
}

/* A unit that had ended by the day of the list is still what the task is about. */
static void
offer_own_unit (NtmTaskDialog        *self,
                const NtmViewContext *ctx,
                const NtmTask        *task)
{
  const NtmUnit *unit = *task->unit == '\0' ? NULL : ntm_atlas_find_unit (ctx->atlas, task->unit);

  if (unit != NULL && !ntm_interval_contains (&unit->life, ctx->at))
    {
      g_autofree char *name = name_unit (ctx, unit);
      ntm_task_picker_add (self->unit, unit->id, name);
    }
}

/* --- saving ------------------------------------------------------------------------------------ */

static gboolean
read_day (NtmTaskDialog *self,
          GtkEditable   *row,
          gboolean       may_be_empty,
          NtmDate       *out)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (row)));
  g_autoptr (GError) error = NULL;

  if (*text == '\0' && may_be_empty)
    return TRUE;
  if (ntm_date_parse_people (text, ntm_lang_current (), out, &error))
    return TRUE;
  show_problem (self, row, error);
  return FALSE;
}

static char *
dup_exact (NtmTaskDialog *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->exact, &start, &end);
  return gtk_text_buffer_get_text (self->exact, &start, &end, FALSE);
}

static gboolean
save_entry (NtmTaskDialog      *self,
            const NtmTaskEntry *entry,
            char              **id,
            GError            **error)
{
  NtmAtlas *atlas = ntm_desk_get_atlas (self->desk);
  g_autoptr (NtmEdit) edit = NULL;

  if (self->id == NULL)
    edit = ntm_edit_new_task (atlas, entry, id, error);
  else
    edit = ntm_edit_new_task_change (atlas, self->id, entry, error);
  if (edit == NULL || !ntm_store_apply (ntm_desk_get_store (self->desk), edit, error))
    return FALSE;
  if (self->id != NULL)
    *id = g_strdup (self->id);
  return TRUE;
}

static gboolean
is_empty (GtkEditable *row)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (row)));

  return *text == '\0';
}

static void
save_cb (NtmTaskDialog *self)
{
  NtmTaskEntry entry = { .assigned = NTM_DATE_MIN, .due = NTM_DATE_MAX };
  g_autofree char *exact = dup_exact (self);
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;

  clear_problem (self);
  if (ntm_desk_get_store (self->desk) == NULL)
    return;
  entry.due_kind = adw_combo_row_get_selected (self->due_kind);
  if (!read_day (self, self->assigned_row, TRUE, &entry.assigned)
      || !read_day (self, self->due_row, entry.due_kind == NTM_DUE_NONE, &entry.due))
    return;
  entry.title_vi = gtk_editable_get_text (self->title_row);
  entry.title_en = gtk_editable_get_text (self->title_en_row);
  entry.detail_vi = gtk_editable_get_text (self->detail_row);
  entry.detail_en = gtk_editable_get_text (self->detail_en_row);
  entry.exact = exact;
  entry.agency = ntm_task_picker_get_chosen (self->agency);
  entry.unit = ntm_task_picker_get_chosen (self->unit);
  entry.due_vi = gtk_editable_get_text (self->due_vi_row);
  entry.due_en = gtk_editable_get_text (self->due_en_row);
  entry.source = ntm_task_picker_get_chosen (self->source);
  entry.place = gtk_editable_get_text (self->place_row);
  entry.note = gtk_editable_get_text (self->note_row);
  if (!save_entry (self, &entry, &id, &error))
    {
      show_problem (self, is_empty (self->title_row) ? self->title_row : NULL, error);
      return;
    }
  g_signal_emit (self, saved_signal, 0, id);
  gtk_window_close (GTK_WINDOW (self));
}

/* --- making ------------------------------------------------------------------------------------ */

static void
ntm_task_dialog_dispose (GObject *object)
{
  NtmTaskDialog *self = NTM_TASK_DIALOG (object);

  g_clear_object (&self->desk);
  g_clear_pointer (&self->id, g_free);
  G_OBJECT_CLASS (ntm_task_dialog_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_child (klass, NtmTaskDialog, problem);
  gtk_widget_class_bind_template_child (klass, NtmTaskDialog, problem_label);
  gtk_widget_class_bind_template_child (klass, NtmTaskDialog, title_row);
  gtk_widget_class_bind_template_child (klass, NtmTaskDialog, title_en_row);
  gtk_widget_class_bind_template_child (klass, NtmTaskDialog, agency);
  gtk_widget_class_bind_template_child (klass, NtmTaskDialog, unit);
  gtk_widget_class_bind_template_child (klass, NtmTaskDialog, assigned_row);
  gtk_widget_class_bind_template_child (klass, NtmTaskDialog, due_kind);
  gtk_widget_class_bind_template_child (klass, NtmTaskDialog, due_row);
  gtk_widget_class_bind_template_child (klass, NtmTaskDialog, due_vi_row);
  gtk_widget_class_bind_template_child (klass, NtmTaskDialog, due_en_row);
  gtk_widget_class_bind_template_child (klass, NtmTaskDialog, source);
  gtk_widget_class_bind_template_child (klass, NtmTaskDialog, place_row);
  gtk_widget_class_bind_template_child (klass, NtmTaskDialog, detail_row);
  gtk_widget_class_bind_template_child (klass, NtmTaskDialog, detail_en_row);
  gtk_widget_class_bind_template_child (klass, NtmTaskDialog, exact);
  gtk_widget_class_bind_template_child (klass, NtmTaskDialog, note_row);
  gtk_widget_class_bind_template_child (klass, NtmTaskDialog, save);
}

static void
save_action_cb (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  save_cb (NTM_TASK_DIALOG (widget));
}

static void
ntm_task_dialog_class_init (NtmTaskDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ntm_task_dialog_dispose;
  g_type_ensure (NTM_TYPE_TASK_PICKER);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ntmatlas/NtmAtlas/ui/ntm-task-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, due_changed_cb);
  gtk_widget_class_install_action (widget_class, "dialog.save", NULL, save_action_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "dialog.save", NULL);
  saved_signal = g_signal_new ("saved", NTM_TYPE_TASK_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                               G_TYPE_STRING);
}

static void
ntm_task_dialog_init (NtmTaskDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ntm_task_dialog_new:
 * @parent: (nullable): the window that asks
 * @desk: what the window works on, with a file
 * @id: (nullable): id of the task to change, %NULL for a new one
 * @at: the day of the list; a new task is given on it
 *
 * Makes the dialog, not yet shown.
 *
 * Returns: (transfer none): the dialog, owned by GTK until it is closed
 */
NtmTaskDialog *
ntm_task_dialog_new (GtkWindow  *parent,
                     NtmDesk    *desk,
                     const char *id,
                     NtmDate     at)
{
  NtmTaskDialog *self = g_object_new (NTM_TYPE_TASK_DIALOG, "transient-for", parent, NULL);
  NtmViewContext ctx = ntm_desk_get_context (desk);
  const NtmTask *task = id == NULL ? NULL : ntm_atlas_lookup (ctx.atlas, NTM_TABLE_TASK, id);
  NtmTaskEntry entry;

  ctx.at = at;
  self->desk = g_object_ref (desk);
  offer_agencies (self, &ctx);
  offer_units (self, &ctx);
  offer_documents (self, &ctx);
  gtk_widget_grab_focus (GTK_WIDGET (self->title_row));
  if (task == NULL)
    {
      fill_new (self, at);
      gtk_window_set_title (GTK_WINDOW (self), _("New task"));
      return self;
    }
  self->id = g_strdup (id);
  offer_own_unit (self, &ctx, task);
  ntm_task_entry_read (task, &entry);
  fill (self, &entry);
  gtk_window_set_title (GTK_WINDOW (self), _("Change the task"));
  return self;
}

/**
 * ntm_task_dialog_preset:
 * @self: a dialog for a new task
 * @agency: (nullable): id of an agency
 * @unit: (nullable): id of a unit
 *
 * Starts with what is selected already.
 */
void
ntm_task_dialog_preset (NtmTaskDialog *self,
                        const char    *agency,
                        const char    *unit)
{
  g_return_if_fail (NTM_IS_TASK_DIALOG (self));

  if (agency != NULL)
    ntm_task_picker_choose (self->agency, agency);
  if (unit != NULL)
    ntm_task_picker_choose (self->unit, unit);
}
