/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A name stands inside its unit where most of it fits, at the place nearest to the middle of the unit, in
 * smaller type or two lines if need be. Where it does not fit it stands outside all units, tied to its own by a line
 * that crosses no other and not half the province, if there are few units; else it is left out until one zooms in.
 * Under a card is no place. All places are pixels of the whole world at one scale, so the view is only an offset.
 */

#include "ntm-map-names-private.h"

#include <math.h>
#include <string.h>

#include "ntm-mercator.h"

#define MAX_WITH_LEADERS 30   /* units; with more, lines would be a thicket */
#define MIN_INSIDE 0.8        /* share of a name that must lie on its own unit */
#define MIN_INSIDE_LARGE 0.95 /* where it may also become smaller */
#define SAMPLES_X 7
#define SAMPLES_Y 3
#define GAP 4.0
#define GAP_TO_LAND 5.0
#define RING_FIRST 36.0
#define RING_STEP 14.0
#define N_RINGS 26
#define N_ANGLES 32
#define MAX_FOREIGN 6           /* of 17 samples: a line through the whole province tells nothing */
#define FOREIGN_COST 12.0       /* pixels for each sixteenth of a line that lies on another unit */

static void
size_of (const NtmMapName *name,
         gboolean          with_sublabel,
         double           *width,
         double           *height)
{
  *width = name->label->width;
  *height = name->label->height;
  if (!with_sublabel)
    return;
  *width = MAX (*width, name->sublabel->width);
  *height += name->sublabel->height;
}

static NtmBox
box_around (double x,
            double y,
            double width,
            double height)
{
  return (NtmBox) { x - width / 2, y - height / 2, x + width / 2, y + height / 2 };
}

/* How much of @box lies on @item, 0 to 1; on any unit with NTM_SHAPES_NONE. */
static double
share_on (NtmMapNames  *self,
          const NtmBox *box,
          guint         item)
{
  guint hits = 0;

  for (guint i = 0; i < SAMPLES_X * SAMPLES_Y; i++)
    {
      double x = box->x_min + (box->x_max - box->x_min) * (i % SAMPLES_X) / (SAMPLES_X - 1);
      double y = box->y_min + (box->y_max - box->y_min) * (i / SAMPLES_X) / (SAMPLES_Y - 1);
      guint found = ntm_shapes_pick (self->spec->shapes, x / self->scale, y / self->scale);

      if (item == NTM_SHAPES_NONE ? found != NTM_SHAPES_NONE : found == item)
        hits++;
    }
  return (double) hits / (SAMPLES_X * SAMPLES_Y);
}

static NtmBox
grow (const NtmBox *box,
      double        by)
{
  return (NtmBox) { box->x_min - by, box->y_min - by, box->x_max + by, box->y_max + by };
}

/* @x, @y: of the view */
gboolean
_ntm_map_names_is_covered (NtmMapNames  *self,
                           const NtmBox *box,
                           double        x,
                           double        y)
{
  NtmBox at = { box->x_min + x, box->y_min + y, box->x_max + x, box->y_max + y };

  for (guint i = 0; i < self->n_cards; i++)
    if (ntm_box_overlaps (&at, &self->cards[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_free (NtmMapNames  *self,
         const NtmBox *box)
{
  NtmBox grown = grow (box, GAP);

  if (_ntm_map_names_is_covered (self, &grown, self->x, self->y))
    return FALSE;
  for (guint i = 0; i < self->names->len; i++)
    {
      const NtmMapName *other = &g_array_index (self->names, NtmMapName, i);
      if (other->is_placed && ntm_box_overlaps (&grown, &other->box))
        return FALSE;
    }
  return TRUE;
}

static gboolean
try_inside (NtmMapNames *self,
            NtmMapName  *name,
            gboolean     with_sublabel)
{
  static const double steps[] = { 0, -0.1, 0.1, -0.2, 0.2 };
  guint item = name->item->shape;
  NtmPoint middle = ntm_shapes_get_label_point (self->spec->shapes, item);
  NtmBox extent = ntm_shapes_get_box (self->spec->shapes, item);
  double best = name->label == name->settings[0] && name->settings[1] != NULL ? MIN_INSIDE_LARGE : MIN_INSIDE;
  double width, height;

  size_of (name, with_sublabel, &width, &height);
  if (width > 1.4 * (extent.x_max - extent.x_min) * self->scale || height > 1.4 * (extent.y_max - extent.y_min) * self->scale)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (steps) * G_N_ELEMENTS (steps) && best < 1; i++)
    {
      double x = middle.x + steps[i % 5] * (extent.x_max - extent.x_min);
      double y = middle.y + steps[i / 5] * (extent.y_max - extent.y_min);
      NtmBox box = box_around (x * self->scale, y * self->scale, width, height);
      double share = share_on (self, &box, item);

      if (share < best || (name->is_placed && share <= best) || !is_free (self, &box))
        continue;
      best = share;
      name->box = box;
      name->is_placed = TRUE;
    }
  name->with_sublabel = with_sublabel;
  name->leader = FALSE;
  return name->is_placed;
}

static double
side_of (NtmPoint a,
         NtmPoint b,
         NtmPoint p)
{
  return (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x);
}

static gboolean
lines_cross (NtmPoint a,
             NtmPoint b,
             NtmPoint c,
             NtmPoint d)
{
  return side_of (a, b, c) * side_of (a, b, d) < 0 && side_of (c, d, a) * side_of (c, d, b) < 0;
}

static gboolean
line_hits_box (NtmPoint      from,
               NtmPoint      to,
               const NtmBox *box)
{
  for (guint k = 0; k <= 20; k++)
    {
      double x = from.x + (to.x - from.x) * k / 20, y = from.y + (to.y - from.y) * k / 20;
      if (x > box->x_min && x < box->x_max && y > box->y_min && y < box->y_max)
        return TRUE;
    }
  return FALSE;
}

/* Where the line of a name outside meets the name: the nearest point of its box. */
NtmPoint
_ntm_map_names_end_of_line (const NtmBox *box,
                            NtmPoint      anchor)
{
  return (NtmPoint) { CLAMP (anchor.x, box->x_min - 4, box->x_max + 4), CLAMP (anchor.y, box->y_min, box->y_max) };
}

/* A line that runs under another name or across another line would seem to belong to that one. */
static gboolean
line_is_free (NtmMapNames *self,
              NtmPoint     from,
              NtmPoint     to)
{
  for (guint i = 0; i < self->names->len; i++)
    {
      const NtmMapName *other = &g_array_index (self->names, NtmMapName, i);
      NtmBox grown = grow (&other->box, GAP);

      if (!other->is_placed)
        continue;
      if (line_hits_box (from, to, &grown)
          || (other->leader && lines_cross (from, to, other->anchor, _ntm_map_names_end_of_line (&other->box, other->anchor))))
        return FALSE;
    }
  return TRUE;
}

/* How many units other than @own a line from @from to @to runs over, in samples. */
static guint
count_foreign (NtmMapNames *self,
               guint        own,
               NtmPoint     from,
               NtmPoint     to)
{
  guint n = 0;

  for (guint k = 0; k <= 16; k++)
    {
      double x = from.x + (to.x - from.x) * k / 16, y = from.y + (to.y - from.y) * k / 16;
      guint item = ntm_shapes_pick (self->spec->shapes, x / self->scale, y / self->scale);

      n += item != NTM_SHAPES_NONE && item != own;
    }
  return n;
}

/* A name beside its unit must be seen when the unit is. */
static gboolean
is_beyond_edge (NtmMapNames      *self,
                const NtmMapName *name,
                const NtmBox     *box)
{
  NtmBox sight = { -self->x, -self->y, self->width - self->x, self->height - self->y };

  if (self->width <= 0 || name->anchor.x < sight.x_min || name->anchor.x > sight.x_max
      || name->anchor.y < sight.y_min || name->anchor.y > sight.y_max)
    return FALSE;
  return box->x_min < sight.x_min || box->x_max > sight.x_max || box->y_min < sight.y_min || box->y_max > sight.y_max;
}

/* What a place outside costs: the length of the line, more where it runs over other units; < 0 = taken. */
static double
rate_outside (NtmMapNames      *self,
              const NtmMapName *name,
              NtmBox           *box,
              double            distance)
{
  NtmBox grown = grow (box, GAP_TO_LAND);
  NtmPoint end = _ntm_map_names_end_of_line (box, name->anchor);
  guint n_foreign;

  if (is_beyond_edge (self, name, box) || !is_free (self, box) || share_on (self, &grown, NTM_SHAPES_NONE) > 0)
    return -1;
  if (!line_is_free (self, name->anchor, end))
    return -1;
  n_foreign = count_foreign (self, name->item->shape, name->anchor, end);
  return n_foreign > MAX_FOREIGN ? -1 : distance + FOREIGN_COST * n_foreign;
}

static gboolean
try_outside (NtmMapNames *self,
             NtmMapName  *name)
{
  NtmPoint middle = ntm_shapes_get_label_point (self->spec->shapes, name->item->shape);
  double best = G_MAXDOUBLE, width, height;

  size_of (name, name->sublabel != NULL, &width, &height);
  name->anchor = (NtmPoint) { middle.x * self->scale, middle.y * self->scale };
  for (guint i = 0; i < N_RINGS * N_ANGLES && RING_FIRST + (i / N_ANGLES) * RING_STEP < best; i++)
    {
      /* The distance is to the nearest edge of the name, whatever its direction. */
      double distance = RING_FIRST + (i / N_ANGLES) * RING_STEP, angle = (i % N_ANGLES) * 2 * G_PI / N_ANGLES;
      NtmPoint centre = { name->anchor.x + cos (angle) * (distance + width / 2),
                          name->anchor.y + sin (angle) * (distance + height / 2) };
      NtmBox box = box_around (centre.x, centre.y, width, height);
      double cost = rate_outside (self, name, &box, distance);

      if (cost < 0 || cost >= best)
        continue;
      best = cost;
      name->box = box;
    }
  name->is_placed = name->leader = best < G_MAXDOUBLE;
  name->with_sublabel = name->sublabel != NULL;
  return name->is_placed;
}

static void
place_name (NtmMapNames *self,
            NtmMapName  *name)
{
  name->is_placed = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (name->settings) && name->settings[i] != NULL; i++)
    {
      name->label = name->settings[i];
      if ((name->sublabel != NULL && try_inside (self, name, TRUE)) || try_inside (self, name, FALSE))
        return;
    }
  name->label = name->settings[0];
}

static void
place_around (NtmMapNames *self)
{
  for (guint i = 0; i < self->around->len; i++)
    {
      NtmMapAround *around = &g_array_index (self->around, NtmMapAround, i);
      NtmPoint at = ntm_mercator_from_degrees (around->place->longitude, around->place->latitude);

      around->box = box_around (at.x * self->scale, at.y * self->scale, around->text->width, around->text->height);
      around->is_placed = is_free (self, &around->box) && share_on (self, &around->box, NTM_SHAPES_NONE) <= 0;
    }
}

/**
 * ntm_map_names_set_cards:
 * @self: names
 * @cards: (array length=n_cards): what lies over the map, pixels of the widget
 * @n_cards: how many, at most %NTM_MAP_MAX_CARDS
 *
 * Sets where no name may be. Nothing is done if it is known already.
 */
void
ntm_map_names_set_cards (NtmMapNames  *self,
                         const NtmBox *cards,
                         guint         n_cards)
{
  g_return_if_fail (n_cards <= NTM_MAP_MAX_CARDS);

  if (n_cards == self->n_cards && memcmp (cards, self->cards, n_cards * sizeof (NtmBox)) == 0)
    return;
  memcpy (self->cards, cards, n_cards * sizeof (NtmBox));
  self->n_cards = n_cards;
  self->scale = 0;
}

/**
 * ntm_map_names_is_placed:
 * @self: names
 * @scale: pixels of the whole world's width
 *
 * Returns: whether the names are placed for @scale
 */
gboolean
ntm_map_names_is_placed (NtmMapNames *self,
                         double       scale)
{
  return self->scale > 0 && fabs (self->scale / scale - 1) < 1e-9;
}

/**
 * ntm_map_names_is_settled:
 * @self: names
 * @view: from Web-Mercator to the widget
 *
 * Returns: whether the names are placed for @view and not for another place of the same scale
 */
gboolean
ntm_map_names_is_settled (NtmMapNames        *self,
                          const NtmTransform *view)
{
  return ntm_map_names_is_placed (self, view->scale) && fabs (self->x - view->x) < 1 && fabs (self->y - view->y) < 1;
}

/**
 * ntm_map_names_settle:
 * @self: names
 * @view: from Web-Mercator to the widget
 * @width: of the widget
 * @height: of the widget
 *
 * Places the names for @view, so that those that came under a card or beyond the edge get another place.
 * Milliseconds.
 */
void
ntm_map_names_settle (NtmMapNames        *self,
                      const NtmTransform *view,
                      double              width,
                      double              height)
{
  if (ntm_map_names_is_settled (self, view) && fabs (self->width - width) < 1 && fabs (self->height - height) < 1)
    return;
  self->width = width;
  self->height = height;
  self->x = view->x;
  self->y = view->y;
  self->scale = 0;
  ntm_map_names_place (self, view->scale);
}

/**
 * ntm_map_names_place:
 * @self: names
 * @scale: pixels of the whole world's width, 256 × 2^zoom
 *
 * Finds places for the names at @scale; nothing to do if they are placed for it. Milliseconds.
 */
void
ntm_map_names_place (NtmMapNames *self,
                     double       scale)
{
  gboolean few = self->names->len <= MAX_WITH_LEADERS;

  if (ntm_map_names_is_placed (self, scale))
    return;
  self->scale = scale;
  for (guint i = 0; i < self->names->len; i++)
    g_array_index (self->names, NtmMapName, i).is_placed = FALSE;
  for (guint i = 0; i < self->names->len; i++)
    place_name (self, &g_array_index (self->names, NtmMapName, i));
  /* Lines come last: they must not take the place of names that fit. The smallest unit has the shortest. */
  for (guint i = self->names->len; few && i-- > 0;)
    {
      NtmMapName *name = &g_array_index (self->names, NtmMapName, i);

      if (!name->is_placed)
        try_outside (self, name);
    }
  place_around (self);
}
