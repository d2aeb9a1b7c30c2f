package groundschool.emulator.cognito.flow;

import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.cognito.Hashes;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.Visit;
import groundschool.emulator.cognito.pool.Pool;
import groundschool.emulator.cognito.pool.PoolSettings;
import groundschool.emulator.cognito.risk.Watch;
import groundschool.emulator.cognito.user.Device;
import groundschool.emulator.cognito.user.Devices;
import groundschool.emulator.cognito.user.User;
import java.math.BigInteger;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A device shows that it is the one that the pool knows.
///
/// Source: [Working with user
/// devices](https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-device-tracking.html)
public final class DeviceFlow {

    private DeviceFlow() {}

    /// The device that the client says it is, if the pool remembers that.
    ///
    /// @throws groundschool.emulator.AwsException if the user has no such device
    static Optional<Device> known(Visit visit, User user) {
        var tracking = visit.pool().settings().deviceConfiguration();
        return tracking.flatMap(_ -> visit.device())
                .map(key -> visit.change(pools -> pools.devices(visit.pool()).named(user, key)))
                .filter(device ->
                        device.remembered()
                                .orElse(
                                        !tracking.flatMap(
                                                        PoolSettings.DeviceConfiguration
                                                                ::deviceOnlyRememberedOnUserPrompt)
                                                .orElse(false)));
    }

    /// Whether a device that is known stands for the second factor.
    static boolean isFactor(Pool pool) {
        return pool.settings()
                .deviceConfiguration()
                .flatMap(PoolSettings.DeviceConfiguration::challengeRequiredOnNewDevice)
                .orElse(false);
    }

    static Step ask(Visit visit, User user, Device device) {
        var session =
                SecondFactor.begin(visit, user, "DEVICE_SRP_AUTH", Map.of("device", device.key()));
        return Step.Challenge.of("DEVICE_SRP_AUTH", session, Map.of());
    }

    /// The device has said its public number: the pool says its own.
    static Step offer(Visit visit, AuthSession session, User user, Map<String, String> responses) {
        var device = device(visit, session, user, responses);
        var open =
                Srp.open(Responses.required(responses, "SRP_A"))
                        .orElseThrow(() -> CognitoErrors.invalid("SRP_A is not valid."));
        var offer =
                Srp.offer(
                        new BigInteger(device.verifier().value(), 16),
                        visit.change(UserPools::random));
        var next =
                visit.change(pools -> {
                    pools.sessions(visit.pool()).close(session);
                    return pools.sessions(visit.pool())
                            .begin(
                                    visit.clientId(),
                                    Optional.of(user.username()),
                                    "DEVICE_PASSWORD_VERIFIER",
                                    visit.remembering(
                                            Map.of(
                                                    "device", device.key(),
                                                    "a", open.toString(16),
                                                    "b", offer.secret().toString(16),
                                                    "B", offer.open().toString(16))),
                                    List.of(),
                                    visit.application().settings().sessions(),
                                    visit.now());
                });
        return Step.Challenge.of(
                "DEVICE_PASSWORD_VERIFIER",
                next,
                Map.of(
                        "SALT", device.verifier().salt(),
                        "SRP_B", offer.open().toString(16),
                        "SECRET_BLOCK", next,
                        "USERNAME", user.username(),
                        "DEVICE_KEY", device.key()));
    }

    /// The device shows that it knows its password.
    static Step check(Visit visit, AuthSession session, User user, Map<String, String> responses) {
        var device = device(visit, session, user, responses);
        visit.change(pools -> {
            pools.sessions(visit.pool()).close(session);
            return true;
        });
        var key =
                Srp.key(
                        new BigInteger(session.get("a"), 16),
                        new Srp.Offer(
                                new BigInteger(session.get("b"), 16),
                                new BigInteger(session.get("B"), 16)),
                        new BigInteger(device.verifier().value(), 16));
        var expected =
                Srp.claim(
                        key,
                        Devices.group(visit.pool()),
                        device.key(),
                        Base64.getDecoder()
                                .decode(
                                        Responses.required(
                                                responses, "PASSWORD_CLAIM_SECRET_BLOCK")),
                        Responses.required(responses, "TIMESTAMP"));
        if (!Hashes.same(expected, Responses.required(responses, "PASSWORD_CLAIM_SIGNATURE"))) {
            throw CognitoErrors.incorrect();
        }
        visit.change(pools -> {
            pools.devices(visit.pool())
                    .put(user, device.seen(visit.turn().caller().source(), visit.now()));
            return true;
        });
        return new Step.Done(
                user, visit.now(), Optional.of(device.key()), visit.watch().map(Watch::event));
    }

    private static Device device(
            Visit visit, AuthSession session, User user, Map<String, String> responses) {
        if (!Responses.required(responses, "DEVICE_KEY").equals(session.get("device"))) {
            throw CognitoErrors.sessionInvalid();
        }
        return visit.change(
                pools -> pools.devices(visit.pool()).named(user, session.get("device")));
    }
}
