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

/* What an indicator is sorted by. Keys are made once: comparing names would make two each time. */
typedef struct
{
  const NtmIndicator *indicator;
  guint rank;
  char *key;
} Place;

static int
compare_topics (const Place *one, const Place *other)
{
  if (one->rank != other->rank)
    return one->rank < other->rank ? -1 : 1;
  return strcmp (one->indicator->topic, other->indicator->topic);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const Place *one = a, *other = b;
  int by_topic = compare_topics (one, other);

  return by_topic != 0 ? by_topic : strcmp (one->key, other->key);
}

static char *
make_key (NtmAtlas *atlas, const NtmIndicator *indicator)
{
  NtmViewContext context = { .atlas = atlas, .lang = ntm_lang_current () };

  return ntm_text_sort_key (ntm_view_indicator_name (&context, indicator));
}

static void
clear_place (gpointer data)
{
  g_free (((Place *) data)->key);
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
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));
  GPtrArray *list = g_ptr_array_new ();

  g_array_set_clear_func (places, clear_place);
  for (guint i = 0; records && i < records->len; i++)
    {
      const NtmIndicator *indicator = g_ptr_array_index (records, i);
      Place place = { indicator, rank_topic (indicator->topic), make_key (atlas, indicator) };

      g_array_append_val (places, place);
    }
  g_array_sort (places, compare_places);
  for (guint i = 0; i < places->len; i++)
    g_ptr_array_add (list, (gpointer) g_array_index (places, Place, i).indicator);
  return list;
}

/**
 * ntm_topic_find_first:
 * @atlas: the Atlas
 *
 * Returns: (transfer none) (nullable): the first of [func@Ntm.topic_list_indicators], found without sorting them
 */
const NtmIndicator *
ntm_topic_find_first (NtmAtlas *atlas)
{
  const GPtrArray *records = ntm_atlas_records (atlas, NTM_TABLE_INDICATOR);
  Place first = { NULL };

  for (guint i = 0; records && i < records->len; i++)
    {
      const NtmIndicator *indicator = g_ptr_array_index (records, i);
      Place place = { indicator, rank_topic (indicator->topic), NULL };
      int by_topic = first.indicator == NULL ? -1 : compare_topics (&place, &first);

      if (by_topic > 0)
        continue;
      place.key = make_key (atlas, indicator);
      if (by_topic < 0 || strcmp (place.key, first.key) < 0)
        {
          clear_place (&first);
          first = place;
        }
      else
        clear_place (&place);
    }
  clear_place (&first);
  return first.indicator;
}
