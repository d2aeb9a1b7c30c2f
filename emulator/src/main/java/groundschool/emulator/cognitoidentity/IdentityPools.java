package groundschool.emulator.cognitoidentity;

import groundschool.emulator.Call;
import groundschool.emulator.cognitoidentity.Identity.Link;
import groundschool.emulator.cognitoidentity.IdentityPool.PoolSettings;
import groundschool.emulator.sandbox.JsonFormat;
import groundschool.emulator.sandbox.Key;
import groundschool.emulator.sandbox.Storage;
import groundschool.emulator.sandbox.StoredMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The identity pools of one sandbox, in all Regions, with their identities.
public final class IdentityPools {

    /// "1,000 identity pools"; this is for one sandbox.
    private static final int MOST_POOLS = 200;

    private static final int MOST_IDENTITIES = 20_000;
    private static final Key SIGNER = Key.of("signer");

    private final Storage storage;
    private final StoredMap<IdentityPool> pools;
    private final StoredMap<TokenKey> keys;

    IdentityPools(Storage storage) {
        this.storage = storage;
        this.pools = storage.map("cognito-identity/pools", new JsonFormat<>(IdentityPool.class));
        this.keys = storage.map("cognito-identity/keys", new JsonFormat<>(TokenKey.class));
    }

    /// What tokens are signed with; made with the first pool.
    public Optional<TokenKey> signer() {
        return keys.get(SIGNER);
    }

    /// Adds a pool, which is found from outside from now on.
    ///
    /// @param signer kept if it is the first
    public IdentityPool create(PoolSettings settings, TokenKey signer, Call call) {
        if (pools.size() >= MOST_POOLS) {
            throw CognitoIdentityErrors.limitExceeded(
                    "A sandbox has %d identity pools at most.".formatted(MOST_POOLS));
        }
        if (signer().isEmpty()) {
            keys.put(SIGNER, signer);
        }
        var pool = IdentityPool.fresh(PoolIds.pool(call), settings);
        PoolIds.claim(pool.id()).ifPresent(call.keys()::claim);
        put(pool);
        return pool;
    }

    public void put(IdentityPool pool) {
        pools.put(Key.of(pool.id()), pool);
    }

    /// The pool of that ID.
    public Optional<IdentityPool> find(String id) {
        return pools.get(Key.of(id));
    }

    /// The pool of that ID in the call's Region.
    ///
    /// @throws groundschool.emulator.AwsException if there is none
    public IdentityPool pool(String id, Call call) {
        return find(id).filter(_ -> PoolIds.region(id).equals(call.region()))
                .orElseThrow(() -> CognitoIdentityErrors.poolNotFound(id));
    }

    /// All pools of the call's Region, by ID.
    public List<IdentityPool> all(Call call) {
        return pools.ascending()
                .map(Map.Entry::getValue)
                .filter(pool -> PoolIds.region(pool.id()).equals(call.region()))
                .toList();
    }

    /// Deletes a pool with all whom it knows.
    public void delete(IdentityPool pool) {
        identities(pool.id()).forEach(this::delete);
        pools.remove(Key.of(pool.id()));
    }

    /// The identity of that ID.
    public Optional<Identity> findIdentity(String id) {
        return pools.ascending()
                .map(entry -> entry.getValue().id())
                .filter(pool -> PoolIds.claim(pool).equals(PoolIds.claim(id)))
                .flatMap(pool -> identityMap(pool).get(Key.of(id)).stream())
                .findFirst();
    }

    /// The identity of that ID.
    ///
    /// @throws groundschool.emulator.AwsException if there is none
    public Identity identity(String id, Call call) {
        return findIdentity(id)
                .filter(_ -> PoolIds.region(id).equals(call.region()))
                .orElseThrow(() -> CognitoIdentityErrors.identityNotFound(id));
    }

    /// Whom a pool knows, by ID.
    public List<Identity> identities(String poolId) {
        return identityMap(poolId).ascending().map(Map.Entry::getValue).toList();
    }

    /// Somebody new, who signs in in these ways.
    public Identity create(IdentityPool pool, List<Link> logins, Call call) {
        if (identityMap(pool.id()).size() >= MOST_IDENTITIES) {
            throw CognitoIdentityErrors.limitExceeded(
                    "An identity pool knows %d identities at most.".formatted(MOST_IDENTITIES));
        }
        var identity =
                new Identity(
                        PoolIds.identity(pool.id(), call),
                        pool.id(),
                        logins,
                        call.now(),
                        call.now());
        logins.forEach(link -> linkMap(pool.id()).put(key(link), identity.id()));
        put(identity);
        return identity;
    }

    /// Who signs in in that way.
    public Optional<Identity> whoHas(Link link, IdentityPool pool) {
        return linkMap(pool.id())
                .get(key(link))
                .flatMap(id -> identityMap(pool.id()).get(Key.of(id)));
    }

    /// Lets somebody sign in in one more way.
    public Identity link(Identity identity, Link link, Call call) {
        linkMap(identity.poolId()).put(key(link), identity.id());
        var linked = identity.with(link, call.now());
        put(linked);
        return linked;
    }

    /// Lets somebody not sign in in a way any more.
    public Identity unlink(Identity identity, Link link, Call call) {
        linkMap(identity.poolId()).remove(key(link));
        var unlinked = identity.without(link, call.now());
        put(unlinked);
        return unlinked;
    }

    public void delete(Identity identity) {
        identity.logins().forEach(link -> linkMap(identity.poolId()).remove(key(link)));
        identityMap(identity.poolId()).remove(Key.of(identity.id()));
    }

    private void put(Identity identity) {
        identityMap(identity.poolId()).put(Key.of(identity.id()), identity);
    }

    private static Key key(Link link) {
        return Key.of(link.provider() + "\0" + link.subject());
    }

    private StoredMap<Identity> identityMap(String poolId) {
        return storage.map(
                "cognito-identity/%s/identities".formatted(poolId),
                new JsonFormat<>(Identity.class));
    }

    private StoredMap<String> linkMap(String poolId) {
        return storage.map(
                "cognito-identity/%s/logins".formatted(poolId), new JsonFormat<>(String.class));
    }
}
