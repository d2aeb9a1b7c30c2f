package groundschool.emulator.iam.credential;

import java.time.Instant;

/// A key that a user signs in to a Git repository with.
///
/// Source: [Use SSH keys and SSH with
/// CodeCommit](https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_ssh-keys.html)
///
/// @param id beginning with `APKA`
/// @param userId whose it is
/// @param body as `ssh-rsa …`, or as PEM: as it was uploaded
public record SshPublicKey(
        String id, String userId, String body, boolean isActive, Instant uploadedAt) {

    public SshPublicKey active(boolean other) {
        return new SshPublicKey(id, userId, body, other, uploadedAt);
    }
}
