package org.pelvi4j.app.clinic;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the physiotherapist types: single keys on a live screen, else lines, of which the first letter is the key and an
 * empty one is Enter. The end of the input leaves; an input without a single line is nobody, for whom defaults are taken.
 * Thread-safe for {@link #key}.
 */
public final class Keys {
    private static final int END = -1;
    private static final int ENTER = '\n';
    private static final int BACKSPACE = 127;
    private static final int OLD_BACKSPACE = 8;
    private static final int MOST_LETTERS = 60;
    private static final long POLL_MILLIS = 50;

    private final BlockingQueue<Integer> typed = new LinkedBlockingQueue<>(4096);
    private final boolean lines;
    /** Set before the end of the input is told, and read after it. */
    private volatile boolean somebody;

    private Keys(boolean lines) {
        this.lines = lines;
    }

    /**
     * Single keys, told by {@link #key}.
     *
     * @return keys of a live screen
     */
    public static Keys live() {
        return new Keys(false);
    }

    /**
     * Lines, read by a thread of their own until they end.
     *
     * @param in where they come from
     * @return keys of a pipe, a file, or a terminal without a live screen
     */
    public static Keys of(BufferedReader in) {
        var keys = new Keys(true);
        Thread reader = new Thread(() -> keys.read(in), "pelvi4j-answers");
        reader.setDaemon(true);
        reader.start();
        return keys;
    }

    private void read(BufferedReader in) {
        try {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                somebody = true;
                for (int i = 0; i < Math.min(line.length(), MOST_LETTERS); i++) {
                    typed.put((int) line.charAt(i));
                }
                typed.put(ENTER);
            }
            typed.put(END);
        } catch (IOException gone) {
            boolean unused = typed.offer(END);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * A key was pressed; more than anybody can type are dropped.
     *
     * @param key its code
     */
    public void key(int key) {
        boolean unused = typed.offer(key == '\r' ? ENTER : key);
    }

    /**
     * Whether lines are read, and no single keys.
     *
     * @return whether no screen names the keys
     */
    public boolean lines() {
        return lines;
    }

    /**
     * Whether the input has ended without a single line.
     *
     * @return whether nobody is there to ask
     */
    public boolean nobody() {
        return lines && !somebody && Integer.valueOf(END).equals(typed.peek());
    }

    /**
     * A key pressed while something is measured.
     *
     * @return the key in lower case; 0 for none, or where lines are read ahead
     */
    public char pressed() {
        Integer key = lines ? null : typed.poll();
        return key == null ? 0 : lower(key);
    }

    /**
     * Waits for a key.
     *
     * @param meanwhile done about 20 times a second
     * @return in lower case; {@code '\n'} for Enter, {@code 'q'} at the end of the input
     */
    public char next(Runnable meanwhile) {
        char key = lower(take(meanwhile));
        int rest = key;
        while (lines && rest != ENTER && rest != END && key != 'q') {
            rest = take(meanwhile);
        }
        return key;
    }

    /**
     * Waits for a line of text.
     *
     * @param echo told what has been typed so far
     * @param meanwhile done about 20 times a second
     * @return the line without spaces at its ends; null at the end of the input or on Escape
     */
    public @Nullable String line(Consumer<String> echo, Runnable meanwhile) {
        var text = new StringBuilder();
        for (int key = take(meanwhile); key != ENTER; key = take(meanwhile)) {
            if (key == END || key == 27 || key == 3) {
                return null;
            }
            if (key == BACKSPACE || key == OLD_BACKSPACE) {
                text.setLength(Math.max(0, text.length() - 1));
            } else if (key >= ' ' && text.length() < MOST_LETTERS) {
                text.append((char) key);
            }
            echo.accept(text.toString());
        }
        return text.toString().strip();
    }

    private int take(Runnable meanwhile) {
        try {
            while (true) {
                Integer key = typed.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
                if (key != null) {
                    if (key == END) {
                        key(END);
                    }
                    return key;
                }
                meanwhile.run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return END;
        }
    }

    private static char lower(int key) {
        return key == END || key == 3 || key == 27
                ? 'q'
                : Character.toString(key).toLowerCase(Locale.ROOT).charAt(0);
    }
}
