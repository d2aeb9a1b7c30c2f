package groundschool.emulator.iam.policy;

import java.util.Arrays;
import java.util.Optional;

/// A range of IP addresses in CIDR notation; without a prefix length, one address.
///
/// Source: [IP address condition
/// operators](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_IPAddress)
final class IpNetwork {

    private static final int IPV4_BYTES = 4;
    private static final int IPV6_BYTES = 16;
    private static final int GROUPS = 8;

    private final byte[] address;
    private final int prefixBits;

    private IpNetwork(byte[] address, int prefixBits) {
        this.address = address;
        this.prefixBits = prefixBits;
    }

    /// @return empty if the text is no such range
    static Optional<IpNetwork> of(String text) {
        int slash = text.indexOf('/');
        var address = bytes(slash < 0 ? text : text.substring(0, slash));
        int longest = address.length * Byte.SIZE;
        int prefix = slash < 0 ? longest : decimal(text.substring(slash + 1), longest);
        return address.length == 0 || prefix < 0
                ? Optional.empty()
                : Optional.of(new IpNetwork(address, prefix));
    }

    boolean contains(String other) {
        var bytes = bytes(other);
        if (bytes.length != address.length) {
            return false;
        }
        int whole = prefixBits / Byte.SIZE;
        int rest = prefixBits % Byte.SIZE;
        if (!Arrays.equals(address, 0, whole, bytes, 0, whole)) {
            return false;
        }
        int mask = 0xFF << (Byte.SIZE - rest);
        return rest == 0 || (address[whole] & mask) == (bytes[whole] & mask);
    }

    /// An address's bytes, none if the text is no address. No name is ever looked up.
    private static byte[] bytes(String text) {
        return text.indexOf(':') < 0 ? ipv4(text) : ipv6(text);
    }

    private static byte[] ipv4(String text) {
        var parts = text.split("\\.", -1);
        var bytes = new byte[IPV4_BYTES];
        if (parts.length != IPV4_BYTES) {
            return new byte[0];
        }
        for (int i = 0; i < IPV4_BYTES; i++) {
            int part = decimal(parts[i], 0xFF);
            if (part < 0) {
                return new byte[0];
            }
            bytes[i] = (byte) part;
        }
        return bytes;
    }

    private static byte[] ipv6(String text) {
        int gap = text.indexOf("::");
        var head = gap < 0 ? text : text.substring(0, gap);
        var tail = gap < 0 ? "" : text.substring(gap + 2);
        var first = head.isEmpty() ? new String[0] : head.split(":", -1);
        var last = tail.isEmpty() ? new String[0] : tail.split(":", -1);
        int given = first.length + last.length;
        if (gap < 0 ? given != GROUPS : given >= GROUPS) {
            return new byte[0];
        }
        var bytes = new byte[IPV6_BYTES];
        return put(first, 0, bytes) && put(last, GROUPS - last.length, bytes) ? bytes : new byte[0];
    }

    private static boolean put(String[] groups, int from, byte[] bytes) {
        for (int i = 0; i < groups.length; i++) {
            int group = hexadecimal(groups[i]);
            if (group < 0) {
                return false;
            }
            bytes[(from + i) * 2] = (byte) (group >> Byte.SIZE);
            bytes[(from + i) * 2 + 1] = (byte) group;
        }
        return true;
    }

    /// @return -1 if the text is no such number
    private static int decimal(String text, int highest) {
        boolean digits =
                !text.isEmpty()
                        && text.length() <= 3
                        && text.chars().allMatch(c -> c >= '0' && c <= '9');
        int number = digits ? Integer.parseInt(text) : -1;
        return number <= highest ? number : -1;
    }

    private static int hexadecimal(String text) {
        boolean digits =
                !text.isEmpty()
                        && text.length() <= 4
                        && text.chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 128);
        return digits ? Integer.parseInt(text, 16) : -1;
    }
}
