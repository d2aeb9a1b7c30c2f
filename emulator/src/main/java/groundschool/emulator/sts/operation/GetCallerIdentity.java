package groundschool.emulator.sts.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import java.util.List;

/// Says who is asking. No policy can deny it.
///
/// Source:
/// [GetCallerIdentity](https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html)
public record GetCallerIdentity() implements StsOperation {

    public record Response(String userId, String account, String arn) {}

    @Override
    public List<Access> access(Identities identities, Call call) {
        return List.of();
    }

    @Override
    public Response run(Identities identities, Call call) {
        var principal = call.principal();
        return new Response(principal.userId(), call.account(), principal.arn());
    }
}
