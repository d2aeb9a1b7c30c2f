package groundschool.emulator.iam.policy;

import groundschool.emulator.iam.policy.PolicyNode.Fields;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What IAM checks of managed, inline and session policies.
///
/// Source: the order of the checks follows from what AWS answered to the documents in moto's
/// test_iam_policies.py that are wrong in more than one way. Where a principal is noticed is not
/// known from there.
final class IdentityGrammar implements Grammar {

    private static final Set<String> EFFECTS = Set.of("Allow", "Deny");

    private final DocumentKind kind;

    IdentityGrammar(DocumentKind kind) {
        this.kind = kind;
    }

    @Override
    public void check(Fields root) {
        var statements = Statements.of(root);
        statements.forEach(IdentityGrammar::checkEffect);
        checkVersion(root);
        statements.forEach(IdentityGrammar::checkLegacy);
        checkSids(statements);
        statements.forEach(IdentityGrammar::checkNoPrincipal);
        for (var statement : statements) {
            if (Statements.actions(statement).isEmpty()) {
                throw Malformed.noActions();
            }
        }
        statements.stream().map(Statements::resources).forEach(ResourceArns::check);
        statements.stream().map(Statements::actions).forEach(IdentityGrammar::checkActions);
        for (var statement : statements) {
            if (Statements.resources(statement).isEmpty()) {
                throw Malformed.noResources();
            }
        }
    }

    private void checkVersion(Fields root) {
        if (kind == DocumentKind.MANAGED
                && !Statements.version(root).equals(LanguageVersion.V2012_10_17)) {
            throw Malformed.versionTooOld();
        }
    }

    private static void checkEffect(Fields statement) {
        var effects = statement.texts("Effect");
        if (effects.isEmpty() || EFFECTS.stream().noneMatch(effects.getFirst()::equalsIgnoreCase)) {
            throw Malformed.syntax();
        }
    }

    /// An effect in the wrong case, a time that is none, an ARN that lacks what it needs.
    private static void checkLegacy(Fields statement) {
        boolean passes =
                EFFECTS.contains(statement.texts("Effect").getFirst())
                        && Statements.resources(statement).stream()
                                .noneMatch(ResourceArns::failsLegacyParsing)
                        && Statements.conditions(statement).stream()
                                .allMatch(IdentityGrammar::hasTimes);
        if (!passes) {
            throw Malformed.legacyParsing();
        }
    }

    private static boolean hasTimes(Statements.RawCondition condition) {
        return !(condition.operator() instanceof ConditionOperator.Known known)
                || !known.comparison().isDate()
                || condition.values().stream().allMatch(text -> DateText.instant(text).isPresent());
    }

    private static void checkSids(List<Fields> statements) {
        var sids = statements.stream().flatMap(it -> it.texts("Sid").stream()).toList();
        for (var sid : sids) {
            if (!sid.chars().allMatch(IdentityGrammar::isAlphanumeric)) {
                throw Malformed.sidNotAlphanumeric();
            }
        }
        var seen = new HashSet<String>();
        for (var sid : sids) {
            if (!sid.isEmpty() && !seen.add(sid)) {
                throw Malformed.duplicateSid();
            }
        }
    }

    private static void checkNoPrincipal(Fields statement) {
        if (statement.has("Principal") || statement.has("NotPrincipal")) {
            throw Malformed.principalInIdentityPolicy();
        }
    }

    private static void checkActions(List<String> actions) {
        for (var action : actions) {
            if (action.equals("*")) {
                continue;
            }
            int colon = action.indexOf(':');
            if (colon < 0) {
                throw Malformed.noVendor();
            }
            if (action.indexOf(':', colon + 1) >= 0) {
                throw Malformed.tooManyColons();
            }
            var vendor = action.substring(0, colon);
            if (!vendor.equals("*") && !isVendor(vendor)) {
                throw Malformed.invalidVendor(vendor);
            }
        }
    }

    private static boolean isVendor(String vendor) {
        return !vendor.isEmpty()
                && vendor.chars().allMatch(c -> isAlphanumeric(c) || c == '-' || c == '.');
    }

    private static boolean isAlphanumeric(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    @Override
    public Faults faults() {
        return new IdentityFaults(kind);
    }

    /// "Syntax errors in policy.", whatever it is.
    private record IdentityFaults(DocumentKind kind) implements Faults {

        @Override
        public MalformedPolicyException notJson() {
            return kind == DocumentKind.SESSION ? Malformed.notJson() : Malformed.syntax();
        }

        @Override
        public MalformedPolicyException notAnObject(PolicyNode root) {
            return Malformed.syntax();
        }

        @Override
        public MalformedPolicyException unknownElement(PolicyNode.Field field) {
            return Malformed.syntax();
        }

        @Override
        public MalformedPolicyException unknownVersion() {
            return Malformed.syntax();
        }

        @Override
        public MalformedPolicyException emptyStatement() {
            return Malformed.syntax();
        }

        @Override
        public MalformedPolicyException syntax(Position reached) {
            return Malformed.syntax();
        }
    }
}
