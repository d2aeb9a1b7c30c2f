package groundschool.emulator.cognito.risk;

import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.pool.Pool;
import groundschool.emulator.sandbox.Key;
import groundschool.emulator.sandbox.StoredMap;
import java.util.Optional;

/// What one pool does about risks: for all of its app clients, and for those that differ.
public final class RiskConfigurations {

    private static final String ALL = "ALL";

    private final Pool pool;
    private final StoredMap<RiskConfiguration> configurations;

    public RiskConfigurations(Pool pool, UserPools pools) {
        this.pool = pool;
        this.configurations = pools.kept("risks", pool, RiskConfiguration.class);
    }

    /// What was said for just that client, or for all.
    public RiskConfiguration exactly(Optional<String> clientId) {
        return configurations
                .get(key(clientId))
                .orElseGet(() -> RiskConfiguration.none(pool.id(), clientId));
    }

    /// What holds for a client: its own, or else the pool's.
    RiskConfiguration of(String clientId) {
        return configurations
                .get(key(Optional.of(clientId)))
                .orElseGet(() -> exactly(Optional.empty()));
    }

    /// Sets one; one that says nothing takes away what was said before.
    public void put(RiskConfiguration configuration) {
        if (configuration.isSomething()) {
            configurations.put(key(configuration.clientId()), configuration);
        } else {
            forget(configuration.clientId());
        }
    }

    /// A client that is gone has none of its own.
    public void forget(Optional<String> clientId) {
        if (configurations.get(key(clientId)).isPresent()) {
            configurations.remove(key(clientId));
        }
    }

    private static Key key(Optional<String> clientId) {
        return Key.of(clientId.orElse(ALL));
    }
}
