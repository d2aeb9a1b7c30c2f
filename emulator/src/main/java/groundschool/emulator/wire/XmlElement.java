package groundschool.emulator.wire;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// An element of an XML document that a client sent. Namespaces are left out of names.
///
/// Documents with a document type are refused, so that no entity expands to anything.
///
/// @param attributes by local name
/// @param text all that is between the tags but elements
record XmlElement(
        String name, Map<String, String> attributes, List<XmlElement> children, String text) {

    private static final int DEEPEST = 30;
    private static final XMLInputFactory FACTORY = factory();

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    /// The root element; nothing if the bytes are no well-formed document.
    static Optional<XmlElement> parse(byte[] document) {
        try {
            XMLStreamReader reader;
            synchronized (FACTORY) {
                reader = FACTORY.createXMLStreamReader(new ByteArrayInputStream(document));
            }
            while (reader.next() != XMLStreamConstants.START_ELEMENT) {
                if (reader.getEventType() == XMLStreamConstants.DTD) {
                    return Optional.empty();
                }
            }
            var root = element(reader, 0);
            while (reader.hasNext()) {
                reader.next();
            }
            return Optional.of(root);
        } catch (XMLStreamException | RuntimeException malformed) {
            return Optional.empty();
        }
    }

    private static XmlElement element(XMLStreamReader reader, int depth) throws XMLStreamException {
        if (depth > DEEPEST) {
            throw new XMLStreamException("too deep");
        }
        var name = reader.getLocalName();
        var attributes = new HashMap<String, String>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        var children = new ArrayList<XmlElement>();
        var text = new StringBuilder();
        while (reader.next() != XMLStreamConstants.END_ELEMENT) {
            switch (reader.getEventType()) {
                case XMLStreamConstants.START_ELEMENT -> children.add(element(reader, depth + 1));
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                        text.append(reader.getText());
                case XMLStreamConstants.END_DOCUMENT -> throw new XMLStreamException("cut off");
                default -> {
                    // Comments and the like say nothing.
                }
            }
        }
        return new XmlElement(name, attributes, children, text.toString());
    }

    /// The children of that name.
    List<XmlElement> all(String child) {
        return children.stream().filter(each -> each.name().equals(child)).toList();
    }
}
