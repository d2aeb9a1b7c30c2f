package groundschool.lab.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads a call and what it must give, which checks of labs and proofs of questions write alike.
public final class CallReader {

    /// What such a call is made of.
    public static final Set<String> KEYS = Set.of("call", "input", "expect", "error");

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Pattern CALL = Pattern.compile("([a-z0-9-]+) ([A-Z]\\w*)");

    private final Map<String, Object> fields;
    private final BiConsumer<String, String> problems;

    /// @param fields what the author wrote, by key
    /// @param problems is told the key that is wrong, and what is wrong with it
    public CallReader(Map<String, Object> fields, BiConsumer<String, String> problems) {
        this.fields = fields;
        this.problems = problems;
    }

    /// A call with what it must give.
    public Optional<Calls> withExpectation() {
        if (fields.containsKey("error") == fields.containsKey("expect")) {
            problems.accept("call", "a call has either `expect:` or `error:`");
        }
        return calls();
    }

    /// A call that must be answered, whatever the answer.
    public Optional<Calls> bare() {
        if (fields.containsKey("error") || fields.containsKey("expect")) {
            problems.accept("call", "a call that sets up has neither `expect:` nor `error:`");
        }
        return calls();
    }

    private Optional<Calls> calls() {
        var call = CALL.matcher(String.valueOf(fields.getOrDefault("call", "")));
        if (!call.matches()) {
            problems.accept(
                    "call", "a call is a service and an operation: `dynamodb DescribeTable`");
            return Optional.empty();
        }
        JsonNode input = MAPPER.valueToTree(fields.getOrDefault("input", Map.of()));
        if (!input.isObject()) {
            problems.accept("input", "`input:` is an object: `{ TableName: … }`");
        }
        var error = Optional.ofNullable(fields.get("error")).map(String::valueOf);
        return Optional.of(new Calls(call.group(1), call.group(2), input, expectations(), error));
    }

    private List<Expectation> expectations() {
        return fields.containsKey("expect")
                ? new ExpectationReader(message -> problems.accept("expect", message))
                        .all(fields.getOrDefault("expect", ""))
                : List.of();
    }
}
