package groundschool.emulator.dynamodb.expression;

import static groundschool.emulator.dynamodb.DynamoDbErrors.invalidParameters;

import groundschool.emulator.dynamodb.AttributeValue;
import java.util.Optional;

/// What is done to one attribute, before expressions replaced it in 2014.
///
/// The wordings of what is wrong with it are those that dynalite recorded from the service.
///
/// Source:
/// [AttributeValueUpdate](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_AttributeValueUpdate.html)
public record AttributeValueUpdate(
        Optional<AttributeValue> value, Optional<AttributeAction> action) {

    /// What can be done; if nothing is said, the value is put.
    public enum AttributeAction {
        ADD,
        PUT,
        DELETE
    }

    /// The same as a part of an expression.
    ///
    /// @throws groundschool.emulator.AwsException if the action does not take the value
    UpdateAction action(String attribute) {
        var path = DocumentPath.of(attribute);
        var done = action.orElse(AttributeAction.PUT);
        if (value.isEmpty()) {
            if (done != AttributeAction.DELETE) {
                throw invalidParameters(
                        "Only DELETE action is allowed when no attribute value is specified");
            }
            return new UpdateAction.Remove(path);
        }
        var given = value.get();
        return switch (done) {
            case PUT -> new UpdateAction.Set(path, new UpdateValue.Constant(given));
            case DELETE ->
                    switch (given) {
                        case AttributeValue.SS _, AttributeValue.NS _, AttributeValue.BS _ ->
                                new UpdateAction.Delete(path, given);
                        default ->
                                throw invalidParameters(
                                        "DELETE action with value is not supported for the type "
                                                + given.type());
                    };
            case ADD ->
                    switch (given) {
                        case AttributeValue.N _,
                                AttributeValue.L _,
                                AttributeValue.SS _,
                                AttributeValue.NS _,
                                AttributeValue.BS _ ->
                                new UpdateAction.Add(path, given);
                        default ->
                                throw invalidParameters(
                                        "ADD action is not supported for the type " + given.type());
                    };
        };
    }
}
