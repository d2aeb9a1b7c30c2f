package groundschool.emulator.dynamodb.expression;

import groundschool.emulator.dynamodb.AttributeType;
import groundschool.emulator.dynamodb.AttributeValue;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What is wrong with the operands of one simple condition.
public final class ConditionProblems {

    private enum Sort {
        UNDEFINED,
        OPERAND_COUNT,
        NOT_DISTINCT,
        OPERAND_TYPE
    }

    private static final Set<AttributeType> ORDERED =
            EnumSet.of(AttributeType.S, AttributeType.N, AttributeType.B);
    private static final Set<AttributeType> TEXTUAL = EnumSet.of(AttributeType.S, AttributeType.B);
    private static final Set<AttributeType> SIZED =
            EnumSet.complementOf(
                    EnumSet.of(AttributeType.N, AttributeType.BOOL, AttributeType.NULL));

    private final Problems<Sort> problems = new Problems<>(Sort.class);

    /// The first of the sort that the service looks for first.
    public Optional<String> first() {
        return problems.first();
    }

    /// A name or value that the request does not have.
    void undefined(String reason) {
        problems.add(Sort.UNDEFINED, reason);
    }

    /// Whether a function has as many operands as it takes.
    boolean checkCount(String function, int wanted, int given) {
        if (wanted != given) {
            problems.add(
                    Sort.OPERAND_COUNT,
                    "Incorrect number of operands for operator or function; operator or function: %s, number of operands: %d"
                            .formatted(function, given));
        }
        return wanted == given;
    }

    public void checkDistinctOperands(String operator, List<Operand> operands) {
        if (operands.size() == 2) {
            checkDistinct(operator, operands.getFirst(), operands.getLast());
        }
    }

    public void checkDistinct(String operator, Operand first, Operand other) {
        if (first instanceof Operand.Path(var path) && first.equals(other)) {
            problems.add(
                    Sort.NOT_DISTINCT,
                    "The first operand must be distinct from the remaining operands for this operator or function; operator: %s, first operand: %s"
                            .formatted(operator, path));
        }
    }

    public void checkOrdered(String operator, Operand... operands) {
        checkTypes(operator, Arrays.asList(operands), ORDERED);
    }

    public void checkTextual(String function, List<Operand> operands) {
        checkTypes(function, operands, TEXTUAL);
    }

    public void checkSized(String function, Operand operand) {
        checkTypes(function, List.of(operand), SIZED);
    }

    private void checkTypes(String operator, List<Operand> operands, Set<AttributeType> allowed) {
        for (var operand : operands) {
            operand.type()
                    .filter(type -> !allowed.contains(type))
                    .ifPresent(type -> incorrectType(operator, type.name()));
        }
    }

    private void incorrectType(String operator, String type) {
        problems.add(
                Sort.OPERAND_TYPE,
                "Incorrect operand type for operator or function; operator or function: %s, operand type: %s"
                        .formatted(operator, type));
    }

    void checkPath(String function, Operand operand) {
        if (!(operand instanceof Operand.Path)) {
            problems.add(
                    Sort.OPERAND_TYPE,
                    "Operator or function requires a document path; operator or function: "
                            + function);
        }
    }

    /// The type that the second operand of `attribute_type` names.
    Optional<AttributeType> attributeType(Operand operand) {
        if (operand instanceof Operand.Constant(AttributeValue.S(var name))) {
            for (var type : AttributeType.values()) {
                if (type.name().equals(name)) {
                    return Optional.of(type);
                }
            }
            problems.add(
                    Sort.OPERAND_TYPE,
                    "Invalid attribute type name found; type: %s, valid types: {B,NULL,SS,BOOL,L,BS,N,NS,S,M}"
                            .formatted(name));
            return Optional.empty();
        }
        incorrectType(
                "attribute_type",
                operand.type().map(Enum::name).orElse("{NS,SS,L,BS,N,M,B,BOOL,NULL,S}"));
        return Optional.empty();
    }

    public void checkBounds(Operand lower, Operand upper) {
        if (lower instanceof Operand.Constant(var low)
                && upper instanceof Operand.Constant(var high)) {
            if (low.type() != high.type()) {
                bounds("same data type for lower and upper bounds", low, high);
            } else if (low.compare(high).orElse(0) > 0) {
                bounds("upper bound to be greater than or equal to lower bound", low, high);
            }
        }
    }

    private void bounds(String required, AttributeValue lower, AttributeValue upper) {
        problems.add(
                Sort.OPERAND_TYPE,
                "The BETWEEN operator requires %s; lower bound operand: AttributeValue: {%s}, upper bound operand: AttributeValue: {%s}"
                        .formatted(required, described(lower), described(upper)));
    }

    private static String described(AttributeValue value) {
        var content =
                switch (value) {
                    case AttributeValue.S(var text) -> text;
                    case AttributeValue.N(var number) -> number;
                    case AttributeValue.B(var binary) ->
                            "java.nio.HeapByteBuffer[pos=0 lim=%1$d cap=%1$d]"
                                    .formatted(binary.length());
                    case AttributeValue.BOOL(var truth) -> truth;
                    case AttributeValue.NULL _ -> true;
                    case AttributeValue.M(var values) -> values;
                    case AttributeValue.L(var values) -> values;
                    case AttributeValue.SS(var values) -> values;
                    case AttributeValue.NS(var values) -> values;
                    case AttributeValue.BS(var values) -> values;
                };
        return value.type() + ":" + content;
    }
}
