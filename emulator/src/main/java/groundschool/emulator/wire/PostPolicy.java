package groundschool.emulator.wire;

import groundschool.emulator.AwsException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a form may say by which a browser uploads a file: its fields, how large the file may be,
/// and until when.
///
/// Source: [POST
/// policy](https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-HTTPPOSTConstructPolicy.html)
///
/// @param leastBytes of the file
/// @param mostBytes of the file
public record PostPolicy(long leastBytes, long mostBytes) {

    private static final Set<String> FREE =
            Set.of("policy", "x-amz-signature", "file", "awsaccesskeyid", "signature");

    /// Reads a policy and holds a form's fields against it.
    ///
    /// @param encoded in base64
    /// @param fields by name in small letters, with the bucket's name as `bucket`
    /// @throws AwsException if it is none, has expired, or a field is not as it says
    public static PostPolicy check(String encoded, Map<String, String> fields, Instant now) {
        var policy = read(encoded);
        checkExpiration(policy, now);
        if (!policy.path("conditions").isArray()) {
            throw invalid("Policy missing conditions.");
        }
        long least = 0;
        long most = Long.MAX_VALUE;
        var named = new HashSet<>(FREE);
        for (var condition : policy.path("conditions")) {
            if (condition.isArray()
                    && condition.path(0).asString("").equalsIgnoreCase("content-length-range")) {
                checkRange(condition);
                least = condition.path(1).asLong();
                most = condition.path(2).asLong();
            } else {
                named.add(checkField(condition, fields));
            }
        }
        var extra =
                fields.keySet().stream()
                        .filter(name -> !named.contains(name) && !name.equals("bucket"))
                        .filter(name -> !name.startsWith("x-ignore-"))
                        .findFirst();
        if (extra.isPresent()) {
            throw denied("Extra input fields: " + extra.get());
        }
        return new PostPolicy(least, most);
    }

    private static void checkRange(JsonNode condition) {
        if (condition.size() != 3) {
            throw invalid("Invalid Condition: wrong number of arguments for content-length-range.");
        }
        for (int i = 1; i < 3; i++) {
            if (!condition.path(i).asString("").matches("\\d{1,18}")) {
                throw invalid(
                        "Invalid Condition: content-length-range must be a positive integer.");
            }
        }
    }

    private static JsonNode read(String encoded) {
        try {
            var json = Base64.getMimeDecoder().decode(encoded);
            return JsonMapper.shared().readTree(new String(json, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException | JacksonException e) {
            throw invalid("Invalid JSON.");
        }
    }

    private static void checkExpiration(JsonNode policy, Instant now) {
        var expiration = policy.path("expiration").stringValueOpt();
        if (expiration.isEmpty()) {
            throw invalid("Policy missing expiration.");
        }
        try {
            if (!now.isBefore(Instant.parse(expiration.get()))) {
                throw denied("Policy expired.");
            }
        } catch (DateTimeException e) {
            throw invalid("Invalid 'expiration' value: '%s'".formatted(expiration.get()));
        }
    }

    /// @return the name of the field that the condition is about
    private static String checkField(JsonNode condition, Map<String, String> fields) {
        if (condition.isObject()) {
            if (condition.size() != 1) {
                throw invalid(
                        "Invalid Simple-Condition: Simple-Conditions must have exactly one property specified.");
            }
            var only = condition.properties().iterator().next();
            return checkField("eq", "$" + only.getKey(), only.getValue().asString(""), fields);
        }
        if (!condition.isArray() || condition.size() != 3) {
            throw invalid("Invalid Condition: Unknown condition.");
        }
        return checkField(
                condition.path(0).asString("").toLowerCase(Locale.ROOT),
                condition.path(1).asString(""),
                condition.path(2).asString(""),
                fields);
    }

    private static String checkField(
            String operator, String field, String value, Map<String, String> fields) {
        var name =
                field.startsWith("$")
                        ? Optional.of(field.substring(1).toLowerCase(Locale.ROOT))
                        : Optional.<String>empty();
        var given = name.flatMap(each -> Optional.ofNullable(fields.get(each))).orElse("");
        boolean holds =
                name.isPresent()
                        && switch (operator) {
                            case "eq" -> given.equals(value);
                            case "starts-with" -> startsWith(name.get(), given, value);
                            default ->
                                    throw invalid(
                                            "Invalid Condition: unknown operation '%s'."
                                                    .formatted(operator));
                        };
        if (!holds) {
            throw denied(
                    "Policy Condition failed: [\"%s\", \"%s\", \"%s\"]"
                            .formatted(operator, field, value));
        }
        return name.get();
    }

    private static boolean startsWith(String name, String given, String value) {
        return name.equals("content-type")
                ? List.of(given.split(",")).stream()
                        .allMatch(each -> each.strip().startsWith(value))
                : given.startsWith(value);
    }

    private static AwsException denied(String why) {
        return new AwsException(403, "AccessDenied", "Invalid according to Policy: " + why);
    }

    private static AwsException invalid(String why) {
        return new AwsException(400, "InvalidPolicyDocument", "Invalid Policy: " + why);
    }
}
