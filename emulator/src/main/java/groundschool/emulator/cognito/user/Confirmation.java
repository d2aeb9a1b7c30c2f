package groundschool.emulator.cognito.user;

import groundschool.emulator.cognito.Visit;
import groundschool.emulator.cognito.message.Delivery;
import groundschool.emulator.cognito.message.Messages;
import groundschool.emulator.cognito.pool.Pool;
import groundschool.emulator.cognito.trigger.Trigger;
import groundschool.emulator.cognito.trigger.Triggers;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Sends the code by which somebody who has signed up shows an address to be their own.
public final class Confirmation {

    private Confirmation() {}

    /// Where such a code goes; nothing if the pool does not want that.
    public static Optional<Delivery> delivery(Pool pool, User user) {
        return Stream.of("phone_number", "email")
                .filter(pool::autoVerifies)
                .filter(attribute -> user.attribute(attribute).isPresent())
                .filter(attribute -> !user.hasVerified(attribute))
                .findFirst()
                .map(attribute -> Delivery.to(attribute, user.attribute(attribute).orElseThrow()));
    }

    /// Sends it; the code knows the attribute that it confirms.
    public static Optional<Delivery.Details> send(
            Visit visit, User user, Messages.Occasion occasion) {
        return delivery(visit.pool(), user)
                .map(delivery -> {
                    var code =
                            visit.change(pools ->
                                    pools.codes(visit.pool())
                                            .make(
                                                    user,
                                                    Codes.Purpose.SIGN_UP,
                                                    Optional.of(delivery.attribute()),
                                                    visit.now()));
                    Messages.send(visit, user, occasion, delivery, code.digits());
                    return delivery.details();
                });
    }

    /// The code was right, or nobody asks for one.
    ///
    /// @param attribute that it confirms
    /// @param force takes an alias away from whoever has it
    public static User confirm(Visit visit, User user, Optional<String> attribute, boolean force) {
        var confirmed =
                visit.change(pools -> {
                    var users = pools.users(visit.pool());
                    var verified = new HashMap<String, String>();
                    attribute.ifPresent(name -> verified.put(name + "_verified", "true"));
                    var changed =
                            users.named(user.username())
                                    .with(User.Status.CONFIRMED, visit.now())
                                    .with(verified, visit.now());
                    if (force) {
                        users.free(changed, visit.now());
                    }
                    users.checkFree(changed);
                    users.put(changed);
                    pools.codes(visit.pool()).remove(user, Codes.Purpose.SIGN_UP);
                    pools.attempts(visit.pool())
                            .forget(Attempts.Kind.CONFIRM_SIGN_UP, user.username());
                    return changed;
                });
        tell(visit, confirmed, "PostConfirmation_ConfirmSignUp");
        return confirmed;
    }

    /// Tells the function that wants to know who is confirmed.
    public static void tell(Visit visit, User user, String source) {
        Triggers.ask(visit, Trigger.POST_CONFIRMATION, source, user, Map.of());
    }
}
