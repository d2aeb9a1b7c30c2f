package groundschool.emulator.sts;

import static groundschool.emulator.iam.CloudAccount.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.SelfSigned;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/// For which responses temporary credentials are given at all: what is signed, and what is read of
/// it.
class SamlSignaturesTest extends SamlFixture {

    @Test
    void are_given_for_a_response_that_is_signed_as_a_whole_and_more_than_once() {
        var response = idp.signedAround(reader());

        assume(response);
        assertThat(assume(response).subject()).isEqualTo("reader-1");
        assertThat(assume(idp.signedAround(idp.signed(reader()))).subject()).isEqualTo("reader-1");
    }

    @Test
    void are_given_for_algorithms_of_today_only() {
        assertThat(assume(idp.signedWith("rsa-sha512", reader())).subject()).isEqualTo("reader-1");
        assertThat(refusal(() -> assume(idp.signedWith("rsa-sha1", reader()))))
                .isEqualTo("400 InvalidIdentityToken: Response signature invalid");
    }

    @Test
    void are_not_given_if_the_signature_is_missing_or_another_s() {
        for (var response :
                List.of(
                        reader(),
                        new SamlIdp().signed(reader()),
                        idp.signed(reader()).replace("reader-1", "reader-2"),
                        idp.signed(reader())
                                .replace("<ds:SignatureValue>", "<ds:SignatureValue>AA"),
                        idp.signedAround(reader()).replace("reader-1", "reader-2"))) {
            assertThat(refusal(() -> assume(response)))
                    .isEqualTo("400 InvalidIdentityToken: Response signature invalid");
        }
    }

    /// Whoever holds one signed assertion must not be able to have another read in its place.
    @Test
    void are_not_given_for_what_is_wrapped_around_or_put_beside_a_signed_assertion() {
        var signed = idp.signed(reader());
        var start = signed.indexOf("<Assertion");
        var end = signed.indexOf("</Assertion>") + "</Assertion>".length();
        var original = signed.substring(start, end);
        var signature =
                signed.substring(
                        signed.indexOf("<ds:Signature "),
                        signed.indexOf("</ds:Signature>") + "</ds:Signature>".length());
        var forged = original.replace("reader-1", "root").replace(signature, "");
        UnaryOperator<String> instead =
                others -> signed.substring(0, start) + others + signed.substring(end);

        for (var attack :
                List.of(
                        forged + original,
                        original + forged,
                        forged.replace("_assertion", "_forged") + original,
                        // The original as an object of the forgery's signature.
                        forged.replace(
                                "<Subject>",
                                signature.replace(
                                                "</ds:Signature>",
                                                "<ds:Object>"
                                                        + original
                                                        + "</ds:Object></ds:Signature>")
                                        + "<Subject>"),
                        forged.replace(
                                "<Subject>",
                                "<Advice>" + original + "</Advice>" + signature + "<Subject>"),
                        // The original's signature in a forgery of the same id.
                        forged.replace("<Subject>", signature + "<Subject>"),
                        forged.replace("_assertion", "_forged")
                                .replace("<Subject>", signature + "<Subject>"))) {
            assertThat(refusal(() -> assume(instead.apply(attack))))
                    .startsWith("400 InvalidIdentityToken: ");
        }
        var elsewhere =
                signed.replace(original, forged)
                        .replace("<samlp:Status>", signature + "<samlp:Status>");
        assertThat(refusal(() -> assume(elsewhere)))
                .isEqualTo("400 InvalidIdentityToken: Response signature invalid");
    }

    @Test
    void are_not_cut_short_by_a_comment() {
        var longer = reader().replace("reader-1", "reader-1<!-- -->.elsewhere");

        assertThat(assume(idp.signed(longer)).subject()).isEqualTo("reader-1.elsewhere");
    }

    @Test
    void are_not_given_for_what_is_no_response() {
        assertThat(refusal(() -> send("!!!!")))
                .startsWith(
                        "400 InvalidIdentityToken: Invalid base64 SAMLResponse (Service:"
                                + " AWSOpenIdDiscoveryService; Status Code: 400; Error Code:"
                                + " AuthSamlInvalidSamlResponseException; Request ID: ");
        var bomb =
                "<!DOCTYPE a [<!ENTITY b \"bb\"><!ENTITY c \"&b;&b;\">]>"
                        + reader().replace("reader-1", "&c;");
        var file =
                "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>"
                        + reader().replace("reader-1", "&b;");
        var deep = "<a>".repeat(5000) + "</a>".repeat(5000);
        for (var response : List.of("none", "<a/>", bomb, file, deep)) {
            assertThat(refusal(() -> assume(response)))
                    .startsWith("400 InvalidIdentityToken: Invalid SAMLResponse (Service: ");
        }
    }

    @Test
    void are_given_for_an_encrypted_assertion_that_a_key_of_the_provider_opens() {
        var now = now();
        var mine = SelfSigned.of("mine", now, now);
        account.iam()
                .updateSAMLProvider(request ->
                        request.samlProviderArn(SamlIdp.PROVIDER)
                                .addPrivateKey(mine.privateKeyPem())
                                .assertionEncryptionMode("Required"));
        var signed = idp.signed(reader());

        assertThat(assume(SamlIdp.encrypted(signed, mine, "gcm")).subject()).isEqualTo("reader-1");
        assertThat(assume(SamlIdp.encrypted(signed, mine, "cbc")).subject()).isEqualTo("reader-1");
        assertThat(assume(idp.signedAround(SamlIdp.encrypted(reader(), mine, "gcm"))).subject())
                .isEqualTo("reader-1");
        assertThat(refusal(() -> assume(SamlIdp.encrypted(reader(), mine, "gcm"))))
                .isEqualTo("400 InvalidIdentityToken: Response signature invalid");
        var others = SelfSigned.of("others", now, now);
        assertThat(refusal(() -> assume(SamlIdp.encrypted(signed, others, "gcm"))))
                .startsWith("400 InvalidIdentityToken: The assertion could not be decrypted");
        assertThat(refusal(() -> assume(signed)))
                .startsWith("400 InvalidIdentityToken: The identity provider requires encrypted");
    }
}
