#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Commands that make and change files: what they store, take back, refuse and tell."""

import hashlib
import pathlib

from harness import Case, main, run

CELL = ("central_water_rate", "42-0", "2025")


def digest(path):
    return hashlib.sha256(pathlib.Path(path).read_bytes()).hexdigest()


class Set(Case):
    def stored(self, unit="42-0", period="2025", indicator="central_water_rate", kind="reported"):
        return self.sql("SELECT value_e6, qualifier, numerator_e6, denominator_e6, state, source, note FROM observation "
                        "WHERE indicator = ? AND unit = ? AND period = ? AND kind = ?", indicator, unit, period, kind)

    def put(self, value, *options, cell=CELL):
        result = run("set", self.file, *cell, *options, "--", value)
        self.assertEqual((result.status, result.out), (0, ""), (value, result.err))
        return result.err

    def test_numbers(self):
        for text, value, qualifier in [("50", 50, "="), ("49.99", 49.99, "="), ("≥50", 50, ">="), (">= 50", 50, ">="),
                                       ("~24.5", 24.5, "~"), ("gần 96", 96, "~"), ("0", 0, "="), ("0.000001", 0.000001, "="),
                                       ("24.5%", 24.5, "=")]:
            self.put(text)
            [row] = self.stored()
            self.assertEqual(row[:2], (round(value * 10**6), qualifier), text)

    def test_old_and_new(self):
        self.assertRegex(self.put("30"), r"nothing → 30\n\Z")
        self.assertRegex(self.put("31.5"), r"30 → 31\.5\n\Z")
        self.assertRegex(self.put("81462/293534"), r"31\.5 → 27\.752151 \(81462/293534\)\n\Z")
        self.assertRegex(self.put("none"), r"\(81462/293534\) → no_data\n\Z")

    def test_ratio(self):
        self.put("81462/293534")
        [row] = self.stored()
        self.assertEqual(row[2:4], (81462 * 10**6, 293534 * 10**6))
        rows = self.ntm("series", "central_water_rate", "--unit", "42-0").rows
        self.assertIn(("2025", "27.752151", "81462", "293534"),
                      [(r["period"], r["value"], r["numerator"], r["denominator"]) for r in rows])

    def test_states(self):
        for word, state in [("none", "no_data"), ("n/a", "not_applicable"), ("unverified", "not_verified")]:
            self.put("12")
            self.put(word)
            [row] = self.stored()
            self.assertEqual((row[0], row[2], row[3], row[4]), (None, None, None, state))
            rows = {r["period"]: r for r in self.ntm("series", "central_water_rate", "--unit", "42-0").rows}
            self.assertEqual((rows["2025"]["value"], rows["2025"]["state"]), ("", state))

    def test_negative(self):
        self.put("-0.78", cell=("poverty_rate_change", "42-0", "2025"))
        self.assertEqual(self.stored(indicator="poverty_rate_change")[0][0], -780000)
        result = run("set", self.file, "poverty_rate_change", "42-0", "2025", "-0.5")
        self.assertEqual(result.status, 0, "a negative number is no option")

    def test_options(self):
        self.put("40", "--kind", "verified", "--source", "notice-2024-02-21", "--note", "đã thẩm tra")
        self.assertEqual(self.stored(kind="verified"), [(40 * 10**6, "=", None, None, "value", "notice-2024-02-21", "đã thẩm tra")])
        self.assertEqual(self.stored(), [])
        self.refused(1, "set", self.file, *CELL, "40", "--kind", "guessed", says="guessed")

    def test_decomposed_text(self):
        self.put("1", "--note", "đa\u0303 tha\u0302\u0309m tra")
        self.assertEqual(self.stored()[0][6], "đã thẩm tra")

    def test_grouping_is_told(self):
        message = self.put("12.500")
        self.assertIn("12.5", message.splitlines()[0])
        self.assertIn("12.500", message.splitlines()[0])
        self.assertEqual(self.stored()[0][0], 12_500_000)
        self.assertEqual(len(self.put("12.5").splitlines()), 1)
        self.assertEqual(len(self.put("0.125").splitlines()), 2)

    def test_refused_values(self):
        before = digest(self.file)
        for value, says in [("3,01", "3.01"), ("12,500", "12.5"), ("abc", "abc"), ("", ""), ("1e3", "1e3"), ("1/0", "1/0"),
                            ("0x10", ""), ("NaN", ""), ("inf", ""), ("1.0000001", ""), ("9" * 40, ""), ("1 2", ""), ("--5", ""),
                            ("101", "100"), ("None", ""), ("50\n51", "")]:
            self.refused(2, "set", self.file, *CELL, "--", value, says=says)
        self.assertEqual(digest(self.file), before)
        self.assertEqual(self.stored(), [])

    def test_refused_places(self):
        before = digest(self.file)
        for cell, says in [(("central_water_rate", "Kỳ Anh", "2023"), "449-20150411"), (("central_water_rate", "ky anh", "2023"), "447-0"),
                           (("central_water_rate", "", "2023"), ""), (("", "42-0", "2023"), ""),
                           (("central_water", "42-0", "2023"), "central_water_rate"), (("central_water_rate", "42-0", "2023-H3"), "2023-H3"),
                           (("central_water_rate", "42-0", "2024-02-30"), "2024-02-30"), (("central_water_rate", "42-0", "99999"), "99999"),
                           (("central_water_rate", "42-0", ""), ""), (("central_water_rate", "449-20150411", "2010"), "2010")]:
            self.refused(2, "set", self.file, *cell, "5", says=says)
        self.assertEqual(digest(self.file), before)

    def test_unit_by_name_and_day(self):
        for text, unit in [("Huyện Kỳ Anh", "447-0"), ("huyen ky anh", "447-0"), ("Thị xã Kỳ Anh", "449-20150411"),
                           ("Kỳ Anh@2026-01-01", "18775-20250701"), ("449", "449-20150411")]:
            result = run("set", self.file, "poverty_rate", text, "2026" if "@" in text else "2024", "5")
            self.assertEqual(result.status, 0, (text, result.err))
            self.assertIn(f", {unit}, ", result.err)

    def test_neighbours_untouched(self):
        others = "SELECT * FROM observation WHERE NOT (indicator = 'central_water_rate' AND period = '2025') ORDER BY 1, 2, 3, 4, 5"
        before = self.sql(others)
        self.put("33")
        self.assertEqual(self.sql(others), before)


class Journal(Case):
    def values(self):
        return self.sql("SELECT unit, period, value_e6 FROM observation WHERE indicator = 'poverty_rate' ORDER BY 1, 2")

    def test_undo_redo(self):
        states = [self.values()]
        for period, value in [("2026", "1"), ("2027", "2"), ("2023", "9.5")]:
            self.assertEqual(run("set", self.file, "poverty_rate", "42-0", period, value, "--source",
                                 "notice-2024-02-21" if period == "2023" else "").status, 0)
            states.append(self.values())
        for state in reversed(states[:-1]):
            result = run("undo", self.file)
            self.assertEqual((result.status, result.out), (0, ""))
            self.assertIn("poverty_rate", result.err)
            self.assertEqual(self.values(), state)
        self.refused(2, "undo", self.file)
        for state in states[1:]:
            self.assertEqual(run("redo", self.file).status, 0)
            self.assertEqual(self.values(), state)
        self.refused(2, "redo", self.file)
        run("undo", self.file)
        run("set", self.file, "poverty_rate", "42-0", "2028", "3")
        self.refused(2, "redo", self.file)

    def test_history(self):
        run("set", self.file, "poverty_rate", "440-0", "2024", "2.5", "--note", "a\tb")
        run("set", self.file, "central_water_rate", "42-0", "2025", "40")
        run("undo", self.file)
        result = self.ntm("history")
        self.assertEqual(result.header[:8], "edit time author label table key old new".split())
        got = [[row[column] for column in ("table", "key", "column", "old", "new", "state")] for row in result.rows]
        wanted = self.sql("SELECT tbl, key, col, coalesce (old, ''), coalesce (new, ''), state FROM edit_value v "
                          "JOIN edit e ON e.id = v.edit")
        self.assertEqual(sorted(got), sorted([(value or "").replace("\t", " ") for value in row] for row in wanted))
        self.assertEqual({row["state"] for row in result.rows}, {"done", "undone"})
        only = self.ntm("history", "--indicator", "poverty_rate", "--unit", "Huyện Đức Thọ").rows
        self.assertEqual({row["key"].split()[:2] == ["poverty_rate", "440-0"] for row in only}, {True})
        self.assertEqual(self.ntm("history", "--unit", "443-0").rows, [])
        for row in result.rows:
            self.assertRegex(row["time"], r"\A\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ\Z")

    def test_reference_date(self):
        run("set-date", self.file, "2024-10-01")
        self.assertEqual(self.sql("SELECT value FROM meta WHERE key = 'reference_date'"), [("2024-10-01",)])
        self.assertEqual(run("undo", self.file).status, 0)
        self.assertEqual(self.sql("SELECT value FROM meta WHERE key = 'reference_date'"), [("2024-02-21",)])
        for bad in ("2024-02-30", "", "21/02/2024", "2024", "9999999-01-01", "2024-02-21x"):
            self.refused(2, "set-date", self.file, bad)


class Files(Case):
    def test_new(self):
        path = str(self.dir / "new.ntm")
        self.assertEqual(run("new", path).status, 0)
        self.assertEqual(self.sql("SELECT count(*) FROM unit", path=path), [(0,)])
        before = digest(path)
        for source in ("empty", "hatinh"):
            self.refused(2, "new", path, "--from", source, says="new.ntm")
        self.assertEqual(digest(path), before)
        self.refused(1, "new", str(self.dir / "b.ntm"), "--from", "hanoi", says="hatinh")
        self.refused(2, "new", str(self.dir / "no" / "c.ntm"))
        self.assertEqual(sorted(entry.name for entry in self.dir.iterdir()), ["a.ntm", "new.ntm"])

    def test_an_empty_file_works(self):
        path = str(self.dir / "new.ntm")
        run("new", path)
        for command in ("info", "check", "units", "titles", "indicators", "tasks", "history"):
            result = run(command, path)
            self.assertEqual((result.status, result.err), (0, ""), command)
        self.refused(2, "map", path, "-o", str(self.dir / "m.svg"))
        self.assertFalse((self.dir / "m.svg").exists())

    def test_info(self):
        info = dict(self.ntm("info").lines[1:])
        self.assertEqual(info["path"], self.file)
        self.assertEqual((info["reference_date"], info["sample"], info["schema_version"], info["writer"]), ("2024-02-21", "no", "1", ""))
        for (table,) in self.sql("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT IN ('edit', 'edit_value') "
                                 "AND name NOT LIKE 'sqlite_%'"):
            self.assertEqual(info[table], str(self.sql(f"SELECT count(*) FROM {table}")[0][0]), table)
        run("set", self.file, *CELL, "40")
        after = dict(self.ntm("info").lines[1:])
        self.assertIn("central_water_rate", after["last_edit_label"])
        self.assertEqual(int(after["observation"]), int(info["observation"]) + 1)

    def test_check(self):
        self.assertEqual(self.ntm("check").lines, [["file", "line", "column", "value", "problem", "advice"]])
        self.change("PRAGMA foreign_keys = OFF; INSERT INTO unit_state (unit, type, name, short_name) VALUES ('nowhere', 'xã', 'Xã X', 'X')")
        result = run("check", self.file)
        self.assertEqual(result.status, 2)
        self.assertTrue(any("nowhere" in row["value"] for row in result.rows), result.out)

    def test_reading_leaves_no_trace(self):
        before = digest(self.file)
        for command in ("info", "check", "units", "titles", "indicators", "tasks", "history"):
            self.ntm(command)
        self.assertEqual(digest(self.file), before)
        self.assertEqual([entry.name for entry in self.dir.iterdir()], ["a.ntm"])
        run("set", self.file, *CELL, "40")
        self.assertEqual([entry.name for entry in self.dir.iterdir()], ["a.ntm"])


if __name__ == "__main__":
    main()
