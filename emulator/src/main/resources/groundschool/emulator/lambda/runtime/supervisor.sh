#!/bin/sh
# Runs the extensions of a folder beside a runtime: supervisor.sh FOLDER RUNTIME...
# What extensions write goes to the standard error. Lines there that begin with a NUL say what has
# ended. A first line of the standard input starts the runtime; others are signals for it.
folder=$1
shift
exec 3<&0
for extension in "$folder"/*; do
    [ -f "$extension" ] || continue
    (
        "$extension" 3<&- >&2
        printf '\000%s %d\n' "${extension##*/}" $? >&2
    ) &
done
read -r line <&3 || exit 0
"$@" 3<&- 2>&1 &
runtime=$!
(
    while read -r signal <&3; do
        kill -s "$signal" "$runtime" 2>/dev/null
    done
) >/dev/null 2>&1 &
# The shell says to the standard error which signal ended it: nobody is to read that as a log.
wait "$runtime" 2>/dev/null
printf '\000/runtime %d\n' $? >&2
# Who started all this ends it.
wait
