package groundschool.emulator.kms;

import groundschool.emulator.AwsException;
import groundschool.emulator.Call;

/// The errors of KMS, in its words.
///
/// Source: recorded answers of KMS; the API model for names; [Key states of KMS
/// keys](https://docs.aws.amazon.com/kms/latest/developerguide/key-state.html)
public final class KmsErrors {

    private KmsErrors() {}

    private static AwsException of(String code, String message) {
        return new AwsException(400, code, message);
    }

    public static AwsException validation(String message) {
        return of("ValidationException", message);
    }

    public static AwsException notFound(String message) {
        return of("NotFoundException", message);
    }

    static AwsException keyNotFound(String arn) {
        return notFound("Key '%s' does not exist".formatted(arn));
    }

    static AwsException invalidKeyId(String text) {
        return notFound("Invalid keyId '%s'".formatted(text));
    }

    /// An ARN of another Region.
    static AwsException invalidArn(String region) {
        return notFound("Invalid arn " + region);
    }

    public static AwsException aliasNotFound(String arn) {
        return notFound("Alias %s is not found.".formatted(arn));
    }

    public static AwsException aliasExists(String arn) {
        return of(
                "AlreadyExistsException",
                "An alias with the name %s already exists".formatted(arn));
    }

    public static AwsException noSuchPolicy() {
        return notFound("No such policy exists");
    }

    public static AwsException grantNotFound(String id) {
        return notFound("Grant '%s' does not exist".formatted(id));
    }

    public static AwsException disabled(String arn) {
        return of("DisabledException", arn + " is disabled.");
    }

    /// @param state such as `pending deletion`
    public static AwsException invalidState(String arn, String state) {
        return of("KMSInvalidStateException", "%s is %s.".formatted(arn, state));
    }

    static AwsException wrongUsage(String arn, String usage, String operation) {
        return of(
                "InvalidKeyUsageException",
                "%s key usage is %s which is not valid for %s.".formatted(arn, usage, operation));
    }

    static AwsException wrongAlgorithm(String algorithm, KeySpec spec) {
        return of(
                "InvalidKeyUsageException",
                "Algorithm %s is incompatible with key spec %s.".formatted(algorithm, spec));
    }

    public static AwsException unsupported(String message) {
        return of("UnsupportedOperationException", message);
    }

    /// AWS says nothing more.
    public static AwsException invalidCiphertext() {
        return of("InvalidCiphertextException", "");
    }

    public static AwsException incorrectKey() {
        return of(
                "IncorrectKeyException",
                "The key ID in the request does not identify a CMK that can perform this operation.");
    }

    /// AWS says nothing more.
    public static AwsException invalidSignature() {
        return of("KMSInvalidSignatureException", "");
    }

    /// AWS says nothing more.
    public static AwsException invalidMac() {
        return of("KMSInvalidMacException", "");
    }

    public static AwsException incorrectMaterial(String message) {
        return of("IncorrectKeyMaterialException", message);
    }

    public static AwsException invalidImportToken() {
        return of("InvalidImportTokenException", "");
    }

    public static AwsException expiredImportToken() {
        return of("ExpiredImportTokenException", "");
    }

    public static AwsException otherPending(String material, String key, String pending) {
        return of(
                "KMSInvalidStateException",
                "New key material (id: %s) cannot be imported into KMS key %s, because another key material (id: %s) is pending rotation."
                        .formatted(material, key, pending));
    }

    public static AwsException nonePending(String arn) {
        return of(
                "KMSInvalidStateException",
                "No available key material pending rotation for the key: %s.".formatted(arn));
    }

    public static AwsException notPrimary(String arn) {
        return unsupported(arn + " is not a multi-region primary key.");
    }

    public static AwsException replicaExists(String arn) {
        return of("AlreadyExistsException", "A key with the ARN %s already exists".formatted(arn));
    }

    public static AwsException dryRun() {
        return of(
                "DryRunOperationException",
                "The request would have succeeded, but the DryRun option is set.");
    }

    public static AwsException tag(String message) {
        return of("TagException", message);
    }

    public static AwsException malformedPolicy(String message) {
        return of("MalformedPolicyDocumentException", message);
    }

    public static AwsException limitExceeded(String message) {
        return of("LimitExceededException", message);
    }

    public static AwsException invalidMarker() {
        return of("InvalidMarkerException", "Invalid marker");
    }

    public static AwsException invalidGrantToken() {
        return of("InvalidGrantTokenException", "Invalid grant token");
    }

    public static AwsException invalidPrincipal() {
        return of("InvalidArnException", "ARN does not refer to a valid principal");
    }

    /// Names that begin so are AWS's own. AWS says nothing more.
    public static AwsException reservedAlias() {
        return of("NotAuthorizedException", "");
    }

    /// A ciphertext whose key is not here, or not for the caller.
    public static AwsException unknownCiphertext() {
        return of(
                "AccessDeniedException",
                "The ciphertext refers to a customer master key that does not exist, does not exist in this region, or you are not allowed to access.");
    }

    /// A key of another account, which has let nobody in.
    static AwsException otherAccount(String action, String arn, Call call) {
        return of(
                "AccessDeniedException",
                "User: %s is not authorized to perform: %s on resource: %s because the resource does not exist in this Region, no resource-based policies allow access, or a resource-based policy explicitly denies access"
                        .formatted(call.principal().arn(), action, arn));
    }

    /// Something that AWS has and the emulator does not: never passed over in silence.
    public static AwsException notYet(String what) {
        return unsupported(
                "Groundschool's emulator does not have %s of KMS yet. docs/coverage.md lists what it has."
                        .formatted(what));
    }

    /// Refuses by name what a request asks for and the emulator does not have.
    public static void refuse(String what, boolean isAskedFor) {
        if (isAskedFor) {
            throw notYet(what);
        }
    }
}
