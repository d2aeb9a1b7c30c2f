package groundschool.lab;

import groundschool.content.Lab;
import groundschool.lab.check.Filling;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A run of a lab as its page shows it.
///
/// @param steps in order
/// @param calls the newest first
public record LabView(
        Lab lab, Snapshot snapshot, List<StepView> steps, List<CallView> calls, ZoneId zone) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final SecureRandom RANDOM = new SecureRandom();

    public LabView {
        steps = List.copyOf(steps);
        calls = List.copyOf(calls);
    }

    static LabView of(Lab lab, Snapshot snapshot, ZoneId zone) {
        var grading = snapshot.grading();
        var filling = Filling.with(snapshot.run().variables(), RANDOM);
        var steps = new ArrayList<StepView>();
        var current = lab.steps().stream().filter(step -> !grading.finished(step)).findFirst();
        for (var step : lab.steps()) {
            var isCurrent = current.filter(step::equals).isPresent();
            steps.add(
                    new StepView(
                            steps.size() + 1,
                            step,
                            filling.fill(step.body().html()),
                            checks(step, snapshot, isCurrent, filling, zone),
                            grading.finished(step),
                            isCurrent,
                            snapshot.bookmarks().containsKey(step.id())));
        }
        var calls = snapshot.calls().stream().map(call -> new CallView(call, zone)).toList();
        return new LabView(lab, snapshot, steps, calls, zone);
    }

    private static List<CheckView> checks(
            Lab.Step step, Snapshot snapshot, boolean current, Filling filling, ZoneId zone) {
        var grading = snapshot.grading();
        var next = step.checks().stream().filter(check -> !grading.passed(check.id())).findFirst();
        return step.checks().stream()
                .map(check ->
                        new CheckView(
                                check,
                                grading.verdict(check.id()),
                                Optional.ofNullable(snapshot.passedAt().get(check.id()))
                                        .map(at -> TIME.format(at.atZone(zone))),
                                Optional.ofNullable(snapshot.answers().get(check.id())),
                                current,
                                current
                                        && snapshot.callCount() > 0
                                        && next.filter(check::equals).isPresent(),
                                filling))
                .toList();
    }

    public String story() {
        return Filling.with(snapshot.run().variables(), RANDOM).fill(lab.story().html());
    }

    public int score() {
        return snapshot.grading().score();
    }

    public boolean complete() {
        return snapshot.grading().complete();
    }

    public long passed() {
        return lab.checks().filter(check -> snapshot.grading().passed(check.id())).count();
    }

    public long checkCount() {
        return lab.checks().count();
    }

    /// When the run last went back, if it did.
    public Optional<String> wentBackAt() {
        return Optional.ofNullable(snapshot.bookmarks().get(LabHistories.UNDO))
                .map(Bookmark::at)
                .map(this::time);
    }

    private String time(Instant at) {
        return TIME.format(at.atZone(zone));
    }
}
