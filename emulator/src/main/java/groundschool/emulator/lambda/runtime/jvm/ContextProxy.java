package groundschool.emulator.lambda.runtime.jvm;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// The context that a handler is given, and what it leads to: objects of the interfaces that the
/// function brings.
///
/// Source: [Using the Lambda context object in
/// Java](https://docs.aws.amazon.com/lambda/latest/dg/java-context.html)
final class ContextProxy implements InvocationHandler {

    private final String name;
    private final Map<String, Object> values;
    private final long deadline;

    private ContextProxy(String name, Map<String, Object> values, long deadline) {
        this.name = name;
        this.values = values;
        this.deadline = deadline;
    }

    /// @param type the interface of the context
    static Object of(Class<?> type, RuntimeAnswer request, ClassLoader classes) {
        var values = new HashMap<String, Object>();
        values.put("getAwsRequestId", request.header("lambda-runtime-aws-request-id"));
        RuntimeLog.requestId = request.header("lambda-runtime-aws-request-id");
        values.put("getInvokedFunctionArn", request.header("lambda-runtime-invoked-function-arn"));
        values.put("getXrayTraceId", request.header("lambda-runtime-trace-id"));
        values.put("getLogGroupName", RuntimeLog.variable("AWS_LAMBDA_LOG_GROUP_NAME"));
        values.put("getLogStreamName", RuntimeLog.variable("AWS_LAMBDA_LOG_STREAM_NAME"));
        values.put("getFunctionName", RuntimeLog.variable("AWS_LAMBDA_FUNCTION_NAME"));
        values.put("getFunctionVersion", RuntimeLog.variable("AWS_LAMBDA_FUNCTION_VERSION"));
        values.put(
                "getMemoryLimitInMB",
                Integer.valueOf(RuntimeLog.variable("AWS_LAMBDA_FUNCTION_MEMORY_SIZE")));
        values.put(
                "getLogger",
                proxy(
                        returned(type, "getLogger"),
                        new ContextProxy("LambdaLogger", Map.of(), 0),
                        classes));
        values.put(
                "getIdentity",
                proxy(
                        returned(type, "getIdentity"),
                        new ContextProxy("CognitoIdentity", identity(request), 0),
                        classes));
        values.put("getClientContext", client(type, request, classes));
        return proxy(
                type,
                new ContextProxy(
                        "Context",
                        values,
                        Long.parseLong(request.header("lambda-runtime-deadline-ms"))),
                classes);
    }

    private static Map<String, Object> identity(RuntimeAnswer request) {
        var sent = object(request.header("lambda-runtime-cognito-identity"));
        var identity = new HashMap<String, Object>();
        identity.put("getIdentityId", text(sent, "cognitoIdentityId"));
        identity.put("getIdentityPoolId", text(sent, "cognitoIdentityPoolId"));
        return identity;
    }

    /// @return null if the caller sent none
    private static Object client(Class<?> context, RuntimeAnswer request, ClassLoader classes) {
        if (request.header("lambda-runtime-client-context").isEmpty()) {
            return null;
        }
        var sent = object(request.header("lambda-runtime-client-context"));
        var type = returned(context, "getClientContext");
        var values = new HashMap<String, Object>();
        values.put("getCustom", texts(sent.get("custom")));
        values.put("getEnvironment", texts(sent.get("env")));
        if (sent.get("client") instanceof Map<?, ?> client) {
            var about = new HashMap<String, Object>();
            about.put("getInstallationId", text(client, "installation_id"));
            about.put("getAppTitle", text(client, "app_title"));
            about.put("getAppVersionName", text(client, "app_version_name"));
            about.put("getAppVersionCode", text(client, "app_version_code"));
            about.put("getAppPackageName", text(client, "app_package_name"));
            values.put(
                    "getClient",
                    proxy(
                            returned(type, "getClient"),
                            new ContextProxy("Client", about, 0),
                            classes));
        }
        return proxy(type, new ContextProxy("ClientContext", values, 0), classes);
    }

    private static Map<?, ?> object(String json) {
        return !json.isEmpty()
                        && JsonReader.read(json.getBytes(StandardCharsets.UTF_8))
                                instanceof Map<?, ?> object
                ? object
                : Map.of();
    }

    private static Object text(Map<?, ?> object, String name) {
        var value = object.get(name);
        return value == null ? null : value.toString();
    }

    private static Map<String, String> texts(Object sent) {
        var texts = new LinkedHashMap<String, String>();
        if (sent instanceof Map<?, ?> object) {
            object.forEach((key, value) -> texts.put(key.toString(), String.valueOf(value)));
        }
        return texts;
    }

    private static Class<?> returned(Class<?> type, String method) {
        try {
            return type.getMethod(method).getReturnType();
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object proxy(Class<?> type, ContextProxy values, ClassLoader classes) {
        return Proxy.newProxyInstance(classes, new Class<?>[] {type}, values);
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        return switch (method.getName()) {
            case "log" -> log(arguments);
            case "getRemainingTimeInMillis" ->
                    (int) Math.max(0, deadline - System.currentTimeMillis());
            case "toString" -> "Lambda" + name + values;
            case "hashCode" -> System.identityHashCode(proxy);
            case "equals" -> proxy == arguments[0];
            default ->
                    values.containsKey(method.getName()) || !method.isDefault()
                            ? values.get(method.getName())
                            : InvocationHandler.invokeDefault(proxy, method, arguments);
        };
    }

    private static Object log(Object[] arguments) {
        var message =
                arguments[0] instanceof byte[] bytes
                        ? new String(bytes, StandardCharsets.UTF_8)
                        : String.valueOf(arguments[0]);
        RuntimeLog.message(
                message, arguments.length > 1 ? String.valueOf(arguments[1]) : "UNDEFINED");
        return null;
    }
}
