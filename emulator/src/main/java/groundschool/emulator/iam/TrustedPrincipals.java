package groundschool.emulator.iam;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What becomes of trust policies that name somebody who is deleted or renamed: IAM keeps
/// principals by their unique id, shows who has it now, and the id itself once nobody has it any
/// more. Whoever is made anew under the same name is somebody else.
///
/// Source: [AWS JSON policy elements:
/// Principal](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-roles)
public final class TrustedPrincipals {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private TrustedPrincipals() {}

    /// Says that a user or role is gone.
    public static void isGone(Identities identities, String arn, String id) {
        isRenamed(identities, arn, id);
    }

    /// Says that a user or role is called otherwise.
    public static void isRenamed(Identities identities, String arn, String id) {
        identities
                .roles()
                .filter(role -> role.trust().contains('"' + arn + '"'))
                .toList()
                .forEach(role -> identities.put(role.trusting(renamed(role.trust(), arn, id))));
    }

    private static String renamed(String trust, String arn, String id) {
        var document = JSON.readTree(trust);
        var statements = document.path("Statement");
        if (statements.isArray()) {
            statements.forEach(statement -> rename(statement, arn, id));
        } else {
            rename(statements, arn, id);
        }
        return document.toString();
    }

    private static void rename(JsonNode statement, String arn, String id) {
        for (var element : List.of("Principal", "NotPrincipal")) {
            var named = statement.path(element).path("AWS");
            if (named instanceof ArrayNode several) {
                for (var i = 0; i < several.size(); i++) {
                    if (several.path(i).asString("").equals(arn)) {
                        several.set(i, id);
                    }
                }
            } else if (named.asString("").equals(arn)
                    && statement.path(element) instanceof ObjectNode kinds) {
                kinds.put("AWS", id);
            }
        }
    }
}
