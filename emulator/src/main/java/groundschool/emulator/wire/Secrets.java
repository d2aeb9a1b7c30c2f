package groundschool.emulator.wire;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// The members that the API model calls sensitive, such as passwords and the secrets of keys: a
/// ledger does not keep them, as CloudTrail does not.
///
/// @param members by name
public record Secrets(Set<String> members) {

    /// What CloudTrail writes in their place.
    private static final StringNode HIDDEN = StringNode.valueOf("HIDDEN_DUE_TO_SECURITY_REASONS");

    public Secrets {
        members = Set.copyOf(members);
    }

    /// @param shapes of the model, as it has them
    static Secrets of(JsonNode shapes) {
        var sensitive =
                shapes.propertyStream()
                        .filter(shape -> shape.getValue().path("sensitive").asBoolean(false))
                        .map(shape -> shape.getKey())
                        .collect(Collectors.toSet());
        var members = new HashSet<String>();
        for (var shape : shapes) {
            for (var member : shape.path("members").properties()) {
                if (sensitive.contains(member.getValue().path("shape").asString(""))) {
                    members.add(member.getKey());
                }
            }
        }
        return new Secrets(members);
    }

    /// Whether the service has none.
    public boolean isEmpty() {
        return members.isEmpty();
    }

    /// The same without what is secret in it.
    public JsonNode hiddenIn(JsonNode inputOrOutput) {
        var copy = inputOrOutput.deepCopy();
        hide(copy);
        return copy;
    }

    private void hide(JsonNode node) {
        switch (node) {
            case ObjectNode object ->
                    object.properties()
                            .forEach(member -> {
                                if (members.contains(member.getKey())) {
                                    member.setValue(HIDDEN);
                                } else {
                                    hide(member.getValue());
                                }
                            });
            case ArrayNode array -> array.forEach(this::hide);
            default -> {}
        }
    }
}
