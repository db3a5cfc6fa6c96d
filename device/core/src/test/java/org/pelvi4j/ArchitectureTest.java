package org.pelvi4j;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of the flow: one direction, no rings, one place for time and threads. */
class ArchitectureTest {
    private static final List<String> FOUNDATIONS = List.of("time", "bus", "filter");
    private static final List<String> STAGES =
            List.of("link", "frame", "sensor", "signal", "calibration", "phase", "measure", "exercise", "feedback");
    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.pelvi4j");

    static Stream<Arguments> mayNotSee() {
        var order = new ArrayList<String>(STAGES);
        var later = new ArrayList<Arguments>();
        for (String foundation : FOUNDATIONS) {
            later.add(Arguments.of(foundation, but(foundation)));
        }
        for (String stage : STAGES) {
            order.remove(stage);
            later.add(Arguments.of(
                    stage,
                    Stream.concat(order.stream(), Stream.of("display", "record", "session"))
                            .toList()));
        }
        later.add(Arguments.of("display", List.of("record", "session")));
        later.add(Arguments.of("record", List.of("display", "session")));
        later.add(Arguments.of("frame", List.of("time", "bus", "filter", "link")));
        return later.stream();
    }

    private static List<String> but(String foundation) {
        return Stream.of(FOUNDATIONS, STAGES, List.of("display", "record", "session"))
                .flatMap(List::stream)
                .filter(name -> !name.equals(foundation))
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mayNotSee")
    void aStageSeesOnlyFoundationsAndEarlierStages(String stage, List<String> forbidden) {
        noClasses()
                .that()
                .resideInAPackage("org.pelvi4j." + stage + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        forbidden.stream().map(f -> "org.pelvi4j." + f + "..").toArray(String[]::new))
                .check(CORE);
    }

    @Test
    void noPackageCycles() {
        assertThat(CORE.size()).isGreaterThan(40);
        slices().matching("org.pelvi4j.(**)").should().beFreeOfCycles().check(CORE);
    }

    @Test
    void onlyTimeReadsAClock() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.pelvi4j.time..")
                .should()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(java.time.LocalDateTime.class, "now")
                .orShould()
                .callMethod(java.time.ZonedDateTime.class, "now")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .check(CORE);
    }

    @Test
    void nobodyInCoreSleepsOrStartsAThreadButTheSession() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.pelvi4j.session..")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Thread.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(ExecutorService.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(java.util.Timer.class)
                .check(CORE);
    }

    @Test
    void coreHasNoNativeCode() {
        assertThat(CORE.stream()
                        .flatMap(c -> c.getMethods().stream())
                        .filter(m -> m.getModifiers().contains(com.tngtech.archunit.core.domain.JavaModifier.NATIVE)))
                .isEmpty();
    }
}
