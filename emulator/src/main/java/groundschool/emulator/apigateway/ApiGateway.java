package groundschool.emulator.apigateway;

import groundschool.emulator.Address;
import groundschool.emulator.Request;
import groundschool.emulator.Service;
import groundschool.emulator.apigateway.operation.ApiGatewayOperation;
import groundschool.emulator.sandbox.Sandbox;
import groundschool.emulator.sandbox.Storage;
import java.time.Instant;
import java.util.Set;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleModule;

/// Amazon API Gateway's REST APIs.
public final class ApiGateway implements Service<Gateway> {

    /// There is one of it, whichever emulator serves the sandbox.
    public static final ApiGateway SERVICE = new ApiGateway();

    /// An OpenAPI document may have 6 MB.
    private static final long DOCUMENT_BYTES = 6 * 1024 * 1024;

    private static final Set<String> ROOTS =
            Set.of(
                    "account",
                    "apikeys",
                    "clientcertificates",
                    "domainnameaccessassociations",
                    "domainnames",
                    "rejectdomainnameaccessassociations",
                    "restapis",
                    "sdktypes",
                    "tags",
                    "usageplans",
                    "vpclinks");

    private ApiGateway() {}

    @Override
    public String name() {
        return "apigateway";
    }

    @Override
    public Address address() {
        return new Address.Paths(ROOTS);
    }

    @Override
    public Class<? extends Request<Gateway>> operations() {
        return ApiGatewayOperation.class;
    }

    @Override
    public JacksonModule json() {
        return new SimpleModule("apigateway").addSerializer(Instant.class, new WholeSeconds());
    }

    /// Unlike other services' times, these have no fraction.
    private static final class WholeSeconds extends ValueSerializer<Instant> {
        @Override
        public void serialize(Instant time, JsonGenerator json, SerializationContext context) {
            json.writeNumber(time.getEpochSecond());
        }
    }

    @Override
    public long bodyLimitBytes(String operation) {
        return switch (operation) {
            case "ImportRestApi", "PutRestApi", "ImportApiKeys" -> DOCUMENT_BYTES;
            case "TestInvokeMethod" -> 11 * 1024 * 1024;
            default -> USUAL_BODY_BYTES;
        };
    }

    @Override
    public Gateway open(Storage storage) {
        throw new IllegalStateException("APIs need a whole sandbox.");
    }

    @Override
    public Gateway open(Sandbox sandbox) {
        return new Gateway(sandbox);
    }
}
