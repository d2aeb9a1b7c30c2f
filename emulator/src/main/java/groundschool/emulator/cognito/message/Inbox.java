package groundschool.emulator.cognito.message;

import groundschool.emulator.sandbox.JsonFormat;
import groundschool.emulator.sandbox.Key;
import groundschool.emulator.sandbox.Sandbox;
import groundschool.emulator.sandbox.Storage;
import groundschool.emulator.sandbox.StoredMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the pools of one sandbox have sent.
///
/// Unlike AWS, nothing leaves this machine: whoever builds an application reads here what its users
/// would get. The last 200 are kept.
public final class Inbox {

    private static final int KEPT = 200;
    private static final int KEY_DIGITS = 12;

    private final StoredMap<Message> messages;

    public Inbox(Storage storage) {
        this.messages = storage.map("cognito-idp/inbox", new JsonFormat<>(Message.class));
    }

    /// That of a sandbox.
    public static Inbox of(Sandbox sandbox) {
        return new Inbox(sandbox.storage());
    }

    /// All, the newest first.
    public List<Message> all() {
        return messages.descending(Optional.empty(), Optional.empty())
                .map(Map.Entry::getValue)
                .toList();
    }

    /// How many there are.
    public int size() {
        return messages.size();
    }

    /// Adds a message, whose number it gives.
    public void add(Message message) {
        long number = all().stream().findFirst().map(Message::number).orElse(0L) + 1;
        messages.put(
                key(number),
                new Message(
                        number,
                        message.at(),
                        message.userPoolId(),
                        message.username(),
                        message.medium(),
                        message.to(),
                        message.from(),
                        message.subject(),
                        message.body(),
                        message.code()));
        if (messages.size() > KEPT) {
            messages.ascending().findFirst().ifPresent(oldest -> messages.remove(oldest.getKey()));
        }
    }

    private static Key key(long number) {
        return Key.of(("%0" + KEY_DIGITS + "d").formatted(number));
    }
}
