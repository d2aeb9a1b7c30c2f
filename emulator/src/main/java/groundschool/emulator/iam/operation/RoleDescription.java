package groundschool.emulator.iam.operation;

import groundschool.emulator.iam.identity.LastUse;
import groundschool.emulator.iam.identity.Role;
import groundschool.emulator.iam.identity.Tag;
import groundschool.emulator.iam.operation.UserDescription.AttachedBoundary;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A role, as IAM shows it. Each operation leaves something out.
///
/// Source: [Role](https://docs.aws.amazon.com/IAM/latest/APIReference/API_Role.html) and the
/// examples of the operations; recorded answers of IAM
///
/// @param assumeRolePolicyDocument encoded as IAM encodes policies
/// @param roleLastUsed present where IAM tells it, and empty inside if nobody has used the role
public record RoleDescription(
        String path,
        String roleName,
        String roleId,
        String arn,
        Instant createDate,
        String assumeRolePolicyDocument,
        Optional<String> description,
        Optional<Integer> maxSessionDuration,
        Optional<AttachedBoundary> permissionsBoundary,
        Optional<List<Tag>> tags,
        Optional<RoleLastUsed> roleLastUsed) {

    /// When and where a role was last used.
    public record RoleLastUsed(Optional<Instant> lastUsedDate, Optional<String> region) {

        static RoleLastUsed of(Role role) {
            return new RoleLastUsed(
                    role.lastUsed().map(LastUse::at), role.lastUsed().map(LastUse::region));
        }
    }

    /// All that IAM shows of one role.
    static RoleDescription whole(Role role, String account) {
        return described(role, account)
                .with(
                        AttachedBoundary.of(role.grants().boundary()),
                        Optional.of(role.tags()).filter(tags -> !tags.isEmpty()),
                        Optional.of(RoleLastUsed.of(role)));
    }

    /// As a role's maker is told of it: what was asked for is not all said again.
    static RoleDescription made(Role role, String account) {
        return brief(role, account)
                .with(
                        AttachedBoundary.of(role.grants().boundary()),
                        Optional.of(role.tags()).filter(tags -> !tags.isEmpty()),
                        Optional.empty());
    }

    /// As lists have it.
    static RoleDescription described(Role role, String account) {
        return of(role, account, role.description(), Optional.of(role.maxSessionSeconds()));
    }

    /// As instance profiles have it.
    static RoleDescription brief(Role role, String account) {
        return of(role, account, Optional.empty(), Optional.empty());
    }

    private static RoleDescription of(
            Role role,
            String account,
            Optional<String> description,
            Optional<Integer> maxSessionDuration) {
        return new RoleDescription(
                role.path(),
                role.name(),
                role.id(),
                role.arn(account),
                role.createdAt(),
                PolicyText.encoded(role.trust()),
                description,
                maxSessionDuration,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private RoleDescription with(
            Optional<AttachedBoundary> boundary,
            Optional<List<Tag>> otherTags,
            Optional<RoleLastUsed> lastUsed) {
        return new RoleDescription(
                path,
                roleName,
                roleId,
                arn,
                createDate,
                assumeRolePolicyDocument,
                description,
                maxSessionDuration,
                boundary,
                otherTags,
                lastUsed);
    }
}
