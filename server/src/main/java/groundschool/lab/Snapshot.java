package groundschool.lab;

import groundschool.emulator.sandbox.Ledger;
import groundschool.station.Typed;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// All that there is to see of a run at one time.
///
/// @param passedAt when each check passed for the first time, by its id
/// @param bookmarks where it can go back to, by the step's id
/// @param commands that were typed, oldest first
/// @param answers that were given, by the check's id
/// @param calls the newest of the learner's, newest first
/// @param callCount how many there are in all
public record Snapshot(
        LabRun run,
        Grading grading,
        Map<String, Instant> passedAt,
        Map<String, Bookmark> bookmarks,
        List<Typed> commands,
        Map<String, String> answers,
        List<Ledger.Entry> calls,
        int callCount) {

    public Snapshot {
        passedAt = Map.copyOf(passedAt);
        bookmarks = Map.copyOf(bookmarks);
        commands = List.copyOf(commands);
        answers = Map.copyOf(answers);
        calls = List.copyOf(calls);
    }
}
