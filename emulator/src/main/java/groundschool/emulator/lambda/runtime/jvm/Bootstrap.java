package groundschool.emulator.lambda.runtime.jvm;

import java.io.IOException;
import java.util.Arrays;

/// Takes events from Lambda's runtime API, hands them to the handler, and sends back what it
/// answers.
///
/// Source: [Using the Lambda runtime
/// API](https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html)
public final class Bootstrap {

    private Bootstrap() {}

    /// @param arguments the folder of the layers' JARs, and what is relayed, as `PORT=PATH`
    public static void main(String[] arguments) throws IOException {
        var layers = arguments[0];
        var sockets = Arrays.copyOfRange(arguments, 1, arguments.length);
        RuntimeLog.begin();
        Relay.listen(sockets);
        var api = new RuntimeClient(sockets);
        Handler handler;
        try {
            handler =
                    Handlers.load(
                            RuntimeLog.variable("_HANDLER"),
                            TaskClasses.loader(RuntimeLog.variable("LAMBDA_TASK_ROOT"), layers));
        } catch (Throwable failure) {
            var told = Failure.of(failure);
            RuntimeLog.error(told);
            RuntimeLog.markEnd();
            api.post("init/error", told.json(), told.type());
            System.exit(1);
            return;
        }
        RuntimeLog.markEnd();
        serve(api, handler);
    }

    private static void serve(RuntimeClient api, Handler handler) throws IOException {
        while (true) {
            var event = api.next();
            if (event.status() != 200) {
                System.exit(0);
            }
            answer(api, handler, event);
        }
    }

    private static void answer(RuntimeClient api, Handler handler, RuntimeAnswer event)
            throws IOException {
        var path = "invocation/" + event.header("lambda-runtime-aws-request-id") + "/";
        System.setProperty(
                "com.amazonaws.xray.traceHeader", event.header("lambda-runtime-trace-id"));
        byte[] answer;
        try {
            answer = handler.handle(event.body(), event);
        } catch (Throwable failure) {
            var told = Failure.of(failure);
            RuntimeLog.error(told);
            RuntimeLog.markEnd();
            api.post(path + "error", told.json(), told.type());
            if (told.cause() instanceof VirtualMachineError) {
                System.exit(1);
            }
            return;
        }
        RuntimeLog.markEnd();
        api.post(path + "response", answer, "");
    }
}
