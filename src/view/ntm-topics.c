/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Topics of indicators: their names and their order in every list of indicators. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ntm-text.h"
#include "ntm-topics.h"
#include "ntm-view-words.h"

typedef struct { const char *code, *name; } Topic;

/* Topics of a file that are not listed come last, under their own code. */
static const Topic topics[] = {
  { "title", NC_("topic", "Titles") },
  { "poverty", NC_("topic", "Poverty") },
  { "income", NC_("topic", "Income") },
  { "water", NC_("topic", "Clean water") },
  { "environment", NC_("topic", "Environment") },
  { "administration", NC_("topic", "Administration") },
  { "infrastructure", NC_("topic", "Infrastructure") },
  { "social", NC_("topic", "Housing, schools, culture") },
  { "agriculture", NC_("topic", "Agriculture") },
  { "ocop", NC_("topic", "OCOP products") },
  { "village", NC_("topic", "Villages and gardens") },
  { "urban", NC_("topic", "Urban areas") },
  { "capital", NC_("topic", "Capital") },
  { "sponsorship", NC_("topic", "Sponsorship") },
  { "general", NC_("topic", "Area and people") },
  { "sample", NC_("topic", "Sample data") },
};

static guint
rank_topic (const char *topic)
{
  guint i = 0;

  while (i < G_N_ELEMENTS (topics) && !g_str_equal (topics[i].code, topic))
    i++;
  return i;
}

/**
 * ntm_topic_name:
 * @topic: the topic of an indicator
 *
 * Returns: its name in the language of the process; @topic itself if it is not known
 */
const char *
ntm_topic_name (const char *topic)
{
  guint i = rank_topic (topic);

  return i < G_N_ELEMENTS (topics) ? g_dpgettext2 (GETTEXT_PACKAGE, "topic", topics[i].name) : topic;
}

static int
compare_indicators (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const NtmIndicator *one = *(const NtmIndicator *const *) a;
  const NtmIndicator *other = *(const NtmIndicator *const *) b;
  NtmViewContext context = { .atlas = user_data, .lang = ntm_lang_current () };
  guint rank = rank_topic (one->topic), other_rank = rank_topic (other->topic);

  if (rank != other_rank)
    return rank < other_rank ? -1 : 1;
  if (!g_str_equal (one->topic, other->topic))
    return strcmp (one->topic, other->topic);
  return ntm_text_compare (ntm_view_indicator_name (&context, one), ntm_view_indicator_name (&context, other));
}

/**
 * ntm_topic_list_indicators:
 * @atlas: the Atlas
 *
 * Lists the indicators of the file topic by topic, by name within one.
 *
 * Returns: (transfer container) (element-type NtmIndicator): the indicators, owned by @atlas
 */
GPtrArray *
ntm_topic_list_indicators (NtmAtlas *atlas)
{
  const GPtrArray *records = ntm_atlas_records (atlas, NTM_TABLE_INDICATOR);
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; records && i < records->len; i++)
    g_ptr_array_add (list, g_ptr_array_index (records, i));
  g_ptr_array_sort_with_data (list, compare_indicators, atlas);
  return list;
}
