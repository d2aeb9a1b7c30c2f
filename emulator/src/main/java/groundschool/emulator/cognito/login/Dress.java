package groundschool.emulator.cognito.login;

import java.util.Optional;

/// What a page wears: where its style is, what a browser's tab shows, and what stands around the
/// form.
///
/// @param style where the style sheet is
/// @param scheme the color schemes that it has, as HTML names them
/// @param icons as HTML
/// @param logo an address that holds the image itself; absent if there is none
/// @param brand of managed login; absent for the classic pages
record Dress(
        String style, String scheme, String icons, Optional<String> logo, Optional<Brand> brand) {

    static final String NO_ICON = "<link rel=\"icon\" href=\"data:,\">\n";

    static final Dress PLAIN = classic("/login.css", Optional.empty());

    private static Dress classic(String style, Optional<String> logo) {
        return new Dress(style, "light dark", NO_ICON, logo, Optional.empty());
    }

    /// That of the application that somebody comes from.
    static Dress of(Arrival arrival) {
        var brand = Brand.of(arrival);
        if (brand.isPresent()) {
            return of(brand.get());
        }
        var client = arrival.query().get("client_id").orElse(Look.ALL);
        return arrival.change(pools -> pools.looks(arrival.pool()).of(client))
                .map(look ->
                        classic(
                                "/login.css?client_id=%s&v=%d"
                                        .formatted(
                                                Authorize.encoded(look.clientId()),
                                                look.modifiedAt().toEpochMilli()),
                                look.logo().map(Dress::inline)))
                .orElse(PLAIN);
    }

    private static Dress of(Brand brand) {
        var scheme =
                switch (brand.scheme()) {
                    case "DARK" -> "dark";
                    case "DYNAMIC" -> "light dark";
                    default -> "light";
                };
        return new Dress(
                brand.style(),
                scheme,
                new BrandFrame(brand).icons(),
                Optional.empty(),
                Optional.of(brand));
    }

    /// The style of all pages, and the owner's after it.
    static String css(Arrival arrival) {
        var brand = Brand.of(arrival);
        if (brand.isPresent()) {
            return LoginPage.STYLE + BrandCss.of(brand.get());
        }
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
