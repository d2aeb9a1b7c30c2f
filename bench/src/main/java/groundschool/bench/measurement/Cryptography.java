package groundschool.bench.measurement;

import groundschool.emulator.cognito.flow.Srp;
import java.lang.management.ManagementFactory;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.time.Duration;
import java.util.List;

/// The least that signing in can take: signatures of two tokens, and modular exponentiation.
enum Cryptography {
    /// The verifier is derived from the password again.
    PASSWORD {
        @Override
        void once(Material material) throws GeneralSecurityException {
            material.verifier();
            material.sign();
            material.sign();
        }
    },
    /// The server's public number, and the key that both know.
    SRP {
        @Override
        void once(Material material) throws GeneralSecurityException {
            var offer = Srp.offer(material.verifier, material.random);
            Srp.key(material.a, offer, material.verifier);
            material.sign();
            material.sign();
        }
    },
    SIGN_UP {
        @Override
        void once(Material material) {
            material.verifier();
        }
    },
    TOKEN {
        @Override
        void once(Material material) throws GeneralSecurityException {
            material.verify();
        }
    };

    abstract void once(Material material) throws GeneralSecurityException;

    /// How often all processors could in a second, and the microseconds that one takes.
    List<Double> trial(Duration time) throws GeneralSecurityException {
        var material = new Material();
        long count = 0;
        long began = System.nanoTime();
        long now = began;
        for (; now < began + time.toNanos(); now = System.nanoTime()) {
            once(material);
            count++;
        }
        double microseconds = (now - began) / 1e3 / count;
        return List.of(
                Runtime.getRuntime().availableProcessors() * 1e6 / microseconds, microseconds);
    }

    /// What it is done with.
    private static final class Material {

        private static final byte[] TOKEN = new byte[700];

        private final SecureRandom random = new SecureRandom();
        private final KeyPair keys;
        private final byte[] signature;
        private final BigInteger salt = new BigInteger(128, random);
        private final BigInteger verifier = verifier();
        private final BigInteger a = Srp.open(new BigInteger(256, random));

        Material() throws GeneralSecurityException {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            keys = generator.generateKeyPair();
            signature = sign();
        }

        BigInteger verifier() {
            return Srp.verifier("pool", "person", People.PASSWORD, salt);
        }

        byte[] sign() throws GeneralSecurityException {
            var signing = Signature.getInstance("SHA256withRSA");
            signing.initSign(keys.getPrivate());
            signing.update(TOKEN);
            return signing.sign();
        }

        void verify() throws GeneralSecurityException {
            var verifying = Signature.getInstance("SHA256withRSA");
            verifying.initVerify(keys.getPublic());
            verifying.update(TOKEN);
            if (!verifying.verify(signature)) {
                throw new IllegalStateException("A signature does not verify.");
            }
        }
    }
}
