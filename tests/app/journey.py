#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A day of an analyst: real keys and pointer, seen through the accessibility bus.

journey.py PROGRAM NTM LANGUAGE CATALOGUES [NAME…], on the display and session bus of build-aux/with-display. The
program is started as seldom as possible, so each journey ends where the next can begin: on the map, nothing selected."""

import gettext
import os
import shutil
import subprocess
import sys
import tempfile
import time
import traceback

from person import BUTTON, ENTRY, FOCUSABLE, LABEL, LIST_ITEM, PRESSED, TAB, TEXT, Person, wait

PROGRAM, NTM, LANGUAGE, CATALOGUES = sys.argv[1:5]
catalogue = gettext.translation("ntm-atlas", CATALOGUES, [LANGUAGE], fallback=True)
_, C_ = catalogue.gettext, catalogue.pgettext
NAMES = {
    "vi": {"province": "Tỉnh Hà Tĩnh", "kỳ anh": "Huyện Kỳ Anh", "hương khê": "Huyện Hương Khê"},
    "en": {"province": "Hà Tĩnh province", "kỳ anh": "Kỳ Anh district", "hương khê": "Hương Khê district"},
}[LANGUAGE]


def day(year, month, number):
    months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
    return f"{number} {months[month - 1]} {year}" if LANGUAGE == "en" else f"{number:02}/{month:02}/{year}"


def as_of(*date):
    return _("As of %s") % day(*date)


def ntm(*words):
    run = subprocess.run([NTM, *words, "--lang", "en"], check=True, capture_output=True, text=True)
    return run.stdout


def data_file(home):
    return os.path.join(home, "ntm-atlas", "hatinh.ntm")


def find_map(person):
    return person.see(role=27, part=_("NTM status of districts"))


def inspector(person):
    """What the inspector says, its title first; "" while it says nothing."""
    pane = next(n for n in person.all(_("Inspector")) if n.role != BUTTON)
    return [n.name for n in pane.walk() if n.role == LABEL] or [""]


def see_inspected(person, name):
    wait(f"“{name}” in the inspector", lambda: inspector(person)[0] == name)


def toasted(person, text):
    person.see(text, LABEL)


# --- the journeys


def first_start(person, home):
    find_map(person)
    person.press(_("Close this notice"))
    person.miss(_("Close this notice"), BUTTON)
    see_inspected(person, NAMES["province"])


def find_a_unit(person, home):
    person.key("ctrl+k")
    person.type("huong khe")
    person.see(role=LIST_ITEM, part=": " + NAMES["hương khê"])
    person.key("Return")
    see_inspected(person, NAMES["hương khê"])
    assert _("The file holds no decision that recognises it by this day.") in inspector(person)
    person.key("Escape")
    see_inspected(person, NAMES["province"])

    person.key("slash")
    person.type("duc tho")
    person.key("Return")
    wait("the title of Đức Thọ", lambda: "Đức Thọ" in inspector(person)[0])
    wait("its decision", lambda: any("994/QĐ-TTg" in said for said in inspector(person)))
    person.key("Escape", "Escape")
    see_inspected(person, NAMES["province"])


def on_the_map(person, home):
    x, y, width, height = person.box(find_map(person))
    land = (x + width * 0.42, y + height * 0.62)
    sea = (x + width * 0.9, y + height * 0.45)
    person.move(*sea)
    person.move(*land)
    person.see(role=LABEL, part="\n")          # the tip: name, status, decision
    person.move(*land, "click", 1)
    wait("a selection by click", lambda: inspector(person)[0] != NAMES["province"])
    person.move(*sea, "click", 1)
    see_inspected(person, NAMES["province"])

    person.move(*land, "mousedown", 1)
    for step in range(1, 8):
        person.move(land[0] + 6 * step, land[1])
    person.move(land[0] + 48, land[1], "mouseup", 1)
    time.sleep(0.3)
    assert inspector(person)[0] == NAMES["province"], "a drag selected something"
    person.key("0")

    person.key("Right")
    wait("a selection by key", lambda: inspector(person)[0] != NAMES["province"])
    first = inspector(person)[0]
    person.key("Down")
    wait("its neighbour", lambda: inspector(person)[0] not in (first, NAMES["province"]))
    person.key("Escape")

    time.sleep(0.5)                             # or the next click would be the second of two
    person.move(*land, "click", "--repeat", 2, "--delay", 60, 1)
    person.see(role=27, part=_("NTM status of communes"))
    person.key("BackSpace")
    find_map(person)
    person.key("Escape")

    shown = find_map(person).name
    person.key("space")
    wait("another year on the map", lambda: find_map(person).name != shown)
    person.press(_("Stop"), BUTTON)
    person.see(_("Play the years"), BUTTON)
    person.press(_("Back to the reference date"))
    wait("the day of before", lambda: find_map(person).name == shown)
    person.key("alt+1", "0", "Escape")


def first_of_legend(person):
    legend = person.see(_("Legend"))
    return next(n for n in legend.walk() if n.role == BUTTON and n.has(FOCUSABLE))


def the_legend(person, home):
    person.click(first_of_legend(person))
    wait("the filter", lambda: first_of_legend(person).has(PRESSED))
    person.key("Escape", "Escape")
    wait("no filter", lambda: not first_of_legend(person).has(PRESSED))


def number(text):
    return text.replace(".", ",") if LANGUAGE == "vi" else text


def find_command(person, text):
    person.key("ctrl+k")
    person.type(text)
    person.see(role=LIST_ITEM, part=text)
    person.key("Return")


def stored(home, unit, period):
    """What the file holds for a cell, read by the other program."""
    rows = [line.split("\t") for line in ntm("series", data_file(home), "income_per_capita").splitlines()]
    column = {name: i for i, name in enumerate(rows[0])}
    return [row[column["value"]] for row in rows if row[column["unit"]] == unit and row[column["period"]] == period]


def in_the_table(person, home):
    cell = person.see
    person.key("alt+2")
    person.key("ctrl+k")
    person.type("income per" if LANGUAGE == "en" else "thu nhap")
    person.see(role=LIST_ITEM, part=_("Income per capita") if LANGUAGE == "en" else "Thu nhập bình quân")
    person.key("Return")
    person.key("alt+2", "ctrl+Home", "Down")
    cell(role=56, part=" 2010")
    first = person.focus().name
    assert "2010" in first and stored(home, "436-0", "2010") == []

    person.type(number("3.5"))
    person.key("Return")
    wait("the row below", lambda: person.focus().name != first)
    person.key("Up")
    wait("the figure", lambda: person.focus().name.startswith(number("3.5")))
    assert stored(home, "436-0", "2010") == ["3.5"], stored(home, "436-0", "2010")

    person.type("abc")
    person.key("Return")
    person.see(role=LABEL, part="“abc”")
    assert person.focus().role == TEXT, "the editor has closed"
    person.key("Escape")
    wait("the cell again", lambda: person.focus().name.startswith(number("3.5")))

    person.key("ctrl+c", "ctrl+k", "ctrl+v")
    wait("the figure in the clipboard", lambda: person.text(person.focus()) == number("3.5"))
    person.key("ctrl+a")
    person.type(number("4.25"))
    person.key("ctrl+a", "ctrl+c", "Escape", "alt+2", "Down", "ctrl+v")
    wait("the figure pasted", lambda: person.focus().name.startswith(number("4.25")))
    assert stored(home, "437-0", "2010") == ["4.25"]
    person.key("ctrl+z")
    wait("no figure below", lambda: stored(home, "437-0", "2010") == [])
    person.key("ctrl+z")
    wait("no figure", lambda: stored(home, "436-0", "2010") == [])
    assert "3.5" in ntm("history", data_file(home))


def save_as(person, path):
    """In the file dialog: its name field takes a whole path."""
    person.see_window()
    time.sleep(0.4)
    person.key("ctrl+a")
    person.type(path)
    person.key("Return")
    person.miss_window()
    wait(path, lambda: os.path.exists(path) and os.path.getsize(path) > 0)


def with_charts(person, home):
    person.key("alt+3")
    time.sleep(0.3)
    for kind, begins in ((_("Drawing (SVG)…"), b"<?xml"), (_("Picture (PNG)…"), b"\x89PNG")):
        path = os.path.join(home, "chart." + begins[1:4].decode().lower().replace("?xm", "svg").replace("xml", "svg"))
        person.press(_("Export the selected chart"), BUTTON)
        person.press(kind)
        save_as(person, path)
        assert open(path, "rb").read(8).startswith(begins)
    person.press(_("Table of Figures"), BUTTON)
    wait("rows of figures", lambda: len(person.all(role=90)) > 8)
    person.press(_("Table of Figures"), BUTTON)


def set_date(person, before, after, typed):
    person.press(as_of(*before), BUTTON)
    wait("the field of the date", lambda: person.focus().name == _("Reference date"))
    person.key("ctrl+a")
    person.type(typed)
    person.key("Return")
    person.see(as_of(*after), LABEL)


def set_task_date(person, before, typed):
    person.press(before, BUTTON)
    wait("the field of the date", lambda: person.focus().name == _("Day of the tasks"))
    person.key("ctrl+a")
    person.type(typed)
    person.key("Return")


def overdue(person):
    tab = next(n for n in person.all(C_("view", "Tasks"), TAB))
    return next((n.name for n in tab.walk() if n.role == LABEL and n.name.isdigit() and n.name != "0"), None)


def task_row(person, text):
    return person.see(role=LIST_ITEM, part=text)


def with_tasks(person, home):
    person.key("alt+4")
    assert overdue(person) is None
    set_task_date(person, _("Tasks as of today, %s") % day(2024, 2, 21), "1/10/2024")
    wait("the number of tasks overdue", lambda: overdue(person) == "4")
    person.press(_("By deadline"), BUTTON)
    time.sleep(0.4)                             # the list is made anew

    person.key("alt+4")
    wait("the list of tasks", lambda: person.focus().role == LIST_ITEM)
    person.key("ctrl+shift+n")
    person.see_window(_("New task"))
    person.type("Nop bao cao quy")
    person.key("Tab", "Tab")
    wait("the row of the agency", lambda: (person.focus().role, person.focus().name) == (LIST_ITEM, _("Agency")))
    person.key("Return")
    wait("its choices", lambda: person.focus().name == _("Search the choices"))
    person.type("van phong dieu phoi" if LANGUAGE == "vi" else "coordination office")
    person.key("Return")
    person.key("ctrl+Return")
    toasted(person, _("The task was saved"))
    task_row(person, "Nop bao cao quy")
    person.key("ctrl+r")
    person.see_window()
    person.key("Tab")
    person.type("155/BC-UBND")
    person.key("Tab", "Tab")
    person.type("Da nop")
    person.key("ctrl+Return")
    toasted(person, _("The report was saved"))
    person.see(role=LABEL, part="155/BC-UBND")
    person.key("alt+4", "space")
    person.see_window()
    person.key("Tab")
    person.type("156/BC-UBND")
    person.key("Tab", "Tab")
    person.type("Xong")
    person.key("ctrl+Return")
    toasted(person, _("The task was finished"))
    person.press(part=C_("task", "_Open Again"))
    toasted(person, _("The task was opened again"))
    assert "155/BC-UBND" in ntm("history", data_file(home))
    for change in ("opened", "closed", "reported", "added"):
        before = ntm("history", data_file(home))
        person.key("ctrl+z")
        wait(f"a step back from what was {change}", lambda: ntm("history", data_file(home)) != before)
    set_task_date(person, _("Tasks as of %s") % day(2024, 10, 1), "21/2/2024")
    wait("no number of tasks overdue", lambda: overdue(person) is None)
    assert "Nop bao cao quy" not in ntm("tasks", data_file(home))
    person.key("alt+1")


def a_title(person, home):
    person.key("alt+1", "ctrl+k")
    person.type("huong khe")
    person.see(role=LIST_ITEM, part=": " + NAMES["hương khê"])
    person.key("Return")
    see_inspected(person, NAMES["hương khê"])
    recognised = person.see(role=BUTTON, part=_("NTM standard") + ": ").name
    find_command(person, C_("command", "Add a title"))
    person.see_window()
    person.key("Tab", "Tab", "Tab")
    person.type("12/QĐ-TTg")
    person.key("Tab")
    person.type("31/02/2024")
    person.key("ctrl+s")
    person.see(_("Write a day like 21/02/2024, a month like 2/2024 or a year like 2024."), LABEL)
    person.key("ctrl+a")
    person.type("31/01/2024")
    person.key("ctrl+s")                        # it asks for the document that says so
    wait("the row of the document", lambda: person.focus().name == _("Document that says so"))
    person.key("space")
    wait("the choices", lambda: person.focus().name == _("Search the choices"))
    person.type("thong bao" if LANGUAGE == "vi" else "notice of the conclusions")
    person.key("Return", "ctrl+s")
    person.miss_window()
    person.miss(recognised)
    person.key("ctrl+z")
    person.see(recognised)
    person.key("Escape")


def slides(person):
    """The titles of the slide that is shown and of the one before."""
    return {n.name for n in person.window().walk() if n.role == 27 and not n.is_nameless()}


def in_a_meeting(person, home):
    person.key("alt+1", "F5")
    person.see_window(_("Meeting"))
    first = wait("a slide", lambda: slides(person))
    assert len(first) == 1, first
    person.key("Page_Down")
    wait("the second slide", lambda: len(slides(person)) == 2)
    person.key("b")
    person.see(_("Black screen"))
    person.key("b")
    person.miss(_("Black screen"))
    second = slides(person) - first
    person.key("3", "Return")
    wait("the third slide", lambda: len(slides(person) - first - second) == 1)
    person.key("Home")
    wait("the first slide again", lambda: first < slides(person))
    person.key("Escape")
    person.miss_window()


def the_preview(person, home):
    person.key("alt+4", "ctrl+p")
    person.see_window(_("Print Preview"))
    person.see(role=LABEL, part=_("Page %1$u of %2$u").split("%")[0] + "1")
    person.key("Escape")
    person.miss_window()
    person.key("alt+1")


def is_recent(home, name):
    """Whether the file is in the desktop's list as ours, as it is once it is open; the dialog puts it there untyped."""
    with open(os.path.join(home, "recently-used.xbel"), encoding="utf-8") as listed:
        return any(f"/{name}\"" in file and '"application/x-ntm-atlas"' in file for file in listed.read().split("</bookmark>"))


def other_files(person, home):
    path = os.path.join(home, "khac.ntm")
    person.key("ctrl+n")
    person.see_window()
    time.sleep(0.4)
    person.key("ctrl+a")
    person.type(path)
    person.key("Return")
    person.see_window("khac.ntm")
    wait("khac.ntm among the recent files", lambda: is_recent(home, "khac.ntm"))
    person.key("ctrl+w")
    person.miss_window("khac.ntm")
    person.key("F10")
    person.press(part="khac.ntm (")
    person.see_window("khac.ntm")
    person.key("ctrl+w")
    person.miss_window("khac.ntm")


def choose_basis(person, key):
    person.key("ctrl+comma")
    person.see_window()
    person.key("Tab", "Tab")
    wait("the row of the basis", lambda: person.focus().name == _("Titles count from"))
    person.key("space")
    time.sleep(0.3)
    person.key(key, "Return")
    time.sleep(0.3)
    person.key("Escape")
    person.miss_window()


def preferences(person, home):
    """Kỳ Anh was recognised for 2023 by a decision signed later."""
    none = _("The file holds no decision that recognises it by this day.")
    person.click(person.see(role=LIST_ITEM, part=NAMES["kỳ anh"] + ". "))
    see_inspected(person, NAMES["kỳ anh"])
    assert none in inspector(person), inspector(person)[:8]
    choose_basis(person, "Down")
    wait("its title", lambda: none not in inspector(person))
    choose_basis(person, "Up")
    wait("no title again", lambda: none in inspector(person))
    person.key("Escape")


def help_and_about(person, home):
    person.key("F1")
    person.see(_("Text of the page"))
    person.key("ctrl+w")
    person.miss_window()
    person.key("ctrl+question")
    person.see_window()
    person.key("Escape")
    person.miss_window()
    find_command(person, C_("command", "About NTM Atlas"))
    person.see_window()
    person.key("Escape")
    person.miss_window()


def start_again(person, home):
    """The last: what was changed, hidden and could be undone is as it was left."""
    set_date(person, (2024, 2, 21), (2023, 12, 31), "31/12/2023")
    person.key("F9")
    person.end()
    person.start()
    find_map(person)
    person.see(as_of(2023, 12, 31), LABEL)
    assert person.find(_("Find a unit"), ENTRY) is None, "the list of units is shown again"
    person.key("ctrl+z")
    person.see(as_of(2024, 2, 21), LABEL)
    person.key("F9")
    person.see(_("Find a unit"), ENTRY)


JOURNEYS = [first_start, find_a_unit, on_the_map, the_legend, in_the_table, with_charts, with_tasks, a_title, in_a_meeting,
            the_preview, other_files, preferences, help_and_about, start_again]


def travel(person, home, chosen):
    for i, journey in enumerate(chosen, 1):
        start = time.monotonic()
        journey(person, home)
        print(f"ok {i} {journey.__name__.replace('_', ' ')} # {time.monotonic() - start:.1f} s", flush=True)


def main():
    home = tempfile.mkdtemp(prefix="ntm-journey-")
    chosen = [journey for journey in JOURNEYS if not sys.argv[5:] or journey.__name__ in sys.argv[5:]]
    person = Person(PROGRAM, LANGUAGE, home)
    print(f"1..{len(chosen)}")
    try:
        travel(person, home, chosen)
        person.end()
    except Exception:
        traceback.print_exc()
        print("Bail out! a journey ended before its end")
        sys.exit(1)
    finally:
        person.kill()
        shutil.rmtree(home, ignore_errors=True)


if __name__ == "__main__":
    main()
