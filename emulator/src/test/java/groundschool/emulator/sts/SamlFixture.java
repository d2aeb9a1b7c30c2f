package groundschool.emulator.sts;

import groundschool.emulator.iam.CloudAccount;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import software.amazon.awssdk.services.sts.model.AssumeRoleWithSamlResponse;

/// A role that trusts a SAML provider.
abstract class SamlFixture {

    static final String DENIED =
            "403 AccessDenied: Not authorized to perform sts:AssumeRoleWithSAML";

    final CloudAccount account = new CloudAccount();
    final SamlIdp idp = new SamlIdp();

    @BeforeEach
    void trust() {
        account.sandbox().clock().freeze();
        account.iam()
                .createSAMLProvider(
                        request -> request.name("Library").samlMetadataDocument(idp.metadata()));
        account.role(
                "Reader",
                trusting(
                        "\"StringEquals\": {\"saml:aud\": \"https://signin.aws.amazon.com/saml\"}"));
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
    }

    static String trusting(String condition) {
        return """
        {"Version": "2012-10-17", "Statement": {
          "Effect": "Allow", "Principal": {"Federated": "%s"},
          "Action": ["sts:AssumeRoleWithSAML", "sts:TagSession", "sts:SetSourceIdentity"],
          "Condition": {%s}}}
        """
                .formatted(SamlIdp.PROVIDER, condition);
    }

    AssumeRoleWithSamlResponse assume(String response) {
        return send(SamlIdp.encoded(response));
    }

    AssumeRoleWithSamlResponse send(String encoded) {
        return account.anonymousSts()
                .assumeRoleWithSAML(request ->
                        request.roleArn(SamlIdp.ROLE)
                                .principalArn(SamlIdp.PROVIDER)
                                .samlAssertion(encoded));
    }

    long seconds(AssumeRoleWithSamlResponse answer) {
        return Duration.between(
                        now().truncatedTo(ChronoUnit.SECONDS), answer.credentials().expiration())
                .toSeconds();
    }

    String reader(String... more) {
        return SamlIdp.response(now(), more);
    }

    Instant now() {
        return account.sandbox().clock().now();
    }
}
