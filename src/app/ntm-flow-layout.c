/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The lines of a toolbar, broken by the minimum widths of what stands in it. */

#include "config.h"

#include "ntm-flow-layout.h"

#define SPACING      8
#define LINE_SPACING 6

struct _NtmFlowLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (NtmFlowLayout, ntm_flow_layout, GTK_TYPE_LAYOUT_MANAGER)

/* What is shown of @widget: data is the child, sizes are its widths. */
static GArray *
list_children (GtkWidget *widget)
{
  GArray *children = g_array_new (FALSE, FALSE, sizeof (GtkRequestedSize));

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkRequestedSize size = { .data = child };

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &size.minimum_size, &size.natural_size, NULL, NULL);
      g_array_append_val (children, size);
    }
  return children;
}

/* Returns: how many of the @n sizes stand in a line @width wide, at least one; @rest is what they leave */
static guint
take_line (const GtkRequestedSize *sizes,
           guint                   n,
           int                     width,
           int                    *rest)
{
  guint taken = 1;

  *rest = width - sizes[0].minimum_size;
  while (taken < n && *rest >= SPACING + sizes[taken].minimum_size)
    *rest -= SPACING + sizes[taken++].minimum_size;
  *rest = MAX (*rest, 0);
  return taken;
}

static int
get_line_height (const GtkRequestedSize *sizes,
                 guint                   n,
                 gboolean                natural)
{
  int height = 0;

  for (guint i = 0; i < n; i++)
    {
      int sides[2];

      gtk_widget_measure (sizes[i].data, GTK_ORIENTATION_VERTICAL, -1, &sides[0], &sides[1], NULL, NULL);
      height = MAX (height, sides[natural]);
    }
  return height;
}

static int
get_height (GArray  *children,
            int      width,
            gboolean natural)
{
  int height = 0, rest;
  guint n;

  for (guint i = 0; i < children->len; i += n)
    {
      const GtkRequestedSize *line = &g_array_index (children, GtkRequestedSize, i);

      n = width < 0 ? children->len : take_line (line, children->len - i, width, &rest);
      height += get_line_height (line, n, natural) + (i > 0 ? LINE_SPACING : 0);
    }
  return height;
}

static GtkSizeRequestMode
ntm_flow_layout_get_request_mode (GtkLayoutManager *manager,
                                  GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ntm_flow_layout_measure (GtkLayoutManager *manager,
                         GtkWidget        *widget,
                         GtkOrientation    orientation,
                         int               for_size,
                         int              *minimum,
                         int              *natural,
                         int              *minimum_baseline,
                         int              *natural_baseline)
{
  g_autoptr (GArray) children = list_children (widget);

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = get_height (children, for_size, FALSE);
      *natural = get_height (children, for_size, TRUE);
      return;
    }
  for (guint i = 0; i < children->len; i++)
    {
      const GtkRequestedSize *size = &g_array_index (children, GtkRequestedSize, i);

      *minimum = MAX (*minimum, size->minimum_size);
      *natural += size->natural_size + (i > 0 ? SPACING : 0);
    }
}

/* Widths of a line: the natural ones as far as they fit, then what expands shares what is left. */
static void
share_rest (GtkRequestedSize *sizes,
            guint             n,
            int               rest)
{
  guint n_expand = 0;

  rest = gtk_distribute_natural_allocation (rest, n, sizes);
  for (guint i = 0; i < n; i++)
    n_expand += gtk_widget_compute_expand (sizes[i].data, GTK_ORIENTATION_HORIZONTAL);
  for (guint i = 0; i < n && n_expand > 0; i++)
    if (gtk_widget_compute_expand (sizes[i].data, GTK_ORIENTATION_HORIZONTAL))
      {
        int share = rest / (int) n_expand--;

        sizes[i].minimum_size += share;
        rest -= share;
      }
}

static void
place_line (const GtkRequestedSize *sizes,
            guint                   n,
            int                     width,
            int                     y,
            int                     height)
{
  gboolean is_mirrored = gtk_widget_get_direction (sizes[0].data) == GTK_TEXT_DIR_RTL;
  int x = 0;

  for (guint i = 0; i < n; i++)
    {
      GtkAllocation place = { is_mirrored ? width - x - sizes[i].minimum_size : x, y, sizes[i].minimum_size, height };

      gtk_widget_size_allocate (sizes[i].data, &place, -1);
      x += sizes[i].minimum_size + SPACING;
    }
}

/* A single line fills the height, as in a box. */
static void
ntm_flow_layout_allocate (GtkLayoutManager *manager,
                          GtkWidget        *widget,
                          int               width,
                          int               height,
                          int               baseline)
{
  g_autoptr (GArray) children = list_children (widget);
  int y = 0, rest;
  guint n;

  for (guint i = 0; i < children->len; i += n)
    {
      GtkRequestedSize *line = &g_array_index (children, GtkRequestedSize, i);
      int line_height;

      n = take_line (line, children->len - i, width, &rest);
      line_height = n == children->len ? height : get_line_height (line, n, TRUE);
      share_rest (line, n, rest);
      place_line (line, n, width, y, line_height);
      y += line_height + LINE_SPACING;
    }
}

static void
ntm_flow_layout_class_init (NtmFlowLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->get_request_mode = ntm_flow_layout_get_request_mode;
  manager_class->measure = ntm_flow_layout_measure;
  manager_class->allocate = ntm_flow_layout_allocate;
}

static void
ntm_flow_layout_init (NtmFlowLayout *self)
{
}
