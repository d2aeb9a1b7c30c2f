package groundschool.emulator.kms;

import static groundschool.emulator.iam.CloudAccount.refusal;
import static groundschool.emulator.kms.Keyring.arn;
import static groundschool.emulator.kms.Keyring.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kms.model.KeySpec;
import software.amazon.awssdk.services.kms.model.KeyState;
import software.amazon.awssdk.services.kms.model.KeyUsageType;
import software.amazon.awssdk.services.kms.model.OriginType;
import software.amazon.awssdk.services.kms.model.Tag;

/// Keys, their states, aliases and labels.
class KeysTest {

    private static final String MISSING = "12345678-1234-4321-8765-123456789012";

    private final Keyring ring = new Keyring();

    @AfterEach
    void close() {
        ring.close();
    }

    @Test
    void a_new_key_is_symmetric_and_enabled() {
        var key = ring.kms().createKey(request -> request.description("orders")).keyMetadata();

        assertThat(key.arn()).isEqualTo(arn(key.keyId()));
        assertThat(key.awsAccountId()).isEqualTo(Keyring.ACCOUNT);
        assertThat(key.description()).isEqualTo("orders");
        assertThat(key.enabled()).isTrue();
        assertThat(key.keyStateAsString()).isEqualTo("Enabled");
        assertThat(key.keyUsageAsString()).isEqualTo("ENCRYPT_DECRYPT");
        assertThat(key.keySpecAsString()).isEqualTo("SYMMETRIC_DEFAULT");
        assertThat(key.keyManagerAsString()).isEqualTo("CUSTOMER");
        assertThat(key.originAsString()).isEqualTo("AWS_KMS");
        assertThat(key.encryptionAlgorithmsAsStrings()).containsExactly("SYMMETRIC_DEFAULT");
        assertThat(key.hasSigningAlgorithms()).isFalse();
        assertThat(key.multiRegion()).isFalse();
        assertThat(key.currentKeyMaterialId()).matches("[0-9a-f]{64}");
        assertThat(ring.kms().describeKey(request -> request.keyId(key.keyId())).keyMetadata())
                .isEqualTo(key);
    }

    @Test
    void keys_of_other_kinds_must_say_what_they_are_for() {
        assertThat(refusal(() -> ring.kms().createKey(request -> request.keySpec("HMAC_256"))))
                .isEqualTo(
                        "400 ValidationException: You must specify a KeyUsage value for all KMS keys except for symmetric encryption keys.");
        assertThat(
                        refusal(() ->
                                ring.kms()
                                        .createKey(request ->
                                                request.keySpec(KeySpec.RSA_2048)
                                                        .keyUsage(KeyUsageType.KEY_AGREEMENT))))
                .isEqualTo(
                        "400 ValidationException: KeyUsage KEY_AGREEMENT is not compatible with KeySpec RSA_2048");
    }

    @Test
    void what_is_not_there_is_refused_by_name() {
        assertThat(
                        refusal(() ->
                                ring.kms()
                                        .createKey(request ->
                                                request.origin(OriginType.AWS_CLOUDHSM))))
                .isEqualTo(
                        "400 UnsupportedOperationException: Groundschool's emulator does not have Origin AWS_CLOUDHSM of KMS yet. docs/coverage.md lists what it has.");
        assertThat(
                        refusal(() ->
                                ring.kms()
                                        .createKey(request ->
                                                request.keySpec(KeySpec.ECC_SECG_P256_K1)
                                                        .keyUsage(KeyUsageType.SIGN_VERIFY))))
                .contains("does not have the key spec ECC_SECG_P256K1 of KMS yet");
    }

    @Test
    void a_key_is_found_by_id_arn_alias_and_the_arn_of_the_alias() {
        var id = ring.key();
        ring.kms().createAlias(request -> request.aliasName("alias/orders").targetKeyId(id));

        for (var name :
                List.of(
                        id,
                        arn(id),
                        "alias/orders",
                        "arn:aws:kms:eu-west-1:123456789012:alias/orders")) {
            assertThat(ring.kms().describeKey(request -> request.keyId(name)).keyMetadata().keyId())
                    .isEqualTo(id);
        }
    }

    @Test
    void what_is_no_key_is_told_apart() {
        assertThat(refusal(() -> ring.kms().describeKey(request -> request.keyId(MISSING))))
                .isEqualTo(
                        "400 NotFoundException: Key '%s' does not exist".formatted(arn(MISSING)));
        assertThat(refusal(() -> ring.kms().describeKey(request -> request.keyId("fake-key-id"))))
                .isEqualTo("400 NotFoundException: Invalid keyId 'fake-key-id'");
        assertThat(refusal(() -> ring.kms().describeKey(request -> request.keyId("alias/gone"))))
                .isEqualTo(
                        "400 NotFoundException: Alias arn:aws:kms:eu-west-1:123456789012:alias/gone is not found.");
        assertThat(
                        refusal(() ->
                                ring.kms()
                                        .describeKey(request ->
                                                request.keyId(
                                                        arn(MISSING)
                                                                .replace(
                                                                        "eu-west-1",
                                                                        "us-east-1")))))
                .isEqualTo("400 NotFoundException: Invalid arn us-east-1");
    }

    @Test
    void a_key_is_in_its_region_only() {
        var id = ring.key();
        var elsewhere = ring.kms(ring.account().administratorCredentials(), Region.US_EAST_1);

        assertThat(refusal(() -> elsewhere.describeKey(request -> request.keyId(id))))
                .isEqualTo(
                        "400 NotFoundException: Key 'arn:aws:kms:us-east-1:123456789012:key/%s' does not exist"
                                .formatted(id));
        assertThat(elsewhere.listKeys().keys()).isEmpty();
    }

    @Test
    void keys_are_listed_in_pages() {
        for (int i = 0; i < 5; i++) {
            ring.key();
        }

        var first = ring.kms().listKeys(request -> request.limit(3));
        var second = ring.kms().listKeys(request -> request.marker(first.nextMarker()));

        assertThat(first.truncated()).isTrue();
        assertThat(first.keys()).hasSize(3);
        assertThat(second.keys()).hasSize(2).doesNotContainAnyElementsOf(first.keys());
        assertThat(second.truncated()).isFalse();
        assertThat(ring.kms().listKeysPaginator(request -> request.limit(2)).keys()).hasSize(5);
        assertThat(refusal(() -> ring.kms().listKeys(request -> request.marker("nonsense"))))
                .startsWith("400 InvalidMarkerException");
    }

    @Test
    void a_disabled_key_works_again_once_it_is_enabled() {
        var id = ring.key();
        var blob = ring.encrypt(id, "secret");
        ring.kms().disableKey(request -> request.keyId(id));

        assertThat(refusal(() -> ring.encrypt(id, "more")))
                .isEqualTo("400 DisabledException: %s is disabled.".formatted(arn(id)));
        assertThat(refusal(() -> ring.decrypt(blob)))
                .isEqualTo("400 DisabledException: %s is disabled.".formatted(arn(id)));
        ring.kms().enableKey(request -> request.keyId(id));
        assertThat(ring.decrypt(blob)).isEqualTo("secret");
    }

    @Test
    void a_key_is_deleted_once_its_time_has_come() {
        var id = ring.key();
        ring.kms().createAlias(request -> request.aliasName("alias/old").targetKeyId(id));
        var blob = ring.encrypt(id, "secret");

        var scheduled =
                ring.kms().scheduleKeyDeletion(request -> request.keyId(id).pendingWindowInDays(7));

        assertThat(scheduled.keyId()).isEqualTo(arn(id));
        assertThat(scheduled.keyState()).isEqualTo(KeyState.PENDING_DELETION);
        assertThat(scheduled.pendingWindowInDays()).isEqualTo(7);
        assertThat(refusal(() -> ring.decrypt(blob)))
                .isEqualTo(
                        "400 KMSInvalidStateException: %s is pending deletion.".formatted(arn(id)));
        assertThat(refusal(() -> ring.kms().enableKey(request -> request.keyId(id))))
                .contains("is pending deletion.");
        ring.account().sandbox().clock().advance(Duration.ofDays(7));
        assertThat(refusal(() -> ring.kms().describeKey(request -> request.keyId(id))))
                .endsWith("does not exist");
        assertThat(ring.kms().listAliases().aliases()).isEmpty();
        assertThat(ring.kms().listKeys().keys()).isEmpty();
        assertThat(refusal(() -> ring.decrypt(blob)))
                .isEqualTo(
                        "400 AccessDeniedException: The ciphertext refers to a customer master key that does not exist, does not exist in this region, or you are not allowed to access.");
    }

    @Test
    void a_deletion_can_be_called_off_until_then() {
        var id = ring.key();
        var blob = ring.encrypt(id, "secret");
        ring.kms().scheduleKeyDeletion(request -> request.keyId(id));
        ring.account().sandbox().clock().advance(Duration.ofDays(29));

        ring.kms().cancelKeyDeletion(request -> request.keyId(id));

        assertThat(
                        ring.kms()
                                .describeKey(request -> request.keyId(id))
                                .keyMetadata()
                                .keyStateAsString())
                .isEqualTo("Disabled");
        ring.kms().enableKey(request -> request.keyId(id));
        ring.account().sandbox().clock().advance(Duration.ofDays(29));
        assertThat(ring.decrypt(blob)).isEqualTo("secret");
        assertThat(refusal(() -> ring.kms().cancelKeyDeletion(request -> request.keyId(id))))
                .isEqualTo(
                        "400 KMSInvalidStateException: %s is not pending deletion."
                                .formatted(arn(id)));
    }

    @Test
    void nobody_waits_less_than_a_week_or_more_than_thirty_days() {
        var id = ring.key();
        for (var days : List.of(6, 31)) {
            assertThat(
                            refusal(() ->
                                    ring.kms()
                                            .scheduleKeyDeletion(request ->
                                                    request.keyId(id).pendingWindowInDays(days))))
                    .contains("'pendingWindowInDays' failed to satisfy constraint");
        }
    }

    @Test
    void an_alias_leads_to_another_key_when_it_is_updated() {
        var first = ring.key();
        var second = ring.key();
        ring.kms().createAlias(request -> request.aliasName("alias/data").targetKeyId(first));
        var blob = ring.encrypt("alias/data", "old");

        ring.kms().updateAlias(request -> request.aliasName("alias/data").targetKeyId(second));

        assertThat(
                        ring.kms()
                                .encrypt(request ->
                                        request.keyId("alias/data").plaintext(bytes("new")))
                                .keyId())
                .isEqualTo(arn(second));
        assertThat(ring.decrypt(blob)).isEqualTo("old");
        ring.kms().deleteAlias(request -> request.aliasName("alias/data"));
        assertThat(ring.kms().listAliases().aliases()).isEmpty();
    }

    @Test
    void aliases_are_refused_in_words_of_kms() {
        var id = ring.key();
        ring.kms().createAlias(request -> request.aliasName("alias/data").targetKeyId(id));

        assertThat(aliasRefusal("data", id))
                .isEqualTo(
                        "400 ValidationException: Alias must start with the prefix \"alias/\". Please see https://docs.aws.amazon.com/kms/latest/developerguide/kms-alias.html");
        assertThat(aliasRefusal("alias/data", id))
                .isEqualTo(
                        "400 AlreadyExistsException: An alias with the name arn:aws:kms:eu-west-1:123456789012:alias/data already exists");
        assertThat(aliasRefusal("alias/aws/mine", id)).startsWith("400 NotAuthorizedException");
        assertThat(aliasRefusal("alias/more", "alias/data"))
                .isEqualTo("400 ValidationException: Aliases must refer to keys. Not aliases");
        assertThat(refusal(() -> ring.kms().deleteAlias(request -> request.aliasName("alias/no"))))
                .isEqualTo(
                        "400 NotFoundException: Alias arn:aws:kms:eu-west-1:123456789012:alias/no is not found.");
    }

    @Test
    void labels_are_added_replaced_and_taken() {
        var id = ring.key(request -> request.tags(tag("team", "shop"), tag("stage", "test")));

        ring.kms().tagResource(request -> request.keyId(id).tags(tag("stage", "prod")));
        ring.kms().untagResource(request -> request.keyId(id).tagKeys("team"));

        assertThat(ring.kms().listResourceTags(request -> request.keyId(id)).tags())
                .containsExactly(tag("stage", "prod"));
        assertThat(
                        refusal(() ->
                                ring.kms()
                                        .tagResource(request ->
                                                request.keyId(id)
                                                        .tags(tag("a", "1"), tag("a", "2")))))
                .isEqualTo("400 TagException: Duplicate tag keys");
        assertThat(
                        refusal(() ->
                                ring.kms()
                                        .tagResource(request ->
                                                request.keyId(id).tags(tag("aws:a", "1")))))
                .isEqualTo("400 TagException: Tags beginning with aws: are reserved");
    }

    private String aliasRefusal(String name, String target) {
        return refusal(() ->
                ring.kms().createAlias(request -> request.aliasName(name).targetKeyId(target)));
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().tagKey(key).tagValue(value).build();
    }
}
