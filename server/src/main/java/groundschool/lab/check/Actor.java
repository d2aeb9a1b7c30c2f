package groundschool.lab.check;

import groundschool.emulator.AwsException;
import groundschool.emulator.Principal;
import groundschool.emulator.iam.Iam;
import groundschool.emulator.sandbox.AccessKey;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/// Somebody of the learner's own making, with whose permissions a check may try something.
public sealed interface Actor {

    /// The name that the learner gave.
    String name();

    /// A user of IAM.
    record User(String name) implements Actor {}

    /// A role; its trust policy is not asked.
    record Role(String name) implements Actor {}

    /// Whoever an identity pool gives credentials, with the role that the pool chooses and the
    /// role's trust policy allows.
    ///
    /// @param name the identity's ID
    /// @param logins tokens by provider; none for a guest
    record Identity(String name, Map<String, String> logins) implements Actor {
        public Identity {
            logins = Map.copyOf(logins);
        }

        private Optional<Principal> comingTo(Scene scene) {
            var input = JsonMapper.shared().createObjectNode().put("IdentityId", name);
            if (!logins.isEmpty()) {
                logins.forEach(input.putObject("Logins")::put);
            }
            var token =
                    scene.emulator()
                            .perform(
                                    scene.inspector(),
                                    "cognito-identity",
                                    "GetCredentialsForIdentity",
                                    input)
                            .at("/Credentials/SessionToken")
                            .asString();
            return scene.emulator().sandboxes().keyOfToken(token).map(AccessKey::principal);
        }
    }

    /// As the scene's sandbox knows them; nothing if there is no such one.
    ///
    /// @throws AwsException if an identity pool gives them no credentials
    default Optional<? extends Principal> in(Scene scene) {
        var sandbox = scene.inspector().sandbox();
        return switch (this) {
            case User(var name) -> Iam.user(name, sandbox);
            case Role(var name) -> Iam.role(name, "check", sandbox);
            case Identity identity -> identity.comingTo(scene);
        };
    }

    /// In words.
    default String words() {
        return switch (this) {
            case User(var name) -> "user " + name;
            case Role(var name) -> "role " + name;
            case Identity(var id, var logins) ->
                    (logins.isEmpty() ? "the guest " : "who has signed in, ") + id;
        };
    }
}
