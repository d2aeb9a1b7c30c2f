package groundschool.emulator.cognito.pool;

import java.util.List;

/// An API of the pool's owner, and what access tokens may allow on it.
///
/// @param scopes descriptions by name
public record ResourceServer(String identifier, String name, List<Scope> scopes) {

    public ResourceServer {
        scopes = List.copyOf(scopes);
    }

    public record Scope(String scopeName, String scopeDescription) {}
}
