package groundschool.emulator.apigateway.integration;

import groundschool.emulator.apigateway.rest.Integration;
import groundschool.emulator.apigateway.serve.Exchange;
import groundschool.emulator.apigateway.serve.Outgoing;

/// What is behind a method.
public interface Backend {

    /// Asks it, and waits for its answer.
    ///
    /// @throws Trouble if there is none
    Outgoing answer(Exchange exchange);

    /// The one that an integration means.
    ///
    /// @throws Trouble if it sets a header that is the gateway's own
    static Backend of(Integration integration) {
        OwnHeaders.check(integration);
        return switch (integration.type()) {
            case "AWS_PROXY" -> new LambdaProxy(integration);
            case "AWS" ->
                    LambdaCall.function(integration.uri().orElse("")).isPresent()
                                    || integration.uri().orElse("").contains(":lambda:path/")
                            ? new LambdaCustom(integration)
                            : new ServiceCall(integration);
            case "HTTP" -> new HttpCall(integration, false);
            case "HTTP_PROXY" -> new HttpCall(integration, true);
            default -> new Mock(integration);
        };
    }
}
