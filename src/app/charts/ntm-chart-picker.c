/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ntm-chart-picker.h"

struct _NtmChartPicker
{
  GtkPopover parent_instance;

  NtmChart *picked;   /* the last choice */

  GtkToggleButton  *trend;
  GtkToggleButton  *rank;
  NtmIndicatorList *indicators;
};

G_DEFINE_FINAL_TYPE (NtmChartPicker, ntm_chart_picker, GTK_TYPE_POPOVER)

enum
{
  PICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
chosen_cb (NtmChartPicker *self,
           const char     *code)
{
  NtmChartKind kind = gtk_toggle_button_get_active (self->rank) ? NTM_CHART_RANK : NTM_CHART_TREND;

  g_clear_pointer (&self->picked, ntm_chart_free);
  self->picked = ntm_chart_new (kind, code);
  g_signal_emit (self, signals[PICKED], 0);
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
ntm_chart_picker_dispose (GObject *object)
{
  NtmChartPicker *self = NTM_CHART_PICKER (object);

  g_clear_pointer (&self->picked, ntm_chart_free);
  G_OBJECT_CLASS (ntm_chart_picker_parent_class)->dispose (object);
}

static void
ntm_chart_picker_class_init (NtmChartPickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ntm_chart_picker_dispose;
  signals[PICKED] = g_signal_new ("picked", NTM_TYPE_CHART_PICKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (NTM_TYPE_INDICATOR_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ntmatlas/NtmAtlas/ui/ntm-chart-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, NtmChartPicker, trend);
  gtk_widget_class_bind_template_child (widget_class, NtmChartPicker, rank);
  gtk_widget_class_bind_template_child (widget_class, NtmChartPicker, indicators);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
}

static void
ntm_chart_picker_init (NtmChartPicker *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ntm_chart_picker_set_desk:
 * @self: a picker
 * @desk: what the window works on
 */
void
ntm_chart_picker_set_desk (NtmChartPicker *self,
                           NtmDesk        *desk)
{
  g_return_if_fail (NTM_IS_CHART_PICKER (self));

  ntm_indicator_list_set_desk (self->indicators, desk);
}

/**
 * ntm_chart_picker_set_kind:
 * @self: a picker
 * @kind: the kind offered first
 */
void
ntm_chart_picker_set_kind (NtmChartPicker *self,
                           NtmChartKind    kind)
{
  g_return_if_fail (NTM_IS_CHART_PICKER (self));

  gtk_toggle_button_set_active (kind == NTM_CHART_RANK ? self->rank : self->trend, TRUE);
}

/**
 * ntm_chart_picker_get_indicators:
 * @self: a picker
 *
 * Returns: (transfer none): the list to choose from
 */
NtmIndicatorList *
ntm_chart_picker_get_indicators (NtmChartPicker *self)
{
  g_return_val_if_fail (NTM_IS_CHART_PICKER (self), NULL);

  return self->indicators;
}

/**
 * ntm_chart_picker_get_picked:
 * @self: a picker
 *
 * Returns: (transfer none) (nullable): the last chart chosen
 */
const NtmChart *
ntm_chart_picker_get_picked (NtmChartPicker *self)
{
  g_return_val_if_fail (NTM_IS_CHART_PICKER (self), NULL);

  return self->picked;
}
