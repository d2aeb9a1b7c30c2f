package groundschool.emulator.cognito;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A passkey in software, with the browser around it: what it signs can be bent for tests.
final class SoftwareAuthenticator {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final String algorithm;
    private final KeyPair keys;
    final byte[] id = new byte[32];
    String origin = "https://shop.example";
    String relyingParty = "shop.example";
    String format = "none";
    int flags = 0x05;
    int count;

    /// @param algorithm `ES256`, `RS256` or `EdDSA`
    SoftwareAuthenticator(String algorithm) {
        this.algorithm = algorithm;
        new SecureRandom().nextBytes(id);
        try {
            var generator =
                    KeyPairGenerator.getInstance(
                            switch (algorithm) {
                                case "ES256" -> "EC";
                                case "RS256" -> "RSA";
                                default -> "Ed25519";
                            });
            if (algorithm.equals("ES256")) {
                generator.initialize(new ECGenParameterSpec("secp256r1"));
            } else if (algorithm.equals("RS256")) {
                generator.initialize(2048);
            }
            keys = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    String name() {
        return text(id);
    }

    /// What `navigator.credentials.create` gives.
    ///
    /// @param options `CredentialCreationOptions`
    String create(JsonNode options) {
        var client = clientData("webauthn.create", options.path("challenge").asString());
        var data = authenticatorData(true);
        var object = new ByteArrayOutputStream();
        object.write(0xA3);
        put(object, "fmt", format);
        if (format.equals("packed")) {
            cborText(object, "attStmt");
            object.write(0xA2);
            cborText(object, "alg");
            cborNumber(object, cose());
            cborText(object, "sig");
            cborBytes(object, sign(data, client));
        } else {
            cborText(object, "attStmt");
            object.write(0xA0);
        }
        cborText(object, "authData");
        cborBytes(object, data);
        return """
        {"id": "%s", "rawId": "%s", "type": "public-key", "authenticatorAttachment": "platform",
         "clientExtensionResults": {},
         "response": {"clientDataJSON": "%s", "attestationObject": "%s", "transports": ["internal"]}}
        """
                .formatted(name(), name(), text(client), text(object.toByteArray()));
    }

    /// What `navigator.credentials.get` gives.
    ///
    /// @param options `CREDENTIAL_REQUEST_OPTIONS`
    String get(String options) {
        var challenge = JSON.readTree(options).path("challenge").asString();
        var client = clientData("webauthn.get", challenge);
        count++;
        var data = authenticatorData(false);
        return """
        {"id": "%s", "rawId": "%s", "type": "public-key", "clientExtensionResults": {},
         "response": {"clientDataJSON": "%s", "authenticatorData": "%s", "signature": "%s"}}
        """
                .formatted(name(), name(), text(client), text(data), text(sign(data, client)));
    }

    private byte[] clientData(String type, String challenge) {
        return "{\"type\":\"%s\",\"challenge\":\"%s\",\"origin\":\"%s\",\"crossOrigin\":false}"
                .formatted(type, challenge, origin)
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] authenticatorData(boolean withKey) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(Hashes.sha256(Hashes.utf8(relyingParty)));
        out.write(withKey ? flags | 0x40 : flags);
        out.writeBytes(ByteBuffer.allocate(4).putInt(count).array());
        if (withKey) {
            out.writeBytes(new byte[16]);
            out.writeBytes(ByteBuffer.allocate(2).putShort((short) id.length).array());
            out.writeBytes(id);
            out.writeBytes(key());
        }
        return out.toByteArray();
    }

    private int cose() {
        return switch (algorithm) {
            case "ES256" -> -7;
            case "RS256" -> -257;
            default -> -8;
        };
    }

    /// The public key as COSE.
    private byte[] key() {
        var out = new ByteArrayOutputStream();
        switch (keys.getPublic()) {
            case ECPublicKey elliptic -> {
                out.write(0xA5);
                pair(out, 1, 2);
                pair(out, 3, -7);
                pair(out, -1, 1);
                cborNumber(out, -2);
                cborBytes(out, fixed(elliptic.getW().getAffineX()));
                cborNumber(out, -3);
                cborBytes(out, fixed(elliptic.getW().getAffineY()));
            }
            case RSAPublicKey rsa -> {
                out.write(0xA4);
                pair(out, 1, 3);
                pair(out, 3, -257);
                cborNumber(out, -1);
                cborBytes(out, rsa.getModulus().toByteArray());
                cborNumber(out, -2);
                cborBytes(out, rsa.getPublicExponent().toByteArray());
            }
            case EdECPublicKey edwards -> {
                var bytes = fixed(edwards.getPoint().getY());
                var reversed = new byte[32];
                for (int i = 0; i < 32; i++) {
                    reversed[i] = bytes[31 - i];
                }
                if (edwards.getPoint().isXOdd()) {
                    reversed[31] |= (byte) 0x80;
                }
                out.write(0xA4);
                pair(out, 1, 1);
                pair(out, 3, -8);
                pair(out, -1, 6);
                cborNumber(out, -2);
                cborBytes(out, reversed);
            }
            default -> throw new AssertionError(keys.getPublic());
        }
        return out.toByteArray();
    }

    private static byte[] fixed(BigInteger number) {
        var bytes = number.toByteArray();
        var all = new byte[32];
        int length = Math.min(32, bytes.length);
        System.arraycopy(bytes, bytes.length - length, all, 32 - length, length);
        return all;
    }

    private byte[] sign(byte[] data, byte[] client) {
        try {
            var signature =
                    Signature.getInstance(
                            switch (algorithm) {
                                case "ES256" -> "SHA256withECDSA";
                                case "RS256" -> "SHA256withRSA";
                                default -> "Ed25519";
                            });
            signature.initSign(keys.getPrivate());
            signature.update(data);
            signature.update(Hashes.sha256(client));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static void pair(ByteArrayOutputStream out, int key, int value) {
        cborNumber(out, key);
        cborNumber(out, value);
    }

    private static void put(ByteArrayOutputStream out, String name, String value) {
        cborText(out, name);
        cborText(out, value);
    }

    private static void cborNumber(ByteArrayOutputStream out, int number) {
        head(out, number < 0 ? 1 : 0, number < 0 ? -1 - number : number);
    }

    private static void cborText(ByteArrayOutputStream out, String text) {
        head(out, 3, text.length());
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void cborBytes(ByteArrayOutputStream out, byte[] bytes) {
        head(out, 2, bytes.length);
        out.writeBytes(bytes);
    }

    private static void head(ByteArrayOutputStream out, int major, int argument) {
        if (argument < 24) {
            out.write(major << 5 | argument);
        } else if (argument < 256) {
            out.write(major << 5 | 24);
            out.write(argument);
        } else {
            out.write(major << 5 | 25);
            out.write(argument >> 8);
            out.write(argument);
        }
    }
}
