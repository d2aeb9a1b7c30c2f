package groundschool.emulator.s3.object;

import groundschool.emulator.AwsException;
import groundschool.emulator.Call;
import groundschool.emulator.s3.S3Errors;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/// How an object is encrypted.
///
/// Unlike AWS, the emulator lays bytes on its disk as they are: what can be seen of encryption is
/// what it asks of requests and tells in answers.
///
/// Source: [Protecting data with
/// encryption](https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingEncryption.html)
///
/// @param algorithm `AES256`, `aws:kms`, `aws:kms:dsse`; empty with a customer's key or for a
///   delete marker
/// @param kmsKey the ARN of the key
/// @param customerKeyMd5 of the key that the customer sends along, in base64
/// @param customerKeyHash by which that key is known again
/// @param dataKey the data key of the object, which KMS has encrypted, in base64
/// @param context what the writer has bound the data key to, besides the object
public record Encryption(
        String algorithm,
        Optional<String> kmsKey,
        boolean bucketKey,
        Optional<String> customerKeyMd5,
        Optional<String> customerKeyHash,
        Optional<String> dataKey,
        Optional<Map<String, String>> context) {

    /// None at all.
    public static final Encryption NONE =
            new Encryption(
                    "",
                    Optional.empty(),
                    false,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());

    /// With S3's own keys.
    public static final Encryption S3 =
            new Encryption(
                    "AES256",
                    Optional.empty(),
                    false,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());

    /// A key that a customer sends along.
    ///
    /// @param algorithm as sent
    /// @param key in base64
    /// @param md5 of the key, in base64
    public record CustomerKey(
            Optional<String> algorithm, Optional<String> key, Optional<String> md5) {

        /// Whether anything of it was sent.
        public boolean isSent() {
            return algorithm.isPresent() || key.isPresent() || md5.isPresent();
        }

        /// What objects that are encrypted with it remember.
        ///
        /// @throws AwsException if it is not whole
        public Encryption encryption() {
            var bytes = check();
            return new Encryption(
                    "",
                    Optional.empty(),
                    false,
                    Optional.of(Base64.getEncoder().encodeToString(md5Of(bytes))),
                    Optional.of(hash(bytes)),
                    Optional.empty(),
                    Optional.empty());
        }

        private byte[] check() {
            if (algorithm.isEmpty()) {
                throw S3Errors.invalidArgument(
                        "Requests specifying Server Side Encryption with Customer provided keys must provide a valid encryption algorithm.",
                        "x-amz-server-side-encryption",
                        "null");
            }
            if (!algorithm.get().equals("AES256")) {
                throw new AwsException(
                        400,
                        "InvalidEncryptionAlgorithmError",
                        "The Encryption request you specified is not valid. Supported value: AES256.",
                        Map.of(
                                "ArgumentName",
                                "x-amz-server-side-encryption",
                                "ArgumentValue",
                                algorithm.get()));
            }
            if (key.isEmpty()) {
                throw S3Errors.invalidArgument(
                        "Requests specifying Server Side Encryption with Customer provided keys must provide an appropriate secret key.",
                        "x-amz-server-side-encryption",
                        "null");
            }
            var bytes = bytes(key.get());
            if (md5.isEmpty()) {
                throw S3Errors.invalidArgument(
                        "Requests specifying Server Side Encryption with Customer provided keys must provide the client calculated MD5 of the secret key.",
                        "x-amz-server-side-encryption",
                        "null");
            }
            if (!md5.get().equals(Base64.getEncoder().encodeToString(md5Of(bytes)))) {
                throw S3Errors.invalidArgument(
                        "The calculated MD5 hash of the key did not match the hash that was provided.",
                        "x-amz-server-side-encryption",
                        "null");
            }
            return bytes;
        }

        private static byte[] bytes(String base64) {
            try {
                var bytes = Base64.getDecoder().decode(base64);
                if (bytes.length == 32) {
                    return bytes;
                }
            } catch (IllegalArgumentException e) {
                throw invalid();
            }
            throw invalid();
        }

        private static AwsException invalid() {
            return S3Errors.invalidArgument(
                    "The secret key was invalid for the specified algorithm.",
                    "x-amz-server-side-encryption",
                    "null");
        }
    }

    /// Lets only those read who send the key that the object was written with, if it was.
    ///
    /// @throws AwsException if they do not
    public void open(CustomerKey key) {
        if (customerKeyHash.isEmpty()) {
            if (key.isSent()) {
                throw S3Errors.invalidRequest(
                        "The encryption parameters are not applicable to this object.");
            }
            return;
        }
        if (!key.isSent()) {
            throw S3Errors.invalidRequest(
                    "The object was stored using a form of Server Side Encryption. The correct parameters must be provided to retrieve the object.");
        }
        if (!isSame(key)) {
            throw S3Errors.accessDenied();
        }
    }

    /// Lets only those add to an upload who send the key that it was begun with, if it was.
    ///
    /// @throws AwsException if they do not
    public void openPart(CustomerKey key) {
        if (customerKeyHash.isPresent() && !key.isSent()) {
            throw S3Errors.invalidRequest(
                    "The multipart upload initiate requested encryption. Subsequent part requests must include the appropriate encryption parameters.");
        }
        if (customerKeyHash.isEmpty() && key.isSent()) {
            throw S3Errors.invalidRequest(
                    "The multipart upload initiate did not request encryption. Please resend the request without sending encryption parameters.");
        }
        if (customerKeyHash.isPresent() && !isSame(key)) {
            throw S3Errors.invalidRequest(
                    "The provided encryption parameters did not match the ones used originally.");
        }
    }

    private boolean isSame(CustomerKey key) {
        return MessageDigest.isEqual(
                hash(key.check()).getBytes(StandardCharsets.UTF_8),
                customerKeyHash.orElse("").getBytes(StandardCharsets.UTF_8));
    }

    /// What a data key is bound to: an object, and what the writer says besides.
    static Map<String, String> bound(String arn, Optional<Map<String, String>> context) {
        var bound = new HashMap<>(context.orElse(Map.of()));
        bound.putIfAbsent("aws:s3:arn", arn);
        return bound;
    }

    /// Has KMS decrypt the data key in the name of whoever reads, if the object has one.
    ///
    /// @param bucketArn of its bucket
    /// @throws AwsException in the words of KMS if it does not
    public void unlock(Call call, String bucketArn, String key) {
        dataKey.ifPresent(blob ->
                KeysOfKms.ask(
                        call,
                        keys ->
                                keys.decrypt(
                                        Base64.getDecoder().decode(blob),
                                        bound(
                                                bucketKey ? bucketArn : bucketArn + "/" + key,
                                                context))));
    }

    /// What answers say of a customer's key.
    public Optional<String> customerAlgorithm() {
        return customerKeyMd5.map(_ -> "AES256");
    }

    /// What answers say of S3's or KMS's keys.
    public Optional<String> serverSide() {
        return algorithm.isEmpty() ? Optional.empty() : Optional.of(algorithm);
    }

    /// Whether a KMS key is told to have one data key per bucket.
    public Optional<Boolean> bucketKeyEnabled() {
        return bucketKey && kmsKey.isPresent() ? Optional.of(true) : Optional.empty();
    }

    private static byte[] md5Of(byte[] key) {
        return ChecksumAlgorithm.digest("MD5").digest(key);
    }

    private static String hash(byte[] key) {
        return HexFormat.of().formatHex(ChecksumAlgorithm.digest("SHA-256").digest(key));
    }
}
