package groundschool.lab;

import groundschool.emulator.cognito.message.Message;
import groundschool.web.Page;
import groundschool.web.Views;
import groundschool.web.Visitors;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;

/// The inbox of a lab's sandbox: what its user pools would have sent, by e-mail or to a telephone.
public final class LabInboxPage implements Page {

    private final Views views;
    private final Visitors visitors;
    private final LabDesk desk;

    public LabInboxPage(Views views, Visitors visitors, LabDesk desk) {
        this.views = views;
        this.visitors = visitors;
        this.desk = desk;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/labs/{lab}/runs/{run}/inbox", this::show);
    }

    private void show(Context context) {
        var bench = LabPage.bench(context, desk, visitors);
        var model = new HashMap<String, Object>();
        model.put("lab", bench.lab());
        model.put("actions", LabPage.actions(bench.lab(), bench.run()));
        model.put(
                "messages",
                bench.inbox().stream()
                        .map(message -> new MessageView(message, visitors.zone()))
                        .toList());
        views.show(context, "lab/inbox", model);
    }

    /// A message as the page shows it.
    public record MessageView(Message message, ZoneId zone) {

        private static final DateTimeFormatter TIME =
                DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

        /// On the sandbox's clock.
        public String time() {
            return TIME.format(message.at().atZone(zone));
        }

        /// How it would have gone.
        public String medium() {
            return message.medium().equals("SMS") ? "Text message" : "E-mail";
        }

        /// What it is headed by.
        public String title() {
            return message.subject().isEmpty() ? medium() : message.subject();
        }

        /// What is to be typed; empty if there is nothing.
        public String code() {
            return message.code().orElse("");
        }
    }
}
