package groundschool.emulator.s3.object;

import groundschool.emulator.Call;
import groundschool.emulator.s3.Bucket;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/// How objects are encrypted that come without a word about it: a bucket's setting.
///
/// @param algorithm `AES256`, `aws:kms` or `aws:kms:dsse`
/// @param kmsKey as the user named it
public record DefaultEncryption(String algorithm, Optional<String> kmsKey, boolean bucketKey) {

    /// The key that S3 has in each account.
    private static final String AWS_MANAGED = "alias/aws/s3";

    /// What each bucket has since January 2023.
    public static final DefaultEncryption USUAL =
            new DefaultEncryption("AES256", Optional.empty(), false);

    public static DefaultEncryption of(Bucket bucket) {
        return bucket.setting(DefaultEncryption.class).orElse(USUAL);
    }

    /// What it comes to for an object: a data key is asked of KMS in the name of whoever writes.
    ///
    /// @param arn of the object, which the key is bound to; of the bucket, if it has a bucket key
    /// @param context what it is bound to besides
    /// @throws groundschool.emulator.AwsException if the key cannot be used
    public Encryption encryption(Call call, String arn, Optional<Map<String, String>> context) {
        if (algorithm.equals("AES256")) {
            return Encryption.S3;
        }
        var made =
                KeysOfKms.ask(
                        call,
                        keys ->
                                keys.dataKey(
                                        kmsKey.orElse(AWS_MANAGED),
                                        Encryption.bound(arn, context)));
        return new Encryption(
                algorithm,
                Optional.of(made.keyArn()),
                bucketKey,
                Optional.empty(),
                Optional.empty(),
                Optional.of(Base64.getEncoder().encodeToString(made.blob())),
                context);
    }
}
