package groundschool.emulator.cognito.login;

import groundschool.emulator.cognito.pool.Pool;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/// What OpenID Connect clients are told of a pool.
///
/// Source: [OpenID Connect Discovery](https://openid.net/specs/openid-connect-discovery-1_0.html)
public final class Discovery {

    private Discovery() {}

    /// @param emulator where clients reach it
    public static String document(Pool pool, URI emulator) {
        var pages = LoginAddress.of(pool, emulator);
        var all = new LinkedHashMap<String, Object>();
        all.put("authorization_endpoint", pages + "/oauth2/authorize");
        all.put("end_session_endpoint", pages + "/logout");
        all.put("id_token_signing_alg_values_supported", List.of("RS256"));
        all.put("issuer", pool.issuer());
        all.put("jwks_uri", emulator + "/" + pool.id() + "/.well-known/jwks.json");
        all.put("response_types_supported", List.of("code", "token"));
        all.put("revocation_endpoint", pages + "/oauth2/revoke");
        all.put("scopes_supported", List.of("openid", "email", "phone", "profile"));
        all.put("subject_types_supported", List.of("public"));
        all.put("token_endpoint", pages + "/oauth2/token");
        all.put(
                "token_endpoint_auth_methods_supported",
                List.of("client_secret_basic", "client_secret_post"));
        all.put("userinfo_endpoint", pages + "/oauth2/userInfo");
        return JsonMapper.shared().writeValueAsString(all);
    }
}
