package groundschool.emulator.lambda.runtime;

import groundschool.emulator.HttpRequest;
import groundschool.emulator.HttpResponse;

/// What an environment's processes reach at `AWS_LAMBDA_RUNTIME_API`.
record LocalApi(RuntimeApi runtime, ExtensionsApi extensions, TelemetryApi telemetry)
        implements Listener.Answerer {

    @Override
    public HttpResponse answer(HttpRequest request) {
        var path = request.path();
        if (path.startsWith(ExtensionsApi.ROOT)) {
            return extensions.answer(request);
        }
        if (path.startsWith(TelemetryApi.ROOT) || path.equals(TelemetryApi.BATCHES)) {
            return telemetry.answer(request);
        }
        if (path.equals("/2020-08-15/logs")) {
            return RuntimeApi.json(
                    202,
                    "{\"errorMessage\":\"Logs API is not supported\",\"errorType\":\"Logs.NotSupported\"}");
        }
        return runtime.answer(request);
    }
}
