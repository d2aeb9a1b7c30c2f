package groundschool.emulator.dynamodb.expression;

import groundschool.emulator.dynamodb.expression.OperandSyntax.Path;
import java.util.List;
import java.util.function.Consumer;

/// Puts the request's names into document paths.
///
/// @param reserved is told of reserved words
/// @param undefined is told of names that the request does not have
record PathResolver(
        ExpressionContext context, Consumer<String> reserved, Consumer<String> undefined) {

    /// The path; once a problem was told, it is of no use.
    DocumentPath resolve(Path path) {
        List<DocumentPath.Step> steps = path.steps().stream().map(this::step).toList();
        return new DocumentPath(steps);
    }

    private DocumentPath.Step step(Path.Step step) {
        return switch (step) {
            case Path.Index(int index) -> new DocumentPath.Index(index);
            case Path.Name(var name) -> {
                if (ReservedWords.contain(name)) {
                    reserved.accept(
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
}
