package groundschool.emulator.cognitoidentity;

import static groundschool.emulator.iam.CloudAccount.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import groundschool.emulator.iam.CloudAccount;
import groundschool.emulator.sts.Issuer;
import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentity.model.AmbiguousRoleResolutionType;
import software.amazon.awssdk.services.cognitoidentity.model.MappingRule;
import software.amazon.awssdk.services.cognitoidentity.model.MappingRuleMatchType;
import software.amazon.awssdk.services.cognitoidentity.model.RoleMapping;
import software.amazon.awssdk.services.cognitoidentity.model.RoleMappingType;

/// Who has signed in with a provider that speaks OpenID Connect.
class LoginsTest {

    private final Application application = new Application();
    private final Issuer issuer;
    private String pool = "";

    LoginsTest() throws IOException, JOSEException {
        issuer = new Issuer();
    }

    @BeforeEach
    void open() {
        var provider =
                application
                        .account()
                        .iam()
                        .createOpenIDConnectProvider(
                                request -> request.url(issuer.url()).clientIDList("web"))
                        .openIDConnectProviderArn();
        pool =
                application.pool(request ->
                        request.allowUnauthenticatedIdentities(true)
                                .openIdConnectProviderARNs(provider));
        application.give(
                pool,
                Map.of(
                        "authenticated",
                        application.role(
                                "Member",
                                pool,
                                "authenticated",
                                CloudAccount.policy("Allow", "*"))));
    }

    @AfterEach
    void close() {
        application.close();
        issuer.close();
    }

    @Test
    void the_same_person_is_the_same_identity_each_time() throws Exception {
        var first = id(token(reader()));

        assertThat(id(token(reader()))).isEqualTo(first);
        assertThat(id(token(reader().subject("reader-2")))).isNotEqualTo(first);
        assertThat(
                        application
                                .pools()
                                .describeIdentity(request -> request.identityId(first))
                                .logins())
                .containsExactly(issuer.name());
    }

    @Test
    void they_get_the_role_for_those_who_have_signed_in() throws Exception {
        var identity = id(token(reader()));

        var credentials = application.credentials(identity, logins(token(reader())));

        assertThat(application.account().sts(credentials).getCallerIdentity().arn())
                .isEqualTo(
                        "arn:aws:sts::123456789012:assumed-role/Member/CognitoIdentityCredentials");
        application.account().iam(credentials).listUsers();
    }

    @Test
    void an_identity_is_given_to_whom_it_belongs_only() throws Exception {
        var identity = id(token(reader()));
        var other = token(reader().subject("reader-2"));

        assertThat(refusal(() -> application.credentials(identity)))
                .isEqualTo(
                        "400 NotAuthorizedException: Access to Identity '%s' is forbidden."
                                .formatted(identity));
        assertThat(refusal(() -> application.credentials(identity, logins(other))))
                .isEqualTo(
                        "400 NotAuthorizedException: Logins don't match. Please include at least one valid login for this identity or identity pool.");
    }

    @Test
    void bad_tokens_are_refused_in_words_of_cognito() throws Exception {
        var late = token(reader().expirationTime(Date.from(Instant.now().minusSeconds(60))));
        var forged = new RSAKeyGenerator(2048).keyID("rsa").generate();

        assertThat(refusal(() -> id(late)))
                .startsWith("400 NotAuthorizedException: Invalid login token. Token expired: ");
        assertThat(refusal(() -> id("nonsense")))
                .isEqualTo(
                        "400 NotAuthorizedException: Invalid login token. Not a valid OpenId Connect identity token.");
        assertThat(refusal(() -> id(new PlainJWT(reader().build()).serialize())))
                .isEqualTo(
                        "400 NotAuthorizedException: Invalid login token. Not a valid OpenId Connect identity token.");
        assertThat(refusal(() -> id(issuer.signed(reader().build(), forged))))
                .isEqualTo(
                        "400 NotAuthorizedException: Invalid login token. Couldn't verify signed token.");
        assertThat(refusal(() -> id(token(reader().issuer("https://id.example.com")))))
                .isEqualTo(
                        "400 NotAuthorizedException: Invalid login token. Issuer doesn't match providerName");
        assertThat(refusal(() -> id(token(reader().audience("phone")))))
                .isEqualTo(
                        "400 NotAuthorizedException: Token is not from a supported provider of this identity pool.");
        var good = token(reader());
        assertThat(
                        refusal(() ->
                                application
                                        .app()
                                        .getId(request ->
                                                request.identityPoolId(pool)
                                                        .logins(Map.of("id.example.com", good)))))
                .isEqualTo(
                        "400 NotAuthorizedException: Token is not from a supported provider of this identity pool.");
    }

    @Test
    void a_guest_who_signs_in_keeps_their_identity() throws Exception {
        var guest = application.guest(pool);
        var token = token(reader());

        application.credentials(guest, logins(token));

        assertThat(id(token)).isEqualTo(guest);
        application
                .app()
                .unlinkIdentity(request ->
                        request.identityId(guest)
                                .logins(logins(token))
                                .loginsToRemove(issuer.name()));
        assertThat(id(token)).isNotEqualTo(guest);
        assertThat(
                        application
                                .pools()
                                .describeIdentity(request -> request.identityId(guest))
                                .hasLogins())
                .isFalse();
    }

    @Test
    void rules_choose_a_role_by_what_the_token_says() throws Exception {
        var staff = role("Staff");
        map(
                RoleMappingType.RULES,
                AmbiguousRoleResolutionType.DENY,
                rule("groups", MappingRuleMatchType.CONTAINS, "staff", staff));
        var worker = token(reader().claim("groups", List.of("staff", "night")));
        var visitor = token(reader());
        var identity = id(worker);

        assertThat(arn(identity, worker)).contains(":assumed-role/Staff/");
        assertThat(refusal(() -> application.credentials(identity, logins(visitor))))
                .isEqualTo(
                        "400 NotAuthorizedException: Access to Identity '%s' is forbidden."
                                .formatted(identity));
    }

    @Test
    void the_token_itself_can_name_the_role() throws Exception {
        var staff = role("Staff");
        var night = role("Night");
        map(RoleMappingType.TOKEN, AmbiguousRoleResolutionType.AUTHENTICATED_ROLE);
        var preferring =
                token(
                        reader().claim("cognito:roles", List.of(staff, night))
                                .claim("cognito:preferred_role", night));
        var unsure = token(reader().claim("cognito:roles", List.of(staff, night)));
        var identity = id(preferring);

        assertThat(arn(identity, preferring)).contains(":assumed-role/Night/");
        assertThat(arn(identity, unsure)).contains(":assumed-role/Member/");
        var asked =
                application
                        .app()
                        .getCredentialsForIdentity(request ->
                                request.identityId(identity)
                                        .logins(logins(unsure))
                                        .customRoleArn(staff));
        assertThat(asked.credentials().accessKeyId()).startsWith("ASIA");
        assertThat(
                        refusal(() ->
                                application
                                        .app()
                                        .getCredentialsForIdentity(request ->
                                                request.identityId(identity)
                                                        .logins(logins(unsure))
                                                        .customRoleArn(role("Root")))))
                .contains("NotAuthorizedException");
    }

    @Test
    void what_the_token_says_can_become_tags_that_policies_test() throws Exception {
        application
                .pools()
                .setPrincipalTagAttributeMap(request ->
                        request.identityPoolId(pool)
                                .identityProviderName(issuer.name())
                                .principalTags(Map.of("team", "department")));
        application
                .account()
                .iam()
                .putRolePolicy(request ->
                        request.roleName("Member")
                                .policyName("work")
                                .policyDocument(
                                        """
                                        {"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
                                         "Action": "dynamodb:*", "Resource": "*", "Condition": {
                                         "StringEquals": {"aws:PrincipalTag/team": "orders"}}}]}
                                        """));
        var mine = token(reader().claim("department", "orders"));
        var theirs = token(reader().claim("department", "returns"));
        var identity = id(mine);

        application
                .account()
                .dynamoDb(application.credentials(identity, logins(mine)))
                .listTables();
        var others =
                application.account().dynamoDb(application.credentials(identity, logins(theirs)));
        assertThat(refusal(others::listTables)).contains("dynamodb:ListTables");
        var map =
                application
                        .pools()
                        .getPrincipalTagAttributeMap(request ->
                                request.identityPoolId(pool).identityProviderName(issuer.name()));
        assertThat(map.principalTags()).isEqualTo(Map.of("team", "department"));
        assertThat(map.useDefaults()).isFalse();
    }

    private String role(String name) {
        return application.role(
                name, pool, "authenticated", CloudAccount.policy("Allow", "sts:GetCallerIdentity"));
    }

    private void map(
            RoleMappingType type, AmbiguousRoleResolutionType otherwise, MappingRule... rules) {
        var roles =
                application
                        .pools()
                        .getIdentityPoolRoles(request -> request.identityPoolId(pool))
                        .roles();
        var mapping = RoleMapping.builder().type(type).ambiguousRoleResolution(otherwise);
        if (rules.length > 0) {
            mapping.rulesConfiguration(all -> all.rules(rules));
        }
        application
                .pools()
                .setIdentityPoolRoles(request ->
                        request.identityPoolId(pool)
                                .roles(roles)
                                .roleMappings(Map.of(issuer.name() + ":web", mapping.build())));
    }

    private static MappingRule rule(
            String claim, MappingRuleMatchType match, String value, String role) {
        return MappingRule.builder()
                .claim(claim)
                .matchType(match)
                .value(value)
                .roleARN(role)
                .build();
    }

    private String arn(String identity, String token) {
        return application
                .account()
                .sts(application.credentials(identity, logins(token)))
                .getCallerIdentity()
                .arn();
    }

    private String id(String token) {
        return application
                .app()
                .getId(request -> request.identityPoolId(pool).logins(logins(token)))
                .identityId();
    }

    private Map<String, String> logins(String token) {
        return Map.of(issuer.name(), token);
    }

    private JWTClaimsSet.Builder reader() {
        return issuer.reader(Instant.now());
    }

    private String token(JWTClaimsSet.Builder claims) throws JOSEException {
        return issuer.signed(claims.build());
    }
}
