package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.IamErrors;
import groundschool.emulator.iam.Identities;
import java.util.List;
import java.util.Optional;

/// Begins a report of which services a user, group, role or policy could use, and when they were
/// last used. It is ready at once.
///
/// Unlike AWS, it does not tell single actions apart.
///
/// Source:
/// [GenerateServiceLastAccessedDetails](https://docs.aws.amazon.com/IAM/latest/APIReference/API_GenerateServiceLastAccessedDetails.html)
public record GenerateServiceLastAccessedDetails(String arn, Optional<String> granularity)
        implements IamOperation {

    public record Response(String jobId) {}

    @Override
    public List<Access> access(Identities identities, Call call) {
        return List.of(Access.to("iam:GenerateServiceLastAccessedDetails", arn));
    }

    @Override
    public Response run(Identities identities, Call call) {
        if (granularity.equals(Optional.of("ACTION_LEVEL"))) {
            throw IamErrors.invalidInput(
                    "Groundschool's emulator reports last access by service only: leave Granularity out, or use SERVICE_LEVEL.");
        }
        return new Response(AccessReport.generate(identities, call, arn).id());
    }
}
