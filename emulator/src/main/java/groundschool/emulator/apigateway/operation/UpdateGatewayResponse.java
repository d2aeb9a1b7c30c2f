package groundschool.emulator.apigateway.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.apigateway.Gateway;
import groundschool.emulator.apigateway.GatewayErrors;
import groundschool.emulator.apigateway.patch.PatchOperation;
import groundschool.emulator.apigateway.patch.PatchTable;
import groundschool.emulator.apigateway.rest.GatewayResponse;
import groundschool.emulator.apigateway.rest.GatewayResponses;
import groundschool.emulator.apigateway.rest.ResponseType;
import java.util.List;
import java.util.Optional;

/// Changes what an API answers when it refuses, or fails.
///
/// Source:
/// [UpdateGatewayResponse](https://docs.aws.amazon.com/apigateway/latest/api/API_UpdateGatewayResponse.html)
public record UpdateGatewayResponse(
        String restApiId, String responseType, Optional<List<PatchOperation>> patchOperations)
        implements ApiGatewayOperation, Operation<Gateway> {

    private static final PatchTable<GatewayResponse> PATCHES =
            new PatchTable<>(GatewayResponse.class, PatchTable.Wording.SHORT)
                    .replace("/statusCode", PatchTable.Kind.TEXT)
                    .all("/responseParameters", PatchTable.Kind.TEXT)
                    .all("/responseTemplates", PatchTable.Kind.TEXT);

    private static void check(PatchOperation change, GatewayResponse before) {
        if (change.shownPath().equals("/statusCode") && !change.shownOp().equals("replace")) {
            throw GatewayErrors.badRequest("Invalid patch path /statusCode");
        }
        var parts = change.shownPath().split("/", 3);
        if (parts.length < 3 || change.shownOp().equals("remove")) {
            return;
        }
        if (change.value().filter(text -> !text.isEmpty()).isEmpty()) {
            throw GatewayErrors.badRequest("Invalid null or empty value in " + parts[1]);
        }
        var key = parts[2].replace("~1", "/").replace("~0", "~");
        if (change.shownOp().equals("replace")
                && parts[1].equals("responseParameters")
                && !before.responseParameters().containsKey(key)) {
            throw GatewayErrors.notFound("Invalid parameter name specified");
        }
    }

    @Override
    public List<Access> access(Gateway gateway, Call call) {
        return ApiGatewayOperation.asks(
                "PATCH", call, "restapis", restApiId, "gatewayresponses", responseType);
    }

    @Override
    public GatewayResponse run(Gateway gateway, Call call) {
        var apis = gateway.in(call.region());
        apis.api(restApiId);
        var before =
                GatewayResponses.of(
                        ResponseType.valueOf(responseType), OwnResponses.of(restApiId, apis));
        for (var change : patchOperations.orElse(List.of())) {
            check(change, before);
        }
        var changed = PATCHES.apply(before, patchOperations.orElse(List.of()));
        var own =
                GatewayResponses.set(
                        ResponseType.valueOf(responseType),
                        changed.statusCode(),
                        Optional.of(changed.responseParameters()),
                        Optional.of(changed.responseTemplates()));
        apis.put(restApiId, own);
        return own;
    }
}
