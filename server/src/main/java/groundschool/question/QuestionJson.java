package groundschool.question;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeInfo.Id;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/// A question as text, exactly as it was asked, so that an attempt can be shown and graded after
/// its author has changed it.
///
/// What was once written stays readable: a component may be added, with a default, but none
/// renamed.
public final class QuestionJson {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .addMixIn(Question.class, Kinds.class)
                    .addMixIn(Details.class, WithoutProof.class)
                    .build();

    private QuestionJson() {}

    /// All of a question but its proof.
    public static String write(Question question) {
        return JSON.writerFor(Question.class).writeValueAsString(question);
    }

    /// The question that was written.
    public static Question read(String text) {
        return JSON.readValue(text, Question.class);
    }

    @JsonTypeInfo(use = Id.SIMPLE_NAME, property = "kind")
    private interface Kinds {
        @JsonIgnore
        String id();

        @JsonIgnore
        QuestionKind kind();
    }

    private interface WithoutProof {
        @JsonIgnore
        Optional<Proof> proof();
    }
}
