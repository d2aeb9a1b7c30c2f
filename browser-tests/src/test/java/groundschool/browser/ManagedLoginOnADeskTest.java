package groundschool.browser;

/// Every page of managed login on a desk.
@BrowserTest
class ManagedLoginOnADeskTest extends ManagedLoginPages {

    ManagedLoginOnADeskTest() {
        super(Device.DESKTOP);
    }
}
