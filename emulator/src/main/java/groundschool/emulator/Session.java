package groundschool.emulator;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What temporary credentials carry besides who they are for.
///
/// Source: [Session
/// policies](https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html#policies_session),
/// [session tags](https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html)
///
/// @param policies documents of the policies passed along; empty if none was
/// @param policyArns of the managed policies passed along
/// @param tags of the session, by key
/// @param transitiveTags the keys of those that go along when a role is assumed from here
/// @param sourceIdentity that was set on the first of a chain of roles
/// @param issuedAt on the sandbox's clock
/// @param expiresAt on the sandbox's clock
/// @param mfa whether a second factor was shown
/// @param provider who vouched for a federated identity
/// @param claims of a federated identity that policies may test, by context key
public record Session(
        List<String> policies,
        List<String> policyArns,
        Map<String, String> tags,
        List<String> transitiveTags,
        Optional<String> sourceIdentity,
        Instant issuedAt,
        Instant expiresAt,
        boolean mfa,
        Optional<String> provider,
        Map<String, List<String>> claims) {

    public Session {
        policies = List.copyOf(policies);
        policyArns = List.copyOf(policyArns);
        tags = Map.copyOf(tags);
        transitiveTags = List.copyOf(transitiveTags);
        claims = Map.copyOf(claims);
    }

    /// A session with nothing but its time.
    public static Session lasting(Instant issuedAt, Instant expiresAt) {
        return new Session(
                List.of(),
                List.of(),
                Map.of(),
                List.of(),
                Optional.empty(),
                issuedAt,
                expiresAt,
                false,
                Optional.empty(),
                Map.of());
    }

    /// The same, which no policy passed along limits.
    public Session with(List<String> otherPolicies, List<String> otherArns) {
        return new Session(
                otherPolicies,
                otherArns,
                tags,
                transitiveTags,
                sourceIdentity,
                issuedAt,
                expiresAt,
                mfa,
                provider,
                claims);
    }

    /// Whether policies were passed along.
    public boolean isLimited() {
        return !policies.isEmpty() || !policyArns.isEmpty();
    }
}
