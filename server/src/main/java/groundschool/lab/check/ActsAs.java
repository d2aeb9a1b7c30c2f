package groundschool.lab.check;

import groundschool.emulator.AwsException;
import groundschool.emulator.Caller;
import java.util.List;
import java.util.Optional;

/// Makes a call with the permissions of a user or role that the learner made, in a fork of the
/// sandbox: whatever comes of it, nothing is changed.
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
        var lookedAt = call.lookedAt(region) + " as " + actor.words();
        var principal = actor.in(fork.inspector().sandbox());
        if (principal.isEmpty()) {
            return Optional.of(
                    new Evidence(lookedAt, "", "no " + actor.words(), "a " + actor.words()));
        }
        var acting = fork.by(new Caller(fork.inspector().sandbox(), principal.get(), region));
        return expected.isPresent()
                ? differs(acting, expected.get(), lookedAt)
                : call.look(acting, lookedAt);
    }

    /// Whatever else the service finds wrong with the call, IAM has let it.
    private Optional<Evidence> differs(Scene acting, Permission wanted, String lookedAt) {
        var found = "an answer";
        var given = Permission.ALLOWED;
        try {
            acting.perform(call.service(), call.operation(), call.input());
        } catch (AwsException refusal) {
            found = Calls.inWords(refusal);
            given = DENIALS.contains(refusal.code()) ? Permission.DENIED : Permission.ALLOWED;
        }
        return given == wanted
                ? Optional.empty()
                : Optional.of(new Evidence(lookedAt, "", found, wanted.word()));
    }
}
