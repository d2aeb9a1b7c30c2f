package groundschool.lesson;

import groundschool.content.Catalogue;
import groundschool.content.Course;
import groundschool.web.Page;
import groundschool.web.Views;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.Map;
import java.util.function.Supplier;

/// What a course can be looked up in: its glossary, its formulas and prices, and which of its units
/// name which services.
public final class HandbookPage implements Page {

    private final Views views;
    private final Supplier<Catalogue> catalogue;

    public HandbookPage(Views views, Supplier<Catalogue> catalogue) {
        this.views = views;
        this.catalogue = catalogue;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/courses/{course}/glossary", this::glossary);
        routes.get("/courses/{course}/formulas", this::formulas);
        routes.get("/courses/{course}/services", this::services);
    }

    private void glossary(Context context) {
        var course = course(context);
        if (course.handbook().glossary().isEmpty()) {
            throw new NotFoundResponse("This course has no glossary.");
        }
        views.show(
                context,
                "lesson/glossary",
                Map.of("course", course, "view", GlossaryView.of(course)));
    }

    private void formulas(Context context) {
        var course = course(context);
        if (!course.handbook().hasFormulas()) {
            throw new NotFoundResponse("This course has no formulas.");
        }
        views.show(context, "lesson/formulas", Map.of("course", course));
    }

    private void services(Context context) {
        var course = course(context);
        if (!course.handbook().hasServices()) {
            throw new NotFoundResponse("This course has no index of services.");
        }
        views.show(
                context,
                "lesson/services",
                Map.of("course", course, "services", ServiceIndex.of(course)));
    }

    private Course course(Context context) {
        return catalogue
                .get()
                .course(context.pathParam("course"))
                .orElseThrow(() -> new NotFoundResponse("There is no course with this name."));
    }
}
