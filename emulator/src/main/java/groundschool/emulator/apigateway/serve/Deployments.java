package groundschool.emulator.apigateway.serve;

import groundschool.emulator.apigateway.Gateway;
import groundschool.emulator.apigateway.RestApis;
import groundschool.emulator.apigateway.rest.CanarySettings;
import groundschool.emulator.apigateway.rest.RestApi;
import groundschool.emulator.apigateway.rest.Stage;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/// The deployments that are being answered by, made ready once each.
final class Deployments {

    private static final int KEPT = 200;

    private final Map<String, Served> ready =
            Collections.synchronizedMap(
                    new LinkedHashMap<>(64, 0.75f, true) {
                        private static final long serialVersionUID = 1;

                        @Override
                        protected boolean removeEldestEntry(Map.Entry<String, Served> eldest) {
                            return size() > KEPT;
                        }
                    });

    /// A stage, and the deployment that answers this time: chance may choose the canary's.
    ///
    /// @param variables of the stage, with those of the canary over them
    record Staged(Stage stage, Served served, Map<String, String> variables) {}

    Optional<Staged> staged(Incoming request, Gateway gateway) {
        var apis = gateway.in(request.region());
        var api = apis.find(request.api());
        var stage = apis.findStage(request.api(), request.stage());
        if (api.isEmpty()
                || stage.isEmpty()
                || api.get().disableExecuteApiEndpoint()
                || isPrivate(api.get())) {
            return Optional.empty();
        }
        var canary =
                stage.get()
                        .canarySettings()
                        .filter(each ->
                                ThreadLocalRandom.current().nextDouble(100)
                                        < each.percentTraffic());
        var deployment =
                canary.flatMap(CanarySettings::deploymentId).orElse(stage.get().deploymentId());
        var variables = new LinkedHashMap<>(stage.get().variables().orElse(Map.of()));
        canary.flatMap(CanarySettings::stageVariableOverrides).ifPresent(variables::putAll);
        return served(deployment, request, apis)
                .map(served -> new Staged(stage.get(), served, variables));
    }

    /// Nobody comes from a VPC here.
    private static boolean isPrivate(RestApi api) {
        return api.endpointConfiguration().types().orElse(List.of()).contains("PRIVATE");
    }

    private Optional<Served> served(String deployment, Incoming request, RestApis apis) {
        var key =
                String.join(
                        "/", request.sandbox().id(), request.region(), request.api(), deployment);
        var known = Optional.ofNullable(ready.get(key));
        if (known.isPresent()) {
            return known;
        }
        var made =
                apis.snapshot(request.api(), deployment)
                        .map(snapshot -> Served.of(deployment, snapshot));
        made.ifPresent(each -> ready.put(key, each));
        return made;
    }
}
