package groundschool.lab;

import groundschool.emulator.cognito.message.Message;
import groundschool.web.Page;
import groundschool.web.Views;
import groundschool.web.Visitors;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/// What the user pools of a lab's sandbox have sent by e-mail and to telephones: no message leaves
/// this machine, so whoever plays the customer reads it here.
public final class LabInboxPage implements Page {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMMM, HH:mm:ss");

    private final Views views;
    private final Visitors visitors;
    private final LabDesk desk;

    public LabInboxPage(Views views, Visitors visitors, LabDesk desk) {
        this.views = views;
        this.visitors = visitors;
        this.desk = desk;
    }

    /// A message as the page shows it.
    ///
    /// @param way `E-mail` or `SMS`
    /// @param code what is to be typed; empty if there is none in it
    public record Line(
            String when, String way, String to, String subject, String body, String code) {

        static Line of(Message message, ZoneId zone) {
            return new Line(
                    TIME.format(message.at().atZone(zone)),
                    message.medium().equals("SMS") ? "SMS" : "E-mail",
                    message.to(),
                    message.subject().strip(),
                    message.body().strip(),
                    message.code().orElse(""));
        }
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/labs/{lab}/runs/{run}/inbox", this::show);
    }

    private void show(Context context) {
        var bench = LabPage.bench(context, desk, visitors);
        var zone = visitors.zone();
        views.show(
                context,
                "lab/inbox",
                Map.of(
                        "lab",
                        bench.lab(),
                        "address",
                        LabPage.actions(bench.lab(), bench.run()) + "/inbox",
                        "messages",
                        bench.inbox().stream().map(message -> Line.of(message, zone)).toList()));
    }
}
