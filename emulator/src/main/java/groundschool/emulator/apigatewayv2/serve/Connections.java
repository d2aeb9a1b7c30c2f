package groundschool.emulator.apigatewayv2.serve;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// The clients that are connected to WebSocket APIs, in all sandboxes.
public final class Connections {

    /// The API and the stage at whose name a connection is asked for.
    private static final ScopedValue<String> ASKED = ScopedValue.newInstance();

    private final Map<String, Connection> all = new ConcurrentHashMap<>();

    void add(Connection connection) {
        all.put(connection.id(), connection);
    }

    void remove(Connection connection) {
        all.remove(connection.id(), connection);
    }

    /// A client that is connected to an API of a sandbox.
    public Optional<Connection> find(String sandbox, String id) {
        return Optional.ofNullable(all.get(id)).filter(each -> each.sandbox().equals(sandbox));
    }

    /// What is asked for at the name of an API.
    ///
    /// @param place the API and the stage, such as `abcdefghij/prod`
    public static <R> R at(String place, Supplier<R> question) {
        return ScopedValue.where(ASKED, place).call(question::get);
    }

    /// The API and the stage at whose name is asked; absent where no name says so.
    public static Optional<String> asked() {
        return ASKED.isBound() ? Optional.of(ASKED.get()) : Optional.empty();
    }
}
