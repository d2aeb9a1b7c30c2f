package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.importing.ImportDoor;
import groundschool.emulator.cognito.importing.ImportJob;
import groundschool.emulator.cognito.pool.Pool;
import java.time.Instant;
import java.util.Optional;

/// An import job, as answers show it.
record ImportDescription(
        String jobName,
        String jobId,
        String userPoolId,
        String preSignedUrl,
        Instant creationDate,
        Optional<Instant> startDate,
        Optional<Instant> completionDate,
        String status,
        String cloudWatchLogsRoleArn,
        long importedUsers,
        long skippedUsers,
        long failedUsers,
        Optional<String> completionMessage) {

    static ImportDescription of(ImportJob job, Pool pool, UserPools pools, Call call) {
        return new ImportDescription(
                job.name(),
                job.id(),
                pool.id(),
                ImportDoor.address(
                        job,
                        pool.region(),
                        pools.imports(pool).ticket(job, pools),
                        call.services().address()),
                job.createdAt(),
                job.startedAt(),
                job.completedAt(),
                job.statusCalled(),
                job.roleArn(),
                job.counts().imported(),
                job.counts().skipped(),
                job.counts().failed(),
                Optional.of(job.message()).filter(text -> !text.isEmpty()));
    }
}
