package groundschool.home;

import groundschool.web.Page;
import groundschool.web.Views;
import groundschool.web.Visitors;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Map;

/// The first page: what there is to do today.
public final class HomePage implements Page {

    private final Views views;
    private final Visitors visitors;
    private final List<Today.Source> sources;

    public HomePage(Views views, Visitors visitors, List<Today.Source> sources) {
        this.views = views;
        this.visitors = visitors;
        this.sources = List.copyOf(sources);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/", this::show);
    }

    private void show(Context context) {
        var now = visitors.now();
        var learner = visitors.learner(context);
        var items = sources.stream().flatMap(each -> each.today(learner, now).stream()).toList();
        var day =
                DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                        .withLocale(visitors.locale(context))
                        .format(now.atZone(visitors.zone()));
        views.show(context, "home/home", Map.of("items", items, "day", day));
    }
}
