package groundschool.emulator.cognito.importing;

import groundschool.emulator.AwsException;
import groundschool.emulator.Call;
import groundschool.emulator.Request;
import groundschool.emulator.Services;
import groundschool.emulator.iam.ServiceRole;
import groundschool.emulator.logs.operation.CreateLogGroup;
import groundschool.emulator.logs.operation.CreateLogStream;
import groundschool.emulator.logs.operation.PutLogEvents;
import groundschool.emulator.sandbox.Sandbox;
import java.util.List;

/// Tells in a log group what became of the people of a file, as the role that the job names. A role
/// that may not write logs gets none.
public final class ImportLog {

    private static final int BATCH = 1_000;

    private ImportLog() {}

    public static void write(UserImport.Ran ran, Sandbox sandbox, Call call) {
        var job = ran.job();
        ServiceRole.session(job.roleArn(), "cognito-idp.amazonaws.com", "Cognito", sandbox)
                .map(role -> call.services().as(role, call.region()))
                .ifPresent(role -> write(ran, role, call.now().toEpochMilli()));
    }

    private static void write(UserImport.Ran ran, Services.As role, long at) {
        var group =
                "/aws/cognito/userpools/%s/%s".formatted(ran.job().userPoolId(), ran.job().name());
        attempt(role, CreateLogGroup.named(group));
        attempt(role, new CreateLogStream(group, ran.job().id()));
        var lines = ran.log();
        for (int start = 0; start < lines.size(); start += BATCH) {
            var events =
                    lines.subList(start, Math.min(lines.size(), start + BATCH)).stream()
                            .map(line -> new PutLogEvents.InputLogEvent(at, line))
                            .toList();
            attempt(role, PutLogEvents.of(group, ran.job().id(), List.copyOf(events)));
        }
    }

    private static void attempt(Services.As role, Request<?> wish) {
        try {
            role.run(wish, Object.class);
        } catch (AwsException _) {
            // There already, or not allowed; the job has its counts anyway.
        }
    }
}
