package groundschool.search;

import groundschool.content.Catalogue;
import groundschool.content.Course;
import groundschool.content.Lesson;
import groundschool.content.Unit;
import groundschool.web.Page;
import groundschool.web.Views;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Search over lessons, cards, questions, labs, and what courses can be looked up in. The answers
/// of questions are not searched, so that a search gives none away.
public final class SearchPage implements Page {

    private static final int MOST_RESULTS = 40;
    private static final int LONGEST_QUERY = 200;

    private final Views views;
    private final Supplier<Catalogue> catalogue;

    /// A line of the results.
    ///
    /// @param kind in words
    /// @param place what it belongs to; empty for what stands alone
    record Result(
            String icon,
            String kind,
            String place,
            String url,
            List<Snippets.Piece> title,
            List<Snippets.Piece> snippet) {}

    public SearchPage(Views views, Supplier<Catalogue> catalogue) {
        this.views = views;
        this.catalogue = catalogue;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/search", this::show);
    }

    private void show(Context context) {
        var typed = Optional.ofNullable(context.queryParam("q")).orElse("").strip();
        var query = typed.length() > LONGEST_QUERY ? typed.substring(0, LONGEST_QUERY) : typed;
        var search = new Search(query);
        var current = catalogue.get();
        var hits = search.in(current.passages(), MOST_RESULTS + 1);
        views.show(
                context,
                "search/search",
                Map.of(
                        "query",
                        query,
                        "asked",
                        !search.isEmpty(),
                        "more",
                        hits.size() > MOST_RESULTS,
                        "results",
                        hits.stream()
                                .limit(MOST_RESULTS)
                                .map(hit -> result(hit, current))
                                .toList()));
    }

    private static Result result(Search.Hit hit, Catalogue catalogue) {
        var passage = hit.passage();
        var ofLesson = catalogue.lesson(passage.homeId()).map(Lesson::title).orElse("");
        var ofCourse = catalogue.course(passage.homeId()).map(Course::title).orElse("");
        var course = "/courses/" + passage.homeId();
        return switch (passage.kind()) {
            case LESSON -> {
                var unit = catalogue.unitOf(passage.id()).map(Unit::title).orElse("");
                yield line("lessons", "Lesson", unit, "/lessons/" + passage.id(), hit);
            }
            case CARD -> line("cards", "Card", ofLesson, "/cards?lesson=" + passage.homeId(), hit);
            case QUESTION ->
                    line(
                            "exams",
                            "Question",
                            ofLesson,
                            "/lessons/" + passage.homeId() + "/questions",
                            hit);
            case LAB -> line("labs", "Lab", "", "/labs/" + passage.id(), hit);
            case TERM -> line("list", "Term", ofCourse, course + "/glossary#" + passage.id(), hit);
            case FORMULAS -> line("list", "Formulas", ofCourse, course + "/formulas", hit);
            case SERVICES -> line("list", "Services", ofCourse, course + "/services", hit);
        };
    }

    private static Result line(String icon, String kind, String place, String url, Search.Hit hit) {
        return new Result(icon, kind, place, url, hit.title(), hit.snippet());
    }
}
