package groundschool.emulator.lambda.runtime;

import java.util.LinkedHashMap;
import java.util.Map;

/// The environment variables that Lambda defines, and the function's own. Nothing of this process's
/// environment is among them.
///
/// Source: [Defined runtime environment
/// variables](https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html#configuration-envvars-runtime),
/// and what functions were recorded to see
final class Variables {

    private Variables() {}

    /// @param path of the programs that the environment sees
    static Map<String, String> of(
            EnvironmentSpec spec,
            Language language,
            Layout layout,
            String logStream,
            String initialization,
            String path) {
        var all = new LinkedHashMap<String, String>();
        // What a function's configuration may extend or replace.
        all.put("LANG", "en_US.UTF-8");
        all.put("TZ", ":UTC");
        all.put("PATH", path);
        all.put(
                "LD_LIBRARY_PATH",
                "/var/lang/lib:%s:%s/lib:%s:%s/lib:%s/lib"
                        .formatted(
                                layout.runtime(),
                                layout.runtime(),
                                layout.task(),
                                layout.task(),
                                layout.opt()));
        all.put("AWS_XRAY_CONTEXT_MISSING", "LOG_ERROR");
        all.put("AWS_ENDPOINT_URL", "http://" + layout.aws());
        all.put("TMPDIR", layout.temporary().toString());
        all.putAll(language.variables(layout));
        all.putAll(spec.variables());
        // What it may not.
        var credentials = spec.credentials().get();
        all.put("_HANDLER", spec.handler());
        all.put("AWS_REGION", spec.region());
        all.put("AWS_DEFAULT_REGION", spec.region());
        all.put("AWS_ACCESS_KEY_ID", credentials.accessKeyId());
        all.put("AWS_SECRET_ACCESS_KEY", credentials.secretAccessKey());
        all.put("AWS_SESSION_TOKEN", credentials.sessionToken());
        all.put("AWS_LAMBDA_FUNCTION_NAME", spec.functionName());
        all.put("AWS_LAMBDA_FUNCTION_VERSION", spec.version());
        all.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(spec.memorySize()));
        all.put("AWS_LAMBDA_INITIALIZATION_TYPE", initialization);
        if (spec.logFormat().isJson()) {
            all.put("AWS_LAMBDA_LOG_FORMAT", "JSON");
            all.put("AWS_LAMBDA_LOG_LEVEL", spec.logFormat().application());
        }
        all.put("AWS_LAMBDA_LOG_GROUP_NAME", spec.logGroup());
        all.put("AWS_LAMBDA_LOG_STREAM_NAME", logStream);
        all.put("AWS_LAMBDA_RUNTIME_API", layout.runtimeApi());
        all.put("LAMBDA_TASK_ROOT", layout.task().toString());
        all.put("LAMBDA_RUNTIME_DIR", layout.runtime().toString());
        return all;
    }
}
