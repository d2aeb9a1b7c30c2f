package groundschool.emulator.sandbox;

import java.security.SecureRandom;

/// Makes what nobody may guess, in the shapes that AWS gives it.
final class RandomNames {

    private static final String KEY_ID = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final String SECRET =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    /// Lower case only: some file systems know no other.
    private static final String SANDBOX = "abcdefghijklmnopqrstuvwxyz234567";

    private final SecureRandom random = new SecureRandom();

    /// 20 characters beginning with `AKIA`.
    String accessKeyId() {
        return "AKIA" + text(KEY_ID, 16);
    }

    /// 20 characters beginning with `ASIA`.
    String temporaryKeyId() {
        return "ASIA" + text(KEY_ID, 16);
    }

    /// 21 characters beginning with `AIDA`, as users have it.
    String userId() {
        return "AIDA" + text(KEY_ID, 17);
    }

    /// 40 characters.
    String secret() {
        return text(SECRET, 40);
    }

    /// 80 bits, safe as the name of a folder.
    String sandboxId() {
        return text(SANDBOX, 16);
    }

    SharedRandom generator() {
        return SharedRandom.fresh(random);
    }

    private String text(String alphabet, int length) {
        var text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
