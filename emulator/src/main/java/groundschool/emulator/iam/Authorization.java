package groundschool.emulator.iam;

import groundschool.emulator.Access;
import groundschool.emulator.Caller;
import groundschool.emulator.Principal;
import groundschool.emulator.iam.policy.AttachedPolicy;
import groundschool.emulator.iam.policy.Decision;
import groundschool.emulator.iam.policy.DocumentKind;
import groundschool.emulator.iam.policy.Evaluation;
import groundschool.emulator.iam.policy.Origin;
import groundschool.emulator.iam.policy.Question;
import groundschool.emulator.iam.policy.Requester;
import groundschool.emulator.iam.policy.ResourcePolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Whether a caller may do what an operation asks for.
///
/// @param refusal the first question that was decided against the caller; absent if it may
/// @param reason in a sentence
/// @param decisions one for each question, up to the refusal; empty for the grader
public record Authorization(Optional<Decision> refusal, String reason, List<Decision> decisions) {

    private static final Authorization GRADER =
            new Authorization(Optional.empty(), "Checks read as the grader.", List.of());

    public Authorization {
        decisions = List.copyOf(decisions);
    }

    /// Why somebody may, if it is the same as before whatever else is known of the request: nothing
    /// in IAM has changed, and no policy that was asked tested anything.
    public static Optional<String> known(
            Caller caller, List<Access> wanted, Identities identities) {
        return wanted.size() == 1
                ? identities.permissions().now().known(caller.principal(), wanted.getFirst())
                : Optional.empty();
    }

    /// Asks about every action on every resource, in order, until one is refused.
    public static Authorization of(Caller caller, List<Access> wanted, Identities identities) {
        if (caller.principal() instanceof Principal.Inspector) {
            return GRADER;
        }
        var decisions = new ArrayList<Decision>(wanted.size());
        for (var access : wanted) {
            var decision = decide(caller, access, identities);
            decisions.add(decision);
            if (!decision.allowed()) {
                return new Authorization(Optional.of(decision), decision.why(), decisions);
            }
        }
        var reason =
                decisions.isEmpty()
                        ? "AWS asks nobody's leave for this."
                        : decisions.getFirst().why();
        return new Authorization(Optional.empty(), reason, decisions);
    }

    /// What the client is told of the refusal; empty if there is none.
    ///
    /// STS keeps to itself why nobody lets somebody assume a role, as its answers in AWS's forums
    /// and issues show.
    public String message() {
        return refusal.flatMap(
                        decision -> {
                            var question = decision.question();
                            if (question.requester() instanceof Requester.FederatedIdentity) {
                                return Optional.of(
                                        "Not authorized to perform " + question.action());
                            }
                            return question.action().startsWith("sts:AssumeRole")
                                            && !decision.explicitlyDenied()
                                    ? Optional.of(
                                            "User: %s is not authorized to perform: %s on resource: %s"
                                                    .formatted(
                                                            question.requester().arn(),
                                                            question.action(),
                                                            question.resource()))
                                    : decision.clientMessage();
                        })
                .orElse("");
    }

    private static Decision decide(Caller caller, Access access, Identities identities) {
        var permissions = identities.permissions();
        var standing = permissions.now();
        var policies = standing.policies(caller.principal());
        var question =
                Question.of(
                                access.action(),
                                access.resource(),
                                requester(caller.principal()),
                                RequestKeys.of(caller, access, identities))
                        .ownedBy(accountOf(access.resource(), caller.sandbox().account()));
        var decision =
                Evaluation.decide(
                        question,
                        access.guard()
                                .map(guard -> policies.withResource(read(guard, permissions)))
                                .orElse(policies));
        if (decision.allowed() && !question.context().isLookedAt()) {
            standing.remember(caller.principal(), access, decision.why());
        }
        return decision;
    }

    private static ResourcePolicy read(Access.Guard guard, Permissions permissions) {
        return switch (guard) {
            case Access.Guard.Resource(var document) ->
                    new ResourcePolicy(
                            AttachedPolicy.inline(
                                    Origin.RESOURCE,
                                    "of the resource",
                                    permissions.read(DocumentKind.RESOURCE, document)),
                            ResourcePolicy.Rule.ADDS);
            case Access.Guard.KeyPolicy(var document) ->
                    new ResourcePolicy(
                            AttachedPolicy.inline(
                                    Origin.RESOURCE,
                                    "of the key",
                                    permissions.read(DocumentKind.RESOURCE, document)),
                            ResourcePolicy.Rule.MUST_ALLOW);
            case Access.Guard.Trust(var document) ->
                    new ResourcePolicy(
                            AttachedPolicy.inline(
                                    Origin.RESOURCE,
                                    "of the role",
                                    permissions.read(DocumentKind.TRUST, document)),
                            ResourcePolicy.Rule.TRUSTS);
        };
    }

    /// The account in an ARN; where there is none, as in a bucket's, it is the sandbox's own.
    private static String accountOf(String arn, String own) {
        // arn:partition:service:region:account:resource
        var start = 0;
        for (var colon = 0; colon < 4; colon++) {
            start = arn.indexOf(':', start) + 1;
            if (start == 0) {
                return own;
            }
        }
        return arn.startsWith(own, start)
                ? own
                : Optional.of(arn.substring(start).split(":", 2)[0])
                        .filter(account -> account.matches("[0-9]{12}"))
                        .orElse(own);
    }

    /// As policies see a principal.
    public static Requester requester(Principal principal) {
        return switch (principal) {
            case Principal.Root root -> new Requester.Root(root.account());
            case Principal.User user -> new Requester.User(user.account(), user.arn());
            case Principal.RoleSession session ->
                    new Requester.RoleSession(
                            session.account(),
                            session.arn(),
                            session.roleArn(),
                            session.held().provider());
            case Principal.FederatedUser federated ->
                    new Requester.FederatedUser(
                            federated.account(), federated.arn(), federated.issuer().arn());
            case Principal.FederatedIdentity identity ->
                    new Requester.FederatedIdentity(identity.provider(), identity.arn());
            case Principal.Anonymous _ -> new Requester.Anonymous();
            case Principal.AwsService service -> new Requester.Service(service.name());
            case Principal.Inspector inspector -> new Requester.Root(inspector.account());
        };
    }
}
