package groundschool.emulator.sts.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.sts.StsErrors;
import java.util.List;

/// Reads what the encoded message of a refusal says: who wanted what, and which statement stood in
/// the way.
///
/// Source:
/// [DecodeAuthorizationMessage](https://docs.aws.amazon.com/STS/latest/APIReference/API_DecodeAuthorizationMessage.html)
public record DecodeAuthorizationMessage(String encodedMessage) implements StsOperation {

    /// @param decodedMessage JSON
    public record Response(String decodedMessage) {}

    @Override
    public List<Access> access(Identities identities, Call call) {
        return List.of(Access.to("sts:DecodeAuthorizationMessage", "*"));
    }

    @Override
    public Response run(Identities identities, Call call) {
        return new Response(
                call.keys()
                        .open(encodedMessage)
                        .orElseThrow(StsErrors::invalidAuthorizationMessage));
    }
}
