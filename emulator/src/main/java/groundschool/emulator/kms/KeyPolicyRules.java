package groundschool.emulator.kms;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Caller;
import groundschool.emulator.Principal;
import groundschool.emulator.iam.Authorization;
import groundschool.emulator.iam.Iam;
import groundschool.emulator.iam.policy.Decision;
import groundschool.emulator.iam.policy.DocumentKind;
import groundschool.emulator.iam.policy.MalformedPolicyException;
import groundschool.emulator.iam.policy.NamedPrincipal;
import groundschool.emulator.iam.policy.Policy;
import groundschool.emulator.iam.policy.PolicyType;
import groundschool.emulator.iam.policy.Verdict;
import groundschool.emulator.sandbox.Sandbox;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What KMS asks of a key policy before it keeps it, and of whom grants name.
///
/// Source: [Key policies](https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html),
/// [PutKeyPolicy](https://docs.aws.amazon.com/kms/latest/APIReference/API_PutKeyPolicy.html)
public final class KeyPolicyRules {

    private static final int MOST_BYTES = 32 * 1024;
    private static final Pattern PRINCIPAL =
            Pattern.compile(
                    "arn:aws:(?:iam::([0-9]{12}):(?:root|(user|role)/(.+))|sts::([0-9]{12}):(?:assumed-role|federated-user)/.+)");

    private final Sandbox sandbox;

    KeyPolicyRules(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    /// @param bypass whether the caller may lock everybody out
    /// @throws groundschool.emulator.AwsException if KMS would not take it
    public void check(String document, boolean bypass, Call call) {
        if (document.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw KmsErrors.limitExceeded(
                    "The key policy exceeds the maximum size of %d bytes.".formatted(MOST_BYTES));
        }
        var policy = read(document);
        for (var statement : policy.statements()) {
            if (!statement.principals().names().stream().allMatch(this::isThere)) {
                throw KmsErrors.malformedPolicy(
                        "Policy contains a statement with one or more invalid principals.");
            }
        }
        if (!bypass && locksOut(document, call)) {
            throw KmsErrors.malformedPolicy(
                    "The new key policy will not allow you to update the key policy in the future.");
        }
    }

    /// @throws groundschool.emulator.AwsException if that is the ARN of nobody who can be granted
    ///   something
    public void checkPrincipal(String arn) {
        if (!PRINCIPAL.matcher(arn).matches() || !isThere(new NamedPrincipal.Arn(arn))) {
            throw KmsErrors.invalidPrincipal();
        }
    }

    private static Policy read(String document) {
        try {
            return Policy.parse(DocumentKind.RESOURCE, document);
        } catch (MalformedPolicyException malformed) {
            throw KmsErrors.malformedPolicy(malformed.text());
        }
    }

    /// Unlike AWS, which knows the principals of all accounts, it takes those of others unseen.
    private boolean isThere(NamedPrincipal principal) {
        return switch (principal) {
            case NamedPrincipal.Everyone _,
                    NamedPrincipal.Account _,
                    NamedPrincipal.CanonicalUser _,
                    NamedPrincipal.Service _,
                    NamedPrincipal.Federated _ ->
                    true;
            case NamedPrincipal.UniqueId _ -> false;
            case NamedPrincipal.Arn(var arn) -> isThere(arn);
        };
    }

    private boolean isThere(String arn) {
        var parts = PRINCIPAL.matcher(arn);
        if (!parts.matches()) {
            return false;
        }
        var kind = Optional.ofNullable(parts.group(2));
        if (kind.isEmpty() || !sandbox.account().equals(parts.group(1))) {
            return true;
        }
        var identities = sandbox.state(Iam.SERVICE);
        var name = arn.substring(arn.lastIndexOf('/') + 1);
        return kind.get().equals("user")
                ? identities
                        .user(name)
                        .filter(it -> it.arn(sandbox.account()).equals(arn))
                        .isPresent()
                : identities
                        .role(name)
                        .filter(it -> it.arn(sandbox.account()).equals(arn))
                        .isPresent();
    }

    /// Whether the policy does not let the caller change it again, as far as it is up to the
    /// policy.
    private boolean locksOut(String document, Call call) {
        if (call.principal() instanceof Principal.Inspector) {
            return false;
        }
        var access = Access.to("kms:PutKeyPolicy", call.arn("kms", "key/new")).keptBy(document);
        var caller = new Caller(sandbox, call.principal(), call.region());
        return Authorization.of(caller, List.of(access), sandbox.state(Iam.SERVICE))
                .refusal()
                .filter(KeyPolicyRules::isByPolicyOfKey)
                .isPresent();
    }

    private static boolean isByPolicyOfKey(Decision refusal) {
        return switch (refusal.verdict()) {
            case Verdict.Allowed _ -> false;
            case Verdict.ExplicitlyDenied(var type, _, _) -> type == PolicyType.RESOURCE;
            case Verdict.ImplicitlyDenied(var type) -> type == PolicyType.RESOURCE;
        };
    }
}
