package groundschool.emulator.apigatewaymanagementapi.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Interaction;
import groundschool.emulator.Turn;
import groundschool.emulator.apigatewaymanagementapi.Lines;
import java.util.List;

/// Disconnects a client.
///
/// Source: [Use @connections commands in your backend
/// service](https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-how-to-call-websocket-api-connections.html)
public record DeleteConnection(String connectionId)
        implements ManagementOperation, Interaction<Lines> {

    public record Response() {}

    @Override
    public List<Access> access(Lines lines, Call call) {
        return lines.asks("DELETE", connectionId, call);
    }

    @Override
    public Response run(Turn<Lines> turn, Call call) {
        turn.transition(lines -> lines.connection(connectionId, call)).close(1000, "");
        return new Response();
    }
}
