package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.pool.PoolSettings;
import groundschool.emulator.cognito.token.Verified;
import groundschool.emulator.cognito.user.Device;
import groundschool.emulator.cognito.user.Verifier;
import java.math.BigInteger;
import java.util.Base64;
import java.util.Optional;

/// Has the pool know a device again, by a password that only the device has.
///
/// Source:
/// [ConfirmDevice](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ConfirmDevice.html)
public record ConfirmDevice(
        String accessToken,
        String deviceKey,
        Optional<VerifierConfig> deviceSecretVerifierConfig,
        Optional<String> deviceName)
        implements CognitoIdpOperation, OfHolder, Operation<UserPools> {

    private static final int MOST_VERIFIER_BYTES = 385;

    /// Both in base64.
    public record VerifierConfig(Optional<String> passwordVerifier, Optional<String> salt) {}

    public record Response(boolean userConfirmationNecessary) {}

    @Override
    public Response run(UserPools pools, Call call) {
        var holder = Verified.holder(accessToken, pools, call.now());
        DeviceDescription.checkTracking(holder.pool());
        if (!holder.device().equals(Optional.of(deviceKey))) {
            throw CognitoErrors.invalid("Invalid device key given.");
        }
        if (pools.devices(holder.pool()).find(holder.user(), deviceKey).isPresent()) {
            throw CognitoErrors.of("DeviceKeyExistsException", "Device already exists.");
        }
        var config =
                deviceSecretVerifierConfig.orElseThrow(
                        () -> CognitoErrors.missing("DeviceSecretVerifierConfig"));
        pools.devices(holder.pool())
                .put(
                        holder.user(),
                        new Device(
                                deviceKey,
                                deviceName,
                                new Verifier(
                                        number(config.salt()), number(config.passwordVerifier())),
                                Optional.empty(),
                                "127.0.0.1",
                                call.now(),
                                call.now(),
                                call.now()));
        return new Response(
                holder.pool()
                        .settings()
                        .deviceConfiguration()
                        .flatMap(PoolSettings.DeviceConfiguration::deviceOnlyRememberedOnUserPrompt)
                        .orElse(false));
    }

    private static String number(Optional<String> base64) {
        try {
            var bytes = Base64.getDecoder().decode(base64.orElse(""));
            if (bytes.length > 0 && bytes.length <= MOST_VERIFIER_BYTES) {
                return new BigInteger(1, bytes).toString(16);
            }
        } catch (IllegalArgumentException _) {
            // Said below.
        }
        throw CognitoErrors.invalid("Invalid device secret verifier.");
    }
}
