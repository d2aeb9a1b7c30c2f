package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Principal;
import groundschool.emulator.iam.IamErrors;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.identity.UserKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Makes an access key for a user; without a name, for the one who asks.
///
/// Source:
/// [CreateAccessKey](https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateAccessKey.html)
public record CreateAccessKey(Optional<String> userName) implements IamOperation {

    private static final int MOST_KEYS = 2;

    public record Response(NewKey accessKey) {}

    /// The only time that the secret is shown.
    public record NewKey(
            String userName,
            String accessKeyId,
            String status,
            String secretAccessKey,
            Instant createDate) {}

    @Override
    public List<Access> access(Identities identities, Call call) {
        return List.of(
                Access.to(
                        "iam:CreateAccessKey",
                        userName.map(name -> IamArns.user(identities, call, name))
                                .orElse(call.principal().arn())));
    }

    @Override
    public Response run(Identities identities, Call call) {
        var name = UserNames.orOwn(userName, call);
        var user = identities.user(name).orElseThrow(() -> IamErrors.noSuchEntity("user", name));
        if (identities.keysOf(user.id()).count() >= MOST_KEYS) {
            throw IamErrors.limitExceeded(
                    "Cannot exceed quota for AccessKeysPerUser: " + MOST_KEYS);
        }
        var key =
                call.keys()
                        .mint(
                                new Principal.User(
                                        call.account(), user.path(), user.name(), user.id()));
        var now = IamTimes.now(call);
        identities.put(new UserKey(key.id(), user.id(), true, now, Optional.empty()));
        return new Response(new NewKey(user.name(), key.id(), "Active", key.secret(), now));
    }
}
