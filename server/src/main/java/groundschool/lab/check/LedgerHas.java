package groundschool.lab.check;

import groundschool.emulator.sandbox.Ledger;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Looks at which calls the learner made since the run began.
///
/// What expectations pick from is an object: `count`, the calls that were answered; the same by the
/// name of each operation; `refused`, the calls that were not; `calls`, all of them; and `last`,
/// the newest. A call has `operation`, `input`, `output` and `error`; and `throttled`, AWS's
/// reasons, if something of it was.
///
/// @param operations of the service that count
public record LedgerHas(String service, List<String> operations, List<Expectation> expectations)
        implements Check {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    public LedgerHas {
        operations = List.copyOf(operations);
        expectations = List.copyOf(expectations);
    }

    @Override
    public Optional<Evidence> look(Scene scene) {
        var calls =
                scene.calls().stream()
                        .filter(call -> call.service().equals(service))
                        .filter(call -> operations.contains(call.operation()))
                        .toList();
        var lookedAt = "your calls of %s %s".formatted(service, String.join(", ", operations));
        return Expectation.firstUnmet(expectations, summary(calls), lookedAt);
    }

    private ObjectNode summary(List<Ledger.Entry> calls) {
        var answered = calls.stream().filter(call -> call.error().isEmpty()).toList();
        var summary = MAPPER.createObjectNode();
        summary.put("count", answered.size());
        operations.forEach(operation ->
                summary.put(
                        operation,
                        answered.stream()
                                .filter(call -> call.operation().equals(operation))
                                .count()));
        summary.put("refused", calls.size() - answered.size());
        var all = summary.putArray("calls");
        calls.stream().map(LedgerHas::described).forEach(all::add);
        if (!calls.isEmpty()) {
            summary.set("last", all.get(calls.size() - 1));
        }
        return summary;
    }

    private static JsonNode described(Ledger.Entry call) {
        var described = MAPPER.createObjectNode();
        described.put("operation", call.operation());
        described.set("input", call.input().json());
        call.output().ifPresent(output -> described.set("output", output.json()));
        call.error().ifPresent(failure -> described.put("error", failure.code()));
        if (!call.effect().throttles().isEmpty()) {
            var reasons = described.putArray("throttled");
            call.effect().throttles().forEach(each -> reasons.add(each.split(" ", 2)[0]));
        }
        return described;
    }
}
