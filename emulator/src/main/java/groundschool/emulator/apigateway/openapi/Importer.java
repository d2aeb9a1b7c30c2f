package groundschool.emulator.apigateway.openapi;

import groundschool.emulator.Call;
import groundschool.emulator.apigateway.Ids;
import groundschool.emulator.apigateway.RestApis;
import groundschool.emulator.apigateway.operation.ResourceRules;
import groundschool.emulator.apigateway.rest.GatewayResponses;
import groundschool.emulator.apigateway.rest.Model;
import groundschool.emulator.apigateway.rest.RequestValidator;
import groundschool.emulator.apigateway.rest.Resource;
import groundschool.emulator.apigateway.rest.ResponseType;
import groundschool.emulator.apigateway.rest.RestApi;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Makes an API of an OpenAPI document.
public final class Importer {

    private static final List<String> VERBS =
            List.of("get", "put", "post", "delete", "options", "head", "patch");

    private final Document document;
    private final RestApis apis;
    private final Call call;
    private final List<String> warnings = new ArrayList<>();

    public Importer(Document document, RestApis apis, Call call) {
        this.document = document;
        this.apis = apis;
        this.call = call;
    }

    /// What the document says that was passed over.
    public List<String> warnings() {
        return List.copyOf(warnings);
    }

    /// The API as the document describes it, without anything in it.
    ///
    /// @param before what counts where the document says nothing
    public RestApi described(RestApi before) {
        var root = document.root();
        var info = root.path("info");
        return new RestApi(
                        before.id(),
                        info.path("title").asString(before.name()),
                        info.path("description")
                                .stringValueOpt()
                                .filter(text -> !text.isEmpty())
                                .or(before::description),
                        before.createdDate(),
                        info.path("version").stringValueOpt().or(before::version),
                        before.warnings(),
                        some(Texts.list(root.path("x-amazon-apigateway-binary-media-types")))
                                .or(before::binaryMediaTypes),
                        root.path("x-amazon-apigateway-minimum-compression-size").isInt()
                                ? Optional.of(
                                        root.path("x-amazon-apigateway-minimum-compression-size")
                                                .asInt())
                                : before.minimumCompressionSize(),
                        root.path("x-amazon-apigateway-api-key-source")
                                .asString(before.apiKeySource()),
                        before.endpointConfiguration(),
                        root.path("x-amazon-apigateway-policy").isObject()
                                ? Optional.of(root.path("x-amazon-apigateway-policy").toString())
                                : before.policy(),
                        before.tags(),
                        before.disableExecuteApiEndpoint(),
                        before.rootResourceId())
                .checked();
    }

    private static Optional<List<String>> some(List<String> list) {
        return list.isEmpty() ? Optional.empty() : Optional.of(list);
    }

    /// Puts into the API all that the document has.
    ///
    /// @param prefix of all paths; empty for none
    public void fill(RestApi api, String prefix) {
        models(api);
        var validators = validators(api);
        var authorizers = new SecurityReader(document, apis, call).authorizers(api);
        responses(api);
        var reader = new OperationReader(document, authorizers, validators);
        for (var path : document.root().path("paths").properties()) {
            if (!path.getKey().startsWith("/")) {
                continue;
            }
            var resource = resource(api, (prefix + path.getKey()).replaceFirst("(?<=.)/$", ""));
            var item = document.resolved(path.getValue());
            for (var member : item.properties()) {
                verb(member.getKey())
                        .ifPresent(verb -> {
                            var method =
                                    reader.method(
                                            verb,
                                            member.getValue(),
                                            item.path("parameters"),
                                            resource.id());
                            var known = apis.resource(api.id(), resource.id());
                            apis.put(api.id(), known.with(method));
                        });
            }
        }
    }

    private static Optional<String> verb(String member) {
        if (member.equals("x-amazon-apigateway-any-method")) {
            return Optional.of("ANY");
        }
        return VERBS.contains(member)
                ? Optional.of(member.toUpperCase(Locale.ROOT))
                : Optional.empty();
    }

    private Resource resource(RestApi api, String path) {
        var at = apis.resource(api.id(), api.rootResourceId());
        for (var part : path.split("/")) {
            if (part.isEmpty()) {
                continue;
            }
            var parent = at;
            at =
                    apis.children(api.id(), parent.id()).stream()
                            .filter(child -> child.pathPart().filter(part::equals).isPresent())
                            .findFirst()
                            .orElseGet(() -> added(api, parent, part));
        }
        return at;
    }

    private Resource added(RestApi api, Resource parent, String part) {
        ResourceRules.checkPart(part);
        ResourceRules.checkPlace(api.id(), parent, part, Optional.empty(), apis);
        var resource =
                new Resource(
                        Ids.next(call.random(), Ids.SHORT),
                        Optional.of(parent.id()),
                        Optional.of(part),
                        ResourceRules.path(parent, part),
                        Optional.empty());
        apis.put(api.id(), resource);
        return resource;
    }

    private void models(RestApi api) {
        for (var schema : document.schemas().properties()) {
            if (!schema.getKey().matches("[a-zA-Z0-9]+")) {
                warnings.add(
                        "The schema %s has a name that no model can have."
                                .formatted(schema.getKey()));
                continue;
            }
            var id =
                    apis.findModel(api.id(), schema.getKey())
                            .map(Model::id)
                            .orElseGet(() -> Ids.next(call.random(), Ids.SHORT));
            apis.put(
                    api.id(),
                    new Model(
                            id,
                            schema.getKey(),
                            schema.getValue().path("description").stringValueOpt(),
                            Optional.of(
                                    References.toModels(schema.getValue().toString(), api.id())),
                            "application/json"));
        }
    }

    /// The ids of validators by name.
    private Map<String, String> validators(RestApi api) {
        var ids = new HashMap<String, String>();
        for (var validator :
                document.root().path("x-amazon-apigateway-request-validators").properties()) {
            var id = Ids.next(call.random(), Ids.SHORT);
            apis.put(
                    api.id(),
                    new RequestValidator(
                            id,
                            Optional.of(validator.getKey()),
                            validator.getValue().path("validateRequestBody").asBoolean(false),
                            validator
                                    .getValue()
                                    .path("validateRequestParameters")
                                    .asBoolean(false)));
            ids.put(validator.getKey(), id);
        }
        return ids;
    }

    private void responses(RestApi api) {
        for (var response :
                document.root().path("x-amazon-apigateway-gateway-responses").properties()) {
            var type =
                    Stream.of(ResponseType.values())
                            .filter(each -> each.name().equals(response.getKey()))
                            .findFirst();
            if (type.isEmpty()) {
                warnings.add("There is no gateway response " + response.getKey());
                continue;
            }
            var node = response.getValue();
            apis.put(
                    api.id(),
                    GatewayResponses.set(
                            type.get(),
                            node.path("statusCode").isMissingNode()
                                    ? Optional.empty()
                                    : Optional.of(node.path("statusCode").asString()),
                            Texts.map(node.path("responseParameters")),
                            Texts.map(node.path("responseTemplates"))));
        }
    }
}
