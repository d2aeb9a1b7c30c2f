package groundschool.emulator.iam.policy;

import groundschool.emulator.iam.policy.PolicyNode.Field;
import groundschool.emulator.iam.policy.PolicyNode.Fields;
import groundschool.emulator.iam.policy.PolicyNode.Items;
import groundschool.emulator.iam.policy.PolicyNode.Literal;
import groundschool.emulator.iam.policy.PolicyNode.Nothing;
import groundschool.emulator.iam.policy.PolicyNode.Text;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Checks that a document is built as policies are: elements known, each at most once, of the right
/// types, not both of a pair that excludes each other.
///
/// Source: [Grammar of the IAM JSON policy
/// language](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html);
/// what AWS takes beyond that, such as empty lists of values, from the documents in moto's
/// test_iam_policies.py. Names of elements are as they are spelled: [pulumi-hugo
/// #3333](https://github.com/pulumi/pulumi-hugo/issues/3333).
final class ShapeCheck {

    private static final Set<String> DOCUMENT = Set.of("Version", "Id", "Statement");
    private static final Set<String> STATEMENT =
            Set.of(
                    "Sid",
                    "Effect",
                    "Principal",
                    "NotPrincipal",
                    "Action",
                    "NotAction",
                    "Resource",
                    "NotResource",
                    "Condition");
    private static final List<String> WITH_NOT = List.of("Principal", "Action", "Resource");
    private static final Set<String> PRINCIPALS =
            Set.of("AWS", "Service", "Federated", "CanonicalUser");

    private final Grammar.Faults faults;

    ShapeCheck(Grammar.Faults faults) {
        this.faults = faults;
    }

    Fields check(PolicyNode root) {
        if (!(root instanceof Fields document)) {
            throw faults.notAnObject(root);
        }
        checkNames(document, DOCUMENT);
        for (var field : document.fields()) {
            switch (field.name()) {
                case "Version" -> checkVersion(field);
                case "Id" -> checkText(field.value());
                default -> checkStatements(field.value());
            }
        }
        if (!document.has("Statement")) {
            throw faults.syntax(document.span().end());
        }
        return document;
    }

    private void checkVersion(Field field) {
        checkText(field.value());
        if (LanguageVersion.of(PolicyNode.texts(field.value()).getFirst()).isEmpty()) {
            throw faults.unknownVersion();
        }
    }

    private void checkStatements(PolicyNode node) {
        switch (node) {
            case Fields statement -> checkStatement(statement);
            case Items(var items, _) -> {
                if (items.isEmpty()) {
                    throw faults.emptyStatement();
                }
                for (var item : items) {
                    if (!(item instanceof Fields statement)) {
                        throw faults.syntax(item.reached());
                    }
                    checkStatement(statement);
                }
            }
            case Text _, Literal _, Nothing _ -> throw faults.syntax(node.reached());
        }
    }

    private void checkStatement(Fields statement) {
        checkNames(statement, STATEMENT);
        for (var name : WITH_NOT) {
            if (statement.has(name) && statement.has("Not" + name)) {
                throw faults.syntax(statement.span().end());
            }
        }
        for (var field : statement.fields()) {
            switch (field.name()) {
                case "Sid", "Effect" -> checkText(field.value());
                case "Principal", "NotPrincipal" -> checkPrincipal(field.value());
                case "Condition" -> checkConditions(field.value());
                default -> checkTexts(field.value());
            }
        }
    }

    private void checkPrincipal(PolicyNode node) {
        switch (node) {
            case Text(var everyone, _) when everyone.equals("*") -> {}
            case Fields kinds -> {
                for (var kind : kinds.fields()) {
                    if (!PRINCIPALS.contains(kind.name())) {
                        throw faults.syntax(kind.reached());
                    }
                    checkTexts(kind.value());
                }
                checkNames(kinds, PRINCIPALS);
            }
            case Text _, Items _, Literal _, Nothing _ -> throw faults.syntax(node.reached());
        }
    }

    private void checkConditions(PolicyNode node) {
        if (!(node instanceof Fields operators)) {
            throw faults.syntax(node.reached());
        }
        checkTwice(operators);
        for (var operator : operators.fields()) {
            if (!(operator.value() instanceof Fields keys)) {
                throw faults.syntax(operator.value().reached());
            }
            boolean unknown =
                    ConditionOperator.of(operator.name()) instanceof ConditionOperator.Unknown;
            if (unknown && !keys.fields().isEmpty()) {
                throw faults.syntax(operator.reached());
            }
            checkTwice(keys);
            keys.fields().forEach(key -> checkValues(key.value()));
        }
    }

    private void checkValues(PolicyNode node) {
        switch (node) {
            case Text _, Literal _ -> {}
            case Items(var items, _) -> {
                for (var item : items) {
                    if (!(item instanceof Text || item instanceof Literal)) {
                        throw faults.syntax(item.reached());
                    }
                }
            }
            case Fields _, Nothing _ -> throw faults.syntax(node.reached());
        }
    }

    private void checkText(PolicyNode node) {
        if (!(node instanceof Text)) {
            throw faults.syntax(node.reached());
        }
    }

    private void checkTexts(PolicyNode node) {
        if (node instanceof Items(var items, _)) {
            items.forEach(this::checkText);
        } else {
            checkText(node);
        }
    }

    private void checkNames(Fields fields, Set<String> known) {
        for (var field : fields.fields()) {
            if (!known.contains(field.name())) {
                throw faults.unknownElement(field);
            }
        }
        checkTwice(fields);
    }

    /// "Individual elements must not contain multiple instances of the same key."
    private void checkTwice(Fields fields) {
        var names = new HashSet<String>();
        for (var field : fields.fields()) {
            if (!names.add(field.name())) {
                throw faults.syntax(field.reached());
            }
        }
    }
}
