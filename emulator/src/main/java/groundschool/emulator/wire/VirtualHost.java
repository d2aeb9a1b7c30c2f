package groundschool.emulator.wire;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// A name of its own by which one thing of AWS is reached, such as
/// `abc.lambda-url.eu-west-1.localhost`.
///
/// AWS's own endings are understood too, since a client in this process keeps them.
///
/// @param name what stands before the service: a bucket's may have dots in it
/// @param service as the host names it, such as `s3`, `execute-api`, `lambda-url`
/// @param region absent if the host names none
public record VirtualHost(String name, String service, Optional<String> region) {

    private static final List<String> ENDINGS =
            List.of(".localhost", ".amazonaws.com", ".on.aws", ".amazoncognito.com");

    private static final String SITES = "s3-website";
    private static final String OLD_SITES = SITES + "-";
    private static final Pattern REGION = Pattern.compile("[a-z]{2,4}(-[a-z]+)+-\\d");
    private static final Pattern SERVICE = Pattern.compile("[a-z][a-z0-9-]*");
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]*");

    /// Where paths begin that stand for such a name, for clients which cannot resolve it.
    public static final String PATHS = "/_aws/";

    /// What a host says.
    ///
    /// @param host without a port, in any case
    /// @return nothing if that is the name of a whole service, or of nothing
    public static Optional<VirtualHost> of(String host) {
        // Most calls come to `localhost`.
        if (host.indexOf('.') < 0) {
            return Optional.empty();
        }
        var lower = host.toLowerCase(Locale.ROOT);
        for (var ending : ENDINGS) {
            if (lower.endsWith(ending)) {
                return read(lower.substring(0, lower.length() - ending.length()));
            }
        }
        return Optional.empty();
    }

    private static Optional<VirtualHost> read(String host) {
        var labels = Arrays.asList(host.split("\\.", -1));
        var region = Optional.of(labels.getLast()).filter(last -> REGION.matcher(last).matches());
        int at = labels.size() - (region.isPresent() ? 2 : 1);
        if (at < 1) {
            return Optional.empty();
        }
        var name = String.join(".", labels.subList(0, at));
        var service = labels.get(at);
        // Older Regions' sites have a hyphen there: `shop.s3-website-eu-west-1`.
        return region.isEmpty() && service.startsWith(OLD_SITES)
                ? checked(
                        name,
                        SITES,
                        Optional.of(service.substring(OLD_SITES.length()))
                                .filter(each -> REGION.matcher(each).matches()))
                : checked(name, service, region);
    }

    private static Optional<VirtualHost> checked(
            String name, String service, Optional<String> region) {
        return SERVICE.matcher(service).matches() && NAME.matcher(name).matches()
                ? Optional.of(new VirtualHost(name, service, region))
                : Optional.empty();
    }

    /// What a path says that begins with `/_aws/SERVICE/REGION/NAME`.
    ///
    /// @return nothing if it does not begin so
    public static Optional<VirtualHost> ofPath(String path) {
        if (!path.startsWith(PATHS)) {
            return Optional.empty();
        }
        var parts = path.substring(PATHS.length()).split("/", 4);
        return parts.length < 3 || !REGION.matcher(parts[1]).matches()
                ? Optional.empty()
                : checked(parts[2], parts[0], Optional.of(parts[1]));
    }

    /// The path that stands for this name; what follows is the path at it.
    public String path() {
        return PATHS + service + "/" + region.orElse("") + "/" + name;
    }
}
