package groundschool.emulator.cognito.passkey;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/// What an authenticator says of itself and of the key that it used.
///
/// Source: [Authenticator data](https://www.w3.org/TR/webauthn-3/#sctn-authenticator-data)
///
/// @param rpIdHash SHA-256 of the relying party's id
/// @param signCount how often the key has signed; zero if the authenticator does not count
/// @param attested the new key; absent if it is none
@SuppressWarnings("ArrayRecordComponent") // bytes on their way from the wire
record AuthenticatorData(byte[] rpIdHash, int flags, long signCount, Optional<Attested> attested) {

    private static final int HASH_BYTES = 32;
    private static final int AAGUID_BYTES = 16;
    private static final int LEAST = 37;
    private static final int MOST_ID_BYTES = 1023;
    private static final int PRESENT = 0x01;
    private static final int VERIFIED = 0x04;
    private static final int ATTESTED = 0x40;

    /// A new key.
    ///
    /// @param key as COSE
    @SuppressWarnings("ArrayRecordComponent") // bytes on their way from the wire
    record Attested(byte[] credentialId, byte[] key) {}

    /// Reads it; nothing if it cannot be read.
    static Optional<AuthenticatorData> of(byte[] bytes) {
        if (bytes.length < LEAST) {
            return Optional.empty();
        }
        var in = ByteBuffer.wrap(bytes);
        var hash = new byte[HASH_BYTES];
        in.get(hash);
        int flags = in.get() & 0xFF;
        long count = in.getInt() & 0xFFFFFFFFL;
        if ((flags & ATTESTED) == 0) {
            return Optional.of(new AuthenticatorData(hash, flags, count, Optional.empty()));
        }
        return attested(in)
                .map(each -> new AuthenticatorData(hash, flags, count, Optional.of(each)));
    }

    private static Optional<Attested> attested(ByteBuffer in) {
        if (in.remaining() < AAGUID_BYTES + 2) {
            return Optional.empty();
        }
        in.position(in.position() + AAGUID_BYTES);
        int length = in.getShort() & 0xFFFF;
        if (length == 0 || length > MOST_ID_BYTES || in.remaining() < length) {
            return Optional.empty();
        }
        var id = new byte[length];
        in.get(id);
        var rest = new byte[in.remaining()];
        in.get(rest);
        return Cbor.map(rest).map(key -> new Attested(id, Arrays.copyOf(rest, key.length())));
    }

    /// Whether somebody touched it.
    boolean isPresent() {
        return (flags & PRESENT) != 0;
    }

    /// Whether it knows who, by a PIN or a finger.
    boolean isVerified() {
        return (flags & VERIFIED) != 0;
    }
}
