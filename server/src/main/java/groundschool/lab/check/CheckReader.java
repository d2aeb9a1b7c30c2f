package groundschool.lab.check;

import groundschool.content.CheckBlock;
import groundschool.content.Lab;
import groundschool.content.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Turns the block that an author wrote into a check, or says what is wrong with it.
public final class CheckReader {

    private static final Set<String> COMMON =
            Set.of("id", "title", "points", "why", "hint", "after", "wrong", Finds.KEY);
    private static final Map<String, Set<String>> KEYS =
            Map.of(
                    "call", Set.of("call", "as", "input", "expect", "error"),
                    "invoke", Set.of("invoke", "event", "expect"),
                    "http", Set.of("http", "headers", "body", "form", "expect"),
                    "ledger", Set.of("ledger", "expect"),
                    "answer", Set.of("answer", "expect", "unit"));
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Pattern LEDGER = Pattern.compile("([a-z0-9-]+)((?: [A-Z]\\w*)+)");
    private static final Pattern WAIT =
            Pattern.compile(
                    "(?=.)(?:(\\d{1,4})d)?(?:(\\d{1,4})h)?(?:(\\d{1,4})m)?(?:(\\d{1,6})s)?");

    private final CheckBlock block;
    private final Map<String, Object> fields = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private final ExpectationReader expectations;

    private CheckReader(CheckBlock block, Filling filling) {
        this.block = block;
        this.expectations = new ExpectationReader(message -> problem("expect", message));
        block.fields()
                .forEach((key, value) -> {
                    var unknown = filling.unknown(value);
                    if (!unknown.isEmpty()) {
                        problem(
                                key,
                                "there is no variable %s; add it under `variables:`"
                                        .formatted(String.join(", ", unknown)));
                    }
                    fields.put(key, filling.fill(value));
                });
    }

    /// The check of a block that has no problems.
    ///
    /// @throws IllegalStateException if it has some
    public static Check read(CheckBlock block, Filling filling) {
        return Finds.names(block).isEmpty() ? asked(block, filling) : new Finds(block, filling);
    }

    /// The check itself, once what it names is found.
    static Check asked(CheckBlock block, Filling filling) {
        var reader = new CheckReader(block, filling);
        var check = reader.check();
        if (!reader.problems.isEmpty()) {
            throw new IllegalStateException(reader.problems.getFirst().toString());
        }
        return check.orElseThrow();
    }

    /// What is wrong with the checks of a lab.
    public static List<Problem> problems(Lab lab) {
        var always = new Filling(Map.of("random", "x", "account", "111122223333"));
        var values = new LinkedHashMap<>(always.values());
        lab.variables().forEach((name, template) -> values.put(name, always.fill(template)));
        var filling = new Filling(values);
        return lab.checks().flatMap(block -> problems(block, filling).stream()).toList();
    }

    private static List<Problem> problems(CheckBlock block, Filling filling) {
        var finds = Finds.problems(block, filling);
        if (!finds.isEmpty()) {
            return finds;
        }
        var values = new LinkedHashMap<>(filling.values());
        Finds.names(block).forEach(name -> values.put(name, "x"));
        var reader = new CheckReader(block, new Filling(values));
        reader.check();
        return List.copyOf(reader.problems);
    }

    private Optional<Check> check() {
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        text("why", "a check says why it wants what it wants: `why: …`");
        var known = KEYS.getOrDefault(block.kind(), Set.of());
        fields.keySet().stream()
                .filter(key -> !COMMON.contains(key) && !known.contains(key))
                .forEach(key ->
                        problem(
                                key,
                                "`%s:` does not belong to `%s:`".formatted(key, block.kind())));
        Optional<? extends Check> check =
                switch (block.kind()) {
                    case "call" -> fields.containsKey("as") ? actsAs() : calls();
                    case "invoke" -> invokes();
                    case "http" -> requests();
                    case "ledger" -> ledger();
                    default -> answer();
                };
        return fields.containsKey("after")
                ? check.flatMap(this::later)
                : check.map(found -> (Check) found);
    }

    private Optional<Check> invokes() {
        var function = text("invoke", "which function? `invoke: orders-function`");
        needExpectation("invoke");
        return Optional.of(
                new Invokes(
                        function,
                        MAPPER.valueToTree(fields.getOrDefault("event", Map.of())),
                        expectations()));
    }

    private Optional<Check> requests() {
        needExpectation("http");
        return new RequestReader(fields, this::problem).read(expectations());
    }

    private void needExpectation(String kind) {
        if (!fields.containsKey("expect")) {
            problem(kind, "`expect:` is missing");
        }
    }

    private Optional<Check> actsAs() {
        var actor = actor();
        var permission = ActsAs.Permission.of(fields.getOrDefault("expect", ""));
        if (permission.isPresent()) {
            // What the call itself gives does not matter then.
            fields.put("expect", Map.of());
        }
        var calls = calls();
        return actor.isPresent() && calls.isPresent()
                ? Optional.of(new ActsAs(actor.get(), calls.get(), permission))
                : Optional.empty();
    }

    private Optional<Actor> actor() {
        if (fields.get("as") instanceof Map<?, ?> as && as.containsKey("identity")) {
            return identity(as);
        }
        if (fields.get("as") instanceof Map<?, ?> as && as.size() == 1) {
            var who = as.entrySet().iterator().next();
            var name = String.valueOf(who.getValue());
            switch (String.valueOf(who.getKey())) {
                case "role" -> {
                    return Optional.of(new Actor.Role(name));
                }
                case "user" -> {
                    return Optional.of(new Actor.User(name));
                }
                default -> {}
            }
        }
        problem(
                "as",
                "`as:` names one of the learner's own: `{ role: … }`, `{ user: … }` or `{ identity: … }`");
        return Optional.empty();
    }

    private Optional<Actor> identity(Map<?, ?> as) {
        var logins = new LinkedHashMap<String, String>();
        if (as.get("logins") instanceof Map<?, ?> given) {
            given.forEach((provider, token) ->
                    logins.put(String.valueOf(provider), String.valueOf(token)));
        }
        if (as.size() != (logins.isEmpty() ? 1 : 2)) {
            problem(
                    "as",
                    "an identity has `logins:` at most: `{ identity: …, logins: { provider: token } }`");
            return Optional.empty();
        }
        return Optional.of(new Actor.Identity(String.valueOf(as.get("identity")), logins));
    }

    private Optional<Calls> calls() {
        return new CallReader(fields, this::problem).withExpectation();
    }

    private Optional<Check> ledger() {
        var ledger = LEDGER.matcher(text("ledger", ""));
        if (!ledger.matches()) {
            problem("ledger", "a ledger check names a service and its operations: `dynamodb Scan`");
            return Optional.empty();
        }
        var operations = List.of(ledger.group(2).strip().split(" "));
        return Optional.of(new LedgerHas(ledger.group(1), operations, expectations()));
    }

    private Optional<Check> answer() {
        var question = text("answer", "what is asked? `answer: …`");
        needExpectation("answer");
        if (!fields.containsKey("expect")) {
            return Optional.empty();
        }
        var unit = String.valueOf(fields.getOrDefault("unit", ""));
        return expectations
                .one(fields.getOrDefault("expect", ""))
                .map(expected ->
                        new Answers(block.id(), question, expected, isNumber(expected), unit));
    }

    private static boolean isNumber(Expected expected) {
        return switch (expected) {
            case Expected.Equal(var value) -> value.isNumber();
            case Expected.AtLeast _ -> true;
            case Expected.Matches _, Expected.Contains _, Expected.Absent _ -> false;
        };
    }

    private Optional<Check> later(Check then) {
        var wait = WAIT.matcher(String.valueOf(fields.get("after")));
        if (!wait.matches()) {
            problem("after", "`after:` is a time such as 2h, 30m or 1d12h");
            return Optional.empty();
        }
        var iso = new StringBuilder("P").append(part(wait.group(1), "D")).append('T');
        iso.append(part(wait.group(2), "H")).append(part(wait.group(3), "M"));
        iso.append(wait.group(4) == null ? "0S" : part(wait.group(4), "S"));
        return Optional.of(new After(Duration.parse(iso), then));
    }

    private static String part(@Nullable String number, String unit) {
        return number == null ? "" : number + unit;
    }

    private List<Expectation> expectations() {
        return fields.containsKey("expect")
                ? expectations.all(fields.getOrDefault("expect", ""))
                : List.of();
    }

    private String text(String key, String ifMissing) {
        var value = fields.getOrDefault(key, "");
        if (value instanceof String text && !text.isBlank()) {
            return text;
        }
        if (!ifMissing.isEmpty()) {
            problem(key, ifMissing);
        }
        return "";
    }

    private void problem(String key, String message) {
        problems.add(block.problem(key, message));
    }
}
