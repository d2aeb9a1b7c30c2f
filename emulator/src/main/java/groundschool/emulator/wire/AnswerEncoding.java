package groundschool.emulator.wire;

import groundschool.emulator.HttpRequest;
import groundschool.emulator.HttpResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/// Packs answers for clients that want that. The checksum is about the body as it is sent.
///
/// What DynamoDB makes of the header, and that it leaves answers below 4 kB alone, is known from
/// ScyllaDB's tests of compressed responses, which were run against it.
final class AnswerEncoding {

    private static final int LEAST_BYTES = 4096;

    /// In the order in which the service prefers them, if the client does not.
    private static final List<String> KNOWN = List.of("gzip", "deflate");

    private AnswerEncoding() {}

    static HttpResponse answer(
            HttpRequest request, int status, String contentType, byte[] body, String requestId) {
        var wanted =
                body.length < LEAST_BYTES
                        ? Optional.<String>empty()
                        : request.headers().all("Accept-Encoding").stream()
                                .reduce((_, last) -> last);
        var encoding = wanted.flatMap(AnswerEncoding::choose);
        if (encoding.isEmpty()) {
            return Answers.of(status, contentType, body, requestId);
        }
        var packed = packed(encoding.get(), body);
        var answer = Answers.of(status, contentType, packed, requestId);
        return HttpResponse.of(
                status, answer.headers().with("Content-Encoding", encoding.get()), packed);
    }

    /// The encoding that the client likes best of those that there are; absent if it wants none.
    static Optional<String> choose(String acceptEncoding) {
        var choices = choices(acceptEncoding);
        var named = choices.stream().map(Choice::name).toList();
        for (var choice : List.copyOf(choices)) {
            if (choice.name.equals("*")) {
                KNOWN.stream()
                        .filter(known -> !named.contains(known))
                        .forEach(known -> choices.add(new Choice(known, choice.quality)));
            }
        }
        Optional<Choice> best = Optional.empty();
        for (var choice : choices) {
            boolean isBetter =
                    choice.quality > best.map(Choice::quality).orElse(0.0)
                            && KNOWN.contains(choice.name);
            if (isBetter) {
                best = Optional.of(choice);
            }
        }
        return best.map(Choice::name);
    }

    /// @param quality from 0, which is not wanted, to 1
    private record Choice(String name, double quality) {}

    private static List<Choice> choices(String acceptEncoding) {
        var choices = new ArrayList<Choice>();
        for (var part : acceptEncoding.split(",", -1)) {
            var fields = part.split(";", -1);
            choices.add(new Choice(fields[0].strip().toLowerCase(Locale.ROOT), quality(fields)));
        }
        return choices;
    }

    /// The first that is given; what is no number counts as none.
    private static double quality(String[] fields) {
        for (int field = 1; field < fields.length; field++) {
            var sides = fields[field].split("=", 2);
            if (sides.length == 2 && sides[0].strip().equalsIgnoreCase("q")) {
                try {
                    return Math.clamp(Double.parseDouble(sides[1].strip()), 0, 1);
                } catch (NumberFormatException nonsense) {
                    return 1;
                }
            }
        }
        return 1;
    }

    private static byte[] packed(String encoding, byte[] body) {
        var bytes = new ByteArrayOutputStream(body.length / 2);
        try (var out = packing(encoding, bytes)) {
            out.write(body);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static OutputStream packing(String encoding, OutputStream bytes) throws IOException {
        return encoding.equals("gzip")
                ? new GZIPOutputStream(bytes)
                : new DeflaterOutputStream(bytes);
    }
}
