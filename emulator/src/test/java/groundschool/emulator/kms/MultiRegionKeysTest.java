package groundschool.emulator.kms;

import static groundschool.emulator.iam.CloudAccount.refusal;
import static groundschool.emulator.kms.Keyring.arn;
import static groundschool.emulator.kms.Keyring.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.MultiRegionKeyType;

/// Keys that are the same in several Regions.
class MultiRegionKeysTest {

    private final Keyring ring = new Keyring();
    private final KmsClient there =
            ring.kms(ring.account().administratorCredentials(), Region.AP_SOUTHEAST_1);

    @AfterEach
    void close() {
        ring.close();
    }

    @Test
    void what_is_encrypted_in_one_region_is_decrypted_in_another() {
        var id = ring.key(request -> request.multiRegion(true));

        var replica =
                ring.kms()
                        .replicateKey(request -> request.keyId(id).replicaRegion("ap-southeast-1"));

        assertThat(id).matches("mrk-[0-9a-f]{32}");
        assertThat(replica.replicaKeyMetadata().keyId()).isEqualTo(id);
        assertThat(replica.replicaKeyMetadata().keyStateAsString()).isEqualTo("Creating");
        assertThat(replica.replicaPolicy()).contains("key-default-1");
        var told = there.describeKey(request -> request.keyId(id)).keyMetadata();
        assertThat(told.enabled()).isTrue();
        assertThat(told.multiRegionConfiguration().multiRegionKeyType())
                .isEqualTo(MultiRegionKeyType.REPLICA);
        assertThat(told.multiRegionConfiguration().primaryKey().arn()).isEqualTo(arn(id));
        var blob = ring.encrypt(id, "secret");
        assertThat(there.decrypt(request -> request.ciphertextBlob(blob)).plaintext())
                .isEqualTo(bytes("secret"));
    }

    @Test
    void rotations_of_the_primary_reach_its_replicas() {
        var id = ring.key(request -> request.multiRegion(true));
        ring.kms().replicateKey(request -> request.keyId(id).replicaRegion("ap-southeast-1"));
        ring.kms().enableKeyRotation(request -> request.keyId(id).rotationPeriodInDays(90));

        ring.account().sandbox().clock().advance(Duration.ofDays(91));
        var blob =
                there.encrypt(request -> request.keyId(id).plaintext(bytes("new")))
                        .ciphertextBlob();

        assertThat(ring.decrypt(blob)).isEqualTo("new");
        assertThat(there.listKeyRotations(request -> request.keyId(arnThere(id))).rotations())
                .hasSize(1);
    }

    @Test
    void only_the_primary_is_copied_and_any_copy_can_become_it() {
        var id = ring.key(request -> request.multiRegion(true));
        var plain = ring.key();
        ring.kms().replicateKey(request -> request.keyId(id).replicaRegion("ap-southeast-1"));

        assertThat(
                        refusal(() ->
                                there.replicateKey(
                                        request -> request.keyId(id).replicaRegion("us-east-1"))))
                .isEqualTo(
                        "400 UnsupportedOperationException: %s is not a multi-region primary key."
                                .formatted(arnThere(id)));
        assertThat(
                        refusal(() ->
                                ring.kms()
                                        .replicateKey(request ->
                                                request.keyId(plain).replicaRegion("us-east-1"))))
                .endsWith("is not a multi-region primary key.");
        ring.kms()
                .updatePrimaryRegion(request -> request.keyId(id).primaryRegion("ap-southeast-1"));
        assertThat(
                        ring.kms()
                                .describeKey(request -> request.keyId(id))
                                .keyMetadata()
                                .multiRegionConfiguration()
                                .multiRegionKeyTypeAsString())
                .isEqualTo("REPLICA");
        there.replicateKey(request -> request.keyId(id).replicaRegion("us-east-1"));
    }

    private static String arnThere(String id) {
        return arn(id).replace("eu-west-1", "ap-southeast-1");
    }
}
