#!/bin/sh
# A display (SCOPE_SCREEN: its size), a session bus with the accessibility bus on it, and a window manager, for one command.
exec xvfb-run --auto-servernum --server-args="-screen 0 ${SCOPE_SCREEN:-1920x1080x24}" dbus-run-session -- sh -c '
  openbox 2>/dev/null &
  manager=$!
  "$@"
  status=$?
  kill $manager
  exit $status' run "$@"
