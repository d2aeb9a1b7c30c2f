package groundschool.lab;

import groundschool.content.Catalogue;
import groundschool.content.Lab;
import groundschool.home.Today;
import groundschool.learner.Learner;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/// The labs that were begun and not finished, for the first page.
public final class LabUnderWay implements Today.Source {

    private final LabDesk desk;
    private final Supplier<Catalogue> catalogue;

    public LabUnderWay(LabDesk desk, Supplier<Catalogue> catalogue) {
        this.desk = desk;
        this.catalogue = catalogue;
    }

    @Override
    public List<Today> today(Learner learner, Instant now) {
        return desk.runs(learner.id()).stream()
                .filter(run -> run.finishedAt().isEmpty())
                .flatMap(
                        run -> catalogue.get().lab(run.labId()).map(lab -> line(lab, run)).stream())
                .toList();
    }

    private static Today line(Lab lab, LabRun run) {
        return new Today(
                "labs",
                "Lab under way",
                lab.title(),
                "%d of 100 points".formatted(run.score()),
                "Continue the lab",
                "/labs/" + lab.id());
    }
}
