package groundschool.emulator.dynamodb.partiql;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Makes statements: whole ones that a random number leads to, and such that are broken.
record AnyStatements(Random random) {

    private static final List<String> PIECES =
            List.of(
                    "SELECT",
                    "FROM",
                    "WHERE",
                    "INSERT INTO",
                    "VALUE",
                    "UPDATE",
                    "SET",
                    "REMOVE",
                    "DELETE",
                    "EXISTS",
                    "RETURNING",
                    "ALL",
                    "OLD",
                    "*",
                    "(",
                    ")",
                    "[",
                    "]",
                    "{",
                    "}",
                    "<<",
                    ">>",
                    ",",
                    ".",
                    ":",
                    ";",
                    "?",
                    "=",
                    "<>",
                    "<",
                    ">=",
                    "-",
                    "+",
                    "||",
                    "AND",
                    "OR",
                    "NOT",
                    "IN",
                    "IS",
                    "MISSING",
                    "NULL",
                    "BETWEEN",
                    "LIKE",
                    "ORDER",
                    "BY",
                    "LIMIT",
                    "'it''s'",
                    "\"Tab\"",
                    "\"a b\"",
                    "pk",
                    "sk",
                    "size(",
                    "x",
                    "set_add(",
                    "1",
                    "-1.5e3",
                    ".5",
                    "1e999",
                    "--",
                    "/*",
                    "*/",
                    "'",
                    "\"",
                    "#",
                    "`",
                    "\n",
                    "\u0000",
                    "ü",
                    "😀",
                    "TRUE",
                    "list_append(",
                    "contains(",
                    "@",
                    "%");

    String statement() {
        return switch (random.nextInt(5)) {
            case 0 -> "SELECT %s FROM %s%s%s".formatted(columns(), source(), where(), order());
            case 1 -> "INSERT INTO Tab VALUE " + struct(2);
            case 2 -> "UPDATE Tab %s%s%s".formatted(changes(), where(), returning("ALL NEW *"));
            case 3 -> "DELETE FROM Tab%s%s".formatted(where(), returning("ALL OLD *"));
            default -> "EXISTS(SELECT * FROM Tab%s)".formatted(where());
        };
    }

    /// A statement in which something was changed, or no statement at all.
    String broken() {
        if (random.nextInt(3) == 0) {
            return some(1 + random.nextInt(30), " ", () -> any(PIECES));
        }
        var text = new StringBuilder(statement());
        for (int i = 0; i <= random.nextInt(3); i++) {
            int at = random.nextInt(text.length() + 1);
            switch (random.nextInt(3)) {
                case 0 -> text.insert(at, any(PIECES));
                case 1 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(5)));
                default -> text.insert(at, text.substring(0, at));
            }
        }
        return text.toString();
    }

    private String columns() {
        return random.nextBoolean() ? "*" : any(List.of("a", "m.k[0]", "a, b", "pk, m['x y']"));
    }

    private String source() {
        return any(List.of("Tab", "\"Tab\"", "Tab.idx", "\"Tab\".\"idx\"", "Absent"));
    }

    private String where() {
        return random.nextInt(5) == 0 ? "" : " WHERE " + condition(3);
    }

    private String order() {
        return any(List.of("", "", " ORDER BY sk DESC", " ORDER BY pk, sk ASC"));
    }

    private String returning(String what) {
        return random.nextBoolean() ? "" : " RETURNING " + what;
    }

    private String changes() {
        return some(
                1 + random.nextInt(3),
                " ",
                () ->
                        switch (random.nextInt(4)) {
                            case 0 -> "REMOVE " + path();
                            case 1 -> "SET s = set_add(s, <<'x', 'y'>>)";
                            case 2 -> "SET l = list_append(l, [" + value(1) + "])";
                            default -> "SET " + path() + " = " + any(List.of("n + 1", value(2)));
                        });
    }

    private String condition(int depth) {
        if (depth == 0 || random.nextInt(3) == 0) {
            return simple();
        }
        return switch (random.nextInt(4)) {
            case 0 -> condition(depth - 1) + " AND " + condition(depth - 1);
            case 1 -> condition(depth - 1) + " OR " + condition(depth - 1);
            case 2 -> "NOT " + condition(depth - 1);
            default -> "(" + condition(depth - 1) + ")";
        };
    }

    private String simple() {
        return switch (random.nextInt(9)) {
            case 0 -> "pk = 'p" + random.nextInt(3) + "'";
            case 1 -> "pk IN ['p0', 'p1']";
            case 2 -> "sk " + any(List.of("<", ">=", "=", "<>")) + " '" + random.nextInt(9) + "'";
            case 3 -> path() + " IS " + any(List.of("MISSING", "NOT MISSING", "NULL", "STRING"));
            case 4 -> "begins_with(" + path() + ", 'a')";
            case 5 -> "contains(" + path() + ", " + value(0) + ")";
            case 6 -> "size(a) > " + random.nextInt(5);
            case 7 -> "n NOT BETWEEN 1 AND 5";
            default -> path() + " " + any(List.of("=", "!=")) + " " + value(2);
        };
    }

    private String path() {
        return any(List.of("a", "n", "m.k", "m.k[1]", "l[0]", "\"odd name\"", "pk", "s"));
    }

    private String value(int depth) {
        return switch (random.nextInt(depth == 0 ? 5 : 8)) {
            case 0 -> "'a" + random.nextInt(3) + "'";
            case 1 -> random.nextInt(20) - 10 + any(List.of("", ".5", "e2"));
            case 2 -> any(List.of("TRUE", "false", "NULL"));
            case 3 -> "?";
            case 4 -> "'it''s'";
            case 5 -> "[" + some(random.nextInt(3), ", ", () -> value(depth - 1)) + "]";
            case 6 -> struct(depth - 1);
            default -> any(List.of("<<1, 2>>", "<<'a', 'b'>>"));
        };
    }

    private String struct(int depth) {
        return IntStream.range(0, 1 + random.nextInt(3))
                .mapToObj(i -> "'k%d': %s".formatted(i, value(Math.max(0, depth))))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private String some(int count, String between, Supplier<String> part) {
        return IntStream.range(0, count)
                .mapToObj(_ -> part.get())
                .collect(Collectors.joining(between));
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
