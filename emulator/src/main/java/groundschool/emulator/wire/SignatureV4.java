package groundschool.emulator.wire;

import groundschool.emulator.AwsException;
import groundschool.emulator.Caller;
import groundschool.emulator.HttpRequest;
import groundschool.emulator.sandbox.Sandboxes;
import groundschool.emulator.wire.CanonicalRequest.PathForm;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;

/// AWS Signature Version 4: finds the caller of a signed request, in its headers or its query.
///
/// Time is the wall clock's, whatever the sandbox's shows.
///
/// Source: [Create a signed
/// request](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html)
public final class SignatureV4 {

    private static final Duration SKEW = Duration.ofMinutes(5);
    private static final Duration LONGEST = Duration.ofDays(7);
    private static final String ALGORITHM = "AWS4-HMAC-SHA256";

    private final Sandboxes sandboxes;
    private final InstantSource wall;
    private final SigningKeys keys = new SigningKeys();

    /// @param wall the wall clock
    public SignatureV4(Sandboxes sandboxes, InstantSource wall) {
        this.sandboxes = sandboxes;
        this.wall = wall;
    }

    /// Whose request this is. What is wrong is told in the order in which the service looks.
    ///
    /// @param service the one that is called, which must be the one that was signed for
    /// @throws AwsException if it is not signed, or not by a key that we know, or wrongly
    public Caller verify(HttpRequest request, byte[] body, String service) {
        var signed = Signed.of(request);
        var date =
                AmzDate.read(signed.date()).orElseThrow(() -> SignatureErrors.date(signed.date()));
        checkTime(signed, date);
        if (!signed.signs("host")) {
            throw SignatureErrors.hostNotSigned();
        }
        if (!signed.algorithm().equals(ALGORITHM)) {
            throw SignatureErrors.algorithm(signed.algorithm());
        }
        var dateTime = AmzDate.text(date);
        var scope = CredentialScope.of(signed.credential());
        scope.check(service, dateTime);
        var key = sandboxes.key(scope.keyId()).orElseThrow(SignatureErrors::unknownKey);
        // The hash of the body as it came, whatever X-Amz-Content-SHA256 says.
        var canonical =
                CanonicalRequest.of(
                        request, signed.signedHeaders(), sha256(body), PathForm.NORMALISED);
        var stringToSign =
                String.join(
                        "\n",
                        ALGORITHM,
                        dateTime,
                        scope.text(),
                        sha256(canonical.getBytes(StandardCharsets.UTF_8)));
        var expected = HexFormat.of().formatHex(keys.sign(key, scope, stringToSign));
        if (!isSame(expected, signed.signature())) {
            throw SignatureErrors.mismatch(canonical, stringToSign);
        }
        // No key of ours is temporary yet, so that no token fits any.
        if (signed.token().isPresent()) {
            throw SignatureErrors.token();
        }
        return new Caller(sandboxes.open(key.sandbox()), key.principal(), scope.region());
    }

    private void checkTime(Signed signed, Instant date) {
        var now = wall.instant();
        var lasts = signed.inQuery() ? expiry(signed) : SKEW;
        if (date.isBefore(now.minus(lasts))) {
            throw SignatureErrors.expired(date, now, lasts);
        }
        if (date.isAfter(now.plus(SKEW))) {
            throw SignatureErrors.early(date, now, SKEW);
        }
    }

    /// How long a signature in a query lasts: what it says, at most a week, or as long as one in a
    /// header if it says nothing.
    private static Duration expiry(Signed signed) {
        try {
            var seconds = Duration.ofSeconds(Long.parseLong(signed.expiresSeconds().orElse("")));
            return seconds.isNegative() || seconds.compareTo(LONGEST) > 0 ? SKEW : seconds;
        } catch (NumberFormatException e) {
            return SKEW;
        }
    }

    private static boolean isSame(String expected, String given) {
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
