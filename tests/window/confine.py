# SPDX-FileCopyrightText: The Logitscope authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Keeps a process and all that it starts from writing anywhere but into some folders: Landlock, which
needs no rights and no tools. Without it in the kernel nothing is confined, and confine() says so."""

import ctypes
import os

CREATE_RULESET, ADD_RULE, RESTRICT_SELF = 444, 445, 446
WRITE = 1 << 1 | sum(1 << bit for bit in range(4, 13))  # write a file; remove and make anything
REFER, TRUNCATE = 1 << 13, 1 << 14
SET_NO_NEW_PRIVS = 38


class Rule(ctypes.Structure):
    _pack_ = 1
    _fields_ = [('allowed', ctypes.c_uint64), ('folder', ctypes.c_int32)]


def confine(folders):
    """Gives whether this process can write into these folders alone from now on."""
    libc = ctypes.CDLL(None, use_errno=True)
    abi = libc.syscall(CREATE_RULESET, None, 0, 1)
    if abi < 1:
        return False
    handled = WRITE | (REFER if abi >= 2 else 0) | (TRUNCATE if abi >= 3 else 0)
    ruleset = libc.syscall(CREATE_RULESET, ctypes.byref(ctypes.c_uint64(handled)), 8, 0)
    for folder in folders:
        opened = os.open(folder, os.O_PATH)
        # Of a device only what is a file's is allowed.
        allowed = handled if os.path.isdir(folder) else handled & (1 << 1 | TRUNCATE)
        libc.syscall(ADD_RULE, ruleset, 1, ctypes.byref(Rule(allowed, opened)), 0)
        os.close(opened)
    return (libc.prctl(SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0
            and libc.syscall(RESTRICT_SELF, ruleset, 0) == 0)
