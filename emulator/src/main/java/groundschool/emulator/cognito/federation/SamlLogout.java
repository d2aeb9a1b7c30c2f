package groundschool.emulator.cognito.federation;

import groundschool.emulator.cognito.pool.Pool;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// How a pool tells a SAML provider that somebody signs out, by a redirect.
///
/// Source: [SAML core, 3.7.1](https://docs.oasis-open.org/security/saml/v2.0/saml-core-2.0-os.pdf)
///
/// @param destination the provider's address
/// @param subject what the provider calls them
public record SamlLogout(String id, String destination, String subject, Pool pool, Instant now) {

    /// Where somebody is sent.
    ///
    /// @param relay what comes back with the answer
    /// @param key that the request is signed with, as all of these are
    public String address(String relay, SamlKey key) {
        return SamlRequest.address(destination, xml(), relay, Optional.of(key));
    }

    private String xml() {
        return """
        <?xml version="1.0" encoding="UTF-8"?>\
        <saml2p:LogoutRequest xmlns:saml2p="urn:oasis:names:tc:SAML:2.0:protocol" \
        Destination="%s" ID="%s" IssueInstant="%s" Version="2.0">\
        <saml2:Issuer xmlns:saml2="urn:oasis:names:tc:SAML:2.0:assertion">%s</saml2:Issuer>\
        <saml2:NameID xmlns:saml2="urn:oasis:names:tc:SAML:2.0:assertion">%s</saml2:NameID>\
        </saml2p:LogoutRequest>\
        """
                .formatted(
                        SamlRequest.escaped(destination),
                        id,
                        now.truncatedTo(ChronoUnit.MILLIS),
                        SamlRequest.entity(pool),
                        SamlRequest.escaped(subject));
    }
}
