package groundschool.emulator.kms;

import static groundschool.emulator.iam.CloudAccount.refusal;
import static groundschool.emulator.kms.Keyring.arn;
import static groundschool.emulator.kms.Keyring.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.model.DataKeySpec;
import software.amazon.awssdk.services.kms.model.KeySpec;
import software.amazon.awssdk.services.kms.model.KeyUsageType;

/// What is encrypted, and who can read it again.
class EncryptionTest {

    private static final Map<String, String> CONTEXT = Map.of("tenant", "acme", "purpose", "bill");

    private final Keyring ring = new Keyring();

    @AfterEach
    void close() {
        ring.close();
    }

    @Test
    void decrypts_what_was_encrypted_without_being_told_the_key() {
        var id = ring.key();

        var encrypted = ring.kms().encrypt(request -> request.keyId(id).plaintext(bytes("secret")));

        assertThat(encrypted.keyId()).isEqualTo(arn(id));
        assertThat(encrypted.encryptionAlgorithmAsString()).isEqualTo("SYMMETRIC_DEFAULT");
        assertThat(encrypted.ciphertextBlob()).isNotEqualTo(ring.encrypt(id, "secret"));
        var decrypted =
                ring.kms().decrypt(request -> request.ciphertextBlob(encrypted.ciphertextBlob()));
        assertThat(decrypted.plaintext().asUtf8String()).isEqualTo("secret");
        assertThat(decrypted.keyId()).isEqualTo(arn(id));
        assertThat(decrypted.keyMaterialId()).matches("[0-9a-f]{64}");
    }

    @Test
    void a_context_must_be_the_same_when_it_is_read_again() {
        var id = ring.key();
        var blob =
                ring.kms()
                        .encrypt(request ->
                                request.keyId(id)
                                        .plaintext(bytes("secret"))
                                        .encryptionContext(CONTEXT))
                        .ciphertextBlob();

        assertThat(
                        ring.kms()
                                .decrypt(request ->
                                        request.ciphertextBlob(blob).encryptionContext(CONTEXT))
                                .plaintext()
                                .asUtf8String())
                .isEqualTo("secret");
        assertThat(refusal(() -> ring.decrypt(blob))).startsWith("400 InvalidCiphertextException");
        assertThat(
                        refusal(() ->
                                ring.kms()
                                        .decrypt(request ->
                                                request.ciphertextBlob(blob)
                                                        .encryptionContext(
                                                                Map.of("tenant", "other")))))
                .startsWith("400 InvalidCiphertextException");
    }

    @Test
    void every_byte_of_a_ciphertext_counts() {
        var id = ring.key();
        var blob = ring.encrypt(id, "secret").asByteArray();

        for (int i = 0; i < blob.length; i++) {
            var changed = blob.clone();
            changed[i] ^= 1;
            assertThat(refusal(() -> ring.decrypt(SdkBytes.fromByteArray(changed))))
                    .matches("400 (InvalidCiphertextException|AccessDeniedException).*");
        }
        assertThat(refusal(() -> ring.decrypt(bytes("nonsense"))))
                .startsWith("400 InvalidCiphertextException");
    }

    @Test
    void a_ciphertext_belongs_to_its_key() {
        var id = ring.key();
        var other = ring.key();
        var blob = ring.encrypt(id, "secret");

        assertThat(
                        refusal(() ->
                                ring.kms()
                                        .decrypt(request ->
                                                request.ciphertextBlob(blob).keyId(other))))
                .isEqualTo(
                        "400 IncorrectKeyException: The key ID in the request does not identify a CMK that can perform this operation.");
        assertThat(
                        ring.kms()
                                .decrypt(request -> request.ciphertextBlob(blob).keyId(id))
                                .plaintext())
                .isEqualTo(bytes("secret"));
    }

    @Test
    void a_plaintext_has_4_kilobytes_at_most() {
        var id = ring.key();

        assertThat(refusal(() -> ring.encrypt(id, "x".repeat(4097))))
                .isEqualTo(
                        "400 ValidationException: 1 validation error detected: Value at 'plaintext' failed to satisfy constraint: Member must have length less than or equal to 4096");
        assertThat(ring.decrypt(ring.encrypt(id, "x".repeat(4096)))).hasSize(4096);
    }

    @Test
    void data_keys_come_in_the_clear_and_encrypted() {
        var id = ring.key();

        var made =
                ring.kms()
                        .generateDataKey(request ->
                                request.keyId(id)
                                        .keySpec(DataKeySpec.AES_256)
                                        .encryptionContext(CONTEXT));

        assertThat(made.plaintext().asByteArray()).hasSize(32);
        assertThat(
                        ring.kms()
                                .decrypt(request ->
                                        request.ciphertextBlob(made.ciphertextBlob())
                                                .encryptionContext(CONTEXT))
                                .plaintext())
                .isEqualTo(made.plaintext());
        assertThat(
                        ring.kms()
                                .generateDataKey(request -> request.keyId(id).numberOfBytes(77))
                                .plaintext()
                                .asByteArray())
                .hasSize(77);
        var hidden =
                ring.kms()
                        .generateDataKeyWithoutPlaintext(
                                request -> request.keyId(id).keySpec(DataKeySpec.AES_128));
        assertThat(
                        ring.kms()
                                .decrypt(request -> request.ciphertextBlob(hidden.ciphertextBlob()))
                                .plaintext()
                                .asByteArray())
                .hasSize(16);
        assertThat(refusal(() -> ring.kms().generateDataKey(request -> request.keyId(id))))
                .isEqualTo(
                        "400 ValidationException: Please specify either number of bytes or key spec.");
    }

    @Test
    void a_dry_run_says_that_it_would_have_worked() {
        var id = ring.key();

        assertThat(
                        refusal(() ->
                                ring.kms()
                                        .encrypt(request ->
                                                request.keyId(id)
                                                        .plaintext(bytes("x"))
                                                        .dryRun(true))))
                .isEqualTo(
                        "400 DryRunOperationException: The request would have succeeded, but the DryRun option is set.");
    }

    @Test
    void reencrypts_under_another_key() {
        var from = ring.key();
        var to = ring.key();
        var blob = ring.encrypt(from, "secret");

        var moved =
                ring.kms()
                        .reEncrypt(request ->
                                request.ciphertextBlob(blob)
                                        .destinationKeyId(to)
                                        .destinationEncryptionContext(CONTEXT));

        assertThat(moved.sourceKeyId()).isEqualTo(arn(from));
        assertThat(moved.keyId()).isEqualTo(arn(to));
        assertThat(
                        ring.kms()
                                .decrypt(request ->
                                        request.ciphertextBlob(moved.ciphertextBlob())
                                                .encryptionContext(CONTEXT))
                                .keyId())
                .isEqualTo(arn(to));
    }

    @ParameterizedTest
    @CsvSource({"RSAES_OAEP_SHA_1, 214, SHA-1", "RSAES_OAEP_SHA_256, 190, SHA-256"})
    void rsa_decrypts_what_anybody_encrypts_with_the_public_key(
            String algorithm, int most, String hash) throws Exception {
        var id =
                ring.key(request ->
                        request.keySpec(KeySpec.RSA_2048).keyUsage(KeyUsageType.ENCRYPT_DECRYPT));
        var encoded =
                ring.kms().getPublicKey(request -> request.keyId(id)).publicKey().asByteArray();
        var cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
        cipher.init(
                Cipher.ENCRYPT_MODE,
                KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(encoded)),
                new OAEPParameterSpec(
                        hash, "MGF1", new MGF1ParameterSpec(hash), PSource.PSpecified.DEFAULT));
        var outside = SdkBytes.fromByteArray(cipher.doFinal(bytes("hello").asByteArray()));

        assertThat(
                        ring.kms()
                                .decrypt(request ->
                                        request.keyId(id)
                                                .ciphertextBlob(outside)
                                                .encryptionAlgorithm(algorithm))
                                .plaintext())
                .isEqualTo(bytes("hello"));
        assertThat(
                        refusal(() ->
                                ring.kms()
                                        .encrypt(request ->
                                                request.keyId(id)
                                                        .encryptionAlgorithm(algorithm)
                                                        .plaintext(bytes("x".repeat(most + 1))))))
                .isEqualTo(
                        "400 ValidationException: Algorithm %s and key spec RSA_2048 cannot encrypt data larger than %d bytes."
                                .formatted(algorithm, most));
    }

    @Test
    void pairs_for_data_come_with_the_private_key_encrypted() throws Exception {
        var id = ring.key();

        var pair =
                ring.kms()
                        .generateDataKeyPair(
                                request -> request.keyId(id).keyPairSpec("ECC_NIST_P256"));

        assertThat(
                        ring.kms()
                                .decrypt(request ->
                                        request.ciphertextBlob(pair.privateKeyCiphertextBlob()))
                                .plaintext())
                .isEqualTo(pair.privateKeyPlaintext());
        KeyFactory.getInstance("EC")
                .generatePrivate(new PKCS8EncodedKeySpec(pair.privateKeyPlaintext().asByteArray()));
        KeyFactory.getInstance("EC")
                .generatePublic(new X509EncodedKeySpec(pair.publicKey().asByteArray()));
        assertThat(
                        ring.kms()
                                .generateDataKeyPairWithoutPlaintext(
                                        request -> request.keyId(id).keyPairSpec("ECC_NIST_P384"))
                                .privateKeyCiphertextBlob()
                                .asByteArray())
                .isNotEmpty();
    }

    @Test
    void two_sides_agree_on_a_secret() throws Exception {
        var id =
                ring.key(request ->
                        request.keySpec(KeySpec.ECC_NIST_P256)
                                .keyUsage(KeyUsageType.KEY_AGREEMENT));
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        var mine = generator.generateKeyPair();
        var theirs =
                ring.kms().getPublicKey(request -> request.keyId(id)).publicKey().asByteArray();
        var agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(mine.getPrivate());
        agreement.doPhase(
                KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(theirs)), true);

        var derived =
                ring.kms()
                        .deriveSharedSecret(request ->
                                request.keyId(id)
                                        .keyAgreementAlgorithm("ECDH")
                                        .publicKey(
                                                SdkBytes.fromByteArray(
                                                        mine.getPublic().getEncoded())));

        assertThat(derived.sharedSecret().asByteArray()).isEqualTo(agreement.generateSecret());
    }

    @Test
    void a_rotated_key_still_reads_what_it_wrote_before() {
        var id = ring.key();
        var before = ring.encrypt(id, "old");
        ring.kms().enableKeyRotation(request -> request.keyId(id).rotationPeriodInDays(90));
        var first = material(id);

        ring.account().sandbox().clock().advance(Duration.ofDays(181));
        ring.kms().rotateKeyOnDemand(request -> request.keyId(id));

        assertThat(material(id)).isNotEqualTo(first);
        assertThat(ring.decrypt(before)).isEqualTo("old");
        assertThat(ring.decrypt(ring.encrypt(id, "new"))).isEqualTo("new");
        var rotations = ring.kms().listKeyRotations(request -> request.keyId(id)).rotations();
        assertThat(rotations)
                .extracting(each -> each.rotationTypeAsString())
                .containsExactly("AUTOMATIC", "AUTOMATIC", "ON_DEMAND");
        assertThat(
                        Duration.between(
                                rotations.get(0).rotationDate(), rotations.get(1).rotationDate()))
                .isEqualTo(Duration.ofDays(90));
        var status = ring.kms().getKeyRotationStatus(request -> request.keyId(id));
        assertThat(status.keyRotationEnabled()).isTrue();
        assertThat(status.rotationPeriodInDays()).isEqualTo(90);
        assertThat(status.nextRotationDate()).isAfter(ring.account().sandbox().clock().now());
        ring.kms().disableKeyRotation(request -> request.keyId(id));
        assertThat(
                        ring.kms()
                                .getKeyRotationStatus(request -> request.keyId(id))
                                .keyRotationEnabled())
                .isFalse();
    }

    @Test
    void only_symmetric_keys_are_rotated_and_only_25_times_on_demand() {
        var pair =
                ring.key(request ->
                        request.keySpec(KeySpec.HMAC_256)
                                .keyUsage(KeyUsageType.GENERATE_VERIFY_MAC));
        var id = ring.key();

        assertThat(refusal(() -> ring.kms().rotateKeyOnDemand(request -> request.keyId(pair))))
                .startsWith("400 UnsupportedOperationException");
        for (int i = 0; i < 25; i++) {
            ring.kms().rotateKeyOnDemand(request -> request.keyId(id));
        }
        assertThat(refusal(() -> ring.kms().rotateKeyOnDemand(request -> request.keyId(id))))
                .isEqualTo(
                        "400 LimitExceededException: The on-demand rotations limit has been reached for the given keyId. No more on-demand rotations can be performed for this key: "
                                + arn(id));
    }

    @Test
    void random_bytes_have_a_length() {
        for (var length : List.of(1, 1024)) {
            assertThat(
                            ring.kms()
                                    .generateRandom(request -> request.numberOfBytes(length))
                                    .plaintext()
                                    .asByteArray())
                    .hasSize(length);
        }
        assertThat(refusal(() -> ring.kms().generateRandom()))
                .isEqualTo("400 ValidationException: NumberOfBytes is required.");
        assertThat(refusal(() -> ring.kms().generateRandom(request -> request.numberOfBytes(1025))))
                .isEqualTo(
                        "400 ValidationException: 1 validation error detected: Value '1025' at 'numberOfBytes' failed to satisfy constraint: Member must have value less than or equal to 1024");
    }

    private String material(String id) {
        return ring.kms()
                .describeKey(request -> request.keyId(id))
                .keyMetadata()
                .currentKeyMaterialId();
    }
}
