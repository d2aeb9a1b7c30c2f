package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.credential.Credentials;
import java.util.List;

/// Has a key let its user in, or nobody.
///
/// Source:
/// [UpdateSSHPublicKey](https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateSSHPublicKey.html)
public record UpdateSSHPublicKey(String userName, String sshPublicKeyId, String status)
        implements IamOperation {

    @Override
    public List<Access> access(Identities identities, Call call) {
        return Accesses.user("iam:UpdateSSHPublicKey", identities, call, userName);
    }

    @Override
    public Done run(Identities identities, Call call) {
        var key = SshKeys.named(identities, userName, sshPublicKeyId);
        Credentials.in(identities).put(key.active(Statuses.isActive(status)));
        return new Done();
    }
}
