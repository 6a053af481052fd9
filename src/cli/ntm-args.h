/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ntm-records.h"

G_BEGIN_DECLS

/**
 * NTM_USAGE_ERROR:
 *
 * Error domain of a command line that makes no sense, whatever the file holds: exit status 1.
 */
#define NTM_USAGE_ERROR (ntm_usage_error_quark ())
GQuark ntm_usage_error_quark (void);

/**
 * NtmOptionKind:
 * @NTM_OPTION_FLAG: given or not
 * @NTM_OPTION_ONCE: takes a value, once
 * @NTM_OPTION_MANY: takes a value, as often as wanted
 */
typedef enum
{
  NTM_OPTION_FLAG,
  NTM_OPTION_ONCE,
  NTM_OPTION_MANY,
} NtmOptionKind;

/**
 * NtmOption:
 *
 * An option of any command. A name means the same wherever it occurs.
 */
typedef struct
{
  const char    *name;      /* without dashes */
  char           letter;    /* '\0' without a short form */
  NtmOptionKind  kind;
  const char    *value;     /* what its value is called in the help; NULL for a flag */
  const char    *help;      /* one line, to be translated */
} NtmOption;

const NtmOption *ntm_option_find (const char *name);
gboolean         ntm_usage_fail  (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

/**
 * NtmArgs:
 *
 * A command line taken apart: options by name, and operands (what is no option) in their order.
 */
typedef struct _NtmArgs NtmArgs;

NtmArgs     *ntm_args_parse        (char **argv, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void         ntm_args_free         (NtmArgs *self);
gboolean     ntm_args_allow        (const NtmArgs *self, const char *names, const char *command, GError **error);
guint        ntm_args_get_n_operands (const NtmArgs *self);
const char  *ntm_args_get_operand  (const NtmArgs *self, guint i);
gboolean     ntm_args_has          (const NtmArgs *self, const char *name);
const char  *ntm_args_get          (const NtmArgs *self, const char *name);
guint        ntm_args_get_n        (const NtmArgs *self, const char *name);
const char  *ntm_args_get_nth      (const NtmArgs *self, const char *name, guint i);

gboolean     ntm_args_once         (const NtmArgs *self, const char *name, GError **error);
gboolean     ntm_args_get_date     (const NtmArgs *self, const char *name, NtmDate otherwise, NtmDate *out, GError **error);
gboolean     ntm_args_get_level    (const NtmArgs *self, NtmLevel otherwise, NtmLevel *out, GError **error);
gboolean     ntm_args_get_choice   (const NtmArgs *self, const char *name, const char *const *choices, guint *out, GError **error);
gboolean     ntm_args_get_uint     (const NtmArgs *self, const char *name, guint min, guint max, guint otherwise, guint *out, GError **error);
gboolean     ntm_args_get_size     (const NtmArgs *self, guint min, guint max, guint *width, guint *height, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NtmArgs, ntm_args_free)

G_END_DECLS
