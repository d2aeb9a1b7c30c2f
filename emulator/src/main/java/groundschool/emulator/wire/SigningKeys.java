package groundschool.emulator.wire;

import groundschool.emulator.sandbox.AccessKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The keys derived from secrets, for a day, a Region and a service. The last used are kept, since
/// deriving one takes four rounds of HMAC.
final class SigningKeys {

    private static final int KEPT = 4096;

    private record Scope(String keyId, String secret, String scope) {}

    /// Each is fresh, and copied for each signature.
    private final Map<Scope, Mac> kept =
            new LinkedHashMap<>(64, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Scope, Mac> eldest) {
                    return size() > KEPT;
                }
            };

    /// The signature of a text, as bytes.
    byte[] sign(AccessKey key, CredentialScope scope, String text) {
        try {
            var mac = (Mac) signingKey(key, scope).clone();
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the JDK's MACs can be copied", e);
        }
    }

    private Mac signingKey(AccessKey key, CredentialScope scope) {
        var sought = new Scope(key.id(), key.secret(), scope.text());
        synchronized (kept) {
            var found = kept.get(sought);
            if (found != null) {
                return found;
            }
        }
        var derived = mac(derive(key.secret(), scope));
        synchronized (kept) {
            kept.put(sought, derived);
        }
        return derived;
    }

    private static SecretKeySpec derive(String secret, CredentialScope scope) {
        var date = hmac(spec(("AWS4" + secret).getBytes(StandardCharsets.UTF_8)), scope.date());
        var region = hmac(spec(date), scope.region());
        var service = hmac(spec(region), scope.service());
        return spec(hmac(spec(service), scope.terminator()));
    }

    private static SecretKeySpec spec(byte[] key) {
        return new SecretKeySpec(key, "HmacSHA256");
    }

    private static byte[] hmac(SecretKeySpec key, String text) {
        return mac(key).doFinal(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Mac mac(SecretKeySpec key) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
