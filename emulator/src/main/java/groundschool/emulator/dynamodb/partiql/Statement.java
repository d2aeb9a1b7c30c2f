package groundschool.emulator.dynamodb.partiql;

import groundschool.emulator.dynamodb.expression.DocumentPath;
import java.util.List;
import java.util.Optional;

/// A statement as it is written.
///
/// Source: [PartiQL statements for
/// DynamoDB](https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ql-reference.statements.html)
public sealed interface Statement {

    /// What it is about.
    Target target();

    /// @param table a name or an ARN
    record Target(String table, Optional<String> index) {}

    /// @param columns empty for all
    record Select(
            List<DocumentPath> columns,
            Target target,
            Optional<Expression> where,
            List<Ordering> orderBy)
            implements Statement {

        public Select {
            columns = List.copyOf(columns);
            orderBy = List.copyOf(orderBy);
        }
    }

    record Ordering(DocumentPath path, boolean ascending) {}

    record Insert(Target target, Expression value) implements Statement {}

    /// @param changes at least one
    record Update(
            Target target,
            List<Change> changes,
            Optional<Expression> where,
            Optional<Returning> returning)
            implements Statement {

        public Update {
            changes = List.copyOf(changes);
        }
    }

    /// What an update does to one path.
    sealed interface Change {
        DocumentPath path();
    }

    record Assign(DocumentPath path, Expression value) implements Change {}

    record Remove(DocumentPath path) implements Change {}

    record Delete(Target target, Optional<Expression> where, Optional<Returning> returning)
            implements Statement {}

    /// A condition of a transaction: that there is such an item.
    record Exists(Select select) implements Statement {

        @Override
        public Target target() {
            return select.target();
        }
    }

    /// @throws groundschool.emulator.AwsException in DynamoDB's words, if the text is no statement
    static Statement of(String text) {
        return new StatementParser(Tokens.of(text)).statement();
    }

    default boolean isRead() {
        return this instanceof Select;
    }

    /// What it answers of the item that it writes.
    default Optional<Returning> returning() {
        return switch (this) {
            case Update update -> update.returning;
            case Delete delete -> delete.returning;
            case Select _, Insert _, Exists _ -> Optional.empty();
        };
    }
}
