package groundschool.emulator.sts;

import static groundschool.emulator.iam.CloudAccount.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import groundschool.emulator.iam.CloudAccount;
import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sts.model.AssumeRoleWithWebIdentityResponse;

/// Credentials for whom an OpenID Connect provider vouches for.
class WebIdentityTest {

    private static final String ROLE = "arn:aws:iam::123456789012:role/Reader";

    private final CloudAccount account = new CloudAccount();
    private final Issuer issuer;

    WebIdentityTest() throws IOException, JOSEException {
        issuer = new Issuer();
    }

    @BeforeEach
    void trust() {
        account.iam()
                .createOpenIDConnectProvider(
                        request -> request.url(issuer.url()).clientIDList("web"));
        makeRole("\"StringEquals\": {\"%s:aud\": \"web\"}".formatted(issuer.name()));
        account.iam()
                .putRolePolicy(request ->
                        request.roleName("Reader")
                                .policyName("read")
                                .policyDocument(
                                        CloudAccount.policy("Allow", "dynamodb:ListTables")));
    }

    @AfterEach
    void close() {
        account.close();
        issuer.close();
    }

    @Test
    void are_those_of_the_role_and_need_no_others() throws Exception {
        var answer = assume(issuer.signed(reader().build()));

        var provider = "arn:aws:iam::123456789012:oidc-provider/" + issuer.name();
        assertThat(answer.subjectFromWebIdentityToken()).isEqualTo("reader-1");
        assertThat(answer.audience()).isEqualTo("web");
        assertThat(answer.provider()).isEqualTo(provider);
        assertThat(answer.assumedRoleUser().arn())
                .isEqualTo("arn:aws:sts::123456789012:assumed-role/Reader/session");
        var credentials = CloudAccount.session(answer.credentials());
        account.dynamoDb(credentials).listTables();
        assertThat(account.sts(credentials).getCallerIdentity().arn())
                .isEqualTo("arn:aws:sts::123456789012:assumed-role/Reader/session");
        assertThat(account.sandbox().ledger().entries())
                .anySatisfy(entry -> {
                    assertThat(entry.operation()).isEqualTo("AssumeRoleWithWebIdentity");
                    assertThat(entry.principal()).isEqualTo(provider + ":reader-1");
                });
    }

    @Test
    void are_given_for_signatures_on_a_curve_too() throws Exception {
        assertThat(assume(issuer.signedOnACurve(reader().build())).credentials()).isNotNull();
    }

    @Test
    void are_given_to_whom_the_role_trusts_only() throws Exception {
        account.iam().deleteRolePolicy(request -> request.roleName("Reader").policyName("read"));
        account.iam().deleteRole(request -> request.roleName("Reader"));
        makeRole("\"StringEquals\": {\"%s:sub\": \"reader-2\"}".formatted(issuer.name()));
        var first = issuer.signed(reader().build());
        var second = issuer.signed(reader().subject("reader-2").build());

        assertThat(refusal(() -> assume(first)))
                .isEqualTo(
                        "403 AccessDenied: Not authorized to perform sts:AssumeRoleWithWebIdentity");
        assertThat(assume(second).subjectFromWebIdentityToken()).isEqualTo("reader-2");
    }

    /// The words are those that people quote from AWS.
    @Test
    void are_not_given_for_a_token_that_is_none() throws Exception {
        assertThat(refusal(() -> assume("a.b.c")))
                .isEqualTo(
                        "400 InvalidIdentityToken: The ID Token provided is not a valid JWT. (You"
                                + " may see this error if you sent an Access Token)");
        var late =
                issuer.signed(reader().expirationTime(Date.from(now().minusSeconds(10))).build());
        assertThat(refusal(() -> assume(late)))
                .startsWith("400 ExpiredTokenException: Token expired: current date/time ")
                .contains(" must be before the expiration date/time");
        var forOthers = issuer.signed(reader().audience("phone").build());
        assertThat(refusal(() -> assume(forOthers)))
                .isEqualTo("400 InvalidIdentityToken: Incorrect token audience");
        var ofNobody = issuer.signed(reader().issuer("nobody").build());
        assertThat(refusal(() -> assume(ofNobody)))
                .isEqualTo("400 InvalidIdentityToken: Issuer must be a valid URL");
        var ofStrangers = issuer.signed(reader().issuer("https://id.example.com").build());
        assertThat(refusal(() -> assume(ofStrangers)))
                .isEqualTo(
                        "400 InvalidIdentityToken: No OpenIDConnect provider found in your account"
                                + " for https://id.example.com");
    }

    @Test
    void are_not_given_for_a_token_that_somebody_else_signed() throws Exception {
        var forged = issuer.signed(reader().build(), new RSAKeyGenerator(2048).generate());
        var symmetric = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), reader().build());
        symmetric.sign(new MACSigner("0123456789abcdef0123456789abcdef"));
        var unsigned = "eyJhbGciOiJub25lIn0." + forged.split("\\.")[1] + ".";

        assertThat(refusal(() -> assume(forged)))
                .isEqualTo("400 InvalidIdentityToken: Token signature is invalid");
        assertThat(refusal(() -> assume(symmetric.serialize())))
                .isEqualTo("400 InvalidIdentityToken: Unsupported signing algorithm: HS256");
        assertThat(refusal(() -> assume(unsigned))).startsWith("400 InvalidIdentityToken: ");
    }

    @Test
    void are_not_given_if_the_provider_does_not_answer_or_is_elsewhere() throws Exception {
        var token = issuer.signed(reader().build());
        account.iam()
                .createOpenIDConnectProvider(
                        request -> request.url("https://id.example.com").clientIDList("web"));
        var elsewhere = issuer.signed(reader().issuer("https://id.example.com").build());
        issuer.close();

        assertThat(refusal(() -> assume(token)))
                .isEqualTo(
                        "400 InvalidIdentityToken: Couldn't retrieve verification key from your"
                                + " identity provider,  please reference AssumeRoleWithWebIdentity"
                                + " documentation for requirements");
        assertThat(refusal(() -> assume(elsewhere)))
                .startsWith("400 IDPCommunicationError: ")
                .contains("https://id.example.com is elsewhere");
    }

    @Test
    void carry_what_the_token_says_into_policies() throws Exception {
        account.iam()
                .putRolePolicy(request ->
                        request.roleName("Reader")
                                .policyName("read")
                                .policyDocument(
                                        """
                                        {"Version": "2012-10-17", "Statement": {
                                          "Effect": "Allow", "Action": "dynamodb:ListTables",
                                          "Resource": "*", "Condition": {"StringEquals": {
                                            "%s:sub": "reader-1",
                                            "aws:PrincipalTag/Team": "Books"}}}}
                                        """
                                                .formatted(issuer.name())));
        var tagged =
                reader().claim(
                                "https://aws.amazon.com/tags",
                                Map.of("principal_tags", Map.of("Team", List.of("Books"))))
                        .build();

        var credentials = CloudAccount.session(assume(issuer.signed(tagged)).credentials());
        var others = CloudAccount.session(assume(issuer.signed(reader().build())).credentials());

        account.dynamoDb(credentials).listTables();
        assertThat(refusal(() -> account.dynamoDb(others).listTables()))
                .contains("no identity-based policy allows the dynamodb:ListTables action");
    }

    private void makeRole(String condition) {
        account.iam()
                .createRole(request ->
                        request.roleName("Reader")
                                .assumeRolePolicyDocument(
                                        """
                                        {"Version": "2012-10-17", "Statement": {
                                          "Effect": "Allow",
                                          "Principal": {"Federated": "arn:aws:iam::123456789012:oidc-provider/%s"},
                                          "Action": ["sts:AssumeRoleWithWebIdentity", "sts:TagSession"],
                                          "Condition": {%s}}}
                                        """
                                                .formatted(issuer.name(), condition)));
    }

    private AssumeRoleWithWebIdentityResponse assume(String token) {
        return account.anonymousSts()
                .assumeRoleWithWebIdentity(request ->
                        request.roleArn(ROLE).roleSessionName("session").webIdentityToken(token));
    }

    private JWTClaimsSet.Builder reader() {
        return issuer.reader(now());
    }

    private Instant now() {
        return account.sandbox().clock().now();
    }
}
