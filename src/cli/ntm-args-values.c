/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The values of options as what they mean. A value that makes no sense is wrong use, whatever the file holds. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ntm-args.h"
#include "ntm-atlas.h"

/**
 * ntm_args_get_date:
 * @self: a command line
 * @name: an option
 * @otherwise: the day if it was not given
 * @out: (out): a day
 * @error: return location
 *
 * Returns: %FALSE with %NTM_USAGE_ERROR if its value is no ISO day
 */
gboolean
ntm_args_get_date (const NtmArgs *self,
                   const char    *name,
                   NtmDate        otherwise,
                   NtmDate       *out,
                   GError       **error)
{
  const char *text = ntm_args_get (self, name);
  g_autoptr (GError) reason = NULL;

  *out = otherwise;
  if (text == NULL)
    return TRUE;
  if (ntm_date_parse (text, out, &reason) && ntm_date_is_known (*out))
    return TRUE;
  return ntm_usage_fail (error, _("The option --%s wants a day like 2024-02-21, not “%s”."), name, text);
}

/**
 * ntm_args_get_level:
 * @self: a command line
 * @otherwise: the level if --level was not given
 * @out: (out): a level
 * @error: return location
 *
 * Returns: %FALSE with %NTM_USAGE_ERROR if there is no such level
 */
gboolean
ntm_args_get_level (const NtmArgs *self,
                    NtmLevel       otherwise,
                    NtmLevel      *out,
                    GError       **error)
{
  const char *text = ntm_args_get (self, "level");

  *out = otherwise;
  if (text == NULL || ntm_level_parse (text, out))
    return TRUE;
  return ntm_usage_fail (error, _("There is no level “%s”: write province, district, commune or village."), text);
}

/**
 * ntm_args_get_choice:
 * @self: a command line
 * @name: an option
 * @choices: (array zero-terminated=1): what it may be, the default first
 * @out: (out): index of the choice
 * @error: return location
 *
 * Returns: %FALSE with %NTM_USAGE_ERROR if it is none of them
 */
gboolean
ntm_args_get_choice (const NtmArgs     *self,
                     const char        *name,
                     const char *const *choices,
                     guint             *out,
                     GError           **error)
{
  const char *text = ntm_args_get (self, name);
  g_autofree char *list = NULL;

  *out = 0;
  if (text == NULL)
    return TRUE;
  for (guint i = 0; choices[i] != NULL; i++)
    if (g_str_equal (choices[i], text))
      {
        *out = i;
        return TRUE;
      }
  list = g_strjoinv (", ", (char **) choices);
  return ntm_usage_fail (error, _("The option --%s cannot be “%s”. It is one of: %s."), name, text, list);
}

/**
 * ntm_args_get_uint:
 * @self: a command line
 * @name: an option
 * @min: smallest number it may be
 * @max: largest
 * @otherwise: the number if it was not given
 * @out: (out): the number
 * @error: return location
 *
 * Returns: %FALSE with %NTM_USAGE_ERROR if it is no whole number in that range
 */
gboolean
ntm_args_get_uint (const NtmArgs *self,
                   const char    *name,
                   guint          min,
                   guint          max,
                   guint          otherwise,
                   guint         *out,
                   GError       **error)
{
  const char *text = ntm_args_get (self, name);
  guint64 value;

  *out = otherwise;
  if (text == NULL)
    return TRUE;
  if (!g_ascii_string_to_unsigned (text, 10, min, max, &value, NULL))
    return ntm_usage_fail (error, _("The option --%s wants a whole number from %u to %u, not “%s”."), name, min, max, text);
  *out = value;
  return TRUE;
}

/**
 * ntm_args_get_size:
 * @self: a command line
 * @min: smallest side
 * @max: largest side
 * @width: (inout): width; left if --size was not given
 * @height: (inout): height
 * @error: return location
 *
 * Returns: %FALSE with %NTM_USAGE_ERROR if the size is not understood or out of range
 */
gboolean
ntm_args_get_size (const NtmArgs *self,
                   guint          min,
                   guint          max,
                   guint         *width,
                   guint         *height,
                   GError       **error)
{
  const char *text = ntm_args_get (self, "size");
  g_auto (GStrv) sides = text == NULL ? NULL : g_strsplit (text, "x", -1);
  guint64 w, h;

  if (text == NULL)
    return TRUE;
  if (g_strv_length (sides) != 2 || !g_ascii_string_to_unsigned (sides[0], 10, min, max, &w, NULL) ||
      !g_ascii_string_to_unsigned (sides[1], 10, min, max, &h, NULL))
    return ntm_usage_fail (error,
                           _("The option --size wants a width and a height like 1600x1200, each from %u to %u, not “%s”."),
                           min, max, text);
  *width = w;
  *height = h;
  return TRUE;
}
