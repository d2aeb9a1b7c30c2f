package groundschool.lab.check;

import groundschool.emulator.AwsException;
import groundschool.emulator.Caller;
import java.util.List;
import java.util.Optional;

/// Makes a call with the permissions of a user, a role or an identity of the learner's, in a fork
/// of the sandbox: whatever comes of it, nothing is changed.
///
/// @param expected whether IAM is to let it; if absent, the call says what is expected
public record ActsAs(Actor actor, Calls call, Optional<Permission> expected) implements Check {

    private static final List<String> DENIALS = List.of("AccessDeniedException", "AccessDenied");

    /// What IAM says.
    public enum Permission {
        ALLOWED("allowed"),
        DENIED("denied");

        private final String word;

        Permission(String word) {
            this.word = word;
        }

        /// As authors write it.
        public String word() {
            return word;
        }

        static Optional<Permission> of(Object word) {
            for (var permission : values()) {
                if (permission.word.equals(word)) {
                    return Optional.of(permission);
                }
            }
            return Optional.empty();
        }
    }

    @Override
    public Optional<Evidence> look(Scene scene) {
        var fork = scene.fork();
        var region = scene.inspector().region();
        var sandbox = fork.inspector().sandbox();
        var lookedAt = call.lookedAt(region) + " as " + actor.words();
        try {
            return actor.in(fork)
                    .map(principal -> tried(fork, new Caller(sandbox, principal, region), lookedAt))
                    .orElseGet(() ->
                            Optional.of(
                                    new Evidence(
                                            lookedAt,
                                            "",
                                            "no " + actor.words(),
                                            "a " + actor.words())));
        } catch (AwsException nobody) {
            return Optional.of(
                    new Evidence(
                            lookedAt,
                            "",
                            Calls.inWords(nobody.code(), nobody.message()),
                            "credentials for " + actor.words()));
        }
    }

    private Optional<Evidence> tried(Scene fork, Caller caller, String lookedAt) {
        var outcome = call.make(fork.emulator(), caller);
        var region = caller.region();
        return expected.isPresent()
                ? differs(outcome, expected.get(), lookedAt)
                : call.differs(outcome, region)
                        .map(found ->
                                new Evidence(
                                        lookedAt, found.where(), found.found(), found.expected()));
    }

    /// Whatever else the service finds wrong with the call, IAM has let it.
    private static Optional<Evidence> differs(
            Calls.Outcome outcome, Permission wanted, String lookedAt) {
        var found =
                switch (outcome) {
                    case Calls.Outcome.Answered _ -> "an answer";
                    case Calls.Outcome.Refused(var code, var message) ->
                            Calls.inWords(code, message);
                };
        var isDenied =
                outcome instanceof Calls.Outcome.Refused(var code, _) && DENIALS.contains(code);
        return isDenied == (wanted == Permission.DENIED)
                ? Optional.empty()
                : Optional.of(new Evidence(lookedAt, "", found, wanted.word()));
    }
}
