package groundschool.bench.measurement;

import groundschool.bench.Bar;
import groundschool.bench.Comparison;
import groundschool.bench.Figure;
import groundschool.bench.Measurement;
import groundschool.bench.Plan;
import groundschool.bench.Progress;
import groundschool.bench.Quantity;
import groundschool.bench.Unit;
import groundschool.bench.load.Connection;
import groundschool.bench.load.HttpClients;
import groundschool.bench.load.Load;
import groundschool.bench.process.BareJetty;
import groundschool.bench.process.Child;
import groundschool.bench.process.HeapPeak;
import groundschool.bench.process.JavaCommand;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Objects of S3, put and got: small ones as often as possible, and one of a gigabyte through 256
/// MB of heap. Beside it Jetty, which reads and writes the same bytes and keeps none. Then a page
/// of a bucket's site beside a lesson.
public final class Objects implements Measurement {

    private static final ObjectSigner SIGNER =
            new ObjectSigner(SignedCalls.SIGNER.accessKeyId(), SignedCalls.SIGNER.secret());
    private static final int SMALL_BYTES = 20_000;
    private static final int MIDDLE_BYTES = 1_000_000;
    private static final long LARGE_BYTES = 1L << 30;
    private static final int CONNECTIONS = 16;
    private static final int OK = 200;
    private static final int HEAP_MEGABYTES = 256;

    @Override
    public String name() {
        return "objects";
    }

    @Override
    public List<Figure> measure(Plan plan, Progress progress) throws Exception {
        var figures = new ArrayList<Figure>();
        try (var emulator = Child.start(command(plan.freshFolder()))) {
            exchange(emulator, "PUT", "/bench", new byte[0]);
            exchange(emulator, "PUT", "/bench/small", new byte[SMALL_BYTES]);
            figures.addAll(
                    compare(
                            "GET of 20 kB",
                            emulator,
                            request("GET", "/bench/small", new byte[0]),
                            plan,
                            progress));
            figures.addAll(
                    compare(
                            "PUT of 1 MB",
                            emulator,
                            request("PUT", "/bench/middle", new byte[MIDDLE_BYTES]),
                            plan,
                            progress));
            figures.addAll(large(emulator, progress));
        }
        figures.addAll(new BucketSite(SIGNER).measure(command(plan.freshFolder()), plan, progress));
        return figures;
    }

    /// Starts an emulator with 256 MB of heap.
    private static List<String> command(Path folder) throws IOException {
        var credentials =
                Files.writeString(
                        folder.resolve("credentials.csv"),
                        "%s,%s,111122223333%n".formatted(SIGNER.accessKeyId(), SIGNER.secret()));
        var command =
                new ArrayList<>(
                        JavaCommand.groundschool(
                                Optional.empty(),
                                "emulator",
                                "--port=0",
                                "--data=" + folder.resolve("aws"),
                                "--credentials=" + credentials));
        command.add(command.indexOf("-cp"), "-Xmx%dm".formatted(HEAP_MEGABYTES));
        return command;
    }

    private static List<Figure> compare(
            String what, Child emulator, byte[] request, Plan plan, Progress progress)
            throws Exception {
        progress.says(what + ", warming up");
        Connection.Answer answer;
        try (var connection = new Connection(emulator.port())) {
            answer = connection.exchange(request, OK);
        }
        try (var bare = BareJetty.atPortOfEmulator(answer, plan.freshFolder())) {
            load(emulator, request, plan.warmUp());
            load(bare, request, plan.warmUp());
            return new Comparison(
                            "bare Jetty",
                            List.of(Quantity.of(what, Unit.PER_SECOND)),
                            () -> load(emulator, request, plan.load()),
                            () -> load(bare, request, plan.load()))
                    .run(plan, progress);
        }
    }

    private static List<Double> load(Child server, byte[] request, Duration time) throws Exception {
        var clients = new HttpClients(server.port(), List.of(request), OK);
        return List.of(Load.closed(clients, CONNECTIONS, time).perSecond());
    }

    /// A gigabyte, there and back; the process would end if it did not fit through its heap.
    private static List<Figure> large(Child emulator, Progress progress) throws Exception {
        progress.says("1 GB there and back");
        try (var heap = HeapPeak.of(emulator)) {
            heap.forget();
            double put = seconds(() -> sendLarge(emulator));
            double got = seconds(() -> fetchLarge(emulator));
            return figures(put, got, heap.megabytes(), emulator.residentMegabytes());
        }
    }

    private static List<Figure> figures(double put, double got, double heap, double resident) {
        return List.of(
                new Figure(
                        Quantity.of(
                                "1 GB put and got with a heap of 256 MB: put", Unit.MILLISECONDS),
                        put * 1000,
                        got * 1000,
                        "got"),
                new Figure(
                        new Quantity(
                                "peak heap of that",
                                Unit.MEGABYTES,
                                Bar.below(HEAP_MEGABYTES, Unit.MEGABYTES)),
                        heap,
                        HEAP_MEGABYTES,
                        "its limit"),
                new Figure(
                        new Quantity(
                                "resident memory after it",
                                Unit.MEGABYTES,
                                Bar.below(512, Unit.MEGABYTES)),
                        resident,
                        HEAP_MEGABYTES,
                        "its heap"));
    }

    /// Something that reads or writes.
    @FunctionalInterface
    private interface Work {
        void run() throws IOException;
    }

    private static double seconds(Work work) throws IOException {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private static void sendLarge(Child emulator) throws IOException {
        try (var socket = new Socket("127.0.0.1", emulator.port())) {
            var out = socket.getOutputStream();
            out.write(SIGNER.head("PUT", "/bench/large", LARGE_BYTES));
            var piece = new byte[1 << 20];
            for (long sent = 0; sent < LARGE_BYTES; sent += piece.length) {
                out.write(piece);
            }
            readHead(new BufferedInputStream(socket.getInputStream()));
        }
    }

    private static void fetchLarge(Child emulator) throws IOException {
        try (var socket = new Socket("127.0.0.1", emulator.port())) {
            socket.getOutputStream().write(SIGNER.head("GET", "/bench/large", 0));
            var in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
            readHead(in);
            in.skipNBytes(LARGE_BYTES);
        }
    }

    private static void readHead(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("The emulator closed the connection: " + head);
            }
            head.append((char) next);
        }
        if (!head.toString().startsWith("HTTP/1.1 200")) {
            throw new IOException("The emulator answered " + head);
        }
    }

    private static void exchange(Child emulator, String method, String path, byte[] body)
            throws IOException {
        try (var connection = new Connection(emulator.port())) {
            connection.exchange(request(method, path, body), OK);
        }
    }

    private static byte[] request(String method, String path, byte[] body) {
        var head = SIGNER.head(method, path, body.length);
        var request = new byte[head.length + body.length];
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(body, 0, request, head.length, body.length);
        return request;
    }
}
