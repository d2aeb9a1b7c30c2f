package groundschool.emulator.cognito.login;

import groundschool.emulator.cognito.Hashes;
import groundschool.emulator.cognito.federation.IdentityProvider;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/// What is remembered of a sign-in while somebody is at an identity provider. It travels with them,
/// sealed, and is good in the browser that it was made for only: so nobody can have somebody else
/// finish a sign-in, and a crowd that never comes back leaves nothing behind.
///
/// @param provider its name
/// @param nonce that the provider's answer must repeat
/// @param browser which it is, in a form that does not give away what forms are known by
/// @param query what the application asked for
record FederationState(String provider, String nonce, String browser, Instant until, String query) {

    private static final String KIND = "cognito-federation";
    private static final Duration VALIDITY = Duration.ofMinutes(10);
    private static final int NONCE_BYTES = 24;
    private static final int PARTS = 7;

    /// Of somebody who leaves now.
    static FederationState of(Arrival arrival, IdentityProvider provider) {
        var bytes = new byte[NONCE_BYTES];
        arrival.change(pools -> {
            pools.random().nextBytes(bytes);
            return true;
        });
        return new FederationState(
                provider.name(),
                Base64.getUrlEncoder().withoutPadding().encodeToString(bytes),
                browser(arrival),
                arrival.now().plus(VALIDITY),
                arrival.request().query());
    }

    String sealed(Arrival arrival) {
        return arrival.change(pools ->
                pools.seals()
                        .seal(
                                String.join(
                                        "\n",
                                        KIND,
                                        arrival.pool().id(),
                                        provider,
                                        nonce,
                                        browser,
                                        Long.toString(until.toEpochMilli()),
                                        query)));
    }

    /// Nothing if it is none of this pool, or too old.
    static Optional<FederationState> open(Arrival arrival, Optional<String> sealed) {
        return sealed.flatMap(text -> arrival.change(pools -> pools.seals().open(text)))
                .map(text -> text.split("\n", -1))
                .filter(parts ->
                        parts.length == PARTS
                                && parts[0].equals(KIND)
                                && parts[1].equals(arrival.pool().id()))
                .map(parts ->
                        new FederationState(
                                parts[2],
                                parts[3],
                                parts[4],
                                Instant.ofEpochMilli(Long.parseLong(parts[5])),
                                parts[6]))
                .filter(state -> arrival.now().isBefore(state.until));
    }

    /// Whether it was made for the browser that comes with it.
    boolean isOf(Arrival arrival) {
        return Hashes.same(browser, browser(arrival));
    }

    private static String browser(Arrival arrival) {
        return Base64.getEncoder()
                .encodeToString(
                        Hashes.sha256(Hashes.utf8(KIND), Hashes.utf8(arrival.cookies().csrf())));
    }

    /// The request that it began with.
    Arrival begun(Arrival arrival) {
        return arrival.asking(query);
    }
}
