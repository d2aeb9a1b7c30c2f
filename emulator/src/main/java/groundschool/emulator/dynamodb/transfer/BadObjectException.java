package groundschool.emulator.dynamodb.transfer;

/// An object of which nothing more can be read.
final class BadObjectException extends RuntimeException {

    BadObjectException(String message) {
        super(message, null, false, false);
    }
}
