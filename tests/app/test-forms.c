/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Forms in a real window: what is typed ends in the file and can be undone; what is refused stays open. */

#include "config.h"

#include "fixture.h"

#include "ntm-choice-row.h"
#include "ntm-form-text.h"
#include "ntm-forms.h"

#define NEW_DOCUMENT 1   /* its place in the list of documents */

static gboolean
is_vi (void)
{
  return ntm_lang_current () == NTM_LANG_VI;
}

static void
type (NtmForm    *form,
      const char *column,
      const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (ntm_form_page_get_field (ntm_form_get_page (form), column)), text);
}

static void
pick (NtmForm    *form,
      const char *column,
      guint       position)
{
  adw_combo_row_set_selected (ADW_COMBO_ROW (ntm_form_page_get_field (ntm_form_get_page (form), column)), position);
}

static void
choose (NtmForm    *form,
        const char *column,
        const char *text)
{
  NtmChoiceRow *row = NTM_CHOICE_ROW (ntm_form_page_get_field (ntm_form_get_page (form), column));

  ntm_choice_row_search (row, text);
  ntm_choice_row_choose (row, 0);
}

static void
saved_cb (char      **out,
          const char *text)
{
  g_free (*out);
  *out = g_strdup (text);
}

static void
assert_refused (NtmForm    *form,
                const char *column)
{
  NtmFormPage *page = ntm_form_get_page (form);

  gtk_widget_activate_action (GTK_WIDGET (form), "form.save", NULL);
  fixture_spin (20);
  g_test_message ("%s: %s", column, ntm_form_page_get_problem (page));
  g_assert_nonnull (ntm_form_page_get_problem (page));
  g_assert_true (ntm_form_page_get_problem_field (page) == ntm_form_page_get_field (page, column));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (form)));
  g_assert_true (gtk_widget_has_css_class (ntm_form_page_get_field (page, column), "error"));
}

/* The reason is not only there, it is in sight. */
static void
assert_in_sight (NtmForm *form)
{
  GtkWidget *page = GTK_WIDGET (ntm_form_get_page (form));
  GtkWidget *field = ntm_form_page_get_problem_field (NTM_FORM_PAGE (page));
  GtkWidget *reason = gtk_widget_get_next_sibling (field);
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (reason, page, &bounds));
  g_assert_cmpfloat (bounds.size.height, >, 10);
  g_assert_cmpfloat (bounds.origin.y, >=, 0);
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, gtk_widget_get_height (page) + 0.5);
}

/* Saves; the form is gone after it. */
static void
assert_saved (NtmForm *form)
{
  g_autofree char *said = NULL;
  gpointer gone = form;

  g_object_add_weak_pointer (G_OBJECT (form), &gone);
  g_signal_connect_swapped (form, "saved", G_CALLBACK (saved_cb), &said);
  gtk_widget_activate_action (GTK_WIDGET (form), "form.save", NULL);
  fixture_spin (20);
  if (gone != NULL)
    g_test_message ("%s", ntm_form_page_get_problem (ntm_form_get_page (gone)));
  g_assert_null (gone);
  g_assert_nonnull (said);
}

static NtmStatus
status_on (NtmDesk    *desk,
           const char *unit,
           int         year)
{
  NtmAtlas *atlas = ntm_desk_get_atlas (desk);

  return ntm_atlas_standing (atlas, ntm_atlas_find_unit (atlas, unit), ntm_date_new (year, 12, 31), NTM_BASIS_SIGNED).status;
}

static void
undo (NtmDesk *desk)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (ntm_desk_undo (desk, NULL, &error));
  g_assert_no_error (error);
}

/* --- the forms -------------------------------------------------------------------------------- */

static void
test_title (NtmWindow *window,
            NtmDesk   *desk)
{
  NtmForm *form;
  guint n;

  ntm_desk_select (desk, "444-0");
  form = ntm_forms_add_title (GTK_WINDOW (window), desk);
  g_assert_cmpstr (ntm_choice_row_get_id (NTM_CHOICE_ROW (ntm_form_page_get_field (ntm_form_get_page (form), "unit"))), ==, "444-0");
  fixture_keep (GTK_WIDGET (form), "form", "title");
  assert_refused (form, "signed");
  type (form, "signed", "31/2/2024");
  assert_refused (form, "signed");
  fixture_keep (GTK_WIDGET (form), "form", "title-refused");
  type (form, "signed", " 30/9/2024 ");
  g_assert_null (ntm_form_page_get_problem (ntm_form_get_page (form)));
  type (form, "decision", "chưa rõ");
  assert_refused (form, "decision");
  type (form, "decision", "99/QĐ-TTg");
  assert_refused (form, "source");
  ntm_choice_row_choose (NTM_CHOICE_ROW (ntm_form_page_get_field (ntm_form_get_page (form), "source")), NEW_DOCUMENT);
  assert_refused (form, "document.title_vi");
  type (form, "document.title_vi", "Công nhận huyện Hương Khê");
  type (form, "document.date", "9/2024");
  fixture_keep (GTK_WIDGET (form), "form", "title-document");
  n = ntm_atlas_records (ntm_desk_get_atlas (desk), NTM_TABLE_DOCUMENT)->len;
  assert_saved (form);
  g_assert_cmpint (status_on (desk, "444-0", 2024), ==, NTM_STATUS_STANDARD);
  g_assert_cmpint (status_on (desk, "444-0", 2023), ==, NTM_STATUS_NOT_YET);
  g_assert_cmpuint (ntm_atlas_records (ntm_desk_get_atlas (desk), NTM_TABLE_DOCUMENT)->len, ==, n + 1);
  undo (desk);
  g_assert_cmpint (status_on (desk, "444-0", 2024), ==, NTM_STATUS_NOT_YET);
  g_assert_cmpuint (ntm_atlas_records (ntm_desk_get_atlas (desk), NTM_TABLE_DOCUMENT)->len, ==, n);
}

/* What is shown of a title can be saved as it is and changes nothing; the missing number is added. */
static void
test_title_correct (NtmWindow *window,
                    NtmDesk   *desk)
{
  const char *id = "443-district_ntm-2019";
  g_autofree char *before = ntm_store_dup_undo_label (ntm_desk_get_store (desk));
  g_autofree char *after = NULL;
  NtmForm *form = ntm_forms_edit_title (GTK_WINDOW (window), desk, id);
  const NtmTitle *title;

  assert_saved (form);
  after = ntm_store_dup_undo_label (ntm_desk_get_store (desk));
  g_assert_cmpstr (before, ==, after);
  form = ntm_forms_edit_title (GTK_WINDOW (window), desk, id);
  type (form, "decision", "1/QĐ-TTg");
  pick (form, "certainty", 1);
  assert_saved (form);
  title = ntm_atlas_lookup (ntm_desk_get_atlas (desk), NTM_TABLE_TITLE, id);
  g_assert_cmpstr (title->decision, ==, "1/QĐ-TTg");
  g_assert_cmpstr (title->signed_on, ==, "2019-12");
  g_assert_cmpstr (title->certainty, ==, "unverified");
  undo (desk);
}

static void
test_revoke (NtmWindow *window,
             NtmDesk   *desk)
{
  NtmForm *form;

  ntm_desk_select (desk, "444-0");
  g_assert_null (ntm_forms_revoke_title (GTK_WINDOW (window), desk));
  ntm_desk_select (desk, "442-0");
  form = ntm_forms_revoke_title (GTK_WINDOW (window), desk);
  fixture_keep (GTK_WIDGET (form), "form", "revoke");
  assert_refused (form, "revoked");
  type (form, "revoked", "5/2022");
  assert_refused (form, "revoked_by");
  type (form, "revoked_by", "7/QĐ-TTg");
  assert_saved (form);
  g_assert_cmpint (status_on (desk, "442-0", 2022), !=, NTM_STATUS_STANDARD);
  g_assert_cmpint (status_on (desk, "442-0", 2021), ==, NTM_STATUS_STANDARD);
  g_assert_null (ntm_forms_revoke_title (GTK_WINDOW (window), desk));
  undo (desk);
  g_assert_cmpint (status_on (desk, "442-0", 2022), ==, NTM_STATUS_STANDARD);
}

static void
test_indicator (NtmWindow *window,
                NtmDesk   *desk)
{
  NtmForm *form = ntm_forms_edit_indicator (GTK_WINDOW (window), desk, "poverty_rate");
  const NtmTarget *target;

  choose (form, "target.owner", is_vi () ? "so noi vu" : "home affairs");
  fixture_keep (GTK_WIDGET (form), "form", "indicator");
  gtk_window_destroy (GTK_WINDOW (form));

  form = ntm_forms_edit_indicator (GTK_WINDOW (window), desk, "central_water_rate");
  fixture_keep (GTK_WIDGET (form), "form", "indicator-water");
  type (form, "target.value", "100,5,5");
  assert_refused (form, "target.value");
  type (form, "target.value", "101");
  assert_refused (form, "target.value");
  fixture_keep (GTK_WIDGET (form), "form", "indicator-refused");
  assert_in_sight (form);
  type (form, "target.value", is_vi () ? "45,5" : "45.5");
  type (form, "target.period", "2021-2025");
  type (form, "name_vi", "Tỷ lệ nước sạch");
  assert_saved (form);
  target = ntm_atlas_lookup (ntm_desk_get_atlas (desk), NTM_TABLE_TARGET, "nuoc-sach-2025");
  g_assert_cmpint (target->value, ==, 45500000);
  g_assert_cmpint (target->qualifier, ==, NTM_QUALIFIER_AT_LEAST);
  g_assert_cmpstr (target->period_text, ==, "2021/2025");
  g_assert_cmpstr (target->owner, ==, "so_nn_ptnt");

  form = ntm_forms_edit_indicator (GTK_WINDOW (window), desk, "central_water_rate");
  type (form, "target.value", "");
  assert_saved (form);
  g_assert_null (ntm_atlas_lookup (ntm_desk_get_atlas (desk), NTM_TABLE_TARGET, "nuoc-sach-2025"));
  undo (desk);
  undo (desk);
  target = ntm_atlas_lookup (ntm_desk_get_atlas (desk), NTM_TABLE_TARGET, "nuoc-sach-2025");
  g_assert_cmpint (target->value, ==, 50 * NTM_DECIMAL_ONE);
}

static void
test_unit (NtmWindow *window,
           NtmDesk   *desk)
{
  const NtmUnit *unit;
  NtmForm *form;

  ntm_desk_select (desk, NULL);
  g_assert_null (ntm_forms_edit_unit (GTK_WINDOW (window), desk));
  ntm_desk_select (desk, "442-0");
  form = ntm_forms_edit_unit (GTK_WINDOW (window), desk);
  assert_refused (form, "valid_from");
  type (form, "valid_from", "1/5/2024");
  assert_refused (form, "short_name");
  fixture_keep (GTK_WIDGET (form), "form", "unit-refused");
  pick (form, "type", 1);
  assert_saved (form);
  unit = ntm_atlas_find_unit (ntm_desk_get_atlas (desk), "442-0");
  g_assert_cmpstr (ntm_unit_state_at (unit, ntm_date_new (2024, 4, 30))->name, ==, "Huyện Nghi Xuân");
  g_assert_cmpstr (ntm_unit_state_at (unit, ntm_date_new (2024, 5, 1))->name, ==, "Thị xã Nghi Xuân");
  undo (desk);
  unit = ntm_atlas_find_unit (ntm_desk_get_atlas (desk), "442-0");
  g_assert_cmpstr (ntm_unit_state_at (unit, ntm_date_new (2024, 5, 1))->name, ==, "Huyện Nghi Xuân");
}

/* --- the window around them ------------------------------------------------------------------- */

static guint
count_found (NtmChoiceRow *row,
             const char   *text)
{
  ntm_choice_row_search (row, text);
  return g_list_model_get_n_items (ntm_choice_row_get_found (row));
}

/* Without accents, đ as d; names that are reused are all found. */
static void
test_search (NtmWindow *window,
             NtmDesk   *desk)
{
  NtmForm *form = ntm_forms_add_title (GTK_WINDOW (window), desk);
  NtmChoiceRow *row = NTM_CHOICE_ROW (ntm_form_page_get_field (ntm_form_get_page (form), "unit"));
  guint all = count_found (row, "");

  g_assert_cmpuint (all, ==, ntm_atlas_units (ntm_desk_get_atlas (desk))->len);
  g_assert_cmpuint (count_found (row, "duc tho"), >=, 1);
  g_assert_cmpuint (count_found (row, "tran phu"), ==, 3);
  g_assert_cmpuint (count_found (row, "không có tên này"), ==, 0);
  ntm_choice_row_search (row, "");
  gtk_window_destroy (GTK_WINDOW (form));
}

static void
test_escape (NtmWindow *window,
             NtmDesk   *desk)
{
  NtmForm *form;
  gpointer gone;

  ntm_desk_select (desk, "442-0");
  gone = form = ntm_forms_edit_unit (GTK_WINDOW (window), desk);
  g_object_add_weak_pointer (G_OBJECT (form), &gone);
  type (form, "note", "x");
  gtk_widget_activate_action (GTK_WIDGET (form), "form.escape", NULL);
  fixture_spin (20);
  g_assert_nonnull (gone);
  /* Nor by closing it, or the window behind it. */
  gtk_window_close (GTK_WINDOW (form));
  gtk_window_close (GTK_WINDOW (window));
  fixture_spin (20);
  g_assert_nonnull (gone);
  g_assert_nonnull (ntm_desk_get_store (desk));
  gtk_widget_activate_action (GTK_WIDGET (form), "form.cancel", NULL);
  fixture_spin (20);
  g_assert_null (gone);
  gone = form = ntm_forms_edit_unit (GTK_WINDOW (window), desk);
  g_object_add_weak_pointer (G_OBJECT (form), &gone);
  gtk_widget_activate_action (GTK_WIDGET (form), "form.escape", NULL);
  fixture_spin (20);
  g_assert_null (gone);
}

static void
run (gconstpointer data)
{
  void (*test) (NtmWindow *, NtmDesk *) = (void (*) (NtmWindow *, NtmDesk *)) data;
  g_autofree char *path = fixture_new_file ("forms.ntm");
  NtmWindow *window = fixture_open (path);

  test (window, ntm_window_get_desk (window));
  fixture_close (window);
}

static void
test_read_only (void)
{
  g_autofree char *path = fixture_new_file ("locked-forms.ntm");
  g_autoptr (NtmStore) other = ntm_store_open (path, NTM_STORE_WRITE, NULL);
  NtmWindow *window = fixture_open (path);
  NtmDesk *desk = ntm_window_get_desk (window);

  ntm_desk_select (desk, "442-0");
  g_assert_null (ntm_forms_add_title (GTK_WINDOW (window), desk));
  g_assert_null (ntm_forms_revoke_title (GTK_WINDOW (window), desk));
  g_assert_null (ntm_forms_edit_unit (GTK_WINDOW (window), desk));
  g_assert_null (ntm_forms_edit_indicator (GTK_WINDOW (window), desk, "poverty_rate"));
  g_assert_nonnull (other);
  fixture_close (window);
}

/* --- texts ------------------------------------------------------------------------------------ */

static const struct
{
  const char *typed, *iso;   /* NULL = refused */
} whens[] = {
  { "", "" }, { "  ", "" }, { "2021", "2021" }, { " 2021 ", "2021" }, { "9/2021", "2021-09" }, { "09-2021", "2021-09" },
  { "9.2021", "2021-09" }, { "2021-09", "2021-09" }, { "27/4/2022", "2022-04-27" }, { "2022-04-27", "2022-04-27" },
  { "13/2021", NULL }, { "0/2021", NULL }, { "31/2/2021", NULL }, { "21", NULL }, { "2021-Q1", NULL }, { "9/2021x", NULL },
  { "năm 2021", NULL }, { "9/21", NULL }, { "20211", NULL },
};

static void
test_whens (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (whens); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *iso = NULL;
      g_autofree char *shown = NULL;
      g_autofree char *again = NULL;

      g_assert_true (ntm_form_read_when (whens[i].typed, ntm_lang_current (), &iso, &error) == (whens[i].iso != NULL));
      g_assert_cmpstr (iso, ==, whens[i].iso);
      if (iso == NULL)
        continue;
      shown = ntm_form_show_when (iso, ntm_lang_current ());
      g_assert_true (ntm_form_read_when (shown, ntm_lang_current (), &again, NULL));
      g_assert_cmpstr (again, ==, iso);
    }
}

static const struct
{
  const char *typed, *iso;
} periods[] = {
  { "2021-2025", "2021/2025" }, { "2021–2025", "2021/2025" }, { "2021 – 2025", "2021/2025" }, { "2021/2025", "2021/2025" },
  { "2025", "2025" }, { "2025-Q1", "2025-Q1" }, { "2025-H1", "2025-H1" }, { "30/6/2025", "2025-06-30" }, { "6/2025", "2025-06" },
  { "", "" }, { "2025-2021", NULL }, { "2021-25", NULL }, { "x", NULL }, { "2021-2025-2030", NULL },
};

static void
test_periods (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (periods); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *iso = NULL;
      g_autofree char *shown = NULL;
      g_autofree char *again = NULL;

      g_assert_true (ntm_form_read_period (periods[i].typed, ntm_lang_current (), &iso, &error) == (periods[i].iso != NULL));
      g_assert_cmpstr (iso, ==, periods[i].iso);
      if (iso == NULL)
        continue;
      shown = ntm_form_show_period (iso, ntm_lang_current ());
      g_assert_true (ntm_form_read_period (shown, ntm_lang_current (), &again, NULL));
      g_assert_cmpstr (again, ==, iso);
    }
}

int
main (int   argc,
      char *argv[])
{
  static const struct { const char *path; void (*test) (NtmWindow *, NtmDesk *); } tests[] = {
    { "/app/forms/title", test_title },
    { "/app/forms/title-correct", test_title_correct },
    { "/app/forms/revoke", test_revoke },
    { "/app/forms/indicator", test_indicator },
    { "/app/forms/unit", test_unit },
    { "/app/forms/search", test_search },
    { "/app/forms/escape", test_escape },
  };

  fixture_init (&argc, &argv);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add_data_func (tests[i].path, (gconstpointer) tests[i].test, run);
  g_test_add_func ("/app/forms/read-only", test_read_only);
  g_test_add_func ("/app/forms/whens", test_whens);
  g_test_add_func ("/app/forms/periods", test_periods);
  return fixture_run ();
}
