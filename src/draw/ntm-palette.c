/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Palettes: key files under data/palettes, compiled in. Immutable after reading. */

#include "ntm-palette.h"

#include <gio/gio.h>

#include "ntm-draw-resources.h"
#include "ntm-error.h"

struct _NtmPalette
{
  NtmStyle     style;
  NtmMarkStyle marks[NTM_N_MARKS];
  NtmColor     roles[NTM_N_ROLES];
  NtmColor     classes[NTM_PALETTE_MAX_CLASSES];
  NtmColor     series[NTM_PALETTE_N_SERIES];
};

static const char * const style_names[NTM_N_STYLES] = { "light", "dark", "print" };

static const char * const mark_names[NTM_N_MARKS] = {
  "not-yet", "standard", "advanced", "model", "smart", "completed", "urban", "no-decision", "not-applicable",
  "no-data", "not-verified", "met", "just-met", "not-met",
};

static const char * const role_names[NTM_N_ROLES] = {
  "page", "card", "card-border", "text", "secondary", "accent", "accent-text",
  "error", "error-bg", "warning", "warning-bg", "success", "success-bg", "info", "info-bg", "neutral", "neutral-bg",
  "sea", "border", "coast", "leader", "place",
  "grid", "axis", "rule", "head-bg", "hatch", "hatch-bg",
  "bar", "bar-strong", "target", "risk", "risk-text",
};

static const char * const texture_names[] = { "none", "hatch", "lines", "dots" };

static const char * const glyph_names[] = {
  "none", "ring", "disc", "triangle", "star", "star-ring", "square", "pentagon", "dashed-ring", "dash",
  "check", "tilde", "cross",
};

static gboolean
read_color (GKeyFile *file, const char *group, const char *key, NtmColor *out, GError **error)
{
  g_autofree char *text = g_key_file_get_string (file, group, key, error);

  if (text == NULL)
    return FALSE;
  if (ntm_color_parse (text, out))
    return TRUE;

  g_set_error (error, NTM_ERROR, NTM_ERROR_FORMAT, "palette, [%s] %s: \"%s\" is no colour; write #RRGGBB", group, key, text);
  return FALSE;
}

static gboolean
read_word (GKeyFile *file, const char *group, const char *key, const char * const *words, guint n_words, guint *out,
           GError **error)
{
  g_autofree char *text = g_key_file_get_string (file, group, key, error);

  if (text == NULL)
    return FALSE;

  for (guint i = 0; i < n_words; i++)
    if (g_str_equal (text, words[i]))
      {
        *out = i;
        return TRUE;
      }

  g_set_error (error, NTM_ERROR, NTM_ERROR_FORMAT, "palette, [%s] %s: \"%s\" is not known", group, key, text);
  return FALSE;
}

static gboolean
read_mark (GKeyFile *file, const char *name, NtmMarkStyle *mark, GError **error)
{
  g_autofree char *group = g_strconcat ("mark ", name, NULL);
  guint texture, glyph;

  if (!read_color (file, group, "fill", &mark->fill, error)
      || !read_color (file, group, "ink", &mark->ink, error)
      || !read_color (file, group, "on", &mark->on, error)
      || !read_color (file, group, "text", &mark->text, error)
      || !read_color (file, group, "outline", &mark->outline, error)
      || !read_word (file, group, "texture", texture_names, G_N_ELEMENTS (texture_names), &texture, error)
      || !read_word (file, group, "glyph", glyph_names, G_N_ELEMENTS (glyph_names), &glyph, error))
    return FALSE;

  mark->texture = (NtmTexture) texture;
  mark->glyph = (NtmGlyph) glyph;
  return TRUE;
}

static gboolean
read_numbered (GKeyFile *file, const char *group, const char *stem, NtmColor *colors, guint n_colors, GError **error)
{
  for (guint i = 0; i < n_colors; i++)
    {
      g_autofree char *key = g_strdup_printf ("%s%u", stem, i + 1);

      if (!read_color (file, group, key, &colors[i], error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_palette (NtmPalette *self, GKeyFile *file, GError **error)
{
  for (guint i = 0; i < NTM_N_ROLES; i++)
    if (!read_color (file, "roles", role_names[i], &self->roles[i], error))
      return FALSE;

  for (guint i = 0; i < NTM_N_MARKS; i++)
    if (!read_mark (file, mark_names[i], &self->marks[i], error))
      return FALSE;

  return read_numbered (file, "ramp", "class", self->classes, NTM_PALETTE_MAX_CLASSES, error)
         && read_numbered (file, "series", "series", self->series, NTM_PALETTE_N_SERIES, error);
}

/**
 * ntm_palette_parse:
 * @style: what it is for
 * @text: a key file as data/palettes/light.palette
 * @error: return location
 *
 * Returns: (transfer full): a palette, or %NULL with %NTM_ERROR_FORMAT or a #GKeyFileError when a colour
 *   is missing or no colour
 */
NtmPalette *
ntm_palette_parse (NtmStyle style, const char *text, GError **error)
{
  g_autoptr(NtmPalette) self = g_atomic_rc_box_new0 (NtmPalette);
  g_autoptr(GKeyFile) file = g_key_file_new ();

  g_return_val_if_fail (text != NULL, NULL);

  self->style = style;
  if (!g_key_file_load_from_data (file, text, (gsize) -1, G_KEY_FILE_NONE, error))
    return NULL;
  if (!read_palette (self, file, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * ntm_palette_new:
 * @style: which of the built-in palettes
 *
 * Reads a built-in palette; a few hundred short lines, so keep it rather than read it for each drawing.
 *
 * Returns: (transfer full): the palette
 */
NtmPalette *
ntm_palette_new (NtmStyle style)
{
  g_autofree char *path = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;
  NtmPalette *self;

  g_return_val_if_fail (style < NTM_N_STYLES, NULL);

  /* Looked up in our own resource: a static library's constructor may be left out by the linker. */
  path = g_strdup_printf ("/org/ntmatlas/draw/%s.palette", style_names[style]);
  bytes = g_resource_lookup_data (ntm_draw_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  if (bytes == NULL)
    g_error ("built-in palette: %s", error->message);

  {
    g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

    self = ntm_palette_parse (style, text, &error);
  }
  if (self == NULL)
    g_error ("built-in palette %s: %s", style_names[style], error->message);

  return self;
}

/**
 * ntm_palette_ref:
 * @self: a palette
 *
 * Returns: (transfer full): @self with one more reference
 */
NtmPalette *
ntm_palette_ref (NtmPalette *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * ntm_palette_unref:
 * @self: (transfer full): a palette
 */
void
ntm_palette_unref (NtmPalette *self)
{
  g_atomic_rc_box_release (self);
}

/**
 * ntm_palette_get_style:
 * @self: a palette
 *
 * Returns: what it is for
 */
NtmStyle
ntm_palette_get_style (const NtmPalette *self)
{
  return self->style;
}

/**
 * ntm_palette_get_mark:
 * @self: a palette
 * @mark: a mark
 *
 * Returns: (transfer none): how @mark looks; lives as long as @self
 */
const NtmMarkStyle *
ntm_palette_get_mark (const NtmPalette *self, NtmMark mark)
{
  g_return_val_if_fail (mark < NTM_N_MARKS, NULL);

  return &self->marks[mark];
}

/**
 * ntm_palette_get_color:
 * @self: a palette
 * @role: a role
 *
 * Returns: (transfer none): the colour of @role; lives as long as @self
 */
const NtmColor *
ntm_palette_get_color (const NtmPalette *self, NtmRole role)
{
  g_return_val_if_fail (role < NTM_N_ROLES, NULL);

  return &self->roles[role];
}

/**
 * ntm_palette_get_class:
 * @self: a palette
 * @index: which class, from 0 (little)
 * @n_classes: how many there are; more than %NTM_PALETTE_MAX_CLASSES are mixed
 *
 * Returns: the colour of a class of a graduated map
 */
NtmColor
ntm_palette_get_class (const NtmPalette *self, guint index, guint n_classes)
{
  double place;
  guint low;

  if (n_classes < 2)
    return self->classes[NTM_PALETTE_MAX_CLASSES / 2];

  place = MIN (index, n_classes - 1) * (NTM_PALETTE_MAX_CLASSES - 1) / (double) (n_classes - 1);
  low = MIN ((guint) place, NTM_PALETTE_MAX_CLASSES - 2);
  return ntm_color_mix (&self->classes[low], &self->classes[low + 1], place - low);
}

/**
 * ntm_palette_get_series:
 * @self: a palette
 * @index: which series, from 0; they repeat after %NTM_PALETTE_N_SERIES
 *
 * Returns: the colour of its line
 */
NtmColor
ntm_palette_get_series (const NtmPalette *self, guint index)
{
  return self->series[index % NTM_PALETTE_N_SERIES];
}

/**
 * ntm_palette_text_on:
 * @self: a palette
 * @fill: a colour
 *
 * Returns: black or white, whichever is easier to read on @fill
 */
NtmColor
ntm_palette_text_on (const NtmPalette *self, const NtmColor *fill)
{
  /* Of pure black and white one always reaches 4.5:1. */
  const NtmColor dark = { 0, 0, 0, 1 };
  const NtmColor white = { 1, 1, 1, 1 };

  return ntm_color_contrast (fill, &dark) >= ntm_color_contrast (fill, &white) ? dark : white;
}
