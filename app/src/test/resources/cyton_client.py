"""A client of an OpenBCI Cyton, written from the board's documentation alone (Cyton SDK; Cyton data format).

usage: cyton_client.py PORT GAIN_CODE FRAMES

It resets the board, reads its defaults, sets channel 1, streams, stops, and prints one line per frame: the counter and
the microvolts of the eight channels. Anything that is not as documented ends it with a message and exit code 1.
"""
import os
import select
import sys
import termios
import time
import tty

GAINS = {"0": 1, "1": 2, "2": 4, "3": 6, "4": 8, "5": 12, "6": 24}
FRAME_BYTES = 33


def fail(message):
    sys.exit("cyton_client: " + message)


class Port:
    def __init__(self, path):
        self.fd = os.open(path, os.O_RDWR | os.O_NOCTTY)
        tty.setraw(self.fd)
        settings = termios.tcgetattr(self.fd)
        settings[4] = settings[5] = termios.B115200
        termios.tcsetattr(self.fd, termios.TCSANOW, settings)

    def write(self, text):
        os.write(self.fd, text.encode("ascii"))

    def read(self, seconds):
        ready, _, _ = select.select([self.fd], [], [], seconds)
        return os.read(self.fd, 4096) if ready else b""

    def answer(self, command, seconds=3.0):
        """Sends a command and returns the text before the three dollars that end an answer."""
        self.write(command)
        got = b""
        end = time.monotonic() + seconds
        while not got.endswith(b"$$$"):
            if time.monotonic() > end:
                fail("no $$$ after %r, only %r" % (command, got))
            got += self.read(0.1)
        return got[:-3].decode("ascii")

    def quiet(self, seconds):
        """Reads until nothing has come for a while, at most 2 s."""
        end = time.monotonic() + 2
        while self.read(seconds) and time.monotonic() < end:
            pass


def expect(what, got, wanted):
    if wanted not in got:
        fail("%s: expected %r but was %r" % (what, wanted, got))


def int24(three):
    value = int.from_bytes(three, "big")
    return value - (1 << 24) if value & 0x800000 else value


def frames(port, count):
    """Cuts the stream into frames: 0xA0, counter, 8 x 24 bits, 6 auxiliary bytes, 0xC0 to 0xCF."""
    got = b""
    end = time.monotonic() + 10 + count / 100.0
    found = []
    while len(found) < count:
        if time.monotonic() > end:
            fail("only %d of %d frames" % (len(found), count))
        got += port.read(0.2)
        while len(got) >= FRAME_BYTES and len(found) < count:
            frame, got = got[:FRAME_BYTES], got[FRAME_BYTES:]
            if frame[0] != 0xA0 or frame[32] & 0xF0 != 0xC0:
                fail("frame %d is %s" % (len(found), frame.hex()))
            found.append(frame)
    return found


def main():
    path, gain_code, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
    port = Port(path)
    port.write("s")
    port.quiet(0.2)
    expect("reset", port.answer("v"), "OpenBCI V3 8-16 channel")
    expect("version", port.answer("V"), "v3.")
    expect("default settings", port.answer("D"), "060110")
    expect("sample rate", port.answer("~~"), "Sample rate is ")
    expect("board mode", port.answer("//"), "Board mode is default")
    expect("daisy", port.answer("C"), "no daisy to attach!8")
    expect("all to default", port.answer("d"), "updating channel settings to default")
    expect("impedance", port.answer("z101Z"), "Success: Lead off set for 1")
    expect("impedance off", port.answer("z100Z"), "Success: Lead off set for 1")
    expect("too short", port.answer("x10200X"), "Failure: too few chars")
    expect("channel 1", port.answer("x10" + gain_code + "0000X"), "Success: Channel set for 1")
    expect("registers", port.answer("?"), "CH1SET, 05, ")
    port.write("c")  # eight channels: without a Daisy there is nothing to remove, and no answer
    if port.read(0.3):
        fail("an answer to 'c' without a Daisy")
    port.write("b")
    streamed = frames(port, count)
    port.write("s")
    port.quiet(0.3)
    if port.read(0.3):
        fail("frames after 's'")
    expect("still there", port.answer("V"), "v3.")
    for frame in streamed:
        values = []
        for channel in range(8):
            gain = GAINS[gain_code] if channel == 0 else 24
            code = int24(frame[2 + 3 * channel : 5 + 3 * channel])
            values.append("%.9f" % (code * 4.5 / gain / (2 ** 23 - 1) * 1e6))
        print(frame[1], *values)


main()
