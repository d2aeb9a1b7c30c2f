package groundschool.emulator.dynamodb;

import groundschool.emulator.sandbox.Format;

/// Items as compact bytes, which are what a table has of them in memory too: an item's values are
/// some fifty objects, which take three times the memory and lie all over it.
public final class ItemFormat implements Format<Item> {

    @Override
    public byte[] write(Item item) {
        return item.packed().bytes();
    }

    @Override
    public Item read(byte[] bytes) {
        return Item.of(new PackedItem(bytes));
    }

    @Override
    public boolean staysPacked() {
        return true;
    }
}
