package groundschool.emulator.cognito.federation;

import groundschool.emulator.AwsException;
import groundschool.emulator.Headers;
import groundschool.emulator.Services;
import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.iam.saml.SafeXml;
import groundschool.emulator.iam.saml.SamlMetadata;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What an owner says of a SAML provider, and what its metadata say. Metadata at an address are
/// asked for anew by each sign-in, so that keys can be rolled over there.
///
/// Source:
/// [CreateIdentityProvider](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateIdentityProvider.html)
final class SamlDetails {

    private static final String FILE = "MetadataFile";
    private static final String URL = "MetadataURL";
    private static final String NAMESPACE = "urn:oasis:names:tc:SAML:2.0:metadata";
    private static final String REDIRECT = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect";
    private static final String ALGORITHM = "RequestSigningAlgorithm";
    private static final int MOST_LETTERS = 100_000;

    private SamlDetails() {}

    /// All details, with the address that people are sent to.
    static SortedMap<String, String> complete(Map<String, String> given, Services services) {
        if (!given.getOrDefault(ALGORITHM, "rsa-sha256").equals("rsa-sha256")) {
            throw CognitoErrors.invalid("RequestSigningAlgorithm must be rsa-sha256.");
        }
        if (given.getOrDefault(FILE, "").isBlank() == given.getOrDefault(URL, "").isBlank()) {
            throw CognitoErrors.invalid(
                    "Exactly one of the provider details MetadataURL and MetadataFile is required.");
        }
        var text = text(given, services);
        metadata(text);
        var all = new TreeMap<>(given);
        all.put("SSORedirectBindingURI", address(text, "SingleSignOnService"));
        if (given.getOrDefault("IDPSignout", "").equalsIgnoreCase("true")) {
            all.put("SLORedirectBindingURI", address(text, "SingleLogoutService"));
        }
        return all;
    }

    /// What a provider's signatures are checked with.
    static SamlMetadata metadata(Map<String, String> details, Services services) {
        return metadata(text(details, services));
    }

    private static SamlMetadata metadata(String text) {
        try {
            return SamlMetadata.of(text);
        } catch (AwsException _) {
            throw CognitoErrors.invalid("Invalid metadata of the SAML identity provider");
        }
    }

    private static String text(Map<String, String> details, Services services) {
        var text =
                Optional.ofNullable(details.get(FILE))
                        .orElseGet(() -> fetched(details.getOrDefault(URL, ""), services));
        if (text.length() > MOST_LETTERS) {
            throw CognitoErrors.invalid("The metadata of the SAML identity provider are too long");
        }
        return text;
    }

    private static String fetched(String url, Services services) {
        var answer =
                ProviderHttp.get(
                        url, Headers.of("Accept", "application/samlmetadata+xml"), services);
        if (answer.status() != 200) {
            throw CognitoErrors.invalid("Unable to get the metadata from " + url);
        }
        return answer.text();
    }

    private static String address(String metadata, String service) {
        return SafeXml.parse(metadata).stream()
                .flatMap(document ->
                        SafeXml.everywhere(document.getDocumentElement(), NAMESPACE, service)
                                .stream())
                .filter(each -> each.getAttribute("Binding").equals(REDIRECT))
                .map(each -> each.getAttribute("Location"))
                .filter(SamlDetails::isWeb)
                .findFirst()
                .orElseThrow(() ->
                        CognitoErrors.invalid(
                                "The metadata have no %s with the binding HTTP-Redirect"
                                        .formatted(service)));
    }

    private static boolean isWeb(String address) {
        try {
            var uri = new URI(address);
            return uri.getHost() != null
                    && List.of("http", "https").contains(String.valueOf(uri.getScheme()));
        } catch (URISyntaxException _) {
            return false;
        }
    }
}
