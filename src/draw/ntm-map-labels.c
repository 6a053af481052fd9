/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Names on a map: inside their unit where they fit, else outside on free sea with a leader line, else
 * left out. Nothing that is placed overlaps anything placed before it.
 */

#include "ntm-map-private.h"

#include <math.h>
#include <string.h>

/* In desk pixels. */
#define LABEL_GAP   3.0
#define LEADER_GAP  5.0
#define INSIDE_PAD  2.0

/* Above so many units leader lines are a thicket: only those with a priority get one. */
#define MAX_LEADERS 16
#define MANY_ITEMS  40

gboolean
ntm_rect_overlap (const NtmRect *a, const NtmRect *b, double gap)
{
  return a->x < b->x + b->width + gap && b->x < a->x + a->width + gap
         && a->y < b->y + b->height + gap && b->y < a->y + a->height + gap;
}

gboolean
ntm_rect_within (const NtmRect *inner, const NtmRect *outer)
{
  return inner->x >= outer->x && inner->y >= outer->y && inner->x + inner->width <= outer->x + outer->width
         && inner->y + inner->height <= outer->y + outer->height;
}

static double
side_of (const double *line, double x, double y)
{
  return (line[2] - line[0]) * (y - line[1]) - (line[3] - line[1]) * (x - line[0]);
}

/* Whether two segments x1, y1, x2, y2 cross. */
gboolean
ntm_segments_cross (const double *a, const double *b)
{
  return side_of (a, b[0], b[1]) * side_of (a, b[2], b[3]) < 0 && side_of (b, a[0], a[1]) * side_of (b, a[2], a[3]) < 0;
}

/* Whether a segment enters a rectangle (Liang and Barsky). */
gboolean
ntm_rect_crosses (const NtmRect *rect, double x1, double y1, double x2, double y2)
{
  double p[] = { x1 - x2, x2 - x1, y1 - y2, y2 - y1 };
  double q[] = { x1 - rect->x, rect->x + rect->width - x1, y1 - rect->y, rect->y + rect->height - y1 };
  double enter = 0, leave = 1;

  for (guint i = 0; i < 4; i++)
    {
      if (p[i] == 0 && q[i] < 0)
        return FALSE;
      if (p[i] < 0)
        enter = MAX (enter, q[i] / p[i]);
      else if (p[i] > 0)
        leave = MIN (leave, q[i] / p[i]);
    }

  return enter < leave;
}

static gboolean
label_blocks (const NtmMapLabel *label, const NtmRect *rect, double gap)
{
  if (ntm_rect_overlap (&label->rect, rect, gap))
    return TRUE;

  return label->leader && ntm_rect_crosses (rect, label->anchor_x, label->anchor_y, label->end_x, label->end_y);
}

/* Whether a rectangle is clear of everything placed so far, and on the page. */
gboolean
ntm_map_layout_is_free (const NtmMapLayout *self, const NtmRect *rect, double gap)
{
  const NtmRect page = { 0, 0, self->width, self->height };
  const NtmRect *fixed[] = { &self->title_rect, &self->subtitle_rect, &self->source_rect, &self->note_rect, &self->scale_rect };

  if (!ntm_rect_within (rect, &page))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (fixed); i++)
    if (fixed[i]->width > 0 && ntm_rect_overlap (fixed[i], rect, gap))
      return FALSE;
  for (guint i = 0; i < self->legends->len; i++)
    if (ntm_rect_overlap (&((NtmMapLegend *) g_ptr_array_index (self->legends, i))->rect, rect, gap))
      return FALSE;
  for (guint i = 0; i < self->labels->len; i++)
    if (label_blocks (&g_array_index (self->labels, NtmMapLabel, i), rect, gap))
      return FALSE;

  return TRUE;
}

static NtmPoint
find_anchor (const NtmMapLayout *self, guint item)
{
  const NtmMapItem *unit = g_ptr_array_index (self->spec->items, item);
  NtmPoint point = ntm_shapes_get_label_point (self->spec->shapes, unit->shape);

  return (NtmPoint) { point.x * self->transform.scale + self->transform.x, point.y * self->transform.scale + self->transform.y };
}

typedef struct
{
  const char *label;
  const char *sublabel;
  gboolean    wrap;     /* break the name into two lines */
  gboolean    small;
  double      share;
} Attempt;

static char *
break_name (const char *name)
{
  char *copy = g_strdup (name);
  gsize length = strlen (copy);
  char *best = NULL;

  for (char *c = strchr (copy, ' '); c != NULL; c = strchr (c + 1, ' '))
    if (best == NULL || fabs ((double) (c - copy) - length / 2.0) < fabs ((double) (best - copy) - length / 2.0))
      best = c;
  if (best != NULL)
    *best = '\n';
  return copy;
}

static void
set_texts (const NtmMapLayout *self, const Attempt *attempt, const NtmDrawStyle *style, NtmMapLabel *label)
{
  NtmTextFlags flags = NTM_TEXT_CENTER | (attempt->small ? NTM_TEXT_SMALL : 0);
  NtmDrawStyle sub_style = *style;
  g_autofree char *name = attempt->wrap ? break_name (attempt->label) : g_strdup (attempt->label);

  label->label = ntm_text_box_new (style, NTM_FONT_MAP, flags, name, 0);
  /* Captions have a floor: they do not shrink with the names. */
  sub_style.scale = MAX (style->scale, self->style->scale * 0.92);
  if (attempt->sublabel != NULL)
    label->sublabel = ntm_text_box_new (&sub_style, NTM_FONT_CAPTION, NTM_TEXT_CENTER, attempt->sublabel, 0);
  label->rect.width = MAX (label->label->width, label->sublabel != NULL ? label->sublabel->width : 0);
  label->rect.height = label->label->height + (label->sublabel != NULL ? label->sublabel->height : 0);
}

static void
clear_texts (NtmMapLabel *label)
{
  g_clear_pointer (&label->label, ntm_text_box_free);
  g_clear_pointer (&label->sublabel, ntm_text_box_free);
}

static gboolean
try_inside (NtmMapLayout *self, const NtmMapItem *item, const Attempt *attempt, const NtmDrawStyle *style, NtmMapLabel *label)
{
  double pad = INSIDE_PAD * self->unit;
  double x, y;

  double least = self->style->medium == NTM_MEDIUM_PRINT ? 0.85 : 0.9;
  double floor_size = least * ntm_draw_style_font_size (self->style, NTM_FONT_CAPTION);

  if (attempt->label == NULL || (attempt->wrap && strchr (attempt->label, ' ') == NULL))
    return FALSE;
  if (attempt->small && 0.86 * ntm_draw_style_font_size (style, NTM_FONT_MAP) < floor_size)
    return FALSE;
  set_texts (self, attempt, style, label);
  if (ntm_map_grid_find_inside (self->grid, &self->transform, item->shape, label->rect.width + 2 * pad, label->rect.height,
                                attempt->share, &x, &y))
    {
      label->rect.x = x + pad;
      label->rect.y = y;
      if (ntm_map_layout_is_free (self, &label->rect, LABEL_GAP * self->unit))
        return TRUE;
    }
  clear_texts (label);
  return FALSE;
}

static gboolean
place_inside (NtmMapLayout *self, const NtmMapItem *item, const NtmDrawStyle *style, NtmMapLabel *label)
{
  const char *shorter = item->short_label;
  const Attempt attempts[] = {
    { item->label, item->sublabel, FALSE, FALSE, 1 },
    { shorter, item->sublabel, FALSE, FALSE, 1 },
    { item->label, item->sublabel, FALSE, TRUE, 0.97 },
    { shorter, item->sublabel, FALSE, TRUE, 0.97 },
    { item->label, item->sublabel, TRUE, FALSE, 0.97 },
    { shorter, NULL, FALSE, FALSE, 0.97 },
    { item->label, NULL, FALSE, TRUE, 0.97 },
    { shorter, NULL, FALSE, TRUE, 0.93 },
    { item->label, NULL, TRUE, FALSE, 0.95 },
    { item->label, NULL, TRUE, TRUE, 0.93 },
    { shorter, NULL, TRUE, TRUE, 0.93 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (attempts); i++)
    if (try_inside (self, item, &attempts[i], style, label))
      return TRUE;

  return FALSE;
}

/* Puts the label where the leader ends: beside it, or over or under it when the leader is steep. */
static void
set_end (NtmMapLabel *label, double angle, double radius, double gap)
{
  double dx = cos (angle), dy = sin (angle);

  label->end_x = label->anchor_x + radius * dx;
  label->end_y = label->anchor_y + radius * dy;
  label->rect.y = label->end_y - label->label->height / 2;
  if (dx > 0.35)
    label->rect.x = label->end_x + gap;
  else if (dx < -0.35)
    label->rect.x = label->end_x - gap - label->rect.width;
  else
    {
      label->rect.x = label->end_x - label->rect.width / 2;
      label->rect.y = dy < 0 ? label->end_y - gap / 2 - label->rect.height : label->end_y + gap / 2;
    }
}

static gboolean
place_outside (NtmMapLayout *self, const GArray *dots, const NtmDrawStyle *style, NtmMapLabel *label)
{
  const NtmMapItem *item = g_ptr_array_index (self->spec->items, label->item);
  const Attempt attempt = { item->label, item->sublabel, FALSE, FALSE, 1 };
  NtmPoint anchor = find_anchor (self, label->item);
  NtmMapLabel best = { .item = label->item };
  double best_cost = G_MAXDOUBLE;
  double far = 0.5 * MIN (self->width, self->height);

  set_texts (self, &attempt, style, label);
  label->leader = TRUE;
  label->anchor_x = anchor.x;
  label->anchor_y = anchor.y;
  for (double radius = 22 * self->unit; radius < far && radius < best_cost; radius += 6 * self->unit)
    for (guint i = 0; i < 32; i++)
      {
        double angle = 2 * G_PI * i / 32;
        double cost = radius + 30 * self->unit * fabs (sin (angle));
        NtmRect wide;

        set_end (label, angle, radius, LEADER_GAP * self->unit);
        wide = (NtmRect) { label->rect.x - 4 * self->unit, label->rect.y, label->rect.width + 8 * self->unit, label->rect.height };
        if (cost >= best_cost || ntm_map_grid_count_land (self->grid, &self->transform, &wide) > 0
            || !ntm_map_layout_is_free (self, &wide, LABEL_GAP * self->unit) || !ntm_map_layout_rate_leader (self, label, dots, &cost)
            || cost >= best_cost)
          continue;
        best_cost = cost;
        best = *label;
      }

  if (best_cost == G_MAXDOUBLE)
    {
      clear_texts (label);
      return FALSE;
    }

  *label = best;
  return TRUE;
}

typedef struct { guint item; int priority; double size; } Order;

static int
compare_order (gconstpointer a, gconstpointer b)
{
  const Order *x = a, *y = b;

  if (x->priority != y->priority)
    return x->priority > y->priority ? -1 : 1;
  if (x->size != y->size)
    return x->size > y->size ? -1 : 1;

  return x->item < y->item ? -1 : x->item > y->item;
}

static GArray *
order_items (const NtmMapLayout *self)
{
  GArray *order = g_array_new (FALSE, FALSE, sizeof (Order));

  for (guint i = 0; i < self->spec->items->len; i++)
    {
      const NtmMapItem *item = g_ptr_array_index (self->spec->items, i);
      NtmBox box;
      Order entry;

      if (item->shape >= ntm_shapes_get_n_items (self->spec->shapes) || item->label == NULL || *item->label == '\0')
        continue;
      box = ntm_shapes_get_box (self->spec->shapes, item->shape);
      if (!(box.x_max >= box.x_min))
        continue;
      entry = (Order) { i, item->priority, (box.x_max - box.x_min) * (box.y_max - box.y_min) };
      g_array_append_val (order, entry);
    }
  g_array_sort (order, compare_order);
  return order;
}

/* Names shrink with the map and with the number of units, to the size of a caption. */
static NtmDrawStyle
scale_style (const NtmMapLayout *self, guint n_items)
{
  NtmDrawStyle style = *self->style;
  double room = MIN (self->room.width, self->room.height) / (self->unit * 620);
  double least = ntm_draw_style_font_size (self->style, NTM_FONT_CAPTION) / ntm_draw_style_font_size (self->style, NTM_FONT_MAP);

  if (n_items > MANY_ITEMS)
    room = MIN (room, sqrt (MANY_ITEMS / (double) n_items));
  style.scale *= CLAMP (room, MIN (least, 0.9), 1);
  return style;
}

static void
place_leaders (NtmMapLayout *self, GArray *waiting, const NtmDrawStyle *style)
{
  g_autoptr(GArray) dots = g_array_new (FALSE, FALSE, sizeof (NtmPoint));
  guint n = 0;

  for (guint i = 0; i < waiting->len; i++)
    {
      NtmPoint dot = find_anchor (self, g_array_index (waiting, Order, i).item);
      g_array_append_val (dots, dot);
    }
  for (guint i = 0; i < waiting->len; i++)
    {
      const Order *entry = &g_array_index (waiting, Order, i);
      NtmMapLabel label = { .item = entry->item };
      gboolean wanted = self->spec->items->len <= MANY_ITEMS || entry->priority > 0;

      if (wanted && n < MAX_LEADERS && place_outside (self, dots, style, &label))
        {
          g_array_append_val (self->labels, label);
          n++;
        }
      else
        self->n_dropped++;
    }
}

static void
place_names (NtmMapLayout *self)
{
  g_autoptr(GArray) order = order_items (self);
  g_autoptr(GArray) waiting = g_array_new (FALSE, FALSE, sizeof (Order));
  NtmDrawStyle style = scale_style (self, order->len);

  for (guint i = 0; i < order->len; i++)
    {
      const Order *entry = &g_array_index (order, Order, i);
      NtmMapLabel label = { .item = entry->item };

      if (place_inside (self, g_ptr_array_index (self->spec->items, entry->item), &style, &label))
        g_array_append_val (self->labels, label);
      else
        g_array_append_val (waiting, *entry);
    }
  place_leaders (self, waiting, &style);
}

/* Places the names of the units. */
void
ntm_map_layout_place_labels (NtmMapLayout *self)
{
  if (!self->spec->no_labels)
    place_names (self);
}
