package groundschool.emulator.cognito.passkey;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.List;
import java.util.Optional;

/// The public key of a passkey: ES256, RS256 or EdDSA.
///
/// Source: [RFC 9053](https://www.rfc-editor.org/rfc/rfc9053), [RFC
/// 8812](https://www.rfc-editor.org/rfc/rfc8812)
///
/// @param algorithm as COSE numbers it
record CoseKey(int algorithm, PublicKey key) {

    private static final int ES256 = -7;
    private static final int EDDSA = -8;
    private static final int RS256 = -257;

    /// Those that passkeys may have, the most usual first.
    static final List<Integer> ALGORITHMS = List.of(ES256, RS256, EDDSA);

    private static final long TYPE = 1;
    private static final long ALGORITHM = 3;
    private static final long CURVE = -1;
    private static final long X = -2;
    private static final long Y = -3;
    private static final long MODULUS = -1;
    private static final long EXPONENT = -2;
    private static final int ED25519_BYTES = 32;
    private static final int LEAST_RSA_BITS = 2048;
    private static final int MOST_RSA_BITS = 8192;

    /// Reads one; nothing if it is none, or of another kind.
    static Optional<CoseKey> of(byte[] bytes) {
        return Cbor.map(bytes).flatMap(CoseKey::of);
    }

    private static Optional<CoseKey> of(Cbor.Read key) {
        var kind = key.number(TYPE).orElse(0L) + "/" + key.number(ALGORITHM).orElse(0L);
        try {
            return switch (kind) {
                case "2/-7" -> elliptic(key);
                case "3/-257" -> rsa(key);
                case "1/-8" -> edwards(key);
                default -> Optional.empty();
            };
        } catch (GeneralSecurityException | JOSEException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Optional<CoseKey> elliptic(Cbor.Read key) throws JOSEException {
        var x = key.bytes(X);
        var y = key.bytes(Y);
        if (key.number(CURVE).orElse(0L) != 1 || x.isEmpty() || y.isEmpty()) {
            return Optional.empty();
        }
        // Points that are not on the curve are refused there.
        var read =
                new ECKey.Builder(Curve.P_256, Base64URL.encode(x.get()), Base64URL.encode(y.get()))
                        .build();
        return Optional.of(new CoseKey(ES256, read.toECPublicKey()));
    }

    private static Optional<CoseKey> rsa(Cbor.Read key) throws GeneralSecurityException {
        var modulus = key.bytes(MODULUS).map(bytes -> new BigInteger(1, bytes));
        var exponent = key.bytes(EXPONENT).map(bytes -> new BigInteger(1, bytes));
        if (modulus.isEmpty()
                || exponent.isEmpty()
                || modulus.get().bitLength() < LEAST_RSA_BITS
                || modulus.get().bitLength() > MOST_RSA_BITS
                || exponent.get().bitLength() > Integer.SIZE) {
            return Optional.empty();
        }
        return Optional.of(
                new CoseKey(
                        RS256,
                        KeyFactory.getInstance("RSA")
                                .generatePublic(
                                        new RSAPublicKeySpec(modulus.get(), exponent.get()))));
    }

    private static Optional<CoseKey> edwards(Cbor.Read key) throws GeneralSecurityException {
        var x = key.bytes(X).filter(bytes -> bytes.length == ED25519_BYTES);
        if (key.number(CURVE).orElse(0L) != 6 || x.isEmpty()) {
            return Optional.empty();
        }
        // The lowest byte first; the highest bit says which of two points it is.
        var bytes = new byte[ED25519_BYTES];
        for (int i = 0; i < ED25519_BYTES; i++) {
            bytes[i] = x.get()[ED25519_BYTES - 1 - i];
        }
        var isOdd = (bytes[0] & 0x80) != 0;
        bytes[0] &= 0x7F;
        var point = new EdECPoint(isOdd, new BigInteger(1, bytes));
        return Optional.of(
                new CoseKey(
                        EDDSA,
                        KeyFactory.getInstance("EdDSA")
                                .generatePublic(
                                        new EdECPublicKeySpec(NamedParameterSpec.ED25519, point))));
    }

    /// Whether it has signed that.
    boolean hasSigned(byte[] signed, byte[] signature) {
        try {
            var check =
                    Signature.getInstance(
                            switch (algorithm) {
                                case ES256 -> "SHA256withECDSA";
                                case RS256 -> "SHA256withRSA";
                                case EDDSA -> "Ed25519";
                                default -> throw new IllegalStateException("" + algorithm);
                            });
            check.initVerify(key);
            check.update(signed);
            return check.verify(signature);
        } catch (GeneralSecurityException _) {
            return false;
        }
    }
}
