package groundschool.emulator.sts.operation;

import groundschool.emulator.sandbox.TemporaryKey;
import java.time.Instant;

/// Temporary credentials, as STS hands them out.
///
/// Source: [Credentials](https://docs.aws.amazon.com/STS/latest/APIReference/API_Credentials.html)
public record Credentials(
        String accessKeyId, String secretAccessKey, String sessionToken, Instant expiration) {

    static Credentials of(TemporaryKey key, Instant expiration) {
        return new Credentials(key.id(), key.secret(), key.token(), expiration);
    }
}
