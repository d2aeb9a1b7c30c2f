package groundschool.emulator.iam.operation;

import groundschool.emulator.Principal;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.credential.Credentials;
import groundschool.emulator.iam.credential.SigningCertificate;
import groundschool.emulator.iam.identity.LastUse;
import groundschool.emulator.iam.identity.LoginProfile;
import groundschool.emulator.iam.identity.PasswordPolicy;
import groundschool.emulator.iam.identity.User;
import groundschool.emulator.iam.identity.UserKey;
import groundschool.emulator.iam.mfa.MfaDevices;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Writes the report of who has which credentials: root first, then users by name.
///
/// There is no console to sign in to, so that no password was ever used.
///
/// Source: [Generate credential
/// reports](https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_getting-report.html)
final class CredentialReports {

    private static final String COLUMNS =
            "user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,password_next_rotation,mfa_active,access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,access_key_1_last_used_region,access_key_1_last_used_service,access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date,access_key_2_last_used_region,access_key_2_last_used_service,cert_1_active,cert_1_last_rotated,cert_2_active,cert_2_last_rotated";

    private static final int KEYS = 2;
    private static final int CERTIFICATES = 2;
    private static final String NONE = "N/A";
    private static final List<String> NO_KEY = List.of("false", NONE, NONE, NONE, NONE);
    private static final List<String> NO_CERTIFICATE = List.of("false", NONE);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx").withZone(ZoneOffset.UTC);

    private CredentialReports() {}

    static String csv(Identities identities, String account) {
        var lines = new ArrayList<String>();
        lines.add(COLUMNS);
        lines.add(root(identities, account));
        identities.users().forEach(user -> lines.add(user(user, identities, account)));
        return String.join("\n", lines);
    }

    private static String root(Identities identities, String account) {
        var keys = keys("", identities);
        var fields =
                new ArrayList<>(
                        List.of(
                                "<root_account>",
                                new Principal.Root(account).arn(),
                                keys.isEmpty() ? NONE : time(keys.getFirst().createdAt()),
                                "not_supported",
                                "no_information",
                                "not_supported",
                                "not_supported",
                                "false"));
        add(keys, fields);
        addCertificates("", identities, fields);
        return line(fields);
    }

    private static String user(User user, Identities identities, String account) {
        var fields =
                new ArrayList<>(List.of(user.name(), user.arn(account), time(user.createdAt())));
        fields.addAll(
                user.login()
                        .map(login -> password(login, identities))
                        .orElse(List.of("false", NONE, NONE, NONE)));
        var hasMfa = MfaDevices.in(identities).of(user.id()).findAny().isPresent();
        fields.add(Boolean.toString(hasMfa));
        add(keys(user.id(), identities), fields);
        addCertificates(user.id(), identities, fields);
        return line(fields);
    }

    private static List<String> password(LoginProfile login, Identities identities) {
        var next =
                identities
                        .settings()
                        .passwordPolicy()
                        .flatMap(PasswordPolicy::maxPasswordAge)
                        .map(days -> time(login.changedAt().plus(Duration.ofDays(days))))
                        .orElse(NONE);
        return List.of("true", "no_information", time(login.changedAt()), next);
    }

    private static List<UserKey> keys(String userId, Identities identities) {
        return identities.keysOf(userId).sorted(Comparator.comparing(UserKey::createdAt)).toList();
    }

    private static void add(List<UserKey> keys, List<String> fields) {
        for (var i = 0; i < KEYS; i++) {
            fields.addAll(i < keys.size() ? key(keys.get(i)) : NO_KEY);
        }
    }

    private static void addCertificates(String userId, Identities identities, List<String> fields) {
        var certificates =
                Credentials.in(identities)
                        .signingCertificatesOf(userId)
                        .sorted(Comparator.comparing(SigningCertificate::uploadedAt))
                        .toList();
        for (var i = 0; i < CERTIFICATES; i++) {
            fields.addAll(
                    i < certificates.size()
                            ? List.of(
                                    Boolean.toString(certificates.get(i).isActive()),
                                    time(certificates.get(i).uploadedAt()))
                            : NO_CERTIFICATE);
        }
    }

    private static List<String> key(UserKey key) {
        var used = key.lastUsed();
        return List.of(
                Boolean.toString(key.isActive()),
                time(key.createdAt()),
                used.map(use -> time(use.at())).orElse(NONE),
                used.map(LastUse::region).orElse(NONE),
                used.map(LastUse::service).orElse(NONE));
    }

    private static String time(Instant instant) {
        return TIME.format(instant);
    }

    /// Names may have commas in them.
    private static String line(List<String> fields) {
        return String.join(
                ",",
                fields.stream()
                        .map(field -> field.contains(",") ? "\"" + field + "\"" : field)
                        .toList());
    }
}
