package org.pelvi4j.app.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.SplittableRandom;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pelvi4j.app.store.Day;
import org.pelvi4j.app.store.Practice;
import org.pelvi4j.app.store.Profile;
import org.pelvi4j.app.store.Store;
import org.pelvi4j.calibration.Calibration;
import org.pelvi4j.exercise.ExerciseResult;
import org.pelvi4j.exercise.RepResult;
import org.pelvi4j.exercise.Response;
import org.pelvi4j.sensor.Signal;
import org.xml.sax.InputSource;

/** The report and the charts: they tell what the record holds, in words that claim nothing, and nothing comes from elsewhere. */
class ReportTest {
    private static final Instant NOW = Instant.parse("2026-11-24T20:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @TempDir
    Path folder;

    private Store store;

    @BeforeEach
    void open() throws IOException {
        store = Store.open(folder.resolve("pelvi4j"), NOW);
    }

    @AfterEach
    void close() throws IOException {
        store.close();
    }

    /** Weeks of three groups a day, some missed, letting go faster by and by. */
    private Profile practised(String name, int days, String language) throws IOException {
        Profile person = store.profiles().add(name, ZoneId.of("Europe/Berlin"), language, NOW);
        var random = new SplittableRandom(11);
        for (int day = days - 1; day >= 0; day--) {
            for (int group = 0; group < 3; group++) {
                if (random.nextInt(7) > 0) {
                    Instant at = NOW.minus(Duration.ofDays(day)).minus(Duration.ofHours(12 - 5L * group));
                    long id = store.practiceLog().begin(Practice.Start.of(person, at, "lift-3min", 12));
                    store.practiceLog().finish(id, result(random, day));
                }
            }
        }
        return person;
    }

    private static ExerciseResult result(SplittableRandom random, int daysAgo) {
        var reps = new ArrayList<RepResult>();
        int count = random.nextInt(10) == 0 ? 7 : 12;
        for (int n = 1; n <= count; n++) {
            double release = 0.6 + daysAgo * 0.02 + random.nextDouble() * 0.8;
            double held = Math.min(5, 3.4 + random.nextDouble() * 2.4 - daysAgo * 0.01);
            reps.add(new RepResult(
                    n, 1, true, held >= 4, release < 1.4, held, 5, release, 0.8, new Response(0.25, false, 0, 0.7)));
        }
        var end = count == 12 ? ExerciseResult.End.COMPLETED : ExerciseResult.End.FATIGUE;
        return new ExerciseResult("lift-3min", end, reps, 12, 10 + 15.0 * count);
    }

    private String report(Profile person, LocalDate from) throws IOException {
        return Report.of(store, person, from, TODAY, NOW);
    }

    @Test
    void thePageTellsWhatTheRecordHolds() throws IOException {
        Profile person = practised("Ada", 28, "en");
        String page = report(person, TODAY.minusDays(27));
        List<Practice> all = store.practices().latest(person.id(), 1000);

        assertThat(page).contains("<dt>practices</dt><dd>" + all.size() + "</dd>");
        assertThat(page)
                .contains("<dd>" + all.stream().mapToInt(p -> p.totals().held()).sum() + " / "
                        + all.stream().mapToInt(p -> p.totals().done()).sum() + "</dd>");
        assertThat(page.split("<tr><td>", -1)).hasSize(all.size() + 1);
        assertThat(page)
                .as("on a phone each cell names itself")
                .contains("practices td:nth-child(3)::before { content: \"Reps\"; }")
                .contains("practices td:nth-child(8)::before { content: \"End\"; }")
                .contains("<section class='table cards practices'>");
        assertThat(page).contains("P-001").doesNotContain("Ada");
        assertThat(page.split("<svg", -1)).hasSize(5);
    }

    @Test
    void everyMarkOfAChartLiesInsideIt() throws IOException {
        String page = report(practised("Ada", 200, "en"), TODAY.minusDays(199));
        for (String circle : page.split("<circle ", -1)) {
            if (circle.startsWith("cx=")) {
                double y = Double.parseDouble(circle.replaceAll("(?s)cx='[^']*' cy='([^']*)'.*", "$1"));
                assertThat(y).isBetween(8.0, 130.0);
            }
        }
        assertThat(page).doesNotContain("NaN").contains("Groups a week");
    }

    @Test
    void nothingComesFromElsewhereAndNothingRuns() throws IOException {
        String page = report(practised("Ada", 28, "en"), TODAY.minusDays(27));
        String without = page.replace("http://www.w3.org/2000/svg", "");
        assertThat(without).doesNotContain("http:", "https:", "<script", "<img", "<link", "url(", "@import", "onload");
        assertThat(page).contains("default-src 'none'");
    }

    @Test
    void whatAPersonWroteStaysText() throws IOException {
        String evil = "<script>alert(1)</script>\"'&";
        Profile person = practised("Ada", 3, "en");
        long id = store.practiceLog().begin(Practice.Start.of(person, NOW, evil, 12));
        store.practiceLog().finish(id, new ExerciseResult(evil, ExerciseResult.End.STOPPED, List.of(), 12, 3));
        store.calibrations()
                .add(person.id(), new Calibration(Signal.EMG, 2, 0.3, 28.5, Calibration.How.MAXIMAL, NOW, evil), evil);
        String page = report(person, TODAY);

        assertThat(page).doesNotContain("<script").contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;");
    }

    @Test
    void everyChartIsWellFormedAndHasASentence() throws Exception {
        String page = report(practised("Ada", 28, "de"), TODAY.minusDays(27));
        int from = page.indexOf("<svg");
        while (from >= 0) {
            int to = page.indexOf("</svg>", from) + 6;
            var svg = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(page.substring(from, to))));
            assertThat(svg.getElementsByTagName("title").item(0).getTextContent())
                    .isNotBlank();
            assertThat(svg.getDocumentElement().getAttribute("role")).isEqualTo("img");
            from = page.indexOf("<svg", to);
        }
    }

    @Test
    void aPeriodWithoutPracticeIsAPageTooAndOneThatRunsBackwardsIsRefused() throws IOException {
        Profile person = store.profiles().add("Ada", ZoneId.of("Europe/Berlin"), "en", NOW);
        assertThat(report(person, TODAY)).contains("No practice in this period.");
        assertThatThrownBy(() -> Report.of(store, person, TODAY, TODAY.minusDays(1), NOW))
                .hasMessage("to: expected 2026-11-24 or later but was 2026-11-23");
    }

    @Test
    void bothLanguagesHaveTheSameTextsAndClaimNothing() throws IOException {
        var english = texts("en");
        var german = texts("de");
        assertThat(german.keySet()).isEqualTo(english.keySet());
        for (Properties texts : List.of(english, german)) {
            String all = String.join(
                    " ",
                    texts.stringPropertyNames().stream().map(texts::getProperty).toList());
            assertThat(all.toLowerCase(Locale.ROOT))
                    .doesNotContain("treat", "cure", "prevent", "diagnos", "heilt", "behandel", "verhinder", "schlecht")
                    .doesNotContain("weak", "failed", "wrong", "pelvi ", "becken", "anal", "normal")
                    .doesNotContain("!");
        }
    }

    private static Properties texts(String language) throws IOException {
        var texts = new Properties();
        try (var in = Report.class.getResourceAsStream("report_" + language + ".properties")) {
            texts.load(in);
        }
        return texts;
    }

    @Test
    void theTerminalShowsWeeksAndTrends() throws IOException {
        Profile person = practised("Ada", 16, "en");
        List<Day> days = store.days().between(person, TODAY.minusDays(15), TODAY.plusDays(5));
        var charts = new TerminalCharts(Texts.in("en"), 80, true);
        List<String> weeks = charts.weeks(days, TODAY);

        assertThat(weeks).hasSize(5);
        assertThat(weeks.get(0)).isEqualTo("Groups a day");
        assertThat(weeks.get(1)).isEqualTo("            Mon   Tue   Wed   Thu   Fri   Sat   Sun");
        assertThat(weeks.get(4)).startsWith("2026-11-23  ").contains("...   ...");
        assertThat(weeks.get(3)).containsPattern("\\*\\*[*_]   ");
        assertThat(String.join("", weeks).chars().filter(c -> c == '*').count())
                .isEqualTo(store.practices().latest(person.id(), 100).stream()
                        .filter(Practice::group)
                        .count());

        List<Practice> practices = store.practices().between(person.id(), Instant.EPOCH, NOW);
        List<String> trend = charts.release(practices);
        assertThat(trend)
                .hasSize(7)
                .allSatisfy(
                        line -> assertThat(line).hasSizeLessThanOrEqualTo(80).matches("[ -~]*"));
        assertThat(trend.get(0)).isEqualTo("Time to let go, s");
        assertThat(trend.get(5)).startsWith("     0 |####");
        assertThat(charts.release(List.of())).isEmpty();
    }

    @Test
    void aPageCanBeLookedAt() throws IOException {
        String look = System.getProperty("pelvi4j.look");
        Profile person = practised("Ada", 84, "de");
        store.calibrations()
                .add(
                        person.id(),
                        new Calibration(Signal.EMG, 2.1, 0.3, 28.5, Calibration.How.MAXIMAL, NOW, "A"),
                        "PT-7");
        store.days().tick(person, TODAY, "walk", true);
        String page = report(person, TODAY.minusDays(83));
        Path file = Files.writeString((look == null ? folder : Path.of(look)).resolve("report.html"), page);
        assertThat(Files.size(file)).isLessThan(200_000);
        if (look != null) {
            var charts = new TerminalCharts(Texts.in("de"), 80, false);
            var lines = new ArrayList<String>();
            List<Practice> practices = store.practices().between(person.id(), Instant.EPOCH, NOW);
            lines.addAll(charts.weeks(store.days().between(person, TODAY.minusDays(27), TODAY.plusDays(5)), TODAY));
            lines.addAll(charts.release(practices));
            lines.addAll(charts.letGo(practices));
            lines.addAll(charts.held(practices));
            Files.write(Path.of(look).resolve("charts.txt"), lines);
        }
    }
}
