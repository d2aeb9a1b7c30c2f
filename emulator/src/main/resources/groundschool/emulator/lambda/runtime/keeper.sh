#!/bin/sh
# Starts a runtime, and again after each reset: keeper.sh RUNTIME... What lies in /tmp stays.
# Each line of the standard input is an order: by turns to start the runtime, and to end all that
# runs beside this script. Lines of the output that begin with a NUL say that the runtime has ended by
# itself, or that all has been ended.
# Outside of a namespace of processes of its own, that would be everything of this user's.
[ "$$" -lt 10 ] || exit 70
exec 3<&0 </dev/null
reset=
trap 'reset=1' USR1
trap : TERM
while read -r _ <&3; do
    reset=
    "$@" 3<&- &
    runtime=$!
    (read -r _ <&3 && kill -s USR1 $$) >/dev/null 2>&1 &
    orders=$!
    # A signal for this script ends a wait, not the runtime.
    while [ -z "$reset" ] && kill -s 0 "$runtime" 2>/dev/null; do
        wait "$runtime" 2>/dev/null
        status=$?
    done
    if [ -z "$reset" ]; then
        printf '\000/runtime %d\n' "$status"
        wait "$orders" 2>/dev/null
    fi
    [ "$reset" ] || exit 0
    kill -s KILL -- -1 2>/dev/null
    wait 2>/dev/null
    printf '\000/reset 0\n'
done
