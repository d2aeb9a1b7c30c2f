package groundschool.lab;

import groundschool.web.Page;
import groundschool.web.Views;
import groundschool.web.Visitors;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Map;

/// The functions of a lab's sandbox: how each is configured, and what of this machine runs it.
public final class LabFunctionsPage implements Page {

    private final Views views;
    private final Visitors visitors;
    private final LabDesk desk;

    public LabFunctionsPage(Views views, Visitors visitors, LabDesk desk) {
        this.views = views;
        this.visitors = visitors;
        this.desk = desk;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/labs/{lab}/runs/{run}/functions", this::show);
    }

    private void show(Context context) {
        var bench = LabPage.bench(context, desk, visitors);
        views.show(
                context,
                "lab/functions",
                Map.of(
                        "lab", bench.lab(),
                        "actions", LabPage.actions(bench.lab(), bench.run()),
                        "functions", bench.functions()));
    }
}
