package groundschool.emulator.cognito.risk;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.Optional;

/// Addresses that begin alike, such as `192.0.2.0/24`.
///
/// Source: [RFC 4632](https://www.rfc-editor.org/rfc/rfc4632#section-3.1)
///
/// @param network the first address, as a number
/// @param free how many bits at the end may be anything
/// @param width of addresses: 32 or 128 bits
record IpRange(BigInteger network, int free, int width) {

    /// @param cidr a single address is a range too
    /// @return nothing if it is no range
    static Optional<IpRange> parse(String cidr) {
        var parts = cidr.strip().split("/", -1);
        return address(parts[0])
                .flatMap(bytes -> {
                    int width = bytes.length * 8;
                    var length = parts.length == 1 ? Integer.toString(width) : parts[1];
                    if (parts.length > 2 || !length.matches("\\d{1,3}")) {
                        return Optional.empty();
                    }
                    int free = width - Integer.parseInt(length);
                    return free < 0
                            ? Optional.empty()
                            : Optional.of(
                                    new IpRange(
                                            new BigInteger(1, bytes).shiftRight(free),
                                            free,
                                            width));
                });
    }

    /// Whether an address is one of these; a text that is no address is in no range.
    boolean contains(String address) {
        return address(address)
                .filter(bytes -> bytes.length * 8 == width)
                .filter(bytes -> new BigInteger(1, bytes).shiftRight(free).equals(network))
                .isPresent();
    }

    /// The bytes of an address that is written in digits; names are none.
    static Optional<byte[]> address(String text) {
        try {
            return Optional.of(InetAddress.ofLiteral(text.strip()).getAddress());
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
