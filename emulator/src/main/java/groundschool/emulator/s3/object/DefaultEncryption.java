package groundschool.emulator.s3.object;

import groundschool.emulator.Call;
import groundschool.emulator.s3.Bucket;
import groundschool.emulator.s3.S3Errors;
import java.util.Optional;

/// How objects are encrypted that come without a word about it: a bucket's setting.
///
/// @param algorithm `AES256`, `aws:kms` or `aws:kms:dsse`
/// @param kmsKey as the user named it
public record DefaultEncryption(String algorithm, Optional<String> kmsKey, boolean bucketKey) {

    /// What each bucket has since January 2023.
    public static final DefaultEncryption USUAL =
            new DefaultEncryption("AES256", Optional.empty(), false);

    public static DefaultEncryption of(Bucket bucket) {
        return bucket.setting(DefaultEncryption.class).orElse(USUAL);
    }

    /// What it comes to for an object.
    ///
    /// @throws groundschool.emulator.AwsException if the key cannot be used
    public Encryption encryption(Call call) {
        if (algorithm.equals("AES256")) {
            return Encryption.S3;
        }
        throw S3Errors.notYet("encryption with keys of KMS");
    }
}
