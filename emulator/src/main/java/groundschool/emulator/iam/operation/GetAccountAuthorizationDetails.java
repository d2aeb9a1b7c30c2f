package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.AwsManagedPolicies;
import groundschool.emulator.iam.Identities;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Shows all users, groups, roles and policies of the account, with how they hang together. Of
/// AWS's policies it has those that are in use.
///
/// Source:
/// [GetAccountAuthorizationDetails](https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountAuthorizationDetails.html)
public record GetAccountAuthorizationDetails(
        Optional<List<String>> filter, Optional<Integer> maxItems, Optional<String> marker)
        implements IamOperation {

    public record Response(
            List<AccountDetail.UserDetail> userDetailList,
            List<AccountDetail.GroupDetail> groupDetailList,
            List<AccountDetail.RoleDetail> roleDetailList,
            List<AccountDetail.ManagedPolicyDetail> policies,
            boolean isTruncated,
            Optional<String> marker) {}

    @Override
    public List<Access> access(Identities identities, Call call) {
        return Accesses.account("iam:GetAccountAuthorizationDetails");
    }

    @Override
    public Response run(Identities identities, Call call) {
        var wanted =
                all(identities, call)
                        .filter(detail ->
                                filter.map(kinds -> kinds.contains(detail.kind())).orElse(true))
                        .toList();
        var page =
                new Paging("GetAccountAuthorizationDetails", marker, maxItems)
                        .of(wanted, AccountDetail::arn);
        return new Response(
                of(AccountDetail.UserDetail.class, page),
                of(AccountDetail.GroupDetail.class, page),
                of(AccountDetail.RoleDetail.class, page),
                of(AccountDetail.ManagedPolicyDetail.class, page),
                page.isTruncated(),
                page.marker());
    }

    private static Stream<AccountDetail> all(Identities identities, Call call) {
        var account = call.account();
        var uses = PolicyUses.of(identities);
        var policies =
                Stream.concat(
                        identities.policies(),
                        AwsManagedPolicies.all().policies().stream()
                                .filter(policy ->
                                        uses.attachments(policy.arn())
                                                        + uses.boundaries(policy.arn())
                                                > 0));
        return Stream.<Stream<? extends AccountDetail>>of(
                        identities
                                .users()
                                .map(user ->
                                        AccountDetail.UserDetail.of(user, identities, account)),
                        identities
                                .groups()
                                .map(group -> AccountDetail.GroupDetail.of(group, account)),
                        identities
                                .roles()
                                .map(role ->
                                        AccountDetail.RoleDetail.of(role, identities, account)),
                        policies.map(policy -> AccountDetail.ManagedPolicyDetail.of(policy, uses)))
                .flatMap(details -> details);
    }

    private static <T extends AccountDetail> List<T> of(
            Class<T> kind, Paging.Page<AccountDetail> page) {
        return page.items().stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
