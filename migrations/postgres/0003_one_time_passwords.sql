-- A password that somebody else was told: taken until then, and to be replaced at the first sign-in. NULL for one of one's own.
ALTER TABLE person ADD COLUMN password_until BIGINT;
