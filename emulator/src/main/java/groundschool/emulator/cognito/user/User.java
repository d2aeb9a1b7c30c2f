package groundschool.emulator.cognito.user;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Somebody in a pool.
///
/// @param username as it was given; where people are called by an attribute, the same as `sub`
/// @param sub never changes
/// @param attributes by name, without `sub`
/// @param password absent for those who sign in without one
/// @param history verifiers of the passwords before, the newest first
public record User(
        String username,
        String sub,
        SortedMap<String, String> attributes,
        Status status,
        boolean enabled,
        Instant createdAt,
        Instant modifiedAt,
        Optional<Password> password,
        List<Verifier> history,
        Factors factors) {

    public User {
        attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
        history = List.copyOf(history);
    }

    /// How far somebody is.
    public enum Status {
        UNCONFIRMED,
        CONFIRMED,
        RESET_REQUIRED,
        FORCE_CHANGE_PASSWORD,

        /// An identity provider vouches for them.
        EXTERNAL_PROVIDER
    }

    /// @param temporaryUntil present if an administrator gave it
    public record Password(Verifier verifier, Optional<Instant> temporaryUntil) {}

    /// Somebody new.
    public static User fresh(
            String username,
            String sub,
            Map<String, String> attributes,
            Status status,
            Optional<Password> password,
            Instant now) {
        return new User(
                username,
                sub,
                new TreeMap<>(attributes),
                status,
                true,
                now,
                now,
                password,
                List.of(),
                Factors.NONE);
    }

    /// The value of an attribute; absent if it has none.
    public Optional<String> attribute(String name) {
        return name.equals("sub")
                ? Optional.of(sub)
                : Optional.ofNullable(attributes.get(name)).filter(value -> !value.isEmpty());
    }

    /// Whether an address was shown to be the user's own.
    public boolean hasVerified(String attribute) {
        return attribute(attribute).isPresent()
                && attributes.getOrDefault(attribute + "_verified", "false").equals("true");
    }

    /// All attributes with `sub`, by name.
    public SortedMap<String, String> allAttributes() {
        var all = new TreeMap<>(attributes);
        all.put("sub", sub);
        return all;
    }

    /// The same with other attributes; an empty value takes one away.
    public User with(Map<String, String> changes, Instant now) {
        var all = new TreeMap<>(attributes);
        changes.forEach((name, value) -> {
            if (value.isEmpty()) {
                all.remove(name);
            } else {
                all.put(name, value);
            }
        });
        return new User(
                username, sub, all, status, enabled, createdAt, now, password, history, factors);
    }

    public User without(Collection<String> names, Instant now) {
        var all = new TreeMap<>(attributes);
        names.forEach(all::remove);
        return new User(
                username, sub, all, status, enabled, createdAt, now, password, history, factors);
    }

    public User with(Status other, Instant now) {
        return new User(
                username,
                sub,
                attributes,
                other,
                enabled,
                createdAt,
                now,
                password,
                history,
                factors);
    }

    public User enabled(boolean wanted, Instant now) {
        return new User(
                username,
                sub,
                attributes,
                status,
                wanted,
                createdAt,
                now,
                password,
                history,
                factors);
    }

    public User with(Factors other, Instant now) {
        return new User(
                username,
                sub,
                attributes,
                status,
                enabled,
                createdAt,
                now,
                password,
                history,
                other);
    }

    /// The same, who can no longer sign in by a password.
    public User withoutPassword(Instant now) {
        return new User(
                username,
                sub,
                attributes,
                status,
                enabled,
                createdAt,
                now,
                Optional.empty(),
                history,
                factors);
    }

    /// The same with another password.
    ///
    /// @param kept how many of those before are remembered
    public User with(Password other, int kept, Instant now) {
        var before = new ArrayList<Verifier>();
        password.map(Password::verifier).ifPresent(before::add);
        before.addAll(history);
        return new User(
                username,
                sub,
                attributes,
                status,
                enabled,
                createdAt,
                now,
                Optional.of(other),
                before.subList(0, Math.min(before.size(), kept)),
                factors);
    }
}
