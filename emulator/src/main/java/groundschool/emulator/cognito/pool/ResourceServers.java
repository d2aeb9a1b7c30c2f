package groundschool.emulator.cognito.pool;

import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.sandbox.JsonFormat;
import groundschool.emulator.sandbox.Key;
import groundschool.emulator.sandbox.Storage;
import groundschool.emulator.sandbox.StoredMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The resource servers of one pool.
public final class ResourceServers {

    private static final int MOST = 25;

    private final StoredMap<ResourceServer> servers;

    public ResourceServers(Pool pool, Storage storage) {
        this.servers =
                storage.map(
                        "cognito-idp/servers/" + pool.id(), new JsonFormat<>(ResourceServer.class));
    }

    /// All, by identifier.
    public List<ResourceServer> all() {
        return servers.ascending().map(Map.Entry::getValue).toList();
    }

    public Optional<ResourceServer> find(String identifier) {
        return servers.get(Key.of(identifier));
    }

    /// @throws groundschool.emulator.AwsException if there is none
    public ResourceServer named(String identifier) {
        return find(identifier).orElseThrow(() -> CognitoErrors.resourceServerNotFound(identifier));
    }

    /// @throws groundschool.emulator.AwsException if there is one, or too many
    public void add(ResourceServer server) {
        if (find(server.identifier()).isPresent()) {
            throw CognitoErrors.invalid(
                    "%s already exists in user pool.".formatted(server.identifier()));
        }
        if (servers.size() >= MOST) {
            throw CognitoErrors.tooMany("Exceeded the maximum number of resource servers.");
        }
        put(server);
    }

    public void put(ResourceServer server) {
        servers.put(Key.of(server.identifier()), server);
    }

    public void remove(ResourceServer server) {
        servers.remove(Key.of(server.identifier()));
    }

    /// The scopes of all, as `identifier/scope`.
    public List<String> scopes() {
        return all().stream()
                .flatMap(server ->
                        server.scopes().stream()
                                .map(scope -> server.identifier() + "/" + scope.scopeName()))
                .toList();
    }
}
