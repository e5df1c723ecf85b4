# SPDX-FileCopyrightText: The Logitscope authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""What is there again at the next start, whatever ended the program, and whatever cannot be written."""

import contextlib
import os
import pathlib
import re
import signal
import stat
import subprocess
import tempfile
import threading
import unittest

from gi.repository import Gio, GLib

from harness import PROGRAM, TIMEOUT, Program, extents, geometry, main, wait_for
from places import START

VERSICOLOR = 'b₃ −2, loss 0.9249'
VIRGINICA = 'b₃ −2, loss 0.7929'
NOT_KEPT = 'What you do here is not kept for the next start: '
BROKEN = re.compile('The last state cannot be read, and lies in “(.*)” now')


@contextlib.contextmanager
def a_home():
    with tempfile.TemporaryDirectory(prefix='scope-home-', ignore_cleanup_errors=True) as folder:
        yield folder


def state_file(home):
    return pathlib.Path(home, 'state', 'logitscope', 'state.ini')


def kept(home):
    """The state as it is kept now."""
    try:
        return state_file(home).read_text()
    except FileNotFoundError:
        return ''


def setting(home, key):
    """What is remembered of a setting; nothing where it has its default."""
    path = pathlib.Path(home, 'config', 'glib-2.0', 'settings', 'keyfile')
    found = re.search(f'^{key}=(.*)$', path.read_text() if path.exists() else '', re.M)
    return found and found.group(1)


def said(program, pattern):
    """A sentence that the window has said, as a match."""
    return next((match for widget in program.everything()
                 if (match := re.match(pattern, widget.get_name() or ''))), None)


def expect_sidebar(program, shown):
    """Without it the plot is as wide as the window."""
    program.wait_for('the sidebar' if shown else 'no sidebar', lambda: shown == (
        extents(program.plot).width < extents(program.frame).width - 100))


def end(program, number):
    """Ends the program by a signal: it must obey, and say so as programs do."""
    program.process.send_signal(number)
    status = program.process.wait(TIMEOUT)
    assert status == -number, status


class Ends(unittest.TestCase):
    SIGNALS = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)

    def setUp(self):
        # Where whoever runs the tests ignores one, as nohup does, so would the program.
        for number in self.SIGNALS:
            self.addCleanup(signal.signal, number, signal.signal(number, signal.SIG_DFL))

    def test_signals(self):
        with a_home() as home:
            observed = 1
            for number in self.SIGNALS:
                with self.subTest(number.name), Program(home=home) as program:
                    observed = 3 - observed
                    program.key(str(observed + 1))
                    program.expect(VIRGINICA if observed == 2 else VERSICOLOR)
                    end(program, number)
                    self.assertIn(f'\nobserved={observed}\n', kept(home))
            with Program(home=home) as program:
                program.expect(VIRGINICA)

    def test_kill_loses_nothing_that_is_kept(self):
        with a_home() as home:
            with Program(home=home) as program:
                program.key('Right', 'Right')
                program.expect('b₃ −1.8, ')
                wait_for('the state', lambda: '\nbias=-1.8' in kept(home))
                program.process.kill()
                program.process.wait(TIMEOUT)
            with Program(home=home) as program:
                program.expect('b₃ −1.8, ')

    def test_lecture_is_nobodys_work(self):
        with a_home() as home:
            with Program(home=home) as program:
                program.key('Right')
                program.expect('b₃ −1.9, ')
                program.key('F5', 'Next', 'Next')
                program.wait_for('the lecture', lambda: 'b 3 equals −1.9' not in program.description())
                end(program, signal.SIGTERM)
            with Program(home=home) as program:
                program.expect('b₃ −1.9, ')
                expect_sidebar(program, True)

    def test_what_is_typed_counts(self):
        with a_home() as home:
            with Program(home=home) as program:
                program.focus_entry('b₃, exact value')
                program.type('4.5')
                program.expect_entry('b₃, exact value', '4.5')
                end(program, signal.SIGTERM)
            with Program(home=home) as program:
                program.expect('b₃ 4.5, ')

    def test_drag_counts(self):
        """The button is still down."""
        with a_home() as home:
            with Program(home=home) as program:
                x, y, width, height = program.place(program.plot)
                program.move(x + 0.3 * width, y + 0.48 * height)
                subprocess.run(['xdotool', 'mousedown', '1'], check=True)
                program.move(x + 0.4 * width, y + 0.48 * height)
                program.expect_not(START)
                program.rest()
                bias = program.bias()
                end(program, signal.SIGTERM)
            subprocess.run(['xdotool', 'mouseup', '1'], check=True)
            with Program(home=home) as program:
                program.expect_bias(lambda now: now == bias)


class Login:
    """Stands for logind: gives away a pipe for as long as the computer must not sleep."""

    XML = '''<node><interface name="org.freedesktop.login1.Manager">
      <method name="Inhibit"><arg type="s" direction="in"/><arg type="s" direction="in"/>
        <arg type="s" direction="in"/><arg type="s" direction="in"/>
        <arg type="h" direction="out"/></method>
      <signal name="PrepareForSleep"><arg type="b"/></signal></interface></node>'''
    PATH = '/org/freedesktop/login1'
    NAME = 'org.freedesktop.login1'

    def __enter__(self):
        self.asked = []
        self.bus = Gio.DBusConnection.new_for_address_sync(
            os.environ['DBUS_SESSION_BUS_ADDRESS'],
            Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT
            | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)
        node = Gio.DBusNodeInfo.new_for_xml(self.XML)
        self.bus.register_object(self.PATH, node.interfaces[0], self._call, None, None)
        self.bus.call_sync('org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus',
                           'RequestName', GLib.Variant('(su)', (self.NAME, 0)), None, 0, -1, None)
        return self

    def __exit__(self, *error):
        for reading in self.asked:
            os.close(reading)
        self.bus.close_sync(None)

    def _call(self, bus, sender, path, interface, method, parameters, invocation):
        reading, writing = os.pipe()
        os.set_blocking(reading, False)
        files = Gio.UnixFDList.new_from_array([writing])
        self.asked.append(reading)
        invocation.return_value_with_unix_fd_list(GLib.Variant('(h)', (0,)), files)

    def turn(self):
        while GLib.MainContext.default().iteration(False):
            pass

    def is_delayed(self):
        self.turn()
        if not self.asked:
            return False
        try:
            return os.read(self.asked[-1], 1) != b''
        except BlockingIOError:
            return True

    def prepare(self, begins):
        self.bus.emit_signal(None, self.PATH, 'org.freedesktop.login1.Manager', 'PrepareForSleep',
                             GLib.Variant('(b)', (begins,)))
        self.bus.flush_sync(None)


class Sleep(unittest.TestCase):
    def test_kept_before_sleep(self):
        bus = os.environ['DBUS_SESSION_BUS_ADDRESS']
        with a_home() as home, Login() as login:
            with Program(home=home, DBUS_SYSTEM_BUS_ADDRESS=bus) as program:
                wait_for('the wish to be waited for', login.is_delayed)
                program.key('3')
                program.expect(VIRGINICA)
                login.prepare(True)
                wait_for('the leave to sleep', lambda: not login.is_delayed())
                self.assertIn('\nobserved=2\n', kept(home))
                login.prepare(False)
                wait_for('the next wish to be waited for', login.is_delayed)
                program.quit()


class Manager:
    """Stands for GNOME's session manager on a bus: asks whether the session may end, and ends it."""

    XML = '''<node><interface name="org.gnome.SessionManager">
      <method name="RegisterClient"><arg type="s" direction="in"/><arg type="s" direction="in"/>
        <arg type="o" direction="out"/></method>
      <method name="UnregisterClient"><arg type="o" direction="in"/></method>
      <method name="Inhibit"><arg type="s" direction="in"/><arg type="u" direction="in"/>
        <arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="u" direction="out"/>
      </method><method name="Uninhibit"><arg type="u" direction="in"/></method></interface>
      <interface name="org.gnome.SessionManager.ClientPrivate">
      <method name="EndSessionResponse"><arg type="b" direction="in"/><arg type="s" direction="in"/>
      </method><signal name="QueryEndSession"><arg type="u"/></signal>
      <signal name="EndSession"><arg type="u"/></signal></interface></node>'''
    PATH = '/org/gnome/SessionManager'
    CLIENT = PATH + '/Client1'
    NAME = 'org.gnome.SessionManager'

    def __init__(self, address, home):
        self.address = address
        self.home = home
        self.kept = []  # the state on the disk at each answer
        self.inhibited = {}  # what each cookie keeps from happening

    def __enter__(self):
        self.bus = Gio.DBusConnection.new_for_address_sync(
            self.address, Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT
            | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)
        manager, client = Gio.DBusNodeInfo.new_for_xml(self.XML).interfaces
        self.bus.register_object(self.PATH, manager, self._call, None, None)
        self.bus.register_object(self.CLIENT, client, self._call, None, None)
        self.bus.call_sync('org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus',
                           'RequestName', GLib.Variant('(su)', (self.NAME, 0)), None, 0, -1, None)
        # The program waits for an answer while the test waits for the program.
        self.loop = GLib.MainLoop()
        self.thread = threading.Thread(target=self.loop.run)
        self.thread.start()
        return self

    def __exit__(self, *error):
        GLib.idle_add(self.loop.quit)
        self.thread.join()
        self.bus.close_sync(None)

    def _call(self, bus, sender, path, interface, method, parameters, invocation):
        if method == 'EndSessionResponse':
            self.kept.append(kept(self.home))
        answer = None
        if method == 'RegisterClient':
            answer = GLib.Variant('(o)', (self.CLIENT,))
        elif method == 'Inhibit':
            cookie = len(self.inhibited) + 1
            self.inhibited[cookie] = parameters.unpack()[3]
            answer = GLib.Variant('(u)', (cookie,))
        elif method == 'Uninhibit':
            self.inhibited[parameters.unpack()[0]] = 0
        invocation.return_value(answer)

    def say(self, signal_name):
        self.bus.emit_signal(None, self.CLIENT, self.NAME + '.ClientPrivate', signal_name,
                             GLib.Variant('(u)', (0,)))
        self.bus.flush_sync(None)


class Session(unittest.TestCase):
    def test_kept_before_the_session_ends(self):
        with a_home() as home, SecondBus() as second:
            with Manager(second['DBUS_SESSION_BUS_ADDRESS'], home) as manager:
                with Program(home=home, **second) as program:
                    program.key('3')
                    program.expect(VIRGINICA)
                    manager.say('QueryEndSession')
                    wait_for('the answer', lambda: manager.kept)
                    self.assertIn('\nobserved=2\n', manager.kept[0])
                    program.key('2')
                    program.expect(VERSICOLOR)
                    manager.say('EndSession')
                    self.assertEqual(program.process.wait(TIMEOUT), 0)
                    self.assertIn('\nobserved=1\n', kept(home))


class Unreadable(unittest.TestCase):
    def start_and_go_on(self, home, check):
        """Says that it cannot be read, under what name it is, and keeps the state from then on."""
        with Program(home=home) as program:
            name = program.wait_for('the sentence', lambda: said(program, BROKEN)).group(1)
            program.expect(START)
            check(state_file(home).with_name(name))
            program.key('3')
            program.expect(VIRGINICA)
            wait_for('the state', lambda: '\nobserved=2\n' in kept(home))
            program.quit()
        with Program(home=home) as program:
            program.expect(VIRGINICA)
            self.assertIsNone(said(program, BROKEN))

    def start_spoilt(self, spoil):
        """With what spoil() makes of a state that was kept, which then lies aside as it is."""
        with a_home() as home:
            with Program(home=home) as program:
                program.key('Right')
                program.expect('b₃ −1.9, ')
                program.quit()
            spoilt = spoil(kept(home))
            state_file(home).write_text(spoilt)
            self.start_and_go_on(home, lambda aside: self.assertEqual(aside.read_text(), spoilt))

    def test_cut_off(self):
        self.start_spoilt(lambda text: text[:-20])

    def test_one_digit_is_another(self):
        self.start_spoilt(lambda text: text.replace('\nobserved=0\n', '\nobserved=1\n'))

    def test_fifo(self):
        with a_home() as home:
            state_file(home).parent.mkdir(parents=True)
            os.mkfifo(state_file(home))
            self.start_and_go_on(home, lambda aside: self.assertTrue(
                stat.S_ISFIFO(aside.stat().st_mode)))


class FullDisk(Program):
    """Nothing that is written anywhere takes a byte."""

    def __init__(self, **environment):
        super().__init__(**environment)
        self.path = os.path.join(self.home, 'full-disk')
        with open(self.path, 'w') as script:
            script.write(f'#!/bin/sh\nulimit -f 0\nexec "{PROGRAM}"\n')
        os.chmod(self.path, 0o755)


class Unwritable(unittest.TestCase):
    def works(self, program):
        """Keys and buttons that also set something do it."""
        program.wait_for('the sentence', lambda: said(program, NOT_KEPT))
        expect_sidebar(program, True)
        program.key('F9')
        expect_sidebar(program, False)
        program.key('F9')
        expect_sidebar(program, True)
        program.press('Skip', 'button')
        program.expect_gone('Skip', 'button')
        program.key('F5')
        expect_sidebar(program, False)
        program.key('s')
        expect_sidebar(program, True)
        program.key('s')
        expect_sidebar(program, False)
        program.key('Escape')
        expect_sidebar(program, True)
        program.key('3')
        program.expect(VIRGINICA)

    def test_full_disk(self):
        with FullDisk() as program:
            self.works(program)
            program.quit()

    def test_no_place_for_the_state(self):
        with a_home() as home:
            state_file(home).parent.parent.mkdir(parents=True)
            state_file(home).parent.write_text('in the way')
            with Program(home=home, GSETTINGS_BACKEND='memory') as program:
                self.works(program)
                program.process.kill()
                program.process.wait(TIMEOUT)


class Window(unittest.TestCase):
    def is_maximized(self, program):
        return geometry(program.window_id)[2:] == (1920, 1080)

    def toggle(self, program):
        """By two clicks on the header, where nothing else is."""
        program.rest()
        frame = extents(program.frame)
        _, _, width, height = geometry(program.window_id)
        program.click((width - frame.width) / 2 + 0.37 * frame.width,
                      (height - frame.height) / 2 + 20, count=2)

    def test_maximized_and_sidebar_stay(self):
        with a_home() as home:
            with Program(home=home) as program:
                self.toggle(program)
                program.wait_for('the maximized window', lambda: self.is_maximized(program))
                program.key('F9')
                expect_sidebar(program, False)
                wait_for('the setting', lambda: setting(home, 'window-maximized') == 'true')
                program.quit()
            for _ in range(4):
                with Program(home=home) as program:
                    program.wait_for('the maximized window', lambda: self.is_maximized(program))
                    expect_sidebar(program, False)
                    program.key('F5')
                    program.wait_for('the lecture', lambda: START not in program.description())
                    program.key('Escape')
                    program.expect(START)
                    program.rest()
                    program.quit()
            with Program(home=home) as program:
                program.wait_for('the maximized window', lambda: self.is_maximized(program))
                self.toggle(program)
                program.wait_for('the smaller window', lambda: not self.is_maximized(program))
                wait_for('the setting', lambda: setting(home, 'window-maximized') == 'false')
                program.quit()
            with Program(home=home) as program:
                self.assertFalse(self.is_maximized(program))
                self.assertEqual(setting(home, 'window-width') or '1500', '1500')


class SecondBus:
    """A session of its own; what is on screen is still read through the first one's bus."""

    def __enter__(self):
        self.daemon = subprocess.Popen(
            ['dbus-daemon', '--session', '--nofork', '--print-address=1'], stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL, text=True)
        address = self.daemon.stdout.readline().strip()
        readable = Gio.bus_get_sync(Gio.BusType.SESSION, None).call_sync(
            'org.a11y.Bus', '/org/a11y/bus', 'org.a11y.Bus', 'GetAddress', None, None, 0, -1, None)
        return {'DBUS_SESSION_BUS_ADDRESS': address, 'AT_SPI_BUS_ADDRESS': readable.unpack()[0]}

    def __exit__(self, *error):
        self.daemon.terminate()
        self.daemon.wait()
        self.daemon.stdout.close()


class TwoSessions(unittest.TestCase):
    def activate(self, program):
        subprocess.run(['xdotool', 'windowactivate', '--sync', program.window_id], check=True)

    def test_each_keeps_what_it_changed(self):
        with a_home() as home, SecondBus() as second:
            with Program(home=home) as one, Program(home=home, **second) as two:
                self.activate(one)
                one.key('Right')
                one.expect('b₃ −1.9, ')
                wait_for('its state', lambda: '\nbias=-1.8999' in kept(home))
                self.activate(two)
                two.key('3')
                two.expect(VIRGINICA)
                two.quit()
                self.activate(one)
                one.quit()
            with Program(home=home) as program:
                program.expect('b₃ −1.9, loss 0.8086')


if __name__ == '__main__':
    main()
