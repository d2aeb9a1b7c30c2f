package groundschool.emulator.apigateway.rest;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// All that requests are answered by, as it was when it was deployed. It does not change.
public record Snapshot(
        RestApi api,
        List<Resource> resources,
        List<Authorizer> authorizers,
        List<Model> models,
        List<RequestValidator> validators,
        List<GatewayResponse> responses) {

    public Snapshot {
        resources = List.copyOf(resources);
        authorizers = List.copyOf(authorizers);
        models = List.copyOf(models);
        validators = List.copyOf(validators);
        responses = List.copyOf(responses);
    }

    /// The methods by path and verb.
    public Map<String, Map<String, Deployment.MethodSnapshot>> summary() {
        var summary = new TreeMap<String, Map<String, Deployment.MethodSnapshot>>();
        for (var resource : resources) {
            var verbs = new TreeMap<String, Deployment.MethodSnapshot>();
            resource.methods()
                    .forEach((verb, method) ->
                            verbs.put(
                                    verb,
                                    new Deployment.MethodSnapshot(
                                            method.authorization(),
                                            method.apiKeyRequired().orElse(false))));
            if (!verbs.isEmpty()) {
                summary.put(resource.path(), verbs);
            }
        }
        return summary;
    }
}
