package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.IamErrors;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.credential.Credentials;
import groundschool.emulator.iam.credential.RsaPublicKey;
import groundschool.emulator.iam.credential.SshPublicKey;
import java.util.List;
import java.util.Optional;

/// Gives a user a key to sign in to Git repositories with.
///
/// Source:
/// [UploadSSHPublicKey](https://docs.aws.amazon.com/IAM/latest/APIReference/API_UploadSSHPublicKey.html)
public record UploadSSHPublicKey(String userName, String sshPublicKeyBody) implements IamOperation {

    public record Response(SshKeys.Shown sshPublicKey) {}

    @Override
    public List<Access> access(Identities identities, Call call) {
        return Accesses.user("iam:UploadSSHPublicKey", identities, call, userName);
    }

    @Override
    public Response run(Identities identities, Call call) {
        var user = Known.user(identities, userName);
        var read = RsaPublicKey.of(sshPublicKeyBody).orElseThrow(IamErrors::invalidPublicKey);
        var credentials = Credentials.in(identities);
        var there = credentials.sshKeysOf(user.id()).toList();
        if (there.stream().anyMatch(key -> RsaPublicKey.of(key.body()).equals(Optional.of(read)))) {
            throw IamErrors.duplicateSshKey();
        }
        Quotas.requireRoom("SSHPublicKeysPerUser", there.size(), Quotas.SSH_KEYS_PER_USER);
        var key =
                new SshPublicKey(
                        IamIds.sshKey(call), user.id(), sshPublicKeyBody, true, IamTimes.now(call));
        credentials.put(key);
        return new Response(SshKeys.Shown.of(key, read, sshPublicKeyBody, user.name()));
    }
}
