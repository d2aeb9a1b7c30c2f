package groundschool.emulator.wire;

import groundschool.emulator.AwsException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Holds an input whose types fit against the model's constraints, and says all that is wrong in
/// one message, as AWS's framework does.
///
/// Source: recorded answers of DynamoDB, KMS and Lambda; the answers that
/// [dynalite](https://github.com/architect/dynalite/tree/main/test) compares itself with.
final class ConstraintCheck {

    private static final int MOST_COMPLAINTS = 10;

    private final Map<String, Shape> shapes;
    private final Set<String> exempt;
    private final Set<String> neverNull;
    private final boolean isSilent;
    private final String code;

    /// @param exempt the shapes to pass over
    /// @param neverNull the shapes of elements of which it is listed too that none may be null
    /// @param isSilent whether the service keeps the values that it complains of to itself
    /// @param code what the service calls the error
    ConstraintCheck(
            Map<String, Shape> shapes,
            Set<String> exempt,
            Set<String> neverNull,
            boolean isSilent,
            String code) {
        this.shapes = shapes;
        this.exempt = exempt;
        this.neverNull = neverNull;
        this.isSilent = isSilent;
        this.code = code;
    }

    /// @param body what stands before the names of members that are in the body
    void check(Shape.Structure shape, JsonNode input, String body) {
        var complaints = new ArrayList<String>(0);
        for (var member : shape.members()) {
            checkMember(member, input, member.wireName().isEmpty() ? "" : body, complaints);
        }
        if (complaints.isEmpty()) {
            return;
        }
        var listed = complaints.subList(0, Math.min(complaints.size(), MOST_COMPLAINTS));
        throw new AwsException(
                400,
                code,
                "%d validation error%s detected: %s"
                        .formatted(
                                listed.size(),
                                listed.size() == 1 ? "" : "s",
                                String.join("; ", listed)));
    }

    private void checkMembers(
            Shape.Structure shape, JsonNode input, String path, List<String> complaints) {
        for (var member : shape.members()) {
            checkMember(member, input, path, complaints);
        }
    }

    private void checkMember(
            Shape.Member member, JsonNode input, String path, List<String> complaints) {
        var value = input.get(member.name());
        if (value != null && !value.isNull()) {
            check(shape(member.shape()), value, path, member.name(), complaints);
        } else if (member.required()) {
            complaints.add(
                    "Value %sat '%s' failed to satisfy constraint: Member must not be null"
                            .formatted(isSilent ? "" : "null ", Paths.member(path, member.name())));
        }
    }

    private void check(
            Shape shape, JsonNode value, String parent, String name, List<String> complaints) {
        if (exempt.contains(shape.name())) {
            return;
        }
        switch (shape) {
            case Shape.Structure structure ->
                    checkMembers(structure, value, Paths.member(parent, name), complaints);
            case Shape.Sequence sequence ->
                    checkElements(sequence, value, Paths.member(parent, name), complaints);
            case Shape.Dictionary dictionary ->
                    checkEntries(dictionary, value, Paths.member(parent, name), complaints);
            default -> {
                for (var constraint : Constraint.broken(plain(shape, value), value)) {
                    complain(value, shape, Paths.member(parent, name), constraint, complaints);
                }
            }
        }
    }

    private void checkElements(
            Shape.Sequence sequence, JsonNode values, String path, List<String> complaints) {
        checkLength(sequence, sequence.length(), values, path, complaints);
        var element = shape(sequence.element());
        if (exempt.contains(element.name())) {
            return;
        }
        if (isScalar(element)) {
            if (anyBroken(element, values)) {
                complain(
                        values,
                        sequence,
                        path,
                        "Member must satisfy constraint: " + ofElement(element),
                        complaints);
            }
            return;
        }
        int index = 0;
        for (var value : values) {
            index++;
            checkInside(element, value, Paths.element(path, index), complaints);
        }
    }

    private void checkEntries(
            Shape.Dictionary dictionary, JsonNode values, String path, List<String> complaints) {
        checkLength(dictionary, dictionary.length(), values, path, complaints);
        var key = (Shape.Text) shape(dictionary.key());
        for (var name : values.propertyNames()) {
            var rules = plain(key, name);
            if (Constraint.isBroken(rules, name)) {
                complain(
                        values,
                        dictionary,
                        path,
                        "Map keys must satisfy constraint: " + Constraint.all(rules),
                        complaints);
                break;
            }
        }
        var element = shape(dictionary.value());
        if (exempt.contains(element.name())) {
            return;
        }
        if (anyBroken(element, values)) {
            complain(
                    values,
                    dictionary,
                    path,
                    "Map value must satisfy constraint: " + ofElement(element),
                    complaints);
        }
        if (!isScalar(element)) {
            for (var entry : values.properties()) {
                checkInside(
                        element, entry.getValue(), Paths.entry(path, entry.getKey()), complaints);
            }
        }
    }

    /// What an element holds; its own length was the container's matter.
    private void checkInside(Shape element, JsonNode value, String path, List<String> complaints) {
        if (value.isNull()) {
            return;
        }
        switch (element) {
            case Shape.Structure structure -> checkMembers(structure, value, path, complaints);
            case Shape.Sequence sequence ->
                    checkElements(
                            new Shape.Sequence(
                                    sequence.name(), sequence.element(), Shape.Bounds.NONE),
                            value,
                            path,
                            complaints);
            case Shape.Dictionary dictionary -> checkEntries(dictionary, value, path, complaints);
            default -> throw new IllegalStateException("not a container: " + element.name());
        }
    }

    private void checkLength(
            Shape shape,
            Shape.Bounds length,
            JsonNode values,
            String path,
            List<String> complaints) {
        if (!length.allow(values.size())) {
            complain(values, shape, path, Constraint.length(length, values.size()), complaints);
        }
    }

    private boolean anyBroken(Shape element, JsonNode values) {
        if (element instanceof Shape.Structure || element instanceof Shape.Dictionary) {
            return false;
        }
        for (var value : values) {
            if (!value.isNull() && !Constraint.broken(plain(element, value), value).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private List<String> ofElement(Shape element) {
        var all = Constraint.all(element);
        if (neverNull.contains(element.name())) {
            all.add("Member must not be null");
        }
        return all;
    }

    private static boolean isScalar(Shape shape) {
        return !(shape instanceof Shape.Structure
                || shape instanceof Shape.Sequence
                || shape instanceof Shape.Dictionary);
    }

    private Shape plain(Shape shape, JsonNode value) {
        return shape instanceof Shape.Text text ? plain(text, value.stringValue()) : shape;
    }

    /// A text that may be an ARN or a name is held to the rules of names if it is no ARN; only that
    /// it is empty is said by the rules of both.
    private Shape.Text plain(Shape.Text text, String value) {
        if (text.unlessArn().isEmpty() || value.isEmpty() || value.startsWith("arn:")) {
            return text;
        }
        return (Shape.Text) shape(text.unlessArn().get());
    }

    private void complain(
            JsonNode value, Shape shape, String path, String constraint, List<String> complaints) {
        // Bytes are not shown: "Value at 'plaintext' failed to satisfy constraint".
        var shown =
                isSilent || shape instanceof Shape.Bytes
                        ? ""
                        : "'%s' ".formatted(Rendering.of(value, shape, shapes));
        complaints.add(
                "Value %sat '%s' failed to satisfy constraint: %s"
                        .formatted(shown, path, constraint));
    }

    private Shape shape(String name) {
        var shape = shapes.get(name);
        if (shape == null) {
            throw new IllegalStateException("no shape " + name);
        }
        return shape;
    }
}
