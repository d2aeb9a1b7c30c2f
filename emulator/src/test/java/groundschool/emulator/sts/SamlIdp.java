package groundschool.emulator.sts;

import groundschool.emulator.SelfSigned;
import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/// A SAML provider that signs what a test writes.
public final class SamlIdp {

    public static final String ISSUER = "https://id.example.com/saml";
    static final String PROVIDER = "arn:aws:iam::123456789012:saml-provider/Library";
    static final String ROLE = "arn:aws:iam::123456789012:role/Reader";
    private static final String ASSERTION = "urn:oasis:names:tc:SAML:2.0:assertion";

    private final SelfSigned certificate;

    public SamlIdp() {
        // Expired: it is the key that counts.
        var now = Instant.parse("2020-01-01T00:00:00Z");
        certificate = SelfSigned.of("id.example.com", now, now.plus(Duration.ofDays(30)));
    }

    public String metadata() {
        return """
        <EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="%s">
          <IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
            <KeyDescriptor use="signing">
              <KeyInfo xmlns="http://www.w3.org/2000/09/xmldsig#"><X509Data>
                <X509Certificate>%s</X509Certificate>
              </X509Data></KeyInfo>
            </KeyDescriptor>
            <SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST"
                Location="https://id.example.com/saml/sso"/>
          </IDPSSODescriptor>
        </EntityDescriptor>
        """
                .formatted(ISSUER, certificate.base64());
    }

    /// A response about a reader, unsigned.
    ///
    /// @param more attributes, as XML
    static String response(Instant now, String... more) {
        return """
        <samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="_response"
            Version="2.0" IssueInstant="%1$s" Destination="https://signin.aws.amazon.com/saml">
          <Issuer xmlns="urn:oasis:names:tc:SAML:2.0:assertion">%4$s</Issuer>
          <samlp:Status>
            <samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/>
          </samlp:Status>
          <Assertion xmlns="urn:oasis:names:tc:SAML:2.0:assertion" ID="_assertion"
              IssueInstant="%1$s" Version="2.0">
            <Issuer>%4$s</Issuer>
            <Subject>
              <NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:persistent">reader-1</NameID>
              <SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer">
                <SubjectConfirmationData NotOnOrAfter="%3$s"
                    Recipient="https://signin.aws.amazon.com/saml"/>
              </SubjectConfirmation>
            </Subject>
            <Conditions NotBefore="%2$s" NotOnOrAfter="%3$s">
              <AudienceRestriction>
                <Audience>https://signin.aws.amazon.com/saml</Audience>
              </AudienceRestriction>
            </Conditions>
            <AttributeStatement>%5$s%6$s%7$s</AttributeStatement>
            <AuthnStatement AuthnInstant="%1$s"/>
          </Assertion>
        </samlp:Response>
        """
                .formatted(
                        now,
                        now.minusSeconds(60),
                        now.plusSeconds(600),
                        ISSUER,
                        attribute("Role", ROLE + "," + PROVIDER),
                        attribute("RoleSessionName", "session"),
                        String.join("", more));
    }

    /// One of AWS's attributes.
    static String attribute(String name, String... values) {
        return plain("https://aws.amazon.com/SAML/Attributes/" + name, values);
    }

    public static String plain(String name, String... values) {
        return List.of(values).stream()
                .map("<AttributeValue>%s</AttributeValue>"::formatted)
                .reduce("<Attribute Name=\"" + name + "\">", String::concat)
                .concat("</Attribute>");
    }

    /// With the assertion signed.
    public String signed(String response) {
        var document = parsed(response);
        sign(assertion(document), "rsa-sha256");
        return text(document);
    }

    String signedWith(String algorithm, String response) {
        var document = parsed(response);
        sign(assertion(document), algorithm);
        return text(document);
    }

    /// With the response signed as a whole.
    String signedAround(String response) {
        var document = parsed(response);
        sign(document.getDocumentElement(), "rsa-sha256");
        return text(document);
    }

    /// With the assertion in it encrypted, for whoever has the key of that certificate.
    ///
    /// @param mode `cbc` or `gcm`
    static String encrypted(String response, SelfSigned addressee, String mode) {
        return encrypted(response, addressee.keys().getPublic(), mode);
    }

    /// The same for whoever has the other half of a key.
    public static String encrypted(String response, PublicKey addressee, String mode) {
        try {
            var start = response.indexOf("<Assertion");
            var end = response.indexOf("</Assertion>") + "</Assertion>".length();
            var plain = response.substring(start, end).getBytes(StandardCharsets.UTF_8);
            var secret = new SecretKeySpec(new byte[32], "AES");
            var isGcm = mode.equals("gcm");
            var iv = new byte[isGcm ? 12 : 16];
            var data = Cipher.getInstance(isGcm ? "AES/GCM/NoPadding" : "AES/CBC/PKCS5Padding");
            data.init(
                    Cipher.ENCRYPT_MODE,
                    secret,
                    isGcm ? new GCMParameterSpec(128, iv) : new IvParameterSpec(iv));
            var sealed = new ByteArrayOutputStream();
            sealed.writeBytes(iv);
            sealed.writeBytes(data.doFinal(plain));
            var key = Cipher.getInstance("RSA/ECB/OAEPWithSHA-1AndMGF1Padding");
            key.init(Cipher.ENCRYPT_MODE, addressee);
            var base64 = Base64.getEncoder();
            return response.substring(0, start)
                    + """
                    <EncryptedAssertion xmlns="urn:oasis:names:tc:SAML:2.0:assertion">
                      <x:EncryptedData xmlns:x="http://www.w3.org/2001/04/xmlenc#">
                        <x:EncryptionMethod Algorithm="%s"/>
                        <KeyInfo xmlns="http://www.w3.org/2000/09/xmldsig#"><x:EncryptedKey>
                          <x:EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p"/>
                          <x:CipherData><x:CipherValue>%s</x:CipherValue></x:CipherData>
                        </x:EncryptedKey></KeyInfo>
                        <x:CipherData><x:CipherValue>%s</x:CipherValue></x:CipherData>
                      </x:EncryptedData>
                    </EncryptedAssertion>
                    """
                            .formatted(
                                    isGcm
                                            ? "http://www.w3.org/2009/xmlenc11#aes256-gcm"
                                            : "http://www.w3.org/2001/04/xmlenc#aes256-cbc",
                                    base64.encodeToString(key.doFinal(secret.getEncoded())),
                                    base64.encodeToString(sealed.toByteArray()))
                    + response.substring(end);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String encoded(String response) {
        return Base64.getEncoder().encodeToString(response.getBytes(StandardCharsets.UTF_8));
    }

    static Element assertion(Document document) {
        return Optional.of(document.getElementsByTagNameNS(ASSERTION, "Assertion").item(0))
                .map(Element.class::cast)
                .orElseThrow();
    }

    /// After the element's issuer, where the schema wants it.
    private void sign(Element element, String algorithm) {
        try {
            var factory = XMLSignatureFactory.getInstance("DOM");
            var reference =
                    factory.newReference(
                            "#" + element.getAttribute("ID"),
                            factory.newDigestMethod(DigestMethod.SHA256, null),
                            List.of(
                                    factory.newTransform(
                                            Transform.ENVELOPED, (TransformParameterSpec) null),
                                    factory.newTransform(
                                            CanonicalizationMethod.EXCLUSIVE,
                                            (TransformParameterSpec) null)),
                            null,
                            null);
            var more =
                    algorithm.equals("rsa-sha1")
                            ? "http://www.w3.org/2000/09/xmldsig#"
                            : "http://www.w3.org/2001/04/xmldsig-more#";
            var info =
                    factory.newSignedInfo(
                            factory.newCanonicalizationMethod(
                                    CanonicalizationMethod.EXCLUSIVE,
                                    (C14NMethodParameterSpec) null),
                            factory.newSignatureMethod(more + algorithm, null),
                            List.of(reference));
            var issuer = element.getElementsByTagNameNS(ASSERTION, "Issuer").item(0);
            var context =
                    new DOMSignContext(
                            certificate.keys().getPrivate(), element, issuer.getNextSibling());
            context.setDefaultNamespacePrefix("ds");
            context.setIdAttributeNS(element, null, "ID");
            factory.newXMLSignature(info, null).sign(context);
        } catch (GeneralSecurityException | MarshalException | XMLSignatureException e) {
            throw new IllegalStateException(e);
        }
    }

    static Document parsed(String xml) {
        try {
            return DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xml)));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    static String text(Document document) {
        try {
            var transformer = TransformerFactory.newInstance().newTransformer();
            transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            var text = new StringWriter();
            transformer.transform(new DOMSource(document), new StreamResult(text));
            return text.toString();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
