package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Interaction;
import groundschool.emulator.Turn;
import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.user.Attempts;
import groundschool.emulator.cognito.user.Codes;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/// Shows by a code that an address is one's own.
///
/// Source:
/// [VerifyUserAttribute](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_VerifyUserAttribute.html)
public record VerifyUserAttribute(String accessToken, String attributeName, String code)
        implements CognitoIdpOperation, OfHolder, Interaction<UserPools> {

    @Override
    public Nothing run(Turn<UserPools> turn, Call call) {
        var holding = holding(Optional.empty(), turn, call);
        var visit = holding.visit();
        var user = holding.user();
        if (!List.of("email", "phone_number").contains(attributeName)) {
            throw CognitoErrors.invalid(
                    "Invalid attribute %s: only email and phone_number can be verified."
                            .formatted(attributeName));
        }
        var purpose = Codes.Purpose.of(attributeName);
        visit.change(pools -> {
            pools.attempts(visit.pool())
                    .count(Attempts.Kind.VERIFY_ATTRIBUTE, user.username(), visit.now());
            return true;
        });
        visit.change(pools -> {
            var sent = pools.codes(visit.pool()).check(user, purpose, code, visit.now());
            var changes = new HashMap<String, String>();
            sent.value().ifPresent(value -> changes.put(attributeName, value));
            changes.put(attributeName + "_verified", "true");
            var users = pools.users(visit.pool());
            var next = users.named(user.username()).with(changes, visit.now());
            users.checkFree(next);
            users.put(next);
            pools.codes(visit.pool()).remove(user, purpose);
            pools.attempts(visit.pool()).forget(Attempts.Kind.VERIFY_ATTRIBUTE, user.username());
            return true;
        });
        return new Nothing();
    }
}
