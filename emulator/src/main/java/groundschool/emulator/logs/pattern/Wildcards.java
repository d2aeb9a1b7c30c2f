package groundschool.emulator.logs.pattern;

/// Texts with `*` for any characters, or none.
public final class Wildcards {

    private Wildcards() {}

    /// Whether a text fits, in time that grows with both lengths and no faster.
    public static boolean match(String pattern, String text) {
        int star = -1;
        int retry = 0;
        int at = 0;
        int wanted = 0;
        while (at < text.length()) {
            if (wanted < pattern.length() && pattern.charAt(wanted) == '*') {
                star = wanted++;
                retry = at;
            } else if (wanted < pattern.length() && pattern.charAt(wanted) == text.charAt(at)) {
                wanted++;
                at++;
            } else if (star >= 0) {
                wanted = star + 1;
                at = ++retry;
            } else {
                return false;
            }
        }
        while (wanted < pattern.length() && pattern.charAt(wanted) == '*') {
            wanted++;
        }
        return wanted == pattern.length();
    }
}
