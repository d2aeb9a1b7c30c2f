package groundschool.emulator.sts;

import static groundschool.emulator.iam.CloudAccount.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.iam.CloudAccount;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// Credentials for whom a SAML provider vouches for.
class SamlTest extends SamlFixture {

    @Test
    void are_those_of_the_role_and_need_no_others() {
        var answer = assume(idp.signed(reader()));

        assertThat(answer.subject()).isEqualTo("reader-1");
        assertThat(answer.subjectType()).isEqualTo("persistent");
        assertThat(answer.issuer()).isEqualTo("https://id.example.com/saml");
        assertThat(answer.audience()).isEqualTo("https://signin.aws.amazon.com/saml");
        // printf %s https://id.example.com/saml123456789012/Library | openssl sha1 -binary | base64
        assertThat(answer.nameQualifier()).isEqualTo("W+q3j+dsTF0MHpcyv/xP3A/s4do=");
        assertThat(answer.packedPolicySize()).isNull();
        assertThat(answer.assumedRoleUser().arn())
                .isEqualTo("arn:aws:sts::123456789012:assumed-role/Reader/session");
        var credentials = CloudAccount.session(answer.credentials());
        account.dynamoDb(credentials).listTables();
        assertThat(account.sts(credentials).getCallerIdentity().arn())
                .isEqualTo("arn:aws:sts::123456789012:assumed-role/Reader/session");
        assertThat(account.sandbox().ledger().entries())
                .anySatisfy(entry -> {
                    assertThat(entry.operation()).isEqualTo("AssumeRoleWithSAML");
                    assertThat(entry.input().toString())
                            .contains("\"SAMLAssertion\":\"HIDDEN_DUE_TO_SECURITY_REASONS\"");
                });
    }

    @Test
    void are_given_for_five_minutes_and_not_before_or_after_the_conditions() {
        var old = idp.signed(SamlIdp.response(now().minus(Duration.ofMinutes(6))));
        assertThat(refusal(() -> assume(old)))
                .isEqualTo(
                        "400 ExpiredTokenException: Token must be redeemed within 5 minutes of"
                                + " issuance");
        var over = reader().replace(now().plusSeconds(600).toString(), now().toString());
        assertThat(refusal(() -> assume(idp.signed(over))))
                .isEqualTo("400 ExpiredTokenException: Token is expired");
        var early =
                reader().replace(
                                now().minusSeconds(60).toString(),
                                now().plusSeconds(60).toString());
        assertThat(refusal(() -> assume(idp.signed(early))))
                .isEqualTo("400 InvalidIdentityToken: Token is not valid yet");
    }

    @Test
    void are_given_for_what_is_meant_for_aws_only() {
        var audience = "<Audience>https://signin.aws.amazon.com/saml</Audience>";
        var others = reader().replace(audience, "<Audience>https://example.com</Audience>");
        assertThat(refusal(() -> assume(idp.signed(others))))
                .isEqualTo(
                        "400 InvalidIdentityToken: Response does not contain the required audience.");
        assume(
                idp.signed(
                        reader().replace(audience, "<Audience>urn:amazon:webservices</Audience>")));
        var elsewhere =
                reader().replace(
                                "Recipient=\"https://signin.aws.amazon.com/saml\"",
                                "Recipient=\"https://signin.aws.amazon.com.example.com/saml\"");
        assertThat(refusal(() -> assume(idp.signed(elsewhere))))
                .startsWith("400 InvalidIdentityToken: ");
        var regional =
                reader().replace(
                                "Recipient=\"https://signin",
                                "Recipient=\"https://eu-west-1.signin");
        assertThat(refusal(() -> assume(idp.signed(regional)))).isEqualTo(DENIED);
    }

    @Test
    void are_not_given_if_somebody_else_issues_the_response_or_the_sign_in_failed() {
        var strange = reader().replace(SamlIdp.ISSUER, "https://other.example.com");
        assertThat(refusal(() -> assume(idp.signed(strange))))
                .startsWith(
                        "400 InvalidIdentityToken: Issuer not present in specified provider"
                                + " (Service: AWSOpenIdDiscoveryService; Status Code: 400; Error"
                                + " Code: AuthSamlInvalidSamlResponseException; Request ID: ");
        var failed = reader().replace("status:Success", "status:Responder");
        assertThat(refusal(() -> assume(idp.signed(failed)))).startsWith("403 IDPRejectedClaim: ");
        account.iam().deleteSAMLProvider(request -> request.samlProviderArn(SamlIdp.PROVIDER));
        assertThat(refusal(() -> assume(idp.signed(reader()))))
                .startsWith(
                        "400 InvalidIdentityToken: Specified provider doesn't exist (Service:"
                                + " AWSOpenIdDiscoveryService; Status Code: 400; Error Code:"
                                + " AuthSamlManifestNotFoundException; Request ID: ");
    }

    @Test
    void are_given_for_the_roles_that_the_response_names_and_that_trust_the_provider() {
        var other = reader().replace("role/Reader", "role/Writer");
        assertThat(refusal(() -> assume(idp.signed(other)))).isEqualTo(DENIED);
        var turned =
                reader().replace(
                                SamlIdp.ROLE + "," + SamlIdp.PROVIDER,
                                SamlIdp.PROVIDER + "," + SamlIdp.ROLE);
        assume(idp.signed(turned));
        account.role("Reader", trusting("\"StringEquals\": {\"saml:sub\": \"reader-2\"}"));
        assertThat(refusal(() -> assume(idp.signed(reader())))).isEqualTo(DENIED);
        assume(idp.signed(reader().replace("reader-1", "reader-2")));
    }

    @Test
    void are_not_given_without_a_name_that_will_do() {
        var name = SamlIdp.attribute("RoleSessionName", "session");
        assertThat(refusal(() -> assume(idp.signed(reader().replace(name, "")))))
                .isEqualTo(
                        "400 InvalidIdentityToken: RoleSessionName is required in AuthnResponse");
        var bad = reader().replace(name, SamlIdp.attribute("RoleSessionName", "a b"));
        assertThat(refusal(() -> assume(idp.signed(bad))))
                .isEqualTo(
                        "400 InvalidIdentityToken: RoleSessionName in AuthnResponse must match"
                                + " [a-zA-Z_0-9+=,.@-]{2,64}");
        var source = reader(SamlIdp.attribute("SourceIdentity", "aws:me"));
        assertThat(refusal(() -> assume(idp.signed(source))))
                .isEqualTo(
                        "400 InvalidIdentityToken: Source Identity must match"
                                + " [a-zA-Z_0-9+=,.@-]{2,64} and not begin with \"aws:\"");
    }

    @Test
    void last_as_long_as_request_response_and_role_allow() {
        assertThat(seconds(assume(idp.signed(reader())))).isEqualTo(3600);
        assertThat(
                        seconds(
                                assume(
                                        idp.signed(
                                                reader(
                                                        SamlIdp.attribute(
                                                                "SessionDuration", "1200"))))))
                .isEqualTo(1200);
        var ends =
                reader().replace(
                                "<AuthnStatement",
                                "<AuthnStatement SessionNotOnOrAfter=\"%s\""
                                        .formatted(now().plusSeconds(1000)));
        assertThat(seconds(assume(idp.signed(ends)))).isEqualTo(1000);
        assertThat(
                        refusal(() ->
                                assume(
                                        idp.signed(
                                                reader(
                                                        SamlIdp.attribute(
                                                                "SessionDuration", "7200"))))))
                .isEqualTo(
                        "400 ValidationError: The requested DurationSeconds exceeds the"
                                + " MaxSessionDuration set for this role.");
    }

    @Test
    void carry_tags_and_a_source_identity_that_the_role_lets_the_provider_set() {
        account.iam()
                .putRolePolicy(request ->
                        request.roleName("Reader")
                                .policyName("read")
                                .policyDocument(
                                        """
                                        {"Version": "2012-10-17", "Statement": {
                                          "Effect": "Allow", "Action": "dynamodb:ListTables",
                                          "Resource": "*", "Condition": {"StringEquals": {
                                            "saml:sub_type": "persistent",
                                            "aws:SourceIdentity": "Ada",
                                            "aws:PrincipalTag/Team": "Books"}}}}
                                        """));
        var tagged =
                idp.signed(
                        reader(
                                SamlIdp.attribute("PrincipalTag:Team", "Books"),
                                SamlIdp.attribute("TransitiveTagKeys", "Team"),
                                SamlIdp.attribute("SourceIdentity", "Ada")));

        var answer = assume(tagged);

        assertThat(answer.sourceIdentity()).isEqualTo("Ada");
        assertThat(answer.packedPolicySize()).isPositive();
        account.dynamoDb(CloudAccount.session(answer.credentials())).listTables();
        account.role("Reader", trusting("\"StringEquals\": {\"aws:RequestTag/Team\": \"Art\"}"));
        assertThat(refusal(() -> assume(tagged))).isEqualTo(DENIED);
    }

    @Test
    void ask_what_a_directory_says() {
        account.role(
                "Reader",
                trusting(
                        "\"ForAnyValue:StringEquals\": {\"saml:eduPersonAffiliation\": \"staff\"}"));
        var affiliation = "urn:oid:1.3.6.1.4.1.5923.1.1.1.1";

        assume(idp.signed(reader(SamlIdp.plain(affiliation, "member", "staff"))));
        assertThat(refusal(() -> assume(idp.signed(reader(SamlIdp.plain(affiliation, "student"))))))
                .isEqualTo(DENIED);
    }

    @Test
    void are_of_the_sandbox_whose_provider_has_signed_where_several_have_one_of_that_name() {
        var other = new SamlIdp();
        var neighbour = account.neighbour();
        neighbour
                .iam()
                .createSAMLProvider(
                        request -> request.name("Library").samlMetadataDocument(other.metadata()));
        neighbour.role("Reader", trusting(""));

        var own = CloudAccount.session(assume(idp.signed(reader())).credentials());
        var theirs = CloudAccount.session(assume(other.signed(reader())).credentials());

        account.sts(own).getCallerIdentity();
        account.sts(theirs).getCallerIdentity();
        assertThat(account.sandbox().ledger().entries())
                .filteredOn(entry -> entry.operation().equals("GetCallerIdentity"))
                .hasSize(1);
        assertThat(neighbour.sandbox().ledger().entries())
                .filteredOn(entry -> entry.operation().equals("GetCallerIdentity"))
                .hasSize(1);
    }
}
