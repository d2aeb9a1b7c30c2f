package groundschool.emulator.apigatewaymanagementapi.operation;

import groundschool.emulator.Access;
import groundschool.emulator.AwsException;
import groundschool.emulator.Call;
import groundschool.emulator.Interaction;
import groundschool.emulator.Turn;
import groundschool.emulator.apigatewaymanagementapi.Lines;
import java.util.List;

/// Sends a message to a client.
///
/// Source: [Use @connections commands in your backend
/// service](https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-how-to-call-websocket-api-connections.html)
public record PostToConnection(String connectionId, byte[] data)
        implements ManagementOperation, Interaction<Lines> {

    private static final int MOST_BYTES = 128 * 1024;

    public record Response() {}

    @Override
    public List<Access> access(Lines lines, Call call) {
        return lines.asks("POST", connectionId, call);
    }

    @Override
    public Response run(Turn<Lines> turn, Call call) {
        if (data.length > MOST_BYTES) {
            throw new AwsException(413, "PayloadTooLargeException", "Message too long");
        }
        var connection = turn.transition(lines -> lines.connection(connectionId, call));
        if (!connection.send(data)) {
            throw Lines.gone();
        }
        return new Response();
    }
}
