package groundschool.emulator.apigateway.serve;

import com.nimbusds.jose.jwk.JWKSet;
import groundschool.emulator.cognito.CognitoIdp;
import groundschool.emulator.cognito.token.PoolKeys;
import groundschool.emulator.sandbox.Sandbox;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The public keys of user pools.
public final class PublishedKeys {

    private static final int KEPT = 200;

    /// By what a pool keeps, so that it is read once.
    private static final Map<PoolKeys, JWKSet> READ =
            Collections.synchronizedMap(
                    new LinkedHashMap<>(16, 0.75f, true) {
                        private static final long serialVersionUID = 1;

                        @Override
                        protected boolean removeEldestEntry(Map.Entry<PoolKeys, JWKSet> eldest) {
                            return size() > KEPT;
                        }
                    });

    private PublishedKeys() {}

    /// Nothing if there is no such pool in the sandbox.
    public static Optional<JWKSet> of(String region, String pool, Sandbox sandbox) {
        return sandbox.storage()
                .transition(() -> {
                    var pools = sandbox.state(CognitoIdp.SERVICE);
                    return pools.find(pool)
                            .filter(known -> known.region().equals(region))
                            .map(pools::keys);
                })
                .map(keys -> READ.computeIfAbsent(keys, PoolKeys::published));
    }
}
