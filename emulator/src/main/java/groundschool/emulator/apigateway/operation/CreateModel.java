package groundschool.emulator.apigateway.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.apigateway.Gateway;
import groundschool.emulator.apigateway.GatewayErrors;
import groundschool.emulator.apigateway.Ids;
import groundschool.emulator.apigateway.rest.Model;
import java.util.List;
import java.util.Optional;

/// Adds a model to an API.
///
/// Source: [CreateModel](https://docs.aws.amazon.com/apigateway/latest/api/API_CreateModel.html)
public record CreateModel(
        String restApiId,
        String name,
        Optional<String> description,
        Optional<String> schema,
        String contentType)
        implements ApiGatewayOperation, Operation<Gateway> {

    @Override
    public List<Access> access(Gateway gateway, Call call) {
        return ApiGatewayOperation.asks("POST", call, "restapis", restApiId, "models");
    }

    @Override
    public Model run(Gateway gateway, Call call) {
        var apis = gateway.in(call.region());
        apis.api(restApiId);
        if (!name.isEmpty() && apis.findModel(restApiId, name).isPresent()) {
            throw GatewayErrors.conflict("Model name already exists for this REST API");
        }
        var model =
                new Model(
                                Ids.next(call.random(), Ids.SHORT),
                                name,
                                description,
                                schema,
                                contentType)
                        .checked();
        if (!name.matches("[a-zA-Z0-9]+")) {
            throw GatewayErrors.badRequest("Model name must be alphanumeric: " + name);
        }
        apis.put(restApiId, model);
        return model;
    }
}
