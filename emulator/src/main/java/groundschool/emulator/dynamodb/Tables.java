package groundschool.emulator.dynamodb;

import groundschool.emulator.sandbox.Storage;

/// The tables of one sandbox, in all Regions.
public final class Tables {

    private final Storage storage;

    public Tables(Storage storage) {
        this.storage = storage;
    }

    Storage storage() {
        return storage;
    }
}
