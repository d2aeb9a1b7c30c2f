package groundschool.card;

/// How well cards that had come as far as days were remembered when they fell due.
///
/// @param asked how often one was asked
/// @param remembered how often it was recalled, whether hardly or easily
public record Retention(int asked, int remembered) {

    /// The share, from 0 to 100; 0 if none was asked.
    public int percent() {
        return asked == 0 ? 0 : Math.round(100f * remembered / asked);
    }
}
