/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A help page as labels, a grid for each table and pictures. A link to another page is the action "help.open". */

#include "config.h"

#include "ntm-help-page.h"

#include "ntm-help-text.h"

static gboolean
activate_link_cb (GtkWidget  *label,
                  const char *target)
{
  /* An address is left to the desktop. */
  if (g_uri_peek_scheme (target) != NULL)
    return FALSE;
  gtk_widget_activate_action (label, "help.open", "s", target);
  return TRUE;
}

static GtkWidget *
new_label (const char       *markup,
           GtkAccessibleRole role)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "accessible-role", role,
                                   "label", markup,
                                   "use-markup", TRUE,
                                   "wrap", TRUE,
                                   "natural-wrap-mode", GTK_NATURAL_WRAP_NONE,
                                   "xalign", 0.0,
                                   "hexpand", TRUE,
                                   NULL);

  g_signal_connect (label, "activate-link", G_CALLBACK (activate_link_cb), NULL);
  return label;
}

static GtkWidget *
new_heading (const NtmHelpBlock *block)
{
  static const char * const classes[] = { "title-1", "title-3", "heading" };
  GtkWidget *label = new_label (block->cells[0], GTK_ACCESSIBLE_ROLE_HEADING);

  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LEVEL, block->level, -1);
  gtk_widget_add_css_class (label, classes[block->level - 1]);
  gtk_widget_set_margin_top (label, block->level == 1 ? 0 : 15);
  return label;
}

static GtkWidget *
new_item (const NtmHelpBlock *block)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *mark = gtk_label_new (block->mark);

  gtk_widget_set_valign (mark, GTK_ALIGN_START);
  gtk_widget_set_size_request (mark, 18, -1);
  gtk_label_set_xalign (GTK_LABEL (mark), 1.0);
  gtk_box_append (GTK_BOX (box), mark);
  gtk_box_append (GTK_BOX (box), new_label (block->cells[0], GTK_ACCESSIBLE_ROLE_LABEL));
  return box;
}

/* Commands are there to be copied. */
static GtkWidget *
new_code (const NtmHelpBlock *block)
{
  GtkWidget *frame = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *label = new_label (block->cells[0], GTK_ACCESSIBLE_ROLE_LABEL);

  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, "monospace");
  g_object_set (label, "margin-start", 12, "margin-end", 12, "margin-top", 9, "margin-bottom", 9, NULL);
  gtk_widget_add_css_class (frame, "card");
  gtk_box_append (GTK_BOX (frame), label);
  return frame;
}

/* A picture is never drawn larger than it is; one that is not there is replaced by what it shows. */
static GtkWidget *
new_picture (const NtmHelpBlock *block,
             const char         *pictures)
{
  g_autofree char *path = g_strconcat (pictures, block->target, NULL);
  g_autofree char *shows = ntm_help_block_plain (block);
  GtkWidget *picture;

  if (!g_resources_get_info (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL, NULL, NULL))
    return new_label (block->cells[0], GTK_ACCESSIBLE_ROLE_LABEL);
  picture = gtk_picture_new_for_resource (path);
  gtk_picture_set_alternative_text (GTK_PICTURE (picture), shows);
  gtk_widget_set_halign (picture, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (picture, 6);
  gtk_widget_set_margin_bottom (picture, 6);
  return picture;
}

static void
fill_row (GtkGrid            *grid,
          const NtmHelpBlock *block,
          int                 row)
{
  for (int i = 0; block->cells[i] != NULL; i++)
    {
      GtkWidget *cell = new_label (block->cells[i], GTK_ACCESSIBLE_ROLE_LABEL);

      gtk_widget_set_valign (cell, GTK_ALIGN_BASELINE);
      gtk_widget_set_hexpand (cell, block->cells[i + 1] == NULL);
      if (block->level == 1)
        gtk_widget_add_css_class (cell, "heading");
      gtk_grid_attach (grid, cell, i, row, 1, 1);
    }
}

static gboolean
is_row (GPtrArray *blocks,
        guint      i)
{
  return i < blocks->len && ((const NtmHelpBlock *) blocks->pdata[i])->kind == NTM_HELP_ROW;
}

/* Returns: the table of the rows from @first on; @first becomes the last of them */
static GtkWidget *
new_table (GPtrArray *blocks,
           guint     *first)
{
  GtkWidget *grid = gtk_grid_new ();
  int row = 0;

  gtk_grid_set_column_spacing (GTK_GRID (grid), 24);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  fill_row (GTK_GRID (grid), blocks->pdata[*first], row++);
  while (is_row (blocks, *first + 1))
    fill_row (GTK_GRID (grid), blocks->pdata[++*first], row++);
  return grid;
}

static GtkWidget *
new_block (GPtrArray  *blocks,
           guint      *i,
           const char *pictures)
{
  const NtmHelpBlock *block = blocks->pdata[*i];

  switch (block->kind)
    {
    case NTM_HELP_HEADING: return new_heading (block);
    case NTM_HELP_ITEM: return new_item (block);
    case NTM_HELP_CODE: return new_code (block);
    case NTM_HELP_PICTURE: return new_picture (block, pictures);
    case NTM_HELP_ROW: return new_table (blocks, i);
    case NTM_HELP_PARAGRAPH:
    default: return new_label (block->cells[0], GTK_ACCESSIBLE_ROLE_LABEL);
    }
}

/**
 * ntm_help_page_new:
 * @blocks: (element-type NtmHelpBlock): a page as ntm_help_text_parse() gives it
 * @pictures: the resource path its pictures are named from, with a slash at its end
 *
 * Returns: (transfer floating): the page, as high as its text
 */
GtkWidget *
ntm_help_page_new (GPtrArray  *blocks,
                   const char *pictures)
{
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  for (guint i = 0; i < blocks->len; i++)
    gtk_box_append (GTK_BOX (page), new_block (blocks, &i, pictures));
  return page;
}

/**
 * ntm_help_page_get_block:
 * @page: what ntm_help_page_new() made
 * @blocks: of these blocks
 * @n: the number of a block
 *
 * Returns: (transfer none) (nullable): the part of @page that shows the block; of a row, its table
 */
GtkWidget *
ntm_help_page_get_block (GtkWidget *page,
                         GPtrArray *blocks,
                         guint      n)
{
  GtkWidget *child = gtk_widget_get_first_child (page);

  for (guint i = 1; i <= n && child != NULL; i++)
    if (!is_row (blocks, i) || !is_row (blocks, i - 1))
      child = gtk_widget_get_next_sibling (child);
  return child;
}
