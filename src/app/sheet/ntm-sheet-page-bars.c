/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the page says around the table: of the active cell, of the selection, of what went wrong, of nothing. */

#include "config.h"

#include "ntm-sheet-page-private.h"

#include <glib/gi18n.h>

#include "ntm-error.h"
#include "ntm-errors.h"
#include "ntm-view-words.h"

static void
show_notice (NtmSheetPage *self,
             const char   *heading,
             const char   *body,
             gboolean      can_close)
{
  gtk_label_set_text (self->notice_heading, heading);
  gtk_label_set_text (self->notice_body, body);
  gtk_widget_set_visible (self->notice_close, can_close);
  gtk_widget_set_visible (self->notice, TRUE);
}

/* Nothing wrong any more: only that the file cannot be written stays said. */
void
_ntm_sheet_page_update_notice (NtmSheetPage *self)
{
  g_autoptr (GError) error = NULL;
  NtmStore *store = self->desk == NULL ? NULL : ntm_desk_get_store (self->desk);

  gtk_widget_set_visible (self->notice, FALSE);
  if (store == NULL || !ntm_store_is_read_only (store))
    return;
  if (!ntm_grid_model_can_edit (NTM_GRID_MODEL (self->sheet), 0, 0, &error))
    show_notice (self, ntm_error_heading (error), error->message, FALSE);
}

void
_ntm_sheet_page_show_error (NtmSheetPage *self,
                            const GError *error)
{
  g_autofree char *body = ntm_error_dup_body (error);

  /* What is wrong with the file is told by the strips of the window. */
  if (!ntm_error_is_of_file (error))
    show_notice (self, ntm_error_heading (error), body, TRUE);
  gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
set_count (GtkWidget  *button,
           const char *name,
           const char *value)
{
  GtkWidget *label = gtk_button_get_child (GTK_BUTTON (button));
  g_autofree char *spoken = g_strdup_printf ("%s %s", name, value);
  g_autofree char *markup = g_markup_printf_escaped ("%s <b>%s</b>", name, value);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_object_set_data_full (G_OBJECT (button), "value", g_strdup (value), g_free);
}

/* The mean may have endless digits: as many as the indicator usually has, and one. */
static char *
format_mean (const NtmSheetSums *sums)
{
  int decimals = (int) CLAMP (sums->indicator->decimals, 0, NTM_DECIMAL_DIGITS - 1) + 1;

  return ntm_number_format (sums->mean, decimals, ntm_lang_current ());
}

static void
update_counts (NtmSheetPage *self)
{
  NtmGridRange range = ntm_grid_get_range (self->grid);
  NtmSheetSums sums = ntm_sheet_count (self->sheet, &range);
  gboolean has_values = sums.n_values > 0 && sums.indicator != NULL;
  g_autofree char *sum = ntm_number_format (sums.sum, -1, ntm_lang_current ());
  g_autofree char *mean = sums.has_mean ? format_mean (&sums) : g_strdup ("");
  g_autofree char *n = g_strdup_printf ("%u/%u", sums.n_values, sums.n_cells);
  g_autofree char *minimum = ntm_number_format (sums.minimum, -1, ntm_lang_current ());
  g_autofree char *maximum = ntm_number_format (sums.maximum, -1, ntm_lang_current ());
  g_autofree char *extent = g_strdup_printf ("%s – %s", minimum, maximum);

  set_count (self->count, _("Figures"), n);
  set_count (self->sum, _("Sum"), sums.has_sum ? sum : _("none"));
  set_count (self->mean, _("Mean"), mean);
  set_count (self->extent, _("Min–max"), extent);
  gtk_widget_set_visible (self->sum, has_values && sums.n_cells > 1);
  gtk_widget_set_sensitive (self->sum, sums.has_sum);
  gtk_widget_set_visible (self->mean, sums.has_mean && sums.n_cells > 1);
  gtk_widget_set_visible (self->extent, has_values && sums.n_cells > 1);
}

static char *
dup_value (NtmSheetPage *self,
           guint         row,
           guint         column)
{
  NtmViewContext context;
  NtmSheetFacts facts;

  if (!ntm_sheet_look (self->sheet, row, column, &facts))
    return g_strdup ("");
  context = ntm_desk_get_context (self->desk);
  return ntm_view_observation (&context, facts.indicator, facts.observation);
}

static void
update_history (NtmSheetPage *self,
                guint         row,
                guint         column)
{
  NtmSheetFacts facts;
  gboolean is_cell = ntm_sheet_look (self->sheet, row, column, &facts);

  gtk_widget_set_visible (self->history, is_cell);
  if (is_cell)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (self->history), "(ss)", facts.unit->id, facts.indicator->code);
}

static void
update_bar (NtmSheetPage *self)
{
  guint row, column;
  g_autofree char *address = NULL;
  g_autofree char *value = NULL;
  g_autofree char *origin = NULL;

  ntm_grid_get_active (self->grid, &row, &column);
  address = ntm_sheet_dup_address (self->sheet, row, column);
  value = dup_value (self, row, column);
  origin = ntm_sheet_dup_origin (self->sheet, row, column);
  gtk_label_set_text (self->address, address);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->address), address);
  gtk_label_set_text (self->value, value);
  if (*origin == '\0' && ntm_grid_model_can_edit (NTM_GRID_MODEL (self->sheet), row, column, NULL))
    gtk_label_set_text (self->origin, *address == '\0' ? "" : _("Type a figure to enter it for this unit and period."));
  else
    gtk_label_set_text (self->origin, origin);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->origin), *origin == '\0' ? NULL : origin);
  update_history (self, row, column);
}

/* What is said of the active cell and of the selection. */
void
_ntm_sheet_page_update_bars (NtmSheetPage *self)
{
  update_bar (self);
  update_counts (self);
}

/* A table without any figure keeps its frame and says so in one line. */
static char *
dup_nothing (NtmSheetPage *self)
{
  const NtmIndicator *indicator = ntm_sheet_get_indicator (self->sheet);
  NtmViewContext context = ntm_desk_get_context (self->desk);
  NtmPeriod period;
  g_autofree char *text = NULL;

  if (ntm_sheet_get_mode (self->sheet) == NTM_SHEET_YEARS)
    return g_strdup_printf (_("No data for “%s”"), ntm_view_indicator_name (&context, indicator));
  if (!ntm_sheet_get_period (self->sheet, &period))
    return g_strdup (_("No data up to this day"));
  text = ntm_period_format (&period, ntm_lang_current ());
  return g_strdup_printf (_("No data for %s"), text);
}

void
_ntm_sheet_page_update_empty (NtmSheetPage *self)
{
  NtmGridShape shape = ntm_grid_model_get_shape (NTM_GRID_MODEL (self->sheet));
  gboolean has_table = shape.n_rows > 0 && shape.n_columns > 0;
  guint row = 0, column = 0;
  gboolean is_bare = has_table && !ntm_sheet_find_figure (self->sheet, &row, &column);
  g_autofree char *text = is_bare ? dup_nothing (self) : NULL;

  gtk_widget_set_visible (self->content, has_table);
  gtk_widget_set_visible (self->empty, !has_table);
  gtk_widget_set_visible (GTK_WIDGET (self->nothing), is_bare);
  gtk_label_set_text (self->nothing, is_bare ? text : "");
}
