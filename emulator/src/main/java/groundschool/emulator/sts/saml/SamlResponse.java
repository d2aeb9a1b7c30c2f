package groundschool.emulator.sts.saml;

import groundschool.emulator.AwsException;
import groundschool.emulator.iam.saml.SafeXml;
import groundschool.emulator.iam.saml.SamlMetadata;
import groundschool.emulator.sts.StsErrors;
import java.util.Base64;
import javax.xml.crypto.dsig.XMLSignature;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/// What a SAML provider answers when somebody has signed in: an assertion in an envelope, of which
/// one is signed, or both.
///
/// Source: [SAML core](https://docs.oasis-open.org/security/saml/v2.0/saml-core-2.0-os.pdf);
/// [Configure SAML assertions for the authentication
/// response](https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_saml_assertions.html)
public final class SamlResponse {

    static final String ASSERTION = "urn:oasis:names:tc:SAML:2.0:assertion";
    private static final String PROTOCOL = "urn:oasis:names:tc:SAML:2.0:protocol";
    private static final String SUCCESS = "urn:oasis:names:tc:SAML:2.0:status:Success";

    private final Element response;

    private SamlResponse(Element response) {
        this.response = response;
    }

    /// @param encoded in base64; the API model limits its length
    /// @throws AwsException if it is none
    public static SamlResponse of(String encoded) {
        var root =
                SafeXml.parse(decoded(encoded))
                        .map(Document::getDocumentElement)
                        .orElseThrow(SamlResponse::invalid);
        if (!PROTOCOL.equals(root.getNamespaceURI()) || !"Response".equals(root.getLocalName())) {
            throw invalid();
        }
        return new SamlResponse(root);
    }

    private static byte[] decoded(String encoded) {
        try {
            return Base64.getDecoder().decode(encoded.replaceAll("\\s", ""));
        } catch (IllegalArgumentException e) {
            throw StsErrors.invalidSamlResponse("Invalid base64 SAMLResponse");
        }
    }

    /// What the provider vouches for, and has signed. Everything that counts is read from there.
    ///
    /// @throws AwsException if it is not all in order
    public Assertion assertion(SamlMetadata provider) {
        if (!SafeXml.everywhere(response, ASSERTION, "EncryptedAssertion").isEmpty()) {
            throw StsErrors.invalidIdentityToken(
                    "Groundschool's emulator does not read encrypted assertions yet: have the provider send them in plain text.");
        }
        var all = SafeXml.everywhere(response, ASSERTION, "Assertion");
        var own = SafeXml.children(response, ASSERTION, "Assertion");
        if (isFailure()) {
            throw StsErrors.rejectedClaim(
                    "The identity provider reported that authentication failed.");
        }
        if (all.size() != 1 || own.size() != 1) {
            throw StsErrors.invalidSamlResponse("SAMLResponse must contain one assertion");
        }
        var assertion = new Assertion(own.getFirst());
        if (!assertion.issuer().equals(provider.entityId())) {
            throw StsErrors.invalidSamlResponse("Issuer not present in specified provider");
        }
        if (!isSigned(own.getFirst(), provider)) {
            throw StsErrors.invalidIdentityToken("Response signature invalid");
        }
        return assertion;
    }

    /// Whether the provider has signed the assertion, or the response as a whole. A signature that
    /// stands anywhere else, or is not right, spoils it.
    private boolean isSigned(Element assertion, SamlMetadata provider) {
        var ofResponse = SignedElement.signatures(response);
        var ofAssertion = SignedElement.signatures(assertion);
        var count = SafeXml.everywhere(response, XMLSignature.XMLNS, "Signature").size();
        return count > 0
                && ofResponse.size() <= 1
                && ofAssertion.size() <= 1
                && count == ofResponse.size() + ofAssertion.size()
                && ofResponse.stream()
                        .allMatch(each -> SignedElement.isSigned(response, each, provider.keys()))
                && ofAssertion.stream()
                        .allMatch(each -> SignedElement.isSigned(assertion, each, provider.keys()));
    }

    private boolean isFailure() {
        return SafeXml.children(response, PROTOCOL, "Status").stream()
                .flatMap(status -> SafeXml.children(status, PROTOCOL, "StatusCode").stream())
                .noneMatch(code -> code.getAttribute("Value").equals(SUCCESS));
    }

    private static AwsException invalid() {
        return StsErrors.invalidSamlResponse("Invalid SAMLResponse");
    }
}
