package groundschool.emulator.cognito.federation;

import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.pool.Pool;
import groundschool.emulator.sandbox.JsonFormat;
import groundschool.emulator.sandbox.Key;
import groundschool.emulator.sandbox.Storage;
import groundschool.emulator.sandbox.StoredMap;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/// The keys that one pool uses towards SAML providers, each made when it is first asked for.
public final class SamlKeys {

    private final Pool pool;
    private final StoredMap<SamlKey> byUse;

    public SamlKeys(Pool pool, Storage storage) {
        this.pool = pool;
        this.byUse =
                storage.map("cognito-idp/samlkeys/" + pool.id(), new JsonFormat<>(SamlKey.class));
    }

    /// What a key is for.
    public enum Use {
        /// Requests that the pool sends.
        SIGNING,
        /// Assertions that it is sent.
        ENCRYPTION
    }

    /// How the state is reached, a transition at a time.
    public interface State {
        <R> R change(Function<UserPools, R> body);
    }

    /// A pool's key. A new one is found without a lock, since that takes long.
    public static SamlKey of(Pool pool, Use use, Instant now, State state) {
        return state.change(pools -> pools.samlKeys(pool).current(use, now))
                .orElseGet(() -> {
                    var made = SamlKey.fresh(pool.id(), now);
                    return state.change(pools -> pools.samlKeys(pool).first(use, made));
                });
    }

    /// The details of a provider, with the certificate for which it has to encrypt if it has to.
    public static SortedMap<String, String> completed(
            SortedMap<String, String> details, Pool pool, Instant now, State state) {
        var all = new TreeMap<>(details);
        if (details.getOrDefault("EncryptedResponses", "").equalsIgnoreCase("true")) {
            all.put(
                    "ActiveEncryptionCertificate",
                    of(pool, Use.ENCRYPTION, now, state).certificate());
        }
        return all;
    }

    /// The one that there is, with a certificate of the last year.
    private Optional<SamlKey> current(Use use, Instant now) {
        return byUse.get(Key.of(use.name()))
                .map(known -> {
                    if (!known.isToBeRenewed(now)) {
                        return known;
                    }
                    var renewed = known.renewed(pool.id(), now);
                    byUse.put(Key.of(use.name()), renewed);
                    return renewed;
                });
    }

    /// The one that somebody has made meanwhile, or else this.
    private SamlKey first(Use use, SamlKey made) {
        var known = byUse.get(Key.of(use.name()));
        if (known.isPresent()) {
            return known.get();
        }
        byUse.put(Key.of(use.name()), made);
        return made;
    }
}
