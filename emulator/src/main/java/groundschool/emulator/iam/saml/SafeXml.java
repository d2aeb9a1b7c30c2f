package groundschool.emulator.iam.saml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/// Reads XML that strangers wrote: without a document type, so that it has no entities and fetches
/// nothing, and not nested deeper than anybody needs.
///
/// Whoever calls limits how long the text is.
///
/// Source: [XML external entity
/// prevention](https://cheatsheetseries.owasp.org/cheatsheets/XML_External_Entity_Prevention_Cheat_Sheet.html)
public final class SafeXml {

    private static final String DEEPEST = "jdk.xml.maxElementDepth";
    private static final String MOST_ATTRIBUTES = "jdk.xml.elementAttributeLimit";

    private SafeXml() {}

    /// @return nothing if it is no XML, or has a document type
    public static Optional<Document> parse(String text) {
        return parse(text.getBytes(StandardCharsets.UTF_8));
    }

    /// @return nothing if it is no XML, or has a document type
    public static Optional<Document> parse(byte[] bytes) {
        try {
            var factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            factory.setAttribute(DEEPEST, "64");
            factory.setAttribute(MOST_ATTRIBUTES, "200");
            var builder = factory.newDocumentBuilder();
            // Says nothing on the console.
            builder.setErrorHandler(new DefaultHandler());
            return Optional.of(builder.parse(new InputSource(new ByteArrayInputStream(bytes))));
        } catch (SAXException | IOException e) {
            return Optional.empty();
        } catch (ParserConfigurationException everyJdkCan) {
            throw new IllegalStateException(everyJdkCan);
        }
    }

    /// The elements of that name directly in another.
    public static List<Element> children(Element parent, String namespace, String name) {
        var found = new ArrayList<Element>();
        for (var node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child
                    && name.equals(child.getLocalName())
                    && namespace.equals(child.getNamespaceURI())) {
                found.add(child);
            }
        }
        return found;
    }

    /// All elements of that name, wherever they are in another.
    public static List<Element> everywhere(Element parent, String namespace, String name) {
        var nodes = parent.getElementsByTagNameNS(namespace, name);
        var found = new ArrayList<Element>();
        for (var i = 0; i < nodes.getLength(); i++) {
            if (nodes.item(i) instanceof Element element) {
                found.add(element);
            }
        }
        return found;
    }
}
