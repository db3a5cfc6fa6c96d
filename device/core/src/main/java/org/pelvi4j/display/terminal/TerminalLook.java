package org.pelvi4j.display.terminal;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a terminal can show. Immutable.
 *
 * @param colours how many colours
 * @param ascii whether only ASCII is drawn
 * @param keys the keys that work; the border names them
 */
public record TerminalLook(Colours colours, boolean ascii, Set<TerminalKey> keys) {
    /** Colours of a terminal. */
    public enum Colours {
        /** None; bold stays. */
        NONE,
        /** The sixteen of every terminal. */
        SIXTEEN,
        /** 256. */
        MANY
    }

    /** Copies the keys. */
    public TerminalLook {
        keys = keys.isEmpty() ? Set.of() : Set.copyOf(keys);
    }

    /**
     * Finds out what the environment says of the terminal: {@code NO_COLOR} set and not empty or {@code TERM=dumb} is no
     * colour, a character set other than UTF-8 is ASCII.
     *
     * @param environment the variables
     * @return the look, with the keys for pause and stop
     */
    public static TerminalLook of(Map<String, String> environment) {
        return new TerminalLook(
                colours(environment), !utf8(environment), EnumSet.of(TerminalKey.PAUSE, TerminalKey.STOP));
    }

    private static Colours colours(Map<String, String> environment) {
        String term = environment.getOrDefault("TERM", "dumb");
        if (!environment.getOrDefault("NO_COLOR", "").isEmpty() || term.equals("dumb") || term.isEmpty()) {
            return Colours.NONE;
        }
        boolean many = term.contains("256color")
                || !environment.getOrDefault("COLORTERM", "").isEmpty();
        return many ? Colours.MANY : Colours.SIXTEEN;
    }

    private static boolean utf8(Map<String, String> environment) {
        for (String name : new String[] {"LC_ALL", "LC_CTYPE", "LANG"}) {
            String value = environment.getOrDefault(name, "");
            if (!value.isEmpty()) {
                String charset = value.toLowerCase(Locale.ROOT);
                return charset.contains("utf-8") || charset.contains("utf8");
            }
        }
        return false;
    }

    /**
     * The same, drawn in ASCII.
     *
     * @return a look for {@code --ascii}
     */
    public TerminalLook inAscii() {
        return new TerminalLook(colours, true, keys);
    }

    /**
     * The same with other keys.
     *
     * @param working the keys that work
     * @return the look
     */
    public TerminalLook withKeys(Set<TerminalKey> working) {
        return new TerminalLook(colours, ascii, working);
    }
}
