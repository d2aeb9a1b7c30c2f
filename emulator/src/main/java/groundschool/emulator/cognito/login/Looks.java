package groundschool.emulator.cognito.login;

import groundschool.emulator.cognito.pool.Pool;
import groundschool.emulator.sandbox.JsonFormat;
import groundschool.emulator.sandbox.Key;
import groundschool.emulator.sandbox.Storage;
import groundschool.emulator.sandbox.StoredMap;
import java.util.Optional;

/// How the pages of one pool look, for all of its clients and for single ones.
public final class Looks {

    private final StoredMap<Look> looks;

    public Looks(Pool pool, Storage storage) {
        this.looks = storage.map("cognito-idp/looks/" + pool.id(), new JsonFormat<>(Look.class));
    }

    /// That of a client, or of all.
    public Optional<Look> of(String clientId) {
        return exactly(clientId).or(() -> exactly(Look.ALL));
    }

    /// That which was set for a client, or for all.
    public Optional<Look> exactly(String clientId) {
        return looks.get(Key.of(clientId));
    }

    public void put(Look look) {
        looks.put(Key.of(look.clientId()), look);
    }
}
