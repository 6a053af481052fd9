#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything by keyboard: what can have the focus has a name, F6 goes round, nothing holds Tab fast.

keyboard.py PROGRAM LANGUAGE CATALOGUES, on the display and session bus of build-aux/with-display."""

import gettext
import shutil
import sys
import tempfile
import time
import traceback

from person import ENTRY, FOCUSABLE, LABEL, LIST_ITEM, TAB, TEXT, Person, wait

PROGRAM, LANGUAGE, CATALOGUES = sys.argv[1:4]
catalogue = gettext.translation("ntm-atlas", CATALOGUES, [LANGUAGE], fallback=True)
_, C_ = catalogue.gettext, catalogue.pgettext

# Boxes that scroll or divide are left out: Tab passes them over.
BUTTON, CELL, CHECK_BOX, COMBO, IMAGE, PANEL, RADIO, SLIDER = 43, 56, 7, 11, 27, 39, 44, 51
CONTROLS = {BUTTON, CELL, CHECK_BOX, COMBO, ENTRY, IMAGE, LIST_ITEM, PANEL, RADIO, SLIDER, TAB, TEXT}


def nameless(person):
    found = []
    for node in person.look().walk():
        is_box = node.role == PANEL and any(n.has(FOCUSABLE) for n in node.walk() if n is not node)
        if node.role in CONTROLS and node.has(FOCUSABLE) and node.is_nameless() and not is_box:
            chain = [node]
            while chain[-1].parent is not None:
                chain.append(chain[-1].parent)
            if not any(n.role == COMBO for n in chain):   # the list inside is not ours
                found.append(" < ".join(n.name or str(n.role) for n in chain[:6]))
    return sorted(set(found))


def check_names(person, place):
    found = nameless(person)
    assert not found, f"nameless in {place}:\n" + "\n".join(found)


def names_in_views(person):
    for view in "1234":
        person.key("alt+" + view)
        time.sleep(0.3)
    check_names(person, "the views")


def names_in_popovers(person):
    person.key("alt+1")
    for button in (_("As of %s") % "", _("Colour by: %s") % ""):
        person.press(part=button)
        time.sleep(0.3)
        check_names(person, button)
        person.key("Escape")
    person.key("ctrl+k")
    person.type("ha tinh")
    check_names(person, "the finder")
    person.key("Escape")
    wait("the end of the finder", lambda: pane(person) == (BUTTON, _("Find anything")))


def names_in_windows(person):
    for open_it in ("ctrl+comma", "ctrl+p", "F1"):
        person.key(open_it)
        person.see_window()
        check_names(person, open_it)
        person.key("Escape")
        person.miss_window()
    command = C_("command", "Add a title")
    person.key("ctrl+k")
    person.type(command)
    person.see(role=LIST_ITEM, part=command)
    person.key("Return")
    person.see_window()
    check_names(person, command)
    person.key("Escape")
    person.miss_window()
    person.key("alt+4")
    wait("the list of tasks", lambda: person.focus().role == LIST_ITEM)
    person.key("ctrl+shift+n")
    person.see_window()
    check_names(person, "a new task")
    person.key("Escape")
    person.miss_window()


def pane(person):
    node = person.focus()
    return (node.role, node.name)


def round_by_f6(person):
    for view, stops in (("1", 4), ("2", 2), ("3", 3), ("4", 2)):
        person.key("alt+" + view)
        time.sleep(0.4)
        seen = [pane(person)]
        for _i in range(stops):
            person.key("F6")
            seen.append(pane(person))
        assert seen[0] == seen[-1] and len(set(seen)) == stops, (view, seen)
        person.key("shift+F6")
        assert pane(person) == seen[-2], (view, seen)


def out_of_the_table(person):
    person.key("alt+2", "ctrl+Home")
    wait("the first cell", lambda: pane(person)[0] == CELL)
    person.key("shift+Tab")
    wait("the controls above", lambda: pane(person)[0] == BUTTON)
    person.key("Tab")
    wait("the table again", lambda: pane(person)[0] == CELL)
    person.key("ctrl+End", "Tab")
    wait("the bar below", lambda: pane(person)[0] == BUTTON)


def along_the_map(person):
    person.key("alt+1")
    wait("the map", lambda: pane(person)[0] == IMAGE)
    assert "13" in pane(person)[1]
    seen = []
    while pane(person)[0] != SLIDER and len(seen) < 20:
        person.key("Tab")
        seen.append(pane(person))
    assert _("Zoom in") in [name for _role, name in seen] and seen[-1] == (SLIDER, _("Year shown on the map")), seen


def through_the_lists(person):
    """Tab passes a list as one thing; arrows move in it."""
    person.key("alt+4")
    wait("the list of tasks", lambda: pane(person)[0] == LIST_ITEM)
    first = pane(person)
    person.key("Down")
    assert pane(person)[0] == LIST_ITEM and pane(person) != first, pane(person)
    row = pane(person)
    person.key("Tab")
    wait("what follows the list", lambda: pane(person)[0] != LIST_ITEM)
    person.key("shift+Tab")
    wait("the row it was left from", lambda: pane(person) == row)
    person.key("alt+1", "ctrl+f")
    wait("a row of units", lambda: person.key("Tab") or pane(person)[0] == PANEL)
    person.key("Down")
    next_row = pane(person)
    person.key("Up")
    row = pane(person)
    person.key("Tab")
    assert pane(person) not in (row, next_row), pane(person)
    person.key("shift+Tab")
    wait("the unit it was left from", lambda: pane(person) == row)
    person.key("shift+Tab")
    wait("the buttons above it", lambda: pane(person)[0] == BUTTON)


def keys_of_tasks(person):
    """From the header bar too, but in no other view. Enter opens choices and does not save."""
    person.key("alt+1", "ctrl+shift+n", "ctrl+r")
    time.sleep(0.3)
    assert len(person.windows()) == 1, person.windows()
    person.key("alt+4")
    wait("the list of tasks", lambda: pane(person)[0] == LIST_ITEM)
    person.key("Down", "F6")
    assert pane(person)[0] != LIST_ITEM
    for key in ("ctrl+r", "F2", "ctrl+shift+n"):
        person.key(key)
        person.see_window()
        if key != "ctrl+shift+n":
            person.key("Escape")
            person.miss_window()
    person.key("Tab", "Tab")
    wait("the row of the agency", lambda: pane(person) == (LIST_ITEM, _("Agency")))
    person.key("Return")
    wait("its choices", lambda: pane(person)[1] == _("Search the choices"))
    person.key("Escape", "Escape")
    person.miss_window()


def chosen_indicator(person):
    person.key("alt+2")
    person.press(part=_("Indicator: %s") % "")
    wait("the search", lambda: pane(person)[1] == _("Find an indicator"))
    person.type("qqqq")
    person.see(_("No indicator has this name"), LABEL)
    person.key("Escape")
    person.miss(_("No indicator has this name"), LABEL)


def through_the_history(person):
    """Ctrl+H, into the list, an edit opened and folded, and out."""
    person.key("alt+2", "ctrl+Home")
    wait("the first cell", lambda: pane(person)[0] == CELL)
    person.type("3")
    person.key("Return")
    person.key("ctrl+h")
    person.see_window(_("History of Changes"))
    check_names(person, "the history")
    wait("the search", lambda: pane(person)[1] == _("Search the changes"))
    person.key("Tab")
    wait("the list of changes", lambda: pane(person)[0] == LIST_ITEM)
    person.key("Home", "Down")
    wait("the newest change", lambda: pane(person)[1].startswith(_("Figure entered")))
    before = len(person.all(role=LIST_ITEM))
    person.key("Right")
    wait("its values", lambda: len(person.all(role=LIST_ITEM)) > before)
    person.key("Down", "Left", "Up")
    wait("its values to go", lambda: len(person.all(role=LIST_ITEM)) == before)
    person.key("shift+Tab")
    wait("the search again", lambda: pane(person)[1] == _("Search the changes"))
    person.key("Escape")
    person.miss_window()


PARTS = [names_in_views, names_in_popovers, names_in_windows, round_by_f6, out_of_the_table, along_the_map,
         through_the_lists, keys_of_tasks, chosen_indicator, through_the_history]


def main():
    home = tempfile.mkdtemp(prefix="ntm-keyboard-")
    person = Person(PROGRAM, LANGUAGE, home)
    print(f"1..{len(PARTS)}")
    try:
        person.see(role=IMAGE, part="13")
        chosen = [part for part in PARTS if not sys.argv[4:] or part.__name__ in sys.argv[4:]]
        for i, part in enumerate(chosen, 1):
            start = time.monotonic()
            part(person)
            print(f"ok {i} {part.__name__.replace('_', ' ')} # {time.monotonic() - start:.1f} s", flush=True)
        person.end()
    except Exception:
        traceback.print_exc()
        print("Bail out! the keyboard does not get through")
        sys.exit(1)
    finally:
        person.kill()
        shutil.rmtree(home, ignore_errors=True)


main()
