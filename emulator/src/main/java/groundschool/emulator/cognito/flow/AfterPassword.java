package groundschool.emulator.cognito.flow;

import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.cognito.Visit;
import groundschool.emulator.cognito.pool.Schema;
import groundschool.emulator.cognito.risk.SecurityMode;
import groundschool.emulator.cognito.risk.ThreatProtection;
import groundschool.emulator.cognito.user.AttributeChange;
import groundschool.emulator.cognito.user.Passwords;
import groundschool.emulator.cognito.user.User;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/// What comes after somebody has shown who they are, and before they are in.
final class AfterPassword {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private AfterPassword() {}

    /// A new password, a second factor, or nothing more.
    ///
    /// @param password that came along; absent if it never leaves the client
    static Step next(Visit from, User user, Optional<String> password) {
        var visit =
                ThreatProtection.shown(
                        from,
                        user,
                        SecurityMode.Flow.STANDARD,
                        password,
                        SecondFactor.hasOne(from, user));
        return user.status() == User.Status.FORCE_CHANGE_PASSWORD
                ? newPassword(visit, user)
                : SecondFactor.next(visit, user);
    }

    private static Step newPassword(Visit visit, User user) {
        var session =
                visit.change(pools ->
                        pools.sessions(visit.pool())
                                .begin(
                                        visit.clientId(),
                                        Optional.of(user.username()),
                                        "NEW_PASSWORD_REQUIRED",
                                        visit.remembering(Map.of()),
                                        List.of(),
                                        visit.application().settings().sessions(),
                                        visit.now()));
        var missing =
                Schema.required(visit.pool().schema()).stream()
                        .filter(name -> user.attribute(name).isEmpty())
                        .map(name -> "userAttributes." + name)
                        .toList();
        return Step.Challenge.of(
                "NEW_PASSWORD_REQUIRED",
                session,
                Map.of(
                        "USER_ID_FOR_SRP", user.username(),
                        "requiredAttributes", JSON.writeValueAsString(missing),
                        "userAttributes", JSON.writeValueAsString(user.attributes())));
    }

    /// The new password of somebody who had one to begin with.
    static Step answerNewPassword(
            Visit visit, AuthSession session, User user, Map<String, String> responses) {
        var password = Responses.required(responses, "NEW_PASSWORD");
        var changes = new LinkedHashMap<String, String>();
        responses.forEach((name, value) -> {
            if (name.startsWith("userAttributes.")) {
                changes.put(name.substring("userAttributes.".length()), value);
            }
        });
        AttributeChange.checkWritable(visit, changes.keySet());
        for (var address : List.of("email", "phone_number")) {
            if (changes.containsKey(address) && user.attribute(address).isPresent()) {
                throw CognitoErrors.notAuthorized("Cannot modify an already provided " + address);
            }
        }
        Schema.check(visit.pool().schema(), changes);
        ThreatProtection.checkNew(visit, Optional.of(user), password, "PASSWORD_CHANGE");
        for (var name : Schema.required(visit.pool().schema())) {
            if (user.attribute(name).isEmpty() && changes.getOrDefault(name, "").isEmpty()) {
                throw CognitoErrors.invalid(
                        "Invalid attributes given, %s is missing".formatted(name));
            }
        }
        var changed =
                visit.change(pools -> {
                    var next =
                            Passwords.changed(
                                            pools.users(visit.pool()).named(user.username()),
                                            password,
                                            Optional.empty(),
                                            visit.pool(),
                                            pools,
                                            visit.now())
                                    .with(changes, visit.now())
                                    .with(User.Status.CONFIRMED, visit.now());
                    pools.users(visit.pool()).checkFree(next);
                    pools.users(visit.pool()).put(next);
                    pools.sessions(visit.pool()).close(session);
                    return next;
                });
        return SecondFactor.next(visit, changed);
    }
}
