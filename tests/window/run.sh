#!/bin/sh
# A display (SCOPE_SCREEN: its size), a session bus with the accessibility bus on it, and a window manager,
# for one command.
# What the daemons say goes beside the command's own output, which is a test's.
exec 9>&1 1>&2
exec xvfb-run --auto-servernum --server-args="-screen 0 ${SCOPE_SCREEN:-1920x1080x24}" dbus-run-session -- sh -c '
  openbox 2>/dev/null &
  manager=$!
  "$@" >&9
  status=$?
  kill $manager
  exit $status' run "$@"
