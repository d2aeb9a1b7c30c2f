package groundschool.emulator.wire;

import groundschool.emulator.AwsException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/// What S3 says of a signature, or of a body, that it does not take.
///
/// Source: [Error
/// responses](https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html#ErrorCodeList)
/// and recorded answers
final class S3SignatureErrors {

    private static final String MISMATCH =
            "The request signature we calculated does not match the signature you provided. Check your key and signing method.";

    private S3SignatureErrors() {}

    static AwsException oldVersion() {
        return new AwsException(
                400,
                "InvalidRequest",
                "The authorization mechanism you have provided is not supported. Please use AWS4-HMAC-SHA256.");
    }

    /// An `Authorization` header that is not of Version 4.
    static AwsException otherAuthorization(String value) {
        if (!value.equals("AWS") && !value.startsWith("AWS ")) {
            return authorization("Unsupported Authorization Type", value);
        }
        return value.matches("AWS [^:\\s]+:\\S+")
                ? oldVersion()
                : authorization(
                        "AWS authorization header is invalid.  Expected AwsAccessKeyId:signature",
                        value);
    }

    private static AwsException authorization(String message, String value) {
        return new AwsException(
                400,
                "InvalidArgument",
                message,
                Map.of("ArgumentName", "Authorization", "ArgumentValue", value));
    }

    static AwsException twice() {
        return new AwsException(
                400,
                "InvalidArgument",
                "Only one auth mechanism allowed; only the X-Amz-Algorithm query parameter, Signature query string parameter or the Authorization header should be specified");
    }

    static AwsException malformed(String why) {
        return new AwsException(
                400,
                "AuthorizationHeaderMalformed",
                "The authorization header is malformed; " + why.strip());
    }

    static AwsException query(String why) {
        return new AwsException(400, "AuthorizationQueryParametersError", why.strip());
    }

    static AwsException queryParameters() {
        return query(
                "Query-string authentication version 4 requires the X-Amz-Algorithm, X-Amz-Credential, X-Amz-Signature, X-Amz-Date, X-Amz-SignedHeaders, and X-Amz-Expires parameters.");
    }

    static AwsException noDate() {
        return new AwsException(
                403,
                "AccessDenied",
                "AWS authentication requires a valid Date or x-amz-date header");
    }

    static AwsException skewed(String requestTime, Instant now) {
        return new AwsException(
                403,
                "RequestTimeTooSkewed",
                "The difference between the request time and the current time is too large.",
                Map.of(
                        "RequestTime",
                        requestTime,
                        "ServerTime",
                        now.truncatedTo(ChronoUnit.SECONDS).toString(),
                        "MaxAllowedSkewMilliseconds",
                        "900000"));
    }

    static AwsException notYet(Instant from, Instant now) {
        return new AwsException(
                403,
                "AccessDenied",
                "Request is not valid yet",
                Map.of(
                        "ServerTime",
                        now.truncatedTo(ChronoUnit.SECONDS).toString(),
                        "Date",
                        from.toString()));
    }

    static AwsException expired(long seconds, Instant at, Instant now) {
        return new AwsException(
                403,
                "AccessDenied",
                "Request has expired",
                Map.of(
                        "X-Amz-Expires",
                        seconds,
                        "Expires",
                        at.toString(),
                        "ServerTime",
                        now.truncatedTo(ChronoUnit.SECONDS).toString()));
    }

    static AwsException noExpiry() {
        return new AwsException(
                403, "AccessDenied", "Invalid date (should be seconds since epoch)");
    }

    static AwsException expiredLink(Instant at, Instant now) {
        return new AwsException(
                403,
                "AccessDenied",
                "Request has expired",
                Map.of(
                        "Expires",
                        at.toString(),
                        "ServerTime",
                        now.truncatedTo(ChronoUnit.SECONDS).toString()));
    }

    static AwsException unknownKey(String id) {
        return new AwsException(
                403,
                "InvalidAccessKeyId",
                "The AWS Access Key Id you provided does not exist in our records.",
                Map.of("AWSAccessKeyId", id));
    }

    static AwsException token(String token) {
        return new AwsException(
                400,
                "InvalidToken",
                "The provided token is malformed or otherwise invalid.",
                Map.of("Token-0", token));
    }

    static AwsException expiredToken(String token) {
        return new AwsException(
                400, "ExpiredToken", "The provided token has expired.", Map.of("Token-0", token));
    }

    static AwsException mismatch(
            String keyId, String stringToSign, String signature, String canonical) {
        if (canonical.isEmpty()) {
            return new AwsException(
                    403,
                    "SignatureDoesNotMatch",
                    MISMATCH,
                    Map.of(
                            "AWSAccessKeyId",
                            keyId,
                            "StringToSign",
                            stringToSign,
                            "SignatureProvided",
                            signature,
                            "StringToSignBytes",
                            hex(stringToSign)));
        }
        return new AwsException(
                403,
                "SignatureDoesNotMatch",
                MISMATCH,
                Map.of(
                        "AWSAccessKeyId",
                        keyId,
                        "StringToSign",
                        stringToSign,
                        "SignatureProvided",
                        signature,
                        "StringToSignBytes",
                        hex(stringToSign),
                        "CanonicalRequest",
                        canonical,
                        "CanonicalRequestBytes",
                        hex(canonical)));
    }

    private static String hex(String text) {
        return HexFormat.ofDelimiter(" ").formatHex(text.getBytes(StandardCharsets.UTF_8));
    }

    static AwsException unsignedHeaders(List<String> names) {
        return new AwsException(
                403,
                "AccessDenied",
                "There were headers present in the request which were not signed",
                Map.of("HeadersNotSigned", String.join(", ", names)));
    }

    /// A chunk of the body, or its trailer, is signed wrongly.
    static AwsException chunk() {
        return new AwsException(403, "SignatureDoesNotMatch", MISMATCH);
    }

    static AwsException missingField(String name) {
        return new AwsException(
                400,
                "InvalidArgument",
                "Bucket POST must contain a field named '%s'.  If it is specified, please check the order of the fields."
                        .formatted(name),
                Map.of("ArgumentName", name, "ArgumentValue", ""));
    }

    static AwsException noHash() {
        return new AwsException(
                400,
                "InvalidRequest",
                "Missing required header for this request: x-amz-content-sha256");
    }

    static AwsException badHash(String said) {
        return new AwsException(
                400,
                "InvalidArgument",
                "x-amz-content-sha256 must be UNSIGNED-PAYLOAD, STREAMING-UNSIGNED-PAYLOAD-TRAILER, STREAMING-AWS4-HMAC-SHA256-PAYLOAD, STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER, STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD, STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD-TRAILER or a valid sha256 value.",
                Map.of("ArgumentName", "x-amz-content-sha256", "ArgumentValue", said));
    }

    static AwsException wrongHash(String said, String computed) {
        return new AwsException(
                400,
                "XAmzContentSHA256Mismatch",
                "The provided 'x-amz-content-sha256' header does not match what was computed.",
                Map.of("ClientComputedContentSHA256", said, "S3ComputedContentSHA256", computed));
    }

    static AwsException noLength() {
        return new AwsException(
                411, "MissingContentLength", "You must provide the Content-Length HTTP header.");
    }

    static AwsException incomplete() {
        return new AwsException(400, "IncompleteBody", "The request body terminated unexpectedly");
    }

    static AwsException trailer() {
        return new AwsException(
                400,
                "MalformedTrailerError",
                "The request contained trailing data that was not well-formed or did not conform to our published schema.");
    }
}
