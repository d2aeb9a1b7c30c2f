package groundschool.emulator.apigateway.operation;

import groundschool.emulator.Call;
import groundschool.emulator.apigateway.Ids;
import groundschool.emulator.apigateway.RestApis;
import groundschool.emulator.apigateway.rest.Model;
import groundschool.emulator.apigateway.rest.Resource;
import groundschool.emulator.apigateway.rest.RestApi;
import java.util.HashMap;
import java.util.Optional;

/// What a new API begins with.
final class NewApis {

    private NewApis() {}

    /// Keeps a new API with its root, and has it found.
    static void put(RestApi api, RestApis apis, Call call) {
        apis.put(api);
        apis.put(api.id(), Resource.root(api.rootResourceId()));
        call.keys().claim(RestApis.claim(api.id()));
    }

    /// Gives an API the models that those have which are not made of a document.
    static void addModels(RestApi api, RestApis apis, Call call) {
        apis.put(
                api.id(),
                new Model(
                        Ids.next(call.random(), Ids.SHORT),
                        "Empty",
                        Optional.of("This is a default empty schema model"),
                        Optional.of(
                                """
                                {
                                  "$schema": "http://json-schema.org/draft-04/schema#",
                                  "title" : "Empty Schema",
                                  "type" : "object"
                                }\
                                """),
                        "application/json"));
        apis.put(
                api.id(),
                new Model(
                        Ids.next(call.random(), Ids.SHORT),
                        "Error",
                        Optional.of("This is a default error schema model"),
                        Optional.of(
                                """
                                {
                                  "$schema" : "http://json-schema.org/draft-04/schema#",
                                  "title" : "Error Schema",
                                  "type" : "object",
                                  "properties" : {
                                    "message" : { "type" : "string" }
                                  }
                                }\
                                """),
                        "application/json"));
    }

    /// Gives an API what another has: the same tree, with ids of its own.
    static void copy(RestApi from, RestApi to, RestApis apis, Call call) {
        var ids = new HashMap<String, String>();
        for (var resource : apis.resources(from.id())) {
            ids.put(
                    resource.id(),
                    resource.isRoot() ? to.rootResourceId() : Ids.next(call.random(), Ids.SHORT));
        }
        for (var resource : apis.resources(from.id())) {
            apis.put(
                    to.id(),
                    new Resource(
                            ids.getOrDefault(resource.id(), resource.id()),
                            resource.parentId().map(id -> ids.getOrDefault(id, id)),
                            resource.pathPart(),
                            resource.path(),
                            resource.resourceMethods()));
        }
        apis.authorizers(from.id()).forEach(each -> apis.put(to.id(), each));
        apis.models(from.id()).forEach(each -> apis.put(to.id(), each));
        apis.validators(from.id()).forEach(each -> apis.put(to.id(), each));
        apis.responses(from.id()).forEach(each -> apis.put(to.id(), each));
        var documentation = apis.gateway().documentation();
        documentation
                .parts(call.region(), from.id())
                .forEach(each -> documentation.put(call.region(), to.id(), each));
    }
}
