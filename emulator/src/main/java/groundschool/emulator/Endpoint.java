package groundschool.emulator;

import groundschool.emulator.sandbox.Body;
import groundschool.emulator.wire.ApiModel;
import groundschool.emulator.wire.CoralErrors;
import groundschool.emulator.wire.Json;
import groundschool.emulator.wire.Protocol;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A service as callers meet it: its API model, its protocol, and the operations that its sealed
/// interface permits.
///
/// @param <S> the service's state in one sandbox
public final class Endpoint<S> {

    private final Service<S> service;
    private final ApiModel model;
    private final Protocol protocol;
    private final JsonMapper json;
    private final Map<String, Class<? extends Operation<S>>> operations = new TreeMap<>();

    @SuppressWarnings("unchecked") // what a sealed Operation<S> permits are Operation<S>
    Endpoint(Service<S> service) {
        this.service = service;
        this.model = ApiModel.of(service.name());
        this.protocol = model.protocol();
        this.json = Json.mapper(service.json());
        for (var operation : service.operations().getPermittedSubclasses()) {
            operations.put(operation.getSimpleName(), (Class<? extends Operation<S>>) operation);
        }
    }

    public Service<S> service() {
        return service;
    }

    public ApiModel model() {
        return model;
    }

    public Protocol protocol() {
        return protocol;
    }

    /// The names of the operations that the emulator has.
    public SortedSet<String> operations() {
        return new TreeSet<>(operations.keySet());
    }

    /// The record of an operation, for those who compare it with the model.
    public Class<? extends Operation<S>> operation(String name) {
        var operation = operations.get(name);
        if (operation == null) {
            throw CoralErrors.unknownOperation();
        }
        return operation;
    }

    boolean isTargetOf(String target) {
        return target.startsWith(model.targetPrefix() + ".");
    }

    String operationOf(String target) {
        var name = target.substring(model.targetPrefix().length() + 1);
        operation(name);
        return name;
    }

    Operation<S> read(String operation, JsonNode input) {
        return json.treeToValue(input, operation(operation));
    }

    byte[] write(Object output) {
        return json.writeValueAsBytes(output);
    }

    Body body(Object inputOrOutput) {
        return Body.of(inputOrOutput, json);
    }

    JsonNode tree(Object output) {
        return json.valueToTree(output);
    }
}
