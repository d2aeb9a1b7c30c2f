package groundschool.emulator.apigateway.integration;

import groundschool.emulator.apigateway.rest.Integration;
import groundschool.emulator.apigateway.serve.Exchange;
import groundschool.emulator.apigateway.serve.Fields;
import groundschool.emulator.apigateway.serve.Outgoing;
import groundschool.emulator.apigateway.serve.Trouble;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// Nothing: the gateway answers itself.
///
/// Source: [Mock
/// integrations](https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-mock-integration.html)
record Mock(Integration integration) implements Backend {

    @Override
    public Outgoing answer(Exchange exchange) {
        var sent = Transformation.request(integration, exchange);
        var status = status(new String(sent.body(), StandardCharsets.UTF_8));
        var headers = Fields.NO_HEADERS.with("Content-Type", "application/json");
        return Transformation.response(integration, status, headers, new byte[0], sent, exchange);
    }

    /// The `statusCode` that the template made, which need be no JSON.
    private static String status(String body) {
        var code = Pattern.compile("[\"']?statusCode[\"']?\\s*:\\s*[\"']?(\\d{3})").matcher(body);
        if (!code.find()) {
            throw Trouble.internal(
                    "Execution failed due to configuration error: Unable to parse statusCode. It should be an integer.");
        }
        return String.valueOf(code.group(1));
    }
}
