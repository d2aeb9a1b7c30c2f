package groundschool.emulator.iam.mfa;

import groundschool.emulator.iam.identity.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;

/// A virtual second factor: an authenticator application that was given the seed.
///
/// Source: [Virtual MFA
/// devices](https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_enable_virtual.html)
///
/// @param seed in Base32
/// @param enabled whose it is; absent as long as it is nobody's
/// @param lastStep the 30 seconds of the last code that was taken, which none is taken from again
/// @param driftSteps by how many times 30 seconds the application's clock is ahead
public record MfaDevice(
        String path,
        String name,
        String seed,
        List<Tag> tags,
        Optional<Enabled> enabled,
        long lastStep,
        long driftSteps) {

    private static final int SEED_LETTERS = 64;

    /// By how many steps a code may be off: people type slowly, and clocks differ.
    private static final int TOLERANCE = 1;

    /// When two codes in a row are shown, the clock may be off by more: by ten minutes.
    private static final int FAR = 20;

    public MfaDevice {
        tags = List.copyOf(tags);
    }

    /// @param userId whose it is
    public record Enabled(String userId, Instant since) {}

    /// A new one that is nobody's yet.
    public static MfaDevice fresh(
            String path, String name, List<Tag> tags, RandomGenerator random) {
        return new MfaDevice(
                path,
                name,
                Base32.random(SEED_LETTERS, random),
                tags,
                Optional.empty(),
                Long.MIN_VALUE,
                0);
    }

    /// Its ARN in that account, which is its serial number.
    public String arn(String account) {
        return "arn:aws:iam::" + account + ":mfa" + path + name;
    }

    public boolean isOf(String userId) {
        return enabled.filter(holder -> holder.userId().equals(userId)).isPresent();
    }

    public MfaDevice enabled(Optional<Enabled> other) {
        return new MfaDevice(path, name, seed, tags, other, lastStep, driftSteps);
    }

    public MfaDevice tagged(List<Tag> others) {
        return new MfaDevice(path, name, seed, others, enabled, lastStep, driftSteps);
    }

    /// Itself after it has taken a code; nothing if the code is wrong, or not newer than the last.
    public Optional<MfaDevice> taking(String code, Instant now) {
        var middle = Totp.step(now) + driftSteps;
        for (var step = middle - TOLERANCE; step <= middle + TOLERANCE; step++) {
            if (step > lastStep && Totp.code(seed, step).equals(code)) {
                return Optional.of(at(step, driftSteps));
            }
        }
        return Optional.empty();
    }

    /// Itself after it was set by two codes in a row; nothing if they are none.
    public Optional<MfaDevice> setBy(String first, String second, Instant now) {
        var step = firstOf(first, second, Totp.step(now));
        return step.isPresent()
                ? Optional.of(at(step.getAsLong() + 1, drift(step.getAsLong() + 1, now)))
                : Optional.empty();
    }

    private OptionalLong firstOf(String first, String second, long middle) {
        for (var step = middle - FAR; step <= middle + FAR; step++) {
            if (step >= lastStep
                    && Totp.code(seed, step).equals(first)
                    && Totp.code(seed, step + 1).equals(second)) {
                return OptionalLong.of(step);
            }
        }
        return OptionalLong.empty();
    }

    /// A difference that the tolerance covers is no drift.
    private static long drift(long step, Instant now) {
        var difference = step - Totp.step(now);
        return Math.abs(difference) <= TOLERANCE ? 0 : difference;
    }

    private MfaDevice at(long step, long drift) {
        return new MfaDevice(path, name, seed, tags, enabled, step, drift);
    }
}
