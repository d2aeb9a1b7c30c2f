package groundschool.emulator.iam;

import groundschool.emulator.Principal;
import groundschool.emulator.Session;
import groundschool.emulator.iam.identity.Role;
import groundschool.emulator.iam.policy.AttachedPolicy;
import groundschool.emulator.iam.policy.DocumentKind;
import groundschool.emulator.iam.policy.Evaluation;
import groundschool.emulator.iam.policy.Origin;
import groundschool.emulator.iam.policy.Policies;
import groundschool.emulator.iam.policy.Question;
import groundschool.emulator.iam.policy.RequestContext;
import groundschool.emulator.iam.policy.Requester;
import groundschool.emulator.iam.policy.ResourcePolicy;
import groundschool.emulator.sandbox.Sandbox;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Roles that a service assumes.
public final class ServiceRole {

    private static final Duration LASTS = Duration.ofHours(1);

    private ServiceRole() {}

    /// Who the service is in that role; nobody if there is none, or it does not trust the service.
    ///
    /// @param service such as `apigateway.amazonaws.com`
    /// @param name what the session is called
    public static Optional<Principal.RoleSession> session(
            String arn, String service, String name, Sandbox sandbox) {
        var now = sandbox.clock().now();
        return sandbox.storage()
                .transition(() ->
                        sandbox.state(Iam.SERVICE)
                                .role(arn.substring(arn.lastIndexOf('/') + 1))
                                .filter(role -> role.arn(sandbox.account()).equals(arn))
                                .filter(role -> trusts(role, service, Map.of(), sandbox)))
                .map(role ->
                        new Principal.RoleSession(
                                sandbox.account(),
                                role.path(),
                                role.name(),
                                role.id(),
                                name,
                                new Session(
                                        List.of(),
                                        List.of(),
                                        Map.of(),
                                        List.of(),
                                        Optional.empty(),
                                        now,
                                        now.plus(LASTS),
                                        false,
                                        Optional.empty(),
                                        Map.of())));
    }

    /// Whether a role trusts a service. To be asked within a transition.
    ///
    /// @param keys of the request, besides those that every service has
    public static boolean trusts(
            Role role, String service, Map<String, List<String>> keys, Sandbox sandbox) {
        var account = sandbox.account();
        var known = new HashMap<>(keys);
        known.put("aws:SourceAccount", List.of(account));
        known.put("aws:PrincipalIsAWSService", List.of("true"));
        known.put("aws:PrincipalServiceName", List.of(service));
        var question =
                Question.of(
                                "sts:AssumeRole",
                                role.arn(account),
                                new Requester.Service(service),
                                RequestContext.of(known))
                        .ownedBy(account);
        var trust =
                new ResourcePolicy(
                        AttachedPolicy.inline(
                                Origin.RESOURCE,
                                "of the role",
                                sandbox.state(Iam.SERVICE)
                                        .permissions()
                                        .read(DocumentKind.TRUST, role.trust())),
                        ResourcePolicy.Rule.TRUSTS);
        return Evaluation.decide(question, Policies.NONE.withResource(trust)).allowed();
    }
}
