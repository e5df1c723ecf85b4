# SPDX-FileCopyrightText: The Logitscope authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Starts the program under a virtual display and drives it with real events.

The display, the session bus and the window manager come from run.sh; every test gets a program with a
home of its own. What is on screen is read back through the accessibility bus. A test reads like this:

    class Bias(unittest.TestCase):
        def test_arrow(self):
            with Program() as program:              # starts it, waits for the first frame
                program.key('Right')                # keys, clicks, drags: at once and in order
                program.expect('b₃ −1.9, ')         # waits until the plot's description says so
                program.press('Undo')               # by name, whatever kind of button it is
                program.wait_for('…', lambda: …)    # any other condition
                program.quit()                      # Ctrl+Q, and a good exit status

    if __name__ == '__main__':
        main()

Nothing here sleeps for a while and hopes. What is done has happened when expect() or wait_for() see
it; where nothing should happen, rest() returns once the program and the display have nothing left to
do. Names of roles are those of ROLES in seen.py, whatever GTK calls them. What the program says on
standard error is read when the block is left, and fails the test unless it is one of COMPLAINTS_OF_GTK."""

import os
import pathlib
import re
import shutil
import subprocess
import tempfile

# What a test takes from here, too.
from seen import (ROLE_OF, TIMEOUT, Atspi, GLib, extents, geometry, role, spoken, states, text_of, wait_for,
                  wakings, xdotool)
from tap import main  # noqa: F401

PROGRAM = os.environ['SCOPE_PROGRAM']
# Actions of the bus that do what a click does.
CLICKS = ('click', 'activate', 'toggle', 'press')

# What GTK says of itself: a pattern, and why it is none of the program's doing.
COMPLAINTS_OF_GTK = ()

# Left and right of the contents of anything, together; what leaves more is not full.
MOST_PADDING = 48
SETTINGS = '[Settings]\ngtk-cursor-blink=false\n'


def environment(home, **more):
    """A program's surroundings: nothing of the user's own."""
    return dict(os.environ, HOME=home, XDG_CONFIG_HOME=f'{home}/config',
                XDG_STATE_HOME=f'{home}/state', XDG_DATA_HOME=f'{home}/data',
                XDG_CACHE_HOME=f'{home}/cache', GSETTINGS_BACKEND='keyfile', GDK_BACKEND='x11',
                LC_ALL='C.UTF-8', LANGUAGE='', GTK_A11Y='atspi') | more


class Program:
    """One running program; use as a context."""

    path = PROGRAM

    def __init__(self, home=None, arguments=(), **environment):
        self.owns_home = home is None
        self.home = home or tempfile.mkdtemp(prefix='scope-home-')
        self.arguments = arguments
        self.environment = environment

    def __enter__(self):
        # A blinking cursor would never be at rest.
        settings = pathlib.Path(self.home, 'config', 'gtk-4.0', 'settings.ini')
        if not settings.exists():
            settings.parent.mkdir(parents=True, exist_ok=True)
            settings.write_text(SETTINGS)
        self.said = tempfile.TemporaryFile('w+', errors='replace')
        self.process = subprocess.Popen([self.path, *self.arguments], stderr=self.said,
                                        env=environment(self.home, **self.environment))
        try:
            self._wait_until_ready()
        except BaseException as error:
            self.__exit__(type(error), error, None)
            raise
        return self

    def _wait_until_ready(self):
        self.window_id = self.wait_for('the window', self._find_window)
        self.application = self.wait_for('the program on the accessibility bus',
                                         self._find_application)
        # What is read is read anew each time.
        self.application.set_cache_mask(Atspi.Cache.NONE)
        xdotool('windowactivate', '--sync', self.window_id)
        self.wait_for_frame()
        self.frame = self.application.get_child_at_index(0)
        version = re.match(r'(\d+)\.(\d+)', self.application.get_toolkit_version())
        self.gtk = tuple(int(part) for part in version.groups())

    def wait_for_frame(self):
        self.plot = self.wait_for('the plot', lambda: self.find('Loss and gradient over b₃'))
        self.wait_for('the first frame', self.description)

    def __exit__(self, kind, error, traceback):
        if self.process.poll() is None:
            self.process.terminate()
        try:
            self.process.wait(TIMEOUT)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            raise AssertionError('the program does not end when it is told to') from error
        finally:
            complaints = self.complaints()
            self.said.close()
            if self.owns_home:
                shutil.rmtree(self.home, ignore_errors=True)
        if complaints and error is None:
            raise AssertionError('the program complained:\n' + '\n'.join(complaints))
        if complaints:
            error.add_note('The program complained:\n' + '\n'.join(complaints))

    def complaints(self):
        """What the program has said on standard error, without what is GTK's own."""
        self.said.seek(0)
        return [line for line in self.said.read().splitlines()
                if line.strip() and not any(re.search(pattern, line)
                                            for pattern, _ in COMPLAINTS_OF_GTK)]

    def quit(self):
        self.key('ctrl+q')
        self.process.wait(TIMEOUT)
        assert self.process.returncode == 0, self.process.returncode

    def _find_window(self):
        found = self.windows()
        return found[-1] if found else None

    def _find_application(self):
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(i)
            if child is not None and child.get_process_id() == self.process.pid:
                return child
        return None

    # --- What is there

    def alive(self):
        assert self.process.poll() is None, f'the program ended: {self.process.returncode}'

    def wait_for(self, what, condition):
        """Polls until the condition gives something true, as long as the program runs."""
        def checked():
            self.alive()
            return condition()
        return wait_for(what, checked)

    def rest(self, *others, unless=None):
        """Waits until neither the program nor the display, nor other processes, have done anything
        for a while, or until what is told; whoever only waits for the processor is not at rest."""
        pids = [self.process.pid, *others, *os.environ.get('SCOPE_DISPLAY_PIDS', '').split()]
        seen, still, looks = None, 0, 0

        def unmoved():
            nonlocal seen, still, looks
            looks += 1
            # To ask the display is to wake it: between two questions there is time to see it at rest.
            if unless is not None and looks % 8 == 0:
                seen, still = None, 0
                return unless()
            now = [wakings(pid) for pid in pids]
            still = still + 1 if None not in now and now == seen else 0
            seen = now
            return still >= 4
        self.wait_for('rest', unmoved)

    def windows(self):
        """The X windows on the screen, popovers and what is dragged among them."""
        return subprocess.run(['xdotool', 'search', '--onlyvisible', '--pid',
                               str(self.process.pid)], capture_output=True, text=True).stdout.split()

    def has_window(self, title):
        """Whether an X window of that title is on the screen, whoever gets the keys."""
        return bool(subprocess.run(['xdotool', 'search', '--onlyvisible', '--all', '--pid',
                                    str(self.process.pid), '--name', f'^{re.escape(title)}$'],
                                   capture_output=True, text=True).stdout.split())

    def focused_window(self):
        """The title of the program's X window that gets the keys; nothing if none of them does."""
        found = subprocess.run(['xdotool', 'getwindowfocus', 'getwindowpid', 'getwindowname'],
                               capture_output=True, text=True).stdout.splitlines()
        return found[1] if len(found) > 1 and found[0] == str(self.process.pid) else None

    def expect_window(self, title):
        """The window of that title gets the keys."""
        self.wait_for(f'the window “{title}”', lambda: self.focused_window() == title)

    def expect_question(self, heading):
        """It is shown, and its window gets the keys."""
        found = self.get_shown(heading)
        self.expect_window(heading)
        return found

    def everything(self, root=None):
        """Each widget on the bus, but none that is gone while its parent still counts it."""
        stack = [root or self.application]
        while stack:
            widget = stack.pop()
            try:
                children = [widget.get_child_at_index(i)
                            for i in reversed(range(widget.get_child_count()))]
                widget.get_role_name()
            except GLib.Error:
                continue
            yield widget
            stack.extend(child for child in children if child is not None)

    def is_shown(self, widget):
        """Whether it is on screen. GTK 4.8 says so of windows alone; what it hides has no size."""
        found = states(widget)
        if self.gtk >= (4, 10) or found.contains(Atspi.StateType.SHOWING):
            return found.contains(Atspi.StateType.SHOWING)
        try:
            place = extents(widget)
        except GLib.Error:
            return False  # a page of a stack is nothing of its own
        return place.width > 0 and place.height > 0

    def shown(self, root=None):
        return (widget for widget in self.everything(root) if self.is_shown(widget))

    def matches(self, widget, name, kind):
        return (widget.get_name() in (name, spoken(name))
                and (kind is None or role(widget) == ROLE_OF.get(kind, kind)))

    def find(self, name, role=None, root=None):
        return next((w for w in self.everything(root) if self.matches(w, name, role)), None)

    def get(self, name, role=None):
        return self.wait_for(f'“{name}”', lambda: self.find(name, role))

    def get_shown(self, name, role=None):
        return self.wait_for(f'“{name}” on screen', lambda: next(
            (w for w in self.shown() if self.matches(w, name, role)), None))

    def get_said(self, text):
        """The sentence over the plot that says so. It is shown for some seconds, in which a busy machine may not
        have looked at every widget; its words stay where they were until there are others."""
        return self.get(text)

    def expect_gone(self, name, role=None):
        self.wait_for(f'no “{name}” on screen', lambda: not any(
            self.matches(w, name, role) for w in self.shown()))

    def description(self):
        return self.plot.get_description()

    def expect(self, text):
        """The plot's description says so, in words."""
        said = spoken(text)
        self.wait_for(lambda: f'“{said}” in “{self.description()}”',
                      lambda: said in self.description())

    def expect_not(self, text):
        """The plot's description does not say so any more."""
        said = spoken(text)
        self.wait_for(lambda: f'no “{said}” in “{self.description()}”',
                      lambda: said not in self.description())

    def expect_entry(self, name, text):
        """An entry has that text."""
        self.wait_for(lambda: f'“{text}” in “{name}”, not “{text_of(self.find(name, "text"))}”',
                      lambda: text_of(self.find(name, 'text')) == text)

    def expect_value(self, name, is_right, what='its value'):
        """A slider's value is as it should be."""
        slider = self.get(name, 'slider')
        self.wait_for(lambda: f'{what} of “{name}”, not {Atspi.Value.get_current_value(slider)}',
                      lambda: is_right(Atspi.Value.get_current_value(slider)))

    def expect_bias(self, is_right, what='its value'):
        self.wait_for(lambda: f'{what} of b₃, not {self.bias()}', lambda: is_right(self.bias()))

    def bias(self):
        return self.number_after('b₃ ')

    def number_after(self, before):
        found = re.search(re.escape(spoken(before + '0')[:-1]) + r'(−?[0-9.]+)', self.description())
        return float(found[1].replace('−', '-'))

    # --- Where it is

    def _padding(self, widget):
        """How far inside its border a widget's content begins, which the bus does not say: half of
        what its children leave of its width and height, unless they do not fill it."""
        whole = extents(widget)
        right = bottom = 0
        for i in range(widget.get_child_count()):
            child = widget.get_child_at_index(i)
            if child is None or not self.is_shown(child):
                continue
            place = extents(child)
            # What has no place yet has numbers from nowhere.
            if 0 <= place.width < 10000 and 0 <= place.height < 10000:
                right = max(right, place.x - whole.x + place.width)
                bottom = max(bottom, place.y - whole.y + place.height)
        return tuple(left / 2 if 0 < left <= MOST_PADDING else 0
                     for left in (whole.width - right, whole.height - bottom))

    def _within(self, widget, root):
        """Where a widget begins in a window, or in a popover, of its own."""
        place, origin = extents(widget), extents(root)
        if self.gtk < (4, 10):
            return place.x - origin.x, place.y - origin.y
        # From 4.10 on each widget is placed in its parent's content, and the sum of that is told.
        x, y = place.x, place.y
        parent = widget.get_parent()
        while parent is not None and parent != root:
            left, top = self._padding(parent)
            x, y = x + left, y + top
            parent = parent.get_parent()
        left, top = self._padding(root)
        return x - origin.x + left, y - origin.y + top

    def place(self, widget, root=None, window=None):
        """Where a widget is in the X window, once that stands still: x, y, width, height. GTK leaves
        out the border that it draws itself."""
        self.rest()
        root = root or self.frame
        frame = extents(root)
        x, y = self._within(widget, root)
        _, _, width, height = geometry(window or self.window_id)
        size = extents(widget)
        return (x + (width - frame.width) / 2, y + (height - frame.height) / 2,
                size.width, size.height)

    def middle(self, widget):
        x, y, width, height = self.place(widget)
        return x + width / 2, y + height / 2

    # --- What is done

    def move(self, x, y):
        xdotool('mousemove', '--window', self.window_id, round(x), round(y))

    def scroll(self, x, y, *buttons):
        """Turns the wheel there: 4 is up, 5 is down."""
        self.move(x, y)
        for button in buttons:
            xdotool('click', button)

    def drag(self, x1, y1, x2, y2, steps=8):
        self.move(x1, y1)
        xdotool('mousedown', 1)
        for i in range(1, steps + 1):
            self.move(x1 + (x2 - x1) * i / steps, y1 + (y2 - y1) * i / steps)
        xdotool('mouseup', 1)

    def drag_and_drop(self, x1, y1, x2, y2, steps=8):
        """Takes something to another place: it must hang on the pointer before it is moved, and
        the place must have said that it takes it before it is let go."""
        there = set(self.windows())
        self.move(x1, y1)
        xdotool('mousedown', 1)
        self.rest()
        for i in range(1, 4):
            self.move(x1 + 8 * i, y1 + 8 * i)
        self.wait_for('what is dragged', lambda: set(self.windows()) - there)
        for i in range(1, steps + 1):
            self.move(x1 + (x2 - x1) * i / steps, y1 + (y2 - y1) * i / steps)
        self.rest()
        xdotool('mouseup', 1)

    def click(self, x, y, button=1, count=1):
        # As a hand does: where a popover has gone from under the pointer, newer GTK loses a click before a motion.
        for beside in (3, 0):
            self.move(x - beside, y)
        xdotool('click', '--repeat', count, '--delay', 60, button)

    def click_on(self, name, role=None):
        """A real click on the middle of a widget."""
        self.click(*self.middle(self.get_shown(name, role)))

    def click_in_popover(self, widget):
        """A click in a popover, which is an X window of its own and hangs on the button that opens it."""
        root = widget
        while role(root.get_parent()) != 'button':
            root = root.get_parent()
        window = self.wait_for('the popover', lambda: next(
            (i for i in self.windows() if i != self.window_id), None))
        x, y, width, height = self.place(widget, root, window)
        xdotool('mousemove', '--window', window, round(x + width / 2), round(y + height / 2))
        xdotool('click', 1)

    def key(self, *keys):
        """Presses keys, in the window that has the focus; one that comes or goes is waited for."""
        self.wait_for('the focus', self.focused_window)
        xdotool('key', '--delay', 5, *keys)

    def type(self, text):
        self.wait_for('the focus', self.focused_window)
        xdotool('type', '--delay', 5, '--', text)

    def focus_entry(self, name):
        """Clicks into an entry and selects what is there."""
        self.bring_into_sight(self.get_shown(name, 'text'))
        self.click_on(name, 'text')
        self.wait_for(f'the focus in “{name}”', lambda: self.has_focus(name, 'text'))
        self.key('ctrl+a')

    def bring_into_sight(self, widget):
        """Turns the wheel over what is scrolled, as who uses it does: a click on a place that is out of sight
        meets something else."""
        child, pane = widget, widget.get_parent()
        while pane is not None and pane != self.frame:
            if 0 < extents(pane).height < extents(child).height:
                break
            child, pane = pane, pane.get_parent()
        else:
            return
        left, top, _, height = self.place(pane)

        def direction():
            _, y, _, size = self.place(widget)
            return 5 if y + size > top + height else 4 if y < top else 0

        def turned():
            way = direction()
            if way:
                # Beside what would take the wheel itself.
                self.scroll(left + 4, top + height / 2, way)
            return not way
        self.wait_for(f'“{widget.get_name()}” in sight', turned)

    def has_focus(self, name, role=None):
        return states(self.find(name, role)).contains(Atspi.StateType.FOCUSED)

    def press(self, name, role=None):
        """Activates a control through the accessibility bus: the one of that name, or the button
        that it consists of."""
        def clickable():
            for named in self.everything():
                if not self.matches(named, name, role):
                    continue
                for widget in self.everything(named):
                    if (widget.get_n_actions() > 0 and widget.get_action_name(0) in CLICKS
                            and states(widget).contains(Atspi.StateType.SENSITIVE)):
                        return widget
            return None
        widget = self.wait_for(f'“{name}” to press', clickable)
        assert Atspi.Action.do_action(widget, 0), name

    def press_in_menu(self, button, n):
        """Opens a menu and activates its item at that place; in GTK 4.18 items have no names."""
        # From 4.10 on its name is of all that is in it, once the menu is there.
        hangs_on = self.get(button, 'button')
        if role(hangs_on.get_parent()) == 'button':
            hangs_on = hangs_on.get_parent()
        self.press(button, 'button')

        def item():
            items = [w for w in self.shown(hangs_on) if w.get_role_name().endswith('menu item')]
            return items[n] if len(items) > n else None
        assert Atspi.Action.do_action(self.wait_for(f'an item of “{button}”', item), 0)

    def choose_file(self, title, path):
        """Answers GTK's file chooser with a path, which is put into its entry at once: GTK completes
        what is typed, and later than it is typed."""
        self.expect_window(title)
        chooser = self.wait_for('the file chooser', lambda: self.find(title))

        def entry():
            return next((w for w in self.everything(chooser) if role(w) == 'text'
                         and states(w).contains(Atspi.StateType.FOCUSED)), None)
        # It first shows the folder, and where a file is opened, has no entry yet.
        self.rest()
        if not entry():
            self.key('ctrl+l')
        text = self.wait_for('the entry of the file chooser', entry)

        def closed():
            return not self.has_window(title)

        def answered():
            # Where there is much to do, a completion that comes late takes the key for itself.
            if self.focused_window() == title and entry():
                Atspi.EditableText.set_text_contents(text, path)
                self.wait_for(f'“{path}” in the file chooser', lambda: text_of(entry()) == path)
                self.key('Return')
                # What takes its time to read goes on turning until it is read.
                self.rest(unless=closed)
            return closed()
        self.wait_for('the file chooser to close', answered)


class Asking(Program):
    """libadwaita 1.7 tries every question in widths that are too narrow for its own labels, and GTK
    complains."""

    def complaints(self):
        return [line for line in super().complaints() if 'Trying to measure GtkLabel' not in line]
