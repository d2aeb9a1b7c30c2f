package groundschool.emulator.wire;

import groundschool.emulator.AwsException;
import groundschool.emulator.Caller;
import groundschool.emulator.HttpRequest;
import groundschool.emulator.sandbox.AccessKey;
import groundschool.emulator.sandbox.Sandbox;
import groundschool.emulator.wire.CanonicalRequest.PathForm;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// Signature Version 4 as S3 has it: the path is signed as it is sent, the body's hash is what the
/// header says, a body may be signed chunk by chunk, and whoever signs nothing is a stranger.
///
/// Source: [Authenticating
/// requests](https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-authenticating-requests.html),
/// [Signature calculations for chunked
/// uploads](https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming.html)
public final class S3Signature {

    private static final String ALGORITHM = "AWS4-HMAC-SHA256";
    static final String UNSIGNED = "UNSIGNED-PAYLOAD";
    private static final Duration SKEW = Duration.ofMinutes(15);
    private static final long LONGEST_SECONDS = 604_800;

    private final SignatureV4 signatures;
    private final S3Signers signers;

    public S3Signature(SignatureV4 signatures) {
        this.signatures = signatures;
        this.signers = new S3Signers(signatures);
    }

    /// What a signature says.
    ///
    /// @param caller whoever signed; absent if nobody did
    /// @param payload the body, which is verified while it is read
    public record Verified(Optional<Caller> caller, SignedPayload payload) {}

    /// What each chunk of a body is signed with.
    ///
    /// @param seed the signature of the headers
    record ChunkSigner(
            SignatureV4 signatures,
            AccessKey key,
            CredentialScope scope,
            String dateTime,
            String seed) {

        /// The signature of a chunk, or of the trailer.
        String sign(String kind, String previous, String... hashes) {
            return signatures.sign(
                    key,
                    scope,
                    String.join(
                            "\n",
                            ALGORITHM + kind,
                            dateTime,
                            scope.text(),
                            previous,
                            String.join("\n", hashes)));
        }
    }

    /// Whose request this is, and its body.
    ///
    /// @throws AwsException if it is signed wrongly
    public Verified verify(HttpRequest request, S3Target target) {
        var query = QueryParameters.of(request.query());
        boolean inQuery = query.first("X-Amz-Algorithm").isPresent();
        var authorization =
                request.headers().first("Authorization").filter(value -> !value.isBlank());
        if (authorization.isEmpty() && !inQuery) {
            var link = S3SignatureV2.of(query);
            if (link.isPresent()) {
                return verified(request, target, link.get());
            }
            if (query.first("X-Amz-Signature").isPresent()) {
                throw S3SignatureErrors.queryParameters();
            }
            return new Verified(Optional.empty(), S3Payloads.of(request, Optional.empty()));
        }
        if (authorization.isPresent() && inQuery) {
            throw S3SignatureErrors.twice();
        }
        authorization
                .filter(value -> !value.strip().startsWith("AWS4-"))
                .ifPresent(value -> {
                    throw S3SignatureErrors.otherAuthorization(value.strip());
                });
        var signed = signed(request);
        return verified(request, signed);
    }

    private static Signed signed(HttpRequest request) {
        try {
            return Signed.of(request);
        } catch (AwsException incomplete) {
            throw request.headers().first("Authorization").isPresent()
                    ? S3SignatureErrors.malformed(incomplete.message())
                    : S3SignatureErrors.queryParameters();
        }
    }

    private Verified verified(HttpRequest request, Signed signed) {
        if (!signed.algorithm().equals(ALGORITHM)) {
            throw S3SignatureErrors.oldVersion();
        }
        var date = AmzDate.read(signed.date()).orElseThrow(S3SignatureErrors::noDate);
        checkTime(signed, date);
        var dateTime = AmzDate.text(date);
        var scope = scope(signed, dateTime);
        var signer = signers.find(request, scope.keyId(), signed.token());
        checkEnd(signed, date, signer.sandbox());
        signers.check(signer);
        checkHeaders(request, signed);
        var hash = payloadHash(request, signed);
        var canonical =
                CanonicalRequest.of(request, signed.signedHeaders(), hash, PathForm.AS_SENT);
        var stringToSign =
                String.join(
                        "\n",
                        ALGORITHM,
                        dateTime,
                        scope.text(),
                        Sha256.hex(canonical.getBytes(StandardCharsets.UTF_8)));
        if (!SignatureV4.isSame(
                signatures.sign(signer.key(), scope, stringToSign), signed.signature())) {
            throw S3SignatureErrors.mismatch(
                    scope.keyId(), stringToSign, signed.signature(), canonical);
        }
        var keys =
                signed.inQuery()
                        ? S3RequestKeys.ofLink(
                                Duration.between(date, signer.sandbox().clock().nowFor(date)), hash)
                        : S3RequestKeys.ofHeader(hash);
        var caller = signer.caller(request, scope.calledRegion()).saying(keys);
        var chunks = new ChunkSigner(signatures, signer.key(), scope, dateTime, signed.signature());
        return new Verified(Optional.of(caller), S3Payloads.of(request, Optional.of(chunks)));
    }

    /// Headers of S3's own must be signed, all of them.
    private static void checkHeaders(HttpRequest request, Signed signed) {
        var unsigned =
                request.headers().fields().stream()
                        .map(field -> field.getKey().toLowerCase(Locale.ROOT))
                        .filter(name -> name.startsWith("x-amz-") && !signed.signs(name))
                        .filter(name -> !name.equals("x-amz-content-sha256"))
                        .distinct()
                        .toList();
        if (!unsigned.isEmpty()) {
            throw S3SignatureErrors.unsignedHeaders(unsigned);
        }
    }

    /// Whether a request is a link that is signed by the older algorithm.
    public static boolean isOldLink(HttpRequest request) {
        return S3SignatureV2.is(request);
    }

    private Verified verified(HttpRequest request, S3Target target, S3SignatureV2 link) {
        var now = signatures.now();
        if (now.isAfter(link.expiresAt())) {
            throw S3SignatureErrors.expiredLink(link.expiresAt(), now);
        }
        var signer = signers.find(request, link.keyId(), link.token());
        signers.check(signer);
        var text = link.stringToSign(request, target);
        var signature = S3SignatureV2.sign(signer.key().secret(), text);
        if (!SignatureV4.isSame(signature, link.signature())) {
            throw S3SignatureErrors.mismatch(link.keyId(), text, link.signature(), "");
        }
        // Such a link names no Region: it is the bucket's.
        var caller = signer.caller(request, "us-east-1").saying(S3RequestKeys.ofOldLink());
        return new Verified(Optional.of(caller), S3Payloads.of(request, Optional.empty()));
    }

    static CredentialScope scope(Signed signed, String dateTime) {
        try {
            var scope = CredentialScope.of(signed.credential());
            scope.check("s3", dateTime);
            return scope;
        } catch (AwsException wrong) {
            throw signed.inQuery()
                    ? S3SignatureErrors.query(wrong.message())
                    : S3SignatureErrors.malformed(wrong.message());
        }
    }

    private void checkTime(Signed signed, Instant date) {
        var now = signatures.now();
        if (!signed.inQuery()) {
            if (Duration.between(date, now).abs().compareTo(SKEW) > 0) {
                throw S3SignatureErrors.skewed(signed.date(), now);
            }
            return;
        }
        expiry(signed.expiresSeconds().orElse(""));
        if (now.isBefore(date.minus(SKEW))) {
            throw S3SignatureErrors.notYet(date, now);
        }
    }

    /// A link ends on the sandbox's clock.
    private static void checkEnd(Signed signed, Instant date, Sandbox sandbox) {
        if (signed.inQuery()) {
            long seconds = expiry(signed.expiresSeconds().orElse(""));
            var now = sandbox.clock().nowFor(date);
            if (now.isAfter(date.plusSeconds(seconds))) {
                throw S3SignatureErrors.expired(seconds, date.plusSeconds(seconds), now);
            }
        }
    }

    private static long expiry(String text) {
        try {
            long seconds = Long.parseLong(text);
            if (seconds < 0) {
                throw S3SignatureErrors.query("X-Amz-Expires must be non-negative");
            }
            if (seconds > LONGEST_SECONDS) {
                throw S3SignatureErrors.query(
                        "X-Amz-Expires must be less than a week (in seconds); that is, the given X-Amz-Expires must be less than 604800 seconds");
            }
            return seconds;
        } catch (NumberFormatException e) {
            throw text.isEmpty()
                    ? S3SignatureErrors.queryParameters()
                    : S3SignatureErrors.query("X-Amz-Expires should be a number");
        }
    }

    /// What the client says of its body, which the body is held against while it is read.
    private static String payloadHash(HttpRequest request, Signed signed) {
        var said = request.headers().first("x-amz-content-sha256");
        if (signed.inQuery()) {
            return said.filter(_ -> signed.signs("x-amz-content-sha256")).orElse(UNSIGNED);
        }
        return said.orElseThrow(S3SignatureErrors::noHash);
    }
}
