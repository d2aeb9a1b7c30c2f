package groundschool.emulator.cognito.operation;

import groundschool.emulator.cognito.pool.Pool;
import groundschool.emulator.cognito.pool.ResourceServer;
import java.util.List;

/// A resource server, as answers show it.
record ServerDescription(
        String userPoolId, String identifier, String name, List<ResourceServer.Scope> scopes) {

    static ServerDescription of(ResourceServer server, Pool pool) {
        return new ServerDescription(
                pool.id(), server.identifier(), server.name(), server.scopes());
    }
}
