package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.IamErrors;
import groundschool.emulator.iam.Identities;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/// Gives the last credential report.
///
/// Source:
/// [GetCredentialReport](https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetCredentialReport.html)
public record GetCredentialReport() implements IamOperation {

    /// @param content CSV
    @SuppressWarnings("ArrayRecordComponent") // bytes on their way to the wire
    public record Response(byte[] content, String reportFormat, Instant generatedTime) {}

    @Override
    public List<Access> access(Identities identities, Call call) {
        return Accesses.account("iam:GetCredentialReport");
    }

    @Override
    public Response run(Identities identities, Call call) {
        var report =
                identities
                        .settings()
                        .report()
                        .orElseThrow(() -> IamErrors.noReport("ReportNotPresent"));
        if (report.isOld(call.now())) {
            throw IamErrors.noReport("ReportExpired");
        }
        return new Response(
                report.content().getBytes(StandardCharsets.UTF_8),
                "text/csv",
                report.generatedAt());
    }
}
