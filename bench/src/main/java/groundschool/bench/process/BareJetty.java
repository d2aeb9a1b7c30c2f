package groundschool.bench.process;

import groundschool.bench.load.Connection;
import groundschool.command.Logs;
import groundschool.emulator.http.Port;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;

/// Jetty with nothing behind it: reads each request to its end and answers with the same bytes. No
/// server of ours whose HTTP is Jetty's can be faster than that. Calls of services that speak JSON
/// reach the emulator by a shorter way (`DirectConnection`), which is no part of this.
public final class BareJetty {

    /// Jetty writes these itself.
    private static final List<String> NOT_COPIED =
            List.of("content-length:", "transfer-encoding:", "connection:");

    private static final String OF_EMULATOR = "emulator";

    private BareJetty() {}

    /// A child that sends what another server answered.
    ///
    /// @param folder for files with the answer
    public static Child answering(Connection.Answer answer, Path folder) throws IOException {
        return Child.start(command(answer, folder));
    }

    /// The same, on one processor if this system can do that.
    public static Child onOneProcessor(Connection.Answer answer, Path folder) throws IOException {
        return Child.start(JavaCommand.onOneProcessor(command(answer, folder)));
    }

    /// The same, with a port that is set as the emulator's is.
    public static Child atPortOfEmulator(Connection.Answer answer, Path folder) throws IOException {
        var files = files(answer, folder);
        return Child.start(
                JavaCommand.bareAsEmulator(
                        BareJetty.class, files.getFirst(), files.getLast(), OF_EMULATOR));
    }

    private static List<String> command(Connection.Answer answer, Path folder) throws IOException {
        return JavaCommand.bare(BareJetty.class, files(answer, folder).toArray(String[]::new));
    }

    private static List<String> files(Connection.Answer answer, Path folder) throws IOException {
        return List.of(
                Files.writeString(folder.resolve("head"), answer.head()).toString(),
                Files.write(folder.resolve("body"), answer.body()).toString());
    }

    /// @param arguments the files with the answer's head and its body; whose port, if not Jetty's
    public static void main(String[] arguments) throws Exception {
        Logs.configure();
        var head = Files.readAllLines(Path.of(arguments[0]), StandardCharsets.ISO_8859_1);
        var body = Files.readAllBytes(Path.of(arguments[1]));
        var handler = new SameAnswer(head, body);
        var server =
                List.of(arguments).contains(OF_EMULATOR)
                        ? Port.server("127.0.0.1", 0, handler)
                        : plain(handler);
        server.start();
        System.out.println("http://127.0.0.1:" + server.getURI().getPort());
    }

    private static Server plain(Handler handler) {
        var server = new Server(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        server.setHandler(handler);
        return server;
    }

    private static final class SameAnswer extends Handler.Abstract {

        private final int status;
        private final List<String> fields;
        private final byte[] body;

        SameAnswer(List<String> head, byte[] body) {
            this.status = Integer.parseInt(head.getFirst().substring(9, 12));
            this.fields = head.stream().skip(1).filter(line -> !isWrittenByJetty(line)).toList();
            this.body = body;
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback)
                throws IOException {
            try (var in = Content.Source.asInputStream(request)) {
                in.readAllBytes();
            }
            response.setStatus(status);
            for (var field : fields) {
                int colon = field.indexOf(':');
                // Jetty may have dated it already.
                response.getHeaders()
                        .put(field.substring(0, colon), field.substring(colon + 1).strip());
            }
            response.write(true, ByteBuffer.wrap(body), callback);
            return true;
        }

        private static boolean isWrittenByJetty(String line) {
            return NOT_COPIED.stream().anyMatch(line.toLowerCase(Locale.ROOT)::startsWith);
        }
    }
}
