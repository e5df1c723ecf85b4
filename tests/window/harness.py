# SPDX-FileCopyrightText: The Logitscope authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Starts the program under a virtual display and drives it with real events.

The display, the session bus and the window manager come from run.sh; every test gets a program
with a home of its own. What is on screen is read back through the accessibility bus."""

import os
import shutil
import subprocess
import sys
import tempfile
import time
import unittest

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi  # noqa: E402

PROGRAM = os.environ['SCOPE_PROGRAM']
TIMEOUT = 20.0


def wait_for(what, condition, timeout=TIMEOUT):
    """Polls until the condition gives something true, and returns it."""
    end = time.monotonic() + timeout
    while True:
        try:
            result = condition()
        except gi.repository.GLib.Error:
            result = None  # a widget that went away while it was read
        if result:
            return result
        if time.monotonic() > end:
            raise AssertionError(f'timed out: {what}')
        time.sleep(0.05)


def xdotool(*arguments):
    return subprocess.run(['xdotool', *map(str, arguments)], check=True, capture_output=True,
                          text=True).stdout.strip()


def environment(home, **more):
    """A program's surroundings: nothing of the user's own."""
    return dict(os.environ, HOME=home, XDG_CONFIG_HOME=f'{home}/config',
                XDG_STATE_HOME=f'{home}/state', XDG_DATA_HOME=f'{home}/data',
                XDG_CACHE_HOME=f'{home}/cache', GSETTINGS_BACKEND='keyfile',
                G_DEBUG='fatal-warnings', GTK_A11Y='atspi', **more)


class Program:
    """One running program; use as a context."""

    path = PROGRAM

    def __init__(self, home=None, **environment):
        self.owns_home = home is None
        self.home = home or tempfile.mkdtemp(prefix='scope-home-')
        self.environment = environment

    def __enter__(self):
        self.process = subprocess.Popen([self.path], env=environment(self.home, **self.environment))
        self.window_id = wait_for('the window', self._find_window)
        xdotool('windowactivate', '--sync', self.window_id)
        self.application = wait_for('the program on the accessibility bus', self._find_application)
        self.wait_for_frame()
        return self

    def wait_for_frame(self):
        self.plot = wait_for('the plot', lambda: self.find('Loss and gradient over b₃'))
        wait_for('the first frame', lambda: self.description())

    def __exit__(self, *error):
        if self.process.poll() is None:
            self.process.terminate()
        self.process.wait(10)
        if self.owns_home:
            shutil.rmtree(self.home, ignore_errors=True)

    def quit(self):
        self.key('ctrl+q')
        self.process.wait(10)
        assert self.process.returncode == 0, self.process.returncode

    def _find_window(self):
        found = subprocess.run(['xdotool', 'search', '--onlyvisible', '--pid',
                                str(self.process.pid)], capture_output=True, text=True).stdout
        return found.split()[-1] if found.split() else None

    def _find_application(self):
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(i)
            if child is not None and child.get_process_id() == self.process.pid:
                return child
        return None

    def alive(self):
        assert self.process.poll() is None, f'the program ended: {self.process.returncode}'

    # --- What is there

    def everything(self, root=None):
        stack = [root or self.application]
        while stack:
            widget = stack.pop()
            if widget is None:
                continue
            yield widget
            stack.extend(widget.get_child_at_index(i)
                         for i in reversed(range(widget.get_child_count())))

    def shown(self):
        for widget in self.everything():
            if widget.get_state_set().contains(Atspi.StateType.SHOWING):
                yield widget

    def find(self, name, role=None):
        for widget in self.everything():
            if widget.get_name() == name and (role is None or widget.get_role_name() == role):
                return widget
        return None

    def get(self, name, role=None):
        return wait_for(f'“{name}”', lambda: self.find(name, role))

    def description(self):
        self.plot.clear_cache()
        return self.plot.get_description()

    def expect(self, text):
        """The plot's description says so."""
        self.alive()
        wait_for(f'“{text}” in “{self.description()}”', lambda: text in self.description())

    def bias(self):
        return self.number_after('b₃ ')

    def number_after(self, before):
        text = self.description().split(before, 1)[1].split(',')[0].split(':')[0]
        return float(text.replace('−', '-'))

    # --- What is done

    def place(self, widget):
        """Where a widget is in the X window: GTK leaves out the border that it draws itself."""
        extents = Atspi.Component.get_extents(widget, Atspi.CoordType.WINDOW)
        frame = Atspi.Component.get_extents(self.application.get_child_at_index(0),
                                            Atspi.CoordType.WINDOW)
        geometry = dict(line.split('=') for line in xdotool(
            'getwindowgeometry', '--shell', self.window_id).splitlines())
        border_x = (int(geometry['WIDTH']) - frame.width) / 2
        border_y = (int(geometry['HEIGHT']) - frame.height) / 2
        return extents.x + border_x, extents.y + border_y, extents.width, extents.height

    def move(self, x, y):
        xdotool('mousemove', '--window', self.window_id, round(x), round(y))

    def drag(self, x1, y1, x2, y2, steps=8):
        self.move(x1, y1)
        xdotool('mousedown', 1)
        for i in range(1, steps + 1):
            self.move(x1 + (x2 - x1) * i / steps, y1 + (y2 - y1) * i / steps)
            time.sleep(0.02)
        xdotool('mouseup', 1)
        time.sleep(0.2)

    def click(self, x, y, button=1, count=1):
        self.move(x, y)
        xdotool('click', '--repeat', count, '--delay', 60, button)
        time.sleep(0.15)

    def key(self, *keys):
        xdotool('key', '--delay', 30, *keys)
        time.sleep(0.15)

    def type(self, text):
        xdotool('type', '--delay', 20, '--', text)
        time.sleep(0.15)

    def press(self, name, role=None):
        """Activates a control through the accessibility bus."""
        widget = self.get(name, role)
        assert Atspi.Action.do_action(widget, 0), name
        time.sleep(0.2)


class TapResult(unittest.TestResult):
    """Says what passed the way that the C tests do."""

    def startTest(self, test):
        super().startTest(test)
        self.wrong = None

    def addError(self, test, error):
        super().addError(test, error)
        self.wrong = self.errors[-1][1]

    def addFailure(self, test, error):
        super().addFailure(test, error)
        self.wrong = self.failures[-1][1]

    def stopTest(self, test):
        super().stopTest(test)
        name = test.id().removeprefix('__main__.').replace('.', '/')
        print(f'{"not ok" if self.wrong else "ok"} {self.testsRun} /{name}', flush=True)
        for line in (self.wrong or '').splitlines():
            print(f'# {line}', flush=True)


def main():
    """Runs every test of the main module, or those whose names hold the argument."""
    suite = unittest.defaultTestLoader.loadTestsFromModule(sys.modules['__main__'])
    tests = [test for cases in suite for test in cases
             if len(sys.argv) < 2 or sys.argv[1] in test.id()]
    print(f'1..{len(tests)}', flush=True)
    result = TapResult()
    unittest.TestSuite(tests).run(result)
    sys.exit(not result.wasSuccessful())
