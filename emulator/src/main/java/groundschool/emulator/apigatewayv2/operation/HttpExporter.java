package groundschool.emulator.apigatewayv2.operation;

import groundschool.emulator.apigatewayv2.api.Authorizer;
import groundschool.emulator.apigatewayv2.api.Cors;
import groundschool.emulator.apigatewayv2.api.Route;
import groundschool.emulator.apigatewayv2.api.Snapshot;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Writes an HTTP API as an OpenAPI document.
///
/// Source: [Exporting an HTTP API from API
/// Gateway](https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-export.html)
///
/// @param extensions whether with what AWS has added to OpenAPI, without which no API can be made
///   of it again
record HttpExporter(Snapshot snapshot, boolean extensions) {

    private static final Pattern VARIABLE = Pattern.compile("\\{([^}+]+)\\+?}");

    /// @param stage that the servers name; absent for none
    ObjectNode document(Optional<String> stage, String region) {
        var api = snapshot.api();
        var root = JsonNodeFactory.instance.objectNode();
        root.put("openapi", "3.0.1");
        var info = root.putObject("info");
        info.put("title", api.name());
        api.description().ifPresent(text -> info.put("description", text));
        info.put("version", api.version().orElse(api.createdDate()));
        var server = root.putArray("servers").addObject();
        server.put(
                "url",
                "https://%s.execute-api.%s.amazonaws.com%s"
                        .formatted(
                                api.apiId(),
                                region,
                                stage.filter(each -> !each.equals("$default")).isPresent()
                                        ? "/{basePath}"
                                        : ""));
        stage.filter(each -> !each.equals("$default"))
                .ifPresent(name ->
                        server.putObject("variables").putObject("basePath").put("default", name));
        if (extensions && !api.tags().isEmpty()) {
            var tags = root.putArray("tags");
            api.tags()
                    .forEach((name, value) ->
                            tags.addObject()
                                    .put("name", name)
                                    .put("x-amazon-apigateway-tag-value", value));
        }
        paths(root.putObject("paths"));
        security(root);
        if (extensions) {
            api.corsConfiguration()
                    .ifPresent(cors -> write(root.putObject("x-amazon-apigateway-cors"), cors));
            root.put("x-amazon-apigateway-importexport-version", "1.0");
        }
        return root;
    }

    private void paths(ObjectNode paths) {
        var routes =
                snapshot.routes().stream().sorted(Comparator.comparing(Route::routeKey)).toList();
        for (var route : routes) {
            var key = route.routeKey();
            boolean isDefault = key.equals("$default");
            var path = isDefault ? "/$default" : key.substring(key.indexOf(' ') + 1);
            var verb = isDefault ? "ANY" : key.substring(0, key.indexOf(' '));
            var operation =
                    paths.withObjectProperty(path)
                            .putObject(
                                    verb.equals("ANY")
                                            ? "x-amazon-apigateway-any-method"
                                            : verb.toLowerCase(Locale.ROOT));
            write(operation, route, path);
            if (isDefault) {
                operation.put("isDefaultRoute", true);
            }
        }
    }

    private void write(ObjectNode operation, Route route, String path) {
        route.operationName().ifPresent(name -> operation.put("operationId", name));
        var variables = VARIABLE.matcher(path).results().map(found -> found.group(1)).toList();
        if (!variables.isEmpty()) {
            var parameters = operation.putArray("parameters");
            for (var name : variables) {
                parameters
                        .addObject()
                        .put("name", name)
                        .put("in", "path")
                        .put("description", "Generated path parameter for " + name)
                        .put("required", true)
                        .putObject("schema")
                        .put("type", "string");
            }
        }
        operation
                .putObject("responses")
                .putObject("default")
                .put("description", "Default response for " + route.routeKey());
        scheme(route)
                .ifPresent(name -> {
                    var scopes = operation.putArray("security").addObject().putArray(name);
                    route.authorizationScopes().orElse(List.of()).forEach(scopes::add);
                });
        if (extensions) {
            snapshot.integrations().stream()
                    .filter(each ->
                            route.target()
                                    .filter(("integrations/" + each.integrationId())::equals)
                                    .isPresent())
                    .findFirst()
                    .ifPresent(each ->
                            HttpDocument.write(
                                    operation.putObject("x-amazon-apigateway-integration"), each));
        }
    }

    private Optional<String> scheme(Route route) {
        return route.authorizationType().equals("AWS_IAM")
                ? Optional.of("sigv4")
                : snapshot.authorizers().stream()
                        .filter(each ->
                                route.authorizerId()
                                        .filter(each.authorizerId()::equals)
                                        .isPresent())
                        .map(Authorizer::name)
                        .findFirst();
    }

    private void security(ObjectNode root) {
        boolean signed =
                snapshot.routes().stream()
                        .anyMatch(route -> route.authorizationType().equals("AWS_IAM"));
        if (!signed && snapshot.authorizers().isEmpty()) {
            return;
        }
        var schemes = root.putObject("components").putObject("securitySchemes");
        for (var authorizer : snapshot.authorizers()) {
            write(schemes.putObject(authorizer.name()), authorizer);
        }
        if (signed) {
            var scheme = schemes.putObject("sigv4");
            scheme.put("type", "apiKey").put("name", "Authorization").put("in", "header");
            if (extensions) {
                scheme.put("x-amazon-apigateway-authtype", "awsSigv4");
            }
        }
    }

    private void write(ObjectNode scheme, Authorizer authorizer) {
        if (authorizer.authorizerType().equals("JWT")) {
            scheme.put("type", "oauth2");
            scheme.putObject("flows");
        } else {
            scheme.put("type", "apiKey").put("name", "Unused").put("in", "header");
        }
        if (!extensions) {
            return;
        }
        var extension = scheme.putObject("x-amazon-apigateway-authorizer");
        extension.put("identitySource", String.join(", ", authorizer.identitySource()));
        authorizer.authorizerUri().ifPresent(uri -> extension.put("authorizerUri", uri));
        authorizer
                .authorizerCredentialsArn()
                .ifPresent(role -> extension.put("authorizerCredentials", role));
        authorizer
                .authorizerPayloadFormatVersion()
                .ifPresent(version -> extension.put("authorizerPayloadFormatVersion", version));
        authorizer
                .authorizerResultTtlInSeconds()
                .ifPresent(ttl -> extension.put("authorizerResultTtlInSeconds", ttl));
        authorizer
                .enableSimpleResponses()
                .ifPresent(simple -> extension.put("enableSimpleResponses", simple));
        authorizer
                .jwtConfiguration()
                .ifPresent(jwt -> {
                    var configuration = extension.putObject("jwtConfiguration");
                    put(configuration, "audience", jwt.audience());
                    jwt.issuer().ifPresent(issuer -> configuration.put("issuer", issuer));
                });
        extension.put("type", authorizer.authorizerType().toLowerCase(Locale.ROOT));
    }

    private static void write(ObjectNode node, Cors cors) {
        put(node, "allowMethods", cors.allowMethods());
        put(node, "allowHeaders", cors.allowHeaders());
        put(node, "exposeHeaders", cors.exposeHeaders());
        put(node, "allowOrigins", cors.allowOrigins());
        cors.maxAge().ifPresent(age -> node.put("maxAge", age));
        cors.allowCredentials().ifPresent(allowed -> node.put("allowCredentials", allowed));
    }

    private static void put(ObjectNode node, String name, Optional<List<String>> texts) {
        texts.ifPresent(all -> all.forEach(node.putArray(name)::add));
    }
}
