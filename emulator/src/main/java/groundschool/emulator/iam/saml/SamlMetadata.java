package groundschool.emulator.iam.saml;

import groundschool.emulator.AwsException;
import groundschool.emulator.iam.IamErrors;
import java.io.ByteArrayInputStream;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.xml.crypto.dsig.XMLSignature;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/// What the metadata of a SAML provider say.
///
/// When certificates expire does not matter, as IAM does not look at it.
///
/// Source: [Metadata for the OASIS Security Assertion Markup Language (SAML)
/// V2.0](https://docs.oasis-open.org/security/saml/v2.0/saml-metadata-2.0-os.pdf); [Create a SAML
/// identity provider in
/// IAM](https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_saml.html)
///
/// @param entityId what the provider calls itself
/// @param validUntil absent if they do not say
/// @param keys that its signatures are checked with
public record SamlMetadata(String entityId, Optional<Instant> validUntil, List<PublicKey> keys) {

    private static final String NAMESPACE = "urn:oasis:names:tc:SAML:2.0:metadata";

    /// How long they are good where they do not say.
    private static final Duration USUAL = Duration.ofDays(36_525);

    /// Keys are rolled over; nobody has more at once.
    private static final int MOST_KEYS = 20;

    public SamlMetadata {
        keys = List.copyOf(keys);
    }

    /// @throws AwsException if they describe no identity provider
    public static SamlMetadata of(String metadata) {
        var root =
                SafeXml.parse(metadata)
                        .map(Document::getDocumentElement)
                        .orElseThrow(SamlMetadata::malformed);
        var describing = SafeXml.children(root, NAMESPACE, "IDPSSODescriptor");
        if (describing.isEmpty()
                || !root.hasAttribute("entityID")
                || !"EntityDescriptor".equals(root.getLocalName())
                || !NAMESPACE.equals(root.getNamespaceURI())) {
            throw malformed();
        }
        return new SamlMetadata(
                root.getAttribute("entityID"), until(root), keys(describing.getFirst()));
    }

    /// Until when they are good.
    public Instant validUntil(Instant now) {
        return validUntil.orElseGet(() -> now.plus(USUAL));
    }

    private static Optional<Instant> until(Element root) {
        var until = root.getAttribute("validUntil");
        try {
            return until.isEmpty()
                    ? Optional.empty()
                    : Optional.of(OffsetDateTime.parse(until).toInstant());
        } catch (DateTimeException e) {
            throw malformed();
        }
    }

    /// Those that are for signatures, or do not say what they are for.
    private static List<PublicKey> keys(Element descriptor) {
        var keys = new ArrayList<PublicKey>();
        for (var key : SafeXml.children(descriptor, NAMESPACE, "KeyDescriptor")) {
            if (!key.getAttribute("use").equals("encryption")) {
                SafeXml.everywhere(key, XMLSignature.XMLNS, "X509Certificate").stream()
                        .map(SamlMetadata::key)
                        .forEach(keys::add);
            }
        }
        if (keys.size() > MOST_KEYS) {
            throw malformed();
        }
        return keys;
    }

    private static PublicKey key(Element certificate) {
        try {
            var bytes =
                    Base64.getDecoder().decode(certificate.getTextContent().replaceAll("\\s", ""));
            return CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(bytes))
                    .getPublicKey();
        } catch (CertificateException | IllegalArgumentException e) {
            throw malformed();
        }
    }

    private static AwsException malformed() {
        return IamErrors.invalidInput("Could not parse metadata");
    }
}
