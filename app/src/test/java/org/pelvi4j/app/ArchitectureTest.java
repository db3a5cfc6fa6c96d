package org.pelvi4j.app;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void noPackageCyclesInAnyModule() {
        var classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.pelvi4j");
        assertThat(classes.contain("org.pelvi4j.phase.Phase")).isTrue();
        slices().matching("org.pelvi4j.(**)").should().beFreeOfCycles().check(classes);
    }
}
