package groundschool.emulator.lambda;

import groundschool.emulator.HostedAddress;
import groundschool.emulator.lambda.function.FunctionUrl;
import groundschool.emulator.sandbox.Sandbox;
import groundschool.emulator.wire.VirtualHost;
import java.util.Optional;
import java.util.stream.Stream;

/// The URLs of functions, by what they lead to and by their id.
public final class FunctionUrls {

    /// Where a URL leads, for those that know only its id.
    private record Place(String function, Optional<String> alias) {}

    /// What their hosts call the service.
    public static final String SERVICE = "lambda-url";

    private final Sandbox sandbox;
    private final Kept<FunctionUrl> urls;
    private final Kept<Place> places;

    FunctionUrls(Sandbox sandbox) {
        var storage = sandbox.storage();
        this.sandbox = sandbox;
        this.urls = new Kept<>("urls", FunctionUrl.class, storage);
        this.places = new Kept<>("url-ids", Place.class, storage);
    }

    /// By what it leads to: a function, or an alias of one.
    public Optional<FunctionUrl> of(String region, String function, Optional<String> alias) {
        return urls.get(region, function, alias.orElse(""));
    }

    /// By its id.
    public Optional<FunctionUrl> find(String region, String id) {
        return places.get(region, id).flatMap(place -> of(region, place.function(), place.alias()));
    }

    /// Those of a function and of its aliases.
    public Stream<FunctionUrl> of(String region, String function) {
        return urls.below(region, function);
    }

    /// Where clients reach it.
    public String address(FunctionUrl url, String region) {
        return HostedAddress.of(
                new VirtualHost(url.id(), SERVICE, Optional.of(region)),
                sandbox.services().address());
    }

    public void put(FunctionUrl url, String region) {
        urls.put(url, region, url.function(), url.alias().orElse(""));
        places.put(new Place(url.function(), url.alias()), region, url.id());
    }

    public void remove(FunctionUrl url, String region) {
        urls.remove(region, url.function(), url.alias().orElse(""));
        places.remove(region, url.id());
    }

    void removeAll(String region, String function) {
        of(region, function).toList().forEach(url -> remove(url, region));
    }
}
