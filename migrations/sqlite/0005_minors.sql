-- The day on which a person who is under 18 turns 18, forgotten when it comes. Nothing is stored of adults.
ALTER TABLE person ADD COLUMN minor_until TEXT;
