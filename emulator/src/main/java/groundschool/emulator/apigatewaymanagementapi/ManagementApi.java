package groundschool.emulator.apigatewaymanagementapi;

import groundschool.emulator.Address;
import groundschool.emulator.Request;
import groundschool.emulator.Service;
import groundschool.emulator.apigatewaymanagementapi.operation.ManagementOperation;
import groundschool.emulator.apigatewayv2.serve.Connections;
import groundschool.emulator.sandbox.Sandbox;
import groundschool.emulator.sandbox.Storage;
import java.util.Set;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.module.SimpleModule;

/// The clients of WebSocket APIs, as backends see them: `@connections`.
///
/// Source: [Use @connections commands in your backend
/// service](https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-how-to-call-websocket-api-connections.html)
public final class ManagementApi implements Service<Lines> {

    public static final String NAME = "apigatewaymanagementapi";

    private final Connections connections;

    /// @param connections of all sandboxes
    public ManagementApi(Connections connections) {
        this.connections = connections;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String signingName() {
        return "execute-api";
    }

    @Override
    public Address address() {
        return new Address.Paths(Set.of("@connections"));
    }

    @Override
    public Class<? extends Request<Lines>> operations() {
        return ManagementOperation.class;
    }

    @Override
    public JacksonModule json() {
        return new SimpleModule(NAME);
    }

    @Override
    public Lines open(Storage storage) {
        throw new IllegalStateException("Connections need a whole sandbox.");
    }

    @Override
    public Lines open(Sandbox sandbox) {
        return new Lines(connections, sandbox.id());
    }
}
