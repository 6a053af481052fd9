/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page around the grid. The sheet knows the figures, the grid the cells; the page only passes on. */

#include "config.h"

#include "ntm-sheet-page.h"

#include <glib/gi18n.h>

#include "ntm-error.h"
#include "ntm-errors.h"
#include "ntm-indicator-list.h"
#include "ntm-look.h"
#include "ntm-sheet-legend.h"
#include "ntm-view-words.h"

#define FIRST_YEAR 2010

struct _NtmSheetPage
{
  GtkWidget parent_instance;

  NtmDesk   *desk;
  NtmSheet  *sheet;
  gboolean   is_syncing;   /* the unit is being set from the desk or to it */
  gboolean   is_filling;   /* choices are being listed, not chosen */

  GtkToggleButton    *years_button;
  GtkToggleButton    *indicators_button;
  GtkMenuButton      *indicator_button;
  GtkLabel           *indicator_label;
  NtmIndicatorList   *indicators;
  GtkDropDown        *level_choice;
  GtkDropDown        *period_choice;
  GtkLabel           *address;
  GtkLabel           *value;
  GtkLabel           *origin;
  GtkWidget          *notice;
  GtkLabel           *notice_heading;
  GtkLabel           *notice_body;
  GtkWidget          *notice_close;
  NtmGrid            *grid;
  GtkWidget          *sum;
  GtkWidget          *mean;
  GtkWidget          *count;
  GtkWidget          *extent;
};

G_DEFINE_FINAL_TYPE (NtmSheetPage, ntm_sheet_page, GTK_TYPE_WIDGET)

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
static void
update_notice (NtmSheetPage *self)
{
  g_autoptr (GError) error = NULL;
  NtmStore *store = self->desk == NULL ? NULL : ntm_desk_get_store (self->desk);

  gtk_widget_set_visible (self->notice, FALSE);
  if (store == NULL || !ntm_store_is_read_only (store))
    return;
  if (!ntm_grid_model_can_edit (NTM_GRID_MODEL (self->sheet), 0, 0, &error))
    show_notice (self, ntm_error_heading (error), error->message, FALSE);
}

static void
failed_cb (NtmSheetPage *self,
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
}

static void
select_unit (NtmSheetPage *self)
{
  NtmSheetFacts facts;
  guint row, column;

  ntm_grid_get_active (self->grid, &row, &column);
  if (self->is_syncing || !ntm_sheet_look (self->sheet, row, column, &facts))
    return;
  /* Only where a person is at work in the table: the first cell of a page never looked at selects nothing. */
  if (gtk_widget_get_focus_child (GTK_WIDGET (self->grid)) == NULL)
    return;
  self->is_syncing = TRUE;
  ntm_desk_select (self->desk, facts.unit->id);
  self->is_syncing = FALSE;
}

static void
name_indicator (NtmSheetPage *self)
{
  const NtmIndicator *indicator = ntm_sheet_get_indicator (self->sheet);
  NtmViewContext context = ntm_desk_get_context (self->desk);
  g_autofree char *measure = indicator == NULL ? NULL : ntm_view_indicator_measure (&context, indicator);
  const char *text = measure == NULL ? _("Choose an indicator") : measure;
  g_autofree char *spoken = measure == NULL ? g_strdup (text) : g_strdup_printf (_("Indicator: %s"), measure);

  gtk_label_set_text (self->indicator_label, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->indicator_button), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->indicator_button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  ntm_indicator_list_set_chosen (self->indicators, indicator == NULL ? NULL : indicator->code);
}

/* The indicator one is at is the one whose years one may ask for. */
static void
follow_indicator (NtmSheetPage *self)
{
  NtmSheetFacts facts;
  guint row, column;

  ntm_grid_get_active (self->grid, &row, &column);
  if (!ntm_sheet_look (self->sheet, row, column, &facts) || facts.indicator == ntm_sheet_get_indicator (self->sheet))
    return;
  ntm_sheet_set_indicator (self->sheet, facts.indicator->code);
  name_indicator (self);
}

static void
cursor_moved_cb (NtmSheetPage *self)
{
  if (self->sheet == NULL)
    return;
  update_bar (self);
  update_counts (self);
  update_notice (self);
  select_unit (self);
  follow_indicator (self);
}

static void
desk_selected_cb (NtmSheetPage *self)
{
  const NtmUnit *unit = ntm_desk_get_selected (self->desk);
  guint row, column, found;

  if (self->is_syncing || unit == NULL || !ntm_sheet_find_unit (self->sheet, unit->id, &found))
    return;
  ntm_grid_get_active (self->grid, &row, &column);
  if (found == row || ntm_grid_is_editing (self->grid))
    return;
  self->is_syncing = TRUE;
  ntm_grid_place (self->grid, found, column);
  self->is_syncing = FALSE;
}

/* The choice of periods: the latest, then years from that of the reference date back. */
static void
fill_periods (NtmSheetPage *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  NtmDate at = ntm_desk_get_date (self->desk);
  g_autofree char *day = ntm_date_format (at, ntm_lang_current ());
  g_autofree char *latest = g_strdup_printf (_("Latest until %s"), day);
  guint chosen = gtk_drop_down_get_selected (self->period_choice);

  gtk_string_list_append (names, latest);
  for (int year = ntm_date_year (at); year >= FIRST_YEAR; year--)
    {
      g_autofree char *name = g_strdup_printf ("%d", year);

      gtk_string_list_append (names, name);
    }
  self->is_filling = TRUE;
  gtk_drop_down_set_model (self->period_choice, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->period_choice,
                              chosen < g_list_model_get_n_items (G_LIST_MODEL (names)) ? chosen : 0);
  self->is_filling = FALSE;
}

static void
period_chosen_cb (NtmSheetPage *self)
{
  GtkStringObject *chosen = gtk_drop_down_get_selected_item (self->period_choice);
  NtmPeriod period;

  if (self->is_filling || self->sheet == NULL || chosen == NULL || !ntm_grid_finish_edit (self->grid))
    return;
  if (gtk_drop_down_get_selected (self->period_choice) == 0)
    ntm_sheet_set_period (self->sheet, NULL);
  else if (ntm_period_parse (gtk_string_object_get_string (chosen), &period, NULL))
    ntm_sheet_set_period (self->sheet, &period);
}

static void
level_chosen_cb (NtmSheetPage *self)
{
  if (self->is_filling || self->sheet == NULL || !ntm_grid_finish_edit (self->grid))
    return;
  ntm_sheet_set_level (self->sheet, gtk_drop_down_get_selected (self->level_choice) == 0 ? NTM_LEVEL_DISTRICT
                                                                                         : NTM_LEVEL_COMMUNE);
  desk_selected_cb (self);
}

/* To the column of the chosen indicator, or of @period among its years; the row stays. */
static void
go_to_indicator (NtmSheetPage    *self,
                 const NtmPeriod *period)
{
  const NtmIndicator *indicator = ntm_sheet_get_indicator (self->sheet);
  guint row, column;

  ntm_grid_get_active (self->grid, &row, &column);
  if (indicator == NULL || !ntm_sheet_find_indicator (self->sheet, indicator->code, &column))
    column = ntm_sheet_find_period (self->sheet, period);
  ntm_grid_place (self->grid, row, column);
}

static void
mode_toggled_cb (NtmSheetPage *self)
{
  gboolean by_years = gtk_toggle_button_get_active (self->years_button);

  if (self->sheet == NULL || !ntm_grid_finish_edit (self->grid))
    return;
  ntm_sheet_set_mode (self->sheet, by_years ? NTM_SHEET_YEARS : NTM_SHEET_INDICATORS);
  gtk_widget_set_visible (GTK_WIDGET (self->period_choice), !by_years);
  go_to_indicator (self, NULL);
}

static void
indicator_chosen_cb (NtmSheetPage *self,
                     const char   *code)
{
  NtmSheetFacts facts;
  guint row, column;
  gboolean has_cell;

  gtk_menu_button_popdown (self->indicator_button);
  if (!ntm_grid_finish_edit (self->grid))
    return;
  ntm_grid_get_active (self->grid, &row, &column);
  has_cell = ntm_sheet_look (self->sheet, row, column, &facts);
  ntm_sheet_set_indicator (self->sheet, code);
  name_indicator (self);
  go_to_indicator (self, has_cell ? &facts.period : NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->grid));
}

static void
copy_count_cb (GtkWidget *button)
{
  const char *value = g_object_get_data (G_OBJECT (button), "value");

  gdk_clipboard_set_text (gtk_widget_get_clipboard (button), value == NULL ? "" : value);
}

static void
desk_changed_cb (NtmSheetPage *self)
{
  name_indicator (self);
  if (ntm_desk_get_atlas (self->desk) != NULL)
    fill_periods (self);
  update_notice (self);
  cursor_moved_cb (self);
}

static void
ntm_sheet_page_dispose (GObject *object)
{
  NtmSheetPage *self = NTM_SHEET_PAGE (object);
  GtkWidget *child;

  if (self->grid != NULL)
    ntm_grid_set_model (self->grid, NULL);
  if (self->desk != NULL)
    g_signal_handlers_disconnect_by_data (self->desk, self);
  g_clear_object (&self->sheet);
  g_clear_object (&self->desk);
  self->grid = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (ntm_sheet_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_child (klass, NtmSheetPage, years_button);
  gtk_widget_class_bind_template_child (klass, NtmSheetPage, indicators_button);
  gtk_widget_class_bind_template_child (klass, NtmSheetPage, indicator_button);
  gtk_widget_class_bind_template_child (klass, NtmSheetPage, indicator_label);
  gtk_widget_class_bind_template_child (klass, NtmSheetPage, indicators);
  gtk_widget_class_bind_template_child (klass, NtmSheetPage, level_choice);
  gtk_widget_class_bind_template_child (klass, NtmSheetPage, period_choice);
  gtk_widget_class_bind_template_child (klass, NtmSheetPage, address);
  gtk_widget_class_bind_template_child (klass, NtmSheetPage, value);
  gtk_widget_class_bind_template_child (klass, NtmSheetPage, origin);
  gtk_widget_class_bind_template_child (klass, NtmSheetPage, notice);
  gtk_widget_class_bind_template_child (klass, NtmSheetPage, notice_heading);
  gtk_widget_class_bind_template_child (klass, NtmSheetPage, notice_body);
  gtk_widget_class_bind_template_child (klass, NtmSheetPage, notice_close);
  gtk_widget_class_bind_template_child (klass, NtmSheetPage, grid);
  gtk_widget_class_bind_template_child (klass, NtmSheetPage, sum);
  gtk_widget_class_bind_template_child (klass, NtmSheetPage, mean);
  gtk_widget_class_bind_template_child (klass, NtmSheetPage, count);
  gtk_widget_class_bind_template_child (klass, NtmSheetPage, extent);
}

static void
ntm_sheet_page_class_init (NtmSheetPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ntm_sheet_page_dispose;
  g_type_ensure (NTM_TYPE_GRID);
  g_type_ensure (NTM_TYPE_INDICATOR_LIST);
  g_type_ensure (NTM_TYPE_SHEET_LEGEND);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ntmatlas/NtmAtlas/ui/ntm-sheet-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, mode_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, indicator_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, level_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, period_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, cursor_moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, failed_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_notice);
  gtk_widget_class_bind_template_callback (widget_class, copy_count_cb);
}

static void
ntm_sheet_page_init (NtmSheetPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ntm_look_name_choice (self->level_choice);
  ntm_look_name_choice (self->period_choice);
}

/**
 * ntm_sheet_page_set_desk:
 * @self: a page
 * @desk: what the window works on, once for all
 *
 * Shows the figures of the desk's file, and follows it.
 */
void
ntm_sheet_page_set_desk (NtmSheetPage *self,
                         NtmDesk      *desk)
{
  g_return_if_fail (NTM_IS_SHEET_PAGE (self) && self->desk == NULL);

  self->desk = g_object_ref (desk);
  self->sheet = ntm_sheet_new (desk);
  ntm_indicator_list_set_desk (self->indicators, desk);
  ntm_grid_set_model (self->grid, NTM_GRID_MODEL (self->sheet));
  /* After the sheet, which connected first and has the new rows then. */
  g_signal_connect_object (desk, "changed", G_CALLBACK (desk_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "selected", G_CALLBACK (desk_selected_cb), self, G_CONNECT_SWAPPED);
  mode_toggled_cb (self);
  desk_changed_cb (self);
  desk_selected_cb (self);
}

/**
 * ntm_sheet_page_show_indicator:
 * @self: a page
 * @code: an indicator of the file
 *
 * Shows the years of an indicator.
 */
void
ntm_sheet_page_show_indicator (NtmSheetPage *self,
                               const char   *code)
{
  g_return_if_fail (NTM_IS_SHEET_PAGE (self) && self->sheet != NULL);

  gtk_toggle_button_set_active (self->years_button, TRUE);
  indicator_chosen_cb (self, code);
}

/**
 * ntm_sheet_page_get_grid:
 * @self: a page
 *
 * Returns: (transfer none): its table
 */
NtmGrid *
ntm_sheet_page_get_grid (NtmSheetPage *self)
{
  g_return_val_if_fail (NTM_IS_SHEET_PAGE (self), NULL);

  return self->grid;
}

/**
 * ntm_sheet_page_get_sheet:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): what the table shows; %NULL before there is a desk
 */
NtmSheet *
ntm_sheet_page_get_sheet (NtmSheetPage *self)
{
  g_return_val_if_fail (NTM_IS_SHEET_PAGE (self), NULL);

  return self->sheet;
}
