package groundschool.emulator.cognito.importing;

import groundschool.emulator.AwsException;
import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.pool.Pool;
import groundschool.emulator.cognito.pool.Schema;
import groundschool.emulator.cognito.user.Naming;
import groundschool.emulator.cognito.user.User;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Adds the people of a file to a pool. They come without passwords, and choose one by a code that
/// goes to an address which the file says is theirs.
///
/// All are added in one step: a job is done or has not begun, whatever happens to the machine.
///
/// Source: [Importing users from a CSV
/// file](https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-using-import-tool.html)
public final class UserImport {

    private static final String DONE = "Import Job Completed Successfully.";
    private static final String TOO_MANY =
            "Too many users have failed or been skipped during the import.";

    private static final List<String> FLAGS = List.of("email_verified", "phone_number_verified");

    private final Pool pool;
    private final UserPools pools;
    private final Instant now;
    private final List<String> told = new ArrayList<>();
    private long imported;
    private long skipped;
    private long failed;

    private UserImport(Pool pool, UserPools pools, Instant now) {
        this.pool = pool;
        this.pools = pools;
        this.now = now;
    }

    /// A job that has run.
    ///
    /// @param log what became of each line
    public record Ran(ImportJob job, List<String> log) {

        public Ran {
            log = List.copyOf(log);
        }
    }

    /// Runs a job.
    ///
    /// @throws AwsException if it was started before, or its file has not come
    public static Ran run(String id, Pool pool, UserPools pools, Instant now) {
        var jobs = pools.imports(pool);
        var job = jobs.startable(id, now);
        var csv =
                jobs.take(job)
                        .orElseThrow(() ->
                                CognitoErrors.of(
                                        "PreconditionNotMetException",
                                        "The CSV file of the import job %s was not uploaded."
                                                .formatted(id)));
        var each = new UserImport(pool, pools, now);
        var ended = each.through(job, csv);
        jobs.put(ended);
        return new Ran(ended, each.told);
    }

    private ImportJob through(ImportJob job, String csv) {
        try {
            ImportFile.lines(csv, pool).forEach(this::add);
        } catch (AwsException wrong) {
            return ended(job, ImportJob.Status.FAILED, wrong.message());
        }
        return imported == 0 && skipped + failed > 0
                ? ended(job, ImportJob.Status.FAILED, TOO_MANY)
                : ended(job, ImportJob.Status.SUCCEEDED, DONE);
    }

    private ImportJob ended(ImportJob job, ImportJob.Status how, String message) {
        return job.ended(how, new ImportJob.Counts(imported, skipped, failed), message, now);
    }

    private void add(ImportFile.Line line) {
        try {
            if (put(line.values())) {
                imported++;
                tell("SUCCEEDED", line, "The import succeeded.");
            } else {
                skipped++;
                tell("SKIPPED", line, "The user already exists.");
            }
        } catch (AwsException wrong) {
            failed++;
            tell("FAILED", line, wrong.message().strip());
        }
    }

    private void tell(String how, ImportFile.Line line, String what) {
        told.add("[%s] Line Number %d - %s".formatted(how, line.number(), what));
    }

    /// @return whether somebody was added, rather than was there
    private boolean put(Map<String, String> values) {
        if (values.containsKey("")) {
            throw CognitoErrors.invalid("The User Record has an incorrect number of columns.");
        }
        var name =
                Optional.ofNullable(values.get(ImportFile.USERNAME))
                        .orElseThrow(() ->
                                CognitoErrors.invalid(
                                        "The User Record does not set the cognito:username."));
        var attributes = new LinkedHashMap<>(values);
        attributes.remove(ImportFile.USERNAME);
        attributes.remove(ImportFile.MFA);
        checkFlags(values);
        FLAGS.forEach(flag ->
                attributes.computeIfPresent(flag, (_, value) -> value.toLowerCase(Locale.ROOT)));
        Schema.check(pool.schema(), attributes);
        var named = Naming.of(pool, name, attributes);
        Schema.checkRequired(pool.schema(), named.attributes());
        var users = pools.users(pool);
        if (users.find(name).isPresent()) {
            return false;
        }
        var user =
                User.fresh(
                        named.username(),
                        named.sub(),
                        named.attributes(),
                        User.Status.RESET_REQUIRED,
                        Optional.empty(),
                        now);
        users.checkFree(user);
        users.put(user);
        return true;
    }

    private static void checkFlags(Map<String, String> values) {
        for (var flag : List.of(ImportFile.MFA, FLAGS.getFirst(), FLAGS.getLast())) {
            var value = values.getOrDefault(flag, "false");
            if (!value.equalsIgnoreCase("true") && !value.equalsIgnoreCase("false")) {
                throw CognitoErrors.invalid(flag + " must be true or false.");
            }
        }
        if (values.getOrDefault(ImportFile.MFA, "").equalsIgnoreCase("true")
                && !values.containsKey("phone_number")) {
            throw CognitoErrors.invalid("The User Record has MFA enabled, but no phone number.");
        }
        if (!values.getOrDefault("email_verified", "").equalsIgnoreCase("true")
                && !values.getOrDefault("phone_number_verified", "").equalsIgnoreCase("true")) {
            throw CognitoErrors.invalid(
                    "The User Record does not set any of the auto verified attributes to true. (Example: email_verified to true).");
        }
    }
}
