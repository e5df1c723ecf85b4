# SPDX-FileCopyrightText: The Logitscope authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Real pointer and key events by the hundred: the XTEST extension, without a process for each of them. And what
a window manager is asked for."""

import ctypes
import ctypes.util


def load(name, version):
    return ctypes.CDLL(ctypes.util.find_library(name) or f'lib{name}.so.{version}')


class ClientMessage(ctypes.Structure):
    """As Xlib has it; the padding makes it as long as any event."""

    TYPE = 33
    _fields_ = [('type', ctypes.c_int), ('serial', ctypes.c_ulong), ('send_event', ctypes.c_int),
                ('display', ctypes.c_void_p), ('window', ctypes.c_ulong), ('message', ctypes.c_ulong),
                ('format', ctypes.c_int), ('data', ctypes.c_long * 5), ('padding', ctypes.c_long * 24)]


class Display:
    """A connection to a display; what it does is there when flush() returns."""

    def __init__(self, name):
        self.x, self.test = load('X11', 6), load('Xtst', 6)
        self.x.XOpenDisplay.restype = ctypes.c_void_p
        self.x.XStringToKeysym.restype = ctypes.c_ulong
        self.x.XKeysymToKeycode.argtypes = [ctypes.c_void_p, ctypes.c_ulong]
        self.x.XKeysymToKeycode.restype = ctypes.c_ubyte
        self.x.XDefaultRootWindow.argtypes = [ctypes.c_void_p]
        self.x.XDefaultRootWindow.restype = ctypes.c_ulong
        self.x.XInternAtom.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int]
        self.x.XInternAtom.restype = ctypes.c_ulong
        self.x.XSendEvent.argtypes = [ctypes.c_void_p, ctypes.c_ulong, ctypes.c_int, ctypes.c_long,
                                      ctypes.c_void_p]
        self.x.XkbKeycodeToKeysym.argtypes = [ctypes.c_void_p] + [ctypes.c_int] * 3
        self.x.XkbKeycodeToKeysym.restype = ctypes.c_ulong
        self.display = ctypes.c_void_p(self.x.XOpenDisplay(name.encode()))
        if not self.display:
            raise OSError(f'there is no display {name}')
        self.pressed = set()

    def close(self):
        self.x.XCloseDisplay(self.display)

    def flush(self):
        self.x.XSync(self.display, 0)

    def move(self, x, y):
        self.test.XTestFakeMotionEvent(self.display, -1, int(x), int(y), ctypes.c_ulong(0))

    def button(self, number, is_down):
        self.test.XTestFakeButtonEvent(self.display, number, int(is_down), ctypes.c_ulong(0))
        (self.pressed.add if is_down else self.pressed.discard)(number)

    def click(self, number):
        self.button(number, True)
        self.button(number, False)

    def release(self):
        """Lets go of every button."""
        for number in list(self.pressed):
            self.button(number, False)

    def _find(self, name):
        """A key's code, and whether it wants Shift: by its keysym's name, as xdotool has it."""
        keysym = self.x.XStringToKeysym(name.encode())
        code = self.x.XKeysymToKeycode(self.display, keysym)
        if not keysym or not code:
            raise ValueError(f'no key {name}')
        return code, self.x.XkbKeycodeToKeysym(self.display, code, 0, 0) != keysym

    def key(self, chord):
        """One chord: ctrl+shift+z."""
        names = {'ctrl': 'Control_L', 'shift': 'Shift_L', 'alt': 'Alt_L'}
        *modifiers, last = chord.split('+')
        code, is_shifted = self._find(last)
        codes = [self._find(names[modifier])[0] for modifier in modifiers]
        if is_shifted and 'shift' not in modifiers:
            codes.append(self._find('Shift_L')[0])
        codes.append(code)
        for code in codes:
            self.test.XTestFakeKeyEvent(self.display, code, 1, ctypes.c_ulong(0))
        for code in reversed(codes):
            self.test.XTestFakeKeyEvent(self.display, code, 0, ctypes.c_ulong(0))

    def type(self, text):
        names = {'-': 'minus', '.': 'period', ',': 'comma', '/': 'slash', '~': 'asciitilde',
                 ' ': 'space', '_': 'underscore', '\n': 'Return', '\t': 'Tab'}
        for character in text:
            self.key(names.get(character, character))

    def close_window(self, window):
        """As a task bar does: the window manager asks whose window it is to close it."""
        to_manager = 1 << 19 | 1 << 20  # SubstructureNotifyMask, SubstructureRedirectMask
        message = self.x.XInternAtom(self.display, b'_NET_CLOSE_WINDOW', 0)
        event = ClientMessage(type=ClientMessage.TYPE, window=int(window), message=message, format=32)
        self.x.XSendEvent(self.display, self.x.XDefaultRootWindow(self.display), 0, to_manager,
                          ctypes.byref(event))
        self.flush()
