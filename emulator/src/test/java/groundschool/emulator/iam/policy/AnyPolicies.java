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

import groundschool.emulator.iam.policy.ResourcePolicy.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Makes policies and questions by chance, of few words, so that many of them meet.
final class AnyPolicies {

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

    private AnyPolicies() {}

    static Question question(Random random) {
        var question =
                Question.of(
                        one(random, ACTIONS),
                        one(random, RESOURCES),
                        one(random, REQUESTERS),
                        context(random));
        return random.nextInt(4) == 0 ? question.ownedBy(OTHER_ACCOUNT) : question;
    }

    static RequestContext context(Random random) {
        var all =
                List.of(
                        Map.entry("aws:username", List.of("emma")),
                        Map.entry("aws:TagKeys", List.of("a", "c")),
                        Map.entry("aws:SourceIp", List.of("10.1.2.3")),
                        Map.entry("aws:TokenIssueTime", List.of("2026-01-01T00:00:00Z")));
        var some = new HashMap<String, List<String>>();
        all.stream()
                .filter(_ -> random.nextBoolean())
                .forEach(entry -> some.put(entry.getKey(), entry.getValue()));
        return RequestContext.of(some);
    }

    static Policies policies(Random random) {
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

    static AttachedPolicy attached(Random random, DocumentKind kind) {
        var statements = new ArrayList<String>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            var effect = random.nextInt(4) == 0 ? Effect.DENY : Effect.ALLOW;
            statements.add(statement(random, kind, effect));
        }
        return AttachedPolicy.inline(
                Origin.NONE, "any", Documents.policy(kind, statements.toArray(String[]::new)));
    }

    static String statement(Random random, DocumentKind kind, Effect effect) {
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

    static String statement(Random random, Effect effect, String action) {
        return "{'Effect': '%s', 'Action': '%s', '%s': '%s', 'Condition': {%s}}"
                .formatted(
                        effect.word(),
                        action,
                        random.nextInt(4) == 0 ? "NotResource" : "Resource",
                        one(random, RESOURCE_PATTERNS),
                        one(random, CONDITIONS));
    }

    static String document(Random random) {
        var kind = one(random, List.of(DocumentKind.values()));
        return "{\"Version\": \"2012-10-17\", \"Statement\": [%s]}"
                .formatted(statement(random, kind, one(random, List.of(Effect.values()))))
                .replace('\'', '"');
    }

    static AttachedPolicy attached(Random random, DocumentKind kind, Effect effect) {
        return AttachedPolicy.inline(
                Origin.NONE, "more", Documents.policy(kind, statement(random, kind, effect)));
    }

    private static <T> T one(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
