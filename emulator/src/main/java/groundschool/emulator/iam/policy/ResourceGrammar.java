package groundschool.emulator.iam.policy;

import groundschool.emulator.iam.policy.PolicyNode.Fields;
import groundschool.emulator.iam.policy.PolicyNode.Nothing;
import groundschool.emulator.iam.policy.Template.Wildcards;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;

/// What AWS checks of roles' trust policies and of resources' policies. Many services wrap these
/// words in their own.
///
/// Source: as said at each text in [Malformed]; the order within a statement is known only for the
/// prohibited resource
final class ResourceGrammar implements Grammar {

    /// What a trust policy may allow.
    ///
    /// Source: [Actions defined by AWS Security Token
    /// Service](https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssecuritytokenservice.html),
    /// those on a role
    private static final List<String> TRUST_ACTIONS =
            List.of(
                    "sts:assumerole",
                    "sts:assumerolewithsaml",
                    "sts:assumerolewithwebidentity",
                    "sts:setcontext",
                    "sts:setsourceidentity",
                    "sts:tagsession");

    private static final String COGNITO = "cognito-identity.amazonaws.com";

    private final DocumentKind kind;

    ResourceGrammar(DocumentKind kind) {
        this.kind = kind;
    }

    @Override
    public void check(Fields root) {
        var sids = new HashSet<String>();
        for (var statement : Statements.of(root)) {
            checkEffect(statement);
            checkResources(statement);
            checkPrincipal(statement);
            checkActions(statement);
            var sid = String.join("", statement.texts("Sid"));
            if (!sid.isEmpty() && !sids.add(sid)) {
                throw Malformed.statementIdsNotUnique();
            }
        }
    }

    private static void checkEffect(Fields statement) {
        var effects = statement.texts("Effect");
        if (effects.isEmpty()) {
            throw Malformed.missingField("Effect");
        }
        var effect = effects.getFirst();
        if (!effect.equals("Allow") && !effect.equals("Deny")) {
            throw Malformed.invalidEffect(effect);
        }
    }

    private void checkResources(Fields statement) {
        boolean has = statement.has("Resource") || statement.has("NotResource");
        if (kind == DocumentKind.TRUST && has) {
            throw statement.has("Resource")
                    ? Malformed.prohibitedField("Resource")
                    : Malformed.trustWithNotResource();
        }
        if (kind == DocumentKind.RESOURCE && Statements.resources(statement).isEmpty()) {
            throw Malformed.missingField("Resource");
        }
    }

    private void checkPrincipal(Fields statement) {
        if (!statement.has("Principal") && !statement.has("NotPrincipal")) {
            throw Malformed.missingField("Principal");
        }
        boolean negated = statement.has("NotPrincipal");
        boolean allows = statement.texts("Effect").contains("Allow");
        if (kind == DocumentKind.TRUST && negated && allows) {
            throw Malformed.allowWithNotPrincipal();
        }
        if (kind == DocumentKind.TRUST && statement.texts("Principal").contains("*")) {
            throw Malformed.trustEveryone();
        }
        var names = PrincipalReader.names(statement);
        if (names.isEmpty()) {
            throw Malformed.emptyField(negated ? "NotPrincipal" : "Principal");
        }
        boolean cognito = names.contains(new NamedPrincipal.Federated(COGNITO));
        if (kind == DocumentKind.TRUST && cognito && Statements.conditions(statement).isEmpty()) {
            throw Malformed.cognitoWithoutCondition();
        }
    }

    private void checkActions(Fields statement) {
        var actions = Statements.actions(statement);
        if (actions.isEmpty()) {
            throw Malformed.missingField("Action");
        }
        if (kind == DocumentKind.TRUST
                && !actions.stream().allMatch(ResourceGrammar::isTrustAction)) {
            throw Malformed.foreignTrustAction();
        }
    }

    private static boolean isTrustAction(String action) {
        var folded = action.toLowerCase(Locale.ROOT);
        var pattern = Template.of(folded, LanguageVersion.V2008_10_17, Wildcards.FREE);
        return folded.startsWith("sts:") && TRUST_ACTIONS.stream().anyMatch(pattern::matchesFixed);
    }

    @Override
    public Faults faults() {
        return new ResourceFaults();
    }

    /// Says where the parser stood.
    private record ResourceFaults() implements Faults {

        @Override
        public MalformedPolicyException notJson() {
            return Malformed.invalidJson();
        }

        @Override
        public MalformedPolicyException notAnObject(PolicyNode root) {
            return root instanceof Nothing ? Malformed.notAPolicy() : Malformed.invalidJson();
        }

        @Override
        public MalformedPolicyException unknownElement(PolicyNode.Field field) {
            return Malformed.unknownField(field.name());
        }

        @Override
        public MalformedPolicyException unknownVersion() {
            return Malformed.invalidVersion();
        }

        @Override
        public MalformedPolicyException emptyStatement() {
            return Malformed.emptyStatement();
        }

        @Override
        public MalformedPolicyException syntax(Position reached) {
            return Malformed.syntaxAt(reached);
        }
    }
}
