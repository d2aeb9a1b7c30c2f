package groundschool.emulator.wire;

import groundschool.emulator.HttpRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Which operation of S3 a request is for: the method, whether it names a bucket and a key, and
/// which parameters its query has. The API model leaves several operations at the same place; what
/// tells those apart stands here.
final class S3Routes {

    /// Where an operation is.
    ///
    /// @param depth 0 for the service, 1 for a bucket, 2 for an object
    /// @param query the parameters that must be there; with a value if it must be that one
    private record Route(String operation, String method, int depth, List<String> query) {}

    /// Names that others have taken the place of.
    private static final Set<String> OLD =
            Set.of(
                    "GetBucketLifecycle",
                    "PutBucketLifecycle",
                    "GetBucketNotification",
                    "PutBucketNotification",
                    "ListDirectoryBuckets",
                    "WriteGetObjectResponse");

    /// Those of which one has an id, and a list of all has none.
    private static final Set<String> BY_ID =
            Set.of("analytics", "inventory", "metrics", "intelligent-tiering");

    private final List<Route> routes;
    private final Set<String> subresources = new HashSet<>();

    S3Routes(ApiModel model) {
        var all = new ArrayList<Route>();
        for (var name : model.operations()) {
            if (!OLD.contains(name)) {
                all.add(route(name, model.uri(name), model.method(name)));
            }
        }
        all.sort(Comparator.comparingInt(route -> -route.query().size()));
        all.forEach(route -> route.query().forEach(each -> subresources.add(name(each))));
        routes = List.copyOf(all);
    }

    private static Route route(String operation, String uri, String method) {
        int mark = uri.indexOf('?');
        var path = mark < 0 ? uri : uri.substring(0, mark);
        int depth = path.contains("{Key+}") ? 2 : path.contains("{Bucket}") ? 1 : 0;
        var query = mark < 0 ? List.<String>of() : List.of(uri.substring(mark + 1).split("&"));
        return new Route(operation, method, depth, query);
    }

    /// The name of the operation; nothing if there is none for that method.
    ///
    /// @param hasBucket whether the request names one
    /// @param hasKey whether it names an object in it
    Optional<String> operation(HttpRequest request, boolean hasBucket, boolean hasKey) {
        var query = QueryParameters.of(request.query());
        int depth = hasKey ? 2 : hasBucket ? 1 : 0;
        for (var route : routes) {
            if (route.depth() == depth
                    && route.method().equals(request.method())
                    && (!route.operation().equals("CompleteMultipartUpload") || isUpload(query))
                    && route.query().stream().allMatch(each -> has(query, each))) {
                return Optional.of(exactly(route, request, query));
            }
        }
        return Optional.empty();
    }

    /// What of several operations at one place is meant.
    private static String exactly(Route route, HttpRequest request, QueryParameters query) {
        var sub = route.query().isEmpty() ? "" : name(route.query().getFirst());
        if (BY_ID.contains(sub) && request.method().equals("GET")) {
            return byId(sub, query.first("id").isPresent());
        }
        if (route.depth() < 2 || !route.query().isEmpty()) {
            return route.operation();
        }
        boolean isUpload = isUpload(query);
        boolean copies = request.headers().first("x-amz-copy-source").isPresent();
        return switch (request.method()) {
            case "PUT" ->
                    isUpload
                            ? copies ? "UploadPartCopy" : "UploadPart"
                            : copies ? "CopyObject" : "PutObject";
            case "GET" -> isUpload ? "ListParts" : "GetObject";
            case "DELETE" -> isUpload ? "AbortMultipartUpload" : "DeleteObject";
            default -> route.operation();
        };
    }

    private static boolean isUpload(QueryParameters query) {
        return query.first("uploadId").isPresent();
    }

    private static String byId(String sub, boolean hasId) {
        var what =
                switch (sub) {
                    case "analytics" -> "Analytics";
                    case "inventory" -> "Inventory";
                    case "metrics" -> "Metrics";
                    default -> "IntelligentTiering";
                };
        return hasId
                ? "GetBucket" + what + "Configuration"
                : "ListBucket" + what + "Configurations";
    }

    private static boolean has(QueryParameters query, String wanted) {
        int equals = wanted.indexOf('=');
        return equals < 0
                ? query.first(wanted).isPresent()
                : query.all(wanted.substring(0, equals)).contains(wanted.substring(equals + 1));
    }

    private static String name(String parameter) {
        return parameter.split("=", 2)[0];
    }

    /// What S3 calls that which a method is not allowed for: `BUCKET`, `OBJECT`, `SERVICE`, or a
    /// subresource such as `WEBSITE`.
    String resourceType(HttpRequest request, boolean hasBucket, boolean hasKey) {
        return QueryParameters.of(request.query()).parameters().stream()
                .map(parameter -> parameter.getKey())
                .filter(subresources::contains)
                .findFirst()
                .map(name -> name.toUpperCase(Locale.ROOT))
                .orElse(hasKey ? "OBJECT" : hasBucket ? "BUCKET" : "SERVICE");
    }
}
