package groundschool.emulator.sts.saml;

import groundschool.emulator.AwsException;
import groundschool.emulator.iam.saml.SafeXml;
import groundschool.emulator.sts.StsErrors;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/// What a provider vouches for.
///
/// Comments in a text do not end it: `getTextContent` leaves them out, as the signature does.
///
/// Source: [SAML core, 2](https://docs.oasis-open.org/security/saml/v2.0/saml-core-2.0-os.pdf);
/// [Configure SAML assertions for the authentication
/// response](https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_saml_assertions.html)
public final class Assertion {

    private static final Duration REDEEMABLE = Duration.ofMinutes(5);
    private static final String FORMATS = "urn:oasis:names:tc:SAML:2.0:nameid-format:";
    private static final String UNSPECIFIED =
            "urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified";
    private static final String WEB_SERVICES = "urn:amazon:webservices";

    /// The global sign-in page's address, or a Region's; with an id, that of one provider.
    private static final Pattern SIGN_IN =
            Pattern.compile(
                    "https://(?:[a-z0-9-]+\\.)?signin\\.aws\\.amazon\\.com/saml(?:/acs/(\\w+))?");

    private final Element assertion;

    Assertion(Element assertion) {
        this.assertion = assertion;
    }

    /// What the provider calls itself.
    public String issuer() {
        return text(only(assertion, "Issuer"));
    }

    /// Whom it vouches for.
    public String subject() {
        return text(name());
    }

    /// How the subject is named, such as `persistent`.
    public String subjectType() {
        var format = name().getAttribute("Format");
        if (format.isEmpty()) {
            return UNSPECIFIED;
        }
        return format.startsWith(FORMATS) ? format.substring(FORMATS.length()) : format;
    }

    /// The address that it was sent to.
    public String recipient() {
        return confirmation().getAttribute("Recipient");
    }

    /// When the provider's session ends, if it says so.
    public Optional<Instant> sessionEndsAt() {
        return children(assertion, "AuthnStatement").stream()
                .flatMap(statement -> time(statement, "SessionNotOnOrAfter").stream())
                .min(Instant::compareTo);
    }

    /// The values of what it says of the subject, by the attribute's name.
    public Map<String, List<String>> attributes() {
        var attributes = new LinkedHashMap<String, List<String>>();
        for (var statement : children(assertion, "AttributeStatement")) {
            for (var attribute : children(statement, "Attribute")) {
                var values =
                        attributes.computeIfAbsent(
                                attribute.getAttribute("Name"), _ -> new ArrayList<>());
                children(attribute, "AttributeValue").forEach(value -> values.add(text(value)));
            }
        }
        return attributes;
    }

    /// What no other assertion of the provider is called.
    public String id() {
        return assertion.getAttribute("ID");
    }

    /// The request that it answers; empty if it answers none.
    public String inResponseTo() {
        return confirmation().getAttribute("InResponseTo");
    }

    /// Whether its time has come and is not over, by what it says itself.
    ///
    /// @param leeway by which clocks may differ
    public boolean isCurrent(Instant now, Duration leeway) {
        var conditions = only(assertion, "Conditions");
        var confirmedUntil =
                time(confirmation(), "NotOnOrAfter").orElseThrow(Assertion::incomplete);
        return time(conditions, "NotBefore").filter(now.plus(leeway)::isBefore).isEmpty()
                && now.minus(leeway).isBefore(confirmedUntil)
                && !isOver(time(conditions, "NotOnOrAfter"), now.minus(leeway))
                && !isOver(sessionEndsAt(), now);
    }

    /// Whether it is no older than that.
    public boolean isIssuedSince(Instant earliest) {
        return !time(assertion, "IssueInstant")
                .orElseThrow(Assertion::incomplete)
                .isBefore(earliest);
    }

    /// Whether it is meant for an audience.
    public boolean isFor(String audience) {
        var restrictions = children(only(assertion, "Conditions"), "AudienceRestriction");
        return !restrictions.isEmpty()
                && restrictions.stream()
                        .allMatch(each ->
                                children(each, "Audience").stream()
                                        .anyMatch(one -> text(one).equals(audience)));
    }

    /// It can be used as often as somebody likes, but soon.
    ///
    /// AWS's words for an assertion that is too old are known, those for the other times are not.
    ///
    /// @throws AwsException if its time is over, or has not come
    public void checkTime(Instant now) {
        var conditions = only(assertion, "Conditions");
        var issued = time(assertion, "IssueInstant").orElseThrow(Assertion::incomplete);
        if (now.isAfter(issued.plus(REDEEMABLE))) {
            throw StsErrors.expiredToken("Token must be redeemed within 5 minutes of issuance");
        }
        if (time(conditions, "NotBefore").filter(now::isBefore).isPresent()) {
            throw StsErrors.invalidIdentityToken("Token is not valid yet");
        }
        var confirmedUntil =
                time(confirmation(), "NotOnOrAfter").orElseThrow(Assertion::incomplete);
        if (!now.isBefore(confirmedUntil)
                || isOver(time(conditions, "NotOnOrAfter"), now)
                || isOver(sessionEndsAt(), now)) {
            throw StsErrors.expiredToken("Token is expired");
        }
    }

    /// @param providerId that an address of a single provider ends with
    /// @throws AwsException if it is meant for somebody else than AWS
    public void checkAddressee(String providerId) {
        var restrictions = children(only(assertion, "Conditions"), "AudienceRestriction");
        Predicate<Element> isForUs =
                audience ->
                        text(audience).equals(WEB_SERVICES) || isOurs(text(audience), providerId);
        if (restrictions.isEmpty()
                || !restrictions.stream()
                        .allMatch(each -> children(each, "Audience").stream().anyMatch(isForUs))) {
            throw StsErrors.invalidIdentityToken(
                    "Response does not contain the required audience.");
        }
        if (!isOurs(recipient(), providerId)) {
            throw StsErrors.invalidIdentityToken(
                    "Response does not contain the required recipient.");
        }
    }

    private static boolean isOurs(String address, String providerId) {
        var parts = SIGN_IN.matcher(address);
        return parts.matches() && (parts.group(1) == null || parts.group(1).equals(providerId));
    }

    private static boolean isOver(Optional<Instant> end, Instant now) {
        return end.filter(time -> !now.isBefore(time)).isPresent();
    }

    private Element name() {
        return only(only(assertion, "Subject"), "NameID");
    }

    private Element confirmation() {
        return only(
                only(only(assertion, "Subject"), "SubjectConfirmation"), "SubjectConfirmationData");
    }

    private static Optional<Instant> time(Element element, String attribute) {
        var text = element.getAttribute(attribute);
        try {
            return text.isEmpty()
                    ? Optional.empty()
                    : Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            throw incomplete();
        }
    }

    private static Element only(Element parent, String name) {
        var found = children(parent, name);
        if (found.size() != 1) {
            throw incomplete();
        }
        return found.getFirst();
    }

    private static List<Element> children(Element parent, String name) {
        return SafeXml.children(parent, SamlResponse.ASSERTION, name);
    }

    private static String text(Element element) {
        return element.getTextContent().strip();
    }

    private static AwsException incomplete() {
        return StsErrors.invalidSamlResponse("Invalid SAMLResponse");
    }
}
