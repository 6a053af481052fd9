#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A person's way through the program: real keys and pointer, seen through the accessibility bus.

journey.py PROGRAM LANGUAGE, on the display and session bus of build-aux/with-display."""

import os
import shutil
import subprocess
import sys
import tempfile
import time

SKIP = 77
LIMIT = 20
PROGRAM, LANGUAGE = sys.argv[1:3]
WORDS = {
    "vi": {"province": "Tỉnh Hà Tĩnh", "kỳ anh": "Huyện Kỳ Anh", "as of": "Tính đến 21/02/2024",
           "later": "Tính đến 31/12/2023", "date": "31/12/2023", "find": "Tìm đơn vị"},
    "en": {"province": "Hà Tĩnh province", "kỳ anh": "Kỳ Anh district", "as of": "As of 21 Feb 2024",
           "later": "As of 31 Dec 2023", "date": "31 Dec 2023", "find": "Find a unit"},
}[LANGUAGE]

if not os.environ.get("DISPLAY") or not os.environ.get("DBUS_SESSION_BUS_ADDRESS", "").startswith("unix:"):
    print("no display or session bus: run it with build-aux/with-display")
    sys.exit(SKIP)
if shutil.which("xdotool") is None:
    print("xdotool is not installed")
    sys.exit(SKIP)
try:
    import pyatspi
except ImportError:
    print("pyatspi is not installed")
    sys.exit(SKIP)


def xdotool(*words):
    return subprocess.run(["xdotool", *map(str, words)], check=True, capture_output=True, text=True).stdout.strip()


def wait(what, condition):
    end = time.monotonic() + LIMIT
    while time.monotonic() < end:
        try:
            found = condition()
        except Exception:  # the tree changes under us
            found = None
        if found:
            return found
        time.sleep(0.1)
    raise AssertionError(f"waited in vain for {what}")


def walk(node):
    yield node
    for i in range(node.childCount):
        child = node.getChildAtIndex(i)
        if child is not None:
            yield from walk(child)


class Journey:
    def __init__(self, home):
        environment = dict(os.environ, NTM_LANG=LANGUAGE, LC_ALL="C.UTF-8", LANGUAGE="", XDG_DATA_HOME=home,
                           XDG_CONFIG_HOME=home, XDG_CACHE_HOME=home, GSETTINGS_BACKEND="memory",
                           GSK_RENDERER="cairo", GDK_BACKEND="x11", G_DEBUG="fatal-warnings")
        environment.pop("GTK_A11Y", None)
        self.program = subprocess.Popen([PROGRAM], env=environment)
        self.window = wait("the window", lambda: xdotool("search", "--onlyvisible", "--name", "hatinh.ntm")).split()[-1]
        self.frame = wait("the program on the accessibility bus", self.find_frame)

    def find_frame(self):
        for i in range(pyatspi.Registry.getDesktop(0).childCount):
            application = pyatspi.Registry.getDesktop(0).getChildAtIndex(i)
            if application is not None and application.get_process_id() == self.program.pid and application.childCount:
                return application.getChildAtIndex(0)
        return None

    # GTK 4.8 marks nothing but the frame as showing; what is hidden is not in the tree at all.
    def shown(self, text):
        return self.count(text) > 0

    def count(self, text):
        return sum(node.name == text for node in walk(self.frame) if node.getRole() == pyatspi.ROLE_LABEL)

    def see(self, text):
        wait(f"“{text}”", lambda: self.shown(text))

    def key(self, *keys):
        xdotool("key", "--clearmodifiers", "--window", 0, *keys)
        time.sleep(0.3)

    def type(self, text):
        xdotool("type", "--delay", 60, text)
        time.sleep(0.4)

    def button(self, text):
        return next(node for node in walk(self.frame)
                    if node.name == text and node.getRole() in (pyatspi.ROLE_PUSH_BUTTON, pyatspi.ROLE_TOGGLE_BUTTON))

    def end(self):
        self.key("ctrl+q")
        assert self.program.wait(LIMIT) == 0, "the program did not end well"


def travel(journey):
    # Without a selection the inspector is about the province; the same name heads the list.
    journey.see(WORDS["province"])
    journey.see(WORDS["as of"])
    assert journey.count(WORDS["province"]) == 2, "list and inspector should both name the province"

    # "/" from the map to the search, accents left out, Enter takes the first: the town comes before the district.
    xdotool("windowfocus", "--sync", journey.window)
    journey.key("slash")
    journey.type("huyen ky anh")
    journey.key("Return")
    wait("the district in list and inspector", lambda: journey.count(WORDS["kỳ anh"]) == 2)

    # Escape ends the search, and then the selection.
    journey.key("Escape")
    wait("the whole list", lambda: journey.shown(WORDS["province"]))
    journey.key("Escape")
    wait("the province in the inspector", lambda: journey.count(WORDS["province"]) == 2)

    # On the map: arrows select, and a neighbour of it.
    journey.key("F6")
    journey.key("Right")
    wait("a selection by key", lambda: journey.count(WORDS["province"]) == 1)
    journey.key("Escape")
    wait("no selection", lambda: journey.count(WORDS["province"]) == 2)

    # A click on the map selects, a drag does not.
    width, height = (int(line.split("=")[1]) for line in
                     xdotool("getwindowgeometry", "--shell", journey.window).splitlines()
                     if line.startswith(("WIDTH", "HEIGHT")))
    x, y = int(width * 0.42), int(height * 0.62)
    xdotool("mousemove", "--window", journey.window, x, y, "mousedown", 1)
    for step in range(1, 8):
        xdotool("mousemove", "--window", journey.window, x + 6 * step, y)
        time.sleep(0.03)
    xdotool("mouseup", 1)
    time.sleep(0.6)
    assert journey.count(WORDS["province"]) == 2, "a drag selected something"
    journey.key("0")
    time.sleep(0.3)
    xdotool("mousemove", "--window", journey.window, x, y, "click", 1)
    wait("a selection by click", lambda: journey.count(WORDS["province"]) == 1)

    # The wheel zooms, 0 shows all again; neither selects.
    xdotool("click", 4, "click", 4)
    journey.key("0")
    journey.key("Escape")
    wait("no selection", lambda: journey.count(WORDS["province"]) == 2)

    # Another reference date, undone and done again by key.
    journey.button(WORDS["as of"]).queryAction().doAction(0)
    time.sleep(0.5)
    journey.key("ctrl+a")
    journey.type(WORDS["date"])
    journey.key("Return")
    journey.see(WORDS["later"])
    journey.key("ctrl+z")
    journey.see(WORDS["as of"])
    journey.key("ctrl+shift+z")
    journey.see(WORDS["later"])

    # Panes.
    journey.key("F9")
    wait("no list", lambda: journey.count(WORDS["province"]) == 1)
    journey.key("shift+F9")
    wait("no inspector", lambda: journey.count(WORDS["province"]) == 0)
    journey.key("F9", "shift+F9")
    wait("both again", lambda: journey.count(WORDS["province"]) == 2)


def main():
    home = tempfile.mkdtemp(prefix="ntm-journey-")
    journey = None
    try:
        journey = Journey(home)
        travel(journey)
        journey.end()
    finally:
        if journey is not None and journey.program.poll() is None:
            journey.program.kill()
            journey.program.wait()
        shutil.rmtree(home, ignore_errors=True)


main()
