package groundschool.emulator.apigateway.operation;

import groundschool.emulator.apigateway.GatewayErrors;
import groundschool.emulator.apigateway.RestApis;
import groundschool.emulator.apigateway.rest.Resource;
import java.util.Optional;
import java.util.regex.Pattern;

/// Where resources may be.
///
/// Source: recorded answers
public final class ResourceRules {

    private static final Pattern PART =
            Pattern.compile(
                    "[a-zA-Z0-9._\\-:~]+|\\{[a-zA-Z0-9._\\-:]+\\+?\\}|[a-zA-Z0-9._\\-:~\\[\\]$%@,!&'()*;=]+");

    private ResourceRules() {}

    /// @throws AwsException if no part of a path looks so
    public static void checkPart(String part) {
        if (!PART.matcher(part).matches()) {
            throw GatewayErrors.badRequest(
                    "Resource's path part only allow a-zA-Z0-9._-: or a valid greedy path variable and curly braces at the beginning and the end.");
        }
    }

    /// @param except a resource that is about to be there instead of where it is
    /// @throws AwsException if there is none of that part below the parent
    public static void checkPlace(
            String api, Resource parent, String part, Optional<String> except, RestApis apis) {
        if (parent.isGreedy()) {
            throw GatewayErrors.badRequest(
                    "Cannot create a child of a resource with a greedy path variable: "
                            + parent.pathPart().orElse(""));
        }
        for (var sibling : apis.children(api, parent.id())) {
            if (except.filter(sibling.id()::equals).isPresent()) {
                continue;
            }
            var theirs = sibling.pathPart().orElse("");
            if (theirs.equals(part)) {
                throw GatewayErrors.conflict(
                        "Another resource with the same parent already has this name: " + part);
            }
            if (sibling.isVariable() && part.startsWith("{")) {
                throw GatewayErrors.badRequest(
                        "A sibling (%s) of this resource already has a variable path part -- only one is allowed"
                                .formatted(theirs));
            }
        }
    }

    public static String path(Resource parent, String part) {
        return parent.isRoot() ? "/" + part : parent.path() + "/" + part;
    }
}
