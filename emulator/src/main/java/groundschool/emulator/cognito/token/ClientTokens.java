package groundschool.emulator.cognito.token;

import groundschool.emulator.cognito.Visit;
import groundschool.emulator.cognito.pool.AppClient;
import groundschool.emulator.cognito.trigger.Trigger;
import groundschool.emulator.cognito.trigger.Triggers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Tokens of applications that act for nobody but themselves.
///
/// Source: [Scopes, M2M, and resource
/// servers](https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-define-resource-servers.html)
public final class ClientTokens {

    /// The flow that such an application has, and no other.
    public static final String FLOW = "CLIENT_TOKEN_AUTH";

    private static final List<String> OF_PEOPLE =
            List.of("openid", "email", "phone", "profile", Verified.OWN_ACCOUNT);

    private ClientTokens() {}

    /// The scopes that an application may have for itself.
    public static List<String> allowed(AppClient client) {
        return client.settings().allowedOAuthScopes().stream()
                .filter(scope -> !OF_PEOPLE.contains(scope))
                .toList();
    }

    /// Signs an access token. The third version of the function that is asked before tokens are
    /// made may change it.
    ///
    /// Source: [Pre token generation, version
    /// three](https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-pre-token-generation.html)
    public static String issue(Visit visit, List<String> scopes) {
        var overrides = overrides(visit, scopes);
        var all = new ArrayList<>(scopes);
        all.removeAll(overrides.scopesSuppressed());
        overrides.scopesAdded().stream().filter(each -> !all.contains(each)).forEach(all::add);
        var signing = visit.change(pools -> pools.signing(visit.pool()));
        return signing.access(
                overrides.applied(
                        Tokens.ofApplication(visit.pool(), visit.application(), all, visit.now()),
                        overrides.accessAdded(),
                        overrides.accessSuppressed()));
    }

    private static Overrides overrides(Visit visit, List<String> scopes) {
        if (!Triggers.version(visit.pool()).equals("3")) {
            return Overrides.NONE;
        }
        var request = new LinkedHashMap<String, Object>();
        request.put("groupConfiguration", Map.of());
        request.put("scopes", scopes);
        return Triggers.ask(
                        visit,
                        Trigger.PRE_TOKEN_GENERATION,
                        "TokenGeneration_ClientCredentials",
                        visit.application().id(),
                        Map.of(),
                        request)
                .map(response -> Overrides.of(response, "3"))
                .orElse(Overrides.NONE);
    }
}
