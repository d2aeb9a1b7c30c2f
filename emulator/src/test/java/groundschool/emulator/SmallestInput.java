package groundschool.emulator;

import groundschool.emulator.wire.ApiModel;
import groundschool.emulator.wire.Shape;
import java.util.Comparator;
import java.util.Map;
import java.util.NoSuchElementException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Makes inputs that have what the model requires, and nothing else.
record SmallestInput(Map<String, Shape> shapes) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /// Texts whose patterns are more than a few letters.
    private static final Map<String, String> EXAMPLES =
            Map.of(
                    "RoleArn", "arn:aws:iam::111122223333:role/a",
                    "TaggableResource", "arn:aws:lambda:eu-west-1:111122223333:function:abc",
                    "LayerVersionArn", "arn:aws:lambda:eu-west-1:111122223333:layer:abc:1",
                    "Action", "lambda:InvokeFunction",
                    "LayerPermissionAllowedAction", "lambda:GetLayerVersion",
                    "LayerPermissionAllowedPrincipal", "111122223333",
                    "IdentityPoolId", "eu-west-1:abc",
                    "IdentityId", "eu-west-1:abc",
                    "Runtime", "python3.12",
                    "StatusCode", "200");

    /// The same for the keys of dictionaries.
    private static final Map<String, String> KEYS = Map.of("RoleType", "authenticated");

    JsonNode of(String operation, ApiModel model) {
        var input = JSON.objectNode();
        for (var member : model.operation(operation).orElseThrow().input().members()) {
            if (member.required()) {
                input.set(member.name(), value(shape(member.shape())));
            }
        }
        if (operation.equals("Query")) {
            // Which is what the model does not say that the service requires.
            input.put("KeyConditionExpression", "abc = :abc");
            input.set(
                    "ExpressionAttributeValues",
                    JSON.objectNode().set(":abc", JSON.objectNode().put("S", "abc")));
        }
        return input;
    }

    private JsonNode value(Shape shape) {
        return switch (shape) {
            case Shape.Text text when text.name().equals("ConditionExpression") ->
                    JSON.stringNode("attribute_exists(abc)");
            case Shape.Text text when text.name().equals("PartiQLStatement") ->
                    JSON.stringNode("SELECT * FROM abc WHERE abc = 'abc'");
            case Shape.Structure structure -> structure(structure);
            case Shape.Sequence sequence -> JSON.arrayNode().add(value(shape(sequence.element())));
            case Shape.Dictionary dictionary ->
                    JSON.objectNode()
                            .set(
                                    KEYS.getOrDefault(dictionary.key(), "abc"),
                                    value(shape(dictionary.value())));
            case Shape.Text(var name, _, _, _, _) when name.equals("arnType") ->
                    JSON.stringNode("arn:aws:iam::111122223333:role/a");
            case Shape.Text(var name, _, _, _, _) when name.equals("RegionType") ->
                    JSON.stringNode("eu-central-1");
            case Shape.Text(var name, _, _, _, _) when EXAMPLES.containsKey(name) ->
                    JSON.stringNode(EXAMPLES.getOrDefault(name, ""));
            case Shape.Text(var name, _, _, _, _)
                    when name.equals("UserPoolIdType") || name.equals("DeviceKeyType") ->
                    JSON.stringNode("eu-west-1_abc");
            case Shape.Text(var name, _, _, _, _) when name.equals("ArnType") ->
                    JSON.stringNode("arn:aws:cognito-idp:eu-west-1:111122223333:userpool/abc");
            case Shape.Text(var name, _, _, _, _)
                    when name.equals("TermsIdType") || name.equals("ManagedLoginBrandingIdType") ->
                    JSON.stringNode("11111111-1111-4111-8111-111111111111");
            case Shape.Text(var name, _, _, _, _) when name.equals("UserImportJobIdType") ->
                    JSON.stringNode("import-abc");
            case Shape.Text(var name, _, _, _, _) when name.equals("TermsNameType") ->
                    JSON.stringNode("terms-of-use");
            case Shape.Text(var name, _, _, _, _) when name.equals("policyVersionIdType") ->
                    JSON.stringNode("v1");
            case Shape.Text text ->
                    JSON.stringNode(
                            text.values().isEmpty() ? words(text) : text.values().getFirst());
            case Shape.Numeric _ -> JSON.numberNode(1);
            case Shape.Timestamp _ -> JSON.numberNode(1);
            case Shape.Flag _ -> JSON.booleanNode(true);
            case Shape.Bytes _ -> JSON.stringNode("YWJj");
        };
    }

    /// As long as it must be; digits where letters will not do.
    private static String words(Shape.Text text) {
        var enough = "abc".repeat((int) Math.max(1, (text.length().least() + 2) / 3));
        var letters = enough.substring(0, (int) Math.min(enough.length(), text.length().most()));
        var fits = text.pattern().map(all -> all.matches(letters)).orElse(true);
        return fits ? letters : "1".repeat((int) Math.max(1, text.length().least()));
    }

    /// All required members, or the first by name if none is: a structure of alternatives.
    private JsonNode structure(Shape.Structure structure) {
        if (structure.name().equals("AttributeValue")) {
            return JSON.objectNode().put("S", "abc");
        }
        var value = JSON.objectNode();
        for (var member : structure.members()) {
            if (member.required()) {
                value.set(member.name(), value(shape(member.shape())));
            }
        }
        if (value.isEmpty()) {
            structure.members().stream()
                    .min(Comparator.comparing(Shape.Member::name))
                    .ifPresent(member -> value.set(member.name(), value(shape(member.shape()))));
        }
        return value;
    }

    private Shape shape(String name) {
        var shape = shapes.get(name);
        if (shape == null) {
            throw new NoSuchElementException(name);
        }
        return shape;
    }
}
