/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <stdio.h>

#include "ntm-args.h"
#include "ntm-store.h"

G_BEGIN_DECLS

/**
 * NtmExit:
 * @NTM_EXIT_DONE: done
 * @NTM_EXIT_USAGE: the command line makes no sense
 * @NTM_EXIT_INPUT: the file, or what it was to take, is bad
 * @NTM_EXIT_SYSTEM: disk, permission or another program is in the way
 * @NTM_EXIT_ERROR: not a status: the command left an error that decides it
 */
typedef enum
{
  NTM_EXIT_DONE   = 0,
  NTM_EXIT_USAGE  = 1,
  NTM_EXIT_INPUT  = 2,
  NTM_EXIT_SYSTEM = 3,
  NTM_EXIT_ERROR  = -1,
} NtmExit;

/**
 * NtmFileUse:
 *
 * What a command does with the file named after it.
 */
typedef enum
{
  NTM_FILE_MAKE,   /* it makes the file itself */
  NTM_FILE_READ,
  NTM_FILE_WRITE,
} NtmFileUse;

/**
 * NtmCall:
 *
 * One call of a command: its arguments and, where it reads or writes one, its file. Tables go to @out,
 * everything else to standard error.
 */
typedef struct
{
  const NtmArgs *args;
  NtmStore      *store;   /* (nullable) */
  NtmAtlas      *atlas;   /* (nullable) */
  FILE          *out;
} NtmCall;

/**
 * NtmRunFunc:
 *
 * Carries out a command. Returns: the exit status, or %NTM_EXIT_ERROR with @error set.
 */
typedef NtmExit (*NtmRunFunc) (NtmCall *call, GError **error);

/**
 * NtmCommand:
 *
 * A command: how it is called, what it does, how many operands it wants (FILE counted) and which options
 * it knows beside --help, --version and --lang.
 */
typedef struct
{
  const char *name;
  const char *usage;      /* after the name, not translated */
  const char *summary;    /* to be translated */
  const char *options;    /* names with spaces between them */
  guint       min_operands, max_operands;
  NtmFileUse  file;
  NtmRunFunc  run;
} NtmCommand;

/* ntm-call.c */
const char     *ntm_call_operand      (const NtmCall *self, guint i);
const char     *ntm_call_pick         (const char *vi, const char *en);
gboolean        ntm_call_date         (const NtmCall *self, NtmDate *out, GError **error);
gboolean        ntm_call_basis        (const NtmCall *self, NtmBasis *out, GError **error);
gboolean        ntm_call_unit         (const NtmCall *self, const char **id, GError **error);
void            ntm_call_row          (const NtmCall *self, const char *const *cells, guint n_cells);
void            ntm_call_say          (const char *format, ...) G_GNUC_PRINTF (1, 2);
char           *ntm_iso_or_nothing    (NtmDate date) G_GNUC_WARN_UNUSED_RESULT;
char           *ntm_decimal_or_nothing (NtmDecimal value) G_GNUC_WARN_UNUSED_RESULT;
char           *ntm_qualified         (NtmQualifier qualifier, NtmDecimal value) G_GNUC_WARN_UNUSED_RESULT;

#define ntm_call_cells(call, ...) \
  ntm_call_row (call, (const char *const[]) { __VA_ARGS__ }, \
                sizeof ((const char *const[]) { __VA_ARGS__ }) / sizeof (const char *))

/* ntm-cmd-file.c */
NtmExit ntm_run_new        (NtmCall *call, GError **error);
NtmExit ntm_run_info       (NtmCall *call, GError **error);
NtmExit ntm_run_check      (NtmCall *call, GError **error);
NtmExit ntm_run_sample     (NtmCall *call, GError **error);

/* ntm-cmd-list.c */
NtmExit ntm_run_units      (NtmCall *call, GError **error);
NtmExit ntm_run_titles     (NtmCall *call, GError **error);
NtmExit ntm_run_indicators (NtmCall *call, GError **error);
NtmExit ntm_run_series     (NtmCall *call, GError **error);
NtmExit ntm_run_tasks      (NtmCall *call, GError **error);
NtmExit ntm_run_history    (NtmCall *call, GError **error);

/* ntm-cmd-write.c */
NtmExit ntm_run_set        (NtmCall *call, GError **error);
NtmExit ntm_run_set_date   (NtmCall *call, GError **error);
NtmExit ntm_run_undo       (NtmCall *call, GError **error);
NtmExit ntm_run_redo       (NtmCall *call, GError **error);

/* ntm-cmd-draw.c */
NtmExit ntm_run_map        (NtmCall *call, GError **error);
NtmExit ntm_run_chart      (NtmCall *call, GError **error);
NtmExit ntm_run_report     (NtmCall *call, GError **error);

G_END_DECLS
