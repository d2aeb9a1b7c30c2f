package groundschool.emulator.iam.operation;

import static groundschool.emulator.iam.CloudAccount.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.SelfSigned;
import groundschool.emulator.iam.CloudAccount;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.EncodingType;
import software.amazon.awssdk.services.iam.model.SSHPublicKey;
import software.amazon.awssdk.services.iam.model.StatusType;

/// Keys that users sign in to Git repositories with.
class SshPublicKeyTest {

    /// Made by `ssh-keygen -t rsa`; its fingerprint is what `ssh-keygen -l -E md5` says.
    private static final String KEY =
            "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQCwdHPCCUkGQWoIT6xDJUdUp9D9ToDOgs4SsSzMUTji"
                    + "lRHXKQSb5jL61OBVhBUT20MF6bqRB2a+48Gx24sZO8XxcMmjRTag4CSZ6WONwGVm3UMYOScsfh+Z+9iu"
                    + "iU0HpZmc6Pkr1Qq9tMf8ZbXcV3HQoEJxDRMVux/FouM4cVvo3PAuU69trZXZSOyY3c2kKpLfdFLEpPzR"
                    + "+wuiXzi+W34s09ephPlS8Srb67pKvKfVxrtNq+E0yJB4MWVwCr095r9zdOsuP8c0n/3McqUC2O8OM8xL"
                    + "1A4ehIva4QEdwaWiit/ywblBYoxh2cCkGk6+/LpYNswu2o786V5czgPFPVvP"
                    + " ada@example";

    private static final String FINGERPRINT = "c9:79:11:3a:ee:81:ad:44:69:5f:d4:55:4c:14:9f:3c";

    private final CloudAccount account = new CloudAccount();
    private final IamClient iam = account.iam();

    @BeforeEach
    void make() {
        iam.createUser(request -> request.userName("Ada"));
    }

    @AfterEach
    void close() {
        account.close();
    }

    @Test
    void is_shown_in_either_encoding_with_its_fingerprint() {
        var uploaded = upload(KEY);

        assertThat(uploaded.sshPublicKeyId()).matches("APKA[A-Z0-9]{17}");
        assertThat(uploaded.fingerprint()).isEqualTo(FINGERPRINT);
        assertThat(uploaded.sshPublicKeyBody()).isEqualTo(KEY);
        assertThat(uploaded.status()).isEqualTo(StatusType.ACTIVE);
        assertThat(KEY).startsWith(get(uploaded, EncodingType.SSH).sshPublicKeyBody());
        var pem = get(uploaded, EncodingType.PEM).sshPublicKeyBody();
        assertThat(pem).startsWith("-----BEGIN PUBLIC KEY-----\n");
        assertThat(refusal(() -> upload(pem)))
                .isEqualTo(
                        "400 DuplicateSSHPublicKey: The SSH public key is already associated with"
                                + " the specified IAM user.");
    }

    @Test
    void is_refused_if_it_is_none() {
        for (var body :
                List.of(
                        "key",
                        "ssh-ed25519 AAAA",
                        "ssh-rsa AAAA",
                        KEY.replace("B3NzaC1", "////////"))) {
            assertThat(refusal(() -> upload(body))).startsWith("400 InvalidPublicKey: ");
        }
    }

    @Test
    void is_listed_switched_off_and_deleted_before_its_user() {
        var id = upload(KEY).sshPublicKeyId();

        iam.updateSSHPublicKey(
                request -> request.userName("Ada").sshPublicKeyId(id).status(StatusType.INACTIVE));

        assertThat(iam.listSSHPublicKeys(request -> request.userName("Ada")).sshPublicKeys())
                .singleElement()
                .satisfies(key -> assertThat(key.status()).isEqualTo(StatusType.INACTIVE));
        assertThat(refusal(() -> iam.deleteUser(request -> request.userName("Ada"))))
                .isEqualTo(
                        "409 DeleteConflict: Cannot delete entity, must remove referenced objects"
                                + " first.");
        iam.deleteSSHPublicKey(request -> request.userName("Ada").sshPublicKeyId(id));
        assertThat(
                        refusal(() ->
                                iam.deleteSSHPublicKey(
                                        request -> request.userName("Ada").sshPublicKeyId(id))))
                .isEqualTo(
                        "404 NoSuchEntity: The SSH Public Key with id %s cannot be found."
                                .formatted(id));
        iam.deleteUser(request -> request.userName("Ada"));
    }

    @Test
    void are_five_at_most() {
        for (var i = 0; i < 5; i++) {
            upload(pem());
        }

        assertThat(refusal(() -> upload(pem())))
                .isEqualTo("409 LimitExceeded: Cannot exceed quota for SSHPublicKeysPerUser: 5");
    }

    private static String pem() {
        var now = Instant.now();
        var key = SelfSigned.of("key", now, now).keys().getPublic();
        return SelfSigned.pem("PUBLIC KEY", key.getEncoded());
    }

    private SSHPublicKey upload(String body) {
        return iam.uploadSSHPublicKey(request -> request.userName("Ada").sshPublicKeyBody(body))
                .sshPublicKey();
    }

    private SSHPublicKey get(SSHPublicKey key, EncodingType encoding) {
        return iam.getSSHPublicKey(request ->
                        request.userName("Ada")
                                .sshPublicKeyId(key.sshPublicKeyId())
                                .encoding(encoding))
                .sshPublicKey();
    }
}
