package groundschool.emulator.sts.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Principal;
import groundschool.emulator.Session;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.identity.Role;
import groundschool.emulator.iam.identity.Tag;
import groundschool.emulator.sts.StsErrors;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The session of a role that somebody gets for whom an identity provider vouches.
///
/// @param identity of whom it is
/// @param roleArn of the role that is asked for
/// @param name the session's
record FederatedSession(Principal.FederatedIdentity identity, String roleArn, String name) {

    private static final int MOST_TAGS = 50;
    private static final int LONGEST_KEY = 128;
    private static final int LONGEST_VALUE = 256;

    /// Of whoever calls; an identity provider has been asked about it.
    static FederatedSession of(Call call, String roleArn, String name) {
        return new FederatedSession(identity(call), roleArn, name);
    }

    static Principal.FederatedIdentity identity(Call call) {
        if (call.principal() instanceof Principal.FederatedIdentity identity) {
            return identity;
        }
        throw new IllegalStateException("Nobody vouches for " + call.principal().arn());
    }

    /// What the role's trust policy is asked.
    ///
    /// @param action such as `sts:AssumeRoleWithSAML`
    List<Access> access(String action, Identities identities, Call call) {
        var actions = new ArrayList<>(List.of(action));
        if (!identity.tags().isEmpty()) {
            actions.add("sts:TagSession");
        }
        if (identity.sourceIdentity().isPresent()) {
            actions.add("sts:SetSourceIdentity");
        }
        return RoleArn.of(roleArn).access(identities, call, actions, conditionKeys());
    }

    private Map<String, List<String>> conditionKeys() {
        var keys = new HashMap<String, List<String>>();
        keys.put("sts:RoleSessionName", List.of(name));
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

    /// Begins it.
    ///
    /// @param policies that are passed along
    /// @param until when it ends
    /// @param claims that policies may test from now on
    /// @throws groundschool.emulator.AwsException if its tags are none that a session can have
    Begun begin(
            SessionPolicies policies,
            Instant now,
            Instant until,
            Map<String, List<String>> claims,
            Identities identities,
            Call call) {
        var tags = tags();
        var role = role(identities, call);
        var session =
                new Session(
                        policies.documents(),
                        policies.arns(),
                        tags.values(),
                        tags.transitive(),
                        identity.sourceIdentity(),
                        now,
                        until,
                        false,
                        Optional.of(identity.provider()),
                        claims);
        return new Begun(
                new Principal.RoleSession(
                        call.account(), role.path(), role.name(), role.id(), name, session),
                policies.packedSize(tags));
    }

    /// @param packedSize of policies and tags, in percent; absent if there are none
    record Begun(Principal.RoleSession principal, Optional<Integer> packedSize) {

        Credentials credentials(Call call) {
            return Credentials.of(call.keys().temporary(principal), principal.held().expiresAt());
        }

        AssumeRole.AssumedRoleUser user() {
            return new AssumeRole.AssumedRoleUser(principal.userId(), principal.arn());
        }
    }

    Role role(Identities identities, Call call) {
        return RoleArn.of(roleArn).in(identities, call).orElseThrow();
    }

    private SessionTags tags() {
        var isFar =
                identity.tags().size() > MOST_TAGS
                        || identity.tags().entrySet().stream()
                                .anyMatch(tag ->
                                        tag.getKey().length() > LONGEST_KEY
                                                || tag.getValue().length() > LONGEST_VALUE);
        if (isFar) {
            throw StsErrors.invalidIdentityToken(
                    "A session has at most %d tags, with keys of up to %d and values of up to %d characters."
                            .formatted(MOST_TAGS, LONGEST_KEY, LONGEST_VALUE));
        }
        var tags =
                identity.tags().entrySet().stream()
                        .map(tag -> new Tag(tag.getKey(), tag.getValue()))
                        .toList();
        return SessionTags.of(Optional.of(tags), Optional.of(identity.transitiveTags()), identity);
    }
}
