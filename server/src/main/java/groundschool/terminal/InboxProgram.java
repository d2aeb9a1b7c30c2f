package groundschool.terminal;

import groundschool.emulator.cognito.message.Inbox;
import groundschool.emulator.cognito.message.Message;
import groundschool.emulator.sandbox.Sandbox;
import groundschool.terminal.shell.Invocation;
import groundschool.terminal.shell.Program;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/// `inbox`: what the user pools of the sandbox have sent by e-mail and to telephones, which nobody
/// else delivers here; `inbox code ADDRESS` prints the newest code that went to an address, and
/// nothing else, for `$(…)`.
final class InboxProgram implements Program {

    private static final String USAGE =
            """
            usage: inbox                the messages, the newest first
                   inbox code ADDRESS   the newest code that was sent to an address
            """;

    private final Sandbox sandbox;

    InboxProgram(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Override
    public int run(Invocation invocation) {
        var arguments = invocation.arguments();
        if (arguments.isEmpty()) {
            return list(invocation);
        }
        if (arguments.size() == 2 && arguments.getFirst().equals("code")) {
            return code(invocation, arguments.getLast());
        }
        invocation.error(USAGE);
        return 2;
    }

    private int list(Invocation invocation) {
        var messages = messages();
        if (messages.isEmpty()) {
            invocation.out("Nothing yet. What your user pools send will be here.\n");
        }
        for (var message : messages) {
            invocation.out(
                    "%s  %s to %s%n"
                            .formatted(
                                    message.at().truncatedTo(ChronoUnit.SECONDS),
                                    message.medium().equals("SMS") ? "SMS" : "e-mail",
                                    message.to()));
            if (!message.subject().isEmpty()) {
                invocation.out("  " + message.subject().strip() + "\n");
            }
            invocation.out("  " + message.body().strip() + "\n");
        }
        return 0;
    }

    private int code(Invocation invocation, String address) {
        var code =
                messages().stream()
                        .filter(message -> message.to().equalsIgnoreCase(address))
                        .map(Message::code)
                        .flatMap(Optional::stream)
                        .findFirst();
        if (code.isEmpty()) {
            invocation.error(
                    "inbox: no code was sent to %s; `inbox` alone shows what there is\n"
                            .formatted(address));
            return 1;
        }
        invocation.out(code.get() + "\n");
        return 0;
    }

    private List<Message> messages() {
        return sandbox.storage().transition(() -> Inbox.of(sandbox).all());
    }
}
