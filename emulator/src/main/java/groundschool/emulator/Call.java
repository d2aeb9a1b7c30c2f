package groundschool.emulator;

import groundschool.emulator.sandbox.SandboxClock;
import java.time.Instant;
import java.util.random.RandomGenerator;

/// One call: who, where, when, and what it has used so far.
///
/// @param account twelve digits
/// @param now on the sandbox's clock
/// @param clock the sandbox's, for work that is due later
/// @param random seeded per sandbox
/// @param usage where the operation notes the capacity that it takes, for the ledger
public record Call(
        Principal principal,
        String account,
        String region,
        Instant now,
        SandboxClock clock,
        RandomGenerator random,
        String requestId,
        Usage usage) {

    /// The ARN of something in this call's account and Region.
    public String arn(String service, String resource) {
        return "arn:aws:" + service + ":" + region + ":" + account + ":" + resource;
    }
}
