package groundschool.emulator.sdk;

import groundschool.emulator.Emulator;
import groundschool.emulator.Headers;
import groundschool.emulator.HttpRequest;
import groundschool.emulator.HttpResponse;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Map;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;

/// Plugs the emulator into clients of the AWS SDK for Java 2 in the same process: no socket, no
/// port.
///
/// ```java
/// DynamoDbClient.builder()
///         .httpClient(new EmulatorHttpClient(emulator))
///         .endpointOverride(URI.create("http://localhost"))
/// ```
public final class EmulatorHttpClient implements SdkHttpClient {

    private final Emulator emulator;
    private final String source;

    /// A client of the emulator, which stays open when the client is closed.
    public EmulatorHttpClient(Emulator emulator) {
        this(emulator, HttpRequest.THIS_MACHINE);
    }

    /// The same, as if it called from elsewhere, for policies that ask for `aws:SourceIp`.
    ///
    /// @param source an address of IPv4 or IPv6
    public EmulatorHttpClient(Emulator emulator, String source) {
        this.emulator = emulator;
        this.source = source;
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() {
                return response(emulator.handle(read(request)));
            }

            @Override
            public void abort() {
                // There is no connection to cut.
            }
        };
    }

    private HttpRequest read(HttpExecuteRequest request) {
        var http = request.httpRequest();
        return new HttpRequest(
                http.method().name(),
                http.encodedPath().isEmpty() ? "/" : http.encodedPath(),
                http.encodedQueryParameters().orElse(""),
                headers(http),
                request.contentStreamProvider()
                        .map(provider -> provider.newStream())
                        .orElseGet(InputStream::nullInputStream),
                source);
    }

    private static Headers headers(SdkHttpRequest http) {
        var fields = new ArrayList<Map.Entry<String, String>>();
        http.forEachHeader((name, values) -> {
            for (var value : values) {
                fields.add(Map.entry(name, value));
            }
        });
        if (http.firstMatchingHeader("Host").isEmpty()) {
            fields.add(Map.entry("Host", http.host()));
        }
        return new Headers(fields);
    }

    private static HttpExecuteResponse response(HttpResponse answer) {
        var http = SdkHttpResponse.builder().statusCode(answer.status());
        for (var field : answer.headers().fields()) {
            http.appendHeader(field.getKey(), field.getValue());
        }
        if (answer.length() != HttpResponse.STREAMED) {
            http.putHeader("Content-Length", Long.toString(answer.length()));
        }
        return HttpExecuteResponse.builder()
                .response(http.build())
                .responseBody(AbortableInputStream.create(answer.body()))
                .build();
    }

    @Override
    public String clientName() {
        return "GroundschoolEmulator";
    }

    @Override
    public void close() {
        // Nothing is held open.
    }
}
