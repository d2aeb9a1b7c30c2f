package groundschool.emulator.cognito.federation;

import groundschool.emulator.cognito.Hashes;
import groundschool.emulator.cognito.pool.Pool;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/// How a pool asks a SAML provider to say who somebody is, by a redirect.
///
/// Source: [SAML bindings,
/// 3.4](https://docs.oasis-open.org/security/saml/v2.0/saml-bindings-2.0-os.pdf)
///
/// @param destination the provider's address
/// @param consumer where the answer is to go
public record SamlRequest(String id, String destination, String consumer, Pool pool, Instant now) {

    private static final String RSA_SHA256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";

    /// What a pool calls itself to providers.
    public static String entity(Pool pool) {
        return "urn:amazon:cognito:sp:" + pool.id();
    }

    /// Where somebody is sent.
    ///
    /// @param relay what comes back with the answer
    /// @param key that the request is signed with; absent if it is not
    public String address(String relay, Optional<SamlKey> key) {
        return address(destination, xml(), relay, key);
    }

    /// The same for any request, by the binding for redirects.
    static String address(String destination, String xml, String relay, Optional<SamlKey> key) {
        var query =
                "SAMLRequest="
                        + encoded(Base64.getEncoder().encodeToString(deflated(xml)))
                        + "&RelayState="
                        + encoded(relay);
        return destination
                + (destination.contains("?") ? "&" : "?")
                + key.map(each -> signed(query, each)).orElse(query);
    }

    /// The binding signs the query, not the XML.
    private static String signed(String query, SamlKey key) {
        var text = query + "&SigAlg=" + encoded(RSA_SHA256);
        var signature = Base64.getEncoder().encodeToString(key.signature(Hashes.utf8(text)));
        return text + "&Signature=" + encoded(signature);
    }

    private String xml() {
        return """
        <?xml version="1.0" encoding="UTF-8"?>\
        <saml2p:AuthnRequest xmlns:saml2p="urn:oasis:names:tc:SAML:2.0:protocol" \
        AssertionConsumerServiceURL="%s" Destination="%s" ID="%s" IssueInstant="%s" \
        ProtocolBinding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Version="2.0">\
        <saml2:Issuer xmlns:saml2="urn:oasis:names:tc:SAML:2.0:assertion">%s</saml2:Issuer>\
        </saml2p:AuthnRequest>\
        """
                .formatted(
                        escaped(consumer),
                        escaped(destination),
                        id,
                        now.truncatedTo(ChronoUnit.MILLIS),
                        entity(pool));
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static byte[] deflated(String text) {
        var bytes = new ByteArrayOutputStream();
        var deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try (var out = new DeflaterOutputStream(bytes, deflater)) {
            out.write(Hashes.utf8(text));
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        } finally {
            deflater.end();
        }
        return bytes.toByteArray();
    }
}
