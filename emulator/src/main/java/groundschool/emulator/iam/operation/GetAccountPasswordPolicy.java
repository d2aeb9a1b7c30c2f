package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Principal;
import groundschool.emulator.iam.IamErrors;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.identity.PasswordPolicy;
import java.util.List;
import java.util.Optional;

/// Shows what the account asks of passwords, if somebody has said so.
///
/// Source:
/// [GetAccountPasswordPolicy](https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountPasswordPolicy.html)
public record GetAccountPasswordPolicy() implements IamOperation {

    public record Response(Shown passwordPolicy) {}

    /// @param expirePasswords whether passwords have an age
    public record Shown(
            int minimumPasswordLength,
            boolean requireSymbols,
            boolean requireNumbers,
            boolean requireUppercaseCharacters,
            boolean requireLowercaseCharacters,
            boolean allowUsersToChangePassword,
            boolean expirePasswords,
            Optional<Integer> maxPasswordAge,
            Optional<Integer> passwordReusePrevention,
            Optional<Boolean> hardExpiry) {

        static Shown of(PasswordPolicy policy) {
            return new Shown(
                    policy.minimumPasswordLength(),
                    policy.requireSymbols(),
                    policy.requireNumbers(),
                    policy.requireUppercaseCharacters(),
                    policy.requireLowercaseCharacters(),
                    policy.allowUsersToChangePassword(),
                    policy.maxPasswordAge().isPresent(),
                    policy.maxPasswordAge(),
                    policy.passwordReusePrevention(),
                    policy.hardExpiry());
        }
    }

    @Override
    public List<Access> access(Identities identities, Call call) {
        var asked = Accesses.account("iam:GetAccountPasswordPolicy");
        return OwnPassword.isOpenToAll(identities) && call.principal() instanceof Principal.User
                ? asked.stream().map(OwnPassword::guarded).toList()
                : asked;
    }

    @Override
    public Response run(Identities identities, Call call) {
        var policy =
                identities
                        .settings()
                        .passwordPolicy()
                        .orElseThrow(() ->
                                IamErrors.noSuchEntity(
                                        "The Password Policy with domain name %s cannot be found."
                                                .formatted(call.account())));
        return new Response(Shown.of(policy));
    }
}
