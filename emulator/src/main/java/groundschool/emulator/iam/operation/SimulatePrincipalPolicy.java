package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.simulation.Simulation;
import groundschool.emulator.iam.simulation.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Says what the policies of a user, group or role would decide, with others or without some.
///
/// Source:
/// [SimulatePrincipalPolicy](https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulatePrincipalPolicy.html)
public record SimulatePrincipalPolicy(
        String policySourceArn,
        Optional<List<String>> policyInputList,
        Optional<List<String>> permissionsBoundaryPolicyInputList,
        Optional<List<PolicyIdentifier>> policyExclusionList,
        List<String> actionNames,
        Optional<List<String>> resourceArns,
        Optional<String> resourcePolicy,
        Optional<String> resourceOwner,
        Optional<String> callerArn,
        Optional<List<ContextEntry>> contextEntries,
        Optional<String> resourceHandlingOption,
        Optional<Integer> maxItems,
        Optional<String> marker)
        implements IamOperation {

    @Override
    public List<Access> access(Identities identities, Call call) {
        return List.of(Access.to("iam:SimulatePrincipalPolicy", policySourceArn));
    }

    @Override
    public SimulatedRequest.Response run(Identities identities, Call call) {
        SimulatedRequest.refuseOption(resourceHandlingOption);
        var entity = Entity.named(identities, call, policySourceArn);
        var requester = SimulatedRequest.requester(callerArn.orElse(policySourceArn));
        SimulatedRequest.requireNoRole(resourcePolicy, requester);
        var simulation =
                new Simulation(
                        policies(entity, identities),
                        SimulatedRequest.boundary(permissionsBoundaryPolicyInputList)
                                .or(() ->
                                        SimulatedPolicies.boundary(entity, identities, excluded())),
                        SimulatedRequest.resourcePolicy(resourcePolicy),
                        List.of(),
                        requester,
                        SimulatedRequest.owner(
                                resourceOwner, requester.accountId().orElse(call.account())),
                        ContextEntry.all(contextEntries));
        return new SimulatedRequest(
                        "SimulatePrincipalPolicy " + entity.id(),
                        actionNames,
                        resourceArns,
                        marker,
                        maxItems)
                .answer(simulation);
    }

    private List<Source> policies(Entity entity, Identities identities) {
        var all = new ArrayList<>(SimulatedPolicies.of(entity, identities, excluded()));
        all.addAll(Source.given("PolicyInputList", policyInputList.orElse(List.of())));
        return all;
    }

    private List<PolicyIdentifier> excluded() {
        return policyExclusionList.orElse(List.of()).stream()
                .map(PolicyIdentifier::checked)
                .toList();
    }
}
