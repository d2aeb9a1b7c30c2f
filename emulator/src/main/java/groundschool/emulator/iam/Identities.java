package groundschool.emulator.iam;

import groundschool.emulator.iam.identity.AccountSettings;
import groundschool.emulator.iam.identity.Group;
import groundschool.emulator.iam.identity.InstanceProfile;
import groundschool.emulator.iam.identity.LastUse;
import groundschool.emulator.iam.identity.ManagedPolicy;
import groundschool.emulator.iam.identity.Role;
import groundschool.emulator.iam.identity.RoleUse;
import groundschool.emulator.iam.identity.User;
import groundschool.emulator.iam.identity.UserKey;
import groundschool.emulator.sandbox.JsonFormat;
import groundschool.emulator.sandbox.Key;
import groundschool.emulator.sandbox.Snapshot;
import groundschool.emulator.sandbox.Storage;
import groundschool.emulator.sandbox.StoredMap;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Who there is in one account, and what they may do. IAM is global: all Regions see the same.
///
/// Names compare without regard to case, as in IAM, and keep the letters that they were given.
///
/// Source: [IAM and STS
/// quotas](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html), name
/// requirements
public final class Identities {

    private static final Key FOUNDING = Key.of("founding");
    private static final Key SETTINGS = Key.of("settings");

    private final Storage storage;
    private final StoredMap<User> users;
    private final StoredMap<Group> groups;
    private final StoredMap<Role> roles;
    private final StoredMap<ManagedPolicy> policies;
    private final StoredMap<InstanceProfile> profiles;
    private final StoredMap<UserKey> keys;
    private final StoredMap<LastUse> accesses;
    private final StoredMap<Founding> foundings;
    private final StoredMap<AccountSettings> settings;
    private final Permissions permissions;

    /// The last use that was no news, which the next mostly is not either.
    private volatile Optional<Noted> noted = Optional.empty();

    private record Noted(Snapshot accesses, String id, LastUse use) {}

    /// When the account got its first user.
    private record Founding(Instant at) {}

    public Identities(Storage storage) {
        this.storage = storage;
        this.users = map("users", User.class);
        this.groups = map("groups", Group.class);
        this.roles = map("roles", Role.class);
        this.policies = map("policies", ManagedPolicy.class);
        this.profiles = map("instance-profiles", InstanceProfile.class);
        this.keys = map("keys", UserKey.class);
        this.accesses = map("last-access", LastUse.class);
        this.foundings = map("founding", Founding.class);
        this.settings = map("settings", AccountSettings.class);
        this.permissions = new Permissions(this);
    }

    /// When the account was founded; absent if it was not, or has no user to begin with.
    Optional<Instant> founding() {
        return foundings.get(FOUNDING).map(Founding::at);
    }

    void found(Instant now) {
        foundings.put(FOUNDING, new Founding(now));
    }

    /// What is kept of the account as a whole.
    public AccountSettings settings() {
        return settings.get(SETTINGS).orElse(AccountSettings.NONE);
    }

    public void put(AccountSettings others) {
        settings.put(SETTINGS, others);
    }

    /// What a service needs its role for.
    public RoleUses roleUses(String role) {
        return new RoleUses(role, map("role-uses", RoleUse.class));
    }

    /// A further map of IAM's, for what has a class of its own.
    public <V> StoredMap<V> map(String name, Class<V> type) {
        return storage.map("iam/" + name, new JsonFormat<>(type));
    }

    /// What each of them may do.
    public Permissions permissions() {
        return permissions;
    }

    public Optional<User> user(String name) {
        return users.get(key(name));
    }

    public Optional<User> userOfId(String id) {
        return users().filter(user -> user.id().equals(id)).findFirst();
    }

    /// All users, by name.
    public Stream<User> users() {
        return users.ascending().map(Map.Entry::getValue);
    }

    public void put(User user) {
        users.put(key(user.name()), user);
    }

    public void remove(User user) {
        users.remove(key(user.name()));
    }

    public Optional<Group> group(String name) {
        return groups.get(key(name));
    }

    /// All groups, by name.
    public Stream<Group> groups() {
        return groups.ascending().map(Map.Entry::getValue);
    }

    public void put(Group group) {
        groups.put(key(group.name()), group);
    }

    public void remove(Group group) {
        groups.remove(key(group.name()));
    }

    public Optional<Role> role(String name) {
        return roles.get(key(name));
    }

    /// All roles, by name.
    public Stream<Role> roles() {
        return roles.ascending().map(Map.Entry::getValue);
    }

    public void put(Role role) {
        roles.put(key(role.name()), role);
    }

    public void remove(Role role) {
        roles.remove(key(role.name()));
    }

    /// The managed policy of that ARN, the account's own or one of AWS's.
    public Optional<ManagedPolicy> policy(String arn) {
        return policies.get(Key.of(arn)).or(() -> AwsManagedPolicies.all().find(arn));
    }

    /// The account's own managed policies, by ARN.
    public Stream<ManagedPolicy> policies() {
        return policies.ascending().map(Map.Entry::getValue);
    }

    public void put(ManagedPolicy policy) {
        policies.put(Key.of(policy.arn()), policy);
    }

    public void remove(ManagedPolicy policy) {
        policies.remove(Key.of(policy.arn()));
    }

    public Optional<InstanceProfile> profile(String name) {
        return profiles.get(key(name));
    }

    /// All instance profiles, by name.
    public Stream<InstanceProfile> profiles() {
        return profiles.ascending().map(Map.Entry::getValue);
    }

    public void put(InstanceProfile profile) {
        profiles.put(key(profile.name()), profile);
    }

    public void remove(InstanceProfile profile) {
        profiles.remove(key(profile.name()));
    }

    /// What is known of a user's access key.
    public Optional<UserKey> key(String userKeyId, boolean evenInactive) {
        return keys.get(Key.of(userKeyId)).filter(key -> evenInactive || key.isActive());
    }

    /// The keys of a user.
    public Stream<UserKey> keysOf(String userId) {
        return keys.ascending().map(Map.Entry::getValue).filter(key -> key.userId().equals(userId));
    }

    public void put(UserKey key) {
        keys.put(Key.of(key.id()), key);
    }

    public void remove(UserKey key) {
        keys.remove(Key.of(key.id()));
    }

    /// When somebody last used a service.
    ///
    /// @param id of a user or role
    public Optional<LastUse> lastAccess(String id, String service) {
        return accesses.get(access(id, service));
    }

    /// Notes that somebody used a service, if that is news.
    void noteAccess(String id, LastUse use) {
        var before = accesses.snapshot();
        if (noted.filter(last -> last.id.equals(id) && !last.use.isOutdatedBy(use))
                .filter(last -> last.accesses.equals(before))
                .isPresent()) {
            return;
        }
        var key = access(id, use.service());
        var last = accesses.get(key);
        if (last.map(known -> known.isOutdatedBy(use)).orElse(true)) {
            accesses.put(key, use);
        } else {
            noted = last.map(known -> new Noted(before, id, known));
        }
    }

    private static Key access(String id, String service) {
        return Key.of(id + "/" + service);
    }

    /// All that there is in the account, with all else that its sandbox holds.
    Snapshot whole() {
        return storage.snapshot();
    }

    /// All that permissions follow from, as it is now.
    Object snapshot() {
        return List.of(users.snapshot(), groups.snapshot(), roles.snapshot(), policies.snapshot());
    }

    private static Key key(String name) {
        return Key.of(name.toLowerCase(Locale.ROOT));
    }
}
