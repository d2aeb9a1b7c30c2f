package groundschool.emulator.iam.operation;

import groundschool.emulator.AwsException;
import groundschool.emulator.iam.IamErrors;
import java.io.IOException;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/// What the metadata of a SAML provider say.
///
/// Source: [Metadata for the OASIS Security Assertion Markup Language (SAML)
/// V2.0](https://docs.oasis-open.org/security/saml/v2.0/saml-metadata-2.0-os.pdf)
final class SamlMetadata {

    private static final String NAMESPACE = "urn:oasis:names:tc:SAML:2.0:metadata";

    /// How long they are good where they do not say.
    private static final Duration USUAL = Duration.ofDays(36_525);

    private SamlMetadata() {}

    /// Until when they are good.
    ///
    /// @throws groundschool.emulator.AwsException if they describe no identity provider
    static Instant validUntil(String metadata, Instant now) {
        var root = parsed(metadata);
        var describesOne =
                root.getElementsByTagNameNS(NAMESPACE, "IDPSSODescriptor").getLength() > 0
                        && root.hasAttribute("entityID")
                        && "EntityDescriptor".equals(root.getLocalName());
        if (!describesOne) {
            throw malformed();
        }
        var until = root.getAttribute("validUntil");
        try {
            return until.isEmpty() ? now.plus(USUAL) : OffsetDateTime.parse(until).toInstant();
        } catch (DateTimeException e) {
            throw malformed();
        }
    }

    private static Element parsed(String metadata) {
        try {
            var factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            // Says nothing on the console.
            builder.setErrorHandler(new DefaultHandler());
            return builder.parse(new InputSource(new StringReader(metadata))).getDocumentElement();
        } catch (SAXException | IOException e) {
            throw malformed();
        } catch (ParserConfigurationException everyJdkCan) {
            throw new IllegalStateException(everyJdkCan);
        }
    }

    private static AwsException malformed() {
        return IamErrors.invalidInput("Could not parse metadata");
    }
}
