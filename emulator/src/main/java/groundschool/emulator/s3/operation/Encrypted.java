package groundschool.emulator.s3.operation;

import groundschool.emulator.Call;
import groundschool.emulator.s3.Bucket;
import groundschool.emulator.s3.S3Errors;
import groundschool.emulator.s3.object.BlockedEncryption;
import groundschool.emulator.s3.object.DefaultEncryption;
import groundschool.emulator.s3.object.Encryption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a request says about the encryption of the object that it makes.
interface Encrypted {

    Optional<String> serverSideEncryption();

    Optional<String> sseCustomerAlgorithm();

    Optional<String> sseCustomerKey();

    Optional<String> sseCustomerKeyMD5();

    Optional<String> ssekmsKeyId();

    Optional<String> ssekmsEncryptionContext();

    Optional<Boolean> bucketKeyEnabled();

    /// How it is to be encrypted: as the request says, else as the bucket does it.
    ///
    /// @throws groundschool.emulator.AwsException if it says what cannot be
    default Encryption encryption(Bucket bucket, String objectKey, Call call) {
        var key = customerKey();
        if (key.isSent()) {
            if (serverSideEncryption().isPresent()) {
                throw S3Errors.invalidArgument(
                        "Server Side Encryption with Customer provided key is incompatible with the encryption method specified",
                        "x-amz-server-side-encryption",
                        serverSideEncryption().get());
            }
            if (BlockedEncryption.isCustomers(bucket)) {
                throw S3Errors.accessDenied();
            }
            return key.encryption();
        }
        if (serverSideEncryption().isEmpty()) {
            if (ssekmsKeyId().isPresent()) {
                throw S3Errors.invalidArgument(
                        "Server Side Encryption with AWS KMS managed key requires HTTP header x-amz-server-side-encryption : aws:kms",
                        "x-amz-server-side-encryption",
                        "null");
            }
            return made(DefaultEncryption.of(bucket), bucket, objectKey, call, KmsContext.of(this));
        }
        var algorithm = serverSideEncryption().get();
        if (!algorithm.equals("AES256")
                && !algorithm.equals("aws:kms")
                && !algorithm.equals("aws:kms:dsse")) {
            throw S3Errors.invalidArgument(
                    "The encryption method specified is not supported",
                    "x-amz-server-side-encryption",
                    algorithm);
        }
        if (algorithm.equals("AES256") && ssekmsKeyId().isPresent()) {
            throw S3Errors.invalidArgument(
                    "Server Side Encryption with AWS KMS managed key requires HTTP header x-amz-server-side-encryption : aws:kms",
                    "x-amz-server-side-encryption",
                    "AES256");
        }
        return made(
                new DefaultEncryption(algorithm, ssekmsKeyId(), bucketKeyEnabled().orElse(false)),
                bucket,
                objectKey,
                call,
                KmsContext.of(this));
    }

    /// What policies can test of it.
    default Map<String, List<String>> encryptionKeys() {
        var keys = new HashMap<String, List<String>>();
        serverSideEncryption()
                .ifPresent(value -> keys.put("s3:x-amz-server-side-encryption", List.of(value)));
        ssekmsKeyId()
                .ifPresent(value ->
                        keys.put("s3:x-amz-server-side-encryption-aws-kms-key-id", List.of(value)));
        sseCustomerAlgorithm()
                .ifPresent(value ->
                        keys.put(
                                "s3:x-amz-server-side-encryption-customer-algorithm",
                                List.of(value)));
        return keys;
    }

    private static Encryption made(
            DefaultEncryption wanted,
            Bucket bucket,
            String objectKey,
            Call call,
            Optional<Map<String, String>> context) {
        if (context.isPresent() && wanted.algorithm().equals("AES256")) {
            throw S3Errors.invalidArgument(
                    "Server Side Encryption with AWS KMS managed key requires HTTP header x-amz-server-side-encryption : aws:kms",
                    "x-amz-server-side-encryption",
                    "AES256");
        }
        return wanted.encryption(
                call, wanted.bucketKey() ? bucket.arn() : bucket.arn() + "/" + objectKey, context);
    }

    private Encryption.CustomerKey customerKey() {
        return new Encryption.CustomerKey(
                sseCustomerAlgorithm(), sseCustomerKey(), sseCustomerKeyMD5());
    }
}
