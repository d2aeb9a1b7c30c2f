package groundschool.emulator.cognito.login;

import java.util.Optional;

/// What a page wears: where its style is, and a logo.
///
/// @param logo an address that holds the image itself; absent if there is none
record Dress(String style, Optional<String> logo) {

    static final Dress PLAIN = new Dress("/login.css", Optional.empty());

    /// That of the application that somebody comes from.
    static Dress of(Arrival arrival) {
        var client = arrival.query().get("client_id").orElse(Look.ALL);
        return arrival.change(pools -> pools.looks(arrival.pool()).of(client))
                .map(look ->
                        new Dress(
                                "/login.css?client_id=%s&v=%d"
                                        .formatted(
                                                Authorize.encoded(look.clientId()),
                                                look.modifiedAt().toEpochMilli()),
                                look.logo().map(Dress::inline)))
                .orElse(PLAIN);
    }

    /// The style of all pages, and the owner's after it.
    static String css(Arrival arrival) {
        var client = arrival.query().get("client_id").orElse(Look.ALL);
        return LoginPage.STYLE
                + arrival.change(pools -> pools.looks(arrival.pool()).of(client))
                        .flatMap(Look::css)
                        .orElse("");
    }

    private static String inline(String logo) {
        return "data:%s;base64,%s".formatted(type(logo), logo);
    }

    /// PNG or JPEG, as its first bytes say.
    static String type(String logo) {
        return logo.startsWith("iVBOR") ? "image/png" : "image/jpeg";
    }
}
