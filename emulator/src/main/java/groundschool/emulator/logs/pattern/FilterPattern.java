package groundschool.emulator.logs.pattern;

import groundschool.emulator.AwsException;
import groundschool.emulator.logs.LogsErrors;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which log events are meant. Its text is a pattern that means the same.
///
/// Source: [Filter pattern
/// syntax](https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html)
public sealed interface FilterPattern {

    /// Reads a pattern.
    ///
    /// @throws AwsException if it is none
    static FilterPattern of(String text) {
        try {
            return new PatternParser(text).parse();
        } catch (PatternException invalid) {
            throw LogsErrors.invalidPattern();
        }
    }

    /// What stands in a place of an event that is JSON, such as `$.latency`.
    ///
    /// @return absent if there is nothing, or the text is no selector
    static Optional<String> selected(String selector, LogText event) {
        try {
            var at = new Cursor(selector);
            var place = PatternParser.selector(at);
            return at.isAtEnd() ? event.json().flatMap(place::first) : Optional.empty();
        } catch (PatternException none) {
            return Optional.empty();
        }
    }

    /// What the pattern finds in an event that it means, by selector, such as `$.user` or `$bytes`;
    /// absent if it does not mean the event.
    Optional<Map<String, String>> match(LogText event);

    /// Whether an event is meant.
    default boolean matches(String message) {
        return match(new LogText(message)).isPresent();
    }

    /// Every event.
    record Everything() implements FilterPattern {
        @Override
        public Optional<Map<String, String>> match(LogText event) {
            return Optional.of(Map.of());
        }

        @Override
        public String toString() {
            return "";
        }
    }

    /// Events with all of some words and none of others, or with one at least of some.
    ///
    /// @param optional count only where there are no others, as on AWS
    record Words(List<Text> all, List<Text> optional, List<Text> none) implements FilterPattern {

        public Words {
            all = List.copyOf(all);
            optional = List.copyOf(optional);
            none = List.copyOf(none);
        }

        @Override
        public Optional<Map<String, String>> match(LogText event) {
            var message = event.message();
            boolean isMeant =
                    all.isEmpty() && none.isEmpty()
                            ? optional.stream().anyMatch(word -> word.isIn(message))
                            : all.stream().allMatch(word -> word.isIn(message))
                                    && none.stream().noneMatch(word -> word.isIn(message));
            return isMeant ? Optional.of(Map.of()) : Optional.empty();
        }

        @Override
        public String toString() {
            return Stream.of(
                            all.stream().map(Text::toString),
                            optional.stream().map(word -> "?" + word),
                            none.stream().map(word -> "-" + word))
                    .flatMap(words -> words)
                    .collect(Collectors.joining(" "));
        }
    }

    /// Events that are JSON and fulfil a condition.
    record Json(JsonCondition condition) implements FilterPattern {
        @Override
        public Optional<Map<String, String>> match(LogText event) {
            return event.json()
                    .filter(condition::holds)
                    .map(document ->
                            condition
                                    .selectors()
                                    .flatMap(selector ->
                                            selector
                                                    .first(document)
                                                    .map(value ->
                                                            Map.entry(selector.toString(), value))
                                                    .stream())
                                    .collect(
                                            Collectors.toMap(
                                                    Map.Entry::getKey,
                                                    Map.Entry::getValue,
                                                    (one, _) -> one)));
        }

        @Override
        public String toString() {
            return "{ " + condition + " }";
        }
    }

    /// Events that are fields with spaces between them.
    record Fields(List<Column> columns) implements FilterPattern {

        public Fields {
            columns = List.copyOf(columns);
        }

        @Override
        public Optional<Map<String, String>> match(LogText event) {
            return Column.assign(columns, event.fields())
                    .filter(found -> columns.stream().allMatch(column -> column.holds(found)));
        }

        @Override
        public String toString() {
            return columns.stream()
                    .map(Column::toString)
                    .collect(Collectors.joining(", ", "[", "]"));
        }
    }
}
