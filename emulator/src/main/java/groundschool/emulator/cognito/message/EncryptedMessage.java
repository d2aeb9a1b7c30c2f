package groundschool.emulator.cognito.message;

import groundschool.emulator.kms.KeyClient;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// A text as the AWS Encryption SDK encrypts it: in version 1 of its message format, with the
/// algorithm suite 0x0378 (AES-256 in GCM, HKDF with SHA-384, signed with ECDSA on P-384), which
/// does not commit to its key. That is what Cognito sends, and why functions that decrypt it are
/// told to use the commitment policy `REQUIRE_ENCRYPT_ALLOW_DECRYPT`.
///
/// Source: [AWS Encryption SDK message format
/// reference](https://docs.aws.amazon.com/encryption-sdk/latest/developer-guide/message-format.html),
/// [algorithms
/// reference](https://docs.aws.amazon.com/encryption-sdk/latest/developer-guide/algorithms-reference.html)
final class EncryptedMessage {

    private static final int VERSION = 1;
    private static final int TYPE = 0x80;
    private static final int SUITE = 0x0378;
    private static final int ID_BYTES = 16;
    private static final int IV_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int FRAMED = 2;
    private static final int FRAME_BYTES = 4096;
    private static final int LAST_FRAME = 0xFFFFFFFF;
    private static final int COORDINATE_BYTES = 48;
    private static final String PUBLIC_KEY = "aws-crypto-public-key";
    private static final byte[] FRAME_NAME = utf8("AWSKMSEncryptionClient Frame");
    private static final byte[] LAST_FRAME_NAME = utf8("AWSKMSEncryptionClient Final Frame");

    private EncryptedMessage() {}

    /// @param context that whoever decrypts it sees
    /// @throws groundschool.emulator.AwsException if KMS refuses
    static byte[] of(
            byte[] plaintext,
            String keyArn,
            SortedMap<String, String> context,
            KeyClient keys,
            SecureRandom random) {
        try {
            var signer = signer(random);
            var all = new TreeMap<>(context);
            all.put(PUBLIC_KEY, compressed((ECPublicKey) signer.getPublic()));
            var dataKey = keys.dataKey(keyArn, all);
            var id = new byte[ID_BYTES];
            random.nextBytes(id);
            var header = header(id, all, dataKey);
            var key = derived(dataKey.plaintext(), id);
            var message = new ByteArrayOutputStream();
            var out = new DataOutputStream(message);
            out.write(header);
            out.write(new byte[IV_BYTES]);
            out.write(sealed(key, new byte[IV_BYTES], header, new byte[0]));
            writeFrames(out, key, id, plaintext);
            var signature = signature(signer, message.toByteArray());
            out.writeShort(signature.length);
            out.write(signature);
            return message.toByteArray();
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static KeyPair signer(SecureRandom random) throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp384r1"), random);
        return generator.generateKeyPair();
    }

    /// A point as SEC 1 compresses it: whether y is odd, and x.
    private static String compressed(ECPublicKey key) {
        var point = new byte[1 + COORDINATE_BYTES];
        point[0] = (byte) (key.getW().getAffineY().testBit(0) ? 3 : 2);
        var x = unsigned(key.getW().getAffineX());
        System.arraycopy(x, 0, point, point.length - x.length, x.length);
        return Base64.getEncoder().encodeToString(point);
    }

    private static byte[] unsigned(BigInteger number) {
        var bytes = number.toByteArray();
        return bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    }

    private static byte[] header(
            byte[] id, SortedMap<String, String> context, KeyClient.DataKey key)
            throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeByte(VERSION);
        out.writeByte(TYPE);
        out.writeShort(SUITE);
        out.write(id);
        var pairs = new ByteArrayOutputStream();
        var pairsOut = new DataOutputStream(pairs);
        pairsOut.writeShort(context.size());
        for (var pair : context.entrySet()) {
            writeSized(pairsOut, utf8(pair.getKey()));
            writeSized(pairsOut, utf8(pair.getValue()));
        }
        writeSized(out, pairs.toByteArray());
        out.writeShort(1);
        writeSized(out, utf8("aws-kms"));
        writeSized(out, utf8(key.keyArn()));
        writeSized(out, key.blob());
        out.writeByte(FRAMED);
        out.writeInt(0);
        out.writeByte(IV_BYTES);
        out.writeInt(FRAME_BYTES);
        return bytes.toByteArray();
    }

    private static void writeSized(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeShort(bytes.length);
        out.write(bytes);
    }

    private static SecretKeySpec derived(byte[] dataKey, byte[] id)
            throws GeneralSecurityException {
        var info = ByteBuffer.allocate(2 + ID_BYTES).putShort((short) SUITE).put(id).array();
        var derivation =
                HKDFParameterSpec.ofExtract().addIKM(dataKey).thenExpand(info, dataKey.length);
        return new SecretKeySpec(KDF.getInstance("HKDF-SHA384").deriveData(derivation), "AES");
    }

    private static byte[] sealed(SecretKeySpec key, byte[] iv, byte[] more, byte[] plaintext)
            throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, iv));
        cipher.updateAAD(more);
        return cipher.doFinal(plaintext);
    }

    private static void writeFrames(
            DataOutputStream out, SecretKeySpec key, byte[] id, byte[] plaintext)
            throws GeneralSecurityException, IOException {
        int number = 1;
        int start = 0;
        while (plaintext.length - start > FRAME_BYTES) {
            var part = Arrays.copyOfRange(plaintext, start, start + FRAME_BYTES);
            out.writeInt(number);
            out.write(iv(number));
            out.write(sealed(key, iv(number), frame(FRAME_NAME, id, number, part), part));
            start += FRAME_BYTES;
            number++;
        }
        var rest = Arrays.copyOfRange(plaintext, start, plaintext.length);
        out.writeInt(LAST_FRAME);
        out.writeInt(number);
        out.write(iv(number));
        out.writeInt(rest.length);
        out.write(sealed(key, iv(number), frame(LAST_FRAME_NAME, id, number, rest), rest));
    }

    private static byte[] iv(int number) {
        return ByteBuffer.allocate(IV_BYTES).putLong(0).putInt(number).array();
    }

    /// What is authenticated with a frame.
    private static byte[] frame(byte[] name, byte[] id, int number, byte[] content) {
        return ByteBuffer.allocate(ID_BYTES + name.length + Integer.BYTES + Long.BYTES)
                .put(id)
                .put(name)
                .putInt(number)
                .putLong(content.length)
                .array();
    }

    private static byte[] signature(KeyPair signer, byte[] message)
            throws GeneralSecurityException {
        var signature = Signature.getInstance("SHA384withECDSA");
        signature.initSign(signer.getPrivate());
        signature.update(message);
        return signature.sign();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
