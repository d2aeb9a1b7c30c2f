package groundschool.emulator.cognito.message;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Reads a message of the AWS Encryption SDK as its reference says, part by part, and holds each
/// against what it must be.
///
/// Source: [AWS Encryption SDK message format
/// reference](https://docs.aws.amazon.com/encryption-sdk/latest/developer-guide/message-format.html)
record DecryptedMessage(byte[] plaintext, Map<String, String> context, String keyArn) {

    /// @param kms opens a data key, given the context
    static DecryptedMessage of(byte[] message, BiFunction<byte[], Map<String, String>, byte[]> kms)
            throws Exception {
        var in = new DataInputStream(new ByteArrayInputStream(message));
        expect(in.readUnsignedByte(), 1);
        expect(in.readUnsignedByte(), 0x80);
        expect(in.readUnsignedShort(), 0x0378);
        var id = in.readNBytes(16);
        var pairs = new DataInputStream(new ByteArrayInputStream(sized(in)));
        var context = new TreeMap<String, String>();
        for (int left = pairs.readUnsignedShort(); left > 0; left--) {
            var name = text(sized(pairs));
            context.put(name, text(sized(pairs)));
        }
        expect(in.readUnsignedShort(), 1);
        if (!text(sized(in)).equals("aws-kms")) {
            throw new AssertionError("Not of KMS");
        }
        var keyArn = text(sized(in));
        var dataKey = kms.apply(sized(in), context);
        expect(in.readUnsignedByte(), 2);
        expect(in.readInt(), 0);
        expect(in.readUnsignedByte(), 12);
        int frame = in.readInt();
        int header = message.length - in.available();
        var info = ByteBuffer.allocate(18).putShort((short) 0x0378).put(id).array();
        var key =
                new SecretKeySpec(
                        KDF.getInstance("HKDF-SHA384")
                                .deriveData(
                                        HKDFParameterSpec.ofExtract()
                                                .addIKM(dataKey)
                                                .thenExpand(info, 32)),
                        "AES");
        open(key, in.readNBytes(12), Arrays.copyOf(message, header), in.readNBytes(16));
        var plaintext = new ByteArrayOutputStream();
        for (int number = in.readInt(); number != -1; number = in.readInt()) {
            var iv = in.readNBytes(12);
            plaintext.write(
                    open(
                            key,
                            iv,
                            more(id, "AWSKMSEncryptionClient Frame", number, frame),
                            in.readNBytes(frame + 16)));
        }
        int last = in.readInt();
        var iv = in.readNBytes(12);
        int length = in.readInt();
        plaintext.write(
                open(
                        key,
                        iv,
                        more(id, "AWSKMSEncryptionClient Final Frame", last, length),
                        in.readNBytes(length + 16)));
        var signed = Arrays.copyOf(message, message.length - in.available());
        var signature = Signature.getInstance("SHA384withECDSA");
        signature.initVerify(publicKey(context.getOrDefault("aws-crypto-public-key", "")));
        signature.update(signed);
        if (!signature.verify(sized(in)) || in.available() > 0) {
            throw new AssertionError("The signature is wrong");
        }
        return new DecryptedMessage(plaintext.toByteArray(), context, keyArn);
    }

    private static void expect(int found, int wanted) {
        if (found != wanted) {
            throw new AssertionError("%x is not %x".formatted(found, wanted));
        }
    }

    private static byte[] sized(DataInputStream in) throws Exception {
        return in.readNBytes(in.readUnsignedShort());
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] more(byte[] id, String name, int number, long length) {
        var bytes = name.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(16 + bytes.length + 12)
                .put(id)
                .put(bytes)
                .putInt(number)
                .putLong(length)
                .array();
    }

    private static byte[] open(SecretKeySpec key, byte[] iv, byte[] more, byte[] sealed)
            throws Exception {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(128, iv));
        cipher.updateAAD(more);
        return cipher.doFinal(sealed);
    }

    private static PublicKey publicKey(String compressed) throws Exception {
        var bytes = Base64.getDecoder().decode(compressed);
        var parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec("secp384r1"));
        var curve = parameters.getParameterSpec(ECParameterSpec.class);
        var p = ((ECFieldFp) curve.getCurve().getField()).getP();
        var x = new BigInteger(1, Arrays.copyOfRange(bytes, 1, bytes.length));
        var square = x.pow(3).add(curve.getCurve().getA().multiply(x)).add(curve.getCurve().getB());
        var root = square.modPow(p.add(BigInteger.ONE).shiftRight(2), p);
        var y = root.testBit(0) == (bytes[0] == 3) ? root : p.subtract(root);
        return KeyFactory.getInstance("EC")
                .generatePublic(new ECPublicKeySpec(new ECPoint(x, y), curve));
    }
}
