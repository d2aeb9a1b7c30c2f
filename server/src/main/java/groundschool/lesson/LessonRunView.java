package groundschool.lesson;

import groundschool.station.Typed;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;

/// What a learner has run in a lesson, as its page shows it.
///
/// @param outputs by the block's id
/// @param undoneAt when the learner last started over, or took that back
public record LessonRunView(Map<String, Typed> outputs, Optional<String> undoneAt) {

    /// Nothing was run.
    static final LessonRunView NONE = new LessonRunView(Map.of(), Optional.empty());

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    public LessonRunView {
        outputs = Map.copyOf(outputs);
    }

    static LessonRunView of(LessonRun run, Map<String, Typed> outputs, ZoneId zone) {
        return new LessonRunView(
                outputs, run.undo().map(place -> TIME.format(place.at().atZone(zone))));
    }

    /// What a block gave when it was last run.
    public Optional<Typed> output(String blockId) {
        return Optional.ofNullable(outputs.get(blockId));
    }

    /// What was run last in place of the author's commands, if it was something else.
    public Optional<String> edited(String blockId, String commands) {
        return output(blockId).map(Typed::command).filter(typed -> !typed.equals(commands));
    }
}
