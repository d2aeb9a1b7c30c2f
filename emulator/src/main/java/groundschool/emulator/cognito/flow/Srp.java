package groundschool.emulator.cognito.flow;

import groundschool.emulator.cognito.Hashes;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/// Secure Remote Password, as Cognito speaks it: SRP-6a in the group of 3,072 bits, with SHA-256.
///
/// Numbers are hashed as the bytes of two's complement, which is what clients pad them to.
///
/// Source: [RFC 5054](https://www.rfc-editor.org/rfc/rfc5054#appendix-A), [RFC
/// 2945](https://www.rfc-editor.org/rfc/rfc2945), the key derivation of [RFC
/// 5869](https://www.rfc-editor.org/rfc/rfc5869) with the info `Caldera Derived Key`
public final class Srp {

    private static final BigInteger N =
            new BigInteger(
                    "FFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74020BBEA63B139B22514A08798E3404DD"
                            + "EF9519B3CD3A431B302B0A6DF25F14374FE1356D6D51C245E485B576625E7EC6F44C42E9A637ED6B0BFF5CB6F406B7ED"
                            + "EE386BFB5A899FA5AE9F24117C4B1FE649286651ECE45B3DC2007CB8A163BF0598DA48361C55D39A69163FA8FD24CF5F"
                            + "83655D23DCA3AD961C62F356208552BB9ED529077096966D670C354E4ABC9804F1746C08CA18217C32905E462E36CE3B"
                            + "E39E772C180E86039B2783A2EC07A28FB5C55DF06F4C52C9DE2BCBF6955817183995497CEA956AE515D2261898FA0510"
                            + "15728E5A8AAAC42DAD33170D04507A33A85521ABDF1CBA64ECFB850458DBEF0A8AEA71575D060C7DB3970F85A6E1E4C7"
                            + "ABF5AE8CDB0933D71E8C94E04A25619DCEE3D2261AD2EE6BF12FFA06D98A0864D87602733EC86A64521F2B18177B200C"
                            + "BBE117577A615D6C770988C0BAD946E208E24FA074E5AB3143DB5BFCE0FD108E4B82D120A93AD2CAFFFFFFFFFFFFFFFF",
                    16);
    private static final BigInteger G = BigInteger.TWO;
    private static final BigInteger K = hash(N.toByteArray(), G.toByteArray());
    private static final byte[] INFO = Hashes.utf8("Caldera Derived Key\u0001");
    private static final int KEY_BYTES = 16;
    private static final int SECRET_BITS = 256;

    private Srp() {}

    /// What the server begins with: its secret `b` and its public `B`.
    public record Offer(BigInteger secret, BigInteger open) {}

    /// What a password comes to.
    public static BigInteger x(String pool, String username, String password, BigInteger salt) {
        var identity = Hashes.sha256(Hashes.utf8(pool + username + ":" + password));
        return hash(salt.toByteArray(), identity);
    }

    /// A verifier of a password: `g^x`.
    public static BigInteger verifier(
            String pool, String username, String password, BigInteger salt) {
        return G.modPow(x(pool, username, password, salt), N);
    }

    /// A public number of the client.
    ///
    /// @param hex up to 3,072 bits
    /// @return nothing if it is none, or one that would give the secret away: a multiple of N
    public static Optional<BigInteger> open(String hex) {
        if (!hex.matches("[0-9a-fA-F]{1,1600}")) {
            return Optional.empty();
        }
        var number = new BigInteger(hex, 16);
        return Optional.of(number).filter(each -> each.mod(N).signum() != 0);
    }

    public static Offer offer(BigInteger verifier, SecureRandom random) {
        var secret = new BigInteger(SECRET_BITS, random).setBit(SECRET_BITS - 1);
        return new Offer(secret, K.multiply(verifier).add(G.modPow(secret, N)).mod(N));
    }

    /// The key that both sides know if the client knows the password.
    ///
    /// @param a the client's public number
    public static byte[] key(BigInteger a, Offer offer, BigInteger verifier) {
        var u = hash(a.toByteArray(), offer.open().toByteArray());
        return derived(u, a.multiply(verifier.modPow(u, N)).modPow(offer.secret(), N));
    }

    /// The same as the client finds it.
    ///
    /// @param secret whose public number it has sent: `open(secret)`
    /// @param offered the server's public number
    /// @param x what the password comes to
    public static byte[] keyOfClient(BigInteger secret, BigInteger offered, BigInteger x) {
        var u = hash(open(secret).toByteArray(), offered.toByteArray());
        var base = offered.subtract(K.multiply(G.modPow(x, N))).mod(N);
        return derived(u, base.modPow(secret.add(u.multiply(x)), N));
    }

    /// The client's public number.
    public static BigInteger open(BigInteger secret) {
        return G.modPow(secret, N);
    }

    private static byte[] derived(BigInteger u, BigInteger shared) {
        var extracted = Hashes.hmac(u.toByteArray(), shared.toByteArray());
        return Arrays.copyOf(Hashes.hmac(extracted, INFO), KEY_BYTES);
    }

    /// What the client shows to prove that it has the key.
    public static String claim(
            byte[] key, String pool, String username, byte[] secretBlock, String timestamp) {
        return Base64.getEncoder()
                .encodeToString(
                        Hashes.hmac(
                                key,
                                Hashes.utf8(pool),
                                Hashes.utf8(username),
                                secretBlock,
                                Hashes.utf8(timestamp)));
    }

    private static BigInteger hash(byte[]... parts) {
        return new BigInteger(1, Hashes.sha256(parts));
    }
}
