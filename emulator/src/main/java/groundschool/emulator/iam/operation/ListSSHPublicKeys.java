package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.credential.Credentials;
import groundschool.emulator.iam.credential.SshPublicKey;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Lists the SSH public keys of a user; without a name, those of the one who asks.
///
/// Source:
/// [ListSSHPublicKeys](https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListSSHPublicKeys.html)
public record ListSSHPublicKeys(
        Optional<String> userName, Optional<String> marker, Optional<Integer> maxItems)
        implements IamOperation {

    public record Response(
            List<Shown> sshPublicKeys, boolean isTruncated, Optional<String> marker) {}

    public record Shown(
            String userName, String sshPublicKeyId, String status, Instant uploadDate) {}

    @Override
    public List<Access> access(Identities identities, Call call) {
        return Accesses.userOrOwn("iam:ListSSHPublicKeys", identities, call, userName);
    }

    @Override
    public Response run(Identities identities, Call call) {
        var owner = KeyOwner.of(userName, identities, call);
        var keys =
                Credentials.in(identities)
                        .sshKeysOf(owner.userId())
                        .sorted(Comparator.comparing(SshPublicKey::uploadedAt))
                        .toList();
        var page =
                new Paging("ListSSHPublicKeys " + owner.userId(), marker, maxItems)
                        .of(keys, SshPublicKey::id)
                        .map(key ->
                                new Shown(
                                        owner.name(),
                                        key.id(),
                                        Statuses.shown(key.isActive()),
                                        key.uploadedAt()));
        return new Response(page.items(), page.isTruncated(), page.marker());
    }
}
