package groundschool.emulator.apigateway.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.apigateway.Gateway;
import groundschool.emulator.apigateway.GatewayErrors;
import groundschool.emulator.apigateway.patch.PatchOperation;
import groundschool.emulator.apigateway.patch.PatchTable;
import groundschool.emulator.apigateway.plan.ApiStage;
import groundschool.emulator.apigateway.plan.UsagePlan;
import groundschool.emulator.apigateway.rest.ThrottleSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Changes a plan by patch operations.
///
/// Source:
/// [UpdateUsagePlan](https://docs.aws.amazon.com/apigateway/latest/api/API_UpdateUsagePlan.html)
public record UpdateUsagePlan(String usagePlanId, Optional<List<PatchOperation>> patchOperations)
        implements ApiGatewayOperation, Operation<Gateway> {

    private static final PatchTable<UsagePlan> PATCHES =
            new PatchTable<>(UsagePlan.class, PatchTable.Wording.SHORT)
                    .replace("/name", PatchTable.Kind.TEXT)
                    .replace("/description", PatchTable.Kind.TEXT)
                    .at("/productCode", PatchTable.Kind.TEXT, "replace", "remove")
                    .at("/throttle", PatchTable.Kind.TEXT, "remove")
                    .at("/throttle/rateLimit", PatchTable.Kind.DECIMAL, "add", "replace")
                    .at("/throttle/burstLimit", PatchTable.Kind.WHOLE, "add", "replace")
                    .at("/quota", PatchTable.Kind.TEXT, "remove")
                    .at("/quota/limit", PatchTable.Kind.WHOLE, "add", "replace")
                    .at("/quota/offset", PatchTable.Kind.WHOLE, "add", "replace")
                    .at("/quota/period", PatchTable.Kind.TEXT, "add", "replace");

    private static UsagePlan stages(
            UsagePlan plan, PatchOperation change, Gateway gateway, String region) {
        if (!change.shownPath().equals("/apiStages")) {
            return plan.with(throttled(plan, change));
        }
        var stage = PlanStages.read(change.value().orElse(""));
        var api = stage.apiId().orElse("");
        var name = stage.stage().orElse("");
        var others = new ArrayList<>(plan.apiStages());
        if (change.shownOp().equals("remove")) {
            if (!others.removeIf(each -> each.is(api, name))) {
                throw GatewayErrors.notFound(
                        "Invalid API Stage {api: %s, stage: %s} specified for usageplan %s"
                                .formatted(api, name, plan.id()));
            }
            return plan.with(others);
        }
        PlanStages.check(stage, plan.id(), gateway, region);
        if (plan.stage(api, name).isEmpty()) {
            others.add(stage);
        }
        return plan.with(others);
    }

    /// `/apiStages/api:stage/throttle/~1pets/GET/rateLimit`
    private static List<ApiStage> throttled(UsagePlan plan, PatchOperation change) {
        var parts = change.shownPath().split("/");
        if (parts.length < 4 || !parts[3].equals("throttle")) {
            throw GatewayErrors.badRequest("Invalid patch path " + change.shownPath());
        }
        var stage = PlanStages.read(parts[2]);
        var changed = new ArrayList<ApiStage>();
        for (var each : plan.apiStages()) {
            changed.add(
                    each.is(stage.apiId().orElse(""), stage.stage().orElse(""))
                            ? new ApiStage(
                                    each.apiId(),
                                    each.stage(),
                                    Optional.of(limits(each, parts, change)))
                            : each);
        }
        return changed;
    }

    private static Map<String, ThrottleSettings> limits(
            ApiStage stage, String[] parts, PatchOperation change) {
        var all = new TreeMap<>(stage.throttle().orElse(Map.of()));
        if (parts.length < 6) {
            all.clear();
            return all;
        }
        var method = parts[4].replace("~1", "/").replace("~0", "~") + "/" + parts[5];
        if (change.shownOp().equals("remove")) {
            all.remove(method);
            return all;
        }
        var before =
                all.getOrDefault(method, new ThrottleSettings(Optional.empty(), Optional.empty()));
        double number = number(change);
        all.put(
                method,
                parts.length > 6 && parts[6].equals("burstLimit")
                        ? new ThrottleSettings(Optional.of((int) number), before.rateLimit())
                        : new ThrottleSettings(before.burstLimit(), Optional.of(number)));
        return all;
    }

    private static double number(PatchOperation change) {
        try {
            return Double.parseDouble(change.value().orElse(""));
        } catch (NumberFormatException _) {
            throw GatewayErrors.badRequest("Invalid value specified: " + change.value().orElse(""));
        }
    }

    @Override
    public List<Access> access(Gateway gateway, Call call) {
        return ApiGatewayOperation.asks("PATCH", call, "usageplans", usagePlanId);
    }

    @Override
    public UsagePlan run(Gateway gateway, Call call) {
        var plans = gateway.plans(call.region());
        var plan = plans.plan(usagePlanId);
        for (var change : patchOperations.orElse(List.of())) {
            plan =
                    change.shownPath().startsWith("/apiStages")
                            ? stages(plan, change, gateway, call.region())
                            : PATCHES.apply(plan, List.of(change));
        }
        var checked = plan.checked();
        plans.put(checked);
        return checked.whole();
    }
}
