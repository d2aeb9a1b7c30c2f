package groundschool.emulator.apigateway.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.apigateway.Gateway;
import groundschool.emulator.apigateway.GatewayErrors;
import groundschool.emulator.apigateway.integration.LogRole;
import groundschool.emulator.apigateway.patch.PatchOperation;
import java.util.List;
import java.util.Optional;

/// Sets the role by which the gateway writes logs.
///
/// Source:
/// [UpdateAccount](https://docs.aws.amazon.com/apigateway/latest/api/API_UpdateAccount.html)
public record UpdateAccount(Optional<List<PatchOperation>> patchOperations)
        implements ApiGatewayOperation, Operation<Gateway> {

    @Override
    public List<Access> access(Gateway gateway, Call call) {
        return ApiGatewayOperation.asks("PATCH", call, "account");
    }

    @Override
    public AccountDescription run(Gateway gateway, Call call) {
        for (var change : patchOperations.orElse(List.of())) {
            if (!change.shownPath().equals("/cloudwatchRoleArn")) {
                throw GatewayErrors.badRequest("Invalid patch path " + change.shownPath());
            }
            var role = change.value().filter(arn -> !arn.isEmpty());
            role.ifPresent(arn -> {
                if (LogRole.session(arn, gateway.sandbox()).isEmpty()) {
                    throw GatewayErrors.badRequest(
                            "The role ARN does not have required permissions configured. Please grant trust permission for API Gateway and add the required role policy.");
                }
            });
            gateway.setLogRole(role, call.region());
        }
        return AccountDescription.of(gateway, call);
    }
}
