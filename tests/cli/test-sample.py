#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Generated files: as much as was asked for, marked as generated, and the same for the same seed."""

import hashlib
import os
import time
import unittest

from harness import Case, main, run

LONG = os.environ.get("NTM_LONG") == "1"


class Sample(Case):
    def sample(self, name, *words):
        path = str(self.dir / name)
        result = run("sample", path, *words)
        self.assertEqual((result.status, result.out, result.err), (0, "", ""), words)
        return path

    def content(self, path):
        tables = ("meta", "document", "unit", "unit_state", "boundary", "title", "indicator", "observation", "target")
        text = repr([self.sql(f"SELECT * FROM {table}", path=path) for table in tables])
        return hashlib.sha256(text.encode()).hexdigest()

    def test_counts(self):
        for units, indicators, years in [(1, 1, 1), (2, 1, 2), (3, 2, 1), (18, 3, 4), (120, 4, 15)]:
            path = self.sample(f"{units}.ntm", "--units", str(units), "--indicators", str(indicators), "--years", str(years))
            info = dict(run("info", path).lines[1:])
            self.assertEqual((info["unit"], info["boundary"], info["indicator"], info["observation"], info["sample"]),
                             (str(units), str(units), str(indicators), str(units * indicators * years), "yes"))
            self.assertEqual(info["reference_date"], "2024-12-31")
            self.assertEqual(run("check", path).status, 0)
            self.assertEqual(len(run("units", path).rows), units)
            self.assertEqual({row["period"] for row in run("series", path, "sample_001").rows},
                             {str(year) for year in range(2025 - years, 2025)})

    def test_nothing_looks_real(self):
        path = self.sample("a2.ntm", "--units", "150", "--indicators", "2", "--years", "3")
        for query in ("SELECT name FROM unit_state", "SELECT name_vi FROM indicator"):
            for (name,) in self.sql(query, path=path):
                self.assertIn("mẫu", name)
        for code, name in self.sql("SELECT code, name_en FROM indicator", path=path):
            self.assertIn("ample", code + name)
        self.assertEqual({row[0][0] for row in self.sql("SELECT code FROM unit", path=path)}, {"S"})
        self.assertEqual(self.sql("SELECT DISTINCT kind FROM boundary", path=path), [("generated",)])
        self.assertEqual(self.sql("SELECT DISTINCT source FROM observation", path=path), [("sample",)])

    def test_every_state_occurs(self):
        path = self.sample("a3.ntm", "--units", "150", "--indicators", "3", "--years", "5")
        states = dict(self.sql("SELECT state, count(*) FROM observation GROUP BY 1", path=path))
        self.assertEqual(set(states), {"value", "no_data", "not_applicable", "not_verified"})
        self.assertGreater(states["value"], 0.9 * sum(states.values()))
        low, high = self.sql("SELECT min (value_e6), max (value_e6) FROM observation", path=path)[0]
        self.assertTrue(0 <= low < high <= 100 * 10**6)
        self.assertEqual(self.sql("SELECT count(*) FROM observation WHERE (value_e6 IS NULL) = (state = 'value')", path=path), [(0,)])

    def test_tree(self):
        path = self.sample("a4.ntm", "--units", "150", "--indicators", "1", "--years", "1")
        broken = self.sql("SELECT u.id FROM unit u JOIN unit_state s ON s.unit = u.id LEFT JOIN unit p ON p.id = s.parent WHERE CASE u.level "
                          "WHEN 'province' THEN s.parent <> '' WHEN 'district' THEN p.level IS NOT 'province' ELSE p.level IS NOT 'district' END",
                          path=path)
        self.assertEqual(broken, [])
        sizes = [n for (n,) in self.sql("SELECT count(*) FROM unit_state WHERE type = 'xã' GROUP BY parent", path=path)]
        self.assertLessEqual(max(sizes) - min(sizes), 1)

    def test_seed(self):
        words = ["--units", "40", "--indicators", "2", "--years", "3", "--vertices", "30"]
        first = self.content(self.sample("s1.ntm", *words, "--seed", "7"))
        self.assertEqual(self.content(self.sample("s2.ntm", *words, "--seed", "7")), first)
        self.assertNotEqual(self.content(self.sample("s3.ntm", *words, "--seed", "8")), first)
        self.assertEqual(self.content(self.sample("s4.ntm", *words)), self.content(self.sample("s5.ntm", *words, "--seed", "1")))

    def test_refused(self):
        for words in [("0", "1", "1"), ("20001", "1", "1"), ("5", "0", "1"), ("5", "1", "51"), ("-5", "1", "1"), ("x", "1", "1"),
                      ("20000", "1000", "50"), ("1e3", "1", "1"), ("99999999999999999999", "1", "1")]:
            self.refused(1, "sample", str(self.dir / "r.ntm"), "--units", words[0], "--indicators", words[1], "--years", words[2])
        self.refused(2, "sample", self.file, "--units", "1", "--indicators", "1", "--years", "1")
        self.assertEqual([entry.name for entry in self.dir.iterdir()], ["a.ntm"])

    @unittest.skipUnless(LONG, "long")
    def test_large(self):
        """A tenth of the country's values, all of its communes."""
        began = time.monotonic()
        path = self.sample("large.ntm", "--units", "10700", "--indicators", "20", "--years", "15")
        print(f"10700 × 20 × 15: {time.monotonic() - began:.1f} s, {os.path.getsize(path) >> 20} MiB")
        self.assertEqual(dict(run("info", path).lines[1:])["observation"], str(10700 * 20 * 15))
        self.assertEqual(len(run("series", path, "sample_020").rows), 10700 * 15)
        self.assertEqual(run("check", path).status, 0)


if __name__ == "__main__":
    main()
