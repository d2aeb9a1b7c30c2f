package groundschool.lab.check;

import groundschool.emulator.Principal;
import groundschool.emulator.iam.Iam;
import groundschool.emulator.sandbox.Sandbox;
import java.util.Optional;

/// Somebody of the learner's own making, with whose permissions a check may try something.
public sealed interface Actor {

    /// The name that the learner gave.
    String name();

    /// A user of IAM.
    record User(String name) implements Actor {}

    /// A role; its trust policy is not asked.
    record Role(String name) implements Actor {}

    /// As the sandbox knows them; nothing if there is no such one.
    default Optional<? extends Principal> in(Sandbox sandbox) {
        return switch (this) {
            case User(var name) -> Iam.user(name, sandbox);
            case Role(var name) -> Iam.role(name, "check", sandbox);
        };
    }

    /// In words.
    default String words() {
        return switch (this) {
            case User(var name) -> "user " + name;
            case Role(var name) -> "role " + name;
        };
    }
}
