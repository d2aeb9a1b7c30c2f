package groundschool.emulator.iam.simulation;

import groundschool.emulator.iam.policy.Position;

/// Places in the text of a document.
final class Texts {

    private Texts() {}

    /// Just after whatever stands before a place, white space left aside: that is where the
    /// simulator says that a statement begins.
    ///
    /// Source: answers of the simulator for AdministratorAccess, `Line 3, Column 17`, where AWS's
    /// document has a `[` in column 16 of that line and the statement in the next
    static Spot before(String text, Position place) {
        var at = offset(text, place);
        while (at > 0 && Character.isWhitespace(text.charAt(at - 1))) {
            at--;
        }
        var line = 1;
        var lineBegins = 0;
        for (var i = 0; i < at; i++) {
            if (text.charAt(i) == '\n') {
                line++;
                lineBegins = i + 1;
            }
        }
        return new Spot(line, at - lineBegins + 1);
    }

    private static int offset(String text, Position place) {
        var at = 0;
        for (var line = 1; line < place.line(); line++) {
            at = text.indexOf('\n', at) + 1;
        }
        return Math.min(text.length(), at + place.column() - 1);
    }
}
