package groundschool.emulator.cognito.message;

/// Where a message goes.
///
/// @param medium `EMAIL` or `SMS`
/// @param attribute that has the address: `email` or `phone_number`
public record Delivery(String medium, String attribute, String to) {

    /// By e-mail or to a telephone, by the attribute.
    public static Delivery to(String attribute, String address) {
        return new Delivery(attribute.equals("email") ? "EMAIL" : "SMS", attribute, address);
    }

    /// As AWS shows it: enough for who knows the address, too little for who does not.
    public Details details() {
        return new Details(hidden(), medium, attribute);
    }

    /// The address with most of it hidden.
    public String hidden() {
        if (medium.equals("SMS")) {
            return "+"
                    + "*".repeat(Math.max(0, to.length() - 5))
                    + to.substring(Math.max(0, to.length() - 4));
        }
        int at = to.indexOf('@');
        return at < 1
                ? "***"
                : to.charAt(0) + "***@" + to.charAt(Math.min(at + 1, to.length() - 1)) + "***";
    }

    /// What answers say of it.
    public record Details(String destination, String deliveryMedium, String attributeName) {}
}
