package groundschool.emulator.iam;

import groundschool.emulator.AwsException;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// The characters that names and paths may have, of which IAM speaks in words of its own.
///
/// Source: recorded answers of IAM;
/// [names](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html#reference_iam-quotas-names)
final class IamNames {

    private static final Pattern NAME = Pattern.compile("[\\w+=,.@-]+");
    private static final Pattern PATH = Pattern.compile("/|/[\\x21-\\x7e]+/");
    private static final Pattern PREFIX = Pattern.compile("/[\\x21-\\x7f]*");

    private static final Set<String> NAMES =
            Set.of(
                    "GroupName",
                    "InstanceProfileName",
                    "NewGroupName",
                    "NewServerCertificateName",
                    "NewUserName",
                    "PolicyName",
                    "RoleName",
                    "ServerCertificateName",
                    "UserName",
                    "VirtualMFADeviceName");

    private static final Map<String, Pattern> PATHS =
            Map.of("Path", PATH, "NewPath", PATH, "PathPrefix", PREFIX);

    private IamNames() {}

    /// @throws AwsException if one of an input's names or paths has other characters
    static void check(JsonNode input) {
        for (var member : input.properties()) {
            var name = member.getKey();
            var value = member.getValue().asString("");
            if (NAMES.contains(name) && !NAME.matcher(value).matches()) {
                throw invalid(
                        name,
                        "It must contain only alphanumeric characters and/or the following: +=,.@_-");
            }
            var path = PATHS.get(name);
            if (path != null && !path.matcher(value).matches()) {
                throw invalid(name, about(path));
            }
        }
    }

    private static String about(Pattern path) {
        return path == PATH
                ? "It must begin and end with / and contain only alphanumeric characters and/or / characters."
                : "It must begin with the / character and contain only alphanumeric characters and/or / characters.";
    }

    private static AwsException invalid(String member, String must) {
        var shown = Character.toLowerCase(member.charAt(0)) + member.substring(1);
        return IamErrors.validation(
                "The specified value for %s is invalid. %s".formatted(shown, must));
    }
}
