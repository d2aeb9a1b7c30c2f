package groundschool.emulator.apigateway.operation;

import groundschool.emulator.Call;
import groundschool.emulator.apigateway.Gateway;
import groundschool.emulator.apigateway.rest.AccountLimits;
import groundschool.emulator.apigateway.rest.ThrottleSettings;
import java.util.List;
import java.util.Optional;

/// What an account may, and the role by which the gateway writes logs.
///
/// @param cloudwatchRoleArn absent if nobody has set one
public record AccountDescription(
        Optional<String> cloudwatchRoleArn,
        ThrottleSettings throttleSettings,
        List<String> features,
        String apiKeyVersion) {

    static AccountDescription of(Gateway gateway, Call call) {
        return new AccountDescription(
                gateway.logRole(call.region()), AccountLimits.THROTTLE, List.of("UsagePlans"), "4");
    }
}
