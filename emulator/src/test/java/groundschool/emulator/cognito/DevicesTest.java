package groundschool.emulator.cognito;

import static groundschool.emulator.cognito.CognitoCloud.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeNameType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.DeviceRememberedStatusType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthResponse;

class DevicesTest {

    private final CognitoCloud cloud = new CognitoCloud();
    private final String pool =
            cloud.pool(all ->
                    all.deviceConfiguration(devices ->
                            devices.challengeRequiredOnNewDevice(true)
                                    .deviceOnlyRememberedOnUserPrompt(true)));
    private final String client = cloud.client(pool);

    @AfterEach
    void close() {
        cloud.close();
    }

    private AuthenticationResultType known(String username) {
        cloud.user(client, username);
        var tokens = cloud.signIn(client, username);
        var key = tokens.newDeviceMetadata().deviceKey();
        assertThat(key).startsWith("eu-west-1_");
        var confirmed =
                cloud.anybody.confirmDevice(confirm ->
                        confirm.accessToken(tokens.accessToken())
                                .deviceKey(key)
                                .deviceName("laptop")
                                .deviceSecretVerifierConfig(
                                        config -> config.salt("AQID").passwordVerifier("BAUG")));
        assertThat(confirmed.userConfirmationNecessary()).isTrue();
        return tokens;
    }

    @Test
    void a_device_is_remembered_if_its_user_wants_that() {
        var tokens = known("ada");
        var key = tokens.newDeviceMetadata().deviceKey();

        assertThat(begin("ada", key).authenticationResult()).isNotNull();
        cloud.anybody.updateDeviceStatus(update ->
                update.accessToken(tokens.accessToken())
                        .deviceKey(key)
                        .deviceRememberedStatus(DeviceRememberedStatusType.REMEMBERED));

        assertThat(begin("ada", key).challengeName()).isEqualTo(ChallengeNameType.DEVICE_SRP_AUTH);
        assertThat(
                        cloud.anybody
                                .getDevice(
                                        get -> get.accessToken(tokens.accessToken()).deviceKey(key))
                                .device()
                                .deviceAttributes())
                .extracting(AttributeType::name)
                .contains("device_name", "dev:device_remembered_status");
    }

    private InitiateAuthResponse begin(String username, String key) {
        return cloud.begin(
                client,
                AuthFlowType.USER_PASSWORD_AUTH,
                "USERNAME",
                username,
                "PASSWORD",
                CognitoCloud.PASSWORD,
                "DEVICE_KEY",
                key);
    }

    @Test
    void a_device_that_does_not_know_its_password_is_kept_out() {
        var tokens = known("ada");
        var key = tokens.newDeviceMetadata().deviceKey();
        cloud.admin.adminUpdateDeviceStatus(update ->
                update.userPoolId(pool)
                        .username("ada")
                        .deviceKey(key)
                        .deviceRememberedStatus(DeviceRememberedStatusType.REMEMBERED));
        var srp = new SrpClient(pool);
        var asked = begin("ada", key);

        var offer =
                cloud.answer(
                        client,
                        ChallengeNameType.DEVICE_SRP_AUTH,
                        asked.session(),
                        "USERNAME",
                        "ada",
                        "DEVICE_KEY",
                        key,
                        "SRP_A",
                        srp.a());

        assertThat(offer.challengeName()).isEqualTo(ChallengeNameType.DEVICE_PASSWORD_VERIFIER);
        assertThat(
                        refusal(() ->
                                cloud.answer(
                                        client,
                                        ChallengeNameType.DEVICE_PASSWORD_VERIFIER,
                                        offer.session(),
                                        "USERNAME",
                                        "ada",
                                        "DEVICE_KEY",
                                        key,
                                        "TIMESTAMP",
                                        "Wed Nov 25 10:00:00 UTC 2026",
                                        "PASSWORD_CLAIM_SECRET_BLOCK",
                                        offer.challengeParameters()
                                                .getOrDefault("SECRET_BLOCK", ""),
                                        "PASSWORD_CLAIM_SIGNATURE",
                                        "d3Jvbmc=")))
                .isEqualTo("NotAuthorizedException: Incorrect username or password.");
    }

    @Test
    void a_forgotten_device_and_that_of_somebody_else_are_none() {
        var tokens = known("ada");
        var key = tokens.newDeviceMetadata().deviceKey();
        cloud.user(client, "eve");

        assertThat(refusal(() -> begin("eve", key)))
                .isEqualTo("ResourceNotFoundException: Device does not exist.");
        cloud.anybody.forgetDevice(
                forget -> forget.accessToken(tokens.accessToken()).deviceKey(key));
        assertThat(refusal(() -> begin("ada", key)))
                .isEqualTo("ResourceNotFoundException: Device does not exist.");
        assertThat(
                        cloud.anybody
                                .listDevices(list -> list.accessToken(tokens.accessToken()))
                                .devices())
                .isEmpty();
    }

    @Test
    void nobody_has_a_device_known_that_signed_in_elsewhere() {
        cloud.user(client, "ada");
        var one = cloud.signIn(client, "ada");
        var other = cloud.signIn(client, "ada");

        assertThat(
                        refusal(() ->
                                cloud.anybody.confirmDevice(confirm ->
                                        confirm.accessToken(one.accessToken())
                                                .deviceKey(other.newDeviceMetadata().deviceKey())
                                                .deviceSecretVerifierConfig(config ->
                                                        config.salt("AQID")
                                                                .passwordVerifier("BAUG")))))
                .isEqualTo("InvalidParameterException: Invalid device key given.");
    }
}
