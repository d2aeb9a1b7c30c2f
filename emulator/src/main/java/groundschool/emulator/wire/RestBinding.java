package groundschool.emulator.wire;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Where the members of a structure are in a request or an answer of a REST service.
///
/// Source: [HTTP bindings](https://smithy.io/2.0/spec/http-bindings.html)
///
/// @param members those that are not in the body
/// @param payload the member that is the body; absent if the body is a document
record RestBinding(List<Bound> members, Optional<String> payload) {

    /// The part of a message that holds a member.
    enum Place {
        URI,
        QUERY,
        HEADER,
        /// Several headers that begin alike.
        HEADERS,
        STATUS
    }

    /// @param wireName of the label, parameter or header
    record Bound(String member, String shape, Place place, String wireName) {}

    RestBinding {
        members = List.copyOf(members);
    }

    /// @param shape as the API model has it
    static RestBinding of(JsonNode shape) {
        var members = new ArrayList<Bound>();
        for (var member : shape.path("members").properties()) {
            var node = member.getValue();
            var name = member.getKey();
            place(node.path("location").asString(""))
                    .ifPresent(place ->
                            members.add(
                                    new Bound(
                                            name,
                                            node.path("shape").asString(),
                                            place,
                                            node.path("locationName").asString(name))));
        }
        return new RestBinding(members, shape.path("payload").stringValueOpt());
    }

    private static Optional<Place> place(String location) {
        return switch (location) {
            case "uri" -> Optional.of(Place.URI);
            case "querystring" -> Optional.of(Place.QUERY);
            case "header" -> Optional.of(Place.HEADER);
            case "headers" -> Optional.of(Place.HEADERS);
            case "statusCode" -> Optional.of(Place.STATUS);
            default -> Optional.empty();
        };
    }

    /// The names of the members that are not in the body.
    Set<String> names() {
        var names = new HashSet<String>();
        members.forEach(each -> names.add(each.member()));
        return names;
    }

    /// The values of the labels, under the members' names.
    static Optional<String> label(Bound bound, Map<String, String> labels) {
        return Optional.ofNullable(labels.get(bound.wireName()));
    }
}
