package groundschool.emulator.lambda;

import groundschool.emulator.Address;
import groundschool.emulator.Request;
import groundschool.emulator.Service;
import groundschool.emulator.Services;
import groundschool.emulator.lambda.operation.LambdaOperation;
import groundschool.emulator.lambda.runtime.Runtimes;
import groundschool.emulator.sandbox.Sandbox;
import groundschool.emulator.sandbox.Storage;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.module.SimpleModule;

/// AWS Lambda.
public final class Lambda implements Service<Functions> {

    /// What the base64 of the largest archive takes, with what is around it, as Lambda says it.
    private static final long CODE_BYTES = 70_167_211;

    /// The largest event.
    private static final long PAYLOAD_BYTES = 6_291_456;

    private static final Set<String> ROOTS =
            Set.of(
                    "2014-11-13",
                    "2015-03-31",
                    "2016-08-19",
                    "2017-03-31",
                    "2017-10-31",
                    "2018-10-31",
                    "2019-09-25",
                    "2019-09-30",
                    "2020-04-22",
                    "2020-06-30",
                    "2021-07-20",
                    "2021-10-31",
                    "2021-11-15",
                    "2024-08-31",
                    "2025-11-30",
                    "2025-12-01",
                    "2026-07-09");

    private final Runtimes runtimes;

    /// @param runtimes where functions run
    public Lambda(Runtimes runtimes) {
        this.runtimes = runtimes;
    }

    @Override
    public String name() {
        return "lambda";
    }

    @Override
    public Address address() {
        return new Address.Paths(ROOTS);
    }

    @Override
    public Class<? extends Request<Functions>> operations() {
        return LambdaOperation.class;
    }

    @Override
    public JacksonModule json() {
        return new SimpleModule("lambda");
    }

    @Override
    public long bodyLimitBytes(String operation) {
        return switch (operation) {
            case "CreateFunction", "UpdateFunctionCode", "PublishLayerVersion" -> CODE_BYTES;
            case "Invoke", "InvokeAsync", "InvokeWithResponseStream" -> PAYLOAD_BYTES;
            default -> USUAL_BODY_BYTES;
        };
    }

    @Override
    public String called(String operation) {
        return operation.equals("Invoke") ? "InvokeFunction" : operation;
    }

    @Override
    public Optional<String> policyOf(Functions functions, String resource) {
        return functions.policyOf(resource);
    }

    @Override
    public Functions open(Storage storage) {
        throw new IllegalStateException("Functions need a whole sandbox.");
    }

    @Override
    public Functions open(Sandbox sandbox) {
        return new Functions(sandbox, runtimes, this);
    }

    /// Events wait, and mappings look after streams.
    @Override
    public boolean actsByItself() {
        return true;
    }

    @Override
    public void wake(Functions functions, Services services) {
        functions.events().wake();
        functions.mappings().wake();
        functions.provisioned().wake();
    }
}
