package groundschool.emulator.sts.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Principal;
import groundschool.emulator.Session;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.identity.Role;
import groundschool.emulator.iam.identity.Tag;
import groundschool.emulator.sts.StsErrors;
import groundschool.emulator.sts.operation.SessionPolicies.PolicyArn;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Gives temporary credentials with the permissions of a role.
///
/// Source: [AssumeRole](https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html)
public record AssumeRole(
        String roleArn,
        String roleSessionName,
        Optional<List<PolicyArn>> policyArns,
        Optional<String> policy,
        Optional<Integer> durationSeconds,
        Optional<List<Tag>> tags,
        Optional<List<String>> transitiveTagKeys,
        Optional<String> externalId,
        Optional<String> serialNumber,
        Optional<String> tokenCode,
        Optional<String> sourceIdentity)
        implements StsOperation {

    /// @param assumedRoleId the role's id, a colon, and the session's name
    public record AssumedRoleUser(String assumedRoleId, String arn) {}

    public record Response(
            Credentials credentials,
            AssumedRoleUser assumedRoleUser,
            Optional<Integer> packedPolicySize,
            Optional<String> sourceIdentity) {}

    @Override
    public List<Access> access(Identities identities, Call call) {
        if (call.principal() instanceof Principal.Root) {
            throw StsErrors.accessDenied("Roles may not be assumed by root accounts.");
        }
        var actions = new ArrayList<>(List.of("sts:AssumeRole"));
        if (!tags.orElse(List.of()).isEmpty()) {
            actions.add("sts:TagSession");
        }
        if (sourceIdentity.isPresent()) {
            actions.add("sts:SetSourceIdentity");
        }
        var role = RoleArn.of(roleArn);
        return role.access(identities, call, actions, conditionKeys(identities, call));
    }

    /// A second factor is looked at first: trust policies ask whether there is one.
    private Map<String, List<String>> conditionKeys(Identities identities, Call call) {
        var keys = new HashMap<String, List<String>>();
        if (MfaProof.check(serialNumber, tokenCode, identities, call)) {
            keys.put("aws:MultiFactorAuthPresent", List.of("true"));
            keys.put("aws:MultiFactorAuthAge", List.of("0"));
        }
        keys.put("sts:RoleSessionName", List.of(roleSessionName));
        externalId.ifPresent(id -> keys.put("sts:ExternalId", List.of(id)));
        sourceIdentity.ifPresent(identity -> keys.put("sts:SourceIdentity", List.of(identity)));
        transitiveTagKeys.ifPresent(all -> keys.put("sts:TransitiveTagKeys", all));
        tags.ifPresent(all -> {
            keys.put("aws:TagKeys", all.stream().map(Tag::key).toList());
            all.forEach(tag -> keys.put("aws:RequestTag/" + tag.key(), List.of(tag.value())));
        });
        return keys;
    }

    @Override
    public Response run(Identities identities, Call call) {
        var role = RoleArn.of(roleArn).in(identities, call).orElseThrow();
        var sessionTags = SessionTags.of(tags, transitiveTagKeys, call.principal());
        var policies = SessionPolicies.of(policy, policyArns, identities);
        var packedSize = policies.packedSize(sessionTags);
        var now = call.now().truncatedTo(ChronoUnit.SECONDS);
        var session =
                new Session(
                        policies.documents(),
                        policies.arns(),
                        sessionTags.values(),
                        sessionTags.transitive(),
                        identity(call),
                        now,
                        now.plus(duration(role, call)),
                        hasMfa(call),
                        Optional.empty(),
                        Map.of());
        var principal =
                new Principal.RoleSession(
                        call.account(),
                        role.path(),
                        role.name(),
                        role.id(),
                        roleSessionName,
                        session);
        return answer(principal, packedSize, session.expiresAt(), call);
    }

    private Response answer(
            Principal.RoleSession principal,
            Optional<Integer> packedSize,
            Instant expiresAt,
            Call call) {
        return new Response(
                Credentials.of(call.keys().temporary(principal), expiresAt),
                new AssumedRoleUser(principal.userId(), principal.arn()),
                packedSize,
                principal.held().sourceIdentity());
    }

    /// A code that was wrong did not get here.
    private boolean hasMfa(Call call) {
        return serialNumber.isPresent()
                || call.principal().session().map(Session::mfa).orElse(false);
    }

    /// Once set, a source identity stays along a chain of roles.
    private Optional<String> identity(Call call) {
        var inherited = call.principal().session().flatMap(Session::sourceIdentity);
        if (inherited.isPresent()
                && sourceIdentity.filter(asked -> !asked.equals(inherited.get())).isPresent()) {
            throw StsErrors.accessDenied(
                    "The source identity of the calling session cannot be changed.");
        }
        return inherited.or(() -> sourceIdentity);
    }

    private Duration duration(Role role, Call call) {
        var seconds = durationSeconds.orElse(SessionDuration.USUAL_SECONDS);
        if (call.principal() instanceof Principal.RoleSession
                && seconds > SessionDuration.USUAL_SECONDS) {
            throw StsErrors.validation(
                    "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.");
        }
        return SessionDuration.of(durationSeconds, role);
    }
}
