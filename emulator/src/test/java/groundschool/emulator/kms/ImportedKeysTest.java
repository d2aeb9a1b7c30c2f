package groundschool.emulator.kms;

import static groundschool.emulator.iam.CloudAccount.refusal;
import static groundschool.emulator.kms.Keyring.arn;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.function.Consumer;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.model.AlgorithmSpec;
import software.amazon.awssdk.services.kms.model.ExpirationModelType;
import software.amazon.awssdk.services.kms.model.ImportKeyMaterialRequest;
import software.amazon.awssdk.services.kms.model.ImportKeyMaterialResponse;
import software.amazon.awssdk.services.kms.model.ImportType;
import software.amazon.awssdk.services.kms.model.KeySpec;
import software.amazon.awssdk.services.kms.model.KeyUsageType;
import software.amazon.awssdk.services.kms.model.OriginType;
import software.amazon.awssdk.services.kms.model.WrappingKeySpec;

/// Keys whose material somebody brings along.
class ImportedKeysTest {

    private final Keyring ring = new Keyring();
    private final SecureRandom random = new SecureRandom();

    @AfterEach
    void close() {
        ring.close();
    }

    @Test
    void a_key_without_material_waits_for_it() throws Exception {
        var id = external();
        assertThat(state(id)).isEqualTo("PendingImport");
        assertThat(refusal(() -> ring.encrypt(id, "x")))
                .isEqualTo(
                        "400 KMSInvalidStateException: %s is pending import.".formatted(arn(id)));

        importInto(id, bytes(32), ImportedKeysTest::forGood);

        var told = ring.kms().describeKey(request -> request.keyId(id)).keyMetadata();
        assertThat(told.keyStateAsString()).isEqualTo("Enabled");
        assertThat(told.originAsString()).isEqualTo("EXTERNAL");
        assertThat(told.expirationModelAsString()).isEqualTo("KEY_MATERIAL_DOES_NOT_EXPIRE");
        assertThat(ring.decrypt(ring.encrypt(id, "secret"))).isEqualTo("secret");
    }

    @Test
    void material_that_is_deleted_must_come_back_as_it_was() throws Exception {
        var id = external();
        var material = bytes(32);
        importInto(id, material, ImportedKeysTest::forGood);
        var blob = ring.encrypt(id, "secret");

        ring.kms().deleteImportedKeyMaterial(request -> request.keyId(id));

        assertThat(refusal(() -> ring.decrypt(blob))).endsWith("is pending import.");
        assertThat(refusal(() -> importInto(id, bytes(32), ImportedKeysTest::forGood)))
                .startsWith("400 IncorrectKeyMaterialException");
        importInto(id, material, ImportedKeysTest::forGood);
        assertThat(ring.decrypt(blob)).isEqualTo("secret");
    }

    @Test
    void material_can_end() throws Exception {
        var id = external();
        assertThat(refusal(() -> importInto(id, bytes(32), _ -> {})))
                .isEqualTo(
                        "400 ValidationException: A validTo date must be set if the ExpirationModel is KEY_MATERIAL_EXPIRES");
        var clock = ring.account().sandbox().clock();
        importInto(id, bytes(32), request -> request.validTo(clock.now().plus(Duration.ofDays(3))));

        ring.encrypt(id, "x");
        clock.advance(Duration.ofDays(3));
        assertThat(state(id)).isEqualTo("PendingImport");
    }

    @Test
    void other_material_is_current_after_the_next_rotation() throws Exception {
        var id = external();
        importInto(id, bytes(32), ImportedKeysTest::forGood);
        var before = ring.encrypt(id, "old");
        assertThat(refusal(() -> ring.kms().rotateKeyOnDemand(request -> request.keyId(id))))
                .isEqualTo(
                        "400 KMSInvalidStateException: No available key material pending rotation for the key: %s."
                                .formatted(arn(id)));

        var second =
                importInto(
                        id,
                        bytes(32),
                        request -> forGood(request.importType(ImportType.NEW_KEY_MATERIAL)));

        assertThat(
                        refusal(() ->
                                importInto(
                                        id,
                                        bytes(32),
                                        request ->
                                                forGood(
                                                        request.importType(
                                                                ImportType.NEW_KEY_MATERIAL)))))
                .endsWith(
                        "cannot be imported into KMS key %s, because another key material (id: %s) is pending rotation."
                                .formatted(id, second.keyMaterialId()));
        ring.kms().rotateKeyOnDemand(request -> request.keyId(id));
        assertThat(
                        ring.kms()
                                .describeKey(request -> request.keyId(id))
                                .keyMetadata()
                                .currentKeyMaterialId())
                .isEqualTo(second.keyMaterialId());
        assertThat(ring.decrypt(before)).isEqualTo("old");
        assertThat(ring.decrypt(ring.encrypt(id, "new"))).isEqualTo("new");
    }

    @Test
    void a_private_key_can_come_in_an_aes_key_and_signs() throws Exception {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        var pair = generator.generateKeyPair();
        var id =
                ring.key(request ->
                        request.origin(OriginType.EXTERNAL)
                                .keySpec(KeySpec.RSA_2048)
                                .keyUsage(KeyUsageType.SIGN_VERIFY));
        var rsa = KeyPairGenerator.getInstance("RSA");
        rsa.initialize(2048);
        var mine = rsa.generateKeyPair();
        assertThat(refusal(() -> importWrapped(id, pair.getPrivate().getEncoded())))
                .startsWith("400 IncorrectKeyMaterialException");

        importWrapped(id, mine.getPrivate().getEncoded());

        assertThat(ring.kms().getPublicKey(request -> request.keyId(id)).publicKey().asByteArray())
                .isEqualTo(mine.getPublic().getEncoded());
        var signature =
                ring.kms()
                        .sign(request ->
                                request.keyId(id)
                                        .message(Keyring.bytes("hello"))
                                        .signingAlgorithm("RSASSA_PSS_SHA_256"))
                        .signature();
        assertThat(
                        ring.kms()
                                .verify(request ->
                                        request.keyId(id)
                                                .message(Keyring.bytes("hello"))
                                                .signature(signature)
                                                .signingAlgorithm("RSASSA_PSS_SHA_256"))
                                .signatureValid())
                .isTrue();
    }

    @Test
    void only_keys_that_are_made_for_it_take_material() {
        var own = ring.key();

        assertThat(
                        refusal(() ->
                                ring.kms()
                                        .getParametersForImport(request ->
                                                request.keyId(own)
                                                        .wrappingAlgorithm(
                                                                AlgorithmSpec.RSAES_OAEP_SHA_256)
                                                        .wrappingKeySpec(
                                                                WrappingKeySpec.RSA_2048))))
                .isEqualTo(
                        "400 UnsupportedOperationException: %s origin is AWS_KMS which is not valid for this operation."
                                .formatted(arn(own)));
        var id = external();
        assertThat(
                        refusal(() ->
                                ring.kms()
                                        .importKeyMaterial(request ->
                                                forGood(
                                                        request.keyId(id)
                                                                .importToken(
                                                                        Keyring.bytes("nonsense"))
                                                                .encryptedKeyMaterial(
                                                                        Keyring.bytes("x"))))))
                .startsWith("400 InvalidImportTokenException");
    }

    private String external() {
        return ring.key(request -> request.origin(OriginType.EXTERNAL));
    }

    private String state(String id) {
        return ring.kms()
                .describeKey(request -> request.keyId(id))
                .keyMetadata()
                .keyStateAsString();
    }

    private byte[] bytes(int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static void forGood(ImportKeyMaterialRequest.Builder request) {
        request.expirationModel(ExpirationModelType.KEY_MATERIAL_DOES_NOT_EXPIRE);
    }

    private ImportKeyMaterialResponse importInto(
            String id, byte[] material, Consumer<ImportKeyMaterialRequest.Builder> more)
            throws Exception {
        var parameters =
                ring.kms()
                        .getParametersForImport(request ->
                                request.keyId(id)
                                        .wrappingAlgorithm(AlgorithmSpec.RSAES_OAEP_SHA_256)
                                        .wrappingKeySpec(WrappingKeySpec.RSA_2048));
        var wrapped = wrapped(parameters.publicKey().asByteArray(), material);
        return ring.kms()
                .importKeyMaterial(request -> {
                    request.keyId(id)
                            .importToken(parameters.importToken())
                            .encryptedKeyMaterial(SdkBytes.fromByteArray(wrapped));
                    more.accept(request);
                });
    }

    private void importWrapped(String id, byte[] secret) throws Exception {
        var parameters =
                ring.kms()
                        .getParametersForImport(request ->
                                request.keyId(id)
                                        .wrappingAlgorithm(AlgorithmSpec.RSA_AES_KEY_WRAP_SHA_256)
                                        .wrappingKeySpec(WrappingKeySpec.RSA_4096));
        var aes = bytes(32);
        var cipher = Cipher.getInstance("AES/KWP/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(aes, "AES"));
        var inner = cipher.doFinal(secret);
        var outer = wrapped(parameters.publicKey().asByteArray(), aes);
        var both = ByteBuffer.allocate(outer.length + inner.length).put(outer).put(inner).array();
        ring.kms()
                .importKeyMaterial(request ->
                        forGood(
                                request.keyId(id)
                                        .importToken(parameters.importToken())
                                        .encryptedKeyMaterial(SdkBytes.fromByteArray(both))));
    }

    private static byte[] wrapped(byte[] publicKey, byte[] material) throws Exception {
        PublicKey key =
                KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(publicKey));
        var cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
        cipher.init(
                Cipher.ENCRYPT_MODE,
                key,
                new OAEPParameterSpec(
                        "SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT));
        return cipher.doFinal(material);
    }
}
