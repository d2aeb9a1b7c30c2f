package groundschool.emulator.apigateway.operation;

import groundschool.emulator.Access;
import groundschool.emulator.AwsException;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.apigateway.Gateway;
import groundschool.emulator.apigateway.GatewayErrors;
import groundschool.emulator.apigateway.plan.UsagePlanKey;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes keys of the lines of a file, and lets plans count for them.
///
/// Source:
/// [ImportApiKeys](https://docs.aws.amazon.com/apigateway/latest/api/API_ImportApiKeys.html), [file
/// format](https://docs.aws.amazon.com/apigateway/latest/developerguide/api-key-file-format.html)
public record ImportApiKeys(byte[] body, String format, Optional<Boolean> failOnWarnings)
        implements ApiGatewayOperation, Operation<Gateway> {

    /// @param ids of the keys that were made
    /// @param warnings what is wrong with the lines that were passed over
    public record Response(List<String> ids, List<String> warnings) {}

    @Override
    public List<Access> access(Gateway gateway, Call call) {
        return ApiGatewayOperation.asks("POST", call, "apikeys");
    }

    @Override
    public Response run(Gateway gateway, Call call) {
        if (!format.equals("csv")) {
            throw GatewayErrors.badRequest("Invalid format specified: " + format);
        }
        var ids = new ArrayList<String>();
        var warnings = new ArrayList<String>();
        for (var line : KeyFile.read(new String(body, StandardCharsets.UTF_8))) {
            try {
                ids.add(made(line, gateway, call));
            } catch (AwsException refusal) {
                warnings.add("%s: %s".formatted(line.name(), refusal.message()));
            }
        }
        if (failOnWarnings.orElse(false) && !warnings.isEmpty()) {
            throw GatewayErrors.badRequest(
                    "Warnings found during import:\n\t" + String.join("\n\t", warnings));
        }
        return new Response(ids, warnings);
    }

    private static String made(KeyFile.Line line, Gateway gateway, Call call) {
        var plans = gateway.plans(call.region());
        line.plans().forEach(plans::plan);
        var key =
                new CreateApiKey(
                                Optional.of(line.name()),
                                line.description(),
                                Optional.of(line.enabled()),
                                Optional.of(true),
                                Optional.of(line.value()),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty())
                        .run(gateway, call);
        for (var plan : line.plans()) {
            plans.put(plan, new UsagePlanKey(key.id(), "API_KEY", key.value(), key.name()));
        }
        return key.id();
    }
}
