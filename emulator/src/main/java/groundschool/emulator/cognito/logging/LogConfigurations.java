package groundschool.emulator.cognito.logging;

import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.pool.Pool;
import groundschool.emulator.sandbox.Key;
import groundschool.emulator.sandbox.StoredMap;
import java.util.List;
import java.util.Optional;

/// Where one pool sends its logs.
public final class LogConfigurations {

    private static final Key ALL = Key.of("ALL");

    private final StoredMap<Destinations> destinations;

    public LogConfigurations(Pool pool, UserPools pools) {
        this.destinations = pools.kept("logdelivery", pool, Destinations.class);
    }

    /// @param all one for each source at most
    record Destinations(List<LogConfiguration> all) {

        Destinations {
            all = List.copyOf(all);
        }
    }

    public List<LogConfiguration> all() {
        return destinations.get(ALL).map(Destinations::all).orElse(List.of());
    }

    /// Where the logs of a source go; absent if nowhere.
    Optional<LogConfiguration> of(String source) {
        return all().stream().filter(each -> each.eventSource().equals(source)).findFirst();
    }

    /// Replaces all.
    public void put(List<LogConfiguration> all) {
        destinations.put(ALL, new Destinations(all));
    }
}
