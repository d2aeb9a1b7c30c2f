package groundschool.emulator.kms;

import static groundschool.emulator.kms.KeyUsage.ENCRYPT_DECRYPT;
import static groundschool.emulator.kms.KeyUsage.GENERATE_VERIFY_MAC;
import static groundschool.emulator.kms.KeyUsage.KEY_AGREEMENT;
import static groundschool.emulator.kms.KeyUsage.SIGN_VERIFY;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// The kinds of keys, and what each can do.
///
/// Unlike AWS, which has SECG's curve and SM2 besides.
///
/// Source: [Key spec
/// reference](https://docs.aws.amazon.com/kms/latest/developerguide/symm-asymm-choose-key-spec.html)
public enum KeySpec {
    SYMMETRIC_DEFAULT(Family.SYMMETRIC, 256, Map.of(ENCRYPT_DECRYPT, List.of("SYMMETRIC_DEFAULT"))),
    RSA_2048(Family.RSA, 2048, rsa()),
    RSA_3072(Family.RSA, 3072, rsa()),
    RSA_4096(Family.RSA, 4096, rsa()),
    ECC_NIST_P256(Family.ELLIPTIC, 256, ecdsa("ECDSA_SHA_256")),
    ECC_NIST_P384(Family.ELLIPTIC, 384, ecdsa("ECDSA_SHA_384")),
    ECC_NIST_P521(Family.ELLIPTIC, 521, ecdsa("ECDSA_SHA_512")),
    ECC_NIST_EDWARDS25519(
            Family.EDWARDS,
            255,
            Map.of(SIGN_VERIFY, List.of("ED25519_SHA_512", "ED25519_PH_SHA_512"))),
    ML_DSA_44(Family.ML_DSA, 44, Map.of(SIGN_VERIFY, List.of("ML_DSA_SHAKE_256"))),
    ML_DSA_65(Family.ML_DSA, 65, Map.of(SIGN_VERIFY, List.of("ML_DSA_SHAKE_256"))),
    ML_DSA_87(Family.ML_DSA, 87, Map.of(SIGN_VERIFY, List.of("ML_DSA_SHAKE_256"))),
    HMAC_224(Family.HMAC, 224, Map.of(GENERATE_VERIFY_MAC, List.of("HMAC_SHA_224"))),
    HMAC_256(Family.HMAC, 256, Map.of(GENERATE_VERIFY_MAC, List.of("HMAC_SHA_256"))),
    HMAC_384(Family.HMAC, 384, Map.of(GENERATE_VERIFY_MAC, List.of("HMAC_SHA_384"))),
    HMAC_512(Family.HMAC, 512, Map.of(GENERATE_VERIFY_MAC, List.of("HMAC_SHA_512")));

    /// What keys are made and used by.
    public enum Family {
        SYMMETRIC,
        HMAC,
        RSA,
        ELLIPTIC,
        EDWARDS,
        ML_DSA
    }

    private final Family family;
    private final int bits;
    private final Map<KeyUsage, List<String>> algorithms;

    KeySpec(Family family, int bits, Map<KeyUsage, List<String>> algorithms) {
        this.family = family;
        this.bits = bits;
        this.algorithms = algorithms;
    }

    /// The spec of that name.
    ///
    /// @throws groundschool.emulator.AwsException if it is one that AWS has and the emulator has
    ///   not
    public static KeySpec named(String name) {
        return Arrays.stream(values())
                .filter(spec -> spec.name().equals(name))
                .findFirst()
                .orElseThrow(() -> KmsErrors.notYet("the key spec " + name));
    }

    public Family family() {
        return family;
    }

    /// The length of a key, or what stands for it in its name.
    public int bits() {
        return bits;
    }

    public boolean isSymmetric() {
        return this == SYMMETRIC_DEFAULT;
    }

    /// Whether there is a public key.
    public boolean isPair() {
        return family != Family.SYMMETRIC && family != Family.HMAC;
    }

    /// What keys can be made for.
    public boolean allows(KeyUsage usage) {
        return algorithms.containsKey(usage);
    }

    /// By name, in AWS's order; none if keys cannot be made for that.
    public List<String> algorithms(KeyUsage usage) {
        return algorithms.getOrDefault(usage, List.of());
    }

    private static Map<KeyUsage, List<String>> rsa() {
        return Map.of(
                ENCRYPT_DECRYPT,
                List.of("RSAES_OAEP_SHA_1", "RSAES_OAEP_SHA_256"),
                SIGN_VERIFY,
                List.of(
                        "RSASSA_PKCS1_V1_5_SHA_256",
                        "RSASSA_PKCS1_V1_5_SHA_384",
                        "RSASSA_PKCS1_V1_5_SHA_512",
                        "RSASSA_PSS_SHA_256",
                        "RSASSA_PSS_SHA_384",
                        "RSASSA_PSS_SHA_512"));
    }

    private static Map<KeyUsage, List<String>> ecdsa(String algorithm) {
        return Map.of(SIGN_VERIFY, List.of(algorithm), KEY_AGREEMENT, List.of("ECDH"));
    }
}
