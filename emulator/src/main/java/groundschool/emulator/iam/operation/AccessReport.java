package groundschool.emulator.iam.operation;

import groundschool.emulator.Call;
import groundschool.emulator.iam.IamErrors;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.identity.LastUse;
import groundschool.emulator.iam.simulation.Source;
import groundschool.emulator.sandbox.Key;
import groundschool.emulator.sandbox.StoredMap;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A report of who used which service last. It is read off what is known when it is asked for.
///
/// Unlike AWS, which counts attempts that were refused as well, it knows of calls that were done.
///
/// Source:
/// [GenerateServiceLastAccessedDetails](https://docs.aws.amazon.com/IAM/latest/APIReference/API_GenerateServiceLastAccessedDetails.html)
///
/// @param arn of the user, group, role or policy that it is about
record AccessReport(String id, String arn, Instant createdAt) {

    /// The oldest are forgotten.
    private static final int MOST_KEPT = 100;

    /// Somebody who may use a service.
    record Subject(Entity entity, Optional<LastUse> last) {}

    /// @throws groundschool.emulator.AwsException if there is nothing of that ARN
    static AccessReport generate(Identities identities, Call call, String arn) {
        var report = new AccessReport(IamIds.uuid(call), arn, call.now());
        report.sources(identities, call);
        var kept = in(identities);
        var known =
                kept.ascending()
                        .map(Map.Entry::getValue)
                        .sorted(Comparator.comparing(AccessReport::createdAt))
                        .toList();
        known.stream()
                .limit(Math.max(0, known.size() - MOST_KEPT + 1))
                .forEach(old -> kept.remove(Key.of(old.id)));
        kept.put(Key.of(report.id), report);
        return report;
    }

    /// @throws groundschool.emulator.AwsException if there is none of that id
    static AccessReport named(Identities identities, String id) {
        return in(identities)
                .get(Key.of(id))
                .orElseThrow(() ->
                        IamErrors.noSuchEntity(
                                "Report with job ID %s cannot be found.".formatted(id)));
    }

    private static StoredMap<AccessReport> in(Identities identities) {
        return identities.map("access-reports", AccessReport.class);
    }

    /// The services that may be used, by namespace.
    List<String> services(Identities identities, Call call) {
        return List.copyOf(GrantedServices.of(sources(identities, call)));
    }

    /// Who may use a service: whoever did so last comes first.
    List<Subject> subjects(Identities identities, Call call, String namespace) {
        return entities(identities, call)
                .map(entity -> new Subject(entity, identities.lastAccess(entity.id(), namespace)))
                .sorted(
                        Comparator.comparing(
                                subject -> subject.last().map(LastUse::at).orElse(Instant.MIN),
                                Comparator.reverseOrder()))
                .toList();
    }

    private boolean isOfPolicy() {
        return arn.contains(":policy/");
    }

    private List<Source> sources(Identities identities, Call call) {
        return isOfPolicy()
                ? List.of(
                        SimulatedPolicies.managed(
                                ManagedPolicies.named(identities, arn), identities))
                : SimulatedPolicies.of(Entity.named(identities, call, arn), identities, List.of());
    }

    private Stream<Entity> entities(Identities identities, Call call) {
        if (isOfPolicy()) {
            return Stream.concat(
                            identities.users().map(user -> Entity.of(user, identities, call)),
                            identities.roles().map(role -> Entity.of(role, call)))
                    .filter(entity ->
                            entity.grants().stream()
                                    .anyMatch(owned -> owned.grants().attached().contains(arn)));
        }
        var entity = Entity.named(identities, call, arn);
        return entity.kind().equals("group")
                ? identities
                        .users()
                        .filter(user -> user.groups().contains(entity.id()))
                        .map(user -> Entity.of(user, identities, call))
                : Stream.of(entity);
    }
}
