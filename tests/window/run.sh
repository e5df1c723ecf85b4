#!/bin/sh
# A display (SCOPE_SCREEN: its size), a session bus with the accessibility bus on it, and a window manager,
# for one command. The server finds itself a number that nobody has.
# What the daemons say goes beside the command's own output, which is a test's.
exec 9>&1 1>&2

aside=$(mktemp -d) || exit 99
server=
leave ()
{
  [ -z "$server" ] || kill "$server" 2>/dev/null
  wait
  rm -rf "$aside"
}
trap leave EXIT
trap 'exit 143' TERM INT HUP

XAUTHORITY=$aside/authority
export XAUTHORITY
cookie=$(mcookie)
xauth -q add :0 . "$cookie" 2>/dev/null
mkfifo "$aside/number"
Xvfb -displayfd 3 -auth "$XAUTHORITY" -nolisten tcp -screen 0 "${SCOPE_SCREEN:-1920x1080x24}" \
  3>"$aside/number" 9>&- &
server=$!
read -r number <"$aside/number" || exit 99
xauth -q add ":$number" . "$cookie"
DISPLAY=:$number
export DISPLAY
SCOPE_DISPLAY_PIDS=$server
export SCOPE_DISPLAY_PIDS
unset WAYLAND_DISPLAY

dbus-run-session -- sh -c '
  openbox --config-file "$0" 9>&- &
  manager=$!
  SCOPE_DISPLAY_PIDS="$SCOPE_DISPLAY_PIDS $manager"
  # Windows that come before the manager would never be focused.
  tries=0
  until xdotool get_num_desktops >/dev/null 2>&1 || [ $((tries += 1)) = 600 ]; do sleep 0.1; done
  "$@" >&9 9>&-
  status=$?
  kill $manager
  exit $status' "$(dirname "$0")/openbox.xml" "$@"
exit $?
