/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A file on its way onto a desk. It is opened on a thread of its own, so that a slow disk or a large file
 * holds up no window; how far it is can be asked meanwhile. The store is handed on when it is complete and
 * from then on belongs to the thread of the window.
 */

#include "config.h"

#include "ntm-opening.h"

#include "ntm-error.h"

struct _NtmOpening
{
  GObject parent_instance;

  char         *path;
  GCancellable *cancellable;
  GError       *refused;    /* why it could not be opened for writing; read when it is done */
  gint64        started;    /* monotonic */
  int           done;       /* atomic: rows */
  int           total;      /* atomic */
};

G_DEFINE_FINAL_TYPE (NtmOpening, ntm_opening, G_TYPE_OBJECT)

static void
ntm_opening_finalize (GObject *object)
{
  NtmOpening *self = NTM_OPENING (object);

  g_free (self->path);
  g_clear_object (&self->cancellable);
  g_clear_error (&self->refused);
  G_OBJECT_CLASS (ntm_opening_parent_class)->finalize (object);
}

static void
ntm_opening_class_init (NtmOpeningClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ntm_opening_finalize;
}

static void
ntm_opening_init (NtmOpening *self)
{
  self->cancellable = g_cancellable_new ();
}

/* Only what may yet open for reading is tried again: a file that is damaged would only be refused twice. */
static gboolean
may_be_read (const GError *error)
{
  return g_error_matches (error, NTM_ERROR, NTM_ERROR_LOCKED) || g_error_matches (error, NTM_ERROR, NTM_ERROR_READ_ONLY)
         || g_error_matches (error, NTM_ERROR, NTM_ERROR_NO_SPACE) || g_error_matches (error, NTM_ERROR, NTM_ERROR_SYSTEM);
}

static void
progress_cb (guint64  done,
             guint64  total,
             gpointer user_data)
{
  NtmOpening *self = user_data;

  g_atomic_int_set (&self->total, (int) MIN (total, G_MAXINT));
  g_atomic_int_set (&self->done, (int) MIN (done, G_MAXINT));
}

static void
open_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  NtmOpening *self = source;
  /* The views ask for nearly all there is at once, and the window would stand still while it comes. */
  NtmStoreWatch watch = { .cancellable = cancellable, .progress = progress_cb, .user_data = self, .everything = TRUE };
  GError *error = NULL;
  NtmStore *store = ntm_store_open_watched (self->path, NTM_STORE_WRITE, &watch, &error);

  if (store == NULL && may_be_read (error))
    {
      self->refused = g_steal_pointer (&error);
      store = ntm_store_open_watched (self->path, NTM_STORE_READ_ONLY, &watch, &error);
    }
  if (store != NULL)
    g_task_return_pointer (task, store, (GDestroyNotify) ntm_store_free);
  else
    g_task_return_error (task, error);
}

/**
 * ntm_opening_new:
 * @path: (type filename): a file
 *
 * Returns: (transfer full): its opening, not yet started
 */
NtmOpening *
ntm_opening_new (const char *path)
{
  NtmOpening *self = g_object_new (NTM_TYPE_OPENING, NULL);

  self->path = g_strdup (path);
  return self;
}

/**
 * ntm_opening_start:
 * @self: an opening
 * @callback: called when it is done, stopped or refused
 * @user_data: for @callback
 *
 * Opens the file. To be called once.
 */
void
ntm_opening_start (NtmOpening         *self,
                   GAsyncReadyCallback callback,
                   gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (NTM_IS_OPENING (self) && self->started == 0);

  self->started = g_get_monotonic_time ();
  task = g_task_new (self, self->cancellable, callback, user_data);
  g_task_set_source_tag (task, ntm_opening_start);
  g_task_run_in_thread (task, open_thread);
}

/**
 * ntm_opening_finish:
 * @self: an opening
 * @result: what the callback was given
 *
 * Returns: (transfer full): the open file, or %NULL with @error set: as ntm_store_open(), and
 *   %G_IO_ERROR_CANCELLED if it was stopped
 */
NtmStore *
ntm_opening_finish (NtmOpening   *self,
                    GAsyncResult *result,
                    GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * ntm_opening_get_refused:
 * @self: an opening that is done
 *
 * Returns: (transfer none) (nullable): why the file is open for reading only
 */
const GError *
ntm_opening_get_refused (NtmOpening *self)
{
  g_return_val_if_fail (NTM_IS_OPENING (self), NULL);

  return self->refused;
}

/**
 * ntm_opening_cancel:
 * @self: an opening
 *
 * Stops it; the callback is called all the same.
 */
void
ntm_opening_cancel (NtmOpening *self)
{
  g_return_if_fail (NTM_IS_OPENING (self));

  g_cancellable_cancel (self->cancellable);
}

/**
 * ntm_opening_get_progress:
 * @self: an opening
 * @done: (out): rows loaded
 * @total: (out): rows there are; 0 while that is not known
 *
 * Returns: microseconds since it was started
 */
gint64
ntm_opening_get_progress (NtmOpening *self,
                          guint      *done,
                          guint      *total)
{
  g_return_val_if_fail (NTM_IS_OPENING (self), 0);

  *done = (guint) g_atomic_int_get (&self->done);
  *total = (guint) g_atomic_int_get (&self->total);
  return g_get_monotonic_time () - self->started;
}
