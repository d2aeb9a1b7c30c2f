package groundschool.emulator.wire;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/// Labels that a form has as a document, `<Tagging><TagSet><Tag>…`, as the header has them that
/// other requests send.
public final class S3Tagging {

    private S3Tagging() {}

    /// @throws groundschool.emulator.AwsException if it is no such document
    public static String header(String document) {
        var root =
                XmlElement.parse(document.getBytes(StandardCharsets.UTF_8))
                        .orElseThrow(XmlInput::malformed);
        return root.all("TagSet").stream()
                .flatMap(set -> set.all("Tag").stream())
                .map(tag -> encoded(tag, "Key") + "=" + encoded(tag, "Value"))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(XmlElement tag, String name) {
        List<XmlElement> found = tag.all(name);
        return found.isEmpty()
                ? ""
                : URLEncoder.encode(found.getFirst().text(), StandardCharsets.UTF_8);
    }
}
