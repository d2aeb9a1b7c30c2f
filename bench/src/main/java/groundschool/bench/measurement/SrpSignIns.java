package groundschool.bench.measurement;

import groundschool.bench.load.Client;
import groundschool.bench.load.Connection;
import groundschool.emulator.cognito.flow.Srp;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;

/// Clients that sign people in by SRP: two calls each, between which the client computes, too.
record SrpSignIns(People people) implements Client.Source {

    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("EEE MMM d HH:mm:ss 'UTC' uuuu", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    /// Small, so that as little of the machine as can be goes to the client.
    private static final BigInteger SECRET = BigInteger.TEN;

    @Override
    public Client open() throws IOException {
        var connection = new Connection(people.server().port());
        return new Client() {
            @Override
            public void send(long number) throws IOException {
                signIn(connection, People.name(number));
            }

            @Override
            public void close() throws IOException {
                connection.close();
            }
        };
    }

    private void signIn(Connection connection, String name) throws IOException {
        var challenge =
                People.call(
                                connection,
                                "InitiateAuth",
                                """
                                {"ClientId":"%s","AuthFlow":"USER_SRP_AUTH","AuthParameters":{"USERNAME":"%s","SRP_A":"%s"}}\
                                """
                                        .formatted(
                                                people.client(),
                                                name,
                                                Srp.open(SECRET).toString(16)))
                        .path("ChallengeParameters");
        var block = challenge.path("SECRET_BLOCK").asString();
        var timestamp = TIMESTAMP.format(Instant.now());
        var pool = people.pool().substring(people.pool().indexOf('_') + 1);
        var salt = new BigInteger(challenge.path("SALT").asString(), 16);
        var key =
                Srp.keyOfClient(
                        SECRET,
                        new BigInteger(challenge.path("SRP_B").asString(), 16),
                        Srp.x(pool, name, People.PASSWORD, salt));
        var claim = Srp.claim(key, pool, name, Base64.getDecoder().decode(block), timestamp);
        var tokens =
                People.call(
                        connection,
                        "RespondToAuthChallenge",
                        """
                        {"ClientId":"%s","ChallengeName":"PASSWORD_VERIFIER","ChallengeResponses":{"USERNAME":"%s",\
                        "PASSWORD_CLAIM_SECRET_BLOCK":"%s","PASSWORD_CLAIM_SIGNATURE":"%s","TIMESTAMP":"%s"}}\
                        """
                                .formatted(people.client(), name, block, claim, timestamp));
        if (!tokens.path("AuthenticationResult").has("AccessToken")) {
            throw new IOException("No tokens came: " + tokens);
        }
    }
}
