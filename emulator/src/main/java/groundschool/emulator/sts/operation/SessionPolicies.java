package groundschool.emulator.sts.operation;

import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.policy.DocumentKind;
import groundschool.emulator.iam.policy.MalformedPolicyException;
import groundschool.emulator.iam.policy.Policy;
import groundschool.emulator.sts.StsErrors;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// The policies that are passed along when a session is made.
///
/// Source: [Session
/// policies](https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html#policies_session)
///
/// @param documents at most one
/// @param arns of managed policies
record SessionPolicies(List<String> documents, List<String> arns) {

    /// What policies, ARNs and tags may come to together when packed. AWS does not publish how it
    /// packs; here it is their plain length.
    private static final int ROOM_BYTES = 6144;

    /// As the API names a managed policy.
    record PolicyArn(Optional<String> arn) {}

    /// @throws groundschool.emulator.AwsException if a policy is none, or is not there
    static SessionPolicies of(
            Optional<String> policy, Optional<List<PolicyArn>> policyArns, Identities identities) {
        policy.ifPresent(SessionPolicies::check);
        var arns =
                policyArns.orElse(List.of()).stream().flatMap(each -> each.arn().stream()).toList();
        for (var arn : arns) {
            if (identities.policy(arn).isEmpty()) {
                throw StsErrors.validation(
                        "Policy %s does not exist or is not attachable.".formatted(arn));
            }
        }
        return new SessionPolicies(policy.stream().toList(), arns);
    }

    private static void check(String document) {
        try {
            Policy.parse(DocumentKind.SESSION, document);
        } catch (MalformedPolicyException malformed) {
            throw StsErrors.malformedPolicy(malformed);
        }
    }

    /// How much of the room for policies and tags is taken, in percent; absent if there are none.
    ///
    /// @throws groundschool.emulator.AwsException if it is more than there is
    Optional<Integer> packedSize(SessionTags tags) {
        var bytes = 0;
        for (var text : documents) {
            bytes += text.getBytes(StandardCharsets.UTF_8).length;
        }
        for (var text : arns) {
            bytes += text.length();
        }
        for (var tag : tags.values().entrySet()) {
            bytes += (tag.getKey() + tag.getValue()).getBytes(StandardCharsets.UTF_8).length;
        }
        var percent = (bytes * 100 + ROOM_BYTES - 1) / ROOM_BYTES;
        if (percent > 100) {
            throw StsErrors.packedTooLarge(percent);
        }
        return bytes == 0 ? Optional.empty() : Optional.of(percent);
    }
}
