package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.AwsManagedPolicies;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.identity.ManagedPolicy;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Lists managed policies: the account's own, AWS's, or both.
///
/// Source:
/// [ListPolicies](https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListPolicies.html)
public record ListPolicies(
        Optional<String> scope,
        Optional<Boolean> onlyAttached,
        Optional<String> pathPrefix,
        Optional<String> policyUsageFilter,
        Optional<String> marker,
        Optional<Integer> maxItems)
        implements IamOperation {

    public record Response(
            List<PolicyDescription> policies, boolean isTruncated, Optional<String> marker) {}

    @Override
    public List<Access> access(Identities identities, Call call) {
        return List.of(Access.to("iam:ListPolicies", "*"));
    }

    @Override
    public Response run(Identities identities, Call call) {
        var uses = PolicyUses.of(identities);
        var wanted =
                all(identities)
                        .filter(policy -> policy.path().startsWith(pathPrefix.orElse("/")))
                        .filter(policy -> isUsed(policy.arn(), uses))
                        .toList();
        var page =
                new Paging("ListPolicies", marker, maxItems)
                        .of(wanted, ManagedPolicy::arn)
                        .map(policy -> PolicyDescription.listed(policy, uses));
        return new Response(page.items(), page.isTruncated(), page.marker());
    }

    private Stream<ManagedPolicy> all(Identities identities) {
        return switch (scope.orElse("All")) {
            case "Local" -> identities.policies();
            case "AWS" -> AwsManagedPolicies.all().policies().stream();
            // The API model has checked that it is All.
            default ->
                    Stream.concat(
                            identities.policies(), AwsManagedPolicies.all().policies().stream());
        };
    }

    private boolean isUsed(String arn, PolicyUses uses) {
        var bounds = uses.boundaries(arn) > 0;
        var isAttached = uses.attachments(arn) > 0;
        var isMeant =
                switch (policyUsageFilter.orElse("")) {
                    case "PermissionsBoundary" -> bounds;
                    case "PermissionsPolicy" -> isAttached || !bounds;
                    default -> true;
                };
        return isMeant && (isAttached || !onlyAttached.orElse(false));
    }
}
