/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ntm-draw-style.h"

G_BEGIN_DECLS

NtmPalette   *ntm_look_get_palette (void);
double        ntm_look_get_text_scale (GtkWidget *widget);
NtmDrawStyle *ntm_look_new_style   (GtkWidget *widget) G_GNUC_WARN_UNUSED_RESULT;
void          ntm_look_watch       (GtkWidget *widget);
void          ntm_look_name_choice (GtkDropDown *choice);
void          ntm_look_keep_place  (GtkWidget *list);
void          ntm_look_limit_search (GtkEditable *search);
void          ntm_look_set_menu    (GtkMenuButton *button, GMenuModel *menu);
GtkWidget    *ntm_look_new_label   (const char *text, const char *css_class) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
