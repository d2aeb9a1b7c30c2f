package groundschool.emulator.cognito.flow;

import groundschool.emulator.cognito.Visit;
import groundschool.emulator.cognito.risk.Watch;
import groundschool.emulator.cognito.user.User;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where a sign-in stands after a call.
public sealed interface Step {

    /// Something more is asked.
    ///
    /// @param session absent where the client gets it in another way
    /// @param available the challenges that can be chosen; empty if there is no choice
    record Challenge(
            String name,
            Optional<String> session,
            Map<String, String> parameters,
            List<String> available)
            implements Step {

        public Challenge {
            parameters = Map.copyOf(parameters);
            available = List.copyOf(available);
        }

        static Challenge of(String name, String session, Map<String, String> parameters) {
            return new Challenge(name, Optional.of(session), parameters, List.of());
        }
    }

    /// Somebody is in: what can be said now.
    ///
    /// @param authTime when the sign-in began
    /// @param device the key of one that has shown that it is known
    /// @param event the id of what threat protection keeps of it; absent if it does not watch
    record Done(User user, Instant authTime, Optional<String> device, Optional<String> event)
            implements Step {

        /// From a device that nobody knows, and watched by nobody.
        public Done(User user, Instant authTime) {
            this(user, authTime, Optional.empty(), Optional.empty());
        }

        /// At the end of a visit.
        static Done of(Visit visit, User user) {
            return new Done(user, visit.now(), Optional.empty(), visit.watch().map(Watch::event));
        }
    }
}
