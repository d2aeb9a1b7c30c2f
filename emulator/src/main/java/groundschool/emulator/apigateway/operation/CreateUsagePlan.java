package groundschool.emulator.apigateway.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.apigateway.Gateway;
import groundschool.emulator.apigateway.GatewayErrors;
import groundschool.emulator.apigateway.Ids;
import groundschool.emulator.apigateway.plan.ApiStage;
import groundschool.emulator.apigateway.plan.QuotaSettings;
import groundschool.emulator.apigateway.plan.UsagePlan;
import groundschool.emulator.apigateway.rest.AccountLimits;
import groundschool.emulator.apigateway.rest.ThrottleSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes a plan.
///
/// Source:
/// [CreateUsagePlan](https://docs.aws.amazon.com/apigateway/latest/api/API_CreateUsagePlan.html)
public record CreateUsagePlan(
        String name,
        Optional<String> description,
        Optional<List<ApiStage>> apiStages,
        Optional<ThrottleSettings> throttle,
        Optional<QuotaSettings> quota,
        Optional<Map<String, String>> tags)
        implements ApiGatewayOperation, Operation<Gateway> {

    @Override
    public List<Access> access(Gateway gateway, Call call) {
        return ApiGatewayOperation.asks("POST", call, "usageplans");
    }

    @Override
    public UsagePlan run(Gateway gateway, Call call) {
        var plans = gateway.plans(call.region());
        if (plans.plans().size() >= AccountLimits.PLANS) {
            throw GatewayErrors.limit("Maximum number of usage plans has been reached");
        }
        var id = Ids.next(call.random(), Ids.SHORT);
        var stages = apiStages.orElse(List.of());
        stages.forEach(stage -> PlanStages.check(stage, id, gateway, call.region()));
        var plan =
                new UsagePlan(
                                id,
                                Optional.of(name),
                                description,
                                stages,
                                throttle,
                                quota,
                                Optional.empty(),
                                tags)
                        .checked();
        plans.put(plan);
        return plan.shown();
    }
}
