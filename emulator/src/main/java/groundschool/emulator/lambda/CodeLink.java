package groundschool.emulator.lambda;

import groundschool.emulator.Call;
import groundschool.emulator.lambda.function.Code;
import groundschool.emulator.sandbox.Sandbox;
import groundschool.emulator.sandbox.Sandboxes;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/// A link to an archive that was uploaded, which anybody may follow for ten minutes.
///
/// Source:
/// [FunctionCodeLocation](https://docs.aws.amazon.com/lambda/latest/api/API_FunctionCodeLocation.html)
public final class CodeLink {

    private static final Duration LASTS = Duration.ofMinutes(10);
    private static final Pattern PATH = Pattern.compile("/awslambda-[a-z0-9-]+/snapshots/.*");
    private static final Pattern SIGNATURE = Pattern.compile("X-Amz-Signature=([^&]+)");
    private static final String KIND = "code-link";

    private CodeLink() {}

    /// @param kind `tasks` or `layers`
    static String of(Code code, String kind, String name, Sandbox sandbox, Call call) {
        var ends = Instant.now().plus(LASTS);
        var sealed = sandbox.keys().seal(String.join(" ", KIND, code.blob(), ends.toString()));
        return "%s/awslambda-%s-%s/snapshots/%s/%s-%s?X-Amz-Expires=%d&X-Amz-Signature=%s"
                .formatted(
                        sandbox.services().address(),
                        call.region(),
                        kind,
                        call.account(),
                        name,
                        code.blob().substring(0, 32),
                        LASTS.toSeconds(),
                        URLEncoder.encode(sealed, StandardCharsets.UTF_8));
    }

    /// Whether a path is that of such a link.
    public static boolean isAt(String path) {
        return PATH.matcher(path).matches();
    }

    /// The archive; nothing if the link is none of ours, or is over.
    public static Optional<byte[]> read(String query, Instant now, Sandboxes sandboxes) {
        var signature = SIGNATURE.matcher(query);
        if (!signature.find()) {
            return Optional.empty();
        }
        try {
            return sandboxes
                    .unseal(URLDecoder.decode(signature.group(1), StandardCharsets.UTF_8))
                    .flatMap(sealed -> read(sealed, now, sandboxes));
        } catch (IllegalArgumentException notEncoded) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> read(
            Sandboxes.Unsealed sealed, Instant now, Sandboxes sandboxes) {
        var parts = sealed.text().split(" ");
        try {
            return parts.length == 3
                            && parts[0].equals(KIND)
                            && now.isBefore(Instant.parse(parts[2]))
                    ? sandboxes.open(sealed.sandbox()).blobs().read(parts[1])
                    : Optional.empty();
        } catch (DateTimeException notOurs) {
            return Optional.empty();
        }
    }
}
