package groundschool.lab;

import static groundschool.db.generated.Tables.LAB_CHECKPOINT;
import static groundschool.db.generated.Tables.LAB_COMMAND;

import groundschool.emulator.sandbox.Storage.Checkpoint;
import groundschool.station.Typed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// What happened in runs: what was typed, and where one can go back to.
public final class LabHistories {

    /// The bookmark of what was there before the last going back.
    public static final String UNDO = "undo";

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final DSLContext db;

    public LabHistories(DSLContext db) {
        this.db = db;
    }

    /// The newest commands of a run, oldest first.
    public List<Typed> commands(long runId, int limit) {
        return db.selectFrom(LAB_COMMAND)
                .where(LAB_COMMAND.RUN_ID.eq(runId))
                .orderBy(LAB_COMMAND.ID.desc())
                .limit(limit)
                .fetch(LabHistories::typed)
                .reversed();
    }

    /// Keeps a command with the beginning of what came back.
    public void add(long runId, Typed typed) {
        db.insertInto(LAB_COMMAND)
                .set(LAB_COMMAND.RUN_ID, runId)
                .set(LAB_COMMAND.TYPED, typed.command())
                .set(LAB_COMMAND.OUTPUT, typed.outputText())
                .set(LAB_COMMAND.EXIT_CODE, typed.exitCode())
                .set(LAB_COMMAND.TYPED_AT, typed.at())
                .execute();
    }

    /// Where a run can go back to, by the step's id, and [#UNDO].
    public Map<String, Bookmark> bookmarks(long runId) {
        var bookmarks = new LinkedHashMap<String, Bookmark>();
        db.selectFrom(LAB_CHECKPOINT)
                .where(LAB_CHECKPOINT.RUN_ID.eq(runId))
                .forEach(row -> bookmarks.put(row.get(LAB_CHECKPOINT.STEP_ID), bookmark(row)));
        return bookmarks;
    }

    /// Sets a bookmark.
    ///
    /// @return the checkpoint of the one that it replaces, which nothing holds any more
    public Optional<Checkpoint> set(long runId, String stepId, Bookmark bookmark) {
        var before = Optional.ofNullable(bookmarks(runId).get(stepId)).map(Bookmark::checkpoint);
        db.deleteFrom(LAB_CHECKPOINT)
                .where(LAB_CHECKPOINT.RUN_ID.eq(runId))
                .and(LAB_CHECKPOINT.STEP_ID.eq(stepId))
                .execute();
        db.insertInto(LAB_CHECKPOINT)
                .set(LAB_CHECKPOINT.RUN_ID, runId)
                .set(LAB_CHECKPOINT.STEP_ID, stepId)
                .set(LAB_CHECKPOINT.CHECKPOINT, bookmark.checkpoint().number())
                .set(LAB_CHECKPOINT.CALLS_AFTER, bookmark.callsAfter())
                .set(LAB_CHECKPOINT.FILES, MAPPER.writeValueAsString(bookmark.files()))
                .set(LAB_CHECKPOINT.MADE_AT, bookmark.at())
                .execute();
        return before;
    }

    private static Bookmark bookmark(Record row) {
        return new Bookmark(
                new Checkpoint(row.get(LAB_CHECKPOINT.CHECKPOINT)),
                row.get(LAB_CHECKPOINT.CALLS_AFTER),
                MAPPER.readValue(
                        row.get(LAB_CHECKPOINT.FILES), new TypeReference<Map<String, String>>() {}),
                row.get(LAB_CHECKPOINT.MADE_AT));
    }

    private static Typed typed(Record row) {
        return Typed.of(
                row.get(LAB_COMMAND.TYPED),
                row.get(LAB_COMMAND.OUTPUT),
                row.get(LAB_COMMAND.EXIT_CODE),
                row.get(LAB_COMMAND.TYPED_AT));
    }
}
