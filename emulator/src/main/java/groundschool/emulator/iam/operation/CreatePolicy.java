package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.IamErrors;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.identity.ManagedPolicy;
import groundschool.emulator.iam.identity.Tag;
import java.util.List;
import java.util.Optional;

/// Adds a managed policy to the account.
///
/// Source:
/// [CreatePolicy](https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicy.html)
public record CreatePolicy(
        String policyName,
        Optional<String> path,
        String policyDocument,
        Optional<String> description,
        Optional<List<Tag>> tags)
        implements IamOperation {

    public record Response(PolicyDescription policy) {}

    @Override
    public List<Access> access(Identities identities, Call call) {
        var arn = IamArns.policy(call, path.orElse("/"), policyName);
        return List.of(
                new Access("iam:CreatePolicy", arn, TagKeys.requested(tags, Optional.empty())));
    }

    @Override
    public Response run(Identities identities, Call call) {
        var checkedTags = TagRules.checked(tags);
        var document = ManagedPolicies.document(policyDocument);
        // Names are the account's, whatever their path.
        if (identities.policies().anyMatch(each -> each.name().equalsIgnoreCase(policyName))) {
            throw IamErrors.alreadyExists(
                    "A policy called %s already exists. Duplicate names are not allowed."
                            .formatted(policyName));
        }
        Quotas.requireRoom("PoliciesPerAccount", identities.policies().count(), Quotas.POLICIES);
        var now = IamTimes.now(call);
        var policy =
                new ManagedPolicy(
                        path.orElse("/"),
                        policyName,
                        IamIds.policy(call),
                        IamArns.policy(call, path.orElse("/"), policyName),
                        description,
                        checkedTags,
                        now,
                        now,
                        "v1",
                        2,
                        List.of(new ManagedPolicy.Version("v1", document, now)));
        identities.put(policy);
        return new Response(PolicyDescription.made(policy, PolicyUses.of(identities)));
    }
}
