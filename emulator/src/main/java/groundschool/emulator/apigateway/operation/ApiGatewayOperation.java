package groundschool.emulator.apigateway.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Request;
import groundschool.emulator.apigateway.Gateway;
import java.util.List;

/// Every operation of API Gateway's REST APIs that the emulator has.
///
/// Source: [API Gateway API
/// reference](https://docs.aws.amazon.com/apigateway/latest/api/API_Operations.html)
public sealed interface ApiGatewayOperation extends Request<Gateway>
        permits CreateApiKey,
                CreateAuthorizer,
                CreateDeployment,
                CreateDocumentationPart,
                CreateDocumentationVersion,
                CreateModel,
                CreateRequestValidator,
                CreateResource,
                CreateRestApi,
                CreateStage,
                CreateUsagePlan,
                CreateUsagePlanKey,
                DeleteApiKey,
                DeleteAuthorizer,
                DeleteDeployment,
                DeleteDocumentationPart,
                DeleteDocumentationVersion,
                DeleteGatewayResponse,
                DeleteIntegration,
                DeleteIntegrationResponse,
                DeleteMethod,
                DeleteMethodResponse,
                DeleteModel,
                DeleteRequestValidator,
                DeleteResource,
                DeleteRestApi,
                DeleteStage,
                DeleteUsagePlan,
                DeleteUsagePlanKey,
                FlushStageAuthorizersCache,
                FlushStageCache,
                GetAccount,
                GetApiKey,
                GetApiKeys,
                GetAuthorizer,
                GetAuthorizers,
                GetDeployment,
                GetDeployments,
                GetDocumentationPart,
                GetDocumentationParts,
                GetDocumentationVersion,
                GetDocumentationVersions,
                GetExport,
                GetGatewayResponse,
                GetGatewayResponses,
                GetIntegration,
                GetIntegrationResponse,
                GetMethod,
                GetMethodResponse,
                GetModel,
                GetModels,
                GetRequestValidator,
                GetRequestValidators,
                GetResource,
                GetResources,
                GetRestApi,
                GetRestApis,
                GetStage,
                GetStages,
                GetTags,
                GetUsage,
                GetUsagePlan,
                GetUsagePlanKey,
                GetUsagePlanKeys,
                GetUsagePlans,
                ImportApiKeys,
                ImportDocumentationParts,
                ImportRestApi,
                PutGatewayResponse,
                PutIntegration,
                PutIntegrationResponse,
                PutMethod,
                PutMethodResponse,
                PutRestApi,
                TagResource,
                TestInvokeAuthorizer,
                TestInvokeMethod,
                UntagResource,
                UpdateAccount,
                UpdateApiKey,
                UpdateAuthorizer,
                UpdateDeployment,
                UpdateDocumentationPart,
                UpdateDocumentationVersion,
                UpdateGatewayResponse,
                UpdateIntegration,
                UpdateIntegrationResponse,
                UpdateMethod,
                UpdateMethodResponse,
                UpdateModel,
                UpdateRequestValidator,
                UpdateResource,
                UpdateRestApi,
                UpdateStage,
                UpdateUsage,
                UpdateUsagePlan {

    /// What IAM is asked: API Gateway's actions are HTTP's verbs, and its resources are paths.
    ///
    /// Source: [How Amazon API Gateway works with
    /// IAM](https://docs.aws.amazon.com/apigateway/latest/developerguide/security_iam_service-with-iam.html)
    ///
    /// @param path the parts of the path
    static List<Access> asks(String verb, Call call, String... path) {
        return List.of(
                Access.to(
                        "apigateway:" + verb,
                        "arn:aws:apigateway:%s::/%s"
                                .formatted(call.region(), String.join("/", path))));
    }
}
