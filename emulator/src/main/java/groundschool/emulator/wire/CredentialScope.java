package groundschool.emulator.wire;

import groundschool.emulator.AwsException;
import java.util.ArrayList;

/// Whose key signed, and for what: `keyid/date/region/service/aws4_request`.
///
/// @param date eight digits
record CredentialScope(
        String keyId, String date, String region, String service, String terminator) {

    /// What an SDK signs with that was told both an endpoint and that a service is global: without
    /// the endpoint it would know that such services are in us-east-1.
    private static final String GLOBAL = "aws-global";

    private static final String HOME_OF_GLOBAL = "us-east-1";

    /// @throws AwsException if it has not exactly five parts
    static CredentialScope of(String credential) {
        var parts = credential.split("/");
        if (parts.length != 5) {
            throw SignatureErrors.credential(credential);
        }
        return new CredentialScope(parts[0], parts[1], parts[2], parts[3], parts[4]);
    }

    /// Checks all but the key.
    ///
    /// Unlike AWS, whose endpoints each serve one Region, any that looks like one is right, and
    /// `aws-global`.
    ///
    /// @param called the service that the request is for
    /// @param dateTime of the request, in ISO-8601's basic format
    /// @throws AwsException that names everything which does not fit
    void check(String called, String dateTime) {
        var wrong = new ArrayList<String>();
        if (!isRegion(calledRegion())) {
            wrong.add(
                    "Credential should be scoped to a valid region, not '%s'. ".formatted(region));
        }
        if (!service.equals(called)) {
            wrong.add("Credential should be scoped to correct service: '%s'. ".formatted(called));
        }
        if (!terminator.equals("aws4_request")) {
            wrong.add(
                    "Credential should be scoped with a valid terminator: 'aws4_request', not '%s'. "
                            .formatted(terminator));
        }
        var day = dateTime.substring(0, 8);
        if (!date.equals(day)) {
            wrong.add(
                    "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '%s' != '%s', from '%s'. "
                            .formatted(date, day, dateTime));
        }
        if (!wrong.isEmpty()) {
            throw SignatureErrors.invalid(String.join("", wrong));
        }
    }

    /// The Region whose things the request is about.
    String calledRegion() {
        return region.equals(GLOBAL) ? HOME_OF_GLOBAL : region;
    }

    /// Whether it is at least two letters, further words of letters, and a number of one or two
    /// digits, with hyphens between.
    private static boolean isRegion(String text) {
        int hyphen = text.indexOf('-');
        int last = text.lastIndexOf('-');
        int digits = text.length() - last - 1;
        if (hyphen < 2 || last == hyphen || digits < 1 || digits > 2) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean fits =
                    i > last
                            ? c >= '0' && c <= '9'
                            : c == '-' ? text.charAt(i - 1) != '-' : c >= 'a' && c <= 'z';
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    /// The scope without the key's id.
    String text() {
        return date + "/" + region + "/" + service + "/" + terminator;
    }
}
