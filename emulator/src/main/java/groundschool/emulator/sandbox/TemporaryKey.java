package groundschool.emulator.sandbox;

/// Temporary credentials.
///
/// @param id beginning with `ASIA`
/// @param token to be sent along with each request
public record TemporaryKey(String id, String secret, String token) {

    @Override
    public String toString() {
        return "TemporaryKey[" + id + "]";
    }
}
