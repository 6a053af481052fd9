#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables of `ntm` against an independent reading of the same file."""

import datetime
import unicodedata

from harness import Case, main, number, run

LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxy"
TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}


def vietnamese(name):
    """Letters first, then tones, as dictionaries have it."""
    letters, tones = [], []
    for letter in unicodedata.normalize("NFC", name.lower()):
        marks = unicodedata.normalize("NFD", letter)
        tone = next((TONES[mark] for mark in marks if mark in TONES), 0)
        base = unicodedata.normalize("NFC", "".join(mark for mark in marks if mark not in TONES))
        letters.append(LETTERS.find(base) if base in LETTERS else -1)
        tones.append(tone)
    return letters, tones


class Units(Case):
    ORDER = {"province": 0, "district": 1, "commune": 2, "village": 3}
    FIRST = {"thành phố": 0, "phường": 0, "thị trấn": 0, "thị xã": 1}

    def test_counts(self):
        for day, districts, communes in [("2019-06-30", 13, 262), ("2024-06-30", 13, 216), ("2025-03-01", 12, 209),
                                         ("2025-08-01", 0, 69)]:
            rows = self.ntm("units", "--at", day).rows
            count = [sum(row["level"] == level for row in rows) for level in ("province", "district", "commune")]
            self.assertEqual(count, [1, districts, communes], day)

    def test_every_row(self):
        query = """SELECT u.id, u.code, u.level, s.type, s.name, s.parent, u.valid_from, u.valid_to, s.short_name
                   FROM unit u JOIN unit_state s ON s.unit = u.id
                   WHERE u.valid_from <= :at AND (u.valid_to = '' OR u.valid_to > :at)
                     AND s.valid_from <= :at AND (s.valid_to = '' OR s.valid_to > :at)""".replace(":at", "?1")
        for day in ("2015-04-11", "2019-12-31", "2020-01-01", "2024-12-31", "2025-01-01", "2025-06-30", "2025-07-01"):
            wanted = self.sql(query, day)
            wanted.sort(key=lambda row: (self.ORDER[row[2]], self.FIRST.get(row[3], 2), vietnamese(row[8]), row[0]))
            got = self.ntm("units", "--at", day)
            self.assertEqual(got.header, "id code level type name parent from to".split())
            self.assertEqual(got.lines[1:], [list(row[:8]) for row in wanted], day)

    def test_reference_date(self):
        self.assertEqual(self.ntm("units").out, self.ntm("units", "--at", "2024-02-21").out)
        run("set-date", self.file, "2025-08-01")
        self.assertEqual(self.ntm("units").out, self.ntm("units", "--at", "2025-08-01").out)

    def test_all(self):
        rows = self.ntm("units", "--all").rows
        self.assertEqual(sorted(row["id"] for row in rows), sorted(row[0] for row in self.sql("SELECT id FROM unit")))
        names = {row["id"]: row["name"] for row in rows}
        for unit, name in self.sql("SELECT unit, name FROM unit_state s WHERE valid_from = "
                                   "(SELECT max (valid_from) FROM unit_state WHERE unit = s.unit)"):
            self.assertEqual(names[unit], name)
        self.refused(1, "units", self.file, "--all", "--at", "2024-01-01")

    def test_level(self):
        rows = self.ntm("units", "--level", "district", "--at", "2024-06-30").rows
        self.assertEqual({row["level"] for row in rows}, {"district"})
        self.assertEqual(self.ntm("units", "--level=village").rows, [])


class Titles(Case):
    HEADER = "unit name title since decision for_year certainty source".split()

    def districts(self, *args):
        result = self.ntm("titles", "--level", "district", *args)
        self.assertEqual(result.header[:8], self.HEADER)
        return {row["name"].removeprefix("Huyện "): (row["since"], row["decision"], row["certainty"]) for row in result.rows}

    def test_signed(self):
        known = {
            "Nghi Xuân": ("2018-12-10", "1709/QĐ-TTg", "confirmed"),
            "Can Lộc": ("2019-12-31", "", "confirmed"),
            "Đức Thọ": ("2020-07-10", "994/QĐ-TTg", "confirmed"),
            "Cẩm Xuyên": ("2021-09-30", "", "confirmed"),
            "Hương Sơn": ("2022-04-27", "525/QĐ-TTg", "confirmed"),
        }
        got = self.districts("--at", "2023-12-31")
        self.assertEqual({name for name, row in got.items() if row[2] == "unverified"}, {"Thạch Hà", "Vũ Quang"})
        self.assertEqual({name: row for name, row in got.items() if row[2] == "confirmed"}, known)
        later = self.districts("--at", "2024-02-21")
        self.assertEqual(set(later) - set(got), {"Lộc Hà"})
        self.assertNotIn("Lộc Hà", self.districts("--at", "2024-02-20"))
        self.assertEqual(self.districts("--at", "2024-08-15")["Kỳ Anh"][:2], ("2024-08-15", "840/QĐ-TTg"))
        self.assertNotIn("Kỳ Anh", self.districts("--at", "2024-08-14"))

    def test_year(self):
        got = self.districts("--at", "2023-12-31", "--basis", "year")
        self.assertEqual(got["Hương Sơn"][0], "2020-12-31")
        self.assertEqual(got["Lộc Hà"][0], "2023-12-31")
        self.assertEqual(got["Kỳ Anh"][:2], ("2023-12-31", "840/QĐ-TTg"))
        self.assertEqual(set(got) - set(self.districts("--at", "2023-12-31")), {"Lộc Hà", "Kỳ Anh"})

    @staticmethod
    def last_day(text):
        if len(text) == 4:
            return text + "-12-31"
        if len(text) == 7:
            first = datetime.date.fromisoformat(text + "-01")
            return str((first + datetime.timedelta(days=31)).replace(day=1) - datetime.timedelta(days=1))
        return text

    def test_every_title(self):
        """Each event of the file counts from its day to the day it is revoked or its unit ends."""
        for basis in ("signed", "year"):
            for day in ("2018-12-10", "2020-12-31", "2023-12-31", "2024-02-21", "2025-06-30", "2025-07-01"):
                wanted = set()
                for unit, kind, signed, by, year, revoked in self.sql(
                        "SELECT unit, t.kind, signed, recognised_by, for_year, revoked FROM title t JOIN unit u ON u.id = t.unit "
                        "WHERE valid_from <= ?1 AND (valid_to = '' OR valid_to > ?1)", day):
                    since = self.last_day((year if basis == "year" else "") or signed or by or year)
                    if since <= day and not (revoked and self.last_day(revoked) <= day):
                        wanted.add((unit, kind, since))
                rows = self.ntm("titles", "--at", day, "--basis", basis).rows
                self.assertEqual({(row["unit"], row["title"], row["since"]) for row in rows}, wanted, (basis, day))
                self.assertEqual(len(rows), len(wanted))


class Values(Case):
    HEADER = "unit period value qualifier numerator denominator kind state source note".split()

    def series(self, code, *args):
        result = self.ntm("series", code, *args)
        self.assertEqual(result.header[:10], self.HEADER)
        return result.rows

    def test_poverty(self):
        rows = {row["period"]: row for row in self.series("poverty_rate", "--unit", "42-0")}
        self.assertEqual(rows["2022"]["value"], "3.79")
        self.assertRegex(rows["2022"]["note"], r"\Aderived")
        self.assertEqual((rows["2022"]["derived"], rows["2023"]["derived"]), ("1", "0"))
        self.assertEqual(rows["2023"]["value"], "3.01")

    def test_water(self):
        rows = {row["period"]: row for row in self.series("central_water_rate", "--unit", "Tỉnh Hà Tĩnh")}
        self.assertEqual(rows["2023"]["value"], "24.5")
        middle = rows["2024-06-30"]
        self.assertEqual((middle["numerator"], middle["denominator"], middle["value"]), ("81462", "293534", "27.752151"))
        target = {row["code"]: row for row in self.ntm("indicators").rows}["central_water_rate"]
        self.assertEqual((target["target"], target["target_period"], target["direction"]), (">= 50", "2025", "up"))

    def test_every_observation(self):
        for (code,) in self.sql("SELECT code FROM indicator"):
            wanted = set()
            for unit, period, value, qualifier, num, den, kind, state, source in self.sql(
                    "SELECT unit, period, value_e6, qualifier, numerator_e6, denominator_e6, kind, state, source "
                    "FROM observation WHERE indicator = ?", code):
                if value is None and num is not None and den:
                    value = (2 * 100 * 10**6 * num + den) // (2 * den)
                has = state == "value" or (state == "not_verified" and value is not None)
                wanted.add((unit, period, number(value) if has else "", qualifier if has else "", number(num), number(den), kind,
                            state, source))
            got = [tuple(row[column] for column in self.HEADER[:9]) for row in self.series(code)]
            self.assertEqual(set(got), wanted, code)
            self.assertEqual(len(got), len(wanted), code)
            units = dict(self.sql("SELECT id, level FROM unit"))
            order = [(Units.ORDER[units[row[0]]], row[0], self.last_day(row[1])) for row in got]
            self.assertEqual(order, sorted(order), code)

    @staticmethod
    def last_day(period):
        """Periods are listed by the day they end on."""
        end = period.split("/")[-1]
        year, _, rest = end.partition("-")
        ends = {"": "-12-31", "H1": "-06-30", "H2": "-12-31", "Q1": "-03-31", "Q2": "-06-30", "Q3": "-09-30", "Q4": "-12-31"}
        return Titles.last_day(end) if rest not in ends else year + ends[rest]

    def test_preferred_first(self):
        self.change("INSERT INTO observation (unit, indicator, period, kind, source, value_e6) VALUES "
                    "('42-0', 'poverty_rate', '2023', 'verified', 'notice-2024-02-21', 3020000), "
                    "('42-0', 'poverty_rate', '2023', 'plan', '', 3000000)")
        rows = [row for row in self.series("poverty_rate", "--unit", "42-0") if row["period"] == "2023"]
        self.assertEqual([(row["kind"], row["value"], row["preferred"]) for row in rows],
                         [("verified", "3.02", "1"), ("reported", "3.01", "0"), ("plan", "3", "0")])

    def test_names(self):
        self.assertEqual(self.series("Tỷ lệ hộ nghèo"), self.series("poverty_rate"))
        self.refused(2, "series", self.file, "no_such_indicator", says="no_such_indicator")
        self.refused(2, "series", self.file, "poverty_rate", "--unit", "Huyện Không Có")

    def test_several_units(self):
        rows = self.series("poverty_rate", "--unit", "440-0", "--unit", "42-0", "--unit", "440-0")
        self.assertEqual(list(dict.fromkeys(row["unit"] for row in rows)), ["42-0", "440-0"])
        self.assertEqual(len(rows), len(set((row["unit"], row["period"], row["kind"], row["source"]) for row in rows)))

    def test_indicators(self):
        result = self.ntm("indicators")
        self.assertEqual(result.header, "code name unit direction kind target target_period owner".split())
        wanted = self.sql("SELECT code, name_en, unit_en, direction, kind, owner FROM indicator ORDER BY code")
        got = [(row["code"], row["name"], row["unit"], row["direction"], row["kind"], row["owner"]) for row in result.rows]
        self.assertEqual(got, wanted)

    def test_values_stay_in_their_cell(self):
        self.change("UPDATE indicator SET name_en = 'a' || char(9) || 'b' || char(10) || 'c' || char(13) WHERE code = 'poverty_rate'")
        rows = {row["code"]: row["name"] for row in self.ntm("indicators").rows}
        self.assertEqual(rows["poverty_rate"], "a b c ")


class Tasks(Case):
    def tasks(self, *args):
        result = self.ntm("tasks", *args)
        self.assertEqual(result.header[:10], "id agency unit title due due_words done days_late state source".split())
        return result.rows

    def test_first_of_october(self):
        rows = self.tasks("--at", "2024-10-01")
        late = {row["id"]: (row["agency"], row["days_late"]) for row in rows if row["state"] == "overdue"}
        self.assertEqual(sorted(late.values()), [("so_noi_vu", "184"), ("so_vh_tt_dl", "93"), ("ubnd_huyen_huong_khe", "1"),
                                                 ("ubnd_tx_hong_linh", "93")])
        overdue = self.tasks("--at", "2024-10-01", "--overdue")
        self.assertEqual({row["id"] for row in overdue}, set(late))
        done_late = [(row["agency"], row["days_late"], row["done"]) for row in rows if row["state"] == "late"]
        self.assertEqual(done_late, [("ubnd_tx_ky_anh", "85", "2024-09-23")])
        self.assertEqual([(row["agency"], row["due"]) for row in rows],
                         sorted(((row["agency"], row["due"]) for row in rows), key=lambda key: (key[0], key[1] or "9999")))

    def test_every_task(self):
        """Late from D where the notice says before D, from the day after where it says by D."""
        for day in ("2024-02-21", "2024-03-30", "2024-03-31", "2024-06-30", "2024-07-01", "2024-09-30", "2025-12-31", "2026-01-01"):
            today = datetime.date.fromisoformat(day)
            wanted = {}
            for task, due, kind, done in self.sql("SELECT id, due, due_kind, done FROM task"):
                end = datetime.date.fromisoformat(done) if done and done <= day else None
                judged, state, days = end or today, "done" if end else "open", ""
                if due:
                    limit = datetime.date.fromisoformat(due)
                    if judged > limit or (judged == limit and kind == "before"):
                        state, days = ("late" if end else "overdue"), str((judged - limit).days)
                wanted[task] = (state, days)
            got = {row["id"]: (row["state"], row["days_late"]) for row in self.tasks("--at", day)}
            self.assertEqual(got, wanted, day)

    def test_agency(self):
        by_id = self.tasks("--agency", "so_noi_vu")
        self.assertEqual({row["agency"] for row in by_id}, {"so_noi_vu"})
        self.assertEqual(self.tasks("--agency", "sở nội vụ"), by_id)
        self.assertEqual(len(by_id), self.sql("SELECT count(*) FROM task WHERE agency = 'so_noi_vu'")[0][0])
        self.refused(2, "tasks", self.file, "--agency", "Sở Không Có", says="Sở Không Có")


class Languages(Case):
    def test_codes_stay(self):
        """Only names follow the language; codes, days and numbers do not."""
        for command, columns in [("units", range(8)), ("indicators", [0, 3, 4, 5, 6, 7]), ("tasks", [0, 1, 2, 4, 6, 7, 8, 9]),
                                 ("titles", range(8))]:
            vi, en = self.ntm(command, "--lang", "vi").lines, self.ntm(command, "--lang", "en").lines
            self.assertEqual([[row[i] for i in columns] for row in vi], [[row[i] for i in columns] for row in en])
        self.assertIn("Tỷ lệ hộ nghèo", self.ntm("indicators", "--lang", "vi").out)
        self.assertIn("Poverty rate", self.ntm("indicators", "--lang", "en").out)

    def test_environment(self):
        self.assertIn("Tỷ lệ hộ nghèo", self.ntm("indicators", env={"NTM_LANG": "vi"}).out)
        self.assertIn("Poverty rate", self.ntm("indicators", "--lang", "en", env={"NTM_LANG": "vi"}).out)

    def test_decimals_in_every_locale(self):
        for locale in ("vi_VN.UTF-8", "de_DE.UTF-8", "C", "nonsense"):
            rows = self.ntm("series", "poverty_rate", env={"LC_ALL": locale, "NTM_LANG": "vi"}).rows
            self.assertIn("3.01", [row["value"] for row in rows])


if __name__ == "__main__":
    main()
