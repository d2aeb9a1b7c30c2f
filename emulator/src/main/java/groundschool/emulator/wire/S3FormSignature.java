package groundschool.emulator.wire;

import groundschool.emulator.AwsException;
import groundschool.emulator.Caller;
import groundschool.emulator.HttpRequest;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Who has signed a form by which a browser uploads: the policy in it is signed, by Version 4 or,
/// as older libraries do it, by Version 2.
///
/// Source: [Authenticating requests: browser-based uploads using
/// POST](https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-authentication-HTTPPOST.html), and
/// [with Version 2](https://docs.aws.amazon.com/AmazonS3/latest/userguide/HTTPPOSTForms.html)
public final class S3FormSignature {

    private static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final String POLICY = "policy";
    private static final String TOKEN = "x-amz-security-token";
    private static final List<String> OF_V4 =
            List.of("X-Amz-Signature", "X-Amz-Algorithm", "X-Amz-Credential", "X-Amz-Date");
    private static final List<String> OF_V2 = List.of("AWSAccessKeyId", "signature");

    private final SignatureV4 signatures;
    private final S3Signers signers;

    public S3FormSignature(SignatureV4 signatures) {
        this.signatures = signatures;
        this.signers = new S3Signers(signatures);
    }

    /// Who has signed a form.
    ///
    /// @param policy in base64
    /// @param now the time by which the policy ends
    public record Form(Caller caller, String policy, Instant now) {}

    /// Whose form this is.
    ///
    /// @param fields by name in small letters
    /// @return nobody if nothing about a signature is in it
    /// @throws AwsException if it is signed wrongly
    public Optional<Form> verify(HttpRequest request, Map<String, String> fields) {
        if (says(fields, OF_V2) && !says(fields, OF_V4)) {
            need(fields, OF_V2);
            return Optional.of(second(request, fields));
        }
        if (!says(fields, OF_V4) && !fields.containsKey(POLICY)) {
            return Optional.empty();
        }
        need(fields, OF_V4);
        return Optional.of(fourth(request, fields));
    }

    private static boolean says(Map<String, String> fields, List<String> names) {
        return names.stream().anyMatch(name -> fields.containsKey(name.toLowerCase(Locale.ROOT)));
    }

    private static void need(Map<String, String> fields, List<String> names) {
        for (var name : names) {
            if (!fields.containsKey(name.toLowerCase(Locale.ROOT))) {
                throw S3SignatureErrors.missingField(name);
            }
        }
        if (!fields.containsKey(POLICY)) {
            throw S3SignatureErrors.missingField(POLICY);
        }
    }

    private Form fourth(HttpRequest request, Map<String, String> fields) {
        var signed =
                new Signed(
                        fields.getOrDefault("x-amz-algorithm", ""),
                        fields.getOrDefault("x-amz-credential", ""),
                        List.of(),
                        fields.getOrDefault("x-amz-signature", ""),
                        fields.getOrDefault("x-amz-date", ""),
                        Optional.ofNullable(fields.get(TOKEN)),
                        Optional.empty());
        if (!signed.algorithm().equals(ALGORITHM)) {
            throw S3SignatureErrors.oldVersion();
        }
        var date = AmzDate.read(signed.date()).orElseThrow(S3SignatureErrors::noDate);
        var scope = S3Signature.scope(signed, AmzDate.text(date));
        var signer = signers.find(request, scope.keyId(), signed.token());
        signers.check(signer);
        var policy = fields.getOrDefault(POLICY, "");
        if (!SignatureV4.isSame(signatures.sign(signer.key(), scope, policy), signed.signature())) {
            throw S3SignatureErrors.mismatch(scope.keyId(), policy, signed.signature(), "");
        }
        return new Form(
                signer.caller(request, scope.calledRegion()).saying(S3RequestKeys.ofForm()),
                policy,
                signer.sandbox().clock().nowFor(date));
    }

    private Form second(HttpRequest request, Map<String, String> fields) {
        var keyId = fields.getOrDefault("awsaccesskeyid", "");
        var signature = fields.getOrDefault("signature", "");
        var policy = fields.getOrDefault(POLICY, "");
        var signer = signers.find(request, keyId, Optional.ofNullable(fields.get(TOKEN)));
        signers.check(signer);
        if (!SignatureV4.isSame(S3SignatureV2.sign(signer.key().secret(), policy), signature)) {
            throw S3SignatureErrors.mismatch(keyId, policy, signature, "");
        }
        // Such a form names no Region: it is the bucket's.
        return new Form(
                signer.caller(request, "us-east-1").saying(S3RequestKeys.ofOldForm()),
                policy,
                signatures.now());
    }
}
