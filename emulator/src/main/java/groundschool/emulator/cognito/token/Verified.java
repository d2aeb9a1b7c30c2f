package groundschool.emulator.cognito.token;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWTClaimsSet;
import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.pool.AppClient;
import groundschool.emulator.cognito.pool.Pool;
import groundschool.emulator.cognito.user.User;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Checks tokens of user pools: for the operations that take an access token, and for whoever lets
/// people in by them.
public final class Verified {

    /// What an access token must allow for operations on one's own account.
    public static final String OWN_ACCOUNT = "aws.cognito.signin.user.admin";

    private Verified() {}

    /// Somebody who has shown an access token.
    ///
    /// @param origin of the sign-in; absent if tokens of the client are not revoked
    /// @param device the key of the device that it was on
    public record Holder(
            Pool pool,
            AppClient client,
            User user,
            List<String> scopes,
            Optional<String> origin,
            Optional<String> device) {}

    /// Whose access token that is.
    ///
    /// @throws groundschool.emulator.AwsException if it is nobody's, or not any more
    public static Holder holder(String token, UserPools pools, Instant now) {
        return holder(token, Optional.of(OWN_ACCOUNT), pools, now);
    }

    /// Whose access token that is.
    ///
    /// @param scope that it must have
    /// @throws groundschool.emulator.AwsException if it is nobody's, or not any more
    public static Holder holder(
            String token, Optional<String> scope, UserPools pools, Instant now) {
        var pool =
                Jwts.pool(token)
                        .flatMap(pools::find)
                        .orElseThrow(CognitoErrors::invalidAccessToken);
        var claims = claims(token, pool, pools, now);
        if (!Jwts.text(claims, "token_use").equals("access")
                || Jwts.text(claims, "username").isEmpty()) {
            throw CognitoErrors.invalidAccessToken();
        }
        var scopes = List.of(Jwts.text(claims, "scope").split(" "));
        if (scope.filter(wanted -> !scopes.contains(wanted)).isPresent()) {
            throw CognitoErrors.notAuthorized("Access Token does not have required scopes");
        }
        var user =
                pools.users(pool)
                        .exactly(Jwts.text(claims, "username"))
                        .filter(each -> each.sub().equals(claims.getSubject()))
                        .orElseThrow(CognitoErrors::userNotFound);
        if (!user.enabled()) {
            throw CognitoErrors.disabled();
        }
        var client =
                pools.findClient(Jwts.text(claims, "client_id"))
                        .filter(each -> each.userPoolId().equals(pool.id()))
                        .orElseThrow(CognitoErrors::invalidAccessToken);
        checkNotRevoked(claims, user, pools.grants(pool));
        return new Holder(
                pool, client, user, scopes, some(claims, "origin_jti"), some(claims, "device_key"));
    }

    private static Optional<String> some(JWTClaimsSet claims, String name) {
        return Optional.of(Jwts.text(claims, name)).filter(text -> !text.isEmpty());
    }

    /// Whether whoever shows a good ID token is still in its pool, and has not been signed out
    /// since.
    public static boolean isStanding(JWTClaimsSet id, String poolId, UserPools pools) {
        return pools.find(poolId)
                .flatMap(pool ->
                        pools.users(pool)
                                .exactly(Jwts.text(id, "cognito:username"))
                                .filter(user -> user.sub().equals(id.getSubject()))
                                .filter(User::enabled)
                                .filter(user -> !isRevoked(id, user, pools.grants(pool))))
                .isPresent();
    }

    private static void checkNotRevoked(JWTClaimsSet claims, User user, Grants grants) {
        if (isRevoked(claims, user, grants)) {
            throw CognitoErrors.accessTokenRevoked();
        }
    }

    private static boolean isRevoked(JWTClaimsSet claims, User user, Grants grants) {
        var origin = Jwts.text(claims, "origin_jti");
        return origin.isEmpty()
                ? grants.ended(user.username())
                        .filter(ended -> !claims.getIssueTime().toInstant().isAfter(ended))
                        .isPresent()
                : grants.find(user.username(), origin).isEmpty();
    }

    /// The claims of a token that this pool has signed and whose time is not over.
    ///
    /// @throws groundschool.emulator.AwsException if it is no such token
    public static JWTClaimsSet claims(String token, Pool pool, UserPools pools, Instant now) {
        var parsed = Jwts.parse(token).orElseThrow(CognitoErrors::invalidAccessToken);
        var claims = Jwts.claims(parsed).orElseThrow(CognitoErrors::invalidAccessToken);
        if (!parsed.getHeader().getAlgorithm().equals(JWSAlgorithm.RS256)
                || !pool.issuer().equals(claims.getIssuer())) {
            throw CognitoErrors.invalidAccessToken();
        }
        if (!pools.signing(pool).hasSigned(parsed)) {
            throw CognitoErrors.notAuthorized("Could not verify signature for Access Token");
        }
        if (claims.getExpirationTime() == null
                || !now.isBefore(claims.getExpirationTime().toInstant())) {
            throw CognitoErrors.accessTokenExpired();
        }
        return claims;
    }
}
