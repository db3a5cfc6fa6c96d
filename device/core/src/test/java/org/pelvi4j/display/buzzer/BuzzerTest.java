package org.pelvi4j.display.buzzer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.pelvi4j.bus.BusException;
import org.pelvi4j.display.FakePorts;
import org.pelvi4j.feedback.Sound;

class BuzzerTest {
    private final FakePorts ports = new FakePorts();

    /** How long a sound takes, in milliseconds. */
    private long length(Buzzer buzzer, Sound sound) throws BusException {
        long before = ports.pausedNanos;
        buzzer.play(sound);
        return (ports.pausedNanos - before) / 1_000_000;
    }

    @Test
    void everySoundEndsSilentAndLastsAboutAsLongAsItsTones() throws BusException {
        Buzzer buzzer = Buzzer.open(ports, 18);
        for (Sound sound : Sound.values()) {
            long asked = sound.tones().stream().mapToInt(tone -> tone.millis()).sum();
            assertThat(length(buzzer, sound)).as(sound.name()).isBetween(asked / 2, asked * 3);
            assertThat(ports.lines).containsEntry(18, false);
        }
        buzzer.close();
        buzzer.close();
        assertThat(ports.lines).isEmpty();
    }

    /** One pitch only: work and rest differ by their rhythm, short-long against long-short. */
    @Test
    void workAndRestSoundDifferently() throws BusException {
        var rhythms = new HashSet<String>();
        for (Sound sound : new Sound[] {Sound.SQUEEZE, Sound.LET_GO, Sound.DONE, Sound.NO_SIGNAL, Sound.PAUSE}) {
            rhythms.add(rhythm(sound));
        }
        assertThat(rhythms).hasSize(5);
        assertThat(rhythm(Sound.SQUEEZE)).isEqualTo("0+ 80- 110+ 290-");
        assertThat(rhythm(Sound.LET_GO)).isEqualTo("0+ 180- 210+ 290-");
    }

    /** On at 0, off at 80, on at 110, off at 290: "0+ 80- 110+ 290-". */
    private static String rhythm(Sound sound) throws BusException {
        var ports = new FakePorts();
        Buzzer.open(ports, 18).play(sound);
        return String.join(" ", ports.driven);
    }

    @Test
    void aLineThatIsGoneIsTold() throws BusException {
        Buzzer buzzer = Buzzer.open(ports, 18);
        ports.gone = true;
        assertThatThrownBy(() -> buzzer.play(Sound.TICK)).isInstanceOf(BusException.class);
    }
}
