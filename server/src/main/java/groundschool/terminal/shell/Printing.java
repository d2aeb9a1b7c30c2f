package groundschool.terminal.shell;

import java.util.ArrayDeque;
import java.util.List;

/// `echo` and `printf`.
final class Printing {

    private Printing() {}

    static int echo(Invocation invocation) {
        var arguments = invocation.arguments();
        var lineBreak = true;
        var escapes = false;
        while (!arguments.isEmpty() && arguments.getFirst().matches("-[neE]+")) {
            lineBreak &= !arguments.getFirst().contains("n");
            escapes |= arguments.getFirst().contains("e");
            arguments = arguments.subList(1, arguments.size());
        }
        var text = String.join(" ", arguments);
        invocation.out((escapes ? unescaped(text) : text) + (lineBreak ? "\n" : ""));
        return 0;
    }

    /// `%s`, `%d` and `%%`; the format is used again while there are arguments.
    static int printf(Invocation invocation) {
        if (invocation.arguments().isEmpty()) {
            invocation.error("printf: give a format, such as '%s\\n'\n");
            return 2;
        }
        var format = unescaped(invocation.arguments().getFirst());
        var values =
                new ArrayDeque<>(invocation.arguments().subList(1, invocation.arguments().size()));
        do {
            var before = values.size();
            var text = new StringBuilder();
            for (var i = 0; i < format.length(); i++) {
                if (format.charAt(i) != '%') {
                    text.append(format.charAt(i));
                    continue;
                }
                i++;
                switch (i < format.length() ? format.charAt(i) : ' ') {
                    case '%' -> text.append('%');
                    case 's' -> text.append(values.isEmpty() ? "" : values.remove());
                    case 'd' -> text.append(values.isEmpty() ? "0" : values.remove());
                    default -> {
                        invocation.error("printf: only %s, %d and %% are here\n");
                        return 1;
                    }
                }
            }
            invocation.out(text.toString());
            if (values.size() == before) {
                break;
            }
        } while (!values.isEmpty());
        return 0;
    }

    private static String unescaped(String text) {
        var result = new StringBuilder();
        for (var i = 0; i < text.length(); i++) {
            var next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
            if (text.charAt(i) == '\\' && List.of('n', 't', '\\', '"').contains(next)) {
                result.append(
                        switch (next) {
                            case 'n' -> '\n';
                            case 't' -> '\t';
                            default -> next;
                        });
                i++;
            } else {
                result.append(text.charAt(i));
            }
        }
        return result.toString();
    }
}
