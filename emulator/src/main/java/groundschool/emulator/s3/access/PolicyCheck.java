package groundschool.emulator.s3.access;

import groundschool.emulator.AwsException;
import groundschool.emulator.iam.KnownServices;
import groundschool.emulator.iam.policy.DocumentKind;
import groundschool.emulator.iam.policy.MalformedPolicyException;
import groundschool.emulator.iam.policy.Policy;
import groundschool.emulator.s3.Bucket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Holds a bucket policy against what S3 asks of one: it speaks of S3's actions, on this bucket and
/// its objects, and each of its actions can be about one of its resources.
///
/// Source: recorded answers; [Policies and
/// permissions](https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-policy-language-overview.html)
public final class PolicyCheck {

    private static final int MOST_BYTES = 20 * 1024;

    private PolicyCheck() {}

    /// @throws AwsException if it is no policy for that bucket
    public static void check(String document, Bucket bucket) {
        if (document.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw malformed("Policy exceeds the maximum allowed document size.");
        }
        var statements = statements(document);
        try {
            Policy.parse(DocumentKind.RESOURCE, document);
        } catch (MalformedPolicyException wrong) {
            throw malformed(wrong.text());
        }
        statements.forEach(statement -> check(statement, bucket));
    }

    private static List<JsonNode> statements(String document) {
        JsonNode policy;
        try {
            policy = JsonMapper.shared().readTree(document);
        } catch (JacksonException noJson) {
            throw noJson();
        }
        if (!policy.isObject() || !document.startsWith("{")) {
            throw noJson();
        }
        if (!policy.has("Statement")) {
            throw malformed("Missing required field Statement");
        }
        return all(policy.path("Statement"));
    }

    private static void check(JsonNode statement, Bucket bucket) {
        for (var field : List.of("Principal", "Action", "Resource")) {
            if (!statement.has(field) && !statement.has("Not" + field)) {
                throw malformed("Missing required field " + field);
            }
        }
        var actions = texts(statement.path("Action"));
        for (var action : actions) {
            if (matching(action).isEmpty()) {
                throw malformed("Policy has invalid action");
            }
        }
        var resources = texts(statement.path("Resource"));
        for (var resource : resources) {
            if (!resource.equals(bucket.arn()) && !resource.startsWith(bucket.arn() + "/")) {
                throw malformed("Policy has invalid resource");
            }
        }
        if (!actions.isEmpty() && !resources.isEmpty()) {
            checkTogether(actions, resources, bucket);
        }
    }

    private static void checkTogether(List<String> actions, List<String> resources, Bucket bucket) {
        boolean hasBucket = resources.contains(bucket.arn());
        boolean hasObjects = resources.stream().anyMatch(each -> !each.equals(bucket.arn()));
        for (var action : actions) {
            var forms =
                    matching(action).stream()
                            .flatMap(name -> forms(name).stream())
                            .collect(Collectors.toSet());
            boolean onObjects =
                    forms.stream().anyMatch(form -> form.contains(":::") && form.contains("/"));
            boolean onBuckets =
                    forms.stream().anyMatch(form -> form.contains(":::") && !form.contains("/"));
            if (!(onObjects && hasObjects || onBuckets && hasBucket)) {
                throw malformed("Action does not apply to any resource(s) in statement");
            }
        }
    }

    private static List<String> forms(String action) {
        return KnownServices.all()
                .find("s3")
                .orElseThrow()
                .actions()
                .getOrDefault(action, List.of());
    }

    /// The actions of S3 that a pattern means.
    private static Set<String> matching(String pattern) {
        var known = KnownServices.all().find("s3").orElseThrow().actions().keySet();
        if (pattern.equals("*")) {
            return known;
        }
        if (!pattern.toLowerCase(Locale.ROOT).startsWith("s3:")) {
            return Set.of();
        }
        var regex =
                Pattern.compile(
                        Pattern.quote(pattern.substring(3))
                                .replace("*", "\\E.*\\Q")
                                .replace("?", "\\E.\\Q"),
                        Pattern.CASE_INSENSITIVE);
        return known.stream()
                .filter(name -> regex.matcher(name).matches())
                .collect(Collectors.toSet());
    }

    private static List<JsonNode> all(JsonNode node) {
        return node.isArray()
                ? node.valueStream().toList()
                : node.isMissingNode() ? List.of() : List.of(node);
    }

    private static List<String> texts(JsonNode node) {
        return all(node).stream().map(each -> each.asString("")).toList();
    }

    private static AwsException noJson() {
        return malformed("Policies must be valid JSON and the first byte must be '{'");
    }

    private static AwsException malformed(String message) {
        return new AwsException(400, "MalformedPolicy", message, Map.of());
    }
}
