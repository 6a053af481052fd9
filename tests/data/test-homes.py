#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every fact of the notice, and every published figure taken over, has a home in the built-in file.

The lists name for each fact the table, the key (parts of the primary key with spaces between), the column and
the value that must stand there; a fact that has no home gives the reason instead. SQLite alone reads the file.
"""

import csv
import decimal
import os
import pathlib
import sqlite3
import subprocess
import tempfile
import unittest

HERE = pathlib.Path(__file__).parent
NOTICE = [f"SF{number:03d}" for number in range(1, 151)]


def read(name):
    with open(HERE / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


class Homes(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory(prefix="ntm-homes-")
        path = f"{cls.folder.name}/x.ntm"
        subprocess.run([os.environ["NTM"], "new", path, "--from", "hatinh"], check=True, timeout=60)
        cls.db = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        cls.tables = {name for (name,) in cls.db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}

    @classmethod
    def tearDownClass(cls):
        cls.db.close()
        cls.folder.cleanup()

    def find(self, table, key):
        """The row of that key as a dict, or None."""
        columns = self.db.execute(f'PRAGMA table_info ("{table}")').fetchall()
        parts = [name for _, name in sorted((column[5], column[1]) for column in columns if column[5])]
        values = key.split(" ")
        if len(values) != len(parts):
            return None
        where = " AND ".join(f'CAST ("{part}" AS TEXT) = ?' for part in parts)
        row = self.db.execute(f'SELECT * FROM "{table}" WHERE {where}', values).fetchone()
        return row and dict(zip((column[1] for column in columns), row))

    def stands(self, home):
        """What is wrong with a home, or None."""
        if home["table"] not in self.tables:
            return f"no table {home['table']}"
        row = self.find(home["table"], home["key"])
        if row is None:
            return f"no row “{home['key']}” in {home['table']}"
        if home["column"] + "_e6" in row:
            found = row[home["column"] + "_e6"]
            if found is not None and decimal.Decimal(home["value"]) * 10**6 == found:
                return None
        elif home["column"] in row:
            found = row[home["column"]]
            if home["value"] != "" and str(found) == home["value"]:
                return None
        else:
            return f"no column {home['column']} in {home['table']}"
        return f"{home['table']} “{home['key']}” {home['column']} is {found!r}, not {home['value']!r}"

    def walk(self, name):
        wrong = []
        homes = read(name)
        for home in homes:
            problem = None if home["reason"] and not home["table"] else self.stands(home)
            if problem:
                wrong.append(f"{home['fact']}: {problem}")
        self.assertEqual(wrong, [])
        return homes

    def test_notice(self):
        homes = self.walk("seed-homes.csv")
        self.assertEqual(sorted({home["fact"] for home in homes}), NOTICE)

    def test_published(self):
        homes = self.walk("published-homes.csv")
        self.assertGreaterEqual(len({home["fact"] for home in homes}), 100)
        for home in homes:
            self.assertRegex(home["fact"], r"\A[A-Z]\d{3}\Z")

    def test_the_lists_are_not_hollow(self):
        """An empty value or a table without a reason would prove nothing."""
        for name in ("seed-homes.csv", "published-homes.csv"):
            for home in read(name):
                self.assertTrue(home["reason"] or (home["table"] and home["key"] and home["column"] and home["value"]), home)

    def test_a_wrong_home_is_noticed(self):
        good = {"table": "observation", "key": "poverty_rate 42-0 2023 reported notice-2024-02-21", "column": "value", "value": "3.01"}
        self.assertIsNone(self.stands(good))
        for change in ({"value": "3.02"}, {"key": "poverty_rate 42-0 2022 reported"}, {"column": "worth"}, {"table": "figure"},
                       {"key": "poverty_rate 42-0 1999 reported notice-2024-02-21"}, {"column": "note", "value": ""}):
            self.assertIsNotNone(self.stands({**good, **change}), change)

    def test_sources_exist(self):
        """Whatever a figure says it rests on is a document of the file."""
        for (table,) in [(name,) for name in self.tables]:
            columns = [column[1] for column in self.db.execute(f'PRAGMA table_info ("{table}")')]
            if "source" in columns and table != "boundary":
                lost = self.db.execute(f'SELECT DISTINCT source FROM "{table}" WHERE source <> \'\' AND source NOT IN '
                                       "(SELECT id FROM document)").fetchall()
                self.assertEqual(lost, [], table)


if __name__ == "__main__":
    unittest.main()
