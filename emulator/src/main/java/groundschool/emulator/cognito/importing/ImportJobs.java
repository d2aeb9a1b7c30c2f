package groundschool.emulator.cognito.importing;

import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.pool.Pool;
import groundschool.emulator.sandbox.JsonFormat;
import groundschool.emulator.sandbox.Key;
import groundschool.emulator.sandbox.Storage;
import groundschool.emulator.sandbox.StoredMap;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The import jobs of one pool, with their files.
public final class ImportJobs {

    private static final String KIND = "cognito-import";
    private static final int MOST_OPEN = 20;
    private static final int ID_LETTERS = 10;
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";

    private final Pool pool;
    private final StoredMap<ImportJob> jobs;
    private final StoredMap<String> files;

    public ImportJobs(Pool pool, Storage storage) {
        this.pool = pool;
        this.jobs =
                storage.map("cognito-idp/imports/" + pool.id(), new JsonFormat<>(ImportJob.class));
        this.files =
                storage.map("cognito-idp/importfiles/" + pool.id(), new JsonFormat<>(String.class));
    }

    /// All, the newest first.
    public List<ImportJob> all(Instant now) {
        return jobs.ascending()
                .map(Map.Entry::getValue)
                .map(job -> job.at(now))
                .sorted(
                        Comparator.comparing(ImportJob::createdAt)
                                .thenComparing(ImportJob::id)
                                .reversed())
                .toList();
    }

    /// @throws groundschool.emulator.AwsException if there is none of that id
    public ImportJob named(String id, Instant now) {
        return jobs.get(Key.of(id))
                .map(job -> job.at(now))
                .orElseThrow(() -> CognitoErrors.resourceNotFound("Import job " + id));
    }

    /// A new job, that waits for its file.
    public ImportJob create(String name, String roleArn, UserPools pools, Instant now) {
        if (all(now).stream().filter(job -> job.status() == ImportJob.Status.CREATED).count()
                >= MOST_OPEN) {
            throw CognitoErrors.tooMany("Exceeded the maximum number of user import jobs.");
        }
        var id = new StringBuilder("import-");
        for (int i = 0; i < ID_LETTERS; i++) {
            id.append(LETTERS.charAt(pools.random().nextInt(LETTERS.length())));
        }
        var job = ImportJob.fresh(id.toString(), name, pool.id(), roleArn, now);
        put(job);
        return job;
    }

    void put(ImportJob job) {
        jobs.put(Key.of(job.id()), job);
    }

    /// The file has come, or another in its place.
    void keep(ImportJob job, String csv) {
        files.put(Key.of(job.id()), csv);
        put(job.withFile());
    }

    /// The file of a job, which is not needed again.
    Optional<String> take(ImportJob job) {
        var key = Key.of(job.id());
        var file = files.get(key);
        file.ifPresent(_ -> files.remove(key));
        return file;
    }

    /// A job that has not started is not to be.
    public ImportJob stop(String id, Instant now) {
        var job = startable(id, now);
        take(job);
        var stopped =
                job.ended(
                        ImportJob.Status.STOPPED,
                        ImportJob.Counts.NONE,
                        "The Import Job was stopped by the developer.",
                        now);
        put(stopped);
        return stopped;
    }

    /// @throws groundschool.emulator.AwsException if it has been started, or is over
    ImportJob startable(String id, Instant now) {
        var job = named(id, now);
        if (job.status() != ImportJob.Status.CREATED) {
            throw CognitoErrors.of(
                    "PreconditionNotMetException",
                    "The import job %s is %s.".formatted(id, job.statusCalled()));
        }
        return job;
    }

    /// What the address of a job's file carries: whoever has it may put the file there, for a
    /// while.
    public String ticket(ImportJob job, UserPools pools) {
        return pools.seals()
                .seal(
                        String.join(
                                "\n",
                                KIND,
                                pool.id(),
                                job.id(),
                                Long.toString(
                                        job.createdAt().plus(ImportJob.URL_LASTS).toEpochMilli())));
    }

    /// What such a ticket says.
    record Ticket(String pool, String job) {}

    /// @param unsealed its text
    /// @return nothing if it is none, or too old
    static Optional<Ticket> read(String unsealed, Instant now) {
        var parts = unsealed.split("\n", -1);
        return parts.length == 4
                        && parts[0].equals(KIND)
                        && now.isBefore(Instant.ofEpochMilli(Long.parseLong(parts[3])))
                ? Optional.of(new Ticket(parts[1], parts[2]))
                : Optional.empty();
    }
}
