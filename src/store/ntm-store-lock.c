/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The writer's lock. It belongs to the open file description, so it ends with the process however that
 * ends: what a crash leaves behind is a file, never a lock. The text in it is for people only.
 *
 * The holder removes the file while it still holds the lock. Someone who opened the old file just before
 * gets a lock on a file that has no name any more; comparing the two files tells, and it tries again.
 */

#define _GNU_SOURCE /* F_OFD_SETLK, F_OFD_GETLK */

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "ntm-date.h"
#include "ntm-lang.h"
#include "ntm-sql.h"
#include "ntm-store-lock.h"

#define ATTEMPTS 100
#define TEXT_MAX 1024

struct _NtmStoreLock
{
  char *path;
  int   fd;
};

static gboolean
is_same_file (int fd, const char *path)
{
  struct stat ours, named;

  return fstat (fd, &ours) == 0 && lstat (path, &named) == 0
         && ours.st_dev == named.st_dev && ours.st_ino == named.st_ino;
}

/* What the lock file says, "author (host, process, 2026-11-23 21:20)", as a person says it; else as it stands. */
static char *
tell_holder (const char *line)
{
  g_autoptr(GRegex) regex = g_regex_new ("^(.*) \\((.*), \\d+, (\\d{4}-\\d\\d-\\d\\d) (\\d\\d:\\d\\d)\\)$", 0, 0, NULL);
  g_autoptr(GMatchInfo) match = NULL;
  g_auto(GStrv) parts = NULL;
  g_autofree char *day = NULL;
  NtmDate date;

  if (!g_regex_match (regex, line, 0, &match))
    return g_strdup (line);
  parts = g_match_info_fetch_all (match);
  if (!ntm_date_parse (parts[3], &date, NULL))
    return g_strdup (line);
  day = ntm_date_format (date, ntm_lang_current ());
  /* Translators: a person, the computer and since when: time of day and date. */
  return g_strdup_printf (_("%1$s (%2$s, since %3$s on %4$s)"), parts[1], parts[2], parts[4], day);
}

/* The first line of the text in the lock file. */
static char *
read_holder (int fd)
{
  char text[TEXT_MAX + 1];
  gssize n = pread (fd, text, TEXT_MAX, 0);
  g_autofree char *valid = NULL;

  text[MAX (n, 0)] = '\0';
  text[strcspn (text, "\r\n")] = '\0';
  valid = g_utf8_make_valid (text, -1);
  return *valid ? tell_holder (valid) : g_strdup (_("someone who gave no name"));
}

static gboolean
refuse_held (int fd, const char *path, GError **error)
{
  g_autofree char *holder = read_holder (fd);
  g_autofree char *name = g_filename_display_basename (path);

  return ntm_sql_refuse (error, NTM_ERROR_LOCKED,
                         _("“%s” is being changed by %s. It can only be read until it is closed there."),
                         name, holder);
}

static gboolean
refuse_system (int number, const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);

  if (number == ENOSPC || number == EDQUOT)
    return ntm_sql_refuse (error, NTM_ERROR_NO_SPACE,
                           _("“%s” cannot be opened for writing because the disk is full. Free some space."), name);
  return ntm_sql_refuse (error, NTM_ERROR_SYSTEM,
                         _("“%s” cannot be locked for writing: %s. It can be read; to change it, copy it to another folder."),
                         name, ntm_error_tell_system (number));
}

/* -1 = failed, with @error; 0 = the file was removed meanwhile; 1 = held */
static int
try_lock (NtmStoreLock *self, const char *path, GError **error)
{
  struct flock whole = { .l_type = F_WRLCK, .l_whence = SEEK_SET };

  self->fd = open (self->path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666);
  if (self->fd < 0)
    {
      refuse_system (errno, path, error);
      return -1;
    }
  if (fcntl (self->fd, F_OFD_SETLK, &whole) != 0)
    {
      if (errno == EAGAIN || errno == EACCES)
        refuse_held (self->fd, path, error);
      else
        refuse_system (errno, path, error);
      return -1;
    }
  return is_same_file (self->fd, self->path);
}

static void
abandon (NtmStoreLock *self)
{
  if (self->fd >= 0)
    close (self->fd);
  g_free (self->path);
  g_free (self);
}

/**
 * ntm_store_lock_take:
 * @path: the file, symbolic links resolved
 * @author: who will write
 * @error: return location for an error
 *
 * Takes the right to write @path. Does not wait.
 *
 * Returns: (transfer full): the lock, or %NULL with %NTM_ERROR_LOCKED, which names the holder,
 *   %NTM_ERROR_NO_SPACE or %NTM_ERROR_SYSTEM
 */
NtmStoreLock *
ntm_store_lock_take (const char *path, const char *author, GError **error)
{
  NtmStoreLock *self = g_new0 (NtmStoreLock, 1);

  self->path = g_strconcat (path, "-lock", NULL);
  self->fd = -1;
  for (int i = 0; i < ATTEMPTS; i++)
    {
      int held = try_lock (self, path, error);

      if (held > 0)
        {
          ntm_store_lock_name (self, author);
          return self;
        }
      if (held < 0)
        {
          abandon (self);
          return NULL;
        }
      close (self->fd);
      self->fd = -1;
    }
  refuse_system (EAGAIN, path, error);
  abandon (self);
  return NULL;
}

/* A file that nobody has locked was left behind by a crash. */
static gboolean
is_locked (int fd)
{
  struct flock whole = { .l_type = F_WRLCK, .l_whence = SEEK_SET };

  return fcntl (fd, F_OFD_GETLK, &whole) == 0 && whole.l_type != F_UNLCK;
}

/**
 * ntm_store_lock_look:
 * @path: the file, symbolic links resolved
 *
 * Looks for the lock somebody holds.
 *
 * Returns: the lock file, open for reading, or -1 if nobody writes @path
 */
int
ntm_store_lock_look (const char *path)
{
  g_autofree char *lock = g_strconcat (path, "-lock", NULL);
  int fd = open (lock, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);

  if (fd < 0 || is_locked (fd))
    return fd;
  close (fd);
  return -1;
}

/**
 * ntm_store_lock_is_free:
 * @path: the file, symbolic links resolved
 * @error: return location for an error
 *
 * Returns: %TRUE if nobody writes @path, or %FALSE with %NTM_ERROR_LOCKED, which names the holder
 */
gboolean
ntm_store_lock_is_free (const char *path, GError **error)
{
  int fd = ntm_store_lock_look (path);

  if (fd < 0)
    return TRUE;
  refuse_held (fd, path, error);
  close (fd);
  return FALSE;
}

/**
 * ntm_store_lock_name:
 * @self: a lock
 * @author: who writes
 *
 * Puts the holder's name, computer, process and time into the lock file. A full disk does not matter:
 * the lock holds without a name.
 */
void
ntm_store_lock_name (NtmStoreLock *self, const char *author)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *time = g_date_time_format (now, "%Y-%m-%d %H:%M");
  g_autofree char *text = g_strdup_printf ("%s (%s, %ld, %s)\n", author, g_get_host_name (), (long) getpid (), time);

  if (ftruncate (self->fd, 0) != 0 || pwrite (self->fd, text, strlen (text), 0) < 0)
    g_debug ("The name could not be written to %s", self->path);
}

/**
 * ntm_store_lock_free:
 * @self: (nullable) (transfer full): a lock
 *
 * Gives the right back and removes the lock file.
 */
void
ntm_store_lock_free (NtmStoreLock *self)
{
  if (!self)
    return;
  if (is_same_file (self->fd, self->path))
    g_unlink (self->path);
  abandon (self);
}
