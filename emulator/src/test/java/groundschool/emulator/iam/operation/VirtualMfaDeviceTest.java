package groundschool.emulator.iam.operation;

import static groundschool.emulator.iam.CloudAccount.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.iam.CloudAccount;
import groundschool.emulator.iam.mfa.Totp;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AssignmentStatusType;
import software.amazon.awssdk.services.iam.model.VirtualMFADevice;

/// The operations on virtual second factors, and what they open.
///
/// The refusals' words are those of recorded answers of IAM, where they were recorded.
class VirtualMfaDeviceTest {

    private static final String SERIAL = "arn:aws:iam::123456789012:mfa/phone";
    private static final String ROLE = "arn:aws:iam::123456789012:role/careful";

    private final CloudAccount account = new CloudAccount();
    private final IamClient iam = account.iam();
    private AwsCredentials ada = account.root();

    @BeforeEach
    void stop_the_clock() {
        account.sandbox().clock().freeze();
        ada = account.user("ada");
    }

    @AfterEach
    void close() {
        account.close();
    }

    @Test
    void has_tags() {
        var serial =
                iam.createVirtualMFADevice(request -> request.virtualMFADeviceName("tagged"))
                        .virtualMFADevice()
                        .serialNumber();

        iam.tagMFADevice(request ->
                request.serialNumber(serial).tags(tag -> tag.key("Team").value("Books")));

        assertThat(iam.listMFADeviceTags(request -> request.serialNumber(serial)).tags())
                .singleElement()
                .satisfies(tag -> assertThat(tag.value()).isEqualTo("Books"));
        iam.untagMFADevice(request -> request.serialNumber(serial).tagKeys("Team"));
        assertThat(iam.listMFADeviceTags(request -> request.serialNumber(serial)).tags()).isEmpty();
    }

    @Test
    void a_new_device_shows_its_seed_once_as_text_and_as_a_picture() throws IOException {
        var made = create();

        assertThat(made.serialNumber()).isEqualTo(SERIAL);
        assertThat(made.base32StringSeed().asUtf8String()).matches("[A-Z2-7]{64}");
        var picture = ImageIO.read(new ByteArrayInputStream(made.qrCodePNG().asByteArray()));
        assertThat(picture.getWidth()).isEqualTo(picture.getHeight()).isGreaterThan(100);
        assertThat(iam.listVirtualMFADevices().virtualMFADevices())
                .containsExactly(VirtualMFADevice.builder().serialNumber(SERIAL).build());
        assertThat(refusal(this::create))
                .isEqualTo("409 EntityAlreadyExists: MFA device already exists.");
    }

    @Test
    void two_codes_in_a_row_make_it_a_users() {
        var seed = seed();
        assertThat(refusal(() -> enable(code(seed, 0), code(seed, 0))))
                .isEqualTo(
                        "403 InvalidAuthenticationCode: Authentication code for device is not valid.");

        enable(code(seed, -1), code(seed, 0));

        var listed = iam.listMFADevices(request -> request.userName("ada")).mfaDevices();
        assertThat(listed).hasSize(1);
        assertThat(listed.getFirst().serialNumber()).isEqualTo(SERIAL);
        var assigned =
                iam.listVirtualMFADevices(
                                request -> request.assignmentStatus(AssignmentStatusType.ASSIGNED))
                        .virtualMFADevices();
        assertThat(assigned).hasSize(1);
        assertThat(assigned.getFirst().user().userName()).isEqualTo("ada");
        assertThat(
                        iam.getMFADevice(request -> request.userName("ada").serialNumber(SERIAL))
                                .enableDate())
                .isEqualTo(listed.getFirst().enableDate());
        assertThat(refusal(() -> enable(code(seed, 0), code(seed, 1))))
                .isEqualTo("409 EntityAlreadyExists: MFA Device is already in use.");
    }

    @Test
    void it_must_be_taken_from_its_user_before_it_is_deleted_and_its_user_before_that() {
        enabled();

        assertThat(
                        refusal(() ->
                                iam.deleteVirtualMFADevice(
                                        request -> request.serialNumber(SERIAL))))
                .isEqualTo("409 DeleteConflict: MFA VirtualDevice in use. Must deactivate first.");
        iam.deleteAccessKey(request -> request.userName("ada").accessKeyId(ada.accessKeyId()));
        assertThat(refusal(() -> iam.deleteUser(request -> request.userName("ada"))))
                .isEqualTo(
                        "409 DeleteConflict: Cannot delete entity, must delete MFA device first.");

        iam.deactivateMFADevice(request -> request.userName("ada").serialNumber(SERIAL));
        iam.deleteVirtualMFADevice(request -> request.serialNumber(SERIAL));
        iam.deleteUser(request -> request.userName("ada"));
        assertThat(iam.listVirtualMFADevices().virtualMFADevices()).isEmpty();
    }

    @Test
    void a_device_that_is_not_there_is_missed_by_its_serial_number() {
        var noSuch =
                "404 NoSuchEntity: MFA Device with serial number %s does not exist."
                        .formatted(SERIAL);

        assertThat(
                        refusal(() ->
                                iam.deactivateMFADevice(
                                        request -> request.userName("ada").serialNumber(SERIAL))))
                .isEqualTo(noSuch);
        assertThat(
                        refusal(() ->
                                iam.deleteVirtualMFADevice(
                                        request -> request.serialNumber(SERIAL))))
                .isEqualTo(noSuch);
        assertThat(refusal(() -> enable("123456", "654321"))).isEqualTo(noSuch);
    }

    @Test
    void a_session_shows_that_a_code_was_given() {
        var seed = enabled();
        iam.putUserPolicy(request ->
                request.userName("ada")
                        .policyName("careful")
                        .policyDocument(
                                """
                                {"Version": "2012-10-17",
                                 "Statement": [{"Effect": "Allow", "Action": "iam:*", "Resource": "*",
                                                "Condition": {"Bool": {"aws:MultiFactorAuthPresent": "true"}}}]}
                                """));
        assertThat(refusal(() -> account.iam(ada).listUsers())).startsWith("403 AccessDenied");

        later(30);
        var session = session(code(seed, 0));

        assertThat(account.iam(session).listUsers().users()).hasSize(2);
    }

    @Test
    void a_session_without_a_code_is_no_entry_to_iam() {
        account.allow("ada", "*");
        var sts = account.sts(ada);
        var session = CloudAccount.session(sts.getSessionToken().credentials());
        var federated =
                CloudAccount.session(
                        sts.getFederationToken(request ->
                                        request.name("guest")
                                                .policy(CloudAccount.policy("Allow", "*")))
                                .credentials());

        assertThat(refusal(() -> account.iam(session).listUsers()))
                .isEqualTo(
                        "403 InvalidClientTokenId: The security token included in the request is invalid");
        assertThat(refusal(() -> account.iam(federated).listUsers()))
                .startsWith("403 InvalidClientTokenId: ");
    }

    @Test
    void a_code_is_good_once_and_for_a_short_time() {
        var seed = enabled();
        later(60);
        var code = code(seed, 0);
        session(code);

        var wrong =
                "403 AccessDenied: MultiFactorAuthentication failed with invalid MFA one time pass code. ";
        assertThat(refusal(() -> session(code))).isEqualTo(wrong);
        var next = code(seed, 1);
        later(90);
        assertThat(refusal(() -> session(next))).isEqualTo(wrong);
        session(code(seed, 0));
    }

    @Test
    void nobody_gets_in_by_the_device_of_another() {
        var seed = enabled();
        later(30);
        var grace = account.sts(account.user("grace"));

        assertThat(
                        refusal(() ->
                                grace.getSessionToken(request ->
                                        request.serialNumber(SERIAL).tokenCode(code(seed, 0)))))
                .isEqualTo(
                        "403 AccessDenied: MultiFactorAuthentication failed, unable to validate MFA code.  Please verify your MFA serial number is valid and associated with this user.");
        assertThat(refusal(() -> grace.getSessionToken(request -> request.tokenCode("123456"))))
                .isEqualTo(
                        "403 AccessDenied: MultiFactorAuthentication failed, must provide both MFA serial number and one time pass code.");
    }

    @Test
    void a_role_may_want_a_second_factor_of_whoever_assumes_it() {
        var seed = enabled();
        later(30);
        account.allow("ada", "sts:AssumeRole");
        account.role(
                "careful",
                """
                {"Version": "2012-10-17",
                 "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole",
                                "Principal": {"AWS": "123456789012"},
                                "Condition": {"Bool": {"aws:MultiFactorAuthPresent": "true"}}}]}
                """);
        var sts = account.sts(ada);

        assertThat(
                        refusal(() ->
                                sts.assumeRole(
                                        request -> request.roleArn(ROLE).roleSessionName("ada"))))
                .isEqualTo(
                        "403 AccessDenied: User: arn:aws:iam::123456789012:user/ada is not authorized to perform: sts:AssumeRole on resource: "
                                + ROLE);
        var assumed =
                sts.assumeRole(request ->
                        request.roleArn(ROLE)
                                .roleSessionName("ada")
                                .serialNumber(SERIAL)
                                .tokenCode(code(seed, 0)));
        assertThat(assumed.assumedRoleUser().arn())
                .isEqualTo("arn:aws:sts::123456789012:assumed-role/careful/ada");
    }

    @Test
    void a_device_whose_clock_is_wrong_is_set_by_two_codes() {
        var seed = enabled();
        later(600);
        assertThat(refusal(() -> session(code(seed, 8)))).startsWith("403 AccessDenied");

        iam.resyncMFADevice(request ->
                request.userName("ada")
                        .serialNumber(SERIAL)
                        .authenticationCode1(code(seed, 8))
                        .authenticationCode2(code(seed, 9)));

        session(code(seed, 10));
    }

    private VirtualMFADevice create() {
        return iam.createVirtualMFADevice(request -> request.virtualMFADeviceName("phone"))
                .virtualMFADevice();
    }

    private String seed() {
        return create().base32StringSeed().asUtf8String();
    }

    /// The seed of a device that is Ada's.
    private String enabled() {
        var seed = seed();
        enable(code(seed, -1), code(seed, 0));
        return seed;
    }

    private void enable(String first, String second) {
        iam.enableMFADevice(request ->
                request.userName("ada")
                        .serialNumber(SERIAL)
                        .authenticationCode1(first)
                        .authenticationCode2(second));
    }

    private AwsCredentials session(String code) {
        return CloudAccount.session(
                account.sts(ada)
                        .getSessionToken(request -> request.serialNumber(SERIAL).tokenCode(code))
                        .credentials());
    }

    private void later(int seconds) {
        account.sandbox().clock().advance(Duration.ofSeconds(seconds));
    }

    /// The code that the device shows so many times 30 seconds from now.
    private String code(String seed, int steps) {
        Instant then = account.sandbox().clock().now().plusSeconds(30L * steps);
        return Totp.code(seed, then);
    }
}
