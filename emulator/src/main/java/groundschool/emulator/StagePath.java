package groundschool.emulator;

import groundschool.emulator.wire.VirtualHost;
import java.util.Optional;
import java.util.regex.Pattern;

/// The path that many clients of other emulators call stages by:
/// `/restapis/API/STAGE/_user_request_/PATH`.
final class StagePath {

    private static final String BEGINNING = "/restapis/";
    private static final Pattern FORM =
            Pattern.compile(BEGINNING + "([a-z0-9]+)/([^/]+)/_user_request_(/.*)?");

    private StagePath() {}

    /// What is meant by a path; nothing if it is another.
    static Optional<Hosted> read(HttpRequest request) {
        if (!request.path().startsWith(BEGINNING)) {
            return Optional.empty();
        }
        var form = FORM.matcher(request.path());
        if (!form.matches()) {
            return Optional.empty();
        }
        var rest = Optional.ofNullable(form.group(3)).orElse("/");
        return Optional.of(
                new Hosted(
                        new VirtualHost(
                                String.valueOf(form.group(1)), "execute-api", Optional.empty()),
                        request.at("/" + form.group(2) + rest),
                        request.path()));
    }
}
