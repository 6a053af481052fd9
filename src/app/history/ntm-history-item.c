/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ntm-history-item.h"

#include <glib/gi18n.h>

struct _NtmHistoryItem
{
  GObject parent_instance;

  NtmHistoryFacts facts;
  gboolean        is_undone;
};

enum
{
  PROP_UNDONE = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (NtmHistoryItem, ntm_history_item, G_TYPE_OBJECT)

static void
ntm_history_item_get_property (GObject    *object,
                               guint       id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  g_value_set_boolean (value, NTM_HISTORY_ITEM (object)->is_undone);
}

static void
ntm_history_item_finalize (GObject *object)
{
  NtmHistoryFacts *facts = &NTM_HISTORY_ITEM (object)->facts;

  g_free (facts->day);
  g_free (facts->time);
  g_free (facts->title);
  g_free (facts->change);
  g_free (facts->detail);
  g_free (facts->unit);
  g_free (facts->indicator);
  g_free (facts->task);
  G_OBJECT_CLASS (ntm_history_item_parent_class)->finalize (object);
}

static void
ntm_history_item_class_init (NtmHistoryItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = ntm_history_item_get_property;
  object_class->finalize = ntm_history_item_finalize;
  properties[PROP_UNDONE] = g_param_spec_boolean ("undone", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
ntm_history_item_init (NtmHistoryItem *self)
{
}

/* @title: (transfer full), and the two after it */
static NtmHistoryItem *
new_item (NtmHistoryKind kind,
          char          *title,
          char          *change,
          char          *detail)
{
  NtmHistoryItem *self = g_object_new (NTM_TYPE_HISTORY_ITEM, NULL);

  self->facts.kind = kind;
  self->facts.title = title;
  self->facts.change = change;
  self->facts.detail = detail;
  self->facts.day = g_strdup ("");
  self->facts.time = g_strdup ("");
  return self;
}

/**
 * ntm_history_item_new_day:
 * @day: a day in words
 *
 * Returns: (transfer full): its heading
 */
NtmHistoryItem *
ntm_history_item_new_day (const char *day)
{
  NtmHistoryItem *self = new_item (NTM_HISTORY_DAY, g_strdup (day), g_strdup (""), g_strdup (""));

  g_free (self->facts.day);
  self->facts.day = g_strdup (day);
  return self;
}

/* Where people are, not where the journal counts. What is no time, in a file from elsewhere, stands as it is. */
static void
set_time (NtmHistoryFacts *facts,
          const char      *time)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) there = g_date_time_new_from_iso8601 (time, utc);
  g_autoptr (GDateTime) here = there == NULL ? NULL : g_date_time_to_local (there);

  g_free (facts->day);
  g_free (facts->time);
  facts->day = here == NULL ? g_strdup (time)
                            : ntm_date_format (ntm_date_new (g_date_time_get_year (here), g_date_time_get_month (here),
                                                             g_date_time_get_day_of_month (here)), ntm_lang_current ());
  facts->time = here == NULL ? g_strdup ("") : g_date_time_format (here, "%H:%M");
}

static char *
describe_author (const NtmJournalEdit *edit)
{
  g_autofree char *n = g_strdup_printf (ngettext ("%d value", "%d values", (gulong) edit->n_values), (int) edit->n_values);
  const char *author = *edit->author == '\0' ? _("name not known") : edit->author;

  return edit->n_values == 0 ? g_strdup (author) : g_strdup_printf ("%s · %s", author, n);
}

/**
 * ntm_history_item_new_edit:
 * @edit: an edit of the journal
 * @summary: what it did
 *
 * Returns: (transfer full): its row
 */
NtmHistoryItem *
ntm_history_item_new_edit (const NtmJournalEdit   *edit,
                           const NtmChangeSummary *summary)
{
  char *title = *summary->subject == '\0' ? g_strdup (summary->what) : g_strdup_printf ("%s: %s", summary->what, summary->subject);
  NtmHistoryItem *self = new_item (NTM_HISTORY_EDIT, title, g_strdup (summary->change), describe_author (edit));

  self->facts.edit = edit->edit;
  self->facts.n_values = edit->n_values;
  self->is_undone = !g_str_equal (edit->state, "done");
  set_time (&self->facts, edit->time);
  return self;
}

/**
 * ntm_history_item_new_value:
 * @line: a value in words
 *
 * Returns: (transfer full): its row
 */
NtmHistoryItem *
ntm_history_item_new_value (const NtmChangeLine *line)
{
  NtmHistoryItem *self = new_item (NTM_HISTORY_VALUE, g_strdup (line->subject), g_strdup (line->change), g_strdup (line->field));

  self->facts.is_first = line->is_first;
  self->facts.unit = g_strdup (line->unit);
  self->facts.indicator = g_strdup (line->indicator);
  self->facts.task = g_strdup (line->task);
  return self;
}

/**
 * ntm_history_item_new_note:
 * @text: a sentence
 *
 * Returns: (transfer full): a row that says it
 */
NtmHistoryItem *
ntm_history_item_new_note (const char *text)
{
  return new_item (NTM_HISTORY_NOTE, g_strdup (text), g_strdup (""), g_strdup (""));
}

/**
 * ntm_history_item_get_facts:
 * @self: a row
 *
 * Returns: (transfer none): what it says
 */
const NtmHistoryFacts *
ntm_history_item_get_facts (NtmHistoryItem *self)
{
  g_return_val_if_fail (NTM_IS_HISTORY_ITEM (self), NULL);

  return &self->facts;
}

/**
 * ntm_history_item_is_undone:
 * @self: a row
 *
 * Returns: whether it is an edit that no longer counts, be it that it can be redone or not
 */
gboolean
ntm_history_item_is_undone (NtmHistoryItem *self)
{
  g_return_val_if_fail (NTM_IS_HISTORY_ITEM (self), FALSE);

  return self->is_undone;
}

/**
 * ntm_history_item_set_undone:
 * @self: the row of an edit
 * @undone: whether it no longer counts
 *
 * Follows an undo or redo.
 */
void
ntm_history_item_set_undone (NtmHistoryItem *self,
                             gboolean        undone)
{
  g_return_if_fail (NTM_IS_HISTORY_ITEM (self));

  if (self->is_undone == undone)
    return;
  self->is_undone = undone;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNDONE]);
}

/**
 * ntm_history_item_leads:
 * @self: a row
 *
 * Returns: whether it is a value that can be gone to
 */
gboolean
ntm_history_item_leads (NtmHistoryItem *self)
{
  const NtmHistoryFacts *facts = ntm_history_item_get_facts (self);

  return facts->unit != NULL || facts->indicator != NULL || facts->task != NULL;
}

/**
 * ntm_history_item_dup_spoken:
 * @self: a row
 *
 * Returns: (transfer full): all it says, as a screen reader reads it
 */
char *
ntm_history_item_dup_spoken (NtmHistoryItem *self)
{
  const NtmHistoryFacts *facts = ntm_history_item_get_facts (self);
  g_autoptr (GString) text = g_string_new (facts->title);

  if (facts->kind == NTM_HISTORY_VALUE)
    g_string_append_printf (text, "%s%s: %s", text->len > 0 ? ". " : "", facts->detail, facts->change);
  if (facts->kind != NTM_HISTORY_EDIT)
    return g_string_free (g_steal_pointer (&text), FALSE);
  if (*facts->change != '\0')
    g_string_append_printf (text, ". %s", facts->change);
  g_string_append_printf (text, ". %s, %s. %s", facts->day, facts->time, facts->detail);
  if (self->is_undone)
    g_string_append_printf (text, ". %s", C_("edit", "Undone"));
  return g_string_free (g_steal_pointer (&text), FALSE);
}
