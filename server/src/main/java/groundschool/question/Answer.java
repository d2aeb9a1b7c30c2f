package groundschool.question;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What a learner answered. Its text form is short, stable, and what a database keeps.
public sealed interface Answer {

    /// Nothing.
    record None() implements Answer {

        @Override
        public String text() {
            return "";
        }
    }

    /// Options of a choice or a multiple response, by id.
    record Chosen(SortedSet<String> options) implements Answer {

        public Chosen {
            options = Collections.unmodifiableSortedSet(new TreeSet<>(options));
        }

        /// These options.
        public static Chosen of(String... options) {
            return new Chosen(new TreeSet<>(Set.of(options)));
        }

        @Override
        public String text() {
            return "chosen:" + String.join(",", options);
        }
    }

    /// The ids of the items in the places of an ordering, from the first on; an empty text where a
    /// place has none.
    record Ordered(List<String> items) implements Answer {

        public Ordered {
            items = List.copyOf(items);
        }

        @Override
        public String text() {
            return "ordered:" + String.join(",", items);
        }
    }

    /// The answer's id for each prompt's id of a matching question; prompts without one are left
    /// out.
    record Matched(Map<String, String> answers) implements Answer {

        public Matched {
            answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
        }

        @Override
        public String text() {
            return "matched:"
                    + answers.entrySet().stream()
                            .map(entry -> entry.getKey() + "=" + entry.getValue())
                            .collect(Collectors.joining(","));
        }
    }

    /// A number as the learner typed it.
    record Entered(String value) implements Answer {

        @Override
        public String text() {
            return "entered:" + value;
        }
    }

    /// The form that [#of] reads.
    String text();

    /// The answer that has this text.
    ///
    /// @throws IllegalArgumentException if no answer has it
    static Answer of(String text) {
        if (text.isEmpty()) {
            return new None();
        }
        var colon = text.indexOf(':');
        var value = text.substring(colon + 1);
        return switch (text.substring(0, Math.max(0, colon))) {
            case "chosen" -> new Chosen(new TreeSet<>(listed(value)));
            case "ordered" -> new Ordered(List.of(value.split(",", -1)));
            case "matched" -> new Matched(pairs(value));
            case "entered" -> new Entered(value);
            default -> throw new IllegalArgumentException("not an answer: " + text);
        };
    }

    private static List<String> listed(String value) {
        return Arrays.stream(value.split(",", -1)).filter(each -> !each.isEmpty()).toList();
    }

    private static Map<String, String> pairs(String value) {
        var pairs = new LinkedHashMap<String, String>();
        for (var pair : new ArrayList<>(listed(value))) {
            var equals = pair.indexOf('=');
            if (equals < 0) {
                throw new IllegalArgumentException("not a pair: " + pair);
            }
            pairs.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
        return pairs;
    }
}
