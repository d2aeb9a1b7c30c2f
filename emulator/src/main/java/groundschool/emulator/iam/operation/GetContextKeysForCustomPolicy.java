package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.policy.ContextKeys;
import groundschool.emulator.iam.simulation.Source;
import java.util.List;

/// Lists the context keys that policies which come with the request ask for.
///
/// Source:
/// [GetContextKeysForCustomPolicy](https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetContextKeysForCustomPolicy.html)
public record GetContextKeysForCustomPolicy(List<String> policyInputList) implements IamOperation {

    public record Response(List<String> contextKeyNames) {

        static Response of(List<Source> sources) {
            return new Response(
                    ContextKeys.namedBy(
                            sources.stream().map(source -> source.attached().policy()).toList()));
        }
    }

    @Override
    public List<Access> access(Identities identities, Call call) {
        return Accesses.account("iam:GetContextKeysForCustomPolicy");
    }

    @Override
    public Response run(Identities identities, Call call) {
        return Response.of(Source.given("PolicyInputList", policyInputList));
    }
}
