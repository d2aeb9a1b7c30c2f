package groundschool.emulator.apigateway.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.apigateway.Gateway;
import groundschool.emulator.apigateway.patch.PatchOperation;
import groundschool.emulator.apigateway.patch.PatchTable;
import groundschool.emulator.apigateway.rest.Authorizer;
import java.util.List;
import java.util.Optional;

/// Changes an authorizer by patch operations.
///
/// Source:
/// [UpdateAuthorizer](https://docs.aws.amazon.com/apigateway/latest/api/API_UpdateAuthorizer.html)
public record UpdateAuthorizer(
        String restApiId, String authorizerId, Optional<List<PatchOperation>> patchOperations)
        implements ApiGatewayOperation, Operation<Gateway> {

    private static final PatchTable<Authorizer> PATCHES =
            new PatchTable<>(Authorizer.class, PatchTable.Wording.SHORT)
                    .replace("/name", PatchTable.Kind.TEXT)
                    .replace("/type", PatchTable.Kind.TEXT)
                    .replace("/authType", PatchTable.Kind.TEXT)
                    .replace("/authorizerUri", PatchTable.Kind.TEXT)
                    .replace("/authorizerCredentials", PatchTable.Kind.TEXT)
                    .replace("/identitySource", PatchTable.Kind.TEXT)
                    .replace("/identityValidationExpression", PatchTable.Kind.TEXT)
                    .replace("/authorizerResultTtlInSeconds", PatchTable.Kind.WHOLE)
                    .at("/providerARNs/*", PatchTable.Kind.ELEMENT, "add", "remove");

    @Override
    public List<Access> access(Gateway gateway, Call call) {
        return ApiGatewayOperation.asks(
                "PATCH", call, "restapis", restApiId, "authorizers", authorizerId);
    }

    @Override
    public Authorizer run(Gateway gateway, Call call) {
        var apis = gateway.in(call.region());
        var authorizer = apis.authorizer(restApiId, authorizerId);
        var changed = PATCHES.apply(authorizer, patchOperations.orElse(List.of())).checked();
        apis.put(restApiId, changed);
        return changed;
    }
}
