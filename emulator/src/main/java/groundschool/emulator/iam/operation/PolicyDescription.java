package groundschool.emulator.iam.operation;

import groundschool.emulator.iam.identity.ManagedPolicy;
import groundschool.emulator.iam.identity.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A managed policy, as IAM shows it. Each operation leaves something out.
///
/// Source: [Policy](https://docs.aws.amazon.com/IAM/latest/APIReference/API_Policy.html); recorded
/// answers of IAM
///
/// @param attachmentCount of users, groups and roles
/// @param permissionsBoundaryUsageCount of users and roles
/// @param tags present, if perhaps empty, where IAM tells them
public record PolicyDescription(
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
        Optional<List<Tag>> tags) {

    /// All that IAM shows of one policy.
    static PolicyDescription whole(ManagedPolicy policy, PolicyUses uses) {
        return of(policy, uses, policy.description(), Optional.of(policy.tags()));
    }

    /// As a policy's maker is told of it.
    static PolicyDescription made(ManagedPolicy policy, PolicyUses uses) {
        return of(
                policy,
                uses,
                Optional.empty(),
                Optional.of(policy.tags()).filter(tags -> !tags.isEmpty()));
    }

    /// As lists have it.
    static PolicyDescription listed(ManagedPolicy policy, PolicyUses uses) {
        return of(policy, uses, Optional.empty(), Optional.empty());
    }

    private static PolicyDescription of(
            ManagedPolicy policy,
            PolicyUses uses,
            Optional<String> description,
            Optional<List<Tag>> tags) {
        return new PolicyDescription(
                policy.name(),
                policy.id(),
                policy.arn(),
                policy.path(),
                policy.defaultVersion(),
                uses.attachments(policy.arn()),
                uses.boundaries(policy.arn()),
                true,
                description,
                policy.createdAt(),
                policy.updatedAt(),
                tags);
    }
}
