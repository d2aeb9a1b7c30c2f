package groundschool.emulator.cognito.user;

import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.Visit;
import groundschool.emulator.cognito.message.Delivery;
import groundschool.emulator.cognito.message.Messages;
import groundschool.emulator.cognito.pool.Pool;
import groundschool.emulator.cognito.pool.PoolSettings;
import groundschool.emulator.cognito.pool.Schema;
import groundschool.emulator.cognito.risk.AuthEvent;
import groundschool.emulator.cognito.risk.ThreatProtection;
import groundschool.emulator.cognito.trigger.Trigger;
import groundschool.emulator.cognito.trigger.Triggers;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Signs people up.
public final class Registration {

    private Registration() {}

    /// @param sentTo where a code went; absent if none did
    public record Registered(User user, Optional<Delivery.Details> sentTo) {}

    /// Adds somebody who wants to be in the pool.
    ///
    /// @param validation what the trigger before is told besides
    public static Registered signUp(
            Visit visit,
            String username,
            Optional<String> password,
            Map<String, String> attributes,
            Map<String, String> validation) {
        var pool = visit.pool();
        if (pool.settings().adminCreateUserConfig().allowAdminCreateUserOnly().orElse(false)) {
            throw CognitoErrors.notAuthorized("SignUp is not permitted for this user pool");
        }
        ThreatProtection.admit(visit, username, AuthEvent.Type.SignUp);
        AttributeChange.checkWritable(visit, attributes.keySet());
        var secret = password.filter(text -> !text.isEmpty());
        secret.ifPresent(pool.passwordPolicy()::check);
        secret.ifPresent(
                text -> ThreatProtection.checkNew(visit, Optional.empty(), text, "SIGN_UP"));
        if (secret.isEmpty() && !isPasswordless(pool)) {
            throw CognitoErrors.missing("PASSWORD");
        }
        var named = Naming.of(pool, username, attributes);
        Schema.check(pool.schema(), named.attributes());
        Schema.checkRequired(pool.schema(), named.attributes());
        visit.change(pools -> {
            Naming.checkFree(pool, pools.users(pool), named, CognitoErrors.userExists());
            return true;
        });
        var wished = asked(visit, named, validation, "PreSignUp_SignUp");
        var user = visit.change(pools -> added(visit, pools, named, secret, wished));
        ThreatProtection.note(
                visit,
                user,
                AuthEvent.Type.SignUp,
                user.status() == User.Status.CONFIRMED
                        ? AuthEvent.Response.Pass
                        : AuthEvent.Response.InProgress,
                secret);
        if (user.status() == User.Status.CONFIRMED) {
            Confirmation.tell(visit, user, "PostConfirmation_ConfirmSignUp");
            return new Registered(user, Optional.empty());
        }
        return new Registered(user, Confirmation.send(visit, user, Messages.Occasion.SIGN_UP));
    }

    private static boolean isPasswordless(Pool pool) {
        return pool
                .settings()
                .policies()
                .signInPolicy()
                .flatMap(PoolSettings.SignInPolicy::allowedFirstAuthFactors)
                .orElse(List.of())
                .stream()
                .anyMatch(factor -> !factor.equals("PASSWORD"));
    }

    /// What the trigger before wants of somebody new.
    public record Wished(boolean confirmed, boolean email, boolean phone) {}

    public static Wished asked(
            Visit visit, Naming.Named named, Map<String, String> validation, String source) {
        var more = new LinkedHashMap<String, Object>();
        more.put("validationData", validation);
        return Triggers.ask(
                        visit,
                        Trigger.PRE_SIGN_UP,
                        source,
                        named.username(),
                        new LinkedHashMap<>(named.attributes()),
                        more)
                .map(answer ->
                        new Wished(
                                answer.path("autoConfirmUser").asBoolean(false),
                                answer.path("autoVerifyEmail").asBoolean(false),
                                answer.path("autoVerifyPhone").asBoolean(false)))
                .orElse(new Wished(false, false, false));
    }

    private static User added(
            Visit visit,
            UserPools pools,
            Naming.Named named,
            Optional<String> secret,
            Wished wished) {
        var pool = visit.pool();
        var users = pools.users(pool);
        Naming.checkFree(pool, users, named, CognitoErrors.userExists());
        var attributes = new HashMap<>(named.attributes());
        mark(attributes, "email", wished.email());
        mark(attributes, "phone_number", wished.phone());
        var user =
                User.fresh(
                        named.username(),
                        named.sub(),
                        attributes,
                        wished.confirmed() ? User.Status.CONFIRMED : User.Status.UNCONFIRMED,
                        secret.map(text ->
                                Passwords.made(
                                        named.username(), text, Optional.empty(), pool, pools)),
                        visit.now());
        users.checkFree(user);
        users.put(user);
        return user;
    }

    private static void mark(Map<String, String> attributes, String address, boolean isVerified) {
        if (!attributes.getOrDefault(address, "").isEmpty()) {
            attributes.put(address + "_verified", Boolean.toString(isVerified));
        }
    }
}
