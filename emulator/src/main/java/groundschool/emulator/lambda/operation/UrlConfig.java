package groundschool.emulator.lambda.operation;

import groundschool.emulator.lambda.FunctionReference;
import groundschool.emulator.lambda.Functions;
import groundschool.emulator.lambda.LambdaErrors;
import groundschool.emulator.lambda.function.Cors;
import groundschool.emulator.lambda.function.FunctionUrl;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A function's URL as Lambda shows it.
///
/// Unlike AWS, it is `http://ID.lambda-url.REGION.localhost:PORT/`, or a path of the emulator's own
/// where this machine knows no such names.
///
/// Source:
/// [FunctionUrlConfig](https://docs.aws.amazon.com/lambda/latest/api/API_FunctionUrlConfig.html)
public record UrlConfig(
        String functionUrl,
        String functionArn,
        String authType,
        Optional<Cors> cors,
        String creationTime,
        String lastModifiedTime,
        Optional<String> invokeMode) {

    private static final String BUFFERED = "BUFFERED";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    /// As it is read: with the mode that holds where none was set.
    static UrlConfig read(FunctionUrl url, FunctionReference function, Functions functions) {
        return of(url, function, functions, Optional.of(url.invokeMode().orElse(BUFFERED)));
    }

    /// As it is answered to whoever sets it: with the mode only if one was set.
    static UrlConfig written(FunctionUrl url, FunctionReference function, Functions functions) {
        return of(url, function, functions, url.invokeMode());
    }

    private static UrlConfig of(
            FunctionUrl url,
            FunctionReference function,
            Functions functions,
            Optional<String> invokeMode) {
        return new UrlConfig(
                functions.urls().address(url, function.region()),
                url.alias().map(function::qualified).orElse(function).arn(),
                url.authType(),
                url.cors(),
                time(url.createdAt()),
                time(url.changedAt()),
                invokeMode);
    }

    static String time(Instant at) {
        return TIME.format(at);
    }

    /// @throws groundschool.emulator.AwsException if there is none
    static FunctionUrl find(FunctionReference reference, Functions functions) {
        return functions
                .urls()
                .of(reference.region(), reference.name(), reference.qualifier())
                .orElseThrow(
                        () -> LambdaErrors.notFound("The resource you requested does not exist."));
    }

    /// @throws groundschool.emulator.AwsException if there is no such function or alias
    static void requireFunction(FunctionReference reference, Functions functions) {
        if (functions.findVersion(reference).isEmpty()) {
            throw LambdaErrors.notFound("Function does not exist");
        }
    }

    /// What policies may test.
    static Map<String, List<String>> conditionKeys(
            FunctionReference reference, Optional<String> authType) {
        var keys = new HashMap<String, List<String>>();
        keys.put("lambda:FunctionArn", List.of(reference.arn()));
        authType.ifPresent(type -> keys.put("lambda:FunctionUrlAuthType", List.of(type)));
        return keys;
    }

    /// The kind of the URL that there is, for calls that do not say one.
    static Optional<String> authType(FunctionReference reference, Functions functions) {
        return functions
                .urls()
                .of(reference.region(), reference.name(), reference.qualifier())
                .map(FunctionUrl::authType);
    }
}
