package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.identity.Grants;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Lists the groups, users and roles that a managed policy is attached to, or is the boundary of.
///
/// Source:
/// [ListEntitiesForPolicy](https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListEntitiesForPolicy.html)
public record ListEntitiesForPolicy(
        String policyArn,
        Optional<String> entityFilter,
        Optional<String> pathPrefix,
        Optional<String> policyUsageFilter,
        Optional<String> marker,
        Optional<Integer> maxItems)
        implements IamOperation {

    public record PolicyGroup(String groupName, String groupId) {}

    public record PolicyUser(String userName, String userId) {}

    public record PolicyRole(String roleName, String roleId) {}

    public record Response(
            List<PolicyGroup> policyGroups,
            List<PolicyUser> policyUsers,
            List<PolicyRole> policyRoles,
            boolean isTruncated,
            Optional<String> marker) {}

    /// What all three have.
    private record Entity(String kind, String path, String name, String id, Grants grants) {}

    @Override
    public List<Access> access(Identities identities, Call call) {
        return ManagedPolicies.access("iam:ListEntitiesForPolicy", identities, policyArn);
    }

    @Override
    public Response run(Identities identities, Call call) {
        var policy = ManagedPolicies.named(identities, policyArn);
        var page =
                new Paging("ListEntitiesForPolicy " + policy.arn(), marker, maxItems)
                        .of(entities(identities).filter(this::isMeant).toList(), Entity::id);
        return new Response(
                of("Group", page).map(each -> new PolicyGroup(each.name, each.id)).toList(),
                of("User", page).map(each -> new PolicyUser(each.name, each.id)).toList(),
                of("Role", page).map(each -> new PolicyRole(each.name, each.id)).toList(),
                page.isTruncated(),
                page.marker());
    }

    private static Stream<Entity> entities(Identities identities) {
        return Stream.of(
                        identities
                                .groups()
                                .map(each ->
                                        new Entity(
                                                "Group",
                                                each.path(),
                                                each.name(),
                                                each.id(),
                                                each.grants())),
                        identities
                                .users()
                                .map(each ->
                                        new Entity(
                                                "User",
                                                each.path(),
                                                each.name(),
                                                each.id(),
                                                each.grants())),
                        identities
                                .roles()
                                .map(each ->
                                        new Entity(
                                                "Role",
                                                each.path(),
                                                each.name(),
                                                each.id(),
                                                each.grants())))
                .flatMap(each -> each);
    }

    private boolean isMeant(Entity entity) {
        var isAttached = entity.grants.attached().contains(policyArn);
        var isBounded = entity.grants.boundary().equals(Optional.of(policyArn));
        var isUsed =
                switch (policyUsageFilter.orElse("")) {
                    case "PermissionsPolicy" -> isAttached;
                    case "PermissionsBoundary" -> isBounded;
                    default -> isAttached || isBounded;
                };
        return isUsed
                && entityFilter.map(entity.kind::equals).orElse(true)
                && entity.path.startsWith(pathPrefix.orElse("/"));
    }

    private static Stream<Entity> of(String kind, Paging.Page<Entity> page) {
        return page.items().stream().filter(each -> each.kind.equals(kind));
    }
}
