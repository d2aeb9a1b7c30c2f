package groundschool.emulator.cognito.importing;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A file of people who are to be added to a pool.
///
/// @param hasFile whether the file has come
/// @param message how it ended; empty while it has not
public record ImportJob(
        String id,
        String name,
        String userPoolId,
        String roleArn,
        Status status,
        boolean hasFile,
        Instant createdAt,
        Optional<Instant> startedAt,
        Optional<Instant> completedAt,
        Counts counts,
        String message) {

    /// "The pre-signed URL is valid for 15 minutes" ; the job for a day.
    static final Duration URL_LASTS = Duration.ofMinutes(15);

    private static final Duration LASTS = Duration.ofHours(24);

    /// How far it is, as AWS calls it.
    public enum Status {
        CREATED("Created"),
        EXPIRED("Expired"),
        STOPPED("Stopped"),
        FAILED("Failed"),
        SUCCEEDED("Succeeded");

        private final String called;

        Status(String called) {
            this.called = called;
        }
    }

    /// What became of people.
    public record Counts(long imported, long skipped, long failed) {

        static final Counts NONE = new Counts(0, 0, 0);
    }

    static ImportJob fresh(String id, String name, String pool, String roleArn, Instant now) {
        return new ImportJob(
                id,
                name,
                pool,
                roleArn,
                Status.CREATED,
                false,
                now,
                Optional.empty(),
                Optional.empty(),
                Counts.NONE,
                "");
    }

    /// As it is now: what is not started in time is over.
    ImportJob at(Instant now) {
        return status == Status.CREATED && !now.isBefore(createdAt.plus(LASTS))
                ? ended(Status.EXPIRED, Counts.NONE, "The import job has expired.", now)
                : this;
    }

    ImportJob withFile() {
        return new ImportJob(
                id,
                name,
                userPoolId,
                roleArn,
                status,
                true,
                createdAt,
                startedAt,
                completedAt,
                counts,
                message);
    }

    ImportJob ended(Status how, Counts found, String why, Instant now) {
        return new ImportJob(
                id,
                name,
                userPoolId,
                roleArn,
                how,
                hasFile,
                createdAt,
                how == Status.SUCCEEDED || how == Status.FAILED ? Optional.of(now) : startedAt,
                Optional.of(now),
                found,
                why);
    }

    /// As AWS calls it.
    public String statusCalled() {
        return status.called;
    }
}
