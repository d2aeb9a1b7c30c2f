package groundschool.emulator.apigatewayv2.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.apigateway.Ids;
import groundschool.emulator.apigatewayv2.HttpApis;
import groundschool.emulator.apigatewayv2.V2Errors;
import groundschool.emulator.apigatewayv2.api.Integration;
import groundschool.emulator.apigatewayv2.api.TlsConfig;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Adds an integration to an API.
///
/// Source:
/// [CreateIntegration](https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-integrations.html)
public record CreateIntegration(
        String apiId,
        String integrationType,
        Optional<Object> connectionId,
        Optional<String> connectionType,
        Optional<Object> contentHandlingStrategy,
        Optional<String> credentialsArn,
        Optional<String> description,
        Optional<String> integrationMethod,
        Optional<Object> integrationSubtype,
        Optional<String> integrationUri,
        Optional<String> passthroughBehavior,
        Optional<String> payloadFormatVersion,
        Optional<Map<String, String>> requestParameters,
        Optional<Map<String, String>> requestTemplates,
        Optional<Map<String, Map<String, String>>> responseParameters,
        Optional<String> templateSelectionExpression,
        Optional<Integer> timeoutInMillis,
        Optional<TlsConfig> tlsConfig)
        implements HttpApiOperation {

    @Override
    public List<Access> access(HttpApis apis, Call call) {
        return HttpApiOperation.asks("POST", call, "apis", apiId, "integrations");
    }

    @Override
    public Integration run(HttpApis apis, Call call) {
        V2Errors.refuse(
                "integrationSubtype (calls of AWS services)", integrationSubtype.isPresent());
        V2Errors.refuse(
                "contentHandlingStrategy, since WebSocket APIs take texts only, and so nothing",
                contentHandlingStrategy.isPresent());
        V2Errors.refuse("the parameter connectionId", connectionId.isPresent());
        var api = apis.api(call.region(), apiId);
        boolean isWebSocket = api.speaksWebSocket();
        var integration =
                IntegrationRules.checked(
                        api,
                        new Integration(
                                Ids.next(call.random(), Ids.SHORT),
                                integrationType,
                                integrationUri,
                                integrationType.equals("AWS_PROXY")
                                        ? integrationMethod.or(() -> Optional.of("POST"))
                                        : integrationMethod,
                                connectionType.orElse("INTERNET"),
                                payloadFormatVersion.orElse("1.0"),
                                timeoutInMillis.orElse(isWebSocket ? 29_000 : 30_000),
                                credentialsArn,
                                description,
                                requestParameters,
                                responseParameters,
                                tlsConfig,
                                isWebSocket
                                        ? passthroughBehavior.or(() -> Optional.of("WHEN_NO_MATCH"))
                                        : passthroughBehavior,
                                requestTemplates,
                                templateSelectionExpression,
                                isWebSocket
                                        ? Optional.of("${integration.response.statuscode}")
                                        : Optional.empty(),
                                Optional.empty()));
        apis.put(call.region(), apiId, integration);
        apis.changed(apiId, call);
        return integration;
    }
}
