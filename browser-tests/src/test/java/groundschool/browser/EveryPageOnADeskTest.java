package groundschool.browser;

/// Every page on a desk.
@BrowserTest
class EveryPageOnADeskTest extends EveryPage {

    EveryPageOnADeskTest() {
        super(Device.DESKTOP);
    }
}
