package groundschool.emulator.cognito.federation;

import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.Visit;
import groundschool.emulator.cognito.pool.Pool;
import groundschool.emulator.cognito.pool.Schema;
import groundschool.emulator.cognito.trigger.Trigger;
import groundschool.emulator.cognito.trigger.Triggers;
import groundschool.emulator.cognito.user.Confirmation;
import groundschool.emulator.cognito.user.Group;
import groundschool.emulator.cognito.user.User;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Lets people in for whom an identity provider vouches: those who come for the first time get a
/// user, the others are theirs, or the one that they were linked to.
///
/// Source: [User pool sign-in with third party identity
/// providers](https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-identity-federation.html)
public final class ExternalPeople {

    /// "Maximum length of 128".
    private static final int MOST_LETTERS = 128;

    private ExternalPeople() {}

    /// Somebody who is in.
    ///
    /// @param isNew whether for the first time
    public record Entered(User user, boolean isNew) {}

    /// @param vouched what the provider says
    /// @throws groundschool.emulator.AwsException if the pool cannot have them, or a function
    ///   refuses
    public static Entered enter(Visit visit, IdentityProvider provider, Vouched vouched) {
        var claims = vouched.claims();
        var subject = claims.getOrDefault(provider.subjectClaim(), "");
        if (subject.isEmpty()) {
            throw CognitoErrors.invalid(
                    "attributes required: [%s]".formatted(IdentityProvider.USERNAME));
        }
        if (provider.username(subject).length() > MOST_LETTERS) {
            throw CognitoErrors.invalid("The user name from the identity provider is too long.");
        }
        var mapped = InboundFederation.mapped(visit, provider, vouched);
        Schema.check(visit.pool().schema(), mapped);
        return visit.change(pools -> known(pools, visit.pool(), provider, subject, mapped))
                .map(user -> new Entered(again(visit, user, mapped), false))
                .orElseGet(() ->
                        new Entered(
                                fresh(
                                        visit,
                                        provider,
                                        subject,
                                        mapped,
                                        Optional.ofNullable(claims.get(IdentityProvider.ISSUER))),
                                true));
    }

    /// Whoever is known by what the provider calls them, or was linked by an attribute.
    private static Optional<User> known(
            UserPools pools,
            Pool pool,
            IdentityProvider provider,
            String subject,
            Map<String, String> mapped) {
        var identities = pools.identities(pool);
        return identities
                .find(provider.name(), Identity.SUBJECT, subject)
                .or(() ->
                        mapped.entrySet().stream()
                                .flatMap(each ->
                                        identities
                                                .find(
                                                        provider.name(),
                                                        each.getKey(),
                                                        each.getValue())
                                                .stream())
                                .findFirst())
                .flatMap(identity -> pools.users(pool).exactly(identity.username()));
    }

    private static User again(Visit visit, User user, Map<String, String> mapped) {
        if (!user.enabled()) {
            throw CognitoErrors.notAuthorized("User is not enabled");
        }
        var more = new LinkedHashMap<String, Object>();
        more.put("validationData", Map.of());
        Triggers.ask(
                visit, Trigger.PRE_AUTHENTICATION, "PreAuthentication_Authentication", user, more);
        return visit.change(pools -> {
            var users = pools.users(visit.pool());
            var current = users.named(user.username());
            var changes = changes(current, mapped);
            if (changes.isEmpty()) {
                return current;
            }
            Schema.checkMutable(visit.pool().schema(), current.attributes(), changes);
            var next = current.with(changes, visit.now());
            users.checkFree(next);
            users.put(next);
            return next;
        });
    }

    private static Map<String, String> changes(User user, Map<String, String> mapped) {
        var all = new LinkedHashMap<String, String>();
        mapped.forEach((name, value) -> {
            if (!user.attribute(name).equals(Optional.of(value))) {
                all.put(name, value);
            }
        });
        markUnverified(all, mapped);
        return all;
    }

    /// A new address is nobody's own unless the provider says so.
    private static void markUnverified(Map<String, String> all, Map<String, String> mapped) {
        for (var address : List.of("email", "phone_number")) {
            if (all.containsKey(address) && !mapped.containsKey(address + "_verified")) {
                all.put(address + "_verified", "false");
            }
        }
    }

    private static User fresh(
            Visit visit,
            IdentityProvider provider,
            String subject,
            Map<String, String> mapped,
            Optional<String> issuer) {
        var pool = visit.pool();
        var attributes = new LinkedHashMap<>(mapped);
        markUnverified(attributes, mapped);
        var missing =
                Schema.required(pool.schema()).stream()
                        .filter(name -> attributes.getOrDefault(name, "").isEmpty())
                        .toList();
        if (!missing.isEmpty()) {
            throw CognitoErrors.invalid("attributes required: " + missing);
        }
        var username = provider.username(subject);
        ask(visit, username, attributes);
        var user =
                visit.change(pools -> {
                    var users = pools.users(pool);
                    if (users.exactly(username).isPresent()
                            || known(pools, pool, provider, subject, mapped).isPresent()) {
                        throw CognitoErrors.invalid(
                                "Already found an entry for username " + username);
                    }
                    return added(visit, pools, provider, subject, attributes, issuer);
                });
        Confirmation.tell(visit, user, "PostConfirmation_ConfirmSignUp");
        return user;
    }

    private static void ask(Visit visit, String username, Map<String, String> attributes) {
        var shown = new LinkedHashMap<String, Object>(attributes);
        shown.put("cognito:email_alias", "");
        shown.put("cognito:phone_number_alias", "");
        Triggers.ask(
                visit,
                Trigger.PRE_SIGN_UP,
                "PreSignUp_ExternalProvider",
                username,
                shown,
                Map.of("validationData", Map.of()));
    }

    private static User added(
            Visit visit,
            UserPools pools,
            IdentityProvider provider,
            String subject,
            Map<String, String> attributes,
            Optional<String> issuer) {
        var pool = visit.pool();
        var identity =
                new Identity(
                        provider.name(),
                        provider.type(),
                        Identity.SUBJECT,
                        subject,
                        provider.username(subject),
                        true,
                        visit.now(),
                        issuer);
        pools.identities(pool).add(identity);
        var user =
                pools.identities(pool)
                        .shown(
                                User.fresh(
                                        identity.username(),
                                        UUID.randomUUID().toString(),
                                        attributes,
                                        User.Status.EXTERNAL_PROVIDER,
                                        Optional.empty(),
                                        visit.now()),
                                visit.now());
        pools.users(pool).put(user);
        join(visit, pools, provider, user);
        return user;
    }

    /// All people of a provider are in a group, which is made for the first.
    private static void join(Visit visit, UserPools pools, IdentityProvider provider, User user) {
        var groups = pools.groups(visit.pool());
        var name = visit.pool().id() + "_" + provider.name();
        var group =
                groups.find(name)
                        .orElseGet(() -> {
                            var made =
                                    new Group(
                                            name,
                                            Optional.of(
                                                    "Autogenerated group for users who sign in using "
                                                            + provider.name()),
                                            Optional.empty(),
                                            Optional.empty(),
                                            visit.now(),
                                            visit.now());
                            groups.add(made);
                            return made;
                        });
        groups.join(user, group);
    }
}
