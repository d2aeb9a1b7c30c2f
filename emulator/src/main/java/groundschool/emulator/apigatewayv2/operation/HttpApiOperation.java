package groundschool.emulator.apigatewayv2.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.apigatewayv2.HttpApis;
import java.util.List;

/// Every operation of API Gateway's HTTP and WebSocket APIs that the emulator has.
///
/// Source: [API Gateway V2 API
/// reference](https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/operations.html)
public sealed interface HttpApiOperation extends Operation<HttpApis>
        permits CreateApi,
                CreateAuthorizer,
                CreateDeployment,
                CreateIntegration,
                CreateIntegrationResponse,
                CreateModel,
                CreateRoute,
                CreateRouteResponse,
                CreateStage,
                DeleteAccessLogSettings,
                DeleteApi,
                DeleteAuthorizer,
                DeleteCorsConfiguration,
                DeleteDeployment,
                DeleteIntegration,
                DeleteIntegrationResponse,
                DeleteModel,
                DeleteRoute,
                DeleteRouteResponse,
                DeleteRouteSettings,
                DeleteStage,
                ExportApi,
                GetApi,
                GetApis,
                GetAuthorizer,
                GetAuthorizers,
                GetDeployment,
                GetDeployments,
                GetIntegration,
                GetIntegrationResponse,
                GetIntegrationResponses,
                GetIntegrations,
                GetModel,
                GetModels,
                GetRoute,
                GetRouteResponse,
                GetRouteResponses,
                GetRoutes,
                GetStage,
                GetStages,
                GetTags,
                ImportApi,
                ReimportApi,
                ResetAuthorizersCache,
                TagResource,
                UntagResource,
                UpdateApi,
                UpdateAuthorizer,
                UpdateDeployment,
                UpdateIntegration,
                UpdateIntegrationResponse,
                UpdateModel,
                UpdateRoute,
                UpdateRouteResponse,
                UpdateStage {

    /// What IAM is asked: the actions are HTTP's verbs, and the resources are paths.
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
