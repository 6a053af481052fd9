#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual page and the completion say what the program does."""

import os
import pathlib
import re
import shutil
import subprocess

from harness import ENV, NTM, Case, main, run

SOURCE = pathlib.Path(__file__).resolve().parents[2] / "src" / "cli"
MANUAL = SOURCE / "ntm.1"
COMPLETION = SOURCE / "ntm.bash-completion"


def commands():
    return [line.split()[0] for line in run("--help").out.splitlines() if re.match(r"  [a-z]", line)]


def options(command):
    return re.findall(r"^  (?:    |-., )(--[a-z]+)", run(command, "--help").out, re.M)


class Manual(Case):
    def text(self):
        return re.sub(r"\\f[BIPR]", "", MANUAL.read_text().replace("\\-", "-"))

    def test_every_command_and_option(self):
        text = self.text()
        for command in commands():
            self.assertRegex(text, rf"(?m)^{command} FILE", command)
            for option in options(command):
                self.assertRegex(text, rf"(?m)^\.(?:BI?|BR) .*{option}\b", option)

    def test_every_column(self):
        text = re.sub(r"\s+", " ", self.text())
        for command, words in [("units", []), ("titles", []), ("indicators", []), ("series", ["poverty_rate"]), ("tasks", []),
                               ("history", []), ("check", [])]:
            self.assertIn("Columns: " + ", ".join(self.ntm(command, *words).header) + ".", text, command)

    def test_usage_agrees(self):
        """Each bracket of a command's usage line is one of its options, and the other way round."""
        for command in commands():
            usage = run(command, "--help").out.splitlines()[0]
            named = set(re.findall(r"--?[a-z]+", usage.split(command, 1)[1]))
            known = set(options(command)) - {"--help", "--lang", "--version"}
            self.assertEqual({"--output" if name == "-o" else name for name in named}, known - ({"--size", "--style"} - named), command)

    def test_lint(self):
        if shutil.which("mandoc"):
            done = subprocess.run(["mandoc", "-Tlint", MANUAL], capture_output=True, text=True, check=False)
            self.assertEqual(done.stdout + done.stderr, "")
        if shutil.which("groff"):
            done = subprocess.run(["groff", "-man", "-ww", "-Tutf8", MANUAL], capture_output=True, text=True, check=False)
            self.assertEqual((done.returncode, done.stderr), (0, ""))


class Completion(Case):
    def complete(self, *words, cwd=None):
        """What bash would offer for the last word."""
        script = f'source "{COMPLETION}"; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _ntm; printf "%s\\n" "${{COMPREPLY[@]}}"'
        done = subprocess.run(["bash", "-O", "extglob", "-c", script, "bash", NTM, *words], env=ENV, capture_output=True, text=True,
                              check=True, cwd=cwd or self.dir)
        self.assertEqual(done.stderr, "")
        return set(done.stdout.split())

    def setUp(self):
        if not shutil.which("bash"):
            self.skipTest("needs bash")
        super().setUp()

    def test_commands(self):
        self.assertEqual(self.complete(""), set(commands()))
        self.assertEqual(self.complete("se"), {"series", "set", "set-date"})

    def test_options(self):
        for command in commands():
            self.assertEqual(self.complete(command, "a.ntm", "--"), set(options(command)), command)

    def test_files(self):
        (self.dir / "b.txt").write_text("")
        (self.dir / "folder").mkdir()
        self.assertEqual(self.complete("units", ""), {"a.ntm", "folder"})

    def test_from_the_file(self):
        codes = {row[0] for row in self.sql("SELECT code FROM indicator")}
        units = {row[0] for row in self.sql("SELECT id FROM unit")}
        self.assertEqual(self.complete("series", "a.ntm", ""), codes)
        self.assertEqual(self.complete("series", "a.ntm", "central_water_r"), {"central_water_rate"})
        self.assertEqual(self.complete("set", "a.ntm", "poverty_rate", "44"), {unit for unit in units if unit.startswith("44")})
        self.assertEqual(self.complete("series", "a.ntm", "poverty_rate", "--unit", ""), units)
        self.assertEqual(self.complete("map", "--theme", "t", "a.n"), {"a.ntm"})
        self.assertEqual(self.complete("map", "a.ntm", "--theme", "tit"), {"title"})
        self.assertEqual(self.complete("tasks", "a.ntm", "--agency", "so_noi"), {"so_noi_vu"})
        os.rename(self.file, self.dir / "a b.ntm")
        self.assertEqual(self.complete("series", "a\\ b.ntm", "poverty_rate", "--unit", "42-"), {"42-0"})

    def test_words(self):
        self.assertEqual(self.complete("units", "a.ntm", "--level", ""), {"province", "district", "commune", "village"})
        self.assertEqual(self.complete("--lang", ""), {"vi", "en"})
        self.assertEqual(self.complete("set", "a.ntm", "poverty_rate", "42-0", "2023", ""), {"none", "n/a", "unverified"})
        self.assertEqual(self.complete("chart", "a.ntm", ""), {"trend", "rank"})

    def test_nothing_is_run(self):
        """What is typed is never given to the shell."""
        self.complete("series", "$(touch ran).ntm", "")
        self.complete("series", "`touch ran`.ntm", "")
        self.assertFalse((self.dir / "ran").exists())


if __name__ == "__main__":
    main()
