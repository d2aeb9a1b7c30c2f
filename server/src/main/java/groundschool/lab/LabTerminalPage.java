package groundschool.lab;

import groundschool.web.CommandAnswer;
import groundschool.web.Page;
import groundschool.web.Visitors;
import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;

/// The terminal of a lab: takes what was typed and answers with what it wrote, as it comes.
public final class LabTerminalPage implements Page {

    private final Visitors visitors;
    private final LabDesk desk;

    public LabTerminalPage(Visitors visitors, LabDesk desk) {
        this.visitors = visitors;
        this.desk = desk;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post("/labs/{lab}/runs/{run}/terminal", this::type);
        routes.post("/labs/{lab}/runs/{run}/terminal/cancel", this::cancel);
    }

    private void type(Context context) {
        var bench = LabPage.bench(context, desk, visitors);
        var command = String.valueOf(context.formParam("command")).strip().replace("\r\n", "\n");
        if (command.isEmpty()) {
            throw new BadRequestResponse("There was no command.");
        }
        if (CommandAnswer.isWanted(context)) {
            CommandAnswer.stream(context, listener -> bench.type(command, listener).exitCode());
        } else {
            bench.type(command, _ -> {});
            context.redirect("/labs/" + bench.lab().id() + "#terminal", HttpStatus.SEE_OTHER);
        }
    }

    private void cancel(Context context) {
        LabPage.bench(context, desk, visitors).cancel();
        context.status(HttpStatus.NO_CONTENT);
    }
}
