package org.pelvi4j.display.terminal;

import java.io.IOException;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A terminal that understands what the live screen sends and nothing else; anything unknown is an error. */
public final class FakeTerminal implements TerminalOutput {
    private static final Pattern ESCAPE = Pattern.compile("\u001b\\[(\\??)([0-9;]*)([A-Za-z])");

    private int columns;
    private int rows;
    private char[][] cells = new char[0][0];
    private String[][] styles = new String[0][0];
    private int row;
    private int column;
    private String style = "";
    private boolean broken;
    boolean alternate;
    boolean cursor = true;
    int writes;
    int sent;
    String last = "";

    public FakeTerminal(int columns, int rows) {
        resize(columns, rows);
    }

    void resize(int toColumns, int toRows) {
        columns = toColumns;
        rows = toRows;
        cells = new char[rows][columns];
        styles = new String[rows][columns];
        erase();
    }

    void breakOff() {
        broken = true;
    }

    @Override
    public void write(String ansi) throws IOException {
        if (broken) {
            throw new IOException("Broken pipe");
        }
        writes++;
        sent += ansi.length();
        last = ansi;
        Matcher escape = ESCAPE.matcher(ansi);
        for (int i = 0; i < ansi.length(); ) {
            if (ansi.charAt(i) == '\u001b') {
                if (!escape.find(i) || escape.start() != i) {
                    throw new AssertionError("unknown escape at " + i + " of " + ansi);
                }
                command(escape.group(1), escape.group(2), escape.group(3));
                i = escape.end();
            } else {
                print(ansi.charAt(i++));
            }
        }
    }

    private void print(char character) {
        if (column >= columns || Character.isISOControl(character)) {
            throw new AssertionError("prints " + (int) character + " at column " + column + " of " + columns);
        }
        cells[row][column] = character;
        styles[row][column++] = style;
    }

    private void command(String mark, String parameters, String letter) {
        switch (mark + parameters + letter) {
            case "?1049h" -> alternate = true;
            case "?1049l" -> alternate = false;
            case "?25l" -> cursor = false;
            case "?25h" -> cursor = true;
            case "?2026h", "?2026l" -> {}
            case "2J" -> erase();
            default -> other(parameters, letter);
        }
    }

    private void other(String parameters, String letter) {
        if (letter.equals("m")) {
            style = parameters.replaceFirst("^0;?", "");
        } else if (letter.equals("H")) {
            String[] at = parameters.split(";", 2);
            row = Integer.parseInt(at[0]) - 1;
            column = Integer.parseInt(at[1]) - 1;
        } else {
            throw new AssertionError("unknown escape " + parameters + letter);
        }
    }

    private void erase() {
        for (int i = 0; i < rows; i++) {
            Arrays.fill(cells[i], ' ');
            Arrays.fill(styles[i], "");
        }
    }

    @Override
    public int columns() {
        return columns;
    }

    @Override
    public int rows() {
        return rows;
    }

    public String line(int at) {
        return new String(cells[at]).stripTrailing();
    }

    public String styleAt(int atRow, int atColumn) {
        return styles[atRow][atColumn];
    }

    /** What stands on it, without styles. */
    public String text() {
        var text = new StringBuilder();
        for (int i = 0; i < rows; i++) {
            text.append(line(i)).append('\n');
        }
        return text.toString();
    }
}
