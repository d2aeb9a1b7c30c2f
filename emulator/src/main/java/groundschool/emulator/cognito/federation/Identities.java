package groundschool.emulator.cognito.federation;

import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.cognito.pool.Pool;
import groundschool.emulator.cognito.user.User;
import groundschool.emulator.sandbox.JsonFormat;
import groundschool.emulator.sandbox.Key;
import groundschool.emulator.sandbox.Storage;
import groundschool.emulator.sandbox.StoredMap;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Who of one pool is who at its identity providers.
public final class Identities {

    /// "Identities linked to a user: 5".
    private static final int MOST_PER_USER = 5;

    private static final String BETWEEN = "\n";
    private static final String BEYOND = "\u000b";

    private final Pool pool;

    /// By who they are there.
    private final StoredMap<Identity> identities;

    /// The same by user name and who they are there.
    private final StoredMap<Identity> byUser;

    public Identities(Pool pool, Storage storage) {
        this.pool = pool;
        this.identities =
                storage.map(
                        "cognito-idp/identities/" + pool.id(), new JsonFormat<>(Identity.class));
        this.byUser =
                storage.map(
                        "cognito-idp/identitiesbyuser/" + pool.id(),
                        new JsonFormat<>(Identity.class));
    }

    /// Who that is here.
    public Optional<Identity> find(String provider, String attribute, String userId) {
        return identities.get(key(provider, attribute, userId));
    }

    /// Who somebody is elsewhere, those they came from first.
    public List<Identity> of(String username) {
        var start = pool.folded(username);
        return byUser.ascending(
                        Optional.of(Key.of(start + BETWEEN)), Optional.of(Key.of(start + BEYOND)))
                .map(Map.Entry::getValue)
                .sorted((one, other) -> Boolean.compare(other.primary(), one.primary()))
                .toList();
    }

    /// @throws groundschool.emulator.AwsException if somebody has too many
    public void add(Identity identity) {
        if (of(identity.username()).stream().filter(each -> !each.primary()).count()
                >= MOST_PER_USER) {
            throw CognitoErrors.tooMany(
                    "Exceeded the maximum number of identities that are linked to a user.");
        }
        identities.put(
                key(identity.providerName(), identity.attribute(), identity.userId()), identity);
        byUser.put(userKey(identity), identity);
    }

    public void remove(Identity identity) {
        identities.remove(key(identity.providerName(), identity.attribute(), identity.userId()));
        byUser.remove(userKey(identity));
    }

    /// Nobody is anybody any more who was that user.
    public void forget(User user) {
        of(user.username()).forEach(this::remove);
    }

    /// The user with the attribute that shows who they are elsewhere.
    public User shown(User user, Instant now) {
        var all = of(user.username());
        return all.isEmpty()
                ? user.without(List.of(Identity.ATTRIBUTE), now)
                : user.with(Map.of(Identity.ATTRIBUTE, Identity.attribute(all)), now);
    }

    private static Key key(String provider, String attribute, String userId) {
        return Key.of(String.join(BETWEEN, provider, attribute, userId));
    }

    private Key userKey(Identity identity) {
        return Key.of(
                String.join(
                        BETWEEN,
                        pool.folded(identity.username()),
                        identity.providerName(),
                        identity.attribute(),
                        identity.userId()));
    }
}
