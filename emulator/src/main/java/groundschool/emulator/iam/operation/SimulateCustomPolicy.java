package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.IamErrors;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.simulation.Simulation;
import groundschool.emulator.iam.simulation.Source;
import java.util.List;
import java.util.Optional;

/// Says what policies that come with the request would decide.
///
/// Source:
/// [SimulateCustomPolicy](https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulateCustomPolicy.html)
public record SimulateCustomPolicy(
        List<String> policyInputList,
        Optional<List<String>> permissionsBoundaryPolicyInputList,
        Optional<List<OrganizationLevel>> orderedOrganizationPolicyInputList,
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

    /// The service control policies of one level of an organization.
    public record OrganizationLevel(Optional<List<String>> serviceControlPolicyInputList) {}

    @Override
    public List<Access> access(Identities identities, Call call) {
        return Accesses.account("iam:SimulateCustomPolicy");
    }

    @Override
    public SimulatedRequest.Response run(Identities identities, Call call) {
        SimulatedRequest.refuseOption(resourceHandlingOption);
        if (resourcePolicy.isPresent() && callerArn.isEmpty()) {
            throw IamErrors.invalidInput("CallerArn is required if a ResourcePolicy is included.");
        }
        var requester =
                SimulatedRequest.requester(callerArn.orElse(IamArns.user(call, "/", "simulated")));
        SimulatedRequest.requireNoRole(resourcePolicy, requester);
        var simulation =
                new Simulation(
                        Source.given("PolicyInputList", policyInputList),
                        SimulatedRequest.boundary(permissionsBoundaryPolicyInputList),
                        SimulatedRequest.resourcePolicy(resourcePolicy),
                        levels(),
                        requester,
                        SimulatedRequest.owner(
                                resourceOwner, requester.accountId().orElse(call.account())),
                        ContextEntry.all(contextEntries));
        return new SimulatedRequest(
                        "SimulateCustomPolicy", actionNames, resourceArns, marker, maxItems)
                .answer(simulation);
    }

    private List<List<Source>> levels() {
        return orderedOrganizationPolicyInputList.orElse(List.of()).stream()
                .map(level ->
                        Source.given(
                                "ServiceControlPolicyInputList",
                                level.serviceControlPolicyInputList().orElse(List.of())))
                .toList();
    }
}
