package org.pelvi4j.sim.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.pelvi4j.sim.fault.FaultKind;

class CatalogueTest {
    @Test
    void everyPersonScenarioDeviceAndFaultHasALine() {
        assertThat(Catalogue.lines())
                .contains("People", "Scenarios", "Devices")
                .anyMatch(line -> line.matches("  healthy +.+"))
                .anyMatch(line -> line.matches("  lift3-healthy +.+"))
                .anyMatch(line -> line.matches("  cyton +OpenBCI .+"));
        for (FaultKind kind : FaultKind.values()) {
            assertThat(Catalogue.lines()).anyMatch(line -> line.startsWith("  " + kind.word() + " "));
        }
    }
}
