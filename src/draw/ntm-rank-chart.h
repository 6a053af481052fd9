/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ntm-draw-style.h"
#include "ntm-placed.h"

G_BEGIN_DECLS

/**
 * NtmRankRow:
 *
 * A bar, or with @no_data a hatched stub with @value_text ("chưa có số liệu") beside the first of those
 * that say the same.
 */
typedef struct
{
  char    *key;
  char    *label;
  double   value;
  char    *value_text;   /* the figure as text */
  gboolean no_data;
  gboolean highlighted;
  gboolean hollow;       /* derived: outlined bar */
} NtmRankRow;

/**
 * NtmRankSpec:
 *
 * Units ranked by one measure. The layout sorts the rows (largest first unless @ascending; equal values
 * stay in the order given; those without figures last, in the order given). Reference-counted.
 */
typedef struct
{
  char      *title;
  char      *subtitle;
  char      *source;
  char      *empty;          /* what to say when there is no row */
  char      *more;           /* format-free text when rows had to be left out, such as "… và 12 đơn vị khác" */
  gboolean   ascending;
  GPtrArray *rows;           /* of NtmRankRow */
  gboolean   has_target;
  double     target_value;
  char      *target_label;
} NtmRankSpec;

NtmRankSpec *ntm_rank_spec_new        (void) G_GNUC_WARN_UNUSED_RESULT;
NtmRankSpec *ntm_rank_spec_ref        (NtmRankSpec *self);
void         ntm_rank_spec_unref      (NtmRankSpec *self);
NtmRankRow  *ntm_rank_spec_add_value  (NtmRankSpec *self, const char *key, const char *label, double value,
                                       const char *value_text);
NtmRankRow  *ntm_rank_spec_add_no_data (NtmRankSpec *self, const char *key, const char *label, const char *text);
void         ntm_rank_spec_set_target (NtmRankSpec *self, double value, const char *label);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NtmRankSpec, ntm_rank_spec_unref)

typedef struct _NtmRankLayout NtmRankLayout;

NtmRankLayout   *ntm_rank_layout_new        (NtmRankSpec *spec, const NtmDrawStyle *style, double width, double height)
                                             G_GNUC_WARN_UNUSED_RESULT;
void             ntm_rank_layout_free       (NtmRankLayout *self);
void             ntm_rank_layout_draw       (const NtmRankLayout *self, cairo_t *cr);
const NtmPlaced *ntm_rank_layout_get_placed (const NtmRankLayout *self, guint *n_placed);
double           ntm_rank_natural_height    (NtmRankSpec *spec, const NtmDrawStyle *style, double width);
guint            ntm_rank_layout_get_n_left_out (const NtmRankLayout *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NtmRankLayout, ntm_rank_layout_free)

G_END_DECLS
