package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.identity.AccountSettings.CredentialReport;
import java.util.List;
import java.util.Optional;

/// Writes down who has which credentials, unless that was done within the last four hours.
///
/// Unlike on AWS, which takes a few seconds, the report is there at once.
///
/// Source:
/// [GenerateCredentialReport](https://docs.aws.amazon.com/IAM/latest/APIReference/API_GenerateCredentialReport.html)
public record GenerateCredentialReport() implements IamOperation {

    public record Response(String state, Optional<String> description) {}

    @Override
    public List<Access> access(Identities identities, Call call) {
        return Accesses.account("iam:GenerateCredentialReport");
    }

    @Override
    public Response run(Identities identities, Call call) {
        var now = IamTimes.now(call);
        var settings = identities.settings();
        if (settings.report().filter(report -> !report.isOld(now)).isPresent()) {
            return new Response("COMPLETE", Optional.empty());
        }
        var content = CredentialReports.csv(identities, call.account());
        identities.put(settings.reporting(new CredentialReport(content, now)));
        return new Response(
                "STARTED", Optional.of("No report exists. Starting a new report generation task"));
    }
}
