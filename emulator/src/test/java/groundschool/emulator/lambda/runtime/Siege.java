package groundschool.emulator.lambda.runtime;

import static groundschool.emulator.lambda.runtime.Function.text;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/// Functions that try to harm the machine, and a good neighbour that must not notice.
///
/// Its `main` runs all of them, for a process that has another user than the tests have.
final class Siege {

    private final LocalRuntimes runtimes;
    private final Function neighbour;

    Siege(LocalRuntimes runtimes) {
        this.runtimes = runtimes;
        this.neighbour =
                Function.python(
                        runtimes,
                        "count = 0\ndef handler(e, c):\n    global count\n    count += 1\n    return count");
    }

    /// What each attacker was answered, by its name; `neighbour` says how often the neighbour
    /// answered without being started anew.
    Map<String, String> run() {
        var answers = new LinkedHashMap<String, String>();
        neighbour.invoke("{}");
        answers.put("fork bomb", run(FORKS, 2));
        answers.put("memory bomb", run(MEMORY, 10));
        answers.put("full /tmp", run(STORAGE, 20));
        answers.put("endless loop", run("def handler(e, c):\n    while True: pass", 1));
        answers.put("flood of log lines", run(FLOOD, 2));
        answers.put("open files", run(FILES, 10));
        answers.put("files of the server", run(LOOK.formatted(System.getProperty("user.dir")), 10));
        answers.put("killing", run("import os\ndef handler(e, c): os.kill(-1, 9)", 5));
        answers.put("network", run(NETWORK, 10));
        answers.put(
                "sockets",
                run("import os\ndef handler(e, c): return sorted(os.listdir('/run/lambda'))", 5));
        answers.put("neighbour", text(neighbour.invoke("{}")));
        return answers;
    }

    private String run(String code, int seconds) {
        var attacker =
                Function.python(runtimes, code)
                        .timeout(Duration.ofSeconds(seconds))
                        .memory(256)
                        .storage(32);
        var answer = text(attacker.invoke("{}"));
        neighbour.invoke("{}");
        int logged = attacker.logged().length();
        return answer + (logged > 9_000_000 ? " logged " + logged : "");
    }

    private static final String FORKS =
            """
            import os
            def handler(e, c):
                while True:
                    try:
                        os.fork()
                    except OSError:
                        pass
            """;

    private static final String MEMORY =
            """
            def handler(e, c):
                kept = []
                while True:
                    kept.append(bytearray(1000000))
            """;

    private static final String STORAGE =
            """
            def handler(e, c):
                with open('/tmp/full', 'wb') as file:
                    while True:
                        file.write(b'x' * 1000000)
            """;

    private static final String FLOOD =
            """
            def handler(e, c):
                while True:
                    print('x' * 1000)
            """;

    private static final String FILES =
            """
            def handler(e, c):
                kept = []
                for _ in range(10000):
                    kept.append(open('/dev/null'))
            """;

    private static final String LOOK =
            """
            import os
            def handler(e, c):
                seen = [p for p in ('%s', '/home', '/etc/hostname', '/etc/shadow', '/sys', '/boot') if os.path.exists(p)]
                own = [p for p in os.listdir('/proc') if p.isdigit()]
                written = []
                for p in ('/x', '/dev/x', '/var/task/x', '/opt/x', '/usr/x', '/run/x', '/tmp/x'):
                    try:
                        open(p, 'w').close()
                        written.append(p)
                    except OSError:
                        pass
                return {'seen': seen, 'processes': len(own) < 6, 'written': written}
            """;

    private static final String NETWORK =
            """
            import socket
            def handler(e, c):
                names = [name for _, name in socket.if_nameindex()]
                try:
                    socket.create_connection(('192.0.2.1', 80), 2)
                except OSError as error:
                    return [names, error.strerror]
            """;

    /// @param arguments none
    public static void main(String[] arguments) {
        try (var runtimes = new LocalRuntimes(Path.of("/nowhere"), 20, true)) {
            new Siege(runtimes)
                    .run()
                    .forEach((name, answer) -> System.out.println("::" + name + "=" + answer));
        }
    }
}
