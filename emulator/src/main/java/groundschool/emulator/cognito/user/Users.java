package groundschool.emulator.cognito.user;

import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.cognito.pool.Pool;
import groundschool.emulator.sandbox.JsonFormat;
import groundschool.emulator.sandbox.Key;
import groundschool.emulator.sandbox.Storage;
import groundschool.emulator.sandbox.StoredMap;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The people in one pool.
public final class Users {

    /// Unlike AWS, whose pools hold 40 million, since all are in memory.
    private static final int MOST = 20_000;

    private static final String BETWEEN = "\n";

    private final Pool pool;
    private final StoredMap<User> users;

    /// User names by what else people are found by: `sub`, and attributes that sign them in.
    private final StoredMap<String> names;

    public Users(Pool pool, Storage storage) {
        this.pool = pool;
        this.users = storage.map("cognito-idp/users/" + pool.id(), new JsonFormat<>(User.class));
        this.names = storage.map("cognito-idp/names/" + pool.id(), new JsonFormat<>(String.class));
    }

    /// Whoever has that user name, that `sub`, or that alias.
    public Optional<User> find(String name) {
        return exactly(name)
                .or(() -> holder("sub", name))
                .or(() ->
                        signInAttributes().stream()
                                .flatMap(attribute -> holder(attribute, name).stream())
                                .findFirst());
    }

    /// Whoever has that user name.
    public Optional<User> exactly(String username) {
        return users.get(key(username));
    }

    /// @throws groundschool.emulator.AwsException if there is nobody of that name
    public User named(String name) {
        return find(name).orElseThrow(CognitoErrors::userNotFound);
    }

    /// Whoever signs in by that value of an attribute.
    public Optional<User> holder(String attribute, String value) {
        return names.get(nameKey(attribute, value)).flatMap(this::exactly);
    }

    public int size() {
        return users.size();
    }

    /// All, by user name, after one of them.
    public Stream<User> all(Optional<String> after) {
        var from = after.map(name -> Key.of(pool.folded(name) + "\0"));
        return users.ascending(from, Optional.empty()).map(Map.Entry::getValue);
    }

    /// Adds somebody, or replaces whoever has that user name.
    public void put(User user) {
        var before = exactly(user.username());
        if (before.isEmpty() && users.size() >= MOST) {
            throw CognitoErrors.tooMany("Exceeded the maximum number of users of the pool.");
        }
        before.ifPresent(known -> signInNames(known).forEach(names::remove));
        users.put(key(user.username()), user);
        signInNames(user).forEach(name -> names.put(name, user.username()));
    }

    public void remove(User user) {
        signInNames(user).forEach(names::remove);
        users.remove(key(user.username()));
    }

    /// @throws groundschool.emulator.AwsException if somebody else signs in by one of these
    public void checkFree(User user) {
        for (var attribute : signInAttributes()) {
            var other =
                    isSignInName(attribute, user)
                            ? holder(attribute, user.attribute(attribute).orElse(""))
                            : Optional.<User>empty();
            if (other.filter(each -> !each.username().equals(user.username())).isPresent()) {
                throw CognitoErrors.aliasExists(attribute);
            }
        }
    }

    /// Takes an alias away from whoever has it, so that somebody else can.
    public void free(User wanting, Instant now) {
        for (var attribute : pool.aliasAttributes()) {
            wanting.attribute(attribute)
                    .flatMap(value -> holder(attribute, value))
                    .filter(other -> !other.username().equals(wanting.username()))
                    .ifPresent(other ->
                            put(other.with(Map.of(attribute + "_verified", "false"), now)));
        }
    }

    private List<String> signInAttributes() {
        var all = new ArrayList<>(pool.usernameAttributes());
        all.addAll(pool.aliasAttributes());
        return all;
    }

    /// An address is an alias only once it was shown to be the user's own. Nobody signs in here by
    /// what an identity provider says of them.
    private boolean isSignInName(String attribute, User user) {
        return user.status() != User.Status.EXTERNAL_PROVIDER
                && user.attribute(attribute).isPresent()
                && (pool.usernameAttributes().contains(attribute)
                        || attribute.equals("preferred_username")
                        || user.hasVerified(attribute));
    }

    private List<Key> signInNames(User user) {
        var all = new ArrayList<Key>();
        all.add(nameKey("sub", user.sub()));
        for (var attribute : signInAttributes()) {
            if (isSignInName(attribute, user)) {
                all.add(nameKey(attribute, user.attribute(attribute).orElse("")));
            }
        }
        return all;
    }

    private Key key(String username) {
        return Key.of(pool.folded(username));
    }

    private Key nameKey(String attribute, String value) {
        return Key.of(attribute + BETWEEN + pool.folded(value));
    }
}
