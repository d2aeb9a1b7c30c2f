package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.simulation.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Lists the context keys that the policies of a user, group or role ask for.
///
/// Source:
/// [GetContextKeysForPrincipalPolicy](https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetContextKeysForPrincipalPolicy.html)
public record GetContextKeysForPrincipalPolicy(
        String policySourceArn, Optional<List<String>> policyInputList) implements IamOperation {

    @Override
    public List<Access> access(Identities identities, Call call) {
        return List.of(Access.to("iam:GetContextKeysForPrincipalPolicy", policySourceArn));
    }

    @Override
    public GetContextKeysForCustomPolicy.Response run(Identities identities, Call call) {
        var entity = Entity.named(identities, call, policySourceArn);
        var all = new ArrayList<>(SimulatedPolicies.of(entity, identities, List.of()));
        all.addAll(Source.given("PolicyInputList", policyInputList.orElse(List.of())));
        return GetContextKeysForCustomPolicy.Response.of(all);
    }
}
