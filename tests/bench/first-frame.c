/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * first-frame PROGRAM [ARGUMENT]...: starts a program and prints the milliseconds until the first
 * damage of a window that it mapped, that is, its first frame; then ends the program.
 */

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <X11/Xlib.h>
#include <X11/extensions/Xdamage.h>

#define TOO_LONG_SECONDS 30

static double
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

static int
ignore_error (Display     *display,
              XErrorEvent *event)
{
  return 0;   /* a window may be gone before we look at it */
}

static double
wait_for_frame (Display *display)
{
  int damage_event, damage_error;

  XDamageQueryExtension (display, &damage_event, &damage_error);
  for (;;)
    {
      XEvent event;

      XNextEvent (display, &event);
      if (event.type == MapNotify && !event.xmap.override_redirect)
        XDamageCreate (display, event.xmap.window, XDamageReportRawRectangles);
      else if (event.type == damage_event + XDamageNotify)
        {
          XDamageNotifyEvent *damage = (XDamageNotifyEvent *) &event;

          if (damage->area.width > 100 && damage->area.height > 100)
            return now ();
        }
    }
}

int
main (int    argc,
      char **argv)
{
  Display *display = XOpenDisplay (NULL);
  double start;
  pid_t child;

  if (display == NULL || argc < 2)
    {
      fprintf (stderr, "usage: first-frame PROGRAM [ARGUMENT]... (with a display)\n");
      return 1;
    }
  XSetErrorHandler (ignore_error);
  XSelectInput (display, DefaultRootWindow (display), SubstructureNotifyMask);
  XSync (display, False);
  alarm (TOO_LONG_SECONDS);

  start = now ();
  child = fork ();
  if (child == 0)
    {
      execvp (argv[1], argv + 1);
      _exit (127);
    }
  printf ("%.1f\n", wait_for_frame (display) - start);
  fflush (stdout);
  kill (child, SIGTERM);
  waitpid (child, NULL, 0);
  return 0;
}
