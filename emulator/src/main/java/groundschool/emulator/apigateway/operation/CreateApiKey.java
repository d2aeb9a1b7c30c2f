package groundschool.emulator.apigateway.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.apigateway.Gateway;
import groundschool.emulator.apigateway.GatewayErrors;
import groundschool.emulator.apigateway.Ids;
import groundschool.emulator.apigateway.plan.ApiKey;
import groundschool.emulator.apigateway.rest.AccountLimits;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes a key.
///
/// Source: [CreateApiKey](https://docs.aws.amazon.com/apigateway/latest/api/API_CreateApiKey.html)
public record CreateApiKey(
        Optional<String> name,
        Optional<String> description,
        Optional<Boolean> enabled,
        Optional<Boolean> generateDistinctId,
        Optional<String> value,
        Optional<Object> stageKeys,
        Optional<String> customerId,
        Optional<Map<String, String>> tags)
        implements ApiGatewayOperation, Operation<Gateway> {

    @Override
    public List<Access> access(Gateway gateway, Call call) {
        return ApiGatewayOperation.asks("POST", call, "apikeys");
    }

    @Override
    public ApiKey run(Gateway gateway, Call call) {
        GatewayErrors.refuse(
                "the parameter stageKeys, which AWS deprecates for usage plans,",
                stageKeys.isPresent());
        var plans = gateway.plans(call.region());
        if (plans.keys().size() >= AccountLimits.KEYS) {
            throw GatewayErrors.limit("Maximum number of API keys has been reached");
        }
        var text =
                value.filter(each -> !each.isEmpty()).orElseGet(() -> Ids.keyValue(call.random()));
        var key =
                new ApiKey(
                                generateDistinctId.orElse(true)
                                        ? Ids.next(call.random(), Ids.LONG)
                                        : text,
                                Optional.of(text),
                                name.filter(each -> !each.isEmpty()),
                                customerId,
                                description,
                                enabled.orElse(false),
                                call.now(),
                                call.now(),
                                List.of(),
                                tags)
                        .checked();
        if (plans.byValue(text).isPresent()) {
            throw GatewayErrors.conflict("API Key already exists");
        }
        plans.put(key);
        return key.shown(true);
    }
}
