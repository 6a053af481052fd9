#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Commands that draw: the file asked for, of the size asked for, with what it must show."""

import os
import pathlib
import re
import struct
import xml.etree.ElementTree as tree

from harness import Case, main, run

WATER = "central_water_rate"


class Draw(Case):
    def draw(self, name, command, *words):
        path = self.dir / name
        self.ntm(command, *words, "-o", str(path))
        return path.read_bytes()

    def png_size(self, data):
        self.assertEqual(data[:8], b"\x89PNG\r\n\x1a\n")
        return struct.unpack(">II", data[16:24])

    def svg_size(self, data):
        root = tree.fromstring(data)
        return tuple(float(re.match(r"[\d.]+", root.get(side)).group()) for side in ("width", "height"))

    def pdf_size(self, data):
        self.assertEqual(data[:5], b"%PDF-")
        self.assertIn(b"%%EOF", data[-32:])
        box = re.search(rb"/MediaBox \[ ?([\d. ]+?) ?\]", data)
        return tuple(float(number) for number in box.group(1).split()[2:])

    PICTURES = [("map",), ("map", "--theme", WATER), ("map", "--level", "commune", "--at", "2024-06-30"),
                ("map", "--unit", "Huyện Nghi Xuân", "--level", "commune"), ("map", "--at", "2025-08-01"),
                ("map", "--basis", "year", "--at", "2023-12-31"), ("chart", "trend", WATER), ("chart", "trend", "poverty_rate", "--unit", "42-0",
                "--unit", "440-0"), ("chart", "rank", "poverty_rate", "--at", "2020-12-31"), ("chart", "trend", WATER, "--style", "print"),
                ("map", "--style", "dark")]

    def test_every_format_and_size(self):
        for words in self.PICTURES:
            for name, size in [("a.png", self.png_size), ("a.svg", self.svg_size), ("a.pdf", self.pdf_size)]:
                data = self.draw(name, *words, "--size", "900x640")
                self.assertEqual(size(data), (900, 640), (words, name))
            own = self.png_size(self.draw("b.png", *words))
            self.assertTrue(all(200 <= side <= 10000 for side in own), (words, own))

    def test_same_input_same_file(self):
        for name in ("a.png", "a.svg"):
            self.assertEqual(self.draw(name, "map"), self.draw("b" + name[1:], "map"))

    def test_questions_differ(self):
        """What changes the answer changes the picture."""
        pictures = [self.draw(f"{i}.png", *words, "--size", "600x500") for i, words in enumerate(self.PICTURES)]
        self.assertEqual(len(set(pictures)), len(pictures))

    def test_only_below_a_unit(self):
        """A map of one district does not care for titles elsewhere, only for its own."""
        words = ["map", "--unit", "Huyện Nghi Xuân", "--level", "commune"]
        before = self.draw("1.png", *words)
        inside = "unit IN (SELECT unit FROM unit_state WHERE parent = '442-0')"
        self.change(f"DELETE FROM title WHERE NOT {inside}")
        self.assertEqual(self.draw("2.png", *words), before)
        self.change(f"DELETE FROM title WHERE {inside}")
        self.assertNotEqual(self.draw("3.png", *words), before)

    def test_language(self):
        self.assertNotEqual(self.draw("vi.png", "chart", "trend", WATER, "--lang", "vi"),
                            self.draw("en.png", "chart", "trend", WATER, "--lang", "en"))

    def test_sizes(self):
        big = self.draw("big.png", "map", "--size", "4000x3000")
        self.assertEqual(self.png_size(big), (4000, 3000))
        self.draw("small.png", "map", "--size", "200x200")
        for size in ("199x200", "10001x200", "0x0", "-5x5", "1600", "1600x", "x", "1600X1200", "1e3x1e3", "99999999999999999999x1", "1600x1200x3"):
            result = run("map", self.file, "-o", str(self.dir / "no.png"), f"--size={size}")
            self.assertEqual(result.status, 1, (size, result.err))
            self.assertIn("10000", result.err)
        self.refused(1, "map", self.file, "-o", str(self.dir / "no.png"), "--size", "10000x10000", says="million")
        self.assertFalse((self.dir / "no.png").exists())

    def test_refused(self):
        out = str(self.dir / "no.svg")
        for status, words in [(2, ["map", "--theme", "no_such"]), (2, ["map", "--unit", "Kỳ Anh"]), (1, ["map", "--level", "province"]),
                              (1, ["map", "--level", "village"]), (2, ["chart", "trend", "no_such"]), (2, ["chart", "rank", "no_such"]),
                              (1, ["chart", "trend", WATER, "--level", "district"]), (1, ["map", "--style", "neon"])]:
            self.refused(status, words[0], self.file, *words[1:], "-o", out)
        self.assertFalse(os.path.exists(out))

    def test_nowhere_to_write(self):
        for out in (str(self.dir / "no" / "a.png"), "/dev/full/a.png", str(self.dir / ("x" * 300 + ".png"))):
            result = run("map", self.file, "-o", out)
            self.assertIn(result.status, {2, 3}, (out, result.err))
            self.assertRegex(result.err, r"\Antm: \S")
        os.mkdir(self.dir / "folder.png")
        result = run("map", self.file, "-o", str(self.dir / "folder.png"))
        self.assertIn(result.status, {2, 3}, result.err)
        self.assertEqual(sorted(entry.name for entry in self.dir.iterdir()), ["a.ntm", "folder.png"])

    def test_an_old_picture_gives_way(self):
        (self.dir / "a.svg").write_text("old")
        self.assertIn(b"<svg", self.draw("a.svg", "map"))


class Report(Case):
    def test_brief(self):
        pdf, pages = self.dir / "r.pdf", self.dir / "new" / "pages"
        self.ntm("report", "brief", "-o", str(pdf), "--png", str(pages))
        data = pdf.read_bytes()
        self.assertEqual(data[:5], b"%PDF-")
        pictures = sorted(pages.iterdir())
        self.assertGreaterEqual(len(pictures), 2)
        sheets = len(re.findall(rb"/Type /Page\b(?!s)", data))
        if sheets:
            self.assertEqual(len(pictures), sheets)
        for picture in pictures:
            width, height = struct.unpack(">II", picture.read_bytes()[16:24])
            self.assertAlmostEqual(height / width, 297 / 210, delta=0.01)

    def test_brief_at(self):
        first, second = str(self.dir / "1.pdf"), str(self.dir / "2.pdf")
        self.ntm("report", "brief", "-o", first)
        self.ntm("report", "brief", "-o", second, "--at", "2024-10-01")
        self.assertNotEqual(pathlib.Path(first).read_bytes(), pathlib.Path(second).read_bytes())

    def test_refused(self):
        result = run("report", self.file, "brief", "-o", str(self.dir / "no" / "r.pdf"))
        self.assertIn(result.status, {2, 3})
        self.assertRegex(result.err, r"\Antm: \S")
        self.refused(1, "report", self.file, "brief")
        (self.dir / "taken").write_text("")
        self.refused(3, "report", self.file, "brief", "-o", str(self.dir / "r.pdf"), "--png", str(self.dir / "taken"), says="taken")


if __name__ == "__main__":
    main()
