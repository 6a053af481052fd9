/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The state of one window, without any widget. A desk may be empty (no file open): then the Atlas is
 * %NULL, the date unknown and nothing is selected.
 */

#include "ntm-desk-private.h"

#include "ntm-errors.h"

struct _NtmDesk
{
  GObject parent_instance;

  NtmStore *store;
  gulong    changed_id;
  NtmBasis  basis;
  NtmDate   task_day;   /* NTM_DATE_MIN: today */
  char     *selected;   /* unit id; records do not outlive a change, ids do */
  guint     filter;     /* a bit per NtmStatus, 0 = all */
  GError   *write_error; /* why the file did not take the last change, or NULL */
};

G_DEFINE_FINAL_TYPE (NtmDesk, ntm_desk, G_TYPE_OBJECT)

enum
{
  CHANGED,
  SELECTED,
  FILTERED,
  DATED,
  WRITTEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* A unit that is not alive on the reference date can be neither drawn nor described. */
static void
drop_dead_selection (NtmDesk *self)
{
  const NtmUnit *unit;

  if (self->selected == NULL)
    return;
  unit = ntm_desk_get_selected (self);
  if (unit != NULL && ntm_interval_contains (&unit->life, ntm_desk_get_date (self)))
    return;
  ntm_desk_select (self, NULL);
}

/* What a change says wrong is between the person and the editor; what is wrong with the file concerns all that follows. */
gboolean
_ntm_desk_end_write (NtmDesk *self,
                     gboolean done,
                     GError  *own,
                     GError **error)
{
  if (done || ntm_error_is_of_file (own))
    {
      g_clear_error (&self->write_error);
      self->write_error = done ? NULL : g_error_copy (own);
      g_signal_emit (self, signals[WRITTEN], 0);
    }
  if (!done)
    g_propagate_error (error, own);
  return done;
}

static void
atlas_changed_cb (NtmDesk *self)
{
  drop_dead_selection (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
close_store (NtmDesk *self)
{
  if (self->store == NULL)
    return;
  g_clear_signal_handler (&self->changed_id, ntm_store_get_atlas (self->store));
  g_clear_pointer (&self->store, ntm_store_free);
}

static void
ntm_desk_finalize (GObject *object)
{
  NtmDesk *self = NTM_DESK (object);

  close_store (self);
  g_free (self->selected);
  g_clear_error (&self->write_error);
  G_OBJECT_CLASS (ntm_desk_parent_class)->finalize (object);
}

static void
ntm_desk_class_init (NtmDeskClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ntm_desk_finalize;

  signals[CHANGED] = g_signal_new ("changed", NTM_TYPE_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SELECTED] = g_signal_new ("selected", NTM_TYPE_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FILTERED] = g_signal_new ("filtered", NTM_TYPE_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[DATED] = g_signal_new ("dated", NTM_TYPE_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[WRITTEN] = g_signal_new ("written", NTM_TYPE_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ntm_desk_init (NtmDesk *self)
{
  self->task_day = NTM_DATE_MIN;
}

/**
 * ntm_desk_new:
 *
 * An empty desk.
 *
 * Returns: (transfer full): a desk without a file
 */
NtmDesk *
ntm_desk_new (void)
{
  return g_object_new (NTM_TYPE_DESK, NULL);
}

/**
 * ntm_desk_take_store:
 * @self: a desk
 * @store: (transfer full) (nullable): an open file, or %NULL to clear the desk
 *
 * Puts @store on the desk in place of the file that was there, which is closed. Selection and filter
 * start empty, the tasks are told of as of today.
 */
void
ntm_desk_take_store (NtmDesk  *self,
                     NtmStore *store)
{
  g_return_if_fail (NTM_IS_DESK (self));

  ntm_desk_select (self, NULL);
  ntm_desk_set_filter (self, 0);
  self->task_day = NTM_DATE_MIN;
  close_store (self);
  g_clear_error (&self->write_error);
  self->store = store;
  if (store != NULL)
    self->changed_id = g_signal_connect_swapped (ntm_store_get_atlas (store), "changed",
                                                 G_CALLBACK (atlas_changed_cb), self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * ntm_desk_get_store:
 * @self: a desk
 *
 * Returns: (transfer none) (nullable): the open file
 */
NtmStore *
ntm_desk_get_store (NtmDesk *self)
{
  g_return_val_if_fail (NTM_IS_DESK (self), NULL);

  return self->store;
}

/**
 * ntm_desk_get_atlas:
 * @self: a desk
 *
 * Returns: (transfer none) (nullable): the content of the open file
 */
NtmAtlas *
ntm_desk_get_atlas (NtmDesk *self)
{
  g_return_val_if_fail (NTM_IS_DESK (self), NULL);

  return self->store == NULL ? NULL : ntm_store_get_atlas (self->store);
}

/**
 * ntm_desk_get_date:
 * @self: a desk
 *
 * Returns: the reference date of the file, %NTM_DATE_MIN without a file
 */
NtmDate
ntm_desk_get_date (NtmDesk *self)
{
  g_return_val_if_fail (NTM_IS_DESK (self), NTM_DATE_MIN);

  return self->store == NULL ? NTM_DATE_MIN : ntm_atlas_reference_date (ntm_store_get_atlas (self->store));
}

/**
 * ntm_desk_get_task_day:
 * @self: a desk
 *
 * Returns: the day wherever tasks are told of, in every view: today, or another that was chosen
 */
NtmDate
ntm_desk_get_task_day (NtmDesk *self)
{
  g_return_val_if_fail (NTM_IS_DESK (self), NTM_DATE_MIN);

  return self->task_day == NTM_DATE_MIN ? ntm_desk_get_today (self) : self->task_day;
}

/**
 * ntm_desk_set_task_day:
 * @self: a desk
 * @day: a day, or %NTM_DATE_MIN for today, also tomorrow
 *
 * Tells of tasks as of @day, which is not written to the file; emits "dated".
 */
void
ntm_desk_set_task_day (NtmDesk *self,
                       NtmDate  day)
{
  g_return_if_fail (NTM_IS_DESK (self));

  /* Also where it was today already: since, midnight may have passed. */
  self->task_day = day == ntm_desk_get_today (self) ? NTM_DATE_MIN : day;
  g_signal_emit (self, signals[DATED], 0);
}

/**
 * ntm_desk_get_basis:
 * @self: a desk
 *
 * Returns: the day from which titles count
 */
NtmBasis
ntm_desk_get_basis (NtmDesk *self)
{
  g_return_val_if_fail (NTM_IS_DESK (self), NTM_BASIS_SIGNED);

  return self->basis;
}

/**
 * ntm_desk_set_basis:
 * @self: a desk
 * @basis: the day from which titles count
 *
 * Counts titles from another day; emits "changed".
 */
void
ntm_desk_set_basis (NtmDesk *self,
                    NtmBasis basis)
{
  g_return_if_fail (NTM_IS_DESK (self));

  if (self->basis == basis)
    return;
  self->basis = basis;
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * ntm_desk_get_selected:
 * @self: a desk
 *
 * Returns: (transfer none) (nullable): the selected unit
 */
const NtmUnit *
ntm_desk_get_selected (NtmDesk *self)
{
  g_return_val_if_fail (NTM_IS_DESK (self), NULL);

  if (self->store == NULL || self->selected == NULL)
    return NULL;
  return ntm_atlas_find_unit (ntm_desk_get_atlas (self), self->selected);
}

/**
 * ntm_desk_select:
 * @self: a desk
 * @id: (nullable): id of a unit, or %NULL for none
 *
 * Selects a unit; emits "selected" if that is another one than before.
 */
void
ntm_desk_select (NtmDesk    *self,
                 const char *id)
{
  g_autofree char *old = NULL;

  g_return_if_fail (NTM_IS_DESK (self));

  if (g_strcmp0 (self->selected, id) == 0)
    return;
  old = g_steal_pointer (&self->selected);
  self->selected = g_strdup (id);
  g_signal_emit (self, signals[SELECTED], 0);
}

/**
 * ntm_desk_get_filter:
 * @self: a desk
 *
 * Returns: a bit (1 << #NtmStatus) per status shown, 0 = all
 */
guint
ntm_desk_get_filter (NtmDesk *self)
{
  g_return_val_if_fail (NTM_IS_DESK (self), 0);

  return self->filter;
}

/**
 * ntm_desk_set_filter:
 * @self: a desk
 * @filter: a bit per status to show, 0 = all
 *
 * Shows only units of some statuses; emits "filtered".
 */
void
ntm_desk_set_filter (NtmDesk *self,
                     guint    filter)
{
  g_return_if_fail (NTM_IS_DESK (self));

  if (self->filter == filter)
    return;
  self->filter = filter;
  g_signal_emit (self, signals[FILTERED], 0);
}

/**
 * ntm_desk_shows:
 * @self: a desk
 * @status: a status
 *
 * Returns: whether the filter lets units of @status through
 */
gboolean
ntm_desk_shows (NtmDesk  *self,
                NtmStatus status)
{
  g_return_val_if_fail (NTM_IS_DESK (self), TRUE);

  return self->filter == 0 || (self->filter & (1u << status)) != 0;
}

/**
 * ntm_desk_get_write_error:
 * @self: a desk
 *
 * Returns: (transfer none) (nullable): why the file did not take the last change; %NULL once it takes one
 */
const GError *
ntm_desk_get_write_error (NtmDesk *self)
{
  g_return_val_if_fail (NTM_IS_DESK (self), NULL);

  return self->write_error;
}
