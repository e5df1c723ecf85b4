#!/usr/bin/python3
# SPDX-FileCopyrightText: The Logitscope authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""What the window says for some seconds reaches a screen reader, where GTK has a way to."""

import unittest

from harness import Program, main, wait_for
from gi.repository import Atspi, GLib


def hears_announcements(application):
    """GTK 4.14 has them."""
    return tuple(map(int, application.get_toolkit_version().split('.')[:2])) >= (4, 14)


class Said(unittest.TestCase):

    def test_announced(self):
        heard = []
        listener = Atspi.EventListener.new(lambda event: heard.append(event.any_data))
        listener.register('object:announcement')

        def is_heard(text):
            while GLib.MainContext.default().iteration(False):
                pass
            return text in heard

        with Program() as program:
            program.key('ctrl+c')
            program.get('Picture copied')
            if hears_announcements(program.application):
                wait_for('the sentence is announced', lambda: is_heard('Picture copied'))
            else:
                self.assertFalse(is_heard('Picture copied'))
        listener.deregister('object:announcement')


if __name__ == '__main__':
    main()
