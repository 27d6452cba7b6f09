-- Spans are looked up by walking along one unit's blocking rows, which never overlap, and its few closures.
DROP INDEX occupancy_unit;
DROP INDEX occupancy_unit_end;
-- Offers that lapse are looked for every minute.
CREATE INDEX request_line_offered ON request_line (request_id) WHERE state = 'offered';
