package groundschool.emulator.cognito.login;

import static groundschool.emulator.cognito.CognitoCloud.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.cognito.CognitoCloud;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The names under which pools have pages.
class DomainsTest {

    private static final String CERTIFICATE =
            "arn:aws:acm:us-east-1:111122223333:certificate/11111111-2222-4333-8444-555555555555";

    private final Application application = new Application();
    private final CognitoCloud cloud = application.cloud;

    @AfterEach
    void close() {
        application.close();
    }

    private String create(String domain, String certificate) {
        return cloud.admin
                .createUserPoolDomain(wish ->
                        wish.userPoolId(application.pool)
                                .domain(domain)
                                .customDomainConfig(custom ->
                                        custom.certificateArn(certificate)
                                                .securityPolicy("TLS_V1_2_2021")))
                .cloudFrontDomain();
    }

    @Test
    void a_domain_of_one_s_own_stands_beside_the_prefix() {
        var distribution = create("auth.example.com", CERTIFICATE);

        assertThat(distribution).matches("d[0-9a-f]{13}\\.cloudfront\\.net");
        var known =
                cloud.admin
                        .describeUserPoolDomain(get -> get.domain("auth.example.com"))
                        .domainDescription();
        assertThat(known.userPoolId()).isEqualTo(application.pool);
        assertThat(known.cloudFrontDistribution()).isEqualTo(distribution);
        assertThat(known.customDomainConfig().certificateArn()).isEqualTo(CERTIFICATE);
        assertThat(known.customDomainConfig().securityPolicyAsString()).isEqualTo("TLS_V1_2_2021");
        var pool = cloud.admin.describeUserPool(get -> get.userPoolId(application.pool)).userPool();
        assertThat(pool.domain()).isEqualTo("shop");
        assertThat(pool.customDomain()).isEqualTo("auth.example.com");
        assertThat(refusal(() -> create("login.example.com", CERTIFICATE)))
                .contains("User pool already has a domain configured");
    }

    @Test
    void its_pages_are_below_localhost() {
        create("auth.example.com", CERTIFICATE);
        var browser = new Browser(cloud.emulator, "auth.example.com.auth.eu-west-1.localhost");
        cloud.user(application.client, "ada");

        var page = browser.open(application.authorize());
        var back = browser.send(page, "username", "ada", "password", CognitoCloud.PASSWORD);

        assertThat(back.location()).startsWith(Application.BACK);
    }

    @Test
    void its_certificate_can_be_another_and_that_of_a_prefix_cannot() {
        create("auth.example.com", CERTIFICATE);
        var other = CERTIFICATE.replace('5', '6');

        cloud.admin.updateUserPoolDomain(domain ->
                domain.userPoolId(application.pool)
                        .domain("auth.example.com")
                        .customDomainConfig(custom -> custom.certificateArn(other)));

        assertThat(
                        cloud.admin
                                .describeUserPoolDomain(get -> get.domain("auth.example.com"))
                                .domainDescription()
                                .customDomainConfig()
                                .certificateArn())
                .isEqualTo(other);
        assertThat(
                        refusal(() ->
                                cloud.admin.updateUserPoolDomain(domain ->
                                        domain.userPoolId(application.pool)
                                                .domain("shop")
                                                .customDomainConfig(
                                                        custom -> custom.certificateArn(other)))))
                .contains("shop is a prefix");
    }

    @Test
    void a_pool_keeps_its_prefix_when_its_own_domain_goes() {
        create("auth.example.com", CERTIFICATE);
        cloud.admin.deleteUserPoolDomain(
                domain -> domain.userPoolId(application.pool).domain("auth.example.com"));

        var pool = cloud.admin.describeUserPool(get -> get.userPoolId(application.pool)).userPool();
        assertThat(pool.domain()).isEqualTo("shop");
        assertThat(pool.customDomain()).isNull();
        assertThat(
                        refusal(() ->
                                cloud.admin.deleteUserPool(
                                        delete -> delete.userPoolId(application.pool))))
                .contains("has a domain configured");
    }

    @Test
    void names_certificates_and_versions_that_cannot_be_are_refused() {
        assertThat(refusal(() -> create("auth", CERTIFICATE)))
                .contains("Custom domain is not a valid subdomain");
        assertThat(
                        refusal(() ->
                                create(
                                        "auth.example.com",
                                        CERTIFICATE.replace("us-east-1", "eu-west-1"))))
                .contains("Certificate Manager in us-east-1");
        var pool = cloud.pool();
        assertThat(
                        refusal(() ->
                                cloud.admin.createUserPoolDomain(
                                        domain -> domain.userPoolId(pool).domain("my_shop"))))
                .isEqualTo(
                        "InvalidParameterException: 1 validation error detected: Value 'my_shop' at 'domain' failed to satisfy constraint: Member must satisfy regular expression pattern: ^[a-z0-9](?:[a-z0-9\\-]{0,61}[a-z0-9])?$");
        assertThat(
                        refusal(() ->
                                cloud.admin.createUserPoolDomain(domain ->
                                        domain.userPoolId(pool)
                                                .domain("new")
                                                .managedLoginVersion(3))))
                .contains("ManagedLoginVersion must be 1 or 2");
        assertThat(
                        refusal(() ->
                                cloud.admin.createUserPoolDomain(domain ->
                                        domain.userPoolId(pool).domain("new").routing(_ -> {}))))
                .contains("does not have domains that fail over to another Region");
    }
}
