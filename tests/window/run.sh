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
  manage () { openbox --config-file "$config" 9>&- & manager=$!; }
  config=$0
  manage
  # Windows that come before the manager would never be focused. On a busy machine the server may turn it
  # away just after its own start: then it is started again.
  tries=0
  until xdotool get_num_desktops >/dev/null 2>&1; do
    if [ $((tries += 1)) = 600 ]; then echo "no window manager within a minute" >&2; exit 99; fi
    sleep 0.1
    kill -0 $manager 2>/dev/null || { wait $manager; manage; }
  done
  SCOPE_DISPLAY_PIDS="$SCOPE_DISPLAY_PIDS $manager"
  "$@" >&9 9>&-
  status=$?
  kill $manager
  exit $status' "$(dirname "$0")/openbox.xml" "$@"
exit $?
