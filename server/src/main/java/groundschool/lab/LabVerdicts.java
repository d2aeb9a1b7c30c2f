package groundschool.lab;

import static groundschool.db.generated.Tables.LAB_VERDICT;

import groundschool.lab.check.Evidence;
import groundschool.lab.check.Verdict;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;

/// What the checks of a run said last, and when each passed for the first time.
public final class LabVerdicts {

    private static final Evidence NONE = new Evidence("", "", "", "");

    private final DSLContext db;

    public LabVerdicts(DSLContext db) {
        this.db = db;
    }

    /// By the check's id.
    public Map<String, Verdict> all(long runId) {
        var verdicts = new LinkedHashMap<String, Verdict>();
        db.selectFrom(LAB_VERDICT)
                .where(LAB_VERDICT.RUN_ID.eq(runId))
                .forEach(row -> verdicts.put(row.get(LAB_VERDICT.CHECK_ID), verdict(row)));
        return verdicts;
    }

    /// When each check passed for the first time, by its id.
    public Map<String, Instant> firstPassed(long runId) {
        var passed = new LinkedHashMap<String, Instant>();
        db.selectFrom(LAB_VERDICT)
                .where(LAB_VERDICT.RUN_ID.eq(runId))
                .and(LAB_VERDICT.PASSED_AT.isNotNull())
                .forEach(row ->
                        passed.put(row.get(LAB_VERDICT.CHECK_ID), row.get(LAB_VERDICT.PASSED_AT)));
        return passed;
    }

    /// Keeps a verdict in place of what the check said before.
    public void save(long runId, String checkId, Verdict verdict, Instant now) {
        var before =
                db.select(LAB_VERDICT.PASSED_AT)
                        .from(LAB_VERDICT)
                        .where(LAB_VERDICT.RUN_ID.eq(runId))
                        .and(LAB_VERDICT.CHECK_ID.eq(checkId))
                        .fetchOptional(LAB_VERDICT.PASSED_AT);
        db.deleteFrom(LAB_VERDICT)
                .where(LAB_VERDICT.RUN_ID.eq(runId))
                .and(LAB_VERDICT.CHECK_ID.eq(checkId))
                .execute();
        var passedAt = before.or(() -> verdict.passed() ? Optional.of(now) : Optional.empty());
        insert(runId, checkId, verdict, passedAt, now);
    }

    private void insert(
            long runId, String checkId, Verdict verdict, Optional<Instant> passedAt, Instant now) {
        var evidence =
                switch (verdict) {
                    case Verdict.NotYet(var found, _, _) -> found;
                    case Verdict.Passed _, Verdict.CouldNotCheck _ -> NONE;
                };
        db.insertInto(LAB_VERDICT)
                .set(LAB_VERDICT.RUN_ID, runId)
                .set(LAB_VERDICT.CHECK_ID, checkId)
                .set(LAB_VERDICT.VERDICT, name(verdict))
                .set(LAB_VERDICT.LOOKED_AT, evidence.lookedAt())
                .set(LAB_VERDICT.FOUND_WHERE, evidence.where())
                .set(LAB_VERDICT.FOUND, evidence.found())
                .set(LAB_VERDICT.EXPECTED, evidence.expected())
                .set(LAB_VERDICT.WHY, why(verdict))
                .set(LAB_VERDICT.HINT, hint(verdict).orElse(null))
                .set(LAB_VERDICT.CHECKED_AT, now)
                .set(LAB_VERDICT.PASSED_AT, passedAt.orElse(null))
                .execute();
    }

    private static String name(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Passed _ -> "passed";
            case Verdict.NotYet _ -> "not-yet";
            case Verdict.CouldNotCheck _ -> "could-not-check";
        };
    }

    private static String why(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Passed _ -> "";
            case Verdict.NotYet(_, var why, _) -> why;
            case Verdict.CouldNotCheck(var reason) -> reason;
        };
    }

    private static Optional<String> hint(Verdict verdict) {
        return switch (verdict) {
            case Verdict.NotYet(_, _, var hint) -> hint;
            case Verdict.Passed _, Verdict.CouldNotCheck _ -> Optional.empty();
        };
    }

    private static Verdict verdict(Record row) {
        return switch (row.get(LAB_VERDICT.VERDICT)) {
            case "passed" -> new Verdict.Passed();
            case "not-yet" ->
                    new Verdict.NotYet(
                            new Evidence(
                                    row.get(LAB_VERDICT.LOOKED_AT),
                                    row.get(LAB_VERDICT.FOUND_WHERE),
                                    row.get(LAB_VERDICT.FOUND),
                                    row.get(LAB_VERDICT.EXPECTED)),
                            row.get(LAB_VERDICT.WHY),
                            Optional.ofNullable(row.get(LAB_VERDICT.HINT)));
            default -> new Verdict.CouldNotCheck(row.get(LAB_VERDICT.WHY));
        };
    }
}
