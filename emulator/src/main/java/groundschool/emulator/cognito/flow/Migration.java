package groundschool.emulator.cognito.flow;

import groundschool.emulator.AwsException;
import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.cognito.Visit;
import groundschool.emulator.cognito.pool.Schema;
import groundschool.emulator.cognito.trigger.Trigger;
import groundschool.emulator.cognito.trigger.Triggers;
import groundschool.emulator.cognito.user.Naming;
import groundschool.emulator.cognito.user.Passwords;
import groundschool.emulator.cognito.user.User;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Takes people over from elsewhere, by a function that knows them there.
///
/// Source: [Migrate user
/// trigger](https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-migrate-user.html)
public final class Migration {

    private Migration() {}

    /// Somebody who signs in and is not in the pool yet; nothing if nobody knows them elsewhere.
    static Optional<User> migrated(Visit visit, String username, String password) {
        return migrated(visit, username, Optional.of(password), "UserMigration_Authentication");
    }

    /// The same for somebody who has forgotten the password.
    public static Optional<User> forgetful(Visit visit, String username) {
        return migrated(visit, username, Optional.empty(), "UserMigration_ForgotPassword");
    }

    private static Optional<User> migrated(
            Visit visit, String username, Optional<String> password, String source) {
        if (!Triggers.has(visit.pool(), Trigger.USER_MIGRATION)) {
            return Optional.empty();
        }
        var more = new LinkedHashMap<String, Object>();
        password.ifPresent(text -> more.put("password", text));
        more.put("validationData", visit.metadata());
        try {
            return Triggers.ask(visit, Trigger.USER_MIGRATION, source, username, Map.of(), more)
                    .flatMap(answer -> added(visit, username, password, answer));
        } catch (AwsException refusal) {
            if (refusal.code().equals("UserLambdaValidationException")) {
                return Optional.empty();
            }
            throw refusal;
        }
    }

    private static Optional<User> added(
            Visit visit, String username, Optional<String> password, JsonNode answer) {
        var attributes = new LinkedHashMap<String, String>();
        answer.path("userAttributes")
                .propertyStream()
                .forEach(each -> attributes.put(each.getKey(), each.getValue().asString("")));
        if (attributes.isEmpty()) {
            return Optional.empty();
        }
        attributes.remove("username");
        var pool = visit.pool();
        var named = Naming.of(pool, username, attributes);
        Schema.check(pool.schema(), named.attributes());
        return Optional.of(
                visit.change(pools -> {
                    var users = pools.users(pool);
                    Naming.checkFree(pool, users, named, CognitoErrors.userExists());
                    var isDone = answer.path("finalUserStatus").asString("").equals("CONFIRMED");
                    var user =
                            User.fresh(
                                    named.username(),
                                    named.sub(),
                                    named.attributes(),
                                    isDone ? User.Status.CONFIRMED : User.Status.RESET_REQUIRED,
                                    password.map(text ->
                                            Passwords.made(
                                                    named.username(),
                                                    text,
                                                    Optional.empty(),
                                                    pool,
                                                    pools)),
                                    visit.now());
                    if (answer.path("forceAliasCreation").asBoolean(false)) {
                        users.free(user, visit.now());
                    }
                    users.checkFree(user);
                    users.put(user);
                    return user;
                }));
    }
}
