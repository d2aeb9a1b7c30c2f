package groundschool.question;

import com.vladsch.flexmark.ast.FencedCodeBlock;
import groundschool.content.markdown.Page;
import groundschool.content.yaml.Fields;
import groundschool.content.yaml.Yaml;
import groundschool.content.yaml.YamlReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the shape of a proof: calls that set up, and a call for each option.
final class ProofReader {

    private ProofReader() {}

    static Optional<Proof> read(Page page, FencedCodeBlock block, List<String> optionIds) {
        var line = page.line(block);
        var report = page.report();
        var yaml = YamlReader.mapping(block.getContentChars().toString(), line + 1, report);
        if (yaml.isEmpty()) {
            return Optional.empty();
        }
        var fields = new Fields(yaml.get(), report);
        var setup = new ArrayList<Proof.Call>();
        for (var call : fields.children("setup")) {
            mustCall(call, page);
            setup.add(plain(call));
        }
        var options = new LinkedHashMap<String, Proof.Call>();
        for (var id : optionIds) {
            fields.child("option " + id)
                    .ifPresent(call -> {
                        mustCall(call, page);
                        options.put(id, plain(call));
                    });
        }
        fields.finish();
        if (options.isEmpty()) {
            report.problem(line, "the proof proves no option: write `option 1:` and its call");
        }
        return Optional.of(new Proof(setup, options, report.file(), line));
    }

    private static void mustCall(Fields call, Page page) {
        if (!call.has("call")) {
            page.report()
                    .problem(
                            call.mapping().line(),
                            "a call is missing: write `call: dynamodb PutItem`");
        }
    }

    private static Proof.Call plain(Fields call) {
        var plain = new LinkedHashMap<String, Object>();
        for (Map.Entry<String, Yaml> entry : call.mapping().entries().entrySet()) {
            plain.put(entry.getKey(), entry.getValue().plain());
        }
        return new Proof.Call(plain, call.mapping().line());
    }
}
