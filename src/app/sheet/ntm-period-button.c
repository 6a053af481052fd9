/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Only periods that have begun on the reference date are offered; the last month that was over comes first to mind. */

#include "config.h"

#include "ntm-period-button.h"

#include "ntm-lang.h"
#include "ntm-look.h"
#include "ntm-period.h"

#define N_MONTHS 12
#define N_PARTS (N_MONTHS + 4 + 2)   /* months, quarters, halves */

struct _NtmPeriodButton
{
  GtkWidget parent_instance;

  NtmDesk *desk;

  GtkPopover    *popover;
  GtkSpinButton *year;
  GtkDropDown   *part;
};

G_DEFINE_FINAL_TYPE (NtmPeriodButton, ntm_period_button, GTK_TYPE_WIDGET)

enum { CHOSEN, N_SIGNALS };

static guint signals[N_SIGNALS];

/* Returns: (transfer full): the @n-th part of a year as files write it */
static char *
dup_part (int   year,
          guint n)
{
  if (n < N_MONTHS)
    return g_strdup_printf ("%04d-%02u", year, n + 1);
  if (n < N_MONTHS + 4)
    return g_strdup_printf ("%04d-Q%u", year, n - N_MONTHS + 1);
  return g_strdup_printf ("%04d-H%u", year, n - N_MONTHS - 3);
}

/* Returns: (transfer full): the names of those that have begun, which are the first of each kind */
static GtkStringList *
new_names (NtmPeriodButton *self,
           int              year)
{
  GtkStringList *names = gtk_string_list_new (NULL);
  NtmDate at = ntm_desk_get_date (self->desk);

  for (guint n = 0; n < N_PARTS; n++)
    {
      g_autofree char *text = dup_part (year, n);
      g_autofree char *name = NULL;
      NtmPeriod period;

      if (!ntm_period_parse (text, &period, NULL) || period.days.from > at)
        continue;
      name = ntm_period_format (&period, ntm_lang_current ());
      gtk_string_list_append (names, name);
    }
  return names;
}

/* Returns: (transfer full) (nullable): the chosen one as files write it */
static char *
dup_chosen (NtmPeriodButton *self)
{
  int year = gtk_spin_button_get_value_as_int (self->year);
  NtmDate at = ntm_desk_get_date (self->desk);
  guint left = gtk_drop_down_get_selected (self->part);

  for (guint n = 0; n < N_PARTS && left != GTK_INVALID_LIST_POSITION; n++)
    {
      g_autofree char *text = dup_part (year, n);
      NtmPeriod period;

      if (ntm_period_parse (text, &period, NULL) && period.days.from <= at && left-- == 0)
        return g_steal_pointer (&text);
    }
  return NULL;
}

static void
year_changed_cb (NtmPeriodButton *self)
{
  guint chosen = gtk_drop_down_get_selected (self->part);
  g_autoptr (GtkStringList) names = new_names (self, gtk_spin_button_get_value_as_int (self->year));

  gtk_drop_down_set_model (self->part, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->part, chosen < g_list_model_get_n_items (G_LIST_MODEL (names)) ? chosen : 0);
}

static void
shown_cb (NtmPeriodButton *self)
{
  NtmDate at = ntm_desk_get_date (self->desk);
  int year, month;

  ntm_date_split (at, &year, &month, NULL);
  gtk_spin_button_set_range (self->year, 1990, year);
  gtk_spin_button_set_value (self->year, month == 1 ? year - 1 : year);
  year_changed_cb (self);
  gtk_drop_down_set_selected (self->part, month == 1 ? N_MONTHS - 1 : (guint) month - 2);
  gtk_widget_grab_focus (GTK_WIDGET (self->part));
}

static void
add_cb (NtmPeriodButton *self)
{
  g_autofree char *period = NULL;

  gtk_spin_button_update (self->year);
  period = dup_chosen (self);
  gtk_popover_popdown (self->popover);
  if (period != NULL)
    g_signal_emit (self, signals[CHOSEN], 0, period);
}

static void
ntm_period_button_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&NTM_PERIOD_BUTTON (object)->desk);
  G_OBJECT_CLASS (ntm_period_button_parent_class)->dispose (object);
}

static void
ntm_period_button_class_init (NtmPeriodButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ntm_period_button_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", NTM_TYPE_PERIOD_BUTTON, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ntmatlas/NtmAtlas/ui/ntm-period-button.ui");
  gtk_widget_class_bind_template_child (widget_class, NtmPeriodButton, popover);
  gtk_widget_class_bind_template_child (widget_class, NtmPeriodButton, year);
  gtk_widget_class_bind_template_child (widget_class, NtmPeriodButton, part);
  gtk_widget_class_bind_template_callback (widget_class, shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, year_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
}

static void
ntm_period_button_init (NtmPeriodButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ntm_look_name_choice (self->part);
}

/**
 * ntm_period_button_set_desk:
 * @self: a button
 * @desk: what the window works on
 *
 * Asks for periods up to the reference date of @desk. To be called once.
 */
void
ntm_period_button_set_desk (NtmPeriodButton *self,
                            NtmDesk         *desk)
{
  g_return_if_fail (NTM_IS_PERIOD_BUTTON (self) && self->desk == NULL);

  self->desk = g_object_ref (desk);
}
