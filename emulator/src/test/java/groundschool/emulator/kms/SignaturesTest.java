package groundschool.emulator.kms;

import static groundschool.emulator.iam.CloudAccount.refusal;
import static groundschool.emulator.kms.Keyring.arn;
import static groundschool.emulator.kms.Keyring.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.model.KeySpec;
import software.amazon.awssdk.services.kms.model.KeyUsageType;
import software.amazon.awssdk.services.kms.model.MessageType;

/// Signatures and message authentication codes.
class SignaturesTest {

    private static final SdkBytes MESSAGE = bytes("pay 10 euros");

    private final Keyring ring = new Keyring();

    @AfterEach
    void close() {
        ring.close();
    }

    @ParameterizedTest
    @CsvSource({
        "RSA_2048, RSASSA_PKCS1_V1_5_SHA_256, RSA, SHA256withRSA",
        "RSA_2048, RSASSA_PKCS1_V1_5_SHA_384, RSA, SHA384withRSA",
        "RSA_3072, RSASSA_PKCS1_V1_5_SHA_512, RSA, SHA512withRSA",
        "RSA_2048, RSASSA_PSS_SHA_256, RSA, RSASSA-PSS",
        "RSA_3072, RSASSA_PSS_SHA_384, RSA, RSASSA-PSS",
        "RSA_2048, RSASSA_PSS_SHA_512, RSA, RSASSA-PSS",
        "ECC_NIST_P256, ECDSA_SHA_256, EC, SHA256withECDSA",
        "ECC_NIST_P384, ECDSA_SHA_384, EC, SHA384withECDSA",
        "ECC_NIST_P521, ECDSA_SHA_512, EC, SHA512withECDSA",
        "ECC_NIST_EDWARDS25519, ED25519_SHA_512, Ed25519, Ed25519",
        "ML_DSA_44, ML_DSA_SHAKE_256, ML-DSA, ML-DSA"
    })
    void anybody_with_the_public_key_can_check_a_signature(
            String spec, String algorithm, String family, String java) throws Exception {
        var id = pair(spec);

        var signature =
                ring.kms()
                        .sign(request ->
                                request.keyId(id).message(MESSAGE).signingAlgorithm(algorithm))
                        .signature();

        var outside = Signature.getInstance(java);
        if (java.equals("RSASSA-PSS")) {
            var bits = algorithm.substring(algorithm.length() - 3);
            outside.setParameter(
                    new PSSParameterSpec(
                            "SHA-" + bits,
                            "MGF1",
                            new MGF1ParameterSpec("SHA-" + bits),
                            Integer.parseInt(bits) / 8,
                            1));
        }
        outside.initVerify(
                KeyFactory.getInstance(family)
                        .generatePublic(
                                new X509EncodedKeySpec(
                                        ring.kms()
                                                .getPublicKey(request -> request.keyId(id))
                                                .publicKey()
                                                .asByteArray())));
        outside.update(MESSAGE.asByteArray());
        assertThat(outside.verify(signature.asByteArray())).isTrue();
        assertThat(
                        ring.kms()
                                .verify(request ->
                                        request.keyId(id)
                                                .message(MESSAGE)
                                                .signature(signature)
                                                .signingAlgorithm(algorithm))
                                .signatureValid())
                .isTrue();
        assertThat(
                        refusal(() ->
                                ring.kms()
                                        .verify(request ->
                                                request.keyId(id)
                                                        .message(bytes("pay 99 euros"))
                                                        .signature(signature)
                                                        .signingAlgorithm(algorithm))))
                .startsWith("400 KMSInvalidSignatureException");
    }

    @ParameterizedTest
    @CsvSource({
        "RSA_2048, RSASSA_PSS_SHA_256, SHA-256",
        "RSA_2048, RSASSA_PKCS1_V1_5_SHA_384, SHA-384",
        "ECC_NIST_P384, ECDSA_SHA_384, SHA-384"
    })
    void a_digest_is_signed_as_its_message_is(String spec, String algorithm, String hash)
            throws Exception {
        var id = pair(spec);
        var digest =
                SdkBytes.fromByteArray(
                        MessageDigest.getInstance(hash).digest(MESSAGE.asByteArray()));

        var signature =
                ring.kms()
                        .sign(request ->
                                request.keyId(id)
                                        .message(digest)
                                        .messageType(MessageType.DIGEST)
                                        .signingAlgorithm(algorithm))
                        .signature();

        assertThat(
                        ring.kms()
                                .verify(request ->
                                        request.keyId(id)
                                                .message(MESSAGE)
                                                .signature(signature)
                                                .signingAlgorithm(algorithm))
                                .signatureValid())
                .isTrue();
        assertThat(
                        refusal(() ->
                                ring.kms()
                                        .sign(request ->
                                                request.keyId(id)
                                                        .message(bytes("short"))
                                                        .messageType(MessageType.DIGEST)
                                                        .signingAlgorithm(algorithm))))
                .isEqualTo(
                        "400 ValidationException: Digest is invalid length for algorithm %s."
                                .formatted(algorithm));
    }

    @Test
    void keys_do_only_what_they_were_made_for() {
        var symmetric = ring.key();
        var signing = pair("ECC_NIST_P256");

        assertThat(
                        refusal(() ->
                                ring.kms()
                                        .sign(request ->
                                                request.keyId(symmetric)
                                                        .message(MESSAGE)
                                                        .signingAlgorithm("ECDSA_SHA_256"))))
                .isEqualTo(
                        "400 InvalidKeyUsageException: %s key usage is ENCRYPT_DECRYPT which is not valid for Sign."
                                .formatted(arn(symmetric)));
        assertThat(refusal(() -> ring.encrypt(signing, "x")))
                .isEqualTo(
                        "400 InvalidKeyUsageException: %s key usage is SIGN_VERIFY which is not valid for Encrypt."
                                .formatted(arn(signing)));
        assertThat(
                        refusal(() ->
                                ring.kms()
                                        .sign(request ->
                                                request.keyId(signing)
                                                        .message(MESSAGE)
                                                        .signingAlgorithm("ECDSA_SHA_384"))))
                .isEqualTo(
                        "400 InvalidKeyUsageException: Algorithm ECDSA_SHA_384 is incompatible with key spec ECC_NIST_P256.");
    }

    @ParameterizedTest
    @CsvSource({
        "HMAC_224, HMAC_SHA_224, 28",
        "HMAC_256, HMAC_SHA_256, 32",
        "HMAC_384, HMAC_SHA_384, 48",
        "HMAC_512, HMAC_SHA_512, 64"
    })
    void codes_are_made_and_checked(String spec, String algorithm, int length) {
        var id =
                ring.key(request ->
                        request.keySpec(KeySpec.fromValue(spec))
                                .keyUsage(KeyUsageType.GENERATE_VERIFY_MAC));

        var mac =
                ring.kms()
                        .generateMac(request ->
                                request.keyId(id).message(MESSAGE).macAlgorithm(algorithm))
                        .mac();

        assertThat(mac.asByteArray()).hasSize(length);
        assertThat(
                        ring.kms()
                                .verifyMac(request ->
                                        request.keyId(id)
                                                .message(MESSAGE)
                                                .mac(mac)
                                                .macAlgorithm(algorithm))
                                .macValid())
                .isTrue();
        assertThat(
                        refusal(() ->
                                ring.kms()
                                        .verifyMac(request ->
                                                request.keyId(id)
                                                        .message(bytes("other"))
                                                        .mac(mac)
                                                        .macAlgorithm(algorithm))))
                .startsWith("400 KMSInvalidMacException");
    }

    private String pair(String spec) {
        return ring.key(request ->
                request.keySpec(KeySpec.fromValue(spec)).keyUsage(KeyUsageType.SIGN_VERIFY));
    }
}
