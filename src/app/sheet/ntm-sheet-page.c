/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page around the grid. The sheet knows the figures, the grid the cells; the page only passes on. */

#include "config.h"

#include "ntm-sheet-page-private.h"

#include <glib/gi18n.h>

#include "ntm-flow-layout.h"
#include "ntm-look.h"
#include "ntm-sheet-legend.h"
#include "ntm-sheet-sources.h"
#include "ntm-view-words.h"

#define FIRST_YEAR 2010

G_DEFINE_FINAL_TYPE (NtmSheetPage, ntm_sheet_page, GTK_TYPE_WIDGET)

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
  _ntm_sheet_page_update_bars (self);
  _ntm_sheet_page_update_notice (self);
  select_unit (self);
  follow_indicator (self);
}

/* The inspector then tells of the province; so the cell one is at is one of hers. */
static const NtmUnit *
get_unit (NtmSheetPage *self)
{
  const NtmUnit *unit = ntm_desk_get_selected (self->desk);
  NtmAtlas *atlas = ntm_desk_get_atlas (self->desk);

  return unit != NULL || atlas == NULL ? unit : ntm_atlas_province (atlas, ntm_desk_get_date (self->desk));
}

static void
desk_selected_cb (NtmSheetPage *self)
{
  const NtmUnit *unit = get_unit (self);
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
  _ntm_sheet_page_update_empty (self);
}

/* A month is not among the columns until it has a figure: it is asked for, then typed into. */
static void
period_added_cb (NtmSheetPage *self,
                 const char   *text)
{
  NtmPeriod period;
  guint row, column;

  if (!ntm_period_parse (text, &period, NULL) || !ntm_grid_finish_edit (self->grid))
    return;
  ntm_sheet_add_period (self->sheet, &period);
  ntm_grid_get_active (self->grid, &row, &column);
  ntm_grid_place (self->grid, row, ntm_sheet_find_period (self->sheet, &period));
  gtk_widget_grab_focus (GTK_WIDGET (self->grid));
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
  gtk_widget_set_visible (GTK_WIDGET (self->period_button), by_years);
  _ntm_sheet_page_update_empty (self);
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
  _ntm_sheet_page_update_empty (self);
  go_to_indicator (self, has_cell ? &facts.period : NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->grid));
}

static void
fill_sources_cb (NtmSheetPage *self)
{
  guint row, column;

  ntm_grid_get_active (self->grid, &row, &column);
  gtk_popover_set_child (self->sources, ntm_sheet_new_sources (self->sheet, row, column));
}

static void
copy_count_cb (GtkWidget *button)
{
  const char *value = g_object_get_data (G_OBJECT (button), "value");

  gdk_clipboard_set_text (gtk_widget_get_clipboard (button), value == NULL ? "" : value);
}

/* Another file begins at its first figure: tables mostly begin with columns that wait for theirs. */
static void
start_at_figure (NtmSheetPage *self)
{
  NtmStore *store = ntm_desk_get_store (self->desk);
  const NtmUnit *unit = ntm_desk_get_selected (self->desk);
  guint row, column;

  if (store == self->known_store)
    return;
  self->known_store = store;
  ntm_grid_get_active (self->grid, &row, &column);
  if (unit != NULL)
    ntm_sheet_find_unit (self->sheet, unit->id, &row);
  if (ntm_sheet_get_mode (self->sheet) == NTM_SHEET_INDICATORS && ntm_sheet_find_figure (self->sheet, &row, &column))
    ntm_grid_place (self->grid, row, column);
}

static void
desk_changed_cb (NtmSheetPage *self)
{
  name_indicator (self);
  if (ntm_desk_get_atlas (self->desk) != NULL)
    fill_periods (self);
  _ntm_sheet_page_update_empty (self);
  _ntm_sheet_page_update_notice (self);
  start_at_figure (self);
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
  gtk_widget_class_bind_template_child (klass, NtmSheetPage, empty);
  gtk_widget_class_bind_template_child (klass, NtmSheetPage, content);
  gtk_widget_class_bind_template_child (klass, NtmSheetPage, years_button);
  gtk_widget_class_bind_template_child (klass, NtmSheetPage, indicators_button);
  gtk_widget_class_bind_template_child (klass, NtmSheetPage, indicator_button);
  gtk_widget_class_bind_template_child (klass, NtmSheetPage, indicator_label);
  gtk_widget_class_bind_template_child (klass, NtmSheetPage, indicators);
  gtk_widget_class_bind_template_child (klass, NtmSheetPage, level_choice);
  gtk_widget_class_bind_template_child (klass, NtmSheetPage, period_choice);
  gtk_widget_class_bind_template_child (klass, NtmSheetPage, period_button);
  gtk_widget_class_bind_template_child (klass, NtmSheetPage, address);
  gtk_widget_class_bind_template_child (klass, NtmSheetPage, value);
  gtk_widget_class_bind_template_child (klass, NtmSheetPage, origin);
  gtk_widget_class_bind_template_child (klass, NtmSheetPage, history);
  gtk_widget_class_bind_template_child (klass, NtmSheetPage, sources_button);
  gtk_widget_class_bind_template_child (klass, NtmSheetPage, sources);
  gtk_widget_class_bind_template_child (klass, NtmSheetPage, notice);
  gtk_widget_class_bind_template_child (klass, NtmSheetPage, notice_heading);
  gtk_widget_class_bind_template_child (klass, NtmSheetPage, notice_body);
  gtk_widget_class_bind_template_child (klass, NtmSheetPage, notice_close);
  gtk_widget_class_bind_template_child (klass, NtmSheetPage, grid);
  gtk_widget_class_bind_template_child (klass, NtmSheetPage, nothing);
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
  g_type_ensure (NTM_TYPE_FLOW_LAYOUT);
  g_type_ensure (NTM_TYPE_GRID);
  g_type_ensure (NTM_TYPE_INDICATOR_LIST);
  g_type_ensure (NTM_TYPE_PERIOD_BUTTON);
  g_type_ensure (NTM_TYPE_SHEET_LEGEND);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ntmatlas/NtmAtlas/ui/ntm-sheet-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, mode_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, indicator_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, level_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, period_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, period_added_cb);
  gtk_widget_class_bind_template_callback (widget_class, cursor_moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, _ntm_sheet_page_show_error);
  gtk_widget_class_bind_template_callback (widget_class, _ntm_sheet_page_update_notice);
  gtk_widget_class_bind_template_callback (widget_class, copy_count_cb);
  gtk_widget_class_bind_template_callback (widget_class, fill_sources_cb);
  gtk_widget_class_bind_template_callback (widget_class, gtk_menu_button_popup);
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
  ntm_period_button_set_desk (self->period_button, desk);
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
