/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ntm-inspector.h"

#include "ntm-status-pill.h"
#include "ntm-unit-facts.h"
#include "ntm-view-words.h"

struct _NtmInspector
{
  GtkWidget parent_instance;

  NtmDesk *desk;

  GtkWidget     *content;
  GtkLabel      *heading;
  GtkLabel      *summary;
  GtkWidget     *status_row;
  NtmStatusPill *pill;
  GtkLabel      *since;
  GtkLabel      *decision;
  GtkWidget     *figures_heading;
  GtkListBox    *figures;
  GtkWidget     *sources_heading;
  GtkLabel      *sources;
};

G_DEFINE_FINAL_TYPE (NtmInspector, ntm_inspector, GTK_TYPE_WIDGET)

static GtkWidget *
new_label (const char *text,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* Name and value on one line, where they are from below both. */
static GtkWidget *
new_row (const NtmUnitFigure *figure)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *first = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *name = new_label (figure->name, NULL);
  GtkWidget *value = new_label (figure->value, figure->is_missing ? "ntm-missing" : "ntm-value");
  g_autofree char *spoken = g_strdup_printf ("%s: %s. %s", figure->name, figure->value, figure->detail);

  gtk_widget_set_hexpand (name, TRUE);
  gtk_label_set_wrap (GTK_LABEL (value), FALSE);
  gtk_widget_set_valign (value, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (first), name);
  gtk_box_append (GTK_BOX (first), value);
  gtk_box_append (GTK_BOX (lines), first);
  if (*figure->detail != '\0')
    gtk_box_append (GTK_BOX (lines), new_label (figure->detail, "ntm-figure-detail"));
  gtk_widget_add_css_class (lines, "ntm-figure");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), lines);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  return row;
}

static void
show_figures (NtmInspector    *self,
              const GPtrArray *figures)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->figures))) != NULL)
    gtk_list_box_remove (self->figures, child);
  for (guint i = 0; i < figures->len; i++)
    gtk_list_box_append (self->figures, new_row (g_ptr_array_index (figures, i)));
  gtk_widget_set_visible (GTK_WIDGET (self->figures), figures->len > 0);
  gtk_widget_set_visible (self->figures_heading, figures->len > 0);
}

static void
show_facts (NtmInspector       *self,
            const NtmUnitFacts *facts)
{
  NtmStatus status = facts->standing.status;

  gtk_label_set_text (self->heading, facts->name);
  gtk_label_set_text (self->summary, facts->summary);
  ntm_status_pill_set_mark (self->pill, (NtmMark) status, ntm_view_status_name (status));
  gtk_widget_set_visible (self->status_row, status != NTM_STATUS_NOT_APPLICABLE);
  gtk_label_set_text (self->since, facts->since);
  gtk_label_set_text (self->decision, facts->decision);
  gtk_widget_set_visible (GTK_WIDGET (self->decision), *facts->decision != '\0');
  show_figures (self, facts->figures);
  gtk_label_set_text (self->sources, facts->sources);
  gtk_widget_set_visible (self->sources_heading, *facts->sources != '\0');
  gtk_widget_set_visible (GTK_WIDGET (self->sources), *facts->sources != '\0');
}

static void
update (NtmInspector *self)
{
  NtmAtlas *atlas = ntm_desk_get_atlas (self->desk);
  const NtmUnit *unit = ntm_desk_get_selected (self->desk);
  NtmViewContext context;
  g_autoptr (NtmUnitFacts) facts = NULL;

  if (unit == NULL && atlas != NULL)
    unit = ntm_atlas_province (atlas, ntm_desk_get_date (self->desk));
  gtk_widget_set_visible (self->content, unit != NULL);
  if (unit == NULL)
    return;
  context = ntm_desk_get_context (self->desk);
  facts = ntm_unit_facts_new (&context, unit);
  show_facts (self, facts);
}

static void
ntm_inspector_dispose (GObject *object)
{
  NtmInspector *self = NTM_INSPECTOR (object);
  GtkWidget *child;

  g_clear_object (&self->desk);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (ntm_inspector_parent_class)->dispose (object);
}

static void
ntm_inspector_class_init (NtmInspectorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ntm_inspector_dispose;
  g_type_ensure (NTM_TYPE_STATUS_PILL);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ntmatlas/NtmAtlas/ui/ntm-inspector.ui");
  gtk_widget_class_bind_template_child (widget_class, NtmInspector, content);
  gtk_widget_class_bind_template_child (widget_class, NtmInspector, heading);
  gtk_widget_class_bind_template_child (widget_class, NtmInspector, summary);
  gtk_widget_class_bind_template_child (widget_class, NtmInspector, status_row);
  gtk_widget_class_bind_template_child (widget_class, NtmInspector, pill);
  gtk_widget_class_bind_template_child (widget_class, NtmInspector, since);
  gtk_widget_class_bind_template_child (widget_class, NtmInspector, decision);
  gtk_widget_class_bind_template_child (widget_class, NtmInspector, figures_heading);
  gtk_widget_class_bind_template_child (widget_class, NtmInspector, figures);
  gtk_widget_class_bind_template_child (widget_class, NtmInspector, sources_heading);
  gtk_widget_class_bind_template_child (widget_class, NtmInspector, sources);
}

static void
ntm_inspector_init (NtmInspector *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ntm_inspector_set_desk:
 * @self: an inspector
 * @desk: what the window works on
 *
 * Describes the selected unit of @desk. To be called once.
 */
void
ntm_inspector_set_desk (NtmInspector *self,
                        NtmDesk      *desk)
{
  g_return_if_fail (NTM_IS_INSPECTOR (self));
  g_return_if_fail (self->desk == NULL);

  self->desk = g_object_ref (desk);
  g_signal_connect_object (desk, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "selected", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

/**
 * ntm_inspector_get_name:
 * @self: an inspector
 *
 * Returns: (transfer none): the name of the unit described
 */
const char *
ntm_inspector_get_name (NtmInspector *self)
{
  g_return_val_if_fail (NTM_IS_INSPECTOR (self), NULL);

  return gtk_label_get_text (self->heading);
}

/**
 * ntm_inspector_get_status:
 * @self: an inspector
 *
 * Returns: (transfer none): the name of its status
 */
const char *
ntm_inspector_get_status (NtmInspector *self)
{
  g_return_val_if_fail (NTM_IS_INSPECTOR (self), NULL);

  return ntm_status_pill_get_name (self->pill);
}

/**
 * ntm_inspector_get_decision:
 * @self: an inspector
 *
 * Returns: (transfer none): what its title rests on
 */
const char *
ntm_inspector_get_decision (NtmInspector *self)
{
  g_return_val_if_fail (NTM_IS_INSPECTOR (self), NULL);

  return gtk_label_get_text (self->decision);
}

/**
 * ntm_inspector_get_n_figures:
 * @self: an inspector
 *
 * Returns: how many figures are listed
 */
guint
ntm_inspector_get_n_figures (NtmInspector *self)
{
  guint n = 0;

  g_return_val_if_fail (NTM_IS_INSPECTOR (self), 0);

  while (gtk_list_box_get_row_at_index (self->figures, n) != NULL)
    n++;
  return n;
}
