# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the real `ntm` and reads its files with SQLite alone, for the tests beside it."""

import os
import pathlib
import shutil
import sqlite3
import subprocess
import tempfile
import unittest

NTM = os.environ["NTM"]
ENV = {**os.environ, "NTM_LANG": "en", "G_DEBUG": "fatal-warnings"}
# Memory that the sanitizer found lost must not pass for one of our exit statuses.
ENV["ASAN_OPTIONS"] = ENV.get("ASAN_OPTIONS", "") + ":exitcode=99"
SUPPRESSIONS = pathlib.Path(__file__).with_name("lsan.supp")
ENV["LSAN_OPTIONS"] = f"suppressions={SUPPRESSIONS}:print_suppressions=0:" + ENV.get("LSAN_OPTIONS", "")
TIMEOUT = int(os.environ.get("NTM_TIMEOUT", "60"))


class Result:
    """What a command left: its status, both streams, and the rows of its table."""

    def __init__(self, done):
        self.status = done.returncode
        self.out = done.stdout.decode("utf-8", "strict") if done.stdout else ""
        self.err = done.stderr.decode("utf-8", "replace") if done.stderr else ""

    @property
    def lines(self):
        """The lines as lists of fields; every line ends with LF and none with CR."""
        assert self.out == "" or self.out.endswith("\n"), self.out[-80:]
        assert "\r" not in self.out
        return [line.split("\t") for line in self.out.split("\n")[:-1]]

    @property
    def header(self):
        return self.lines[0]

    @property
    def rows(self):
        """Every line after the header as a dict by column."""
        head, *rest = self.lines
        for row in rest:
            assert len(row) == len(head), row
        return [dict(zip(head, row)) for row in rest]


def run(*args, env=None, **more):
    more.setdefault("stdout", subprocess.PIPE)
    more.setdefault("stderr", subprocess.PIPE)
    more.setdefault("stdin", subprocess.DEVNULL)
    return Result(subprocess.run([NTM, *args], env={**ENV, **(env or {})}, timeout=TIMEOUT, check=False, **more))


class Case(unittest.TestCase):
    """A test with a folder of its own and a copy of the built-in file in it."""

    maxDiff = None
    base = None

    @classmethod
    def setUpClass(cls):
        cls.base = tempfile.mkdtemp(prefix="ntm-cli-")
        cls.master = f"{cls.base}/master.ntm"
        made = run("new", cls.master, "--from", "hatinh")
        if made.status != 0:
            raise AssertionError(f"ntm new: {made.status} {made.err}")

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.base, ignore_errors=True)

    def setUp(self):
        self.dir = pathlib.Path(tempfile.mkdtemp(prefix="t", dir=self.base))
        self.file = str(self.dir / "a.ntm")
        shutil.copy(self.master, self.file)

    def ntm(self, command, *args, **more):
        """A command on this test's file, which must succeed and say nothing."""
        result = run(command, self.file, *args, **more)
        self.assertEqual((result.status, result.err), (0, ""), (command, args))
        return result

    def refused(self, status, *args, says="", **more):
        """A command line that must fail with a sentence, and write no row."""
        result = run(*args, **more)
        self.assertEqual(result.status, status, (args, result.err, result.out[:200]))
        self.assertRegex(result.err, r"\Antm: ", args)
        self.assertNotRegex(result.err, r"CRITICAL|WARNING|Sanitizer|Assert", args)
        self.assertIn(says, result.err, args)
        return result

    def sql(self, query, *values, path=None):
        """Rows of a query, read without our code."""
        db = sqlite3.connect(f"file:{path or self.file}?mode=ro", uri=True)
        try:
            return db.execute(query, values).fetchall()
        finally:
            db.close()

    def change(self, script):
        """Changes the file behind our back."""
        db = sqlite3.connect(self.file)
        db.executescript(script)
        db.close()


def number(scaled):
    """An integer scaled by 10^6 as files write it; '' for NULL."""
    if scaled is None:
        return ""
    sign, scaled = ("-" if scaled < 0 else ""), abs(scaled)
    whole, rest = divmod(scaled, 10**6)
    return sign + str(whole) + (f".{rest:06d}".rstrip("0") if rest else "")


def main():
    unittest.main(verbosity=1)
