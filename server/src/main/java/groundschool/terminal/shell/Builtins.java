package groundschool.terminal.shell;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.regex.Pattern;

/// The programs that every terminal has.
final class Builtins {

    private static final Pattern ASSIGNMENT =
            Pattern.compile("([A-Za-z_]\\w*)=(.*)", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*");
    private static final Duration LONGEST_SLEEP = Duration.ofSeconds(3);

    private Builtins() {}

    static Map<String, Program> all(Variables variables, Modes modes) {
        return Map.ofEntries(
                Map.entry("echo", Printing::echo),
                Map.entry("printf", Printing::printf),
                Map.entry("cat", Builtins::cat),
                Map.entry("ls", Builtins::ls),
                Map.entry("rm", Builtins::rm),
                Map.entry("pwd", Builtins::pwd),
                Map.entry("sleep", Builtins::sleep),
                Map.entry("true", _ -> 0),
                Map.entry(":", _ -> 0),
                Map.entry("false", _ -> 1),
                Map.entry("exit", Builtins::exit),
                Map.entry("clear", _ -> 0),
                Map.entry("history", Builtins::history),
                Map.entry("env", Builtins::env),
                Map.entry("zip", Zip::run),
                Map.entry("export", invocation -> export(invocation, variables)),
                Map.entry("unset", invocation -> unset(invocation, variables)),
                Map.entry("set", invocation -> set(invocation, modes)));
    }

    static int help(Invocation invocation, Collection<String> programs) {
        invocation.out(
                """
                This terminal runs: %s.

                aws help                     the services that are here
                aws dynamodb help            the operations of one
                aws dynamodb put-item help   the parameters of one
                inbox                        what your user pools have sent
                jwt TOKEN                    what a token says, unverified

                NAME=value, $NAME, $(command), 'quotes', "quotes", && and ||, > and >> into files
                beside it, and << for text of several lines work as in any shell.
                """
                        .formatted(String.join(", ", programs)));
        return 0;
    }

    private static int cat(Invocation invocation) {
        if (invocation.arguments().isEmpty()) {
            invocation.out(invocation.input());
            return 0;
        }
        var exitCode = 0;
        for (var name : invocation.arguments()) {
            var text = invocation.workspace().text(name);
            if (name.equals("-")) {
                invocation.out(invocation.input());
            } else if (text.isPresent()) {
                invocation.out(text.get());
            } else {
                invocation.error("cat: " + name + ": No such file or directory\n");
                exitCode = 1;
            }
        }
        return exitCode;
    }

    private static int ls(Invocation invocation) {
        var names = invocation.workspace().names();
        var asked = invocation.arguments().stream().filter(each -> !each.startsWith("-")).toList();
        if (asked.isEmpty()) {
            names.forEach(name -> invocation.out(name + "\n"));
            return 0;
        }
        var exitCode = 0;
        for (var name : asked) {
            if (names.contains(name)) {
                invocation.out(name + "\n");
            } else {
                invocation.error("ls: cannot access '" + name + "': No such file or directory\n");
                exitCode = 2;
            }
        }
        return exitCode;
    }

    private static int rm(Invocation invocation) {
        var exitCode = 0;
        var force = invocation.arguments().contains("-f");
        for (var name : invocation.arguments()) {
            if (!name.startsWith("-") && !invocation.workspace().remove(name) && !force) {
                invocation.error("rm: cannot remove '" + name + "': No such file or directory\n");
                exitCode = 1;
            }
        }
        return exitCode;
    }

    private static int pwd(Invocation invocation) {
        invocation.out("/workspace\n");
        return 0;
    }

    private static int sleep(Invocation invocation) {
        var seconds = invocation.arguments().isEmpty() ? "" : invocation.arguments().getFirst();
        if (!seconds.matches("[0-9]{1,6}(\\.[0-9]{1,6})?s?")) {
            invocation.error("sleep: give a number of seconds\n");
            return 1;
        }
        var milliseconds = new BigDecimal(seconds.replace("s", "")).movePointRight(3).longValue();
        if (milliseconds > LONGEST_SLEEP.toMillis()) {
            invocation.error(
                    "sleep: no more than %d seconds here; `aws … wait …` waits for what you need, without the wait\n"
                            .formatted(LONGEST_SLEEP.toSeconds()));
            return 1;
        }
        invocation.run().pause(Duration.ofMillis(milliseconds));
        return 0;
    }

    private static int exit(Invocation invocation) {
        var code = invocation.arguments().isEmpty() ? "0" : invocation.arguments().getFirst();
        throw new Interpreter.Exit(code.matches("[0-9]{1,3}") ? Integer.parseInt(code) & 255 : 2);
    }

    private static int history(Invocation invocation) {
        invocation.error("history: the arrow keys bring back what you typed\n");
        return 1;
    }

    private static int env(Invocation invocation) {
        invocation.environment().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(each -> invocation.out(each.getKey() + "=" + each.getValue() + "\n"));
        return 0;
    }

    private static int export(Invocation invocation, Variables variables) {
        for (var argument : invocation.arguments()) {
            var assignment = ASSIGNMENT.matcher(argument);
            if (assignment.matches()) {
                variables.set(assignment.group(1), assignment.group(2));
                variables.export(assignment.group(1));
            } else if (NAME.matcher(argument).matches()) {
                variables.export(argument);
            } else {
                invocation.error("export: `" + argument + "': not a valid identifier\n");
                return 1;
            }
        }
        return 0;
    }

    private static int unset(Invocation invocation, Variables variables) {
        invocation.arguments().forEach(variables::unset);
        return 0;
    }

    private static int set(Invocation invocation, Modes modes) {
        for (var argument : invocation.arguments()) {
            var on = argument.startsWith("-");
            if (argument.equals("pipefail")) {
                continue; // there are no pipes
            }
            if (!argument.matches("[-+][euo]+")) {
                invocation.error("set: only -e and -u are here, not " + argument + "\n");
                return 2;
            }
            if (argument.contains("e")) {
                modes.stopAtFailure(on);
            }
            if (argument.contains("u")) {
                modes.refuseUnset(on);
            }
        }
        return 0;
    }
}
