package groundschool.bench.measurement;

import groundschool.bench.Comparison;
import groundschool.bench.Figure;
import groundschool.bench.Plan;
import groundschool.bench.Progress;
import groundschool.bench.Quantity;
import groundschool.bench.Unit;
import groundschool.bench.load.Connection;
import groundschool.bench.load.HttpClients;
import groundschool.bench.load.Load;
import groundschool.bench.process.Child;
import groundschool.bench.process.JavaCommand;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// A page of a bucket's site beside a lesson of ours: the same bytes, from a server on one
/// processor each.
final class BucketSite {

    private static final int CONNECTIONS = 16;
    private static final int OK = 200;
    private static final int DONE = 204;
    private static final String POLICY =
            """
            {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": "*",
             "Action": "s3:GetObject", "Resource": "arn:aws:s3:::shop/*"}]}
            """;
    private static final String WEBSITE =
            """
            <WebsiteConfiguration xmlns="http://s3.amazonaws.com/doc/2006-03-01/">
              <IndexDocument><Suffix>index.html</Suffix></IndexDocument>
            </WebsiteConfiguration>
            """;
    private static final String PAGE =
            "GET / HTTP/1.1\r\nHost: shop.s3-website-us-east-1.localhost\r\n\r\n";

    private final ObjectSigner signer;

    BucketSite(ObjectSigner signer) {
        this.signer = signer;
    }

    /// @param command starts the emulator, for the signer's key
    List<Figure> measure(List<String> command, Plan plan, Progress progress) throws Exception {
        progress.says("a page of a bucket's site, warming up");
        var site = Servers.siteCommand(Optional.empty(), plan.freshFolder());
        try (var emulator = Child.start(JavaCommand.onOneProcessor(command));
                var ours = Child.start(JavaCommand.onOneProcessor(site))) {
            var lesson = Visitor.of(ours).page(LessonPage.PATH);
            var page = PAGE.getBytes(StandardCharsets.US_ASCII);
            publish(emulator, Visitor.ask(ours, lesson, OK).body());
            Visitor.ask(emulator, page, OK);
            load(emulator, page, plan.warmUp());
            load(ours, lesson, plan.warmUp());
            return new Comparison(
                            "lesson page",
                            List.of(Quantity.of("page of a bucket's site", Unit.PER_SECOND)),
                            () -> load(emulator, page, plan.load()),
                            () -> load(ours, lesson, plan.load()))
                    .run(plan, progress);
        }
    }

    private void publish(Child emulator, byte[] page) throws IOException {
        send(emulator, "PUT", "/shop", "", new byte[0], OK);
        send(emulator, "PUT", "/shop/index.html", "", page, OK);
        send(emulator, "DELETE", "/shop", "publicAccessBlock=", new byte[0], DONE);
        send(emulator, "PUT", "/shop", "policy=", bytes(POLICY), DONE);
        send(emulator, "PUT", "/shop", "website=", bytes(WEBSITE), OK);
    }

    private void send(
            Child emulator, String method, String path, String query, byte[] body, int status)
            throws IOException {
        var head = signer.head(method, path, query, body.length, "content-md5: " + md5(body));
        var request = new byte[head.length + body.length];
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(body, 0, request, head.length, body.length);
        try (var connection = new Connection(emulator.port())) {
            connection.exchange(request, status);
        }
    }

    private static List<Double> load(Child server, byte[] request, Duration time) throws Exception {
        var clients = new HttpClients(server.port(), List.of(request), OK);
        return List.of(Load.closed(clients, CONNECTIONS, time).perSecond());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String md5(byte[] body) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("MD5").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
