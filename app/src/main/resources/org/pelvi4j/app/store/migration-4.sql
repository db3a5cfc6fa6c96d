-- What the person said of a repetition by feel before its result was shown: 1 got it, 0 not; nothing where nothing was said.
ALTER TABLE rep ADD COLUMN guess INTEGER;
