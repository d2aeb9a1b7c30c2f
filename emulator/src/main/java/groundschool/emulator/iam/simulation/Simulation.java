package groundschool.emulator.iam.simulation;

import groundschool.emulator.iam.KnownServices;
import groundschool.emulator.iam.policy.ContextKeys;
import groundschool.emulator.iam.policy.Decision;
import groundschool.emulator.iam.policy.Effect;
import groundschool.emulator.iam.policy.Evaluation;
import groundschool.emulator.iam.policy.Policies;
import groundschool.emulator.iam.policy.Policy;
import groundschool.emulator.iam.policy.PolicyType;
import groundschool.emulator.iam.policy.Question;
import groundschool.emulator.iam.policy.RequestContext;
import groundschool.emulator.iam.policy.Requester;
import groundschool.emulator.iam.policy.ResourcePolicy;
import groundschool.emulator.iam.policy.Trace;
import groundschool.emulator.iam.policy.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What would be decided: nothing is done, and nobody needs to be there.
///
/// Source: [Testing IAM policies with the IAM policy
/// simulator](https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_testing-policies.html);
/// [SimulateCustomPolicy](https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulateCustomPolicy.html)
///
/// @param organization service control policies, one list for each level from the root on; every
///   level must allow
/// @param owner the account of resources whose ARN has none
/// @param context what is known of the request
public record Simulation(
        List<Source> identity,
        Optional<Source> boundary,
        Optional<Source> resourcePolicy,
        List<List<Source>> organization,
        Requester requester,
        String owner,
        RequestContext context) {

    private static final String ALL = "*";

    /// Everything, so that only an organization's policies have a say.
    private static final Policies UNLIMITED =
            Policies.ofIdentity(
                    Source.given(
                                    "everything",
                                    List.of(
                                            """
                                            {"Version": "2012-10-17", "Statement": {
                                              "Effect": "Allow", "Action": "*", "Resource": "*"}}
                                            """))
                            .stream()
                            .map(Source::attached)
                            .toList());

    /// The answer for one action.
    ///
    /// @param resources ARNs; empty for all resources
    public EvaluationResult result(String action, List<String> resources) {
        var named = !resources.isEmpty() && !resources.equals(List.of(ALL));
        var asked = named ? resources : List.of(ALL);
        var results = asked.stream().map(resource -> result(action, resource)).toList();
        return EvaluationResult.of(
                action,
                named ? form(action, resources.getFirst()) : ALL,
                named,
                results,
                organizations(action, asked));
    }

    private ResourceResult result(String action, String resource) {
        var question = question(action, resource);
        var decision = Evaluation.decide(question, policies());
        var refusal = organizationRefusal(question);
        var trace = decision.trace();
        return new ResourceResult(
                resource,
                refusal.map(Decision::evalDecision).orElseGet(decision::evalDecision),
                refusal.isPresent() ? List.of() : matched(decision, trace),
                ContextKeys.missing(documents(), context),
                refusal.isPresent() ? Optional.empty() : details(question, trace),
                boundary.map(_ ->
                        new BoundaryDetail(says(trace, PolicyType.BOUNDARY).equals("allowed"))));
    }

    private Question question(String action, String resource) {
        return Question.of(action, resource, requester, context).ownedBy(accountOf(resource));
    }

    private String accountOf(String arn) {
        var parts = arn.split(":", 6);
        return parts.length == 6 && parts[4].matches("[0-9]{12}") ? parts[4] : owner;
    }

    private Policies policies() {
        var all = Policies.ofIdentity(identity.stream().map(Source::attached).toList());
        var bounded = boundary.map(Source::attached).map(all::withBoundary).orElse(all);
        return resourcePolicy
                .map(Source::attached)
                .map(attached -> new ResourcePolicy(attached, ResourcePolicy.Rule.ADDS))
                .map(bounded::withResource)
                .orElse(bounded);
    }

    private List<Policy> documents() {
        return policies().documents();
    }

    /// The decision of the first level of the organization that does not allow.
    private Optional<Decision> organizationRefusal(Question question) {
        return organization.stream()
                .map(level ->
                        Evaluation.decide(
                                question.ownedBy(question.requester().accountId().orElse(owner)),
                                UNLIMITED.withServiceControl(
                                        level.stream().map(Source::attached).toList())))
                .filter(decision -> !decision.allowed())
                .findFirst();
    }

    private Optional<OrganizationsDetail> organizations(String action, List<String> resources) {
        return organization.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new OrganizationsDetail(
                                resources.stream()
                                        .allMatch(resource ->
                                                organizationRefusal(question(action, resource))
                                                        .isEmpty())));
    }

    /// Those that deny if one does, else those that allow if it is allowed.
    private List<MatchedStatement> matched(Decision decision, Trace trace) {
        return switch (decision.verdict()) {
            case Verdict.Allowed _ -> allowing(trace);
            case Verdict.ExplicitlyDenied(var type, var policy, var statement) ->
                    type == PolicyType.IDENTITY || type == PolicyType.RESOURCE
                            ? sources()
                                    .filter(source -> source.attached().equals(policy))
                                    .limit(1)
                                    .map(source -> source.matched(statement.span()))
                                    .toList()
                            : List.of();
            case Verdict.ImplicitlyDenied _ -> List.of();
        };
    }

    private List<MatchedStatement> allowing(Trace trace) {
        var matched = new ArrayList<MatchedStatement>();
        for (var policy : trace.policies()) {
            if (policy.type() == PolicyType.IDENTITY || policy.type() == PolicyType.RESOURCE) {
                sources()
                        .filter(source -> source.isOf(policy))
                        .findFirst()
                        .ifPresent(source ->
                                policy.statements().stream()
                                        .filter(each ->
                                                each.applies() && each.effect() == Effect.ALLOW)
                                        .map(each -> source.matched(each.span()))
                                        .forEach(matched::add));
            }
        }
        return matched;
    }

    private Stream<Source> sources() {
        return Stream.concat(identity.stream(), resourcePolicy.stream());
    }

    private static Optional<Map<String, String>> details(Question question, Trace trace) {
        if (question.resource().equals(ALL)) {
            return Optional.empty();
        }
        var details = new LinkedHashMap<String, String>();
        if (question.crossesAccounts()) {
            details.put(Source.Kind.IAM.word(), says(trace, PolicyType.IDENTITY));
            details.put(Source.Kind.RESOURCE.word(), says(trace, PolicyType.RESOURCE));
        }
        return Optional.of(details);
    }

    private static String says(Trace trace, PolicyType type) {
        var policies = trace.policies().stream().filter(each -> each.type() == type).toList();
        if (policies.stream().anyMatch(Trace.PolicyTrace::denies)) {
            return "explicitDeny";
        }
        return policies.stream().anyMatch(Trace.PolicyTrace::allows) ? "allowed" : "implicitDeny";
    }

    private static String form(String action, String resource) {
        var parts = action.split(":", 2);
        return KnownServices.all()
                .find(parts[0])
                .map(service -> service.form(parts[parts.length - 1], resource))
                .orElse(ALL);
    }
}
