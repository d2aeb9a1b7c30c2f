package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.IamErrors;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.identity.ManagedPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Gives a managed policy another version, which counts at once if that is asked for.
///
/// Source:
/// [CreatePolicyVersion](https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicyVersion.html)
public record CreatePolicyVersion(
        String policyArn, String policyDocument, Optional<Boolean> setAsDefault)
        implements IamOperation {

    public record Response(VersionDescription policyVersion) {}

    @Override
    public List<Access> access(Identities identities, Call call) {
        return ManagedPolicies.access("iam:CreatePolicyVersion", identities, policyArn);
    }

    @Override
    public Response run(Identities identities, Call call) {
        var policy = ManagedPolicies.own(identities, policyArn);
        var document = ManagedPolicies.document(policyDocument);
        if (policy.versions().size() >= Quotas.VERSIONS_PER_POLICY) {
            throw IamErrors.limitExceeded(
                    "A managed policy can have up to %d versions. Before you create a new version, you must delete an existing version."
                            .formatted(Quotas.VERSIONS_PER_POLICY));
        }
        var now = IamTimes.now(call);
        var version = new ManagedPolicy.Version("v" + policy.nextVersion(), document, now);
        var versions = new ArrayList<>(policy.versions());
        versions.add(version);
        var changed =
                policy.with(
                        versions,
                        setAsDefault.orElse(false) ? version.id() : policy.defaultVersion(),
                        policy.nextVersion() + 1,
                        now);
        identities.put(changed);
        return new Response(VersionDescription.listed(changed, version));
    }
}
