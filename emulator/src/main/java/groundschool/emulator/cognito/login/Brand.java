package groundschool.emulator.cognito.login;

import groundschool.emulator.HttpResponse;
import groundschool.emulator.cognito.branding.Asset;
import groundschool.emulator.cognito.branding.BrandSettings;
import groundschool.emulator.cognito.branding.Branding;
import groundschool.emulator.cognito.branding.ProvidedImages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// How managed login looks for one application, with what it has where its owner set nothing.
///
/// @param clientId empty where pages are for no application that there is
/// @param version changes whenever the look does
/// @param images the owner's, then those that are provided
/// @param own how many of them are the owner's
record Brand(String clientId, long version, BrandSettings settings, List<Asset> images, int own) {

    /// That of the application that somebody comes from; nothing at a domain that has the classic
    /// pages.
    static Optional<Brand> of(Arrival arrival) {
        if (!arrival.domain().isManaged()) {
            return Optional.empty();
        }
        var client = arrival.query().get("client_id").orElse("");
        return Optional.of(
                style(arrival, client)
                        .map(style -> of(client, style))
                        .orElseGet(() -> of("", Optional.empty(), List.of(), 0)));
    }

    private static Optional<Branding> style(Arrival arrival, String client) {
        return client.isEmpty()
                ? Optional.empty()
                : arrival.change(pools -> pools.brandings(arrival.pool()).of(client));
    }

    private static Brand of(String client, Branding style) {
        return of(client, style.settings(), style.assets(), style.modifiedAt().toEpochMilli());
    }

    private static Brand of(
            String client, Optional<String> settings, List<Asset> own, long version) {
        var images = new ArrayList<>(own);
        images.addAll(ProvidedImages.besides(own));
        return new Brand(
                client, version, BrandSettings.merged(settings), List.copyOf(images), own.size());
    }

    /// Whether somebody comes from an application for which no style was made: managed login has no
    /// pages for it then.
    static boolean isMissing(Arrival arrival) {
        var client = arrival.query().get("client_id").orElse("");
        return arrival.domain().isManaged()
                && arrival.change(pools -> pools.findClient(client))
                        .filter(each -> each.userPoolId().equals(arrival.pool().id()))
                        .isPresent()
                && style(arrival, client).isEmpty();
    }

    /// `LIGHT`, `DARK`, or `DYNAMIC` for what the browser prefers.
    String scheme() {
        return settings.choice("categories/global/colorSchemeMode");
    }

    /// Whether identity providers stand before the form.
    boolean beginsElsewhere() {
        for (var group : settings.at("categories/auth/authMethodOrder")) {
            for (var method : group) {
                return method.path("type").asString("").equals("FEDERATED");
            }
        }
        return false;
    }

    /// The names of identity providers in the order in which they are to be offered.
    List<String> order() {
        return settings.at("categories/auth/federation/order")
                .valueStream()
                .map(each -> each.asString(""))
                .toList();
    }

    /// Where an image is; nothing if there is none.
    ///
    /// @param mode `LIGHT` or `DARK`
    Optional<String> image(String category, String mode) {
        return Stream.of(mode, "DYNAMIC")
                .flatMap(each -> numbers(category, each))
                .findFirst()
                .map(this::address);
    }

    private Stream<Integer> numbers(String category, String mode) {
        return IntStream.range(0, images.size())
                .filter(at ->
                        images.get(at).category().equals(category)
                                && images.get(at).colorMode().equals(mode))
                .boxed();
    }

    /// Where the image of an identity provider's button is.
    Optional<String> icon(String provider) {
        return settings.isOn("componentClasses/idpButtons/icons/enabled")
                ? IntStream.range(0, images.size())
                        .filter(at ->
                                images.get(at).category().equals("IDP_BUTTON_ICON")
                                        && images.get(at)
                                                .resourceId()
                                                .equals(Optional.of(provider)))
                        .boxed()
                        .findFirst()
                        .map(this::address)
                : Optional.empty();
    }

    private String address(int at) {
        return "/brand?client_id=%s&image=%d&v=%d"
                .formatted(Authorize.encoded(clientId), at, version);
    }

    /// Where the style sheet is.
    String style() {
        return "/login.css?client_id=%s&v=%d".formatted(Authorize.encoded(clientId), version);
    }

    /// An image that a page shows.
    static HttpResponse image(Arrival arrival) {
        var number = arrival.query().get("image").filter(text -> text.matches("\\d{1,3}"));
        return of(arrival)
                .flatMap(brand ->
                        number.map(Integer::parseInt)
                                .filter(at -> at < brand.images.size())
                                .map(at -> brand.answer(arrival, at)))
                .orElseGet(() -> Pages.error(arrival, 404, "There is no such image."));
    }

    private HttpResponse answer(Arrival arrival, int at) {
        var asset = images.get(at);
        var bytes =
                at < own
                        ? arrival.change(pools -> pools.brandings(arrival.pool()).image(asset))
                        : ProvidedImages.background(asset.colorMode());
        return Replies.image(asset.mediaType(), bytes);
    }
}
