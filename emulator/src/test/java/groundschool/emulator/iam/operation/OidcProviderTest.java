package groundschool.emulator.iam.operation;

import static groundschool.emulator.iam.CloudAccount.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.iam.CloudAccount;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.OpenIDConnectProviderListEntry;
import software.amazon.awssdk.services.iam.model.Tag;

/// Providers of OpenID Connect. What moto's tests saw of AWS is in here.
class OidcProviderTest {

    private static final String ARN = "arn:aws:iam::123456789012:oidc-provider/id.example.com/pool";

    private final CloudAccount account = new CloudAccount();
    private final IamClient iam = account.iam();

    @AfterEach
    void close() {
        account.close();
    }

    @Test
    void is_called_by_its_url_without_scheme_and_query() {
        var arn =
                iam.createOpenIDConnectProvider(request ->
                                request.url("https://id.example.com/pool?test=true")
                                        .clientIDList("web")
                                        .thumbprintList("b".repeat(40)))
                        .openIDConnectProviderArn();

        var shown = iam.getOpenIDConnectProvider(request -> request.openIDConnectProviderArn(ARN));
        assertThat(arn).isEqualTo(ARN);
        assertThat(shown.url()).isEqualTo("id.example.com/pool");
        assertThat(shown.clientIDList()).containsExactly("web");
        assertThat(shown.thumbprintList()).containsExactly("b".repeat(40));
        assertThat(iam.listOpenIDConnectProviders().openIDConnectProviderList())
                .extracting(OpenIDConnectProviderListEntry::arn)
                .containsExactly(ARN);
    }

    @Test
    void is_there_once() {
        make();

        assertThat(refusal(this::make))
                .isEqualTo(
                        "409 EntityAlreadyExists: Provider with url https://id.example.com/pool"
                                + " already exists.");
    }

    @Test
    void has_a_url_of_https_or_of_this_machine() {
        for (var url :
                List.of("id.example.com", "http://id.example.com", "https://id.example.com:8443")) {
            assertThat(refusal(() -> iam.createOpenIDConnectProvider(request -> request.url(url))))
                    .isEqualTo("400 ValidationError: Invalid Open ID Connect Provider URL");
        }
        iam.createOpenIDConnectProvider(request -> request.url("http://localhost:8080/pool"));
    }

    @Test
    void has_so_many_clients_and_thumbprints() {
        var clients = IntStream.range(0, 101).mapToObj(String::valueOf).toList();
        var thumbprints = IntStream.range(0, 6).mapToObj(i -> (i + "").repeat(40)).toList();

        assertThat(
                        refusal(() ->
                                iam.createOpenIDConnectProvider(request ->
                                        request.url("https://id.example.com")
                                                .clientIDList(clients))))
                .isEqualTo(
                        "409 LimitExceeded: Cannot exceed quota for"
                                + " ClientIdsPerOpenIdConnectProvider: 100");
        assertThat(
                        refusal(() ->
                                iam.createOpenIDConnectProvider(request ->
                                        request.url("https://id.example.com")
                                                .thumbprintList(thumbprints))))
                .isEqualTo("400 InvalidInput: Thumbprint list must contain fewer than 5 entries.");
    }

    @Test
    void is_changed() {
        make();

        iam.addClientIDToOpenIDConnectProvider(
                request -> request.openIDConnectProviderArn(ARN).clientID("web"));
        iam.addClientIDToOpenIDConnectProvider(
                request -> request.openIDConnectProviderArn(ARN).clientID("phone"));
        iam.removeClientIDFromOpenIDConnectProvider(
                request -> request.openIDConnectProviderArn(ARN).clientID("web"));
        iam.updateOpenIDConnectProviderThumbprint(
                request -> request.openIDConnectProviderArn(ARN).thumbprintList("c".repeat(40)));
        iam.tagOpenIDConnectProvider(request ->
                request.openIDConnectProviderArn(ARN)
                        .tags(
                                Tag.builder().key("Team").value("Books").build(),
                                Tag.builder().key("a").value("b").build()));
        iam.untagOpenIDConnectProvider(
                request -> request.openIDConnectProviderArn(ARN).tagKeys("a"));

        var shown = iam.getOpenIDConnectProvider(request -> request.openIDConnectProviderArn(ARN));
        assertThat(shown.clientIDList()).containsExactly("phone");
        assertThat(shown.thumbprintList()).containsExactly("c".repeat(40));
        assertThat(
                        iam.listOpenIDConnectProviderTags(
                                        request -> request.openIDConnectProviderArn(ARN))
                                .tags())
                .isEqualTo(shown.tags())
                .hasSize(1);
    }

    @Test
    void is_deleted_without_complaint_if_it_is_gone() {
        make();

        iam.deleteOpenIDConnectProvider(request -> request.openIDConnectProviderArn(ARN));
        iam.deleteOpenIDConnectProvider(request -> request.openIDConnectProviderArn(ARN));

        assertThat(
                        refusal(() ->
                                iam.getOpenIDConnectProvider(
                                        request -> request.openIDConnectProviderArn(ARN))))
                .isEqualTo("404 NoSuchEntity: OpenIDConnect Provider not found for arn " + ARN);
    }

    private void make() {
        iam.createOpenIDConnectProvider(request -> request.url("https://id.example.com/pool"));
    }
}
