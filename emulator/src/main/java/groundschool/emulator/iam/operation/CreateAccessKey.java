package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.identity.UserKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Makes an access key for a user; without a name, for the one who asks, who may be root.
///
/// Source:
/// [CreateAccessKey](https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateAccessKey.html)
public record CreateAccessKey(Optional<String> userName) implements IamOperation {

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
        return Accesses.userOrOwn("iam:CreateAccessKey", identities, call, userName);
    }

    @Override
    public Response run(Identities identities, Call call) {
        var owner = KeyOwner.of(userName, identities, call);
        Quotas.requireRoom(
                "AccessKeysPerUser",
                identities.keysOf(owner.userId()).count(),
                Quotas.ACCESS_KEYS_PER_USER);
        var key = call.keys().mint(owner.principal());
        var now = IamTimes.now(call);
        identities.put(new UserKey(key.id(), owner.userId(), true, now, Optional.empty()));
        return new Response(new NewKey(owner.name(), key.id(), "Active", key.secret(), now));
    }
}
