package groundschool.emulator.kms.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.kms.KeyAccess;
import groundschool.emulator.kms.KeyUsage;
import groundschool.emulator.kms.Keys;
import groundschool.emulator.kms.KmsErrors;
import groundschool.emulator.kms.KmsKey;
import groundschool.emulator.kms.crypto.Ciphertext;
import groundschool.emulator.kms.crypto.RsaEncryption;
import java.util.Map;
import java.util.Optional;

/// Encrypts and decrypts by whichever kind of key.
///
/// @param materialId of the symmetric key's material; absent if the key is a pair
record Sealing(byte[] bytes, Optional<String> materialId) {

    static final String SYMMETRIC = "SYMMETRIC_DEFAULT";

    /// @throws groundschool.emulator.AwsException if the key cannot do that
    static byte[] encrypt(
            KmsKey key,
            String operation,
            Optional<String> algorithm,
            byte[] plaintext,
            Optional<Map<String, String>> context,
            Call call) {
        key.requireUsage(KeyUsage.ENCRYPT_DECRYPT, operation, call);
        var by = algorithm.orElse(SYMMETRIC);
        key.requireAlgorithm(by);
        if (key.spec().isSymmetric()) {
            return Ciphertext.seal(key.id(), key.current(), plaintext, context.orElse(Map.of()));
        }
        refuse(context);
        return RsaEncryption.encrypt(key, by, plaintext);
    }

    /// @throws groundschool.emulator.AwsException if the key cannot do that
    static Sealing decrypt(
            KmsKey key,
            String operation,
            Optional<String> algorithm,
            byte[] blob,
            Optional<Map<String, String>> context,
            Call call) {
        key.requireEnabled(call);
        var by = algorithm.orElse(SYMMETRIC);
        if (!by.equals(SYMMETRIC)) {
            key.requireUsage(KeyUsage.ENCRYPT_DECRYPT, operation, call);
            key.requireAlgorithm(by);
            refuse(context);
            return new Sealing(RsaEncryption.decrypt(key, by, blob), Optional.empty());
        }
        var ciphertext = Ciphertext.of(blob).orElseThrow(KmsErrors::invalidCiphertext);
        if (!ciphertext.keyId().equals(key.id())) {
            throw KmsErrors.incorrectKey();
        }
        var material =
                key.materials().stream()
                        .filter(each -> each.id().equals(ciphertext.materialId()))
                        .findFirst()
                        .orElseThrow(KmsErrors::invalidCiphertext);
        return new Sealing(
                ciphertext.open(material, context.orElse(Map.of())), Optional.of(material.id()));
    }

    /// The key that a request names, or else the one that the ciphertext does.
    ///
    /// @throws groundschool.emulator.AwsException if there is none
    static KmsKey key(Optional<String> keyId, byte[] blob, Keys keys, Call call) {
        if (keyId.isPresent()) {
            return keys.named(keyId.get(), call);
        }
        var ciphertext = Ciphertext.of(blob).orElseThrow(KmsErrors::invalidCiphertext);
        return keys.find(ciphertext.keyId(), call).orElseThrow(KmsErrors::unknownCiphertext);
    }

    /// What IAM is asked before a ciphertext is opened.
    static Access access(
            KeyAccess access,
            String action,
            Optional<String> keyId,
            Optional<byte[]> blob,
            Keys keys,
            Call call) {
        if (keyId.isPresent()) {
            return access.to(action, keyId.get());
        }
        return blob.map(bytes -> access.to(action, key(keyId, bytes, keys, call)))
                .orElseGet(() -> access.toAnything(action));
    }

    private static void refuse(Optional<Map<String, String>> context) {
        if (context.filter(pairs -> !pairs.isEmpty()).isPresent()) {
            throw KmsErrors.validation(
                    "EncryptionContext is not supported with asymmetric KMS keys.");
        }
    }
}
