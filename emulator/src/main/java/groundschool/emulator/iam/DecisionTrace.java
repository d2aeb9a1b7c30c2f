package groundschool.emulator.iam;

import com.fasterxml.jackson.annotation.JsonInclude;
import groundschool.emulator.iam.policy.Decision;
import groundschool.emulator.iam.policy.Trace;
import groundschool.emulator.sandbox.SandboxKeys;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/// What the ledger keeps of how IAM decided, so that a page can show it.
public final class DecisionTrace {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .changeDefaultPropertyInclusion(inclusion ->
                            inclusion.withValueInclusion(JsonInclude.Include.NON_ABSENT))
                    .build();

    private DecisionTrace() {}

    /// One question and its answer.
    ///
    /// @param encodedMessage what STS DecodeAuthorizationMessage reads; absent if it was allowed
    public record Asked(
            String action, String resource, Trace trace, Optional<String> encodedMessage) {}

    /// As JSON: a list of [Asked].
    public static String of(Authorization authorization, SandboxKeys keys) {
        var asked =
                authorization.decisions().stream().map(decision -> asked(decision, keys)).toList();
        return JSON.writeValueAsString(asked);
    }

    /// Reads what was kept.
    public static List<Asked> read(String trace) {
        return trace.isEmpty() ? List.of() : List.of(JSON.readValue(trace, Asked[].class));
    }

    private static Asked asked(Decision decision, SandboxKeys keys) {
        return new Asked(
                decision.question().action(),
                decision.question().resource(),
                decision.trace(),
                decision.allowed()
                        ? Optional.empty()
                        : Optional.of(
                                keys.seal(
                                        JSON.writeValueAsString(decision.authorizationMessage()))));
    }
}
