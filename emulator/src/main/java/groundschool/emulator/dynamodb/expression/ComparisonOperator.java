package groundschool.emulator.dynamodb.expression;

import groundschool.emulator.dynamodb.AttributeType;
import java.util.EnumSet;
import java.util.Set;

/// The operators of the conditions that expressions replaced in 2014.
///
/// Source:
/// [Condition](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Condition.html)
public enum ComparisonOperator {
    EQ(1, 1, EnumSet.allOf(AttributeType.class)),
    NE(1, 1, EnumSet.allOf(AttributeType.class)),
    LE(1, 1, Types.SCALAR),
    LT(1, 1, Types.SCALAR),
    GE(1, 1, Types.SCALAR),
    GT(1, 1, Types.SCALAR),
    NOT_NULL(0, 0, Types.SCALAR),
    NULL(0, 0, Types.SCALAR),
    CONTAINS(1, 1, Types.SCALAR),
    NOT_CONTAINS(1, 1, Types.SCALAR),
    BEGINS_WITH(1, 1, EnumSet.of(AttributeType.S, AttributeType.B)),
    IN(1, Integer.MAX_VALUE, Types.SCALAR),
    BETWEEN(2, 2, Types.SCALAR);

    private final int fewest;
    private final int most;
    private final Set<AttributeType> types;

    ComparisonOperator(int fewest, int most, Set<AttributeType> types) {
        this.fewest = fewest;
        this.most = most;
        this.types = types;
    }

    /// Whether it takes so many values.
    boolean takes(int values) {
        return fewest <= values && values <= most;
    }

    /// Whether it takes values of that type.
    boolean takes(AttributeType type) {
        return types.contains(type);
    }

    private static final class Types {
        private static final Set<AttributeType> SCALAR =
                EnumSet.of(AttributeType.S, AttributeType.N, AttributeType.B);
    }
}
