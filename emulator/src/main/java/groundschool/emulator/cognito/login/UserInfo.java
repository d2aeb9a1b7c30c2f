package groundschool.emulator.cognito.login;

import groundschool.emulator.AwsException;
import groundschool.emulator.HttpResponse;
import groundschool.emulator.cognito.federation.Identity;
import groundschool.emulator.cognito.token.Tokens;
import groundschool.emulator.cognito.token.Verified;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Says what a client may know of whoever has signed in.
///
/// Source: [userInfo
/// endpoint](https://docs.aws.amazon.com/cognito/latest/developerguide/userinfo-endpoint.html)
final class UserInfo {

    private UserInfo() {}

    static HttpResponse answer(Arrival arrival) {
        var token =
                arrival.request()
                        .headers()
                        .first("Authorization")
                        .filter(text -> text.regionMatches(true, 0, "Bearer ", 0, 7))
                        .map(text -> text.substring(7).strip());
        if (token.isEmpty()) {
            return refused(400, "invalid_request", "The Authorization header is missing.");
        }
        try {
            var holder =
                    arrival.change(pools ->
                            Verified.holder(
                                    token.get(), Optional.of("openid"), pools, arrival.now()));
            if (!holder.pool().id().equals(arrival.pool().id())) {
                return refused(401, "invalid_token", "Access token is of another user pool.");
            }
            return Replies.json(200, claims(holder));
        } catch (AwsException refusal) {
            return refusal.message().contains("required scopes")
                    ? refused(403, "insufficient_scope", "Access token lacks the scope openid.")
                    : refused(
                            401,
                            "invalid_token",
                            "Access token is expired, disabled, or deleted, or the user has globally signed out.");
        }
    }

    /// Flags are texts here: `"true"`.
    private static Map<String, Object> claims(Verified.Holder holder) {
        var all = new LinkedHashMap<String, Object>();
        all.put("sub", holder.user().sub());
        Tokens.attributes(holder.user(), holder.client(), holder.scopes())
                .forEach((name, value) -> all.put(name, value.toString()));
        holder.user()
                .attribute(Identity.ATTRIBUTE)
                .ifPresent(identities -> all.put(Identity.ATTRIBUTE, identities));
        all.put("username", holder.user().username());
        return all;
    }

    private static HttpResponse refused(int status, String error, String description) {
        var answer = Replies.json(status, Map.of("error", error, "error_description", description));
        return new HttpResponse(
                answer.status(),
                answer.headers()
                        .with(
                                "WWW-Authenticate",
                                "Bearer error=\"%s\", error_description=\"%s\""
                                        .formatted(error, description)),
                answer.length(),
                answer.body());
    }
}
