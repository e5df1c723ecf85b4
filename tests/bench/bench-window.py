#!/usr/bin/python3
# SPDX-FileCopyrightText: The Logitscope authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""What a user waits for, seen from the X server: from a pointer's move on the slider of b₃ to the
window's last changed pixel, and from the start of the program to its first frame; the same for an
empty window of the same size, which no GTK program can undercut. With --rows: the same moves, of b₃ and of
a logit, with one flower, 150 and 10,000."""

import ctypes
import os
import pathlib
import random
import select
import statistics
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / 'window'))
import harness  # noqa: E402

# Parts that are shown at the start: SCOPE_SHOW_DEFAULT.
SHOWN = 1315823
CHANGES = 120
ROUNDS = 5
STARTS = 11
# A frame is over when nothing was drawn for so long.
QUIET_S = 0.03
# Pixels: what is smaller is a cursor or a handle, no frame.
LEAST_AREA = 30000


class DamageEvent(ctypes.Structure):
    _fields_ = [('type', ctypes.c_int), ('serial', ctypes.c_ulong), ('send_event', ctypes.c_int),
                ('display', ctypes.c_void_p), ('drawable', ctypes.c_ulong),
                ('damage', ctypes.c_ulong), ('level', ctypes.c_int), ('more', ctypes.c_int),
                ('timestamp', ctypes.c_ulong), ('x', ctypes.c_short), ('y', ctypes.c_short),
                ('width', ctypes.c_ushort), ('height', ctypes.c_ushort),
                ('rest', ctypes.c_char * 192)]


class Screen:
    """The display: moves the pointer and hears of every changed rectangle."""

    def __init__(self):
        self.x11 = ctypes.CDLL('libX11.so.6')
        self.xtst = ctypes.CDLL('libXtst.so.6')
        xdamage = ctypes.CDLL('libXdamage.so.1')
        self.x11.XOpenDisplay.restype = ctypes.c_void_p
        self.x11.XDefaultRootWindow.restype = ctypes.c_ulong
        self.x11.XGetImage.restype = ctypes.c_void_p
        self.x11.XGetPixel.restype = ctypes.c_ulong
        self.display = ctypes.c_void_p(self.x11.XOpenDisplay(None))
        event, error = ctypes.c_int(), ctypes.c_int()
        assert xdamage.XDamageQueryExtension(self.display, ctypes.byref(event), ctypes.byref(error))
        self.damage_type = event.value
        self.root = ctypes.c_ulong(self.x11.XDefaultRootWindow(self.display))
        xdamage.XDamageCreate(self.display, self.root, 0)
        self.x11.XSync(self.display, 0)

    def move(self, x, y):
        self.xtst.XTestFakeMotionEvent(self.display, -1, round(x), round(y), ctypes.c_ulong(0))
        self.x11.XFlush(self.display)

    def button(self, pressed):
        self.xtst.XTestFakeButtonEvent(self.display, 1, int(pressed), ctypes.c_ulong(0))
        self.x11.XFlush(self.display)

    def damages(self):
        """The big rectangles that changed in the next 5 ms at the latest."""
        select.select([self.x11.XConnectionNumber(self.display)], [], [], 0.005)
        while self.x11.XPending(self.display):
            event = DamageEvent()
            self.x11.XNextEvent(self.display, ctypes.byref(event))
            if event.type == self.damage_type and event.width * event.height >= LEAST_AREA:
                yield event

    def last_frame(self, timeout_s, quiet_s=QUIET_S):
        """When the last big rectangle of the coming frame changed; None where none does."""
        end, last = time.monotonic() + timeout_s, None
        while time.monotonic() < (end if last is None else last + quiet_s):
            for _ in self.damages():
                last = time.monotonic()
        return last

    def first_frame(self, timeout_s):
        """When a big rectangle was painted: a window that is there but empty is black."""
        end = time.monotonic() + timeout_s
        while time.monotonic() < end:
            for event in self.damages():
                now = time.monotonic()
                if self.pixel(event.x + event.width // 2, event.y + event.height // 2):
                    return now
        raise AssertionError('no frame came')

    def pixel(self, x, y):
        """The colour there, 0 for black."""
        image = ctypes.c_void_p(self.x11.XGetImage(
            self.display, self.root, x, y, 1, 1, ctypes.c_ulong(0xffffff), 2))
        colour = self.x11.XGetPixel(image, 0, 0)
        self.x11.XDestroyImage(image)
        return colour & 0xffffff

    def rest(self):
        while self.last_frame(0.3, 0.3) is not None:
            pass


class Empty(harness.Program):
    path = os.environ['SCOPE_EMPTY_WINDOW']

    def wait_for_frame(self):
        self.get('b₃', 'slider')


PROGRAMS = {'Logitscope': harness.Program, 'empty window': Empty}


def peak_mib(process):
    status = pathlib.Path(f'/proc/{process.pid}/status').read_text()
    return int(status.split('VmHWM:')[1].split()[0]) / 1024


def slider_on_screen(program, slider):
    x, y, width, height = program.place(program.get(slider, 'slider'))
    geometry = dict(line.split('=') for line in harness.xdotool(
        'getwindowgeometry', '--shell', program.window_id).splitlines())
    return int(geometry['X']) + x + 0.4 * width, int(geometry['Y']) + y + height / 2


def screen_size():
    width, height = harness.xdotool('getdisplaygeometry').split()
    return int(width), int(height)


def fill_screen(program):
    """Both windows as large as the display, so that both paint the same area."""
    harness.xdotool('windowsize', '--sync', program.window_id, *screen_size())
    harness.xdotool('windowmove', '--sync', program.window_id, 0, 0)
    time.sleep(1)


def measure_changes(screen, new_program, slider='b₃'):
    """Of some hundred moves of a slider, the times to the frame, in ms; peak memory."""
    times = []
    with new_program() as program:
        fill_screen(program)
        x, y = slider_on_screen(program, slider)
        screen.move(x, y)
        screen.button(True)
        screen.rest()
        for i in range(1, CHANGES + 1):
            begin = time.monotonic()
            # To and fro over 60 pixels, three a change: more than the slider's own step.
            screen.move(x + 60 - 3 * abs(20 - i % 40), y)
            frame = screen.last_frame(0.5)
            if frame is not None:
                times.append((frame - begin) * 1e3)
        screen.button(False)
        return times, peak_mib(program.process)


def report_changes(screen):
    """In turn, so that what else the machine does falls upon both."""
    every = {name: [] for name in PROGRAMS}
    peaks, ratios = {}, []
    for _ in range(ROUNDS):
        medians = {}
        for name in PROGRAMS:
            times, peaks[name] = measure_changes(screen, PROGRAMS[name])
            medians[name] = statistics.median(times)
            every[name] += times
        ratios.append(medians['Logitscope'] / medians['empty window'])
    width, height = screen_size()
    for name, times in every.items():
        times.sort()
        print(f'{name}, {width}×{height}: slider to frame, {len(times)} of {ROUNDS * CHANGES} '
              f'changes seen: median {statistics.median(times):.1f} ms, '
              f'95th percentile {times[int(0.95 * len(times))]:.1f} ms; '
              f'peak memory {peaks[name]:.0f} MiB', flush=True)
    print(f'{width}×{height}: {statistics.median(ratios):.2f} × the empty window, median of '
          f'{ROUNDS} rounds ({min(ratios):.2f} to {max(ratios):.2f})', flush=True)


# --- Many flowers

def flowers_as_state(n):
    """A state with n flowers, much as the iris network has them, that the program starts with."""
    rows, species = [], ('Setosa', 'Versicolor', 'Virginica')
    rng = random.Random(n)
    for i in range(n):
        z = [rng.gauss(mean, 2) for mean in ((13, 1, -18), (0, 4, -2), (-12, 2, 6))[i % 3]]
        rows.append(f'{i + 1}={z[0]:.5f};{z[1]:.5f};{z[2]:.5f};{species[i % 3]}')
    return ('[Scenario]\nlogits=1;0;0\nweights=1;0;0\nbias=-2\nrate=1\nobserved=0\nwiring=0\n'
            f'show={SHOWN}\nselected=1\nsum=mean\naxis=-20;20\n[Rows]\n' + '\n'.join(rows) + '\n')


class Flowers(harness.Program):
    """The program as it starts with n flowers; 0 for one, as it always is."""

    def __init__(self, n):
        super().__init__()
        folder = pathlib.Path(self.home, 'state', 'logitscope')
        folder.mkdir(parents=True)
        if n > 0:
            (folder / 'state.ini').write_text(flowers_as_state(n))


def report_rows(screen):
    sizes = [0, 150, 10000]
    for slider, what in (('b₃', 'b₃'), ('z₁ of Setosa at b₃ = 0', 'a logit')):
        every, ratios = {n: [] for n in sizes}, {n: [] for n in sizes[1:]}
        for _ in range(ROUNDS):
            medians = {}
            for n in sizes:
                times, _peak = measure_changes(screen, lambda: Flowers(n), slider)
                medians[n] = statistics.median(times)
                every[n] += times
            for n in sizes[1:]:
                ratios[n].append(medians[n] / medians[0])
        print(f'{what}: one flower, slider to frame: median {statistics.median(every[0]):.1f} ms')
        for n in sizes[1:]:
            print(f'{what}: {n} flowers: median {statistics.median(every[n]):.1f} ms, '
                  f'{statistics.median(ratios[n]):.2f} × one flower, median of {ROUNDS} rounds '
                  f'({min(ratios[n]):.2f} to {max(ratios[n]):.2f})', flush=True)


def start(screen, path, home):
    begin = time.monotonic()
    process = subprocess.Popen([path], env=harness.environment(home))
    frame = screen.first_frame(20)
    process.terminate()
    process.wait(10)
    screen.rest()
    return (frame - begin) * 1e3


def report_starts(screen):
    times = {name: [] for name in PROGRAMS}
    with tempfile.TemporaryDirectory() as home:
        # The first round fills caches.
        for i in range(STARTS + 1):
            for name, program in PROGRAMS.items():
                taken = start(screen, program.path, home)
                if i > 0:
                    times[name].append(taken)
    for name, values in times.items():
        print(f'{name}: start to first frame, median of {STARTS}: '
              f'{statistics.median(values):.0f} ms', flush=True)


def main():
    # Both paint on the processor, as Logitscope does unless told otherwise.
    os.environ.update(GSK_RENDERER='cairo', GDK_DEBUG='gl-disable')
    screen = Screen()
    if '--rows' in sys.argv:
        report_rows(screen)
        return
    if '--changes' not in sys.argv:
        report_starts(screen)
    report_changes(screen)


if __name__ == '__main__':
    main()
