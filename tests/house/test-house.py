#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The rules of the house that a compiler does not check: arrows between folders, licences, translations."""

import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(sys.argv[1])
SRC = ROOT / "src"

# Which folders a folder may use, and which outside libraries, by the header that opens them.
MAY_USE = {
    "base": set(),
    "model": {"base"},
    "store": {"base", "model"},
    "exchange": {"base", "model"},
    "draw": {"base"},
    "view": {"base", "model", "draw"},
    "report": {"base", "model", "draw", "view"},
    "cli": {"base", "model", "store", "exchange", "draw", "view", "report"},
    "app": {"base", "model", "store", "exchange", "draw", "view", "report"},
}
LIBRARIES = {
    r"gtk/|gdk/|gsk/|adwaita|shumate": {"app"},
    r"sqlite3": {"store"},
    r"geos": {"exchange"},
    r"gdal|ogr_|xlsxwriter": {"exchange"},
    r"cairo|pango": {"draw", "view", "report", "app", "cli"},
    r"gio/": {"model", "store", "exchange", "draw", "view", "report", "cli", "app"},
}
TOP = {"meson.build", "README.md", "src", "data", "po", "ui", "tests", "meson_options.txt", "COPYING", "build-aux",
       ".ci", ".gitignore", ".editorconfig", ".clang-format"}


def sources(*patterns):
    for pattern in patterns:
        yield from sorted(ROOT.glob(pattern))


def tracked():
    if shutil.which("git"):
        out = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True)
        if out.returncode == 0 and out.stdout:
            return [ROOT / line for line in out.stdout.splitlines()]
    return [path for path in ROOT.rglob("*") if path.is_file() and "build" not in path.relative_to(ROOT).parts[:1]]


def home_of_headers():
    return {path.name: path.relative_to(SRC).parts[0] for path in SRC.rglob("*.h")}


def includes(path):
    for number, line in enumerate(path.read_text().splitlines(), 1):
        found = re.match(r'\s*#\s*include\s+[<"]([^>"]+)[>"]', line)
        if found:
            yield number, found.group(1)


def check_arrows():
    """Includes point one way only."""
    headers = home_of_headers()
    for path in sorted(SRC.rglob("*.[ch]")):
        folder = path.relative_to(SRC).parts[0]
        for number, name in includes(path):
            place = f"{path.relative_to(ROOT)}:{number}"
            home = headers.get(pathlib.PurePath(name).name)
            if home and home != folder and home not in MAY_USE[folder]:
                yield f"{place}: src/{folder} may not use src/{home}"
            for pattern, allowed in LIBRARIES.items():
                if not home and re.match(pattern, name) and folder not in allowed:
                    yield f"{place}: src/{folder} may not use <{name}>"


def check_libraries():
    """Each folder's build file names only dependencies that it may use."""
    for folder, may in MAY_USE.items():
        text = (SRC / folder / "meson.build").read_text()
        for name in re.findall(r"\b(\w+)_dep\b", text):
            if name in MAY_USE and name != folder and name not in may:
                yield f"src/{folder}/meson.build: may not depend on {name}"


def check_tour():
    """The tour of the source names every folder."""
    text = (SRC / "README.md").read_text()
    for folder in MAY_USE:
        if f"`src/{folder}`" not in text and f"`{folder}`" not in text:
            yield f"src/README.md does not mention {folder}"


def check_spdx():
    """Every source file names its licence in its first lines."""
    for path in sources("src/**/*.[ch]", "tests/**/*.[ch]", "tests/**/*.py", "**/meson.build", "data/sql/*.sql"):
        if path.relative_to(ROOT).parts[0] == "build":
            continue
        if "SPDX-License-Identifier: GPL-3.0-or-later" not in "".join(path.read_text().splitlines(True)[:3]):
            yield f"{path.relative_to(ROOT)}: no SPDX line"


def check_top():
    """Nothing else at the top level."""
    for path in tracked():
        top = path.relative_to(ROOT).parts[0]
        if top not in TOP:
            yield f"{top} does not belong at the top level"


def check_words():
    """No path of a machine, no host of a package registry."""
    bad = re.compile(r"/work/|/home/\w+/|\.\./shared|deb\.debian\.org|registry\.npmjs")
    for path in tracked():
        if path.suffix in {".png", ".svg"} or path == pathlib.Path(__file__).resolve() or path.name == "test-house.py":
            continue
        try:
            text = path.read_text()
        except (UnicodeDecodeError, FileNotFoundError):
            continue
        for number, line in enumerate(text.splitlines(), 1):
            if bad.search(line):
                yield f"{path.relative_to(ROOT)}:{number}: {bad.search(line).group(0)}"


def marked_files():
    for path in sources("src/**/*.c"):
        if re.search(r'\b(?:_|N_|C_|NC_|ngettext)\s*\(\s*"', path.read_text()):
            yield path
    for path in sources("ui/**/*.ui"):
        if "translatable=" in path.read_text():
            yield path


def potfiles():
    lines = (ROOT / "po" / "POTFILES.in").read_text().splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]


def check_potfiles():
    """Every file with visible strings is listed for translation, and every listed one exists."""
    listed = set(potfiles())
    for path in marked_files():
        if str(path.relative_to(ROOT)) not in listed:
            yield f"{path.relative_to(ROOT)} is not in po/POTFILES.in"
    for name in listed:
        if not (ROOT / name).exists():
            yield f"po/POTFILES.in lists {name}, which does not exist"


def check_translation():
    """po/vi.po translates every string there is now."""
    with tempfile.TemporaryDirectory() as folder:
        pot, merged = f"{folder}/now.pot", f"{folder}/vi.po"
        subprocess.run(["xgettext", "--from-code=UTF-8", "--keyword=_", "--keyword=N_", "--keyword=C_:1c,2",
                        "--keyword=NC_:1c,2", "--keyword=g_dngettext:2,3", "--add-comments", "-o", pot, *potfiles()],
                       cwd=ROOT, check=True, capture_output=True)
        subprocess.run(["msgmerge", "--no-fuzzy-matching", "-q", "-o", merged, ROOT / "po/vi.po", pot], check=True)
        for flag in ("--untranslated", "--only-fuzzy"):
            out = subprocess.run(["msgattrib", flag, "--no-obsolete", "--no-wrap", merged], capture_output=True, text=True)
            for text in re.findall(r'^msgid "(.+)"$', out.stdout, re.M):
                yield f"po/vi.po lacks “{text}”"
        found = subprocess.run(["msgfmt", "--check", "-o", "/dev/null", ROOT / "po/vi.po"], capture_output=True, text=True)
        if found.returncode:
            yield found.stderr


def check_points():
    """A difference of rates is spoken of in percentage points, never in %."""
    for text in re.findall(r'^msgstr "(.+)"$', (ROOT / "po/vi.po").read_text(), re.M):
        if re.search(r"(?:tăng|giảm) %s\s?%%", text):
            yield f"po/vi.po: “{text}”"


CHECKS = [check_arrows, check_libraries, check_tour, check_spdx, check_top, check_words, check_potfiles,
          check_translation, check_points]

print(f"1..{len(CHECKS)}")
failed = 0
for index, check in enumerate(CHECKS, 1):
    problems = list(check())
    for problem in problems:
        print(f"# {problem}")
    print(f"{'not ok' if problems else 'ok'} {index} {check.__doc__}")
    failed += bool(problems)
sys.exit(failed > 0)
