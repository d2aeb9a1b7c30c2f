package groundschool.emulator.s3.lock;

import groundschool.emulator.s3.S3Errors;
import groundschool.emulator.s3.lock.ObjectLock.Retention;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;

/// What a bucket with Object Lock gives each new version that says nothing itself.
///
/// @param rule absent if that is nothing
public record LockConfiguration(String objectLockEnabled, Optional<Rule> rule) {

    public static final String ENABLED = "Enabled";

    private static final int MOST_DAYS = 36_500;
    private static final int MOST_YEARS = 100;
    private static final Set<String> MODES = Set.of(ObjectLock.GOVERNANCE, ObjectLock.COMPLIANCE);

    public record Rule(Optional<DefaultRetention> defaultRetention) {}

    /// Days or years, never both.
    public record DefaultRetention(
            Optional<String> mode, Optional<Integer> days, Optional<Integer> years) {

        private void check() {
            if (mode.filter(MODES::contains).isEmpty() || days.isPresent() == years.isPresent()) {
                throw S3Errors.malformedXml();
            }
            int length = days.or(() -> years).orElseThrow();
            if (length <= 0) {
                throw S3Errors.invalidArgument(
                        "Default retention period must be a positive integer value.",
                        days.isPresent() ? "Days" : "Years",
                        String.valueOf(length));
            }
            if (length > (days.isPresent() ? MOST_DAYS : MOST_YEARS)) {
                throw S3Errors.invalidArgument(
                        "Default retention period too large.",
                        days.isPresent() ? "Days" : "Years",
                        String.valueOf(length));
            }
        }

        Retention from(Instant now) {
            var day = now.atOffset(ZoneOffset.UTC);
            return new Retention(
                    mode.orElseThrow(),
                    day.plusDays(days.orElse(0)).plusYears(years.orElse(0)).toInstant());
        }
    }

    /// @throws groundschool.emulator.AwsException if it is none
    public void check() {
        if (!objectLockEnabled.equals(ENABLED)) {
            throw S3Errors.malformedXml();
        }
        if (rule.isPresent()) {
            rule.get().defaultRetention().orElseThrow(S3Errors::malformedXml).check();
        }
    }

    /// What a version has that is made now.
    public Optional<Retention> retention(Instant now) {
        return rule.flatMap(Rule::defaultRetention).map(it -> it.from(now));
    }
}
