package groundschool.emulator.kms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The documents that say who may do what with a key.
///
/// Source: [Default key
/// policy](https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html); [AWS
/// managed
/// keys](https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#aws-managed-cmk)
public final class KeyPolicy {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String VERSION = "2012-10-17";

    private KeyPolicy() {}

    /// The policy of a key that was made without one: the account may do everything, which leaves
    /// it to IAM.
    public static String standard(String account) {
        return document(
                "key-default-1",
                List.of(
                        statement(
                                "Enable IAM User Permissions", root(account), "kms:*", Map.of())));
    }

    /// The policy of a key that a service of AWS has in the account: by way of the service
    /// everybody may use it, directly nobody.
    static String ofService(String service, String account, String region) {
        var title = AwsManagedKeys.titleOf(service);
        return document(
                "auto-%s-1".formatted(service),
                List.of(
                        statement(
                                "Allow access through %s for all principals in the account that are authorized to use %s"
                                        .formatted(title, title),
                                "*",
                                List.of(
                                        "kms:Encrypt",
                                        "kms:Decrypt",
                                        "kms:ReEncrypt*",
                                        "kms:GenerateDataKey*",
                                        "kms:CreateGrant",
                                        "kms:DescribeKey"),
                                Map.of(
                                        "StringEquals",
                                        ordered(
                                                "kms:CallerAccount",
                                                account,
                                                "kms:ViaService",
                                                "%s.%s.amazonaws.com".formatted(service, region)))),
                        statement(
                                "Allow direct access to key metadata to the account",
                                root(account),
                                List.of(
                                        "kms:Describe*",
                                        "kms:Get*",
                                        "kms:List*",
                                        "kms:RevokeGrant"),
                                Map.of())));
    }

    /// A policy with grants that fit what is asked: each lets its grantee do just that.
    static String with(List<Grant> grants, String document, String action) {
        return allowing(grants.stream().flatMap(KeyPolicy::grantees).toList(), document, action);
    }

    /// A policy that lets whoever may retire a grant do so: whom the grant names, the grantee if it
    /// says so, and root.
    static String retiring(Grant grant, String document, String account) {
        var who = new ArrayList<Who>();
        who.add(new Who("AWS", root(account)));
        grant.retiring().ifPresent(arn -> who.add(new Who("AWS", arn)));
        grant.retiringService().ifPresent(name -> who.add(new Who("Service", name)));
        if (grant.operations().contains("RetireGrant")) {
            grantees(grant).forEach(who::add);
        }
        return allowing(who, document, "kms:RetireGrant");
    }

    /// @param kind `AWS` or `Service`
    private record Who(String kind, String name) {}

    private static Stream<Who> grantees(Grant grant) {
        return Stream.concat(
                grant.grantee().map(arn -> new Who("AWS", arn)).stream(),
                grant.granteeService().map(name -> new Who("Service", name)).stream());
    }

    private static String allowing(List<Who> who, String document, String action) {
        if (who.isEmpty()) {
            return document;
        }
        var policy = (ObjectNode) JSON.readTree(document);
        var statements = policy.path("Statement");
        var all =
                statements instanceof ArrayNode several
                        ? several
                        : policy.putArray("Statement").add(statements);
        for (var each : who) {
            var statement = all.addObject().put("Effect", "Allow").put("Action", action);
            statement.put("Resource", "*").putObject("Principal").put(each.kind(), each.name());
        }
        return JSON.writeValueAsString(policy);
    }

    private static String root(String account) {
        return "arn:aws:iam::%s:root".formatted(account);
    }

    private static String document(String id, List<Map<String, Object>> statements) {
        return JSON.writerWithDefaultPrettyPrinter()
                .writeValueAsString(ordered("Version", VERSION, "Id", id, "Statement", statements));
    }

    private static Map<String, Object> statement(
            String id, String principal, Object actions, Map<String, Object> conditions) {
        var statement =
                ordered(
                        "Sid",
                        id,
                        "Effect",
                        "Allow",
                        "Principal",
                        Map.of("AWS", principal),
                        "Action",
                        actions,
                        "Resource",
                        "*");
        if (!conditions.isEmpty()) {
            statement.put("Condition", conditions);
        }
        return statement;
    }

    private static Map<String, Object> ordered(Object... pairs) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(String.valueOf(pairs[i]), pairs[i + 1]);
        }
        return map;
    }
}
