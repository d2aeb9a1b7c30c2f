package groundschool.emulator.apigateway.serve;

import groundschool.emulator.apigateway.rest.Method;
import groundschool.emulator.apigateway.rest.Resource;
import groundschool.emulator.apigateway.rest.Stage;
import java.util.Map;
import java.util.Optional;

/// A request that has found its method.
///
/// @param variables of the path, as sent, by name
/// @param stageVariables those of the canary if it answers
/// @param hop what is said on the way to the backend and back
/// @param apiKey the id and the value of the key by which it is metered
public record Exchange(
        Incoming request,
        Served served,
        Stage stage,
        Resource resource,
        Method method,
        Map<String, String> variables,
        Map<String, String> stageVariables,
        Visitor visitor,
        Optional<Map.Entry<String, String>> apiKey,
        String traceId,
        Hop hop) {

    public Exchange by(Visitor other) {
        return new Exchange(
                request,
                served,
                stage,
                resource,
                method,
                variables,
                stageVariables,
                other,
                apiKey,
                traceId,
                hop);
    }

    public Exchange metered(String id, String value) {
        return new Exchange(
                request,
                served,
                stage,
                resource,
                method,
                variables,
                stageVariables,
                visitor,
                Optional.of(Map.entry(id, value)),
                traceId,
                hop);
    }

    /// Of the method, as permissions name it.
    public String arn() {
        return request.arn(resource.path());
    }

    /// With stage variables in the place of `${stageVariables.name}`.
    public String substituted(String text) {
        if (!text.contains("${stageVariables.")) {
            return text;
        }
        var changed = text;
        for (var variable : stageVariables.entrySet()) {
            changed =
                    changed.replace(
                            "${stageVariables." + variable.getKey() + "}", variable.getValue());
        }
        return changed;
    }
}
