package groundschool.emulator.sts.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Principal;
import groundschool.emulator.Session;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.identity.Tag;
import groundschool.emulator.sts.StsErrors;
import groundschool.emulator.sts.operation.SessionPolicies.PolicyArn;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Gives temporary credentials to somebody whom a user, or root, vouches for: with those of the
/// user's permissions that the policies passed along allow.
///
/// Source:
/// [GetFederationToken](https://docs.aws.amazon.com/STS/latest/APIReference/API_GetFederationToken.html)
public record GetFederationToken(
        String name,
        Optional<String> policy,
        Optional<List<PolicyArn>> policyArns,
        Optional<Integer> durationSeconds,
        Optional<List<Tag>> tags)
        implements StsOperation {

    private static final int USUAL_SECONDS = 43_200;
    private static final int ROOT_SECONDS = 3600;

    public record FederatedUser(String federatedUserId, String arn) {}

    public record Response(
            Credentials credentials,
            FederatedUser federatedUser,
            Optional<Integer> packedPolicySize) {}

    @Override
    public List<Access> access(Identities identities, Call call) {
        var arn = "arn:aws:sts::" + call.account() + ":federated-user/" + name;
        var asked = Access.to("sts:GetFederationToken", arn);
        return tags.orElse(List.of()).isEmpty()
                ? List.of(asked)
                : List.of(asked, Access.to("sts:TagSession", arn));
    }

    @Override
    public Response run(Identities identities, Call call) {
        if (call.principal().session().isPresent()) {
            throw StsErrors.accessDenied("Cannot call GetFederationToken with session credentials");
        }
        var now = call.now().truncatedTo(ChronoUnit.SECONDS);
        var sessionTags = SessionTags.of(tags, Optional.empty(), call.principal());
        var policies = SessionPolicies.of(policy, policyArns, identities);
        var packedSize = policies.packedSize(sessionTags);
        var seconds = durationSeconds.orElse(USUAL_SECONDS);
        var lasts =
                call.principal() instanceof Principal.Root
                        ? Math.min(seconds, ROOT_SECONDS)
                        : seconds;
        var session =
                new Session(
                        policies.documents(),
                        policies.arns(),
                        sessionTags.values(),
                        List.of(),
                        Optional.empty(),
                        now,
                        now.plusSeconds(lasts),
                        false,
                        Optional.empty(),
                        Map.of());
        var principal =
                new Principal.FederatedUser(call.account(), name, call.principal(), session);
        return new Response(
                Credentials.of(call.keys().temporary(principal), session.expiresAt()),
                new FederatedUser(principal.userId(), principal.arn()),
                // Unlike AssumeRole, which leaves it out, it says 0.
                Optional.of(packedSize.orElse(0)));
    }
}
