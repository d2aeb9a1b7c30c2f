package groundschool.emulator.iam.operation;

import groundschool.emulator.iam.IamErrors;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.credential.Credentials;
import groundschool.emulator.iam.credential.RsaPublicKey;
import groundschool.emulator.iam.credential.SshPublicKey;
import java.time.Instant;

/// The SSH public key that an operation names, and how IAM shows it.
final class SshKeys {

    private SshKeys() {}

    /// @throws groundschool.emulator.AwsException if the user has none of that id
    static SshPublicKey named(Identities identities, String userName, String id) {
        var user = Known.user(identities, userName);
        return Credentials.in(identities)
                .sshKey(id)
                .filter(key -> key.userId().equals(user.id()))
                .orElseThrow(() ->
                        IamErrors.noSuchEntity(
                                "The SSH Public Key with id %s cannot be found.".formatted(id)));
    }

    /// @param sshPublicKeyBody in the encoding that was asked for
    record Shown(
            String userName,
            String sshPublicKeyId,
            String fingerprint,
            String sshPublicKeyBody,
            String status,
            Instant uploadDate) {

        static Shown of(SshPublicKey key, RsaPublicKey read, String body, String userName) {
            return new Shown(
                    userName,
                    key.id(),
                    read.fingerprint(),
                    body,
                    Statuses.shown(key.isActive()),
                    key.uploadedAt());
        }
    }
}
