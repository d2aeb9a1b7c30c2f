package groundschool.emulator.cloudwatch.alarm;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Reads the rules of composite alarms: `NOT` binds most, then `AND`, then `OR`.
final class AlarmRuleParser {

    private static final Set<String> STATES = Set.of("ALARM", "OK", "INSUFFICIENT_DATA");
    private static final int MOST_ELEMENTS = 500;
    private static final int DEEPEST = 100;

    private final String text;
    private int at;
    private int elements;
    private int depth;

    AlarmRuleParser(String text) {
        this.text = text;
    }

    AlarmRule parse() {
        var rule = any();
        skip();
        if (at < text.length()) {
            throw wrong();
        }
        return rule;
    }

    private AlarmRuleException wrong() {
        return new AlarmRuleException(
                "Error in AlarmRule at position %d: %s"
                        .formatted(
                                at,
                                at < text.length()
                                        ? "unexpected '"
                                                + text.substring(
                                                        at, Math.min(at + 20, text.length()))
                                                + "'"
                                        : "unexpected end"));
    }

    private AlarmRule any() {
        var rules = new ArrayList<>(List.of(all()));
        while (takes("OR")) {
            rules.add(all());
        }
        return rules.size() == 1 ? rules.getFirst() : new AlarmRule.Any(rules);
    }

    private AlarmRule all() {
        var rules = new ArrayList<>(List.of(one()));
        while (takes("AND")) {
            rules.add(one());
        }
        return rules.size() == 1 ? rules.getFirst() : new AlarmRule.All(rules);
    }

    private AlarmRule one() {
        if (++elements > MOST_ELEMENTS || ++depth > DEEPEST) {
            throw new AlarmRuleException(
                    "An AlarmRule has %d elements at most.".formatted(MOST_ELEMENTS));
        }
        try {
            if (takes("NOT")) {
                return new AlarmRule.Not(one());
            }
            if (takesSign('(')) {
                var rule = any();
                need(')');
                return rule;
            }
            if (takes("TRUE")) {
                return new AlarmRule.Constant(true);
            }
            if (takes("FALSE")) {
                return new AlarmRule.Constant(false);
            }
            if (takes("AT_LEAST")) {
                return atLeast();
            }
            var state = state();
            need('(');
            var alarm = name();
            need(')');
            return new AlarmRule.Is(alarm, state);
        } finally {
            depth--;
        }
    }

    private AlarmRule atLeast() {
        need('(');
        skip();
        int from = at;
        while (at < text.length() && Character.isDigit(text.charAt(at))) {
            at++;
        }
        if (at == from || at - from > 3) {
            throw wrong();
        }
        int number = Integer.parseInt(text.substring(from, at));
        boolean isPercent = takesSign('%');
        need(',');
        boolean isNegated = takes("NOT");
        var state = state();
        need(',');
        need('(');
        var rules = new ArrayList<AlarmRule>();
        do {
            elements++;
            var is = new AlarmRule.Is(name(), state);
            rules.add(isNegated ? new AlarmRule.Not(is) : is);
        } while (takesSign(',') && elements <= MOST_ELEMENTS);
        need(')');
        need(')');
        if (number < 1 || number > (isPercent ? 100 : rules.size())) {
            throw new AlarmRuleException(
                    "The number of AT_LEAST must be between 1 and that of its alarms, or 100%.");
        }
        return new AlarmRule.AtLeast(number, isPercent, rules);
    }

    private String state() {
        for (var state : STATES) {
            if (takes(state)) {
                return state;
            }
        }
        throw wrong();
    }

    /// A name in quotes, or one that ends before a parenthesis, a comma or a space.
    private String name() {
        skip();
        if (takesSign('"')) {
            int end = text.indexOf('"', at);
            if (end <= at) {
                throw wrong();
            }
            var name = text.substring(at, end);
            at = end + 1;
            return name;
        }
        int from = at;
        while (at < text.length() && "(),\" \t\r\n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        if (at == from) {
            throw wrong();
        }
        return text.substring(from, at);
    }

    private void skip() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private boolean takes(String word) {
        skip();
        int end = at + word.length();
        boolean isThere =
                text.startsWith(word, at) && (end == text.length() || !isOfWord(text.charAt(end)));
        at = isThere ? end : at;
        return isThere;
    }

    private static boolean isOfWord(char letter) {
        return Character.isLetterOrDigit(letter) || letter == '_';
    }

    private boolean takesSign(char sign) {
        skip();
        boolean isThere = at < text.length() && text.charAt(at) == sign;
        at += isThere ? 1 : 0;
        return isThere;
    }

    private void need(char sign) {
        if (!takesSign(sign)) {
            throw wrong();
        }
    }
}
