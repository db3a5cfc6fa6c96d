-- How many repetitions could be judged; what exactly was practised, as the programme's file; and what the clock on the
-- wall said at the start, where it was set only afterwards.
ALTER TABLE practice ADD COLUMN judged INTEGER NOT NULL DEFAULT 0;
ALTER TABLE practice ADD COLUMN plan TEXT NOT NULL DEFAULT '';
ALTER TABLE practice ADD COLUMN told_utc INTEGER;
UPDATE practice SET judged = (SELECT coalesce(sum(judged), 0) FROM rep WHERE practice = practice.id);
