package groundschool.emulator.iam.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What IAM keeps of an account as a whole.
///
/// @param alias by which users find its sign-in page
/// @param passwordPolicy absent as long as nobody has set one
/// @param report the last credential report
/// @param tokenVersion of the tokens of STS's global endpoint, if somebody has set one
public record AccountSettings(
        Optional<String> alias,
        Optional<PasswordPolicy> passwordPolicy,
        Optional<CredentialReport> report,
        Optional<Integer> tokenVersion) {

    /// Those of an account that nobody has touched.
    public static final AccountSettings NONE =
            new AccountSettings(
                    Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /// Who had which credentials.
    ///
    /// @param content CSV
    public record CredentialReport(String content, Instant generatedAt) {

        private static final Duration GOOD_FOR = Duration.ofHours(4);

        /// Whether a new one must be asked for.
        public boolean isOld(Instant now) {
            return generatedAt.plus(GOOD_FOR).isBefore(now);
        }
    }

    public AccountSettings called(Optional<String> other) {
        return new AccountSettings(other, passwordPolicy, report, tokenVersion);
    }

    public AccountSettings asking(Optional<PasswordPolicy> other) {
        return new AccountSettings(alias, other, report, tokenVersion);
    }

    public AccountSettings reporting(CredentialReport other) {
        return new AccountSettings(alias, passwordPolicy, Optional.of(other), tokenVersion);
    }

    public AccountSettings givingTokens(int version) {
        return new AccountSettings(alias, passwordPolicy, report, Optional.of(version));
    }
}
