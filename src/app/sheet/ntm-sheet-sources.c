/* SPDX-License-Identifier: GPL-3.0-or-later */

/* All figures the file has for a cell, each with where it is from; documents that are pages of the web open. */

#include "config.h"

#include "ntm-sheet-sources.h"

#include <glib/gi18n.h>

#include "ntm-sheet-private.h"
#include "ntm-task-facts.h"

static GtkWidget *
add_label (GtkBox     *box,
           const char *text,
           const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 48);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_focusable (label, FALSE);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (box, label);
  return label;
}

static void
add_link (GtkBox                *box,
          const NtmViewContext  *context,
          const NtmObservation  *observation)
{
  const NtmDocument *document = ntm_atlas_lookup (context->atlas, NTM_TABLE_DOCUMENT, observation->source);
  GtkWidget *link;

  if (document == NULL || !ntm_task_url_opens (document->url))
    return;
  link = gtk_link_button_new_with_label (document->url, _("Open the document"));
  gtk_widget_set_halign (link, GTK_ALIGN_START);
  gtk_box_append (box, link);
}

static void
add_figure (GtkBox               *box,
            const NtmViewContext *context,
            const NtmSheetFacts  *facts,
            const NtmObservation *observation)
{
  g_autofree char *value = ntm_view_observation (context, facts->indicator, observation);
  g_autofree char *line = g_strdup_printf ("%s, %s", value, _ntm_sheet_kind_words (observation->kind));
  g_autofree char *source = _ntm_sheet_describe_source (context, observation);

  add_label (box, line, "heading");
  add_label (box, source, NULL);
  if (*observation->note != '\0')
    add_label (box, observation->note, "dim-label");
  add_link (box, context, observation);
}

/**
 * ntm_sheet_new_sources:
 * @self: a sheet
 * @row: from 0
 * @column: from 0
 *
 * Returns: (transfer floating): the figures of a cell with their sources, the shown one first
 */
GtkWidget *
ntm_sheet_new_sources (NtmSheet *self,
                       guint     row,
                       guint     column)
{
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  g_autofree char *address = ntm_sheet_dup_address (self, row, column);
  const NtmObservation *observation;
  NtmViewContext context;
  NtmSheetFacts facts;

  add_label (box, address, "dim-label");
  if (!ntm_sheet_look (self, row, column, &facts) || facts.observation == NULL || facts.index < 0)
    {
      add_label (box, ntm_view_no_data (), NULL);
      return GTK_WIDGET (box);
    }
  context = ntm_desk_get_context (self->desk);
  for (guint i = 0; (observation = ntm_series_get_nth (facts.series, facts.unit, (guint) facts.index, i)) != NULL; i++)
    add_figure (box, &context, &facts, observation);
  return GTK_WIDGET (box);
}
