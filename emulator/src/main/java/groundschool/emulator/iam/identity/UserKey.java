package groundschool.emulator.iam.identity;

import java.time.Instant;
import java.util.Optional;

/// What IAM knows of a user's access key; the secret is not in it.
///
/// Source: [Access
/// keys](https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html)
///
/// @param userId whose it is; empty if it is root's
/// @param isActive whether it lets anybody in
public record UserKey(
        String id, String userId, boolean isActive, Instant createdAt, Optional<LastUse> lastUsed) {

    public UserKey active(boolean other) {
        return new UserKey(id, userId, other, createdAt, lastUsed);
    }

    public UserKey used(LastUse use) {
        return new UserKey(id, userId, isActive, createdAt, Optional.of(use));
    }
}
