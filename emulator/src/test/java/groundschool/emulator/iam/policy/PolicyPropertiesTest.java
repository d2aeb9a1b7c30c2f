package groundschool.emulator.iam.policy;

import static groundschool.emulator.iam.policy.Documents.USER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What holds for any policies, tried with many that a seed makes.
class PolicyPropertiesTest {

    private static final int TRIES = 400;

    @RepeatedTest(5)
    void a_deny_more_never_allows_more(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        for (int i = 0; i < TRIES; i++) {
            var question = AnyPolicies.question(random);
            var policies = AnyPolicies.policies(random);
            boolean before = allowed(question, policies);

            var more = withMore(random, policies);

            assertThat(!before && allowed(question, more)).as("%s %s", question, more).isFalse();
        }
    }

    @RepeatedTest(5)
    void an_allow_less_never_allows_more(RepetitionInfo repetition) {
        var random = new Random(100 + repetition.getCurrentRepetition());
        for (int i = 0; i < TRIES; i++) {
            var question = AnyPolicies.question(random);
            var policies = AnyPolicies.policies(random);
            boolean before = allowed(question, policies);

            for (var fewer : withOneAllowLess(policies)) {
                assertThat(!before && allowed(question, fewer))
                        .as("%s %s", question, fewer)
                        .isFalse();
            }
        }
    }

    @RepeatedTest(5)
    void the_trace_tells_what_was_decided(RepetitionInfo repetition) {
        var random = new Random(200 + repetition.getCurrentRepetition());
        var verdicts = new HashSet<Class<? extends Verdict>>();
        for (int i = 0; i < TRIES; i++) {
            var decision =
                    Evaluation.decide(AnyPolicies.question(random), AnyPolicies.policies(random));

            var trace = decision.trace();

            assertThat(trace.allowed()).isEqualTo(decision.allowed());
            assertThat(trace.policies().stream().anyMatch(Trace.PolicyTrace::denies))
                    .isEqualTo(decision.explicitlyDenied());
            assertThat(trace.missing().isEmpty())
                    .isEqualTo(!(decision.verdict() instanceof Verdict.ImplicitlyDenied));
            assertThat(decision.clientMessage().isEmpty()).isEqualTo(decision.allowed());
            assertThat(decision.authorizationMessage().allowed()).isEqualTo(decision.allowed());
            verdicts.add(decision.verdict().getClass());
        }
        assertThat(verdicts)
                .containsExactlyInAnyOrder(
                        Verdict.Allowed.class,
                        Verdict.ExplicitlyDenied.class,
                        Verdict.ImplicitlyDenied.class);
    }

    @Test
    void nothing_that_is_unknown_or_empty_ever_allows() {
        var random = new Random(300);
        for (int i = 0; i < TRIES; i++) {
            var question = Question.of("s3:GetObject", "*", USER, AnyPolicies.context(random));
            var unknownAction = AnyPolicies.statement(random, Effect.ALLOW, "s3:GetObjects");
            var unknownOperator =
                    "{'Effect': 'Allow', 'Action': '*', 'Resource': '*', 'Condition': {'Unknown': {}}}";

            assertThat(allowed(question, ofIdentity(unknownAction))).isFalse();
            assertThat(allowed(question, ofIdentity(unknownOperator))).isFalse();
            assertThat(
                            allowed(
                                    question,
                                    ofIdentity(
                                            new Policy(
                                                    DocumentKind.INLINE,
                                                    LanguageVersion.V2012_10_17,
                                                    Optional.empty(),
                                                    List.of()))))
                    .isFalse();
        }
    }

    /// Documents with a few characters changed, cut, doubled.
    @RepeatedTest(5)
    @Timeout(60)
    void any_text_is_read_or_refused(RepetitionInfo repetition) {
        var random = new Random(400 + repetition.getCurrentRepetition());
        for (int i = 0; i < 4 * TRIES; i++) {
            var text = new StringBuilder(AnyPolicies.document(random));
            for (int change = random.nextInt(6); change >= 0 && !text.isEmpty(); change--) {
                mangle(random, text);
            }

            for (var kind : DocumentKind.values()) {
                parse(kind, text.toString())
                        .ifPresent(policy ->
                                Evaluation.decide(
                                        AnyPolicies.question(random), ofIdentity(policy)));
            }
        }
    }

    @Test
    @Timeout(20)
    void extremes_are_read_or_refused() {
        var texts =
                List.of(
                        "[".repeat(100_000),
                        "{\"Statement\":".repeat(100_000),
                        "{\"Statement\": [" + "[".repeat(60) + "]".repeat(60) + "]}",
                        "{\"Version\": \"" + "9".repeat(1_000_000) + "\"}",
                        "{\"Version\": 1e999999999}",
                        "\u0000",
                        "\"",
                        "{\"" + "a".repeat(100_000) + "\": 1}");

        for (var text : texts) {
            for (var kind : DocumentKind.values()) {
                assertThat(parse(kind, text)).isEmpty();
            }
        }
    }

    @Test
    @Timeout(20)
    void huge_patterns_and_numbers_take_no_time() {
        var policy =
                Documents.policy(
                        DocumentKind.INLINE,
                        "{'Effect': 'Allow', 'Action': 's3:%s', 'Resource': 'arn:aws:s3:::%s', 'Condition': {'NumericLessThan': {'aws:n': '%s'}, 'StringLike': {'aws:s': '%s'}}}"
                                .formatted(
                                        "*a".repeat(2_000) + "*",
                                        "*a".repeat(2_000) + "b",
                                        "9".repeat(5_000),
                                        "?*".repeat(2_000)));
        var context =
                RequestContext.of(
                        Map.of(
                                "aws:n", List.of("1".repeat(4_000)),
                                "aws:s", List.of("a".repeat(4_000))));
        var question =
                Question.of(
                        "s3:" + "a".repeat(4_000),
                        "arn:aws:s3:::" + "a".repeat(4_000),
                        USER,
                        context);

        assertThat(allowed(question, ofIdentity(policy))).isFalse();
    }

    private static boolean allowed(Question question, Policies policies) {
        return Evaluation.decide(question, policies).allowed();
    }

    private static Optional<Policy> parse(DocumentKind kind, String text) {
        try {
            return Optional.of(Policy.parse(kind, text));
        } catch (MalformedPolicyException refusal) {
            assertThat(refusal.text()).isNotBlank();
            return Optional.empty();
        }
    }

    private static void mangle(Random random, StringBuilder text) {
        int at = random.nextInt(text.length());
        int end = Math.min(text.length(), at + 1 + random.nextInt(8));
        switch (random.nextInt(4)) {
            case 0 -> text.delete(at, end);
            case 1 -> text.insert(at, text.substring(at, end));
            case 2 -> text.setCharAt(at, "{}[]\",:*?$\\ae0".charAt(random.nextInt(14)));
            default -> text.setLength(at);
        }
    }

    private static Policies withMore(Random random, Policies policies) {
        var identity = AnyPolicies.attached(random, DocumentKind.INLINE, Effect.DENY);
        return switch (random.nextInt(3)) {
            case 0 -> policies.withIdentity(join(policies.identity(), identity));
            case 1 ->
                    policies.withSession(
                            policies.session().isEmpty()
                                    ? List.of()
                                    : join(policies.session(), identity));
            default ->
                    policies.resource()
                            .map(resource -> policies.withResource(denyingMore(random, resource)))
                            .orElse(policies);
        };
    }

    private static ResourcePolicy denyingMore(Random random, ResourcePolicy resource) {
        var statements = new ArrayList<>(resource.attached().policy().statements());
        statements.addAll(
                AnyPolicies.attached(random, DocumentKind.RESOURCE, Effect.DENY)
                        .policy()
                        .statements());
        return new ResourcePolicy(with(resource.attached(), statements), resource.rule());
    }

    private static List<Policies> withOneAllowLess(Policies policies) {
        var fewer = new ArrayList<Policies>();
        for (var attached : policies.identity()) {
            less(attached).forEach(it -> fewer.add(policies.withIdentity(List.of(it))));
        }
        for (var attached : policies.session()) {
            less(attached).forEach(it -> fewer.add(policies.withSession(List.of(it))));
        }
        policies.boundary()
                .ifPresent(it -> less(it).forEach(less -> fewer.add(policies.withBoundary(less))));
        policies.resource()
                .ifPresent(it ->
                        less(it.attached())
                                .forEach(less ->
                                        fewer.add(
                                                policies.withResource(
                                                        new ResourcePolicy(less, it.rule())))));
        return fewer;
    }

    private static List<AttachedPolicy> less(AttachedPolicy attached) {
        var all = attached.policy().statements();
        return all.stream()
                .filter(statement -> statement.effect() == Effect.ALLOW)
                .map(allow -> with(attached, all.stream().filter(it -> !it.equals(allow)).toList()))
                .toList();
    }

    private static AttachedPolicy with(AttachedPolicy attached, List<Statement> statements) {
        var old = attached.policy();
        return AttachedPolicy.inline(
                attached.origin(),
                attached.name(),
                new Policy(old.kind(), old.version(), old.id(), statements));
    }

    private static <T> List<T> join(List<T> some, T more) {
        var joined = new ArrayList<>(some);
        joined.add(more);
        return joined;
    }

    private static Policies ofIdentity(String statement) {
        return ofIdentity(Documents.policy(DocumentKind.INLINE, statement));
    }

    private static Policies ofIdentity(Policy policy) {
        return Policies.ofIdentity(List.of(AttachedPolicy.inline(Origin.USER, "any", policy)));
    }
}
