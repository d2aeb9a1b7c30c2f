package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.credential.Credentials;
import java.util.List;

/// Removes a key of a user.
///
/// Source:
/// [DeleteSSHPublicKey](https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteSSHPublicKey.html)
public record DeleteSSHPublicKey(String userName, String sshPublicKeyId) implements IamOperation {

    @Override
    public List<Access> access(Identities identities, Call call) {
        return Accesses.user("iam:DeleteSSHPublicKey", identities, call, userName);
    }

    @Override
    public Done run(Identities identities, Call call) {
        Credentials.in(identities).remove(SshKeys.named(identities, userName, sshPublicKeyId));
        return new Done();
    }
}
