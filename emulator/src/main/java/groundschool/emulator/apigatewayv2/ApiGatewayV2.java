package groundschool.emulator.apigatewayv2;

import groundschool.emulator.Address;
import groundschool.emulator.Request;
import groundschool.emulator.Service;
import groundschool.emulator.apigatewayv2.operation.HttpApiOperation;
import groundschool.emulator.sandbox.Sandbox;
import groundschool.emulator.sandbox.Storage;
import java.util.Set;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.module.SimpleModule;

/// Amazon API Gateway's HTTP APIs and WebSocket APIs.
public final class ApiGatewayV2 implements Service<HttpApis> {

    /// There is one of it, whichever emulator serves the sandbox.
    public static final ApiGatewayV2 SERVICE = new ApiGatewayV2();

    private ApiGatewayV2() {}

    @Override
    public String name() {
        return "apigatewayv2";
    }

    @Override
    public String signingName() {
        return "apigateway";
    }

    @Override
    public Address address() {
        return new Address.Paths(Set.of("v2"));
    }

    @Override
    public Class<? extends Request<HttpApis>> operations() {
        return HttpApiOperation.class;
    }

    @Override
    public JacksonModule json() {
        return new SimpleModule("apigatewayv2");
    }

    @Override
    public HttpApis open(Storage storage) {
        throw new IllegalStateException("APIs need a whole sandbox.");
    }

    @Override
    public HttpApis open(Sandbox sandbox) {
        return new HttpApis(sandbox);
    }
}
