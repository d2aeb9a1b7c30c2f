package groundschool.emulator.sts;

import groundschool.emulator.AwsException;
import groundschool.emulator.Principal;
import groundschool.emulator.iam.Iam;
import groundschool.emulator.iam.saml.SamlMetadata;
import groundschool.emulator.iam.saml.SamlProvider;
import groundschool.emulator.iam.saml.SamlProviders;
import groundschool.emulator.sandbox.Sandbox;
import groundschool.emulator.sandbox.Sandboxes;
import groundschool.emulator.sts.operation.AssumeRoleWithSAML;
import groundschool.emulator.sts.saml.Assertion;
import groundschool.emulator.sts.saml.AwsAttributes;
import groundschool.emulator.sts.saml.SamlResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Who comes with an assertion of a SAML provider.
///
/// Source: [SAML 2.0
/// federation](https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_saml.html);
/// [keys for SAML
/// federation](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-saml)
public final class SamlIdentities {

    private final Sandboxes sandboxes;

    public SamlIdentities(Sandboxes sandboxes) {
        this.sandboxes = sandboxes;
    }

    /// The sandbox that a request from outside is for: of those of the provider's account that have
    /// a provider of that name, the one whose provider has signed the assertion, and that has the
    /// role if several do.
    ///
    /// @throws AwsException if there is none
    public Sandbox sandbox(AssumeRoleWithSAML asked) {
        var response = SamlResponse.of(asked.samlAssertion());
        var named =
                SamlProviders.Named.of(asked.principalArn())
                        .orElseThrow(StsErrors::invalidRequestArn);
        var candidates =
                sandboxes.claimants(SamlProviders.claim(named.name()), named.account()).stream()
                        .map(sandboxes::open)
                        .filter(sandbox -> provider(sandbox, asked).isPresent())
                        .toList();
        var vouching =
                candidates.size() < 2
                        ? candidates
                        : candidates.stream()
                                .filter(sandbox -> isVouchedFor(response, sandbox, asked))
                                .toList();
        return vouching.stream()
                .filter(sandbox -> hasRole(sandbox, asked.roleArn()))
                .findFirst()
                .or(() -> vouching.stream().findFirst())
                .or(() -> candidates.stream().findFirst())
                .orElseThrow(StsErrors::noSamlProvider);
    }

    /// Whom the assertion vouches for.
    ///
    /// @throws AwsException if it vouches for nobody, or not for this role
    public Principal.FederatedIdentity principal(AssumeRoleWithSAML asked, Sandbox sandbox) {
        var response = SamlResponse.of(asked.samlAssertion());
        var provider = provider(sandbox, asked).orElseThrow(StsErrors::noSamlProvider);
        var assertion = response.assertion(SamlMetadata.of(provider.metadata()));
        assertion.checkTime(sandbox.clock().now());
        assertion.checkAddressee(provider.uuid());
        var attributes = new AwsAttributes(assertion.attributes());
        if (!attributes.pair(asked.roleArn(), asked.principalArn())) {
            throw StsErrors.accessDenied("Not authorized to perform sts:AssumeRoleWithSAML");
        }
        return identity(assertion, attributes, provider, sandbox.account());
    }

    private static Principal.FederatedIdentity identity(
            Assertion assertion, AwsAttributes attributes, SamlProvider provider, String account) {
        var described =
                new Principal.SamlAssertion(
                        assertion.issuer(),
                        assertion.subjectType(),
                        nameQualifier(assertion.issuer(), account, provider.name()),
                        attributes.sessionName(),
                        attributes.sessionSeconds(),
                        assertion.sessionEndsAt());
        return new Principal.FederatedIdentity(
                account,
                provider.arn(account),
                assertion.subject(),
                assertion.recipient(),
                contextKeys(assertion, attributes, described, account + "/" + provider.name()),
                attributes.tags(),
                attributes.transitiveTags(),
                attributes.sourceIdentity(),
                Optional.of(described));
    }

    private static Map<String, List<String>> contextKeys(
            Assertion assertion,
            AwsAttributes attributes,
            Principal.SamlAssertion described,
            String document) {
        var keys = new HashMap<>(attributes.contextKeys());
        keys.put("saml:aud", List.of(assertion.recipient()));
        keys.put("saml:iss", List.of(assertion.issuer()));
        keys.put("saml:sub", List.of(assertion.subject()));
        keys.put("saml:sub_type", List.of(described.subjectType()));
        keys.put("saml:namequalifier", List.of(described.nameQualifier()));
        keys.put("saml:doc", List.of(document));
        return keys;
    }

    /// As the API reference says: `BASE64(SHA1(issuer + account + "/" + name))`.
    private static String nameQualifier(String issuer, String account, String name) {
        try {
            var text = (issuer + account + "/" + name).getBytes(StandardCharsets.UTF_8);
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-1").digest(text));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static boolean isVouchedFor(
            SamlResponse response, Sandbox sandbox, AssumeRoleWithSAML asked) {
        try {
            provider(sandbox, asked)
                    .ifPresent(
                            provider -> response.assertion(SamlMetadata.of(provider.metadata())));
            return true;
        } catch (AwsException byAnotherProvider) {
            return false;
        }
    }

    private static Optional<SamlProvider> provider(Sandbox sandbox, AssumeRoleWithSAML asked) {
        return sandbox.storage()
                .transition(() ->
                        SamlProviders.in(sandbox.state(Iam.SERVICE))
                                .find(asked.principalArn(), sandbox.account()));
    }

    private static boolean hasRole(Sandbox sandbox, String arn) {
        var name = arn.substring(arn.lastIndexOf('/') + 1);
        return sandbox.storage()
                .transition(() ->
                        sandbox.state(Iam.SERVICE)
                                .role(name)
                                .filter(role -> role.arn(sandbox.account()).equals(arn))
                                .isPresent());
    }
}
