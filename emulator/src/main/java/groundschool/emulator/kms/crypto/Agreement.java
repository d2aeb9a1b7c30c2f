package groundschool.emulator.kms.crypto;

import groundschool.emulator.kms.KmsErrors;
import groundschool.emulator.kms.KmsKey;
import java.security.GeneralSecurityException;
import javax.crypto.KeyAgreement;

/// Elliptic-curve Diffie-Hellman.
///
/// Source:
/// [DeriveSharedSecret](https://docs.aws.amazon.com/kms/latest/APIReference/API_DeriveSharedSecret.html)
public final class Agreement {

    private Agreement() {}

    /// @param publicKey the other side's, as SubjectPublicKeyInfo
    /// @throws groundschool.emulator.AwsException if it is none of the same curve
    public static byte[] secret(KmsKey key, byte[] publicKey) {
        try {
            var agreement = KeyAgreement.getInstance("ECDH");
            agreement.init(Pairs.privateKey(key.current(), "EC"));
            agreement.doPhase(Pairs.publicKey(publicKey, "EC"), true);
            return agreement.generateSecret();
        } catch (GeneralSecurityException foreign) {
            // AWS says nothing more.
            throw KmsErrors.validation("");
        }
    }
}
