package groundschool.emulator.iam.operation;

import groundschool.emulator.Call;
import java.util.UUID;

/// The ids that IAM gives to what it keeps: the prefix says what it is.
///
/// Source: [Unique
/// identifiers](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids)
final class IamIds {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private static final int USUAL_LENGTH = 21;
    private static final int CERTIFICATE_LENGTH = 32;

    private IamIds() {}

    static String user(Call call) {
        return id("AIDA", call);
    }

    static String group(Call call) {
        return id("AGPA", call);
    }

    static String role(Call call) {
        return id("AROA", call);
    }

    static String policy(Call call) {
        return id("ANPA", call);
    }

    static String instanceProfile(Call call) {
        return id("AIPA", call);
    }

    static String samlProvider(Call call) {
        return id("ASMP", call);
    }

    static String sshKey(Call call) {
        return id("APKA", call);
    }

    static String serviceCredential(Call call) {
        return id("ACCA", call);
    }

    static String serverCertificate(Call call) {
        return id("ASCA", call);
    }

    /// These have no prefix, and are longer.
    static String signingCertificate(Call call) {
        return letters("", CERTIFICATE_LENGTH, call);
    }

    /// What jobs and tasks are found by.
    static String uuid(Call call) {
        var bytes = new byte[16];
        call.random().nextBytes(bytes);
        return UUID.nameUUIDFromBytes(bytes).toString();
    }

    private static String id(String prefix, Call call) {
        return letters(prefix, USUAL_LENGTH, call);
    }

    private static String letters(String prefix, int length, Call call) {
        var id = new StringBuilder(prefix);
        while (id.length() < length) {
            id.append(LETTERS.charAt(call.random().nextInt(LETTERS.length())));
        }
        return id.toString();
    }
}
