package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Interaction;
import groundschool.emulator.Turn;
import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.Visit;
import groundschool.emulator.cognito.message.Delivery;
import groundschool.emulator.cognito.message.Messages;
import groundschool.emulator.cognito.pool.Schema;
import groundschool.emulator.cognito.user.Naming;
import groundschool.emulator.cognito.user.Passwords;
import groundschool.emulator.cognito.user.Registration;
import groundschool.emulator.cognito.user.User;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Adds somebody, with a password to begin with.
///
/// Source:
/// [AdminCreateUser](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminCreateUser.html)
public record AdminCreateUser(
        String userPoolId,
        String username,
        Optional<List<Attribute>> userAttributes,
        Optional<List<Attribute>> validationData,
        Optional<String> temporaryPassword,
        Optional<Boolean> forceAliasCreation,
        Optional<String> messageAction,
        Optional<List<String>> desiredDeliveryMediums,
        Optional<Map<String, String>> clientMetadata)
        implements CognitoIdpOperation, OfPool, Interaction<UserPools> {

    public record Response(UserDescription user) {}

    @Override
    public Response run(Turn<UserPools> turn, Call call) {
        var visit = Visit.toPool(userPoolId, clientMetadata, turn, call);
        temporaryPassword
                .filter(text -> !text.isEmpty())
                .ifPresent(visit.pool().passwordPolicy()::check);
        var user = messageAction.equals(Optional.of("RESEND")) ? invitedAgain(visit) : added(visit);
        return new Response(UserDescription.of(user));
    }

    private User added(Visit visit) {
        var pool = visit.pool();
        var named = Naming.of(pool, username, Attribute.map(userAttributes));
        if (named.attributes().containsKey("sub")) {
            throw CognitoErrors.invalid("Cannot modify the non-mutable attribute sub");
        }
        Schema.check(pool.schema(), named.attributes());
        Schema.checkRequired(pool.schema(), named.attributes());
        visit.change(pools -> {
            Naming.checkFree(pool, pools.users(pool), named, CognitoErrors.accountExists());
            return true;
        });
        var wished =
                Registration.asked(
                        visit, named, Attribute.map(validationData), "PreSignUp_AdminCreateUser");
        var password = password(visit);
        var user =
                visit.change(pools -> {
                    var users = pools.users(pool);
                    Naming.checkFree(pool, users, named, CognitoErrors.accountExists());
                    var attributes = new HashMap<>(named.attributes());
                    if (wished.email() && attributes.containsKey("email")) {
                        attributes.put("email_verified", "true");
                    }
                    if (wished.phone() && attributes.containsKey("phone_number")) {
                        attributes.put("phone_number_verified", "true");
                    }
                    var fresh =
                            User.fresh(
                                    named.username(),
                                    named.sub(),
                                    attributes,
                                    User.Status.FORCE_CHANGE_PASSWORD,
                                    Optional.of(
                                            Passwords.made(
                                                    named.username(),
                                                    password,
                                                    Optional.of(until(visit)),
                                                    pool,
                                                    pools)),
                                    visit.now());
                    if (forceAliasCreation.orElse(false)) {
                        users.free(fresh, visit.now());
                    }
                    users.checkFree(fresh);
                    users.put(fresh);
                    return fresh;
                });
        if (!messageAction.equals(Optional.of("SUPPRESS"))) {
            invite(visit, user, password);
        }
        return user;
    }

    private User invitedAgain(Visit visit) {
        var user = visit.user(username).orElseThrow(CognitoErrors::userNotFound);
        if (user.status() != User.Status.FORCE_CHANGE_PASSWORD) {
            throw CognitoErrors.unsupportedState(
                    "Resend not possible. User status is not FORCE_CHANGE_PASSWORD");
        }
        var password = password(visit);
        var changed =
                visit.change(pools -> {
                    var next =
                            Passwords.changed(
                                    user,
                                    password,
                                    Optional.of(until(visit)),
                                    visit.pool(),
                                    pools,
                                    visit.now());
                    pools.users(visit.pool()).put(next);
                    return next;
                });
        invite(visit, changed, password);
        return changed;
    }

    private String password(Visit visit) {
        return temporaryPassword
                .filter(text -> !text.isEmpty())
                .orElseGet(() ->
                        visit.change(pools -> visit.pool().passwordPolicy().make(pools.random())));
    }

    private static Instant until(Visit visit) {
        return visit.now().plus(visit.pool().passwordPolicy().temporaryValidity());
    }

    private void invite(Visit visit, User user, String password) {
        var wanted =
                desiredDeliveryMediums
                        .map(all ->
                                all.stream()
                                        .map(medium ->
                                                medium.equals("EMAIL") ? "email" : "phone_number")
                                        .toList())
                        .orElseGet(() ->
                                user.attribute("phone_number").isPresent()
                                        ? List.of("phone_number")
                                        : List.of("email"));
        wanted.stream()
                .filter(attribute -> user.attribute(attribute).isPresent())
                .map(attribute -> Delivery.to(attribute, user.attribute(attribute).orElseThrow()))
                .forEach(delivery ->
                        Messages.send(
                                visit, user, Messages.Occasion.INVITATION, delivery, password));
    }
}
