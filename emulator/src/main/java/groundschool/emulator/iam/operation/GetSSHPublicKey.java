package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.credential.RsaPublicKey;
import java.util.List;

/// Shows a key of a user, in the encoding that is asked for.
///
/// Source:
/// [GetSSHPublicKey](https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetSSHPublicKey.html)
public record GetSSHPublicKey(String userName, String sshPublicKeyId, String encoding)
        implements IamOperation {

    public record Response(SshKeys.Shown sshPublicKey) {}

    @Override
    public List<Access> access(Identities identities, Call call) {
        return Accesses.user("iam:GetSSHPublicKey", identities, call, userName);
    }

    @Override
    public Response run(Identities identities, Call call) {
        var key = SshKeys.named(identities, userName, sshPublicKeyId);
        var read = RsaPublicKey.of(key.body()).orElseThrow();
        var body = encoding.equals("PEM") ? read.pem() : read.ssh();
        return new Response(
                SshKeys.Shown.of(key, read, body, Known.user(identities, userName).name()));
    }
}
