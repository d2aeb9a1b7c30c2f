package groundschool.emulator.dynamodb;

import static groundschool.emulator.dynamodb.DynamoDbErrors.invalidParameters;

import groundschool.emulator.AwsException;
import groundschool.emulator.iam.policy.DocumentKind;
import groundschool.emulator.iam.policy.MalformedPolicyException;
import groundschool.emulator.iam.policy.Policy;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the service asks of the document of a resource policy, in its words.
///
/// The wordings are those that were recorded from the service in October 2026 (`ack-api-quirks`,
/// DDB-TABLE-442).
public final class PolicyRules {

    private static final int LIMIT_BYTES = 20_480;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private PolicyRules() {}

    /// @throws AwsException if it is no policy
    public static void check(String document) {
        if (document.getBytes(StandardCharsets.UTF_8).length > LIMIT_BYTES) {
            throw invalidParameters("Maximum policy size of " + LIMIT_BYTES + " bytes exceeded");
        }
        var policy = read(document);
        if (policy.isNull()) {
            throw invalid("This text appears not to be a policy");
        }
        if (!policy.isObject()) {
            throw invalid("This policy contains invalid Json");
        }
        var statements = policy.path("Statement");
        if (statements.isMissingNode()) {
            throw invalid("Missing required field Statement");
        }
        if (statements.isArray() && statements.isEmpty()) {
            throw invalid("Could not parse the policy: Statement is empty!");
        }
        var all = statements.isArray() ? statements.valueStream().toList() : List.of(statements);
        all.forEach(PolicyRules::checkStatement);
        var ids = new HashSet<String>();
        for (var statement : all) {
            var id = statement.path("Sid").asString("");
            if (!id.isEmpty() && !ids.add(id)) {
                throw invalid("The Statement Ids in the policy are not unique");
            }
        }
        try {
            // Whatever else the gate could not read.
            Policy.parse(DocumentKind.RESOURCE, document);
        } catch (MalformedPolicyException malformed) {
            throw invalid(malformed.text());
        }
    }

    private static JsonNode read(String document) {
        try {
            return JSON.readTree(document);
        } catch (JacksonException e) {
            throw invalid("This policy contains invalid Json");
        }
    }

    private static void checkStatement(JsonNode statement) {
        requireOne(statement, "Effect");
        requireOne(statement, "Principal", "NotPrincipal");
        requireOne(statement, "Action", "NotAction");
        requireOne(statement, "Resource", "NotResource");
    }

    private static void requireOne(JsonNode statement, String... fields) {
        if (List.of(fields).stream().noneMatch(statement::hasNonNull)) {
            throw invalid("Missing required field " + fields[0]);
        }
    }

    private static AwsException invalid(String reason) {
        return invalidParameters("Invalid policy document: " + reason);
    }

    /// Nothing is attached, or not what the request expects.
    public static AwsException notFound(String reason) {
        return new AwsException(
                400,
                "PolicyNotFoundException",
                "Resource-based policy not found for the provided ResourceArn: " + reason);
    }

    /// Holds what is attached against the revision that a request expects.
    ///
    /// @param expected absent if it expects none; `NO_POLICY` if nothing should be attached
    /// @throws AwsException if it is another
    public static void checkRevision(
            Optional<String> expected, Optional<ResourcePolicies.Policy> current, String table) {
        if (expected.isEmpty()) {
            return;
        }
        if (expected.get().equals("NO_POLICY")) {
            if (current.isPresent()) {
                throw notFound(
                        "Requested update for table %s to have no associated policy, but it has a policy with revision id %s."
                                .formatted(table, current.get().revisionId()));
            }
            return;
        }
        if (current.isEmpty()) {
            throw notFound(
                    "Requested update for policy with revision id %s, but table %s has no associated policy."
                            .formatted(expected.get(), table));
        }
        if (!current.get().revisionId().equals(expected.get())) {
            throw notFound(
                    "Requested update for policy with revision id %s, but the policy associated to target table %s has revision id %s."
                            .formatted(expected.get(), table, current.get().revisionId()));
        }
    }
}
