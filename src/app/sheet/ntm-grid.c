/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The widget itself: its properties, scrolling, size, focus. */

#include "config.h"

#include "ntm-grid-private.h"

#include <adwaita.h>

#include "ntm-look.h"

enum
{
  PROP_0,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

enum
{
  CURSOR_MOVED,
  FAILED,
  SOURCES_WANTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (NtmGrid, ntm_grid, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

void
_ntm_grid_fail (NtmGrid      *self,
                const GError *error)
{
  g_signal_emit (self, signals[FAILED], 0, error);
}

/* After widths or metrics changed. */
void
_ntm_grid_queue_size (NtmGrid *self)
{
  _ntm_grid_configure (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
scrolled_cb (NtmGrid *self)
{
  if (!self->is_scrolling)
    self->follows_cursor = FALSE;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
set_adjustment (NtmGrid        *self,
                GtkAdjustment **place,
                GtkAdjustment  *adjustment)
{
  if (*place == adjustment && adjustment != NULL)
    return;
  if (*place != NULL)
    g_signal_handlers_disconnect_by_func (*place, scrolled_cb, self);
  g_clear_object (place);
  if (adjustment == NULL)
    adjustment = gtk_adjustment_new (0, 0, 0, 0, 0, 0);
  *place = g_object_ref_sink (adjustment);
  g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
ntm_grid_measure (GtkWidget      *widget,
                  GtkOrientation  orientation,
                  int             for_size,
                  int            *minimum,
                  int            *natural,
                  int            *minimum_baseline,
                  int            *natural_baseline)
{
  NtmGrid *self = NTM_GRID (widget);

  if (self->model != NULL)
    _ntm_grid_ensure_metrics (self);
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 240 : 120;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 800 : 480;
}

static void
ntm_grid_size_allocate (GtkWidget *widget,
                        int        width,
                        int        height,
                        int        baseline)
{
  NtmGrid *self = NTM_GRID (widget);
  GdkRectangle area = { 0, 0, 1, 1 };
  int min_width, min_height;

  if (self->model != NULL)
    {
      _ntm_grid_configure (self);
      if (self->follows_cursor)
        _ntm_grid_scroll_to (self, self->cursor.end_row, self->cursor.end_column);
      _ntm_grid_get_area (self, self->cursor.row, self->cursor.column, &area);
    }
  gtk_widget_measure (self->mark, GTK_ORIENTATION_HORIZONTAL, -1, &min_width, NULL, NULL, NULL);
  gtk_widget_measure (self->mark, GTK_ORIENTATION_VERTICAL, -1, &min_height, NULL, NULL, NULL);
  area.width = MAX (area.width, min_width);
  area.height = MAX (area.height, min_height);
  gtk_widget_size_allocate (self->mark, &area, -1);
  _ntm_grid_allocate_editor (self);
  _ntm_grid_present_popovers (self);
}

static void
ntm_grid_snapshot (GtkWidget   *widget,
                   GtkSnapshot *snapshot)
{
  NtmGrid *self = NTM_GRID (widget);
  int left = self->headings_width, top = self->metrics.heading_height;

  _ntm_grid_snapshot (self, snapshot);
  if (!self->is_editing)
    return;
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (left, top, MAX (0, gtk_widget_get_width (widget) - left),
                                                         MAX (0, gtk_widget_get_height (widget) - top)));
  gtk_widget_snapshot_child (widget, GTK_WIDGET (self->editor), snapshot);
  gtk_snapshot_pop (snapshot);
}

static gboolean
ntm_grid_grab_focus (GtkWidget *widget)
{
  NtmGrid *self = NTM_GRID (widget);

  return gtk_widget_grab_focus (self->is_editing ? GTK_WIDGET (ntm_grid_editor_get_entry (self->editor)) : self->mark);
}

/* One stop on the way of Tab: from cell to cell its keys lead by themselves. */
static gboolean
ntm_grid_focus (GtkWidget        *widget,
                GtkDirectionType  direction)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root == NULL ? NULL : gtk_root_get_focus (root);

  return (focus == NULL || !gtk_widget_is_ancestor (focus, widget)) && gtk_widget_grab_focus (widget);
}

/* Focus and hover change the style all the time; only another font needs texts made anew. */
static void
ntm_grid_css_changed (GtkWidget         *widget,
                      GtkCssStyleChange *change)
{
  NtmGrid *self = NTM_GRID (widget);
  const PangoFontDescription *font;

  GTK_WIDGET_CLASS (ntm_grid_parent_class)->css_changed (widget, change);
  font = pango_context_get_font_description (gtk_widget_get_pango_context (widget));
  if (self->font != NULL && pango_font_description_equal (font, self->font))
    return;
  g_clear_pointer (&self->font, pango_font_description_free);
  self->font = pango_font_description_copy (font);
  _ntm_grid_forget_drawn (self);
  gtk_widget_queue_resize (widget);
}

/* The font or its size changed on the desktop. */
static void
ntm_grid_system_setting_changed (GtkWidget       *widget,
                                 GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (ntm_grid_parent_class)->system_setting_changed (widget, setting);
  _ntm_grid_forget_drawn (NTM_GRID (widget));
  gtk_widget_queue_resize (widget);
}

static void
ntm_grid_get_property (GObject    *object,
                       guint       id,
                       GValue     *value,
                       GParamSpec *pspec)
{
  NtmGrid *self = NTM_GRID (object);

  switch (id)
    {
    case PROP_HADJUSTMENT: g_value_set_object (value, self->hadjustment); break;
    case PROP_VADJUSTMENT: g_value_set_object (value, self->vadjustment); break;
    case PROP_HSCROLL_POLICY: g_value_set_enum (value, self->hscroll_policy); break;
    case PROP_VSCROLL_POLICY: g_value_set_enum (value, self->vscroll_policy); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ntm_grid_set_property (GObject      *object,
                       guint         id,
                       const GValue *value,
                       GParamSpec   *pspec)
{
  NtmGrid *self = NTM_GRID (object);

  switch (id)
    {
    case PROP_HADJUSTMENT: set_adjustment (self, &self->hadjustment, g_value_get_object (value)); break;
    case PROP_VADJUSTMENT: set_adjustment (self, &self->vadjustment, g_value_get_object (value)); break;
    case PROP_HSCROLL_POLICY: self->hscroll_policy = g_value_get_enum (value) & 1; break;
    case PROP_VSCROLL_POLICY: self->vscroll_policy = g_value_get_enum (value) & 1; break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ntm_grid_dispose (GObject *object)
{
  NtmGrid *self = NTM_GRID (object);

  ntm_grid_set_model (self, NULL);
  for (int i = 0; i < 2; i++)
    {
      GtkAdjustment **place = i == 0 ? &self->hadjustment : &self->vadjustment;

      if (*place != NULL)
        g_signal_handlers_disconnect_by_func (*place, scrolled_cb, self);
      g_clear_object (place);
    }
  g_clear_pointer (&self->mark, gtk_widget_unparent);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->note, gtk_widget_unparent);
  if (self->editor != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->editor));
  self->editor = NULL;
  G_OBJECT_CLASS (ntm_grid_parent_class)->dispose (object);
}

static void
ntm_grid_finalize (GObject *object)
{
  NtmGrid *self = NTM_GRID (object);

  _ntm_grid_drop_metrics (self);
  _ntm_grid_free_cache (self);
  g_clear_pointer (&self->font, pango_font_description_free);
  g_free (self->written);
  g_array_unref (self->edges);
  g_hash_table_unref (self->widths);
  G_OBJECT_CLASS (ntm_grid_parent_class)->finalize (object);
}

static void
ntm_grid_class_init (NtmGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ntm_grid_get_property;
  object_class->set_property = ntm_grid_set_property;
  object_class->dispose = ntm_grid_dispose;
  object_class->finalize = ntm_grid_finalize;
  widget_class->measure = ntm_grid_measure;
  widget_class->size_allocate = ntm_grid_size_allocate;
  widget_class->snapshot = ntm_grid_snapshot;
  widget_class->grab_focus = ntm_grid_grab_focus;
  widget_class->focus = ntm_grid_focus;
  widget_class->css_changed = ntm_grid_css_changed;
  widget_class->system_setting_changed = ntm_grid_system_setting_changed;

  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");

  signals[CURSOR_MOVED] = g_signal_new ("cursor-moved", NTM_TYPE_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", NTM_TYPE_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_ERROR | G_SIGNAL_TYPE_STATIC_SCOPE);

  signals[SOURCES_WANTED] = g_signal_new ("sources-wanted", NTM_TYPE_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "ntm-grid");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
  _ntm_grid_install_clipboard_actions (widget_class);
  _ntm_grid_install_menu_actions (widget_class);
}

static void
ntm_grid_init (NtmGrid *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  AdwStyleManager *style = adw_style_manager_get_default ();

  self->edges = g_array_new (FALSE, FALSE, sizeof (int));
  self->widths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->shape.title_lines = 1;
  _ntm_grid_init_cache (self);
  set_adjustment (self, &self->hadjustment, NULL);
  set_adjustment (self, &self->vadjustment, NULL);
  self->mark = _ntm_grid_new_mark ();
  gtk_widget_set_parent (self->mark, widget);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  _ntm_grid_init_editor (self);
  _ntm_grid_init_keys (self);
  _ntm_grid_init_pointer (self);
  _ntm_grid_init_menu (self);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  ntm_look_watch (widget);
}

/**
 * ntm_grid_new:
 *
 * Returns: (transfer floating): a grid without a table
 */
GtkWidget *
ntm_grid_new (void)
{
  return g_object_new (NTM_TYPE_GRID, NULL);
}

/**
 * ntm_grid_get_cell_area:
 * @self: a grid
 * @row: from 0
 * @column: from 0
 * @area: (out): where it is in the widget, in view or not
 */
void
ntm_grid_get_cell_area (NtmGrid      *self,
                        guint         row,
                        guint         column,
                        GdkRectangle *area)
{
  g_return_if_fail (NTM_IS_GRID (self) && self->model != NULL);

  _ntm_grid_get_area (self, row, column, area);
}

/**
 * ntm_grid_get_mark:
 * @self: a grid
 *
 * Returns: (transfer none): the child that is named after the active cell and has the focus
 */
GtkWidget *
ntm_grid_get_mark (NtmGrid *self)
{
  g_return_val_if_fail (NTM_IS_GRID (self), NULL);

  return self->mark;
}

/**
 * ntm_grid_get_note:
 * @self: a grid
 *
 * Returns: (transfer none) (nullable): its #NtmGridNote; %NULL as long as no note was asked for
 */
GtkWidget *
ntm_grid_get_note (NtmGrid *self)
{
  g_return_val_if_fail (NTM_IS_GRID (self), NULL);

  return self->note;
}

/**
 * ntm_grid_get_editor:
 * @self: a grid
 *
 * Returns: (transfer none): its #NtmGridEditor, shown only while a cell is edited
 */
GtkWidget *
ntm_grid_get_editor (NtmGrid *self)
{
  g_return_val_if_fail (NTM_IS_GRID (self), NULL);

  return GTK_WIDGET (self->editor);
}
