package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.KnownService;
import groundschool.emulator.iam.KnownServices;
import groundschool.emulator.iam.identity.LastUse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Shows a report of when services were last used, by service.
///
/// Source:
/// [GetServiceLastAccessedDetails](https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetServiceLastAccessedDetails.html)
public record GetServiceLastAccessedDetails(
        String jobId, Optional<Integer> maxItems, Optional<String> marker) implements IamOperation {

    /// @param totalAuthenticatedEntities how many have used it
    public record ServiceLastAccessed(
            String serviceName,
            Optional<Instant> lastAuthenticated,
            String serviceNamespace,
            Optional<String> lastAuthenticatedEntity,
            Optional<String> lastAuthenticatedRegion,
            int totalAuthenticatedEntities) {}

    public record Response(
            String jobStatus,
            String jobType,
            Instant jobCreationDate,
            List<ServiceLastAccessed> servicesLastAccessed,
            Instant jobCompletionDate,
            boolean isTruncated,
            Optional<String> marker) {}

    @Override
    public List<Access> access(Identities identities, Call call) {
        return Accesses.account("iam:GetServiceLastAccessedDetails");
    }

    @Override
    public Response run(Identities identities, Call call) {
        var report = AccessReport.named(identities, jobId);
        var page =
                new Paging("GetServiceLastAccessedDetails " + jobId, marker, maxItems)
                        .of(report.services(identities, call), namespace -> namespace)
                        .map(namespace ->
                                service(namespace, report.subjects(identities, call, namespace)));
        return new Response(
                "COMPLETED",
                "SERVICE_LEVEL",
                report.createdAt(),
                page.items(),
                report.createdAt(),
                page.isTruncated(),
                page.marker());
    }

    private static ServiceLastAccessed service(
            String namespace, List<AccessReport.Subject> subjects) {
        var used = subjects.stream().filter(subject -> subject.last().isPresent()).toList();
        var latest = used.stream().findFirst();
        var last = latest.flatMap(AccessReport.Subject::last);
        return new ServiceLastAccessed(
                KnownServices.all().find(namespace).map(KnownService::name).orElse(namespace),
                last.map(LastUse::at),
                namespace,
                latest.map(subject -> subject.entity().arn()),
                last.map(LastUse::region),
                used.size());
    }
}
