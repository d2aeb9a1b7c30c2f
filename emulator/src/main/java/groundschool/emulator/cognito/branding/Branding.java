package groundschool.emulator.cognito.branding;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How managed login looks for one application: a style, as the branding editor calls it.
///
/// Source: [Apply branding to managed login
/// pages](https://docs.aws.amazon.com/cognito/latest/developerguide/managed-login-branding.html)
///
/// @param isProvided whether the owner takes what Cognito provides
/// @param settings what the owner set, as JSON; absent if nothing
public record Branding(
        String id,
        String clientId,
        boolean isProvided,
        Optional<String> settings,
        List<Asset> assets,
        Instant createdAt,
        Instant modifiedAt) {

    public Branding {
        assets = List.copyOf(assets);
    }
}
