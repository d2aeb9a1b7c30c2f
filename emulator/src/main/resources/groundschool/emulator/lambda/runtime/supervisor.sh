#!/bin/sh
# Runs the extensions of a folder beside a runtime: supervisor.sh FOLDER RUNTIME...
# What extensions write goes to the standard error. Lines there that begin with a NUL say what has
# ended, or, with nothing behind it, that all is written which was written before that was asked for. A first
# line of the standard input starts the runtime; `mark` asks for such a line, and others are signals for it.
folder=$1
shift
exec 3<&0 4>&2
for extension in "$folder"/*; do
    [ -f "$extension" ] || continue
    (
        "$extension" 3<&- 4>&- >&2
        printf '\000%s %d\n' "${extension##*/}" $? >&2
    ) &
done
read -r line <&3 || exit 0
"$@" 3<&- 4>&- 2>&1 &
runtime=$!
(
    while read -r order <&3; do
        case $order in
        mark) printf '\000\n' >&4 ;;
        *) kill -s "$order" "$runtime" 2>/dev/null ;;
        esac
    done
) >/dev/null 2>&1 &
# The shell says to the standard error which signal ended it: nobody is to read that as a log.
wait "$runtime" 2>/dev/null
printf '\000/runtime %d\n' $? >&2
# Who started all this ends it.
wait
