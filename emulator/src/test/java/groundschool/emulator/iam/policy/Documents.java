package groundschool.emulator.iam.policy;

import java.util.List;
import java.util.Map;

/// Policies and people for the tests.
final class Documents {

    static final String ACCOUNT = "123456789012";
    static final String OTHER_ACCOUNT = "444455556666";
    static final String EMMA = "arn:aws:iam::123456789012:user/emma";
    static final String ROLE = "arn:aws:iam::123456789012:role/readers/librarian";
    static final String SESSION = "arn:aws:sts::123456789012:assumed-role/librarian/monday";
    static final String FEDERATED = "arn:aws:sts::123456789012:federated-user/guest";

    static final Requester ROOT = new Requester.Root(ACCOUNT);
    static final Requester USER = new Requester.User(ACCOUNT, EMMA);
    static final Requester ROLE_SESSION = Requester.RoleSession.of(ACCOUNT, SESSION, ROLE);
    static final Requester FEDERATED_USER = new Requester.FederatedUser(ACCOUNT, FEDERATED, EMMA);

    private Documents() {}

    static Policy policy(DocumentKind kind, String... statements) {
        return Policy.parse(
                kind,
                "{\"Version\": \"2012-10-17\", \"Statement\": [%s]}"
                        .formatted(String.join(", ", statements).replace('\'', '"')));
    }

    static AttachedPolicy inline(String... statements) {
        return AttachedPolicy.inline(Origin.USER, "Books", policy(DocumentKind.INLINE, statements));
    }

    static AttachedPolicy managed(String name, String... statements) {
        return AttachedPolicy.managed(
                "arn:aws:iam::%s:policy/%s".formatted(ACCOUNT, name),
                policy(DocumentKind.MANAGED, statements));
    }

    static AttachedPolicy session(String... statements) {
        return AttachedPolicy.inline(
                Origin.NONE, "session", policy(DocumentKind.SESSION, statements));
    }

    static ResourcePolicy resource(String... statements) {
        return resource(ResourcePolicy.Rule.ADDS, statements);
    }

    static ResourcePolicy resource(ResourcePolicy.Rule rule, String... statements) {
        var kind = rule == ResourcePolicy.Rule.TRUSTS ? DocumentKind.TRUST : DocumentKind.RESOURCE;
        return new ResourcePolicy(
                AttachedPolicy.inline(Origin.RESOURCE, "books", policy(kind, statements)), rule);
    }

    static String allow(String action) {
        return "{'Effect': 'Allow', 'Action': '%s', 'Resource': '*'}".formatted(action);
    }

    static String deny(String action) {
        return "{'Effect': 'Deny', 'Action': '%s', 'Resource': '*'}".formatted(action);
    }

    static String allow(String action, String principal) {
        return "{'Effect': 'Allow', 'Principal': %s, 'Action': '%s', 'Resource': '*'}"
                .formatted(principal, action);
    }

    static String deny(String action, String principal) {
        return "{'Effect': 'Deny', 'Principal': %s, 'Action': '%s', 'Resource': '*'}"
                .formatted(principal, action);
    }

    static String trust(String principal) {
        return "{'Effect': 'Allow', 'Principal': %s, 'Action': 'sts:AssumeRole'}"
                .formatted(principal);
    }

    static String aws(String... arns) {
        return "{'AWS': ['%s']}".formatted(String.join("', '", arns));
    }

    static Question ask(Requester requester, String action, String resource) {
        return Question.of(action, resource, requester, RequestContext.EMPTY);
    }

    static RequestContext context(String key, String... values) {
        return RequestContext.of(Map.of(key, List.of(values)));
    }
}
