/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of titles: every row against the standing of its unit, what is not known, published totals. */

#include "config.h"

#include <string.h>

#include "ntm-text.h"
#include "ntm-titles-view.h"
#include "view-fixture.h"

static const NtmTableRow *
find_row (const NtmTableSpec *spec, const char *key)
{
  for (guint i = 0; i < spec->rows->len; i++)
    {
      const NtmTableRow *row = g_ptr_array_index (spec->rows, i);

      if (row->kind == NTM_ROW_PLAIN && g_strcmp0 (row->key, key) == 0)
        return row;
    }
  g_error ("%s is not listed", key);
}

static const char *
cell (const NtmTableSpec *spec, const char *key, NtmTitlesColumn column)
{
  return find_row (spec, key)->cells[column].text;
}

static NtmTableSpec *
make_titles (const ViewFixture *self, NtmLevel level, const char *parent)
{
  g_autoptr (GError) error = NULL;
  NtmTitlesQuestion question = { .level = level, .parent = parent };
  NtmTableSpec *spec = ntm_titles_view_new (&self->ctx, &question, &error);

  g_assert_no_error (error);
  return spec;
}

static void
test_districts (ViewFixture *self, gconstpointer data)
{
  g_autoptr (NtmTableSpec) spec = make_titles (self, NTM_LEVEL_DISTRICT, NULL);
  const NtmTableRow *doubtful = find_row (spec, "445-0");

  g_assert_cmpuint (spec->columns->len, ==, NTM_TITLES_N_COLUMNS);
  g_assert_cmpuint (spec->rows->len, ==, 13);
  g_assert_cmpstr (cell (spec, "442-0", NTM_TITLES_COLUMN_DECISION), ==, "1709/QĐ-TTg");
  view_assert_words (self, cell (spec, "442-0", NTM_TITLES_COLUMN_SIGNED), "10 Dec 2018", "10/12/2018");
  g_assert_cmpstr (cell (spec, "442-0", NTM_TITLES_COLUMN_YEAR), ==, "2018");
  view_assert_words (self, cell (spec, "443-0", NTM_TITLES_COLUMN_DECISION), "number not known", "chưa có số");
  view_assert_words (self, cell (spec, "443-0", NTM_TITLES_COLUMN_SIGNED), "Dec 2019", "12/2019");
  view_assert_words (self, cell (spec, "448-20070222", NTM_TITLES_COLUMN_SIGNED), "by 21 Feb 2024", "đến 21/02/2024");
  view_assert_words (self, doubtful->cells[NTM_TITLES_COLUMN_CERTAINTY].text, "to be verified", "cần đối chiếu");
  g_assert_true (doubtful->cells[NTM_TITLES_COLUMN_STATUS].uncertain);
  view_assert_words (self, cell (spec, "442-0", NTM_TITLES_COLUMN_CERTAINTY), "confirmed", "đã xác nhận");
  /* Not yet: nothing to hatch. No decision in the file: a gap. */
  g_assert_false (find_row (spec, "444-0")->cells[NTM_TITLES_COLUMN_DECISION].hatch);
  g_assert_true (find_row (spec, "436-0")->cells[NTM_TITLES_COLUMN_DECISION].hatch);
}

static void
assert_rows (const ViewFixture *self, const NtmTableSpec *spec, guint expected)
{
  guint n = 0;

  for (guint i = 0; i < spec->rows->len; i++)
    {
      const NtmTableRow *row = g_ptr_array_index (spec->rows, i);
      const NtmUnit *unit = ntm_atlas_find_unit (self->atlas, row->key);
      NtmStanding standing = ntm_atlas_standing (self->atlas, unit, self->ctx.at, self->ctx.basis);

      if (row->kind != NTM_ROW_PLAIN)
        continue;
      n++;
      g_assert_cmpint (row->cells[NTM_TITLES_COLUMN_STATUS].mark, ==, (NtmMark) standing.status);
      if (standing.title)
        g_assert_cmpint (row->cells[NTM_TITLES_COLUMN_CERTAINTY].tone == NTM_CELL_WARNING, ==, standing.uncertain);
      if (standing.title && *standing.title->decision)
        g_assert_cmpstr (row->cells[NTM_TITLES_COLUMN_DECISION].text, ==, standing.title->decision);
    }
  g_assert_cmpuint (n, ==, expected);
}

/* Communes stand under their district, in Vietnamese order. */
static void
test_communes (ViewFixture *self, gconstpointer data)
{
  g_autoptr (NtmTableSpec) spec = make_titles (self, NTM_LEVEL_COMMUNE, NULL);
  const NtmUnitState *before = NULL;
  const char *section = NULL;
  guint n_sections = 0;

  assert_rows (self, spec, 216);
  for (guint i = 0; i < spec->rows->len; i++)
    {
      const NtmTableRow *row = g_ptr_array_index (spec->rows, i);
      const NtmUnitState *state;

      if (row->kind == NTM_ROW_SECTION)
        {
          section = row->key;
          before = NULL;
          n_sections++;
          continue;
        }
      state = ntm_unit_state_at (ntm_atlas_find_unit (self->atlas, row->key), self->ctx.at);
      g_assert_cmpstr (state->parent, ==, section);
      if (before)
        g_assert_cmpint (ntm_text_compare (before->short_name, state->short_name), <=, 0);
      before = state;
    }
  g_assert_cmpuint (n_sections, ==, 13);
  g_assert_nonnull (strstr (spec->note, "181"));
  g_assert_nonnull (strstr (spec->note, "60"));
  g_assert_nonnull (strstr (spec->note, "15"));
}

static void
test_parent (ViewFixture *self, gconstpointer data)
{
  g_autoptr (NtmTableSpec) spec = make_titles (self, NTM_LEVEL_COMMUNE, "444-0");
  g_autoptr (NtmTableSpec) titled = NULL;
  NtmTitlesQuestion question = { .level = NTM_LEVEL_COMMUNE, .parent = "444-0", .only_titled = TRUE };

  assert_rows (self, spec, 21);
  titled = ntm_titles_view_new (&self->ctx, &question, NULL);
  g_assert_cmpuint (titled->rows->len, <, spec->rows->len);
  for (guint i = 0; i < titled->rows->len; i++)
    {
      const NtmTableRow *row = g_ptr_array_index (titled->rows, i);

      if (row->kind == NTM_ROW_PLAIN)
        g_assert_cmpint (row->cells[NTM_TITLES_COLUMN_STATUS].mark, !=, NTM_MARK_NO_DECISION);
    }
}

/* No districts and so no headings; a question for them is refused with a way out. */
static void
test_after_districts (ViewFixture *self, gconstpointer data)
{
  g_autoptr (NtmTableSpec) spec = make_titles (self, NTM_LEVEL_COMMUNE, NULL);
  g_autoptr (GError) error = NULL;
  NtmTitlesQuestion question = { .level = NTM_LEVEL_DISTRICT };

  assert_rows (self, spec, 69);
  g_assert_cmpuint (spec->rows->len, ==, 69);
  g_assert_null (ntm_titles_view_new (&self->ctx, &question, &error));
  g_assert_error (error, NTM_ERROR, NTM_ERROR_NOT_FOUND);
}

int
main (int argc, char **argv)
{
  view_test_init (&argc, &argv);
  view_add ("/titles-view/districts", "2024-02-21", test_districts);
  view_add ("/titles-view/communes", "2024-02-21", test_communes);
  view_add ("/titles-view/parent", "2024-02-21", test_parent);
  view_add ("/titles-view/after-districts", "2025-08-01", test_after_districts);
  return g_test_run ();
}
