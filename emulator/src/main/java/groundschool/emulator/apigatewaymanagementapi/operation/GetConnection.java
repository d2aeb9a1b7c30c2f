package groundschool.emulator.apigatewaymanagementapi.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.apigatewaymanagementapi.Lines;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// Describes a client that is connected.
///
/// Source: [Use @connections commands in your backend
/// service](https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-how-to-call-websocket-api-connections.html)
public record GetConnection(String connectionId) implements ManagementOperation, Operation<Lines> {

    public record Identity(String sourceIp, String userAgent) {}

    /// @param connectedAt as ISO-8601 has it
    /// @param lastActiveAt when a message last came or went
    public record Response(String connectedAt, Identity identity, String lastActiveAt) {}

    @Override
    public List<Access> access(Lines lines, Call call) {
        return lines.asks("GET", connectionId, call);
    }

    @Override
    public Response run(Lines lines, Call call) {
        var connection = lines.connection(connectionId, call);
        return new Response(
                text(connection.connectedAt()),
                new Identity(connection.sourceIp(), connection.userAgent()),
                text(connection.lastActiveAt()));
    }

    private static String text(Instant time) {
        return time.truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
