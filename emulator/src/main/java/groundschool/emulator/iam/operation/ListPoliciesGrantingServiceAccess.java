package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.simulation.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Lists the policies by which a user, group or role may use services.
///
/// Source:
/// [ListPoliciesGrantingServiceAccess](https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListPoliciesGrantingServiceAccess.html)
public record ListPoliciesGrantingServiceAccess(
        Optional<String> marker, String arn, List<String> serviceNamespaces)
        implements IamOperation {

    /// @param policyType `INLINE`, which has an entity, or `MANAGED`, which has an ARN
    public record GrantingPolicy(
            String policyName,
            String policyType,
            Optional<String> policyArn,
            Optional<String> entityType,
            Optional<String> entityName) {}

    public record Entry(String serviceNamespace, List<GrantingPolicy> policies) {}

    public record Response(
            List<Entry> policiesGrantingServiceAccess,
            boolean isTruncated,
            Optional<String> marker) {}

    @Override
    public List<Access> access(Identities identities, Call call) {
        return List.of(Access.to("iam:ListPoliciesGrantingServiceAccess", arn));
    }

    @Override
    public Response run(Identities identities, Call call) {
        var entity = Entity.named(identities, call, arn);
        var page =
                new Paging(
                                "ListPoliciesGrantingServiceAccess " + entity.id(),
                                marker,
                                Optional.empty())
                        .of(serviceNamespaces, namespace -> namespace)
                        .map(namespace ->
                                new Entry(namespace, granting(namespace, entity, identities)));
        return new Response(page.items(), page.isTruncated(), page.marker());
    }

    private static List<GrantingPolicy> granting(
            String namespace, Entity entity, Identities identities) {
        var granting = new ArrayList<GrantingPolicy>();
        for (var owned : entity.grants()) {
            owned.grants()
                    .inline()
                    .forEach((name, text) -> {
                        var source = SimulatedPolicies.inline(owned, name, text, identities);
                        if (grants(source, namespace)) {
                            granting.add(inline(name, owned));
                        }
                    });
            for (var attached : owned.grants().attached()) {
                identities
                        .policy(attached)
                        .map(policy -> SimulatedPolicies.managed(policy, identities))
                        .filter(source -> grants(source, namespace))
                        .map(source -> managed(source.id(), attached))
                        .ifPresent(granting::add);
            }
        }
        return granting;
    }

    private static boolean grants(Source source, String namespace) {
        return GrantedServices.of(List.of(source)).contains(namespace);
    }

    private static GrantingPolicy inline(String name, Entity.Owned owned) {
        return new GrantingPolicy(
                name,
                "INLINE",
                Optional.empty(),
                Optional.of(owned.kind().toUpperCase(Locale.ROOT)),
                Optional.of(owned.name()));
    }

    private static GrantingPolicy managed(String name, String arn) {
        return new GrantingPolicy(
                name, "MANAGED", Optional.of(arn), Optional.empty(), Optional.empty());
    }
}
