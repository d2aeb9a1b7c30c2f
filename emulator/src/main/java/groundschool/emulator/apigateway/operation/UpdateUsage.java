package groundschool.emulator.apigateway.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.apigateway.Gateway;
import groundschool.emulator.apigateway.GatewayErrors;
import groundschool.emulator.apigateway.patch.PatchOperation;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/// Lets a key have more, or less, until its quota begins anew.
///
/// Source: [UpdateUsage](https://docs.aws.amazon.com/apigateway/latest/api/API_UpdateUsage.html)
public record UpdateUsage(
        String usagePlanId, String keyId, Optional<List<PatchOperation>> patchOperations)
        implements ApiGatewayOperation, Operation<Gateway> {

    @Override
    public List<Access> access(Gateway gateway, Call call) {
        return ApiGatewayOperation.asks(
                "PATCH", call, "usageplans", usagePlanId, "keys", keyId, "usage");
    }

    @Override
    public UsageDescription run(Gateway gateway, Call call) {
        var plans = gateway.plans(call.region());
        var plan = plans.plan(usagePlanId);
        if (plans.keyOf(usagePlanId, keyId).isEmpty()) {
            throw GatewayErrors.notFound("Invalid Usage Plan Key identifier specified");
        }
        var today = call.now().atZone(ZoneOffset.UTC).toLocalDate();
        for (var change : patchOperations.orElse(List.of())) {
            if (!change.shownPath().equals("/remaining") || !change.shownOp().equals("replace")) {
                throw GatewayErrors.badRequest("Invalid patch path " + change.shownPath());
            }
            if (!change.value().orElse("").matches("[0-9]{1,9}")) {
                throw GatewayErrors.badRequest(
                        "Invalid value specified: " + change.value().orElse(""));
            }
            long wanted = Long.parseLong(change.value().orElse("0"));
            long left = plans.left(plan, keyId, today).orElse(0L);
            plans.grant(usagePlanId, keyId, today, wanted - left);
        }
        return UsageDescription.of(plan, Optional.of(keyId), today, today, plans);
    }
}
