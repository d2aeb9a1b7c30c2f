package groundschool.emulator.cognito.pool;

import java.math.BigDecimal;
import java.util.Optional;

/// One thing that a pool knows of people.
///
/// @param name with `custom:` before those that the pool's owner added
public record SchemaAttribute(
        Optional<String> name,
        Optional<String> attributeDataType,
        Optional<Boolean> developerOnlyAttribute,
        Optional<Boolean> mutable,
        Optional<Boolean> required,
        Optional<NumberAttributeConstraints> numberAttributeConstraints,
        Optional<StringAttributeConstraints> stringAttributeConstraints) {

    public record NumberAttributeConstraints(
            Optional<String> minValue, Optional<String> maxValue) {}

    public record StringAttributeConstraints(
            Optional<String> minLength, Optional<String> maxLength) {}

    static SchemaAttribute text(String name, int least, int most) {
        return standard(
                name,
                "String",
                Optional.empty(),
                Optional.of(
                        new StringAttributeConstraints(
                                Optional.of(Integer.toString(least)),
                                Optional.of(Integer.toString(most)))));
    }

    static SchemaAttribute flag(String name) {
        return standard(name, "Boolean", Optional.empty(), Optional.empty());
    }

    static SchemaAttribute number(String name) {
        return standard(
                name,
                "Number",
                Optional.of(new NumberAttributeConstraints(Optional.of("0"), Optional.empty())),
                Optional.empty());
    }

    private static SchemaAttribute standard(
            String name,
            String type,
            Optional<NumberAttributeConstraints> number,
            Optional<StringAttributeConstraints> string) {
        return new SchemaAttribute(
                Optional.of(name),
                Optional.of(type),
                Optional.of(false),
                Optional.of(!name.equals("sub")),
                Optional.of(name.equals("sub")),
                number,
                string);
    }

    /// As it is called in a pool.
    String called() {
        return name.orElse("");
    }

    boolean isMutable() {
        return mutable.orElse(true);
    }

    boolean isRequired() {
        return required.orElse(false);
    }

    /// A standard attribute as the owner wants it.
    SchemaAttribute overriddenBy(SchemaAttribute wish) {
        return new SchemaAttribute(
                name,
                attributeDataType,
                developerOnlyAttribute,
                Optional.of(wish.mutable.orElse(isMutable())),
                Optional.of(wish.required.orElse(isRequired())),
                wish.numberAttributeConstraints.or(() -> numberAttributeConstraints),
                wish.stringAttributeConstraints.or(() -> stringAttributeConstraints));
    }

    /// The owner's own attribute as it is kept.
    SchemaAttribute custom() {
        var prefix = developerOnlyAttribute.orElse(false) ? "dev:custom:" : "custom:";
        var type = attributeDataType.orElse("String");
        return new SchemaAttribute(
                Optional.of(prefix + called()),
                Optional.of(type),
                Optional.of(developerOnlyAttribute.orElse(false)),
                Optional.of(mutable.orElse(true)),
                Optional.of(false),
                type.equals("Number")
                        ? numberAttributeConstraints.or(() ->
                                Optional.of(
                                        new NumberAttributeConstraints(
                                                Optional.empty(), Optional.empty())))
                        : Optional.empty(),
                type.equals("String")
                        ? stringAttributeConstraints.or(() ->
                                Optional.of(
                                        new StringAttributeConstraints(
                                                Optional.empty(), Optional.empty())))
                        : Optional.empty());
    }

    /// What is wrong with a value; nothing if it is fine.
    Optional<String> complaint(String value) {
        return switch (attributeDataType.orElse("String")) {
            case "Number" -> numberComplaint(value);
            case "Boolean" ->
                    value.equals("true") || value.equals("false")
                            ? Optional.empty()
                            : Optional.of(called() + ": Value is not a valid boolean.");
            default -> lengthComplaint(value);
        };
    }

    private Optional<String> numberComplaint(String value) {
        if (!value.matches("-?[0-9]{1,30}(\\.[0-9]{1,30})?")) {
            return Optional.of(called() + ": Value is not a valid number.");
        }
        var number = new BigDecimal(value);
        var bounds = numberAttributeConstraints;
        if (bounds.flatMap(NumberAttributeConstraints::minValue)
                .filter(least -> number.compareTo(new BigDecimal(least)) < 0)
                .isPresent()) {
            return Optional.of(called() + ": Number is less than the minimum value allowed.");
        }
        return bounds.flatMap(NumberAttributeConstraints::maxValue)
                .filter(most -> number.compareTo(new BigDecimal(most)) > 0)
                .map(_ -> called() + ": Number is greater than the maximum value allowed.");
    }

    private Optional<String> lengthComplaint(String value) {
        var bounds = stringAttributeConstraints;
        if (bounds.flatMap(StringAttributeConstraints::minLength)
                .filter(least -> value.length() < Integer.parseInt(least))
                .isPresent()) {
            return Optional.of(
                    called() + ": String must be longer than the minimum length allowed.");
        }
        return bounds.flatMap(StringAttributeConstraints::maxLength)
                .filter(most -> value.length() > Integer.parseInt(most))
                .map(_ -> called() + ": String must be shorter than the maximum length allowed.");
    }
}
