package org.pelvi4j.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DayPlanTest {
    private static final DayPlan PLAN = DayPlan.USUAL;
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static DayPlan.Group group(String start) {
        return new DayPlan.Group(Instant.parse(start), Duration.ofSeconds(190));
    }

    @Test
    void isThreeGroupsTwoHoursApartAndAWalk() {
        assertThat(PLAN.groups()).isEqualTo(3);
        assertThat(PLAN.spacing()).isEqualTo(Duration.ofHours(2));
        assertThat(PLAN.others()).hasSize(2);
    }

    @ParameterizedTest(name = "{0} on {1}: {2} hours")
    @CsvSource({
        "Europe/Berlin, 2026-03-29, 23", "Europe/Berlin, 2026-10-25, 25", "America/New_York, 2026-03-08, 23",
        "America/New_York, 2026-11-01, 25", "Asia/Shanghai, 2026-03-29, 24", "Australia/Lord_Howe, 2026-04-05, 24"
    })
    void aDayIsThePersonsOwnHoweverLongItIs(String zone, String date, int hours) {
        ZoneId home = ZoneId.of(zone);
        LocalDate day = LocalDate.parse(date);
        Instant first = day.atStartOfDay(home).toInstant();
        Instant next = day.plusDays(1).atStartOfDay(home).toInstant();
        assertThat(Duration.between(first, next).toHours()).isEqualTo(hours);
        var groups = new ArrayList<DayPlan.Group>();
        for (Instant at : List.of(first.minusSeconds(1), first, next.minusSeconds(1), next)) {
            groups.add(new DayPlan.Group(at, Duration.ofSeconds(190)));
        }
        assertThat(PLAN.day(day, home, groups).done()).isEqualTo(2);
    }

    @Test
    void lateInTheEveningIsStillThisDayAtHome() {
        var late = List.of(group("2026-06-30T21:59:00Z"), group("2026-06-30T22:01:00Z"));
        assertThat(PLAN.day(LocalDate.parse("2026-06-30"), BERLIN, late).done()).isEqualTo(1);
        assertThat(PLAN.day(LocalDate.parse("2026-07-01"), BERLIN, late).done()).isEqualTo(1);
    }

    @Test
    void theNextGroupIsNumberedWithinItsDay() {
        var done = List.of(group("2026-06-29T08:00:00Z"), group("2026-06-30T06:00:00Z"), group("2026-06-30T10:00:00Z"));
        assertThat(PLAN.next(Instant.parse("2026-06-30T15:00:00Z"), BERLIN, done))
                .isEqualTo(3);
        assertThat(PLAN.next(Instant.parse("2026-06-30T23:00:00Z"), BERLIN, done))
                .isEqualTo(1);
    }

    @Test
    void groupsAreTwoHoursApartFromEndToStart() {
        var done = List.of(group("2026-06-30T06:00:00Z"));
        assertThat(PLAN.waitUntil(Instant.parse("2026-06-30T07:00:00Z"), done))
                .contains(Instant.parse("2026-06-30T08:03:10Z"));
        assertThat(PLAN.waitUntil(Instant.parse("2026-06-30T08:03:10Z"), done)).isEmpty();
        assertThat(PLAN.waitUntil(Instant.parse("2026-06-30T05:00:00Z"), done)).isEmpty();
        assertThat(PLAN.waitUntil(Instant.parse("2026-06-30T05:00:00Z"), List.of()))
                .isEmpty();
    }

    @Test
    void aWeekGoesFromMondayToSunday() {
        var groups = List.of(
                group("2026-11-23T08:00:00Z"),
                group("2026-11-23T12:00:00Z"),
                group("2026-11-23T16:00:00Z"),
                group("2026-11-29T22:30:00Z"),
                group("2026-11-29T23:30:00Z"));
        List<DayPlan.Day> week = PLAN.week(LocalDate.parse("2026-11-26"), BERLIN, groups);
        assertThat(week).hasSize(7);
        assertThat(week.get(0)).isEqualTo(new DayPlan.Day(LocalDate.parse("2026-11-23"), 3, 3));
        assertThat(week.get(0).complete()).isTrue();
        assertThat(week.get(6)).isEqualTo(new DayPlan.Day(LocalDate.parse("2026-11-29"), 1, 3));
        assertThat(week.subList(1, 6)).allMatch(day -> day.done() == 0);
    }
}
