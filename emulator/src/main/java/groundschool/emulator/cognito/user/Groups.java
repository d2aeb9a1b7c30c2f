package groundschool.emulator.cognito.user;

import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.cognito.pool.Pool;
import groundschool.emulator.sandbox.JsonFormat;
import groundschool.emulator.sandbox.Key;
import groundschool.emulator.sandbox.Storage;
import groundschool.emulator.sandbox.StoredMap;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The groups of one pool, and who is in which.
public final class Groups {

    /// "Groups per user pool: 10,000"; this is for one sandbox.
    private static final int MOST = 10_000;

    /// "Groups that each user can belong to: 100".
    private static final int MOST_PER_USER = 100;

    private static final String BETWEEN = "\n";
    private static final String BEYOND = "\u000b";

    private final Pool pool;
    private final StoredMap<Group> groups;

    /// Each membership twice: by user and by group.
    private final StoredMap<String> members;

    public Groups(Pool pool, Storage storage) {
        this.pool = pool;
        this.groups = storage.map("cognito-idp/groups/" + pool.id(), new JsonFormat<>(Group.class));
        this.members =
                storage.map("cognito-idp/members/" + pool.id(), new JsonFormat<>(String.class));
    }

    public Optional<Group> find(String name) {
        return groups.get(Key.of(name));
    }

    /// @throws groundschool.emulator.AwsException if there is none of that name
    public Group named(String name) {
        return find(name).orElseThrow(CognitoErrors::groupNotFound);
    }

    /// All, by name.
    public List<Group> all() {
        return groups.ascending().map(Map.Entry::getValue).toList();
    }

    /// @throws groundschool.emulator.AwsException if there is one of that name, or too many
    public void add(Group group) {
        if (find(group.name()).isPresent()) {
            throw CognitoErrors.groupExists(group.name());
        }
        if (groups.size() >= MOST) {
            throw CognitoErrors.tooMany("Exceeded the maximum number of groups.");
        }
        put(group);
    }

    public void put(Group group) {
        groups.put(Key.of(group.name()), group);
    }

    public void remove(Group group) {
        members(group).forEach(username -> leave(username, group));
        groups.remove(Key.of(group.name()));
    }

    public void join(User user, Group group) {
        if (of(user).size() >= MOST_PER_USER) {
            throw CognitoErrors.tooMany("Exceeded the maximum number of groups for the user.");
        }
        members.put(byUser(user.username(), group.name()), group.name());
        members.put(byGroup(user.username(), group.name()), user.username());
    }

    public void leave(String username, Group group) {
        members.remove(byUser(username, group.name()));
        members.remove(byGroup(username, group.name()));
    }

    /// Somebody who is gone is in none.
    public void forget(User user) {
        of(user).forEach(group -> leave(user.username(), group));
    }

    /// The groups of a user, those that count most first.
    public List<Group> of(User user) {
        return below("u" + BETWEEN + pool.folded(user.username()))
                .flatMap(name -> find(name).stream())
                .sorted(
                        Comparator.comparing((Group group) ->
                                        group.precedence().orElse(Integer.MAX_VALUE))
                                .thenComparing(Group::name))
                .toList();
    }

    /// The user names in a group, in order.
    public List<String> members(Group group) {
        return below("g" + BETWEEN + group.name()).toList();
    }

    private Stream<String> below(String start) {
        return members
                .ascending(
                        Optional.of(Key.of(start + BETWEEN)), Optional.of(Key.of(start + BEYOND)))
                .map(Map.Entry::getValue)
                .toList()
                .stream();
    }

    private Key byUser(String username, String group) {
        return Key.of(String.join(BETWEEN, "u", pool.folded(username), group));
    }

    private Key byGroup(String username, String group) {
        return Key.of(String.join(BETWEEN, "g", group, pool.folded(username)));
    }
}
