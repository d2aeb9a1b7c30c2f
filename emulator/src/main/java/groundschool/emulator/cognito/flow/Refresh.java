package groundschool.emulator.cognito.flow;

import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.cognito.Visit;
import groundschool.emulator.cognito.token.AuthenticationResult;
import groundschool.emulator.cognito.token.Grant;
import groundschool.emulator.cognito.token.Tokens;
import groundschool.emulator.cognito.user.User;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// New tokens for a refresh token.
///
/// Source: [Refresh
/// tokens](https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-refresh-token.html)
public final class Refresh {

    private Refresh() {}

    /// Somebody who is still signed in.
    private record Found(User user, Grant grant) {}

    /// New tokens, and the same refresh token goes on.
    public static AuthenticationResult plainly(Visit visit, String token) {
        if (visit.application().settings().rotation().isPresent()) {
            throw CognitoErrors.invalid(
                    "Refresh token flow is not supported when refresh token rotation is enabled; use GetTokensFromRefreshToken.");
        }
        var flows = visit.application().settings().explicitAuthFlows();
        if (flows.stream().anyMatch(flow -> flow.startsWith("ALLOW_"))
                && !visit.application().allows("REFRESH_TOKEN_AUTH")) {
            throw CognitoErrors.invalid("Auth flow not enabled for this client");
        }
        var found = found(visit, token);
        return Tokens.issue(
                visit,
                found.user(),
                found.grant(),
                Tokens.Wish.of("TokenGeneration_RefreshTokens", false));
    }

    /// New tokens, among them a new refresh token if the client wants that.
    public static AuthenticationResult exchanged(Visit visit, String token) {
        var rotation = visit.application().settings().rotation();
        var found = found(visit, token);
        var grant =
                rotation.map(grace -> rotated(visit, found.grant(), grace)).orElse(found.grant());
        return Tokens.issue(
                visit,
                found.user(),
                grant,
                Tokens.Wish.of("TokenGeneration_RefreshTokens", rotation.isPresent()));
    }

    private static Grant rotated(Visit visit, Grant grant, Duration grace) {
        return visit.change(pools -> {
            var next = grant.rotated(UUID.randomUUID().toString(), visit.now().plus(grace));
            pools.grants(visit.pool()).put(next);
            return next;
        });
    }

    private static Found found(Visit visit, String token) {
        return visit.change(pools -> {
            var read =
                    pools.keys(visit.pool())
                            .unsealed(token)
                            .orElseThrow(CognitoErrors::invalidRefreshToken);
            var grant =
                    pools.grants(visit.pool())
                            .find(read.username(), read.origin())
                            .orElseThrow(() ->
                                    CognitoErrors.notAuthorized("Refresh Token has been revoked"));
            if (!grant.clientId().equals(visit.clientId())) {
                throw CognitoErrors.invalidRefreshToken();
            }
            if (!visit.now().isBefore(grant.expiresAt())) {
                throw CognitoErrors.notAuthorized("Refresh Token has expired");
            }
            var isElsewhere =
                    visit.device()
                            .filter(given ->
                                    grant.device().filter(own -> !own.equals(given)).isPresent())
                            .isPresent();
            if (isElsewhere) {
                throw CognitoErrors.invalidRefreshToken();
            }
            checkCurrent(grant, read.token(), visit.now());
            var user =
                    pools.users(visit.pool())
                            .exactly(grant.username())
                            .orElseThrow(CognitoErrors::invalidRefreshToken);
            if (!user.enabled()) {
                throw CognitoErrors.disabled();
            }
            return new Found(user, grant);
        });
    }

    private static void checkCurrent(Grant grant, String token, Instant now) {
        var isGraced =
                grant.before().equals(Optional.of(token))
                        && grant.beforeUntil().filter(now::isBefore).isPresent();
        if (!grant.token().equals(token) && !isGraced) {
            throw CognitoErrors.of(
                    "RefreshTokenReuseException", "Refresh token has already been used.");
        }
    }

    /// Ends the sign-in that a refresh token stands for. Whatever is no such token has ended
    /// already.
    public static void revoke(Visit visit, String token) {
        visit.change(pools -> {
            var read = pools.keys(visit.pool()).unsealed(token);
            read.flatMap(each -> pools.grants(visit.pool()).find(each.username(), each.origin()))
                    .ifPresent(grant -> {
                        if (!grant.clientId().equals(visit.clientId())) {
                            throw CognitoErrors.of(
                                    "UnauthorizedException",
                                    "Invalid token for client " + visit.clientId());
                        }
                        pools.grants(visit.pool()).remove(grant);
                    });
            return read.isPresent();
        });
    }
}
