package groundschool.emulator.apigateway.serve;

import groundschool.emulator.wire.Json;
import java.util.LinkedHashMap;

/// What the functions of authorizers are told of a request.
///
/// Source: [Input to an API Gateway Lambda
/// authorizer](https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-lambda-authorizer-input.html)
final class AuthorizerEvent {

    private AuthorizerEvent() {}

    static byte[] token(String token, Exchange exchange) {
        var event = new LinkedHashMap<String, Object>();
        event.put("type", "TOKEN");
        event.put("methodArn", exchange.request().arn(exchange.request().path()));
        event.put("authorizationToken", token);
        return Json.mapper().writeValueAsBytes(event);
    }

    static byte[] request(Exchange exchange) {
        var request = exchange.request();
        var headers = ForwardedHeaders.of(exchange);
        var event = new LinkedHashMap<String, Object>();
        event.put("type", "REQUEST");
        event.put("methodArn", request.arn(request.path()));
        event.put("resource", exchange.resource().path());
        event.put("path", request.path());
        event.put("httpMethod", request.verb());
        event.put("headers", headers.single());
        event.put("multiValueHeaders", headers.multi());
        event.put("queryStringParameters", request.query().single());
        event.put("multiValueQueryStringParameters", request.query().multi());
        event.put("pathParameters", exchange.variables());
        event.put("stageVariables", exchange.stageVariables());
        event.put("requestContext", RequestContext1.of(exchange));
        return Json.mapper().writeValueAsBytes(event);
    }
}
