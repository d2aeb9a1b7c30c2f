package groundschool.emulator;

import groundschool.emulator.sandbox.Body;
import groundschool.emulator.wire.ApiModel;
import groundschool.emulator.wire.AwsQuery;
import groundschool.emulator.wire.CoralErrors;
import groundschool.emulator.wire.Json;
import groundschool.emulator.wire.NodeParser;
import groundschool.emulator.wire.Protocol;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.exc.InvalidDefinitionException;
import tools.jackson.databind.json.JsonMapper;

/// A service as callers meet it: its API model, its protocol, and the operations that its sealed
/// interface permits.
///
/// What is read from the API model is read when it is first needed: it takes longer than all else
/// that an emulator does before its first answer.
///
/// @param <S> the service's state in one sandbox
public final class Endpoint<S> {

    private final Service<S> service;
    private final Once<ApiModel> model;
    private final Once<Protocol> protocol;
    private final Once<JsonMapper> json;
    private final Once<SortedMap<String, Class<? extends Request<S>>>> operations;
    private final Map<String, ObjectReader> readers = new ConcurrentHashMap<>();

    Endpoint(Service<S> service) {
        this.service = service;
        this.model = new Once<>(() -> ApiModel.of(service.name(), service.checksItself()));
        this.protocol = new Once<>(() -> model().protocol());
        this.json = new Once<>(() -> Json.mapper(service.json(), model()));
        this.operations = new Once<>(() -> permitted(service));
    }

    /// Loads the classes of all operations, which is a third of what an emulator does to start.
    @SuppressWarnings("unchecked") // what a sealed Request<S> permits are Request<S>
    private static <S> SortedMap<String, Class<? extends Request<S>>> permitted(
            Service<S> service) {
        var operations = new TreeMap<String, Class<? extends Request<S>>>();
        for (var operation : service.operations().getPermittedSubclasses()) {
            operations.put(operation.getSimpleName(), (Class<? extends Request<S>>) operation);
        }
        return operations;
    }

    /// Reads and loads all of it, which the first call would else do.
    void warmUp() {
        json();
        operations.get();
    }

    public Service<S> service() {
        return service;
    }

    public ApiModel model() {
        return model.get();
    }

    public Protocol protocol() {
        return protocol.get();
    }

    /// How the records of operations are read and written.
    public JsonMapper json() {
        return json.get();
    }

    /// The names of the operations that the emulator has.
    public SortedSet<String> operations() {
        return new TreeSet<>(operations.get().keySet());
    }

    /// The record of an operation, for those who compare it with the model.
    ///
    /// @throws AwsException if AWS has no such operation, or the emulator does not have it yet
    public Class<? extends Request<S>> operation(String name) {
        var operation = operations.get().get(name);
        if (operation == null) {
            throw model().operation(name).isPresent()
                    ? CoralErrors.notYet(service.name(), name)
                    : CoralErrors.unknownOperation();
        }
        return operation;
    }

    /// Whether an `X-Amz-Target` is one of this service's.
    boolean isTargetOf(String target) {
        return switch (service.address()) {
            case Address.Target(var prefix) ->
                    target.startsWith(prefix)
                            && target.length() > prefix.length()
                            && target.charAt(prefix.length()) == '.';
            case Address.Query _, Address.Paths _ -> false;
        };
    }

    /// What forms are read and answered by.
    AwsQuery query() {
        return protocol() instanceof AwsQuery only ? only : model().query();
    }

    /// Whether the `Version` of a form is this service's.
    boolean isVersion(String named) {
        return service.address().equals(new Address.Query(named))
                || service.queryVersion().equals(Optional.of(named));
    }

    /// Whether a path is one of this service's.
    ///
    /// @param path as sent
    boolean isAt(String path) {
        return service.address() instanceof Address.Paths(var roots)
                && roots.contains(path.substring(1).split("/", 2)[0]);
    }

    /// The operation that a target of this service names.
    ///
    /// @throws AwsException if there is no such operation
    String operationOf(String target) {
        var name = target.substring(target.indexOf('.') + 1);
        operation(name);
        return name;
    }

    /// An input that was checked, as the operation's record.
    ///
    /// @throws AwsException if a type of the service's own finds something wrong with it
    Request<S> read(String operation, JsonNode input) {
        service.check(operation, input);
        try {
            return reader(operation).readValue(new NodeParser(input));
        } catch (InvalidDefinitionException ourFault) {
            throw ourFault;
        } catch (JacksonException wrapped) {
            throw refusalIn(wrapped);
        }
    }

    private ObjectReader reader(String operation) {
        var known = readers.get(operation);
        return known != null
                ? known
                : readers.computeIfAbsent(operation, _ -> json().readerFor(operation(operation)));
    }

    /// An operation that is one of this service's.
    ///
    /// @throws IllegalArgumentException if it is none
    @SuppressWarnings("unchecked") // what a sealed Request<S> permits are Request<S>
    Request<S> own(Request<?> operation) {
        if (!service.operations().isInstance(operation)) {
            throw new IllegalArgumentException(operation + " is not of " + service.name());
        }
        return (Request<S>) operation;
    }

    /// What a type of the service said, which Jackson may have wrapped; else the value is one that
    /// no Java type takes, such as an integer beyond 32 bits.
    private static AwsException refusalIn(Throwable wrapped) {
        for (var cause = wrapped.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof AwsException refusal) {
                return refusal;
            }
        }
        return CoralErrors.serialization();
    }

    byte[] write(Object output) {
        return json().writeValueAsBytes(output);
    }

    /// Whether a ledger keeps inputs and outputs otherwise than the client sends and gets them.
    boolean hasSecrets() {
        return !model().secrets().isEmpty();
    }

    /// As a ledger keeps it: without what is secret.
    Body body(Object inputOrOutput) {
        var secrets = model().secrets();
        if (!secrets.isEmpty()) {
            return Body.of(secrets.hiddenIn(tree(inputOrOutput)), json());
        }
        return Weight.isLight(inputOrOutput)
                ? Body.later(inputOrOutput, json())
                : Body.of(inputOrOutput, json());
    }

    JsonNode tree(Object output) {
        return json().valueToTree(output);
    }
}
