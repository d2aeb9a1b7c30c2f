package groundschool.emulator.kms.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.kms.KeyAccess;
import groundschool.emulator.kms.KeyMaterial;
import groundschool.emulator.kms.Keys;
import groundschool.emulator.kms.KmsErrors;
import groundschool.emulator.kms.KmsKey;
import java.util.Map;
import java.util.Optional;

/// A key for data that leaves KMS: in the clear, and encrypted with a key that does not.
///
/// Source:
/// [GenerateDataKey](https://docs.aws.amazon.com/kms/latest/APIReference/API_GenerateDataKey.html)
record DataKey(byte[] plaintext, byte[] blob, KmsKey key) {

    /// @param keySpec `AES_256` or `AES_128`
    /// @throws groundschool.emulator.AwsException if it is not said how long it shall be, or said
    ///   twice
    static DataKey of(
            KmsKey key,
            String operation,
            Optional<String> keySpec,
            Optional<Integer> numberOfBytes,
            Optional<Map<String, String>> context,
            Call call) {
        if (keySpec.isPresent() == numberOfBytes.isPresent()) {
            throw KmsErrors.validation("Please specify either number of bytes or key spec.");
        }
        var length =
                keySpec.map(spec -> spec.equals("AES_128") ? 16 : 32)
                        .or(() -> numberOfBytes)
                        .orElseThrow();
        return of(key, operation, KeyMaterial.random(length), context, call);
    }

    /// Of bytes that are there already.
    static DataKey of(
            KmsKey key,
            String operation,
            byte[] plaintext,
            Optional<Map<String, String>> context,
            Call call) {
        return new DataKey(
                plaintext,
                Sealing.encrypt(key, operation, Optional.empty(), plaintext, context, call),
                key);
    }

    static Access access(
            String operation,
            String keyId,
            Optional<Map<String, String>> context,
            Keys keys,
            Call call) {
        return KeyAccess.of(keys, call)
                .in(context)
                .with("kms:EncryptionAlgorithm", Sealing.SYMMETRIC)
                .to(operation, keyId);
    }
}
