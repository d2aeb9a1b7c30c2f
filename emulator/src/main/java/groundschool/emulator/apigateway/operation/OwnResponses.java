package groundschool.emulator.apigateway.operation;

import groundschool.emulator.apigateway.RestApis;
import groundschool.emulator.apigateway.rest.GatewayResponse;
import java.util.Map;
import java.util.stream.Collectors;

/// What an API says, as it has set it.
final class OwnResponses {

    private OwnResponses() {}

    static Map<String, GatewayResponse> of(String api, RestApis apis) {
        return apis.responses(api).stream()
                .collect(Collectors.toMap(GatewayResponse::responseType, each -> each));
    }
}
