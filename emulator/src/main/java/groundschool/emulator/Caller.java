package groundschool.emulator;

import groundschool.emulator.sandbox.AccessKey;
import groundschool.emulator.sandbox.Sandbox;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Who calls, in which sandbox, in which Region.
///
/// @param region such as `eu-west-1`: that of the signature's scope
/// @param key the id of the access key that signed; absent within the process
/// @param userAgent what the client calls itself; empty within the process
/// @param source the address that the call comes from
/// @param via the service of AWS that calls in the principal's name, such as `s3`; absent if nobody
///   stands between
/// @param trace the tracing header that came along
/// @param said what else conditions may test of the request, such as `aws:Referer`
public record Caller(
        Sandbox sandbox,
        Principal principal,
        String region,
        Optional<String> key,
        String userAgent,
        String source,
        Optional<String> via,
        Optional<String> trace,
        Map<String, List<String>> said) {

    public Caller {
        said = Map.copyOf(said);
    }

    /// Somebody who calls by themselves, and whose call nobody traces.
    public Caller(
            Sandbox sandbox,
            Principal principal,
            String region,
            Optional<String> key,
            String userAgent,
            String source) {
        this(
                sandbox,
                principal,
                region,
                key,
                userAgent,
                source,
                Optional.empty(),
                Optional.empty(),
                Map.of());
    }

    /// Somebody on this machine.
    public Caller(
            Sandbox sandbox,
            Principal principal,
            String region,
            Optional<String> key,
            String userAgent) {
        this(sandbox, principal, region, key, userAgent, HttpRequest.THIS_MACHINE);
    }

    /// Somebody in this process, who is known without a signature.
    public Caller(Sandbox sandbox, Principal principal, String region) {
        this(sandbox, principal, region, Optional.empty(), "");
    }

    /// Whoever holds an access key.
    public static Caller of(AccessKey key, Sandbox sandbox, String region, String userAgent) {
        return new Caller(sandbox, key.principal(), region, Optional.of(key.id()), userAgent);
    }

    /// The same call, made by somebody else.
    public Caller as(Principal other) {
        return other == principal
                ? this
                : new Caller(sandbox, other, region, key, userAgent, source, via, trace, said);
    }

    /// The same call, made in another Region.
    public Caller in(String otherRegion) {
        return new Caller(
                sandbox, principal, otherRegion, key, userAgent, source, via, trace, said);
    }

    /// The same call, from another address.
    public Caller from(String address) {
        return new Caller(sandbox, principal, region, key, userAgent, address, via, trace, said);
    }

    /// The same call, which a service of AWS makes in the principal's name.
    public Caller via(String service) {
        return new Caller(
                sandbox,
                principal,
                region,
                key,
                userAgent,
                source,
                Optional.of(service),
                trace,
                said);
    }

    /// The same call as a request of which conditions may test more.
    public Caller saying(Map<String, List<String>> more) {
        var all = new HashMap<>(said);
        all.putAll(more);
        return new Caller(sandbox, principal, region, key, userAgent, source, via, trace, all);
    }

    /// The same call as it came from outside: from where, and from which page.
    public Caller by(HttpRequest request) {
        var there = from(request.source());
        return request.headers()
                .first("Referer")
                .map(page -> there.saying(Map.of("aws:Referer", List.of(page))))
                .orElse(there);
    }

    /// The same call, with the tracing header that came along.
    public Caller traced(Optional<String> header) {
        return new Caller(sandbox, principal, region, key, userAgent, source, via, header, said);
    }

    /// The grader of a sandbox.
    public static Caller inspector(Sandbox sandbox, String region) {
        return new Caller(sandbox, new Principal.Inspector(sandbox.account()), region);
    }
}
