package groundschool.emulator.wire;

import groundschool.emulator.AwsException;
import groundschool.emulator.Caller;
import groundschool.emulator.HttpRequest;
import groundschool.emulator.sandbox.AccessKey;
import groundschool.emulator.sandbox.Sandbox;
import groundschool.emulator.sandbox.Sandboxes;
import groundschool.emulator.wire.CanonicalRequest.PathForm;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

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

    private static final Pattern SIGNED_FOR =
            Pattern.compile("Credential=[^/, ]+/[^/, ]+/[^/, ]+/([^/, ]+)/");

    private final Sandboxes sandboxes;
    private final Standing standing;
    private final InstantSource wall;
    private final SigningKeys keys = new SigningKeys();

    /// Says whether a permanent key still lets anybody in.
    @FunctionalInterface
    public interface Standing {
        boolean isActive(AccessKey key, Sandbox sandbox);
    }

    /// @param wall the wall clock
    public SignatureV4(Sandboxes sandboxes, Standing standing, InstantSource wall) {
        this.sandboxes = sandboxes;
        this.standing = standing;
        this.wall = wall;
    }

    /// The service that a request is signed for, before anything about the signature is believed;
    /// nothing if it is not signed.
    public static Optional<String> serviceOf(HttpRequest request) {
        var header = request.headers().first("Authorization");
        if (header.isPresent()) {
            var named = SIGNED_FOR.matcher(header.get());
            return named.find() ? Optional.of(named.group(1)) : Optional.empty();
        }
        return QueryParameters.of(request.query())
                .first("X-Amz-Credential")
                .map(credential -> credential.split("/"))
                .filter(parts -> parts.length == 5)
                .map(parts -> parts[3]);
    }

    /// The keys of temporary credentials, if that is what the token is of.
    Optional<AccessKey> ofToken(Optional<String> token) {
        return token.flatMap(sandboxes::keyOfToken);
    }

    /// The signature of a text by a key, in hexadecimal digits.
    String sign(AccessKey key, CredentialScope scope, String text) {
        return HexFormat.of().formatHex(keys.sign(key, scope, text));
    }

    /// The wall clock's time.
    Instant now() {
        return wall.instant();
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
        var dateTime = AmzDate.text(date, signed.date());
        var scope = CredentialScope.of(signed.credential());
        scope.check(service, dateTime);
        var temporary = signed.token().flatMap(sandboxes::keyOfToken);
        var key = key(scope.keyId(), temporary);
        var sandbox = sandbox(request, key);
        if (!isGoodFor(key, sandbox)) {
            throw SignatureErrors.unknownKey();
        }
        // The hash of the body as it came, whatever X-Amz-Content-SHA256 says.
        var canonical =
                CanonicalRequest.of(
                        request, signed.signedHeaders(), Sha256.hex(body), PathForm.NORMALISED);
        var stringToSign =
                String.join(
                        "\n",
                        ALGORITHM,
                        dateTime,
                        scope.text(),
                        Sha256.hex(canonical.getBytes(StandardCharsets.UTF_8)));
        var expected = HexFormat.of().formatHex(keys.sign(key, scope, stringToSign));
        if (!isSame(expected, signed.signature())) {
            throw SignatureErrors.mismatch(canonical, stringToSign);
        }
        if (signed.token().isPresent() && temporary.isEmpty()) {
            throw SignatureErrors.token();
        }
        return Caller.of(
                        key,
                        sandbox,
                        scope.calledRegion(),
                        request.headers().first("User-Agent").orElse(""))
                .by(request);
    }

    /// The caller whose key this is, for those in this process who have been given one.
    ///
    /// @throws AwsException if there is no such key, its secret is another, or its time is over
    public Caller verify(String id, String secret, Optional<String> token, String region) {
        var temporary = token.flatMap(sandboxes::keyOfToken);
        var key = key(id, temporary);
        var sandbox = sandboxes.open(key.sandbox());
        if (!isGoodFor(key, sandbox)) {
            throw SignatureErrors.unknownKey();
        }
        if (!isSame(key.secret(), secret)) {
            throw SignatureErrors.mismatch("", "");
        }
        if (token.isPresent() && temporary.isEmpty()) {
            throw SignatureErrors.token();
        }
        return Caller.of(key, sandbox, region, "");
    }

    /// A key of another sandbox than the entrance's is none, as it would be in another account.
    Sandbox sandbox(HttpRequest request, AccessKey key) {
        return request.entrance()
                .map(only -> {
                    if (!only.id().equals(key.sandbox())) {
                        throw SignatureErrors.unknownKey();
                    }
                    return only;
                })
                .orElseGet(() -> sandboxes.open(key.sandbox()));
    }

    AccessKey key(String id, Optional<AccessKey> temporary) {
        return temporary
                .filter(key -> key.id().equals(id))
                .or(() -> sandboxes.key(id))
                .orElseThrow(SignatureErrors::unknownKey);
    }

    /// @throws AwsException if its time is over
    boolean isGoodFor(AccessKey key, Sandbox sandbox) {
        var session = key.principal().session();
        if (session.isEmpty()) {
            return standing.isActive(key, sandbox);
        }
        if (!sandbox.clock().now().isBefore(session.get().expiresAt())) {
            throw SignatureErrors.expiredToken();
        }
        return true;
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

    static boolean isSame(String expected, String given) {
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
