package groundschool.emulator.apigateway.rest;

import groundschool.emulator.apigateway.GatewayErrors;
import groundschool.emulator.iam.policy.DocumentKind;
import groundschool.emulator.iam.policy.MalformedPolicyException;
import groundschool.emulator.iam.policy.Policy;

/// The policies of APIs, which say who may call them.
///
/// Source: [API Gateway resource
/// policies](https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies.html)
public final class ResourcePolicies {

    private ResourcePolicies() {}

    /// @throws AwsException if it is none
    public static void check(String document) {
        try {
            Policy.parse(DocumentKind.RESOURCE, expanded(document, "*"));
        } catch (MalformedPolicyException _) {
            throw GatewayErrors.badRequest("Invalid policy document");
        }
    }

    /// The document with whole ARNs: a resource may be given as `execute-api:/stage/method/path`.
    ///
    /// @param api the ARN of the API
    public static String expanded(String document, String api) {
        return document.replace("\"execute-api:/", "\"" + api + "/");
    }
}
