# SPDX-FileCopyrightText: The Logitscope authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""What is seen of a program from outside: on the display, on the accessibility bus, by the system."""

import pathlib
import re
import subprocess
import time

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402

# For machines that do ten other things.
TIMEOUT = 30.0

# What is the same to a user has other names on the bus in GTK 4.8 and in 4.18.
ROLES = {
    'button': {'push button', 'button', 'toggle button'},
    'check box': {'check box', 'checkbox'},
    'table': {'table', 'tree table'},
    'text': {'text', 'entry'},
}
ROLE_OF = {name: role for role, names in ROLES.items() for name in names}

LOWERED = str.maketrans('₀₁₂₃₄₅₆₇₈₉', '0123456789')
RAISED = str.maketrans({'⁻': 'minus '} | dict(zip('⁰¹²³⁴⁵⁶⁷⁸⁹', '0123456789')))


def wait_for(what, condition, timeout=TIMEOUT):
    """Polls until the condition gives something true, and returns it."""
    end = time.monotonic() + timeout
    while True:
        try:
            result = condition()
        except GLib.Error:
            result = None  # a widget that went away while it was read
        if result:
            return result
        if time.monotonic() > end:
            raise AssertionError(f'timed out: {what() if callable(what) else what}')
        time.sleep(0.05)


def xdotool(*arguments):
    return subprocess.run(['xdotool', *map(str, arguments)], check=True, capture_output=True,
                          text=True).stdout.strip()


def spoken(printed):
    """What is said of a printed text, as far as tests ask for it (see src/text/speech.h)."""
    said = re.sub('([₀-₉]) (?=−?[0-9])', r'\1 equals ', printed)
    said = re.sub(r' ?([₀-₉]+)', lambda found: ' ' + found[1].translate(LOWERED), said)
    said = re.sub('10(⁻?[⁰¹²³⁴-⁹]+)', lambda found: '10 to the ' + found[1].translate(RAISED), said)
    said = re.sub(r'(\d|∞) ?/ ?(?=[\d∞])', r'\1 divided by ', said).replace('·', ' times ').replace('∞', 'infinity')
    said = re.sub(r'∂(\w)/∂(\w)', r'd \1 by d \2', said)
    return re.sub(r'[●▲■] +', '', said).replace(' = ', ' equals ').replace(' ≈ ', ' is about ').replace(
        ' − ', ' minus ').replace('×', 'times ')


def geometry(window):
    """Where an X window is on the screen: x, y, width, height."""
    found = dict(line.split('=') for line in
                 xdotool('getwindowgeometry', '--shell', window).splitlines())
    return tuple(int(found[key]) for key in ('X', 'Y', 'WIDTH', 'HEIGHT'))


def role(widget):
    """What a widget is, by the names of ROLES."""
    name = widget.get_role_name()
    return ROLE_OF.get(name, name)


def states(widget):
    """Focused, sensitive, and what else the bus says of it."""
    return widget.get_state_set()


def extents(widget):
    return Atspi.Component.get_extents(widget, Atspi.CoordType.WINDOW)


def text_of(widget):
    """What stands in an entry."""
    return Atspi.Text.get_text(widget, 0, Atspi.Text.get_character_count(widget))


def wakings(pid):
    """How often a process's threads have gone to sleep, or nothing if one of them is at work."""
    counts = []
    for task in sorted(pathlib.Path('/proc', str(pid), 'task').iterdir()):
        try:
            status = (task / 'status').read_text()
        except OSError:
            return None  # a thread that ended just now
        if re.search(r'^State:\s+[RD]', status, re.M):
            return None
        counts.append((task.name, re.findall(r'ctxt_switches:\s+(\d+)', status)))
    return counts
