package groundschool.bench.measurement;

import groundschool.bench.Figure;
import groundschool.bench.Quantity;
import groundschool.bench.Unit;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/// Where a call of the emulator takes its processor time, step by step, by samples of what its
/// threads were doing.
enum CallSteps {
    PORT("port"),
    READ("read"),
    PARSE("parse"),
    VERIFY("verify"),
    GATE("gate"),
    RUN("run"),
    LOG("log"),
    LEDGER("ledger"),
    WRITE("write");

    private final String label;

    CallSteps(String label) {
        this.label = label;
    }

    /// The methods, or classes, in which a step is done; the innermost of a stack counts.
    private static final Map<String, CallSteps> PLACES =
            Map.ofEntries(
                    Map.entry("http.CallReader", READ),
                    Map.entry("http.HeaderLine", READ),
                    Map.entry("wire.AnswerWriter", WRITE),
                    Map.entry("http.EmulatorHandler", READ),
                    Map.entry("http.EmulatorHandler.send", WRITE),
                    Map.entry("Door.read", READ),
                    Map.entry("JsonDoor", READ),
                    Map.entry("wire.AwsJson.read", PARSE),
                    Map.entry("wire.ApiModel.check", PARSE),
                    Map.entry("Endpoint.read", PARSE),
                    Map.entry("wire.SignatureV4.verify", VERIFY),
                    Map.entry("Gate.allowed", GATE),
                    Map.entry("iam.Iam", GATE),
                    Map.entry("Gate", RUN),
                    Map.entry("sandbox.Storage", RUN),
                    Map.entry("sandbox.DiskJournal", LOG),
                    Map.entry("sandbox.Ledger", LEDGER),
                    Map.entry("Gate$Outcome.entry", LEDGER),
                    Map.entry("Gate$Outcome.measure", LEDGER),
                    Map.entry("Endpoint.write", WRITE),
                    Map.entry("wire.AwsJson.answer", WRITE));

    private static final String EMULATOR = "groundschool.emulator.";

    /// @param recording of some calls
    /// @param calls how many
    /// @param seconds of processor time that the process took for them
    static List<Figure> figures(String operation, Path recording, long calls, double seconds)
            throws IOException {
        var taken = new EnumMap<CallSteps, Duration>(CallSteps.class);
        for (var event : RecordingFile.readAllEvents(recording)) {
            if (event.getEventType().getName().equals("jdk.CPUTimeSample")) {
                taken.merge(stepOf(event), event.getDuration("samplingPeriod"), Duration::plus);
            }
        }
        double whole = seconds / calls * 1e6;
        double rest = whole;
        var figures = new ArrayList<Figure>();
        for (var step : values()) {
            double micros = taken.getOrDefault(step, Duration.ZERO).toNanos() / 1e3 / calls;
            rest -= micros;
            figures.add(figure(operation, step.label, micros, whole));
        }
        figures.add(figure(operation, "garbage, compiling", Math.max(0, rest), whole));
        return figures;
    }

    private static Figure figure(String operation, String step, double micros, double whole) {
        return new Figure(
                Quantity.of("%s takes: %s".formatted(operation, step), Unit.MICROSECONDS),
                micros,
                whole,
                "the whole call");
    }

    private static CallSteps stepOf(RecordedEvent event) {
        var stack = Optional.ofNullable(event.getStackTrace());
        for (var frame : stack.map(trace -> trace.getFrames()).orElse(List.of())) {
            var place = placeOf(frame);
            if (place.isPresent()) {
                return place.get();
            }
        }
        return PORT;
    }

    private static Optional<CallSteps> placeOf(RecordedFrame frame) {
        var type = frame.getMethod().getType().getName();
        if (!type.startsWith(EMULATOR)) {
            return Optional.empty();
        }
        var place = type.substring(EMULATOR.length());
        return Optional.ofNullable(PLACES.get(place + "." + frame.getMethod().getName()))
                .or(() -> Optional.ofNullable(PLACES.get(place)));
    }
}
