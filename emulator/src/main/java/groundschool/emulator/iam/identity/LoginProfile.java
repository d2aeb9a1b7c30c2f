package groundschool.emulator.iam.identity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// A user's password for the console.
///
/// @param digests a digest of the password, and before it those of earlier ones, oldest first
/// @param mustReset whether it must be changed at the next sign-in
/// @param changedAt when the password was last set
public record LoginProfile(
        List<String> digests, boolean mustReset, Instant createdAt, Instant changedAt) {

    /// As many as a policy can forbid to come back.
    private static final int MOST_KEPT = 24;

    public LoginProfile {
        digests = List.copyOf(digests);
    }

    /// One that has just been made.
    public static LoginProfile fresh(String password, boolean mustReset, Instant now) {
        return new LoginProfile(List.of(PasswordDigest.of(password)), mustReset, now, now);
    }

    public LoginProfile with(String password, Instant now) {
        var all = new ArrayList<>(digests);
        all.add(PasswordDigest.of(password));
        return new LoginProfile(newest(all, MOST_KEPT), mustReset, createdAt, now);
    }

    public LoginProfile resetting(boolean other) {
        return new LoginProfile(digests, other, createdAt, changedAt);
    }

    /// Whether that is the password.
    public boolean is(String password) {
        return PasswordDigest.matches(digests.getLast(), password);
    }

    /// Whether that is the password, or was one of the last.
    ///
    /// @param last how many, the present one included
    public boolean wasLately(String password, int last) {
        return newest(digests, last).stream()
                .anyMatch(digest -> PasswordDigest.matches(digest, password));
    }

    private static List<String> newest(List<String> all, int most) {
        return all.subList(Math.max(0, all.size() - most), all.size());
    }
}
