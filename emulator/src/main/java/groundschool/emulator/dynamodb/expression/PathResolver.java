package groundschool.emulator.dynamodb.expression;

import groundschool.emulator.dynamodb.expression.OperandSyntax.Path;
import java.util.List;
import java.util.function.Consumer;

/// Puts the request's names into document paths.
///
/// @param unusable is told of reserved words and of indexes out of range
/// @param undefined is told of names that the request does not have, and of paths that are too deep
record PathResolver(
        ExpressionContext context, Consumer<String> unusable, Consumer<String> undefined) {

    private static final int MAXIMUM_LEVELS = 32;
    private static final int LONGEST_INDEX = 10;

    /// The path; once a problem was told, it is of no use.
    DocumentPath resolve(Path path) {
        List<DocumentPath.Step> steps = path.steps().stream().map(this::step).toList();
        if (steps.size() > MAXIMUM_LEVELS) {
            undefined.accept(
                    "The document path has too many nesting levels; nesting levels: "
                            + steps.size());
        }
        return new DocumentPath(steps);
    }

    private DocumentPath.Step step(Path.Step step) {
        return switch (step) {
            case Path.Index(var digits) -> index(digits);
            case Path.Name(var name) -> {
                if (ReservedWords.contain(name)) {
                    unusable.accept(
                            "Attribute name is a reserved keyword; reserved keyword: " + name);
                }
                yield new DocumentPath.Attribute(name);
            }
            case Path.Placeholder(var placeholder) -> {
                var name = context.name(placeholder);
                if (name.isEmpty()) {
                    undefined.accept(
                            "An expression attribute name used in the document path is not defined; attribute name: "
                                    + placeholder);
                }
                yield new DocumentPath.Attribute(name.orElse(placeholder));
            }
        };
    }

    private DocumentPath.Step index(String digits) {
        if (digits.length() > LONGEST_INDEX || Long.parseLong(digits) > Integer.MAX_VALUE) {
            unusable.accept(
                    "List index is not within the allowable range; index: [%s]".formatted(digits));
            return new DocumentPath.Index(Integer.MAX_VALUE);
        }
        return new DocumentPath.Index(Integer.parseInt(digits));
    }
}
