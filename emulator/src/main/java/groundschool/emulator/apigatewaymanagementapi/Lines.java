package groundschool.emulator.apigatewaymanagementapi;

import groundschool.emulator.Access;
import groundschool.emulator.AwsException;
import groundschool.emulator.Call;
import groundschool.emulator.apigatewayv2.serve.Connection;
import groundschool.emulator.apigatewayv2.serve.Connections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The connections of one sandbox's WebSocket APIs.
///
/// @param connections of all sandboxes
public record Lines(Connections connections, String sandbox) {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9+/_-]{8,}={0,2}");

    /// What IAM is asked: `execute-api:ManageConnections` of the connection, below its API's stage.
    public List<Access> asks(String verb, String id, Call call) {
        var place =
                Connections.asked().or(() -> known(id, call).map(Connection::place)).orElse("*/*");
        return List.of(
                Access.to(
                        "execute-api:ManageConnections",
                        call.arn("execute-api", place + "/" + verb + "/@connections/" + id)));
    }

    /// @throws AwsException if there is none, or no longer
    public Connection connection(String id, Call call) {
        if (!ID.matcher(id).matches()) {
            throw new AwsException(400, "BadRequestException", "Invalid connectionId: " + id);
        }
        return known(id, call).orElseThrow(Lines::gone);
    }

    /// The client has left.
    public static AwsException gone() {
        return new AwsException(410, "GoneException", "");
    }

    private Optional<Connection> known(String id, Call call) {
        return connections
                .find(sandbox, id)
                .filter(each -> each.region().equals(call.region()))
                .filter(each -> Connections.asked().orElse(each.place()).equals(each.place()));
    }
}
