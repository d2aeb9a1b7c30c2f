package groundschool.emulator.kms;

import java.time.Instant;

/// Another name of a key.
///
/// @param name with `alias/` before it
/// @param keyId the key's UUID
public record Alias(String name, String keyId, Instant createdAt, Instant updatedAt) {

    public static final String PREFIX = "alias/";

    /// What only AWS's own may begin with.
    public static final String RESERVED = "alias/aws/";
}
