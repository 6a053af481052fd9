# SPDX-License-Identifier: GPL-3.0-or-later
"""A person at the program: real keys and pointer, eyes on the accessibility bus.

For the display and session bus of build-aux/with-display."""

import os
import re
import shutil
import subprocess
import sys
import time

LIMIT = 20
BUTTON, CHECK_BOX, DIALOG, ENTRY, FRAME, LABEL, LIST_ITEM, TAB, TEXT = 43, 7, 16, 79, 23, 29, 32, 37, 61
BUTTONS = {8, 35, 45, 62}   # items of menus and toggles, which GTK 4.8 calls buttons as well
FOCUSABLE, FOCUSED = 1 << 11, 1 << 12
PRESSED = 1 << 4 | 1 << 20  # newer GTK calls a toggle checked
LABELLED_BY = 2
ACCESSIBLE, TEXT_OF = "org.a11y.atspi.Accessible", "org.a11y.atspi.Text"
NO_NAME = re.compile(r"(Gtk|Adw|Ntm|Shumate)[A-Z]\w*|")   # GTK 4.8 names the nameless after their type


def skip(reason):
    print(f"1..0 # SKIP {reason}")
    sys.exit(77)


if not os.environ.get("DISPLAY") or not os.environ.get("DBUS_SESSION_BUS_ADDRESS", "").startswith("unix:"):
    skip("no display or session bus: run it with build-aux/with-display")
if shutil.which("xdotool") is None:
    skip("xdotool is not installed")
try:
    from gi.repository import Gio, GLib
except ImportError:
    skip("python3-gi is not installed")


def xdotool(*words):
    return subprocess.run(["xdotool", *map(str, words)], check=True, capture_output=True, text=True).stdout.strip()


def wait(what, condition, limit=LIMIT):
    end = time.monotonic() + limit
    while time.monotonic() < end:
        if Person.present is not None:
            Person.present.check_life()
        try:
            found = condition()
        except GLib.Error:  # the tree changes under us
            found = None
        if found:
            return found
        time.sleep(0.05)
    raise AssertionError(f"waited in vain for {what}")


class Node:
    """What the bus says of a thing in a window."""

    def __init__(self, item):
        (self.owner, self.path), self.parent_path = item[0], item[2][1]
        self.index, self.n_children, self.name = item[3], item[4], item[6]
        self.role = BUTTON if item[7] in BUTTONS else item[7]
        self.states = item[9][0]
        self.parent, self.children = None, []

    def has(self, state):
        return bool(self.states & state)

    def walk(self):
        yield self
        for child in self.children:
            yield from child.walk()

    def is_nameless(self):
        return NO_NAME.fullmatch(self.name) is not None


NOTHING = Node((("", ""), (), ("", ""), 0, 0, (), "", 0, "", (0, 0)))


def connect():
    session = Gio.bus_get_sync(Gio.BusType.SESSION, None)
    address = session.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None, 0, -1, None)
    flags = Gio.DBusConnectionFlags
    return Gio.DBusConnection.new_for_address_sync(
        address.unpack()[0], flags.AUTHENTICATION_CLIENT | flags.MESSAGE_BUS_CONNECTION, None, None)


class Person:
    """Starts PROGRAM in LANGUAGE with HOME as its only folder."""

    present = None

    def __init__(self, program, language, home):
        self.environment = dict(os.environ, NTM_LANG=language, LC_ALL="C.UTF-8", LANGUAGE="", XDG_DATA_HOME=home,
                                XDG_CONFIG_HOME=home, XDG_CACHE_HOME=home, GSETTINGS_BACKEND="keyfile", HOME=home,
                                GSK_RENDERER="cairo", GDK_BACKEND="x11", G_DEBUG="fatal-warnings",
                                NTM_TODAY="2024-02-21")
        self.environment.pop("GTK_A11Y", None)
        self.bus = connect()
        self.command = program
        self.errors = open(os.path.join(home, "stderr"), "w+")
        self.start()

    def start(self):
        self.program = subprocess.Popen([self.command], env=self.environment, stderr=self.errors)
        Person.present = self
        self.name = wait("the program on the accessibility bus", self.find_name)
        wait("its window", lambda: self.all(role=FRAME))

    def said(self):
        self.errors.seek(0)
        return self.errors.read()

    def check_life(self):
        if self.program.poll() is not None:
            raise AssertionError(f"the program died ({self.program.returncode}) and said:\n{self.said()}")

    def call(self, owner, path, interface, method, arguments=None):
        try:
            return self.bus.call_sync(owner, path, interface, method, arguments, None, 0, 3000, None).unpack()
        except GLib.Error:
            self.check_life()
            raise

    def get(self, path, interface, name):
        what = GLib.Variant("(ss)", (interface, name))
        return self.call(self.name, path, "org.freedesktop.DBus.Properties", "Get", what)[0]

    def children_of(self, path):
        return self.call(self.name, path, ACCESSIBLE, "GetChildren")[0]

    def ask_all(self, paths, interface, method, arguments=None):
        """Asked all at once: one by one would take longer than the program needs to answer."""
        answers, context = {}, GLib.MainContext.default()

        def answered(bus, result, path):
            try:
                answers[path] = bus.call_finish(result).unpack()[0]
            except GLib.Error:                  # gone meanwhile
                answers[path] = []

        for path in paths:
            self.bus.call(self.name, path, interface, method, arguments, None, 0, 3000, None, answered, path)
        while len(answers) < len(paths):
            context.iteration(True)
        return answers

    def children_of_all(self, paths):
        return {path: [child for _owner, child in children]
                for path, children in self.ask_all(paths, ACCESSIBLE, "GetChildren").items()}

    def name_items(self, nodes):
        """An item of a menu has its name from a label that GTK 4.18 does not count among its children."""
        nameless = {node.path: node for node in nodes if node.role == BUTTON and node.has(FOCUSABLE) and not node.name}
        labels = {}
        for path, relations in self.ask_all(nameless, ACCESSIBLE, "GetRelationSet").items():
            labels.update({target: nameless[path] for kind, targets in relations if kind == LABELLED_BY
                           for _owner, target in targets})
        whole = GLib.Variant("(ii)", (0, -1))
        for target, text in self.ask_all(labels, TEXT_OF, "GetText", whole).items():
            labels[target].name = text or labels[target].name

    def find_name(self):
        for owner, _path in self.call("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root",
                                      "org.a11y.atspi.Accessible", "GetChildren")[0]:
            pid = self.call("org.freedesktop.DBus", "/", "org.freedesktop.DBus", "GetConnectionUnixProcessID",
                            GLib.Variant("(s)", (owner,)))[0]
            if pid == self.program.pid:
                return owner
        return None

    # --- eyes. What is hidden by itself is not on the bus, but the pages of a stack behind the first one are.

    def look(self):
        """The tree as it is now. The bus knows a thing only after its parent was asked for its children."""
        while True:
            items = self.call(self.name, "/org/a11y/atspi/cache", "org.a11y.atspi.Cache", "GetItems")[0]
            nodes = {node.path: node for node in map(Node, items)}
            for node in nodes.values():
                node.parent = nodes.get(node.parent_path)
                if node.parent is not None:
                    node.parent.children.append(node)
            unknown = [n.path for n in nodes.values() if len(n.children) < n.n_children]
            if not unknown:
                break
            while unknown:                      # down to the leaves before the whole is read again
                found = self.children_of_all(unknown).values()
                unknown = [path for children in found for path in children if path not in nodes]
        some_hidden = [n.path for n in nodes.values() if len(n.children) > n.n_children]    # but still remembered
        for path, shown in self.children_of_all(some_hidden).items():
            nodes[path].children = [child for child in nodes[path].children if child.path in shown]
        for node in nodes.values():
            node.children.sort(key=lambda child: child.index)
        self.name_items(nodes.values())
        return next(node for node in nodes.values() if node.parent is None and node.path.endswith("/root"))

    def all(self, text=None, role=None, part=None):
        return [n for n in self.look().walk() if (text is None or n.name == text) and (role is None or n.role == role)
                and (part is None or part in n.name)]

    def find(self, text=None, role=None, part=None):
        return next(iter(self.all(text, role, part)), None)

    def see(self, text=None, role=None, part=None):
        return wait(f"“{text or part}”", lambda: self.find(text, role, part))

    def miss(self, text=None, role=None, part=None):
        wait(f"no more “{text or part}”", lambda: self.find(text, role, part) is None)

    def count(self, text):
        return len(self.all(text, LABEL))

    def focus(self):
        """The innermost thing with the focus, in the newest window. The text of an AdwEntryRow is not on the bus."""
        return next((n for n in reversed(list(self.window().walk())) if n.has(FOCUSED)), NOTHING)

    def windows(self):
        return [self.get(path, ACCESSIBLE, "Name")
                for _owner, path in self.children_of("/org/a11y/atspi/accessible/root")]

    def window(self):
        """The newest one. A tree may remember windows that are closed, the answer for the root does not."""
        newest = self.children_of("/org/a11y/atspi/accessible/root")[-1][1]
        return next((n for n in self.look().children if n.path == newest), NOTHING)

    def see_window(self, title=None):
        """Another window, or the one called so."""
        wait(f"a window {title}", lambda: title in self.windows() if title else len(self.windows()) > 1)

    def miss_window(self, title=None):
        """No other window than the first, or none called so."""
        wait(f"no window {title}", lambda: title not in self.windows() if title else len(self.windows()) == 1)
        self.take_focus()

    def take_focus(self):
        """What a manager of windows does when one is closed; there is none here, and GTK 4.18 leaves it at that."""
        shown = xdotool("search", "--onlyvisible", "--pid", self.program.pid).split()
        if xdotool("getwindowfocus", "-f") not in shown:
            xdotool("windowfocus", "--sync", shown[-1])

    def box(self, node):
        return self.call(self.name, node.path, "org.a11y.atspi.Component", "GetExtents", GLib.Variant("(u)", (1,)))[0]

    def text(self, node):
        whole = GLib.Variant("(ii)", (0, self.get(node.path, TEXT_OF, "CharacterCount")))
        return self.call(self.name, node.path, TEXT_OF, "GetText", whole)[0]

    # --- hands

    def key(self, *keys):
        xdotool("key", "--clearmodifiers", "--delay", 30, *keys)
        time.sleep(0.1)

    def type(self, text):
        xdotool("type", "--delay", 25, "--", text)
        time.sleep(0.1)

    def press(self, text=None, role=None, part=None):
        """Activates a button as a reader of the screen does."""
        def find():
            return next((n for outer in self.all(text, role, part) for n in outer.walk() if n.has(FOCUSABLE)), None)

        node = wait(f"a button “{text or part}”", find)
        self.call(self.name, node.path, "org.a11y.atspi.Action", "DoAction", GLib.Variant("(i)", (0,)))
        time.sleep(0.1)

    def click(self, node):
        x, y, width, height = self.box(node)
        self.move(x + width / 2, y + height / 2, "click", 1)

    def move(self, x, y, *then):
        xdotool("mousemove", int(x), int(y), *then)
        time.sleep(0.1)

    # --- the end

    def end(self):
        Person.present = None
        self.key("ctrl+q")
        code = self.program.wait(LIMIT)
        said = self.said()
        assert code == 0 and not re.search("WARNING|CRITICAL|ERROR", said), f"it ended with {code} and said:\n{said}"

    def kill(self):
        if self.program.poll() is None:
            self.program.kill()
            self.program.wait()
