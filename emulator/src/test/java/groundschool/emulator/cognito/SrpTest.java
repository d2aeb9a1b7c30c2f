package groundschool.emulator.cognito;

import static groundschool.emulator.cognito.CognitoCloud.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.cognito.flow.Srp;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeNameType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RespondToAuthChallengeResponse;

class SrpTest {

    private final CognitoCloud cloud = new CognitoCloud();
    private final String pool = cloud.pool();
    private final String client = cloud.client(pool);

    @AfterEach
    void close() {
        cloud.close();
    }

    private InitiateAuthResponse beginSrp(String username, SrpClient srp) {
        return cloud.begin(
                client, AuthFlowType.USER_SRP_AUTH, "USERNAME", username, "SRP_A", srp.a());
    }

    private RespondToAuthChallengeResponse respond(Map<String, String> answer) {
        return cloud.anybody.respondToAuthChallenge(request ->
                request.clientId(client)
                        .challengeName(ChallengeNameType.PASSWORD_VERIFIER)
                        .challengeResponses(answer));
    }

    @Test
    void srp_signs_in_who_knows_the_password() {
        cloud.user(client, "ada");
        var srp = new SrpClient(pool);

        var challenge = beginSrp("ada", srp);

        assertThat(challenge.challengeName()).isEqualTo(ChallengeNameType.PASSWORD_VERIFIER);
        assertThat(challenge.challengeParameters())
                .containsKeys("SALT", "SRP_B", "SECRET_BLOCK")
                .containsEntry("USERNAME", "ada")
                .containsEntry("USER_ID_FOR_SRP", "ada");
        var answer = respond(srp.answer(challenge.challengeParameters(), CognitoCloud.PASSWORD));
        assertThat(answer.authenticationResult().accessToken()).isNotEmpty();
    }

    @Test
    void srp_keeps_out_who_does_not() {
        cloud.user(client, "ada");
        var srp = new SrpClient(pool);
        var challenge = beginSrp("ada", srp);

        assertThat(
                        refusal(() ->
                                respond(
                                        srp.answer(
                                                challenge.challengeParameters(), "Wrong-1-word"))))
                .isEqualTo("NotAuthorizedException: Incorrect username or password.");
    }

    @Test
    void an_answer_to_an_srp_challenge_is_taken_once_and_soon() {
        cloud.user(client, "ada");
        var srp = new SrpClient(pool);
        var first = beginSrp("ada", srp);
        var answer = srp.answer(first.challengeParameters(), CognitoCloud.PASSWORD);
        respond(answer);

        assertThat(refusal(() -> respond(answer)))
                .isEqualTo(
                        "NotAuthorizedException: Invalid session for the user, session can only be used once.");
        var second = beginSrp("ada", srp);
        cloud.advance(Duration.ofMinutes(4));
        assertThat(
                        refusal(() ->
                                respond(
                                        srp.answer(
                                                second.challengeParameters(),
                                                CognitoCloud.PASSWORD))))
                .isEqualTo(
                        "NotAuthorizedException: Invalid session for the user, session is expired.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "N", "2N"})
    void a_public_number_that_would_open_every_lock_is_refused(String which) {
        cloud.user(client, "ada");
        var n = Srp.verifier("", "", "", BigInteger.ONE);
        assertThat(n.signum()).isPositive();
        var prime =
                new BigInteger(
                        "FFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74020BBEA63B139B22514A08798E3404DD"
                                + "EF9519B3CD3A431B302B0A6DF25F14374FE1356D6D51C245E485B576625E7EC6F44C42E9A637ED6B0BFF5CB6F406B7ED"
                                + "EE386BFB5A899FA5AE9F24117C4B1FE649286651ECE45B3DC2007CB8A163BF0598DA48361C55D39A69163FA8FD24CF5F"
                                + "83655D23DCA3AD961C62F356208552BB9ED529077096966D670C354E4ABC9804F1746C08CA18217C32905E462E36CE3B"
                                + "E39E772C180E86039B2783A2EC07A28FB5C55DF06F4C52C9DE2BCBF6955817183995497CEA956AE515D2261898FA0510"
                                + "15728E5A8AAAC42DAD33170D04507A33A85521ABDF1CBA64ECFB850458DBEF0A8AEA71575D060C7DB3970F85A6E1E4C7"
                                + "ABF5AE8CDB0933D71E8C94E04A25619DCEE3D2261AD2EE6BF12FFA06D98A0864D87602733EC86A64521F2B18177B200C"
                                + "BBE117577A615D6C770988C0BAD946E208E24FA074E5AB3143DB5BFCE0FD108E4B82D120A93AD2CAFFFFFFFFFFFFFFFF",
                        16);
        assertThat(prime.isProbablePrime(20)).isTrue();
        var a =
                switch (which) {
                    case "0" -> "0";
                    case "N" -> prime.toString(16);
                    default -> prime.shiftLeft(1).toString(16);
                };

        assertThat(
                        refusal(() ->
                                cloud.begin(
                                        client,
                                        AuthFlowType.USER_SRP_AUTH,
                                        "USERNAME",
                                        "ada",
                                        "SRP_A",
                                        a)))
                .startsWith("InvalidParameterException");
    }
}
