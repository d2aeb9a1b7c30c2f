package groundschool.emulator.s3.access;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Whether a bucket policy lets the public in: whether it allows something to everybody that is not
/// held to fixed values.
///
/// Source: [The meaning of
/// "public"](https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status)
public final class PublicPolicy {

    /// What may hold a statement to certain callers.
    private static final Set<String> FIXING =
            Set.of(
                    "aws:sourceip",
                    "aws:sourcearn",
                    "aws:sourcevpc",
                    "aws:sourcevpce",
                    "aws:sourceowner",
                    "aws:sourceaccount",
                    "aws:sourceorgid",
                    "aws:userid",
                    "aws:principalarn",
                    "aws:principalaccount",
                    "aws:principalorgid",
                    "aws:principalorgpaths",
                    "s3:x-amz-server-side-encryption-aws-kms-key-id",
                    "s3:dataaccesspointarn",
                    "s3:dataaccesspointaccount");

    private PublicPolicy() {}

    /// @param document that was checked when it was saved
    public static boolean is(String document) {
        var statements = JsonMapper.shared().readTree(document).path("Statement");
        return all(statements).stream().anyMatch(PublicPolicy::isPublic);
    }

    private static List<JsonNode> all(JsonNode node) {
        return node.isArray() ? node.valueStream().toList() : List.of(node);
    }

    private static boolean isPublic(JsonNode statement) {
        return statement.path("Effect").asString("").equals("Allow")
                && (statement.has("NotPrincipal") || isEverybody(statement.path("Principal")))
                && !isHeld(statement.path("Condition"));
    }

    private static boolean isEverybody(JsonNode principal) {
        return principal.isString()
                ? principal.asString().equals("*")
                : all(principal.path("AWS")).stream()
                        .anyMatch(each -> each.asString("").equals("*"));
    }

    private static boolean isHeld(JsonNode conditions) {
        for (var operator : conditions.properties()) {
            var name = operator.getKey().toLowerCase(Locale.ROOT);
            if (name.contains("not") || name.equals("null") || name.endsWith("ifexists")) {
                continue;
            }
            for (var condition : operator.getValue().properties()) {
                if (FIXING.contains(condition.getKey().toLowerCase(Locale.ROOT))
                        && all(condition.getValue()).stream().allMatch(PublicPolicy::isFixed)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isFixed(JsonNode value) {
        var text = value.asString("*");
        return !text.contains("*")
                && !text.contains("?")
                && !text.contains("${")
                && !text.endsWith("/0");
    }
}
