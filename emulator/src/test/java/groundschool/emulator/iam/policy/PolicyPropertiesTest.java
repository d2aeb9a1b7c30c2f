package groundschool.emulator.iam.policy;

import static groundschool.emulator.iam.policy.Documents.ACCOUNT;
import static groundschool.emulator.iam.policy.Documents.EMMA;
import static groundschool.emulator.iam.policy.Documents.FEDERATED_USER;
import static groundschool.emulator.iam.policy.Documents.OTHER_ACCOUNT;
import static groundschool.emulator.iam.policy.Documents.ROLE;
import static groundschool.emulator.iam.policy.Documents.ROLE_SESSION;
import static groundschool.emulator.iam.policy.Documents.ROOT;
import static groundschool.emulator.iam.policy.Documents.SESSION;
import static groundschool.emulator.iam.policy.Documents.USER;
import static groundschool.emulator.iam.policy.Documents.aws;
import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.iam.policy.ResourcePolicy.Rule;
import java.util.ArrayList;
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

    private static final List<String> ACTIONS =
            List.of("s3:GetObject", "s3:PutObject", "dynamodb:GetItem", "iam:ListUsers");
    private static final List<String> ACTION_PATTERNS =
            List.of("s3:*", "s3:Get*", "*", "dynamodb:?etItem", "iam:ListUsers", "S3:PUTOBJECT");
    private static final List<String> RESOURCES =
            List.of("arn:aws:s3:::books/emma/a", "arn:aws:s3:::pens", "*");
    private static final List<String> RESOURCE_PATTERNS =
            List.of(
                    "*",
                    "arn:aws:s3:::books/${aws:username}/*",
                    "arn:aws:s3:::*",
                    "arn:aws:s3",
                    "arn:aws:s3:::p?ns");
    private static final List<String> PRINCIPALS =
            List.of("'*'", aws(EMMA), aws(ACCOUNT), aws(ROLE), aws(SESSION), aws(OTHER_ACCOUNT));
    private static final List<String> CONDITIONS =
            List.of(
                    "",
                    "",
                    "'StringEquals': {'aws:username': 'emma'}",
                    "'StringNotLike': {'aws:username': ['e*', '${aws:userid}']}",
                    "'ForAllValues:StringEquals': {'aws:TagKeys': ['a', 'b']}",
                    "'ForAnyValue:StringNotEquals': {'aws:TagKeys': 'a'}",
                    "'IpAddressIfExists': {'aws:SourceIp': '10.0.0.0/8'}",
                    "'Null': {'aws:TokenIssueTime': 'true'}",
                    "'Unknown': {}");
    private static final List<Requester> REQUESTERS =
            List.of(
                    USER,
                    ROLE_SESSION,
                    FEDERATED_USER,
                    ROOT,
                    new Requester.Anonymous(),
                    new Requester.Service("sns.amazonaws.com"));

    @RepeatedTest(5)
    void a_deny_more_never_allows_more(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        for (int i = 0; i < TRIES; i++) {
            var question = question(random);
            var policies = policies(random);
            boolean before = allowed(question, policies);

            var more = withMore(random, policies);

            assertThat(!before && allowed(question, more)).as("%s %s", question, more).isFalse();
        }
    }

    @RepeatedTest(5)
    void an_allow_less_never_allows_more(RepetitionInfo repetition) {
        var random = new Random(100 + repetition.getCurrentRepetition());
        for (int i = 0; i < TRIES; i++) {
            var question = question(random);
            var policies = policies(random);
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
        for (int i = 0; i < TRIES; i++) {
            var decision = Evaluation.decide(question(random), policies(random));

            var trace = decision.trace();

            assertThat(trace.allowed()).isEqualTo(decision.allowed());
            assertThat(trace.policies().stream().anyMatch(Trace.PolicyTrace::denies))
                    .isEqualTo(decision.explicitlyDenied());
            assertThat(trace.missing().isEmpty())
                    .isEqualTo(!(decision.verdict() instanceof Verdict.ImplicitlyDenied));
            assertThat(decision.clientMessage().isEmpty()).isEqualTo(decision.allowed());
            assertThat(decision.authorizationMessage().allowed()).isEqualTo(decision.allowed());
        }
    }

    @Test
    void nothing_that_is_unknown_or_empty_ever_allows() {
        var random = new Random(300);
        for (int i = 0; i < TRIES; i++) {
            var question = Question.of("s3:GetObject", "*", USER, context(random));
            var unknownAction = statement(random, Effect.ALLOW, "s3:GetObjects");
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
            var text = new StringBuilder(document(random));
            for (int change = random.nextInt(6); change >= 0 && !text.isEmpty(); change--) {
                mangle(random, text);
            }

            for (var kind : DocumentKind.values()) {
                parse(kind, text.toString())
                        .ifPresent(
                                policy -> Evaluation.decide(question(random), ofIdentity(policy)));
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

    private static Question question(Random random) {
        var question =
                Question.of(
                        one(random, ACTIONS),
                        one(random, RESOURCES),
                        one(random, REQUESTERS),
                        context(random));
        return random.nextInt(4) == 0 ? question.ownedBy(OTHER_ACCOUNT) : question;
    }

    private static RequestContext context(Random random) {
        var all =
                List.of(
                        Map.entry("aws:username", List.of("emma")),
                        Map.entry("aws:TagKeys", List.of("a", "c")),
                        Map.entry("aws:SourceIp", List.of("10.1.2.3")),
                        Map.entry("aws:TokenIssueTime", List.of("2026-01-01T00:00:00Z")));
        var some = new java.util.HashMap<String, List<String>>();
        all.stream()
                .filter(_ -> random.nextBoolean())
                .forEach(entry -> some.put(entry.getKey(), entry.getValue()));
        return RequestContext.of(some);
    }

    private static Policies policies(Random random) {
        var policies = Policies.ofIdentity(List.of(attached(random, DocumentKind.INLINE)));
        if (random.nextInt(3) == 0) {
            policies = policies.withBoundary(attached(random, DocumentKind.MANAGED));
        }
        if (random.nextInt(3) == 0) {
            policies = policies.withSession(List.of(attached(random, DocumentKind.SESSION)));
        }
        if (random.nextBoolean()) {
            var rule = random.nextBoolean() ? Rule.ADDS : Rule.MUST_ALLOW;
            policies =
                    policies.withResource(
                            new ResourcePolicy(attached(random, DocumentKind.RESOURCE), rule));
        }
        return policies;
    }

    private static AttachedPolicy attached(Random random, DocumentKind kind) {
        var statements = new ArrayList<String>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            var effect = random.nextInt(4) == 0 ? Effect.DENY : Effect.ALLOW;
            statements.add(statement(random, kind, effect));
        }
        return AttachedPolicy.inline(
                Origin.NONE, "any", Documents.policy(kind, statements.toArray(String[]::new)));
    }

    private static String statement(Random random, DocumentKind kind, Effect effect) {
        var statement = statement(random, effect, one(random, ACTION_PATTERNS));
        return kind.namesPrincipals()
                ? statement.replaceFirst(
                        "\\{",
                        "{'%s': %s, "
                                .formatted(
                                        random.nextInt(5) == 0 ? "NotPrincipal" : "Principal",
                                        one(random, PRINCIPALS)))
                : statement;
    }

    private static String statement(Random random, Effect effect, String action) {
        return "{'Effect': '%s', 'Action': '%s', '%s': '%s', 'Condition': {%s}}"
                .formatted(
                        effect.word(),
                        action,
                        random.nextInt(4) == 0 ? "NotResource" : "Resource",
                        one(random, RESOURCE_PATTERNS),
                        one(random, CONDITIONS));
    }

    private static String document(Random random) {
        var kind = one(random, List.of(DocumentKind.values()));
        return "{\"Version\": \"2012-10-17\", \"Statement\": [%s]}"
                .formatted(statement(random, kind, one(random, List.of(Effect.values()))))
                .replace('\'', '"');
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
        var identity = attached(random, DocumentKind.INLINE, Effect.DENY);
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
                attached(random, DocumentKind.RESOURCE, Effect.DENY).policy().statements());
        return new ResourcePolicy(with(resource.attached(), statements), resource.rule());
    }

    private static AttachedPolicy attached(Random random, DocumentKind kind, Effect effect) {
        return AttachedPolicy.inline(
                Origin.NONE, "more", Documents.policy(kind, statement(random, kind, effect)));
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
                .map(allow -> with(attached, all.stream().filter(it -> it != allow).toList()))
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

    private static <T> T one(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
