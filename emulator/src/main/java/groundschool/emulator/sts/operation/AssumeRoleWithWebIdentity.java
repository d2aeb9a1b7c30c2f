package groundschool.emulator.sts.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Principal;
import groundschool.emulator.Session;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.identity.Tag;
import groundschool.emulator.sts.operation.AssumeRole.AssumedRoleUser;
import groundschool.emulator.sts.operation.SessionPolicies.PolicyArn;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        var identity = identity(call);
        var actions = new ArrayList<>(List.of("sts:AssumeRoleWithWebIdentity"));
        if (!identity.tags().isEmpty()) {
            actions.add("sts:TagSession");
        }
        if (identity.sourceIdentity().isPresent()) {
            actions.add("sts:SetSourceIdentity");
        }
        return RoleArn.of(roleArn).access(identities, call, actions, conditionKeys(identity));
    }

    private Map<String, List<String>> conditionKeys(Principal.FederatedIdentity identity) {
        var keys = new HashMap<String, List<String>>();
        keys.put("sts:RoleSessionName", List.of(roleSessionName));
        identity.sourceIdentity()
                .ifPresent(source -> keys.put("sts:SourceIdentity", List.of(source)));
        if (!identity.tags().isEmpty()) {
            keys.put("aws:TagKeys", List.copyOf(identity.tags().keySet()));
        }
        if (!identity.transitiveTags().isEmpty()) {
            keys.put("sts:TransitiveTagKeys", identity.transitiveTags());
        }
        identity.tags().forEach((key, value) -> keys.put("aws:RequestTag/" + key, List.of(value)));
        return keys;
    }

    @Override
    public Response run(Identities identities, Call call) {
        var identity = identity(call);
        var role = RoleArn.of(roleArn).in(identities, call).orElseThrow();
        var tags = tags(identity);
        var policies = SessionPolicies.of(policy, policyArns, identities);
        var packedSize = policies.packedSize(tags);
        var now = call.now().truncatedTo(ChronoUnit.SECONDS);
        var session =
                new Session(
                        policies.documents(),
                        policies.arns(),
                        tags.values(),
                        tags.transitive(),
                        identity.sourceIdentity(),
                        now,
                        now.plus(SessionDuration.of(durationSeconds, role)),
                        false,
                        Optional.of(identity.provider()),
                        identity.claims());
        var principal =
                new Principal.RoleSession(
                        call.account(),
                        role.path(),
                        role.name(),
                        role.id(),
                        roleSessionName,
                        session);
        return new Response(
                Credentials.of(call.keys().temporary(principal), session.expiresAt()),
                identity.subject(),
                new AssumedRoleUser(principal.userId(), principal.arn()),
                packedSize,
                identity.provider(),
                identity.audience(),
                identity.sourceIdentity());
    }

    private static SessionTags tags(Principal.FederatedIdentity identity) {
        var tags =
                identity.tags().entrySet().stream()
                        .map(tag -> new Tag(tag.getKey(), tag.getValue()))
                        .toList();
        return SessionTags.of(Optional.of(tags), Optional.of(identity.transitiveTags()), identity);
    }

    private static Principal.FederatedIdentity identity(Call call) {
        if (call.principal() instanceof Principal.FederatedIdentity identity) {
            return identity;
        }
        throw new IllegalStateException("Nobody vouches for " + call.principal().arn());
    }
}
