package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.IamErrors;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.identity.Grants;
import groundschool.emulator.iam.identity.Role;
import groundschool.emulator.iam.identity.Tag;
import java.util.List;
import java.util.Optional;

/// Adds a role to the account.
///
/// Source: [CreateRole](https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html)
public record CreateRole(
        Optional<String> path,
        String roleName,
        String assumeRolePolicyDocument,
        Optional<String> description,
        Optional<Integer> maxSessionDuration,
        Optional<String> permissionsBoundary,
        Optional<List<Tag>> tags)
        implements IamOperation {

    private static final int USUAL_SECONDS = 3600;

    public record Response(RoleDescription role) {}

    @Override
    public List<Access> access(Identities identities, Call call) {
        var arn = IamArns.role(call, path.orElse("/"), roleName);
        return List.of(
                new Access("iam:CreateRole", arn, TagKeys.requested(tags, permissionsBoundary)));
    }

    @Override
    public Response run(Identities identities, Call call) {
        var checkedTags = TagRules.checked(tags);
        var trust = TrustText.checked(assumeRolePolicyDocument, identities, call);
        if (path.filter(each -> each.startsWith(Roles.SERVICE_LINKED)).isPresent()) {
            throw IamErrors.reservedPath(Roles.SERVICE_LINKED);
        }
        if (identities.role(roleName).isPresent()) {
            throw IamErrors.alreadyExists("Role", roleName);
        }
        Quotas.requireRoom("RolesPerAccount", identities.roles().count(), Quotas.ROLES);
        var boundary = Boundaries.checked(permissionsBoundary, identities);
        var role =
                new Role(
                        path.orElse("/"),
                        roleName,
                        IamIds.role(call),
                        IamTimes.now(call),
                        trust,
                        description,
                        maxSessionDuration.orElse(USUAL_SECONDS),
                        checkedTags,
                        Grants.NONE.within(boundary),
                        Optional.empty());
        identities.put(role);
        return new Response(RoleDescription.made(role, call.account()));
    }
}
