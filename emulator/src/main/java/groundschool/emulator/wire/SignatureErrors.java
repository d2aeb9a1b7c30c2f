package groundschool.emulator.wire;

import groundschool.emulator.AwsException;
import java.time.Duration;
import java.time.Instant;

/// What AWS says of a signature that it does not take.
///
/// Source: the comments in [dynalite](https://github.com/architect/dynalite/blob/main/index.js) and
/// its tests, taken from DynamoDB; five minutes instead of fifteen, and `:authority`, from later
/// answers.
final class SignatureErrors {

    private SignatureErrors() {}

    static AwsException missing() {
        return new AwsException(
                400,
                "MissingAuthenticationTokenException",
                "Request is missing Authentication Token");
    }

    static AwsException inHeaderAndQuery() {
        return invalid(
                "Found both 'X-Amz-Algorithm' as a query-string param and 'Authorization' as HTTP header.");
    }

    static AwsException incomplete(String message) {
        return new AwsException(400, "IncompleteSignatureException", message);
    }

    static AwsException noKeyValuePair(String part, String authorization) {
        return incomplete(
                "'%s' not a valid key=value pair (missing equal-sign) in Authorization header: '%s'."
                        .formatted(part, authorization));
    }

    static AwsException date(String date) {
        return incomplete(
                "Date must be in ISO-8601 'basic format'. Got '%s'. See http://en.wikipedia.org/wiki/ISO_8601"
                        .formatted(date));
    }

    static AwsException algorithm(String algorithm) {
        return incomplete(
                "Unsupported AWS 'algorithm': '%s' (only AWS4-HMAC-SHA256 for now). "
                        .formatted(algorithm));
    }

    static AwsException credential(String credential) {
        return incomplete(
                "Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got '%s'"
                        .formatted(credential));
    }

    static AwsException expired(Instant signed, Instant now, Duration allowed) {
        return invalid(
                "Signature expired: %s is now earlier than %s (%s - %d min.)"
                        .formatted(
                                AmzDate.text(signed),
                                AmzDate.text(now.minus(allowed)),
                                AmzDate.text(now),
                                allowed.toMinutes()));
    }

    static AwsException early(Instant signed, Instant now, Duration allowed) {
        return invalid(
                "Signature not yet current: %s is still later than %s (%s + %d min.)"
                        .formatted(
                                AmzDate.text(signed),
                                AmzDate.text(now.plus(allowed)),
                                AmzDate.text(now),
                                allowed.toMinutes()));
    }

    static AwsException hostNotSigned() {
        return invalid("'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.");
    }

    static AwsException mismatch(String canonicalRequest, String stringToSign) {
        return invalid(
                """
                The request signature we calculated does not match the signature you provided. \
                Check your AWS Secret Access Key and signing method. \
                Consult the service documentation for details.

                The Canonical String for this request should have been
                '%s'

                The String-to-Sign should have been
                '%s'
                """
                        .formatted(canonicalRequest, stringToSign));
    }

    static AwsException unknownKey() {
        return unrecognized("The security token included in the request is invalid.");
    }

    /// Unlike that of a key, the message for a token ends without a full stop.
    static AwsException token() {
        return unrecognized("The security token included in the request is invalid");
    }

    /// The clock of the sandbox has passed the session's end.
    static AwsException expiredToken() {
        return new AwsException(
                400,
                "ExpiredTokenException",
                "The security token included in the request is expired");
    }

    static AwsException invalid(String message) {
        return new AwsException(400, "InvalidSignatureException", message);
    }

    private static AwsException unrecognized(String message) {
        return new AwsException(400, "UnrecognizedClientException", message);
    }
}
