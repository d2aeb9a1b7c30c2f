package groundschool.emulator.apigateway.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.apigateway.Gateway;
import groundschool.emulator.apigateway.GatewayErrors;
import java.util.List;

/// Deletes a plan that no stage is left in.
///
/// Source:
/// [DeleteUsagePlan](https://docs.aws.amazon.com/apigateway/latest/api/API_DeleteUsagePlan.html)
public record DeleteUsagePlan(String usagePlanId)
        implements ApiGatewayOperation, Operation<Gateway> {

    @Override
    public List<Access> access(Gateway gateway, Call call) {
        return ApiGatewayOperation.asks("DELETE", call, "usageplans", usagePlanId);
    }

    @Override
    public Done run(Gateway gateway, Call call) {
        var plans = gateway.plans(call.region());
        var plan = plans.plan(usagePlanId);
        var apis = gateway.in(call.region());
        for (var stage : plan.apiStages()) {
            if (apis.findStage(stage.apiId().orElse(""), stage.stage().orElse("")).isPresent()) {
                throw GatewayErrors.badRequest(
                        "Cannot delete Usage Plan with associated API stages: %s:%s. Remove these associations and try again."
                                .formatted(stage.apiId().orElse(""), stage.stage().orElse("")));
            }
        }
        plans.remove(plan);
        return new Done();
    }
}
