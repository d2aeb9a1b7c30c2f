package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.IamErrors;
import groundschool.emulator.iam.Identities;
import java.util.List;
import java.util.Optional;

/// Has an access key let its user in, or nobody; without a name, the user is the one who asks.
///
/// Source:
/// [UpdateAccessKey](https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateAccessKey.html)
public record UpdateAccessKey(Optional<String> userName, String accessKeyId, String status)
        implements IamOperation {

    @Override
    public List<Access> access(Identities identities, Call call) {
        return Accesses.userOrOwn("iam:UpdateAccessKey", identities, call, userName);
    }

    @Override
    public Done run(Identities identities, Call call) {
        var owner = KeyOwner.of(userName, identities, call);
        var key = owner.key(accessKeyId, identities);
        if (status.equals("Expired")) {
            // Which is what becomes of long-term API keys of other services, but not of these.
            throw IamErrors.invalidInput("Status must be one of [Active, Inactive]");
        }
        identities.put(key.active(status.equals("Active")));
        return new Done();
    }
}
