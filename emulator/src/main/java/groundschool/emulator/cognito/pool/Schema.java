package groundschool.emulator.cognito.pool;

import groundschool.emulator.cognito.CognitoErrors;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a pool knows of people: the standard claims of OpenID Connect, and what its owner added.
///
/// Source: [User pool
/// attributes](https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html)
public final class Schema {

    private static final int MOST_CUSTOM = 50;
    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+|[^\\s@]+@localhost");
    private static final Pattern PHONE = Pattern.compile("\\+[1-9][0-9]{1,14}");

    /// Those of every pool, in AWS's order.
    private static final List<SchemaAttribute> STANDARD =
            List.of(
                    SchemaAttribute.text("sub", 1, 2048),
                    SchemaAttribute.text("name", 0, 2048),
                    SchemaAttribute.text("given_name", 0, 2048),
                    SchemaAttribute.text("family_name", 0, 2048),
                    SchemaAttribute.text("middle_name", 0, 2048),
                    SchemaAttribute.text("nickname", 0, 2048),
                    SchemaAttribute.text("preferred_username", 0, 2048),
                    SchemaAttribute.text("profile", 0, 2048),
                    SchemaAttribute.text("picture", 0, 2048),
                    SchemaAttribute.text("website", 0, 2048),
                    SchemaAttribute.text("email", 0, 2048),
                    SchemaAttribute.flag("email_verified"),
                    SchemaAttribute.text("gender", 0, 2048),
                    SchemaAttribute.text("birthdate", 10, 10),
                    SchemaAttribute.text("zoneinfo", 0, 2048),
                    SchemaAttribute.text("locale", 0, 2048),
                    SchemaAttribute.text("phone_number", 0, 2048),
                    SchemaAttribute.flag("phone_number_verified"),
                    SchemaAttribute.text("address", 0, 2048),
                    SchemaAttribute.number("updated_at"),
                    SchemaAttribute.text("identities", 0, 2048));

    private Schema() {}

    /// The attributes of a new pool.
    ///
    /// @param wished what the owner says of standard ones, and adds
    public static List<SchemaAttribute> of(List<SchemaAttribute> wished) {
        var all = new ArrayList<>(STANDARD);
        for (var wish : wished) {
            var known = all.stream().filter(each -> each.name().equals(wish.name())).findFirst();
            if (known.isPresent()) {
                all.set(all.indexOf(known.get()), known.get().overriddenBy(wish));
            } else {
                add(wish, all);
            }
        }
        return List.copyOf(all);
    }

    /// The attributes of a pool and more of the owner's.
    public static List<SchemaAttribute> with(
            List<SchemaAttribute> before, List<SchemaAttribute> added) {
        var all = new ArrayList<>(before);
        added.forEach(wish -> add(wish, all));
        return List.copyOf(all);
    }

    private static void add(SchemaAttribute wish, List<SchemaAttribute> all) {
        if (wish.isRequired()) {
            throw CognitoErrors.invalid("Required custom attributes are not supported currently.");
        }
        var custom = wish.custom();
        if (all.stream().anyMatch(each -> each.name().equals(custom.name()))) {
            throw CognitoErrors.invalid(
                    "%s: Existing attribute already has name %s."
                            .formatted(custom.called(), custom.called()));
        }
        all.add(custom);
        if (all.size() - STANDARD.size() > MOST_CUSTOM) {
            throw CognitoErrors.invalid("Custom attributes exceed the limit of " + MOST_CUSTOM);
        }
    }

    /// @throws groundschool.emulator.AwsException if an attribute does not fit
    public static void check(List<SchemaAttribute> schema, Map<String, String> attributes) {
        if (attributes.containsKey("identities")) {
            throw CognitoErrors.invalid("Cannot modify the non-mutable attribute identities");
        }
        var complaints = new ArrayList<String>();
        attributes.forEach((name, value) -> {
            var known = find(schema, name);
            if (known.isEmpty()) {
                complaints.add(name + ": Attribute does not exist in the schema.");
            } else if (!value.isEmpty()) {
                known.get().complaint(value).ifPresent(complaints::add);
            }
        });
        if (!complaints.isEmpty()) {
            throw CognitoErrors.schema(complaints);
        }
        checkFormats(attributes);
    }

    private static void checkFormats(Map<String, String> attributes) {
        if (!attributes.getOrDefault("email", "").isEmpty()
                && !isEmail(attributes.getOrDefault("email", ""))) {
            throw CognitoErrors.invalid("Invalid email address format.");
        }
        if (!attributes.getOrDefault("phone_number", "").isEmpty()
                && !isPhone(attributes.getOrDefault("phone_number", ""))) {
            throw CognitoErrors.invalid("Invalid phone number format.");
        }
    }

    /// @throws groundschool.emulator.AwsException if an attribute is missing that everybody needs
    public static void checkRequired(List<SchemaAttribute> schema, Map<String, String> attributes) {
        var missing =
                schema.stream()
                        .filter(SchemaAttribute::isRequired)
                        .map(SchemaAttribute::called)
                        .filter(name -> !name.equals("sub"))
                        .filter(name -> attributes.getOrDefault(name, "").isEmpty())
                        .map(name -> name + ": The attribute is required")
                        .toList();
        if (!missing.isEmpty()) {
            throw CognitoErrors.schema(missing);
        }
    }

    /// @throws groundschool.emulator.AwsException if an attribute may not change any more
    public static void checkMutable(
            List<SchemaAttribute> schema, Map<String, String> before, Map<String, String> changes) {
        for (var name : changes.keySet()) {
            if (find(schema, name).filter(known -> !known.isMutable()).isPresent()
                    && before.containsKey(name)) {
                throw CognitoErrors.invalid(
                        "user.%s: Attribute cannot be updated.".formatted(name));
            }
        }
    }

    /// The names of those that everybody needs, without `sub`.
    public static List<String> required(List<SchemaAttribute> schema) {
        return schema.stream()
                .filter(SchemaAttribute::isRequired)
                .map(SchemaAttribute::called)
                .filter(name -> !name.equals("sub"))
                .toList();
    }

    public static Optional<SchemaAttribute> find(List<SchemaAttribute> schema, String name) {
        return schema.stream().filter(each -> each.called().equals(name)).findFirst();
    }

    public static boolean isEmail(String text) {
        return EMAIL.matcher(text).matches();
    }

    public static boolean isPhone(String text) {
        return PHONE.matcher(text).matches();
    }
}
