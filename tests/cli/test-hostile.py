#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Bad files, bad words and bad streams: a sentence, the right status, and nothing lost."""

import fcntl
import os
import pathlib
import resource
import shutil
import signal
import sqlite3
import subprocess
import time
import unittest

from harness import ENV, NTM, Case, main, run

READ = [("info",), ("check",), ("units",), ("titles",), ("indicators",), ("series", "poverty_rate"), ("tasks",), ("history",),
        ("map", "-o", "m.svg"), ("chart", "trend", "poverty_rate", "-o", "m.svg"), ("report", "brief", "-o", "m.pdf")]
WRITE = [("set", "poverty_rate", "42-0", "2025", "2"), ("set-date", "2024-10-01"), ("undo",), ("redo",)]
ROOT = os.geteuid() == 0


def on(path, words):
    return [words[0], path, *words[1:]]


class BadFiles(Case):
    def everything(self, path, statuses, commands=tuple(READ + WRITE)):
        content = pathlib.Path(path).read_bytes() if os.path.isfile(path) else None
        for words in commands:
            result = run(*on(path, words), cwd=self.dir)
            self.assertIn(result.status, statuses, (words, result.err))
            self.assertRegex(result.err, r"\Antm: \S", words)
            self.assertNotRegex(result.err, r"CRITICAL|WARNING|Sanitizer")
            self.assertEqual(result.out, "", words)
        if content is not None:
            self.assertEqual(pathlib.Path(path).read_bytes(), content)
        self.assertEqual(list(self.dir.glob("m.*")), [])

    def write(self, content):
        path = self.dir / "bad.ntm"
        path.write_bytes(content)
        return str(path)

    def test_missing(self):
        self.everything(str(self.dir / "missing.ntm"), {2})
        self.assertFalse((self.dir / "missing.ntm").exists())

    def test_folder(self):
        self.everything(str(self.dir), {2})

    def test_text(self):
        self.everything(self.write("Tỉnh Hà Tĩnh\n".encode() * 100), {2})

    def test_nothing_in_it(self):
        self.everything(self.write(b""), {2})

    def test_other_database(self):
        path = str(self.dir / "other.ntm")
        db = sqlite3.connect(path)
        db.execute("CREATE TABLE unit (id TEXT)")
        db.commit()
        db.close()
        self.everything(path, {2})

    def test_newer(self):
        self.change("PRAGMA user_version = 99")
        self.everything(self.file, {2})

    def test_truncated(self):
        content = pathlib.Path(self.file).read_bytes()
        for size in (50, 100, 4096, len(content) // 2, len(content) - 1):
            self.everything(self.write(content[:size]), {2})

    def test_damaged(self):
        """Whatever is overwritten, no command crashes or writes."""
        content = pathlib.Path(self.file).read_bytes()
        for place in range(512, len(content), max(1, len(content) // 12)):
            path = self.write(content[:place] + b"\xff\x00\x7f" * 300 + content[place + 900:])
            for words in [("info",), ("check",), ("units",), ("series", "poverty_rate"), ("set", "poverty_rate", "42-0", "2025", "2")]:
                result = run(*on(path, words))
                self.assertIn(result.status, {0, 2}, (place, words, result.err))
                self.assertNotRegex(result.err, r"CRITICAL|WARNING|Sanitizer")

    def test_pipe_without_writer(self):
        path = str(self.dir / "pipe.ntm")
        os.mkfifo(path)
        self.everything(path, {2})

    @unittest.skipIf(ROOT, "nothing is forbidden to root")
    def test_permissions(self):
        os.chmod(self.file, 0o444)
        self.everything(self.file, {3}, WRITE)
        self.assertEqual(run("units", self.file).status, 0)
        os.chmod(self.file, 0o000)
        self.assertEqual(run("units", self.file).status, 3)
        os.chmod(self.file, 0o644)

    def test_read_only_medium(self):
        """As nobody, in a folder that belongs to root."""
        if not ROOT or not shutil.which("setpriv"):
            self.skipTest("needs root and setpriv")
        for folder in (self.base, self.dir):
            os.chmod(folder, 0o755)
        os.chmod(self.file, 0o644)
        nobody = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", NTM]
        if subprocess.run([*nobody, "--version"], capture_output=True, check=False).returncode != 0:
            self.skipTest("the program is out of reach of others")
        for words in READ[:8] + WRITE:
            done = subprocess.run([*nobody, *on(self.file, words)], env=ENV, capture_output=True, check=False)
            self.assertEqual(done.returncode, 3 if words in WRITE else 0, (words, done.stderr))
        os.chmod(self.file, 0o600)
        done = subprocess.run([*nobody, "units", self.file], env=ENV, capture_output=True, check=False)
        self.assertEqual(done.returncode, 3)

    def test_locked(self):
        """The lock is on the file beside; its text names the holder."""
        before = pathlib.Path(self.file).read_bytes()
        with open(self.file + "-lock", "w+") as lock:
            lock.write("Nguyễn Văn A (máy 3, 77, 2024-02-21 08:00)\n")
            lock.flush()
            fcntl.lockf(lock, fcntl.LOCK_EX)
            for words in WRITE:
                self.refused(3, *on(self.file, words), says="Nguyễn Văn A")
            info = dict(self.ntm("info").lines[1:])
            self.assertIn("Nguyễn Văn A", info["writer"])
            self.assertEqual(self.ntm("units").status, 0)
        self.assertEqual(dict(self.ntm("info").lines[1:])["writer"], "", "a lock file nobody holds is no lock")
        self.assertEqual(pathlib.Path(self.file).read_bytes(), before)
        self.assertEqual(run(*on(self.file, WRITE[0])).status, 0)

    def test_used_by_another_program(self):
        other = sqlite3.connect(self.file)
        other.execute("BEGIN EXCLUSIVE")
        for words in WRITE[:1]:
            result = run(*on(self.file, words))
            self.assertEqual(result.status, 3, result.err)
            self.assertRegex(result.err, r"\Antm: ")
        other.rollback()
        other.close()
        self.assertEqual(run(*on(self.file, WRITE[0])).status, 0)

    def test_killed_while_writing(self):
        """A value is there or it is not; the file is sound either way."""
        for _ in range(8):
            child = subprocess.Popen([NTM, *on(self.file, WRITE[0])], env=ENV, stderr=subprocess.DEVNULL)
            time.sleep(0.02)
            child.kill()
            child.wait()
            self.assertEqual(run("check", self.file).status, 0)
        self.assertEqual(run(*on(self.file, WRITE[0])).status, 0)

    @staticmethod
    def limit_size(size):
        """Called in the child: a disk that is full after so many bytes of a file."""
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    def test_full_disk(self):
        for size in (0, 20_000, 300_000, 600_000):
            for words in [("new", "full.ntm", "--from", "hatinh"), ("sample", "full.ntm", "--units", "300", "--indicators", "9", "--years", "9")]:
                result = run(*words, cwd=self.dir, preexec_fn=lambda: self.limit_size(size))
                self.assertEqual(result.status, 3, (size, words, result.err))
                self.assertRegex(result.err, r"\Antm: \S")
                self.assertEqual([entry.name for entry in self.dir.iterdir()], ["a.ntm"], (size, words))
        size = os.path.getsize(self.file)
        result = run("set", self.file, "poverty_rate", "42-0", "2025", "2", "--note", "x" * 1900, preexec_fn=lambda: self.limit_size(8192))
        self.assertEqual(result.status, 3, result.err)
        self.assertEqual(run("check", self.file).status, 0)
        self.assertEqual(self.sql("SELECT count(*) FROM observation WHERE indicator = 'poverty_rate' AND period = '2025'"), [(0,)])
        self.assertEqual(os.path.getsize(self.file), size)

    def test_full_disk_for_a_picture(self):
        for out in ("m.png", "m.svg", "m.pdf"):
            result = run("map", self.file, "-o", out, cwd=self.dir, preexec_fn=lambda: self.limit_size(4096))
            self.assertEqual(result.status, 3, (out, result.err))
            self.assertEqual([entry.name for entry in self.dir.iterdir()], ["a.ntm"], out)

    def test_drawn_over_data(self):
        """A file of ours may be called x.pdf; no drawing takes its place."""
        before = pathlib.Path(self.file).read_bytes()
        for name, words in [("x.pdf", ("report", "brief")), ("x.svg", ("map",)), ("x.png", ("chart", "trend", "poverty_rate"))]:
            path = self.dir / name
            shutil.copy(self.file, path)
            self.refused(2, *on(str(path), words), "-o", name, cwd=self.dir)
            self.refused(2, *on(self.file, words), "-o", str(path))
            self.assertEqual(path.read_bytes(), before, name)

    def test_folder_that_is_gone(self):
        """Nothing lands in the root because there is no current folder."""
        for words in [("new", "gone.ntm"), ("units", "gone.ntm"), ("sample", "gone.ntm", "--units", "5", "--indicators", "1", "--years", "1")]:
            gone = self.dir / "gone"
            gone.mkdir()
            result = run(*words, cwd=gone, preexec_fn=lambda: os.rmdir("../gone"))
            self.assertEqual(result.status, 2, (words, result.err))
            self.assertRegex(result.err, r"\Antm: \S")
            self.assertFalse(os.path.exists("/gone.ntm"))
        self.assertEqual(run("units", self.file, cwd=self.dir).status, 0)

    def test_strange_names(self):
        for name in ("có dấu và cách.ntm", "-dash.ntm", "a?b#c%41.ntm", "new\nline.ntm", "x" * 200 + ".ntm"):
            path = self.dir / name
            shutil.copy(self.file, path)
            result = run("units", "--", name, cwd=self.dir)
            self.assertEqual((result.status, result.err), (0, ""), name)
            self.assertEqual(run("undo", "--", name, cwd=self.dir).status, 2)
        raw = os.fsencode(str(self.dir)) + b"/\xff\xfe.ntm"
        shutil.copy(self.file, raw)
        self.assertEqual(run("units", raw).status, 0)
        self.assertEqual(run("units", raw + b"x").status, 2)
        os.symlink("a.ntm", self.dir / "link.ntm")
        self.assertEqual(run("set", str(self.dir / "link.ntm"), "poverty_rate", "42-0", "2025", "2").status, 0)
        self.assertTrue((self.dir / "link.ntm").is_symlink())
        self.refused(2, "new", str(self.dir / "link.ntm"))


class BadWords(Case):
    def test_wrong_use(self):
        f = self.file
        for words in [[], ["units"], ["frobnicate", f], ["units", f, f], ["units", f, "--nonsense"], ["units", f, "--basis", "year"],
                      ["units", f, "--at"], ["units", f, "--at="], ["units", f, "--at", "2024-01-01", "--at", "2024-01-02"],
                      ["units", f, "--all=yes"], ["units", f, "-x"], ["units", f, "--level", "planet"], ["units", ""],
                      ["units", f, "--lang", "fr"], ["units", f, "--lang"], ["series", f], ["set", f, "poverty_rate", "42-0", "2023"],
                      ["set-date", f], ["titles", f, "--basis", "month"], ["map", f], ["map", f, "-o", "m.gif"], ["map", f, "-o", "m"],
                      ["chart", f, "pie", "poverty_rate", "-o", "m.svg"], ["report", f, "long", "-o", "m.pdf"],
                      ["report", f, "brief", "-o", "m.svg"], ["history", f, "--unit", "42-0", "--unit", "443-0"],
                      ["sample", "s.ntm"], ["sample", "s.ntm", "--units", "5", "--years", "2"]]:
            result = self.refused(1, *words, cwd=self.dir)
            self.assertEqual(result.out, "", words)
        self.assertEqual([entry.name for entry in self.dir.iterdir()], ["a.ntm"])

    def test_bad_days(self):
        for day in ("2024-02-30", "2023-02-29", "0000-01-01", "10000-01-01", "2024-1-1", "", " ", "hôm nay", "-1", "2024-02-21T00:00",
                    "9" * 500, "2024-02-21\n"):
            for command in ("units", "titles", "indicators", "tasks"):
                self.refused(1, command, self.file, "--at", day)
        self.assertEqual(run("units", self.file, "--at", "2024-02-29").status, 0)
        for far in ("0001-01-01", "9999-12-31"):
            for command in ("units", "titles", "indicators", "tasks"):
                self.assertEqual(run(command, self.file, "--at", far).status, 0)

    def test_not_utf8(self):
        bad = b"\xff\xfe\xc3"
        for words in [["series", self.file, bad], ["series", self.file, "poverty_rate", "--unit", bad], ["tasks", self.file, "--agency", bad],
                      ["set", self.file, "poverty_rate", "42-0", "2023", bad], ["set", self.file, "poverty_rate", "42-0", bad, "1"],
                      ["set", self.file, "poverty_rate", "42-0", "2023", "1", "--note", bad], [bad], [b"--" + bad], ["set-date", self.file, bad],
                      ["map", self.file, "--theme", bad, "-o", "m.svg"], ["history", self.file, "--indicator", bad]]:
            self.refused(1, *words, cwd=self.dir)

    def test_huge_words(self):
        long = "x" * 100_000
        for words in [["series", self.file, long], ["history", self.file, "--unit", long], ["tasks", self.file, "--agency", long],
                      ["set", self.file, "poverty_rate", "42-0", "2023", long], ["set", self.file, "poverty_rate", "42-0", "2023", "9" * 100_000],
                      ["set", self.file, "poverty_rate", "42-0", "2023", "1", "--note", long]]:
            self.refused(2, *words)
        self.assertEqual(self.ntm("history").rows, [])

    def test_odd_text(self):
        """Formats, SQL and control characters are only text."""
        for text in ("%s%n%d", "'; DROP TABLE unit; --", "Robert\"); --", "\x01\x02", "\u202e", "🌾"):
            self.refused(2, "series", self.file, text)
            self.refused(2, "history", self.file, "--unit", text)
        result = run("set", self.file, "poverty_rate", "42-0", "2025", "1", "--note", "%s'; DROP TABLE unit; --")
        self.assertEqual(result.status, 0)
        self.assertEqual(self.sql("SELECT note FROM observation WHERE indicator = 'poverty_rate' AND period = '2025'"),
                         [("%s'; DROP TABLE unit; --",)])
        self.refused(2, "set", self.file, "poverty_rate", "42-0", "2025", "1", "--note", "bell\x07")

    def test_options_anywhere(self):
        plain = run("units", self.file, "--level", "district", "--at", "2024-06-30").out
        for words in [["--level", "district", "units", "--at=2024-06-30", self.file], ["--lang=en", "--at", "2024-06-30", "--level=district",
                      "units", self.file], ["units", "--level", "district", "--at", "2024-06-30", "--", self.file]]:
            self.assertEqual(run(*words).out, plain, words)
        self.refused(2, "units", "--", "--level")


class Streams(Case):
    def test_full_disk(self):
        for words in [["units", self.file], ["info", self.file], ["--help"], ["units", "--help"], ["--version"]]:
            with open("/dev/full", "wb") as full:
                result = run(*words, stdout=full)
            self.assertEqual(result.status, 3, words)
            self.assertRegex(result.err, r"\Antm: ")

    def test_reader_went_away(self):
        reader, writer = os.pipe()
        os.close(reader)
        result = run("units", self.file, "--all", stdout=writer)
        os.close(writer)
        self.assertEqual((result.status, result.err), (3, ""))

    def test_head(self):
        done = subprocess.run(f"'{NTM}' units '{self.file}' --all | head -n 1", shell=True, env=ENV, capture_output=True, check=False)
        self.assertEqual((done.stdout, done.stderr), (b"id\tcode\tlevel\ttype\tname\tparent\tfrom\tto\n", b""))

    def dump(self):
        db = sqlite3.connect(self.file)
        lines = list(db.iterdump())
        db.close()
        return lines

    def test_closed_streams(self):
        before = self.dump()
        for closed, words, status in [(">&-", "units", 3), ("2>&-", "units", 0), ("<&-", "units", 0), (">&- 2>&- <&-", "info", 3),
                                      (">&-", "undo", 2), ("2>&-", "undo", 2)]:
            done = subprocess.run(f"'{NTM}' {words} '{self.file}' {closed}", shell=True, env=ENV, capture_output=True, check=False)
            self.assertEqual(done.returncode, status, (closed, words, done.stderr))
        self.assertEqual(self.dump(), before)

    def test_help(self):
        self.assertIn("ntm", run("--version").out)
        text = run("--help").out
        commands = [line.split()[0] for line in text.splitlines() if line.startswith("  ") and line[2] not in "- "]
        self.assertEqual(commands, "new info check set-date units titles indicators series set tasks map chart report history undo redo "
                                   "sample".split())
        for command in commands:
            result = run(command, "--help")
            self.assertEqual((result.status, result.err), (0, ""))
            self.assertTrue(result.out.startswith(f"Usage: ntm {command} FILE"), result.out)
            self.assertEqual(run("-h", command, "no such file").out, result.out)


if __name__ == "__main__":
    main()
