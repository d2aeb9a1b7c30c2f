package groundschool.browser;

/// Every page of managed login in a hand.
@BrowserTest
class ManagedLoginInAHandTest extends ManagedLoginPages {

    ManagedLoginInAHandTest() {
        super(Device.PHONE);
    }
}
