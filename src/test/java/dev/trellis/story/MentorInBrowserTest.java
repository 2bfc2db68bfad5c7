package dev.trellis.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A mentor's evening in a real browser, from sign-in to sign-off: by mouse, by keyboard, on a phone. */
class MentorInBrowserTest {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final Map<String, List<String>> PAGES = Map.of(
            "mentor@demo", List.of("/review", "/people", "/sessions", "/me"),
            "learner@demo", List.of("/me", "/me/evidence", "/me/levels", "/me/write/reflection", "/me/write/goal"),
            "hr@demo", List.of("/trends", "/trends/rules"),
            "lead@demo", List.of("/lead", "/lead/drafts"),
            "admin@demo", List.of("/admin", "/admin/imports", "/admin/clients", "/admin/audit"));

    @TempDir
    static Path home;

    private static RunningTrellis trellis;
    private static ChromeDriver browser;

    @BeforeAll
    static void start() {
        Path chromium = Path.of("/usr/bin/chromium");
        Path driver = Path.of("/usr/bin/chromedriver");
        boolean found = Files.isExecutable(chromium) && Files.isExecutable(driver);
        if (!found) {
            System.out.println("Browser tests did not run: " + chromium + " or " + driver + " is not there.");
        }
        assumeTrue(found, "no Chromium");
        trellis = RunningTrellis.in(home, DemoPeople.arguments());
        new DemoPeople(trellis).awaitTheirDrafts();
        LoggingPreferences logging = new LoggingPreferences();
        logging.enable(LogType.BROWSER, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.toString());
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync");
        options.setCapability("goog:loggingPrefs", logging);
        browser = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(driver.toFile())
                        .build(),
                options);
        browser.manage().window().setSize(new Dimension(1366, 900));
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.quit();
        }
        if (trellis != null) {
            trellis.close();
        }
    }

    @Test
    void aMentorChecksASentenceDecidesEachItemAndSignsOff() {
        signIn("mentor@demo");
        click(browser.findElement(By.xpath("//a[@class='entry'][b='" + DemoPeople.LEARNER_NAME + "']")));

        // A cited phrase and its source light up together.
        WebElement chip = shown(By.cssSelector(".item .claim a.cite"));
        click(chip);
        WebElement lit = shown(By.cssSelector(".evidence mark.lit"));
        assertThat(browser.findElement(By.cssSelector(".item .claim.lit")).getText())
                .contains(lit.getText().strip().substring(0, 10));

        // By keyboard: accept the first, edit the second, and see one's own words against the draft's.
        int items = browser.findElements(By.cssSelector("li.item")).size();
        browser.findElement(By.tagName("body")).sendKeys("j");
        browser.switchTo().activeElement().sendKeys("a");
        tally("1 of " + items);
        click(item(2).findElement(By.cssSelector("[data-key='e']")));
        WebElement task = shown(By.cssSelector("#item-2 textarea[name='task']"));
        task.clear();
        task.sendKeys("Say no to one request this week, and write down what it made room for.");
        click(item(2).findElement(By.cssSelector("form.edit button.primary")));
        tally("2 of " + items);
        assertThat(item(2).findElements(By.cssSelector("ins, del"))).isNotEmpty();

        // The third does not fit, for a reason.
        click(item(3).findElement(By.cssSelector("details.reject > summary")));
        click(item(3).findElement(By.cssSelector("input[value='BAD_TIMING']")));
        click(item(3).findElement(By.cssSelector("details.reject button")));
        tally("3 of " + items);
        for (int number = 4; number <= items; number++) {
            click(item(number).findElement(By.cssSelector("[data-key='a']")));
            tally(number + " of " + items);
        }

        shown(By.id("words")).sendKeys("I am glad you want this.");
        click(browser.findElement(By.cssSelector("form.sign-off button.primary")));
        assertThat(shown(By.cssSelector("section.ended")).getText()).contains("Signed off", "plan is live");
        assertThat(complaints()).isEmpty();
    }

    @Test
    void everyPageFitsAPhoneAndRaisesNoComplaintOfTheBrowser() {
        browser.manage().window().setSize(new Dimension(390, 844));
        try {
            PAGES.forEach((who, paths) -> {
                signIn(who);
                for (String path : paths) {
                    browser.get(trellis.address() + path);
                    assertThat(
                                    browser.executeScript(
                                            "return document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                            .as("width of %s that does not fit", path)
                            .isEqualTo(0L);
                }
            });
            assertThat(complaints()).isEmpty();
        } finally {
            browser.manage().window().setSize(new Dimension(1366, 900));
        }
    }

    private static void signIn(String who) {
        browser.manage().deleteAllCookies();
        browser.get(trellis.address() + "/sign-in");
        shown(By.id("email")).sendKeys(who);
        browser.findElement(By.id("password")).sendKeys(DemoPeople.PASSWORD, Keys.ENTER);
        shown(By.cssSelector(".bar nav"));
    }

    /** As a person does it: first in sight, not under the bar at the foot. */
    private static void click(WebElement element) {
        browser.executeScript("arguments[0].scrollIntoView({block: 'center'})", element);
        element.click();
    }

    private static WebElement item(int number) {
        return shown(By.id("item-" + number));
    }

    private static WebElement shown(By what) {
        return new WebDriverWait(browser, PATIENCE).until(ExpectedConditions.visibilityOfElementLocated(what));
    }

    private static void tally(String words) {
        new WebDriverWait(browser, PATIENCE)
                .until(ExpectedConditions.textToBePresentInElementLocated(By.cssSelector(".sign-off .tally"), words));
    }

    /** What the browser wrote to its console: refused styles and scripts, missing files, errors of scripts. */
    private static List<String> complaints() {
        return Stream.ofNullable(browser.manage().logs().get(LogType.BROWSER))
                .flatMap(entries -> entries.getAll().stream())
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(entry -> entry.getMessage())
                .toList();
    }
}
