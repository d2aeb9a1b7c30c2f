package groundschool.emulator.iam.operation;

import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.identity.Grants;
import groundschool.emulator.iam.identity.Group;
import groundschool.emulator.iam.identity.ManagedPolicy;
import groundschool.emulator.iam.identity.Role;
import groundschool.emulator.iam.identity.Tag;
import groundschool.emulator.iam.identity.User;
import groundschool.emulator.iam.operation.PolicyArns.AttachedPolicy;
import groundschool.emulator.iam.operation.UserDescription.AttachedBoundary;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One thing of an account, with all of its policies.
///
/// Source:
/// [GetAccountAuthorizationDetails](https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountAuthorizationDetails.html)
sealed interface AccountDetail {

    /// What it is, as the operation's filter has it.
    String kind();

    /// Its ARN.
    String arn();

    /// An inline policy.
    ///
    /// @param policyDocument encoded as IAM encodes policies
    record PolicyDetail(String policyName, String policyDocument) {

        static List<PolicyDetail> of(Grants grants) {
            return grants.inline().entrySet().stream()
                    .map(each ->
                            new PolicyDetail(each.getKey(), PolicyText.encoded(each.getValue())))
                    .toList();
        }
    }

    /// @param userPolicyList absent if there is none
    record UserDetail(
            String path,
            String userName,
            String userId,
            String arn,
            Instant createDate,
            Optional<List<PolicyDetail>> userPolicyList,
            List<String> groupList,
            List<AttachedPolicy> attachedManagedPolicies,
            Optional<AttachedBoundary> permissionsBoundary,
            Optional<List<Tag>> tags)
            implements AccountDetail {

        static UserDetail of(User user, Identities identities, String account) {
            return new UserDetail(
                    user.path(),
                    user.name(),
                    user.id(),
                    user.arn(account),
                    user.createdAt(),
                    Optional.of(PolicyDetail.of(user.grants())).filter(all -> !all.isEmpty()),
                    identities.permissions().groupsOf(user).stream().map(Group::name).toList(),
                    PolicyArns.list(user.grants(), Optional.empty()),
                    AttachedBoundary.of(user.grants().boundary()),
                    Optional.of(user.tags()).filter(tags -> !tags.isEmpty()));
        }

        @Override
        public String kind() {
            return "User";
        }
    }

    record GroupDetail(
            String path,
            String groupName,
            String groupId,
            String arn,
            Instant createDate,
            List<PolicyDetail> groupPolicyList,
            List<AttachedPolicy> attachedManagedPolicies)
            implements AccountDetail {

        static GroupDetail of(Group group, String account) {
            return new GroupDetail(
                    group.path(),
                    group.name(),
                    group.id(),
                    group.arn(account),
                    group.createdAt(),
                    PolicyDetail.of(group.grants()),
                    PolicyArns.list(group.grants(), Optional.empty()));
        }

        @Override
        public String kind() {
            return "Group";
        }
    }

    record RoleDetail(
            String path,
            String roleName,
            String roleId,
            String arn,
            Instant createDate,
            String assumeRolePolicyDocument,
            List<InstanceProfileDescription> instanceProfileList,
            List<PolicyDetail> rolePolicyList,
            List<AttachedPolicy> attachedManagedPolicies,
            Optional<AttachedBoundary> permissionsBoundary,
            List<Tag> tags,
            RoleDescription.RoleLastUsed roleLastUsed)
            implements AccountDetail {

        static RoleDetail of(Role role, Identities identities, String account) {
            return new RoleDetail(
                    role.path(),
                    role.name(),
                    role.id(),
                    role.arn(account),
                    role.createdAt(),
                    PolicyText.encoded(role.trust()),
                    identities
                            .profiles()
                            .filter(profile -> profile.role().equals(Optional.of(role.id())))
                            .map(profile ->
                                    InstanceProfileDescription.listed(profile, identities, account))
                            .toList(),
                    PolicyDetail.of(role.grants()),
                    PolicyArns.list(role.grants(), Optional.empty()),
                    AttachedBoundary.of(role.grants().boundary()),
                    role.tags(),
                    RoleDescription.RoleLastUsed.of(role));
        }

        @Override
        public String kind() {
            return "Role";
        }
    }

    record ManagedPolicyDetail(
            String policyName,
            String policyId,
            String arn,
            String path,
            String defaultVersionId,
            int attachmentCount,
            int permissionsBoundaryUsageCount,
            boolean isAttachable,
            Optional<String> description,
            Instant createDate,
            Instant updateDate,
            List<VersionDescription> policyVersionList)
            implements AccountDetail {

        static ManagedPolicyDetail of(ManagedPolicy policy, PolicyUses uses) {
            return new ManagedPolicyDetail(
                    policy.name(),
                    policy.id(),
                    policy.arn(),
                    policy.path(),
                    policy.defaultVersion(),
                    uses.attachments(policy.arn()),
                    uses.boundaries(policy.arn()),
                    true,
                    policy.description(),
                    policy.createdAt(),
                    policy.updatedAt(),
                    policy.versions().reversed().stream()
                            .map(version -> VersionDescription.whole(policy, version))
                            .toList());
        }

        @Override
        public String kind() {
            return arn.startsWith("arn:aws:iam::aws:") ? "AWSManagedPolicy" : "LocalManagedPolicy";
        }
    }
}
