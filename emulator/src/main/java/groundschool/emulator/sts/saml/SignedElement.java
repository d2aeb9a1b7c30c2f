package groundschool.emulator.sts.saml;

import groundschool.emulator.iam.saml.SafeXml;
import java.security.PublicKey;
import java.util.List;
import java.util.Set;
import javax.xml.crypto.KeySelector;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/// Whether a provider has signed an element of a document, and that element as a whole.
///
/// A signature counts for the element that it stands in and for nothing else: it has one reference,
/// which names that element by an id that no other element has, and no transform that would leave
/// anything out but the signature itself. So nothing can be wrapped around or put beside what was
/// signed.
///
/// Unlike AWS, SHA-1 is not taken: the JDK's secure validation does not.
///
/// Source: [SAML core, 5.4](https://docs.oasis-open.org/security/saml/v2.0/saml-core-2.0-os.pdf);
/// [XML Signature Best Practices](https://www.w3.org/TR/xmldsig-bestpractices/)
final class SignedElement {

    private static final String MORE = "http://www.w3.org/2001/04/xmldsig-more#";
    private static final String MORE_2007 = "http://www.w3.org/2007/05/xmldsig-more#";

    private static final Set<String> SIGNATURES =
            Set.of(
                    MORE + "rsa-sha256",
                    MORE + "rsa-sha384",
                    MORE + "rsa-sha512",
                    MORE_2007 + "sha256-rsa-MGF1",
                    MORE_2007 + "sha384-rsa-MGF1",
                    MORE_2007 + "sha512-rsa-MGF1",
                    MORE + "ecdsa-sha256",
                    MORE + "ecdsa-sha384",
                    MORE + "ecdsa-sha512");

    private static final Set<String> DIGESTS =
            Set.of(DigestMethod.SHA256, DigestMethod.SHA384, DigestMethod.SHA512);

    private static final Set<String> CANONICAL_FORMS =
            Set.of(
                    CanonicalizationMethod.EXCLUSIVE,
                    CanonicalizationMethod.EXCLUSIVE_WITH_COMMENTS,
                    CanonicalizationMethod.INCLUSIVE,
                    CanonicalizationMethod.INCLUSIVE_WITH_COMMENTS,
                    CanonicalizationMethod.INCLUSIVE_11,
                    CanonicalizationMethod.INCLUSIVE_11_WITH_COMMENTS);

    private static final int MOST_TRANSFORMS = 2;

    private final Element element;
    private final Element signature;

    private SignedElement(Element element, Element signature) {
        this.element = element;
        this.signature = signature;
    }

    /// Whether a signature directly in an element is one of it.
    static boolean isSigned(Element element, Element signature, List<PublicKey> keys) {
        return new SignedElement(element, signature).isBy(keys);
    }

    private boolean isBy(List<PublicKey> keys) {
        var id = element.getAttribute("ID");
        return !id.isEmpty()
                && bearers(element.getOwnerDocument().getDocumentElement(), id) == 1
                && keys.stream().anyMatch(key -> isBy(key, "#" + id));
    }

    /// How many elements could be meant by an id.
    private static int bearers(Element root, String id) {
        var all = root.getElementsByTagName("*");
        var count = has(root, id) ? 1 : 0;
        for (var i = 0; i < all.getLength(); i++) {
            if (all.item(i) instanceof Element each && has(each, id)) {
                count++;
            }
        }
        return count;
    }

    private static boolean has(Element element, String id) {
        var attributes = element.getAttributes();
        for (var i = 0; i < attributes.getLength(); i++) {
            if (attributes.item(i) instanceof Attr attribute
                    && "id".equalsIgnoreCase(attribute.getLocalName())
                    && attribute.getValue().equals(id)) {
                return true;
            }
        }
        return false;
    }

    private boolean isBy(PublicKey key, String uri) {
        try {
            var context = new DOMValidateContext(KeySelector.singletonKeySelector(key), signature);
            context.setProperty("org.jcp.xml.dsig.secureValidation", true);
            context.setIdAttributeNS(element, null, "ID");
            var read = XMLSignatureFactory.getInstance("DOM").unmarshalXMLSignature(context);
            return isPlain(read, uri) && read.validate(context);
        } catch (MarshalException | XMLSignatureException | ClassCastException e) {
            // Not well-formed, an algorithm that is not allowed, or a key of another kind.
            return false;
        }
    }

    private static boolean isPlain(XMLSignature signature, String uri) {
        var info = signature.getSignedInfo();
        return SIGNATURES.contains(info.getSignatureMethod().getAlgorithm())
                && CANONICAL_FORMS.contains(info.getCanonicalizationMethod().getAlgorithm())
                && signature.getObjects().isEmpty()
                && info.getReferences().size() == 1
                && isWhole(info.getReferences().getFirst(), uri);
    }

    private static boolean isWhole(Reference reference, String uri) {
        return uri.equals(reference.getURI())
                && DIGESTS.contains(reference.getDigestMethod().getAlgorithm())
                && reference.getTransforms().size() <= MOST_TRANSFORMS
                && reference.getTransforms().stream()
                        .map(Transform::getAlgorithm)
                        .allMatch(algorithm ->
                                algorithm.equals(Transform.ENVELOPED)
                                        || CANONICAL_FORMS.contains(algorithm));
    }

    /// The signatures directly in an element.
    static List<Element> signatures(Element element) {
        return SafeXml.children(element, XMLSignature.XMLNS, "Signature");
    }
}
