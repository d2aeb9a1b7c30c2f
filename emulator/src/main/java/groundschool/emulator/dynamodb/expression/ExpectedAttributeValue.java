package groundschool.emulator.dynamodb.expression;

import static groundschool.emulator.dynamodb.DynamoDbErrors.invalidParameters;

import groundschool.emulator.dynamodb.AttributeValue;
import java.util.List;
import java.util.Optional;

/// What a write expects of one attribute, before expressions replaced it in 2014: a comparison, or
/// that it has a value, or that it is not there.
///
/// The wordings of what is wrong with it are those that dynalite recorded from the service.
///
/// Source:
/// [ExpectedAttributeValue](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ExpectedAttributeValue.html)
public record ExpectedAttributeValue(
        Optional<AttributeValue> value,
        Optional<Boolean> exists,
        Optional<ComparisonOperator> comparisonOperator,
        Optional<List<AttributeValue>> attributeValueList) {

    /// The same as a condition.
    ///
    /// @throws groundschool.emulator.AwsException if its parts do not go together
    AttributeCondition condition(String attribute) {
        if (comparisonOperator.isPresent()) {
            if (exists.isPresent()) {
                throw invalidParameters(
                        "Exists and ComparisonOperator cannot be used together for Attribute: "
                                + attribute);
            }
            if (value.isPresent() && attributeValueList.isPresent()) {
                throw invalidParameters(
                        "Value and AttributeValueList cannot be used together for Attribute: "
                                + attribute);
            }
            return new AttributeCondition(
                    attributeValueList.or(() -> value.map(List::of)), comparisonOperator.get());
        }
        if (attributeValueList.isPresent()) {
            throw invalidParameters(
                    "AttributeValueList can only be used with a ComparisonOperator for Attribute: "
                            + attribute);
        }
        return exists.orElse(true) ? equal(attribute) : absent(attribute);
    }

    private AttributeCondition equal(String attribute) {
        if (value.isEmpty()) {
            throw invalidParameters(
                    "Value must be provided when Exists is %s for Attribute: %s"
                            .formatted(exists.map(Object::toString).orElse("null"), attribute));
        }
        return new AttributeCondition(value.map(List::of), ComparisonOperator.EQ);
    }

    private AttributeCondition absent(String attribute) {
        if (value.isPresent()) {
            throw invalidParameters(
                    "Value cannot be used when Exists is false for Attribute: " + attribute);
        }
        return new AttributeCondition(Optional.empty(), ComparisonOperator.NULL);
    }
}
