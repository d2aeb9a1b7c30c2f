package groundschool.lab.check;

import groundschool.jmespath.JmesPath;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads what stands under `expect:`.
final class ExpectationReader {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Consumer<String> problems;

    /// @param problems is told what is wrong
    ExpectationReader(Consumer<String> problems) {
        this.problems = problems;
    }

    /// Paths and what must be there.
    List<Expectation> all(Object expect) {
        if (!(expect instanceof Map<?, ?> paths)) {
            problems.accept("`expect:` has paths and values: `Table.BillingMode: PROVISIONED`");
            return List.of();
        }
        return paths.entrySet().stream()
                .flatMap(each ->
                        expectation(String.valueOf(each.getKey()), each.getValue()).stream())
                .toList();
    }

    private Optional<Expectation> expectation(String path, Object value) {
        try {
            var compiled = JmesPath.of(path);
            return one(value).map(expected -> new Expectation(compiled, expected));
        } catch (IllegalArgumentException e) {
            problems.accept("`%s` is not JMESPath: %s".formatted(path, e.getMessage()));
            return Optional.empty();
        }
    }

    /// What one value must be.
    Optional<Expected> one(Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            return Optional.of(new Expected.Equal(json(value)));
        }
        var entry = map.entrySet().stream().findFirst();
        if (map.size() != 1 || entry.isEmpty()) {
            problems.accept("expect one of matches, contains, atLeast, absent: true");
            return Optional.empty();
        }
        var operand = entry.get().getValue();
        try {
            return switch (String.valueOf(entry.get().getKey())) {
                case "matches" ->
                        Optional.of(new Expected.Matches(Pattern.compile(String.valueOf(operand))));
                case "contains" -> Optional.of(new Expected.Contains(json(operand)));
                case "atLeast" ->
                        Optional.of(new Expected.AtLeast(new BigDecimal(String.valueOf(operand))));
                case "absent" -> absent(operand);
                default -> {
                    problems.accept("expect one of matches, contains, atLeast, absent: true");
                    yield Optional.empty();
                }
            };
        } catch (IllegalArgumentException e) {
            problems.accept("%s cannot be used: %s".formatted(operand, e.getMessage()));
            return Optional.empty();
        }
    }

    private Optional<Expected> absent(Object operand) {
        if (operand.equals(true)) {
            return Optional.of(new Expected.Absent());
        }
        problems.accept("only `absent: true` says something");
        return Optional.empty();
    }

    private static JsonNode json(Object value) {
        return MAPPER.valueToTree(value);
    }
}
