package org.pelvi4j.app.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pelvi4j.exercise.DayPlan;

/** Days by the clock on the wall, on the days on which it is moved too. Source: RELIABILITY D5. */
class DaysTest {
    @TempDir
    Path folder;

    private Store store;

    @BeforeEach
    void open() throws IOException {
        store = Store.open(folder.resolve("pelvi4j"), Kept.NOW);
    }

    @AfterEach
    void close() throws IOException {
        store.close();
    }

    @ParameterizedTest
    @CsvSource({
        // zone, the day, first and last second of it in UTC
        "Europe/Berlin,      2026-03-29, 2026-03-28T23:00:00Z, 2026-03-29T21:59:59Z",
        "Europe/Berlin,      2026-10-25, 2026-10-24T22:00:00Z, 2026-10-25T22:59:59Z",
        "America/New_York,   2026-03-08, 2026-03-08T05:00:00Z, 2026-03-09T03:59:59Z",
        "America/New_York,   2026-11-01, 2026-11-01T04:00:00Z, 2026-11-02T04:59:59Z",
        "Australia/Lord_Howe, 2026-04-05, 2026-04-04T13:00:00Z, 2026-04-05T13:29:59Z",
        "Australia/Lord_Howe, 2026-10-04, 2026-10-03T13:30:00Z, 2026-10-04T12:59:59Z",
        "Africa/Cairo,       2026-04-24, 2026-04-23T22:00:00Z, 2026-04-24T20:59:59Z",
        "Africa/Cairo,       2026-10-29, 2026-10-28T21:00:00Z, 2026-10-29T21:59:59Z",
    })
    void theDayBeginsAndEndsAtMidnightOfThePerson(String zone, LocalDate day, Instant first, Instant last)
            throws IOException {
        Profile person = store.profiles().add("Ada", ZoneId.of(zone), "en", Kept.NOW);
        Kept.practice(store, person, first.minusMillis(1), 12);
        Kept.practice(store, person, first, 12);
        Kept.practice(store, person, last, 12);
        Kept.practice(store, person, last.plusSeconds(1), 12);

        List<Day> days = store.days().between(person, day.minusDays(1), day.plusDays(1));
        assertThat(days).extracting(Day::date).containsExactly(day.minusDays(1), day, day.plusDays(1));
        assertThat(days).extracting(each -> each.groups().size()).containsExactly(1, 2, 1);
        assertThat(store.days().between(person, day, day))
                .extracting(each -> each.groups().size())
                .containsExactly(2);
    }

    @Test
    void aPracticeCountsAsAGroupFromHalfOfItOn() throws IOException {
        Profile person = Kept.person(store);
        Kept.practice(store, person, Instant.parse("2026-11-24T07:00:00Z"), 5);
        Kept.practice(store, person, Instant.parse("2026-11-24T09:00:00Z"), 6);
        Kept.practice(store, person, Instant.parse("2026-11-24T12:00:00Z"), 12);

        Day day = store.days()
                .between(person, LocalDate.of(2026, 11, 24), LocalDate.of(2026, 11, 24))
                .get(0);
        assertThat(day.practices()).hasSize(3);
        assertThat(day.groups()).hasSize(2);
        assertThat(day.practised()).isEqualTo(Duration.ofSeconds(85 + 100 + 190));
        assertThat(DayPlan.USUAL.waitUntil(Instant.parse("2026-11-24T12:30:00Z"), day.groups()))
                .contains(Instant.parse("2026-11-24T14:03:10Z"));
    }

    @Test
    void aWalkIsTickedByHandAndCanBeTakenBack() throws IOException {
        Profile person = Kept.person(store);
        LocalDate day = LocalDate.of(2026, 11, 24);
        store.days().tick(person, day, "walk", true);
        store.days().tick(person, day, "walk", true);
        store.days().tick(person, day, "jog", true);
        store.days().tick(person, day, "jog", false);

        assertThat(store.days().between(person, day, day).get(0).ticks()).containsExactly("walk");
        assertThatThrownBy(() -> store.days().tick(person, day, "swim", true))
                .hasMessage("tick: expected one of [walk, jog] but was 'swim'");
    }

    @Test
    void tenYearsOfPracticeAreListedInTime() throws IOException {
        Profile person = Kept.person(store);
        Instant first = Instant.parse("2016-11-24T07:00:00Z");
        StoreFaults.practices(store, person, first, 11_000);
        store.practices().between(person.id(), Instant.MIN, Instant.MAX);
        long begin = System.nanoTime();
        List<Practice> all = store.practices().between(person.id(), Instant.MIN, Instant.MAX);
        long all11000 = System.nanoTime() - begin;
        List<Practice> latest = store.practices().latest(person.id(), 100);
        long page = System.nanoTime() - begin - all11000;

        assertThat(all).hasSize(11_000);
        assertThat(latest).hasSize(100);
        // 200 ms, times three for a busy machine: RELIABILITY 4, F13.
        assertThat(all11000).isLessThan(600_000_000L);
        assertThat(page).isLessThan(60_000_000L);
    }
}
