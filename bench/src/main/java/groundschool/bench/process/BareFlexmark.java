package groundschool.bench.process;

import com.vladsch.flexmark.html.HtmlRenderer;
import com.vladsch.flexmark.parser.Parser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Turns all Markdown files of a folder into HTML, and checks nothing: the least that reading a
/// course can take.
public final class BareFlexmark {

    private BareFlexmark() {}

    /// @param arguments the folder
    public static void main(String[] arguments) throws IOException {
        var parser = Parser.builder().build();
        var renderer = HtmlRenderer.builder().build();
        long characters = 0;
        try (var files = Files.walk(Path.of(arguments[0]))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                characters += renderer.render(parser.parse(Files.readString(file))).length();
            }
        }
        System.out.println(characters + " characters of HTML");
    }
}
