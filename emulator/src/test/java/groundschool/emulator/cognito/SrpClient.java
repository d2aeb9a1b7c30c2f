package groundschool.emulator.cognito;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The client's side of SRP, written for the tests alone so that it shares no mistake with ours.
public final class SrpClient {

    private static final BigInteger N =
            new BigInteger(
                    """
                    FFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74020BBEA63B139B22514A08798E3404DD
                    EF9519B3CD3A431B302B0A6DF25F14374FE1356D6D51C245E485B576625E7EC6F44C42E9A637ED6B0BFF5CB6F406B7ED
                    EE386BFB5A899FA5AE9F24117C4B1FE649286651ECE45B3DC2007CB8A163BF0598DA48361C55D39A69163FA8FD24CF5F
                    83655D23DCA3AD961C62F356208552BB9ED529077096966D670C354E4ABC9804F1746C08CA18217C32905E462E36CE3B
                    E39E772C180E86039B2783A2EC07A28FB5C55DF06F4C52C9DE2BCBF6955817183995497CEA956AE515D2261898FA0510
                    15728E5A8AAAC42DAD33170D04507A33A85521ABDF1CBA64ECFB850458DBEF0A8AEA71575D060C7DB3970F85A6E1E4C7
                    ABF5AE8CDB0933D71E8C94E04A25619DCEE3D2261AD2EE6BF12FFA06D98A0864D87602733EC86A64521F2B18177B200C
                    BBE117577A615D6C770988C0BAD946E208E24FA074E5AB3143DB5BFCE0FD108E4B82D120A93AD2CAFFFFFFFFFFFFFFFF
                    """
                            .replaceAll("\\s", ""),
                    16);
    private static final BigInteger G = BigInteger.TWO;

    private final String pool;
    private final BigInteger secret = new BigInteger(1024, new SecureRandom());

    /// @param poolId whole
    public SrpClient(String poolId) {
        this.pool = poolId.substring(poolId.indexOf('_') + 1);
    }

    public String a() {
        return open().toString(16);
    }

    private BigInteger open() {
        return G.modPow(secret, N);
    }

    /// What answers the challenge.
    public Map<String, String> answer(Map<String, String> challenge, String password) {
        return answer(
                challenge,
                password,
                ZonedDateTime.now(ZoneOffset.UTC)
                        .format(
                                DateTimeFormatter.ofPattern(
                                        "EEE MMM d HH:mm:ss 'UTC' yyyy", Locale.US)));
    }

    public Map<String, String> answer(
            Map<String, String> challenge, String password, String timestamp) {
        var username = challenge.getOrDefault("USER_ID_FOR_SRP", "");
        var salt = new BigInteger(challenge.getOrDefault("SALT", ""), 16);
        var b = new BigInteger(challenge.getOrDefault("SRP_B", ""), 16);
        var u = number(sha(pad(open()), pad(b)));
        var x =
                number(
                        sha(
                                pad(salt),
                                sha(
                                        (pool + username + ":" + password)
                                                .getBytes(StandardCharsets.UTF_8))));
        var k = number(sha(pad(N), new byte[] {2}));
        var s = b.subtract(k.multiply(G.modPow(x, N))).modPow(secret.add(u.multiply(x)), N);
        var prk = hmac(pad(u), pad(s));
        var key =
                Arrays.copyOf(
                        hmac(prk, "Caldera Derived Key\u0001".getBytes(StandardCharsets.UTF_8)),
                        16);
        var block = challenge.getOrDefault("SECRET_BLOCK", "");
        var message = new ByteArrayOutputStream();
        message.writeBytes(pool.getBytes(StandardCharsets.UTF_8));
        message.writeBytes(username.getBytes(StandardCharsets.UTF_8));
        message.writeBytes(Base64.getDecoder().decode(block));
        message.writeBytes(timestamp.getBytes(StandardCharsets.UTF_8));
        return CognitoCloud.map(
                "USERNAME", username,
                "TIMESTAMP", timestamp,
                "PASSWORD_CLAIM_SECRET_BLOCK", block,
                "PASSWORD_CLAIM_SIGNATURE",
                        Base64.getEncoder().encodeToString(hmac(key, message.toByteArray())));
    }

    private static byte[] pad(BigInteger number) {
        return number.toByteArray();
    }

    private static BigInteger number(byte[] bytes) {
        return new BigInteger(1, bytes);
    }

    private static byte[] sha(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] hmac(byte[] key, byte[] message) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
