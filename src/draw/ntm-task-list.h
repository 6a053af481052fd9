/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ntm-draw-style.h"
#include "ntm-placed.h"

G_BEGIN_DECLS

/**
 * NtmTaskShape:
 *
 * The icon of a task's state; colour comes from the tone.
 */
typedef enum
{
  NTM_TASK_SHAPE_OPEN,     /* clipboard */
  NTM_TASK_SHAPE_OVERDUE,  /* clipboard with a cross */
  NTM_TASK_SHAPE_LATE,     /* clock: done or handed in after the day */
  NTM_TASK_SHAPE_DONE,     /* check */
} NtmTaskShape;

typedef enum
{
  NTM_TONE_NEUTRAL,
  NTM_TONE_INFO,
  NTM_TONE_SUCCESS,
  NTM_TONE_WARNING,
  NTM_TONE_ERROR,
} NtmTone;

typedef struct
{
  char        *key;
  NtmTaskShape shape;
  char        *title;
  char        *deadline;
  gboolean     no_deadline;     /* @deadline says so: drawn lighter */
  char        *state;           /* words of the chip */
  NtmTone      tone;
  char        *result;
  gboolean     no_result;       /* @result says so: drawn on hatch */
  gboolean     has_progress;    /* a bar before the result */
  double       progress;        /* part of the target reached, 0 to 1 and more */
  char        *place;           /* section of the document */
} NtmTaskRow;

typedef struct
{
  char      *key;
  char      *name;
  char      *count;       /* "2 nhiệm vụ" */
  char      *badge;       /* nullable: "1 quá hạn" */
  NtmTone    badge_tone;
  GPtrArray *rows;        /* of NtmTaskRow */
} NtmTaskGroup;

/**
 * NtmTaskListSpec:
 *
 * Tasks under the agencies they were given to. Reference-counted.
 */
typedef struct
{
  char      *title;              /* nullable */
  char      *subtitle;           /* nullable */
  char      *source;             /* nullable, under the last row */
  char      *empty;
  char      *head_title, *head_deadline, *head_state, *head_result, *head_place;
  char      *continued;          /* after the name of a group that goes on, such as "(tiếp)" */
  GPtrArray *groups;             /* of NtmTaskGroup */
} NtmTaskListSpec;

NtmTaskListSpec *ntm_task_list_spec_new       (void) G_GNUC_WARN_UNUSED_RESULT;
NtmTaskListSpec *ntm_task_list_spec_ref       (NtmTaskListSpec *self);
void             ntm_task_list_spec_unref     (NtmTaskListSpec *self);
NtmTaskGroup    *ntm_task_list_spec_add_group (NtmTaskListSpec *self, const char *key, const char *name, const char *count);
NtmTaskRow      *ntm_task_group_add_row       (NtmTaskGroup *self, const char *key, const char *title);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NtmTaskListSpec, ntm_task_list_spec_unref)

typedef struct _NtmTaskListLayout NtmTaskListLayout;

NtmTaskListLayout *ntm_task_list_layout_new         (NtmTaskListSpec *spec, const NtmDrawStyle *style, double width,
                                                     double page_height, double first_page_height)
                                                     G_GNUC_WARN_UNUSED_RESULT;
void               ntm_task_list_layout_free        (NtmTaskListLayout *self);
guint              ntm_task_list_layout_get_n_pages (const NtmTaskListLayout *self);
double             ntm_task_list_layout_get_height  (const NtmTaskListLayout *self, guint page);
void               ntm_task_list_layout_draw        (const NtmTaskListLayout *self, cairo_t *cr, guint page);
const NtmPlaced   *ntm_task_list_layout_get_placed  (const NtmTaskListLayout *self, guint page, guint *n_placed);

void               ntm_task_shape_draw              (cairo_t *cr, NtmTaskShape shape, NtmTone tone, double x, double y,
                                                     double size, const NtmPalette *palette);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NtmTaskListLayout, ntm_task_list_layout_free)

G_END_DECLS
