package groundschool.emulator.cognito.user;

import groundschool.emulator.AwsException;
import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.cognito.pool.Pool;
import groundschool.emulator.cognito.pool.Schema;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/// How people are called: by a name of their own, or by their address.
///
/// Source: [Customizing sign-in
/// attributes](https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html#user-pool-settings-aliases)
public final class Naming {

    private Naming() {}

    /// @param username what the user is kept by
    /// @param attributes with the address that was given as a name
    public record Named(String username, String sub, Map<String, String> attributes) {}

    /// Who somebody new is.
    ///
    /// @param wished the name that was given
    /// @throws groundschool.emulator.AwsException if a pool has no such names
    public static Named of(Pool pool, String wished, Map<String, String> attributes) {
        var sub = UUID.randomUUID().toString();
        if (!pool.hasUsernameAttributes()) {
            checkNoAlias(pool, wished);
            return new Named(wished, sub, attributes);
        }
        var attribute = attribute(pool, wished);
        var all = new LinkedHashMap<>(attributes);
        all.put(attribute, wished);
        return new Named(sub, sub, all);
    }

    /// The attribute that a name is.
    static String attribute(Pool pool, String wished) {
        var names = pool.usernameAttributes();
        if (names.contains("email") && Schema.isEmail(wished)) {
            return "email";
        }
        if (names.contains("phone_number") && Schema.isPhone(wished)) {
            return "phone_number";
        }
        throw CognitoErrors.invalid(
                names.size() > 1
                        ? "Username should be either an email or a phone number."
                        : names.contains("email")
                                ? "Username should be an email."
                                : "Username should be a phone number.");
    }

    private static void checkNoAlias(Pool pool, String wished) {
        if (pool.aliasAttributes().contains("email") && Schema.isEmail(wished)) {
            throw CognitoErrors.invalid(
                    "Username cannot be of email format, since user pool is configured for email alias.");
        }
        if (pool.aliasAttributes().contains("phone_number") && Schema.isPhone(wished)) {
            throw CognitoErrors.invalid(
                    "Username cannot be of phone number format, since user pool is configured for phone number alias.");
        }
    }

    /// What says that somebody new cannot be called so.
    ///
    /// @param taken what is said where people have names of their own
    public static void checkFree(Pool pool, Users users, Named named, AwsException taken) {
        if (users.exactly(named.username()).isPresent()) {
            throw taken;
        }
        for (var attribute : pool.usernameAttributes()) {
            var value = named.attributes().getOrDefault(attribute, "");
            if (!value.isEmpty() && users.holder(attribute, value).isPresent()) {
                throw CognitoErrors.accountExists(attribute);
            }
        }
    }
}
