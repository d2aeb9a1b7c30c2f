package groundschool.emulator.kms;

import groundschool.emulator.Services;
import groundschool.emulator.kms.operation.Decrypt;
import groundschool.emulator.kms.operation.DescribeKey;
import groundschool.emulator.kms.operation.Encrypt;
import groundschool.emulator.kms.operation.GenerateDataKey;
import groundschool.emulator.kms.operation.KeyMetadata;
import java.util.Map;
import java.util.Optional;

/// What other services do with keys: through the gate, in the name of whoever calls them, so that
/// key policies, IAM and grants hold, and the ledger shows it.
///
/// ```java
/// KeyClient.of(call.as(call.principal()).via("s3")).dataKey("alias/aws/s3", context)
/// ```
///
/// Each throws an `AwsException` in the words of KMS if KMS refuses.
///
/// @param caller who calls, by way of the service
public record KeyClient(Services.As caller) {

    /// @param caller who calls, by way of the service
    public static KeyClient of(Services.As caller) {
        return new KeyClient(caller);
    }

    /// @param blob the key, encrypted, which `decrypt` opens
    public record DataKey(String keyArn, byte[] plaintext, byte[] blob) {}

    /// What a key is.
    ///
    /// @param keyId an ID, an alias such as `alias/aws/s3`, or the ARN of either
    public KeyMetadata describe(String keyId) {
        return caller.run(new DescribeKey(keyId, Optional.empty()), DescribeKey.Response.class)
                .keyMetadata();
    }

    /// A new key for data, of 32 bytes.
    public DataKey dataKey(String keyId, Map<String, String> context) {
        var made =
                caller.run(
                        new GenerateDataKey(
                                keyId,
                                Optional.of(context),
                                Optional.empty(),
                                Optional.of("AES_256"),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()),
                        GenerateDataKey.Response.class);
        return new DataKey(made.keyId(), made.plaintext(), made.ciphertextBlob());
    }

    /// Encrypts up to 4 KB.
    public byte[] encrypt(String keyId, byte[] plaintext, Map<String, String> context) {
        return caller.run(
                        new Encrypt(
                                keyId,
                                plaintext,
                                Optional.of(context),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()),
                        Encrypt.Response.class)
                .ciphertextBlob();
    }

    /// Decrypts what `encrypt` gave, or the blob of a data key.
    public byte[] decrypt(byte[] blob, Map<String, String> context) {
        return caller.run(
                        new Decrypt(
                                Optional.of(blob),
                                Optional.of(context),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()),
                        Decrypt.Response.class)
                .plaintext();
    }
}
