package groundschool.emulator.apigatewayv2.operation;

import groundschool.emulator.apigatewayv2.api.Cors;
import groundschool.emulator.apigatewayv2.api.HttpApi;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An API that was made of a document.
///
/// @param warnings what the document leaves open; absent if it leaves nothing
public record ImportedApi(
        String apiEndpoint,
        String apiId,
        String name,
        String protocolType,
        String routeSelectionExpression,
        String apiKeySelectionExpression,
        String ipAddressType,
        boolean disableExecuteApiEndpoint,
        Optional<Cors> corsConfiguration,
        String createdDate,
        Optional<String> description,
        Optional<String> version,
        Map<String, String> tags,
        Optional<List<String>> warnings) {

    static ImportedApi of(HttpApi api, List<String> warnings) {
        return new ImportedApi(
                api.apiEndpoint(),
                api.apiId(),
                api.name(),
                api.protocolType(),
                api.routeSelectionExpression(),
                api.apiKeySelectionExpression(),
                api.ipAddressType(),
                api.disableExecuteApiEndpoint(),
                api.corsConfiguration(),
                api.createdDate(),
                api.description(),
                api.version(),
                api.tags(),
                warnings.isEmpty() ? Optional.empty() : Optional.of(warnings));
    }
}
