package groundschool.emulator.sts.saml;

import groundschool.emulator.iam.saml.SafeXml;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.PrivateKey;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import javax.crypto.spec.SecretKeySpec;
import javax.xml.crypto.dsig.XMLSignature;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/// An assertion that only its addressee can read: encrypted with a key of its own, which is
/// encrypted with the addressee's. RSA with the padding of PKCS #1 is not taken.
///
/// Source: [XML Encryption 1.1](https://www.w3.org/TR/xmlenc-core1/)
final class EncryptedAssertion {

    private static final String ENCRYPTION = "http://www.w3.org/2001/04/xmlenc#";
    private static final String ENCRYPTION_11 = "http://www.w3.org/2009/xmlenc11#";

    private static final Map<String, Integer> CBC_KEY_BYTES =
            Map.of(
                    ENCRYPTION + "aes128-cbc", 16,
                    ENCRYPTION + "aes192-cbc", 24,
                    ENCRYPTION + "aes256-cbc", 32);

    private static final Map<String, Integer> GCM_KEY_BYTES =
            Map.of(
                    ENCRYPTION_11 + "aes128-gcm", 16,
                    ENCRYPTION_11 + "aes192-gcm", 24,
                    ENCRYPTION_11 + "aes256-gcm", 32);

    private static final Map<String, String> DIGESTS =
            Map.of(
                    "http://www.w3.org/2000/09/xmldsig#sha1",
                    "SHA-1",
                    ENCRYPTION + "sha256",
                    "SHA-256",
                    ENCRYPTION + "sha512",
                    "SHA-512");

    private static final Map<String, MGF1ParameterSpec> MASKS =
            Map.of(
                    ENCRYPTION_11 + "mgf1sha1", MGF1ParameterSpec.SHA1,
                    ENCRYPTION_11 + "mgf1sha256", MGF1ParameterSpec.SHA256,
                    ENCRYPTION_11 + "mgf1sha512", MGF1ParameterSpec.SHA512);

    private static final int BLOCK_BYTES = 16;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final Element element;

    EncryptedAssertion(Element element) {
        this.element = element;
    }

    /// The assertion, as a document of its own.
    ///
    /// @return nothing if none of these keys opens it; why, nobody is told
    Optional<Element> readWith(List<PrivateKey> keys) {
        return keys.stream()
                .flatMap(key -> decrypted(key).stream())
                .flatMap(bytes -> SafeXml.parse(bytes).stream())
                .map(Document::getDocumentElement)
                .filter(root ->
                        SamlResponse.ASSERTION.equals(root.getNamespaceURI())
                                && "Assertion".equals(root.getLocalName()))
                .findFirst();
    }

    private Optional<byte[]> decrypted(PrivateKey key) {
        var data = only(element, ENCRYPTION, "EncryptedData");
        // In the data's description of the key, or beside the data.
        var wrapped = SafeXml.everywhere(element, ENCRYPTION, "EncryptedKey");
        if (data.isEmpty() || wrapped.size() != 1) {
            return Optional.empty();
        }
        try {
            var secret = unwrapped(wrapped.getFirst(), key);
            return secret.isEmpty()
                    ? Optional.empty()
                    : decrypted(algorithm(data.get()), secret.get(), cipherText(data.get()));
        } catch (GeneralSecurityException | IllegalArgumentException notWithThisKey) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> unwrapped(Element wrapped, PrivateKey key)
            throws GeneralSecurityException {
        var method = only(wrapped, ENCRYPTION, "EncryptionMethod");
        var digest =
                method.flatMap(each -> only(each, XMLSignature.XMLNS, "DigestMethod"))
                        .map(each -> each.getAttribute("Algorithm"))
                        .orElse("http://www.w3.org/2000/09/xmldsig#sha1");
        var mask =
                method.flatMap(each -> only(each, ENCRYPTION_11, "MGF"))
                        .map(each -> each.getAttribute("Algorithm"))
                        .orElse(ENCRYPTION_11 + "mgf1sha1");
        var isKnown =
                List.of(ENCRYPTION + "rsa-oaep-mgf1p", ENCRYPTION_11 + "rsa-oaep")
                        .contains(algorithm(wrapped));
        if (!isKnown || !DIGESTS.containsKey(digest) || !MASKS.containsKey(mask)) {
            return Optional.empty();
        }
        var padding =
                new OAEPParameterSpec(
                        DIGESTS.get(digest), "MGF1", MASKS.get(mask), PSource.PSpecified.DEFAULT);
        return Optional.of(run("RSA/ECB/OAEPPadding", key, padding, cipherText(wrapped)));
    }

    private static Optional<byte[]> decrypted(String algorithm, byte[] secret, byte[] sealed)
            throws GeneralSecurityException {
        var key = new SecretKeySpec(secret, "AES");
        if (Optional.of(secret.length).equals(length(GCM_KEY_BYTES, algorithm))
                && sealed.length > NONCE_BYTES) {
            var nonce = new GCMParameterSpec(TAG_BITS, sealed, 0, NONCE_BYTES);
            var rest = Arrays.copyOfRange(sealed, NONCE_BYTES, sealed.length);
            return Optional.of(run("AES/GCM/NoPadding", key, nonce, rest));
        }
        if (Optional.of(secret.length).equals(length(CBC_KEY_BYTES, algorithm))
                && sealed.length > BLOCK_BYTES) {
            var start = new IvParameterSpec(sealed, 0, BLOCK_BYTES);
            var rest = Arrays.copyOfRange(sealed, BLOCK_BYTES, sealed.length);
            return unpadded(run("AES/CBC/NoPadding", key, start, rest));
        }
        return Optional.empty();
    }

    /// The last octet says how many were added.
    private static Optional<byte[]> unpadded(byte[] padded) {
        var added = padded[padded.length - 1];
        return added < 1 || added > BLOCK_BYTES
                ? Optional.empty()
                : Optional.of(Arrays.copyOf(padded, padded.length - added));
    }

    private static byte[] run(
            String transformation, Key key, AlgorithmParameterSpec parameters, byte[] text)
            throws GeneralSecurityException {
        var cipher = Cipher.getInstance(transformation);
        cipher.init(Cipher.DECRYPT_MODE, key, parameters);
        return cipher.doFinal(text);
    }

    private static Optional<Integer> length(Map<String, Integer> lengths, String algorithm) {
        return Optional.ofNullable(lengths.get(algorithm));
    }

    private static String algorithm(Element encrypted) {
        return only(encrypted, ENCRYPTION, "EncryptionMethod")
                .map(method -> method.getAttribute("Algorithm"))
                .orElse("");
    }

    private static byte[] cipherText(Element encrypted) {
        return only(encrypted, ENCRYPTION, "CipherData")
                .flatMap(data -> only(data, ENCRYPTION, "CipherValue"))
                .map(value -> value.getTextContent().replaceAll("\\s", ""))
                .map(Base64.getDecoder()::decode)
                .orElseThrow(IllegalArgumentException::new);
    }

    private static Optional<Element> only(Element parent, String namespace, String name) {
        var found = SafeXml.children(parent, namespace, name);
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }
}
