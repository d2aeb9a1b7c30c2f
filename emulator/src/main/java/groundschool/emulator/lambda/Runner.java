package groundschool.emulator.lambda;

import groundschool.emulator.AwsException;
import groundschool.emulator.Principal;
import groundschool.emulator.lambda.function.Code;
import groundschool.emulator.lambda.function.FunctionVersion;
import groundschool.emulator.lambda.function.Logging;
import groundschool.emulator.lambda.runtime.AnswerSink;
import groundschool.emulator.lambda.runtime.EnvironmentSpec;
import groundschool.emulator.lambda.runtime.Invocation;
import groundschool.emulator.lambda.runtime.LogFormat;
import groundschool.emulator.lambda.runtime.Runtimes;
import groundschool.emulator.lambda.runtime.TimingModel;
import groundschool.emulator.lambda.runtime.TraceId;
import groundschool.emulator.sandbox.Sandbox;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// Runs functions of one sandbox, in environments that `Runtimes` makes. Holds no lock meanwhile.
public final class Runner {

    /// What a function may answer, and a little for the frame.
    private static final int MOST_ANSWER_BYTES = 6_291_556;

    private final Sandbox sandbox;
    private final Runtimes runtimes;
    private final Running running = new Running();
    private final FunctionMetrics metrics;

    Runner(Sandbox sandbox, Runtimes runtimes) {
        this.sandbox = sandbox;
        this.runtimes = runtimes;
        this.metrics = new FunctionMetrics(sandbox);
    }

    /// Runs it and waits.
    ///
    /// @throws AwsException if too many run, its role is of no use, or this machine cannot run it
    public Invocation.Result run(
            Target target, String requestId, byte[] payload, Optional<String> clientContext) {
        return run(target, requestId, payload, clientContext, Optional.empty(), Optional.empty());
    }

    /// Runs it for somebody whose call is traced, and waits.
    ///
    /// @param trace the tracing header that came with the call
    /// @throws AwsException as `run` does, or if it goes round in circles
    public Invocation.Result run(
            Target target,
            String requestId,
            byte[] payload,
            Optional<String> clientContext,
            Optional<String> trace) {
        return run(target, requestId, payload, clientContext, trace, Optional.empty());
    }

    /// Whether a call is one of a chain in which the function has run too often already, and is to
    /// be stopped for it.
    boolean isLoop(Target target, Optional<String> trace) {
        return !target.isLoopAllowed() && Lineage.of(trace).isLoop(target.invoked().functionArn());
    }

    /// Runs it, and gives its answer while it comes.
    ///
    /// @param trace the tracing header that came with the call
    public AnswerStream stream(
            Target target,
            String requestId,
            byte[] payload,
            Optional<String> clientContext,
            Optional<String> trace) {
        var answer = new AnswerStream();
        Thread.ofVirtual()
                .name("streamed " + requestId)
                .start(() -> {
                    try {
                        answer.end(
                                run(
                                        target,
                                        requestId,
                                        payload,
                                        clientContext,
                                        trace,
                                        Optional.of(answer)));
                    } catch (RuntimeException refusal) {
                        answer.refuse(refusal);
                    }
                });
        return answer;
    }

    private Invocation.Result run(
            Target target,
            String requestId,
            byte[] payload,
            Optional<String> clientContext,
            Optional<String> trace,
            Optional<AnswerSink> stream) {
        if (isLoop(target, trace)) {
            throw Lineage.refusal();
        }
        try (var slot = enter(target)) {
            var role = role(target);
            var timeout = Duration.ofSeconds(target.version().configuration().timeout());
            var log = log(target, role);
            var invocation =
                    new Invocation(
                            requestId,
                            payload,
                            target.invoked().arn(),
                            clientContext,
                            Optional.of(
                                    TraceId.next(Instant.now())
                                            + ";"
                                            + Lineage.of(trace)
                                                    .with(target.invoked().functionArn())
                                                    .field()),
                            Instant.now().plus(timeout),
                            log,
                            stream);
            try {
                var result = limited(runtimes.invoke(spec(target, role), invocation));
                if (result.played().isPositive()) {
                    sandbox.clock().pass(result.played());
                }
                metrics.ran(target, result, slot);
                return result;
            } finally {
                log.flush();
            }
        }
    }

    private Running.Slot enter(Target target) {
        try {
            return running.enter(target);
        } catch (AwsException tooMany) {
            metrics.throttled(target);
            throw tooMany;
        }
    }

    /// What Lambda tells of its functions.
    public FunctionMetrics metrics() {
        return metrics;
    }

    private Principal.RoleSession role(Target target) {
        return ExecutionRole.session(
                        target.version().configuration().role(),
                        target.function().name(),
                        target.invoked().functionArn(),
                        sandbox)
                .orElseThrow(() ->
                        new AwsException(
                                403,
                                "AccessDeniedException",
                                "The role defined for the function cannot be assumed by Lambda."));
    }

    private EnvironmentSpec spec(Target target, Principal.RoleSession role) {
        var version = target.version();
        var how = version.configuration();
        return new EnvironmentSpec(
                sandbox.place(),
                key(target.invoked(), target.version()),
                version.function(),
                target.invoked().functionArn(),
                version.version(),
                how.runtime(),
                how.handler(),
                how.memorySize(),
                Duration.ofSeconds(how.timeout()),
                how.ephemeralStorage(),
                how.variables().orElse(Map.of()),
                unpacked(version.code()),
                target.layers().stream().map(layer -> unpacked(layer.code())).toList(),
                () -> {
                    VariableKeys.check(how.encryption(), target.invoked(), role, sandbox);
                    return ExecutionRole.credentials(role, sandbox);
                },
                target.invoked().region(),
                how.logging().logGroup(),
                format(how.logging()),
                request -> sandbox.services().answer(request),
                PlayedTimes.areWanted(sandbox)
                        ? Optional.of(TimingModel.of(how.runtime(), how.memorySize()))
                        : Optional.empty());
    }

    /// Initializes environments for what was asked for, and keeps them.
    ///
    /// @return whether they are ready: not if the function's init fails
    /// @throws AwsException if this machine cannot run it, or its role is of no use
    boolean provision(Target target, int count) {
        var role = role(target);
        var log = log(target, role);
        try {
            return runtimes.provision(
                    spec(target, role),
                    count,
                    line -> {
                        log.accept(line);
                        log.flush();
                    });
        } finally {
            log.flush();
        }
    }

    /// Lets environments go that were kept.
    void unprovision(FunctionReference function, FunctionVersion version) {
        runtimes.unprovision(key(function, version));
    }

    private FunctionLog log(Target target, Principal.RoleSession role) {
        return new FunctionLog(
                sandbox,
                role,
                target.version().configuration().logging().logGroup(),
                target.invoked().region());
    }

    private static LogFormat format(Logging logging) {
        return logging.logFormat().equals(Logging.JSON)
                ? LogFormat.json(
                        logging.applicationLogLevel().orElse(Logging.USUAL_LEVEL),
                        logging.systemLogLevel().orElse(Logging.USUAL_LEVEL))
                : LogFormat.TEXT;
    }

    /// A fork's environments are its own, since their calls lead into it.
    private String key(FunctionReference function, FunctionVersion version) {
        return "%s/%s/%s".formatted(sandbox.place(), function.functionArn(), version.key());
    }

    private Path unpacked(Code code) {
        return sandbox.blobs()
                .folder(
                        code.blob(),
                        folder ->
                                Archive.unpack(
                                        sandbox.blobs().read(code.blob()).orElseThrow(), folder));
    }

    private static Invocation.Result limited(Invocation.Result result) {
        if (result.payload().length <= MOST_ANSWER_BYTES) {
            return result;
        }
        var error =
                """
                {"errorMessage":"Response payload size exceeded maximum allowed payload size (%d bytes).","errorType":"Function.ResponseSizeTooLarge"}\
                """
                        .formatted(MOST_ANSWER_BYTES);
        return new Invocation.Result(
                error.getBytes(StandardCharsets.UTF_8),
                Optional.of("Unhandled"),
                result.reportLine(),
                result.logTail(),
                result.duration(),
                result.billed(),
                result.played(),
                result.coldStart());
    }

    /// Ends the environments of a function, whose code or configuration is another now.
    public void retire(FunctionReference function) {
        runtimes.retire(sandbox.place(), function.functionArn());
    }
}
