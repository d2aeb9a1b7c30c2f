package groundschool.browser;

/// Every page in a hand.
@BrowserTest
class EveryPageInAHandTest extends EveryPage {

    EveryPageInAHandTest() {
        super(Device.PHONE);
    }
}
