package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.IamErrors;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.identity.LastUse;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Shows who could have used a service by a group's permissions or a policy, and when they did.
///
/// Source:
/// [GetServiceLastAccessedDetailsWithEntities](https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetServiceLastAccessedDetailsWithEntities.html)
public record GetServiceLastAccessedDetailsWithEntities(
        String jobId, String serviceNamespace, Optional<Integer> maxItems, Optional<String> marker)
        implements IamOperation {

    /// @param type `USER` or `ROLE`
    public record EntityInfo(String arn, String name, String type, String id, String path) {}

    public record EntityDetails(EntityInfo entityInfo, Optional<Instant> lastAuthenticated) {

        private static EntityDetails of(AccessReport.Subject subject) {
            var entity = subject.entity();
            return new EntityDetails(
                    new EntityInfo(
                            entity.arn(),
                            entity.name(),
                            entity.kind().toUpperCase(Locale.ROOT),
                            entity.id(),
                            entity.path()),
                    subject.last().map(LastUse::at));
        }
    }

    public record Response(
            String jobStatus,
            Instant jobCreationDate,
            Instant jobCompletionDate,
            List<EntityDetails> entityDetailsList,
            boolean isTruncated,
            Optional<String> marker) {}

    @Override
    public List<Access> access(Identities identities, Call call) {
        return Accesses.account("iam:GetServiceLastAccessedDetailsWithEntities");
    }

    @Override
    public Response run(Identities identities, Call call) {
        var report = AccessReport.named(identities, jobId);
        if (!report.services(identities, call).contains(serviceNamespace)) {
            throw IamErrors.invalidInput(
                    "The report has no service with namespace %s.".formatted(serviceNamespace));
        }
        var page =
                new Paging(
                                "GetServiceLastAccessedDetailsWithEntities "
                                        + jobId
                                        + serviceNamespace,
                                marker,
                                maxItems)
                        .of(
                                report.subjects(identities, call, serviceNamespace),
                                subject -> subject.entity().id())
                        .map(EntityDetails::of);
        return new Response(
                "COMPLETED",
                report.createdAt(),
                report.createdAt(),
                page.items(),
                page.isTruncated(),
                page.marker());
    }
}
