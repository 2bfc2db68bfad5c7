package dev.trellis.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.trellis.testing.BesideOthers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A mentor's evening in a real browser, from sign-in to sign-off: by mouse, by keyboard, on a phone. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@BesideOthers
@Tag("long")
class MentorInBrowserTest {

    private static final int NINE = 9;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Map<String, List<String>> PAGES = Map.of(
            "mentor@demo",
                    List.of(
                            "/review",
                            "/review?show=later",
                            "/review/learned",
                            "/review/away",
                            "/people",
                            "/sessions",
                            "/me"),
            "learner@demo", List.of("/me", "/me/evidence", "/me/levels", "/me/write/reflection", "/me/write/goal"),
            "hr@demo", List.of("/trends", "/trends?by=role", "/trends/rules"),
            "lead@demo", List.of("/lead", "/lead/drafts", "/lead/routing"),
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
        trellis = RunningTrellis.in(DemoHome.copyTo(home), DemoPeople.arguments());
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
        signIn("lead@demo");
        browser.get(trellis.address() + "/review");
        String draft = waiting().stream()
                .filter(MentorInBrowserTest::quotesAndProposesThree)
                .findFirst()
                .orElseThrow();
        browser.get(draft);

        // A cited phrase and its source light up together.
        WebElement chip = shown(By.cssSelector(".item .claim a.cite"));
        click(chip);
        WebElement lit = shown(By.cssSelector(".evidence mark.lit"));
        assertThat(browser.findElement(By.cssSelector(".item .claim.lit")).getText())
                .contains(lit.getText().strip().substring(0, 10));

        // By keyboard: accept the first, edit the second, and see one's own words against the draft's.
        int items = browser.findElements(By.cssSelector("li.item")).size();
        browser.findElement(By.tagName("body")).sendKeys("j");
        accept(1);
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
            accept(number);
            tally(number + " of " + items);
        }

        shown(By.id("words")).sendKeys("I am glad you want this.");
        click(browser.findElement(By.cssSelector("form.sign-off button.primary")));
        // Quicker than anyone reads, if enough were left to accept: one is shown beside its source once more.
        if (!browser.findElements(By.cssSelector("form.sign-off input[name='again']"))
                .isEmpty()) {
            assertThat(shown(By.cssSelector(".item.current .rests-on")).isDisplayed())
                    .isTrue();
            click(browser.findElement(By.cssSelector("form.sign-off button.primary")));
        }
        assertThat(shown(By.cssSelector("section.ended")).getText()).contains("Signed off", "plan is live");
        assertThat(complaints()).isEmpty();
    }

    @Order(1)
    @Test
    void aMentorClearsNineDraftsByKeyboardAlone() {
        signIn("mentor@demo");
        browser.get(trellis.address() + "/review");
        List<String> drafts = waiting();
        assertThat(drafts).hasSizeGreaterThanOrEqualTo(NINE);
        tabTo("Begin with the first");
        press(Keys.ENTER);
        for (int cleared = 0; cleared < NINE; cleared++) {
            String draft =
                    waitUntil(() -> browser.getCurrentUrl().contains("/review/") ? browser.getCurrentUrl() : null);
            if (browser.findElements(By.cssSelector("li.item")).isEmpty()) {
                putOffByKey(draft);
                cleared--;
                continue;
            }
            for (int number = 1;
                    number <= browser.findElements(By.cssSelector("li.item")).size();
                    number++) {
                if (!at(number)) {
                    press("j");
                }
                if (!browser.findElements(By.cssSelector("#item-" + number + " [data-key='o']"))
                        .isEmpty()) {
                    press("o");
                    shown(By.cssSelector("#item-" + number + " .rests-on"));
                }
                press("a");
                tally(number + " of ");
            }
            press("s");
            shown(By.cssSelector("section.ended, form.sign-off input[name='again'] ~ .tally"));
            if (browser.findElements(By.cssSelector("section.ended")).isEmpty()) {
                press("s");
            }
            shown(By.cssSelector("section.ended"));
            if (cleared < NINE - 1) {
                press("n");
                waitUntil(() -> browser.getCurrentUrl().equals(draft) ? null : "");
            }
        }
        assertThat(complaints()).isEmpty();
    }

    @Test
    void aMentorDecidesByMouseWithoutJavaScript() {
        signIn("lead@demo");
        browser.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", true));
        try {
            browser.get(trellis.address() + "/review");
            follow(browser.findElements(By.cssSelector("ol.inbox a.entry")).getLast());
            int items = browser.findElements(By.cssSelector("li.item")).size();
            for (int number = 1; number <= items; number++) {
                List<WebElement> look = browser.findElements(By.cssSelector("#item-" + number + " [data-key='o']"));
                if (!look.isEmpty()) {
                    follow(look.getFirst());
                }
                if (number == 2) {
                    click(browser.findElement(By.cssSelector("#item-2 details.reject > summary")));
                    click(browser.findElement(By.cssSelector("#item-2 input[value='NOT_RELEVANT']")));
                    follow(browser.findElement(By.cssSelector("#item-2 details.reject button")));
                } else {
                    follow(browser.findElement(By.cssSelector("#item-" + number + " [data-key='a']")));
                }
                tally(number + " of " + items);
            }
            follow(browser.findElement(By.cssSelector("form.sign-off button.primary")));
            if (browser.findElements(By.cssSelector("section.ended")).isEmpty()) {
                follow(browser.findElement(By.cssSelector("form.sign-off button.primary")));
            }
            assertThat(shown(By.cssSelector("section.ended")).getText()).contains("Signed off");
        } finally {
            browser.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", false));
        }
    }

    @Test
    void everyPageKeepsToTheAccessibilityRulesInLightAndDark() {
        List<String> broken = new ArrayList<>();
        PAGES.forEach((who, paths) -> {
            signIn(who);
            List<String> all = new ArrayList<>(paths);
            if (who.equals("mentor@demo") || who.equals("lead@demo")) {
                browser.get(trellis.address() + "/review");
                waiting().stream().limit(2).forEach(all::add);
            }
            for (String path : all) {
                for (String scheme : List.of("light", "dark")) {
                    Axe.colours(browser, scheme);
                    browser.get(path.startsWith("http") ? path : trellis.address() + path);
                    Axe.violations(browser).forEach(found -> broken.add(path + ", " + scheme + ": " + found));
                }
            }
        });
        Axe.colours(browser, "light");
        assertThat(broken).isEmpty();
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

    private static boolean quotesAndProposesThree(String draft) {
        browser.get(draft);
        return browser.findElements(By.cssSelector("li.item")).size() >= 3
                && !browser.findElements(By.cssSelector(".item .claim a.cite")).isEmpty();
    }

    private static List<String> waiting() {
        return browser.findElements(By.cssSelector("ol.inbox a.entry")).stream()
                .map(entry -> String.valueOf(entry.getAttribute("href")))
                .toList();
    }

    /** A draft in which nothing was proposed is for a talk, and waits. */
    private static void putOffByKey(String draft) {
        press("h");
        tabTo("In a week");
        press(Keys.ENTER);
        waitUntil(() -> browser.getCurrentUrl().equals(draft) ? null : "");
    }

    /** After a decision the next item has the focus already. */
    private static boolean at(int number) {
        return ("item-" + number).equals(browser.switchTo().activeElement().getAttribute("id"));
    }

    private static void press(CharSequence key) {
        browser.switchTo().activeElement().sendKeys(key);
    }

    private static void tabTo(String words) {
        for (int i = 0; i < 60; i++) {
            if (browser.switchTo().activeElement().getText().startsWith(words)) {
                return;
            }
            press(Keys.TAB);
        }
        throw new AssertionError("not reached by Tab: " + words);
    }

    private static String waitUntil(Supplier<@Nullable String> wanted) {
        return new WebDriverWait(browser, PATIENCE).until(any -> wanted.get());
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

    /** By its keys, the source first where the item asks for it. */
    private static void accept(int number) {
        WebElement item = item(number);
        if (!item.findElements(By.cssSelector("[data-key='o']")).isEmpty()) {
            browser.executeScript("arguments[0].focus()", item);
            item.sendKeys("o");
            shown(By.cssSelector("#item-" + number + " .rests-on"));
        }
        WebElement ready = item(number);
        browser.executeScript("arguments[0].focus()", ready);
        ready.sendKeys("a");
    }

    /** Without scripts every click on a form or link leaves the page: wait until it is gone. */
    private static void follow(WebElement element) {
        click(element);
        new WebDriverWait(browser, PATIENCE).until(any -> isGone(element));
    }

    /** Asked between two documents, Chromium says it does not know the node instead of calling it stale. */
    private static boolean isGone(WebElement element) {
        try {
            element.isEnabled();
            return false;
        } catch (StaleElementReferenceException e) {
            return true;
        } catch (WebDriverException e) {
            if (String.valueOf(e.getMessage()).contains("does not belong to the document")) {
                return true;
            }
            throw e;
        }
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

    /** What the browser wrote to its console: refused styles and scripts, missing files, errors of scripts. To be asked for a second look is none. */
    private static List<String> complaints() {
        return Stream.ofNullable(browser.manage().logs().get(LogType.BROWSER))
                .flatMap(entries -> entries.getAll().stream())
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(entry -> entry.getMessage())
                .filter(message -> !message.contains(
                        "/sign-off - Failed to load resource: the server responded with a status of 409"))
                .toList();
    }
}
