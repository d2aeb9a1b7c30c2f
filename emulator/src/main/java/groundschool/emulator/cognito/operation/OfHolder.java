package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Turn;
import groundschool.emulator.cognito.Bearer;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.Visit;
import groundschool.emulator.cognito.token.Verified;
import groundschool.emulator.cognito.user.User;
import java.util.Map;
import java.util.Optional;

/// An operation that somebody calls who shows an access token.
interface OfHolder extends Unsigned {

    String accessToken();

    @Override
    default Bearer bearer() {
        return new Bearer.Token(accessToken());
    }

    /// Who that is, and what the call works with.
    default Holding holding(
            Optional<Map<String, String>> metadata, Turn<UserPools> turn, Call call) {
        var holder = turn.transition(pools -> Verified.holder(accessToken(), pools, call.now()));
        var visit =
                new Visit(
                        turn,
                        call,
                        holder.pool(),
                        Optional.of(holder.client()),
                        metadata.orElse(Map.of()));
        return new Holding(visit, holder.user());
    }

    /// Somebody who has shown an access token.
    record Holding(Visit visit, User user) {}
}
