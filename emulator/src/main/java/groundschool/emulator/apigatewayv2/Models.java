package groundschool.emulator.apigatewayv2;

import groundschool.emulator.apigateway.Shelf;
import groundschool.emulator.apigatewayv2.api.Model;
import groundschool.emulator.sandbox.Storage;
import java.util.List;

/// The models of WebSocket APIs.
public final class Models {

    private final Shelf<Model> models;

    Models(Storage storage) {
        this.models = new Shelf<>("apigatewayv2/models", Model.class, storage);
    }

    public List<Model> of(String region, String api) {
        return models.below(region, api).toList();
    }

    /// @throws AwsException if there is none
    public Model get(String region, String api, String id) {
        return models.get(region, api, id)
                .orElseThrow(() -> V2Errors.notFound("Invalid Model identifier specified"));
    }

    public void put(String region, String api, Model model) {
        models.put(model, region, api, model.modelId());
    }

    public void remove(String region, String api, String id) {
        models.remove(region, api, id);
    }

    void clear(String region, String api) {
        models.clear(region, api);
    }
}
