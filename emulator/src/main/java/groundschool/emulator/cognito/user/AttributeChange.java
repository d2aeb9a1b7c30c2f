package groundschool.emulator.cognito.user;

import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.cognito.Visit;
import groundschool.emulator.cognito.message.Delivery;
import groundschool.emulator.cognito.message.Messages;
import groundschool.emulator.cognito.pool.Pool;
import groundschool.emulator.cognito.pool.PoolSettings;
import groundschool.emulator.cognito.pool.Schema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Changes what is known of somebody, and asks whoever has a new address to show that it is theirs.
///
/// Source: [Verifying updates to email addresses and phone
/// numbers](https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-email-phone-verification.html)
public final class AttributeChange {

    private static final List<String> ADDRESSES = List.of("email", "phone_number");

    private AttributeChange() {}

    /// What the user's own application may not write.
    ///
    /// @throws groundschool.emulator.AwsException if there is such a thing
    public static void checkWritable(Visit visit, Collection<String> names) {
        var writable = visit.application().settings().writeAttributes();
        for (var name : names) {
            if (name.endsWith("_verified")
                    || name.startsWith("dev:")
                    || (!writable.isEmpty() && !writable.contains(name))) {
                throw CognitoErrors.notAuthorized(
                        "A client attempted to write unauthorized attribute");
            }
        }
    }

    /// @return where codes were sent
    public static List<Delivery.Details> apply(
            Visit visit, User user, Map<String, String> changes) {
        var pool = visit.pool();
        if (changes.containsKey("sub")) {
            throw CognitoErrors.invalid("Cannot modify the non-mutable attribute sub");
        }
        Schema.check(pool.schema(), changes);
        Schema.checkMutable(pool.schema(), user.attributes(), changes);
        var now = new LinkedHashMap<>(changes);
        var toVerify = new ArrayList<Delivery>();
        for (var attribute : ADDRESSES) {
            address(pool, user, attribute, now).ifPresent(toVerify::add);
        }
        var changed =
                visit.change(pools -> {
                    var users = pools.users(pool);
                    var next = users.named(user.username()).with(now, visit.now());
                    Schema.checkRequired(pool.schema(), next.attributes());
                    users.checkFree(next);
                    users.put(next);
                    return next;
                });
        toVerify.forEach(delivery ->
                sendCode(visit, changed, delivery, Messages.Occasion.UPDATED_ATTRIBUTE));
        return toVerify.stream().map(Delivery::details).toList();
    }

    /// What becomes of a new address: it counts at once and is not verified, or only once it is.
    private static Optional<Delivery> address(
            Pool pool, User user, String attribute, Map<String, String> changes) {
        var value = changes.getOrDefault(attribute, "");
        var isSame = user.attribute(attribute).equals(Optional.of(value));
        if (!changes.containsKey(attribute) || isSame) {
            return Optional.empty();
        }
        var isVouchedFor = changes.getOrDefault(attribute + "_verified", "").equals("true");
        if (value.isEmpty()) {
            changes.put(attribute + "_verified", "");
            return Optional.empty();
        }
        if (isVouchedFor) {
            return Optional.empty();
        }
        var delivery = Delivery.to(attribute, value);
        if (waits(pool, attribute) && user.attribute(attribute).isPresent()) {
            changes.remove(attribute);
            changes.remove(attribute + "_verified");
            return Optional.of(delivery);
        }
        changes.put(attribute + "_verified", "false");
        return Optional.of(delivery).filter(_ -> pool.autoVerifies(attribute));
    }

    private static boolean waits(Pool pool, String attribute) {
        return pool.settings()
                .userAttributeUpdateSettings()
                .flatMap(
                        PoolSettings.UserAttributeUpdateSettings
                                ::attributesRequireVerificationBeforeUpdate)
                .orElse(List.of())
                .contains(attribute);
    }

    /// Sends a code to an address, which the code remembers.
    public static void sendCode(
            Visit visit, User user, Delivery delivery, Messages.Occasion occasion) {
        var code =
                visit.change(pools ->
                        pools.codes(visit.pool())
                                .make(
                                        user,
                                        Codes.Purpose.of(delivery.attribute()),
                                        Optional.of(delivery.to()),
                                        visit.now()));
        Messages.send(visit, user, occasion, delivery, code.digits());
    }
}
