#!/usr/bin/python3
# SPDX-FileCopyrightText: The Logitscope authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Thousands of random keys, clicks, drags, wheel turns and menu entries: the program may end by its own keys
and buttons for that alone, without an error, and no warning may come.

SCOPE_SEED is the first seed, SCOPE_RUNS how many there are, SCOPE_EVENTS how many events each has.
Every second run is without a window manager. What was done is printed where a run fails; the same seed
does it again."""

import os
import pathlib
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time

from confine import confine
from xtest import Display

PROGRAM = os.environ['SCOPE_PROGRAM']
WIDTH, HEIGHT = 1280, 860
# No event is waited for longer than this, and no end.
PATIENCE_S, END_S = 5.0, 60.0
SHOWN_EVENTS = 60

KEYS = (
    'Tab Tab shift+Tab Return Escape Escape space Up Down Left Right Home End Next Prior Delete BackSpace '
    'F1 F5 F5 F9 F9 F10 F11 Menu shift+F10 ctrl+z ctrl+z ctrl+shift+z ctrl+c ctrl+v ctrl+a ctrl+d ctrl+o '
    'ctrl+e ctrl+f ctrl+l ctrl+Home ctrl+plus ctrl+minus ctrl+0 ctrl+question ctrl+Tab alt+Up alt+Down '
    'alt+w alt+Home shift+Right shift+Up shift+g 1 2 3 f d l t m c k x u g g g q e h n p r b s period '
    'comma minus 5 KP_Right ctrl+Up ctrl+space shift+Down').split()
TEXTS = ('1e3', '-7', '.5', '1e300', '-1e-300', 'rose', '0', '1,5', 'border', '12', 'rows.csv\n', 'wrong.csv\n',
         'Curve', '2\n', '1e308\n', '-3\t', 'none.csv\n')
# What GTK says of itself, whatever the program: each with the reason.
NOT_OURS = (
    # It loses count of pressed widgets where a press becomes the window manager's move, or a popover takes
    # the pointer between press and release; nothing comes of it, and newer ones say it, too.
    'Broken accounting of active state for widget',
    # Of the path above a folder's files it takes the buttons away once more, when the folder is known only
    # after the dialog has gone. Of its own box the program says so itself (row-cell.c).
    "gtk_box_remove: assertion 'gtk_widget_get_parent (child) == (GtkWidget *)box' failed",
)
# A window manager that leaves the keys to the program, and opens no menus and starts no programs of its own.
OPENBOX = """<?xml version="1.0" encoding="UTF-8"?>
<openbox_config xmlns="http://openbox.org/3.4/rc"><mouse>
<context name="Client"><mousebind button="Left" action="Press"><action name="Focus"/><action name="Raise"/>
</mousebind></context>
</mouse></openbox_config>
"""


class Monkey:
    """Does one random thing after the other, near the place of the last one more often than not."""

    def __init__(self, seed, session):
        self.random = random.Random(seed)
        self.session, self.display = session, session.display
        self.x, self.y = WIDTH // 2, HEIGHT // 2
        self.log = []
        self.deeds = {self.key: 34, self.click: 26, self.drag: 12, self.wheel: 10, self.type: 6,
                      self.menu: 5, self.hover: 4, self.window: 1, self.open: 1, self.drag_text: 3, self.head: 3, self.end: 0.2}

    def act(self):
        deed = self.random.choices(list(self.deeds), list(self.deeds.values()))[0]
        said = deed()
        self.display.flush()
        self.log.append(said)

    def place(self):
        """Anywhere, near the last place, or at an edge, where windows and popovers have theirs."""
        kind = self.random.random()
        if kind < 0.45:
            self.x, self.y = self.random.randrange(WIDTH), self.random.randrange(HEIGHT)
        elif kind < 0.6:
            self.x, self.y = self.random.randrange(330), self.random.randrange(HEIGHT)
        elif kind < 0.7:
            self.x, self.y = self.random.randrange(WIDTH), self.random.randrange(60)
        else:
            self.x = min(max(self.x + self.random.randint(-90, 90), 0), WIDTH - 1)
            self.y = min(max(self.y + self.random.randint(-90, 90), 0), HEIGHT - 1)
        self.display.move(self.x, self.y)
        return f'{self.x},{self.y}'

    def key(self):
        chord = self.random.choice(KEYS)
        for _ in range(self.random.choice((1, 1, 1, 1, 2, 5))):
            self.display.key(chord)
        return chord

    def click(self):
        button, count = self.random.choice((1, 1, 1, 1, 1, 2, 3)), self.random.choice((1, 1, 1, 2, 3))
        where = self.place()
        for _ in range(count):
            self.display.click(button)
        return f'click {button}×{count} {where}'

    def drag(self):
        """Let go, left by Escape, or kept while keys are pressed."""
        start = self.place()
        button = self.random.choice((1, 1, 1, 1, 3))
        self.display.button(button, True)
        x, y = self.x, self.y
        end = self.place()
        for i in range(1, 7):
            self.display.move(x + (self.x - x) * i / 6, y + (self.y - y) * i / 6)
            self.display.flush()
            time.sleep(0.004)
        extra = self.random.choice(('', '', '', '', 'Escape', 'ctrl+z', 'F9', 'Delete', 'F5'))
        if extra:
            self.display.key(extra)
        self.display.release()
        return f'drag {button} {start} {end} {extra}'

    def drag_text(self):
        """What is selected, of an entry or a label."""
        where = self.place()
        self.display.click(1)
        self.display.key('ctrl+a')
        self.display.flush()
        time.sleep(0.05)
        self.display.button(1, True)
        for i in range(1, 9):
            self.display.move(self.x + 9 * i, self.y + 5 * i)
            self.display.flush()
            time.sleep(0.004)
        extra = self.random.choice(('', '', 'Escape', 'Escape', 'F9', 'Return'))
        if extra:
            self.display.key(extra)
        self.display.release()
        return f'drag text {where} {extra}'

    def head(self):
        """The heading of a table, from where it may be to where it may go."""
        x, y = self.random.randint(20, 320), self.random.randint(90, 260)
        self.display.move(x, y)
        self.display.button(1, True)
        if self.random.random() < 0.5:
            self.display.key(self.random.choice(('g', 'ctrl+z', 'ctrl+d', 'Delete')))
            self.display.move(x + self.random.randint(-80, 80), y)
        self.display.release()
        return f'head {x},{y}'

    def wheel(self):
        where, button = self.place(), self.random.choice((4, 5, 4, 5, 6, 7))
        count = self.random.choice((1, 2, 10))
        for _ in range(count):
            self.display.click(button)
        return f'wheel {button}×{count} {where}'

    def type(self):
        text = self.random.choice(TEXTS)
        self.display.type(text)
        return f'type {text!r}'

    def menu(self):
        """The menu of what has the focus or the window's own, and an entry of it."""
        chord, n = self.random.choice(('F10', 'Menu', 'shift+F10', 'alt+m')), self.random.randrange(12)
        self.display.key(chord)
        self.display.flush()
        time.sleep(0.05)
        for _ in range(n):
            self.display.key('Down')
        self.display.key(self.random.choice(('Return', 'Return', 'Right', 'Escape')))
        return f'menu {chord} {n}'

    def hover(self):
        """Long enough for a tooltip."""
        where = self.place()
        self.display.flush()
        time.sleep(0.6)
        return f'hover {where}'

    def window(self):
        """Partly or wholly off the screen, another size: of the program's own window, which has to cope with any
        where no window manager is. GTK's of shortcuts complains of one that is less than it asks for. A popover that
        is open has the pointer and the keys, so that nobody could do this before it is closed."""
        for _ in range(3):
            self.display.key('Escape')
        self.display.flush()
        self.session.settle()
        what = self.random.choice((('windowmove', self.random.randint(-1200, 1200),
                                    self.random.randint(-800, 800)),
                                   ('windowmove', 0, 0), ('windowmove', 0, 0),
                                   ('windowsize', self.random.randint(200, 1300),
                                    self.random.randint(200, 900))))
        self.session.xdotool(what[0], self.session.window, *what[1:])
        return ' '.join(map(str, what))

    def open(self):
        self.display.key('ctrl+o')
        self.display.flush()
        time.sleep(0.5)
        name = self.random.choice(('rows.csv', 'wrong.csv', 'many.csv'))
        self.display.type(name + '\n')
        return f'open {name}'

    def end(self):
        chord = self.random.choice(('ctrl+q', 'ctrl+w'))
        self.display.key(chord)
        return chord


def write_files(home):
    (home / 'rc.xml').write_text(OPENBOX)
    (home / 'rows.csv').write_text('z1,z2,z3,observed\n1,0,0,1\n0,1,2,2\n-3,4,5,3\n')
    (home / 'wrong.csv').write_text('z1,z2,z3,observed\n' + '1,0,x,1\n' * 30)
    (home / 'many.csv').write_text('z1,z2,z3,observed\n' + ''.join(
        f'{i % 17},{i % 5},{i % 7},{1 + i % 3}\n' for i in range(3000)))
    for name in 'config', 'state', 'data', 'cache', 'run':
        (home / name).mkdir()
    (home / 'run').chmod(0o700)


class Session:
    """A display, a bus, perhaps a window manager, and the program, with a home that is all they can
    write to."""

    def __init__(self, has_manager):
        self.home = pathlib.Path(tempfile.mkdtemp(prefix='scope-monkey-'))
        write_files(self.home)
        self.processes = []
        self.said = []
        self.window = self.listener = None
        self.environment = dict(
            os.environ, HOME=str(self.home), TMPDIR=str(self.home), XDG_RUNTIME_DIR=f'{self.home}/run',
            GSETTINGS_BACKEND='keyfile', GTK_A11Y='none', GDK_BACKEND='x11',
            LC_ALL='C.UTF-8', **{f'XDG_{name.upper()}_HOME': f'{self.home}/{name}'
                                 for name in ('config', 'state', 'data', 'cache')})
        self.environment.setdefault('ASAN_OPTIONS', 'detect_leaks=0:handle_sigtrap=1')
        self.environment.setdefault('UBSAN_OPTIONS', 'halt_on_error=1:print_stacktrace=1')
        self._start_display()
        self._start_bus()
        if has_manager:
            self._spawn(['openbox', '--config-file', str(self.home / 'rc.xml')], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.start()

    def _spawn(self, command, **more):
        process = subprocess.Popen(command, env=self.environment, cwd=self.home, preexec_fn=self._confine,
                                   stdin=subprocess.DEVNULL, **more)
        self.processes.append(process)
        return process

    def _confine(self):
        if not confine([self.home, '/dev/null', '/dev/shm']) and os.getuid() == 0:
            raise OSError('this kernel cannot confine a program; start this as somebody who may write nothing')

    def _start_display(self):
        read, write = os.pipe()
        self.processes.append(subprocess.Popen(
            ['Xvfb', '-displayfd', str(write), '-screen', '0', f'{WIDTH}x{HEIGHT}x24', '-nolisten', 'tcp'],
            pass_fds=[write], stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL))
        os.close(write)
        with os.fdopen(read) as pipe:
            self.environment['DISPLAY'] = os.environ['DISPLAY'] = ':' + pipe.readline().strip()
        self.display = Display(self.environment['DISPLAY'])

    def _start_bus(self):
        bus = self._spawn(['dbus-daemon', '--session', '--nofork', '--print-address=1'],
                          stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.environment['DBUS_SESSION_BUS_ADDRESS'] = bus.stdout.readline().strip()

    def start(self):
        """The program, whose first window is its own; once more, where it was ended by its own keys. A critical
        does not end it: some are GTK's own, and ours are found in what it says."""
        self.program = self._spawn([PROGRAM], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                                   errors='replace')
        self.listener = threading.Thread(target=self._listen, args=[self.program.stdout], daemon=True)
        self.listener.start()
        end = time.monotonic() + END_S
        while self.program.poll() is None and time.monotonic() < end:
            windows = self.xdotool('search', '--onlyvisible', '--name', '^Logitscope').split()
            if windows:
                self.window = windows[0]
                break
            time.sleep(0.2)
        self.settle()

    def xdotool(self, *arguments):
        return subprocess.run(['xdotool', *map(str, arguments)], env=self.environment, capture_output=True,
                              text=True, check=False).stdout

    def _listen(self, pipe):
        for line in pipe:
            self.said.append(line.rstrip('\n'))

    def warnings(self):
        """What was said, and is ours."""
        return [line for line in self.said if re.search('WARNING|CRITICAL|ERROR', line)
                and not any(known in line for known in NOT_OURS)]

    def settle(self):
        """Until the program sleeps, and has for a moment, or its patience is over."""
        end, quiet, before = time.monotonic() + PATIENCE_S, 0, None
        while quiet < 2 and time.monotonic() < end and self.program.poll() is None:
            try:
                fields = pathlib.Path(f'/proc/{self.program.pid}/stat').read_text().rsplit(')', 1)[1].split()
            except OSError:
                return
            now = fields[0], fields[11], fields[12]
            quiet = quiet + 1 if now[0] == 'S' and now == before else 0
            before = now
            time.sleep(0.006)

    def quit(self):
        """Whatever is open: the program ends by its own keys."""
        end = time.monotonic() + END_S
        self.xdotool('search', '--name', '^Logitscope', 'windowmap', '%@', 'windowmove', '%@', 0, 0)
        while self.program.poll() is None and time.monotonic() < end:
            self.display.move(WIDTH // 3, HEIGHT // 3)
            self.display.click(1)
            for _ in range(3):
                self.display.key('Escape')
            self.display.key('ctrl+q')
            self.display.flush()
            time.sleep(0.5)
        # Until its last word is heard.
        self.listener.join(END_S)
        return self.program.poll()

    def close(self):
        for process in reversed(self.processes):
            if process.poll() is None:
                process.send_signal(signal.SIGTERM)
                try:
                    process.wait(10)
                except subprocess.TimeoutExpired:
                    process.kill()
                    process.wait()
        shutil.rmtree(self.home, ignore_errors=True)


def run(seed, n_events):
    """What went wrong, or nothing."""
    session = Session(has_manager=seed % 2 == 0)
    monkey = Monkey(seed, session)
    try:
        for i in range(n_events):
            monkey.act()
            session.settle()
            status = session.program.poll()
            if session.warnings():
                return f'warned at event {i + 1}', monkey, session
            if status is None:
                continue
            if status != 0:
                return f'ended with status {status} at event {i + 1}', monkey, session
            session.start()
        status = session.quit()
        wrong = (f'does not quit: {status}' if status != 0 else 'warned at the end' if session.warnings()
                 else None)
        return wrong, monkey, session
    finally:
        session.close()


def main():
    first, n = int(os.environ.get('SCOPE_SEED', '1')), int(os.environ.get('SCOPE_RUNS', '1'))
    n_events = int(os.environ.get('SCOPE_EVENTS', '2000'))
    failed = 0
    print(f'1..{n}', flush=True)
    for i in range(n):
        begin = time.monotonic()
        wrong, monkey, session = run(first + i, n_events)
        failed += wrong is not None
        print(f'{"not ok" if wrong else "ok"} {i + 1} /monkey/{first + i}', flush=True)
        print(f'# {len(monkey.log)} events in {time.monotonic() - begin:.0f} s')
        if wrong:
            for line in [wrong, *session.said[-80:], *monkey.log[-SHOWN_EVENTS:]]:
                print(f'# {line}', flush=True)
    sys.exit(failed != 0)


if __name__ == '__main__':
    main()
