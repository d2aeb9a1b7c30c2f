package groundschool.emulator.iam.policy;

import groundschool.emulator.iam.policy.PolicyNode.Fields;
import groundschool.emulator.iam.policy.PolicyNode.Items;
import java.util.ArrayList;
import java.util.List;

/// Finds the parts of a document whose shape is right.
final class Statements {

    /// @param key as it is spelled, blank for an operator without keys
    record RawCondition(ConditionOperator operator, String key, List<String> values) {}

    private Statements() {}

    static List<Fields> of(Fields root) {
        var statements = new ArrayList<Fields>();
        for (var node : root.all("Statement")) {
            switch (node) {
                case Fields one -> statements.add(one);
                case Items(var several, _) ->
                        several.forEach(each -> {
                            if (each instanceof Fields statement) {
                                statements.add(statement);
                            }
                        });
                case PolicyNode.Text _, PolicyNode.Literal _, PolicyNode.Nothing _ -> {}
            }
        }
        return statements;
    }

    /// Without one, it is the older version.
    static LanguageVersion version(Fields root) {
        return root.texts("Version").stream()
                .findFirst()
                .flatMap(LanguageVersion::of)
                .orElse(LanguageVersion.V2008_10_17);
    }

    /// Those of Action or NotAction.
    static List<String> actions(Fields statement) {
        return either(statement, "Action");
    }

    /// Those of Resource or NotResource.
    static List<String> resources(Fields statement) {
        return either(statement, "Resource");
    }

    static List<String> either(Fields statement, String name) {
        return statement.texts(statement.has(name) ? name : "Not" + name);
    }

    static List<RawCondition> conditions(Fields statement) {
        var conditions = new ArrayList<RawCondition>();
        for (var node : statement.all("Condition")) {
            if (node instanceof Fields operators) {
                operators.fields().forEach(field -> addConditions(field, conditions));
            }
        }
        return conditions;
    }

    private static void addConditions(PolicyNode.Field field, List<RawCondition> conditions) {
        var operator = ConditionOperator.of(field.name());
        if (!(field.value() instanceof Fields keys)) {
            return;
        }
        // AWS takes an operator that it does not know, if it has no keys. What it then does with it
        // is not documented, so the statement must not allow.
        if (operator instanceof ConditionOperator.Unknown) {
            conditions.add(new RawCondition(operator, "", List.of()));
        }
        for (var key : keys.fields()) {
            conditions.add(new RawCondition(operator, key.name(), PolicyNode.texts(key.value())));
        }
    }
}
