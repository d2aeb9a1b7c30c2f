package groundschool.emulator.sts.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Principal;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.sts.operation.AssumeRole.AssumedRoleUser;
import groundschool.emulator.sts.operation.SessionPolicies.PolicyArn;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Gives temporary credentials with the permissions of a role to whom a SAML provider vouches for.
/// Nobody signs the request: the assertion says who asks, and was checked before this runs.
///
/// Source:
/// [AssumeRoleWithSAML](https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithSAML.html)
///
/// @param principalArn the provider's
/// @param samlAssertion the provider's response, in base64
public record AssumeRoleWithSAML(
        String roleArn,
        String principalArn,
        String samlAssertion,
        Optional<List<PolicyArn>> policyArns,
        Optional<String> policy,
        Optional<Integer> durationSeconds)
        implements StsOperation {

    /// Those that policies may test in the session's calls, and when it assumes another role.
    private static final List<String> LASTING =
            List.of("saml:namequalifier", "saml:sub", "saml:sub_type");

    public record Response(
            Credentials credentials,
            AssumedRoleUser assumedRoleUser,
            Optional<Integer> packedPolicySize,
            String subject,
            String subjectType,
            String issuer,
            String audience,
            String nameQualifier,
            Optional<String> sourceIdentity) {}

    @Override
    public List<Access> access(Identities identities, Call call) {
        return session(call).access("sts:AssumeRoleWithSAML", identities, call);
    }

    @Override
    public Response run(Identities identities, Call call) {
        var identity = FederatedSession.identity(call);
        var assertion = assertion(identity);
        var now = call.now().truncatedTo(ChronoUnit.SECONDS);
        var begun =
                session(call)
                        .begin(
                                SessionPolicies.of(policy, policyArns, identities),
                                now,
                                until(now, assertion, identities, call),
                                lasting(identity.claims()),
                                identities,
                                call);
        return new Response(
                begun.credentials(call),
                begun.user(),
                begun.packedSize(),
                identity.subject(),
                assertion.subjectType(),
                assertion.issuer(),
                identity.audience(),
                assertion.nameQualifier(),
                identity.sourceIdentity());
    }

    private Instant until(
            Instant now, Principal.SamlAssertion assertion, Identities identities, Call call) {
        var asked = durationSeconds.or(assertion::sessionSeconds);
        var until = now.plus(SessionDuration.of(asked, session(call).role(identities, call)));
        return assertion.sessionEndsAt().filter(until::isAfter).orElse(until);
    }

    private FederatedSession session(Call call) {
        var name = assertion(FederatedSession.identity(call)).sessionName();
        return FederatedSession.of(call, roleArn, name);
    }

    private static Principal.SamlAssertion assertion(Principal.FederatedIdentity identity) {
        return identity.assertion().orElseThrow();
    }

    private static Map<String, List<String>> lasting(Map<String, List<String>> claims) {
        var lasting = new HashMap<>(claims);
        lasting.keySet().retainAll(LASTING);
        return lasting;
    }
}
