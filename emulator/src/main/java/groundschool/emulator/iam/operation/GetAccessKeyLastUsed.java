package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.AwsException;
import groundschool.emulator.Call;
import groundschool.emulator.Principal;
import groundschool.emulator.iam.IamErrors;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.identity.User;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Says when, where and for what an access key was last used.
///
/// Source:
/// [GetAccessKeyLastUsed](https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccessKeyLastUsed.html)
public record GetAccessKeyLastUsed(String accessKeyId) implements IamOperation {

    private static final String ACTION = "iam:GetAccessKeyLastUsed";

    public record Response(String userName, LastUsed accessKeyLastUsed) {}

    /// @param lastUsedDate absent if it was never used
    /// @param serviceName such as `dynamodb`
    public record LastUsed(Optional<Instant> lastUsedDate, String serviceName, String region) {

        private static final LastUsed NEVER = new LastUsed(Optional.empty(), "N/A", "N/A");
    }

    @Override
    public List<Access> access(Identities identities, Call call) {
        var key = identities.key(accessKeyId, true);
        if (key.isEmpty()) {
            return List.of(Access.to(ACTION, "access key " + accessKeyId));
        }
        return identities
                .userOfId(key.get().userId())
                .map(user -> Accesses.user(ACTION, identities, call, user.name()))
                .orElseGet(
                        () -> List.of(Access.to(ACTION, new Principal.Root(call.account()).arn())));
    }

    @Override
    public Response run(Identities identities, Call call) {
        var key = identities.key(accessKeyId, true).orElseThrow(() -> unknown(call));
        var name = identities.userOfId(key.userId()).map(User::name).orElse(call.account());
        return new Response(
                name,
                key.lastUsed()
                        .map(use ->
                                new LastUsed(Optional.of(use.at()), use.service(), use.region()))
                        .orElse(LastUsed.NEVER));
    }

    /// It does not tell the caller that there is no such key.
    private AwsException unknown(Call call) {
        return IamErrors.accessDenied(
                "User: %s is not authorized to perform %s on resource: access key %s"
                        .formatted(call.principal().arn(), ACTION, accessKeyId));
    }
}
