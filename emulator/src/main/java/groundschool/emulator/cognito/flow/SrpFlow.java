package groundschool.emulator.cognito.flow;

import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.cognito.Hashes;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.Visit;
import groundschool.emulator.cognito.risk.SecurityMode;
import groundschool.emulator.cognito.user.User;
import groundschool.emulator.cognito.user.Verifier;
import java.math.BigInteger;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Signing in with a password that never leaves the client.
///
/// Source: [Signing in with secure remote
/// passwords](https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-authentication-flow-methods.html)
public final class SrpFlow {

    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("EEE MMM d HH:mm:ss 'UTC' uuuu", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    /// As long as a verifier, or a little less.
    private static final int PRETENDED_PARTS = 11;

    private SrpFlow() {}

    /// The client has said its public number: the pool says its own.
    ///
    /// @param more what a longer flow remembers
    /// @param withSession whether the session goes along besides the secret block
    public static Step begin(
            Visit visit, String username, String a, Map<String, String> more, boolean withSession) {
        var open = Srp.open(a).orElseThrow(() -> CognitoErrors.invalid("SRP_A is not valid."));
        var user = People.find(visit, username);
        People.askBefore(visit, username, user);
        People.checkNoReset(user);
        var known = user.flatMap(User::password).map(User.Password::verifier);
        var verifier = known.orElseGet(() -> pretended(visit, username));
        var offer =
                Srp.offer(new BigInteger(verifier.value(), 16), visit.change(UserPools::random));
        var internal = user.map(User::username).orElse(username);
        var data = new HashMap<>(more);
        data.put("a", open.toString(16));
        data.put("b", offer.secret().toString(16));
        data.put("B", offer.open().toString(16));
        data.put("verifier", known.map(Verifier::value).orElse(""));
        data.put("name", internal);
        var session =
                visit.change(pools ->
                        pools.sessions(visit.pool())
                                .begin(
                                        visit.clientId(),
                                        user.map(User::username),
                                        "PASSWORD_VERIFIER",
                                        data,
                                        List.of(),
                                        visit.application().settings().sessions(),
                                        visit.now()));
        return new Step.Challenge(
                "PASSWORD_VERIFIER",
                withSession ? Optional.of(session) : Optional.empty(),
                Map.of(
                        "SALT", verifier.salt(),
                        "SRP_B", offer.open().toString(16),
                        "SECRET_BLOCK", session,
                        "USERNAME", internal,
                        "USER_ID_FOR_SRP", internal),
                List.of());
    }

    /// What nobody can tell from the verifier of somebody who is there: always the same for a name.
    private static Verifier pretended(Visit visit, String username) {
        var key = Hashes.utf8(visit.change(pools -> pools.keys(visit.pool())).refresh());
        var salt =
                new BigInteger(
                        1,
                        Arrays.copyOf(
                                Hashes.hmac(key, Hashes.utf8(visit.pool().folded(username))), 16));
        // Any number looks like a verifier, and this one takes no time that could be measured.
        var value = new StringBuilder();
        for (int i = 0; i < PRETENDED_PARTS; i++) {
            var part = Hashes.hmac(key, salt.toByteArray(), new byte[] {(byte) i});
            value.append(HexFormat.of().formatHex(part));
        }
        return new Verifier(salt.toString(16), value.toString());
    }

    /// The client shows that it knows the password.
    ///
    /// @param session which is used up by this
    /// @throws groundschool.emulator.AwsException if it does not
    static User check(Visit visit, AuthSession session, Map<String, String> responses) {
        var name = session.get("name");
        People.checkNotLocked(visit, name);
        visit.change(pools -> {
            pools.sessions(visit.pool()).close(session);
            return true;
        });
        var timestamp = Responses.required(responses, "TIMESTAMP");
        var claim = Responses.required(responses, "PASSWORD_CLAIM_SIGNATURE");
        var block = Responses.required(responses, "PASSWORD_CLAIM_SECRET_BLOCK");
        var user = session.username().flatMap(visit::user);
        if (user.isEmpty() || session.get("verifier").isEmpty()) {
            visit.change(pools -> {
                pools.attempts(visit.pool()).passwordFailed(name, visit.now());
                return true;
            });
            throw CognitoErrors.incorrect();
        }
        return People.passwordShown(
                visit,
                user.get(),
                isRight(visit, session, timestamp, claim, block) && isDate(timestamp),
                session.get("flow").equals("CUSTOM_AUTH")
                        ? SecurityMode.Flow.CUSTOM
                        : SecurityMode.Flow.STANDARD);
    }

    private static boolean isRight(
            Visit visit, AuthSession session, String timestamp, String claim, String block) {
        var offer =
                new Srp.Offer(
                        new BigInteger(session.get("b"), 16), new BigInteger(session.get("B"), 16));
        var key =
                Srp.key(
                        new BigInteger(session.get("a"), 16),
                        offer,
                        new BigInteger(session.get("verifier"), 16));
        var expected =
                Srp.claim(
                        key,
                        visit.pool().shortName(),
                        session.get("name"),
                        Base64.getDecoder().decode(block),
                        timestamp);
        return Hashes.same(expected, claim);
    }

    /// Clients sign the time in a form of their own.
    private static boolean isDate(String timestamp) {
        try {
            return TIMESTAMP.parse(timestamp).isSupported(ChronoField.INSTANT_SECONDS);
        } catch (DateTimeParseException _) {
            return false;
        }
    }
}
