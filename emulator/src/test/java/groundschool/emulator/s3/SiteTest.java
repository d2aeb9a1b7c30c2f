package groundschool.emulator.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.model.CORSRule;
import software.amazon.awssdk.services.s3.model.RoutingRule;
import software.amazon.awssdk.services.s3.model.WebsiteConfiguration;

class SiteTest {

    private final S3Cloud cloud = new S3Cloud();

    @BeforeEach
    void makeSite() {
        cloud.bucket("shop");
        cloud.s3.deletePublicAccessBlock(delete -> delete.bucket("shop"));
        cloud.s3.putBucketPolicy(put ->
                put.bucket("shop")
                        .policy(
                                """
                                {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*",
                                 "Action":["s3:GetObject","s3:ListBucket"],
                                 "Resource":["arn:aws:s3:::shop/*","arn:aws:s3:::shop"]}]}
                                """));
        html("index.html", "home");
        html("books/index.html", "books");
        html("404.html", "lost");
        site(with -> with.indexDocument(index -> index.suffix("index.html")));
    }

    @AfterEach
    void close() {
        cloud.close();
    }

    private void html(String key, String text) {
        cloud.put("shop", key, text, with -> with.contentType("text/html"));
    }

    private void site(Consumer<WebsiteConfiguration.Builder> with) {
        cloud.s3.putBucketWebsite(put -> put.bucket("shop").websiteConfiguration(with));
    }

    private S3Cloud.Answer get(String path) {
        return cloud.at("shop.s3-website-eu-west-1.localhost", path);
    }

    @Test
    void answers_with_its_index_documents() {
        assertThat(get("/").body()).isEqualTo("home");
        assertThat(get("/").header("Content-Type")).contains("text/html");
        assertThat(get("/books/").body()).isEqualTo("books");
        var folder = get("/books");
        assertThat(folder.status()).isEqualTo(302);
        assertThat(folder.header("Location")).contains("/books/");
    }

    @Test
    void answers_at_a_path_too_which_no_page_may_trust() {
        var answer = cloud.send("GET", "/_aws/s3-website/eu-west-1/shop/");

        assertThat(answer.body()).isEqualTo("home");
        assertThat(answer.headers().firstValue("Content-Security-Policy")).contains("sandbox");
    }

    @Test
    void says_what_is_missing_in_the_words_of_aws() {
        var missing = get("/nothing");

        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.body())
                .contains("<h1>404 Not Found</h1>")
                .contains("<li>Code: NoSuchKey</li>")
                .contains("<li>Key: nothing</li>");
    }

    @Test
    void answers_with_its_error_document() {
        site(with ->
                with.indexDocument(index -> index.suffix("index.html"))
                        .errorDocument(error -> error.key("404.html")));

        var missing = get("/nothing");

        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.body()).isEqualTo("lost");
    }

    @Test
    void leads_elsewhere_by_its_rules() {
        site(with ->
                with.indexDocument(index -> index.suffix("index.html"))
                        .routingRules(
                                RoutingRule.builder()
                                        .condition(when -> when.keyPrefixEquals("old/"))
                                        .redirect(to -> to.replaceKeyPrefixWith("new/"))
                                        .build(),
                                RoutingRule.builder()
                                        .condition(when -> when.httpErrorCodeReturnedEquals("404"))
                                        .redirect(to ->
                                                to.replaceKeyWith("404.html")
                                                        .httpRedirectCode("302"))
                                        .build()));

        assertThat(get("/old/a").header("Location"))
                .contains("http://shop.s3-website-eu-west-1.localhost:4566/new/a");
        assertThat(get("/nothing").status()).isEqualTo(302);
        html("here", "x");
        cloud.put("shop", "gone", "", with -> with.websiteRedirectLocation("/books/"));
        assertThat(get("/gone").status()).isEqualTo(301);
        assertThat(get("/gone").header("Location")).contains("/books/");
    }

    @Test
    void is_none_without_a_configuration() {
        cloud.s3.deleteBucketWebsite(delete -> delete.bucket("shop"));

        assertThat(get("/").status()).isEqualTo(404);
        assertThat(get("/").body()).contains("<li>Code: NoSuchWebsiteConfiguration</li>");
    }

    @Test
    void lets_pages_of_other_origins_read_what_its_bucket_says() {
        cloud.s3.putBucketCors(put ->
                put.bucket("shop")
                        .corsConfiguration(cors ->
                                cors.corsRules(
                                        CORSRule.builder()
                                                .allowedMethods("GET", "PUT")
                                                .allowedOrigins("http://localhost:*")
                                                .allowedHeaders("*")
                                                .maxAgeSeconds(60)
                                                .build())));

        var read = cloud.send("GET", "/shop/index.html", "Origin", "http://localhost:8080");
        assertThat(read.headers().firstValue("Access-Control-Allow-Origin"))
                .contains("http://localhost:8080");
        var asked =
                cloud.send(
                        "OPTIONS",
                        "/shop/index.html",
                        "Origin",
                        "http://localhost:8080",
                        "Access-Control-Request-Method",
                        "PUT",
                        "Access-Control-Request-Headers",
                        "Content-Type");
        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(asked.headers().firstValue("Access-Control-Allow-Headers"))
                .contains("content-type");
        assertThat(
                        cloud.send(
                                        "OPTIONS",
                                        "/shop/index.html",
                                        "Origin",
                                        "https://evil.example",
                                        "Access-Control-Request-Method",
                                        "GET")
                                .body())
                .contains("<Code>AccessForbidden</Code>");
        assertThat(
                        cloud.send("GET", "/shop/index.html", "Origin", "https://evil.example")
                                .headers()
                                .firstValue("Access-Control-Allow-Origin"))
                .isEmpty();
    }
}
