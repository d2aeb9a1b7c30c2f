package groundschool.question;

import groundschool.content.Prose;
import groundschool.content.Source;
import java.util.List;
import java.util.Optional;

/// What every question has, whatever its kind.
///
/// @param sharedStem the case that it shares with its neighbours, to be read before the stem
/// @param objective the skill that it tests; absent only in a draft
/// @param difficulty 1 (recall), 2 (understanding) or 3 (judgement)
/// @param explanation what to say after the answer, besides the reasons of single options; may be
///   empty
/// @param proof calls that show the right answer right; absent if the author gave none
public record Details(
        String id,
        String title,
        Optional<SharedStem> sharedStem,
        Prose stem,
        Optional<String> objective,
        int difficulty,
        Prose explanation,
        List<Source> sources,
        Optional<Proof> proof) {

    public Details {
        sources = List.copyOf(sources);
    }

    /// A case: a description that several questions ask about.
    public record SharedStem(String id, String title, Prose text) {}
}
