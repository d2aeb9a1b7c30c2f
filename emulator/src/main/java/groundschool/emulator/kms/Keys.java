package groundschool.emulator.kms;

import groundschool.emulator.Call;
import groundschool.emulator.sandbox.JsonFormat;
import groundschool.emulator.sandbox.Key;
import groundschool.emulator.sandbox.Sandbox;
import groundschool.emulator.sandbox.StoredMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The keys of one sandbox with their aliases and grants, in all Regions.
///
/// What time does to a key, its deletion and its rotation, is done when somebody next looks at it:
/// nobody can tell, and no clock has to wait for a year.
public final class Keys {

    /// "You can have up to 100,000 KMS keys in each Region"; this is for one sandbox.
    private static final int MOST_KEYS = 2_000;

    private final Sandbox sandbox;

    Keys(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    /// Checks of policies, for which one must know who there is.
    public KeyPolicyRules rules() {
        return new KeyPolicyRules(sandbox);
    }

    /// The key of that name, if it is there; AWS's own are made when they are first asked for.
    ///
    /// @param keyId an ID, an alias, or the ARN of either
    /// @throws groundschool.emulator.AwsException if it can be no name of a key
    public Optional<KmsKey> find(String keyId, Call call) {
        var name = KeyName.of(keyId, call);
        if (!name.region().equals(call.region())) {
            throw KmsErrors.invalidArn(name.region());
        }
        return name.alias()
                .map(alias ->
                        alias(alias, call)
                                .flatMap(each -> byId(each.keyId(), call))
                                .or(() ->
                                        AwsManagedKeys.serviceOf(alias)
                                                .map(service -> ofService(service, call))))
                .orElseGet(() -> byId(name.id(), call));
    }

    /// The key of that name.
    ///
    /// @throws groundschool.emulator.AwsException if there is none
    public KmsKey named(String keyId, Call call) {
        var name = KeyName.of(keyId, call);
        return find(keyId, call)
                .orElseThrow(() ->
                        name.alias().isPresent()
                                ? KmsErrors.aliasNotFound(name.arn())
                                : KmsErrors.keyNotFound(name.arn()));
    }

    /// The key that a request names by ID or ARN, which is to be managed: an alias will not do.
    ///
    /// @throws groundschool.emulator.AwsException if there is none
    public KmsKey managed(String keyId, Call call) {
        if (keyId.startsWith(Alias.PREFIX)) {
            throw KmsErrors.invalidKeyId(keyId);
        }
        return named(keyId, call);
    }

    /// All keys of the call's Region, by ID.
    public List<KmsKey> all(Call call) {
        return keys(call).ascending().map(Map.Entry::getValue).toList().stream()
                .flatMap(key -> byId(key.id(), call).stream())
                .toList();
    }

    /// Adds a key.
    ///
    /// @throws groundschool.emulator.AwsException if there are too many
    public void add(KmsKey key, Call call) {
        if (keys(call).size() >= MOST_KEYS) {
            throw KmsErrors.limitExceeded(
                    "The request was rejected because a quota was exceeded: %d keys in a Region"
                            .formatted(MOST_KEYS));
        }
        put(key, call);
    }

    public void put(KmsKey key, Call call) {
        keys(call).put(Key.of(key.id()), key);
    }

    /// The alias of that name.
    public Optional<Alias> alias(String name, Call call) {
        return aliasMap(call)
                .get(Key.of(name))
                .filter(each -> byId(each.keyId(), call).isPresent());
    }

    /// All aliases of the call's Region, by name.
    public List<Alias> aliases(Call call) {
        return aliasMap(call).ascending().map(Map.Entry::getValue).toList().stream()
                .filter(each -> byId(each.keyId(), call).isPresent())
                .toList();
    }

    public void put(Alias alias, Call call) {
        aliasMap(call).put(Key.of(alias.name()), alias);
    }

    public void remove(Alias alias, Call call) {
        aliasMap(call).remove(Key.of(alias.name()));
    }

    /// What is granted of a key, the oldest first.
    public List<Grant> grants(KmsKey key, Call call) {
        return allGrants(call).stream().filter(each -> each.keyId().equals(key.id())).toList();
    }

    /// All that is granted in the call's Region, the oldest first.
    public List<Grant> allGrants(Call call) {
        return grantMap(call)
                .ascending()
                .map(Map.Entry::getValue)
                .sorted(Comparator.comparing(Grant::createdAt))
                .toList();
    }

    public void put(Grant grant, Call call) {
        grantMap(call).put(Key.of(grant.id()), grant);
    }

    public void remove(Grant grant, Call call) {
        grantMap(call).remove(Key.of(grant.id()));
    }

    private Optional<KmsKey> byId(String id, Call call) {
        var stored = keys(call).get(Key.of(id));
        if (stored.isEmpty()) {
            return AwsManagedKeys.ofId(id, call).map(service -> ofService(service, call));
        }
        var key = stored.get();
        if (key.isGone(call.now())) {
            forget(key, call);
            return Optional.empty();
        }
        var primary = key.regions().map(KmsKey.MultiRegion::primary);
        if (primary.filter(region -> !region.equals(call.region())).isPresent()) {
            // What time does to the primary, it does to its copies.
            byId(id, call.in(primary.get()));
            return keys(call).get(Key.of(id));
        }
        var now = KeyAge.at(key, call.now());
        if (now != key) {
            put(now, call);
            share(now, call);
        }
        return Optional.of(now);
    }

    /// Gives a key's copies in other Regions what it works with.
    public void share(KmsKey key, Call call) {
        for (var region : key.otherRegions(call.region())) {
            var there = call.in(region);
            keys(there).get(Key.of(key.id())).ifPresent(copy -> put(copy.like(key), there));
        }
    }

    /// The copy of a key in another Region.
    public Optional<KmsKey> copy(KmsKey key, Call there) {
        return keys(there).get(Key.of(key.id()));
    }

    /// Says in each Region where a key's copies are.
    public void spread(KmsKey key, KmsKey.MultiRegion regions, Call call) {
        var all = new ArrayList<>(regions.replicas());
        all.add(regions.primary());
        for (var region : all) {
            var there = call.in(region);
            copy(key, there).ifPresent(copy -> put(copy.spread(regions), there));
        }
    }

    private void forget(KmsKey key, Call call) {
        key.regions()
                .ifPresent(regions ->
                        spread(
                                key,
                                new KmsKey.MultiRegion(
                                        regions.primary(),
                                        regions.replicas().stream()
                                                .filter(each -> !each.equals(call.region()))
                                                .toList()),
                                call));
        keys(call).remove(Key.of(key.id()));
        aliasMap(call)
                .ascending()
                .map(Map.Entry::getValue)
                .filter(alias -> alias.keyId().equals(key.id()))
                .toList()
                .forEach(alias -> remove(alias, call));
        grants(key, call).forEach(grant -> remove(grant, call));
    }

    /// A key of AWS's own, made anew.
    private KmsKey ofService(String service, Call call) {
        var key =
                NewKeys.of(
                        service,
                        AwsManagedKeys.idOf(service, call),
                        KeyPolicy.ofService(service, call.account(), call.region()),
                        KeyMaterial.fresh(KeySpec.SYMMETRIC_DEFAULT, call.now()));
        put(key, call);
        put(new Alias(Alias.RESERVED + service, key.id(), call.now(), call.now()), call);
        return key;
    }

    /// The ID of a new key that may have copies in other Regions.
    public static String newMultiRegionId(Call call) {
        return "mrk-" + newId(call).replace("-", "");
    }

    /// The ID of a new key.
    public static String newId(Call call) {
        var high = call.random().nextLong() & ~0xF000L | 0x4000L;
        var low = call.random().nextLong() & ~(0xC0L << 56) | 0x80L << 56;
        return new UUID(high, low).toString();
    }

    private StoredMap<KmsKey> keys(Call call) {
        return map(call, "keys", KmsKey.class);
    }

    private StoredMap<Alias> aliasMap(Call call) {
        return map(call, "aliases", Alias.class);
    }

    private StoredMap<Grant> grantMap(Call call) {
        return map(call, "grants", Grant.class);
    }

    private <V> StoredMap<V> map(Call call, String kind, Class<V> type) {
        return sandbox.storage()
                .map("kms/%s/%s".formatted(call.region(), kind), new JsonFormat<>(type));
    }
}
