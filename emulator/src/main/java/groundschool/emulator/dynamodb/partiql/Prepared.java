package groundschool.emulator.dynamodb.partiql;

import groundschool.emulator.dynamodb.AttributeValue;
import groundschool.emulator.dynamodb.Item;
import groundschool.emulator.dynamodb.expression.Condition;
import groundschool.emulator.dynamodb.expression.DocumentPath;
import groundschool.emulator.dynamodb.expression.Update;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A statement with its parameters in place, read to what the other operations know: before anybody
/// has looked at its table.
///
/// @param where the condition of its WHERE
/// @param update what an UPDATE does
/// @param item what an INSERT adds
public record Prepared(
        Statement statement,
        Values values,
        Optional<Condition> where,
        Optional<Update> update,
        Optional<Item> item) {

    /// @throws groundschool.emulator.AwsException in DynamoDB's words, if the text is no statement,
    ///   or not one for these parameters
    public static Prepared of(String text, Optional<List<AttributeValue>> parameters) {
        var statement = Statement.of(text);
        var values = new Values(parameters.orElse(List.of()));
        var update =
                statement instanceof Statement.Update changing
                        ? Optional.of(new Updates(values).of(changing.changes()))
                        : Optional.<Update>empty();
        var where = where(statement).map(written -> Conditions.of(written, values));
        var item =
                statement instanceof Statement.Insert insert
                        ? Optional.of(values.item(insert))
                        : Optional.<Item>empty();
        return new Prepared(statement, values, where, update, item);
    }

    private static Optional<Expression> where(Statement statement) {
        return switch (statement) {
            case Statement.Select select -> select.where();
            case Statement.Exists(var select) -> select.where();
            case Statement.Update update -> update.where();
            case Statement.Delete delete -> delete.where();
            case Statement.Insert _ -> Optional.empty();
        };
    }

    public String tableName() {
        return statement.target().table();
    }

    /// All paths that it looks at, shows or changes.
    public Stream<DocumentPath> paths() {
        return Stream.of(
                        statement instanceof Statement.Select select
                                ? select.columns().stream()
                                : Stream.<DocumentPath>empty(),
                        where.stream().map(Condition::paths).flatMap(List::stream),
                        update.stream().map(Update::paths).flatMap(List::stream))
                .flatMap(paths -> paths);
    }
}
