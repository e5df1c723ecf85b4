# SPDX-FileCopyrightText: The Logitscope authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""What several of the window's test programs know of it."""

import subprocess

START = 'b 3 equals −2, loss 1.891, slope −0.8491'


def panel(program, part=0.3):
    """A place in the loss panel: x as a part of its width."""
    x, y, width, height = program.place(program.plot)
    left, right = x + 0.05 * width, x + 0.56 * width
    return left + part * (right - left), y + 0.48 * height


def paste(target):
    """What the clipboard has of that kind."""
    return subprocess.run(['xclip', '-selection', 'clipboard', '-o', '-t', target], check=True,
                          capture_output=True, timeout=30).stdout
