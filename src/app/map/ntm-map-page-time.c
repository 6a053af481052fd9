/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The day shown: the slider, the bars above it and playing. The bars are counted a year at a time when idle. */

#include "config.h"

#include "ntm-map-page-private.h"

#include <glib/gi18n.h>
#include <math.h>

#define PLAY_MS 1200

static gboolean
count_cb (gpointer user_data)
{
  NtmMapPage *self = user_data;
  NtmViewContext context = ntm_desk_get_context (self->desk);
  /* A page that is not seen still has the scope of the file before; it counts anew when it is shown. */
  gboolean is_due = self->atlas != NULL && self->atlas == context.atlas;

  for (int year = ntm_year_strip_get_first (self->strip); is_due && year <= ntm_year_strip_get_last (self->strip); year++)
    {
      NtmYearCounts counts;

      if (ntm_year_strip_get_counts (self->strip, year)->is_counted)
        continue;
      counts = ntm_map_years_count (&context, &self->scope, year);
      ntm_year_strip_set_counts (self->strip, year, &counts);
      return G_SOURCE_CONTINUE;
    }
  self->count_id = 0;
  return G_SOURCE_REMOVE;
}

/* After every change of what is counted: the file, the basis, the theme, the level. */
void
_ntm_map_page_count_years (NtmMapPage *self)
{
  NtmAtlas *atlas = ntm_desk_get_atlas (self->desk);
  NtmViewContext context;
  int last;

  g_clear_handle_id (&self->count_id, g_source_remove);
  gtk_widget_set_visible (self->time_box, atlas != NULL);
  if (atlas == NULL)
    return;
  last = ntm_map_years_last (atlas);
  context = ntm_desk_get_context (self->desk);
  ntm_year_strip_set_range (self->strip, NTM_FIRST_YEAR, last);
  ntm_year_strip_take_marks (self->strip, ntm_map_years_new_marks (&context, &self->scope, NTM_FIRST_YEAR, last));
  self->count_id = g_idle_add_full (G_PRIORITY_LOW, count_cb, self, NULL);
  _ntm_map_page_show_time (self);
}

/* The year large, the day small beside it; buttons only where the day is not that of the other views. */
void
_ntm_map_page_show_time (NtmMapPage *self)
{
  NtmLang lang = ntm_lang_current ();
  int year = ntm_date_year (self->at);
  gboolean is_end = self->at == ntm_map_years_end (year);
  g_autofree char *number = g_strdup_printf ("%d", year);
  g_autofree char *day = ntm_date_format (self->at, lang);
  g_autofree char *words = is_end ? g_strdup_printf (_("End of %d"), year) : g_strdup_printf (_("As of %s"), day);

  gtk_label_set_text (self->year_label, number);
  gtk_label_set_text (self->day_label, is_end ? _("end of year") : day);
  gtk_stack_set_visible_child_name (self->date_buttons, self->at == self->desk_date ? "same" : "other");
  gtk_button_set_icon_name (self->play_button, self->play_id == 0 ? "media-playback-start-symbolic" : "media-playback-pause-symbolic");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->play_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->play_id == 0 ? _("Play the years") : _("Stop"), -1);
  ntm_year_strip_set_date (self->strip, self->at, words);
}

void
_ntm_map_page_look_at (NtmMapPage *self,
                       NtmDate     date)
{
  if (ntm_desk_get_atlas (self->desk) == NULL || self->at == date)
    return;
  self->at = date;
  _ntm_map_page_update (self);
  _ntm_map_page_show_time (self);
}

/* From a day within a year the next step ends at an end of a year. */
void
_ntm_map_page_step (NtmMapPage *self,
                    int         years)
{
  double position = ntm_map_years_position (self->at);
  int year = years < 0 ? (int) ceil (position) + years : (int) floor (position) + years;

  ntm_map_page_show_year (self, year);
}

/**
 * ntm_map_page_stop_playing:
 * @self: a page
 *
 * Stays at the year shown, if the years go on by themselves.
 */
void
ntm_map_page_stop_playing (NtmMapPage *self)
{
  g_return_if_fail (NTM_IS_MAP_PAGE (self));

  if (self->play_id == 0)
    return;
  g_clear_handle_id (&self->play_id, g_source_remove);
  _ntm_map_page_show_time (self);
}

static gboolean
is_at_end (NtmMapPage *self)
{
  return ntm_map_years_position (self->at) >= ntm_year_strip_get_last (self->strip);
}

static gboolean
play_cb (gpointer user_data)
{
  NtmMapPage *self = user_data;

  _ntm_map_page_step (self, 1);
  if (!is_at_end (self))
    return G_SOURCE_CONTINUE;
  self->play_id = 0;
  _ntm_map_page_show_time (self);
  return G_SOURCE_REMOVE;
}

/* Who does not want things to move gets the next year with each press. */
void
_ntm_map_page_toggle_play (NtmMapPage *self)
{
  gboolean animations;

  if (ntm_desk_get_atlas (self->desk) == NULL)
    return;
  if (self->play_id != 0)
    {
      ntm_map_page_stop_playing (self);
      return;
    }
  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &animations, NULL);
  if (is_at_end (self))
    ntm_map_page_show_year (self, ntm_year_strip_get_first (self->strip));
  else
    _ntm_map_page_step (self, 1);
  if (animations && !is_at_end (self))
    self->play_id = g_timeout_add (PLAY_MS, play_cb, self);
  _ntm_map_page_show_time (self);
}

/**
 * ntm_map_page_get_date:
 * @self: a page
 *
 * Returns: the day shown on the map
 */
NtmDate
ntm_map_page_get_date (NtmMapPage *self)
{
  g_return_val_if_fail (NTM_IS_MAP_PAGE (self), NTM_DATE_MIN);

  return self->at;
}

/**
 * ntm_map_page_show_year:
 * @self: a page
 * @year: a year; those outside the strip are moved to its end
 *
 * Shows the end of @year on the map; the reference date stays.
 */
void
ntm_map_page_show_year (NtmMapPage *self,
                        int         year)
{
  g_return_if_fail (NTM_IS_MAP_PAGE (self));

  year = CLAMP (year, ntm_year_strip_get_first (self->strip), ntm_year_strip_get_last (self->strip));
  _ntm_map_page_look_at (self, ntm_map_years_end (year));
}

/**
 * ntm_map_page_is_playing:
 * @self: a page
 *
 * Returns: whether the years go on by themselves
 */
gboolean
ntm_map_page_is_playing (NtmMapPage *self)
{
  g_return_val_if_fail (NTM_IS_MAP_PAGE (self), FALSE);

  return self->play_id != 0;
}
