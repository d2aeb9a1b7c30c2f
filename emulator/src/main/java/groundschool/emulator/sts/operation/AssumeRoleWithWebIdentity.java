package groundschool.emulator.sts.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.sts.operation.AssumeRole.AssumedRoleUser;
import groundschool.emulator.sts.operation.SessionPolicies.PolicyArn;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/// Gives temporary credentials with the permissions of a role to whom an identity provider vouches
/// for. Nobody signs the request: the token says who asks, and was checked before this runs.
///
/// Source:
/// [AssumeRoleWithWebIdentity](https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html)
///
/// @param providerId which is refused: it is for tokens of OAuth 2.0
public record AssumeRoleWithWebIdentity(
        String roleArn,
        String roleSessionName,
        String webIdentityToken,
        Optional<String> providerId,
        Optional<List<PolicyArn>> policyArns,
        Optional<String> policy,
        Optional<Integer> durationSeconds)
        implements StsOperation {

    /// What an identity pool asks for somebody whom it knows; it has looked at their token itself.
    ///
    /// @param policy a document that limits the session
    /// @param policyArns of managed policies that limit it
    public static AssumeRoleWithWebIdentity forPool(
            String roleArn,
            String session,
            int seconds,
            Optional<String> policy,
            List<String> policyArns) {
        return new AssumeRoleWithWebIdentity(
                roleArn,
                session,
                "verified",
                Optional.empty(),
                Optional.of(
                        policyArns.stream().map(arn -> new PolicyArn(Optional.of(arn))).toList()),
                policy,
                Optional.of(seconds));
    }

    public record Response(
            Credentials credentials,
            String subjectFromWebIdentityToken,
            AssumedRoleUser assumedRoleUser,
            Optional<Integer> packedPolicySize,
            String provider,
            String audience,
            Optional<String> sourceIdentity) {}

    @Override
    public List<Access> access(Identities identities, Call call) {
        return FederatedSession.of(call, roleArn, roleSessionName)
                .access("sts:AssumeRoleWithWebIdentity", identities, call);
    }

    @Override
    public Response run(Identities identities, Call call) {
        var identity = FederatedSession.identity(call);
        var session = FederatedSession.of(call, roleArn, roleSessionName);
        var lasts = SessionDuration.of(durationSeconds, session.role(identities, call));
        var now = call.now().truncatedTo(ChronoUnit.SECONDS);
        var begun =
                session.begin(
                        SessionPolicies.of(policy, policyArns, identities),
                        now,
                        now.plus(lasts),
                        identity.claims(),
                        identities,
                        call);
        return new Response(
                begun.credentials(call),
                identity.subject(),
                begun.user(),
                begun.packedSize(),
                identity.provider(),
                identity.audience(),
                identity.sourceIdentity());
    }
}
