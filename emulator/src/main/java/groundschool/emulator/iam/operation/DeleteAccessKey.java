package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import java.util.List;
import java.util.Optional;

/// Removes an access key; without a name, one of those of the one who asks.
///
/// Source:
/// [DeleteAccessKey](https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteAccessKey.html)
public record DeleteAccessKey(Optional<String> userName, String accessKeyId)
        implements IamOperation {

    @Override
    public List<Access> access(Identities identities, Call call) {
        return Accesses.userOrOwn("iam:DeleteAccessKey", identities, call, userName);
    }

    @Override
    public Done run(Identities identities, Call call) {
        var owner = KeyOwner.of(userName, identities, call);
        var key = owner.key(accessKeyId, identities);
        identities.remove(key);
        if (owner.isRoot()) {
            // A user's key opens nothing once IAM does not know it, and must be found again if the
            // sandbox is rewound to when it was there. Root's opens unless it is forgotten.
            call.keys().forget(key.id());
        }
        return new Done();
    }
}
