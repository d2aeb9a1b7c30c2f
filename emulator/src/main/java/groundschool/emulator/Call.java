package groundschool.emulator;

import groundschool.emulator.sandbox.SandboxClock;
import groundschool.emulator.sandbox.SandboxKeys;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// One call: who, where, when, and what it has used so far.
///
/// @param key the id of the access key that signed; absent within the process
/// @param account twelve digits
/// @param now on the sandbox's clock
/// @param clock the sandbox's, for work that is due later
/// @param random seeded per sandbox
/// @param keys where access keys to this sandbox are made and forgotten
/// @param services of the same sandbox, for calls as somebody else
/// @param usage where the operation notes the capacity that it takes, for the ledger
/// @param prepared where an operation keeps what it needs twice
public record Call(
        Principal principal,
        Optional<String> key,
        String account,
        String region,
        Instant now,
        SandboxClock clock,
        RandomGenerator random,
        SandboxKeys keys,
        Services services,
        String requestId,
        Usage usage,
        Prepared prepared) {

    /// A call of which nothing has been worked out yet.
    public Call(
            Principal principal,
            Optional<String> key,
            String account,
            String region,
            Instant now,
            SandboxClock clock,
            RandomGenerator random,
            SandboxKeys keys,
            Services services,
            String requestId,
            Usage usage) {
        this(
                principal,
                key,
                account,
                region,
                now,
                clock,
                random,
                keys,
                services,
                requestId,
                usage,
                new Prepared());
    }

    /// The same call as it is made in another Region.
    public Call in(String other) {
        return new Call(
                principal, key, account, other, now, clock, random, keys, services, requestId,
                usage, prepared);
    }

    /// The same call as it is made at another time.
    public Call at(Instant other) {
        return new Call(
                principal, key, account, region, other, clock, random, keys, services, requestId,
                usage, prepared);
    }

    /// Whoever else is to call another service in this call's Region: the one way from an operation
    /// to another service.
    public Services.As as(Principal other) {
        return services.as(other, region);
    }

    /// The ARN of something in this call's account and Region.
    public String arn(String service, String resource) {
        return "arn:aws:" + service + ":" + region + ":" + account + ":" + resource;
    }
}
